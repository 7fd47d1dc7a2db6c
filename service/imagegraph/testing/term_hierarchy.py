"""What every index of terms must do about hierarchies; subclass it in a test file and give it an `open_index`."""

from __future__ import annotations

from imagegraph.testing.term_samples import add_anatomy, add_imaging, anatomy, imaging, term
from imagegraph.testing.terms import TermStore, TermStoreContract


class TermHierarchyContract(TermStoreContract):
    """The contract of `ports.terms.TermIndex`: what stands above and below."""

    def test_hierarchy_is_walked_nearest_first(self, index: TermStore) -> None:
        """Parents, children, ancestors and descendants, with part_of only when it is asked for."""
        add_imaging(index)

        def walk(number: int, direction: str, *, part_of: bool = False) -> list[str]:
            page = index.related(imaging(number), direction=direction, part_of=part_of)  # type: ignore[arg-type]
            assert page.total == len(page.terms)
            return [term.iri for term in page.terms]

        assert walk(5, "parents") == [imaging(4)]
        assert walk(5, "ancestors") == [imaging(n) for n in (4, 3, 2, 1)]
        assert walk(3, "children") == [imaging(4), imaging(7)]
        assert walk(1, "descendants") == [imaging(n) for n in (2, 6, 3, 4, 7, 5)]
        assert walk(11, "ancestors") == [imaging(10)]
        assert walk(11, "ancestors", part_of=True) == [imaging(10), imaging(9)]
        assert walk(9, "children") == []
        assert walk(9, "descendants", part_of=True) == [imaging(10), imaging(11)]

    def test_hierarchy_is_paged(self, index: TermStore) -> None:
        """A page is a part of the whole, whose length it tells."""
        add_imaging(index)
        page = index.related(imaging(1), direction="descendants", part_of=False, offset=2, limit=3)
        assert [term.iri for term in page.terms] == [imaging(3), imaging(4), imaging(7)]
        assert page.total == 6

    def test_cycles_end(self, index: TermStore) -> None:
        """A term that is above itself is walked once, and is not above itself in the answer."""
        ring = [term(imaging(n), f"ring {n}", below=[imaging((n + 1) % 3)]) for n in range(3)]
        add_imaging(index, [*ring, term(imaging(9), "self", below=[imaging(9)])])
        above = index.related(imaging(0), direction="ancestors", part_of=True)
        assert [term.iri for term in above.terms] == [imaging(1), imaging(2)]
        assert index.related(imaging(9), direction="descendants", part_of=True).total == 0
        assert index.ancestors([imaging(0), imaging(9)]) == {
            imaging(0): frozenset(imaging(n) for n in range(3)),
            imaging(9): frozenset([imaging(9)]),
        }

    def test_the_best_copy_decides_what_is_above(self, index: TermStore) -> None:
        """Parents that another vocabulary names for a borrowed term count only where that vocabulary is asked."""
        add_imaging(index)
        add_anatomy(index)
        whole = [anatomy(3), anatomy(2), anatomy(1)]
        assert index.related(imaging(9), direction="ancestors", part_of=True).total == 0
        borrowed = index.related(imaging(9), direction="ancestors", part_of=True, ontology="ana")
        assert [term.iri for term in borrowed.terms] == whole
        assert index.related(anatomy(3), direction="children", part_of=False).total == 0
        below = index.related(anatomy(3), direction="children", part_of=False, ontology="ana")
        assert [(term.iri, term.ontology) for term in below.terms] == [(imaging(9), "ana")]
        assert index.ancestors([imaging(10), anatomy(3)]) == {
            imaging(10): frozenset([imaging(10), imaging(9)]),
            anatomy(3): frozenset(whole),
        }

    def test_hierarchy_goes_on_in_other_vocabularies(self, index: TermStore) -> None:
        """A parent that is only mentioned in one release is followed in the release that has it."""
        add_anatomy(index)
        add_imaging(
            index, [term(imaging(1), "eye imaging", part_of=[anatomy(2)], below=["http://example.org/none"])]
        )
        assert index.ancestors([imaging(1)])[imaging(1)] == frozenset(
            [imaging(1), anatomy(2), anatomy(1), "http://example.org/none"]
        )
        above = index.related(imaging(1), direction="ancestors", part_of=True)
        assert [term.iri for term in above.terms] == [anatomy(2), anatomy(1)]
        assert index.related(anatomy(1), direction="descendants", part_of=True).total == 4
