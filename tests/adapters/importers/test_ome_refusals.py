"""What the OME-XML importer refuses, and what it reads although something is wrong with it."""

from __future__ import annotations

import pytest
from ome_reading import OME, local, read_fixture, read_text

from imagegraph.adapters.importers.ome_xml import OmeXmlImporter
from imagegraph.errors import DocumentTooDeep, EmptyDocument, ForbiddenConstruct, MalformedDocument
from imagegraph.model.rdf import IG, PROV, SCHEMA, NamedNode
from imagegraph.model.records import RECORD_BASE, Document

ROOT = NamedNode(RECORD_BASE)


@pytest.mark.parametrize(
    "prologue",
    [
        '<!DOCTYPE OME SYSTEM "http://example.org/ome.dtd">',
        '<!DOCTYPE OME [<!ENTITY a "b">]>',
        '<!DOCTYPE OME [<!ENTITY % x SYSTEM "file:///etc/hostname"> %x;]>',
        "<!DOCTYPE OME>",
    ],
)
def test_document_types_are_forbidden(prologue: str) -> None:
    """Any document type declaration or entity is refused before it is followed."""
    with pytest.raises(ForbiddenConstruct) as refused:
        read_text(f'{prologue}\n{OME}<Image ID="Image:0"/></OME>')
    assert refused.value.extra["line"] == 1


def test_broken_xml_says_where() -> None:
    """XML that is not well-formed is refused with line and column."""
    with pytest.raises(MalformedDocument) as refused:
        read_text(f"{OME}\n  <Image></Pixels></OME>")
    assert (refused.value.extra["line"], refused.value.extra["column"]) == (2, 12)


def test_a_wrong_encoding_is_named() -> None:
    """Bytes that are not in the declared encoding are refused with a hint."""
    text = f'<?xml version="1.0" encoding="UTF-8"?>{OME}<Image ID="Image:0" Name="Jörn"/></OME>'
    with pytest.raises(MalformedDocument, match="encoding"):
        read_text(text.encode("latin-1"))


@pytest.mark.parametrize("encoding", ["x-unknown", "euc-jp"])
def test_an_unreadable_encoding_is_refused(encoding: str) -> None:
    """An encoding that the reader does not know is refused, not guessed."""
    with pytest.raises(MalformedDocument):
        read_text(f'<?xml version="1.0" encoding="{encoding}"?>{OME}<Image ID="Image:0"/></OME>')


def test_utf16_is_read() -> None:
    """A document in UTF-16 is recognised and read, annotations as XML included."""
    text = (
        f'{OME}<Image ID="Image:0" Name="µ"/><StructuredAnnotations><XMLAnnotation '
        'ID="A:0"><Value><a>é</a></Value>'
        "</XMLAnnotation></StructuredAnnotations></OME>"
    )
    content = text.encode("utf-16")
    assert OmeXmlImporter().recognises(Document(name="x", content=content))
    assert read_text(content).values(local("A-0"), IG.annotationValue) == ["<a>é</a>"]


def test_other_xml_is_refused() -> None:
    """XML whose root is not OME is refused by the name of its root."""
    with pytest.raises(MalformedDocument, match="html"):
        read_text("<html/>")
    with pytest.raises(MalformedDocument, match=r"example\.org"):
        read_text('<OME xmlns="http://example.org/other"><Image ID="Image:0"/></OME>')


def test_nothing_inside_is_refused() -> None:
    """An OME element without content is empty."""
    with pytest.raises(EmptyDocument):
        read_text(f"{OME}</OME>")


def test_binary_only_names_the_companion() -> None:
    """A document that only points to its companion says which file to import."""
    with pytest.raises(EmptyDocument, match=r"Import multi\.companion\.ome instead") as refused:
        read_text(f'{OME}<BinaryOnly MetadataFile="multi.companion.ome" UUID="urn:uuid:0"/></OME>')
    assert refused.value.extra["companion"] == "multi.companion.ome"


def test_deep_nesting_is_refused() -> None:
    """Elements nested without end are refused while reading."""
    with pytest.raises(DocumentTooDeep):
        read_text(OME + "<a>" * 100_000)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (OME.encode(), True),
        (b"<?xml version='1.0'?><!-- an <html> page? --><x:OME xmlns:x='y'>", True),
        (b"<html><OME/></html>", False),
        (b"", False),
        (b"\x00\xff<OME", False),
        (b'{"@context": "<OME "}', True),
    ],
)
def test_recognises_by_the_first_element(content: bytes, expected: bool) -> None:
    """The first element decides, whatever stands before it."""
    assert OmeXmlImporter().recognises(Document(name="x", content=content)) is expected


def test_unusable_values_are_kept_as_text() -> None:
    """A value that its slot cannot take is told with its line and kept as a property value."""
    read = read_fixture("questionable.ome.xml")
    kept = read.properties(ROOT)
    assert kept["SizeX"] == "abc"
    assert kept["SizeY"] == "-5"
    assert kept["PhysicalSizeX"] == "-0.1"
    assert kept["PhysicalSizeY"] == "1"
    assert kept["PhysicalSizeZ"] == "2"
    assert kept["TimeIncrement"] == "INF"
    assert kept["UUID"] == "scan-17"
    assert read.record.about is None
    for slot in (IG.sizeX, IG.sizeY, IG.physicalSizeX, IG.physicalSizeY, IG.timeIncrement):
        assert read.values(ROOT, slot) == []
    assert read.properties(local("Objective-0")) == {"LensNA": "NaN", "Iris": "perhaps"}
    assert read.properties(local("Image-0/acquisition/imagingEnvironment")) == {"Humidity": "45"}
    assert read.values(local("Image-0/acquisition"), PROV.startedAtTime) == []
    assert any(message.startswith('Line 12: SizeX="abc"') for message in read.messages("warning"))


def test_units_that_are_no_measure_stay_beside_their_number() -> None:
    """A physical size in pixels is no length: it is told, and kept with its unit as text."""
    read = read_fixture("questionable.ome.xml")
    units = {
        read.values(node, SCHEMA.name)[0]: read.values(node, SCHEMA.unitText)
        for node in read.objects(ROOT, SCHEMA.additionalProperty)
    }
    assert units["PhysicalSizeY"] == ["pixel"]
    assert units["PhysicalSizeZ"] == ["furlong"]
    assert any('"pixel", which is no measure' in message for message in read.messages("warning"))


def test_references_that_lead_nowhere_are_kept_as_text() -> None:
    """A reference to a component that is missing, or of another kind, is told and kept."""
    read = read_fixture("questionable.ome.xml")
    acquisition = local("Image-0/acquisition")
    assert read.values(acquisition, IG.instrument) == []
    assert read.values(acquisition, IG.objectiveSettings) == []
    assert read.properties(acquisition) == {
        "AcquisitionDate": "yesterday",
        "InstrumentRef ID": "Instrument:7",
        "ObjectiveSettings ID": "Objective:9",
        "ObjectiveSettings Medium": "Oil",
    }
    channel = read.properties(local("odd-name"))
    assert channel == {"LightSourceSettings ID": "Objective:0", "LightSourceSettings Attenuation": "0.1"}
    assert read.properties(local("odd-name/lightPath")) == {"DichroicRef ID": "Dichroic:4"}
    assert any('"Dichroic:4"' in message for message in read.messages("warning"))


def test_an_id_given_twice_is_two_nodes() -> None:
    """A second element with a known ID gets a node of its own; references lead to the first."""
    read = read_fixture("questionable.ome.xml")
    assert read.values(local("Objective-0-2"), SCHEMA.model) == ["shares its ID"]
    assert any("given before" in message for message in read.messages("warning"))


def test_planes_without_a_place_are_text_of_the_image() -> None:
    """A plane that does not say which one it is, or when, is kept without a slot being filled wrongly."""
    read = read_fixture("questionable.ome.xml")
    assert read.typed(IG.Plane) == [local("Image-0/plane/1")]
    assert read.properties(ROOT)["Plane TheZ"] == "0"
    assert read.properties(local("Image-0/plane/1")) == {
        "DeltaT": "soon",
        "ExposureTime": "-1",
        "PositionY": "2",
    }
    assert read.values(local("Image-0/plane/1"), IG.positionX) == ["1"]


def test_what_the_schema_forbids_is_told() -> None:
    """An ID of another form and channels that do not add up are told; the image is read all the same."""
    read = read_text(
        f'{OME}<Image ID="Image:0"><Pixels ID="Pixels:0" SizeC="3"><Channel '
        'ID="InvalidName"/></Pixels></Image></OME>'
    )
    assert read.values(ROOT, IG.channel) == [local("InvalidName").value]
    told = read.messages("warning")
    assert len(told) == 2
    assert '"InvalidName"' in told[0]
    assert "SizeC is 3" in told[1]


def test_many_findings_of_a_sort_are_summed_up() -> None:
    """A thousand broken planes do not make a thousand findings."""
    planes = '<Plane TheZ="0" TheC="0" TheT="0" DeltaT="x"/>' * 1000
    read = read_text(f'{OME}<Image ID="Image:0"><Pixels ID="Pixels:0">{planes}</Pixels></Image></OME>')
    assert len(read.record.findings) == 21
    assert "980 more" in read.record.findings[-1].message
