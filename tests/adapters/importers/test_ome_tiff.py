"""OME-TIFF files that the tests write byte by byte."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from ome_reading import FIXTURES, OME

from imagegraph.adapters.importers.ome_tiff import OmeTiffImporter
from imagegraph.errors import EmptyDocument, ForbiddenConstruct, MalformedDocument
from imagegraph.model.rdf import IG
from imagegraph.model.records import Document

OME_XML = (FIXTURES / "confocal.ome.xml").read_bytes()
LAYOUTS = [("<", False), (">", False), ("<", True), (">", True)]


def tiff(description: bytes | None, *, order: str = "<", big: bool = False) -> bytes:
    """A TIFF of one black pixel with a description."""
    offset, entry = ("Q", "HHQQ") if big else ("I", "HHII")
    header = (b"II" if order == "<" else b"MM") + struct.pack(order + "H", 43 if big else 42)
    header += struct.pack(order + "HH", 8, 0) if big else b""
    start = len(header) + struct.calcsize("<" + offset)
    text = b"" if description is None else description + b"\0"
    tags = [(256, 4, 1, 1), (257, 4, 1, 1), (273, 4, 1, start), (279, 4, 1, 1)]
    if description is not None:
        tags.append((270, 2, len(text), start + 1))
    directory = struct.pack(order + ("Q" if big else "H"), len(tags))
    directory += b"".join(struct.pack(order + entry, *tag) for tag in sorted(tags)) + struct.pack(
        order + offset, 0
    )
    return header + struct.pack(order + offset, start + 1 + len(text)) + b"\0" + text + directory


def document(content: bytes) -> Document:
    """A document with these bytes."""
    return Document(name="scan.ome.tif", content=content)


@pytest.mark.parametrize(("order", "big"), LAYOUTS)
def test_every_kind_of_tiff_is_read(order: str, big: bool) -> None:
    """Classic and BigTIFF in both byte orders give the record of their OME-XML."""
    content = tiff(OME_XML, order=order, big=big)
    assert OmeTiffImporter().recognises(document(content))
    (record,) = OmeTiffImporter().read(document(content))
    assert record.kind == "ome-tiff"
    assert record.about == "urn:uuid:3d1b6a52-8f0e-4c7b-9a54-6b1f0c2d7e91"
    assert sum(triple.object == IG.Channel for triple in record.triples) == 2


def test_a_file_is_read_where_it_lies(tmp_path: Path) -> None:
    """A file on this machine is sought in, its bytes need not be handed over."""
    path = tmp_path / "scan.ome.tif"
    path.write_bytes(tiff(OME_XML))
    (record,) = OmeTiffImporter().read(Document(name="scan.ome.tif", path=path))
    assert record.triples


@pytest.mark.parametrize("description", [None, b"", b"ImageJ=1.54f", b"abc", b"<html/>"])
def test_a_tiff_without_ome_says_so(description: bytes | None) -> None:
    """A TIFF that does not describe itself with OME-XML is refused as what it is."""
    content = tiff(description)
    assert not OmeTiffImporter().recognises(document(content))
    with pytest.raises(MalformedDocument, match="not an OME-TIFF"):
        list(OmeTiffImporter().read(document(content)))


@pytest.mark.parametrize(("order", "big"), LAYOUTS)
def test_a_tiff_cut_anywhere_is_refused(order: str, big: bool) -> None:
    """No length of a cut file leads to anything but a refusal."""
    content = tiff(b"<OME/>", order=order, big=big)
    for length in range(len(content) - 8):
        with pytest.raises(MalformedDocument):
            list(OmeTiffImporter().read(document(content[:length])))


def test_offsets_outside_the_file_are_refused() -> None:
    """A directory or description that lies outside the file is refused, whatever it claims."""
    for place in range(4, len(tiff(b"<OME/>")) - 3):
        content = bytearray(tiff(b"<OME/>"))
        content[place : place + 4] = b"\xff\xff\xff\xff"
        with pytest.raises((MalformedDocument, EmptyDocument)):
            list(OmeTiffImporter().read(document(bytes(content))))


@pytest.mark.parametrize(
    "content", [b"", b"II", b"II*\0", b"PNG", b"II,\0" + bytes(8), b"MM\0\x2b\0\4\0\0" + bytes(8)]
)
def test_other_files_are_no_tiff(content: bytes) -> None:
    """Bytes that only begin like a TIFF are refused."""
    assert not OmeTiffImporter().recognises(document(content))
    with pytest.raises(MalformedDocument):
        list(OmeTiffImporter().read(document(content)))


def test_the_description_is_the_identity() -> None:
    """Files without a UUID are told apart by their descriptions, not by their first bytes."""
    keys = []
    for name in ("a", "b"):
        text = f'{OME}<Image ID="Image:0" Name="{name}"/></OME>'.encode()
        (record,) = OmeTiffImporter().read(document(tiff(text)))
        assert record.about is None
        keys.append(record.key)
    assert None not in keys
    assert keys[0] != keys[1]


def test_a_file_of_a_set_names_its_companion() -> None:
    """A file that leaves its metadata to a companion is refused with the name of that file."""
    text = OME.encode() + b'<BinaryOnly MetadataFile="set.companion.ome"/></OME>'
    with pytest.raises(EmptyDocument, match=r"set\.companion\.ome"):
        list(OmeTiffImporter().read(document(tiff(text))))


def test_entities_are_forbidden_in_a_tiff_too() -> None:
    """The description of a TIFF is read as carefully as any XML."""
    text = b'<!DOCTYPE OME [<!ENTITY a "b">]>' + OME.encode() + b"</OME>"
    with pytest.raises(ForbiddenConstruct):
        list(OmeTiffImporter().read(document(tiff(text))))
