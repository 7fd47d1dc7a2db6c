"""Recorded answers of real services are read, and say what they are known to say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from imagegraph.adapters.ols.described import Described
from imagegraph.adapters.ols.documents import UnreadableAnswer, read_terms, says_missing
from imagegraph.model.vocabularies import packaged_registry

pytestmark = pytest.mark.corpus
OBO = "http://purl.obolibrary.org/obo/"


def recorded(corpus: Path, name: str) -> Any:
    """A recorded answer."""
    return json.loads((corpus / "services" / "ols4" / name).read_text("utf-8"))


def only(corpus: Path, name: str) -> Described:
    """The one term of a recorded answer."""
    (described,) = read_terms(recorded(corpus, name), registry=packaged_registry())
    return described


def test_every_recorded_answer_is_read_or_named(corpus: Path) -> None:
    """None raises anything but `UnreadableAnswer`; those are no answers about terms."""
    unreadable = set()
    files = sorted((corpus / "services" / "ols4").glob("*/*.json"))
    assert files
    for file in files:
        try:
            read_terms(json.loads(file.read_text("utf-8")), registry=packaged_registry())
        except UnreadableAnswer:
            unreadable.add(file.stem)
    assert unreadable == {
        "api_root", "error_404_ontology_foobar", "ontology_efo", "v1_graph_DOID_2841_trimmed", "ontology",
        "v1_404_endpoint_not_found",
    }  # fmt: skip


def test_both_versions_tell_the_same_names_of_bacteria(corpus: Path) -> None:
    """With their scopes; the second also tells the parent."""
    first = only(corpus, "prod_v1/terms_by_iri_NCBITaxon_2.json").term
    second = only(corpus, "prod_v2/entity_NCBITaxon_2.json").term
    assert set(first.names) == set(second.names)
    assert set(first.xrefs) == set(second.xrefs)
    assert (first.defining, first.ontology) == (second.defining, second.ontology) == (True, "ncbitaxon")
    assert [parent.iri for parent in second.parents] == [OBO + "NCBITaxon_131567"]
    assert first.parents == ()


def test_a_replacement_in_two_lines_names_two_terms(corpus: Path) -> None:
    """The Data Use Ontology's obsolete permission."""
    described = only(corpus, "sw_expected/v1_term_DUO_0000005_obsolete_replaced_by_label.json")
    assert described.term.obsolete
    assert described.term.replaced_by == (OBO + "DUO_0000042", OBO + "DUO_0000043")


def test_a_reason_names_a_term_to_consider(corpus: Path) -> None:
    """“use PATO_0000047 instead” is no replacement by the book."""
    term = only(corpus, "sw_expected/v1_term_efo_obsolete_reason.json").term
    assert (term.obsolete, term.replaced_by, term.consider) == (True, (), (OBO + "PATO_0000047",))


def test_404s_are_told_apart(corpus: Path) -> None:
    """What is missing may be the thing or the route."""
    assert says_missing(recorded(corpus, "doc_examples/error_404_ontology_foobar.json"))
    assert not says_missing(recorded(corpus, "sw_expected/v1_404_endpoint_not_found.json"))


def test_hits_of_a_search_do_not_say_whether_they_are_obsolete(corpus: Path) -> None:
    """So they are looked up; hits of the second version do."""
    for name in ("prod_2026-10/v1_search_doid_trimmed.json", "prod_v1/tib_ols3_search_plant.json"):
        hits = read_terms(recorded(corpus, name), registry=packaged_registry())
        assert hits
        assert not any(hit.checked for hit in hits)
    hits = read_terms(
        recorded(corpus, "prod_v2/entities_search_plant_page0.json"), registry=packaged_registry()
    )
    assert len(hits) == 20
    assert all(hit.checked for hit in hits)


def test_several_labels_are_all_kept(corpus: Path) -> None:
    """SNOMED gives each term two."""
    hits = read_terms(
        recorded(corpus, "prod_v2/entities_search_plant_page0.json"), registry=packaged_registry()
    )
    (plantain,) = [hit.term for hit in hits if hit.term.iri.endswith("/227259009")]
    assert [name.text for name in plantain.names if name.kind == "label"] == [
        "Plantain (substance)",
        "Plantain",
    ]


def test_an_id_in_place_of_a_label_is_no_label(corpus: Path) -> None:
    """OLS puts the short form where there is no label; a label that happens to be one stays."""
    term = only(corpus, "doc_examples/terms_by_iri_EFO_0000001.json").term
    assert not [name for name in term.names if name.kind == "label"]
    assert only(corpus, "prod_v2/entity_property_has_rank.json").term.label == "has_rank"


def test_individuals_and_properties_are_known(corpus: Path) -> None:
    """In both versions."""
    assert only(corpus, "prod_v1/individual.json").term.kind == "individual"
    assert only(corpus, "prod_v2/entity_individual_GAZ_00000464.json").term.kind == "individual"
    assert only(corpus, "prod_v1/property.json").term.kind == "property"
    assert only(corpus, "prod_v2/entity_property_has_rank.json").term.kind == "property"
