"""Term look-up over HTTP: search, one term, its place, its use."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from problem_documents import assert_problem
from pyoxigraph import Literal, NamedNode, RdfFormat, parse
from starlette.testclient import TestClient
from term_releases import BAO, CHOICE, CONFOCAL, FBBI, HOSTILE, LIGHT, OLD, OLDER, OLDEST, ROOT

from imagegraph import __version__

KEYS = ["iri", "curie", "label", "ontology", "match", "reason", "obsolete", "replaced_by", "same_as"]


@pytest.fixture(scope="module", autouse=True)
def _stored(terms_client: TestClient) -> None:
    """A study that uses a method."""
    content = (
        "type: Study\nid: https://doi.org/10.5072/terms\nname: Planes of a leaf\n"
        f"imaging_method: ['{CONFOCAL}']\n"
    ).encode()
    response = terms_client.put(
        "/records/terms-study", content=content, headers={"Content-Type": "application/yaml"}
    )
    assert response.status_code == 201, response.text


def test_items_have_the_promised_members(terms_client: TestClient) -> None:
    """Every hit has id, label, ontology, match, reason, what replaced it and what is the same."""
    answer = terms_client.get("/terms", params={"q": "Confocal Microscopy", "field": "imaging-method"}).json()
    first = answer["items"][0]
    assert [key for key in KEYS if key not in first] == []
    assert (first["iri"], first["curie"], first["match"]) == (CONFOCAL, "FBbi:00000251", "label")
    assert "label" in first["reason"]
    assert "imaging method" in first["reason"]
    assert (answer["notes"], answer["stale"]) == ([], False)


@pytest.mark.parametrize(
    "spelling",
    [CONFOCAL, "FBbi:00000251", "fbbi:00000251", "FBbi_00000251", "obo:FBbi_00000251", "Fbbi:00000251",
     "https://purl.obolibrary.org/obo/FBbi_00000251", quote(CONFOCAL, safe="")],
)  # fmt: skip
def test_every_spelling_of_an_id_is_found(terms_client: TestClient, spelling: str) -> None:
    """As `q` and as an address any spelling of an id leads to the term, whose canonical address is told."""
    items = terms_client.get("/terms", params={"q": spelling}).json()["items"]
    assert (items[0]["iri"], items[0]["match"]) == (CONFOCAL, "id")
    response = terms_client.get(f"/terms/{quote(spelling, safe='')}")
    assert response.json()["iri"] == CONFOCAL
    assert '</terms/FBbi:00000251>; rel="canonical"' in response.headers["link"]


def test_address_may_be_spelt_without_encoding(terms_client: TestClient) -> None:
    """An IRI with its slashes as they are, or with one of them merged by a proxy, is understood."""
    assert terms_client.get(f"/terms/{CONFOCAL}").json()["iri"] == CONFOCAL
    assert terms_client.get(f"/terms/{CONFOCAL.replace('//', '/')}").json()["iri"] == CONFOCAL
    assert terms_client.get(f"/terms/{CONFOCAL}/parents").json()["items"][0]["iri"] == LIGHT


def test_iri_leads_to_the_address(terms_client: TestClient) -> None:
    """`iri` redirects to the term; what is none is refused, `/terms/` is the search."""
    for iri in (CONFOCAL, "FBbi_00000251"):
        response = terms_client.get("/terms", params={"iri": iri})
        assert (response.status_code, response.headers["location"]) == (303, "/terms/FBbi:00000251")
    response = terms_client.get("/terms", params={"iri": BAO + "0000004"})
    assert terms_client.get(response.headers["location"]).json()["curie"] == "BAO:0000004"
    assert_problem(terms_client.get("/terms?iri=javascript:alert(1)"), 400, "bad-parameter")
    assert_problem(terms_client.get("/terms?iri=http%3A%2F%2Fa%2Fb"), 404, "not-found")
    assert terms_client.get("/terms/").headers["location"] == "/terms"


def test_hash_in_an_iri(terms_client: TestClient) -> None:
    """An IRI with `#`, encoded, is a term of its own."""
    found = terms_client.get(f"/terms/{quote(BAO + '0000004', safe='')}").json()
    assert found["curie"] == "BAO:0000004"
    assert {one["relation"] for one in found["parents"]} == {"part_of", "subClassOf"}


def test_search_stays_where_it_is_told(terms_client: TestClient) -> None:
    """`ontology` takes a list in either form, `under` an id or a label."""
    for given in ({"ontology": "bao"}, {"ontology": "BAO,uo"}, {"ontology": ["bao", "uo"]}):
        items = terms_client.get("/terms", params={"q": "assay", **given}).json()["items"]
        assert {one["ontology"] for one in items} == {"bao"}
    for under in ("FBbi:00000345", "light microscopy", LIGHT):
        items = terms_client.get("/terms", params={"q": "microscopy", "under": under, "limit": 50}).json()[
            "items"
        ]
        iris = {one["iri"] for one in items}
        assert CONFOCAL in iris
        assert ROOT not in iris


def test_obsolete_term_leads_to_its_replacement(terms_client: TestClient) -> None:
    """An obsolete name finds what replaced it; the old term itself comes only when it is asked for, last."""
    found = terms_client.get("/terms", params={"q": "pinhole light microscopy"}).json()["items"]
    assert found[0]["iri"] == CONFOCAL
    both = terms_client.get("/terms", params={"q": "pinhole light microscopy", "obsolete": True}).json()[
        "items"
    ]
    old = next(one for one in both if one["iri"] == OLDER)
    assert old["obsolete"] is True
    assert old["replaced_by"][0] == CONFOCAL
    assert [one["obsolete"] for one in both] == sorted(one["obsolete"] for one in both)


def test_pages_of_a_search_follow_each_other(terms_client: TestClient) -> None:
    """Following `next` gives every hit once, up to a hundred."""
    seen: list[str] = []
    address: str | None = "/terms?q=light+variant&limit=40"
    while address is not None:
        response = terms_client.get(address)
        assert response.status_code == 200, response.text
        page = response.json()
        seen += [one["iri"] for one in page["items"]]
        address = page["next"]
        assert ('rel="next"' in response.headers.get("link", "")) is (address is not None)
    assert len(seen) == len(set(seen)) == 100


def test_without_q_the_service_tells_what_it_has(terms_client: TestClient) -> None:
    """No search is no error: the vocabularies and fields are listed."""
    answer = terms_client.get("/terms").json()
    assert answer["items"] == []
    fbbi = next(one for one in answer["vocabularies"] if one["ontology"] == "fbbi" and one["current"])
    assert (fbbi["version"], fbbi["terms"], fbbi["obsolete"]) == ("2020-02-29", 137, 4)
    assert "imaging-method" in {one["field"] for one in answer["fields"]}


def test_term_tells_everything(terms_client: TestClient) -> None:
    """Names by kind and language, definition, parents, copies and links."""
    told = terms_client.get("/terms/FBbi:00000251").json()
    assert told["definition"] == "Pinholes keep out light from other planes."
    assert {"text": "CLSM", "kind": "abbreviation", "language": ""} in told["synonyms"]
    assert told["parents"][0]["curie"] == "FBbi:00000345"
    assert told["copies"] == [
        {"ontology": "fbbi", "version": "2020-02-29", "defining": True, "source": "fbbi.obo"},
        {"ontology": "fbbi", "version": __version__, "defining": False, "source": "starter"},
    ]
    for address in told["links"].values():
        assert terms_client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("header", "label", "language", "fallback"),
    [
        ("de", "Konfokalmikroskopie", "de", False),
        ("de-AT;q=0.9, en;q=0.5", "Konfokalmikroskopie", "de", False),
        ("tlh", "confocal microscopy", "en", True),
        ("en-GB", "confocal microscopy", "en", False),
        ("*", "confocal microscopy", "en", False),
        (";;q=,x=\x7f,%%,en;q=banana", "confocal microscopy", "en", False),
    ],
)
def test_label_is_in_the_language_that_is_wanted(
    terms_client: TestClient, header: str, label: str, language: str, fallback: bool
) -> None:
    """`Accept-Language` chooses the label; the answer says which language it is and whether it had to give way."""
    response = terms_client.get("/terms/FBbi:00000251", headers={"Accept-Language": header})
    told = response.json()
    assert (told["label"], told["label_language"], told["fallback"]) == (label, language, fallback)
    assert response.headers["content-language"] == language
    assert "Accept-Language" in response.headers["vary"]


def test_lang_goes_before_the_header(terms_client: TestClient) -> None:
    """`lang` decides, whatever the browser prefers."""
    told = terms_client.get("/terms/FBbi:00000251?lang=de", headers={"Accept-Language": "fr"}).json()
    assert told["label"] == "Konfokalmikroskopie"
    listed = terms_client.get("/terms/FBbi:00000345/children?lang=de&limit=100").json()["items"]
    assert "Konfokalmikroskopie" in {one["label"] for one in listed}


@pytest.mark.parametrize(
    "id", ["FBbi:00000251", "FBbi:00000802", "BAO:0000004", "BAO:0000005", "BAO:0000003"]
)
def test_rdf_forms_say_the_same(terms_client: TestClient, id: str) -> None:
    """JSON-LD and Turtle hold the same statements, in words of OWL, SKOS and OBO."""
    json_ld = terms_client.get(f"/terms/{id}", headers={"Accept": "application/ld+json"})
    turtle = terms_client.get(f"/terms/{id}.ttl")
    assert turtle.headers["content-type"].startswith("text/turtle")
    first = {quad.triple for quad in parse(json_ld.content, format=RdfFormat.JSON_LD)}
    assert first == {quad.triple for quad in parse(turtle.content, format=RdfFormat.TURTLE)}
    assert json_ld.json()["@context"]


def test_statements_of_a_term(terms_client: TestClient) -> None:
    """Labels with languages, scopes, deprecation, replacement, source and licence are there."""
    owl, scope = "http://www.w3.org/2002/07/owl#", "http://www.geneontology.org/formats/oboInOwl#"
    found = {
        (quad.predicate.value, quad.object)
        for quad in parse(terms_client.get("/terms/FBbi:00000251.ttl").content, format=RdfFormat.TURTLE)
    }
    label = "http://www.w3.org/2000/01/rdf-schema#label"
    assert (label, Literal("confocal microscopy")) in found
    assert (label, Literal("Konfokalmikroskopie", language="de")) in found
    assert (f"{scope}hasBroadSynonym", Literal("confocal imaging")) in found
    assert ("http://www.w3.org/2000/01/rdf-schema#subClassOf", NamedNode(LIGHT)) in found
    licence = NamedNode("https://creativecommons.org/licenses/by/4.0/")
    assert ("http://purl.org/dc/terms/license", licence) in found
    assert ("http://purl.org/dc/terms/source", NamedNode("http://purl.obolibrary.org/obo/fbbi.owl")) in found
    old = terms_client.get("/terms/FBbi:00000801.jsonld").json()
    assert old["deprecated"] is True
    assert old["replacedBy"] == CONFOCAL
    assert f"{owl}deprecated" not in old


def test_obsolete_term_answers_with_the_chain(terms_client: TestClient) -> None:
    """An obsolete term is there (200) and names its successors, the nearest first, or what to consider."""
    response = terms_client.get("/terms/FBbi:00000802")
    told = response.json()
    assert response.status_code == 200
    assert [one["iri"] for one in told["replaced_by"]] == [OLD, CONFOCAL]
    assert told["obsolete"] is True
    assert 'rel="successor-version"' in response.headers["link"]
    assert terms_client.get(f"/terms/{quote(OLDEST, safe='')}").json()["replaced_by"] == []
    choice = terms_client.get(f"/terms/{quote(CHOICE, safe='')}").json()
    assert [one["iri"] for one in choice["consider"]] == [LIGHT, CONFOCAL]


def test_hierarchy_is_paged(terms_client: TestClient) -> None:
    """Descendants come in pages, each once, and `total` counts them."""
    seen: list[str] = []
    address: str | None = "/terms/FBbi:00000222/descendants?limit=60"
    while address is not None:
        page = terms_client.get(address).json()
        seen += [one["iri"] for one in page["items"]]
        address = page["next"]
        assert page["total"] >= 132
    assert len(seen) == len(set(seen)) == page["total"]
    assert [one["iri"] for one in terms_client.get("/terms/FBbi:00000251/ancestors").json()["items"]][:2] == [
        LIGHT, ROOT,
    ]  # fmt: skip


def test_cycle_ends(terms_client: TestClient) -> None:
    """Terms that are above each other answer all the same."""
    for direction in ("ancestors", "descendants", "parents", "children"):
        items = terms_client.get(f"/terms/BAO:0000001/{direction}").json()["items"]
        assert f"{BAO}0000002" in {one["iri"] for one in items}
    assert terms_client.get("/terms/BAO:0000001", headers={"Accept": "text/html"}).status_code == 200


def test_part_of_can_be_left_out(terms_client: TestClient) -> None:
    """`part_of=false` follows only subClassOf."""
    with_parts = terms_client.get("/terms/BAO:0000001/children").json()["items"]
    without = terms_client.get("/terms/BAO:0000001/children?part_of=false").json()["items"]
    assert f"{BAO}0000004" in {one["iri"] for one in with_parts}
    assert f"{BAO}0000004" not in {one["iri"] for one in without}


def test_usage_names_records_and_properties(terms_client: TestClient) -> None:
    """A record that uses a term is listed with the property; a term nobody uses has an empty list."""
    page = terms_client.get("/terms/FBbi:00000251/usage").json()
    assert page["total"] == 1
    assert page["items"][0]["id"] == "terms-study"
    assert page["items"][0]["title"] == "Planes of a leaf"
    uses = page["items"][0]["uses"]
    assert [(one["label"], one["term"]["curie"]) for one in uses] == [("Imaging method", "FBbi:00000251")]
    assert terms_client.get("/terms/FBbi:00000345/usage").json() == {"items": [], "total": 0, "next": None}
    past = terms_client.get("/terms/FBbi:00000251/usage?offset=5").json()
    assert (past["items"], past["total"]) == ([], 1)


def test_usage_of_narrower_terms(terms_client: TestClient) -> None:
    """`below` finds the records of a whole branch, each with the term that it uses."""
    for id in ("FBbi:00000345", "FBbi:00000222", "FBbi:00000251"):
        items = terms_client.get(f"/terms/{id}/usage?below=true").json()["items"]
        used = {item["id"]: [one["term"]["curie"] for one in item["uses"]] for item in items}
        assert used["terms-study"] == ["FBbi:00000251"]


def test_unknown_term_says_what_was_tried(terms_client: TestClient) -> None:
    """404 tells how the id was read and suggests terms of a similar name."""
    problem = assert_problem(terms_client.get("/terms/FBbi:00099999"), 404, "not-found")
    assert problem["iri"] == FBBI + "00099999"
    assert "2020-02-29" in problem["detail"]
    problem = assert_problem(terms_client.get("/terms/FBbi:0000251"), 404, "not-found")
    assert [one["curie"] for one in problem["suggestions"]] == ["FBbi:00000251"]
    problem = assert_problem(terms_client.get("/terms/confocal%20microscopy"), 404, "not-found")
    assert "FBbi:00000251" in {one["curie"] for one in problem["suggestions"]}
    problem = assert_problem(terms_client.get("/terms/MONDO:0005148"), 404, "not-found")
    assert "mondo" in problem["detail"]
    assert_problem(terms_client.get("/terms/https%3A%2F%2Fexample.org%2Fx%23y"), 404, "not-found")


@pytest.mark.parametrize(
    "id",
    ["javascript:alert(1)", "JavaScript%3Aalert(1)", "data:text/html,x", "file:///etc/passwd", "urn:isbn:12",
     "mailto:a@b.example", "vbscript:x", "http%3A%2F%2Fx%2F" + "y" * 3000],
)  # fmt: skip
@pytest.mark.parametrize("tail", ["", "/children", "/usage"])
def test_other_schemes_are_refused(terms_client: TestClient, id: str, tail: str) -> None:
    """What is no web IRI, or too long, is a bad parameter, nothing is looked up."""
    assert_problem(terms_client.get(f"/terms/{id}{tail}"), 400, "bad-parameter")


NASTY = [
    "x" * 10_000, '"', "'", '"a" OR "b"', "a NEAR b", "a*", "^a", "a:b", "(((", "- -", "AND", "NOT", "col:x",
    "\u0000", "a\u0000b", "\ufffd", "שלום", "é" * 400, "e\u0301" * 200, "\u202econfocal", "{{7*7}}",
    "%", "_", "\\", ";DROP TABLE terms;--", "a" * 499 + "!", "(a+)+$" * 50, "💥", "🔬 confocal", "\ud7ff",
    "javascript:alert(1)", "http://", "http://[", "FBbi:", ":", "FBbi:99999999999999999999", "\n\t", "0",
]  # fmt: skip


@pytest.mark.parametrize("q", NASTY)
@pytest.mark.parametrize("accept", ["application/json", "text/html"])
def test_no_question_breaks_the_search(terms_client: TestClient, q: str, accept: str) -> None:
    """Whatever is typed, the answer is hits or a clear 400, and never a word of the database."""
    for name in ("q", "under"):
        params = {"q": "confocal", name: q}
        response = terms_client.get("/terms", params=params, headers={"Accept": accept})
        assert response.status_code in (200, 400), response.text
        assert not [w for w in ("fts5", "sqlite", "syntax error", "MATCH") if w in response.text.lower()]
        if response.status_code == 400 and accept == "application/json":
            assert_problem(response, 400, "bad-parameter")


@pytest.mark.parametrize(
    "address",
    ["/terms?q=a%00b", "/terms?q=%ED%A0%80", "/terms?q=%FF%FE", "/terms/%ED%A0%80", "/terms/a%00b", "/terms/%FF",
     "/terms/FBbi%3A00000251%00", "/terms/%20", "/terms/..%2F..%2Fetc", "/terms//", "/terms/http%3A%2F%2Fa%20b",
     "/terms/http%3A%2F%2F%5B", "/terms/FBbi:00000251/usage/children", "/terms/%22%3E%3Cscript%3E"],
)  # fmt: skip
def test_broken_bytes_are_answered(terms_client: TestClient, address: str) -> None:
    """Broken UTF-8, NUL and odd paths give an answer of 200, 400 or 404."""
    response = terms_client.get(address)
    assert response.status_code in (200, 308, 400, 404), response.text
    assert "sqlite" not in response.text.lower()


@pytest.mark.parametrize(
    "query",
    ["limit=-1", "limit=0", "limit=abc", f"limit={10**30}", "limit=101", "offset=-1", "offset=100", "offset=x",
     "field=nonsense", "ontology=nonsense", "under=%00", "under=nothing+is+called+so+at+all", "obsolete=perhaps"],
)  # fmt: skip
def test_unusable_parameters_are_named(terms_client: TestClient, query: str) -> None:
    """A bad parameter is refused with its name."""
    problem = assert_problem(terms_client.get(f"/terms?q=confocal&{query}"), 400, "bad-parameter")
    assert query.partition("=")[0] in json.dumps(problem)


def test_hostile_label_is_told_as_it_is(terms_client: TestClient) -> None:
    """A label with markup is data: JSON has it unchanged."""
    assert terms_client.get("/terms/BAO:0000003").json()["label"] == HOSTILE


def test_term_without_a_label(terms_client: TestClient) -> None:
    """A term that no release names is called by the end of its IRI."""
    assert terms_client.get("/terms/BAO:0000005").json()["label"] == "BAO_0000005"
