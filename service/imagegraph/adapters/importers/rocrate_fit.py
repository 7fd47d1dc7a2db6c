"""What a crate writes in another form than our model takes: text for a thing, several values for one.

RO-Crate leaves most of this open, so it is no mistake of the crate. The rules are those of
`shapes/core`; a value that does not fit is made to fit where that is plain (`"affiliation": "University of X"`
is an organisation of that name), else it is kept as a name and value pair of its node. Nothing is dropped.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from imagegraph.adapters.importers.rocrate_rules import ADDRESS, CoreRule, Rules, core_rules, pair_of
from imagegraph.model.classes import packaged_classes
from imagegraph.model.identifiers import is_placeholder, normalise_iri
from imagegraph.model.rdf import (
    DWC,
    RDF_TYPE,
    SCHEMA,
    XSD,
    BlankNode,
    Literal,
    NamedNode,
    Term,
    Triple,
)
from imagegraph.model.records import RECORD_BASE
from imagegraph.model.reports import Finding
from imagegraph.operations.normalise import dated

_WHOLE = re.compile(r"[+-]?\d+(?:\.0+)?")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")
_NOT_NAME = re.compile(r"[^a-z0-9]+")
_IDENTIFIERS = frozenset({"orcid", "ror", "doi", "rrid", "handle", "term"})

Node = NamedNode | BlankNode
#: (property, whether it was a further value) -> nodes and values
Moved = dict[tuple[str, bool], list[tuple[str | None, str]]]


def fitted(
    triples: Iterable[Triple], *, root: NamedNode, ruled: Rules, source: str
) -> tuple[list[Triple], list[Finding]]:
    """The statements in the forms that the model takes, and what was kept in another form.

    Args:
        triples: the statements of a crate with its meaning in our model added.
        root: the study; its name is never made up.
        ruled: the rules of `mappings/rocrate/model.yaml`.
        source: the crate's name, for the findings.
    """
    fitting = _Fitting(list(triples), ruled)
    for name, rules in fitting.ruled_nodes():
        for rule in rules:
            fitting.apply(rule, name, may_be_named=name != _key(root))
    return fitting.result(), list(_told(fitting.moved, source=source))


@dataclass
class _Fitting:
    triples: list[Triple]
    ruled: Rules
    moved: Moved = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.places: dict[str, dict[NamedNode, list[int]]] = {}
        paths = _ruled_paths()
        names: dict[object, str] = {}
        for place, triple in enumerate(self.triples):
            subject, predicate = triple.subject, triple.predicate
            name = names.get(subject)
            if name is None:
                name = names[subject] = _key(subject)
                self.places.setdefault(name, {})
            if predicate in paths:
                self.places[name].setdefault(predicate, []).append(place)
        self.taken = set(self.places)
        self.replaced: dict[int, list[Triple]] = {}
        self.added: list[Triple] = []
        self.pairs: dict[Triple, None] = {}
        self.things: dict[tuple[NamedNode, str], NamedNode] = {}

    def ruled_nodes(self) -> Iterator[tuple[str, list[CoreRule]]]:
        """Every node of a class of the model, with those rules of its classes that may change something."""
        for name, said in self.places.items():
            kinds = tuple(self.triples[place].object for place in said.get(RDF_TYPE, ()))
            rules = [rule for rule in _rules_of(kinds) if rule.required or rule.path in said]
            if rules:
                yield name, rules

    def apply(self, rule: CoreRule, name: str, *, may_be_named: bool) -> None:
        """Make the values of one property of one node fit."""
        kept: list[Term] = []
        for place in self.places[name].get(rule.path, ()):
            triple = self.triples[place]
            subject, value = triple.subject, triple.object
            if isinstance(subject, Triple) or isinstance(value, Triple):
                continue
            found = self.fit(value, rule)
            further = found is not None and rule.single and bool(kept) and _differs(found, kept[0])
            if found is None or further:
                self.moved[rule.path.value, further].append((_focus(subject), value.value))
                self.replaced[place] = self.aside(subject, rule, found or value)
                continue
            kept.append(found)
            if found != value:
                self.replaced[place] = [Triple(subject, rule.path, found)]
        if rule.required and rule.path == SCHEMA.name and not kept and may_be_named:
            self.name(name)

    def fit(self, value: Term, rule: CoreRule) -> Term | None:
        """The value in the form that the rule takes, None when there is no plain way."""
        if not isinstance(value, Literal):
            return None if rule.takes_literals_alone else value
        if rule.thing:
            return self.thing(value, rule.path) if value.value.strip() else None
        if rule.datatypes:
            return _typed(value, rule)
        return _number(value, rule) if rule.number else value

    def thing(self, text: Literal, path: NamedNode) -> NamedNode:
        """The thing that a text names: by its identifier, or one of that name inside the record."""
        words = " ".join(text.value.split())
        found = normalise_iri(words)
        if found.kind in _IDENTIFIERS and found.problem is None:
            return NamedNode(found.iri)
        if ADDRESS.fullmatch(words):
            return NamedNode(words)
        kind = self.ruled.text_things.get(path, SCHEMA.Thing)
        known = self.things.get((kind, words.lower()))
        if known is None:
            known = self.things[kind, words.lower()] = self.local(kind, words)
            named = DWC.scientificName if kind == DWC.Taxon else SCHEMA.name
            self.added.append(Triple(known, RDF_TYPE, kind))
            self.added.append(Triple(known, named, text))
        return known

    def local(self, kind: NamedNode, words: str) -> NamedNode:
        """A readable name below the record that nothing else has."""
        noun = re.split(r"[/#]", kind.value)[-1].lower()
        tail = _NOT_NAME.sub("-", words.lower()).strip("-")[:60].strip("-")
        wanted = f"{RECORD_BASE}#{noun}-{tail or 'unnamed'}"
        name = next(
            n
            for i in range(len(self.taken) + 2)
            if (n := wanted + ("" if not i else f"-{i + 1}")) not in self.taken
        )
        self.taken.add(name)
        return NamedNode(name)

    def aside(self, subject: Node, rule: CoreRule, value: Term) -> list[Triple]:
        """A value in another place: a further name as such, everything else as a name and value pair."""
        if rule.path in (SCHEMA.name, DWC.scientificName) and isinstance(value, Literal):
            return [Triple(subject, SCHEMA.alternateName, value)]
        if rule.path == SCHEMA.value and not isinstance(value, Literal):
            return [Triple(subject, SCHEMA.valueReference, value)]
        pair, said = pair_of(re.split(r"[/#]", rule.path.value)[-1], value)
        self.pairs |= dict.fromkeys(said)
        return [Triple(subject, SCHEMA.additionalProperty, pair)]

    def name(self, node: str) -> None:
        """Name a thing after its id, where the model asks for a name."""
        place = self.places[node][RDF_TYPE][0]
        subject = self.triples[place].subject
        words = (
            subject.value.rstrip("/").rsplit("/", 1)[-1].rsplit("#", 1)[-1]
            if isinstance(subject, NamedNode)
            else ""
        )
        self.added.append(Triple(subject, SCHEMA.name, Literal(words or "value")))

    def result(self) -> list[Triple]:
        """All statements, each in its final form."""
        found = [
            new for place, triple in enumerate(self.triples) for new in self.replaced.get(place, (triple,))
        ]
        return [*found, *self.added, *self.pairs]


@cache
def _ruled_paths() -> frozenset[NamedNode]:
    """The properties whose values have to be found again."""
    return frozenset([RDF_TYPE, *(rule.path for rules in core_rules().values() for rule in rules)])


@lru_cache(maxsize=1000)
def _rules_of(types: tuple[Term, ...]) -> tuple[CoreRule, ...]:
    """The rules for a node that has these types."""
    classes, rules = packaged_classes(), core_rules()
    kinds: dict[str, None] = {}
    for kind in types:
        if isinstance(kind, NamedNode) and kind.value in classes:
            kinds |= dict.fromkeys([kind.value, *classes[kind.value].implied])
    return tuple({rule.path: rule for kind in reversed(kinds) for rule in rules.get(kind, ())}.values())


def _typed(value: Literal, rule: CoreRule) -> Literal | None:
    if value.datatype in rule.datatypes:
        return value
    if XSD.date in rule.datatypes:
        found = dated(value)
        return found if found.datatype in rule.datatypes or is_placeholder(value.value) else None
    if XSD.boolean in rule.datatypes:
        word = value.value.strip().lower()
        return Literal(word, datatype=XSD.boolean) if word in {"true", "false", "0", "1"} else None
    return Literal(value.value)


def _number(value: Literal, rule: CoreRule) -> Literal | None:
    text = value.value.strip()
    if rule.whole:
        return (
            _within(Literal(str(int(float(text))), datatype=XSD.integer), rule)
            if _WHOLE.fullmatch(text)
            else None
        )
    if value.datatype in (XSD.integer, XSD.double, XSD.decimal, XSD.float):
        return _within(value, rule)
    return _within(Literal(text, datatype=XSD.double), rule) if _NUMBER.fullmatch(text) else None


def _within(value: Literal, rule: CoreRule) -> Literal | None:
    number = float(value.value)
    return value if rule.low <= number <= rule.high else None


def _differs(left: Term, right: Term) -> bool:
    return left != right and not (
        isinstance(left, NamedNode)
        and isinstance(right, NamedNode)
        and normalise_iri(left.value).iri == normalise_iri(right.value).iri
    )


def _key(node: object) -> str:
    """The same text for every spelling of a node."""
    if isinstance(node, NamedNode):
        text = node.value
        return text if text.startswith(RECORD_BASE) else normalise_iri(text).iri
    return str(node)


def _focus(subject: Node) -> str | None:
    return subject.value if isinstance(subject, NamedNode) else None


def _told(moved: Moved, *, source: str) -> Iterator[Finding]:
    for (path, further), places in moved.items():
        focus, value = places[0]
        name = re.split(r"[/#]", path)[-1]
        shown = value if len(value) <= 80 else f"{value[:77]}…"
        what = f"One {name} is kept here" if further else f"“{shown}” is no usable {name}"
        where = f"“{shown}” was kept beside it" if further else "it was kept as a name and value pair"
        more = f"; likewise {len(places) - 1} more" if len(places) > 1 else ""
        yield Finding(
            severity="warning",
            message=f"{what}; {where}{more}.",
            focus=focus,
            path=path,
            value=value,
            source=source,
        )
