"""One instrument as PIDINST describes it: the normal form that every serialisation is read into.

The properties and their order are those of version 1.0 of the schema (https://doi.org/10.15497/RDA00070,
https://docs.pidinst.org). Owners have no contact address here (property 5.2): mail addresses are never kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*")


@dataclass(frozen=True, kw_only=True)
class NamedEntry:
    """An owner, a manufacturer, the model or a type of instrument.

    Attributes:
        name: its full name.
        identifier: as it was written: a ROR id with or without `https://ror.org/`, a web address …
        identifier_type: what it was called: `ROR`, `Wikidata`, `URL`, `Other` …
    """

    name: str = ""
    identifier: str = ""
    identifier_type: str = ""


@dataclass(frozen=True, kw_only=True)
class InstrumentDate:
    """A date in the life of an instrument.

    Attributes:
        value: a day, month or year; a time of day is cut off.
        date_type: `Commissioned`, `DeCommissioned`, or what else was written.
    """

    value: str
    date_type: str = ""


@dataclass(frozen=True, kw_only=True)
class RelatedIdentifier:
    """Something that has to do with the instrument.

    Attributes:
        identifier: as it was written.
        identifier_type: `DOI`, `Handle`, `URL` …
        relation: `IsDescribedBy`, `HasComponent` …
        name: of the other thing.
    """

    identifier: str
    identifier_type: str = ""
    relation: str = ""
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class AlternateIdentifier:
    """Another name of the same instrument.

    Attributes:
        identifier: the number.
        identifier_type: `SerialNumber`, `InventoryNumber` or `Other`.
        name: what kind of number it is, mostly when the type is `Other`.
    """

    identifier: str
    identifier_type: str = ""
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class InstrumentRecord:
    """What PIDINST says about one instrument; what was not said is empty.

    Attributes:
        identifier: as it was written: a Handle or a DOI, with or without a web address before it.
        identifier_type: `Handle` or `DOI`.
    """

    identifier: str = ""
    identifier_type: str = ""
    schema_version: str = ""
    landing_page: str = ""
    name: str = ""
    owners: tuple[NamedEntry, ...] = ()
    manufacturers: tuple[NamedEntry, ...] = ()
    model: NamedEntry | None = None
    description: str = ""
    instrument_types: tuple[NamedEntry, ...] = ()
    measured_variables: tuple[str, ...] = ()
    dates: tuple[InstrumentDate, ...] = ()
    related_identifiers: tuple[RelatedIdentifier, ...] = ()
    alternate_identifiers: tuple[AlternateIdentifier, ...] = ()

    @property
    def describes(self) -> bool:
        """Whether it says anything about an instrument, not only where its page is."""
        return bool(self.name or self.owners or self.manufacturers or self.model or self.instrument_types)

    def date_of(self, date_type: str) -> str:
        """The first date of a type, without regard to case; empty when there is none."""
        wanted = date_type.casefold()
        return next((date.value for date in self.dates if date.date_type.casefold() == wanted), "")

    def numbers_of(self, identifier_type: str) -> tuple[str, ...]:
        """The alternate identifiers of a type, without regard to case and spaces."""
        wanted = type_key(identifier_type)
        return tuple(
            dict.fromkeys(
                alternate.identifier
                for alternate in self.alternate_identifiers
                if type_key(alternate.identifier_type) == wanted
            )
        )


def type_key(name: str) -> str:
    """The name of a type as it is compared: `Serial number`, `serialNumber` and `SerialNumber ` are one.

    >>> type_key("Serial number ")
    'serialnumber'
    """
    return re.sub(r"[\s_-]+", "", name).casefold()


def day_of(text: str) -> str:
    """A date without its time of day.

    >>> day_of("2011-09-30T04:00:00.000Z")
    '2011-09-30'
    """
    moment = _MOMENT.fullmatch(text.strip())
    return moment[1] if moment else text.strip()
