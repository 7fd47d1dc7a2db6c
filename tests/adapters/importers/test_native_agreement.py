"""Our YAML and the same keys under our JSON-LD context say the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from imagegraph.adapters.importers.jsonld import JsonLdImporter
from imagegraph.adapters.importers.native import NativeImporter
from imagegraph.adapters.importers.native_yaml import yaml_of
from imagegraph.model.rdf import IG, QUDT, RDF_TYPE, BlankNode, Triple
from imagegraph.model.records import Document, ImportedRecord

EXAMPLES = sorted((Path(__file__).parents[3] / "ontologies" / "examples").rglob("*.yaml"))
#: what the native reading adds: units of bare numbers and converted quantities
ADDED = (RDF_TYPE, QUDT.unit, QUDT.numericValue, IG.originalValue)


def said(record: ImportedRecord) -> set[tuple[str, str, str]]:
    """The statements without the names of blank nodes; addresses compare with their text.

    Where the model takes an address or text, the keys make an IRI of an address, which a context cannot.
    """

    def shown(term: Any) -> str:
        if isinstance(term, BlankNode):
            return "_"
        return term.value if term.value.startswith("http") else str(term)

    statements: list[Triple] = [t for t in record.triples if t.predicate not in ADDED]
    return {(shown(t.subject), str(t.predicate), shown(t.object)) for t in statements}


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_examples(file: Path) -> None:
    """Every example makes the same statements by its keys and by the generated context."""
    (value,) = yaml_of(file.read_text(encoding="utf-8"), source=file.name)
    linked = {"@context": "https://w3id.org/imagegraph/context/v1.jsonld", **value}
    (by_keys,) = NativeImporter().read(Document(name=file.name, content=file.read_bytes()))
    (by_context,) = JsonLdImporter().read(Document(name=file.name, content=json.dumps(linked).encode()))
    assert not by_context.findings
    assert said(by_keys) == said(by_context)
