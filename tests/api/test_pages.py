"""Pages for people: escaped, self-contained, linked."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from documents import YAML, instrument
from problem_documents import assert_problem
from starlette.testclient import TestClient

HTML = {"Accept": "text/html"}
HOSTILE = (
    r'"<script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }} & \u202Eeman\u202C \u0007bell end"'
)
URL = "/records/page"


class _Elements(HTMLParser):
    """Collects the elements of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember an element."""
        self.found.append((tag, dict(attrs)))

    def values(self, tag: str, attribute: str) -> list[str]:
        """What an attribute of all elements of a kind says."""
        return [attrs[attribute] or "" for name, attrs in self.found if name == tag and attribute in attrs]


@pytest.fixture(scope="module", autouse=True)
def _stored(client: TestClient) -> None:
    content = instrument(HOSTILE, iri="https://doi.org/10.5072/page") + (
        b"see_also: ['javascript:alert(3)', 'data:text/html,x', 'https://ok.example/?a=1&b=<2>']\n"
        b"url: https://ok.example/\n"
        b"description: \"</script><script>alert(4)</script> ' onmouseover='alert(5)\"\n"
    )
    response = client.put(URL, content=content, headers=YAML)
    if response.status_code == 422:  # the strange addresses were refused: then without them
        content = re.sub(rb"see_also:.*\n", b"see_also: ['urn:isbn:12']\n", content)
        response = client.put(URL, content=content, headers=YAML)
    assert response.status_code == 201, response.text


ADDRESSES = [
    "/", "/records", "/records?q=script", URL, f"{URL}/report", "/queries",
    "/queries/channels-by-fluorophore.html", "/examples", "/examples/Objective", "/schema",
    "/schema/Objective", "/shapes", "/problems", "/problems/gone", "/docs",
]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_page_is_self_contained(client: TestClient, address: str) -> None:
    """A page has a title, a policy, no script of its own, and loads nothing from elsewhere."""
    response = client.get(address, headers=HTML)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    policy = response.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    page = _Elements(response.text)
    loaded = page.values("script", "src") + page.values("img", "src")
    loaded += [
        attrs["href"] or "" for tag, attrs in page.found if tag == "link" and attrs.get("rel") != "alternate"
    ]
    for source in loaded:
        assert source.startswith("/static/")
        assert client.get(source).status_code == 200
    own = [attrs for tag, attrs in page.found if tag == "script" and "src" not in attrs]
    assert all(attrs.get("type") == "application/ld+json" for attrs in own)
    assert not [name for _, attrs in page.found for name in attrs if name.startswith("on") or name == "style"]
    assert "<title>" in response.text


@pytest.mark.parametrize("address", [address for address in ADDRESSES if address != "/docs"])
def test_own_links_lead_somewhere(client: TestClient, address: str) -> None:
    """No link of a page to this service is dead; only RDF/XML cannot say the bell of the hostile record, and PIDINST
    demands an owner of it."""
    page = _Elements(client.get(address, headers=HTML).text)
    for target in set(page.values("a", "href")):
        if target.startswith("/"):
            status = client.get(target).status_code
            may_refuse = target.endswith((".rdf", ".pidinst.json", ".pidinst.xml"))
            assert status == 200 or (status == 406 and may_refuse), f"{address} -> {target}"


def test_record_page_escapes_everything(client: TestClient) -> None:
    """Markup in metadata is shown, never obeyed; characters that hide or turn text are spelled out."""
    text = client.get(URL, headers=HTML).text
    page = _Elements(text)
    assert "<script>alert" not in text
    assert "onerror" not in [name for _, attrs in page.found for name in attrs]
    assert "49" not in re.findall(r"<h1>.*?</h1>", text)[0]
    assert "\u202e" not in text.replace(_embedded(text), "")
    assert "⟨U+202E⟩" in text
    assert "⟨U+0007⟩" in text
    assert all(link.startswith(("/", "#", "https://", "http://")) for link in page.values("a", "href"))


def _embedded(text: str) -> str:
    return re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)[0]


def test_record_page_carries_its_json_ld(client: TestClient) -> None:
    """The page holds the same JSON-LD as the file, safe inside a script element."""
    embedded = _embedded(client.get(URL, headers=HTML).text)
    assert "<" not in embedded
    assert json.loads(embedded) == client.get(f"{URL}.jsonld").json()


def test_search_words_are_escaped(client: TestClient) -> None:
    """What was searched for comes back as text."""
    response = client.get("/records", params={"q": '"><script>alert(1)</script>'}, headers=HTML)
    assert "<script>" not in response.text


def test_page_of_old_version_says_so(client: TestClient) -> None:
    """The page of an old version leads to the current one."""
    etag = client.get(f"{URL}.ttl").headers["etag"]
    content = instrument("Renamed microscope", iri="https://doi.org/10.5072/page")
    client.put(URL, content=content, headers={"If-Match": etag, **YAML})
    old = client.get(f"{URL}?version=1", headers=HTML)
    assert "Read the current version 2" in old.text
    assert "etag" not in old.headers
    assert "Renamed microscope" in client.get(URL, headers=HTML).text


def test_query_page_shows_its_problem_next_to_the_form(client: TestClient) -> None:
    """A value that cannot be used is explained on the page."""
    response = client.get("/queries/images-by-objective-na.html?nope=1", headers=HTML)
    assert response.status_code == 400
    assert "has no parameter" in response.text
    assert "<form" in response.text


def test_missing_page_is_a_problem(client: TestClient) -> None:
    """Failures stay problem documents, in the browser too."""
    assert_problem(client.get("/records/nothing", headers=HTML), 404, "not-found")
