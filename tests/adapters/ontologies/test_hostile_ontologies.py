"""Broken and hostile ontology files: a named refusal or a told problem, in bounded time."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest
from ontology_texts import MICROSCOPY_FUNCTIONAL, MICROSCOPY_OBO, MICROSCOPY_RDF, OBO, read, write

from imagegraph.errors import (
    DocumentTooDeep,
    DocumentTooLarge,
    EmptyDocument,
    ForbiddenConstruct,
    MalformedDocument,
    NotFound,
    Refusal,
    UnknownFormat,
)

_RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:owl="http://www.w3.org/2002/07/owl#"'
    ' xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#">'
)
_CLASS = '<owl:Class rdf:about="http://mic.example.org/a"><rdfs:label>a</rdfs:label></owl:Class>'
_GROWING = "".join(
    f'<!ENTITY e{level} "{f"&e{level - 1};" * 10 if level else "slit"}">' for level in range(12)
)


def _xml(entities: str, content: str = _CLASS) -> str:
    return f"<?xml version='1.0'?><!DOCTYPE rdf:RDF [{entities}]>{_RDF}{content}</rdf:RDF>"


REFUSED: dict[str, tuple[str | bytes, type[Refusal]]] = {
    "empty.obo": ("", EmptyDocument),
    "blank.owl": (" \n\t\n", EmptyDocument),
    "only-a-header.obo": ("format-version: 1.2\nontology: mic\n", EmptyDocument),
    "no-statement.owl": (f"{_RDF}</rdf:RDF>", EmptyDocument),
    "no-term.ttl": ('<http://mic.example.org/a> <http://mic.example.org/b> "c" .', EmptyDocument),
    "page.owl": ("<!DOCTYPE html>\n<html><head><title>404</title></head></html>", MalformedDocument),
    "page-with-comment.obo": ("\n<!-- proxy -->\n<HTML><body>Log in</body></HTML>", MalformedDocument),
    "binary.obo": (bytes(range(256)) * 20, UnknownFormat),
    "zeros.owl": (b"\0" * 5_000, UnknownFormat),
    "picture.owl": (b"\x89PNG\r\n\x1a\n" + b"\0\xff" * 500, UnknownFormat),
    "packed.zip": (b"PK\x03\x04" + b"\0" * 100, UnknownFormat),
    "utf16-without-mark.obo": (MICROSCOPY_OBO.encode("utf-16-le"), UnknownFormat),
    "cut.owl": (MICROSCOPY_RDF[:1_500], MalformedDocument),
    "cut-between-terms.owl": (f"{_RDF}{_CLASS}\n", MalformedDocument),
    "cut.ttl": ("<http://mic.example.org/a> a <http://www.w3.org/2002/07/owl#Class> ; <http", MalformedDocument),
    "cut.ofn": (MICROSCOPY_FUNCTIONAL[:-4], MalformedDocument),
    "cut.obo.gz": (gzip.compress(MICROSCOPY_OBO.encode())[:-20], MalformedDocument),
    "latin1.ttl": ('<http://a.example.org/a> <http://b.example.org/b> "à" .'.encode("latin-1"), MalformedDocument),
    "latin1.ofn": (MICROSCOPY_FUNCTIONAL.replace("microscope", "à").encode("latin-1"), MalformedDocument),
    "no-such-encoding.owl": (f'<?xml version="1.0" encoding="klingon"?>{_RDF}{_CLASS}</rdf:RDF>', MalformedDocument),
    "codec-of-bytes.owl": (f'<?xml version="1.0" encoding="zip"?>{_RDF}{_CLASS}</rdf:RDF>', MalformedDocument),
    "growing-entities.owl": (_xml(_GROWING), ForbiddenConstruct),
    "late-entities.owl": (f"{_RDF}<!DOCTYPE rdf:RDF [{_GROWING}]>{_CLASS}</rdf:RDF>", ForbiddenConstruct),
    "endless-entities.owl": (_xml('<!ENTITY a "&b;"><!ENTITY b "&a;">'), ForbiddenConstruct),
    "long-entity.owl": (_xml(f'<!ENTITY a "{"a" * 10_000}">'), ForbiddenConstruct),
    "entity-of-a-file.owl": (_xml('<!ENTITY a SYSTEM "file:///etc/hostname">'), ForbiddenConstruct),
    "parameter-entity.owl": (_xml("<!ENTITY % a 'b'> %a;"), ForbiddenConstruct),
    "context-elsewhere.jsonld": ('{"@context": "http://unreachable.invalid/c", "@id": "a:b"}', ForbiddenConstruct),
    "deep.owl": (f"{_RDF}{'<owl:Class><rdfs:subClassOf>' * 20_000}", DocumentTooDeep),
    "deep.ofn": (f"Ontology(<http://a.example.org>\nSubClassOf(<b> {'ObjectIntersectionOf(<c> ' * 100_000}", DocumentTooDeep),
    "deep.owx": (
        f'<Ontology xmlns="http://www.w3.org/2002/07/owl#"><SubClassOf>{"<ObjectComplementOf>" * 100_000}',
        DocumentTooDeep,
    ),
    "deep.jsonld": ('{"@graph":' + "[" * 100_000, MalformedDocument),
    "bomb.obo.gz": (gzip.compress(b"format-version: 1.2\n" + b" " * 80_000_000), DocumentTooLarge),
}  # fmt: skip


def _read_some(path: Path) -> None:
    """Read a file to its end; without terms it is refused as `load_file` does."""
    _, terms, _ = read(path)
    if not terms:
        raise EmptyDocument(f"{path.name} names no term")


@pytest.mark.parametrize("name", list(REFUSED))
def test_refused(name: str, tmp_path: Path) -> None:
    """The file is refused with an error that names it and says what is wrong, never with a crash."""
    content, kind = REFUSED[name]
    path = write(tmp_path, name, content)
    with pytest.raises(kind) as caught:
        _read_some(path)
    assert type(caught.value) is kind
    assert name in caught.value.detail


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("bad.owl", MICROSCOPY_RDF.replace("    </owl:Restriction></rdfs:subClassOf>", "    </owl:Class>"), 20),
        ("cut.ttl", "@prefix a: <http://a.example.org/> .\n\na:b a", 3),
        ("bad.ofn", MICROSCOPY_FUNCTIONAL.replace("Declaration(Class(obo:MIC_0002))", "Nonsense(obo:MIC_0002)"), 9),
    ],
)  # fmt: skip
def test_the_line_of_a_syntax_error_is_told(name: str, content: str, line: int, tmp_path: Path) -> None:
    """A refusal for bad syntax says in which line."""
    with pytest.raises(MalformedDocument) as caught:
        read(write(tmp_path, name, content))
    assert caught.value.extra["line"] == line
    assert f"line {line}" in caught.value.detail


READ: dict[str, bytes] = {
    "crlf.obo": MICROSCOPY_OBO.replace("\n", "\r\n").encode(),
    "mark.obo": b"\xef\xbb\xbf" + MICROSCOPY_OBO.encode(),
    "utf16.obo": MICROSCOPY_OBO.encode("utf-16"),
    "packed.obo": gzip.compress(MICROSCOPY_OBO.encode()),
    "packed-twice-in-a-row.obo.gz": (
        gzip.compress(MICROSCOPY_OBO[:300].encode()) + gzip.compress(MICROSCOPY_OBO[300:].encode())
    ),
    "mark.owl": b"\xef\xbb\xbf" + MICROSCOPY_RDF.encode(),
    "packed.owl.gz": gzip.compress(MICROSCOPY_RDF.encode()),
    "utf16.owl": MICROSCOPY_RDF.replace("?>", ' encoding="UTF-16"?>', 1).encode("utf-16"),
    "latin1.owl": MICROSCOPY_RDF.replace("?>", ' encoding="ISO-8859-1"?>', 1).encode("latin-1"),
    "comment-after-the-end.owl": (MICROSCOPY_RDF + "<!-- made by hand -->\n").encode(),
    "doctype-in-a-comment.owl": MICROSCOPY_RDF.replace("?>", "?><!-- <!DOCTYPE a [ -->", 1).encode(),
    "brackets-in-the-content.owl": MICROSCOPY_RDF.replace(
        "<rdfs:comment>Rarely", "<rdfs:comment>See [1]> Rarely"
    ).encode(),
    "obo-called.owl": MICROSCOPY_OBO.encode(),
    "functional-called.obo": MICROSCOPY_FUNCTIONAL.encode(),
}


@pytest.mark.parametrize("name", list(READ))
def test_read(name: str, tmp_path: Path) -> None:
    """Line ends, byte order marks, encodings, gzip and misleading names do not matter."""
    _, terms, _ = read(write(tmp_path, name, READ[name]))
    assert terms[f"{OBO}MIC_0002"].label == "slit lamp microscope"


def test_cycles_and_self_reference_are_read(tmp_path: Path) -> None:
    """A hierarchy that goes round is kept as it is; that a term is below itself is not."""
    text = "[Term]\nid: MIC:1\nname: a\nis_a: MIC:2\nis_a: MIC:1\n\n[Term]\nid: MIC:2\nname: b\nis_a: MIC:1\n"
    _, terms, _ = read(write(tmp_path, "round.obo", text))
    assert [[parent.iri for parent in term.parents] for term in terms.values()] == [
        [f"{OBO}MIC_2"],
        [f"{OBO}MIC_1"],
    ]


def test_many_problems_are_told_up_to_a_limit(tmp_path: Path) -> None:
    """A file that is wrong in every line does not fill the memory with complaints."""
    text = "".join(f"[Term]\nid: MIC:{number}\nname: {number}\nnonsense\n\n" for number in range(11_000))
    _, terms, problems = read(write(tmp_path, "many.obo", text))
    assert (len(terms), len(problems)) == (11_000, 10_001)
    assert problems[-1].message == "There are more than 10,000 problems; the rest is not told."


def test_folders_and_missing_files_are_told(tmp_path: Path) -> None:
    """A folder, and a file that is not there, are named with what to do."""
    for path in (tmp_path, tmp_path / "nowhere.obo"):
        with pytest.raises(NotFound, match=path.name):
            read(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_files_that_may_not_be_read_are_told(tmp_path: Path) -> None:
    """A file without permission to read is named."""
    path = write(tmp_path, "secret.obo", MICROSCOPY_OBO)
    path.chmod(0)
    with pytest.raises(NotFound, match="Permission denied"):
        read(path)
