"""Instrument records of others are read, and say what another reading of them says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from imagegraph.adapters.authorities.contract import Part, Reading, UnreadableAnswer
from imagegraph.adapters.authorities.handle import HandleAuthority
from imagegraph.adapters.authorities.handle_values import record_in, values_of
from imagegraph.adapters.authorities.pidinst import InstrumentRecord
from imagegraph.adapters.authorities.pidinst_datacite import instrument_of, record_of
from imagegraph.adapters.authorities.pidinst_json import read_record
from imagegraph.adapters.authorities.pidinst_statements import thing_of
from imagegraph.model.identifiers import Identifier
from imagegraph.model.rdf import SCHEMA, from_ntriples, to_ntriples
from imagegraph.model.resolutions import Thing
from imagegraph.testing.pidinst_xml import read_xml

pytestmark = pytest.mark.corpus
MAIL = "redacted@example.org"


def services(corpus: Path) -> Path:
    """Answers of services about instruments."""
    return corpus / "services" / "pidinst"


def document(path: Path) -> Any:
    """A JSON file."""
    return json.loads(path.read_text("utf-8"))


def check(record: InstrumentRecord, *, iri: str = "https://hdl.handle.net/21.99999/x") -> Thing:
    """A record makes a thing whose statements can be written, and that tells of no mailbox."""
    thing = thing_of(record, iri=iri)
    assert thing.label == record.name
    assert MAIL not in f"{record}{thing}"
    assert set(from_ntriples(to_ntriples(thing.statements))) == set(thing.statements)
    assert not any(triple.predicate == SCHEMA.name for triple in thing.statements)
    return thing


def pairs(entries: Any) -> list[tuple[str, str]]:
    """Names and identifiers of a record's owners, makers or types."""
    return [(entry.name, entry.identifier) for entry in entries]


def told_in_xml(root: ElementTree.Element, path: str, word: str) -> list[tuple[str, str]]:
    """The same of an XML document."""
    return [
        (one.findtext(f"{word}Name", ""), one.findtext(f"{word}Identifier", "")) for one in root.findall(path)
    ]


def test_every_xml_example_is_read_as_it_stands(corpus: Path) -> None:
    """Those of the working group: all thirteen properties."""
    files = [
        *(corpus / "pidinst" / "support" / "examples").glob("*.xml"),
        *(services(corpus) / "schema_1_0").glob("*.xml"),
    ]
    assert len(files) == 6
    for file in files:
        root = ElementTree.parse(file).getroot()  # noqa: S314
        record = read_xml(file.read_bytes())
        assert record.identifier == root.findtext("identifier")
        assert (record.identifier_type, record.schema_version) == ("Handle", root.findtext("schemaVersion"))
        assert (record.name, record.landing_page) == (root.findtext("name"), root.findtext("landingPage"))
        assert record.description == " ".join(root.findtext("description", "").split())
        assert pairs(record.owners) == told_in_xml(root, "owners/owner", "owner")
        assert pairs(record.manufacturers) == told_in_xml(root, "manufacturers/manufacturer", "manufacturer")
        assert pairs(record.instrument_types) == told_in_xml(
            root, "instrumentTypes/instrumentType", "instrumentType"
        )
        assert (record.model.name if record.model else None) == root.findtext("model/modelName")
        assert list(record.measured_variables) == [one.text for one in root.findall("measuredVariables/*")]
        assert [(one.relation, one.identifier) for one in record.related_identifiers] == [
            (one.get("relationType"), one.text) for one in root.findall("relatedIdentifiers/*")
        ]
        assert [(one.identifier_type, one.identifier) for one in record.alternate_identifiers] == [
            (one.get("alternateIdentifierType"), one.text) for one in root.findall("alternateIdentifiers/*")
        ]
        assert "https://ror.org/02aj13c28" in check(record).details["owner"]


#: file below the corpus, and where the record is in it
FLAT = [
    "pidinst/rdf_experiment/HRS750.json",
    "pidinst/rdf_experiment/pidinst-example-hrs750.json",
    "pidinst/rdf_experiment/pidinst-example.json",
]
OF_B2INST = [
    "services/pidinst/b2inst/record_tpqdy-6zd98_trimmed_2026-09-07.json",
    "services/pidinst/b2inst/request_payload_psf97-zv353_licor_odyssey.json",
]


def told_in_json(entries: list[dict[str, Any]], word: str) -> list[tuple[str, str]]:
    """Names and identifiers, whether the identifier is an object or stands beside the name."""
    inner = [entry.get(f"{word}Identifier", entry) for entry in entries]
    return [
        (entry[f"{word}Name"], one.get(f"{word}IdentifierValue", ""))
        for entry, one in zip(entries, inner, strict=True)
    ]


@pytest.mark.parametrize("name", [*FLAT, *OF_B2INST])
def test_every_json_record_is_read_as_it_stands(corpus: Path, name: str) -> None:
    """Of B2INST, and of a data base that writes identifiers beside the names."""
    found = document(corpus / name)
    found = found.get("metadata", found)
    record = read_record(found)
    assert (record.name, record.landing_page) == (found["Name"], found["LandingPage"])
    assert record.identifier == found.get("Identifier", {}).get("identifierValue", "")
    assert pairs(record.owners) == told_in_json(found["Owner"], "owner")
    assert pairs(record.manufacturers) == told_in_json(found["Manufacturer"], "manufacturer")
    assert pairs(record.instrument_types) == told_in_json(found["InstrumentType"], "instrumentType")
    assert record.model is not None
    assert (record.model.name, record.model.identifier) == told_in_json([found["Model"]], "model")[0]
    assert list(record.measured_variables) == found["MeasuredVariable"]
    assert [(one.date_type, one.value) for one in record.dates] == [
        (date["dateType"], date.get("Date", date.get("dateValue", "")).partition("T")[0])
        for date in found["Date"]
    ]
    assert [(one.identifier, one.name) for one in record.related_identifiers] == [
        (one["relatedIdentifierValue"], one.get("relatedIdentifierName", ""))
        for one in found.get("RelatedIdentifier", [])
    ]
    assert [one.identifier for one in record.alternate_identifiers] == [
        one["alternateIdentifierValue"] for one in found["AlternateIdentifier"]
    ]
    thing = check(record)
    rors = [identifier for _, identifier in pairs(record.owners) if "ror.org" in identifier]
    assert rors
    assert set(rors) <= set(thing.details["owner"])


def test_the_record_of_a_microscope_is_read_behind_its_handle(corpus: Path) -> None:
    """B2INST's Olympus IX71: its landing page is a board that is never fetched."""
    handle = "21.11157/44b18238-bba1-4b42-abcc-975017181420"
    first = {
        "responseCode": 1, "handle": handle,
        "values": [{"type": "URL", "data": {"format": "string", "value": "https://b2inst.gwdg.de/records/tpqdy-6zd98"}}],
    }  # fmt: skip
    reading = _read(
        handle, ("handle", json.dumps(first).encode()), ("b2inst", (corpus / OF_B2INST[0]).read_bytes())
    )
    assert (reading.state, reading.authority) == ("ok", "b2inst")
    thing = reading.thing
    assert thing is not None
    assert thing.label == "Olympus IX71 TIRF Structured Light Microscope"
    assert thing.details["commissioned"] == ("2011-09-30",)
    assert "https://ror.org/0464eyp60" in thing.details["owner"]


def test_a_listing_is_no_record(corpus: Path) -> None:
    """Though its entries are."""
    listing = document(services(corpus) / "b2inst" / "list_shape_from_client_test.json")
    (hit,) = listing["hits"]["hits"]
    assert read_record(hit["metadata"]).name == hit["metadata"]["Name"]
    with pytest.raises(UnreadableAnswer):
        _read(
            "21.1/x", ("handle", b'{"responseCode": 1, "handle": "21.1/x", "values": []}'),
            ("b2inst", json.dumps(listing).encode()),
        )  # fmt: skip


BODC = "21.T11998/0000-001A-3905-F"


def test_both_sets_of_types_and_the_list_of_epic_say_the_same(corpus: Path) -> None:
    """One instrument of the British Oceanographic Data Centre, three times."""
    folder = services(corpus) / "handle"
    answers = [document(folder / f"derived_api_handles_typeset_{year}.json") for year in (2019, 2021)]
    records = [record_in(values_of(one)) for one in (*answers, document(folder / "ePIC_json_example.json"))]
    record = records[0]
    assert record is not None
    assert records[1] == records[2] == record
    written = {value["type"].partition("/")[2]: value["data"].get("value") for value in answers[0]["values"]}
    assert record.name == written["ab8d232261b9b60ba559"]
    assert record.landing_page == written["e0efc41346cda4ba84ca"]
    owner = json.loads(written["4eaec4bc0f1df68ab2a7"])[0]["Owner"]
    assert pairs(record.owners) == [(owner["ownerName"], owner["ownerIdentifier"]["ownerIdentifierValue"])]
    maker = json.loads(written["1f3e82ddf0697a497432"])[0]["Manufacturer"]
    assert record.manufacturers[0].name == maker["manufacturerName"]
    assert record.model is not None
    assert record.model.name == json.loads(written["c1a0ec5ad347427f25d6"])[0]["modelName"]
    assert [one.name for one in record.instrument_types] == ["water temperature sensor", "salinity sensor"]
    assert all(one.identifier.startswith("http://vocab.nerc.ac.uk/") for one in record.instrument_types)
    variables = [one["MeasuredVariable"] for one in json.loads(written["72928b84e060d491ee41"])]
    assert list(record.measured_variables) == variables
    assert record.date_of("Commissioned") == "1999-11-01"
    assert record.numbers_of("SerialNumber") == ("2490",)
    assert record.related_identifiers[0].relation == "IsDescribedBy"
    assert check(record).details["serial_number"] == ("2490",)


def test_answers_of_the_handle_system_are_read(corpus: Path) -> None:
    """Two instruments; a handle without values; one that is not there; one that lives elsewhere."""
    folder = services(corpus) / "handle"
    for year in (2019, 2021):
        reading = _read(BODC, ("handle", (folder / f"derived_api_handles_typeset_{year}.json").read_bytes()))
        assert reading.thing is not None
        assert (reading.state, reading.thing.kind, reading.thing.notes) == ("ok", "Instrument", ())
    empty = _read(BODC, ("handle", (folder / "derived_200_values_not_found.json").read_bytes()))
    assert (empty.state, empty.thing.kind if empty.thing else "") == ("ok", "Thing")
    nobody = (folder / "derived_404_handle_not_found.json").read_bytes()
    assert _read("21.T11998/DOES-NOT-EXIST", ("handle", nobody), status=404).state == "not_found"
    elsewhere = (folder / "derived_400_prefix_not_here.json").read_bytes()
    with pytest.raises(UnreadableAnswer):
        _read("99.99999/X", ("handle", elsewhere), status=400)


def test_the_payload_and_the_page_of_actris_say_the_same(corpus: Path) -> None:
    """Two instruments that differ in their identifiers and addresses only."""
    payload = record_in(values_of(document(services(corpus) / "handle" / "actris_pid_payload_snapshot.json")))
    page = read_record(document(services(corpus) / "landing_page" / "actris_landing_page_json_snapshot.json"))
    assert payload is not None
    assert page.identifier == "https://hdl.handle.net/21.12132/3.d8b717b816e7476a"
    for record in (payload, page):
        assert (record.name, pairs(record.owners)) == ("Test instrument", [("Test owner", "")])
        assert pairs(record.manufacturers) == [("Test manufacturer", "")]
        assert pairs(record.instrument_types) == [("Test type", "http://vocab.test/testtype")]
        assert record.model is not None
        assert (record.model.name, record.model.identifier) == ("Test model", "http://vocab.test/testmodel")
        assert record.measured_variables == ("Test variable",)
        assert (record.date_of("Commissioned"), record.date_of("DeCommissioned")) == (
            "2002-03-18",
            "2011-01-05",
        )
        assert record.numbers_of("SerialNumber") == ("836514404680691",)
        check(record)


@pytest.mark.parametrize(
    "name",
    [
        "pidinst/datacite/datacite-instrument.json",
        "services/pidinst/datacite/datacite_instrument_10.82433_08qf-ee96.json",
        "services/pidinst/datacite/doi_10.15151_esrf-instr-gco8_trimmed_2026-09-07.json",
    ],
)
def test_every_instrument_of_datacite_is_read_as_it_stands(corpus: Path, name: str) -> None:
    """Title, creators, hosting institution, type, abstract and numbers."""
    found = document(corpus / name)
    attributes = found.get("data", {}).get("attributes", found)
    record = record_of(attributes)
    assert record.name == attributes["titles"][0]["title"]
    assert [one.name for one in record.manufacturers] == [one["name"] for one in attributes["creators"]]
    assert [one.name for one in record.owners] == [
        one["name"] for one in attributes["contributors"] if one["contributorType"] == "HostingInstitution"
    ]
    assert [one.name for one in record.instrument_types] == [attributes["types"]["resourceType"]]
    assert record.description == next(
        one["description"] for one in attributes["descriptions"] if one["descriptionType"] == "Abstract"
    )
    assert [one.identifier for one in record.alternate_identifiers] == [
        one["identifier"] for one in attributes["identifiers"]
    ]
    assert record.landing_page == attributes["url"]
    thing = instrument_of(f"https://doi.org/{attributes['doi']}", attributes)
    assert thing.label == record.name
    check(record, iri=thing.iri)


def test_the_xml_of_datacite_says_what_its_json_says(corpus: Path) -> None:
    """The detector in three versions of the schema: read by another reader here, with one result."""
    files = sorted(
        (corpus / "pidinst" / "datacite").glob("kernel-*/example/datacite-example-instrument-v4.xml")
    )
    assert len(files) == 3
    known = record_of(document(corpus / "pidinst" / "datacite" / "datacite-instrument.json"))
    assert known.model is not None
    assert (known.model.name, known.measured_variables) == ("PILATUS3 S 6M", ("X-ray",))
    for file in files:
        record = record_of(_attributes(ElementTree.parse(file).getroot()))  # noqa: S314
        assert (record.name, record.manufacturers, record.model) == (
            known.name,
            known.manufacturers,
            known.model,
        )
        assert [one.identifier for one in record.owners] == [one.identifier for one in known.owners]
        assert record.related_identifiers == known.related_identifiers
        assert record.alternate_identifiers == known.alternate_identifiers
        assert (record.description, record.instrument_types) == (known.description, known.instrument_types)


def _attributes(root: ElementTree.Element) -> dict[str, Any]:
    """DataCite XML in the form of its API."""
    space = {"d": "http://datacite.org/schema/kernel-4"}

    def of(path: str) -> list[ElementTree.Element]:
        return root.findall(path, space)

    def party(element: ElementTree.Element, word: str) -> dict[str, Any]:
        identifiers = element.findall("d:nameIdentifier", space)
        return {
            "name": element.findtext(f"d:{word}Name", "", space),
            "contributorType": element.get("contributorType"),
            "nameIdentifiers": [
                {"nameIdentifier": one.text, "nameIdentifierScheme": one.get("nameIdentifierScheme")} for one in identifiers
            ],
        }  # fmt: skip

    return {
        "titles": [{"title": one.text} for one in of("d:titles/d:title")],
        "creators": [party(one, "creator") for one in of("d:creators/d:creator")],
        "contributors": [party(one, "contributor") for one in of("d:contributors/d:contributor")],
        "types": {"resourceType": root.findtext("d:resourceType", "", space)},
        "descriptions": [{"description": one.text, **one.attrib} for one in of("d:descriptions/d:description")],
        "relatedIdentifiers": [
            {"relatedIdentifier": one.text, **one.attrib} for one in of("d:relatedIdentifiers/d:relatedIdentifier")
        ],
        "alternateIdentifiers": [
            {"alternateIdentifier": one.text, **one.attrib} for one in of("d:alternateIdentifiers/d:alternateIdentifier")
        ],
    }  # fmt: skip


def _read(handle: str, *answers: tuple[str, bytes], status: int = 200) -> Reading:
    """What answers about a handle mean; the first one came with the status."""
    parts = [
        Part(name=name, status=200 if place else status, media_type="application/json", body=body, url="")
        for place, (name, body) in enumerate(answers)
    ]
    identifier = Identifier(handle, "handle", handle, f"https://hdl.handle.net/{handle}", "valid")
    return HandleAuthority({}).read(identifier, parts)
