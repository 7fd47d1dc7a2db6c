"""What the model says about its classes: ancestors, and the types a node carries besides its own.

Read from `ontologies/generated/classes.json`, which is generated from the LinkML schema.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from imagegraph import resources


@dataclass(frozen=True)
class ModelClass:
    """One class of the model.

    Attributes:
        iri: its IRI.
        name: its name in the schema, `Study`.
        ancestors: IRIs of all classes it descends from.
        implied: every type that a node of this class carries besides this one: the ancestors, and the
            `also` types of the class and of its ancestors.
    """

    iri: str
    name: str
    ancestors: frozenset[str]
    implied: tuple[str, ...]


def model_classes(table: Mapping[str, Any]) -> dict[str, ModelClass]:
    """The classes of a generated table, by IRI.

    Args:
        table: `{"classes": {IRI: {"name": …, "ancestors": [IRI], "also": [IRI]}}}`.
    """
    entries = table["classes"]
    found = {}
    for iri, entry in entries.items():
        ancestors = [ancestor for ancestor in entry.get("ancestors", ()) if ancestor != iri]
        implied = dict.fromkeys([*ancestors, *entry.get("also", ())])
        for ancestor in ancestors:
            implied.update(dict.fromkeys(entries.get(ancestor, {}).get("also", ())))
        implied.pop(iri, None)
        found[iri] = ModelClass(iri, entry["name"], frozenset(ancestors), tuple(sorted(implied)))
    return found


@cache
def packaged_classes() -> dict[str, ModelClass]:
    """The classes of the packaged model, by IRI."""
    return model_classes(json.loads(resources.text("ontologies", "generated", "classes.json")))


def main_class(types: Iterable[str], *, classes: Mapping[str, ModelClass]) -> str:
    """The name of the most specific class of the model among some types, `Thing` when none is there.

    Of several that do not descend from one another the deepest wins, then the alphabet.
    """
    known = [classes[iri] for iri in types if iri in classes]
    general = frozenset[str]().union(*(entry.ancestors for entry in known)) if known else frozenset()
    specific = [entry for entry in known if entry.iri not in general]
    return min(specific, key=lambda entry: (-len(entry.ancestors), entry.name)).name if specific else "Thing"
