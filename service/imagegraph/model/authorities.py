"""The services that say what an identifier names, as `mappings/authorities.yaml` lists them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from imagegraph import resources
from imagegraph.model.resolutions import ResolutionState


@dataclass(frozen=True, kw_only=True)
class AuthorityEntry:
    """One service elsewhere.

    Attributes:
        base: address that every request is below.
        asks: schemes of the identifiers that it is asked about.
        stated: the limit that it states, for people.
        rate: requests per second.
        concurrent: requests at once.
        daily: requests in 24 hours; None where there is no quota.
        hosts: other hosts that it may redirect to.
        licence: IRI of the licence of its data; empty where it states none.
    """

    name: str
    base: str
    title: str
    homepage: str
    asks: tuple[str, ...]
    stated: str
    rate: float
    concurrent: int = 2
    daily: int | None = None
    hosts: tuple[str, ...] = ()
    licence: str = ""


@dataclass(frozen=True)
class AuthorityTable:
    """All of them, and how long their answers are good.

    Attributes:
        entries: by name.
        days: state -> days that such an answer is good.
        days_of_scheme: scheme -> days that an answer with content is good, where it differs.
    """

    entries: Mapping[str, AuthorityEntry]
    days: Mapping[str, int]
    days_of_scheme: Mapping[str, int]

    def good_days(self, state: ResolutionState, *, scheme: str) -> int:
        """How many days an answer is good; 0 for one that is not kept."""
        if state in ("ok", "replaced", "obsolete"):
            return self.days_of_scheme.get(scheme, self.days[state])
        return self.days.get(state, 0)


@cache
def packaged_authorities() -> AuthorityTable:
    """The packaged table."""
    table = resources.read_yaml("mappings", "authorities.yaml")
    entries = {
        name: AuthorityEntry(
            name=name, **{**entry, "asks": tuple(entry["asks"]), "hosts": tuple(entry.get("hosts", ()))}
        )
        for name, entry in table["authorities"].items()
    }
    return AuthorityTable(MappingProxyType(entries), table["days"], table["days_of_scheme"])
