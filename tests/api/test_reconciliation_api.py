"""/reconciliation: lists, one proposal, deciding and undoing, as JSON and from the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

import pytest
from problem_documents import assert_problem
from starlette.testclient import TestClient

from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services
from imagegraph.settings import Settings

BASE = "http://testserver/"
ADA = "https://orcid.org/0000-0000-0009-0000"
YAML, HTML = {"Content-Type": "application/yaml"}, {"Accept": "text/html"}
STUDIES = {
    "known": f'type: Study\nname: First\nauthor:\n  - {{type: Person, id: "{ADA}", name: Ada Okafor}}\n',
    "local": "type: Study\nname: Second\nauthor:\n  - {type: Person, id: '#p', name: 'Okafor, Ada'}\n",
    "hostile": "type: Study\nname: Third\nauthor:\n"
    "  - {type: Person, id: '#p', name: 'Ada <script>alert(1)</script> Okafor'}\n"
    "  - {type: Person, id: '#q', name: \"Ada Okafor\u202e\"}\n",
}


@pytest.fixture(name="client")
def _client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A service of its own with three studies."""
    settings = Settings(data=tmp_path_factory.mktemp("links"), base=BASE, query_workers=1, intake_workers=1)
    with open_services(settings) as services:
        app = create_app(services)
        with TestClient(app, raise_server_exceptions=False, follow_redirects=False) as client:
            for id, text in STUDIES.items():
                response = client.put(f"/records/{id}", content=text.encode(), headers=YAML)
                assert response.status_code == 201, response.text
            yield client


def listed(client: TestClient, query: str = "") -> list[dict[str, Any]]:
    """The proposals of a page, which must be JSON."""
    response = client.get(f"/reconciliation{query}")
    assert response.status_code == 200, response.text
    assert "Accept" in response.headers["vary"]
    items: list[dict[str, Any]] = response.json()["items"]
    return items


def local(client: TestClient) -> dict[str, Any]:
    """The proposal about the person of the second study."""
    return next(one for one in listed(client) if one["right"]["records"] == ["local"])


def same_as(client: TestClient) -> int:
    """How many links there are, by SPARQL."""
    text = "SELECT ?a { ?a <http://www.w3.org/2002/07/owl#sameAs> ?b }"
    answer = client.post("/sparql", content=text, headers={"Content-Type": "application/sparql-query"})
    return len(answer.json()["results"]["bindings"])


def test_a_proposal_says_what_and_why(client: TestClient) -> None:
    """An item has both things with their records, a score with its word, reasons, and an address that answers."""
    one = local(client)
    assert (one["kind"], one["status"], one["likelihood"], one["decision"]) == (
        "person",
        "open",
        "possible",
        None,
    )
    assert one["left"] == {"iri": ADA, "name": "Ada Okafor", "records": ["known"]}
    assert one["reasons"] == ["“Ada Okafor” and “Okafor, Ada” are the same name, written in different ways."]
    assert client.get(one["url"]).json() == one


def test_accept_reject_and_undo(client: TestClient) -> None:
    """Each answers 200 with the proposal; the link comes and goes; the record's history tells agent and reason."""
    one = local(client)
    accepted = client.post(f"{one['url']}/accept", json={"reason": "Same paper."})
    assert accepted.status_code == 200, accepted.text
    decision = accepted.json()["decision"]
    assert (accepted.json()["status"], decision["reasons"]) == ("accepted", ["Same paper."])
    assert same_as(client) == 1
    history = client.get(f"{decision['record']}/versions").json()["items"]
    assert [(item["agent"], item["reason"]) for item in history] == [("HTTP API", "accepted: Same paper.")]
    again = client.post(f"{one['url']}/accept")
    assert (again.status_code, again.json()["decision"]) == (200, decision)
    assert [item["id"] for item in listed(client, "?status=accepted")] == [one["id"]]
    assert one["id"] not in {item["id"] for item in listed(client)}

    rejected = client.post(f"{one['url']}/reject", json={})
    assert (rejected.status_code, rejected.json()["status"], same_as(client)) == (200, "rejected", 0)
    undone = client.delete(one["url"])
    assert (undone.status_code, undone.json()) == (200, one)
    assert client.delete(one["url"]).json() == one
    assert client.get(f"/records/{one['id']}").status_code == 410


def test_pages_follow_each_other(client: TestClient) -> None:
    """Every proposal comes once over the pages; the last page leads nowhere."""
    every = [one["id"] for one in listed(client, "?status=all")]
    seen: list[str] = []
    path = "/reconciliation?status=all&limit=1"
    while path:
        response = client.get(path)
        seen += [one["id"] for one in response.json()["items"]]
        path = response.json()["next"]
        assert (path is None) is ("link" not in response.headers)
    assert seen == every
    assert len(every) == 3


def test_unknown_and_unusable_requests(client: TestClient) -> None:
    """Unknown ids are 404; wrong parameters and bodies are told with their place; nothing is decided."""
    one = local(client)
    for method, path in (
        ("GET", ""),
        ("DELETE", ""),
        ("POST", "/accept"),
        ("POST", "/reject"),
        ("POST", "/undo"),
    ):
        assert_problem(client.request(method, f"/reconciliation/nothing-like-it{path}"), 404, "not-found")
    for query in (
        "kind=cat",
        "status=maybe",
        "cursor=%21",
        "cursor=eA",
        "cursor=bmFuOng",
        "limit=0",
        "limit=x",
    ):
        assert client.get(f"/reconciliation?{query}").status_code in (200, 400), query
    assert_problem(client.get("/reconciliation?kind=cat"), 400, "bad-parameter")
    assert_problem(client.get("/reconciliation", headers={"Accept": "image/png"}), 406, "not-acceptable")
    json_type = {"Content-Type": "application/json"}
    for content, status in (
        (b"{", 422), (b"[]", 400), (b'{"reason": 1}', 400), (b'{"reason": "\\ud800"}', 400), (b"\xff", 422),
        (b'{"because": "x"}', 400), (b'{"reason": "' + b"x" * 3000 + b'"}', 400), (b"[" * 100_000, 422),
    ):  # fmt: skip
        answer = client.post(f"{one['url']}/accept", content=content, headers=json_type)
        assert answer.status_code in (status, 400, 422), (content[:30], answer.text)
        assert answer.headers["content-type"] == "application/problem+json"
    text = client.post(f"{one['url']}/accept", content=b"because", headers={"Content-Type": "text/csv"})
    assert_problem(text, 415, "unknown-format")
    assert local(client) == one


def test_other_web_sites_decide_nothing(client: TestClient) -> None:
    """A form of another site is refused."""
    one = local(client)
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        assert_problem(client.post(f"{one['url']}/accept", headers=headers), 403, "forbidden")
    assert same_as(client) == 0


def test_contradictions_are_refused(client: TestClient) -> None:
    """A decision that cannot hold together with others is 422 and names the one to undo."""
    people = [one for one in listed(client) if one["left"]["iri"] == ADA]
    first, second = people[:2]
    client.post(f"{first['url']}/reject")
    third = next(one for one in listed(client) if one["left"]["iri"] != ADA)
    client.post(f"{second['url']}/accept")
    refused = assert_problem(client.post(f"{third['url']}/accept"), 422, "refused")
    assert refused["contradicts"] == first["id"]


class _Page(HTMLParser):
    """The elements of a page, its forms, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember an element."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Remember text."""
        self.text += data

    def values(self, tag: str, name: str) -> list[str]:
        """The values that an attribute has in elements of a kind."""
        return [attrs[name] or "" for element, attrs in self.elements if element == tag and name in attrs]


def _page(client: TestClient, address: str, *, status: int = 200) -> _Page:
    response = client.get(address, headers=HTML)
    assert response.status_code == status, response.text
    assert "form-action 'self'" in response.headers["content-security-policy"]
    return _Page(response.text)


def test_the_page_decides_without_scripts(client: TestClient) -> None:
    """The buttons are forms: The same, Not the same, Undo; each leads back to the list it was on."""
    one = local(client)
    page = _page(client, "/reconciliation?kind=person")
    assert "script" not in [tag for tag, _ in page.elements]
    accept = next(action for action in page.values("form", "action") if one["id"] in action)
    form = {"Content-Type": "application/x-www-form-urlencoded", **HTML, "Origin": BASE.rstrip("/")}
    done = client.post(accept, content="reason=Same+lab%2C+same+paper", headers=form)
    assert (done.status_code, done.headers["location"]) == (303, "/reconciliation?kind=person&status=open")
    assert client.get(one["url"]).json()["decision"]["reasons"] == ["Same lab, same paper"]
    decided = _page(client, "/reconciliation?status=accepted")
    assert "Same lab, same paper" in decided.text
    undo = next(action for action in decided.values("form", "action") if one["id"] in action)
    assert client.post(undo, headers=form).status_code == 303
    assert local(client) == one
    reject = next(a for a in _page(client, one["url"]).values("button", "formaction") if one["id"] in a)
    assert client.post(reject, content="reason=", headers=form).status_code == 303
    assert client.get(one["url"]).json()["status"] == "rejected"
    refused = client.post(accept.replace(one["id"], "nothing"), headers=form)
    assert refused.status_code == 404
    assert "There is no proposal" in refused.text


def test_the_page_shows_foreign_text_as_text(client: TestClient) -> None:
    """Names from records bring no markup and turn no text around; every own link leads somewhere."""
    page = _page(client, "/reconciliation?status=all")
    assert "script" not in [tag for tag, _ in page.elements]
    assert "\u202e" not in page.text
    assert not [
        name for _, attrs in page.elements for name in attrs if name.startswith("on") or name == "style"
    ]
    for link in {urljoin("/reconciliation", one) for one in page.values("a", "href")}:
        if link.startswith("/"):
            assert client.get(link, headers=HTML).status_code == 200, link


def test_it_is_described(client: TestClient) -> None:
    """The description of the API names the routes, with an example that is like the answer."""
    paths = client.get("/openapi.json").json()["paths"]
    assert {path for path in paths if path.startswith("/reconciliation")} == {
        "/reconciliation", "/reconciliation/{id}", "/reconciliation/{id}/accept", "/reconciliation/{id}/reject",
        "/reconciliation/{id}/undo",
    }  # fmt: skip
    example = paths["/reconciliation"]["get"]["responses"]["200"]["content"]["application/json"]["example"]
    assert {*example["items"][0], "decision"} == set(local(client))
    assert re.fullmatch(r"reconciliation-[0-9a-f]{16}", local(client)["id"])
