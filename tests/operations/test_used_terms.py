"""The graph of used terms follows the records and the releases."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pyoxigraph import QueryBoolean, QuerySolutions, Store
from term_index_samples import (
    CONFOCAL,
    ELECTRON,
    FIXED,
    LIGHT,
    METHOD,
    METHODS,
    MOUSE,
    OBO,
    OLD,
    add,
    filled_index,
    term,
)

from imagegraph.adapters.oxigraph.store import OxigraphGraphStore
from imagegraph.adapters.sqlite import SqliteJournal
from imagegraph.adapters.sqlite.terms import SqliteTermIndex
from imagegraph.model.ontology import PART_OF, Parent, Term, TermName
from imagegraph.model.rdf import RDFS, SCHEMA, NamedNode, Triple, to_ntriples
from imagegraph.model.vocabularies import packaged_registry
from imagegraph.operations.projection import verify
from imagegraph.operations.terms.used import TermKeepingGraph, used_terms_graph

BASE = "http://localhost:8000/"
USED = f"{BASE}terms/used"


@pytest.fixture(name="index")
def _index(tmp_path: Path) -> Iterator[SqliteTermIndex]:
    index = filled_index(tmp_path)
    yield index
    index.close()


@pytest.fixture(name="store")
def _store(tmp_path: Path) -> Iterator[OxigraphGraphStore]:
    store = OxigraphGraphStore(tmp_path / "graph", snapshots=tmp_path / "snapshots")
    yield store
    store.close()


def _keeping(store: OxigraphGraphStore, index: SqliteTermIndex) -> TermKeepingGraph:
    return TermKeepingGraph(store, index=index, registry=packaged_registry(), base=BASE)


def _put(graph: TermKeepingGraph, id: str, *terms: str, new: bool = True) -> None:
    record = NamedNode(f"{BASE}records/{id}")
    triples = [Triple(record, SCHEMA.about, NamedNode(iri)) for iri in terms]
    graph.replace(record.value, to_ntriples(triples), new=new)


def _ask(graph: TermKeepingGraph, pattern: str) -> bool:
    found = Store.read_only(str(graph.snapshot(whole=True).folder)).query(
        f"PREFIX rdfs: <{RDFS!s}> PREFIX obo: <{OBO}> PREFIX owl: <http://www.w3.org/2002/07/owl#> "
        f"ASK {{ {pattern} }}"
    )
    assert isinstance(found, QueryBoolean)
    return bool(found)


def test_one_pattern_asks_for_all_that_is_below(store: OxigraphGraphStore, index: SqliteTermIndex) -> None:
    """A snapshot right after a write knows the closure, the term itself included; paths give the same."""
    graph = _keeping(store, index)
    _put(graph, "a", CONFOCAL)
    for above in (CONFOCAL, LIGHT, METHOD):
        for path in ("rdfs:subClassOf", "rdfs:subClassOf*", "rdfs:subClassOf+"):
            assert _ask(graph, f"<{CONFOCAL}> {path} <{above}>"), (path, above)
    assert not _ask(graph, f"<{CONFOCAL}> rdfs:subClassOf <{ELECTRON}>")
    assert _ask(
        graph,
        f'<{LIGHT}> rdfs:label "light microscopy"@en ; a owl:Class ; rdfs:isDefinedBy ?o . ?o owl:versionInfo "2026-02-01"',
    )


def test_only_what_is_used_is_there(store: OxigraphGraphStore, index: SqliteTermIndex) -> None:
    """A term leaves with the last record that mentions it; what is above others stays."""
    graph = _keeping(store, index)
    _put(graph, "a", CONFOCAL, MOUSE)
    _put(graph, "b", CONFOCAL)
    graph.snapshot()
    _put(graph, "a", ELECTRON, new=False)
    assert not _ask(graph, f"<{MOUSE}> ?p ?o")
    assert _ask(graph, f"<{USED}> ?p <{CONFOCAL}>, <{ELECTRON}>")
    graph.replace(f"{BASE}records/b", b"", new=False)
    assert not _ask(graph, f"<{CONFOCAL}> ?p ?o")
    assert _ask(graph, f"<{ELECTRON}> rdfs:subClassOf <{METHOD}>")
    graph.replace(f"{BASE}records/a", b"", new=False)
    assert not _ask(graph, "?t a owl:Class")


def test_the_graph_does_not_depend_on_the_way_there(
    store: OxigraphGraphStore, index: SqliteTermIndex, tmp_path: Path
) -> None:
    """Grown with snapshots in between, or made at once: the digests are equal."""
    other = OxigraphGraphStore(tmp_path / "other", snapshots=tmp_path / "others")
    grown, at_once = _keeping(store, index), _keeping(other, index)
    _put(grown, "a", CONFOCAL, MOUSE, OLD)
    grown.snapshot()
    _put(grown, "b", ELECTRON, f"{OBO}FBbi_00009999")
    grown.snapshot()
    _put(grown, "a", FIXED, new=False)
    _put(at_once, "b", ELECTRON, f"{OBO}FBbi_00009999")
    _put(at_once, "a", FIXED)
    assert grown.digest() == at_once.digest()
    again = _keeping(store, index)
    assert again.digest() == grown.digest()
    other.close()


def test_another_release_changes_the_graph(store: OxigraphGraphStore, index: SqliteTermIndex) -> None:
    """What a release says that was loaded or chosen is in the next snapshot; going back gives the old graph."""
    graph = _keeping(store, index)
    _put(graph, "a", CONFOCAL)
    before = graph.digest()
    (old,) = [r.number for r in index.releases() if r.ontology == "fbbi"]
    moved = (*[t for t in METHODS if t.iri != CONFOCAL], term(CONFOCAL, "confocal imaging", ELECTRON))
    add(index, "fbbi", moved, version="2026-08-01")
    assert _ask(graph, f"<{CONFOCAL}> rdfs:subClassOf <{ELECTRON}>")
    assert not _ask(graph, f"<{CONFOCAL}> rdfs:subClassOf <{LIGHT}>")
    index.use(old)
    assert graph.digest() == before


def test_a_start_takes_up_where_the_last_one_ended(store: OxigraphGraphStore, index: SqliteTermIndex) -> None:
    """The graph tells which terms it holds; removing a record after a start removes its terms."""
    first = _keeping(store, index)
    _put(first, "a", CONFOCAL)
    first.flush()
    second = _keeping(store, index)
    second.replace(f"{BASE}records/a", b"", new=False)
    assert not _ask(second, f"<{CONFOCAL}> ?p ?o")


def test_a_graph_of_an_earlier_version_is_made_good(
    store: OxigraphGraphStore, index: SqliteTermIndex
) -> None:
    """Records that were there before terms were kept are read once; other shared graphs go."""
    record = NamedNode(f"{BASE}records/a")
    store.replace(record.value, to_ntriples([Triple(record, SCHEMA.about, NamedNode(CONFOCAL))]), new=True)
    old = Triple(NamedNode(LIGHT), RDFS.label, NamedNode("http://x/y"))
    store.replace(f"{BASE}terms/imaging-method-hierarchy", to_ntriples([old]), new=True)
    graph = _keeping(store, index)
    assert _ask(graph, f"<{CONFOCAL}> rdfs:subClassOf <{METHOD}>")
    assert set(graph.graphs()) == {record.value, USED}


def test_damage_is_found(store: OxigraphGraphStore, index: SqliteTermIndex, tmp_path: Path) -> None:
    """`verify` sees a graph of terms that says more, or less, than records and vocabularies do."""
    graph = _keeping(store, index)
    graph.refresh()
    journal = SqliteJournal(tmp_path / "journal.sqlite")

    def problems() -> list[str]:
        made = partial(used_terms_graph, index=index, registry=packaged_registry(), base=BASE)
        return [problem.where for problem in verify(journal, graph, base=BASE, used_terms=made)]

    assert problems() == []
    store.add(USED, f'<{LIGHT}> <{RDFS.label.value}> "dark microscopy" .\n'.encode())
    assert problems() == [f"graph {USED}"]
    store.replace(USED, b"", new=False)
    assert problems() == [f"graph {USED}"]
    journal.close()


def test_cycles_and_parts(store: OxigraphGraphStore, index: SqliteTermIndex) -> None:
    """A hierarchy that runs in a circle ends; part_of goes along subclasses; broken IRIs are left out."""
    cell, wall, leaf = (f"{OBO}PO_{number:07d}" for number in (1, 2, 3))
    terms = (
        Term(iri=cell, names=(TermName(text="cell"),), parents=(Parent(iri=leaf),)),
        Term(
            iri=leaf,
            names=(TermName(text="leaf", language="not a tag"),),
            parents=(Parent(iri=cell), Parent(iri="not an iri")),
        ),
        Term(iri=wall, names=(TermName(text="wall"),), parents=(Parent(iri=cell, relation=PART_OF),)),
    )
    add(index, "po", terms, version="1")
    graph = _keeping(store, index)
    _put(graph, "a", wall)
    assert _ask(
        graph, f"<{wall}> obo:BFO_0000050 <{cell}>, <{leaf}> . <{leaf}> rdfs:subClassOf <{cell}>, <{leaf}>"
    )
    assert not _ask(graph, f"<{wall}> rdfs:subClassOf <{cell}>")
    assert _ask(graph, f'<{leaf}> rdfs:label "leaf"')


def test_replacements_are_told(store: OxigraphGraphStore, index: SqliteTermIndex) -> None:
    """An obsolete term that a record uses leads on to the new one and its label."""
    graph = _keeping(store, index)
    _put(graph, "a", OLD)
    assert _ask(
        graph,
        f'<{OLD}> owl:deprecated true ; obo:IAO_0100001 ?new . ?new rdfs:label "confocal microscopy"@en',
    )


def test_every_statement_is_made_once_in_the_merge(store: OxigraphGraphStore, index: SqliteTermIndex) -> None:
    """A term of two records is one solution."""
    graph = _keeping(store, index)
    _put(graph, "a", CONFOCAL)
    graph.snapshot()
    _put(graph, "b", CONFOCAL, ELECTRON)
    found = Store.read_only(str(graph.snapshot(whole=True).folder)).query(
        f"SELECT * {{ <{CONFOCAL}> <{RDFS!s}subClassOf> ?above }}"
    )
    assert isinstance(found, QuerySolutions)
    assert len(list(found)) == 3
