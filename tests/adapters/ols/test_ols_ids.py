"""Ids over real HTTP: how they are sent, which never are, and answers of any shape about them."""

from __future__ import annotations

import pytest

from imagegraph.adapters.ols import OlsTermSource
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.ols import OlsStandIn
from imagegraph.testing.ols_answers import (
    OBO,
    defining_target,
    entity_target,
    list_target,
    missing,
    second_entity,
    second_page,
)

LIVER = OBO + "UBERON_0002107"
CONCEPT = "http://www.w3.org/2004/02/skos/core#Concept"


def test_iris_are_encoded_twice_the_number_sign_too(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """`#` arrives as %2523, slashes as %252F."""
    target = "v2/ontologies/skos/entities/http%253A%252F%252Fwww.w3.org%252F2004%252F02%252Fskos%252Fcore%2523Concept"
    entity = second_entity(
        "Concept", "Concept", base="http://www.w3.org/2004/02/skos/core#", ontologyId="skos"
    )
    stand_in.answer(target, replies.document(entity))
    assert source.resolve(CONCEPT, ontology="skos").state == "ok"
    assert stand_in.targets == [target]


@pytest.mark.parametrize(
    "text",
    ["", " ", "liver", "javascript:alert(1)", "file:///etc/passwd", "https://orcid.org/0000-0002-1825-0097", "_:b0",
     "https://ror.org/02catss52", "10.1000/182", "http://", "http://a b/", "x" * 20_000, "http://x/\u202e", "\ud800",
     "mailto:ada@example.org", "http://purl.obolibrary.org/obo/FBbi_<script>", "unknown:123",
     "http://localhost:8000/records/secret", "http://ada:pw@host.org/x", "https://host.org"],
)  # fmt: skip
def test_what_is_no_id_of_a_term_is_never_sent(
    text: str, source: OlsTermSource, stand_in: OlsStandIn
) -> None:
    """It is invalid, and nobody learns of it."""
    found = source.resolve(text)
    assert (found.state, found.term, found.source) == ("invalid", None, "")
    assert stand_in.requests == []


def test_the_id_of_the_ontology_is_never_pasted_into_a_path(
    source: OlsTermSource, stand_in: OlsStandIn
) -> None:
    """An impossible id is left out."""
    stand_in.answer_all(replies.document(missing(), status=404))
    assert source.resolve(CONCEPT, ontology="../../admin?x=").state == "not_found"
    assert stand_in.targets == [defining_target(CONCEPT), list_target(CONCEPT)]


@pytest.mark.parametrize(
    ("spelling", "iri", "ontology"),
    [
        ("EFO:0000001", "http://www.ebi.ac.uk/efo/EFO_0000001", "efo"),
        ("http://purl.obolibrary.org/obo/EFO_0000001", "http://www.ebi.ac.uk/efo/EFO_0000001", "efo"),
        ("Fbbi:00000246", OBO + "FBbi_00000246", "fbbi"),
        ("NCBI:txid9606", OBO + "NCBITaxon_9606", "ncbitaxon"),
    ],
)
def test_every_spelling_is_asked_for_by_the_ontologys_own_iri(
    spelling: str, iri: str, ontology: str, source: OlsTermSource, stand_in: OlsStandIn
) -> None:
    """EFO's IRIs are no OBO PURLs, and FBbi has capitals."""
    stand_in.answer_all(replies.document(missing(), status=404))
    source.resolve(spelling)
    assert stand_in.targets[0] == entity_target(ontology, iri)


def test_a_vocabulary_that_no_ols_carries_is_looked_for_everywhere(
    source: OlsTermSource, stand_in: OlsStandIn
) -> None:
    """Another imagegraph may have it; no ontology of that name is asked for."""
    stand_in.answer_all(replies.document(missing(), status=404))
    iri = "https://identifiers.org/RRID:CVCL_9999"
    assert source.resolve("CVCL_9999").state == "not_found"
    assert stand_in.targets == [defining_target(iri), list_target(iri)]


def test_an_orphanet_iri_is_looked_for_everywhere_or_at_home(
    source: OlsTermSource, stand_in: OlsStandIn
) -> None:
    """The prefix is Orphanet, the ontology is ORDO; the IRI is neither's PURL."""
    iri = "http://www.orpha.net/ORDO/Orphanet_558"
    entity = second_entity(
        "Orphanet_558", ["Marfan syndrome"], base="http://www.orpha.net/ORDO/", ontologyId="ordo"
    )
    stand_in.answer(entity_target("ordo", iri), replies.document(entity))
    stand_in.answer(defining_target(iri), replies.document(second_page([entity])))
    found = source.resolve(iri)
    assert found.term is not None
    assert (found.state, found.term.ontology, found.term.defining) == ("ok", "ordo", True)
    assert len(stand_in.requests) == 1


@pytest.mark.parametrize(
    "junk",
    [[], {}, "text", 7, None, {"iri": LIVER, "label": {"x": [[[]]]}, "synonyms": 3, "annotation": [], "is_obsolete": "?"},
     {"iri": LIVER, "isObsolete": [], "shortForm": {}, "directParent": [None, {}, "javascript:1"], "synonym": {"value": {"value": {"value": 1}}}},
     {"elements": [None, 3, "x", {"iri": 5}, {"iri": LIVER, "ontologyId": None, "label": "\ud800\x00 liver"}]},
     {"_embedded": {"terms": "x"}}, {"response": {"docs": {}}}, {"page": {"totalElements": "0"}}],
)  # fmt: skip
def test_json_of_any_shape_does_no_harm(junk: object, source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """It is read as far as it goes, or is no answer; texts that come of it can be written down."""
    stand_in.answer_all(replies.document(junk))
    found = source.resolve(LIVER)
    assert found.state in ("ok", "not_found", "unavailable")
    if found.term is not None:
        assert found.term.label.encode()
        assert all(parent.iri.startswith("http") for parent in found.term.parents)
