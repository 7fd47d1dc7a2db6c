"""The sections of an IDR study file: keyed rows whose cells are parallel lists.

Each cell counts whether a statement has used it, so that what nothing used can be kept as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import zip_longest
from typing import Any

from imagegraph import resources

_COMMENT = re.compile(r"(?:comments?|characteristics?)\s*\[\s*(.*?)\s*\]?", re.IGNORECASE)
_ACCESSION = re.compile(r"\bidr-?(\d{4,6})\b|\bidr-?(\d{4,6})(?=\D)", re.IGNORECASE)


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
    """A key with its values; `canonical` is the key as the mapping spells it."""

    key: str
    canonical: str
    line: int
    cells: list[Cell]


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

    @cached_property
    def accession(self) -> str | None:
        """`idrNNNN` in lower case when the file states one."""
        for cell in self.study.cells("idr study accession"):
            found = accession_in(cell.text)
            if found:
                return found
        return None

    @cached_property
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
    loaded: dict[str, Any] = resources.read_yaml("mappings", "idr", f"{name}.yaml")
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
