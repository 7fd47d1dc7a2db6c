"""The history of a record in PROV-O."""

from __future__ import annotations

import pytest
from past_records import Past, with_a_past
from pyoxigraph import QuerySolutions, RdfFormat, Store
from starlette.testclient import TestClient

from imagegraph.model.rdf import PREFIXES

MEDIA_TYPES = {"text/turtle": RdfFormat.TURTLE, "application/ld+json": RdfFormat.JSON_LD}


@pytest.fixture(scope="module", name="past")
def _past(client: TestClient) -> Past:
    return with_a_past(client, "provenance")


def _store(client: TestClient, url: str, media_type: str = "text/turtle") -> Store:
    answer = client.get(url, headers={"Accept": media_type})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(media_type)
    store = Store()
    store.load(answer.content, format=MEDIA_TYPES[media_type])
    return store


def _rows(store: Store, query: str) -> list[list[str]]:
    found = store.query(query, prefixes=PREFIXES)
    assert isinstance(found, QuerySolutions)
    return [[term.value if term else "" for term in row] for row in found]  # type: ignore[union-attr]


def test_versions_are_entities(client: TestClient, past: Past) -> None:
    """Each living version says when it was made, by whom, from which document, and from which version before."""
    store = _store(client, f"{past.url}/provenance")
    record = f"http://testserver{past.url}"
    rows = _rows(
        store,
        "SELECT ?v ?at ?who ?source ?before WHERE { ?v a prov:Entity ; prov:generatedAtTime ?at ;"
        f" prov:specializationOf <{record}> ; prov:wasAttributedTo/rdfs:label ?who ;"
        " prov:wasDerivedFrom/rdfs:label ?source OPTIONAL { ?v prov:wasRevisionOf ?before } } ORDER BY ?v",
    )
    assert [row[0] for row in rows] == [f"{record}?version={n}" for n in (1, 2, 4)]
    assert [row[4] for row in rows] == ["", f"{record}?version=1", f"{record}?version=2"]
    assert all(row[2].startswith("HTTP API") for row in rows)
    assert all(row[3] for row in rows)


def test_deletions_are_activities(client: TestClient, past: Past) -> None:
    """The version that was deleted says so, with who did it and why."""
    store = _store(client, f"{past.url}/provenance")
    record = f"http://testserver{past.url}"
    (row,) = _rows(
        store,
        "SELECT ?v ?act ?why WHERE { ?v prov:wasInvalidatedBy ?act ; prov:invalidatedAtTime ?at ."
        " ?act a prov:Activity ; prov:wasAssociatedWith ?who ; rdfs:comment ?why }",
    )
    assert row == [f"{record}?version=2", f"{record}?version=3#deletion", f"DELETE {past.url}"]


def test_both_formats_say_the_same(client: TestClient, past: Past) -> None:
    """Turtle and JSON-LD are the same statements; JSON gets JSON-LD."""
    turtle, jsonld = (set(_store(client, f"{past.url}/provenance", one)) for one in MEDIA_TYPES)
    assert turtle == jsonld
    answer = client.get(f"{past.url}/provenance", headers={"Accept": "application/json"})
    assert answer.headers["content-type"].startswith("application/ld+json")


def test_pages_of_a_history_join(client: TestClient, past: Past) -> None:
    """`before` gives an earlier part; what never was is 404."""
    store = _store(client, f"{past.url}/provenance?before=2")
    assert len(_rows(store, "SELECT ?v WHERE { ?v prov:generatedAtTime ?at }")) == 1
    assert client.get("/records/nobody/provenance").status_code == 404
