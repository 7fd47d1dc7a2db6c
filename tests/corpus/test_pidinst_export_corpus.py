"""What we write as PIDINST and DataCite, by the schemas that the working group and DataCite publish."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from imagegraph import resources
from imagegraph.adapters.authorities.pidinst_datacite import record_of
from imagegraph.adapters.authorities.pidinst_json import read_record
from imagegraph.adapters.exporters import all_exporters
from imagegraph.adapters.importers.native import NativeImporter
from imagegraph.model.rdf import to_ntriples
from imagegraph.model.records import Document, Version
from imagegraph.model.reports import Report
from imagegraph.operations.examples import get_example, study_documents
from imagegraph.operations.normalise import normalise
from imagegraph.testing.pidinst_xml import read_xml

pytestmark = pytest.mark.corpus
BASE = "http://localhost:8000/"
DATACITE, PIDINST, PIDINST_XML = (
    "application/vnd.datacite.datacite+json", "application/vnd.pidinst+json", "application/vnd.pidinst+xml",
)  # fmt: skip
_OWNER = "\nowner: [{id: 'ror:00examp37', name: University of Northmere}]\n"
_VALUE = re.compile(r'<xs:enumeration value="([^"]+)"')


class _Names:
    """Names of the organisations of the example."""

    def names_of(self, iris: Any) -> dict[str, str]:
        return {iri: f"The organisation {iri}" for iri in iris}

    def outputs_of(self, instrument: str) -> tuple[()]:
        return ()


EXPORTERS = all_exporters(BASE, surroundings=_Names())


def _version(name: str, content: bytes, *, type: str) -> Version:
    (imported,) = NativeImporter().read(Document(name=name, content=content))
    record = f"{BASE}records/{name}"
    ntriples = to_ntriples(normalise(imported.triples, record=record, about=imported.about).triples)
    return Version(
        sequence=1, id=name, iri=record, about=imported.about or record, type=type, title=name, number=1,
        at="2026-01-01T00:00:00Z", agent="", reason="", source="", format="", digest="", ntriples=ntriples,
        report=Report(), previous_hash="", hash="",
    )  # fmt: skip


def _versions(prefix: str, *, type: str) -> list[Version]:
    files = [file for file in study_documents() if file.name.startswith(prefix)]
    return [_version(file.stem, file.read_bytes(), type=type) for file in files]


@pytest.fixture(scope="module", name="instruments")
def _instruments() -> list[Version]:
    """The instruments of the example study, and the small example of the class."""
    small = get_example("Instrument")
    found = _versions("instrument-", type="Instrument")
    if "owner" not in small:
        small += _OWNER
    return [*found, _version("small", small.encode(), type="Instrument")]


def test_pidinst_json_is_valid(corpus: Path, instruments: list[Version]) -> None:
    """Each instrument is valid by the JSON Schema of PIDINST 1.0, dates and addresses included."""
    schema = json.loads((corpus / "pidinst" / "support" / "pidinst-schema-1_0.schema.json").read_text())
    validator = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
    for version in instruments:
        document = json.loads(EXPORTERS[PIDINST].export(version))
        assert [error.message for error in validator.iter_errors(document)] == []
        assert set(document) <= set(schema["properties"])


def test_pidinst_xml_is_valid(corpus: Path, instruments: list[Version]) -> None:
    """Each instrument is valid by the XML Schema of PIDINST 1.0, and says what the JSON says."""
    etree = pytest.importorskip(
        "lxml.etree", reason="XML Schema is checked with lxml, which the extras of the tests bring along"
    )
    schema = etree.XMLSchema(etree.parse(str(corpus / "pidinst" / "support" / "pidinst-schema-1_0.xsd")))
    for version in instruments:
        content = EXPORTERS[PIDINST_XML].export(version)
        schema.assertValid(etree.fromstring(content))
        assert read_xml(content) == read_record(json.loads(EXPORTERS[PIDINST].export(version)))


def test_published_examples_are_read_and_mapped_alike(corpus: Path) -> None:
    """Every relation and type that the published examples use is one that our tables know or the schema lists."""
    schema = json.loads((corpus / "pidinst" / "support" / "pidinst-schema-1_0.schema.json").read_text())
    related = schema["properties"]["relatedIdentifiers"]["items"]["properties"]
    table = resources.read_yaml("mappings", "pidinst", "export.yaml")
    assert set(table["relations"].values()) <= set(related["relationType"]["enum"])
    assert set(table["related_types"]) <= set(related["relatedIdentifierType"]["enum"])
    alternate = schema["properties"]["alternateIdentifiers"]["items"]["properties"]
    assert set(table["numbers"].values()) == set(alternate["alternateIdentifierType"]["enum"])
    dates = schema["properties"]["dates"]["items"]["properties"]
    assert set(table["dates"].values()) == set(dates["dateType"]["enum"])


def test_datacite_words_are_those_of_its_schema(corpus: Path, instruments: list[Version]) -> None:
    """Types of resources, relations and identifiers are words of kernel 4.6."""
    folder = corpus / "pidinst" / "datacite" / "kernel-4.6" / "include"

    def words(name: str) -> set[str]:
        return set(_VALUE.findall((folder / f"datacite-{name}-v4.xsd").read_text()))

    resource_types, relation_types = words("resourceType"), words("relationType")
    identifier_types = words("relatedIdentifierType")
    table = resources.read_yaml("mappings", "datacite", "export.yaml")
    assert {entry["relation"] for entry in table["relations"]} | {"Collects"} <= relation_types
    assert {entry["type"] for entry in table["relations"] if "type" in entry} <= resource_types
    studies = [*_versions("study", type="Study"), *_versions("pilot-study", type="Study")]
    datasets = [
        *_versions("dataset-", type="StudyComponent"),
        *_versions("pilot-dataset", type="StudyComponent"),
    ]
    for version in [*instruments, *studies, *datasets]:
        document = json.loads(EXPORTERS[DATACITE].export(version))
        assert document["types"]["resourceTypeGeneral"] in resource_types
        for one in document.get("relatedIdentifiers", []):
            assert one["relationType"] in relation_types
            assert one["relatedIdentifierType"] in identifier_types
            assert one.get("resourceTypeGeneral", "Other") in resource_types
        for member in ("id", "creators", "titles", "publisher", "publicationYear"):
            assert document[member]


def test_members_are_those_of_a_real_datacite_record(corpus: Path, instruments: list[Version]) -> None:
    """No member is made up: each is one that DataCite's own record of an instrument has, in the same shape."""
    real = json.loads((corpus / "pidinst" / "datacite" / "datacite-instrument.json").read_text())
    for version in instruments:
        document = json.loads(EXPORTERS[DATACITE].export(version))
        assert set(document) <= set(real)
        for member, value in document.items():
            assert isinstance(value, type(real[member])), member
        for member in ("titles", "creators", "contributors", "relatedIdentifiers", "descriptions"):
            known = {key for one in real[member] for key in one} | {"titleType"}
            assert {key for one in document.get(member, []) for key in one} <= known


def test_a_published_instrument_survives(corpus: Path) -> None:
    """Reading a published example, making a record of it and writing it keeps its name, maker, owner and model."""
    example = corpus / "pidinst" / "support" / "examples" / "hzb-mx-14-1-pilatus.xml"
    read = read_xml(example.read_bytes())
    (owner,), (maker,) = read.owners, read.manufacturers
    assert read.model
    yaml = (
        f"type: Instrument\nid: https://hdl.handle.net/21.T11998/{read.identifier}\nname: {read.name}\n"
        f"model: {read.model.name}\nserial_number: '{read.numbers_of('SerialNumber')[0]}'\n"
        f"owner: [{{id: 'ror:{owner.identifier}', name: {owner.name}}}]\n"
        f"manufacturer: {{id: '#maker', name: {maker.name}}}\ndescription: [{read.description}]\n"
    )
    written = read_xml(EXPORTERS[PIDINST_XML].export(_version("pilatus", yaml.encode(), type="Instrument")))
    assert written.name == read.name
    assert written.owners == (replace(owner, identifier=f"https://ror.org/{owner.identifier}"),)
    assert written.manufacturers[0].name == maker.name
    assert (written.model, written.description) == (read.model, read.description)
    assert written.numbers_of("SerialNumber") == read.numbers_of("SerialNumber")
    datacite = json.loads(EXPORTERS[DATACITE].export(_version("pilatus", yaml.encode(), type="Instrument")))
    assert record_of(datacite).model == read.model
