"""Search, autocompletion and suggestions of the OLS API."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

OBO = "http://purl.obolibrary.org/obo/"
MITOCHONDRION = f"{OBO}GO_0005739"
ORGANELLE = f"{OBO}GO_0043226"
API = "/ols4/api"


def find(ols: TestClient, q: str, *, path: str = "search", **parameters: Any) -> list[dict[str, Any]]:
    """The documents of an answer, whose head agrees with them."""
    answer = ols.get(f"{API}/{path}", params={"q": q, "rows": "100", **parameters})
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert told["responseHeader"]["status"] == 0
    assert told["response"]["start"] == 0
    docs: list[dict[str, Any]] = told["response"]["docs"]
    assert told["response"]["numFound"] == len(docs)
    return docs


def labels(docs: list[dict[str, Any]]) -> list[str]:
    """What was found."""
    return [doc["label"] for doc in docs]


@pytest.mark.parametrize("path", ["search", "select"])
def test_what_is_called_exactly_so_comes_first(ols: TestClient, path: str) -> None:
    """The label comes before longer names that begin with it; the copy at home before others."""
    docs = find(ols, "Nucleus", path=path, ontology="go,cl")
    assert [(doc["label"], doc["ontology_name"]) for doc in docs[:2]] == [
        ("nucleus", "go"),
        ("nucleus", "cl"),
    ]
    assert docs[0] == {
        "id": f"go:class:{OBO}GO_0005634",
        "iri": f"{OBO}GO_0005634",
        "short_form": "GO_0005634",
        "obo_id": "GO:0005634",
        "label": "nucleus",
        "description": [],
        "ontology_name": "go",
        "ontology_prefix": "GO",
        "type": "class",
        "is_defining_ontology": True,
        "synonym": ["cell nucleus"],
        "exact_synonyms": ["cell nucleus"],
        "related_synonyms": [],
        "narrow_synonyms": [],
        "broad_synonyms": [],
    }


def test_exact_is_exact(ols: TestClient) -> None:
    """A whole name is equal but for case: no longer label is found, in contrast to OLS."""
    assert labels(find(ols, "ORGANELLE", exact="true", ontology="go")) == ["organelle"]
    assert labels(find(ols, "membrane", exact="true", ontology="go", local="true")) == [
        label for label in ["membrane"] if label in labels(find(ols, "membrane", ontology="go"))
    ]
    assert labels(find(ols, "cell nucleus", exact="true", ontology="go")) == ["nucleus"]
    assert labels(find(ols, "organele", exact="true", ontology="go")) == []


def test_query_fields_say_what_is_compared(ols: TestClient) -> None:
    """A synonym is found in synonyms, not in labels; an id only in ids."""
    assert labels(find(ols, "chondriosome", queryFields="synonym", ontology="go")) == ["mitochondrion"]
    assert labels(find(ols, "chondriosome", queryFields="label", ontology="go")) == []
    assert labels(find(ols, "GO:0005739", queryFields="label", ontology="go")) == []
    assert labels(find(ols, "GO:0005739", queryFields="obo_id,iri", ontology="go")) == ["mitochondrion"]
    assert find(ols, "mitochondrion", queryFields="description") == []


@pytest.mark.parametrize("q", ["GO:0005739", "GO_0005739", MITOCHONDRION, f'"{MITOCHONDRION}"', "go:0005739"])
def test_ids_are_found(ols: TestClient, q: str) -> None:
    """Every spelling of an id finds the copies of that term and nothing else."""
    docs = find(ols, q)
    assert {doc["iri"] for doc in docs} == {MITOCHONDRION}
    assert [doc["ontology_name"] for doc in docs] == ["go", "cl"]


def test_copies_elsewhere_can_be_left_out(ols: TestClient) -> None:
    """`local` keeps the copies at home, `groupField` one copy of each term."""
    assert [doc["ontology_name"] for doc in find(ols, "GO:0005739", local="true")] == ["go"]
    assert [doc["ontology_name"] for doc in find(ols, "GO:0005739", groupField="iri")] == ["go"]
    assert len(find(ols, "GO:0005739", groupField="false")) == 2
    assert [doc["ontology_name"] for doc in find(ols, "GO:0005739", ontology="cl")] == ["cl"]
    assert find(ols, "GO:0005739", ontology="cl", local="true") == []
    assert find(ols, "GO:0005739", ontology="nowhere") == []


def test_obsolete_terms_must_be_asked_for(ols: TestClient) -> None:
    """They are hidden, and come last when they are wanted; their state can be asked for."""
    assert find(ols, "obsolete power house", ontology="go") == []
    docs = find(
        ols, "power house", ontology="go", obsoletes="true", fieldList="label,is_obsolete,term_replaced_by"
    )
    assert docs[-1] == {
        "label": "obsolete power house", "is_obsolete": True, "term_replaced_by": MITOCHONDRION,
    }  # fmt: skip


@pytest.mark.parametrize("name", ["childrenOf", "allChildrenOf"])
def test_search_below_a_term(ols: TestClient, name: str) -> None:
    """Only what stands below by subClassOf or part_of; the term itself when that is asked for."""
    below: dict[str, str] = {name: ORGANELLE, "ontology": "go"}
    assert "mitochondrial membrane" in labels(find(ols, "membrane", **below))
    assert "cellular anatomical structure" not in labels(find(ols, "cellular", **below))
    assert "organelle" not in labels(find(ols, "organelle", **below))
    assert "organelle" in labels(find(ols, "organelle", inclusive="true", **below))
    assert find(ols, "GO:0110165", **below) == []


def test_leaves_slims_and_kinds(ols: TestClient) -> None:
    """Filters on what stands below, on subsets, and on the kind of a term."""
    assert "mitochondrial membrane" in labels(find(ols, "mitochondrial", ontology="go"))
    leaves = labels(find(ols, "mitochondrial", ontology="go", isLeaf="true"))
    assert "mitochondrial membrane" not in leaves
    assert "mitochondrial inner membrane" in leaves
    assert labels(find(ols, "*", ontology="go", slim="goslim_generic")) == ["mitochondrion", "organelle"]
    assert [doc["type"] for doc in find(ols, "part of", type="property", ontology="go")] == ["property"]
    assert find(ols, "part of", type="class", exact="true", ontology="go") == []
    assert find(ols, "nucleus", type="ontology") == []


def test_everything_can_be_listed(ols: TestClient) -> None:
    """`*` lists an ontology, or all that stands below a term."""
    assert len(find(ols, "*", ontology="go")) == 9
    assert len(find(ols, "*", ontology="go", obsoletes="true")) == 11
    assert len(find(ols, "*", ontology="go", type="class")) == 8
    below = labels(find(ols, "*", allChildrenOf=MITOCHONDRION, ontology="go", local="true"))
    assert {"mitochondrial membrane", "mitochondrial inner membrane"} <= set(below)


def test_pages_of_a_search_do_not_overlap(ols: TestClient) -> None:
    """`start` and `rows` cut one list, whose length is told each time; `fieldList` chooses members."""
    whole = find(ols, "membrane", fieldList="id")
    assert len(whole) > 3
    parts = []
    for start in range(0, len(whole), 2):
        told = ols.get(
            f"{API}/search", params={"q": "membrane", "start": start, "rows": 2, "fieldList": "id"}
        ).json()
        assert told["response"]["numFound"] == len(whole)
        assert told["response"]["start"] == start
        parts += told["response"]["docs"]
    assert parts == whole
    assert len({doc["id"] for doc in whole}) == len(whole)
    assert all(set(doc) == {"id"} for doc in whole)


def test_facets_count_what_was_found(ols: TestClient) -> None:
    """Facets hold value and count in turn, over all hits and not only those shown."""
    told = ols.get(f"{API}/search", params={"q": "GO:0005739", "rows": 0}).json()
    assert told["response"]["docs"] == []
    facets = told["facet_counts"]["facet_fields"]
    assert facets["ontologyId"] == ["go", "1", "cl", "1"]
    assert facets["type"] == ["class", "2"]
    assert facets["isDefiningOntology"] == ["true", "1", "false", "1"]


def test_suggestions_are_labels_without_repetition(ols: TestClient) -> None:
    """Suggestions complete what was typed."""
    told = ols.get(f"{API}/suggest", params={"q": "nucleo", "ontology": "go"}).json()["response"]
    assert "nucleolus" in [doc["autosuggest"] for doc in told["docs"]]
    told = ols.get(f"{API}/suggest", params={"q": "nucleus", "rows": 500}).json()["response"]
    texts = [doc["autosuggest"] for doc in told["docs"]]
    assert texts[0] == "nucleus"
    assert len(set(texts)) == len(texts) == told["numFound"]


def test_misspelt_names_are_found_when_nothing_else_is(ols: TestClient) -> None:
    """A close spelling helps, and gives way to real matches."""
    assert "mitochondrion" in labels(find(ols, "mitochondrlon"))
    assert "mitochondrial membrane" not in labels(find(ols, "mitochondrion"))
