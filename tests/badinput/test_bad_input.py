"""Bad documents are refused by name, with where and why; nothing of them is kept and all else goes on."""

from __future__ import annotations

import time

import httpx2
import pytest
from good_documents import GOOD, Batch
from hostile_documents import Hostile, hostile_documents

HOSTILE = hostile_documents()
#: seconds that the refusal of one document may take
SECONDS = 15


def test_names_are_unique() -> None:
    """Each hostile document lies in a file of its own, and there are enough kinds of them."""
    assert len({document.name for document in HOSTILE}) == len(HOSTILE) >= 45


@pytest.mark.parametrize("document", HOSTILE, ids=lambda document: document.name)
def test_import_refuses(batch: Batch, document: Hostile) -> None:
    """The import names the problem of the file and says where it is; nothing of the file is stored."""
    rows = batch.rows(document.name)
    assert rows, "a silent skip"
    assert {row["status"] for row in rows} <= {"refused"} or "duplicate-identifier" in document.slugs
    refused = [row for row in rows if row["status"] == "refused"]
    violations = [f for row in refused for f in row["findings"] if f["severity"] == "violation"]
    assert violations
    if document.slug != "validation-failed":
        assert violations[0]["shape"] in document.slugs, violations[0]
    _assert_told(document, violations[0]["message"])


def test_the_good_ones_are_stored(batch: Batch) -> None:
    """Good documents of the same batch are kept; the command says that others were refused."""
    assert batch.code == 1
    assert batch.errors == ""
    for name in GOOD:
        assert [row["status"] for row in batch.rows(name)] == ["stored"], batch.rows(name)


def test_graph_names_are_told(batch: Batch) -> None:
    """Graph names inside an upload are not kept, which the report says."""
    (row,) = batch.rows("graphs.trig")
    assert any("Graph names" in finding["message"] for finding in row["findings"])


def test_an_undeclared_prefix_is_a_warning(batch: Batch) -> None:
    """A name with a prefix that nobody declared is kept with a warning that names it."""
    (row,) = batch.rows("prefix.jsonld")
    assert [f["severity"] for f in row["findings"] if "ngff:Image" in f["message"]] == ["warning"]


@pytest.mark.parametrize("path", ["/records", "/validate"])
@pytest.mark.parametrize("document", HOSTILE, ids=lambda document: document.name)
def test_service_refuses(service: httpx2.Client, document: Hostile, path: str) -> None:
    """The service answers with a problem of the right kind, in good time, and never with a failure of its own."""
    started = time.monotonic()
    answer = service.post(
        path,
        content=document.content,
        headers={"Content-Disposition": f'attachment; filename="{document.name}"'},
    )
    assert time.monotonic() - started < SECONDS
    if path == "/validate" and answer.status_code == 200:
        assert answer.json()["conforms"] is False or _breaks_only_rules_of_keeping(document)
        return
    problem = answer.json()
    if answer.status_code == 201:  # the first of several records that bear the same name
        assert "duplicate-identifier" in document.slugs
        problem = next(item["error"] for item in problem["items"] if item["status"] == "refused")
        assert problem["type"] == "/problems/duplicate-identifier"
        return
    assert 400 <= answer.status_code < 500, problem
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["type"].removeprefix("/problems/") in document.slugs, problem
    _assert_told(document, problem["detail"])
    if document.where:
        assert any(problem.get(member) not in (None, "") for member in document.where), problem


def test_the_service_is_well_afterwards(service: httpx2.Client) -> None:
    """After all that the service is ready and keeps a good record."""
    for document in HOSTILE[:5]:
        service.post("/records", content=document.content)
    assert service.get("/health/ready").status_code == 200
    answer = service.post(
        "/records", content=GOOD["first.yaml"], headers={"Content-Type": "application/yaml"}
    )
    assert answer.status_code in (200, 201)
    assert (
        service.get(f"/records/{answer.json()['id']}", headers={"Accept": "text/turtle"}).status_code == 200
    )
    kept = {record["title"] for record in service.get("/records").json()["items"]}
    assert kept - {"A study that comes first", "A"} == set()  # "A" is the first record of same-id.json


def _breaks_only_rules_of_keeping(document: Hostile) -> bool:
    """Whether judging may be content with a document that cannot be kept."""
    about_names = {"invalid-iri", "invalid-identifier", "duplicate-identifier"}
    return document.can_be_judged or bool(about_names & set(document.slugs))


def _assert_told(document: Hostile, detail: str) -> None:
    assert len(detail) > 20
    assert len(detail) < 2_000
    assert "Traceback" not in detail
    assert document.says in detail
