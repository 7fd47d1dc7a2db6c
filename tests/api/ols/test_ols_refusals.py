"""What the OLS API refuses, and what hostile questions get."""

from __future__ import annotations

import time
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

API = "/ols4/api"


def assert_refused(ols: TestClient, path: str, status: int, *, method: str = "GET") -> str:
    """The refusal has the shape of OLS; its message."""
    answer = ols.request(method, API + path)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/json"
    told = answer.json()
    assert set(told) == {"timestamp", "status", "error", "message", "path"}
    assert told["status"] == status
    assert abs(told["timestamp"] / 1000 - time.time()) < 60
    assert told["path"].startswith(API)
    return str(told["message"])


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/v3/ontologies",
        "/ontologies/foobar",
        "/ontologies/foobar/terms",
        "/ontologies/foobar/terms/roots",
        "/ontologies/go/terms/http%253A%252F%252Fexample.org%252Fnothing",
        "/ontologies/go/terms/http%253A%252F%252Fexample.org%252Fnothing/parents",
        "/ontologies/go/terms/http%253A%252F%252Fpurl.obolibrary.org%252Fobo%252FGO_0005739/llm_embedding",
        "/ontologies/go/terms?obo_id=GO:1",
        "/ontologies/go/terms?obo_id=UBERON:0002107",
        "/ontologies/go/parents?id=nothing",
        "/ontologies/go/properties?iri=http://purl.obolibrary.org/obo/GO_0005739",
        "/v2/ontologies/foobar",
        "/v2/ontologies/go/classes/nothing",
        "/v2/ontologies/go/properties/http%253A%252F%252Fpurl.obolibrary.org%252Fobo%252FGO_0005739",
    ],
)
def test_what_is_not_there(ols: TestClient, path: str) -> None:
    """Unknown terms, ontologies and routes are 404 in the shape that OLS clients read."""
    assert assert_refused(ols, path, 404)


@pytest.mark.parametrize(
    "path",
    [
        "/search",
        "/select?ontology=go",
        "/suggest",
        "/search?q=x&rows=ten",
        "/search?q=x&start=1.5",
        "/search?q=x&exact=perhaps",
        "/search?q=x&ontology=a/b",
        "/search?q=x&lang=%22%3E",
        "/ontologies/a%20b",
        "/ontologies/%00",
        "/ontologies/go/terms?obsoletes=x",
        "/terms/findByIdAndIsDefiningOntology",
        "/v2/entities?search=x&exactMatch=2",
    ],
)
def test_what_cannot_be_asked(ols: TestClient, path: str) -> None:
    """Missing and unusable parameters are 400."""
    assert assert_refused(ols, path, 400)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed(ols: TestClient, method: str) -> None:
    """Other methods are 405, on known addresses."""
    assert method in assert_refused(ols, "/ontologies/go/terms", 405, method=method)


def test_a_missing_list_is_empty_where_ols_has_it_empty(ols: TestClient) -> None:
    """Asking all ontologies for an unknown term finds no copies; that is no error."""
    for path in (
        "/terms?iri=http://example.org/nothing",
        "/terms/http%253A%252F%252Fexample.org%252Fnothing",
    ):
        told = ols.get(API + path).json()
        assert told["_embedded"] == {"terms": []}
        assert told["page"] == {"size": 1000, "totalElements": 0, "totalPages": 0, "number": 0}
    assert ols.get(f"{API}/ontologies/go/parents").json()["_embedded"] == {"terms": []}


HOSTILE = [
    "x" * 10_000,
    '"',
    '""" OR *',
    "NEAR(a b)",
    "label:nucleus AND -x",
    "a* ^b {c} (d",
    "(((((((((((a*)*)*)*)*)*)*)*)*)*)*",
    "%",
    "\x00",
    "nuc\x00leus",
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    "\u202enucleus",
    "é" * 500,
    "🔬",
    "javascript:alert(1)",
    "http://example.org/x#y?z=1&a=b",
    "'; DROP TABLE term_1; --",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    " ",
    "GO:" + "9" * 400,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize(
    "path",
    [
        "/search?q={}", "/search?q={}&exact=true", "/search?q=a&allChildrenOf={}", "/search?q=a&ontology={}",
        "/search?q=a&fieldList={}&queryFields={}&slim={}&type={}&groupField={}", "/select?q={}", "/suggest?q={}",
        "/terms?iri={}", "/terms?obo_id={}", "/terms/{}", "/ontologies/{}", "/ontologies/go/terms/{}",
        "/ontologies/go/terms/{}/hierarchicalAncestors", "/ontologies/go/terms/{}/jstree",
        "/ontologies/go/terms?id={}&lang={}&size={}&page={}", "/ontologies/go/children?id={}",
        "/v2/entities?search={}", "/v2/entities?iri={}", "/v2/ontologies?search={}",
        "/v2/ontologies/go/classes/{}",
    ],
)  # fmt: skip
def test_hostile_texts_are_answered_or_refused(ols: TestClient, path: str, text: str) -> None:
    """Whatever is asked: JSON, never an error of ours, never the words of the database."""
    once = quote(text, safe="")
    filled = path.replace("{}", quote(once, safe="") if "/{}" in path else once)
    answer = ols.get(API + filled)
    assert answer.status_code in (200, 400, 404), answer.text
    told = answer.json()
    if answer.status_code != 200:
        assert set(told) == {"timestamp", "status", "error", "message", "path"}
        assert not any(word in told["message"].lower() for word in ("sqlite", "fts5", "traceback", "syntax"))


def test_iris_with_a_hash_are_found_in_paths(ols: TestClient) -> None:
    """`#` survives both encodings; a term that is not there is named whole."""
    message = assert_refused(ols, "/ontologies/go/terms/http%253A%252F%252Fexample.org%252Fx%2523Cell", 404)
    assert "http://example.org/x#Cell" in message


def test_other_addresses_keep_their_own_refusals(ols: TestClient) -> None:
    """Outside the OLS API a refusal is a problem document as before."""
    assert ols.get("/nothing").headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("id", ["RING:0001", "RING:0004", "RING:0005"])
def test_broken_hierarchies_come_to_an_end(ols: TestClient, id: str) -> None:
    """Terms above themselves, or below what is not there: every question is answered once around the ring."""
    here = f"{API}/ontologies/ring/terms/{id}"
    term = ols.get(here).json()
    assert term["obo_id"] == id
    assert term["label"]
    for link in term["_links"].values():
        assert ols.get(link["href"]).status_code == 200
    for step in ("ancestors", "descendants", "hierarchicalAncestors", "hierarchicalDescendants"):
        found = [one["obo_id"] for one in ols.get(f"{here}/{step}").json()["_embedded"]["terms"]]
        assert sorted(found) == (["RING:0002", "RING:0003"] if id == "RING:0001" else [])
    tree = ols.get(f"{here}/jstree").json()
    assert sum(node["state"]["selected"] for node in tree) == 1
    assert all(node["parent"] == "#" or node["parent"] in {one["id"] for one in tree} for node in tree)
    entity = ols.get(f"{API}/v2/ontologies/ring/classes/{id}").json()
    assert entity["iri"] not in entity["hierarchicalAncestor"]
