"""POST /records, PUT and DELETE /records/{id}."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from documents import TURTLE, YAML, instrument, study
from problem_documents import assert_problem
from starlette.testclient import TestClient

from imagegraph import errors
from imagegraph.api.app import create_app
from imagegraph.operations.ingest import Ingest
from imagegraph.operations.services import Services
from imagegraph.testing.fakes import FailingPreparer


def test_new_document_is_created(client: TestClient) -> None:
    """A new record answers 201 with its address, its version and what was found."""
    response = client.post(
        "/records", content=study("New", iri="https://doi.org/10.5072/new"), headers=TURTLE
    )
    assert response.status_code == 201
    told = response.json()
    assert response.headers["location"] == f"/records/{told['id']}"
    assert response.headers["etag"] == told["etag"]
    assert (told["version"], told["status"]) == (1, "stored")
    assert isinstance(told["findings"], list)
    assert client.get(response.headers["location"]).status_code == 200


def test_same_document_again_changes_nothing(client: TestClient) -> None:
    """Handing in the same content twice answers 200, unchanged, with the same ETag."""
    content = study("Twice", iri="https://doi.org/10.5072/twice")
    first = client.post("/records", content=content, headers=TURTLE)
    second = client.post("/records", content=content, headers=TURTLE)
    assert (first.status_code, second.status_code) == (201, 200)
    assert second.json()["status"] == "unchanged"
    assert second.headers["etag"] == first.headers["etag"]


def test_changed_document_is_a_new_version(client: TestClient) -> None:
    """Handing in other content about the same thing answers 200 with version 2."""
    iri = "https://doi.org/10.5072/changing"
    client.post("/records", content=study("Before", iri=iri), headers=TURTLE)
    response = client.post("/records", content=study("After", iri=iri), headers=TURTLE)
    assert (response.status_code, response.json()["version"]) == (200, 2)


@pytest.mark.parametrize("told", ["application/x-www-form-urlencoded", "application/octet-stream", ""])
def test_format_is_recognised_by_content(client: TestClient, told: str) -> None:
    """What curl sends without being told says nothing about the format."""
    content = instrument("Sniffed", iri="https://doi.org/10.5072/sniffed")
    response = client.post("/records", content=content, headers={"Content-Type": told})
    assert response.status_code in (200, 201), response.text


def test_format_can_be_named(client: TestClient) -> None:
    """`?format=` decides, and an unknown one is refused with the names that are known."""
    content = study("Named", iri="https://doi.org/10.5072/named-format")
    assert client.post("/records?format=turtle", content=content).status_code == 201
    problem = assert_problem(client.post("/records?format=xlsx", content=content), 400, "bad-parameter")
    assert "turtle" in problem["known"]


def test_dry_run_keeps_nothing(client: TestClient) -> None:
    """A dry run tells what would happen and stores nothing."""
    content = study("Dry", iri="https://doi.org/10.5072/dry")
    response = client.post("/records?dry_run=true", content=content, headers=TURTLE)
    assert response.status_code == 200
    assert response.json()["dry_run"] is True
    assert client.get(f"/records/{response.json()['id']}").status_code == 404


def test_broken_rule_refuses(client: TestClient) -> None:
    """A violation answers 422 with the list of errors and the whole report, and stores nothing."""
    response = client.post("/records?profile=rembi", content=_unlicensed(), headers=TURTLE)
    problem = assert_problem(response, 422, "validation-failed")
    assert problem["errors"][0]["detail"]
    assert problem["report"]["conforms"] is False
    assert client.get("/records", params={"q": "unlicensed-thing"}).json()["items"] == []


def _unlicensed() -> bytes:
    return study("unlicensed-thing", iri="https://doi.org/10.5072/unlicensed") + (
        b"<https://doi.org/10.5072/unlicensed> schema:author <https://doi.org/10.5072/unlicensed#a> .\n"
        b'<https://doi.org/10.5072/unlicensed#a> a schema:Person ; schema:name "A" .\n'
    )


def test_several_records_answer_one_by_one(client: TestClient) -> None:
    """A document with several records tells what became of each."""
    content = (
        b"- {type: Instrument, id: 'https://doi.org/10.5072/several-1', name: One}\n"
        b"- {type: Instrument, id: 'https://doi.org/10.5072/several-2', name: Two}\n"
    )
    response = client.post("/records", content=content, headers=YAML)
    assert response.status_code == 201, response.text
    assert [item["status"] for item in response.json()["items"]] == ["stored", "stored"]
    assert response.json()["summary"] == {"stored": 2, "unchanged": 0, "refused": 0}
    assert client.post("/records", content=content, headers=YAML).status_code == 200


@pytest.mark.parametrize(
    ("content", "headers", "status", "slug"),
    [
        (b"", TURTLE, 400, "empty-document"),
        (b"  \n", TURTLE, 400, "empty-document"),
        (b"<a> <b> ", TURTLE, 400, "malformed-document"),
        (b"\x00\x01\x02nothing", {}, 415, "unknown-format"),
        (b"x" * 200_001, TURTLE, 413, "document-too-large"),
        (b"hello", {"Content-Type": "multipart/form-data; boundary=x"}, 415, "unknown-format"),
        (b"hello", {"Content-Encoding": "gzip", **TURTLE}, 415, "unknown-format"),
    ],
)
def test_unreadable_bodies(
    client: TestClient, content: bytes, headers: dict[str, str], status: int, slug: str
) -> None:
    """A body that cannot be read is refused with the reason."""
    assert_problem(client.post("/records", content=content, headers=headers), status, slug)


def test_body_without_length_is_counted(client: TestClient) -> None:
    """A body that comes in pieces is refused when it grows over the limit, whatever it said."""
    response = client.post("/records", content=iter([b"#" * 100_000] * 3), headers=TURTLE)
    assert_problem(response, 413, "document-too-large")


def test_unknown_profile(client: TestClient) -> None:
    """A profile that is not there is refused with the names that are."""
    problem = assert_problem(client.post("/records?profile=nope", content=study("x")), 400, "bad-parameter")
    assert "core" in problem["known"]


def test_put_creates_then_needs_a_version(client: TestClient) -> None:
    """PUT creates with 201, repeats with 200 unchanged, replaces only with If-Match."""
    url = "/records/put-one"
    first = client.put(url, content=study("One"), headers=TURTLE)
    assert (first.status_code, first.json()["version"]) == (201, 1)
    again = client.put(url, content=study("One"), headers=TURTLE)
    assert (again.status_code, again.json()["status"], again.json()["version"]) == (200, "unchanged", 1)
    bare = client.put(url, content=study("Two"), headers=TURTLE)
    assert assert_problem(bare, 428, "precondition-required")["etag"] == first.headers["etag"]
    stale = client.put(url, content=study("Two"), headers={"If-Match": '"7-000000000000"', **TURTLE})
    assert_problem(stale, 412, "precondition-failed")
    good = client.put(url, content=study("Two"), headers={"If-Match": first.headers["etag"], **TURTLE})
    assert (good.status_code, good.json()["version"]) == (200, 2)


@pytest.mark.parametrize("suffix", ["jsonld", "ttl", "nt", "rdf"])
def test_if_match_takes_what_get_handed_out(client: TestClient, suffix: str) -> None:
    """The ETag of any representation names the version."""
    url = f"/records/put-{suffix}"
    client.put(url, content=study("One"), headers=TURTLE)
    etag = client.get(f"{url}.{suffix}").headers["etag"]
    assert etag.endswith(f'.{suffix}"')
    response = client.put(url, content=study("Two"), headers={"If-Match": f'"0-x", {etag}', **TURTLE})
    assert (response.status_code, response.json()["version"]) == (200, 2)


def test_weak_tags_never_match(client: TestClient) -> None:
    """If-Match compares strongly (RFC 9110 §13.1.1)."""
    etag = client.put("/records/put-weak", content=study("One"), headers=TURTLE).headers["etag"]
    response = client.put(
        "/records/put-weak", content=study("Two"), headers={"If-Match": f"W/{etag}", **TURTLE}
    )
    assert_problem(response, 412, "precondition-failed")


def test_create_only(client: TestClient) -> None:
    """`If-None-Match: *` creates once and refuses to replace."""
    headers = {"If-None-Match": "*", **TURTLE}
    assert client.put("/records/only-once", content=study("One"), headers=headers).status_code == 201
    assert_problem(
        client.put("/records/only-once", content=study("Two"), headers=headers), 412, "precondition-failed"
    )


def test_if_match_on_nothing(client: TestClient) -> None:
    """If-Match on a record that is not there fails."""
    response = client.put("/records/not-there", content=study("One"), headers={"If-Match": "*", **TURTLE})
    assert_problem(response, 412, "precondition-failed")


@pytest.mark.parametrize("id", ["-x", ".x", "a b", "a%2Fb", "é", "x" * 129, "study.ttl", "study.html"])
def test_unusable_ids(client: TestClient, id: str) -> None:
    """An id that cannot be part of an address, or reads like a format, is refused."""
    response = client.put(f"/records/{id}", content=study("One"), headers=TURTLE)
    assert response.status_code in (400, 404, 405)
    assert_problem(response, response.status_code, response.json()["type"].rpartition("/")[2])


def test_put_of_several_records(client: TestClient) -> None:
    """Two records cannot be put at one address."""
    content = (
        b"- {type: Instrument, id: 'https://doi.org/10.5072/two-1', name: One}\n"
        b"- {type: Instrument, id: 'https://doi.org/10.5072/two-2', name: Two}\n"
    )
    response = client.put("/records/two", content=content, headers=YAML)
    assert_problem(response, 422, "duplicate-identifier")


def test_delete(client: TestClient) -> None:
    """Deleting needs the version, answers 204, and leaves a tombstone that answers 410 with its history."""
    url = "/records/to-delete"
    etag = client.put(url, content=study("Gone soon"), headers=TURTLE).headers["etag"]
    assert_problem(client.delete(url), 428, "precondition-required")
    assert_problem(client.delete(url, headers={"If-Match": '"9-0"'}), 412, "precondition-failed")
    done = client.delete(url, headers={"If-Match": etag})
    assert (done.status_code, done.content) == (204, b"")
    for address in (url, f"{url}.ttl", f"{url}/report"):
        assert_problem(client.get(address), 410, "gone")
    assert_problem(client.delete(url, headers={"If-Match": "*"}), 410, "gone")
    assert client.get(f"{url}?version=1").status_code == 200
    assert [item["deleted"] for item in client.get(f"{url}/versions").json()["items"]] == [True, False]
    revived = client.put(url, content=study("Back"), headers=TURTLE)
    assert (revived.status_code, revived.json()["version"]) == (201, 3)


def test_delete_of_nothing(client: TestClient) -> None:
    """What never was cannot be deleted."""
    assert_problem(client.delete("/records/never-was", headers={"If-Match": "*"}), 404, "not-found")


def test_race_has_one_winner_per_version(client: TestClient) -> None:
    """Of eight writers that saw the same version exactly one wins; the others are told."""
    url = "/records/race"
    etag = client.put(url, content=study("Start"), headers=TURTLE).headers["etag"]
    for turn in range(3):

        def write(number: int, etag: str = etag, turn: int = turn) -> int:
            content = study(f"Turn {turn} writer {number}")
            return client.put(url, content=content, headers={"If-Match": etag, **TURTLE}).status_code

        with ThreadPoolExecutor(8) as pool:
            statuses = sorted(pool.map(write, range(8)))
        assert statuses == [200] + [412] * 7
        etag = client.get(f"{url}.nt").headers["etag"]
    assert client.get(f"{url}/versions").json()["items"][0]["version"] == 4


def test_race_to_create_has_one_winner(client: TestClient) -> None:
    """Of eight that create the same address with different content exactly one gets 201."""

    def write(number: int) -> int:
        headers = {"If-None-Match": "*", **TURTLE}
        return client.put(
            "/records/race-create", content=study(f"Writer {number}"), headers=headers
        ).status_code

    with ThreadPoolExecutor(8) as pool:
        statuses = sorted(pool.map(write, range(8)))
    assert statuses == [201] + [412] * 7


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}]
)
def test_other_sites_cannot_write(client: TestClient, headers: dict[str, str]) -> None:
    """A page of another web site can neither change records nor use what the owner at the machine may."""
    content = study("Forged", iri="https://doi.org/10.5072/forged")
    assert_problem(client.post("/records", content=content, headers={**headers, **TURTLE}), 403, "forbidden")
    assert client.post("/validate", content=content, headers={**headers, **TURTLE}).status_code == 401


@pytest.mark.parametrize(
    ("error", "status", "slug"),
    [
        (errors.WorkersBusy("Every worker is busy."), 503, "workers-busy"),
        (errors.DocumentTooSlow("It took too long to read."), 413, "document-too-slow"),
        (errors.DataFolderError("The disk is full, it seems."), 507, "data-folder"),
        (RuntimeError("secret inner workings"), 500, "error"),
    ],
)
def test_failures_of_the_service(services: Services, error: Exception, status: int, slug: str) -> None:
    """Failures that are not the caller's are problems too, and tell no secrets."""
    preparer = FailingPreparer(error)
    ingest = Ingest(journal=services.journal, graph=services.linking.graph, preparer=preparer)
    app = create_app(replace(services, preparer=preparer, ingest=ingest))
    response = TestClient(app, raise_server_exceptions=False).post(
        "/records", content=study("x"), headers=TURTLE
    )
    assert_problem(response, status, slug)
    assert "secret" not in response.text
    assert ("retry-after" in response.headers) is (status == 503)
