"""One imagegraph asks another for terms: our OLS API is a host like any other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from imagegraph.adapters.http import HttpService
from imagegraph.adapters.ols import OlsTermSource
from imagegraph.adapters.sqlite.resolved import ResolvedCache
from imagegraph.model.ontology import PART_OF, Parent
from imagegraph.model.vocabularies import packaged_registry
from imagegraph.ports.terms import TermScope, TermSource
from imagegraph.testing.term_source import TermSourceContract

OBO = "http://purl.obolibrary.org/obo/"
MITOCHONDRION = OBO + "GO_0005739"


@pytest.fixture(name="source")
def _source(address: str, tmp_path: Path) -> Iterator[OlsTermSource]:
    service = HttpService(f"{address}/ols4/api", agent="tests", rate=500)
    source = OlsTermSource([service], cache=ResolvedCache(tmp_path / "r"), registry=packaged_registry())
    yield source
    source.close()


class TestOurOwnOls(TermSourceContract):
    """The contract, answered by the OLS API of a running service."""

    known = (MITOCHONDRION, "mitochondrion")
    replaced = (OBO + "GO_0009999", MITOCHONDRION)
    unknown = OBO + "GO_0099999"

    @pytest.fixture(autouse=True)
    def _service(self, address: str, tmp_path: Path) -> Iterator[None]:
        with ExitStack() as stack:
            self._address, self._path, self._stack = address, tmp_path / "resolved.sqlite", stack
            yield

    def open_source(self) -> TermSource:
        """A source that asks the running service."""
        service = HttpService(f"{self._address}/ols4/api", agent="tests", rate=500)
        source = OlsTermSource([service], cache=ResolvedCache(self._path), registry=packaged_registry())
        self._stack.callback(source.close)
        return source


def test_the_whole_term_arrives(source: OlsTermSource) -> None:
    """Names with their kinds, definition, parents, cross-references, subsets; the defining copy."""
    term = source.resolve(MITOCHONDRION).term
    assert term is not None
    assert {(name.text, name.kind) for name in term.names} == {
        ("mitochondrion", "label"), ("mitochondria", "exact"), ("chondriosome", "related")
    }  # fmt: skip
    assert term.definition == "The organelle with two membranes in which most ATP of a cell is made."
    assert term.parents == (Parent(iri=OBO + "GO_0043227"),)
    assert set(term.xrefs) == {"NCIT:C13191", "http://en.wikipedia.org/wiki/Mitochondrion"}
    assert (term.subsets, term.ontology, term.defining) == (("goslim_generic",), "go", True)


def test_parts_arrive_as_parts(source: OlsTermSource) -> None:
    """part_of is no subClassOf."""
    term = source.resolve("GO:0031966").term
    assert term is not None
    assert Parent(iri=MITOCHONDRION, relation=PART_OF) in term.parents
    assert Parent(iri=OBO + "GO_0110165") in term.parents


def test_what_may_fit_instead_arrives(source: OlsTermSource) -> None:
    """It is obsolete; a person must choose."""
    found = source.resolve("GO:0009998")
    assert found.term is not None
    assert (found.state, found.successors) == ("obsolete", ())
    assert set(found.term.consider) == {OBO + "GO_0005634", OBO + "GO_0005730"}


def test_searches_below_a_root(source: OlsTermSource) -> None:
    """Only what is a part of it, or a kind of it."""
    scope = TermScope(ontologies=("go",), under=(MITOCHONDRION,))
    answer = source.search("mitochondrial", scope=scope, limit=10)
    assert {term.iri for term in answer.terms} == {OBO + "GO_0031966", OBO + "GO_0005743"}
