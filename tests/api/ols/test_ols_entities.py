"""V2 of the OLS API."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

OBO = "http://purl.obolibrary.org/obo/"
MITOCHONDRION = f"{OBO}GO_0005739"
API = "/ols4/api/v2"


def get(ols: TestClient, path: str, **parameters: Any) -> Any:
    """The answer to a question that has one."""
    answer = ols.get(API + path, params=parameters or None)
    assert answer.status_code == 200, answer.text
    return answer.json()


def twice(iri: str) -> str:
    """An IRI as OLS wants it in a path."""
    return quote(quote(iri, safe=""), safe="")


def test_an_entity_says_where_it_stands(ols: TestClient) -> None:
    """Parents and ancestors by subClassOf and in all, nearest first; how many terms are below."""
    entity = get(ols, f"/ontologies/go/classes/{twice(OBO + 'GO_0005743')}")
    assert entity["curie"] == "GO:0005743"
    assert entity["label"] == ["mitochondrial inner membrane"]
    assert entity["directParent"] == [f"{OBO}GO_0031966"]
    assert entity["directAncestor"] == [f"{OBO}GO_0031966", f"{OBO}GO_0110165"]
    assert entity["hierarchicalAncestor"][0] == f"{OBO}GO_0031966"
    assert set(entity["hierarchicalAncestor"]) == {
        f"{OBO}GO_{number}" for number in ("0031966", "0110165", "0005739", "0043227", "0043226")
    }
    assert entity["linkedEntities"][f"{OBO}GO_0031966"]["label"] == ["mitochondrial membrane"]
    assert (entity["hasDirectChildren"], entity["numDescendants"]) == (False, 0)
    above = get(ols, f"/ontologies/go/classes/{twice(MITOCHONDRION)}")
    assert (above["hasDirectChildren"], above["hasHierarchicalChildren"]) == (False, True)
    assert (above["numDescendants"], above["numHierarchicalDescendants"]) == (0, 2)
    assert above["appearsIn"] == ["go", "cl"]
    assert above["synonym"] == ["mitochondria", "chondriosome"]
    assert above["http://www.geneontology.org/formats/oboInOwl#hasRelatedSynonym"] == "chondriosome"


@pytest.mark.parametrize(
    ("step", "found"),
    [
        ("children", []),
        ("hierarchicalChildren", ["mitochondrial membrane"]),
        ("parents", ["membrane-bounded organelle"]),
        ("ancestors", ["cellular anatomical structure", "membrane-bounded organelle", "organelle"]),
        ("hierarchicalDescendants", ["mitochondrial inner membrane", "mitochondrial membrane"]),
    ],
)
def test_steps_of_the_hierarchy_in_v2(ols: TestClient, step: str, found: list[str]) -> None:
    """The same steps as in V1, in the lists of V2, below classes and below entities."""
    told = get(ols, f"/ontologies/go/classes/{twice(MITOCHONDRION)}/{step}")
    assert sorted(one["label"][0] for one in told["elements"]) == found
    assert told["totalElements"] == told["numElements"] == len(found)
    assert get(ols, f"/ontologies/go/entities/{twice(MITOCHONDRION)}/{step}") == told


def test_entities_can_be_searched(ols: TestClient) -> None:
    """`exactMatch` is exact; obsolete ones must be asked for; ontologies narrow it down."""
    exact = get(ols, "/entities", search="mitochondrion", exactMatch="true")
    assert {one["iri"] for one in exact["elements"]} == {MITOCHONDRION}
    assert [one["ontologyId"] for one in exact["elements"]] == ["go", "cl"]
    home = get(ols, "/entities", search="mitochondrion", exactMatch="true", isDefiningOntology="true")
    assert [one["ontologyId"] for one in home["elements"]] == ["go"]
    assert get(ols, "/entities", search="mitochondrion", ontologyId="uo")["elements"] == []
    assert get(ols, "/ontologies/go/classes", search="power house")["totalElements"] == 0
    old = get(ols, "/ontologies/go/classes", search="power house", includeObsoleteEntities="true")
    assert [one["label"] for one in old["elements"]] == [["obsolete power house"]]
    assert old["elements"][0][f"{OBO}IAO_0100001"] == MITOCHONDRION


@pytest.mark.parametrize(
    ("name", "value"), [("iri", MITOCHONDRION), ("curie", "GO:0005739"), ("shortForm", "GO_0005739")]
)
def test_entities_can_be_named(ols: TestClient, name: str, value: str) -> None:
    """An id finds all copies of one term, or that of one ontology."""
    told = get(ols, "/entities", **{name: value})
    assert [(one["ontologyId"], one["isDefiningOntology"]) for one in told["elements"]] == [
        ("go", True),
        ("cl", False),
    ]
    told = get(ols, "/ontologies/cl/entities", **{name: value})
    assert [one["label"] for one in told["elements"]] == [["mitochondrium"]]


def test_lists_have_pages(ols: TestClient) -> None:
    """20 on a page unless asked otherwise; all pages together are the list; obsolete ones are left out."""
    first = get(ols, "/classes")
    assert (first["page"], first["numElements"]) == (0, 20)
    found = []
    for number in range(5):
        page = get(ols, "/ontologies/go/classes", page=number, size=3)
        assert (page["totalElements"], page["totalPages"]) == (8, 3)
        found += [one["curie"] for one in page["elements"]]
    assert len(found) == len(set(found)) == 8
    assert get(ols, "/ontologies/go/classes", includeObsoleteEntities="true")["totalElements"] == 10
    assert get(ols, "/ontologies/go/classes", isObsolete="true")["totalElements"] == 2
    assert get(ols, "/ontologies/go/properties")["totalElements"] == 1
    assert get(ols, "/ontologies/go/individuals")["elements"] == []
    assert get(ols, "/ontologies/go/entities", type="property")["totalElements"] == 1


def test_ontologies_and_statistics(ols: TestClient) -> None:
    """Numbers of terms are texts in V2; the statistics say when the index changed last."""
    go = get(ols, "/ontologies/go")
    assert (go["numberOfClasses"], go["numberOfProperties"], go["numberOfEntities"]) == ("10", "1", "11")
    assert go["http://www.w3.org/2002/07/owl#versionInfo"] == "releases/2026-11-01"
    listed = get(ols, "/ontologies", size=1000)
    assert go in listed["elements"]
    assert [one["ontologyId"] for one in get(ols, "/ontologies", search="Cell Ontology")["elements"]] == [
        "cl"
    ]
    statistics = get(ols, "/stats")
    assert statistics["numberOfOntologies"] == listed["totalElements"]
    assert statistics["lastModified"] == max(one["loaded"] for one in listed["elements"])
    assert ols.get(f"{API}/health").text.startswith("All systems are operational")
