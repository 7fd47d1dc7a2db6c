"""One server that plays every authority below its name: `/ror/…`, `/orcid/…`, `/doi/…`.

`IMAGEGRAPH_RESOLVERS="all=<base>"` makes them all answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from imagegraph.model.resolutions import ResolutionState
from imagegraph.testing.authorities import (
    antibodies,
    cell_lines,
    doi,
    instruments,
    orcid,
    resources,
    ror,
)
from imagegraph.testing.authorities.asked import Authority, asked
from imagegraph.testing.authorities.invented import identifiers, state_of
from imagegraph.testing.stand_in import Received, Reply, StandIn
from imagegraph.testing.stand_in_faults import FaultPlan

#: name in `mappings/authorities.yaml` -> what it answers
AUTHORITIES: Mapping[str, Authority] = {
    "ror": ror.answer,
    "orcid": orcid.answer,
    "antibody-registry": antibodies.answer,
    "cellosaurus": cell_lines.answer,
    "scicrunch": resources.answer,
    "handle": instruments.answer,
    "b2inst": instruments.answer_b2inst,
    "doi": doi.answer_doi,
    "datacite": doi.answer_datacite,
    "crossref": doi.answer_crossref,
}

#: canonical IRI -> how asking about it ends, for everything that is written down
STATES: Mapping[str, ResolutionState] = {
    iri: state
    for module in (ror, orcid, antibodies, cell_lines, resources, instruments, doi)
    for iri, state in module.STATES.items()
}
#: kinds of invented identifiers: the beginning of their IRIs, and of their values; the first that fits
_KINDS: tuple[tuple[str, str, str], ...] = (
    ("antibody", antibodies.IRI, "AB_"), ("cell line", cell_lines.IRI, "CVCL_"), ("resource", resources.IRI, ""),
    ("ror", ror.IRI, ""), ("orcid", orcid.IRI, ""), ("handle", instruments.IRI, ""), ("doi", doi.IRI, ""),
)  # fmt: skip


class AuthoritiesStandIn(StandIn):
    """A server in a thread; `with AuthoritiesStandIn() as service: …`.

    A target that a test has prepared with `answer` comes first, then a fault, then the world.

    Args:
        generate: identifiers that nobody wrote down are answered too; `expected_state` says how that ends.
        faults: what goes wrong meanwhile.
    """

    def __init__(self, *, generate: bool = False, faults: FaultPlan | None = None) -> None:
        super().__init__()
        self._generate = generate
        self._faults = faults

    @property
    def setting(self) -> str:
        """The value of `IMAGEGRAPH_RESOLVERS` that asks this server about everything."""
        return f"all={self.base}"

    def requests_of(self, authority: str) -> list[Received]:
        """What one authority was asked, in order."""
        return [request for request in self.requests if request.target.startswith(f"{authority}/")]

    def otherwise(self, received: Received) -> Reply:
        """What the authority answers, or what goes wrong instead."""
        name, _, target = received.target.partition("/")
        authority = AUTHORITIES.get(name)
        question = asked(target, received=received, root=self.base, generate=self._generate)
        reply = authority(question) if authority else None
        if reply is None:
            return super().otherwise(received)
        return (self._faults and self._faults.fault(received.target)) or reply


def invented_iris(kind: str, *, seed: str = "") -> Iterator[str]:
    """Endless different canonical IRIs of a kind."""
    base = next(base for known, base, _ in _KINDS if known == kind)
    return (base + value for value in identifiers(kind, seed=seed))


def expected_state(iri: str) -> ResolutionState:
    """How asking a stand-in that generates ends for a canonical IRI, once it has an answer.

    Raises:
        KeyError: no authority of the stand-in knows such identifiers.
    """
    if iri in STATES:
        return STATES[iri]
    for kind, base, beginning in _KINDS:
        if iri.startswith(base + beginning):
            return state_of(kind, iri.removeprefix(base))
    raise KeyError(iri)
