"""What a PIDINST record says as a thing with statements."""

from __future__ import annotations

from typing import Any

import pytest
from authority_parts import check_statements, said
from pidinst_answers import IRI, RECORD, ROR

from imagegraph.adapters.authorities.pidinst import InstrumentRecord, NamedEntry, RelatedIdentifier
from imagegraph.adapters.authorities.pidinst_identifiers import iri_of
from imagegraph.adapters.authorities.pidinst_json import read_record
from imagegraph.adapters.authorities.pidinst_statements import thing_of
from imagegraph.model.rdf import (
    DCTERMS,
    IG,
    OWL,
    PROV,
    RDF_TYPE,
    RDFS,
    SCHEMA,
    SOSA,
    XSD,
    Literal,
    NamedNode,
    Triple,
)

FBBI = "http://purl.obolibrary.org/obo/FBbi_00000369"


def test_an_instrument_has_what_records_are_compared_by() -> None:
    """Names first, identifiers after them."""
    thing = thing_of(RECORD, iri=IRI)
    assert (thing.kind, thing.iri, thing.label, thing.names) == (
        "Instrument",
        IRI,
        RECORD.name,
        (RECORD.name,),
    )
    assert thing.details == {
        "model": ("LW-7", "https://lumen.example/lw7"), "manufacturer": ("Lumen Works", "https://lumen.example"),
        "serial_number": ("LW7-0042",), "owner": ("Ada Rivers", "Harbour Institute", ROR),
        "type": ("light sheet microscope", FBBI), "commissioned": ("2019-05-31",), "decommissioned": ("2025",),
    }  # fmt: skip


def test_statements_are_those_of_the_table() -> None:
    """5.4: types, texts, numbers and dates with their datatypes."""
    thing = thing_of(RECORD, iri=IRI)
    check_statements(thing.statements)
    assert set(said(thing, RDF_TYPE)) == {IG.Instrument.value, SOSA.Platform.value, PROV.Entity.value}
    assert said(thing, RDFS.label) == [RECORD.name]
    assert said(thing, SCHEMA.url) == ["https://scopes.example/1"]
    assert said(thing, SCHEMA.serialNumber) == ["LW7-0042"]
    assert said(thing, SCHEMA.identifier) == ["INV 17"]
    node = NamedNode(IRI)
    assert Triple(node, IG.commissioned, Literal("2019-05-31", datatype=XSD.date)) in thing.statements
    assert Triple(node, IG.decommissioned, Literal("2025", datatype=XSD.gYear)) in thing.statements


def test_organisations_are_named_by_identifiers_only() -> None:
    """A page of a company is not the company; a name alone is a node below the instrument."""
    thing = thing_of(RECORD, iri=IRI)
    assert said(thing, SCHEMA.owner) == [f"{IRI}#owner-1", ROR]
    assert said(thing, RDFS.label, about=ROR) == ["Harbour Institute"]
    assert said(thing, RDFS.label, about=f"{IRI}#owner-1") == ["Ada Rivers"]
    assert said(thing, SCHEMA.manufacturer) == [f"{IRI}#manufacturer-1"]
    assert said(thing, RDFS.seeAlso, about=f"{IRI}#manufacturer-1") == ["https://lumen.example"]


def test_models_types_and_variables_are_terms_where_they_have_addresses() -> None:
    """The name of the model is a text, as in our records."""
    thing = thing_of(RECORD, iri=IRI)
    assert said(thing, SCHEMA.model) == ["LW-7"]
    assert said(thing, SCHEMA.isVariantOf) == ["https://lumen.example/lw7"]
    assert said(thing, DCTERMS.type) == [FBBI]
    assert said(thing, SOSA.observes) == [f"{IRI}#variable-1", "http://vocab.example/scattering"]


def test_one_page_for_several_types_names_none_of_them() -> None:
    """The address of a product page is no term when three types have it."""
    types = tuple(
        NamedEntry(name=name, identifier="https://x.example/p", identifier_type="URL") for name in "AB"
    )
    thing = thing_of(InstrumentRecord(name="N", instrument_types=types), iri=IRI)
    assert said(thing, DCTERMS.type) == [f"{IRI}#type-1", f"{IRI}#type-2"]


@pytest.mark.parametrize(
    ("relation", "property"),
    [
        ("IsDescribedBy ", SCHEMA.subjectOf), ("isnewversionof", DCTERMS.replaces),
        ("IsPreviousVersionOf", DCTERMS.isReplacedBy), ("HasComponent", DCTERMS.hasPart),
        ("IsComponentOf", DCTERMS.isPartOf), ("References", DCTERMS.references), ("HasMetadata", RDFS.seeAlso),
        ("IsAttachedTo", DCTERMS.relation), ("IsIdenticalTo", DCTERMS.relation), ("Whatever", DCTERMS.relation),
    ],
)  # fmt: skip
def test_relations_are_those_of_the_table(relation: str, property: NamedNode) -> None:
    """5.4 and 5.5(7): an identical instrument is never the same by itself."""
    related = RelatedIdentifier(
        identifier="10.99999/X", identifier_type="DOI", relation=relation, name="Other"
    )
    thing = thing_of(InstrumentRecord(name="N", related_identifiers=(related,)), iri=IRI)
    assert said(thing, property) == ["https://doi.org/10.99999/x"]
    assert said(thing, RDFS.label, about="https://doi.org/10.99999/x") == ["Other"]
    assert said(thing, OWL.sameAs) == []


def test_a_use_is_an_activity() -> None:
    """5.4: what used the instrument stands between the two."""
    related = RelatedIdentifier(
        identifier="https://cruises.example/7", identifier_type="URL", relation="WasUsedIn"
    )
    thing = thing_of(InstrumentRecord(name="N", related_identifiers=(related,)), iri=IRI)
    assert said(thing, PROV.used, about=f"{IRI}#use-1") == [IRI]
    assert said(thing, RDFS.seeAlso, about=f"{IRI}#use-1") == ["https://cruises.example/7"]


@pytest.mark.parametrize(
    ("identifier", "declared", "iri"),
    [
        ("02aj13c28", "ROR", "https://ror.org/02aj13c28"),
        (ROR, "Other", ROR),
        ("ror.org/00examp37", "", ROR),
        ("Q107529885", "Wikidata", "http://www.wikidata.org/entity/Q107529885"),
        ("https://www.wikidata.org/wiki/Q107529885", "URL", "http://www.wikidata.org/entity/Q107529885"),
        ("0000-0002-1825-0097", "ORCID", "https://orcid.org/0000-0002-1825-0097"),
        ("21.99999/Scope-0001", "Handle", IRI),
        ("10.99999/A", "DOI", "https://doi.org/10.99999/a"),
        ("https://lumen.example", "URL", "https://lumen.example"),
        ("1234.1675", "Handle", ""),
        ("http://[::1", "URL", ""),
        ("https://x.example/?to=ada@example.org", "URL", ""),
        ("mailto:ada@example.org", "URL", ""),
        ("Building 7", "Other", ""),
        ("", "ROR", ""),
    ],
)
def test_identifiers_are_recognised_by_what_they_are(identifier: str, declared: str, iri: str) -> None:
    """5.5(3): the declared type helps with bare ones only."""
    assert iri_of(identifier, declared=declared) == iri


def test_a_home_built_microscope_is_made_by_its_owner() -> None:
    """5.5(8): one organisation in both roles."""
    lab = {"ownerName": "Lab", "ownerIdentifier": {"ownerIdentifierValue": ROR}}
    maker = {"manufacturerName": "Lab", "manufacturerIdentifier": {"manufacturerIdentifierValue": ROR}}
    thing = thing_of(read_record({"Name": "N", "Owner": [lab], "Manufacturer": [maker]}), iri=IRI)
    assert said(thing, SCHEMA.owner) == said(thing, SCHEMA.manufacturer) == [ROR]


def test_contact_addresses_are_never_kept() -> None:
    """Neither as such nor inside other texts."""
    mail = "ada@example.org"
    document: dict[str, Any] = {
        "Name": f"Scope {mail}", "Description": f"Write to <{mail}>.", "LandingPage": f"https://x.example/?m={mail}",
        "Owner": [{"ownerName": mail, "ownerContact": mail, "ownerIdentifier": {"ownerIdentifierValue": f"mailto:{mail}"}}],
        "MeasuredVariable": [mail], "AlternateIdentifier": [{"alternateIdentifierValue": mail}],
    }  # fmt: skip
    thing = thing_of(read_record(document), iri=IRI)
    assert "@" not in f"{thing.statements}{thing.details}{thing.names}"
