"""The rules for reading crates: those of `mappings/rocrate/model.yaml`, and what `shapes/core` demands."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import inf
from typing import Any

import pyoxigraph

from imagegraph import resources
from imagegraph.model.rdf import (
    PREFIXES,
    RDF,
    RDF_TYPE,
    SCHEMA,
    SH,
    BlankNode,
    Literal,
    NamedNode,
    RdfFormat,
    Term,
    Triple,
)
from imagegraph.model.records import RECORD_BASE

#: text that is a web address and nothing else
ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


@dataclass(frozen=True)
class Path:
    """A way of properties, what it has to lead to, and what is then said of its start."""

    steps: tuple[NamedNode, ...]
    property: NamedNode
    kind: NamedNode | None
    starts: str


@dataclass(frozen=True)
class Rules:
    """The rules, with their names expanded; see the file for what each list does."""

    types: dict[NamedNode, NamedNode]
    misspelt: dict[str, NamedNode]
    properties: dict[NamedNode, NamedNode]
    addresses: dict[NamedNode, NamedNode]
    things: dict[NamedNode, tuple[NamedNode, NamedNode]]
    names: dict[NamedNode, NamedNode]
    moved_text: dict[NamedNode, NamedNode]
    text_things: dict[NamedNode, NamedNode]
    integers: frozenset[NamedNode]
    study_links: dict[NamedNode, NamedNode]
    study_paths: tuple[Path, ...]
    paths: tuple[Path, ...]


@cache
def rules() -> Rules:
    """The packaged rules."""
    table: dict[str, Any] = resources.read_yaml("mappings", "rocrate", "model.yaml")
    prefixes = PREFIXES | table["prefixes"]

    def named(name: str) -> NamedNode:
        prefix, _, local = name.partition(":")
        return NamedNode(prefixes[prefix] + local)

    def pairs(name: str) -> dict[NamedNode, NamedNode]:
        return {named(left): named(right) for left, right in table[name].items()}

    def paths(name: str) -> tuple[Path, ...]:
        return tuple(
            Path(
                steps=tuple(named(step) for step in rule["path"]),
                property=named(rule["property"]),
                kind=named(rule["class"]) if "class" in rule else None,
                starts=named(rule["starts"]).value if "starts" in rule else "",
            )
            for rule in table[name]
        )

    return Rules(
        types=pairs("types"),
        misspelt={name: named(kind) for name, kind in table["misspelt"].items()},
        properties=pairs("properties"),
        addresses=pairs("addresses"),
        things={named(k): (named(v["property"]), named(v["class"])) for k, v in table["things"].items()},
        names=pairs("names"),
        moved_text=pairs("moved_text"),
        text_things=pairs("text_things"),
        integers=frozenset(named(name) for name in table["integers"]),
        study_links=pairs("study_links"),
        study_paths=paths("study_paths"),
        paths=paths("paths"),
    )


def pair_of(name: str, value: Term) -> tuple[NamedNode | BlankNode, list[Triple]]:
    """A name and value pair, and what is stated about it; equal pairs of a crate are one node.

    A value that is a thing stands under `valueReference`, for `value` is plain.
    """
    digest = hashlib.blake2b(f"{name}\n{value}".encode(), digest_size=6).hexdigest()
    named = NamedNode(f"{RECORD_BASE}#property-{digest}")
    node = BlankNode() if isinstance(value, BlankNode) else named
    under = SCHEMA.value if isinstance(value, Literal) else SCHEMA.valueReference
    return node, [
        Triple(node, RDF_TYPE, SCHEMA.PropertyValue),
        Triple(node, SCHEMA.name, Literal(name)),
        Triple(node, under, value),
    ]


@dataclass(frozen=True)
class CoreRule:
    """What the model demands of the values of one property of one class.

    Attributes:
        path: the property.
        thing: values are things, never text.
        plain: values are literals, never things.
        datatypes: datatypes that literals may have; any when empty.
        number: values are numbers from `low` to `high`, whole ones if `whole`.
        single: there is one value at most.
        required: there is one value at least.
    """

    path: NamedNode
    thing: bool
    plain: bool
    datatypes: frozenset[NamedNode]
    number: bool
    whole: bool
    low: float
    high: float
    single: bool
    required: bool

    @property
    def takes_literals_alone(self) -> bool:
        """Whether a thing would break the rule."""
        return self.plain or self.number or bool(self.datatypes)


@cache
def core_rules() -> dict[str, tuple[CoreRule, ...]]:
    """The rules of `shapes/core` by the IRI of the class they are for."""
    text = resources.text("shapes", "core", "imagegraph.ttl")
    said: dict[tuple[object, NamedNode], list[Any]] = defaultdict(list)
    for quad in pyoxigraph.parse(text.encode(), format=RdfFormat.TURTLE):
        said[quad.subject, quad.predicate].append(quad.object)
    return {
        kind.value: tuple(_core_rule(said, shape) for shape in said[node, SH.property])
        for (node, predicate), kinds in list(said.items())
        if predicate == SH.targetClass
        for kind in kinds
    }


def _core_rule(said: dict[tuple[object, NamedNode], list[Any]], shape: object) -> CoreRule:
    def number(name: str, otherwise: float) -> float:
        return float(said[shape, SH[name]][0].value) if (shape, SH[name]) in said else otherwise

    alternatives = [part for head in said.get((shape, SH["or"]), ()) for part in _listed(said, head)]
    kinds = said.get((shape, SH.nodeKind), [])
    datatypes = [kind for node in (shape, *alternatives) for kind in said.get((node, SH.datatype), ())]
    return CoreRule(
        path=said[shape, SH.path][0],
        thing=SH.BlankNodeOrIRI in kinds or SH.IRI in kinds,
        plain=SH.Literal in kinds,
        datatypes=frozenset(datatypes),
        number=(shape, SH.minInclusive) in said,
        whole=(shape, SH.pattern) in said,
        low=number("minInclusive", -inf),
        high=number("maxInclusive", inf),
        single=number("maxCount", inf) == 1,
        required=number("minCount", 0) > 0,
    )


def _listed(said: dict[tuple[object, NamedNode], list[Any]], head: Term) -> Iterator[Term]:
    while (head, RDF.first) in said:
        yield said[head, RDF.first][0]
        head = said[head, RDF.rest][0]
