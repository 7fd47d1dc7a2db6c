"""PIDINST 1.0 as JSON and XML."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from instruments import DOI, HANDLE, INSTRUMENT, Surrounded, instrument_version, study_version
from versions import RECORD

from imagegraph.adapters.authorities.pidinst import InstrumentRecord
from imagegraph.adapters.authorities.pidinst_json import read_record
from imagegraph.adapters.exporters.pidinst import instrument_record
from imagegraph.adapters.exporters.pidinst_formats import PidinstJsonExporter, PidinstXmlExporter
from imagegraph.adapters.exporters.record_graph import RecordGraph
from imagegraph.errors import NotAcceptable
from imagegraph.model.records import Version
from imagegraph.ports.exporting import NoSurroundings
from imagegraph.testing.pidinst_xml import read_xml

JSON = PidinstJsonExporter(surroundings=Surrounded())
XML = PidinstXmlExporter(surroundings=Surrounded())


def normal_form(version: Version) -> InstrumentRecord:
    """What was meant to be written."""
    return instrument_record(RecordGraph(version, surroundings=Surrounded()))


def test_json_says_what_the_record_says() -> None:
    """Each property stands where the JSON Schema of the working group has it; dates have no time of day."""
    document = json.loads(JSON.export(instrument_version()))
    assert document["identifier"] == {"identifier": "10.5072/scope-1", "identifierType": "DOI"}
    assert document["schemaVersion"] == "1.0"
    assert document["landingPage"] == RECORD
    assert document["name"] == "Gannet"
    assert document["owners"] == [
        {
            "ownerName": "University of Northmere",
            "ownerIdentifier": {
                "ownerIdentifier": "https://ror.org/00examp37",
                "ownerIdentifierType": "ROR",
            },
        },
        {
            "ownerName": "Imaging Facility",
            "ownerIdentifier": {
                "ownerIdentifier": "https://ror.org/01examp43",
                "ownerIdentifierType": "ROR",
            },
        },
    ]
    assert document["manufacturers"] == [{"manufacturerName": "Meridian Optics"}]
    assert document["model"] == {"modelName": "Scanline 900"}
    assert document["instrumentTypes"][0]["instrumentTypeName"] == "single-spot confocal microscopy"
    assert document["dates"] == [
        {"date": "2021-09-01", "dateType": "Commissioned"},
        {"date": "2025-06", "dateType": "DeCommissioned"},
    ]
    assert [
        (one["alternateIdentifier"], one["alternateIdentifierType"])
        for one in document["alternateIdentifiers"]
    ] == [("SL900-7", "SerialNumber"), ("INV-3", "InventoryNumber"), ("old-scope-1", "Other")]


def test_only_things_with_identifiers_are_related() -> None:
    """A camera with a DOI is a component, a laser that is only a part of this instrument is none."""
    related = json.loads(JSON.export(instrument_version()))["relatedIdentifiers"]
    assert [
        (one["relationType"], one["relatedIdentifierType"], one["relatedIdentifier"]) for one in related
    ] == [
        ("HasComponent", "DOI", "10.5072/camera-4"),
        ("IsComponentOf", "Handle", "21.T11148/scope-2"),
        ("IsDescribedBy", "URL", "https://scopes.example/gannet"),
    ]
    assert related[0]["relatedIdentifierName"] == "Camera 4"


def test_both_forms_are_read_again_as_they_were_written() -> None:
    """Our own reader of PIDINST finds in JSON and XML exactly what was meant."""
    version = instrument_version()
    assert read_record(json.loads(JSON.export(version))) == normal_form(version)
    assert read_xml(XML.export(version)) == normal_form(version)


def test_the_same_record_gives_the_same_bytes() -> None:
    """Writing is deterministic."""
    assert JSON.export(instrument_version()) == JSON.export(instrument_version())
    assert XML.export(instrument_version()) == XML.export(instrument_version())


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        (HANDLE, ("21.T11148/scope-2", "Handle")),
        ("https://identifiers.org/RRID:SCR_017857", ("RRID:SCR_017857", "RRID")),
        ("https://scopes.example/7", ("https://scopes.example/7", "URL")),
        ("urn:uuid:3d1b6a52-8f0e-4c7b-9a54-6b1f0c2d7e91", ("urn:uuid:3d1b6a52-8f0e-4c7b-9a54-6b1f0c2d7e91", "URN")),
    ],
)  # fmt: skip
def test_the_identifier_has_its_type(about: str, expected: tuple[str, str]) -> None:
    """DOI and Handle stand without their resolver; an instrument without either is named by its address."""
    record = normal_form(instrument_version(INSTRUMENT.replace(DOI, about), about=about))
    assert (record.identifier, record.identifier_type) == expected


@pytest.mark.parametrize("exporter", [JSON, XML], ids=["json", "xml"])
def test_what_is_demanded_and_missing_is_named(exporter: PidinstJsonExporter | PidinstXmlExporter) -> None:
    """Nothing is made up; the message says everything that is missing."""
    bare = instrument_version(f'<{DOI}> a ig:Instrument ; schema:model "Scanline 900" .')
    with pytest.raises(NotAcceptable, match=r"a name, an owner or facility .* and a manufacturer") as refusal:
        exporter.export(bare)
    assert len(refusal.value.extra["missing"]) == 3


def test_an_owner_without_a_known_name_is_missing() -> None:
    """A ROR id alone is no name; other records may know it."""
    version = instrument_version(INSTRUMENT.replace('schema:name "Imaging Facility"', 'ig:role "none"'))
    assert len(json.loads(JSON.export(version))["owners"]) == 1
    with pytest.raises(NotAcceptable, match="an owner or facility"):
        PidinstJsonExporter(surroundings=NoSurroundings()).export(version)


@pytest.mark.parametrize("exporter", [JSON, XML], ids=["json", "xml"])
def test_other_records_are_refused(exporter: PidinstJsonExporter | PidinstXmlExporter) -> None:
    """A study is no instrument."""
    with pytest.raises(NotAcceptable, match=r"PIDINST describes instruments.*Study"):
        exporter.export(study_version())


def test_what_xml_cannot_say_is_refused() -> None:
    """A control character is named instead of written wrongly; JSON can say it."""
    version = instrument_version(INSTRUMENT.replace("Gannet", "bell \\u0007"))
    with pytest.raises(NotAcceptable, match="PIDINST JSON"):
        XML.export(version)
    assert json.loads(JSON.export(version))["name"] == "bell \x07"


def test_texts_where_things_are_expected() -> None:
    """Records from elsewhere may hold names as plain text."""
    version = instrument_version(
        f'<{DOI}> a ig:Instrument ; schema:name "A"@de, "B"@en ; schema:owner "The lab" ; schema:manufacturer "Us" .'
    )
    document = json.loads(JSON.export(version))
    assert document["name"] == "B"
    assert document["owners"] == [{"ownerName": "The lab"}]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1).filter(str.strip))
def test_any_name_survives(name: str) -> None:
    """Whatever people call their instrument is well-formed XML and JSON."""
    literal = json.dumps(name, ensure_ascii=False)
    version = instrument_version(INSTRUMENT.replace('"Gannet"', literal))
    try:
        root = ElementTree.fromstring(XML.export(version))  # noqa: S314 - written here
    except NotAcceptable:
        return
    assert root.findtext("name") == name.strip() == json.loads(JSON.export(version))["name"]


def test_a_landing_page_is_the_records_page() -> None:
    """It is the record's address, wherever the service stands."""
    version = replace(instrument_version(), iri="https://lab.example/records/gannet")
    assert json.loads(JSON.export(version))["landingPage"] == "https://lab.example/records/gannet"
