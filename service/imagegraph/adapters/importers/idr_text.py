"""The bytes of an IDR file as rows of cells: encodings, line ends and quotes as spreadsheets write them.

Cells follow RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180) with any delimiter, except that a quote
which is never closed is an ordinary character: one stray quote must not swallow the rest of a file.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from imagegraph.errors import EmptyDocument, MalformedDocument
from imagegraph.model.reports import Severity

_ENCODINGS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}

#: how a line of a study file begins; a quoted cell that contains such a line was never closed
KEY = re.compile(
    r"(?:study|screen|experiment|library|protocol|phenotype|raw|feature|processed|assay|quality|term source"
    r"|comment ?\[|idr |biostudies|bioimage)[^\t\n]{0,70}",
    re.IGNORECASE,
)


@dataclass
class Notes:
    """What a reader has to tell about the text, with the line it is about (0 for the whole file)."""

    lines: list[tuple[int, Severity, str]] = field(default_factory=list)

    def add(self, line: int, message: str, *, severity: Severity = "warning") -> None:
        """Remember one sentence about one line."""
        self.lines.append((line, severity, message))


def decoded(content: bytes, *, source: str, notes: Notes) -> str:
    """The text of a file, with line feeds as the only line ends.

    UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1252 (the superset of Latin-1
    that spreadsheets write), which is noted.

    Raises:
        EmptyDocument: nothing but blanks.
        MalformedDocument: NUL characters, which no text file holds; `line` says where.
    """
    encoding = next((name for mark, name in _ENCODINGS.items() if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        notes.add(
            line, f"Line {line} is not {encoding.removesuffix('-sig').upper()}; the file was read as Latin-1."
        )
        try:
            text = content.decode("cp1252")
        except UnicodeDecodeError:
            text = content.decode("latin-1")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    nul = text.find("\0")
    if nul >= 0:
        line = text.count("\n", 0, nul) + 1
        raise MalformedDocument(
            f"{source} has a NUL character on line {line}; save it again as plain text.",
            source=source,
            line=line,
        )
    if not text.strip():
        raise EmptyDocument(f"{source} holds nothing but blanks.", source=source)
    return text


@lru_cache(maxsize=8)
def _patterns(delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A closed quoted cell, and a bare one."""
    mark = re.escape(delimiter)
    quoted = re.compile(rf'"([^"]*+(?:""[^"]*+)*+)"[ ]*(?={mark}|\n|\Z)')
    return quoted, re.compile(rf"[^{mark}\n]*")


def rows(text: str, *, delimiter: str, notes: Notes, keyed: bool = False) -> Iterator[tuple[int, list[str]]]:
    """Line number and stripped cells of every row, blank rows included.

    Args:
        text: the file, line feeds only.
        delimiter: one character.
        notes: told about quotes that are never closed.
        keyed: rows begin with a key of a study file, which shows where a quote was left open.
    """
    position, line, size = 0, 1, len(text)
    while position < size:
        end = text.find("\n", position)
        end = size if end < 0 else end
        if text.find('"', position, end) < 0:
            yield line, [cell.strip() for cell in text[position:end].split(delimiter)]
            position, line = end + 1, line + 1
            continue
        cells, stop = _quoted_row(text, position, delimiter=delimiter, keyed=keyed, line=line, notes=notes)
        yield line, cells
        line += text.count("\n", position, stop) + 1
        position = stop + 1


def _quoted_row(
    text: str, position: int, *, delimiter: str, keyed: bool, line: int, notes: Notes
) -> tuple[list[str], int]:
    """The cells of a row that has quotes, and where its line feed stands."""
    quoted, bare = _patterns(delimiter)
    cells: list[str] = []
    while True:
        match = quoted.match(text, position) if text.startswith('"', position) else None
        if match and keyed and _runs_on(match[1]):
            match = None
        if match:
            cells.append(match[1].replace('""', '"').strip())
        else:
            if text.startswith('"', position):
                notes.add(
                    line, f"Line {line} has a quote that is not closed; it was read as an ordinary character."
                )
            match = bare.match(text, position)
            cells.append(match[0].strip() if match else "")
        position = match.end() if match else position
        if not text.startswith(delimiter, position):
            return cells, position
        position += 1


def _runs_on(cell: str) -> bool:
    """Whether a quoted cell contains the beginning of another row of a study file."""
    return "\n" in cell and any(KEY.match(part) and "\t" in part for part in cell.split("\n")[1:])


def delimiter_of(header: str) -> str:
    """The delimiter of a table by its first line: the most frequent of tab, comma and semicolon."""
    return max("\t,;", key=header.count)
