"""Which of several terms a text means, best first, and why: pure functions over terms.

The tier of a hit comes from comparing the text with the term's own names, whoever offered the term: an
index or a remote service is only believed to know candidates.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from imagegraph.model.ontology import Term

Match = Literal[
    "id", "label", "exact synonym", "abbreviation", "related synonym", "prefix", "words", "spelling"
]


@dataclass(frozen=True, kw_only=True)
class SameTerm:
    """The same concept under another IRI, not the one to use here.

    Attributes:
        why: how it is known to be the same: "same label", "cross-reference".
    """

    iri: str
    curie: str
    label: str
    ontology: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A term that a text may mean.

    Attributes:
        label: in the language that was asked for, if there is one; `language` says which it is ("" when unstated).
        ontology: id of the vocabulary that is the term's home; of the one that carries it when there is none.
        match: how the text and the term meet.
        matched: the name or id of the term (or of the obsolete one it replaces) that was met.
        reason: why it is here, for people: "exact synonym; preferred for organism".
        obsolete: the term is not to be used any more; then it is behind all others.
        replaced_by: IRIs to use instead, the end of the chain first.
        same_as: the same concept in other ontologies.
        definition: None when there is none.
        tier: number of the match in the order of trust, 0 the best; exact matches are below `INEXACT`.
        inside: the term is what the field takes; None when no field was named.
        order: what the hits were sorted by, most important first; for explanation and tests.
        term: the copy to believe.
    """

    iri: str
    curie: str
    label: str
    language: str
    ontology: str
    match: Match
    matched: str
    reason: str
    obsolete: bool
    replaced_by: tuple[str, ...] = ()
    same_as: tuple[SameTerm, ...] = ()
    definition: str | None = None
    tier: int
    inside: bool | None = None
    order: tuple[int | str, ...] = ()
    term: Term
