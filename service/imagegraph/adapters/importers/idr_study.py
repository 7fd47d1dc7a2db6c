"""An IDR study file as sections of keyed rows.

A study file is a list of rows `key <tab> value <tab> value …`; rows of one section are parallel lists
(https://idr.openmicroscopy.org/about/submission.html). Everything before the first screen or experiment
is about the study; `Screen Number`/`Experiment Number` or the name comment begins the next section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest
from typing import Any

import yaml

from imagegraph import resources
from imagegraph.adapters.importers.idr_text import KEY, Notes, rows
from imagegraph.errors import MalformedDocument

_COMMENT = re.compile(r"(?:comments?|characteristics?)\s*\[\s*(.*?)\s*\]?", re.IGNORECASE)
_HINT = re.compile(r"#\s*[A-Za-z]")
_ACCESSION = re.compile(r"\bidr-?(\d{4,6})\b|\bidr-?(\d{4,6})(?=\D)", re.IGNORECASE)
_LONGEST_KEY = 100
_OF_STUDY = ("study ", "term source ", "idr study ")


@dataclass
class Cell:
    """One value of a row; `used` once it has become a statement."""

    text: str
    column: int
    used: bool = False

    def take(self) -> str:
        """The text, from now on counted as used."""
        self.used = True
        return self.text


@dataclass
class Row:
    """A key with its values; `canonical` is the key as the mapping spells it.

    `continued` rows have further lines without a key, `downwards` those that are a list in such lines.
    """

    key: str
    canonical: str
    line: int
    cells: list[Cell]
    continued: bool = False
    downwards: bool = False


@dataclass
class Section:
    """The rows about the study or about one screen or experiment.

    Attributes:
        kind: `study`, `screen` or `experiment`.
        position: 1 for the first component.
    """

    kind: str
    position: int = 0
    rows: list[Row] = field(default_factory=list)

    def has(self, canonical: str) -> bool:
        """Whether there is a row with this key."""
        return any(row.canonical == canonical for row in self.rows)

    def lists(self, canonical: str) -> list[list[Cell]]:
        """The cells of every row with this key."""
        return [row.cells for row in self.rows if row.canonical == canonical]

    def cells(self, canonical: str) -> list[Cell]:
        """All filled cells of a key, in order."""
        return [cell for cells in self.lists(canonical) for cell in cells if cell.text]

    def first(self, canonical: str) -> str:
        """The first filled cell of a key, taken; empty when there is none."""
        cells = self.cells(canonical)
        return cells[0].take() if cells else ""

    def columns(self, *keys: str) -> Iterator[list[Cell]]:
        """Parallel lists read downwards: for each column, one cell per key.

        When rows are repeated, the n-th rows of the keys belong together.
        """
        for group in zip_longest(*(self.lists(key) for key in keys), fillvalue=[]):
            for cells in zip_longest(*group):
                yield [cell if cell is not None else Cell("", -1) for cell in cells]

    def rest(self) -> Iterator[tuple[str, str]]:
        """Key and text of every cell that no statement used."""
        for row in self.rows:
            for cell in row.cells:
                if cell.text and not cell.used:
                    yield row.key or f"Line {row.line}", cell.text


@dataclass
class StudyFile:
    """The sections of a study file."""

    study: Section
    components: list[Section]

    @property
    def accession(self) -> str | None:
        """`idrNNNN` in lower case when the file states one."""
        for cell in self.study.cells("idr study accession"):
            found = accession_in(cell.text)
            if found:
                return found
        return None

    def declared(self) -> dict[str, str]:
        """Lower-case prefix -> IRI base of the term sources the file lists, and of well-known ones."""
        bases = {name.lower(): base for name, base in mapping("study")["term_sources"].items()}
        for name, uri in self.study.columns("term source name", "term source uri"):
            if name.text and uri.text:
                bases[name.text.lower()] = uri.text
        return bases


@cache
def mapping(name: str) -> dict[str, Any]:
    """One of the packaged mapping files of this format."""
    loaded: dict[str, Any] = yaml.safe_load(resources.text("mappings", "idr", f"{name}.yaml"))
    return loaded


def accession_in(text: str) -> str | None:
    """The IDR accession that a text contains, such as a file name.

    >>> accession_in("idr0158-experimentA-annotation.csv")
    'idr0158'
    """
    found = _ACCESSION.search(text)
    return f"idr{found[1] or found[2]}" if found else None


def canonical_key(key: str) -> tuple[str, str]:
    """How the mapping spells a key, and the kind of component it names, if any."""
    text = " ".join(key.replace("\ufeff", "").split()).rstrip(":").strip()
    comment = _COMMENT.fullmatch(text)
    text = (comment[1] if comment else text).lower()
    aliases = mapping("study")["aliases"]
    kind = next((word for word in ("screen", "experiment") if re.match(rf"(?:idr )?{word} ", text)), "")
    text = aliases.get(text, text)
    if kind and text.startswith(f"{kind} "):
        text = "component" + text[len(kind) :]
    text = aliases.get(text, text)
    return text, kind


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
    row: Row | None = None
    for line, cells in rows(text, delimiter="\t", notes=notes, keyed=True):
        if not any(cells) or (cells[0].startswith("#") and not any(cells[1:])):
            continue
        if _keyless(cells):
            above, row = row, _continue(row, line, cells, notes=notes)
            if above is None:
                study.rows.append(row)
            continue
        row, kind = _row(line, cells, notes=notes)
        if kind and _begins(row, current):
            current = Section(kind, position=len(components) + 1)
            components.append(current)
        (study if row.canonical.startswith(_OF_STUDY) else current).rows.append(row)
    if not any(row.canonical.startswith(("study ", "idr study ")) for row in study.rows):
        raise MalformedDocument(
            f"{source} has no row that begins with “Study …”; it is no IDR study file.", source=source
        )
    return StudyFile(study, components)


def _keyless(cells: list[str]) -> bool:
    """Whether a line continues the one above: no key, a sentence instead of one, or a lone word."""
    return (
        not cells[0] or len(cells[0]) > _LONGEST_KEY or (not any(cells[1:]) and not KEY.fullmatch(cells[0]))
    )


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


def _continue(row: Row | None, line: int, cells: list[str], *, notes: Notes) -> Row:
    """Add a line without a key to the row above it; a new row when there is none.

    Below a key without values such lines are a list written downwards; below a value they are the rest of
    a text that was broken into lines.
    """
    if row is None:
        notes.add(line, f"Line {line} does not begin with a key; its text was kept as it is.")
        return Row("", "", line, [Cell(text, column) for column, text in enumerate(cells)])
    filled = [cell for cell in row.cells if cell.text]
    if not row.continued:
        notes.add(
            line, f"Line {line} does not begin with a key; it was read as part of “{row.key}” above it."
        )
        row.downwards = not filled
        row.continued = True
        if row.downwards:
            row.cells.clear()
    if row.downwards or not filled:
        row.cells += [Cell(text, len(row.cells) + 1 + more) for more, text in enumerate(filter(None, cells))]
        return row
    last = filled[-1]
    last.text = f"{last.text}\n{cells[0]}".strip()
    del row.cells[row.cells.index(last) + 1 :]
    row.cells += [Cell(text, last.column + more) for more, text in enumerate(cells[1:], 1)]
    return row


def _begins(row: Row, current: Section) -> bool:
    """Whether a row about a screen or experiment opens a new section."""
    if current.kind == "study":
        return True
    return row.canonical in {"component number", "component name"} and current.has(row.canonical)
