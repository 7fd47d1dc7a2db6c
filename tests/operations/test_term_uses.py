"""The ontology terms that are found in a record."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imagegraph.adapters.sandbox.intake import packed, unpacked
from imagegraph.model.rdf import DWC, OBO, RDF_TYPE, SCHEMA, Literal, NamedNode, Triple, to_ntriples
from imagegraph.model.records import TermUse
from imagegraph.model.vocabularies import packaged_registry
from imagegraph.operations.normalise import normalise
from imagegraph.operations.terms.uses import mentioned_terms, term_uses
from imagegraph.testing.samples import sample_record

RECORD = "http://localhost:8000/records/a"
STUDY = NamedNode(RECORD)
MOUSE, CONFOCAL = OBO.NCBITaxon_10090, OBO.FBbi_00000251


def _uses(*triples: Triple) -> tuple[TermUse, ...]:
    return term_uses(to_ntriples(normalise(triples, record=RECORD).triples))


def test_a_term_is_found_with_its_field_its_names_and_its_spelling() -> None:
    """What the record says about a term comes with it: every name it is given, and how its id was written."""
    taxon = NamedNode("NCBI:txid10090")
    found = _uses(
        Triple(STUDY, SCHEMA.taxonomicRange, taxon),
        Triple(taxon, RDF_TYPE, DWC.Taxon),
        Triple(taxon, DWC.vernacularName, Literal("house mouse", language="en")),
        Triple(taxon, DWC.scientificName, Literal("Mus  musculus")),
    )
    assert found == (
        TermUse(
            iri=MOUSE.value,
            focus=RECORD,
            path=SCHEMA.taxonomicRange.value,
            field="organism",
            labels=("Mus musculus", "house mouse"),
            spelling="NCBI:txid10090",
        ),
    )


def test_a_term_is_told_once_for_each_property() -> None:
    """A thousand images with one method are one use; another property is another."""
    images = [NamedNode(f"{RECORD}#image-{number}") for number in range(20)]
    found = _uses(
        *(Triple(image, SCHEMA.about, CONFOCAL) for image in images),
        Triple(STUDY, SCHEMA.mentions, CONFOCAL),
    )
    assert [(use.path, use.focus) for use in found] == [
        (SCHEMA.about.value, images[0].value),
        (SCHEMA.mentions.value, RECORD),
    ]


def test_a_term_that_is_only_described_is_a_use_too() -> None:
    """Nothing points at it, yet the record says what it is called."""
    assert _uses(Triple(CONFOCAL, SCHEMA.name, Literal("confocal microscopy"))) == (
        TermUse(iri=CONFOCAL.value, focus=CONFOCAL.value, labels=("confocal microscopy",)),
    )


def test_placeholders_and_ids_are_no_names() -> None:
    """`unknown`, an empty name, and a name that repeats the id say nothing."""
    names = ["unknown", " ", "FBbi:00000251", "FBbi_00000251", CONFOCAL.value]
    (use,) = _uses(*(Triple(CONFOCAL, SCHEMA.name, Literal(name)) for name in names))
    assert use.labels == ()


def test_text_that_looks_like_a_statement_is_text() -> None:
    """IRIs inside literals, types, and things of no vocabulary are no uses; escapes are undone."""
    told = f'see <{MOUSE.value}> .\n"<{MOUSE.value}>" \\ é\t'
    found = _uses(
        Triple(STUDY, SCHEMA.description, Literal(told)),
        Triple(STUDY, RDF_TYPE, CONFOCAL),
        Triple(STUDY, SCHEMA.about, NamedNode("http://purl.obolibrary.org/obo/")),
        Triple(STUDY, SCHEMA.about, NamedNode("http://purl.obolibrary.org/obo/NOSUCH_1")),
        Triple(CONFOCAL, SCHEMA.name, Literal('the "best"\tlight \\ é')),
    )
    assert [(use.iri, use.labels) for use in found] == [(CONFOCAL.value, ('the "best" light \\ é',))]


def test_what_statements_point_at_is_mentioned() -> None:
    """A term that is only described is not."""
    statements = [Triple(STUDY, SCHEMA.about, MOUSE), Triple(CONFOCAL, SCHEMA.name, Literal("confocal"))]
    assert mentioned_terms(to_ntriples(statements)) == {MOUSE.value}


def test_uses_travel_between_processes() -> None:
    """What a worker packs is what the service unpacks."""
    uses = (TermUse(iri=MOUSE.value, focus=RECORD, labels=("a", "b")), TermUse(iri="x", focus="y", path="z"))
    record = replace(sample_record(), term_uses=uses)
    assert unpacked(packed(record), record.ntriples) == record


@pytest.mark.parametrize(
    ("written", "iri"),
    [
        ("9606", OBO.NCBITaxon_9606),
        (" 9606 ", OBO.NCBITaxon_9606),
        ("NCBI:txid9606", OBO.NCBITaxon_9606),
        ("NCBITaxon_09606", OBO.NCBITaxon_9606),
        ("obo:NCBITaxon_9606", OBO.NCBITaxon_9606),
        ("https://www.ncbi.nlm.nih.gov/Taxonomy/Browser/wwwtax.cgi?id=9606", OBO.NCBITaxon_9606),
        ("http://identifiers.org/taxonomy/9606", OBO.NCBITaxon_9606),
    ],
)
def test_an_id_in_a_field_becomes_the_term(written: str, iri: NamedNode) -> None:
    """However it is spelt, as a text or as a node, the field holds the canonical IRI and the spelling stays."""
    as_text = _uses(Triple(STUDY, SCHEMA.taxonomicRange, Literal(written)))
    assert [(use.iri, use.spelling) for use in as_text] == [(iri.value, written)]
    if ":" in written:
        as_node = _uses(Triple(STUDY, SCHEMA.taxonomicRange, NamedNode(written)))
        assert [(use.iri, use.spelling) for use in as_node] == [(iri.value, written)]


def test_a_number_as_a_node_of_an_organism_field_is_the_taxon() -> None:
    """What the document says about the node is said about the taxon; elsewhere a number names a local node."""
    node = NamedNode("http://record.invalid/10090")
    found = _uses(
        Triple(node, DWC.scientificName, Literal("Mus musculus")), Triple(STUDY, SCHEMA.taxonomicRange, node)
    )
    assert [(use.iri, use.labels, use.spelling) for use in found] == [
        (MOUSE.value, ("Mus musculus",), "10090")
    ]
    assert _uses(Triple(STUDY, SCHEMA.hasPart, node)) == ()


@pytest.mark.parametrize("text", ["Homo sapiens", "human", "9606 (human)", "", "FBbi:251x", "9" * 300])
def test_a_name_in_a_field_stays_text(text: str) -> None:
    """Only ids are resolved: a name may mean several terms, and a person chooses."""
    statement = Triple(STUDY, SCHEMA.taxonomicRange, Literal(text))
    assert normalise([statement], record=RECORD).triples == [statement]


def test_curie_spellings_of_methods_become_the_term() -> None:
    """`Fbbi:`, `FBBI_` and https PURLs are one term."""
    for written in ("Fbbi:00000251", "FBBI_00000251", "https://purl.obolibrary.org/obo/FBbi_00000251"):
        (use,) = _uses(
            Triple(STUDY, NamedNode("http://rs.tdwg.org/dwc/iri/measurementMethod"), Literal(written))
        )
        assert (use.iri, use.field, use.spelling) == (CONFOCAL.value, "imaging-method", written)


_NODES = st.sampled_from(
    [
        RECORD,
        f"{RECORD}#a",
        MOUSE.value,
        CONFOCAL.value,
        f"{OBO!s}GO_1",
        "http://www.ebi.ac.uk/efo/EFO_1",
        "http://x/y",
    ]
).map(NamedNode)
_PREDICATES = st.sampled_from(
    [RDF_TYPE, SCHEMA.about, SCHEMA.name, SCHEMA.taxonomicRange, DWC.vernacularName]
)
_TEXTS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [f"<{MOUSE.value}> .\n", f'"> <{MOUSE.value}> <{SCHEMA.name.value}> "x" .\n', '\\"', "\\"]
    ),
)


@given(st.lists(st.tuples(_NODES, _PREDICATES, st.one_of(_NODES, _TEXTS.map(Literal))), max_size=12))
def test_searching_the_text_finds_what_parsing_finds(drawn: list[tuple[NamedNode, NamedNode, Any]]) -> None:
    """Whatever the literals hold, the terms and what points at them are those of the statements."""
    triples = [Triple(*one) for one in drawn]
    registry = packaged_registry()

    def is_term(node: object) -> bool:
        return isinstance(node, NamedNode) and registry.of_iri(node.value) is not None

    pointed = {
        (t.object.value, t.predicate.value) for t in triples if is_term(t.object) and t.predicate != RDF_TYPE
    }
    named = {
        t.subject.value
        for t in triples
        if is_term(t.subject)
        and t.predicate in (SCHEMA.name, DWC.vernacularName)
        and isinstance(t.object, Literal)
    }
    found = term_uses(to_ntriples(triples))
    assert {(use.iri, use.path) for use in found if use.path} == pointed
    assert {use.iri for use in found if not use.path} == named - {iri for iri, _ in pointed}
    texts = {" ".join(t.object.value.split()) for t in triples if isinstance(t.object, Literal)}
    assert {label for use in found for label in use.labels} <= texts
    assert mentioned_terms(to_ntriples(triples)) == {t.object.value for t in triples if is_term(t.object)}
