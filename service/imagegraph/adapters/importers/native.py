"""Our own JSON and YAML: objects whose keys are the slots of the model, with `type` at the top."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from imagegraph.adapters.importers.limits import json_of, text_of
from imagegraph.adapters.importers.native_graph import NativeGraph
from imagegraph.adapters.importers.native_model import native_model
from imagegraph.adapters.importers.native_yaml import yaml_of
from imagegraph.errors import EmptyDocument, MalformedDocument, UnknownFormat
from imagegraph.model.rdf import NamedNode
from imagegraph.model.records import RECORD_BASE, Document, ImportedRecord

_LINKED_DATA = re.compile(rb'"@(?:context|graph|id|type)"\s*:')


class NativeImporter:
    """Reads imagegraph JSON and YAML; a list, or several YAML documents, are several records."""

    name = "imagegraph"
    title = "imagegraph JSON or YAML (keys are the slots of the model)"
    media_types: tuple[str, ...] = ("application/yaml", "application/x-yaml", "text/yaml")
    suffixes: tuple[str, ...] = (".yaml", ".yml", ".json")

    def recognises(self, document: Document) -> bool:
        """Whether a class of the model is named as a `type`, and it is no JSON-LD."""
        content = document.content
        if content[:4] in (b"PK\x03\x04", b"%PDF") or b"\x00" in content[:1024]:
            return False
        if _is_json(content):
            return _json_types().search(content) is not None and not _LINKED_DATA.search(content)
        return _yaml_types().search(content) is not None

    def companions(self, path: Path) -> Sequence[Path]:
        """None."""
        return ()

    def read(self, document: Document) -> Iterator[ImportedRecord]:
        """One record for each object at the top."""
        things = list(_things(document))
        if not things:
            raise EmptyDocument(f"{document.name} describes nothing.", source=document.name)
        several = len(things) > 1
        for thing, pointer in things:
            graph = NativeGraph(native_model(), source=document.name)
            node = graph.thing(thing, pointer=pointer, expected=(), top=True)
            about = node.value if isinstance(node, NamedNode) and node.value != RECORD_BASE else None
            yield ImportedRecord(
                triples=graph.triples,
                source=document.name,
                about=about,
                key=str(thing.get("id") or f"{thing.get('name', 'record')}{pointer}") if several else None,
            )


def _things(document: Document) -> Iterator[tuple[dict[str, Any], str]]:
    if _is_json(document.content):
        values: list[Any] = [json_of(document.content, source=document.name)]
    else:
        values = yaml_of(text_of(document.content, source=document.name), source=document.name)
    listed = len(values) > 1
    for number, value in enumerate(values):
        pointer = f"/{number}" if listed else ""
        if isinstance(value, list):
            yield from (
                (_thing(item, f"{pointer}/{n}", document), f"{pointer}/{n}") for n, item in enumerate(value)
            )
        elif value is not None:
            yield _thing(value, pointer, document), pointer


def _thing(value: Any, pointer: str, document: Document) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise MalformedDocument(
            f"An object with `type` is expected at {pointer or 'the top'}.",
            source=document.name,
            pointer=pointer,
        )
    if "type" not in value:
        raise UnknownFormat(
            f"The object at {pointer or 'the top'} has no `type`, so it is no imagegraph document. Add "
            "`type: Study` (or another class), or name the format it is written in.",
            source=document.name,
            pointer=pointer,
            known=sorted(native_model().classes),
        )
    return value


def _is_json(content: bytes) -> bool:
    return content[:64].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[") and b'"' in content[:4096]


@cache
def _json_types() -> re.Pattern[bytes]:
    names = "|".join(native_model().classes).encode()
    return re.compile(rb'"type"\s*:\s*(?:\[\s*)?"(?:' + names + rb')"')


@cache
def _yaml_types() -> re.Pattern[bytes]:
    names = "|".join(native_model().classes).encode()
    return re.compile(
        rb"^(?:- +)?(?:\{ *)?[\"']?type[\"']?:\s*\[?\s*[\"']?(?:"
        + names
        + rb")[\"']?\s*(?:[\],}#].*)?$|^  type:\s*(?:"
        + names
        + rb")\s*$",
        re.MULTILINE,
    )
