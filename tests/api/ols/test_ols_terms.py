"""V1 of the OLS API: ontologies, terms and what stands around them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from imagegraph.api.app import create_app

OBO = "http://purl.obolibrary.org/obo/"
MITOCHONDRION = f"{OBO}GO_0005739"
API = "/ols4/api"


def twice(iri: str) -> str:
    """An IRI as OLS wants it in a path."""
    return quote(quote(iri, safe=""), safe="")


def get(ols: TestClient, path: str, **parameters: Any) -> Any:
    """The answer to a question that has one."""
    answer = ols.get(API + path, params=parameters or None)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    return answer.json()


def ids(told: Any, name: str = "terms") -> list[str]:
    """The OBO ids of a page."""
    return [term["obo_id"] for term in told["_embedded"][name]]


def test_the_root_names_the_lists(ols: TestClient) -> None:
    """The API's root is found with and without a slash, and its links lead on."""
    for path in ("", "/"):
        links = get(ols, path)["_links"]
        assert set(links) == {"ontologies", "terms", "properties", "individuals"}
        for link in links.values():
            assert ols.get(link["href"]).status_code == 200


def test_ontologies_tell_what_was_loaded(ols: TestClient) -> None:
    """An ontology says its version, source and size; what only the starter has is there too."""
    go = get(ols, "/ontologies/GO")
    assert (go["ontologyId"], go["version"], go["numberOfTerms"], go["numberOfProperties"]) == (
        "go", "releases/2026-11-01", 10, 1,
    )  # fmt: skip
    assert go["config"]["preferredPrefix"] == "GO"
    assert go["config"]["fileLocation"] == "organelles.obo"
    listed = {one["ontologyId"]: one for one in get(ols, "/ontologies")["_embedded"]["ontologies"]}
    assert listed["go"] == go
    assert listed["fbbi"]["config"]["fileLocation"] == "starter"


@pytest.mark.parametrize(
    "path",
    [
        twice(MITOCHONDRION),
        quote(MITOCHONDRION, safe=""),
        MITOCHONDRION,
        MITOCHONDRION.replace("//", "/"),
        "GO:0005739",
        "GO_0005739",
    ],
)
def test_a_term_is_found_however_its_iri_is_encoded(ols: TestClient, path: str) -> None:
    """Twice as OLS wants it, once, not at all, with slashes merged by a proxy, or shortened."""
    assert get(ols, f"/ontologies/go/terms/{path}")["iri"] == MITOCHONDRION
    children = get(ols, f"/ontologies/go/terms/{path}/hierarchicalChildren")
    assert ids(children) == ["GO:0031966"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("iri", MITOCHONDRION),
        ("obo_id", "GO:0005739"),
        ("short_form", "GO_0005739"),
        ("id", "GO:0005739"),
        ("id", MITOCHONDRION),
        ("id", "GO_0005739"),
    ],
)
def test_a_term_is_found_by_every_kind_of_id(ols: TestClient, name: str, value: str) -> None:
    """In one ontology there is one copy; in all there are several, the one at home first."""
    one = get(ols, "/ontologies/go/terms", **{name: value})
    assert one["page"] == {"size": 1, "totalElements": 1, "totalPages": 1, "number": 0}
    (term,) = one["_embedded"]["terms"]
    assert (term["label"], term["is_defining_ontology"]) == ("mitochondrion", True)
    copies = get(ols, "/terms", **{name: value})["_embedded"]["terms"]
    assert [(copy["ontology_name"], copy["label"]) for copy in copies] == [
        ("go", "mitochondrion"),
        ("cl", "mitochondrium"),
    ]
    assert [copy["is_defining_ontology"] for copy in copies] == [True, False]
    home = get(ols, "/terms/findByIdAndIsDefiningOntology", **{name: value})
    assert [copy["ontology_name"] for copy in home["_embedded"]["terms"]] == ["go"]


@pytest.mark.parametrize("id", ["RING:0002", "RING_0002"])
def test_terms_of_an_ontology_that_nobody_described(ols: TestClient, id: str) -> None:
    """Short ids are found by what the ontology's own IRIs look like, in it and everywhere."""
    for path in ("/ontologies/ring/terms", "/terms", "/terms/findByIdAndIsDefiningOntology"):
        (term,) = get(ols, path, id=id)["_embedded"]["terms"]
        assert (term["label"], term["ontology_prefix"], term["is_defining_ontology"]) == ("two", "RING", True)


def test_a_term_has_its_names_definition_and_cross_references(ols: TestClient) -> None:
    """What the file says about a term is in the members where OLS has it."""
    term = get(ols, f"/ontologies/go/terms/{twice(MITOCHONDRION)}")
    assert term["description"] == ["The organelle with two membranes in which most ATP of a cell is made."]
    assert term["synonyms"] == ["mitochondria", "chondriosome"]
    assert [(one["name"], one["scope"]) for one in term["obo_synonym"]] == [
        ("mitochondria", "hasExactSynonym"),
        ("chondriosome", "hasRelatedSynonym"),
    ]
    assert term["in_subset"] == ["goslim_generic"]
    assert [(one["database"], one["id"]) for one in term["obo_xref"]] == [
        ("NCIT", "C13191"),
        (None, "http://en.wikipedia.org/wiki/Mitochondrion"),
    ]
    assert term["ontology_iri"] == f"{OBO}go.owl"


def test_obsolete_terms_lead_on(ols: TestClient) -> None:
    """One successor is in `term_replaced_by`, candidates are in the annotation `consider`."""
    replaced = get(ols, "/ontologies/go/terms", obo_id="GO:0009999")["_embedded"]["terms"][0]
    assert (replaced["is_obsolete"], replaced["term_replaced_by"]) == (True, MITOCHONDRION)
    open_end = get(ols, "/ontologies/go/terms", obo_id="GO:0009998")["_embedded"]["terms"][0]
    assert (open_end["is_obsolete"], open_end["term_replaced_by"]) == (True, None)
    assert open_end["annotation"]["consider"] == [f"{OBO}GO_0005634", f"{OBO}GO_0005730"]


@pytest.mark.parametrize(
    ("step", "of", "found"),
    [
        ("parents", "GO_0031966", ["GO:0110165"]),
        ("hierarchicalParents", "GO_0031966", ["GO:0005739", "GO:0110165"]),
        ("ancestors", "GO_0005743", ["GO:0031966", "GO:0110165"]),
        (
            "hierarchicalAncestors",
            "GO_0005743",
            ["GO:0005739", "GO:0031966", "GO:0043226", "GO:0043227", "GO:0110165"],
        ),
        ("children", "GO_0043227", ["GO:0005634", "GO:0005739"]),
        ("children", "GO_0005739", []),
        ("hierarchicalChildren", "GO_0005739", ["GO:0031966"]),
        ("descendants", "GO_0043227", ["GO:0005634", "GO:0005739"]),
        (
            "hierarchicalDescendants",
            "GO_0043227",
            ["GO:0005634", "GO:0005730", "GO:0005739", "GO:0005743", "GO:0031966"],
        ),
    ],
)
def test_steps_of_the_hierarchy(ols: TestClient, step: str, of: str, found: list[str]) -> None:
    """Plain steps follow subClassOf, hierarchical ones part_of too, by path and by id."""
    by_path = get(ols, f"/ontologies/go/terms/{twice(OBO + of)}/{step}")
    of_the_file = set(ids(get(ols, "/ontologies/go/terms")))  # the starter adds some below these
    assert sorted(of_the_file & set(ids(by_path))) == found
    assert by_path["page"]["totalElements"] == len(ids(by_path))
    assert ids(get(ols, f"/ontologies/go/{step}", id=of.replace("_", ":"))) == ids(by_path)


def test_links_lead_where_there_is_something(ols: TestClient) -> None:
    """Every link of every term answers; hierarchical ones are there when they are not empty, the others with them."""
    for term in get(ols, "/ontologies/go/terms")["_embedded"]["terms"]:
        for name, link in term["_links"].items():
            told = ols.get(link["href"])
            assert told.status_code == 200, link
            if name.startswith("hierarchical"):
                assert told.json()["_embedded"]["terms"], (term["obo_id"], name)
        for name in ("children", "descendants", "hierarchicalChildren", "hierarchicalDescendants"):
            assert term["has_children"] == (name in term["_links"])
        for name in ("parents", "ancestors", "hierarchicalParents", "hierarchicalAncestors", "jstree"):
            assert term["is_root"] == (name not in term["_links"])


def test_pages_are_linked_in_both_directions(ols: TestClient) -> None:
    """Following `next` from the first page finds every term once; `prev` leads back."""
    everything = ids(get(ols, "/ontologies/go/terms"))
    address = f"{API}/ontologies/go/terms?size=3"
    found: list[str] = []
    pages = 0
    while True:
        page = ols.get(address).json()
        found += ids(page)
        pages += 1
        assert page["page"]["number"] == pages - 1
        assert ("prev" in page["_links"]) == (pages > 1)
        if "next" not in page["_links"]:
            break
        address = page["_links"]["next"]["href"]
    assert found == everything
    assert pages == page["page"]["totalPages"] == 4
    assert ids(ols.get(page["_links"]["first"]["href"]).json()) == everything[:3]
    assert ols.get(page["_links"]["last"]["href"]).json()["_embedded"] == page["_embedded"]


@pytest.mark.parametrize(
    ("asked", "size", "number"),
    [
        ({"size": "0"}, 1000, 0),
        ({"size": "-5"}, 1000, 0),
        ({"size": "99999999"}, 1000, 0),
        ({"size": "many", "page": "first"}, 1000, 0),
        ({"page": "-1"}, 1000, 0),
        ({"page": "7", "size": "2"}, 2, 7),
        ({"page": "9" * 400, "size": "2"}, 2, 0),
        ({"page": "999999999999"}, 1000, 10_000_000),
    ],
)
def test_impossible_pages_are_put_right(
    ols: TestClient, asked: dict[str, str], size: int, number: int
) -> None:
    """Sizes and pages out of range are brought into it without a word, as OLS does."""
    told = get(ols, "/ontologies/go/terms", **asked)
    assert (told["page"]["size"], told["page"]["number"]) == (size, number)


def test_roots_and_properties(ols: TestClient) -> None:
    """Roots are the terms in use with nothing above; properties are listed apart from terms."""
    assert ids(get(ols, "/ontologies/go/terms/roots")) == ["GO:0110165"]
    roots = ids(get(ols, "/ontologies/go/terms/roots", includeObsoletes="true"))
    assert roots == ["GO:0009998", "GO:0009999", "GO:0110165"]
    assert ids(get(ols, "/ontologies/go/terms/preferredRoots")) == []
    (part_of,) = get(ols, "/ontologies/go/properties")["_embedded"]["properties"]
    assert (part_of["label"], part_of["iri"]) == ("part of", f"{OBO}BFO_0000050")
    assert get(ols, f"/ontologies/go/properties/{twice(part_of['iri'])}") == part_of
    assert get(ols, "/ontologies/go/individuals")["_embedded"]["individuals"] == []
    assert part_of in get(ols, "/properties", iri=part_of["iri"])["_embedded"]["properties"]


def test_the_graph_of_a_term_has_its_neighbours(ols: TestClient) -> None:
    """Nodes are the term and its neighbours, edges name their relation."""
    graph = get(ols, f"/ontologies/go/terms/{twice(OBO + 'GO_0031966')}/graph")
    assert {node["label"] for node in graph["nodes"]} == {
        "mitochondrial membrane", "mitochondrial inner membrane", "mitochondrion", "cellular anatomical structure",
    }  # fmt: skip
    assert {(edge["source"][-4:], edge["target"][-4:], edge["label"]) for edge in graph["edges"]} == {
        ("1966", "0165", "subClassOf"),
        ("1966", "5739", "part of"),
        ("5743", "1966", "subClassOf"),
    }


def test_the_tree_has_every_way_from_the_root(ols: TestClient) -> None:
    """A term with two parents stands in the tree twice, below each; every parent is a node."""
    tree = get(ols, f"/ontologies/go/terms/{twice(OBO + 'GO_0031966')}/jstree")
    assert [node["text"] for node in tree].count("mitochondrial membrane") == 2
    known = {node["id"] for node in tree}
    assert len(known) == len(tree)
    assert {node["parent"] for node in tree} <= known | {"#"}
    assert [node["text"] for node in tree if node["parent"] == "#"] == ["cellular anatomical structure"]


def test_a_branch_of_the_tree_is_opened_by_its_node(ols: TestClient) -> None:
    """The nodes below a node continue its id, and say whether there is more below."""
    path = f"/ontologies/go/terms/{twice(MITOCHONDRION)}/jstree"
    (node,) = [node for node in get(ols, path) if node["state"]["selected"]]
    assert node["children"]
    (below,) = get(ols, f"{path}/children/{quote(node['id'], safe='')}")
    assert (below["text"], below["parent"], below["children"]) == (
        "mitochondrial membrane",
        node["id"],
        True,
    )
    assert ols.get(f"{API}{path}/children/;").status_code == 400


def test_links_have_the_path_that_a_proxy_cut_off(ols: TestClient) -> None:
    """With a base below a path, links carry scheme, host and path of the base."""
    services = ols.app.state.services  # type: ignore[attr-defined]
    settings = services.settings.model_copy(update={"base": "https://images.example.org/graph/"})
    with TestClient(create_app(replace(services, settings=settings))) as behind:
        told = behind.get(f"{API}/ontologies/go", headers={"Host": "images.example.org"}).json()
        assert told["_links"]["self"]["href"] == f"https://images.example.org/graph{API}/ontologies/go"
        page = behind.get(f"{API}/terms?size=1", headers={"Host": "images.example.org"}).json()
        assert page["_links"]["next"]["href"] == f"https://images.example.org/graph{API}/terms?page=1&size=1"


def test_labels_come_in_the_language_asked_for(ols: TestClient) -> None:
    """`lang` is told back; where the ontology does not have it, English stands in."""
    term = get(ols, f"/ontologies/go/terms/{twice(MITOCHONDRION)}", lang="fr")
    assert (term["lang"], term["label"]) == ("fr", "mitochondrion")


def test_links_begin_with_the_address_that_was_asked(ols: TestClient) -> None:
    """Links name the host of the request; a host that cannot be one is replaced by the service's own."""
    for host, root in (
        ("terms.example.org:8080", "http://terms.example.org:8080"),
        ('x"><script>', "http://testserver"),
        ("[::1", "http://testserver"),
    ):
        told = ols.get(f"{API}/ontologies/go", headers={"Host": host}).json()
        assert told["_links"]["self"]["href"] == f"{root}{API}/ontologies/go"
