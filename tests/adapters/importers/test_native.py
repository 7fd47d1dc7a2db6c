"""Our own JSON and YAML."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from imagegraph.adapters.importers.native import NativeImporter
from imagegraph.errors import (
    DuplicateIdentifier,
    EmptyDocument,
    ImagegraphError,
    InvalidIri,
    MalformedDocument,
    UnknownField,
    UnknownFormat,
)
from imagegraph.model.rdf import DWC, IG, OBO, PROV, QUDT, RDF_TYPE, SCHEMA, UNIT, XSD, Literal, NamedNode
from imagegraph.model.records import RECORD_BASE, Document, ImportedRecord

DATA = Path(__file__).parents[2] / "data" / "native"
EXAMPLES = sorted((Path(__file__).parents[3] / "ontologies" / "examples").rglob("*.yaml"))


def records(content: str | bytes, *, name: str = "given") -> list[ImportedRecord]:
    """The records of a document."""
    given = Document(name=name, content=content.encode() if isinstance(content, str) else content)
    return list(NativeImporter().read(given))


def read(value: Any) -> ImportedRecord:
    """The one record of a JSON value or of a text."""
    (record,) = records(value if isinstance(value, str) else json.dumps(value))
    return record


def objects(record: ImportedRecord, subject: Any, predicate: NamedNode) -> list[Any]:
    """What a record says about a node with one property."""
    return [t.object for t in record.triples if t.subject == subject and t.predicate == predicate]


def test_instrument_in_yaml() -> None:
    """Parts get the class they state, text keeps its spelling, quantities come in the unit of the slot."""
    (record,) = records((DATA / "instrument.yaml").read_bytes())
    scope, lens = NamedNode("https://doi.org/10.5072/lab-confocal"), NamedNode(RECORD_BASE + "#objective-63")
    assert record.about == scope.value
    assert objects(record, scope, SCHEMA.serialNumber) == [Literal("007")]
    assert objects(record, scope, IG.commissioned) == [Literal("2019-03-01")]
    assert objects(record, lens, SCHEMA.model) == [Literal("1.40")]
    assert objects(record, lens, IG.iris) == [Literal(False)]
    (distance,) = objects(record, lens, IG.workingDistance)
    assert objects(record, distance, QUDT.numericValue) == [Literal("1.9E2", datatype=XSD.double)]
    assert objects(record, distance, QUDT.unit) == [UNIT.MicroM]
    assert objects(record, distance, IG.originalValue) == [Literal("0.19 mm")]
    (maker,) = objects(record, scope, SCHEMA.manufacturer)
    assert objects(record, maker, RDF_TYPE) == [SCHEMA.Organization]


def test_plain_number_is_in_the_unit_of_the_slot() -> None:
    """A number for a quantity needs no unit."""
    record = read({"type": "Laser", "power": 25})
    (power,) = objects(record, NamedNode(RECORD_BASE), IG.power)
    assert objects(record, power, QUDT.unit) == [UNIT.MilliW]


def test_study_in_json() -> None:
    """A study without id is the record itself; references and nested objects lead to the same nodes."""
    (record,) = records((DATA / "study.json").read_bytes())
    study, larva = NamedNode(RECORD_BASE), NamedNode(RECORD_BASE + "#larva")
    assert (record.about, record.key) == (None, None)
    assert objects(record, study, SCHEMA.taxonomicRange) == [OBO.NCBITaxon_7955]
    assert objects(record, study, IG.biosample) == [larva]
    assert larva in objects(record, study, SCHEMA.about)
    assert objects(record, study, SCHEMA.license) == [
        NamedNode("https://creativecommons.org/licenses/by/4.0/")
    ]
    (image,) = objects(record, study, IG.image)
    assert objects(record, image, PROV.wasGeneratedBy) == [NamedNode(RECORD_BASE + "#session")]
    assert objects(record, image, IG.sizeX) == [Literal(512)]


def test_class_by_the_keys() -> None:
    """Where a slot takes several classes, the keys decide; if they cannot, a `type` is asked for."""
    record = read({"type": "Study", "about": [{"scientific_name": "Danio rerio"}]})
    (taxon,) = objects(record, NamedNode(RECORD_BASE), SCHEMA.about)
    assert objects(record, taxon, RDF_TYPE) == [DWC.Taxon]
    with pytest.raises(MalformedDocument, match="Taxon, Biosample, OntologyTerm") as caught:
        read({"type": "Study", "about": [{"name": "fish"}]})
    assert caught.value.extra["pointer"] == "/about/0"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FBbi:00000251", OBO.FBbi_00000251),
        ("https://example.org/method", NamedNode("https://example.org/method")),
        ("#here", NamedNode(RECORD_BASE + "#here")),
        ("obo:FBbi_00000251", OBO.FBbi_00000251),
    ],
)
def test_references(text: str, expected: NamedNode) -> None:
    """A text for an object is an address, a known prefix or a local name."""
    record = read({"type": "Study", "imaging_method": text})
    assert [t.object for t in record.triples if t.predicate.value.endswith("measurementMethod")] == [expected]


@pytest.mark.parametrize(
    "text", ["confocal microscopy", "confocal", "", "# here", "javascript:x", "a<b", "http://[x", "FBbi:%z"]
)
def test_texts_that_name_nothing(text: str) -> None:
    """Words for an object are refused with their pointer."""
    with pytest.raises(InvalidIri) as caught:
        read({"type": "Study", "imaging_method": [text]})
    assert caught.value.extra["pointer"] == "/imaging_method/0"


def test_term_or_words() -> None:
    """Where text is allowed beside a term, words stay words."""
    record = read({"type": "Labelling", "contrast_mechanism": "fluorescence"})
    assert objects(record, NamedNode(RECORD_BASE), IG.contrastMechanism) == [Literal("fluorescence")]


@pytest.mark.parametrize(
    ("value", "pointer", "similar"),
    [
        ({"type": "Study", "titel": "x"}, "/titel", []),
        ({"type": "Study", "date_publishd": "2024"}, "/date_publishd", ["date_published"]),
        ({"type": "Study", "Imaging Method": "x"}, "/Imaging Method", ["imaging_method"]),
        ({"type": "Study", "image": [{"sizeX": 5}]}, "/image/0/sizeX", ["size_x"]),
        ({"type": "Studdy"}, "/type", ["Study"]),
        ({"type": "Study", "image": [{"type": "image"}]}, "/image/0/type", ["Image"]),
        ({"type": "Study", "lens_na": 1.4}, "/lens_na", []),
    ],
)
def test_unknown_words(value: Any, pointer: str, similar: list[str]) -> None:
    """A key or class that the model does not know is refused with its place and the closest known ones."""
    with pytest.raises(UnknownField) as caught:
        read(value)
    assert caught.value.extra["pointer"] == pointer
    assert caught.value.extra["similar"][:1] == similar[:1] or not similar


@pytest.mark.parametrize(
    "value",
    [
        {"type": "Study", "name": {"text": "x"}},
        {"type": "Study", "author": 5},
        {"type": "Study", "id": 5},
        {"type": "Study", "type ": "x", "image": "#a", "biosample": [True]},
        {"type": []},
        ["text"],
        "type: Study\ntype: Image\n",
        "type: Study\nname: [1\n",
    ],
)
def test_wrong_shapes(value: Any) -> None:
    """Values of the wrong shape are refused by name, never with another exception."""
    with pytest.raises((MalformedDocument, UnknownField)):
        read(value)


def test_one_id_for_two_classes() -> None:
    """An id names one thing; the same thing may be described in two places."""
    value = {"type": "Study", "biosample": [{"id": "#a"}], "image": [{"id": "#a"}]}
    with pytest.raises(DuplicateIdentifier) as caught:
        read(value)
    assert caught.value.extra["pointer"] == "/image/0/id"
    again = {"type": "Instrument", "component": [{"id": "#a"}, {"id": "#a", "type": "Laser"}]}
    assert IG.Laser in objects(read(again), NamedNode(RECORD_BASE + "#a"), RDF_TYPE)


def test_several_records() -> None:
    """A list and several YAML documents are several records, told apart by their ids or places."""
    listed = records('[{"type": "Study", "name": "a"}, {"type": "Image", "id": "http://x/i"}]')
    assert [record.about for record in listed] == [None, "http://x/i"]
    streamed = records("type: Study\n---\ntype: Study\n")
    assert len({record.key for record in streamed}) == 2


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("# nothing\n", EmptyDocument),
        ("[]", EmptyDocument),
        ('{"name": "x"}', UnknownFormat),
        ("name: x", UnknownFormat),
        ("just words", MalformedDocument),
    ],
)
def test_no_document_of_ours(content: str, error: type[ImagegraphError]) -> None:
    """What has no `type` is not of this format."""
    with pytest.raises(error):
        records(content)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"name": "x", "type": "Study"}', True),
        (b'[{"type": ["Study"]}]', True),
        (b'{"@context": {}, "type": "Study"}', False),
        (b'{"type": "FeatureCollection"}', False),
        (b"type: Study\nname: x", True),
        (b"# comment\n- type: Image\n", True),
        (b"- name: x\n  type: Image\n", True),
        (b"{type: Study, name: x}", True),
        (b"type: something else", False),
        (b"PK\x03\x04", False),
        (b"\x00type: Study", False),
        (b"", False),
    ],
)
def test_recognising(content: bytes, expected: bool) -> None:
    """A class of the model as `type` tells our format, JSON-LD does not."""
    assert NativeImporter().recognises(Document(name="x", content=content)) is expected


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_examples(file: Path) -> None:
    """Every example of the model is read."""
    content = file.read_bytes()
    assert NativeImporter().recognises(Document(name=file.name, content=content))
    assert records(content)
