"""Checking many identifiers at once: a list, or a column of a table, which comes back with what was found beside it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from imagegraph.errors import BadParameter, EmptyDocument
from imagegraph.model.identifiers import Identifier, identify
from imagegraph.model.resolutions import Resolution
from imagegraph.operations.columns import delimiter_of, lines_of, rows_of
from imagegraph.ports.resolving import KnownResolutions

#: columns that are added to a table
ADDED = ("scheme", "canonical", "state", "label", "problem")


@dataclass(frozen=True)
class Checked:
    """One identifier with what is known about it."""

    identifier: Identifier
    resolution: Resolution | None


def check(texts: Iterable[str], *, scheme: str | None, known: KnownResolutions) -> Iterator[Checked]:
    """Each text with what became of it, in their order; nobody is asked.

    Args:
        scheme: what all of them are meant to be; None to recognise each.
        known: what was answered before.
    """
    for text in texts:
        identifier = identify(text.strip(), scheme=scheme)
        yield Checked(identifier, known.known(identifier) if identifier.state == "valid" else None)


@dataclass(frozen=True)
class Table:
    """A table that was handed in.

    Attributes:
        header: names of the columns; empty when the first line is one like the others.
        rows: the other lines.
        column: number of the column that holds identifiers.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    column: int

    @property
    def texts(self) -> tuple[str, ...]:
        """The identifiers."""
        return tuple(row[self.column] if self.column < len(row) else "" for row in self.rows)


def read_table(text: str, *, column: str | None = None) -> Table:
    """A table with tabulators, or one identifier a line; with a column by name also CSV.

    The first line is a header when a column is asked for by name, or when none of its cells is an identifier.

    Args:
        column: name of the column with the identifiers, or its number from 1; the first one with an identifier
            in it when None.

    Raises:
        EmptyDocument: it has no line.
        BadParameter: there is no such column.
        MalformedDocument: a row breaks the syntax of CSV.
    """
    if "\t" in text.lstrip().partition("\n")[0] or column is not None:
        rows_read = rows_of(text, delimiter="\t" if "\t" in text else delimiter_of(text), name="the table")
        lines = [tuple(row.cells) for row in rows_read]
    else:
        lines = [(cell.text.strip(),) for cell in lines_of(text)]
    if not lines:
        raise EmptyDocument("The table has no line. Send one identifier a line, or a table with tabulators.")
    first, rest = lines[0], lines[1:]
    if column is not None and not column.isdigit():
        names = [name.strip().lower() for name in first]
        if column.strip().lower() not in names:
            raise BadParameter(
                f"The table has no column {column!r}; it has {', '.join(first)[:300]}.", parameter="column",
                value=column,
            )  # fmt: skip
        return Table(first, tuple(rest), names.index(column.strip().lower()))
    titled = bool(rest) and not any(_is_identifier(cell) for cell in first)
    rows = tuple(rest if titled else lines)
    number = int(column) - 1 if column is not None else _column_of(rows)
    widest = max(map(len, lines))
    if not 0 <= number < widest:
        raise BadParameter(
            f"The table has {widest} columns; there is none of number {column}.", parameter="column",
            value=column,
        )  # fmt: skip
    return Table(first if titled else (), rows, number)


def written_table(table: Table, checked: Sequence[Checked]) -> str:
    """The table with the columns of `ADDED` behind its own."""
    widest = max([len(table.header), *(len(row) for row in table.rows)])
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    header = table.header or tuple(f"column {number}" for number in range(1, widest + 1))
    writer.writerow([*_filled(header, widest), *ADDED])
    for row, found in zip(table.rows, checked, strict=True):
        writer.writerow([*_filled(row, widest), *_cells(found)])
    return out.getvalue()


def _cells(found: Checked) -> tuple[str, ...]:
    identifier, resolution = found.identifier, found.resolution
    state = "invalid" if identifier.state != "valid" else resolution.state if resolution else "unavailable"
    label = resolution.thing.label if resolution and resolution.thing else ""
    return (identifier.scheme, identifier.iri, state, label, identifier.problem or "")


def _filled(row: Sequence[str], width: int) -> tuple[str, ...]:
    return (*row, *[""] * (width - len(row)))


def _column_of(rows: Sequence[Sequence[str]]) -> int:
    """The first column in which one of the first lines has an identifier."""
    for row in rows[:20]:
        for number, cell in enumerate(row):
            if _is_identifier(cell):
                return number
    return 0


def _is_identifier(cell: str) -> bool:
    return identify(cell.strip()).state in ("valid", "placeholder") and bool(cell.strip())
