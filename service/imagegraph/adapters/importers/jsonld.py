"""JSON-LD 1.1 documents (https://www.w3.org/TR/json-ld11/), with known contexts only."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from imagegraph.adapters.importers.jsonld_contexts import contexts_in, inlined
from imagegraph.adapters.importers.limits import json_of
from imagegraph.adapters.importers.rdf_parsing import graphs_of, parsed, records_of
from imagegraph.adapters.importers.rocrate_flat import escaped, percent_encoded
from imagegraph.errors import InvalidIri
from imagegraph.model.rdf import RdfFormat, Triple
from imagegraph.model.records import Document, ImportedRecord
from imagegraph.model.reports import Finding

_LOOKS = re.compile(rb'"@(context|graph|id|type)"\s*:')
#: containers whose keys are data, not terms
_KEYED = frozenset({"@index", "@language", "@id", "@type", "@graph"})


class UndefinedKey(NamedTuple):
    """A key that no context defines: JSON-LD says nothing with it."""

    node: dict[str, Any]
    key: str
    pointer: str


class JsonLdImporter:
    """Reads JSON-LD by the rules of JSON-LD 1.1; remote contexts come from the packaged ones."""

    name = "json-ld"
    title = "JSON-LD 1.1"
    media_types: tuple[str, ...] = ("application/ld+json",)
    suffixes: tuple[str, ...] = (".jsonld",)

    def recognises(self, document: Document) -> bool:
        """Whether it is JSON that speaks of `@context`, `@graph`, `@id` or `@type`."""
        start = document.content[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
        return start.startswith((b"{", b"[")) and _LOOKS.search(document.content) is not None

    def companions(self, path: Path) -> Sequence[Path]:
        """None: contexts are packaged."""
        return ()

    def read(self, document: Document) -> Iterator[ImportedRecord]:
        """The document as one record, or the records exported into it; warns of keys that say nothing."""
        value = _value_of(document)
        content = json.dumps(value, ensure_ascii=False).encode()
        graphs = graphs_of(content, format=RdfFormat.JSON_LD, source=document.name)
        findings = [
            Finding(
                severity="warning",
                message=f"No context defines {undefined.key!r} at {undefined.pointer}; it says nothing.",
                value=undefined.key,
                source=document.name,
            )
            for undefined in undefined_keys(value)
        ]
        yield from records_of(graphs, document=document, findings=findings)

    def own_triples(self, document: Document) -> list[Triple]:
        """The statements of the document."""
        return triples_of(_value_of(document), source=document.name)


def _value_of(document: Document) -> Any:
    value = inlined(json_of(document.content, source=document.name), source=document.name)
    check_references(value, source=document.name)
    return value


def check_references(value: Any, *, source: str) -> None:
    """Refuse what stands for an IRI but has characters that no IRI has: JSON-LD would drop the statement.

    Raises:
        InvalidIri: with the pointer of the first one.
    """
    names = {"@id"}
    for context in contexts_in(value):
        for name, definition in context.items():
            target = definition.get("@type") if isinstance(definition, dict) else definition
            if target == "@id" or (isinstance(definition, dict) and definition.get("@id") == "@id"):
                names.add(name)
    for pointer, text in _references(value, "", names):
        if percent_encoded(text) != text:
            raise InvalidIri(
                f"{text!r} is used as an IRI at {pointer}, but it has characters that an IRI cannot hold.",
                source=source,
                pointer=pointer,
                value=text,
            )


def _references(value: Any, pointer: str, names: set[str]) -> Iterator[tuple[str, str]]:
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _references(item, f"{pointer}/{number}", names)
    elif isinstance(value, dict):
        for key, item in value.items():
            where = f"{pointer}/{escaped(key)}"
            if key == "@context":
                continue
            texts = item if isinstance(item, list) else [item]
            if key in names:
                yield from ((where, text) for text in texts if isinstance(text, str))
            yield from _references(item, where, names)


def triples_of(value: Any, *, source: str) -> list[Triple]:
    """The statements of a JSON-LD value whose remote contexts are inlined.

    Raises:
        MalformedDocument: it breaks the rules of JSON-LD.
    """
    content = json.dumps(value, ensure_ascii=False).encode()
    return parsed(content, format=RdfFormat.JSON_LD, source=source)[0]


def undefined_keys(value: Any) -> list[UndefinedKey]:
    """The keys that no context of an inlined document defines, in document order.

    Contexts are taken together wherever they stand, so a key that only another part of the document
    defines is not found.
    """
    defined: set[str] = set()
    opaque: set[str] = set()
    for context in contexts_in(value):
        if context.get("@vocab"):
            return []
        for name, definition in context.items():
            if definition is not None:
                defined.add(name)
            if isinstance(definition, dict) and _holds_data(definition):
                opaque.add(name)
    return list(_undefined(value, "", defined, opaque))


def _holds_data(definition: dict[str, Any]) -> bool:
    container = definition.get("@container", ())
    return definition.get("@type") == "@json" or not _KEYED.isdisjoint(
        container if isinstance(container, list) else [container]
    )


def _undefined(value: Any, pointer: str, defined: set[str], opaque: set[str]) -> Iterator[UndefinedKey]:
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _undefined(item, f"{pointer}/{number}", defined, opaque)
    elif isinstance(value, dict):
        for key, item in value.items():
            where = f"{pointer}/{escaped(key)}"
            if key == "@context" or key in opaque:
                continue
            if key.startswith("@") or ":" in key or key in defined:
                yield from _undefined(item, where, defined, opaque)
            elif item not in (None, [], ""):
                yield UndefinedKey(value, key, where)
