"""The text of an IDR study file as sections.

A study file is a list of rows `key <tab> value <tab> value …`; rows of one section are parallel lists
(https://idr.openmicroscopy.org/about/submission.html). Everything before the first screen or experiment
is about the study; `Screen Number`/`Experiment Number` or the name comment begins the next section.
"""

from __future__ import annotations

import re

from imagegraph.adapters.importers.idr_study import Cell, Row, Section, StudyFile, canonical_key
from imagegraph.adapters.importers.idr_text import KEY, Notes, rows
from imagegraph.errors import MalformedDocument

_HINT = re.compile(r"#\s*[A-Za-z]")
_LONGEST_KEY = 100
_OF_STUDY = ("study ", "term source ", "idr study ")


def parsed(text: str, *, source: str, notes: Notes) -> StudyFile:
    """The sections of a study file.

    Comment lines are left out; cells that still hold a hint of the template (`# leave blank`) are noted
    and count as empty.

    Raises:
        MalformedDocument: not one key of a study file is in it.
    """
    study = Section("study")
    components: list[Section] = []
    current = study
    above: _Continued | None = None
    for line, cells in rows(text, delimiter="\t", notes=notes, keyed=True):
        if not any(cells) or (cells[0].startswith("#") and not any(cells[1:])):
            continue
        if _keyless(cells):
            if above is None:
                notes.add(line, f"Line {line} does not begin with a key; its text was kept as it is.")
                row = Row("", "", line, [Cell(text, column) for column, text in enumerate(cells)])
                study.rows.append(row)
                above = _Continued(row)
            else:
                above.add(line, cells, notes=notes)
            continue
        row, kind = _row(line, cells, notes=notes)
        above = _ended(above, row)
        if kind and _begins(row, current):
            current = Section(kind, position=len(components) + 1)
            components.append(current)
        (study if row.canonical.startswith(_OF_STUDY) else current).rows.append(row)
    _ended(above, None)
    if not any(row.canonical.startswith(("study ", "idr study ")) for row in study.rows):
        raise MalformedDocument(
            f"{source} has no row that begins with “Study …”; it is no IDR study file.", source=source
        )
    return StudyFile(study, components)


def _keyless(cells: list[str]) -> bool:
    """Whether a line continues the one above: no key, a sentence instead of one, or a lone word."""
    if not cells[0] or len(cells[0]) > _LONGEST_KEY:
        return True
    return not any(cells[1:]) and not KEY.fullmatch(cells[0])


def _row(line: int, cells: list[str], *, notes: Notes) -> tuple[Row, str]:
    """One row and the kind of component its key names."""
    values = [Cell(text, column) for column, text in enumerate(cells[1:], 1)]
    for cell in values:
        if _HINT.match(cell.text):
            message = f"“{cells[0]}” still holds a hint of the template, which was left out: {cell.text}"
            notes.add(line, message, severity="info")
            cell.text = ""
    canonical, kind = canonical_key(cells[0])
    return Row(cells[0], canonical, line, values), kind


class _Continued:
    """A row that lines without a key may follow.

    Below a key without values such lines are a list written downwards; below a value they are the rest of
    a text that was broken into lines, and their further cells are the row's further columns.
    """

    def __init__(self, row: Row) -> None:
        self.row = row
        self.started = False
        self.last = next((cell for cell in reversed(row.cells) if cell.text), None)
        self.pieces: list[str] = []

    def add(self, line: int, cells: list[str], *, notes: Notes) -> None:
        """Read one more line as part of the row."""
        row = self.row
        if not self.started:
            notes.add(line, f"Line {line} does not begin with a key; it was read as part of “{row.key}”.")
            del row.cells[self.last.column if self.last else 0 :]
            self.started = True
        if self.last is None:
            row.cells += [
                Cell(text, len(row.cells) + 1 + more) for more, text in enumerate(filter(None, cells))
            ]
            return
        self.pieces.append(cells[0])
        if any(cells[1:]):
            self.end()
            row.cells += [Cell(text, self.last.column + more) for more, text in enumerate(cells[1:], 1)]
            self.last = next(cell for cell in reversed(row.cells) if cell.text)

    def end(self) -> None:
        """Put the broken text together."""
        if self.last is not None and self.pieces:
            self.last.text = "\n".join([self.last.text, *self.pieces]).strip()
            self.pieces = []


def _ended(above: _Continued | None, row: Row | None) -> _Continued | None:
    """Finish one row and prepare for lines that follow the next."""
    if above is not None:
        above.end()
    return _Continued(row) if row is not None else None


def _begins(row: Row, current: Section) -> bool:
    """Whether a row about a screen or experiment opens a new section."""
    if current.kind == "study":
        return True
    return row.canonical in {"component number", "component name"} and current.has(row.canonical)
