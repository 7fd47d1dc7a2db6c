"""What an authority says about an identifier: the eight ways in which a resolution can end, and what was learnt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, get_args

from imagegraph.model.rdf import Triple

#: How asking about an identifier ended:
#:
#: * `ok`: the authority describes it;
#: * `replaced`: valid, but deprecated, merged or inactive, and one successor is known;
#: * `obsolete`: valid, but withdrawn, closed or retracted, without a successor; an antibody that is no longer sold is
#:   `ok` with a note, because it is still the right name of what was used;
#: * `restricted`: it exists, its content is not public (an ORCID record that is locked or deactivated);
#: * `not_found`: the authority said, in its own words, that it does not exist;
#: * `invalid`: form or checksum is wrong; decided here, nobody was asked;
#: * `ambiguous`: several records or successors; a person must choose;
#: * `unavailable`: there is no usable answer, and none is kept.
ResolutionState = Literal[
    "ok", "replaced", "obsolete", "restricted", "not_found", "invalid", "ambiguous", "unavailable"
]
RESOLUTION_STATES: tuple[ResolutionState, ...] = get_args(ResolutionState)

#: what kind of thing it is, in words of the model
ThingKind = Literal[
    "Person", "Organisation", "Antibody", "CellLine", "Software", "Reagent", "Organism", "Instrument", "Dataset",
    "Publication", "Thing",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Thing:
    """What an authority says about the thing that an identifier names.

    Attributes:
        iri: the canonical IRI of the identifier.
        kind: what it is.
        label: its name.
        names: every name of it, the label included, for comparing with what a record calls it.
        details: what records are compared by, each with its values as text: `catalog_number`, `vendor`, `model`,
            `manufacturer`, `serial_number`, `type` (as the authority calls it), `affiliation`, `status`, `parent`.
            IRIs are written as IRIs.
        notes: sentences for people about what is wrong with it: "Discontinued by the vendor."
        statements: what it says as RDF, about `iri` and nodes below it (`<iri>#…`); no blank nodes, no `schema:name`
            (names are `rdfs:label`, `skos:prefLabel`, `skos:altLabel`), no mail addresses.
    """

    iri: str
    kind: ThingKind
    label: str
    names: tuple[str, ...] = ()
    details: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    statements: tuple[Triple, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Resolution:
    """The answer about one identifier.

    Attributes:
        iri: the canonical IRI of the identifier, also when another one is its successor.
        scheme: of the identifier.
        state: how it ended.
        thing: what is known; None when nothing is.
        successors: IRIs to use instead, the end of a chain last; candidates when the state is `ambiguous`.
        authority: who answered, by its name in `mappings/authorities.yaml`; empty when nobody did.
        source_url: where the answer came from.
        source_version: release of a dump, version of an interface; empty when not told.
        licence: IRI of the licence that the authority gives its data under; empty when none is stated.
        fetched: when it was answered, UTC; None when nobody answered.
        digest: SHA-256 of what was answered, hexadecimal.
        stale: it is older than it should be, because no newer answer came.
        asked: False when nobody was asked although somebody might be, because of a limit or an earlier failure.
        detail: a sentence about what happened, for people; empty when all is well.
    """

    iri: str
    scheme: str
    state: ResolutionState
    thing: Thing | None = None
    successors: tuple[str, ...] = ()
    authority: str = ""
    source_url: str = ""
    source_version: str = ""
    licence: str = ""
    fetched: datetime | None = None
    digest: str = ""
    stale: bool = False
    asked: bool = True
    detail: str = ""
