"""Values of Handle records, and the PIDINST record that they may hold.

Answers of the Handle API (https://www.handle.net/proxy_servlet.html#rest-api), lists of ePIC and of ACTRIS differ
only in where a value stands. Values of administrators (HS_ADMIN, HS_SIG …) and times to live are of no use here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from imagegraph import resources
from imagegraph.adapters.authorities.pidinst import InstrumentRecord
from imagegraph.adapters.authorities.pidinst_json import read_record
from imagegraph.adapters.authorities.privacy import listed
from imagegraph.adapters.authorities.values import LONGEST_TEXT, member, text

#: members that hold the value of a value, in the order in which they are looked for
_PLACES = (("data", "value"), ("parsed_data",), ("value",))
#: properties that an instrument may have several of
_REPEATED = frozenset(
    (
        "Owner", "Manufacturer", "InstrumentType", "MeasuredVariable", "Date", "RelatedIdentifier",
        "AlternateIdentifier",
    )
)  # fmt: skip
#: how a property looks that is more than a text
_JSON = ("{", "[", '"')


@dataclass(frozen=True)
class HandleValue:
    """One value of a Handle record: its type, `URL`, `HS_ALIAS` or another handle, and its text."""

    type: str
    text: str


def values_of(document: Any) -> tuple[HandleValue, ...]:
    """The values in an answer, a list or a payload; what is none of them counts as absent."""
    held_values = document if isinstance(document, list) else None
    if held_values is None:
        held_values = member(document, "values") or member(document, "data")
    found = []
    for value in listed(held_values):
        held = next((inner for place in _PLACES if isinstance(inner := member(value, *place), str)), None)
        kind = text(value.get("type"))
        if held is not None and kind:
            found.append(HandleValue(kind, held))
    return tuple(found)


def texts_of(values: Iterable[HandleValue], kind: str) -> tuple[str, ...]:
    """The texts of the values of a type."""
    return tuple(value.text.strip() for value in values if value.type.casefold() == kind.casefold())


def address_in(values: Sequence[HandleValue]) -> str:
    """The first web address that a handle leads to; empty when there is none."""
    return next((url for url in texts_of(values, "URL") if _is_web(url)), "")


def record_in(values: Iterable[HandleValue]) -> InstrumentRecord | None:
    """The PIDINST record that is spread over the values, None when there is none. Both sets of types are read."""
    properties: dict[str, Any] = {}
    for value in values:
        name = _property_of(value.type)
        if name in _REPEATED:
            parsed = _parsed(value.text)
            properties.setdefault(name, []).extend(parsed if isinstance(parsed, list) else [parsed])
        elif name is not None:
            properties.setdefault(name, _parsed(value.text))
    record = read_record(properties)
    return record if record.describes else None


def _parsed(value: str) -> Any:
    """A property: JSON, or a text that may be quoted."""
    value = value.strip()
    if not value.startswith(_JSON):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return value[:LONGEST_TEXT]


def _is_web(address: str) -> bool:
    try:
        return urlsplit(address).scheme.lower() in ("http", "https")
    except ValueError:
        return False


def _property_of(kind: str) -> str | None:
    return _types().get(kind.strip().lower())


@cache
def _types() -> Mapping[str, str]:
    table = resources.read_yaml("mappings", "pidinst", "handle_types.yaml")["types"]
    return {kind.lower(): name for kind, name in table.items()}
