"""Instruments as DataCite describes them."""

from __future__ import annotations

from typing import Any

import pytest
from authority_parts import check_statements, said
from pidinst_answers import ROR

from imagegraph.adapters.authorities.pidinst import (
    AlternateIdentifier,
    InstrumentDate,
    InstrumentRecord,
    NamedEntry,
)
from imagegraph.adapters.authorities.pidinst_datacite import instrument_of, record_of
from imagegraph.model.rdf import DCTERMS, PROV, SCHEMA

IRI = "https://doi.org/10.99999/scope"


def attributes(**members: Any) -> dict[str, Any]:
    """An instrument."""
    return {
        "doi": "10.99999/scope", "url": "https://scopes.example/1",
        "titles": [{"title": "Kurz", "titleType": "AlternativeTitle"}, {"title": "Harbour light sheet"}],
        "creators": [
            {
                "name": "Lumen Works", "nameType": "Organizational",
                "nameIdentifiers": [{"nameIdentifier": "Q99999", "nameIdentifierScheme": "Wikidata"}],
            }
        ],
        "publisher": {"name": "Harbour Repository"},
        "contributors": [
            {"name": "Ada Rivers", "contributorType": "DataCurator"},
            {
                "name": "Harbour Institute", "contributorType": "HostingInstitution",
                "nameIdentifiers": [{"nameIdentifier": ROR, "nameIdentifierScheme": "ROR"}],
            },
        ],
        "types": {"resourceTypeGeneral": "Instrument", "resourceType": "Light sheet microscope"},
        "descriptions": [
            {"description": "Model Name: LW-7.2 A. Measured variables: Fluorescence, Scattering.", "descriptionType": "TechnicalInfo"},
            {"description": "Two-sided illumination.", "descriptionType": "Abstract"},
        ],
        "alternateIdentifiers": [{"alternateIdentifier": "LW7-0042", "alternateIdentifierType": "Serial number"}],
        "identifiers": [{"identifier": "LW7-0042", "identifierType": "Serial number"}],
        **members,
    }  # fmt: skip


def test_the_mapping_of_datacite_is_undone() -> None:
    """5.4: creators make it, the hosting institution owns it, the abstract describes it."""
    assert record_of(attributes()) == InstrumentRecord(
        identifier="10.99999/scope", identifier_type="DOI", landing_page="https://scopes.example/1",
        name="Harbour light sheet",
        owners=(NamedEntry(name="Harbour Institute", identifier=ROR, identifier_type="ROR"),),
        manufacturers=(NamedEntry(name="Lumen Works", identifier="Q99999", identifier_type="Wikidata"),),
        model=NamedEntry(name="LW-7.2 A"), description="Two-sided illumination.",
        instrument_types=(NamedEntry(name="Light sheet microscope"),),
        measured_variables=("Fluorescence", "Scattering"),
        alternate_identifiers=(AlternateIdentifier(identifier="LW7-0042", identifier_type="SerialNumber"),),
    )  # fmt: skip


def test_an_instrument_is_told_with_all_its_titles() -> None:
    """The main one is its label."""
    thing = instrument_of(IRI, attributes())
    check_statements(thing.statements)
    assert (thing.iri, thing.kind, thing.label) == (IRI, "Instrument", "Harbour light sheet")
    assert thing.names == ("Harbour light sheet", "Kurz")
    assert said(thing, SCHEMA.manufacturer) == ["http://www.wikidata.org/entity/Q99999"]
    assert said(thing, SCHEMA.owner) == [ROR]


@pytest.mark.parametrize("publisher", ["Harbour Repository", {"name": "Harbour Repository"}])
def test_without_a_hosting_institution_the_publisher_owns_it(publisher: Any) -> None:
    """In both shapes of the API."""
    assert record_of(attributes(contributors=[], publisher=publisher)).owners == (
        NamedEntry(name="Harbour Repository"),
    )


def test_a_technical_description_stands_in_for_an_abstract() -> None:
    """One fact a line is read too."""
    told = {"description": "Model: LW-7\nMeasured variable: Scattering", "descriptionType": "TechnicalInfo"}
    record = record_of(attributes(descriptions=[told]))
    assert record.description == "Model: LW-7 Measured variable: Scattering"
    assert (record.model, record.measured_variables) == (NamedEntry(name="LW-7"), ("Scattering",))


def test_a_model_may_be_an_alternate_identifier() -> None:
    """Then it is no number of this very instrument."""
    record = record_of(
        attributes(descriptions=[], alternateIdentifiers=[{"alternateIdentifier": "LW-7", "alternateIdentifierType": "Model name"}],
                   identifiers=[{"identifier": "LW-7", "identifierType": "Model name"}, {"identifier": "ID7", "identifierType": "alias"}])
    )  # fmt: skip
    assert record.model == NamedEntry(name="LW-7")
    assert record.alternate_identifiers == (
        AlternateIdentifier(identifier="ID7", identifier_type="Other", name="alias"),
    )


def test_the_word_instrument_is_no_type() -> None:
    """Subjects that are terms are."""
    subjects = [{"subject": "Light sheet", "valueUri": "https://terms.example/1"}, {"subject": "word"}]
    record = record_of(attributes(types={"resourceType": "Instrument"}, subjects=subjects))
    assert [one.name for one in record.instrument_types] == ["Light sheet"]


@pytest.mark.parametrize(
    ("dates", "begin", "end"),
    [
        ([{"date": "2019-05-31", "dateType": "Other", "dateInformation": "Commissioned"}], "2019-05-31", ""),
        ([{"date": "2025", "dateType": "Other", "dateInformation": "Decommissioned"}], "", "2025"),
        ([{"date": "2019/2025-01-15", "dateType": "Available"}], "2019", "2025-01-15"),
        (
            [{"date": "2019", "dateType": "Available"}, {"date": "2025", "dateType": "Withdrawn"}],
            "2019",
            "2025",
        ),
        ([{"date": "2019", "dateType": "Issued"}, {"date": None}], "", ""),
    ],
)
def test_dates_of_use_are_found(dates: list[dict[str, str]], begin: str, end: str) -> None:
    """As DataCite 4.5 and as the cookbook before it say them."""
    record = record_of(attributes(dates=dates))
    assert (record.date_of("Commissioned"), record.date_of("DeCommissioned")) == (begin, end)
    assert InstrumentDate(value="") not in record.dates


def test_relations_are_those_of_pidinst() -> None:
    """Parts are components; what it collected was made by a use of it."""
    related = [
        {"relatedIdentifier": "10.99999/camera", "relatedIdentifierType": "DOI", "relationType": "HasPart"},
        {"relatedIdentifier": "10.99999/data", "relatedIdentifierType": "DOI", "relationType": "Collects"},
    ]
    thing = instrument_of(IRI, attributes(relatedIdentifiers=related))
    assert said(thing, DCTERMS.hasPart) == ["https://doi.org/10.99999/camera"]
    assert said(thing, PROV.generated, about=f"{IRI}#use-2") == ["https://doi.org/10.99999/data"]


def test_wrong_types_count_as_absent() -> None:
    """Nothing is raised."""
    wrong: dict[str, Any] = dict.fromkeys(attributes(), 7)
    assert record_of(wrong).name == ""
    assert instrument_of(IRI, {}).label == ""
