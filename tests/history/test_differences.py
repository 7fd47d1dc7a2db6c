"""What changed between two versions of a record."""

from __future__ import annotations

import re

import pytest
from past_records import TURTLE, Past, with_a_past
from pyoxigraph import NamedNode, RdfFormat, Store
from starlette.testclient import TestClient

NAME = "<http://schema.org/name>"


@pytest.fixture(scope="module", name="past")
def _past(client: TestClient) -> Past:
    return with_a_past(client, "differences")


def test_the_two_newest_versions_are_compared(client: TestClient, past: Past) -> None:
    """Without numbers the answer tells what the newest version changed, and about both versions."""
    found = client.get(f"{past.url}/diff").json()
    assert (found["from"]["version"], found["to"]["version"]) == (3, 4)
    assert found["from"]["deleted"]
    assert found["from"]["at"] == past.times[3]
    assert found["to"]["reason"] == "state 4"
    assert found["to"]["agent"].startswith("HTTP API")
    assert found["removed"] == 0
    assert found["added"] == len(found["items"]) > 1


def test_only_what_changed_is_told(client: TestClient, past: Past) -> None:
    """A changed value is one statement removed and one added, as N-Triples terms, next to each other."""
    found = client.get(f"{past.url}/diff?from=1&to=2").json()
    told = [(one["change"], one["object"]) for one in found["items"] if one["predicate"] == NAME]
    assert told == [("removed", '"Name 1"'), ("added", '"Name 2"')]
    assert all(one["subject"].startswith("<") for one in found["items"])
    back = client.get(f"{past.url}/diff?from=2&to=1").json()
    assert (back["added"], back["removed"]) == (found["removed"], found["added"])
    assert client.get(f"{past.url}/diff?from=2&to=2").json()["items"] == []


def test_the_first_version_is_compared_with_nothing(client: TestClient, past: Past) -> None:
    """Version 0 is the time before the record."""
    found = client.get(f"{past.url}/diff?to=1").json()
    assert found["from"] is None
    assert found["added"] == len(client.get(f"{past.url}.nt?version=1").text.splitlines())


def test_long_differences_are_paged(client: TestClient, past: Past) -> None:
    """`next` leads through all changes, none twice."""
    whole = client.get(f"{past.url}/diff?from=0&to=4").json()["items"]
    pages, url = [], f"{past.url}/diff?from=0&to=4&limit=2"
    while url:
        answer = client.get(url)
        pages.append(answer.json()["items"])
        url = answer.json()["next"]
        assert ("next" in answer.links) == bool(url)
    assert [one for page in pages for one in page] == whole
    assert max(map(len, pages)) == 2


def test_as_an_update(client: TestClient, past: Past) -> None:
    """As SPARQL Update, a difference makes the later version of the earlier one in any store."""
    graph = NamedNode(f"http://testserver{past.url}")
    store = Store()
    store.load(client.get(f"{past.url}.nt?version=1").content, format=RdfFormat.N_TRIPLES, to_graph=graph)
    answer = client.get(f"{past.url}/diff?from=1&to=4", headers={"Accept": "application/sparql-update"})
    assert answer.headers["content-type"].startswith("application/sparql-update")
    store.update(answer.text)
    lines = sorted(f"{quad.triple} ." for quad in store)
    assert lines == client.get(f"{past.url}.nt").text.splitlines()


def test_as_a_page(client: TestClient, past: Past) -> None:
    """People see both versions, and each change in words; the record's page leads there."""
    page = client.get(f"{past.url}/diff?from=1&to=2", headers={"Accept": "text/html"})
    assert page.status_code == 200
    assert "Version 1" in page.text
    assert "Version 2" in page.text
    assert re.search(r"removed</span>.*Name 1", page.text)
    assert re.search(r"added</span>.*Name 2", page.text)
    assert f"{past.url}/diff?from=1&amp;to=2" in client.get(f"{past.url}.html").text


def test_hostile_values_stay_text(client: TestClient) -> None:
    """What a record says is escaped on the page."""
    url = "/records/hostile-difference"
    text = "<script>alert(1)</script>"
    content = f'<https://doi.org/10.5072/h> a <https://w3id.org/imagegraph/Study> ; <http://schema.org/name> "{text}" .'
    assert client.put(url, content=content.encode(), headers=TURTLE).status_code == 201
    page = client.get(f"{url}/diff", headers={"Accept": "text/html"}).text
    assert text not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    ("query", "status"),
    [("from=9", 404), ("to=9", 404), ("to=0", 400), ("from=-1", 400), ("from=x", 400), ("cursor=%", 400),
     ("cursor=eA", 400), ("limit=0", 400), ("to=99999999999999999999", 400)],
)  # fmt: skip
def test_unusable_numbers(client: TestClient, past: Past, query: str, status: int) -> None:
    """Versions that are not there are 404, anything else that is no number 400."""
    assert client.get(f"{past.url}/diff?{query}").status_code == status


def test_unknown_records(client: TestClient) -> None:
    """A record that never was has no history."""
    assert client.get("/records/nobody/diff").status_code == 404
