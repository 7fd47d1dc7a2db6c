"""The releases that the index holds, and which of them answer."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from imagegraph.adapters.sqlite.terms.schema import namespace
from imagegraph.errors import NotFound
from imagegraph.model.ontology import STARTER, Release, ReleaseHeader

_COLUMNS = "number, ontology, header, source, loaded, digest, terms, obsolete, languages, current"


@dataclass(frozen=True, kw_only=True, eq=False)
class Part:
    """A release that answers, as the search needs it.

    Attributes:
        number: of the release; its tables end with it.
        namespaces: where its IRIs begin; None when they are too many to say.
        names: how many it has, of how many terms.
    """

    number: int
    ontology: str
    version: str
    base: str
    starter: bool
    namespaces: frozenset[str] | None
    names: int
    terms: int

    def may_hold(self, iri: str) -> bool:
        """Whether an IRI can be in it."""
        return self.namespaces is None or namespace(iri) in self.namespaces

    def defines(self, iri: str) -> bool:
        """Whether it is the home of an IRI."""
        return not self.starter and bool(self.base) and iri.startswith(self.base)


class Parts:
    """Reads which releases answer; remembers what it has read about those that did not change."""

    def __init__(self) -> None:
        self._known: tuple[tuple[int, ...], tuple[Part, ...]] = ((), ())

    def answering(self, connection: sqlite3.Connection, ontologies: Sequence[str] = ()) -> tuple[Part, ...]:
        """Those that answer, of these vocabularies or of all; the starter's last."""
        numbers = answering_numbers(connection)
        known, parts = self._known
        if known != numbers:
            parts = _read_parts(connection, numbers)
            self._known = numbers, parts
        return tuple(part for part in parts if part.ontology in ontologies) if ontologies else parts

    def one(self, connection: sqlite3.Connection, number: int) -> tuple[Part, ...]:
        """A release by its number, whether it answers or not; empty when it is not there."""
        return _read_parts(connection, [number])


def answering_numbers(connection: sqlite3.Connection) -> tuple[int, ...]:
    """The numbers of the releases that answer."""
    rows = connection.execute(
        "SELECT number FROM release WHERE ready AND (current OR source = ?) ORDER BY number", (STARTER,)
    )
    return tuple(number for (number,) in rows)


def _read_parts(connection: sqlite3.Connection, numbers: Iterable[int]) -> tuple[Part, ...]:
    marks = ", ".join(str(number) for number in numbers)
    rows = connection.execute(
        "SELECT number, ontology, header, base, source, namespaces, names, terms FROM release"
        f" WHERE ready AND number IN ({marks}) ORDER BY source = ?, ontology, number",
        (STARTER,),
    )
    return tuple(
        Part(
            number=number, ontology=ontology, version=json.loads(header)["version"], base=base,
            starter=source == STARTER, names=names, terms=terms,
            namespaces=None if (listed := json.loads(namespaces)) is None else frozenset(listed),
        )
        for number, ontology, header, base, source, namespaces, names, terms in rows
    )  # fmt: skip


def read_releases(connection: sqlite3.Connection, number: int | None = None) -> tuple[Release, ...]:
    """All that are ready (or that one), by vocabulary, the current one first, the starter's last."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM release WHERE ready AND ifnull(number = ?, 1)"
        " ORDER BY ontology, source = ?, current DESC, number DESC",
        (number, STARTER),
    )
    return tuple(_release(row) for row in rows)


def get_release(connection: sqlite3.Connection, number: int) -> Release:
    """A release by its number.

    Raises:
        NotFound: there is none.
    """
    found = read_releases(connection, number) if abs(number) < 1 << 63 else ()
    if not found:
        raise NotFound(
            f"There is no release {number}; `imagegraph terms list` shows those that are loaded.",
            number=number,
        )
    return found[0]


def header_text(header: ReleaseHeader) -> str:
    """A header as a row holds it."""
    return json.dumps(asdict(header))


def _release(row: Sequence[Any]) -> Release:
    number, ontology, header, source, loaded, digest, terms, obsolete, languages, current = row
    return Release(
        number=number, ontology=ontology, header=ReleaseHeader(**json.loads(header)), source=source, loaded=loaded,
        digest=digest, terms=terms, obsolete=obsolete, languages=tuple(json.loads(languages)), current=bool(current),
    )  # fmt: skip
