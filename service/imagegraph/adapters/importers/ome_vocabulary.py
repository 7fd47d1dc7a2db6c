"""The tables of `mappings/ome/elements.yaml` as values: what elements and attributes of OME-XML become."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from imagegraph.adapters.importers.ome_units import load_table
from imagegraph.model.rdf import IG, PREFIXES, SCHEMA, NamedNode

_KIND = re.compile(r"([a-z]+)(?:(>=|>)(-?[0-9.]+))?")
#: classes of the mapping whose IRI is not below our own namespace
_FOREIGN_CLASSES = {"Person": SCHEMA.Person, "Organisation": SCHEMA.Organization}


@dataclass(frozen=True, kw_only=True)
class AttributeRule:
    """What an attribute becomes.

    Attributes:
        slot: the property.
        local_name: last part of the property, names nodes below the element's own.
        kind: text, integer, double, fraction, boolean, date, organisation, quantity or reference.
        minimum: smallest number, None when there is none.
        exclusive: whether the minimum itself is out.
        unit: symbol of the unit that the slot is kept in.
        default: symbol of the unit that is meant when the source names none.
        targets: classes that a reference may lead to.
    """

    slot: NamedNode
    local_name: str
    kind: str
    minimum: float | None = None
    exclusive: bool = False
    unit: str = ""
    default: str = ""
    targets: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class ChildRule:
    """What a child element becomes: text, date, reference, node, settings, part, inline or handled."""

    kind: str
    slot: NamedNode | None = None
    inverse: NamedNode | None = None
    targets: frozenset[str] = frozenset()
    local_name: str = ""


@dataclass(frozen=True, kw_only=True)
class ElementRule:
    """What an element becomes."""

    class_name: str | None = None
    attributes: dict[str, AttributeRule] = field(default_factory=dict)
    children: dict[str, ChildRule] = field(default_factory=dict)

    @property
    def class_iri(self) -> NamedNode:
        """The class of the element's node."""
        return _FOREIGN_CLASSES.get(self.class_name or "") or IG[self.class_name]


def _iri(curie: str) -> NamedNode:
    prefix, _, local = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def _attribute_rule(text: str, classes: dict[str, list[str]]) -> AttributeRule:
    slot, kind_text, *rest = text.split()
    kind = _KIND.fullmatch(kind_text)
    if kind is None:
        raise ValueError(f"mappings/ome/elements.yaml: no such kind of attribute: {text}")
    is_reference = kind[1] == "reference"
    return AttributeRule(
        slot=_iri(slot),
        local_name=slot.partition(":")[2],
        kind=kind[1],
        minimum=float(kind[3]) if kind[3] else None,
        exclusive=kind[2] == ">",
        unit=rest[0] if rest and not is_reference else "",
        default=rest[-1] if rest and not is_reference else "",
        targets=_targets(rest, classes) if is_reference else frozenset(),
    )


def _targets(names: list[str], classes: dict[str, list[str]]) -> frozenset[str]:
    return frozenset(one for name in names for one in classes.get(name, [name]))


def _child_rule(text: str, classes: dict[str, list[str]]) -> ChildRule:
    kind, *rest = text.split()
    if kind in ("inline", "handled"):
        return ChildRule(kind=kind)
    return ChildRule(
        kind=kind,
        slot=_iri(rest[0]),
        inverse=_iri(rest[1]) if kind == "part" else None,
        targets=_targets(rest[1:], classes) if kind == "reference" else frozenset(),
        local_name=rest[0].partition(":")[2],
    )


@cache
def element_rules() -> dict[str, ElementRule]:
    """The rule of every element that the mapping knows, by its local name."""
    table = load_table("elements")
    classes = table["classes"]
    return {
        tag: ElementRule(
            class_name=row.get("class"),
            attributes={
                key: _attribute_rule(text, classes) for key, text in row.get("attributes", {}).items()
            },
            children={key: _child_rule(text, classes) for key, text in row.get("children", {}).items()},
        )
        for tag, row in table["elements"].items()
    }


@cache
def imaging_methods() -> dict[str, tuple[NamedNode, str]]:
    """AcquisitionMode -> the FBbi term that means the same, with its label."""
    table = load_table("acquisition_modes")
    return {
        mode: (NamedNode(table["base"] + row["term"]), row["label"]) for mode, row in table["modes"].items()
    }
