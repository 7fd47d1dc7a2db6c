"""What every source of terms must do; subclass it in a test file and give it an `open_source`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from concurrent.futures import ThreadPoolExecutor

import pytest

from imagegraph.ports.terms import TermScope, TermSource

#: what people and programs put where an id or a text should be
ODD_TEXTS = (
    "", " ", "\x00", "\ud800", "\u202e", "javascript:alert(1)", "file:///etc/passwd", "x" * 20_000, "((((*", '"',
    "' OR 1=1 --", "%2523", "../../admin", "http://", "http://[", "https://orcid.org/0000-0002-1825-0097", "a\r\nHost: b",
)  # fmt: skip


class TermSourceContract(ABC):
    """The contract of `ports.terms.TermSource`.

    Attributes:
        known: IRI and label of a term that the source has.
        replaced: IRI of an obsolete term, and of the one to use instead.
        unknown: IRI of a term that it says it does not have.
    """

    known = ("http://purl.obolibrary.org/obo/UO_0000017", "micrometer")
    replaced = ("http://purl.obolibrary.org/obo/UO_0000248", "http://purl.obolibrary.org/obo/UO_0000015")
    unknown = "http://purl.obolibrary.org/obo/UO_0099999"

    @abstractmethod
    def open_source(self) -> TermSource:
        """A source that has these terms."""

    @pytest.fixture(name="contract_source")
    def _contract_source(self) -> TermSource:
        return self.open_source()

    def test_a_known_term_is_told_with_its_source(self, contract_source: TermSource) -> None:
        """State, label, who says so, and when."""
        found = contract_source.resolve(self.known[0])
        assert found.term is not None
        assert (found.state, found.term.iri, found.term.label) == ("ok", *self.known)
        assert found.source
        assert found.fetched.endswith("Z")
        assert (found.stale, found.successors) == (False, ())

    def test_an_obsolete_term_leads_to_its_successor(self, contract_source: TermSource) -> None:
        """The term is told all the same."""
        found = contract_source.resolve(self.replaced[0])
        assert found.term is not None
        assert (found.state, found.term.iri, found.term.obsolete) == ("replaced", self.replaced[0], True)
        assert found.successors[0] == self.replaced[1]

    def test_an_unknown_term_is_not_found(self, contract_source: TermSource) -> None:
        """The source says so itself."""
        found = contract_source.resolve(self.unknown)
        assert (found.state, found.term, found.successors) == ("not_found", None, ())

    def test_a_label_finds_its_term(self, contract_source: TermSource) -> None:
        """Among at most as many as asked for."""
        answer = contract_source.search(self.known[1], scope=TermScope(), limit=5)
        assert (answer.state, answer.stale) == ("ok", False)
        assert self.known[0] in [term.iri for term in answer.terms]
        assert len(answer.terms) <= 5
        assert answer.source

    def test_a_search_stays_in_its_vocabulary(self, contract_source: TermSource) -> None:
        """Nothing of another one is offered."""
        answer = contract_source.search(self.known[1], scope=TermScope(ontologies=("fbbi",)), limit=5)
        assert (answer.state, answer.terms) == ("ok", ())

    @pytest.mark.parametrize("text", ODD_TEXTS)
    def test_odd_texts_are_answered(self, text: str, contract_source: TermSource) -> None:
        """Never raises, never finds anything."""
        assert contract_source.resolve(text).state == "invalid"
        assert contract_source.search(text, scope=TermScope(), limit=5).terms == ()

    def test_threads_get_their_own_answers(self, contract_source: TermSource) -> None:
        """Eight of them ask for two things."""
        asked = [self.known[0], self.replaced[0]] * 8
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(contract_source.resolve, asked))
        assert [answer.term and answer.term.iri for answer in found] == asked
