"""Queries, examples, the model, problems, health, and the description of the API."""

from __future__ import annotations

from dataclasses import replace

import pytest
from documents import YAML, instrument
from problem_documents import assert_problem
from starlette.testclient import TestClient

from imagegraph import errors
from imagegraph.api.app import create_app
from imagegraph.operations.disk_space import DiskSpace
from imagegraph.operations.examples import list_examples
from imagegraph.operations.named_queries import list_queries
from imagegraph.operations.readiness import Readiness
from imagegraph.operations.services import Services
from imagegraph.testing.fakes import FailingQueryRunner


def test_service_describes_itself(client: TestClient) -> None:
    """The front door tells what is there, and every link leads somewhere."""
    told = client.get("/").json()
    assert told["profiles"][0] == "core"
    for address in told["links"].values():
        assert client.get(address, headers={"Accept": "*/*"}).status_code in (200, 405)
    turtle = client.get("/", headers={"Accept": "text/turtle"})
    assert b"void:sparqlEndpoint <http://testserver/sparql>" in turtle.content


def test_every_named_query_answers(client: TestClient) -> None:
    """Each query of the list can be asked without a parameter, as JSON and CSV."""
    listed = client.get("/queries").json()["items"]
    assert [one["name"] for one in listed] == [query.name for query in list_queries()]
    for one in listed:
        answer = client.get(one["url"])
        assert answer.status_code == 200, answer.text
        assert set(answer.json()) >= {"name", "columns", "items"}
        assert client.get(f"{one['url']}.csv").headers["content-type"].startswith("text/csv")


def test_query_answers_with_what_was_just_stored(client: TestClient) -> None:
    """An answer holds every record that was accepted before; numbers are numbers."""
    content = instrument("Asked about", iri="https://doi.org/10.5072/asked")
    assert client.put("/records/asked", content=content, headers=YAML).status_code == 201
    rows = client.get("/queries/instrument-configuration").json()["items"]
    assert any("doi.org/10.5072/asked" in str(row) for row in rows)


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("text/html", "text/html"),
        ("application/json", "application/json"),
    ],
)
def test_formats_of_answers(client: TestClient, accept: str, media_type: str) -> None:
    """Accept decides the format of an answer."""
    response = client.get("/queries/study-completeness", headers={"Accept": accept})
    assert response.headers["content-type"].partition(";")[0] == media_type
    assert response.headers["vary"] == "Accept"


def test_refused_questions(client: TestClient) -> None:
    """Unknown parameters, values of the wrong type and doubled parameters are refused."""
    assert_problem(client.get("/queries/study-completeness?nope=1"), 400, "bad-parameter")
    assert_problem(
        client.get("/queries/channels-by-fluorophore?fluorophore=a&fluorophore=b"), 400, "bad-parameter"
    )
    assert_problem(
        client.get("/queries/study-completeness", headers={"Accept": "image/png"}), 406, "not-acceptable"
    )


@pytest.mark.parametrize(
    ("error", "status", "slug"),
    [
        (errors.QueryTimeout("It took longer than 30 s."), 504, "query-timeout"),
        (errors.ResultTooLarge("More rows than the limit."), 413, "result-too-large"),
        (errors.WorkersBusy("Every worker is busy."), 503, "workers-busy"),
    ],
)
def test_unanswered_questions(
    services: Services, error: errors.ImagegraphError, status: int, slug: str
) -> None:
    """What stops a query is told; the page tells it too; readiness says that it is not well."""
    runner = FailingQueryRunner(error)
    readiness = Readiness(
        journal=services.journal, pools=services.pools, query_runner=runner,
        disk=DiskSpace(services.settings.data, least_free=0),
    )  # fmt: skip
    client = TestClient(create_app(replace(services, query_runner=runner, readiness=readiness)))
    assert_problem(client.get("/queries/study-completeness"), status, slug)
    assert client.get("/queries/study-completeness.html").status_code == status
    ready = client.get("/health/ready")
    assert (ready.status_code, ready.json()["checks"]["graph"]["ok"]) == (503, False)
    assert client.get("/health/live").status_code == 200


def test_examples_can_be_handed_in(client: TestClient) -> None:
    """Every example is accepted, as YAML and as JSON-LD."""
    for name in list_examples():
        for suffix, media_type in (("yaml", "application/yaml"), ("jsonld", "application/ld+json")):
            example = client.get(f"/examples/{name}.{suffix}")
            assert example.headers["content-type"].partition(";")[0] == media_type
            response = client.post(
                "/records?dry_run=true", content=example.content, headers={"Content-Type": media_type}
            )
            assert response.status_code == 200, f"{name}.{suffix}: {response.text}"


def test_files_of_the_model(client: TestClient) -> None:
    """The model is served in its forms, with an ETag that saves the second transfer."""
    for address, media_type in (
        ("/schema", "application/schema+json"),
        ("/schema/imagegraph.owl.ttl", "text/turtle"),
        ("/schema/imagegraph.schema.json", "application/schema+json"),
        ("/shapes/core", "text/turtle"),
        ("/shapes/rembi.ttl", "text/turtle"),
        ("/context/v1.jsonld", "application/ld+json"),
    ):
        response = client.get(address)
        assert response.headers["content-type"].partition(";")[0] == media_type
        assert response.headers["access-control-allow-origin"] == "*"
        known = client.get(address, headers={"If-None-Match": response.headers["etag"]})
        assert (known.status_code, known.content) == (304, b"")
    owl = client.get("/schema", headers={"Accept": "text/turtle"})
    assert owl.content == client.get("/schema/imagegraph.owl.ttl").content
    assert client.get("/shapes").json()["items"][0]["name"] == "core"


def test_every_error_has_a_page(client: TestClient) -> None:
    """The type of every problem can be looked up."""
    for slug in [*errors.all_errors(), "method-not-allowed", "forbidden"]:
        told = client.get(f"/problems/{slug}").json()
        assert told["slug"] == slug
        assert told["description"].endswith((".", "…", "?", "t", "s"))


def test_health(client: TestClient) -> None:
    """Alive without touching anything; ready when journal, disk and workers are."""
    assert client.get("/health/live").json() == {"status": "alive"}
    ready = client.get("/health/ready")
    assert ready.status_code == 200, ready.text
    assert ready.json()["checks"]["journal"]["head"] >= 0
    assert ready.headers["cache-control"] == "no-store"


def test_description_of_the_api(client: TestClient) -> None:
    """Every operation has a name, a summary, a description, and says which problems it answers with."""
    described = client.get("/openapi.json").json()
    names = set()
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            place = f"{method} {path}"
            assert operation["summary"], place
            assert path == "/sparql" or len(operation["description"]) > 20, place
            assert operation["tags"], place
            names.add(operation["operationId"])
            for status, answer in operation["responses"].items():
                if int(status) >= 400 and status != "503":
                    assert "application/problem+json" in answer["content"], f"{place} {status}"
    assert {"addRecords", "putRecord", "readRecord", "deleteRecord", "listRecords", "validate"} <= names
    assert "HTTPValidationError" not in str(described)
    assert {"/sparql", "/records/{id}", "/"} <= set(described["paths"])
