"""Planes of OME-XML, read in one tight loop: an image may have a hundred thousand of them.

Times are brought to seconds. Positions are brought to micrometres, or stay in the stage's reference frame.
"""

from __future__ import annotations

from functools import lru_cache

from imagegraph.adapters.importers.ome_document import Element
from imagegraph.adapters.importers.ome_graph import Node, OmeGraph
from imagegraph.adapters.importers.ome_units import (
    converted,
    find_unit,
    finite_number,
    without_measure,
)
from imagegraph.adapters.importers.ome_vocabulary import ElementRule, element_rules
from imagegraph.adapters.importers.ome_walker import lend
from imagegraph.model.rdf import IG, RDF_TYPE, Literal, NamedNode, Triple
from imagegraph.model.records import RECORD_BASE

_PLANE, _PLANE_SLOT, _POSITION_UNIT = IG.Plane, IG.plane, IG.positionUnit
_INDEXES = {"TheZ": IG.theZ, "TheC": IG.theC, "TheT": IG.theT}
_TIMES = {"DeltaT": IG.deltaT, "ExposureTime": IG.exposureTime}
_POSITIONS = {"PositionX": IG.positionX, "PositionY": IG.positionY, "PositionZ": IG.positionZ}
_AXES = tuple((key, f"{key}Unit", predicate) for key, predicate in _POSITIONS.items())
_REFERENCE_FRAME = "reference frame"
_MICROMETRE = "µm"
_POSITION_UNITS = frozenset({_REFERENCE_FRAME, _MICROMETRE})
_LONGEST_INDEX = 9


def describe_planes(graph: OmeGraph, planes: list[Element], *, image: Node) -> None:
    """State every plane of an image and how many there are."""
    if not planes:
        return
    indexes: dict[str, Literal] = {}
    names = graph.node(f"{image.stem}/plane").stem
    for number, plane in enumerate(planes):
        _plane(graph, plane, NamedNode(f"{RECORD_BASE}#{names}/{number}"), image=image, indexes=indexes)
    graph.add(image.iri, IG.planeCount, Literal(len(planes)))


def _plane(
    graph: OmeGraph, plane: Element, iri: NamedNode, *, image: Node, indexes: dict[str, Literal]
) -> None:
    attributes = plane.attributes
    add = graph.triples.append
    found = []
    for key, predicate in _INDEXES.items():
        text = attributes.get(key, "")
        literal = indexes.get(text)
        if literal is None:
            if not (text.isascii() and text.isdigit() and len(text) <= _LONGEST_INDEX):
                _refuse(graph, plane, image, key=key)
                return
            literal = indexes[text] = Literal(int(text))
        found.append(Triple(iri, predicate, literal))
    graph.triples.extend(found)
    add(Triple(iri, RDF_TYPE, _PLANE))
    add(Triple(image.iri, _PLANE_SLOT, iri))
    rest: dict[str, str] = {}
    for key, text in attributes.items():
        if key in _TIMES:
            seconds = _in_unit(text, attributes.get(f"{key}Unit", "s"), "s")
            if seconds is None or (seconds < 0 and key == "ExposureTime"):
                rest[key] = text
            else:
                add(Triple(iri, _TIMES[key], Literal(seconds)))
        elif key not in _INDEXES and key not in _POSITIONS and not key.endswith("Unit"):
            rest[key] = text
    if "PositionX" in attributes or "PositionY" in attributes or "PositionZ" in attributes:
        rest |= _positions(graph, attributes, iri)
    if rest or plane.children or plane.text:
        _keep_rest(graph, plane, Node(iri, iri.value.partition("#")[2]), rest)


def _positions(graph: OmeGraph, attributes: dict[str, str], iri: NamedNode) -> dict[str, str]:
    """State the position in one unit for all axes; what does not fit it is returned."""
    rest: dict[str, str] = {}
    common: str | None = None
    for key, unit_key, predicate in _AXES:
        text = attributes.get(key)
        if text is None:
            continue
        symbol = attributes.get(unit_key, _REFERENCE_FRAME)
        unit = symbol if symbol in _POSITION_UNITS or without_measure(symbol) else _MICROMETRE
        value = _in_unit(text, symbol, unit)
        if value is None or (common is not None and unit != common):
            rest[key] = text
            continue
        common = unit
        graph.triples.append(Triple(iri, predicate, Literal(value)))
    if common is not None:
        graph.triples.append(Triple(iri, _POSITION_UNIT, Literal(common)))
    return rest


def _in_unit(text: str, symbol: str, target: str) -> float | None:
    """The number of a text in the target unit; None when it is no number or the unit is another kind."""
    if symbol == target:
        try:
            value = float(text)
        except ValueError:
            return None
        # infinities and NaN are the numbers that do not vanish when taken from themselves
        return value if value - value == 0 and "_" not in text else None
    return _brought_to(text, symbol, target)


@lru_cache(maxsize=4096)
def _brought_to(text: str, symbol: str, target: str) -> float | None:
    """The same through exact arithmetic; exposure times repeat from plane to plane."""
    number, source, wanted = finite_number(text), find_unit(symbol), find_unit(target)
    if number is None or source is None or wanted is None or source.dimension != wanted.dimension:
        return None
    return converted(number, source=source, target=wanted)


def _keep_rest(graph: OmeGraph, plane: Element, node: Node, rest: dict[str, str]) -> None:
    """Keep what the slots of a plane could not take, and read its children."""
    for key in rest.keys() & (_TIMES.keys() | _POSITIONS.keys()):
        graph.tell(
            "warning",
            f"Plane {key}",
            f'Line {plane.line}: {key}="{rest[key][:80]}" of Plane is no usable number in a unit like the '
            "others; it "
            "is kept as text.",
            node=node,
            value=rest[key],
        )
    units_of_rest = {
        f"{key}Unit": plane.attributes[f"{key}Unit"] for key in rest if f"{key}Unit" in plane.attributes
    }
    remainder = Element("Plane", rest | units_of_rest, plane.line)
    remainder.children, remainder.parts = plane.children, plane.parts
    reference = element_rules()["Pixels"].children["AnnotationRef"]
    lend(graph, remainder, node, rule=ElementRule(children={"AnnotationRef": reference}))


def _refuse(graph: OmeGraph, plane: Element, image: Node, *, key: str) -> None:
    """A plane that does not say which one it is stays as text of its image."""
    graph.tell(
        "warning",
        "a plane without its place",
        f'Line {plane.line}: {key}="{plane.attributes.get(key, "")[:80]}" of Plane is no index from 0 '
        "upwards; the "
        "plane is kept as text of the image.",
        node=image,
        value=plane.attributes.get(key),
    )
    graph.keep_rest(image, plane, prefix="Plane")
