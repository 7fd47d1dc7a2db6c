"""Turtle, TriG, N-Triples, N-Quads and RDF/XML as records."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imagegraph.adapters.importers.rdf import RdfImporter, rdf_importers
from imagegraph.errors import DocumentTooDeep, EmptyDocument, ForbiddenConstruct, MalformedDocument, Refusal
from imagegraph.model.rdf import IG, RDF_TYPE, SCHEMA, NamedNode
from imagegraph.model.records import RECORD_BASE, Document, ImportedRecord

DATA = Path(__file__).parents[2] / "data" / "rdf"
MICROSCOPE = "https://doi.org/10.5072/lab-confocal"
RDF_XML = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">{}</rdf:RDF>'


def importer(name: str) -> RdfImporter:
    """The importer of a syntax."""
    return next(found for found in rdf_importers() if found.name == name)


def read(name: str, content: str | bytes) -> ImportedRecord:
    """The record of a document."""
    given = Document(name="given", content=content.encode() if isinstance(content, str) else content)
    (record,) = importer(name).read(given)
    return record


@pytest.mark.parametrize(
    ("name", "file", "about"),
    [
        ("turtle", "microscope.ttl", MICROSCOPE),
        ("rdf-xml", "microscope.rdf", MICROSCOPE),
        ("trig", "graphs.trig", "https://example.org/image/1"),
    ],
)
def test_reading(name: str, file: str, about: str) -> None:
    """A document is one record about its main thing; local names stand below the record."""
    record = read(name, (DATA / file).read_bytes())
    assert (record.about, record.kind, record.source) == (about, "", "given")
    if file.startswith("microscope"):
        assert NamedNode(RECORD_BASE + "#objective-63") in {t.subject for t in record.triples}


def test_graph_names_are_not_kept() -> None:
    """Statements of named graphs are kept without their graph, which is told."""
    record = read("n-quads", "<http://a/s> <http://a/p> <http://a/o> <http://a/g> .\n")
    assert len(record.triples) == 1
    assert [finding.severity for finding in record.findings] == ["info"]
    assert not read("n-quads", "<http://a/s> <http://a/p> <http://a/o> .\n").findings


@pytest.mark.parametrize(
    ("turtle", "about"),
    [
        (
            f"<http://x/a> a <{IG}Image> . <http://x/s> a <{IG}Study> ; <{IG}image> <http://x/a> .",
            "http://x/s",
        ),
        (f"<http://x/a> a <{IG}Image> . <http://x/b> a <{IG}Image> .", "http://x/a"),
        (f"<#i> a <{IG}Instrument> .", RECORD_BASE + "#i"),
        (f"<> a <{IG}Study> . <http://x/b> a <{IG}Image> .", None),
        (f"<http://x/s> <{SCHEMA}name> 'first' . <http://x/t> <{SCHEMA}name> 'second' .", "http://x/s"),
        (f"<http://x/s> <{SCHEMA}name> 'first' . <> <{SCHEMA}name> 'second' .", None),
        (f"[] a <{IG}Study> .", None),
        (f"<http://x/s> a <{IG}Study> ; <{SCHEMA}isPartOf> <http://x/s> .", "http://x/s"),
        (f"<http://x/p> a <{SCHEMA}Person> . <http://x/o> a <{IG}Objective> .", "http://x/p"),
    ],
)
def test_main_thing(turtle: str, about: str | None) -> None:
    """The main thing is the outermost that no other points to, then the first."""
    assert read("turtle", turtle).about == about


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("turtle", "<http://a/s> <http://a/p>\n  'open .\n", 2),
        ("turtle", "<http://a/s> <http://a/p q> 1 .", 1),
        ("n-triples", "<http://a/s> <http://a/p> <o> .", 1),
        ("n-quads", "<http://a/s> <http://a/p> .\n", 1),
        ("trig", "{ <http://a/s> ", 1),
        ("rdf-xml", "<rdf:RDF>\n</rdf>", 2),
        ("rdf-xml", "<a>", 1),
    ],
)
def test_broken_syntax(name: str, content: str, line: int) -> None:
    """Broken syntax is refused with its line, strictly: no IRI with a space passes."""
    with pytest.raises(MalformedDocument) as caught:
        read(name, content)
    assert caught.value.extra["line"] == line
    assert "Parser error" not in caught.value.detail


@pytest.mark.parametrize("name", ["turtle", "rdf-xml", "n-quads"])
@pytest.mark.parametrize("content", ["<a:s> <a:p> 'ü' .".encode("latin-1"), "<a/>".encode("utf-16")])
def test_other_encodings(name: str, content: bytes) -> None:
    """Only UTF-8 is read."""
    with pytest.raises(MalformedDocument):
        read(name, content)


@pytest.mark.parametrize("content", ["", "# nothing\n", "@prefix a: <http://a/> ."])
def test_nothing(content: str) -> None:
    """A document without statements is empty."""
    with pytest.raises(EmptyDocument):
        read("turtle", content)


@pytest.mark.parametrize(
    "content",
    [
        '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        '<?xml version="1.0"?>\n<!doctype a SYSTEM "http://127.0.0.1/x"><a/>',
        "<a><!ENTITY</a>",
    ],
)
def test_declarations_in_xml(content: str) -> None:
    """Document types and entities are refused before anything is parsed."""
    with pytest.raises(ForbiddenConstruct):
        read("rdf-xml", content)


@pytest.mark.parametrize("depth", [70, 100_000])
def test_deep_xml(depth: int) -> None:
    """Deeply nested elements are refused quickly."""
    with pytest.raises(DocumentTooDeep):
        read("rdf-xml", RDF_XML.format("<a>" * depth + "</a>" * depth))


def test_statements_about_statements() -> None:
    """Triple terms of RDF 1.2 are refused, not dropped."""
    with pytest.raises(ForbiddenConstruct):
        read("turtle", "<http://a/s> <http://a/p> <<( <http://a/x> <http://a/y> <http://a/z> )>> .")


def test_main_thing_without_a_name() -> None:
    """A main thing that is a blank node becomes the record itself."""
    record = read("turtle", f"[] a <{IG}Study> ; <{IG}image> [ a <{IG}Image> ] .")
    study = NamedNode(RECORD_BASE)
    assert [t.object for t in record.triples if t.subject == study and t.predicate == RDF_TYPE] == [IG.Study]
    kept = read("turtle", f"[] a <{IG}Study> . <> <{SCHEMA}name> 'said' .")
    assert len({t.subject for t in kept.triples}) == 2


def test_own_triples() -> None:
    """The document's own statements are all it says."""
    given = Document(name="x", content=(DATA / "microscope.ttl").read_bytes())
    own = importer("turtle").own_triples(given)
    assert len(own) == 9
    assert any(t.predicate == RDF_TYPE and t.object == IG.Instrument for t in own)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["microscope.ttl", "microscope.rdf", "graphs.trig"]),
    st.lists(st.tuples(st.integers(0, 700), st.binary(max_size=4)), max_size=5),
)
def test_damaged_documents(file: str, changes: list[tuple[int, bytes]]) -> None:
    """A document with damaged bytes is read or refused, by every syntax."""
    content = (DATA / file).read_bytes()
    for place, damage in changes:
        content = content[:place] + damage + content[place + 2 :]
    document = Document(name="damaged", content=content)
    for found in rdf_importers():
        found.recognises(document)
        with suppress(Refusal):
            list(found.read(document))


def test_exported_records_come_back_apart() -> None:
    """A graph that has the name of a record is that record again; everything else is one record."""
    text = (
        "<https://lab.example/records/a-1> { <https://lab.example/records/a-1> a <http://schema.org/Dataset> }\n"
        "<https://lab.example/records/b-2> { <http://example.org/b> a <http://schema.org/Dataset> }\n"
        "<https://lab.example/other> { <http://example.org/c> a <http://schema.org/Dataset> }\n"
    )
    records = list(importer("trig").read(Document(name="all.trig", content=text.encode())))
    assert [(record.id, record.about) for record in records] == [
        ("a-1", "https://lab.example/records/a-1"),
        ("b-2", "http://example.org/b"),
        (None, "http://example.org/c"),
    ]
    assert [len(record.findings) for record in records] == [0, 0, 1]


def test_brackets_in_texts_are_no_nesting() -> None:
    """Brackets that stand inside texts, names and comments are not counted; nested ones are refused."""
    words = "(" * 100
    text = f"# {words}\n<http://a/b> <http://schema.org/name> \"{words}\", '''{words}.''' ; <http://a/{words}> 1 ."
    (record,) = importer("turtle").read(Document(name="a.ttl", content=text.encode()))
    assert len(record.triples) == 3
    deep = f"<http://a/b> <http://a/c> {words}{')' * 100} ."
    with pytest.raises(DocumentTooDeep) as caught:
        list(importer("turtle").read(Document(name="a.ttl", content=deep.encode())))
    assert caught.value.extra["line"] == 1
