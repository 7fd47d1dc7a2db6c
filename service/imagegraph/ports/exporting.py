"""Writing records in other people's formats."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from imagegraph.model.records import Version


class Exporter(Protocol):
    """Writes one version of a record in one format."""

    #: media type of what it writes
    media_type: str
    #: file name ending without the dot, as in `/records/{id}.ttl`; it may hold a dot itself
    suffix: str
    #: what people call the format
    title: str
    #: names of the classes whose records it writes; empty when it writes all
    classes: frozenset[str]
    #: whether it tells of nothing but this version: then what it writes may be kept, and has an ETag
    self_contained: bool

    def export(self, version: Version) -> bytes:
        """The record's statements in this format, UTF-8.

        A self-contained exporter writes the same bytes for the same version.

        Raises:
            NotAcceptable: this record cannot be said in this format; the message says what is in the way.
        """
        ...


def suits(exporter: Exporter, type: str) -> bool:
    """Whether an exporter writes records about things of a class."""
    return not exporter.classes or type in exporter.classes


@dataclass(frozen=True, kw_only=True)
class Output:
    """A study or dataset that was made with an instrument.

    Attributes:
        type: name of its class.
    """

    iri: str
    type: str


class Surroundings(Protocol):
    """What other records, and authorities, say about things that a record only names."""

    def names_of(self, iris: Collection[str]) -> Mapping[str, str]:
        """The names of those that have one."""
        ...

    def outputs_of(self, instrument: str) -> Sequence[Output]:
        """What was made with an instrument, in the order of the IRIs."""
        ...


class NoSurroundings:
    """Nothing is known but the record itself."""

    def names_of(self, iris: Collection[str]) -> Mapping[str, str]:
        """None."""
        return {}

    def outputs_of(self, instrument: str) -> Sequence[Output]:
        """None."""
        return ()
