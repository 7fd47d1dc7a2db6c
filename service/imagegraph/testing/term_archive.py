"""What every archive of terms must do; subclass it in a test file and give it an `open_index`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from imagegraph.errors import NotFound
from imagegraph.model.ontology import Term
from imagegraph.testing.term_samples import add_anatomy, add_imaging, anatomy, imaging, imaging_terms, term
from imagegraph.testing.terms import TermStore, TermStoreContract, found, terms_of


class TermArchiveContract(TermStoreContract):
    """The contract of `ports.terms.TermArchive`: adding, choosing and forgetting releases."""

    def test_a_release_says_what_it_holds(self, index: TermStore) -> None:
        """Terms, obsolete ones and languages of labels are counted, the header is kept."""
        steps: list[int] = []
        release = index.add(
            "img", header=add_anatomy(index).header, terms=imaging_terms(), base="http://example.org/imaging/",
            source="img.obo", digest="d", progress=steps.append,
        )  # fmt: skip
        assert (release.ontology, release.source, release.digest) == ("img", "img.obo", "d")
        assert (release.header.version, release.terms, release.obsolete) == ("7", 12, 1)
        assert release.languages == ("en", "de")
        assert release.current
        assert release.loaded.endswith("Z")
        assert steps[-1] == 12
        assert [r.ontology for r in index.releases()] == ["ana", "img"]

    def test_only_the_current_release_answers(self, index: TermStore) -> None:
        """A new release replaces the old one in answers; both can be listed and compared."""
        old = add_imaging(index)
        new = add_imaging(index, [term(imaging(2), "optical microscopy")], version="2", digest="i2")
        assert [(r.number, r.current) for r in index.releases()] == [(new.number, True), (old.number, False)]
        assert found(index, "light microscopy") == []
        assert found(index, "optical") == [imaging(2)]
        assert [c.version for c in index.copies([imaging(2)])[imaging(2)]] == ["2"]
        assert terms_of(index, "img").total == 1
        assert terms_of(index, "img", release=old.number).total == 12
        assert terms_of(index, "ana", release=old.number).total == 0

    def test_a_release_can_be_added_to_compare_with(self, index: TermStore) -> None:
        """It is listed, does not answer, and can be chosen later."""
        old = add_imaging(index)
        new = add_imaging(index, [term(imaging(2), "optical microscopy")], digest="i2", current=False)
        assert not new.current
        assert found(index, "optical") == []
        index.use(new.number)
        assert found(index, "optical") == [imaging(2)]
        index.use(old.number)
        assert found(index, "light microscopy") == [imaging(2)]

    def test_the_same_file_again_replaces_its_release(self, index: TermStore) -> None:
        """The number is a new one, and it answers when the old one did, even when only added to compare with."""
        first = add_imaging(index)
        again = add_imaging(index, [term(imaging(2), "optical microscopy")], current=False)
        assert again.number > first.number
        assert [(r.number, r.current) for r in index.releases()] == [(again.number, True)]
        assert found(index, "optical") == [imaging(2)]

    def test_a_release_can_be_forgotten(self, index: TermStore) -> None:
        """Its terms answer no more; its number is not used again."""
        release = add_imaging(index)
        add_anatomy(index)
        index.remove(release.number)
        assert [r.ontology for r in index.releases()] == ["ana"]
        assert found(index, "microscopy") == []
        assert add_imaging(index).number > release.number

    def test_unknown_numbers_are_said_so(self, index: TermStore) -> None:
        """Choosing or forgetting what is not there is refused by name."""
        for number in (17, -1, 1 << 70):
            with pytest.raises(NotFound, match=str(number)):
                index.use(number)
            with pytest.raises(NotFound, match=str(number)):
                index.remove(number)
            assert terms_of(index, "img", release=number).total == 0

    def test_the_starter_answers_besides(self, index: TermStore) -> None:
        """It is listed last, is replaced by a newer starter, and stays when a release becomes current."""
        add_imaging(index, source="starter", digest="s1")
        real = add_imaging(index, [term(imaging(2), "optical microscopy")])
        starter = add_imaging(
            index, [term(imaging(2), "bench word"), term(imaging(3), "x")], source="starter", digest="s2"
        )
        assert [(r.number, r.current) for r in index.releases()] == [
            (real.number, True),
            (starter.number, True),
        ]
        assert found(index, "bench word") == [imaging(2)]
        assert found(index, "optical") == [imaging(2)]
        assert [c.defining for c in index.copies([imaging(2)])[imaging(2)]] == [True, False]
        assert terms_of(index, "img").total == 1
        index.use(starter.number)
        assert found(index, "optical") == []
        assert terms_of(index, "img").total == 2

    def test_the_starter_does_not_bend_the_hierarchy(self, index: TermStore) -> None:
        """What it says about a term is left aside where the current release has the term."""
        add_imaging(index, [term(imaging(4), "confocal", below=[imaging(6)])], source="starter", digest="s")
        add_imaging(index)
        assert imaging(6) not in index.ancestors([imaging(4)])[imaging(4)]
        assert index.related(imaging(6), direction="children", part_of=True).total == 0
        assert found(index, "confocal", under=(imaging(6),)) == []

    def test_a_file_that_breaks_changes_nothing(self, index: TermStore) -> None:
        """When reading fails in the middle, the error is the reader's, and the old release still answers."""
        add_imaging(index)

        def broken() -> Iterator[Term]:
            yield term(imaging(2), "optical microscopy")
            raise OSError("the file went away")

        with pytest.raises(OSError, match="went away"):
            add_imaging(index, broken(), digest="i2")
        assert [r.digest for r in index.releases()] == ["i1"]
        assert found(index, "optical") == []
        assert add_imaging(index, digest="i3").terms == 12

    def test_an_empty_release_is_one(self, index: TermStore) -> None:
        """A vocabulary without terms is listed and finds nothing."""
        assert add_anatomy(index, []).terms == 0
        assert found(index, "lens") == []
        assert terms_of(index, "ana").total == 0
        assert index.related(anatomy(1), direction="children", part_of=True).total == 0
