"""Reads PIDINST in the shapes of JSON that it comes in.

They differ in names (`owners`, `Owner`, `Owners`), in wrapping (`{"owner": {…}}` inside the list), in whether
identifiers are objects, and in capitals: the JSON Schema of the working group, B2INST, landing pages of ACTRIS, the
example of ePIC, and values of Handle records. One reader understands them all, mixed as they may be.
"""

from __future__ import annotations

from typing import Any

from imagegraph.adapters.authorities.pidinst import (
    AlternateIdentifier,
    InstrumentDate,
    InstrumentRecord,
    NamedEntry,
    RelatedIdentifier,
    day_of,
)
from imagegraph.adapters.authorities.privacy import MOST_LISTED, public_text

_Members = dict[str, Any]


def read_record(document: Any) -> InstrumentRecord:
    """The record in a document; an empty one when it holds none. Raises nothing.

    >>> read_record({"Owner": [{"owner": {"ownerName": "An institute"}}]}).owners[0].name
    'An institute'
    """
    members = _members(document)
    identifier = _identifier(members)
    return InstrumentRecord(
        identifier=identifier[0],
        identifier_type=identifier[1],
        schema_version=public_text(members.get("schemaversion")),
        landing_page=public_text(members.get("landingpage")),
        name=public_text(members.get("name")),
        owners=_entries(members, "owner"),
        manufacturers=_entries(members, "manufacturer"),
        model=next(iter(_entries(members, "model")), None),
        description=public_text(members.get("description")),
        instrument_types=_entries(members, "instrumenttype"),
        measured_variables=_variables(members),
        dates=_dates(members),
        related_identifiers=_related(members),
        alternate_identifiers=_alternates(members),
    )


def _members(value: Any) -> _Members:
    """The members of an object by lower-case name; the first of two that differ in capitals only."""
    if not isinstance(value, dict):
        return {}
    found: _Members = {}
    for key, member in value.items():
        found.setdefault(str(key).strip().lower(), member)
    return found


def _list(members: _Members, word: str) -> list[Any]:
    """The items of a property, under its name in the singular or the plural; one that is alone is no list."""
    value = members.get(f"{word}s")
    value = members.get(word) if value is None else value
    if value is None:
        return []
    return value[:MOST_LISTED] if isinstance(value, list) else [value]


def _items(members: _Members, word: str) -> list[_Members]:
    """The items of a property, unwrapped, as objects; a bare text becomes the member `word`."""
    found = []
    for item in _list(members, word):
        inner = _members(item) if isinstance(item, dict) else {word: item}
        wrapped = inner.get(word)
        found.append(_members(wrapped) if isinstance(wrapped, dict) else inner)
    return found


def _identifier(members: _Members) -> tuple[str, str]:
    """Value and type of property 1."""
    value = members.get("identifier")
    inner = _members(value) if isinstance(value, dict) else {"identifier": value, **members}
    return _first(inner, "identifier", "identifiervalue"), _first(inner, "identifiertype")


def _entries(members: _Members, word: str) -> tuple[NamedEntry, ...]:
    """Owners, manufacturers, types or the model."""
    found = []
    for item in _items(members, word):
        word_identifier = f"{word}identifier"
        inner = _members(item.get(word_identifier)) or item
        entry = NamedEntry(
            name=_first(item, f"{word}name", word),
            identifier=_first(inner, word_identifier, f"{word_identifier}value"),
            identifier_type=_first(inner, f"{word_identifier}type"),
        )
        if entry.name or entry.identifier:
            found.append(entry)
    return tuple(dict.fromkeys(found))


def _variables(members: _Members) -> tuple[str, ...]:
    word = "measuredvariable"
    texts = (_first(item, word, "variablemeasured", f"{word}name") for item in _items(members, word))
    return tuple(dict.fromkeys(text for text in texts if text))


def _dates(members: _Members) -> tuple[InstrumentDate, ...]:
    found = []
    for item in _items(members, "date"):
        value = day_of(_first(item, "date", "datevalue"))
        if value:
            found.append(InstrumentDate(value=value, date_type=_first(item, "datetype")))
    return tuple(dict.fromkeys(found))


def _related(members: _Members) -> tuple[RelatedIdentifier, ...]:
    word = "relatedidentifier"
    found = []
    for item in _items(members, word):
        value = _first(item, word, f"{word}value")
        if value:
            found.append(
                RelatedIdentifier(
                    identifier=value, identifier_type=_first(item, f"{word}type"),
                    relation=_first(item, "relationtype"), name=_first(item, f"{word}name"),
                )
            )  # fmt: skip
    return tuple(dict.fromkeys(found))


def _alternates(members: _Members) -> tuple[AlternateIdentifier, ...]:
    word = "alternateidentifier"
    found = []
    for item in _items(members, word):
        value = _first(item, word, f"{word}value")
        if value:
            found.append(
                AlternateIdentifier(
                    identifier=value,
                    identifier_type=_first(item, f"{word}type"),
                    name=_first(item, f"{word}name"),
                )
            )
    return tuple(dict.fromkeys(found))


def _first(members: _Members, *names: str) -> str:
    """The first member of these names that is a text."""
    return next((text for text in (public_text(members.get(name)) for name in names) if text), "")
