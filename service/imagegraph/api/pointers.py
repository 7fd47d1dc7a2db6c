"""Where in a JSON or YAML document the rules are broken, as JSON Pointers (RFC 6901).

The workers judge statements, which know nothing of places in a document. So the places are found afterwards,
in documents that a worker has read without complaint already.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import yaml

from imagegraph import resources
from imagegraph.model.identifiers import normalise_iri
from imagegraph.model.records import Document

#: bytes of a document above which places are not looked for
_LONGEST = 200_000
_IDS = ("id", "@id")

_Node = tuple[str, dict[str, Any]]


def errors_with_pointers(report: Mapping[str, Any], *, document: Document) -> list[dict[str, Any]]:
    """The findings of a report as members of `errors`.

    A pointer is empty, which means the whole document, where no place can be told: in Turtle and XML, and
    for nodes without an id when several would fit.

    Args:
        report: plain values of a report, as `Report.as_dict` gives them.
        document: what was handed in.
    """
    nodes = list(_nodes(_read(document)))
    return [
        {
            "pointer": _pointer(finding, nodes),
            "focus": finding["focus"],
            "path": finding["path"],
            "detail": finding["message"],
            "severity": finding["severity"],
        }
        for finding in report.get("results", [])
    ]


def _read(document: Document) -> Any:
    if len(document.content) > _LONGEST:
        return None
    text = document.content.decode("utf-8-sig", "replace")
    try:
        if text.lstrip()[:1] in ("{", "["):
            return json.loads(text)
        if text.lstrip()[:1] not in ("<", "@", "#"):
            return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
    except (ValueError, yaml.YAMLError, RecursionError):
        return None
    return None


def _nodes(value: Any) -> Iterator[_Node]:
    """Every object with its pointer, outer ones first, each once."""
    waiting, seen = [("", value)], set()
    while waiting:
        pointer, item = waiting.pop()
        if id(item) in seen or not isinstance(item, (dict, list)):
            continue
        seen.add(id(item))
        inner = item.items() if isinstance(item, dict) else enumerate(item)
        if isinstance(item, dict):
            yield pointer, item
        waiting.extend((f"{pointer}/{_escaped(key)}", one) for key, one in inner)


def _escaped(key: object) -> str:
    return str(key).replace("~", "~0").replace("/", "~1")


def _pointer(finding: Mapping[str, Any], nodes: Sequence[_Node]) -> str:
    focus, path, value = finding["focus"] or "", finding["path"], finding["value"]
    keys = _keys_of(path) if path else ()
    named = [node for node in nodes if _is_named(node[1], focus)]
    if not named and nodes and not nodes[0][0] and "#" not in focus and not _id(nodes[0][1]):
        named = [nodes[0]]
    if named:
        pointer, item = next((one for one in named if any(key in one[1] for key in keys)), named[0])
        key = next((key for key in keys if key in item), keys[0] if keys else None)
        return pointer if key is None else f"{pointer}/{_escaped(key)}{_index(item.get(key), value)}"
    fitting = [
        f"{pointer}/{_escaped(key)}"
        for pointer, item in nodes
        for key in keys
        if not _id(item) and value is not None and _says(item.get(key), value)
    ]
    return fitting[0] if len(fitting) == 1 else ""


def _id(item: Mapping[str, Any]) -> Any:
    return next((item[key] for key in _IDS if key in item), None)


def _is_named(item: Mapping[str, Any], focus: str) -> bool:
    name = _id(item)
    if not isinstance(name, str) or not name:
        return False
    if name.startswith("#"):
        return focus.endswith(name)
    return name == focus or focus.endswith(f"/{name}") or normalise_iri(name).iri == focus


def _index(values: Any, value: str | None) -> str:
    """Which one of several values is meant."""
    if not isinstance(values, list) or value is None:
        return ""
    return next((f"/{number}" for number, one in enumerate(values) if _says(one, value)), "")


def _says(one: Any, value: str) -> bool:
    return one is not None and str(one) == value


@cache
def _slots() -> dict[str, tuple[str, ...]]:
    """Property -> the names of its slots."""
    found: dict[str, tuple[str, ...]] = {}
    slots = json.loads(resources.text("ontologies", "generated", "classes.json"))["slots"]
    for name, slot in slots.items():
        found[slot["iri"]] = (*found.get(slot["iri"], ()), name)
    return found


def _keys_of(path: str) -> tuple[str, ...]:
    """What a document may call a property: names of the model, its IRI, its last part."""
    last = path.rsplit("/", 1)[-1].rsplit("#", 1)[-1]
    return tuple(dict.fromkeys((*_slots().get(path, ()), path, last)))
