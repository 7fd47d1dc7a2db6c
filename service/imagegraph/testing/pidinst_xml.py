"""Reads the PIDINST XML that is exported, to compare it with the JSON; https://github.com/rdawg-pidinst/schema/tree/master/support.

Document types and entities are refused; the reader of OME-XML does that, and it knows elements by their local names.
"""

from __future__ import annotations

from typing import Any

from imagegraph.adapters.authorities.contract import UnreadableAnswer
from imagegraph.adapters.authorities.pidinst import InstrumentRecord
from imagegraph.adapters.authorities.pidinst_json import read_record
from imagegraph.adapters.importers.ome_document import Element, parse
from imagegraph.errors import ImagegraphError


def read_xml(content: bytes) -> InstrumentRecord:
    """The record in an XML text.

    Raises:
        UnreadableAnswer: not well-formed, with a document type, or no `instrument`.
    """
    try:
        root, _ = parse(content, source="PIDINST record")
    except ImagegraphError:
        raise UnreadableAnswer("sent XML that cannot be read, or must not be") from None
    if root.tag != "instrument":
        raise UnreadableAnswer("sent XML that describes no instrument")
    return read_record(_value(root))


def _value(element: Element) -> Any:
    """An element as the JSON Schema of PIDINST would write it: lists by their plural names, attributes as members."""
    if element.children:
        if all(f"{child.tag}s" == element.tag for child in element.children):
            return [_value(child) for child in element.children]
        return {child.tag: _value(child) for child in element.children}
    return {element.tag: element.text, **element.attributes} if element.attributes else element.text
