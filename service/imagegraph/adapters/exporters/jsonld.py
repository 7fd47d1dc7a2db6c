"""JSON-LD with our context: one object for the thing the record is about, everything else nested in it.

https://www.w3.org/TR/json-ld11/. The document is what framing with `"@embed": "@once"` gives, written
directly: a general framing algorithm needs seconds for a few thousand statements.

Slots that may be repeated are always arrays, names of nodes are always whole IRIs, and nodes that nothing
leads to stand below `@included`. Numbers are JSON numbers where that keeps their value.
"""

from __future__ import annotations

import json
import math
from functools import cache
from typing import Any

from imagegraph import resources
from imagegraph.adapters.exporters.context import ActiveContext, Name, active_context, packaged_context
from imagegraph.model.classes import packaged_classes
from imagegraph.model.rdf import RDF_TYPE, XSD, Literal, NamedNode, Term
from imagegraph.model.records import Version
from imagegraph.operations.arrangement import Arrangement, arrange

_TYPE = RDF_TYPE.value
_STRING, _DOUBLE, _INTEGER, _BOOLEAN = (
    str(XSD) + name for name in ("string", "double", "integer", "boolean")
)
#: integers that every JSON reader keeps exactly, https://www.rfc-editor.org/rfc/rfc7493#section-2.2
_MOST_EXACT = 2**53


class JsonLdExporter:
    """Writes JSON-LD 1.1.

    Args:
        context: IRI of the context that the document names.
    """

    media_type = "application/ld+json"
    suffix = "jsonld"
    title = "JSON-LD"
    classes: frozenset[str] = frozenset()
    self_contained = True

    def __init__(self, *, context: str) -> None:
        self._context = context

    def export(self, version: Version) -> bytes:
        """The record's statements as one object, nested."""
        arrangement = arrange(version)
        hidden = _hidden_names(version)
        context = _top(hidden)
        writer = _Writer(arrangement)
        document: dict[str, Any] = {
            "@context": [self._context, dict.fromkeys(hidden)] if hidden else self._context,
            **writer.node(arrangement.root, context),
        }
        if arrangement.others:
            document["@included"] = [writer.node(node, context) for node in arrangement.others]
        return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


@cache
def _top(hidden: tuple[str, ...]) -> ActiveContext:
    return active_context(packaged_context(), without=hidden)


@cache
def _prefixes() -> tuple[str, ...]:
    """Names that are taken for a prefix at the start of an IRI, as `doi` in `doi:10.5072/x`."""
    names = active_context(packaged_context()).names.values()
    return tuple(sorted(name.text for name in names if name.prefix))


def _hidden_names(version: Version) -> tuple[str, ...]:
    """Names of the context that this record's own IRIs begin with, and which must therefore not be there."""
    return tuple(name for name in _prefixes() if f"<{name}:".encode() in version.ntriples)


@cache
def _repeated() -> frozenset[str]:
    """IRIs of the properties that may have several values."""
    slots = json.loads(resources.text("ontologies", "generated", "classes.json"))["slots"]
    return frozenset(slot["iri"] for slot in slots.values() if slot["multivalued"])


@cache
def _place(iri: str) -> tuple[int, str]:
    """Where a property stands in its node: in the order of the model, then foreign ones by name."""
    return _order().get(iri, len(_order())), iri


@cache
def _order() -> dict[str, int]:
    slots = json.loads(resources.text("ontologies", "generated", "classes.json"))["slots"]
    order: dict[str, int] = {}
    for slot in slots.values():
        order.setdefault(slot["iri"], len(order))
    return order


class _Writer:
    """Writes the nodes of one record."""

    def __init__(self, arrangement: Arrangement) -> None:
        self._arrangement = arrangement
        self._classes = packaged_classes()

    def node(self, iri: str, context: ActiveContext) -> dict[str, Any]:
        """A node in full; `context` is what `ActiveContext.below` gives for it."""
        properties = self._arrangement.statements.get(iri, {})
        types = [context.short(one) for one in self._sorted_types(iri)]
        inside = context.inside(types)
        written: dict[str, Any] = {"id": iri}
        if types:
            written["type"] = types
        for predicate in sorted(properties, key=_place):
            values = properties[predicate]
            if predicate == _TYPE:
                values = [value for value in values if not isinstance(value, NamedNode)]
            for value in values:
                self._add(written, iri, predicate, value, inside)
        return {
            key: value[0] if isinstance(value, _Single) and len(value) == 1 else value
            for key, value in written.items()
        }

    def _sorted_types(self, iri: str) -> list[str]:
        """Classes of the model first, the most specific one at the front."""
        return sorted(
            self._arrangement.types(iri),
            key=lambda one: (-len(self._classes[one].ancestors) if one in self._classes else 1, one),
        )

    def _add(
        self, written: dict[str, Any], subject: str, predicate: str, value: Term, context: ActiveContext
    ) -> None:
        name = _name_for(predicate, value, context)
        key = context.short(predicate) if name is None else name.text
        entry = written.setdefault(key, [] if predicate in _repeated() else _Single())
        if isinstance(value, Literal):
            entry.append(_literal(value, None if name is None else name.coercion, context))
        elif self._arrangement.shows(subject, predicate, value.value):
            entry.append(self.node(value.value, context.below(name)))
        else:
            is_name = name is not None and name.coercion == "@id"
            entry.append(value.value if is_name else {"id": value.value})


class _Single(list[Any]):
    """Values of a property that usually has one."""


def _name_for(predicate: str, value: Term, context: ActiveContext) -> Name | None:
    names = context.names_of(predicate)
    if len(names) < 2:
        return names[0] if names else None
    wanted = value.datatype.value if isinstance(value, Literal) else "@id"
    return next((name for name in names if name.coercion == wanted), names[0])


def _literal(literal: Literal, coercion: str | None, context: ActiveContext) -> Any:
    text, datatype = literal.value, literal.datatype.value
    if literal.language:
        entry = {"@value": text, "@language": literal.language}
        if literal.direction is not None:
            entry["@direction"] = literal.direction.value
        return entry
    if datatype == coercion or (coercion is None and datatype in (_STRING, _DOUBLE, _INTEGER, _BOOLEAN)):
        native = _native(text, datatype)
        if native is not None and (coercion is not None or not _reads_as_integer(native, datatype)):
            return native
        if coercion is not None or datatype == _STRING:
            return text
    if datatype == _STRING:
        return {"@value": text}
    return {"@value": text, "@type": context.short(datatype)}


def _reads_as_integer(native: Any, datatype: str) -> bool:
    """Whether a JSON number would be taken for an integer though it is a double."""
    return datatype == _DOUBLE and float(native).is_integer()


def _native(text: str, datatype: str) -> Any:
    """The JSON number or boolean that says the same, None when there is none."""
    if datatype == _BOOLEAN:
        return {"true": True, "false": False}.get(text)
    if datatype == _INTEGER:
        try:
            number = int(text)
        except ValueError:
            return None
        return number if str(number) == text and abs(number) <= _MOST_EXACT else None
    if datatype == _DOUBLE:
        try:
            value = float(text)
        except ValueError:
            return None
        if not math.isfinite(value) or (value == 0 and math.copysign(1, value) < 0):
            return None
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    return None
