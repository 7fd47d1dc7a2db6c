"""What every index of terms must do; subclass the suites in a test file and give them an `open_index`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from imagegraph.model.folding import fold
from imagegraph.model.ontology import Parent, Term, TermName
from imagegraph.ports.terms import TermArchive, TermCatalogue, TermIndex, TermPage, TermScope
from imagegraph.testing.term_samples import (
    add_anatomy,
    add_imaging,
    anatomy,
    imaging,
    imaging_terms,
    term,
)


class TermStore(TermCatalogue, TermArchive, Protocol):
    """Both ports of one index."""


class TermStoreContract(ABC):
    """Gives every test an empty index."""

    @abstractmethod
    def open_index(self) -> TermStore:
        """A new empty index."""

    @pytest.fixture(name="index")
    def _index(self) -> Iterator[TermStore]:
        index = self.open_index()
        yield index
        index.close()


def terms_of(
    index: TermCatalogue, ontology: str, *, release: int | None = None, **options: Any
) -> TermPage:  # fmt: skip
    """The terms of a vocabulary's current release, or of another one by its number."""
    number = next(
        (
            r.number
            for r in index.releases()
            if r.ontology == ontology and (r.current if release is None else r.number == release)
        ),
        0,
    )
    return index.listed(number, **options)


def found(index: TermIndex, text: str, *, limit: int = 50, close: bool = True, **scope: object) -> list[str]:
    """The candidates for a text as it is typed."""
    return list(index.candidates(fold(text), scope=TermScope(**scope), limit=limit, close=close))  # type: ignore[arg-type]


class TermIndexContract(TermStoreContract):
    """The contract of `ports.terms.TermIndex`: what is found, and how it comes back."""

    def test_new_index_is_empty(self, index: TermStore) -> None:
        """Nothing is there before anything was added."""
        assert index.releases() == ()
        assert index.copies([imaging(1)]) == {}
        assert found(index, "microscopy") == []
        assert terms_of(index, "img").total == 0
        assert index.related(imaging(1), direction="ancestors", part_of=True).total == 0
        assert index.ancestors([imaging(1)]) == {}

    def test_terms_come_back_exactly(self, index: TermStore) -> None:
        """All that a reader says about a term is kept, and where it stands is added."""
        told = Term(
            iri=imaging(50), kind="individual", obsolete=True, definition='A "probe"\nof two lines',
            names=(TermName(text="Sonde", language="de-at"), TermName(text="probe", kind="related", language="en")),
            parents=(Parent(iri=imaging(1)), Parent(iri=anatomy(1), relation="http://example.org/near")),
            replaced_by=(imaging(2),), consider=(imaging(3), imaging(4)), xrefs=("X:1",), subsets=("slim",),
        )  # fmt: skip
        add_imaging(index, [told])
        (copy,) = index.copies([imaging(50)])[imaging(50)]
        assert (copy.ontology, copy.version, copy.defining) == ("img", "2026-01-01", True)
        assert told == Term(**{**vars(copy), "ontology": "", "version": "", "defining": False})

    def test_parts_of_a_term_are_joined(self, index: TermStore) -> None:
        """A term that is told in several parts is one, with labels first and nothing twice."""
        parts = [
            term(imaging(1), None, synonyms=["imaging"], below=[imaging(7)]),
            term(imaging(2), "other"),
            term(imaging(1), "imaging method", definition="Makes images.", obsolete=True, below=[imaging(7), imaging(8)]),
        ]  # fmt: skip
        assert add_imaging(index, parts).terms == 2
        (copy,) = index.copies([imaging(1)])[imaging(1)]
        assert [name.text for name in copy.names] == ["imaging method", "imaging"]
        assert (copy.definition, copy.obsolete) == ("Makes images.", True)
        assert [parent.iri for parent in copy.parents] == [imaging(7), imaging(8)]
        assert found(index, "imaging", obsolete=True) == [imaging(1)]

    def test_the_defining_copy_comes_first(self, index: TermStore) -> None:
        """Of several copies the one of the term's own vocabulary is first, the starter's last."""
        add_imaging(index, source="starter", digest="s")
        add_anatomy(index)
        assert [c.ontology for c in index.copies([imaging(9)])[imaging(9)]] == ["ana", "img"]
        add_imaging(index)
        copies = index.copies([imaging(9), imaging(1), "http://example.org/none"])
        assert [(c.ontology, c.defining) for c in copies[imaging(9)]] == [
            ("img", True),
            ("ana", False),
            ("img", False),
        ]
        assert set(copies) == {imaging(9), imaging(1)}

    @pytest.mark.parametrize(
        ("text", "first"),
        [
            ("Fluorescence MICROSCOPY", 3), ("fm", 3), ("forster resonance energy transfer", 7), ("EM", 6),
            ("lichtmikroskopie", 2), ("fluo", 3), ("confocal m", 4), ("microscopy spinning", 5), ("disk conf", 5),
            ("flourescence microscopy", 3), ("electrn microscopy", 6), ("confocal microscpoy", 4), ("eletron", 6),
        ],
    )  # fmt: skip
    def test_texts_find_their_terms(self, index: TermStore, text: str, first: int) -> None:
        """Labels, synonyms, beginnings, words in any order and small slips lead to the term."""
        add_imaging(index)
        assert found(index, text)[:1] == [imaging(first)]

    def test_kinds_of_likeness_are_ordered(self, index: TermStore) -> None:
        """What is the text comes before what begins with it, that before what has its words."""
        labels = ["cell", "cell line", "stem cell", "cellulose", "cells"]
        add_imaging(index, [term(imaging(n), label) for n, label in enumerate(labels)])
        assert found(index, "cell")[0] == imaging(0)
        assert set(found(index, "cell")[1:4]) == {imaging(1), imaging(3), imaging(4)}
        assert found(index, "cell")[4] == imaging(2)
        assert found(index, "cell", limit=2) == found(index, "cell")[:2]

    def test_close_spelling_is_asked_for(self, index: TermStore) -> None:
        """Similar spellings are left out on request, and when the text itself is a name."""
        add_imaging(index)
        assert found(index, "fluorescense microscopy", close=False) == []
        assert found(index, "fluorescense microscopy") == [imaging(3)]
        assert found(index, "objective", limit=1) == [imaging(9)]

    def test_obsolete_terms_are_found_when_wanted(self, index: TermStore) -> None:
        """They are left out otherwise; a label that says so is enough; they come after others."""
        add_imaging(index, [*imaging_terms(), term(imaging(20), "obsolete deconvolution method, used")])
        assert found(index, "obsolete deconvolution") == []
        assert found(index, "obsolete deconvolution", obsolete=True) == [imaging(8), imaging(20)]
        assert index.copies([imaging(8)])[imaging(8)][0].obsolete
        assert index.releases()[0].obsolete == 2

    def test_search_keeps_to_vocabularies(self, index: TermStore) -> None:
        """Only what is in a release of these vocabularies is found."""
        add_imaging(index)
        add_anatomy(index)
        assert set(found(index, "lens")) == {anatomy(3), imaging(10)}
        assert found(index, "lens", ontologies=("ana",)) == [anatomy(3)]
        assert found(index, "lens", ontologies=("none",)) == []

    def test_search_keeps_below_roots(self, index: TermStore) -> None:
        """A term must be one of the roots or below one, by subClassOf or part_of; cycles end."""
        add_imaging(index, [*imaging_terms(), term(imaging(4), None, below=[imaging(5)])])
        add_anatomy(index)
        assert found(index, "microscopy", under=(imaging(3),))[:2] == [imaging(4), imaging(3)]
        assert found(index, "front lens", under=(imaging(9),)) == [imaging(10)]
        assert found(index, "lens", under=(anatomy(1),)) == [anatomy(3)]
        assert found(index, "microscopy", under=("http://example.org/none",)) == []
        assert set(found(index, "microscopy", under=(anatomy(1), imaging(6)))) == {imaging(6)}

    def test_filtered_search_looks_beyond_the_first(self, index: TermStore) -> None:
        """Many better names that are filtered away do not hide the one that may be answered."""
        many = [term(imaging(n), f"cell {n}") for n in range(100, 900)]
        wanted = term(imaging(5000), "a much longer name of a cell, seldom used", below=[imaging(1)])
        add_imaging(index, [*many, wanted, term(imaging(1), "root")])
        assert found(index, "cell", limit=5, under=(imaging(1),)) == [imaging(5000)]

    def test_terms_are_listed_in_the_order_of_their_iris(self, index: TermStore) -> None:
        """Pages of a release, of all kinds or of one."""
        add_imaging(index, reversed(imaging_terms()))
        page = terms_of(index, "img", offset=2, limit=3)
        assert ([term.iri for term in page.terms], page.total) == ([imaging(n) for n in (3, 4, 5)], 12)
        assert [term.iri for term in terms_of(index, "img", kind="property").terms] == [imaging(12)]
        assert terms_of(index, "img", kind="class", offset=10).terms[0].iri == imaging(11)
        assert terms_of(index, "img", kind="class").total == 11
        assert terms_of(index, "img", kind="individual").total == 0
        assert terms_of(index, "img", offset=50) == type(page)((), 12)

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(text=st.text(max_size=40))
    @example(text='") OR NEAR(a b) AND * : ^ - {col}')
    @example(text="\0'\"--; DROP TABLE release")
    @example(text="\ud800")
    @example(text="\u202emicroscopy\u0301\u0327")
    @example(text="a" * 10_000)
    @example(text="cell " * 2_000)
    @example(text="  ".join("abcdefghijklmnopqrstuvwxyz"))
    @example(text="fluorescence microscopx " + "é" * 500)
    def test_any_text_may_be_asked_for(self, index: TermStore, text: str) -> None:
        """No text is an error, folded or not, as words, as an IRI, or as the name of a vocabulary."""
        if not index.releases():
            add_imaging(index)
        for key in (text, fold(text), f"microscopy {fold(text)}"):
            assert len(index.candidates(key, scope=TermScope(), limit=10)) <= 10
            index.candidates(key, scope=TermScope(ontologies=(text,), under=(text,)), limit=10)
        assert set(index.copies([text])) <= {text}
        index.ancestors([text])
        assert index.related(text, direction="descendants", part_of=True, ontology=text).total == 0
        assert terms_of(index, text).total == 0

    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        names=st.lists(st.text(st.characters(exclude_categories=()), max_size=30), min_size=1, max_size=5),
        iri=st.text(
            st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=20
        ),
    )
    @example(names=["\ud800", "\0", ""], iri="http://example.org/#\u202e")
    def test_any_term_may_be_told(self, index: TermStore, names: list[str], iri: str) -> None:
        """Whatever the names, the term is kept as it is, and each name with a word in it finds it."""
        told = Term(
            iri=iri, names=tuple(TermName(text=text) for text in names), parents=(Parent(iri=iri + " \n"),)
        )
        add_imaging(index, [told])
        (copy,) = index.copies([iri])[iri]
        assert (copy.names, copy.parents) == (told.names, told.parents)
        for name in names:
            if key := fold(name):
                assert list(index.candidates(key, scope=TermScope(obsolete=True), limit=5)) == [iri]

    def test_several_threads_may_ask(self, index: TermStore) -> None:
        """Answers are the same from any thread, while a release is added in one of them."""
        add_imaging(index)
        expected = found(index, "microscopy")

        def ask(number: int) -> list[str]:
            if number == 5:
                add_anatomy(index)
            return found(index, "microscopy") if number % 2 else [*index.ancestors([imaging(5)])[imaging(5)]]

        with ThreadPoolExecutor(8) as threads:
            answers = list(threads.map(ask, range(40)))
        assert all(answer == expected for answer in answers[1::2])
        assert all(len(answer) == 5 for answer in answers[::2])
