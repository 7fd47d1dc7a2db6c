"""Choosing the importer of a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from imagegraph.adapters.importers import all_importers
from imagegraph.errors import EmptyDocument, UnknownFormat
from imagegraph.model.records import Document
from imagegraph.operations.importing import choose

CRATE = b'{"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": []}'
TURTLE = b"@prefix a: <http://a/> . a:s a:p a:o ."
NTRIPLES = b'<http://a/s> <http://a/p> "x" .\n'
RDF_XML = b'<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'


@pytest.mark.parametrize(
    ("content", "name", "media_type", "format", "expected"),
    [
        (CRATE, "x", None, None, "ro-crate"),
        (CRATE, "x", "application/ld+json", None, "ro-crate"),
        (CRATE, "x.ttl", "application/json", None, "ro-crate"),
        (CRATE, "x", None, "json-ld", "json-ld"),
        (b'{"@id": "http://a"}', "x", "application/json", None, "json-ld"),
        (b"{}", "x", "application/ld+json", None, "json-ld"),
        (b'{"type": "Study"}', "x", "application/json", None, "imagegraph"),
        (b"type: Study\n", "request body", "text/plain", None, "imagegraph"),
        (b"a: b", "x.yaml", None, None, "imagegraph"),
        (TURTLE, "x", None, None, "turtle"),
        (TURTLE, "x", "text/turtle; charset=utf-8", None, "turtle"),
        (TURTLE, "x", "application/x-www-form-urlencoded", None, "turtle"),
        (b"# c\n" + NTRIPLES, "x", None, None, "turtle"),
        (NTRIPLES, "x.nt", None, None, "n-triples"),
        (NTRIPLES, "x", "application/n-triples", None, "n-triples"),
        (NTRIPLES, "x", "application/octet-stream", None, "turtle"),
        (b"<http://a/s> <http://a/p> _:b <http://a/g> .", "x", None, None, "n-quads"),
        (b"@prefix a: <http://a/> . a:g { a:s a:p '{' . }", "x", None, None, "trig"),
        (b"GRAPH <http://a/g> { }", "x.trig", None, None, "trig"),
        (RDF_XML, "x", "application/xml", None, "rdf-xml"),
        (RDF_XML, "x.owl", None, None, "rdf-xml"),
    ],
)
def test_choosing(
    content: bytes, name: str, media_type: str | None, format: str | None, expected: str
) -> None:
    """Forced format, then media type, then content, then file name."""
    given = Document(name=name, content=content, media_type=media_type, format=format)
    assert choose(given, all_importers()).name == expected


def test_folder(tmp_path: Path) -> None:
    """A folder with a metadata file is an RO-Crate."""
    (tmp_path / "ro-crate-metadata.json").write_bytes(CRATE)
    assert choose(Document(name="folder", path=tmp_path), all_importers()).name == "ro-crate"


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n", b"hello", b"{}", b"\xff" * 20, b"a,b\n1,2\n", b"[1, 2]", b"<html>\n<body/></html>"],
)
def test_unknown(content: bytes) -> None:
    """What nobody recognises is refused with the known formats."""
    with pytest.raises(UnknownFormat) as caught:
        choose(Document(name="x.bin", content=content, media_type="image/png"), all_importers())
    assert "turtle" in caught.value.extra["known"]
    assert "image/png" in caught.value.detail


def test_unknown_forced_format() -> None:
    """A format that does not exist is refused by its name."""
    with pytest.raises(UnknownFormat, match="docx"):
        choose(Document(name="x", content=b"x", format="docx"), all_importers())


def test_empty() -> None:
    """No content is no document, whatever it is called."""
    with pytest.raises(EmptyDocument):
        choose(Document(name="x.ttl", content=b" \n"), all_importers())


@pytest.mark.parametrize("content", [b"", b"\x00", b"\xff\xfe", b"{", b"<", b"PK\x03\x04", b"II*\x00"])
def test_recognising_never_raises(content: bytes) -> None:
    """Every importer answers for every content."""
    for importer in all_importers():
        assert importer.recognises(Document(name="x", content=content)) in (True, False)


def test_names_are_unique() -> None:
    """Names, titles and endings are as the contract has them."""
    importers = all_importers()
    assert len({importer.name for importer in importers}) == len(importers)
    assert all(importer.title and all(s == s.lower() for s in importer.suffixes) for importer in importers)
