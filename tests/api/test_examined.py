"""What an examination from outside found: pointers, examples, OPTIONS, spellings of numbers, bases with a path."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from documents import TURTLE, YAML
from problem_documents import assert_problem
from starlette.testclient import TestClient

from imagegraph.api.middleware import CommonHeaders
from imagegraph.api.pointers import errors_with_pointers
from imagegraph.api.problems import from_error
from imagegraph.errors import WorkersBusy
from imagegraph.model.records import Document
from imagegraph.operations.examples import list_examples
from imagegraph.operations.services import Services

_NESTED = b"""type: Study
image:
- {type: Image, name: a, size_x: 3}
- {id: '#second', type: Image, name: b, size_x: 0}
acquisition:
- {type: ImageAcquisition, channel: [{type: Channel, colour: red}]}
"""


def test_broken_rules_are_pointed_at_in_yaml(client: TestClient) -> None:
    """`errors` has JSON Pointers into the document, also for what is missing."""
    problem = assert_problem(client.post("/records", content=_NESTED, headers=YAML), 422, "unknown-field")
    assert problem["errors"][0]["pointer"] == "/acquisition/0/channel/0/colour"
    good = _NESTED.replace(b", channel: [{type: Channel, colour: red}]", b"")
    problem = assert_problem(client.post("/records", content=good, headers=YAML), 422, "validation-failed")
    assert {"/name", "/image/1/size_x"} <= {one["pointer"] for one in problem["errors"]}


def test_broken_rules_in_turtle_concern_the_whole_document(client: TestClient) -> None:
    """Turtle has no JSON Pointers: the pointer is empty, `path` names the property."""
    content = b"<> a <https://w3id.org/imagegraph/Study> ."
    problem = assert_problem(
        client.put("/records/no-name", content=content, headers=TURTLE), 422, "validation-failed"
    )
    assert [(one["pointer"], one["path"]) for one in problem["errors"]] == [("", "http://schema.org/name")]


@pytest.mark.parametrize(
    ("content", "value", "pointer"),
    [
        (b'{"@id": "http://x/a", "http://schema.org/name": ["a", "b"]}', "b", "/http:~1~1schema.org~1name/1"),
        (b'{"part": [{"name": "b"}]}', "b", "/part/0/name"),
        (b'{"part": [{"name": "b"}, {"name": "b"}]}', "b", ""),
        (b"{" * 5_000, "b", ""),
        (b"a: [", "b", ""),
        (b"<a/>", "b", ""),
    ],
)  # fmt: skip
def test_places_are_only_told_when_they_are_sure(content: bytes, value: str, pointer: str) -> None:
    """A node is found by its id, else by a value that only one node without an id has."""
    finding: dict[str, Any] = {
        "focus": "http://x/a" if b"@id" in content else "http://x/records/1#b-c14n0",
        "path": "http://schema.org/name", "value": value, "message": "m", "severity": "violation",
    }  # fmt: skip
    (found,) = errors_with_pointers({"results": [finding]}, document=Document(name="x", content=content))
    assert found["pointer"] == pointer


@pytest.mark.parametrize("media_type", ["application/yaml", "application/ld+json", "text/turtle"])
def test_every_example_conforms_in_every_form(client: TestClient, media_type: str) -> None:
    """Each example breaks no rule of the model and can be handed in, whatever it is written in."""
    for name in list_examples():
        read = client.get(f"/examples/{name}", headers={"Accept": media_type})
        assert read.headers["content-type"].startswith(media_type)
        sent = {"content": read.content, "headers": {"Content-Type": media_type}}
        assert client.post("/validate", **sent).json()["conforms"], name
        assert client.post("/records?dry_run=true", **sent).status_code == 200, name


@pytest.mark.parametrize(
    ("path", "allowed"),
    [("/records/x", "GET, HEAD, PUT, DELETE, OPTIONS"), ("/static/style.css", "GET, HEAD, OPTIONS")],
)
def test_options_lists_the_methods(client: TestClient, path: str, allowed: str) -> None:
    """OPTIONS is answered with what an address can do, files included."""
    response = client.options(path)
    assert (response.status_code, response.headers["allow"]) == (204, allowed)


@pytest.mark.parametrize("path", ["/records/some", "/records/some/report"])
def test_version_numbers_have_an_end(client: TestClient, path: str) -> None:
    """A version beyond every number that can be kept is refused, not an accident."""
    client.put("/records/some", content=b"type: Study\nname: some\n", headers=YAML)
    assert_problem(client.get(f"{path}?version={'9' * 40}"), 400, "bad-parameter")


def test_broken_bytes_matter_only_in_known_parameters(client: TestClient) -> None:
    """Unknown parameters are ignored, whatever they hold; the query has to be UTF-8."""
    assert client.get("/sparql?query=ASK%7B%7D&foo=%F0").status_code == 200
    assert_problem(client.get("/sparql?query=ASK%7B%7D%F0"), 400, "malformed-query")


@pytest.mark.parametrize("form", ["jsonld", "ttl", "nt", "rdf"])
def test_numbers_come_back_unchanged(client: TestClient, form: str) -> None:
    """However a double was spelled, putting any exported form back changes nothing."""
    values = " , ".join(
        f'"{text}"^^xsd:double' for text in ("0.10", "+65", "1e-7", "-0", "0.30000000000000004")
    )
    content = (
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . <> a <https://w3id.org/imagegraph/Study> ; "
        f'<http://schema.org/name> "numbers" ; <http://example.org/number> {values} .'
    ).encode()
    client.put("/records/numbers", content=content, headers=TURTLE)
    exported = client.get(f"/records/numbers.{form}")
    answer = client.put(
        "/records/numbers", content=exported.content,
        headers={"Content-Type": exported.headers["content-type"]},
    )  # fmt: skip
    assert answer.json()["status"] == "unchanged"
    assert '"1.0E-1"' in client.get("/records/numbers.nt").text


def test_a_busy_service_says_how_long(client: TestClient, services: Services) -> None:
    """Retry-After is the time that the body names; `type` stands below the path of the base."""
    settings = services.settings.model_copy(update={"base": "https://example.org/images/"})

    class _Application:
        class state:  # noqa: N801
            services: Any = None

    _Application.state.services = type("S", (), {"settings": settings})
    from starlette.requests import Request

    request = Request({"type": "http", "app": _Application, "path": "/sparql", "headers": [], "server": ("h", 80),
                       "scheme": "http", "query_string": b""})  # fmt: skip
    response = from_error(request, WorkersBusy("Later.", retry_after=30))
    assert response.headers["retry-after"] == "30"
    assert json.loads(bytes(response.body))["type"] == "/images/problems/workers-busy"


def test_a_request_that_outlasts_the_stop_is_told_so(services: Services) -> None:
    """When the server cancels a request, the answer is 503 as a problem document."""
    sent: list[Any] = []

    async def endless(scope: Any, receive: Any, send: Any) -> None:
        raise asyncio.CancelledError

    async def send(message: Any) -> None:
        sent.append(message)

    class _Application:
        class state:  # noqa: N801
            pass

    _Application.state.services = services  # type: ignore[attr-defined]
    scope = {"type": "http", "method": "GET", "path": "/sparql", "headers": [], "app": _Application}
    asyncio.run(CommonHeaders(endless)(scope, None, send))  # type: ignore[arg-type]
    assert sent[0]["status"] == 503
    assert json.loads(sent[1]["body"])["type"] == "/problems/workers-busy"


def test_an_endless_title_does_not_fill_the_page(client: TestClient) -> None:
    """Headings are cut after 300 characters; the whole title is one click away."""
    content = f"type: Study\nname: {'W' * 5_000}\n".encode()
    client.put("/records/endless", content=content, headers=YAML)
    page = client.get("/records/endless.html").text
    assert f"<h1>{'W' * 299}…</h1>" in page
    assert f"<p>{'W' * 5_000}</p>" in page
    assert "W" * 300 not in client.get("/records?q=&limit=1000", headers={"Accept": "text/html"}).text
