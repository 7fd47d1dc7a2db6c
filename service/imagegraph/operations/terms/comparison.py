"""The index as it would be if another release answered, without changing it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from imagegraph.errors import NotFound
from imagegraph.model.ontology import STARTER, Release, Term
from imagegraph.ports.terms import Direction, TermArchive, TermCatalogue, TermIndex, TermPage, TermScope

_PAGE = 2000


class ComparedIndex:
    """Implements `ports.terms.TermIndex`: one release in front, and all others but the one it would supersede.

    Args:
        index: what answers today.
        front: an index that holds nothing but the release to compare with, as the current one.
    """

    def __init__(self, index: TermIndex, *, front: TermIndex) -> None:
        self._index, self._front = index, front
        self._superseded = {release.ontology for release in front.releases() if release.source != STARTER}
        self._starters = {
            (release.ontology, release.header.version)
            for release in index.releases()
            if release.source == STARTER
        }

    def copies(self, iris: Iterable[str]) -> Mapping[str, tuple[Term, ...]]:
        """What the release in front says first, then what the others say."""
        wanted = list(iris)
        found = {iri: list(terms) for iri, terms in self._front.copies(wanted).items()}
        for iri, terms in self._index.copies(wanted).items():
            found.setdefault(iri, []).extend(term for term in terms if self._stays(term))
        return {
            iri: tuple(sorted(terms, key=lambda term: not term.defining))
            for iri, terms in found.items()
            if terms
        }

    def candidates(self, key: str, *, scope: TermScope, limit: int, close: bool = True) -> Sequence[str]:
        """Candidates of both; a term that only the superseded release has is left out."""
        both = [
            *self._front.candidates(key, scope=scope, limit=limit, close=close),
            *self._index.candidates(key, scope=scope, limit=limit, close=close),
        ]
        known = self.copies(both)
        return [iri for iri in dict.fromkeys(both) if iri in known][:limit]

    def related(
        self, iri: str, *, direction: Direction, part_of: bool, ontology: str | None = None,
        offset: int = 0, limit: int = 1000,
    ) -> TermPage:  # fmt: skip
        """The hierarchy of the release in front when it has the term, else that of the others."""
        index = self._front if self._front.copies([iri]) else self._index
        return index.related(
            iri, direction=direction, part_of=part_of, ontology=ontology, offset=offset, limit=limit
        )

    def ancestors(self, iris: Iterable[str]) -> Mapping[str, frozenset[str]]:
        """By the release in front when it has the term, else by the others."""
        wanted = list(iris)
        return {**self._index.ancestors(wanted), **self._front.ancestors(wanted)}

    def answering(self) -> tuple[int, ...]:
        """The numbers of both; those of the front are below zero."""
        return (*self._index.answering(), *(-number for number in self._front.answering()))

    def releases(self) -> Sequence[Release]:
        """All, with the one in front as the current one of its vocabulary."""
        others = [
            replace(release, current=release.current and release.ontology not in self._superseded)
            for release in self._index.releases()
        ]
        return [*(release for release in self._front.releases() if release.source != STARTER), *others]

    def close(self) -> None:
        """Leave both as they are; who opened them closes them."""

    def _stays(self, term: Term) -> bool:
        if term.ontology not in self._superseded:
            return True
        return not term.defining and (term.ontology, term.version) in self._starters


def copy_release(
    number: int, *, index: TermCatalogue, archive: TermArchive, bases: Mapping[str, str]
) -> Release:
    """Put a release of one index into another one, as the current one there.

    Args:
        bases: id of a vocabulary -> IRI base of its own terms.

    Raises:
        NotFound: there is no such release.
    """
    release = next((release for release in index.releases() if release.number == number), None)
    if release is None:
        raise NotFound(
            f"There is no release {number}; `imagegraph terms list` shows those that are loaded.",
            number=number,
        )

    def terms() -> Iterator[Term]:
        offset = 0
        while True:
            page = index.listed(number, offset=offset, limit=_PAGE)
            yield from page.terms
            offset += len(page.terms)
            if not page.terms or offset >= page.total:
                return

    return archive.add(
        release.ontology, header=release.header, terms=terms(),
        base=bases.get(release.ontology, ""), source=release.source,
        digest=release.digest, current=True,
    )  # fmt: skip
