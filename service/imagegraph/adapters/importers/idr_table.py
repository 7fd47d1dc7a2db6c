"""An IDR annotation table as groups of rows: one group per plate or dataset, and what each column means.

Columns that belong together become one field: `Characteristics [X]` with the `Term Source n REF` and
`Term Source n Accession` behind it, a phenotype with its terms, a gene with its symbol, a compound, an
antibody (https://idr.openmicroscopy.org/about/submission.html).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from imagegraph.adapters.importers.idr_study import mapping
from imagegraph.adapters.importers.idr_text import Notes, delimiter_of, rows
from imagegraph.errors import EmptyDocument, MalformedDocument

_WRAPPED = re.compile(r"(characteri\w+|experimental conditions?|comments?|factor values?)\s*\[\s*(.*?)\s*\]")
_TERM_SOURCE = re.compile(r"term source(?: ?\d+)? (ref|accession)(?: number)?")
_PHENOTYPE = re.compile(r"phenotype ?(\d*)(?: term (name|accession|source ref|ref))?(?: ?\d*)")
_ANTIBODY = re.compile(r"((?:primary |secondary )?antibody ?\d*) ?(identifier|rrid|dilution|)")


@dataclass
class Field:
    """Columns of a table that state one thing.

    Attributes:
        role: `organism term sample gene compound phenotype antibody control image_type channels file property`.
        header: the name of its first column, as written.
        slot: the property for `term` and `sample`, as prefix:name.
        condition: the column is an experimental condition, so that it is kept as such, too.
        columns: part -> positions; a part may have several columns.
    """

    role: str
    header: str
    slot: str = ""
    condition: bool = False
    columns: dict[str, list[int]] = field(default_factory=dict)

    @property
    def subject(self) -> str:
        """What the field is about, in lower case: the X of `Characteristics [X]`."""
        return _unwrapped(self.header.lower())[0]

    @property
    def positions(self) -> tuple[int, ...]:
        """Every column of the field, in the order of the parts."""
        return tuple(position for part in self.columns.values() for position in part)


@dataclass
class Group:
    """The rows of one plate or dataset, with their line numbers."""

    name: str
    rows: list[tuple[int, list[str]]] = field(default_factory=list)


@dataclass
class Table:
    """A whole annotation table.

    Attributes:
        keys: `dataset`, `plate`, `image` and `well` -> position of the column.
        fields: all other columns.
        header: names of the columns as written.
    """

    header: list[str]
    keys: dict[str, int]
    fields: list[Field]
    groups: list[Group]

    @property
    def by_dataset(self) -> bool:
        """Whether the groups are datasets of images; else they are plates with wells."""
        return {"dataset", "image"} <= self.keys.keys()


def read_table(text: str, *, source: str, notes: Notes) -> Table:
    """The table with its rows grouped by plate or dataset.

    Raises:
        MalformedDocument: the first line is no header of an annotation table.
        EmptyDocument: there is a header and nothing below it.
    """
    lines = rows(text, delimiter=delimiter_of(text.partition("\n")[0]), notes=notes)
    number, header = next(((number, cells) for number, cells in lines if any(cells)), (1, []))
    header = column_names(header)
    keys = _keys(header)
    if not is_header(header):
        raise MalformedDocument(
            f"Line {number} of {source} is no header of an annotation table: it needs the columns "
            "“Dataset Name” and “Image Name”, or “Plate” and “Well”.",
            source=source, line=number,
        )  # fmt: skip
    for name in [name for name, count in Counter(header).items() if count > 1]:
        notes.add(number, f"The column “{name}” occurs more than once; every one of them was kept.")
    groups = _grouped(lines, header, keys, notes=notes)
    if not groups:
        raise EmptyDocument(f"{source} has a header but no rows.", source=source)
    return Table(header, keys, _fields(header, set(keys.values())), groups)


def column_names(cells: list[str]) -> list[str]:
    """The first line as names with single spaces; nameless columns are numbered, or dropped at the end."""
    names = [" ".join(cell.replace("\ufeff", "").split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    return [name or f"Column {position}" for position, name in enumerate(names, 1)]


def is_header(header: list[str]) -> bool:
    """Whether these are the column names of an annotation table."""
    keys = _keys(header)
    return {"dataset", "image"} <= keys.keys() or {"plate", "well"} <= keys.keys()


def _keys(header: list[str]) -> dict[str, int]:
    """The positions of the columns that identify a row."""
    names = [name.lower() for name in header]
    table = mapping("table")
    found = {}
    for key in ("dataset", "plate", "image", "well"):
        position = next((names.index(name) for name in table[key] if name in names), None)
        if position is not None:
            found[key] = position
    return found


def _grouped(
    lines: Iterable[tuple[int, list[str]]], header: list[str], keys: dict[str, int], *, notes: Notes
) -> list[Group]:
    """Rows by plate or dataset, in the order in which these first occur; rows need not be sorted."""
    position = keys["dataset"] if "dataset" in keys and "image" in keys else keys["plate"]
    groups: dict[str, Group] = {}
    texts: dict[str, str] = {}  # equal cells share one object, which is most of the memory of a large table
    ragged: list[int] = []
    unnamed: list[int] = []
    hinted: list[int] = []
    for number, cells in lines:
        if any(cell.startswith("# ") for cell in cells):
            hinted.append(number)
            if any(at < len(cells) and cells[at].startswith("# ") for at in keys.values()):
                continue  # a row of the template, which names no image
            cells = ["" if cell.startswith("# ") else cell for cell in cells]  # noqa: PLW2901
        if not any(cells):
            continue
        if any(cells[len(header) :]):
            ragged.append(number)
        name = cells[position] if position < len(cells) else ""
        if not name:
            unnamed.append(number)
        shared = [texts.setdefault(text, text) for text in cells]
        groups.setdefault(name, Group(name)).rows.append((number, shared))
    _note_lines(notes, ragged, "more cells than the header has columns; the surplus was kept without a name")
    _note_lines(notes, hinted, "hints of the template in place of values, which were left out")
    _note_lines(notes, unnamed, f"no value in “{header[position]}”; the rows were put together")
    return list(groups.values())


def _note_lines(notes: Notes, lines: list[int], what: str) -> None:
    """One note about many lines."""
    if lines:
        listed = ", ".join(str(line) for line in lines[:5]) + (" …" if len(lines) > 5 else "")
        notes.add(lines[0], f"{len(lines)} row(s) have {what} (lines {listed}).")


def _fields(header: list[str], taken: set[int]) -> list[Field]:
    """What the columns mean; every column but the identifying ones is in exactly one field."""
    fields: list[Field] = []
    composed: dict[str, Field] = {}
    described: Field | None = None
    for position, name in enumerate(header):
        if position in taken:
            described = None
            continue
        plain = name.lower()
        source = _TERM_SOURCE.fullmatch(plain)
        if source and described is not None and source[1] not in described.columns:
            described.columns[source[1]] = [position]
            continue
        described = None
        role, part, group = _composed(plain)
        if role:
            if group not in composed:
                composed[group] = Field(role, name)
                fields.append(composed[group])
            composed[group].columns.setdefault(part, []).append(position)
            described = composed[group] if part == "name" and role == "compound" else None
            continue
        described = _single(name, plain)
        described.columns["name"] = [position]
        fields.append(described)
    return [_checked(entry) for entry in fields]


def _unwrapped(plain: str) -> tuple[str, str]:
    """The X of `Characteristics [X]`, and what it was wrapped in."""
    match = _WRAPPED.fullmatch(plain)
    return (match[2], match[1]) if match else (plain, "")


def _composed(plain: str) -> tuple[str, str, str]:
    """Role, part and group of a column that is one of several about a thing; empty when it is none."""
    inner, _ = _unwrapped(plain)
    table = mapping("table")
    phenotype = _PHENOTYPE.fullmatch(plain)
    if phenotype and (phenotype[1] or phenotype[2] or plain == "phenotype"):
        part = {None: "name", "name": "label", "accession": "accession"}.get(phenotype[2], "ref")
        return "phenotype", part, f"phenotype {phenotype[1]}"
    antibody = _ANTIBODY.fullmatch(inner)
    if antibody:
        part = {"": "name", "dilution": "dilution"}.get(antibody[2], "identifier")
        return "antibody", part, antibody[1].strip()
    if inner in table["gene_identifier"] or inner in table["gene_symbol"]:
        return "gene", "identifier" if inner in table["gene_identifier"] else "symbol", "gene"
    plain_inner = re.sub(r"\s*\(.*\)$", "", inner)
    for part in ("name", "inchi_key", "smiles", "dose"):
        if plain_inner in table[f"compound_{part}"]:
            return "compound", part, "compound"
    return "", "", ""


def _single(name: str, plain: str) -> Field:
    """The field of a column that stands alone or carries a term."""
    inner, wrapping = _unwrapped(plain)
    inner = re.sub(r" \d+$", "", inner)
    table = mapping("table")
    condition = wrapping.startswith(("experimental", "factor"))
    for role in ("channels", "file"):
        if inner in table[role] and not condition:
            return Field(role, name)
    if wrapping.startswith("comment"):
        return Field("image_type" if inner in table["image_type"] else "property", name)
    if inner in table["organism"]:
        return Field("organism", name, condition=condition)
    for role, slots in (("term", table["terms"]), ("sample", table["sample"])):
        if inner in slots:
            return Field(role, name, slot=slots[inner], condition=condition)
    if inner in table["control"]:
        return Field("control", name)
    return Field("property", name, condition=condition)


def _checked(entry: Field) -> Field:
    """Composed fields without the column that identifies the thing are plain properties of the image."""
    needed = {"antibody": {"identifier"}, "compound": {"name", "inchi_key", "smiles"}}
    if entry.role in needed and not needed[entry.role] & entry.columns.keys():
        return Field("properties", entry.header, columns=entry.columns)
    return entry


def cells_of(cells: list[str], positions: tuple[int, ...]) -> tuple[str, ...]:
    """The values of a field in one row; missing cells are empty."""
    size = len(cells)
    return tuple([cells[position] if position < size else "" for position in positions])


def parts_of(entry: Field, values: tuple[str, ...]) -> dict[str, list[str]]:
    """Values by part, the inverse of `Field.positions`."""
    remaining: Iterator[str] = iter(values)
    return {part: [next(remaining) for _ in positions] for part, positions in entry.columns.items()}
