"""PIDINST 1.0 as JSON and as XML.

The JSON follows the JSON Schema of the working group, the XML its XML Schema
(https://github.com/rdawg-pidinst/schema/tree/master/support). Neither has a registered media type; these are in the
vendor tree under the schema's name.
"""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree

from imagegraph.adapters.authorities.pidinst import InstrumentRecord, NamedEntry
from imagegraph.adapters.exporters.pidinst import demand_complete, instrument_record
from imagegraph.adapters.exporters.record_graph import RecordGraph
from imagegraph.errors import NotAcceptable
from imagegraph.model.records import Version
from imagegraph.ports.exporting import Surroundings

#: characters that XML 1.0 cannot say, https://www.w3.org/TR/xml/#charsets
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_Value = str | list[Any] | dict[str, Any]


class PidinstJsonExporter:
    """Writes PIDINST JSON.

    Args:
        surroundings: tells names of owners and facilities that the record only points to.
    """

    media_type = "application/vnd.pidinst+json"
    suffix = "pidinst.json"
    title = "PIDINST JSON"
    classes = frozenset(("Instrument",))
    self_contained = False

    def __init__(self, *, surroundings: Surroundings) -> None:
        self._surroundings = surroundings

    def export(self, version: Version) -> bytes:
        """The instrument.

        Raises:
            NotAcceptable: the record is about something else, or what the schema demands is missing.
        """
        members = _members(_complete(version, self._surroundings))
        return json.dumps(members, ensure_ascii=False, indent=1).encode() + b"\n"


class PidinstXmlExporter:
    """Writes PIDINST XML.

    Args:
        surroundings: tells names of owners and facilities that the record only points to.
    """

    media_type = "application/vnd.pidinst+xml"
    suffix = "pidinst.xml"
    title = "PIDINST XML"
    classes = frozenset(("Instrument",))
    self_contained = False

    def __init__(self, *, surroundings: Surroundings) -> None:
        self._surroundings = surroundings

    def export(self, version: Version) -> bytes:
        """The instrument.

        Raises:
            NotAcceptable: what the schema demands is missing, or a text cannot be said in XML.
        """
        root = ElementTree.Element("instrument")
        for name, value in _members(_complete(version, self._surroundings)).items():
            _add(root, name, value)
        ElementTree.indent(root, " ")
        written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
        return written + b"\n"


def _complete(version: Version, surroundings: Surroundings) -> InstrumentRecord:
    """The normal form of a record.

    Raises:
        NotAcceptable: it is about something else, or what the schema demands is missing.
    """
    if version.type not in PidinstJsonExporter.classes:
        raise NotAcceptable(
            f"PIDINST describes instruments; this record is about something else ({version.type}).",
            type=version.type,
        )
    record = instrument_record(RecordGraph(version, surroundings=surroundings))
    demand_complete(record)
    return record


def _members(record: InstrumentRecord) -> dict[str, _Value]:
    """The record as the JSON Schema has it, without what is not said."""
    members: dict[str, _Value] = {
        "identifier": {"identifier": record.identifier, "identifierType": record.identifier_type},
        "schemaVersion": record.schema_version,
        "landingPage": record.landing_page,
        "name": record.name,
        "owners": _entries(record.owners, "owner"),
        "manufacturers": _entries(record.manufacturers, "manufacturer"),
        "model": _entry(record.model, "model") if record.model else {},
        "description": record.description,
        "instrumentTypes": _entries(record.instrument_types, "instrumentType"),
        "measuredVariables": list(record.measured_variables),
        "dates": [{"date": date.value, "dateType": date.date_type} for date in record.dates],
        "relatedIdentifiers": [
            _said(
                relatedIdentifier=one.identifier,
                relatedIdentifierType=one.identifier_type,
                relationType=one.relation,
                relatedIdentifierName=one.name,
            )
            for one in record.related_identifiers
        ],
        "alternateIdentifiers": [
            _said(
                alternateIdentifier=one.identifier,
                alternateIdentifierType=one.identifier_type,
                alternateIdentifierName=one.name,
            )
            for one in record.alternate_identifiers
        ],
    }
    return {name: value for name, value in members.items() if value}


def _entries(entries: tuple[NamedEntry, ...], word: str) -> list[dict[str, Any]]:
    """Those that have a name, which the schema demands of each."""
    return [_entry(entry, word) for entry in entries if entry.name]


def _entry(entry: NamedEntry, word: str) -> dict[str, Any]:
    written: dict[str, Any] = {f"{word}Name": entry.name}
    if entry.identifier:
        written[f"{word}Identifier"] = {
            f"{word}Identifier": entry.identifier,
            f"{word}IdentifierType": entry.identifier_type,
        }
    return written


def _said(**members: str) -> dict[str, str]:
    return {name: text for name, text in members.items() if text}


def _add(parent: ElementTree.Element, name: str, value: _Value) -> None:
    """An element for a member; members of an object that only qualify another one are its attributes."""
    element = ElementTree.SubElement(parent, name)
    if isinstance(value, list):
        for item in value:
            _add(element, name.removesuffix("s"), item)
    elif isinstance(value, dict):
        if name in value:
            element.text = _text(value[name])
            for key, text in value.items():
                if key != name:
                    element.set(key, _text(text))
        else:
            for key, inner in value.items():
                _add(element, key, inner)
    else:
        element.text = _text(value)


def _text(text: str) -> str:
    if _NOT_XML.search(text):
        raise NotAcceptable(
            f"“{text[:80]!r}” holds a control character that XML cannot say. Ask for PIDINST JSON instead.",
            value=text[:200],
        )
    return text
