"""Structured annotations and regions of interest of OME-XML.

https://docs.openmicroscopy.org/ome-model/latest/developers/structured-annotations.html
"""

from __future__ import annotations

import re

from imagegraph.adapters.importers.ome_document import Element
from imagegraph.adapters.importers.ome_graph import WORDS, Node, OmeGraph, web_address
from imagegraph.adapters.importers.ome_units import finite_number
from imagegraph.adapters.importers.ome_vocabulary import element_rules
from imagegraph.adapters.importers.ome_walker import date_literal, describe
from imagegraph.model.rdf import IG, RDF_TYPE, SCHEMA, Literal

_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
_SIZE = re.compile(r"[0-9]{1,18}")
_BINARY = re.compile(r"(<(?:[\w.-]+:)?BinData\b[^>]*[^/>]>)[^<]+")


def describe_annotations(graph: OmeGraph, holder: Element, *, root: Node) -> None:
    """State every annotation of a StructuredAnnotations element."""
    graph.keep_surplus(root, holder, said=(), children={child.tag for child in holder.children})
    for number, element in enumerate(holder.children):
        if element.tag not in element_rules() or not element.tag.endswith("Annotation"):
            graph.keep_rest(root, element, prefix=element.tag)
            continue
        node = graph.node_of(element, f"annotation/{number}")
        graph.add(node.iri, IG.annotationType, Literal(element.tag))
        describe(graph, element, node)
        for value in element.findall("Value"):
            _value(graph, element, value, node)
        for file in element.findall("BinaryFile"):
            _file(graph, file, node)


def _value(graph: OmeGraph, element: Element, value: Element, node: Node) -> None:
    graph.keep_surplus(node, value, said=_words_of(element), children={child.tag for child in value.children})
    if element.tag == "MapAnnotation":
        for pair in value.children:
            graph.keep_rest(node, pair, prefix=pair.tag)
        return
    text = value.verbatim if value.verbatim is not None else value.text
    if not text:
        return
    literal = _literal(element.tag, text)
    if literal is None:
        graph.tell(
            "warning",
            f"the value of a {element.tag}",
            f'Line {value.line}: "{text[:80]}" is no usable value for a {element.tag}; it is kept as text.',
            node=node,
            value=text,
        )
        literal = Literal(text)
    graph.add(node.iri, IG.annotationValue, literal)
    term = web_address(text) if element.tag == "TermAnnotation" else None
    if term is not None:
        graph.add(node.iri, IG.annotationTerm, term)
        graph.add(term, RDF_TYPE, SCHEMA.DefinedTerm)
    for child in value.children:
        graph.keep_rest(node, child, prefix=f"Value {child.tag}")


def _words_of(element: Element) -> tuple[str, ...]:
    """What is read as the value of an annotation; the words of a map are not."""
    return () if element.tag == "MapAnnotation" else (WORDS,)


def _literal(tag: str, text: str) -> Literal | None:
    """The value with the datatype that its annotation promises, None when it does not fit."""
    if tag == "LongAnnotation":
        return Literal(int(text)) if _INTEGER.fullmatch(text) else None
    if tag == "DoubleAnnotation":
        number = finite_number(text)
        return None if number is None else Literal(float(number))
    if tag == "BooleanAnnotation":
        return Literal(text.lower() in ("true", "1")) if text.lower() in ("true", "false", "1", "0") else None
    if tag == "TimestampAnnotation":
        return date_literal(text)
    return Literal(text)


def _file(graph: OmeGraph, file: Element, node: Node) -> None:
    """The file that a FileAnnotation attaches; bytes inside the document are not kept."""
    target = graph.node(f"{node.stem}/file")
    graph.add(node.iri, IG.file, target.iri)
    graph.add(target.iri, RDF_TYPE, SCHEMA.MediaObject)
    rest = Element("BinaryFile", {}, file.line)
    rest.parts = file.parts
    for key, text in file.attributes.items():
        if key == "FileName":
            graph.add(target.iri, SCHEMA.name, Literal(text))
        elif key == "MIMEType":
            graph.add(target.iri, SCHEMA.encodingFormat, Literal(text))
        elif key == "Size" and _SIZE.fullmatch(text):
            graph.add(target.iri, SCHEMA.contentSize, Literal(int(text)))
        else:
            rest.attributes[key] = text
    for child in file.children:
        if child.tag == "BinData":
            graph.tell("info", "attached data", f"Line {child.line}: attached data not kept.", node=target)
        else:
            rest.children.append(child)
    for external in file.findall("External"):
        checksum = external.attributes.pop("SHA1", "")
        if checksum:
            graph.add(target.iri, IG.checksum, Literal(checksum))
            graph.add(target.iri, IG.checksumAlgorithm, Literal("SHA-1"))
        location = web_address(external.attributes.get("href", ""))
        if location is not None:
            graph.add(target.iri, SCHEMA.contentUrl, location)
            del external.attributes["href"]
    graph.keep_rest(target, rest, prefix="BinaryFile")


def describe_regions(graph: OmeGraph, regions: list[Element], *, used: set[str], owner: Node) -> None:
    """State every region of interest as an annotation whose value is the XML of its shapes.

    Args:
        graph: receives the statements.
        regions: the ROI elements.
        used: IDs that some image refers to.
        owner: gets the regions that no image refers to.
    """
    for number, region in enumerate(regions):
        node = graph.node_of(region, f"region/{number}")
        describe(graph, region, node)
        kinds = {shape.tag for union in region.findall("Union") for shape in union.children}
        for kind in ("ROI", *sorted(kinds)):
            graph.add(node.iri, IG.annotationType, Literal(kind))
        for union in region.findall("Union"):
            graph.keep_surplus(node, union, said=(WORDS,), children=kinds)
            if union.verbatim:
                shapes, count = _BINARY.subn(r"\1", union.verbatim)
                if count:
                    graph.tell(
                        "info", "masks", f"Line {union.line}: the pixels of a mask are not kept.", node=node
                    )
                graph.add(node.iri, IG.annotationValue, Literal(shapes))
        if region.attributes.get("ID", "").strip() not in used:
            graph.add(owner.iri, IG.annotation, node.iri)
