"""The statements of one thing written in our JSON or YAML, with everything nested in it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from imagegraph.adapters.importers.native_model import ADDRESSES, TEXTS, NativeModel, Slot
from imagegraph.adapters.importers.ome_units import converted, find_unit, units
from imagegraph.adapters.importers.rocrate_flat import escaped, literal_of
from imagegraph.errors import DuplicateIdentifier, InvalidIri, MalformedDocument, UnknownField
from imagegraph.model.identifiers import normalise_iri
from imagegraph.model.rdf import QUDT, RDF_TYPE, XSD, BlankNode, Literal, NamedNode, Triple
from imagegraph.model.records import RECORD_BASE

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S")
_DOUBLES = frozenset({"double", "Fraction"})

Node = NamedNode | BlankNode


class NativeGraph:
    """Collects the statements of one record.

    Args:
        model: the classes and keys.
        source: name of the document, for messages.
    """

    def __init__(self, model: NativeModel, *, source: str) -> None:
        self.model = model
        self.source = source
        self.triples: list[Triple] = []
        self._kinds: dict[str, tuple[str, str]] = {}

    def thing(
        self, value: dict[str, Any], *, pointer: str, expected: tuple[str, ...], top: bool = False
    ) -> Node:
        """State what an object says.

        Args:
            value: the object.
            pointer: where it stands.
            expected: classes that its place allows; its own `type` is not needed when there is one.
            top: without an id it is the record itself.

        Raises:
            UnknownField: an unknown key or class.
            InvalidIri: an id or reference that is none.
            MalformedDocument: a value of the wrong shape.
            DuplicateIdentifier: the id names something of another class.
        """
        kinds = self.kinds(value, pointer=pointer, expected=expected)
        node = self.identity(value, kinds[0], pointer=pointer, top=top)
        for kind in kinds:
            self.add(node, RDF_TYPE, NamedNode(self.model.classes.get(kind) or self.iri(kind, pointer)))
        for key, item in value.items():
            if key in ("id", "type") or item is None:
                continue
            where = f"{pointer}/{escaped(key)}"
            slot = self.model.find_slot(kinds[0], key)
            if slot is None:
                raise self.unknown_key(key, kinds[0], where)
            self.values(node, slot, item, where)
        return node

    def kinds(self, value: dict[str, Any], *, pointer: str, expected: tuple[str, ...]) -> list[str]:
        """The classes of an object, the one of our model first."""
        stated = value.get("type")
        if stated is None:
            return [self.implied_kind(value, pointer=pointer, expected=expected)]
        kinds = stated if isinstance(stated, list) else [stated]
        where = f"{pointer}/type"
        if not kinds or not all(isinstance(kind, str) for kind in kinds):
            raise MalformedDocument(
                f"`type` has to be the name of a class, at {where}.", source=self.source, pointer=where
            )
        by_iri = {iri: name for name, iri in self.model.classes.items()}
        kinds = [kind if kind in self.model.classes else by_iri.get(self.curie(kind), kind) for kind in kinds]
        kinds.sort(key=lambda kind: kind not in self.model.classes)
        unknown = [kind for kind in kinds if kind not in self.model.classes and not _SCHEME.match(kind)]
        if unknown or kinds[0] not in self.model.classes:
            word = unknown[0] if unknown else kinds[0]
            raise self.unknown(f"There is no class {word!r}", word, sorted(self.model.classes), where)
        return kinds

    def implied_kind(self, value: dict[str, Any], *, pointer: str, expected: tuple[str, ...]) -> str:
        """The class that the place of an object gives it, by its keys when there are several."""
        known = [kind for kind in expected if kind in self.model.classes]
        if len(known) == 1:
            return known[0]
        fitting = [
            kind
            for kind in known
            if all(key in ("id", "type") or self.model.find_slot(kind, key) is not None for key in value)
        ]
        if len(fitting) == 1:
            return fitting[0]
        choice = ", ".join(known or sorted(self.model.classes))
        raise MalformedDocument(
            f"The object at {pointer or 'the top'} needs a `type`: one of {choice}.",
            source=self.source,
            pointer=pointer,
        )

    def identity(self, value: dict[str, Any], kind: str, *, pointer: str, top: bool) -> Node:
        """The node of an object: its id, the record itself at the top, else a blank node."""
        name = value.get("id")
        if name is None:
            return NamedNode(RECORD_BASE) if top else BlankNode()
        where = f"{pointer}/id"
        if not isinstance(name, str):
            raise MalformedDocument(f"`id` has to be text, at {where}.", source=self.source, pointer=where)
        iri = self.iri(name, where)
        first, place = self._kinds.setdefault(iri, (kind, pointer))
        if not (self.model.descends(kind, first) or self.model.descends(first, kind)):
            raise DuplicateIdentifier(
                f"{name} names a {first} at {place or 'the top'} and a {kind} at {pointer}. "
                "Give each thing an id of its own.",
                source=self.source,
                value=name,
                pointer=where,
                first=place,
            )
        return NamedNode(iri)

    def values(self, node: Node, slot: Slot, value: Any, pointer: str) -> None:
        """State the values of one key."""
        if isinstance(value, list):
            for number, item in enumerate(value):
                self.values(node, slot, item, f"{pointer}/{number}")
        elif isinstance(value, dict):
            self.nested(node, slot, value, pointer)
        elif isinstance(value, str):
            self.add(node, slot.property, self.text(slot, value, pointer))
        elif value is not None:
            self.add(node, slot.property, self.number(slot, value, pointer))

    def nested(self, node: Node, slot: Slot, value: dict[str, Any], pointer: str) -> None:
        """State an object that is written out where another one needs it."""
        if not slot.classes:
            expected = ", ".join(sorted(slot.datatypes))
            raise MalformedDocument(
                f"{slot.name} takes a plain value ({expected}), not an object, at {pointer}.",
                source=self.source,
                pointer=pointer,
            )
        if slot.classes == ("Quantity",):
            self.add(node, slot.property, self.quantity(slot, value, pointer))
        else:
            self.add(node, slot.property, self.thing(value, pointer=pointer, expected=slot.classes))

    def quantity(self, slot: Slot, value: dict[str, Any], pointer: str) -> Node:
        """A number with its unit, converted to the unit of the slot."""
        unit = value.get("unit", slot.unit)
        number = value.get("value", value.get("numeric_value"))
        found = find_unit(unit) if isinstance(unit, str) else None
        if found is None and isinstance(unit, str):
            iri = self.iri(unit, f"{pointer}/unit")
            found = next((known for known in units().values() if known.iri == NamedNode(iri)), None)
        written = {**value, "unit": found.iri.value if found and found.iri else unit}
        target = next(
            (known for known in units().values() if known.iri and known.iri.value == slot.unit), None
        )
        if (
            found is not None
            and target is not None
            and found.dimension == target.dimension
            and found.iri != target.iri
            and isinstance(number, (int, float))
            and not isinstance(number, bool)
        ):
            text = getattr(number, "text", str(number))
            written.pop("numeric_value", None)
            written["value"] = converted(Decimal(text), source=found, target=target)
            written["unit"] = slot.unit
            written.setdefault("original_value", f"{text} {found.symbol}")
        return self.thing(written, pointer=pointer, expected=slot.classes)

    def number(self, slot: Slot, value: bool | float, pointer: str) -> Node | Literal:
        """A number or truth value; for a quantity it is in the unit of the slot."""
        if slot.classes == ("Quantity",) and slot.unit is not None and not isinstance(value, bool):
            node = BlankNode()
            self.add(node, RDF_TYPE, QUDT.QuantityValue)
            self.add(node, QUDT.numericValue, literal_of(value, XSD.double))
            self.add(node, QUDT.unit, NamedNode(slot.unit))
            return node
        if slot.classes and not slot.datatypes:
            raise MalformedDocument(
                f"{slot.name} takes {' or '.join(slot.classes)}, not {value!r}, at {pointer}.",
                source=self.source,
                pointer=pointer,
            )
        if slot.datatypes & TEXTS and not isinstance(value, bool):
            return Literal(getattr(value, "text", str(value)))
        if slot.datatypes & _DOUBLES and not isinstance(value, bool):
            return literal_of(value, XSD.double)
        return literal_of(value, None)

    def text(self, slot: Slot, value: str, pointer: str) -> NamedNode | Literal:
        """A text: a reference, an address or plain words, as the slot has it."""
        if not slot.classes and not slot.datatypes & ADDRESSES:
            return Literal(value)
        plain_allowed = bool(slot.datatypes - ADDRESSES)
        iri = self.find_iri(value)
        if iri is not None:
            return NamedNode(iri)
        return Literal(value) if plain_allowed else NamedNode(self.iri(value, pointer))

    def find_iri(self, text: str) -> str | None:
        """The IRI that a reference stands for, None when it is no reference."""
        return _checked(self.expanded(text))

    def expanded(self, text: str) -> str | None:
        """The full form of what looks like a reference, None for plain words."""
        if text.startswith("#") and len(text) > 1 and not re.search(r"[\s<>\"{}|\\^`]", text):
            return RECORD_BASE + text
        expanded = self.curie(text)
        found = normalise_iri(expanded)
        if found.kind in ("none", "placeholder") and found.problem is not None:
            return expanded if found.kind == "placeholder" and _SCHEME.match(expanded) else None
        if found.kind == "iri" and found.problem is not None:
            return None  # "Note: bleached" rather than a reference
        if _SCHEME.match(expanded):
            return expanded
        return found.iri if found.changed and found.problem is None else None

    def iri(self, text: str, pointer: str) -> str:
        """The IRI that a reference stands for.

        Raises:
            InvalidIri: it is none.
        """
        found = self.find_iri(text)
        if found is None and _SCHEME.match(text) and normalise_iri(text).kind == "iri":
            found = _checked(text)  # a prefix that nobody declared: kept, and told when the record is named
        if found is None:
            raise self.invalid(text, pointer)
        return found

    def curie(self, text: str) -> str:
        """The text with a known prefix replaced by what it stands for."""
        prefix, _, local = text.partition(":")
        base = self.model.prefixes.get(prefix)
        return text if base is None or local.startswith("//") else base + local

    def add(self, subject: Node, predicate: NamedNode, value: Node | Literal) -> None:
        """Keep one statement."""
        self.triples.append(Triple(subject, predicate, value))

    def invalid(self, text: str, pointer: str) -> InvalidIri:
        """The refusal of a text that has to be a reference."""
        return InvalidIri(
            f"{text!r} at {pointer} has to name a thing: write a full address (https://…), a known prefix "
            "(FBbi:00000251), #name for something in this document, or the thing itself as an object.",
            source=self.source,
            pointer=pointer,
            value=text,
        )

    def unknown_key(self, key: str, kind: str, pointer: str) -> UnknownField:
        """The refusal of a key that a class does not have."""
        return self.unknown(f"{kind} has no key {key!r}", key, self.model.keys(kind), pointer)

    def unknown(self, what: str, word: str, known: list[str], pointer: str) -> UnknownField:
        """The refusal of a word that the model does not know."""
        similar = self.model.similar(word, known)
        hint = f"Did you mean {', '.join(similar)}?" if similar else f"Known are: {', '.join(known)}."
        return UnknownField(
            f"{what}, at {pointer}. {hint}", source=self.source, pointer=pointer, value=word, similar=similar
        )


def _checked(iri: str | None) -> str | None:
    """The IRI, None when it is none."""
    try:
        return None if iri is None else NamedNode(iri).value
    except ValueError:
        return None
