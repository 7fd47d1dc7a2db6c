"""The dumps of ROR, Cellosaurus and DataCite, read entry by entry as documents of the form that each answers with.

* ROR: https://ror.readme.io/docs/data-dump, a zip with JSON of schema 2 and CSV, or the JSON alone;
* Cellosaurus: `cellosaurus.txt`, https://ftp.expasy.org/databases/cellosaurus/;
* DataCite: https://support.datacite.org/docs/datacite-public-data-file, JSON Lines, packed or in a tar.

A broken entry is passed over and counted; a file that is none of these is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from imagegraph.adapters.authorities.dump_cellosaurus import blocks, header_of
from imagegraph.adapters.authorities.dump_files import members, reading
from imagegraph.adapters.authorities.dump_json import Entry, entries_of_array, entries_of_lines
from imagegraph.adapters.authorities.values import member, text
from imagegraph.adapters.sqlite.dumps import DumpedDocument
from imagegraph.errors import BadParameter
from imagegraph.model.identifiers import identify

#: what was passed over is described so often at most
MOST_PROBLEMS = 20
_ROR_NAME = re.compile(r"(v\d+(?:\.\d+)+)-(\d{4}-\d{2}-\d{2})")
_YEAR = re.compile(r"(?<!\d)(20\d{2}(?:-\d{2}(?:-\d{2})?)?)(?!\d)")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass
class DumpContents:
    """What was learnt about a dump while it was read.

    Attributes:
        version: as it calls itself; empty until it is known.
        date: of its making, or of its newest entry.
        skipped: entries that were passed over.
        problems: the first of them, with their places.
    """

    version: str = ""
    date: str = ""
    skipped: int = 0
    problems: list[str] = field(default_factory=list)

    def skip(self, place: str, why: str) -> None:
        """An entry is passed over."""
        self.skipped += 1
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(f"{place}: {why}")

    def newest(self, day: str) -> None:
        """An entry was changed on a day."""
        if _ISO_DAY.fullmatch(day[:10]):
            self.date = max(self.date, day[:10])


def read_dump(authority: str, path: Path, *, contents: DumpContents) -> Iterator[DumpedDocument]:
    """The documents of a dump.

    Args:
        authority: one of `DUMPED`.
        contents: what is learnt meanwhile goes here.

    Raises:
        BadParameter: nobody publishes a dump of that name.
        NotFound: there is no such file.
        MalformedDocument: it is not what the authority publishes, or damaged.
        DocumentTooLarge: it expands to more than is plausible.
    """
    if authority not in _READERS:
        raise BadParameter(
            f"There is no dump of {authority!r}; those of {', '.join(DUMPED)} can be loaded.",
            value=authority, known=list(DUMPED),
        )  # fmt: skip
    with reading(path):
        yield from _READERS[authority](path, contents)


def _ror(path: Path, contents: DumpContents) -> Iterator[DumpedDocument]:
    """Of the JSON files in a zip the one of schema 2 counts; older ones have schema 1 beside it."""
    names = [name for name, _ in members(path, endings=(".json",))]
    chosen = next((name for name in names if "schema_v2" in name), names[0])
    named = _ROR_NAME.search(chosen.rpartition("/")[2]) or _ROR_NAME.search(path.name)
    for name, stream in members(path, endings=(".json",)):
        if name == chosen:
            for entry in entries_of_array(stream, name=name.rpartition("/")[2]):
                contents.newest(text(member(entry.value, "admin", "last_modified", "date")))
                yield from _taken(entry, contents, _organisation)
            break
    if named:
        contents.version, contents.date = named[1], named[2]


def _organisation(entry: Entry) -> DumpedDocument | str:
    found = identify(text(member(entry.value, "id")))
    if found.scheme != "ror" or not found.iri:
        return "its id is no ROR id"
    if not isinstance(member(entry.value, "names"), list):
        return f"{found.iri} has no names: it is not of schema 2"
    return DumpedDocument(iri=found.iri, body=entry.text.encode("utf-8", "replace"))


def _cellosaurus(path: Path, contents: DumpContents) -> Iterator[DumpedDocument]:
    for name, stream in members(path, endings=("cellosaurus.txt",)):
        contents.version, contents.date, lines = header_of(stream, name=name)
        for block in blocks(stream, first_line=lines):
            found = identify(f"RRID:{block.accession}")
            if not block.accession.startswith("CVCL_") or not found.iri:
                contents.skip(
                    f"line {block.line:,}", "a block without an accession of Cellosaurus, or without its end"
                )
                continue
            merged = (identify(f"RRID:{other}").iri for other in block.secondary)
            yield DumpedDocument(
                iri=found.iri, body=json.dumps(block.document, ensure_ascii=False).encode("utf-8", "replace"),
                aliases=tuple(iri for iri in merged if iri),
            )  # fmt: skip
        return


def _datacite(path: Path, contents: DumpContents) -> Iterator[DumpedDocument]:
    for name, stream in members(path, endings=(".jsonl", ".ndjson")):
        for entry in entries_of_lines(stream):
            contents.newest(text(member(entry.value, "attributes", "updated")))
            yield from _taken(entry, contents, _object, within=name)
    named = _YEAR.search(path.name)
    contents.version = named[1] if named else contents.date


def _object(entry: Entry) -> DumpedDocument | str:
    attributes = member(entry.value, "attributes")
    if not isinstance(attributes, dict):
        return "no JSON object with attributes"
    found = identify(text(attributes.get("doi")) or text(member(entry.value, "id")), scheme="doi")
    if found.scheme != "doi" or not found.iri:
        return "its id is no DOI"
    return DumpedDocument(iri=found.iri, body=b'{"data":' + entry.text.encode("utf-8", "replace") + b"}")


def _taken(
    entry: Entry, contents: DumpContents, read: Callable[[Entry], DumpedDocument | str], *, within: str = ""
) -> Iterator[DumpedDocument]:
    found = read(entry)
    if isinstance(found, str):
        contents.skip(f"{within}, {entry.place}" if within else entry.place, found)
    else:
        yield found


_READERS: Mapping[str, Callable[[Path, DumpContents], Iterator[DumpedDocument]]] = {
    "ror": _ror,
    "cellosaurus": _cellosaurus,
    "datacite": _datacite,
}
#: names of the authorities whose dumps can be loaded
DUMPED: tuple[str, ...] = tuple(_READERS)
