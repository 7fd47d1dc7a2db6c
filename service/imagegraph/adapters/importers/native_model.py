"""The keys that our JSON and YAML may use, from the table that is generated with the model."""

from __future__ import annotations

import json
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any

from imagegraph import resources
from imagegraph.model.rdf import NamedNode

#: ranges whose values are text that may be the address of something
ADDRESSES = frozenset({"uri", "uriorcurie", "Link"})
#: ranges whose values are plain text, whatever they look like
TEXTS = frozenset({"string", "Text", "PartialDate"})


@dataclass(frozen=True)
class Slot:
    """A key of one class.

    Attributes:
        name: name in the schema, which may differ from the key.
        property: IRI of the property.
        classes: names of the classes its values may have; `Entity` for any.
        datatypes: names of the value types it may have.
        unit: IRI of the unit its quantities are kept in, else None.
    """

    name: str
    property: NamedNode
    classes: tuple[str, ...]
    datatypes: frozenset[str]
    unit: str | None


class NativeModel:
    """Classes and keys by name.

    Attributes:
        classes: name of each class -> its IRI.
        thing_properties: properties whose values are things, never text.
        prefixes: prefix -> what it stands for.
    """

    def __init__(self, table: dict[str, Any], context: dict[str, Any]) -> None:
        self._table = table
        self.classes = {entry["name"]: iri for iri, entry in table["classes"].items()}
        self.thing_properties = frozenset(
            NamedNode(slot["iri"])
            for slot in table["slots"].values()
            if all(part in self.classes or part == "Entity" for part in slot["ranges"])
        )
        self.prefixes = {name: iri for name, value in context.items() if (iri := _prefix(value)) is not None}

    def keys(self, kind: str) -> list[str]:
        """The keys that a class may have, besides `id` and `type`."""
        aliases: dict[str, str] = self._table["aliases"].get(kind, {})
        return sorted({*self._table["class_slots"][kind], *aliases} - {"id", "type"})

    def find_slot(self, kind: str, key: str) -> Slot | None:
        """What a key of a class means, None when the class has no such key."""
        name = self._table["aliases"].get(kind, {}).get(key, key)
        if name not in self._table["class_slots"][kind] or name in ("id", "type"):
            return None
        slot = self._table["slots"][name]
        narrowed = self._table["class_ranges"].get(kind, {}).get(name, {})
        ranges = narrowed.get("ranges", slot["ranges"])
        classes = tuple(part for part in ranges if part in self.classes or part == "Entity")
        datatypes = frozenset(ranges) - frozenset(classes)
        return Slot(name, NamedNode(slot["iri"]), classes, datatypes, slot["unit"])

    def descends(self, kind: str, ancestor: str) -> bool:
        """Whether a class is another one or below it."""
        entry = self._table["classes"][self.classes[kind]]
        return kind == ancestor or self.classes[ancestor] in entry["ancestors"]

    def similar(self, word: str, known: list[str]) -> list[str]:
        """The known words that come closest to a misspelt one."""
        lower = {name.lower(): name for name in known}
        tidy = word.strip().lower().replace("-", "_").replace(" ", "_")
        return [lower[name] for name in get_close_matches(tidy, lower, n=3, cutoff=0.6)]


@cache
def native_model() -> NativeModel:
    """The packaged model."""
    table = json.loads(resources.text("ontologies", "generated", "classes.json"))
    context = json.loads(resources.text("ontologies", "generated", "context.jsonld"))["@context"]
    return NativeModel(table, context)


def _prefix(value: Any) -> str | None:
    if isinstance(value, dict):
        return str(value["@id"]) if value.get("@prefix") is True else None
    return value if isinstance(value, str) and "://" in value and value[-1] in ":/#" else None
