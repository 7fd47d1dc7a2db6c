"""JSON-LD with packaged contexts."""

from __future__ import annotations

import json
from typing import Any

import pytest

from imagegraph.adapters.importers.jsonld import JsonLdImporter
from imagegraph.errors import (
    DocumentTooDeep,
    EmptyDocument,
    ForbiddenConstruct,
    InvalidIri,
    MalformedDocument,
)
from imagegraph.model.rdf import IG, QUDT, RDF_TYPE, SCHEMA, XSD, Literal, NamedNode, Triple
from imagegraph.model.records import Document, ImportedRecord

NAME = {"name": "http://schema.org/name"}


def read(value: Any) -> ImportedRecord:
    """The record of a JSON value or of JSON text."""
    content = value if isinstance(value, str) else json.dumps(value)
    (record,) = JsonLdImporter().read(Document(name="given", content=content.encode()))
    return record


def test_our_own_context() -> None:
    """A document under our context is read offline, wherever its context lives."""
    record = read(
        {
            "@context": "https://images.example.org/context/v1.jsonld",
            "type": "Laser",
            "id": "https://example.org/laser",
            "power": {"type": "Quantity", "value": 2, "unit": "unit:MilliW"},
        }
    )
    assert record.about == "https://example.org/laser"
    assert Triple(NamedNode(record.about), RDF_TYPE, IG.Laser) in record.triples
    values = [t.object for t in record.triples if t.predicate == QUDT.numericValue]
    assert values == [Literal("2.0E0", datatype=XSD.double)]


@pytest.mark.parametrize("context", ["https://schema.org", "http://schema.org/", "https://schema.org/"])
def test_schema_org(context: str) -> None:
    """The context of schema.org is known: names are its terms, links are IRIs."""
    record = read({"@context": context, "@id": "http://x/a", "name": "A", "license": "http://x/licence"})
    assert set(record.triples) == {
        Triple(NamedNode("http://x/a"), SCHEMA.name, Literal("A")),
        Triple(NamedNode("http://x/a"), SCHEMA.license, NamedNode("http://x/licence")),
    }


@pytest.mark.parametrize(
    "value",
    [
        {"@context": "https://example.org/c.jsonld", "name": "x"},
        {"@context": [NAME, "file:///etc/passwd"], "name": "x"},
        {"@context": {"@import": "https://schema.org"}, "name": "x"},
        {"@context": NAME, "name": {"@context": "https://example.org/inner", "name": "x"}},
        {"@context": {"name": {"@id": "http://n", "@context": "https://example.org/scoped"}}, "name": "x"},
    ],
)
def test_contexts_are_never_fetched(value: Any) -> None:
    """An unknown remote context is refused wherever it stands."""
    with pytest.raises(ForbiddenConstruct):
        read(value)


def test_keys_without_meaning() -> None:
    """A key that expands to nothing gives a warning with its JSON pointer."""
    record = read({"@context": NAME, "@id": "http://x/a", "name": "A", "other/key": [1], "name2": None})
    (finding,) = record.findings
    assert finding.severity == "warning"
    assert "/other~1key" in finding.message


def test_keys_that_are_data() -> None:
    """Keys of index maps and of JSON literals are no terms."""
    context = {
        "name": {"@id": "http://schema.org/name", "@container": "@language"},
        "raw": {"@id": "http://schema.org/value", "@type": "@json"},
    }
    record = read({"@context": context, "@id": "http://x/a", "name": {"de": "Bild"}, "raw": {"a": {"b": 1}}})
    assert not record.findings
    assert Literal("Bild", language="de") in {t.object for t in record.triples}


@pytest.mark.parametrize(
    ("value", "pointer"),
    [
        ({"@context": NAME, "@id": "http://x/a b", "name": "A"}, "/@id"),
        ({"@context": {"see": {"@id": "http://x/see", "@type": "@id"}}, "see": ["ok", "not ok"]}, "/see"),
        ({"@context": {"id": "@id", **NAME}, "id": "<x>", "name": "A"}, "/id"),
    ],
)
def test_ids_that_are_none(value: Any, pointer: str) -> None:
    """An id that JSON-LD would drop is refused with its pointer."""
    with pytest.raises(InvalidIri) as caught:
        read(value)
    assert caught.value.extra["pointer"] == pointer


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("", EmptyDocument),
        ("{}", EmptyDocument),
        ('{"a": 1}', EmptyDocument),
        ("{", MalformedDocument),
        ('{"@id": 5}', MalformedDocument),
        ('{"@context": 5, "a": 1}', MalformedDocument),
        ('{"@context": {"a": "@nonsense"}, "a": 1, "@type": []}', EmptyDocument),
        ("[" * 70 + "]" * 70, DocumentTooDeep),
        ('{"@list":' * 20_000 + "1" + "}" * 20_000, DocumentTooDeep),
    ],
)
def test_refusals(content: str, error: type[Exception]) -> None:
    """Empty, broken and deep documents are refused by name."""
    with pytest.raises(error):
        read(content)
