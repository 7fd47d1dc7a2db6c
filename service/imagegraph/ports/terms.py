"""Where ontology terms are kept, read from files, and asked for elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

from imagegraph.model.ontology import ReadProblem, Release, ReleaseHeader, Term, TermKind

Direction = Literal["parents", "children", "ancestors", "descendants"]
State = Literal["ok", "replaced", "obsolete", "ambiguous", "not_found", "invalid", "unavailable"]


@dataclass(frozen=True, kw_only=True)
class TermScope:
    """Where to look.

    Attributes:
        ontologies: ids of vocabularies; empty for all that are loaded.
        under: IRIs of which the term must be a descendant (subClassOf or part_of), or one itself; empty for any.
        obsolete: obsolete terms are wanted too.
    """

    ontologies: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    obsolete: bool = False


@dataclass(frozen=True)
class TermPage:
    """Terms in a stable order, and how many there are in all."""

    terms: tuple[Term, ...]
    total: int


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a term stands in the hierarchy of one vocabulary.

    Attributes:
        has_direct_children: terms are below it by subClassOf.
        has_hierarchical_children: terms are below it by subClassOf, part_of or the like.
    """

    has_direct_children: bool = False
    has_hierarchical_children: bool = False


class TermIndex(Protocol):
    """The local index of the current releases. Safe to use from several threads; never asks the network."""

    def copies(self, iris: Iterable[str]) -> Mapping[str, tuple[Term, ...]]:
        """What every current release says about these terms: the defining copy first, the starter's last.

        IRIs that are in no release are left out.
        """
        ...

    def candidates(self, key: str, *, scope: TermScope, limit: int, close: bool = True) -> Sequence[str]:
        """IRIs of the terms that may be meant by a folded text, without duplicates, roughly best first:
        those with a name that is `key`, that begins with it, that has all its words, and with `close`, when
        these are few, those with a name of similar spelling.

        Args:
            key: `model.folding.fold` of what was typed; any length, any characters.
            limit: at most so many.
        """
        ...

    def related(
        self, iri: str, *, direction: Direction, part_of: bool, ontology: str | None = None,
        offset: int = 0, limit: int = 1000,
    ) -> TermPage:  # fmt: skip
        """The terms above or below one, nearest first, without itself; cycles end.

        Args:
            part_of: also follow part_of and what a vocabulary uses like it, not only subClassOf.
            ontology: only the hierarchy of that vocabulary's release; None for the defining copies.
        """
        ...

    def ancestors(self, iris: Iterable[str]) -> Mapping[str, frozenset[str]]:
        """All IRIs above each of these by subClassOf and part_of, itself included; for terms that are there."""
        ...

    def answering(self) -> tuple[int, ...]:
        """The numbers of the releases that answer: while they are the same, so is every answer. Cheap to ask."""
        ...

    def releases(self) -> Sequence[Release]:
        """All that are loaded, by vocabulary, the current one first, the starter's last."""
        ...

    def close(self) -> None:
        """Release the file."""
        ...


class TermCatalogue(TermIndex, Protocol):
    """An index whose releases can be read from end to end."""

    def listed(
        self, release: int, *, kind: TermKind | None = None, obsolete: bool | None = None, roots: bool = False,
        offset: int = 0, limit: int = 100,
    ) -> TermPage:  # fmt: skip
        """The terms of a release, current or not, in the order of their IRIs; empty when it is not there.

        Args:
            release: its number.
            obsolete: only those that are obsolete, or only those that are not; None for both.
            roots: only those that have nothing above them by subClassOf or part_of.
        """
        ...

    def places(self, iris: Iterable[str], *, ontology: str) -> Mapping[str, Place]:
        """Where terms stand in a vocabulary; those that nothing is below are left out."""
        ...

    def descendant_counts(self, iris: Iterable[str], *, ontology: str) -> Mapping[str, tuple[int, int]]:
        """How many terms are below each in a vocabulary: by subClassOf, and by subClassOf and part_of.

        Those that nothing is below are left out. Counting ends at about 20,000 for all of them together.
        """
        ...


class TermArchive(Protocol):
    """Changes what the index holds; other processes may read meanwhile and see the old state until the end."""

    def add(
        self,
        ontology: str,
        *,
        header: ReleaseHeader,
        terms: Iterable[Term],
        base: str,
        source: str,
        digest: str,
        current: bool = True,
        progress: Callable[[int], None] = lambda count: None,
    ) -> Release:
        """Add a release in one step; the same digest again replaces what was there of it.

        Args:
            ontology: id of the vocabulary.
            base: IRI base of the vocabulary's own terms: those are defining copies.
            current: it becomes the one that answers.
            progress: called with the number of terms read so far.

        Raises:
            DataFolderError: the disk is full or the file cannot be written; nothing was changed.
        """
        ...

    def use(self, number: int) -> None:
        """Make a release the current one of its vocabulary.

        Raises:
            NotFound: there is no such release.
        """
        ...

    def remove(self, number: int) -> None:
        """Forget a release.

        Raises:
            NotFound: there is no such release.
        """
        ...


@dataclass(frozen=True, kw_only=True)
class OntologyFile:
    """An ontology file that is being read.

    Attributes:
        header: what it says about itself.
        terms: read as they are asked for; the same IRI may come in several parts.
        problems: grows while `terms` is read.
    """

    header: ReleaseHeader
    terms: Iterator[Term]
    problems: list[ReadProblem] = field(default_factory=list)


class OntologyReader(Protocol):
    """Reads one kind of ontology file."""

    #: short name: `obo`, `owl-functional`, `rdf`
    name: str
    #: what it is, for people
    title: str

    def recognises(self, head: bytes, *, name: str) -> bool:
        """Whether a file that begins like this, called so, is of this kind; cheap, never raises."""
        ...

    def open(self, path: Path) -> OntologyFile:
        """The terms of a file.

        Raises:
            MalformedDocument: nothing of it can be read; `line` in `extra` where it is known. What is wrong with
                single terms is a `ReadProblem`.
            EmptyDocument: it holds no term.
        """
        ...


@dataclass(frozen=True, kw_only=True)
class Resolution:
    """What a source answered about one term.

    Attributes:
        state: `ok`; `replaced` (obsolete, one successor); `obsolete` (no successor); `ambiguous` (several
            successors or records: a person must choose); `not_found` (the authority says so); `invalid` (no id
            at all, nobody was asked); `unavailable` (no usable answer).
        term: when there is one.
        successors: IRIs to use instead, the end of the chain first.
        source: who answered: `index`, or the host.
        fetched: UTC, ISO 8601; when the answer was made.
        stale: the answer is older than it should be, because nobody newer answered.
        detail: a sentence about what happened, for people; empty when all is well.
    """

    state: State
    term: Term | None = None
    successors: tuple[str, ...] = ()
    source: str = "index"
    fetched: str = ""
    stale: bool = False
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class RemoteAnswer:
    """Terms that a remote service offered for a text: candidates, in its order, not yet compared with the text."""

    terms: tuple[Term, ...] = ()
    state: State = "ok"
    source: str = ""
    fetched: str = ""
    stale: bool = False
    detail: str = ""


class TermSource(Protocol):
    """A terminology service elsewhere. Answers within its time limit, and never raises for what it does wrong."""

    def resolve(self, iri: str, *, ontology: str | None = None) -> Resolution:
        """What it says about a term."""
        ...

    def search(self, text: str, *, scope: TermScope, limit: int) -> RemoteAnswer:
        """What it offers for a text."""
        ...
