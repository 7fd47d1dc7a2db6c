"""The authorities that the settings name, ready to be asked."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from imagegraph.adapters.authorities.contract import Authority, Services
from imagegraph.adapters.authorities.doi import DoiAuthority
from imagegraph.adapters.authorities.dumps import LoadedDumps
from imagegraph.adapters.authorities.handle import HandleAuthority
from imagegraph.adapters.authorities.orcid import OrcidAuthority
from imagegraph.adapters.authorities.resolver import AuthorityResolver
from imagegraph.adapters.authorities.ror import RorAuthority
from imagegraph.adapters.authorities.rrid import RridAuthority
from imagegraph.adapters.http import HttpService, user_agent
from imagegraph.adapters.sqlite.dumps import DumpStore
from imagegraph.adapters.sqlite.resolutions import ResolutionStore
from imagegraph.errors import BadParameter
from imagegraph.model.authorities import AuthorityEntry, AuthorityTable, packaged_authorities
from imagegraph.settings import Settings

#: requests per second to ROR when we say who we are, and to a mirror
_RATE_WITH_CLIENT_ID, _RATE_OF_MIRROR = 5.0, 50.0


def open_resolver(settings: Settings) -> AuthorityResolver:
    """What resolves identifiers. Answers are kept in `<data>/resolved.sqlite`, dumps in `<data>/dumps.sqlite`; without
    a data folder nothing is kept.

    Raises:
        BadParameter: a setting is unusable.
    """
    table = packaged_authorities()
    services = open_services_of(settings, table=table)
    has_folder = settings.data.is_dir()
    return AuthorityResolver(
        authorities_of(services, contact=settings.contact),
        store=ResolutionStore(settings.data / "resolved.sqlite" if has_folder else ":memory:"),
        dumps=LoadedDumps(DumpStore(settings.data / "dumps.sqlite")),
        table=table, services=services, seconds=settings.resolver_seconds,
    )  # fmt: skip


def authorities_of(services: Services, *, contact: str = "") -> Mapping[str, Authority]:
    """Every authority by its scheme; each asks only those services that are there."""
    made: tuple[Authority, ...] = (
        RorAuthority(services), OrcidAuthority(services), RridAuthority(services), HandleAuthority(services),
        DoiAuthority(services, contact=contact),
    )  # fmt: skip
    return MappingProxyType({authority.scheme: authority for authority in made})


def open_services_of(settings: Settings, *, table: AuthorityTable) -> Mapping[str, HttpService]:
    """A service for each authority that may be asked.

    Raises:
        BadParameter: `IMAGEGRAPH_RESOLVERS` names an unknown authority or an address that is none.
    """
    agent = user_agent(settings.contact)
    return MappingProxyType(
        {
            name: _service(table.entries[name], base, agent=agent, settings=settings)
            for name, base in chosen(settings.resolvers, table=table).items()
        }
    )


def chosen(text: str, *, table: AuthorityTable) -> dict[str, str]:
    """Name -> base address of the authorities that a setting names, later words overriding earlier ones.

    `all` stands for all of them, `all=ADDRESS` for a mirror that has each below its name.

    Raises:
        BadParameter: there is no authority of a name.
    """
    found: dict[str, str] = {}
    for word in text.replace(",", " ").split():
        name, _, address = word.partition("=")
        if name == "all":
            for known, entry in table.entries.items():
                found[known] = f"{address.rstrip('/')}/{known}" if address else entry.base
        elif name in table.entries:
            found[name] = address or table.entries[name].base
        else:
            raise BadParameter(
                f"IMAGEGRAPH_RESOLVERS names {name!r}, which is no authority. "
                f"Use all, or some of: {' '.join(table.entries)}.",
                value=name,
                known=list(table.entries),
            )
    return found


def _service(entry: AuthorityEntry, base: str, *, agent: str, settings: Settings) -> HttpService:
    headers: dict[str, str] = {}
    is_mirror = base != entry.base
    rate = _RATE_OF_MIRROR if is_mirror else entry.rate
    if entry.name == "ror" and settings.ror_client_id and not is_mirror:
        headers["Client-Id"] = settings.ror_client_id
        rate = _RATE_WITH_CLIENT_ID
    if entry.name == "orcid" and not is_mirror and (token := settings.orcid_token.get_secret_value()):
        headers["Authorization"] = f"Bearer {token}"
    return HttpService(
        base, agent=agent, rate=rate, concurrent=entry.concurrent, daily=None if is_mirror else entry.daily,
        headers=headers, hosts=entry.hosts,
    )  # fmt: skip
