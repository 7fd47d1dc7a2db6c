"""What the names of our JSON-LD context mean at each place of a document.

Implements the part of JSON-LD 1.1 that the generated context uses: terms, prefixes, coercion, and contexts
that hold inside one class or one property (https://www.w3.org/TR/json-ld11/#scoped-contexts).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from imagegraph import resources

_SETTINGS = ("@version", "@propagate", "@protected")


@dataclass(frozen=True)
class Name:
    """What one name stands for.

    Attributes:
        text: the name.
        iri: what it stands for; a keyword for an alias of one.
        coercion: IRI of the datatype of its plain values, `@id` when they are names of nodes, else None.
        prefix: whether `name:local` stands for `iri + local`.
        scoped: definitions that hold inside it.
    """

    text: str
    iri: str
    coercion: str | None = None
    prefix: bool = False
    scoped: Mapping[str, Any] | None = None


@dataclass(eq=False)
class ActiveContext:
    """The names that hold at one place.

    Attributes:
        names: text -> what it stands for.
        previous: what holds again in the nodes below, when these names do not reach them.
    """

    names: Mapping[str, Name]
    previous: ActiveContext | None = None
    _entered: dict[tuple[int, bool], ActiveContext] = field(default_factory=dict, repr=False)
    _by_iri: dict[str, list[Name]] = field(default_factory=dict, repr=False)
    _short: dict[str, str] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        for name in sorted(self.names.values(), key=lambda name: (len(name.text), name.text)):
            self._by_iri.setdefault(name.iri, []).append(name)

    def below(self, property: Name | None) -> ActiveContext:
        """The names by which the classes of a node below a property are told."""
        context = self.previous or self
        return context._with(property.scoped) if property is not None and property.scoped else context

    def inside(self, classes: Iterable[str]) -> ActiveContext:
        """The names that hold in a node of these classes, given as `short` tells them."""
        context = self
        for text in sorted(classes):
            name = self.names.get(text)
            if name is not None and name.scoped:
                context = context._with(name.scoped, propagate=False)
        return context

    def names_of(self, iri: str) -> list[Name]:
        """The names of a property, shortest first."""
        return self._by_iri.get(iri, [])

    def short(self, iri: str) -> str:
        """The name of a class or property: its own, else `prefix:local`, else the IRI itself."""
        found = self._short.get(iri)
        if found is None:
            named = self.names_of(iri)
            found = self._short[iri] = named[0].text if named else self._compact(iri)
        return found

    def _compact(self, iri: str) -> str:
        for name in sorted(self.names.values(), key=lambda name: -len(name.iri)):
            if name.prefix and iri.startswith(name.iri) and len(iri) > len(name.iri):
                local = iri[len(name.iri) :]
                if not local.startswith("//") and f"{name.text}:{local}" not in self.names:
                    return f"{name.text}:{local}"
        return iri

    def _with(self, definitions: Mapping[str, Any], *, propagate: bool = True) -> ActiveContext:
        """The names that hold after more definitions (JSON-LD 1.1 API, context processing)."""
        key = (id(definitions), propagate)
        if key not in self._entered:
            reaches = definitions.get("@propagate", propagate)
            previous = self.previous if reaches or self.previous else self
            self._entered[key] = ActiveContext(_defined(definitions, given=self.names), previous)
        return self._entered[key]


def _defined(definitions: Mapping[str, Any], *, given: Mapping[str, Name]) -> dict[str, Name]:
    names = dict(given)

    def iri_of(text: str) -> str:
        if text.startswith("@") or text in ("", None):
            return text
        prefix, colon, local = text.partition(":")
        if colon and not local.startswith("//"):
            if prefix in definitions and prefix not in done:
                define(prefix)
            return names[prefix].iri + local if prefix in names else text
        if not colon:
            if text in definitions and text not in done:
                define(text)
            return names[text].iri if text in names else text
        return text

    def define(text: str) -> None:
        done.add(text)
        entry = definitions[text]
        if entry is None:
            names.pop(text, None)
            return
        simple = isinstance(entry, str)
        values: Mapping[str, Any] = {"@id": entry} if simple else entry
        iri = iri_of(values["@id"])
        coercion = values.get("@type")
        names[text] = Name(
            text,
            iri,
            coercion if coercion is None or coercion.startswith("@") else iri_of(coercion),
            prefix=bool(values.get("@prefix", simple and iri[-1:] in ":/?#[]@")),
            scoped=values.get("@context"),
        )

    done: set[str] = set()
    for text in definitions:
        if text not in _SETTINGS and text not in done:
            define(text)
    return names


@cache
def packaged_context() -> dict[str, Any]:
    """The definitions of the packaged context."""
    definitions: dict[str, Any] = json.loads(resources.text("ontologies", "generated", "context.jsonld"))[
        "@context"
    ]
    return definitions


def active_context(definitions: Mapping[str, Any], *, without: Iterable[str] = ()) -> ActiveContext:
    """The names that hold at the top of a document.

    Args:
        without: names that the document itself takes away.
    """
    names = _defined(definitions, given={})
    return ActiveContext({text: name for text, name in names.items() if text not in set(without)})
