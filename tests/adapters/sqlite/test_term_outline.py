"""Outlines of releases in the index: lists, places, counts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imagegraph.adapters.sqlite import SqliteTermIndex
from imagegraph.model.ontology import (
    PART_OF,
    STARTER,
    SUB_CLASS_OF,
    Parent,
    Release,
    ReleaseHeader,
    Term,
    TermKind,
    TermName,
)
from imagegraph.ports.terms import Place

BASE = "http://purl.obolibrary.org/obo/GO_"
DIRECT = Place(has_direct_children=True, has_hierarchical_children=True)
ONLY_PARTS = Place(has_direct_children=False, has_hierarchical_children=True)


def term(
    local: str, *, is_a: str = "", part_of: str = "", obsolete: bool = False, kind: TermKind = "class"
) -> Term:
    """A term below the terms named by letters."""
    parents = [Parent(iri=BASE + letter, relation=SUB_CLASS_OF) for letter in is_a]
    parents += [Parent(iri=BASE + letter, relation=PART_OF) for letter in part_of]
    return Term(
        iri=BASE + local,
        names=(TermName(text=f"thing {local}"),),
        parents=tuple(parents),
        obsolete=obsolete,
        kind=kind,
    )


@pytest.fixture(name="index")
def _index(tmp_path: Path) -> Iterator[SqliteTermIndex]:
    index = SqliteTermIndex(tmp_path / "terms.sqlite")
    yield index
    index.close()


def load(index: SqliteTermIndex, *terms: Term, source: str = "file", digest: str = "1") -> Release:
    """A release of these terms."""
    return index.add("go", header=ReleaseHeader(), terms=terms, base=BASE, source=source, digest=digest)


def locals_of(iris: object) -> str:
    """The letters of IRIs."""
    return "".join(str(iri).removeprefix(BASE) for iri in iris)  # type: ignore[attr-defined]


def test_lists_can_be_narrowed(index: SqliteTermIndex) -> None:
    """By kind, state, and being a root; pages are cut from the same order, and the total stays."""
    release = load(
        index, term("a"), term("b", is_a="a"), term("c", part_of="b"), term("d", obsolete=True),
        term("p", kind="property"), term("i", kind="individual"),
    )  # fmt: skip

    def listed(**asked: object) -> str:
        page = index.listed(release.number, **asked)  # type: ignore[arg-type]
        assert page.total == len(page.terms)
        return locals_of(term.iri for term in page.terms)

    assert listed() == "abcdip"
    assert listed(kind="class") == "abcd"
    assert listed(kind="property") == "p"
    assert listed(kind="class", obsolete=False) == "abc"
    assert listed(obsolete=True) == "d"
    assert listed(kind="class", obsolete=False, roots=True) == "a"
    page = index.listed(release.number, kind="class", offset=1, limit=2)
    assert (locals_of(one.iri for one in page.terms), page.total) == ("bc", 4)
    assert index.listed(release.number, kind="class", limit=0).total == 4
    assert index.listed(release.number + 1).total == 0


def test_terms_that_are_only_mentioned_are_not_listed(index: SqliteTermIndex) -> None:
    """A parent that the file does not describe is no term of it, yet its child is no root."""
    release = load(index, term("b", is_a="a"))
    assert index.listed(release.number).total == 1
    assert index.listed(release.number, roots=True).total == 0
    assert index.places([BASE + "a"], ontology="go") == {}


def test_places_and_counts_tell_relations_apart(index: SqliteTermIndex) -> None:
    """What is below by subClassOf, and by part_of too; leaves are left out."""
    load(index, term("a"), term("b", is_a="a"), term("c", part_of="b"), term("d", is_a="c"))
    iris = [BASE + letter for letter in "abcdx"]
    assert index.places(iris, ontology="go") == {
        BASE + "a": DIRECT,
        BASE + "b": ONLY_PARTS,
        BASE + "c": DIRECT,
    }
    assert index.descendant_counts(iris, ontology="go") == {
        BASE + "a": (1, 3), BASE + "b": (0, 2), BASE + "c": (1, 1),
    }  # fmt: skip
    assert index.places(iris, ontology="cl") == index.descendant_counts(iris, ontology="cl") == {}


def test_cycles_are_counted_once(index: SqliteTermIndex) -> None:
    """In a ring everything is below everything but itself."""
    load(index, term("a", is_a="c"), term("b", is_a="a"), term("c", is_a="b"))
    assert index.descendant_counts([BASE + "a"], ontology="go") == {BASE + "a": (2, 2)}


def test_the_best_release_decides(index: SqliteTermIndex) -> None:
    """What the starter says of the hierarchy counts only for terms that no loaded release has."""
    load(index, term("a"), term("b", is_a="a"), term("s"), term("t", is_a="s"), source=STARTER, digest="0")
    load(index, term("a"), term("b"))
    iris = [BASE + letter for letter in "abst"]
    assert index.places(iris, ontology="go") == {BASE + "s": DIRECT}


def test_any_text_can_be_asked(index: SqliteTermIndex) -> None:
    """Texts that are no IRIs, or no texts that could be stored, are simply not there."""
    load(index, term("a"), term("b", is_a="a"))
    asked = ["", "\x00", "'; --", "\ud800", "x" * 100_000, BASE + "a"]
    assert set(index.places(asked, ontology="go")) == {BASE + "a"}
    assert set(index.descendant_counts(asked, ontology="go")) == {BASE + "a"}


def test_more_terms_than_fit_in_one_question(index: SqliteTermIndex) -> None:
    """Thousands of terms are outlined together; counting ends where it would take long."""
    many = [Term(iri=f"{BASE}{number:05}", parents=(Parent(iri=BASE + "a"),)) for number in range(21_000)]
    load(index, term("a"), *many)
    iris = [BASE + "a", *(one.iri for one in many)]
    assert set(index.places(iris, ontology="go")) == {BASE + "a"}
    ((direct, below),) = index.descendant_counts(iris[:1], ontology="go").values()
    assert direct == below == 20_000
