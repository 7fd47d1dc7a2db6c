"""The questions about studies, asked of the real RO-Crates of three archives."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, QuerySolutions, Store
from used_terms_graph import statements_about

from imagegraph.model.rdf import to_ntriples
from imagegraph.model.records import Document, record_id
from imagegraph.operations.named_queries import bound, get_query, list_queries
from imagegraph.operations.normalise import normalise
from imagegraph.operations.terms.uses import mentioned_terms

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module", name="crates")
def _crates(corpus: Path) -> Store:
    """Every crate in a graph of its own, with the graph of the terms used."""
    from imagegraph.adapters.importers.rocrate import RoCrateImporter

    store = Store()
    used: set[str] = set()
    for file in sorted((corpus / "gide" / "crates").iterdir()):
        for imported in RoCrateImporter().read(
            Document(name=file.name, content=file.read_bytes(), path=file)
        ):
            name = record_id(imported.about or file.name, kind=imported.kind)
            record = f"http://localhost:8000/records/{name}"
            statements = normalise(imported.triples, record=record, about=imported.about).triples
            store.extend(Quad(s.subject, s.predicate, s.object, NamedNode(record)) for s in statements)
            used |= mentioned_terms(to_ntriples(statements))
    graph = NamedNode("http://localhost:8000/terms/used")
    store.extend(Quad(t.subject, t.predicate, t.object, graph) for t in statements_about(used))
    return store


def rows(store: Store, name: str, **parameters: str) -> list[dict[str, str]]:
    """The rows of an answer, unbound values left out."""
    results = store.query(bound(get_query(name), parameters).text, use_default_graph_as_union=True)
    assert isinstance(results, QuerySolutions)
    names = [variable.value for variable in results.variables]
    return [
        {name: value.value for name in names if (value := solution[name]) is not None}  # type: ignore[union-attr]
        for solution in results
    ]


@pytest.mark.parametrize("query", list_queries(), ids=lambda query: query.name)
def test_no_row_comes_twice(query: object, crates: Store) -> None:
    """Terms and people that many crates describe do not multiply the rows."""
    found = [tuple(sorted(row.items())) for row in rows(crates, query.name)]  # type: ignore[attr-defined]
    assert len(found) == len(set(found))


def test_narrower_methods_count(crates: Store) -> None:
    """Asking for light microscopy finds more than asking for confocal microscopy, and contains it."""

    def studies(method: str) -> set[str]:
        return {row["study"] for row in rows(crates, "studies-by-organism-and-method", method=method)}

    light, confocal = studies("FBbi:00000345"), studies("FBbi:00000251")
    assert confocal < light
    assert len(confocal) > 50


def test_every_study_is_counted_once(crates: Store) -> None:
    """The archives' numbers of studies add up to the number of crates, and percentages are percentages."""
    archives = rows(crates, "study-completeness")
    assert sum(int(row["studies"]) for row in archives) == len(
        {graph.value for graph in crates.named_graphs() if "/records/" in graph.value}  # type: ignore[union-attr]
    )
    shares = [float(value) for row in archives for name, value in row.items() if name.startswith("with_")]
    assert all(0 <= share <= 100 for share in shares)
    assert len({row["at"] for row in archives}) == len(archives)
