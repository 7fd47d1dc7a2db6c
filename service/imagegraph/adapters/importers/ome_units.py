"""Units of OME-XML: from the symbols of its schema to the unit that a slot of the model is kept in.

The symbols and their factors are data: `mappings/ome/units.yaml`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from math import isfinite
from typing import Any

from imagegraph import resources
from imagegraph.model.rdf import UNIT, NamedNode

#: xsd:float and xsd:integer, without INF and NaN; exponents that a double can hold
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_LONGEST_NUMBER = 60


@dataclass(frozen=True, kw_only=True)
class Unit:
    """A unit with what brings it to the SI base of its dimension: (value + offset) * factor / divisor."""

    symbol: str
    dimension: str
    iri: NamedNode | None
    factor: Decimal
    divisor: Decimal
    offset: Decimal


def load_table(name: str) -> dict[str, Any]:
    """One of the tables below `mappings/ome`."""
    table: dict[str, Any] = resources.read_yaml("mappings", "ome", f"{name}.yaml")
    return table


@cache
def _table() -> dict[str, Any]:
    return load_table("units")


def _plain(symbol: str) -> str:
    return unicodedata.normalize("NFKC", symbol.strip())


@cache
def units() -> dict[str, Unit]:
    """Every unit by its symbol after Unicode NFKC, other spellings included."""
    found: dict[str, Unit] = {}
    for dimension, symbols in _table()["dimensions"].items():
        for symbol, row in symbols.items():
            found[_plain(symbol)] = Unit(
                symbol=symbol,
                dimension=dimension,
                iri=UNIT[row["qudt"]] if row["qudt"] else None,
                factor=Decimal(row["factor"]),
                divisor=Decimal(row.get("divisor", "1")),
                offset=Decimal(row.get("offset", "0")),
            )
    for alias, symbol in _table()["aliases"].items():
        found.setdefault(_plain(alias), found[_plain(symbol)])
    return found


@lru_cache(maxsize=1024)
def find_unit(symbol: str) -> Unit | None:
    """The unit that a symbol of OME-XML names, None when it names none that can be converted."""
    return units().get(_plain(symbol))


def without_measure(symbol: str) -> bool:
    """Whether the symbol says that the number is no measure at all (`pixel`, `reference frame`)."""
    return symbol.strip() in _table()["without_measure"]


def finite_number(text: str) -> Decimal | None:
    """The number that a text is in XML Schema's spelling; None for words, infinities and absurd lengths."""
    stripped = text.strip()
    if len(stripped) > _LONGEST_NUMBER or not _NUMBER.fullmatch(stripped):
        return None
    return Decimal(stripped) if isfinite(float(stripped)) else None


def converted(number: Decimal, *, source: Unit, target: Unit) -> float:
    """A number of one unit in another unit of the same dimension.

    >>> converted(Decimal("650"), source=units()["Å"], target=units()["nm"])
    65.0
    """
    if source == target:
        return float(number)
    base = (number + source.offset) * source.factor / source.divisor
    return float(base * target.divisor / target.factor - target.offset)
