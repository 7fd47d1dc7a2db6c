"""What people write stays what they wrote: never a statement, a query, a header or a piece of a page."""

from __future__ import annotations

from html.parser import HTMLParser

import httpx2
import pytest
from assault import Target, attack
from injection_attacks import PLANTED, RAW, TEXTS, injection_attacks


class _Acting(HTMLParser):
    """Finds what a browser would run or follow in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one tag."""
        values = {name: (value or "").strip().lower() for name, value in attrs}
        if tag == "script" and "src" not in values and not values.get("type", "").startswith("application/"):
            self.found.append(self.get_starttag_text() or tag)
        for name, value in values.items():
            acts = name in ("href", "action", "formaction", "srcdoc") and value.startswith(
                ("javascript:", "data:")
            )
            if acts or name.startswith("on"):
                self.found.append(self.get_starttag_text() or tag)


def acting(page: str) -> list[str]:
    """The tags of a page that act."""
    parser = _Acting()
    parser.feed(page)
    return parser.found


def test_acting_tags_are_found() -> None:
    """What the tests of pages look for is found where it is."""
    page = '<script>a</script><a href="javascript:a">b</a><img src=x onerror=a><script src="a.js"></script>'
    assert len(acting(page)) == 3


@pytest.fixture(scope="module", name="injected")
def _injected(target: Target) -> list[str]:
    """What went wrong while everything was sent."""
    attacks = injection_attacks()
    assert len({one.name for one in attacks}) == len(attacks) >= 100
    return attack(target, attacks, at_once=4)


def test_every_injection_is_answered(injected: list[str]) -> None:
    """Each is kept as the text that it is, or refused with a problem."""
    assert injected == []


def test_no_statement_was_planted(target: Target, injected: list[str]) -> None:
    """Nothing of what the texts tried to state stands in the graph."""
    text = (
        f"SELECT * {{ {{ <{PLANTED}> ?p ?o }} UNION {{ ?s <{PLANTED}> ?o }} UNION {{ ?s ?p <{PLANTED}> }} }}"
    )
    with target.client() as client:
        answer = client.post("/sparql", data={"query": text}, headers={"Accept": "application/json"})
    assert answer.json()["results"]["bindings"] == []


def test_texts_come_back_as_they_were_sent(target: Target, injected: list[str]) -> None:
    """A text that could break out of a literal is the same text in the graph."""
    text = "SELECT ?s ?o { ?s <http://schema.org/name> ?o FILTER(STRSTARTS(STR(?s), 'http://example.org/injected/')) }"
    with target.client() as client:
        answer = client.post("/sparql", data={"query": text}, headers={"Accept": "application/json"})
    found = {row["o"]["value"] for row in answer.json()["results"]["bindings"]}
    assert len(found) >= 15
    assert found <= {*TEXTS, *(one.strip() for one in TEXTS)}


def _pages(client: httpx2.Client) -> list[str]:
    """Addresses of every page that shows what was sent."""
    listed = client.get("/records", params={"limit": "100"}).json()["items"]
    paths = ["/", "/records", "/queries/datasets-by-person", "/reconciliation"]
    for item in listed:
        path = httpx2.URL(item["iri"]).path
        paths += [f"{path}.html", f"/records/{item['id']}/report", f"/records/{item['id']}/versions"]
    return paths


def test_pages_escape_what_they_show(target: Target, injected: list[str]) -> None:
    """No page holds a script, an event handler or an acting link that came from a text; a policy stands behind it."""
    html = {"Accept": "text/html"}
    shown = 0
    with target.client() as client:
        texts = [*TEXTS, *RAW]
        asked = [
            (path, {key: text}) for text in texts
            for path, key in (("/records", "q"), ("/terms", "q"), ("/identifiers", "id"), ("/queries/datasets-by-person", "person"))
        ]  # fmt: skip
        for path, parameters in [*((path, {}) for path in _pages(client)), *asked]:
            answer = client.get(path, params=parameters, headers=html)
            if not answer.headers.get("content-type", "").startswith("text/html"):
                assert not answer.headers.get("content-type", "").startswith("image/svg")
                continue
            shown += 1
            policy = answer.headers["content-security-policy"]
            assert "default-src 'self'" in policy, path
            assert "unsafe" not in policy or path == "/docs", path
            assert not [raw for raw in RAW[:4] if raw in answer.text], (path, parameters)
            assert acting(answer.text) == [], (path, parameters)
    assert shown >= 100


def test_headers_hold_no_lines_of_others(target: Target, injected: list[str]) -> None:
    """A line break in an id, a name or a parameter starts no header."""
    with target.client() as client:
        for path in ("/records/a%0d%0aX-Planted:%201", "/identifiers?id=a%0d%0aX-Planted:%201", "/identifiers?id=10.5072/a%0d%0aX-Planted:%201",
                     "/queries/a%0d%0aX-Planted:%201", "/terms/a%0d%0aX-Planted:%201", "/examples/a%0d%0aX-Planted:1"):  # fmt: skip
            for accept in ("text/html", "application/json"):
                answer = client.get(path, headers={"Accept": accept})
                assert "x-planted" not in answer.headers, path
                assert answer.status_code < 500
