"""Turns elements of OME-XML into statements by the tables of the mapping.

An attribute or child that the tables do not name, and a value that its slot cannot take, stays as a
schema:PropertyValue of the node it belongs to.
"""

from __future__ import annotations

import re
from datetime import datetime

from imagegraph.adapters.importers.ome_document import Element
from imagegraph.adapters.importers.ome_graph import WORDS, Node, OmeGraph
from imagegraph.adapters.importers.ome_units import (
    converted,
    find_unit,
    finite_number,
    without_measure,
)
from imagegraph.adapters.importers.ome_vocabulary import AttributeRule, ChildRule, ElementRule, element_rules
from imagegraph.model.rdf import RDF_TYPE, XSD, Literal, NamedNode

_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = r"T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})?"
_DATES = ((re.compile(_DAY + _TIME), XSD.dateTime), (re.compile(_DAY), XSD.date))
_NO_RULE = ElementRule()


def describe(graph: OmeGraph, element: Element, node: Node, *, rule: ElementRule | None = None) -> None:
    """State the class of an element's node and everything that the element says."""
    rule = rule or element_rules().get(element.tag, _NO_RULE)
    if rule.class_name:
        graph.add(node.iri, RDF_TYPE, rule.class_iri)
    lend(graph, element, node, rule=rule)


def lend(graph: OmeGraph, element: Element, node: Node, *, rule: ElementRule, prefix: str = "") -> None:
    """State what an element says about a node, which may be the node of its parent."""
    for key, text in element.attributes.items():
        if text.strip():
            _attribute(graph, element, node, key=key, rule=rule, prefix=prefix)
    counts: dict[str, int] = {}
    for child in element.children:
        counts[child.tag] = counts.get(child.tag, 0) + 1
        _child(graph, child, node, rule=rule, number=counts[child.tag], prefix=prefix)
    if element.text:
        graph.keep(node, prefix.strip() or element.tag, element.text)


def _attribute(
    graph: OmeGraph, element: Element, node: Node, *, key: str, rule: ElementRule, prefix: str
) -> None:
    text = element.attributes[key].strip()
    attribute = rule.attributes.get(key)
    if attribute is not None:
        problem = state(graph, element, node, key=key, attribute=attribute)
        if problem is None:
            return
        graph.tell(
            "warning",
            f"{element.tag} {key}",
            f'Line {element.line}: {key}="{text[:80]}" of {element.tag} {problem}; it is kept as text.',
            node=node,
            value=text,
        )
    elif key.endswith("Unit") and element.attributes.get(key.removesuffix("Unit"), "").strip():
        return
    graph.keep(node, prefix + key, text, unit=element.attributes.get(f"{key}Unit"))


def _child(
    graph: OmeGraph, child: Element, node: Node, *, rule: ElementRule, number: int, prefix: str
) -> None:
    how = rule.children.get(child.tag)
    if how is None:
        attribute = rule.attributes.get(child.tag)
        if attribute is not None and not child.children and not child.attributes:
            _attribute_as_child(graph, child, node, attribute=attribute)
        else:
            graph.keep_rest(node, child, prefix=prefix + child.tag)
    elif how.kind == "inline":
        lend(graph, child, node, rule=element_rules()[child.tag], prefix=_inline_prefix(child))
    elif how.kind == "reference":
        refer(graph, child, node, how=how)
    elif how.kind in ("text", "date"):
        _words(graph, child, node, how=how)
    elif how.kind in ("node", "part", "settings"):
        _nested(graph, child, node, how=how, number=number)


def _inline_prefix(child: Element) -> str:
    """What the names of an inline element's unknown attributes begin with; Pixels speaks for its image."""
    return "" if child.tag == "Pixels" else f"{child.tag} "


def _attribute_as_child(graph: OmeGraph, child: Element, node: Node, *, attribute: AttributeRule) -> None:
    """Schemas before 2008 wrote as child elements what are attributes now."""
    if not child.text:
        return
    written = Element(child.tag, {child.tag: child.text}, child.line)
    rule = ElementRule(attributes={child.tag: attribute})
    _attribute(graph, written, node, key=child.tag, rule=rule, prefix="")


def _words(graph: OmeGraph, child: Element, node: Node, *, how: ChildRule) -> None:
    text = child.text
    graph.keep_surplus(node, child, said=(WORDS,))
    if not text:
        return
    if how.kind == "text":
        graph.add(node.iri, how.slot, Literal(text))  # type: ignore[arg-type]
        return
    value = date_literal(text)
    if value is None:
        graph.tell(
            "warning",
            f"{child.tag} is no date",
            f'Line {child.line}: "{text[:80]}" in {child.tag} is no date of the form 2024-05-17T09:30:00; it '
            "is kept "
            "as text.",
            node=node,
            value=text,
        )
        graph.keep(node, child.tag, text)
        return
    graph.add(node.iri, how.slot, value)  # type: ignore[arg-type]


def _nested(graph: OmeGraph, child: Element, node: Node, *, how: ChildRule, number: int) -> None:
    rule = element_rules()[child.tag]
    if how.kind == "settings" and not _settings_hold(graph, child, node, rule=rule):
        graph.keep_rest(node, child, prefix=child.tag)
        return
    if not child.children and not child.attributes and not child.text and how.kind == "node":
        return
    fragment = f"{node.stem}/{how.local_name if how.kind != 'part' else child.tag}"
    nested = graph.node_of(child, f"{fragment}-{number}" if number > 1 else fragment)
    graph.add(node.iri, how.slot, nested.iri)  # type: ignore[arg-type]
    if how.inverse is not None:
        graph.add(nested.iri, how.inverse, node.iri)
    describe(graph, child, nested, rule=rule)


def _settings_hold(graph: OmeGraph, child: Element, node: Node, *, rule: ElementRule) -> bool:
    """Whether the element whose settings these are is in the document."""
    identifier = child.attributes.get("ID", "")
    target = graph.find(identifier)
    if target is not None and target.class_name in rule.attributes["ID"].targets:
        return True
    _tell_dangling(graph, child, node, identifier=identifier, targets=rule.attributes["ID"].targets)
    return False


def _tell_dangling(
    graph: OmeGraph, element: Element, node: Node, *, identifier: str, targets: frozenset[str]
) -> None:
    graph.tell(
        "warning",
        f"{element.tag} leads nowhere",
        f'Line {element.line}: {element.tag} names "{identifier}", but the document has no '
        f"{' or '.join(sorted(targets))} with that ID; the reference is kept as text.",
        node=node,
        value=identifier,
    )


def refer(graph: OmeGraph, child: Element, node: Node, *, how: ChildRule) -> None:
    """Link a node to the element that a reference names, or keep the reference as text."""
    identifier = child.attributes.get("ID", "").strip()
    target = graph.find(identifier)
    if target is not None and target.class_name in how.targets:
        graph.add(node.iri, how.slot, target.iri)  # type: ignore[arg-type]
        graph.keep_surplus(node, child)
        return
    _tell_dangling(graph, child, node, identifier=identifier, targets=how.targets)
    graph.keep_rest(node, child, prefix=child.tag)


def state(graph: OmeGraph, element: Element, node: Node, *, key: str, attribute: AttributeRule) -> str | None:
    """Put an attribute into its slot; what is wrong with its value when the slot cannot take it."""
    text = element.attributes[key].strip()
    if attribute.kind == "quantity":
        return _quantity(graph, element, node, key=key, attribute=attribute)
    value: NamedNode | Literal | None
    if attribute.kind == "text":
        value = Literal(text)
    elif attribute.kind == "organisation":
        value = graph.organisation(text)
    elif attribute.kind == "reference":
        target = graph.find(text)
        if target is None or target.class_name not in attribute.targets:
            return f"names no {' or '.join(sorted(attribute.targets))} of the document"
        value = target.iri
    elif attribute.kind == "boolean":
        if text.lower() not in _BOOLEANS:
            return "is neither true nor false"
        value = Literal(_BOOLEANS[text.lower()])
    elif attribute.kind == "date":
        value = date_literal(text)
        if value is None:
            return "is no date of the form 2024-05-17T09:30:00"
    else:
        value, problem = _number(text, attribute=attribute)
        if problem is not None or value is None:
            return problem
    graph.add(node.iri, attribute.slot, value)
    return None


def _number(text: str, *, attribute: AttributeRule) -> tuple[Literal | None, str | None]:
    if attribute.kind == "integer":
        if not _INTEGER.fullmatch(text):
            return None, "is no whole number"
        problem = _out_of_bounds(int(text), attribute)
        return Literal(int(text)), problem
    number = finite_number(text)
    if number is None:
        return None, "is no finite number"
    if attribute.kind == "fraction" and not 0 <= number <= 1:
        return None, "is not between 0 and 1"
    return Literal(float(number)), _out_of_bounds(float(number), attribute)


def _out_of_bounds(number: float, attribute: AttributeRule) -> str | None:
    if attribute.minimum is None or number > attribute.minimum:
        return None
    if attribute.exclusive or number < attribute.minimum:
        return f"must be {'more than' if attribute.exclusive else 'at least'} {attribute.minimum:g}"
    return None


def _quantity(
    graph: OmeGraph, element: Element, node: Node, *, key: str, attribute: AttributeRule
) -> str | None:
    text = element.attributes[key].strip()
    symbol = element.attributes.get(f"{key}Unit", "").strip() or attribute.default
    number = finite_number(text)
    if number is None:
        return "is no finite number"
    problem = _out_of_bounds(float(number), attribute)
    if problem is not None:
        return problem
    if without_measure(symbol):
        return f'has the unit "{symbol}", which is no measure'
    source, target = find_unit(symbol), find_unit(attribute.unit)
    if source is None or target is None or source.dimension != target.dimension or target.iri is None:
        return f'has the unit "{symbol}", which cannot be brought to {attribute.unit}'
    named = f"{key}Unit" in element.attributes and source != target
    graph.quantity(
        node,
        attribute.slot,
        local_name=attribute.local_name,
        value=converted(number, source=source, target=target),
        unit=target.iri,
        original=f"{text} {symbol}" if named else None,
    )
    return None


def date_literal(text: str) -> Literal | None:
    """A date or a moment of the years 1 to 9999 as a typed literal, None when it is neither."""
    for pattern, datatype in _DATES:
        if pattern.fullmatch(text):
            try:
                datetime.fromisoformat(text)
            except ValueError:
                return None
            return Literal(text, datatype=datatype)
    return None
