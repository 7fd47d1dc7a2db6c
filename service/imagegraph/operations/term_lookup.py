"""Terms by id and by name: the registry, the local index, a remote service when there is one, and our own usage."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from imagegraph.model.ontology import Term
from imagegraph.model.vocabularies import VocabularyRegistry
from imagegraph.operations.term_names import LabelVerdict
from imagegraph.operations.term_ranking import Hit
from imagegraph.ports.terms import Direction, Resolution, TermIndex, TermPage, TermSource


def _unused(iris: Sequence[str]) -> Mapping[str, int]:
    """No term has been used yet."""
    return {}


@dataclass(frozen=True, kw_only=True)
class TermSearch:
    """What is looked for.

    Attributes:
        q: a name, its beginning, some of its words, or any spelling of an id.
        field: name of a field policy (`organism`), which puts its vocabularies first.
        ontologies: ids of vocabularies to stay in; empty for all.
        under: any spelling of a term's id, or its label: only terms below it, and itself.
        languages: BCP 47 tags of the labels to show, in the order of preference.
        limit: most hits, 1 to 100.
        obsolete: obsolete terms are listed too, behind all others.
    """

    q: str
    field: str | None = None
    ontologies: tuple[str, ...] = ()
    under: str | None = None
    languages: tuple[str, ...] = ("en",)
    limit: int = 10
    obsolete: bool = False


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


class TermLookup:
    """Answers what a text means and what is known about a term. Safe to use from several threads.

    Args:
        remote: asked only for what the index does not know; None to stay local.
        usage: how often each of these IRIs is used in our own graph; unused ones may be left out.
    """

    def __init__(
        self,
        index: TermIndex,
        registry: VocabularyRegistry,
        remote: TermSource | None = None,
        usage: Callable[[Sequence[str]], Mapping[str, int]] = _unused,
    ) -> None:
        self.index = index
        self.registry = registry
        self.remote = remote
        self.usage = usage

    def search(self, asked: TermSearch) -> SearchAnswer:
        """The terms that a text may mean, best first, each with the reason.

        Raises:
            BadParameter: a part of the question is unusable: no letter or digit, an unknown field or ontology, …
        """
        raise NotImplementedError

    def resolve(self, text: str, *, field: str | None = None) -> Resolution:
        """What is known about the term that any spelling of an id stands for; never raises for what is typed.

        Local first; the remote service for what is unknown here. `successors` is the chain of replacements, its
        end first.

        Args:
            field: name of the field it was typed in, where a bare number may be an id.
        """
        raise NotImplementedError

    def copies(self, iri: str) -> tuple[Term, ...]:
        """What every current release says about a term, the copy to believe first; empty when none knows it."""
        return self.index.copies([iri]).get(iri, ())

    def related(
        self, text: str, *, direction: Direction, part_of: bool = True, ontology: str | None = None,
        offset: int = 0, limit: int = 100,
    ) -> TermPage:  # fmt: skip
        """The terms above or below the one that any spelling of an id stands for.

        Raises:
            BadParameter: the text is no id, or the ontology is unknown.
            NotFound: no release that is loaded has the term.
        """
        raise NotImplementedError

    def check_label(self, iri: str, label: str) -> LabelVerdict:
        """Whether a label that stands next to a term's id is a name of that term, and whose name it is otherwise."""
        raise NotImplementedError

    @property
    def languages(self) -> tuple[str, ...]:
        """BCP 47 tags of all labels that are loaded, the most frequent ones first."""
        raise NotImplementedError
