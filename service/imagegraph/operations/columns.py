"""Columns of strings: from CSV or TSV with a header, or one string a line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from imagegraph.errors import BadParameter, EmptyDocument, MalformedDocument

_DELIMITERS = "\t;,"
_SHOWN = 80


@dataclass(frozen=True)
class Cell:
    """One string of a column.

    Attributes:
        line: number of the line in the file where its row ends, from 1.
    """

    line: int
    text: str


def read_text(content: bytes, *, name: str) -> str:
    """The text of a file.

    Raises:
        MalformedDocument: it is not UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise MalformedDocument(
            f"{name} is not UTF-8: line {line} cannot be read. Save it as UTF-8.", source=name, line=line
        ) from None


def lines_of(text: str) -> list[Cell]:
    """One string a line; empty lines are left out."""
    return [Cell(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]


def column_of(text: str, *, column: str, name: str) -> list[Cell]:
    """The cells of one column of CSV or TSV; empty ones are left out.

    The delimiter is the one of tabulator, semicolon and comma that the header has most of.

    Raises:
        BadParameter: there is no such column.
        EmptyDocument: there is no header.
        MalformedDocument: a row breaks the syntax of CSV.
    """
    found = rows_of(text, delimiter=delimiter_of(text), name=name)
    if not found:
        raise EmptyDocument(f"{name} has no header.", source=name)
    titles = [title.strip() for title in found[0].cells]
    if column not in titles:
        listed = ", ".join(repr(title[:_SHOWN]) for title in titles[:50])
        raise BadParameter(
            f"{name} has no column {column[:_SHOWN]!r}; it has {listed}.",
            parameter="column",
            known=titles[:50],
        )
    place = titles.index(column)
    return [
        Cell(row.line, row.cells[place])
        for row in found[1:]
        if place < len(row.cells) and row.cells[place].strip()
    ]


@dataclass(frozen=True)
class Row:
    """One row of a table.

    Attributes:
        line: number of the line in the file where it ends, from 1.
    """

    line: int
    cells: list[str]


def delimiter_of(text: str) -> str:
    """The one of tabulator, semicolon and comma that the first line has most of."""
    header = text.lstrip().partition("\n")[0]
    return max(_DELIMITERS, key=header.count)


def rows_of(text: str, *, delimiter: str, name: str) -> list[Row]:
    """The rows of CSV or TSV (https://www.rfc-editor.org/rfc/rfc4180) that are not empty, the header among them.

    Raises:
        MalformedDocument: a row breaks the syntax of CSV.
    """
    return list(_rows(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), name=name))


def _rows(rows: Iterator[list[str]], *, name: str) -> Iterator[Row]:
    line = 1
    while True:
        try:
            cells = next(rows, None)
        except csv.Error as error:
            raise MalformedDocument(
                f"{name} is not CSV: {error}, in the row at line {line}.", source=name, line=line
            ) from None
        if cells is None:
            return
        line = getattr(rows, "line_num", line)
        if any(cell.strip() for cell in cells):
            yield Row(line, cells)
