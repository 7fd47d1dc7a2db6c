"""PIDINST and DataCite over HTTP: what other records know is told, and only formats that suit are offered."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest
from documents import TURTLE, YAML
from problem_documents import assert_problem
from starlette.testclient import TestClient

DATACITE, PIDINST, PIDINST_XML = (
    "application/vnd.datacite.datacite+json", "application/vnd.pidinst+json", "application/vnd.pidinst+xml",
)  # fmt: skip
SCOPE = "https://doi.org/10.5072/gannet"
URL = "/records/gannet"
INSTRUMENT = f"""type: Instrument
id: {SCOPE}
name: Gannet
manufacturer: {{id: "#maker", name: Meridian Optics}}
owner: [ror:00examp37]
"""
STUDY = f"""@prefix ig: <https://w3id.org/imagegraph/> . @prefix schema: <http://schema.org/> .
<https://doi.org/10.5072/made-with-gannet> a ig:Study ; schema:name "Made with it" ; ig:instrument <{SCOPE}> .
"""
UNIVERSITY = "type: Organisation\nid: ror:00examp37\nname: University of Northmere\n"


@pytest.fixture(scope="module", autouse=True)
def _stored(client: TestClient) -> None:
    for id, document in (("gannet", INSTRUMENT), ("gannet-owner", UNIVERSITY)):
        response = client.put(f"/records/{id}", content=document, headers=YAML)
        assert response.status_code in (200, 201), response.text
    response = client.put("/records/gannet-study", content=STUDY, headers=TURTLE)
    assert response.status_code in (200, 201), response.text


@pytest.mark.parametrize(
    ("suffix", "media_type"),
    [("datacite.json", DATACITE), ("pidinst.json", PIDINST), ("pidinst.xml", PIDINST_XML)],
)
def test_an_ending_with_a_dot_decides(client: TestClient, suffix: str, media_type: str) -> None:
    """The ending and Accept give the same; there is no ETag, because other records are told of too."""
    response = client.get(f"{URL}.{suffix}", headers={"Accept": "image/png"})
    assert response.status_code == 200, response.text
    assert response.headers["content-type"].partition(";")[0] == media_type
    assert "etag" not in response.headers
    asked = client.get(URL, headers={"Accept": media_type})
    assert asked.content == response.content
    assert asked.headers["content-location"] == f"{URL}.{suffix}"


def test_an_owner_is_named_by_its_own_record(client: TestClient) -> None:
    """The instrument only points to the university; a correction there is seen at once."""
    assert client.get(f"{URL}.pidinst.json").json()["owners"][0]["ownerName"] == "University of Northmere"
    etag = client.get("/records/gannet-owner").headers["etag"]
    changed = UNIVERSITY.replace("University of Northmere", "Northmere University")
    client.put("/records/gannet-owner", content=changed, headers={**YAML, "If-Match": etag})
    root = ElementTree.fromstring(client.get(f"{URL}.pidinst.xml").content)  # noqa: S314 - our own
    assert root.findtext("owners/owner/ownerName") == "Northmere University"


def test_both_ends_of_the_join(client: TestClient) -> None:
    """The instrument collects the study, the study is collected by the instrument."""

    def related(url: str) -> set[tuple[str, str]]:
        found = client.get(f"{url}.datacite.json").json()["relatedIdentifiers"]
        return {(one["relationType"], one["relatedIdentifier"]) for one in found}

    assert ("Collects", "10.5072/made-with-gannet") in related(URL)
    assert ("IsCollectedBy", "10.5072/gannet") in related("/records/gannet-study")


def test_only_formats_that_suit_are_offered(client: TestClient) -> None:
    """An instrument has all, a study no PIDINST, an organisation neither; by name they are refused with a sentence."""
    links = {name: client.get(f"/records/{name}").headers["link"] for name in ("gannet", "gannet-study")}
    assert PIDINST in links["gannet"]
    assert PIDINST not in links["gannet-study"]
    assert DATACITE in links["gannet-study"]
    assert "datacite" not in client.get("/records/gannet-owner", headers={"Accept": "text/html"}).text
    assert "PIDINST XML" in client.get(URL, headers={"Accept": "text/html"}).text
    problem = assert_problem(client.get("/records/gannet-study.pidinst.json"), 406, "not-acceptable")
    assert "describes instruments" in problem["detail"]
    asked = client.get("/records/gannet-study", headers={"Accept": PIDINST})
    assert PIDINST not in assert_problem(asked, 406, "not-acceptable")["offered"]


def test_what_is_missing_is_named(client: TestClient) -> None:
    """An instrument that nobody owns or made cannot be registered yet; DataCite says that it is unavailable."""
    client.put("/records/bare-scope", content="type: Instrument\nname: Bare\n", headers=YAML)
    problem = assert_problem(client.get("/records/bare-scope.pidinst.xml"), 406, "not-acceptable")
    assert "an owner or facility with its name and a manufacturer" in problem["detail"]
    assert problem["missing"]
    assert client.get("/records/bare-scope.datacite.json").json()["creators"] == [{"name": ":unav"}]


@pytest.mark.parametrize("id", ["x.datacite.json", "x.pidinst.xml", "x.ttl"])
def test_an_id_does_not_end_like_a_format(client: TestClient, id: str) -> None:
    """Such a record could not be read again; an id that ends in .json alone can."""
    problem = assert_problem(
        client.put(f"/records/{id}", content=UNIVERSITY, headers=YAML), 400, "bad-parameter"
    )
    assert id.partition(".")[2] in problem["detail"]


def test_an_old_version_is_written_too(client: TestClient) -> None:
    """The version in the address is the one that is written."""
    etag = client.get(URL).headers["etag"]
    client.put(
        URL, content=INSTRUMENT.replace("Gannet", "Northern gannet"), headers={**YAML, "If-Match": etag}
    )
    old = json.loads(client.get(f"{URL}.pidinst.json?version=1").content)
    new = json.loads(client.get(f"{URL}.pidinst.json").content)
    assert (old["name"], new["name"]) == ("Gannet", "Northern gannet")
