"""A term that a text may mean, and what the order of such hits depends on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from imagegraph.model.ontology import Term
from imagegraph.model.vocabularies import FieldPolicy, VocabularyRegistry
from imagegraph.operations.terms.matching import INEXACT, Match

#: what hits are sorted by, the most important first: the members of `Hit.order`
ORDER = (
    "obsolete", "band", "tier", "other language", "edits", "vocabulary", "other case", "derived name", "inside a word",
    "not the defining copy", "kind of name", "use", "length of label", "iri",
)  # fmt: skip


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
        replaces: IRI of the obsolete term that the text named and this one replaces.
        order: what the hits were sorted by, see `ORDER`.
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
    replaces: str | None = None
    order: tuple[int | str, ...] = ()
    term: Term

    @property
    def exact(self) -> bool:
        """An id or a name of the term says just what was asked."""
        return self.tier < INEXACT

    @property
    def edits(self) -> int:
        """Letters that differ in a close spelling."""
        return int(self.order[ORDER.index("edits")])

    @property
    def derived(self) -> bool:
        """Only a part of a name, or a name of an obsolete term, was met."""
        return bool(self.order[ORDER.index("derived name")])


@dataclass(frozen=True)
class SearchAnswer:
    """What was found.

    Attributes:
        items: best first.
        notes: sentences about what limits the answer: a remote service that did not answer, a stale copy,
            a vocabulary that is not loaded. Empty when all is well.
        stale: part of it is older than it should be, because nobody newer answered.
    """

    items: tuple[Hit, ...]
    notes: tuple[str, ...] = ()
    stale: bool = False


@dataclass(frozen=True, kw_only=True)
class Ranking:
    """What the order of hits depends on, besides the text and the terms.

    Attributes:
        policy: of the field that the term is for.
        inside: IRIs of the terms that the field takes; those of a vocabulary that it takes whole may be left out.
        usage: IRI -> how often it is used in our own graph.
        ids: IRIs that the text is a spelling of.
        obsolete: list obsolete terms too.
    """

    registry: VocabularyRegistry
    policy: FieldPolicy | None = None
    inside: frozenset[str] = frozenset()
    usage: Mapping[str, int] = field(default_factory=dict)
    languages: tuple[str, ...] = ("en",)
    ids: tuple[str, ...] = ()
    obsolete: bool = False
    _positions: dict[str, int] = field(default_factory=dict, repr=False, compare=False)
    _serving: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def home(self, term: Term) -> str:
        """Id of the vocabulary that a term is of."""
        vocabulary = self.registry.of_iri(term.iri)
        return term.ontology if vocabulary is None else vocabulary.id

    def is_inside(self, iri: str, home: str) -> bool | None:
        """Whether the field takes a term of a vocabulary; None without a field."""
        if self.policy is None:
            return None
        return any(
            choice.vocabulary == home and (choice.root is None or iri in self.inside)
            for choice in self.policy.choices
        )

    def position(self, home: str) -> int:
        """How much a vocabulary is preferred, 0 the most: by the field, or without one by any field."""
        if home not in self._positions:
            self._positions[home] = self._position(home)
        return self._positions[home]

    def serves(self, home: str) -> frozenset[str]:
        """Names of the fields that take terms of a vocabulary."""
        if home not in self._serving:
            self._serving[home] = frozenset(
                name
                for name, policy in self.registry.fields.items()
                for choice in policy.choices
                if choice.vocabulary == home
            )
        return self._serving[home]

    def _position(self, home: str) -> int:
        if self.policy is not None:
            ids = list(dict.fromkeys(choice.vocabulary for choice in self.policy.choices))
            return ids.index(home) if home in ids else len(ids)
        firsts = {self.registry.fields[name].choices[0].vocabulary for name in self.serves(home)}
        return 0 if home in firsts else 1 if firsts else 2
