"""Telling what a record says in words: labels instead of IRIs, quantities with their units, parts nested.

The labels are the names of the model's slots and classes; foreign properties are called by the last part of
their IRI.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from imagegraph import resources
from imagegraph.model.classes import main_class, packaged_classes
from imagegraph.model.rdf import DWC, IG, QUDT, RDF_TYPE, SCHEMA, UNIT, XSD, Literal, NamedNode, Term
from imagegraph.model.records import RecordSummary, Version
from imagegraph.operations.arrangement import Arrangement, arrange

#: values of one property that are told; the rest is counted
MOST_VALUES = 40

_NAMES = (SCHEMA.name.value, DWC.scientificName.value, SCHEMA.identifier.value)
_TITLES = _NAMES[:2]
#: other records that are looked up for one page
_MOST_LOOKED_UP = 300
_TYPE = RDF_TYPE.value
_NUMERIC, _UNIT = QUDT.numericValue.value, QUDT.unit.value
_QUANTITY = {_TYPE, _NUMERIC, _UNIT, IG.originalValue.value}
#: properties that the head of a node shows already
_IN_HEAD = {_TYPE, SCHEMA.name.value}
_IRI = re.compile(r"<([^<>]+)>")
_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|_")
#: QUDT unit -> how people write it
_UNITS = {
    "MicroM": "µm", "NanoM": "nm", "MilliM": "mm", "M": "m", "SEC": "s", "MilliSEC": "ms", "MilliW": "mW",
    "W": "W", "HZ": "Hz", "MegaHZ": "MHz", "V": "V", "DEG_C": "°C", "MilliBAR": "mbar", "HectoPA": "hPa",
    "MicroGM-PER-MilliL": "µg/mL", "PERCENT": "%", "UNITLESS": "",
}  # fmt: skip
#: abbreviations that labels keep in capitals
_CAPITALS = {"na": "NA", "id": "ID", "co2": "CO₂", "nd": "ND", "roi": "ROI", "url": "URL", "xy": "XY",
             "qc": "QC", "iri": "IRI", "doi": "DOI", "x": "X", "y": "Y", "z": "Z", "c": "C",
             "t": "T"}  # fmt: skip


@dataclass(frozen=True)
class Value:
    """One value of a fact.

    Attributes:
        text: what a reader sees.
        iri: the thing it is, None for text.
        language: of the text.
        node: the thing in full, when this is the place where it is shown.
        kind: name of the thing's class, when it has one.
        anchor: name of the thing on the record's own page, when it is one of its parts.
        record: id of another record that is about the thing.
        term: CURIE, or IRI, of the ontology term that the thing is.
    """

    text: str
    iri: str | None = None
    language: str | None = None
    node: Node | None = None
    kind: str | None = None
    anchor: str | None = None
    record: str | None = None
    term: str | None = None


@dataclass(frozen=True)
class Fact:
    """A property with its values.

    Attributes:
        more: how many further values are not told.
    """

    label: str
    property: str
    values: tuple[Value, ...]
    more: int = 0


@dataclass(frozen=True)
class Node:
    """A thing with its facts."""

    iri: str
    title: str
    kind: str
    facts: tuple[Fact, ...] = field(default=())


@dataclass(frozen=True)
class Description:
    """What a record says.

    Attributes:
        main: the thing it is about.
        others: things that stand beside it.
        statements: the number of statements.
    """

    main: Node
    others: tuple[Node, ...]
    statements: int


def describe(
    version: Version,
    *,
    find: Callable[[str], RecordSummary | None],
    find_term: Callable[[str], tuple[str, str] | None] = lambda iri: None,
) -> Description:
    """What one version of a record says.

    Args:
        find: the record that is about an IRI, so that a page can lead there.
        find_term: the label and the CURIE of the ontology term that an IRI is.
    """
    teller = _Teller(arrange(version), record=version.iri, find=find, find_term=find_term)
    arrangement = teller.arrangement
    return Description(
        main=teller.node(arrangement.root),
        others=tuple(teller.node(node) for node in arrangement.others),
        statements=version.ntriples.count(b"\n"),
    )


def label_of(path: str) -> str:
    """How a property, or the last property of a path of several, is called on a page.

    >>> label_of("https://w3id.org/imagegraph/lensNA")
    'Lens NA'
    """
    steps = _IRI.findall(path)
    iri = steps[-1] if steps else path
    name = _slot_names().get(iri)
    return spelled_out(name if name is not None else _last_part(iri))


def spelled_out(name: str) -> str:
    """A name of the model as words.

    >>> spelled_out("ImageAcquisition")
    'Image acquisition'
    """
    words = [_CAPITALS.get(word.lower(), word.lower()) for word in _WORD.sub(" ", name).split()]
    text = " ".join(words) or name
    return text[:1].upper() + text[1:]


def unit_text(iri: str) -> str:
    """How a QUDT unit is written."""
    local = iri.removeprefix(str(UNIT))
    return _UNITS.get(local, local)


@cache
def _slots() -> dict[str, dict[str, object]]:
    table = json.loads(resources.text("ontologies", "generated", "classes.json"))
    slots: dict[str, dict[str, object]] = table["slots"]
    return slots


@cache
def _slot_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for name, slot in _slots().items():
        names.setdefault(str(slot["iri"]), name)
    return names


@cache
def _slot_order() -> dict[str, int]:
    return {iri: place for place, iri in enumerate(_slot_names())}


def _last_part(iri: str) -> str:
    return re.split(r"[/#:]", iri.rstrip("/#"))[-1] or iri


class _Teller:
    """Tells the nodes of one record."""

    def __init__(
        self,
        arrangement: Arrangement,
        *,
        record: str,
        find: Callable[[str], RecordSummary | None],
        find_term: Callable[[str], tuple[str, str] | None],
    ) -> None:
        self.arrangement = arrangement
        self._record = record
        self._about = arrangement.root
        self._find = find
        self._find_term = cache(find_term)
        self._found: dict[str, RecordSummary | None] = {}
        self._classes = packaged_classes()

    def node(self, iri: str) -> Node:
        """A node in full, with everything that is shown below it."""
        properties = self.arrangement.statements.get(iri, {})
        order = _slot_order()
        title = self.title(iri)
        facts = [
            self._fact(iri, predicate, properties[predicate])
            for predicate in sorted(properties, key=lambda one: (order.get(one, len(order)), one))
            if predicate not in _IN_HEAD
            and not (predicate in _TITLES and _is_text(properties[predicate], title))
        ]
        facts += self._further_names(properties.get(SCHEMA.name.value, []))
        return Node(iri, title, self.kind(iri), tuple(facts))

    def _fact(self, subject: str, predicate: str, values: list[Term]) -> Fact:
        told = tuple(self._value(subject, predicate, value) for value in values[:MOST_VALUES])
        return Fact(label_of(predicate), predicate, told, more=len(values) - len(told))

    def _further_names(self, names: list[Term]) -> list[Fact]:
        others = tuple(_literal(name) for name in names[1:] if isinstance(name, Literal))
        return [Fact("Also named", SCHEMA.name.value, others)] if others else []

    def kind(self, iri: str) -> str:
        """Name of the class of a node, empty when it has none."""
        types = self.arrangement.types(iri)
        name = main_class(types, classes=self._classes)
        return name if name != "Thing" else (_last_part(types[0]) if types else "")

    def title(self, iri: str) -> str:
        """What a node is called."""
        properties = self.arrangement.statements.get(iri, {})
        for predicate in _NAMES:
            for value in properties.get(predicate, ()):
                if isinstance(value, Literal) and value.value.strip():
                    return value.value
        kind = self.kind(iri)
        if iri.startswith(f"{self._record}#") or iri == self._record:
            return spelled_out(kind) if kind else iri.removeprefix(self._record)
        return iri

    def _value(self, subject: str, predicate: str, value: Term) -> Value:
        if isinstance(value, Literal):
            return _literal(value)
        iri = value.value
        quantity = self._quantity(iri)
        if quantity is not None:
            return Value(quantity)
        if predicate == _UNIT:
            return Value(unit_text(iri) or iri, iri)
        if iri not in self.arrangement.statements:
            return self._elsewhere(iri)
        node = self.node(iri) if self.arrangement.shows(subject, predicate, iri) else None
        if node is not None and not node.facts:
            node = None
        term = self._find_term(iri)
        return Value(
            self.title(iri), iri, node=node, kind=self.kind(iri), anchor=self._anchor(iri),
            term=term[1] if term else None,
        )  # fmt: skip

    def _anchor(self, iri: str) -> str | None:
        """The fragment of a part of the record, or of the thing it is about."""
        whole, hash_sign, fragment = iri.partition("#")
        return fragment if hash_sign and whole in (self._record, self._about) else None

    def _elsewhere(self, iri: str) -> Value:
        """A thing that this record only names."""
        if iri not in self._found and len(self._found) < _MOST_LOOKED_UP:
            self._found[iri] = self._find(iri)
        known = self._found.get(iri)
        if known is None or known.deleted:
            term = self._find_term(iri)
            return Value(iri, iri) if term is None else Value(term[0], iri, term=term[1])
        return Value(known.title or iri, iri, kind=known.type, record=known.id)

    def _quantity(self, iri: str) -> str | None:
        """A quantity in one line, when it says nothing else."""
        properties = self.arrangement.statements.get(iri, {})
        if not set(properties) <= _QUANTITY or len(properties.get(_NUMERIC, ())) != 1:
            return None
        unit = next((term.value for term in properties.get(_UNIT, ()) if isinstance(term, NamedNode)), "")
        text = f"{_number(properties[_NUMERIC][0])} {unit_text(unit)}".strip()
        original = [
            term.value for term in properties.get(IG.originalValue.value, ()) if isinstance(term, Literal)
        ]
        return f"{text} (given as {', '.join(original)})" if original else text


def _is_text(values: list[Term], text: str) -> bool:
    return len(values) == 1 and isinstance(values[0], Literal) and values[0].value == text


def _number(term: Term) -> str:
    text = str(term.value)
    try:
        return f"{float(text):.10g}"
    except ValueError:
        return text


def _literal(literal: Literal) -> Value:
    if literal.datatype in (XSD.double, XSD.float):
        return Value(_number(literal))
    if literal.datatype == XSD.boolean:
        return Value({"true": "yes", "false": "no"}.get(literal.value, literal.value))
    return Value(literal.value, language=literal.language)
