"""Our answers beside recorded ones of real OLS services: the same members, of the same JSON types."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

pytestmark = pytest.mark.corpus

API = "/ols4/api"
MITOCHONDRION = "http://purl.obolibrary.org/obo/GO_0005739"


@pytest.fixture(name="recorded")
def _recorded(corpus: Path) -> Path:
    return corpus / "services" / "ols4"


def read(path: Path) -> Any:
    """A recorded answer."""
    return json.loads(path.read_text())


def kind(value: Any) -> str:
    """The JSON type of a value; numbers are one."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    return {str: "string", list: "array", dict: "object", type(None): "null"}[type(value)]


def kinds(objects: Iterable[dict[str, Any]]) -> dict[str, set[str]]:
    """Member -> the JSON types that it has in these objects."""
    found: dict[str, set[str]] = {}
    for one in objects:
        for name, value in one.items():
            found.setdefault(name, set()).add(kind(value))
    return found


def assert_alike(ours: dict[str, Any], theirs: Iterable[dict[str, Any]], *, but: Iterable[str] = ()) -> None:
    """We have every member that all of theirs have, and each of ours is of a type that it has there.

    Under the IRI of a property V2 has a text, an object or a list of these: clients must read all three.

    Args:
        but: members of theirs that we do not have.
    """
    examples = list(theirs)
    always = set.intersection(*(set(one) for one in examples)) - set(but)
    assert always <= set(ours), always - set(ours)
    known = kinds(examples)
    for name, value in ours.items():
        if "://" not in name and name in known and known[name] != {"null"} and value is not None:
            assert kind(value) in known[name], name


def v1(path: Path, name: str) -> dict[str, Any]:
    """The only element of a recorded list."""
    (element,) = read(path)["_embedded"][name]
    return dict(element)


def test_terms_of_v1(ols: TestClient, recorded: Path) -> None:
    """A term has all members of a real one, and none that OLS has never had."""
    ours = ols.get(f"{API}/terms", params={"iri": MITOCHONDRION}).json()
    theirs = read(recorded / "prod_v1" / "terms_by_iri_NCBITaxon_2.json")
    assert set(ours) == set(theirs)
    assert set(ours["page"]) == set(theirs["page"])
    term = ours["_embedded"]["terms"][0]
    known = v1(recorded / "prod_v1" / "terms_by_iri_NCBITaxon_2.json", "terms")
    assert set(term) == set(known)
    assert_alike(term, [known])
    assert_alike(term["obo_xref"][0], known["obo_xref"])
    assert_alike(term["obo_synonym"][0], known["obo_synonym"])
    (organelle,) = ols.get(f"{API}/ontologies/go/terms", params={"obo_id": "GO:0043227"}).json()["_embedded"][
        "terms"
    ]
    assert set(organelle["_links"]) == set(known["_links"])
    assert all(kind(values) == "array" for values in term["annotation"].values())


@pytest.mark.parametrize(
    "path",
    [
        "sw_expected/v1_term_DUO_0000007.json",
        "sw_expected/v1_term_DUO_0000005_obsolete_replaced_by_label.json",
    ],
)
def test_terms_of_the_newest_software(ols: TestClient, recorded: Path, path: str) -> None:
    """What the tests of the software expect of a term is there too."""
    theirs = read(recorded / path)
    for id in ("GO:0005739", "GO:0009999"):
        ours = ols.get(f"{API}/ontologies/go/terms/{id}").json()
        assert_alike(ours, [theirs])


def test_properties_and_individuals_of_v1(ols: TestClient, recorded: Path) -> None:
    """A property has the members of a real one; the lists have the same names."""
    ours = ols.get(f"{API}/ontologies/go/properties").json()
    (property_,) = ours["_embedded"]["properties"]
    theirs = v1(recorded / "prod_v1" / "property.json", "properties")
    assert set(property_) == set(theirs)
    assert_alike(property_, [theirs])
    assert set(ols.get(f"{API}/individuals").json()["_embedded"]) == {"individuals"}


def test_ontologies_of_v1(ols: TestClient, recorded: Path) -> None:
    """An ontology and its configuration have the members of real ones."""
    ours = ols.get(f"{API}/ontologies/go").json()
    examples = [
        read(recorded / "prod_v1" / "ontology.json"),
        read(recorded / "doc_examples" / "ontology_efo.json"),
    ]
    assert_alike(ours, examples)
    assert_alike(ours["config"], [one["config"] for one in examples])
    assert set(ours["_links"]) == set(examples[0]["_links"])


def test_documents_of_a_search(ols: TestClient, recorded: Path) -> None:
    """The answer to a search and its documents have the members of a real one."""
    ours = ols.get(f"{API}/search", params={"q": "mitochondrion"}).json()
    theirs = read(recorded / "prod_v1" / "tib_ols3_search_plant.json")
    assert set(ours) == set(theirs)
    assert set(ours["response"]) == set(theirs["response"])
    docs = theirs["response"]["docs"]
    newer = read(recorded / "prod_2026-10" / "v1_search_doid_trimmed.json")["response"]["docs"]
    assert {name for doc in [*docs, *newer] for name in doc} <= set(ours["response"]["docs"][0])
    for doc in ours["response"]["docs"]:
        assert_alike(doc, [*docs, *newer])
    assert kinds([ours["facet_counts"]["facet_fields"]])["type"] == {"array"}


def test_entities_of_v2(ols: TestClient, recorded: Path) -> None:
    """An entity has every member that all real ones have, and every one of the class that was recorded alone."""
    folder = recorded / "prod_v2"
    ours = ols.get(f"{API}/v2/entities", params={"iri": MITOCHONDRION}).json()
    page = read(folder / "entities_search_plant_page0.json")
    assert set(ours) == set(page)
    (alone,) = read(folder / "entity_NCBITaxon_2.json")["elements"]
    for entity in ours["elements"]:
        assert_alike(entity, [*page["elements"], alone])
    own = {name for name in alone if "://" not in name}
    assert own <= set(ours["elements"][0])
    parent = next(iter(ours["elements"][0]["linkedEntities"].values()))
    assert_alike(
        parent, [one for iri, one in alone["linkedEntities"].items() if iri in alone["directParent"]]
    )
    (property_,) = ols.get(f"{API}/v2/ontologies/go/properties").json()["elements"]
    others = [
        read(folder / f"entity_{name}.json")["elements"]
        for name in ("property_has_rank", "individual_GAZ_00000464")
    ]
    assert_alike(property_, [*page["elements"], *others[0], *others[1]])


def test_ontologies_of_v2(ols: TestClient, recorded: Path) -> None:
    """An ontology has every member that all real ones have, of the same types."""
    ours = ols.get(f"{API}/v2/ontologies").json()
    theirs = read(recorded / "prod_v2" / "ontologies_all.json")
    assert set(ours) == set(theirs)
    for ontology in ours["elements"]:
        assert_alike(ontology, theirs["elements"])


def test_refusals(ols: TestClient, recorded: Path) -> None:
    """A refusal has the members of a real one."""
    theirs = read(recorded / "doc_examples" / "error_404_ontology_foobar.json")
    ours = ols.get(f"{API}/ontologies/foobar").json()
    assert {**ours, "timestamp": 0, "message": ""} == {**theirs, "timestamp": 0, "message": ""}


def test_the_root(ols: TestClient, recorded: Path) -> None:
    """The root has the links of a real one, but for the profile, which describes nothing."""
    theirs = read(recorded / "doc_examples" / "api_root.json")
    assert set(ols.get(API).json()["_links"]) == set(theirs["_links"]) - {"profile"}
