"""Identifiers over HTTP."""

from __future__ import annotations

import pytest
from handing_in import hand_in, study
from starlette.testclient import TestClient

from imagegraph.api.app import create_app
from imagegraph.model.identifiers import identify
from imagegraph.operations.services import Services
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.authorities import antibodies, orcid, ror
from imagegraph.testing.authorities.stand_in import STATES, AuthoritiesStandIn

PERSON = "https://orcid.org/0000-0003-9000-0102"
HTML = {"Accept": "text/html"}


@pytest.fixture(name="client")
def _client(services: Services) -> TestClient:
    app = create_app(services)
    return TestClient(app, raise_server_exceptions=False, follow_redirects=False)


def test_one_identifier_is_checked(client: TestClient) -> None:
    """Any spelling gives the canonical IRI; nobody was asked yet."""
    answer = client.get("/identifiers", params={"id": "orcid.org/0000-0003-9000-0102"}).json()
    assert (answer["scheme"], answer["canonical"]) == ("orcid", PERSON)
    assert (answer["state"], answer["label"], answer["checked_at"]) == ("unavailable", None, None)


def test_one_identifier_is_resolved(client: TestClient) -> None:
    """With `resolve` its authority is asked; the answer says who, when and under which licence."""
    answer = client.get("/identifiers", params={"id": PERSON, "resolve": "true"}).json()
    assert (answer["state"], answer["label"], answer["authority"]) == ("ok", "Mirela Quist", "ORCID")
    assert answer["licence"].endswith("/zero/1.0/")
    assert answer["checked_at"].endswith("Z")
    again = client.get("/identifiers", params={"id": PERSON}).json()
    assert (again["state"], again["checked_at"]) == ("ok", answer["checked_at"])


@pytest.mark.parametrize(
    ("id", "state", "successors"),
    [
        (f"https://ror.org/{ror.MERGED}", "replaced", 1),
        (f"https://ror.org/{ror.SPLIT}", "ambiguous", 2),
        (f"https://ror.org/{ror.CLOSED}", "obsolete", 0),
        (f"https://ror.org/{ror.NOBODY}", "not_found", 0),
        (orcid.DEPRECATED, "replaced", 1),
        (orcid.LOCKED, "restricted", 0),
        (f"RRID:{antibodies.MERGED}", "replaced", 1),
    ],
)
def test_states(client: TestClient, id: str, state: str, successors: int) -> None:
    """Each way in which asking can end is told with its successors."""
    answer = client.get("/identifiers", params={"id": id, "resolve": "true"}).json()
    assert (answer["state"], len(answer["successors"])) == (state, successors)


@pytest.mark.parametrize(
    ("id", "reason"),
    [
        ("https://orcid.org/0000-0002-1825-0098", "7"),
        ("https://orcid.org/NA", "not given"),
        ("https://ror.org/03mstc593", "92"),
        ("https://doi.org/10.123/abc", "10."),
        ("x" * 10_000, "longer"),
        ("hello", ""),
    ],
)
def test_what_is_no_identifier_is_invalid_with_the_reason(client: TestClient, id: str, reason: str) -> None:
    """The answer is 200 with the state `invalid`; nobody is asked."""
    response = client.get("/identifiers", params={"id": id, "resolve": "true"})
    answer = response.json()
    assert (response.status_code, answer["state"], answer["canonical"]) == (200, "invalid", None)
    assert reason in (answer["detail"] or "")
    assert answer["detail"]


def test_a_scheme_that_does_not_exist_is_refused(client: TestClient) -> None:
    """The refusal names those that do."""
    for path in ("/identifiers?id=1&scheme=isbn", "/identifiers/isbn/1"):
        response = client.get(path)
        assert response.status_code == 400
        assert "orcid" in response.json()["known"]


def test_everything_connected(client: TestClient, services: Services) -> None:
    """What the authority says, the records with the property that names it, and the studies that it joins."""
    for number in (1, 2):
        hand_in(services, study(f"tide-{number}", name=f"Tide {number}"))
    services.linking.linker.work_off()
    answer = client.get(f"/identifiers/ror/{ror.UNIVERSITY}").json()
    assert (answer["state"], answer["label"], answer["total"]) == ("ok", "University of Northmere", 2)
    assert [one["name"] for one in answer["studies"]] == ["Tide 1", "Tide 2"]
    assert {use["label"] for record in answer["records"] for use in record["uses"]} == {"Affiliation"}


def test_records_are_paged(client: TestClient, services: Services) -> None:
    """`next` leads to the rest."""
    for number in range(3):
        hand_in(services, study(f"tide-{number}", name=f"Tide {number}"))
    first = client.get("/identifiers/orcid/0000-0003-9000-0102?limit=2").json()
    second = client.get(first["next"]).json()
    assert (first["total"], len(first["records"]), len(second["records"])) == (3, 2, 1)
    assert second["next"] is None


@pytest.mark.parametrize(
    ("ending", "media_type", "holds"),
    [
        (".jsonld", "application/ld+json", '"rdfs:label"'),
        (".ttl", "text/turtle", "rdfs:label"),
        (".html", "text/html", "<h1>Mirela Quist</h1>"),
        (".json", "application/json", '"label": "Mirela Quist"'),
    ],
)
def test_forms(client: TestClient, services: Services, ending: str, media_type: str, holds: str) -> None:
    """An ending and `Accept` choose the same form."""
    hand_in(services, study())
    services.linking.linker.work_off()
    by_ending = client.get(f"/identifiers/orcid/0000-0003-9000-0102{ending}")
    by_header = client.get("/identifiers/orcid/0000-0003-9000-0102", headers={"Accept": media_type})
    assert by_ending.headers["content-type"].startswith(media_type)
    assert holds in by_ending.text
    assert by_header.text == by_ending.text


def test_a_doi_with_slashes_and_an_odd_suffix(client: TestClient) -> None:
    """The whole rest of the address is the value."""
    response = client.get(
        "/identifiers/doi/10.1002/(SICI)1097-4679(199607)52:4%3C401::AID-JCLP5%3E3.0.CO;2-P"
    )
    assert response.status_code == 200
    assert response.json()["canonical"].startswith("https://doi.org/10.1002/(sici)1097-4679")


def test_a_value_that_is_none_is_not_found_with_the_reason(client: TestClient) -> None:
    """404, and what is wrong with it."""
    response = client.get("/identifiers/orcid/0000-0002-1825-0098")
    assert response.status_code == 404
    assert "7" in response.json()["detail"]


def test_many_are_checked_as_a_list(client: TestClient) -> None:
    """Each in its place, with counts; a scheme reads bare numbers."""
    answer = client.post("/identifiers/check", json=["RRID: AB_90755", "ror.org/03mstc593"]).json()
    assert [one["state"] for one in answer["items"]] == ["unavailable", "invalid"]
    assert (answer["valid"], answer["invalid"]) == (1, 1)
    answer = client.post("/identifiers/check", json={"ids": ["31197211"], "scheme": "pubmed"}).json()
    assert answer["items"][0]["canonical"] == "https://pubmed.ncbi.nlm.nih.gov/31197211"


def test_a_table_comes_back_with_columns(client: TestClient) -> None:
    """The column with the identifiers is found; every cell is kept."""
    table = "marker\trrid\tnote\nCD31\tAB_393571\tgood\nIba1\tRRID:AB-839504\t\n"
    response = client.post(
        "/identifiers/check", content=table, headers={"Content-Type": "text/tab-separated-values"}
    )
    assert response.headers["content-type"].startswith("text/tab-separated-values")
    head, first, second = (line.split("\t") for line in response.text.splitlines())
    assert head == ["marker", "rrid", "note", "scheme", "canonical", "state", "label", "problem"]
    assert first[:5] == ["CD31", "AB_393571", "good", "rrid", "https://identifiers.org/RRID:AB_393571"]
    assert second[:2] == ["Iba1", "RRID:AB-839504"]


@pytest.mark.parametrize(
    ("content", "media_type", "status"),
    [
        (b"", "application/json", 400),
        (b"{", "application/json", 400),
        (b'"x"', "application/json", 400),
        (b"[1]", "application/json", 400),
        (b'{"ids": ["a"], "scheme": 7}', "application/json", 400),
        (b"\xff\xfe", "text/plain", 400),
        (b"a", "application/pdf", 415),
        (b"[" + b'"a",' * 10_000 + b'"a"]', "application/json", 413),
        (b'a\t"b', "text/tab-separated-values", 400),
    ],
)
def test_bodies_that_cannot_be_checked(
    client: TestClient, content: bytes, media_type: str, status: int
) -> None:
    """A problem says what is wrong, and with `pointer` where."""
    response = client.post("/identifiers/check", content=content, headers={"Content-Type": media_type})
    assert response.status_code == status
    assert response.json()["detail"]


def test_the_queue_is_listed_in_pages(client: TestClient, services: Services) -> None:
    """In the order of the IRIs, with counts by scheme."""
    hand_in(services, study())
    first = client.get("/identifiers/queue?limit=2").json()
    assert first["counts"] == {"doi": 1, "orcid": 1, "ror": 1}
    assert set(first["asked"]) == {"orcid", "ror", "doi", "rrid", "handle"}
    second = client.get(first["next"]).json()
    canonical = [one["canonical"] for one in first["items"] + second["items"]]
    assert canonical == sorted(canonical)
    assert len(canonical) == 3
    assert client.get("/identifiers/queue?cursor=%25").status_code == 400


def test_an_affiliation_is_matched_when_a_person_wants_it(
    client: TestClient, stand_in: AuthoritiesStandIn
) -> None:
    """Only what ROR is sure of is a choice; nothing is linked."""
    text = "Imaging, University of Northmere, Northmere, GB"
    answer = client.get("/identifiers/match", params={"affiliation": text}).json()
    assert (answer["state"], answer["choice"]) == ("ok", f"https://ror.org/{ror.UNIVERSITY}")
    assert answer["items"][0]["label"] == "University of Northmere"
    none = client.get("/identifiers/match", params={"affiliation": "Garage of a friend"}).json()
    assert (none["items"], none["choice"], none["state"]) == ([], None, "ok")
    stand_in.answer("ror/v2/organizations?affiliation=Somewhere", replies.document({"errors": ["no"]}))
    refused = client.get("/identifiers/match", params={"affiliation": "Somewhere"}).json()
    assert (refused["state"], refused["choice"]) == ("unavailable", None)
    assert "no" in refused["detail"]
    assert client.get("/identifiers/match", params={"affiliation": "x"}).status_code == 400


def test_asking_again_and_forgetting(client: TestClient, services: Services) -> None:
    """POST asks whatever is kept; DELETE leaves nothing but the records."""
    hand_in(services, study())
    path = "/identifiers/orcid/0000-0003-9000-0102"
    assert client.post(path).json()["label"] == "Mirela Quist"
    assert client.delete(path).status_code == 204
    answer = client.get(path).json()
    assert (answer["state"], answer["label"], answer["total"]) == ("unavailable", None, 1)


def test_a_page_of_another_site_changes_nothing(client: TestClient) -> None:
    """As for records: what a browser says comes from elsewhere is refused."""
    path = "/identifiers/orcid/0000-0003-9000-0102"
    headers = {"Sec-Fetch-Site": "cross-site", "Origin": "https://elsewhere.example"}
    assert client.post(path, headers=headers).status_code == 403
    assert client.delete(path, headers=headers).status_code == 403


def test_pages_for_people(client: TestClient) -> None:
    """The overview has a field and the schemes; a good identifier leads on, a bad one says why."""
    page = client.get("/identifiers", headers=HTML)
    assert 'name="id"' in page.text
    assert "ORCID iD" in page.text
    found = client.get("/identifiers", params={"id": PERSON}, headers=HTML)
    assert (found.status_code, found.headers["location"]) == (303, "/identifiers/orcid/0000-0003-9000-0102")
    unasked = client.get(found.headers["location"], headers=HTML)
    assert unasked.status_code == 200
    assert "Nobody was asked about it yet." in unasked.text
    refused = client.get("/identifiers", params={"id": "<b>0000-0002-1825-0098"}, headers=HTML)
    assert "&lt;b&gt;0000" in refused.text
    assert "<b>0000" not in refused.text


def test_pages_of_every_state(client: TestClient, services: Services) -> None:
    """Whatever an authority says, there is a page about it."""
    for iri in STATES:
        identifier = identify(iri)
        services.linking.resolver.resolve(identifier)
        page = client.get("/identifiers", params={"id": iri}, headers=HTML, follow_redirects=True)
        assert page.status_code == 200, iri
        assert identifier.iri.replace("&", "&amp;") in page.text
