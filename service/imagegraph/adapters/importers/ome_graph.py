"""Collects the statements and findings of one OME-XML document and names its nodes.

A node with an ID is `#` + the ID made safe (`#Objective-0`); what belongs to it stands below that with a
slash (`#Objective-0/workingDistance`), so that the two can never meet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from imagegraph.adapters.importers.ome_document import Element
from imagegraph.adapters.importers.ome_vocabulary import element_rules
from imagegraph.model.rdf import IG, QUDT, RDF_TYPE, SCHEMA, Literal, NamedNode, Triple
from imagegraph.model.records import RECORD_BASE
from imagegraph.model.reports import Finding, Severity

#: IDs are a name and a number or word, or a Life Science Identifier
_IDENTIFIER = re.compile(r"[A-Za-z]+:\S+")
#: stands for the words directly inside an element
WORDS = "#words"
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST_FRAGMENT = 120
#: how many findings of one sort are told one by one
_FINDINGS_OF_A_SORT = 20
#: elements whose ID attribute names another element
_REFERRING = re.compile(r"Ref$|Settings$|^(?:Pump|Leader|Contact|OTFRef)$")


def web_address(text: str) -> NamedNode | None:
    """The IRI that a text is when it is an address of the web."""
    if not text.startswith(("http://", "https://")):
        return None
    try:
        return NamedNode(text)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the record.

    Attributes:
        iri: its name.
        stem: what the names of the nodes below it begin with.
        class_name: its class in the mapping, for checking references.
    """

    iri: NamedNode
    stem: str
    class_name: str | None = None


class OmeGraph:
    """Statements, findings and the ID index of one document."""

    def __init__(self, *, source: str) -> None:
        self.source = source
        self.triples: list[Triple] = []
        self._findings: list[Finding] = []
        self._sorts: Counter[str] = Counter()
        self._used: set[str] = set()
        self._properties: Counter[str] = Counter()
        self._nodes: dict[int, Node] = {}
        self._by_id: dict[str, Node] = {}
        self._elements: dict[str, Element] = {}
        self._claimed: set[tuple[str, str]] = set()
        self._organisations: dict[str, NamedNode] = {}

    # nodes

    def register(self, root: Element) -> None:
        """Name every element that carries an ID of its own, so that references can look ahead."""
        rules = element_rules()
        for element in root.walk():
            identifier = element.attributes.get("ID", "").strip()
            if not identifier or _REFERRING.search(element.tag):
                continue
            rule = rules.get(element.tag)
            node = self.node(self.safe(identifier), class_name=rule.class_name if rule else None)
            self._nodes[id(element)] = node
            if not _IDENTIFIER.fullmatch(identifier):
                self.tell(
                    "warning",
                    "an ID of another form",
                    f'Line {element.line}: the ID "{identifier[:80]}" of {element.tag} has not the form of '
                    "the OME "
                    f'schema, like "{element.tag}:0"; it is used as it is.',
                    node=node,
                    value=identifier,
                )
            if identifier in self._by_id:
                self.tell(
                    "warning",
                    "the ID is given twice",
                    f'Line {element.line}: the ID "{identifier}" of {element.tag} was given before; '
                    "references to it "
                    "lead to the first one.",
                    node=node,
                    value=identifier,
                )
                continue
            self._by_id[identifier] = node
            self._elements[identifier] = element

    def name_root(self, element: Element, iri: str) -> Node:
        """Give an element the name of the record's own thing."""
        previous = self.node_of(element, element.tag)
        node = Node(NamedNode(iri), previous.stem, previous.class_name)
        self._nodes[id(element)] = node
        identifier = element.attributes.get("ID", "").strip()
        if self._by_id.get(identifier) is previous:
            self._by_id[identifier] = node
        return node

    def node(self, fragment: str, *, class_name: str | None = None) -> Node:
        """A new local node; the fragment gets a number when it is taken."""
        wanted, number = fragment, 1
        while fragment in self._used:
            number += 1
            fragment = f"{wanted}-{number}"
        self._used.add(fragment)
        return Node(NamedNode(f"{RECORD_BASE}#{fragment}"), fragment, class_name)

    def node_of(self, element: Element, fragment: str) -> Node:
        """The node of an element: by its ID, else a new one with this fragment, the same at every call."""
        node = self._nodes.get(id(element))
        if node is None:
            rule = element_rules().get(element.tag)
            node = self.node(fragment, class_name=rule.class_name if rule else None)
            self._nodes[id(element)] = node
        return node

    def find(self, identifier: str) -> Node | None:
        """The node with that ID."""
        return self._by_id.get(identifier.strip())

    def find_element(self, identifier: str) -> Element | None:
        """The element with that ID."""
        return self._elements.get(identifier.strip())

    def claim(self, node: Node, what: str) -> bool:
        """Whether something is said of a node for the first time; for slots that take one value only."""
        first = (node.iri.value, what) not in self._claimed
        self._claimed.add((node.iri.value, what))
        return first

    def organisation(self, name: str) -> NamedNode:
        """The node of a manufacturer or institution, one for each spelling."""
        iri = self._organisations.get(name)
        if iri is None:
            node = self.node(f"organisation/{self.safe(name)}")
            iri = self._organisations[name] = node.iri
            self.add(iri, RDF_TYPE, SCHEMA.Organization)
            self.add(iri, SCHEMA.name, Literal(name))
        return iri

    @staticmethod
    def safe(identifier: str) -> str:
        """An ID or name as part of a fragment."""
        return _UNSAFE.sub("-", identifier).strip("-")[-_LONGEST_FRAGMENT:] or "node"

    # statements

    def add(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> None:
        """One statement."""
        self.triples.append(Triple(subject, predicate, value))

    def quantity(
        self,
        owner: Node,
        slot: NamedNode,
        *,
        local_name: str,
        value: float,
        unit: NamedNode,
        original: str | None,
    ) -> None:
        """A qudt:QuantityValue below the owner, with the source's spelling when its unit was another one."""
        node = self.node(f"{owner.stem}/{local_name}").iri
        self.add(owner.iri, slot, node)
        self.add(node, RDF_TYPE, QUDT.QuantityValue)
        self.add(node, QUDT.numericValue, Literal(value))
        self.add(node, QUDT.unit, unit)
        if original is not None:
            self.add(node, IG.originalValue, Literal(original))

    def keep(self, owner: Node, name: str, value: str | Literal, *, unit: str | None = None) -> None:
        """A schema:PropertyValue: what the model has no slot for, or what a slot could not take."""
        self._properties[owner.stem] += 1
        node = NamedNode(f"{RECORD_BASE}#{owner.stem}/property/{self._properties[owner.stem]}")
        self.add(owner.iri, SCHEMA.additionalProperty, node)
        self.add(node, RDF_TYPE, SCHEMA.PropertyValue)
        self.add(node, SCHEMA.name, Literal(name))
        self.add(node, SCHEMA.value, value if isinstance(value, Literal) else Literal(value))
        if unit:
            self.add(node, SCHEMA.unitText, Literal(unit))

    def keep_rest(self, owner: Node, element: Element, *, prefix: str) -> None:
        """Every attribute and every word of an element and of what is below it, as property values."""
        waiting = [(element, prefix)]
        while waiting:
            current, label = waiting.pop()
            if current.tag == "M" and current.attributes.keys() <= {"K"} and not current.children:
                self.keep(owner, current.attributes.get("K", "").strip() or label, current.text)
                continue
            for key, value in current.attributes.items():
                if value.strip() and not _is_unit_of(key, current.attributes):
                    self.keep(owner, f"{label} {key}", value, unit=current.attributes.get(f"{key}Unit"))
            words = current.verbatim or current.text
            if words:
                self.keep(owner, label, words)
            waiting.extend((child, f"{label} {child.tag}") for child in reversed(current.children))

    def keep_surplus(
        self,
        owner: Node,
        element: Element,
        *,
        said: Collection[str] = ("ID",),
        children: Collection[str] = (),
    ) -> None:
        """What an element has besides what was read from it.

        Args:
            owner: gets the property values.
            element: the element that was read.
            said: attributes that were read; `WORDS` among them when its words were.
            children: names of the children that were read.
        """
        rest = Element(
            element.tag, {k: v for k, v in element.attributes.items() if k not in said}, element.line
        )
        rest.children = [child for child in element.children if child.tag not in children]
        rest.parts = [] if WORDS in said else element.parts
        if rest.attributes or rest.children or rest.parts:
            self.keep_rest(owner, rest, prefix=element.tag)

    # findings

    def tell(
        self,
        severity: Severity,
        sort: str,
        message: str,
        *,
        node: Node | None = None,
        value: str | None = None,
    ) -> None:
        """Remember a finding; of one sort only the first ones are told one by one, the rest are counted."""
        self._sorts[sort] += 1
        if self._sorts[sort] <= _FINDINGS_OF_A_SORT:
            self._findings.append(
                Finding(
                    severity=severity,
                    message=message,
                    focus=node.iri.value if node else None,
                    value=value,
                    source=self.source,
                )
            )

    def findings(self) -> tuple[Finding, ...]:
        """All findings, with one more for each sort that was cut short."""
        more = (
            Finding(
                severity="info",
                message=f"{count - _FINDINGS_OF_A_SORT} more findings of the same sort: {sort}.",
                source=self.source,
            )
            for sort, count in self._sorts.items()
            if count > _FINDINGS_OF_A_SORT
        )
        return (*self._findings, *more)


def _is_unit_of(key: str, attributes: dict[str, str]) -> bool:
    """Whether an attribute only says the unit of another one that is there."""
    return key.endswith("Unit") and bool(attributes.get(key.removesuffix("Unit"), "").strip())
