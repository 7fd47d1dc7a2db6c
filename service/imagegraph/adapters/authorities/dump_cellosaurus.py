"""Cellosaurus as one file of text, `cellosaurus.txt` (https://www.cellosaurus.org/description.html).

Each cell line is a block of lines that begin with two letters and ends with `//`. It becomes the document with which
https://api.cellosaurus.org/cell-line/… answers, as far as readers of that look at it: names, species, diseases,
site, comments and links; profiles of DNA and literature are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO, Any

from imagegraph.errors import MalformedDocument

#: bytes of the longest line, lines of the longest block
_LONGEST_LINE, _MOST_LINES = 1_000_000, 50_000
#: lines of the longest heading
_MOST_HEADING = 500
_OBO = "http://purl.obolibrary.org/obo/"
#: databases whose accessions have an IRI that others use too
_IRIS: Mapping[str, str] = {
    "CLO": _OBO,
    "BTO": _OBO,
    "EFO": "http://www.ebi.ac.uk/efo/",
    "Wikidata": "https://www.wikidata.org/wiki/",
    "NCIt": f"{_OBO}NCIT_",
    "ORDO": "http://www.orpha.net/ORDO/",
    "UBERON": _OBO,
    "NCBI_TaxID": f"{_OBO}NCBITaxon_",
}
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_VERSION = re.compile(rb"^\s*Version:\s*(\S+)", re.MULTILINE)
_UPDATED = re.compile(rb"^\s*Last update:\s*(\S.*?)\s*$", re.MULTILINE)
_SPECIES = re.compile(r"NCBI_TaxID=(\d+);\s*!\s*(.+)")
_RELATED = re.compile(r"(CVCL_[A-Z0-9]{4})\s*!\s*(.+)")
_SITE = re.compile(r"([^;]+);\s*(.+?)(?:;\s*UBERON=(UBERON_\d+))?\.?$")
_DAY = re.compile(r"(\d{2})-(\d{2})-(\d{2})$")


@dataclass(frozen=True, kw_only=True)
class CellLineBlock:
    """A cell line, or a block that is none.

    Attributes:
        line: number of its first line.
        accession: the primary one; empty when there is none.
    """

    line: int
    accession: str
    secondary: tuple[str, ...] = ()
    document: Mapping[str, Any] = field(default_factory=dict)


def header_of(stream: IO[bytes], *, name: str) -> tuple[str, str, int]:
    """Version and date of the release, and how many lines its heading has; the stream is after it.

    Raises:
        MalformedDocument: it does not begin like Cellosaurus.
    """
    lines: list[bytes] = []
    while len(lines) < _MOST_HEADING and (line := stream.readline(_LONGEST_LINE)):
        lines.append(line)
        if line.startswith(b"_" * 10):
            break
    heading = b"".join(lines)
    version = _VERSION.search(heading)
    if b"Cellosaurus" not in heading or not version or not lines[-1].startswith(b"_" * 10):
        raise MalformedDocument(
            f"{name} does not begin like cellosaurus.txt, with its version and a line of underscores; "
            "take that file from https://ftp.expasy.org/databases/cellosaurus/, not its XML or OBO edition.",
            source=name,
        )
    updated = _UPDATED.search(heading)
    date = _date(updated[1].decode("ascii", "replace")) if updated else ""
    return version[1].decode("ascii", "replace"), date, len(lines)


def blocks(stream: IO[bytes], *, first_line: int) -> Iterator[CellLineBlock]:
    """The cell lines after the heading; a last block without `//` counts as none."""
    lines: list[str] = []
    begin = number = first_line
    for raw in iter(lambda: stream.readline(_LONGEST_LINE), b""):
        number += 1
        line = raw.decode("utf-8", "replace").rstrip("\r\n")
        if line.startswith("//"):
            yield _block(lines, begin + 1)
            lines, begin = [], number
        elif line.strip() and len(lines) < _MOST_LINES:
            lines.append(line)
    if lines:
        yield CellLineBlock(line=begin + 1, accession="")


def _block(lines: Sequence[str], begin: int) -> CellLineBlock:
    said: dict[str, list[str]] = {}
    for line in lines:
        said.setdefault(line[:2], []).append(line[5:].strip())
    accession = next(iter(said.get("AC", ())), "")
    secondary = tuple(_listed(said.get("AS", ())))
    return CellLineBlock(
        line=begin, accession=accession, secondary=secondary, document=_document(accession, secondary, said)
    )


def _document(accession: str, secondary: Sequence[str], said: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    def first(code: str) -> str:
        return next(iter(said.get(code, ())), "")

    comments = [comment.partition(": ") for comment in said.get("CC", ())]
    found = {
        "accession-list": [
            {"type": "primary", "value": accession},
            *({"type": "secondary", "value": other} for other in secondary),
        ],
        "name-list": [
            {"type": "identifier", "value": first("ID")},
            *({"type": "synonym", "value": synonym} for synonym in _listed(said.get("SY", ()))),
        ],
        "species-list": _all(_species, said.get("OX", ())),
        "disease-list": _all(_disease, said.get("DI", ())),
        "derived-from-site-list": _all(
            _site, [text for kind, _, text in comments if kind == "Derived from site"]
        ),
        "derived-from": _all(_related, said.get("HI", ())),
        "same-origin-as": _all(_related, said.get("OI", ())),
        "comment-list": [
            {"category": kind, "value": text} for kind, _, text in comments if kind != "Derived from site"
        ],
        "xref-list": _all(_xref, said.get("DR", ())),
        "category": first("CA"),
        "sex": first("SX"),
        "age": first("AG"),
        **_dates(first("DT")),
    }
    kept = {name: value for name, value in found.items() if value}
    return {"Cellosaurus": {"cell-line-list": [kept], "publication-list": []}}


def _all(read: Callable[[str], dict[str, Any] | None], texts: Sequence[str]) -> list[dict[str, Any]]:
    return [found for text in texts if (found := read(text)) is not None]


def _listed(texts: Sequence[str]) -> list[str]:
    return [part.strip() for text in texts for part in text.split(";") if part.strip()]


def _reference(database: str, accession: str, label: str = "") -> dict[str, Any]:
    base = _IRIS.get(database)
    found = {
        "database": database, "accession": accession, "label": label,
        "iri": base + accession.replace(":", "_") if base else "",
    }  # fmt: skip
    return {name: value for name, value in found.items() if value}


def _xref(text: str) -> dict[str, Any] | None:
    database, _, accession = text.partition("; ")
    return _reference(database, accession) if accession else None


def _species(text: str) -> dict[str, Any] | None:
    found = _SPECIES.match(text)
    return _reference("NCBI_TaxID", found[1], found[2]) if found else None


def _disease(text: str) -> dict[str, Any] | None:
    database, code, label = [*text.split("; ", 2), "", ""][:3]
    return _reference(database, code, label) if code else None


def _related(text: str) -> dict[str, Any] | None:
    found = _RELATED.match(text)
    return _reference("Cellosaurus", found[1], found[2]) if found else None


def _site(text: str) -> dict[str, Any] | None:
    found = _SITE.match(text)
    if not found:
        return None
    site: dict[str, Any] = {"site-type": found[1], "value": found[2]}
    if found[3]:
        site["xref-list"] = [_reference("UBERON", found[3], found[2])]
    return {"site": site}


def _dates(text: str) -> dict[str, str]:
    """`Created: 04-04-12; Last updated: 02-10-25; Version: 21`."""
    said = dict(part.split(": ", 1) for part in text.split("; ") if ": " in part)
    return {
        "created": _date(said.get("Created", "")),
        "last-updated": _date(said.get("Last updated", "")),
        "entry-version": said.get("Version", ""),
    }


def _date(text: str) -> str:
    """`25-06-26` or `25-Jun-2026` or `25-June-2026` as ISO 8601; empty for anything else."""
    if short := _DAY.match(text):
        return f"20{short[3]}-{short[2]}-{short[1]}"
    day, month, year = [*text.split("-"), "", ""][:3]
    if month[:3].lower() in _MONTHS and day.isdigit() and len(year) == 4:
        return f"{year}-{_MONTHS.index(month[:3].lower()) + 1:02d}-{int(day):02d}"
    return ""
