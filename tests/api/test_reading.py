"""GET /records/{id} in every format, lists, history, reports."""

from __future__ import annotations

import json

import pytest
from documents import TURTLE, YAML, instrument, study
from problem_documents import assert_problem
from starlette.testclient import TestClient

from imagegraph import resources
from imagegraph.model.rdf import RdfFormat, from_ntriples
from imagegraph.operations.services import Services

JSON_LD, NT, TTL, RDF, HTML = (
    "application/ld+json", "application/n-triples", "text/turtle", "application/rdf+xml", "text/html",
)  # fmt: skip
DATACITE, PIDINST, PIDINST_XML = (
    "application/vnd.datacite.datacite+json", "application/vnd.pidinst+json", "application/vnd.pidinst+xml",
)  # fmt: skip
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
URL = "/records/reading"


@pytest.fixture(scope="module", autouse=True)
def _stored(client: TestClient) -> None:
    response = client.put(
        URL, content=instrument("Reading", iri="https://doi.org/10.5072/reading"), headers=YAML
    )
    assert response.status_code == 201, response.text


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, JSON_LD),
        ("*/*", JSON_LD),
        ("application/json", JSON_LD),
        (JSON_LD, JSON_LD),
        (TTL, TTL),
        ("text/*", TTL),
        (NT, NT),
        (RDF, RDF),
        (BROWSER, HTML),
        ("text/turtle;q=0.4, application/rdf+xml;q=0.5", RDF),
        ("application/ld+json;q=0, */*;q=0.1", TTL),
        ("nonsense", JSON_LD),
    ],
)
def test_negotiation(client: TestClient, accept: str | None, media_type: str) -> None:
    """Accept decides; the answer says so in Vary and names its own address."""
    headers = {"Accept": accept} if accept is not None else {"Accept": ""}
    response = client.get(URL, headers=headers)
    assert response.status_code == 200
    assert response.headers["content-type"].partition(";")[0] == media_type
    assert "Accept" in response.headers["vary"]
    located = client.get(response.headers["content-location"])
    assert located.content == response.content
    assert located.headers["vary"] == "Accept-Datetime"


@pytest.mark.parametrize(
    ("suffix", "media_type"), [("jsonld", JSON_LD), ("ttl", TTL), ("nt", NT), ("rdf", RDF)]
)
def test_suffix_decides(client: TestClient, suffix: str, media_type: str) -> None:
    """An ending of the address goes before Accept; every format has a strong ETag of its own."""
    response = client.get(f"{URL}.{suffix}", headers={"Accept": "image/png"})
    assert response.headers["content-type"].partition(";")[0] == media_type
    etag = response.headers["etag"]
    assert etag.startswith('"1-')
    assert etag.endswith(f'.{suffix}"')
    for tags in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        known = client.get(f"{URL}.{suffix}", headers={"If-None-Match": tags})
        assert (known.status_code, known.content, known.headers["etag"]) == (304, b"", etag)
    assert client.get(f"{URL}.{suffix}", headers={"If-None-Match": '"other"'}).status_code == 200


def test_nothing_acceptable(client: TestClient) -> None:
    """406 lists what is offered."""
    problem = assert_problem(client.get(URL, headers={"Accept": "image/png"}), 406, "not-acceptable")
    assert problem["offered"] == [JSON_LD, TTL, NT, RDF, DATACITE, PIDINST, PIDINST_XML, HTML]


def test_head_is_get_without_content(client: TestClient) -> None:
    """HEAD has the headers of GET and no content, for failures too."""
    for address in (URL, f"{URL}.ttl", "/records", "/records/nothing", "/"):
        got, head = client.get(address), client.head(address)
        assert (head.status_code, head.content) == (got.status_code, b"")
        assert head.headers["content-type"] == got.headers["content-type"]
        assert head.headers["content-length"] == str(len(got.content))


def test_links_tell_the_other_formats(client: TestClient) -> None:
    """Link names every format, the collection, the history, and the thing itself."""
    links = client.get(URL).links
    assert set(links) >= {"collection", "version-history", "cite-as", "type"}
    header = client.get(URL).headers["link"]
    for media_type in (JSON_LD, TTL, NT, RDF, HTML):
        assert f'type="{media_type}"' in header
    assert links["cite-as"]["url"] == "https://doi.org/10.5072/reading"


def test_formats_say_the_same(client: TestClient, services: Services) -> None:
    """Every format gives back the statements of the journal."""
    from pyoxigraph import parse

    wanted = {str(triple) for triple in from_ntriples(services.journal.version("reading").ntriples)}
    for suffix, kind in (("ttl", RdfFormat.TURTLE), ("nt", RdfFormat.N_TRIPLES), ("rdf", RdfFormat.RDF_XML)):
        content = client.get(f"{URL}.{suffix}").content
        assert {str(quad.triple) for quad in parse(content, format=kind)} == wanted
    document = client.get(f"{URL}.jsonld").json()
    assert document["@context"] == "http://testserver/context/v1.jsonld"
    assert document["component"][0]["lens_na"] == 1.4
    context = json.loads(resources.text("ontologies", "generated", "context.jsonld"))
    assert client.get("/context/v1.jsonld").json() == context


def test_versions(client: TestClient) -> None:
    """An old version stays readable, points to the newest, and has its own ETag."""
    url = "/records/reading-versions"
    first = client.put(url, content=study("First name"), headers=TURTLE)
    client.put(url, content=study("Second name"), headers={"If-Match": first.headers["etag"], **TURTLE})
    old, new = client.get(f"{url}.nt?version=1"), client.get(f"{url}.nt")
    assert b"First name" in old.content
    assert b"Second name" in new.content
    assert old.headers["etag"] != new.headers["etag"]
    assert old.headers["content-location"] == f"{url}.nt?version=1"
    assert old.links["latest-version"]["url"] == url
    history = client.get(f"{url}/versions").json()["items"]
    assert [item["version"] for item in history] == [2, 1]
    assert client.get(history[1]["url"], headers={"Accept": NT}).content == old.content
    assert [one["version"] for one in client.get(f"{url}/versions?before=2").json()["items"]] == [1]
    assert_problem(client.get(f"{url}?version=9"), 404, "not-found")
    for text in ("0", "-1", "x", "1.0", "٣"):
        assert_problem(client.get(url, params={"version": text}), 400, "bad-parameter")


@pytest.mark.parametrize(
    "address",
    [
        "/records/nothing", "/records/nothing.ttl", "/records/nothing/report", "/records/nothing/versions",
        "/nowhere", "/records/a/b/c", "/static/nothing.js", "/queries/nothing", "/examples/nothing",
        "/schema/nothing", "/shapes/nothing", "/problems/nothing",
    ],
)  # fmt: skip
def test_nothing_there(client: TestClient, address: str) -> None:
    """What is not there answers 404 as a problem."""
    assert_problem(client.get(address), 404, "not-found")


def test_wrong_methods(client: TestClient) -> None:
    """405 lists every method that the address has."""
    response = client.patch(URL)
    assert_problem(response, 405, "method-not-allowed")
    assert set(response.headers["allow"].split(", ")) == {"GET", "HEAD", "PUT", "DELETE"}
    assert set(client.delete("/records").headers["allow"].split(", ")) == {"GET", "HEAD", "POST"}
    assert_problem(client.post("/health/live"), 405, "method-not-allowed")


def test_pages_of_the_list_are_stable(client: TestClient) -> None:
    """Walking by `next` meets every record once, also when others are added meanwhile."""
    ids = [f"paged-{number:02}" for number in range(7)]
    for id in ids:
        content = study("Paged zebrafish", iri=f"https://doi.org/10.5072/{id}")
        assert client.put(f"/records/{id}", content=content, headers=TURTLE).status_code == 201
    met: list[str] = []
    address: str | None = "/records?q=zebra&type=Study&limit=2"
    turn = 0
    while address:
        response = client.get(address)
        page = response.json()
        met += [item["id"] for item in page["items"]]
        assert response.links["first"]["url"].startswith("/records?type=Study&q=zebra&limit=2")
        assert (response.links["next"]["url"] if page["next"] else None) == page["next"]
        address = page["next"]
        turn += 1
        late = study("Paged zebrafish", iri=f"https://doi.org/10.5072/late-{turn}")
        client.put(f"/records/a-late-{turn}", content=late, headers=TURTLE)
    assert [id for id in met if id.startswith("paged")] == ids
    assert len(met) == len(set(met))


@pytest.mark.parametrize("parameters", ["limit=0", "limit=1001", "limit=x", "cursor=!!!", "cursor=_w"])
def test_bad_parameters_of_the_list(client: TestClient, parameters: str) -> None:
    """Unusable parameters are refused with a reason."""
    response = client.get(f"/records?{parameters}")
    assert_problem(response, response.status_code, "bad-parameter")
    assert response.status_code in (400, 422)


def test_search_text_is_never_a_query(client: TestClient) -> None:
    """Signs that mean something to the search engine are only text."""
    for text in ('"', "*", "a OR b", "x'; --", "NEAR(", "\x00", "::"):
        assert client.get("/records", params={"q": text}).status_code == 200


def test_report_in_every_format(client: TestClient) -> None:
    """The stored report is readable by people and machines, and can be made anew by another profile."""
    for accept, start in (
        ("application/json", "{"), (TTL, "@prefix"), (JSON_LD, "["), ("text/plain", ""), (HTML, "<!doctype"),
    ):  # fmt: skip
        response = client.get(f"{URL}/report", headers={"Accept": accept})
        assert response.headers["content-type"].partition(";")[0] == accept
        assert response.text.startswith(start)
    assert client.get(f"{URL}/report").json()["profiles"] == ["core"]
    assert client.get(f"{URL}/report?profile=rembi").json()["profiles"] == ["rembi"]
    assert_problem(client.get(f"{URL}/report?profile=nope"), 400, "bad-parameter")
    assert_problem(client.get(f"{URL}/report", headers={"Accept": "image/png"}), 406, "not-acceptable")


def test_validate_keeps_nothing(client: TestClient) -> None:
    """A document is judged as it is; a broken rule is an answer, not a failure."""
    before = client.get("/records?limit=1000").json()
    content = study("Judged", iri="https://doi.org/10.5072/judged")
    response = client.post("/validate?profile=rembi", content=content, headers=TURTLE)
    assert response.status_code == 200
    assert response.json()["conforms"] is False
    assert response.json()["results"][0]["message"]
    turtle = client.post("/validate", content=content, headers={"Accept": TTL, **TURTLE})
    assert b"sh:ValidationReport" in turtle.content
    assert_problem(client.post("/validate", content=b"<a> <b>", headers=TURTLE), 400, "malformed-document")
    assert client.get("/records?limit=1000").json() == before


def test_every_site_may_read(client: TestClient) -> None:
    """Pages of other sites may read, and see the headers that matter."""
    response = client.get(URL, headers={"Origin": "https://elsewhere.example"})
    assert response.headers["access-control-allow-origin"] == "*"
    assert {"Link", "ETag"} <= set(response.headers["access-control-expose-headers"].split(", "))
    asked = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "PUT"}
    allowed = client.options(URL, headers=asked).headers["access-control-allow-methods"]
    assert "PUT" not in allowed
    assert "GET" in allowed
