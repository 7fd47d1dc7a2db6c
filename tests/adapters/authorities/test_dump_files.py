"""Files that are no dumps, are damaged, or try to be more than they are: named, located, never loaded in part."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from dump_samples import CELL_LINES, cellosaurus_text, datacite_lines, datacite_tar, ror_zip
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imagegraph.adapters.authorities import dump_files, dump_json
from imagegraph.adapters.authorities.dump_json import entries_of_array, entries_of_lines
from imagegraph.adapters.authorities.dump_readers import DUMPED, MOST_PROBLEMS, DumpContents, read_dump
from imagegraph.errors import DocumentTooLarge, ImagegraphError, MalformedDocument
from imagegraph.testing.authorities import ror
from imagegraph.testing.authorities.ror import organisation


def contents_of(authority: str, path: Path) -> tuple[list[str], DumpContents]:
    """The IRIs that are read, and what was passed over."""
    contents = DumpContents()
    return [document.iri for document in read_dump(authority, path, contents=contents)], contents


def written(folder: Path, name: str, content: bytes) -> Path:
    """A file."""
    path = folder / name
    path.write_bytes(content)
    return path


def zipped(folder: Path, members: dict[str, bytes]) -> Path:
    """An archive."""
    path = folder / "dump.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


RECORD = json.dumps(organisation("00examp37", "University of Northmere")).encode()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "does not begin with"),
        (b'{"items": []}', "does not begin with"),
        (b"<html>Not found</html>", "does not begin with"),
        (b"[" + RECORD, "entry 2 is missing: the file ends too early|not followed by a comma"),
        (b"[" + RECORD + b",", "entry 2 is missing: the file ends too early"),
        (b"[" + RECORD + b",]", "entry 2 is no object"),
        (b"[" + RECORD + b"," + RECORD[:-40], "entry 2 is not valid JSON, or cut off"),
        (b"[" + RECORD + b" " + RECORD + b"]", "entry 1 is not followed by a comma"),
        (b"[1, 2]", "entry 1 is no object"),
        (b"[" + RECORD + b"] []", "something after the end of the list"),
        (b"[" + RECORD + b', {"id": "\xff\xfe"}]', "cannot be read to its end"),
        (b"[" + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b"]", "entry 1 is nested too deeply"),
        (b"PK\x03\x04 and then nothing of a zip", "cannot be read to its end"),
        (gzip.compress(b"[" + RECORD * 50)[:-20], "cannot be read to its end|not followed by a comma"),
        (b"\x1f\x8bno gzip at all", "cannot be read to its end"),
    ],
)
def test_broken_json_is_located(content: bytes, message: str, tmp_path: Path) -> None:
    """The number of the entry, and what is wrong with it."""
    with pytest.raises(MalformedDocument, match=message):
        contents_of("ror", written(tmp_path, "v9.1-2026-10-06-ror-data.json", content))


def test_an_archive_without_json_is_refused(tmp_path: Path) -> None:
    """The message says what was looked for."""
    with pytest.raises(MalformedDocument, match=r"without any \*\.json"):
        contents_of("ror", zipped(tmp_path, {"ror.csv": b"id\n", "._ror.json": b"[]"}))
    with pytest.raises(MalformedDocument, match=r"without any \*\.jsonl or \*\.ndjson"):
        contents_of("datacite", ror_zip(tmp_path))


def test_an_encrypted_archive_is_refused(tmp_path: Path) -> None:
    """A flag in the heading of the member says so."""
    path = zipped(tmp_path, {"ror.json": b"[" + RECORD + b"]"})
    content = bytearray(path.read_bytes())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(content))
    with pytest.raises(MalformedDocument, match=r"cannot be read to its end .*encrypted"):
        contents_of("ror", path)


def test_names_in_archives_lead_nowhere(tmp_path: Path) -> None:
    """Nothing is unpacked to disk; a member that is no file is passed over."""
    path = tmp_path / "DataCite_Public_Data_File_2025.tar"
    with tarfile.open(path, "w") as archive:
        link = tarfile.TarInfo("dois/evil.jsonl")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        found = tarfile.TarInfo("../../escape.jsonl")
        found.size = len(datacite_lines())
        archive.addfile(found, io.BytesIO(datacite_lines()))
    iris, contents = contents_of("datacite", path)
    assert (len(iris), contents.skipped) == (4, 0)
    assert not (tmp_path.parent.parent / "escape.jsonl").exists()


@pytest.mark.parametrize("kind", ["zip", "gzip", "tar", "tar.gz", "twice"])
def test_what_expands_without_measure_is_refused(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hundred times its size is too much, beyond what is small anyway."""
    monkeypatch.setattr(dump_files, "LEAST_LIMIT", 1_000_000)
    zeros = b"\n" * 50_000_000
    if kind == "zip":
        path = zipped(tmp_path, {"part.jsonl": zeros})
    elif kind == "gzip":
        path = written(tmp_path, "part.jsonl.gz", gzip.compress(zeros))
    elif kind == "tar":
        path = datacite_tar(tmp_path, parts=[zeros])
    elif kind == "tar.gz":
        plain = io.BytesIO()
        with tarfile.open(fileobj=plain, mode="w") as archive:
            found = tarfile.TarInfo("part.jsonl")
            found.size = len(zeros)
            archive.addfile(found, io.BytesIO(zeros))
        path = written(tmp_path, "dois.tar.gz", gzip.compress(plain.getvalue()))
    else:
        path = zipped(tmp_path, {"part.jsonl.gz": gzip.compress(zeros)})
    with pytest.raises(DocumentTooLarge, match="it is not read any further"):
        contents_of("datacite", path)


def test_an_entry_without_end_is_not_held_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In an array that is the end, among lines only that one is passed over."""
    monkeypatch.setattr(dump_json, "LONGEST_ENTRY", 2_000_000)
    with pytest.raises(MalformedDocument, match=r"entry 1 is longer than 2,000,000 characters"):
        contents_of("ror", written(tmp_path, "x.json", b'[{"id": "' + b"x" * 8_000_000))
    long = b'{"id": "' + b"x" * 5_000_000 + b'"}\n'
    iris, contents = contents_of("datacite", written(tmp_path, "x.jsonl", long + datacite_lines()))
    assert len(iris) == 4
    assert contents.problems == ["x.jsonl, line 1: no JSON object with attributes"]


def test_broken_records_are_passed_over_with_their_places(tmp_path: Path) -> None:
    """The good ones are read; what is wrong is counted, and said twenty times at most."""
    bad: list[Any] = [{}, {"id": 5}, {"id": "https://ror.org/00examp38"}, {"id": ["x"]}]
    good = list(ror.ORGANISATIONS.values())
    iris, contents = contents_of("ror", ror_zip(tmp_path, records=[*bad, *good, *bad * 10]))
    assert iris == [record["id"] for record in good]
    assert (contents.skipped, len(contents.problems)) == (44, MOST_PROBLEMS)
    assert contents.problems[0] == "entry 1: its id is no ROR id"
    assert contents.problems[4] == "entry 15: its id is no ROR id"


def test_broken_lines_are_passed_over_with_their_places(tmp_path: Path) -> None:
    """Other values, broken JSON, broken UTF-8, no DOI; empty lines are nothing."""
    lines = datacite_lines() + b'\n\n5\n[]\n{"attributes": 1}\n{"attributes": {"doi": "x"}}\n{"a"\n"\xff"\n'
    iris, contents = contents_of("datacite", written(tmp_path, "x.jsonl", lines))
    assert len(iris) == 4
    assert [problem.partition(": ")[0] for problem in contents.problems] == [
        f"x.jsonl, line {number}" for number in (7, 8, 9, 10, 11, 12)
    ]
    assert contents.problems[3].endswith(": its id is no DOI")


def test_broken_cell_lines_are_passed_over_with_their_places(tmp_path: Path) -> None:
    """A block without an accession, one of another database, one that the file ends in."""
    heading = CELL_LINES.partition("ID   NM")[0]
    first = len(heading.splitlines()) + 1
    text = f"{CELL_LINES}ID   Nameless\n//\nID   Other\nAC   AB_1\n//\nID   Cut off\nAC   CVCL_ZZ09\n"
    iris, contents = contents_of("cellosaurus", cellosaurus_text(tmp_path, text=text))
    assert [iri.rpartition(":")[2] for iri in iris] == ["CVCL_ZZ01", "CVCL_ZZ03", "CVCL_ZZ05"]
    after = first + len(CELL_LINES.splitlines()) - first + 1
    assert [problem.partition(":")[0] for problem in contents.problems] == [
        f"line {after}", f"line {after + 2}", f"line {after + 5}",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [b"", b"ID   HeLa\nAC   CVCL_0030\n//\n", b'<?xml version="1.0"?><Cellosaurus/>', b"format-version: 1.2\n",
     b"Cellosaurus\n Version: 3\n", b"\x00" * 100_000, b"x" * 3_000_000],
)  # fmt: skip
def test_what_does_not_begin_like_cellosaurus_is_refused(content: bytes, tmp_path: Path) -> None:
    """The message says which file to take."""
    with pytest.raises(MalformedDocument, match=r"take that file from https://ftp\.expasy\.org"):
        contents_of("cellosaurus", written(tmp_path, "cellosaurus.xml", content))


@pytest.mark.parametrize("authority", DUMPED)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=400), packing=st.sampled_from(["", "gzip", "zip", "[", "PK\x03\x04"]))
def test_any_bytes_are_read_or_refused(authority: str, content: bytes, packing: str, tmp_path: Path) -> None:
    """Nothing else is raised."""
    path = tmp_path / "anything"
    if packing == "zip":
        path = zipped(tmp_path, {"a.json": content, "b.jsonl": content, "cellosaurus.txt": content})
    else:
        path.write_bytes(gzip.compress(content) if packing == "gzip" else packing.encode() + content)
    with suppress(ImagegraphError):
        contents_of(authority, path)


@pytest.mark.parametrize("authority", DUMPED)
def test_a_good_dump_with_flipped_bytes_is_read_or_refused(authority: str, tmp_path: Path) -> None:
    """Two hundred times another byte, in the archive and in the text."""
    make = {"ror": ror_zip, "cellosaurus": cellosaurus_text}.get(
        authority, lambda folder: datacite_tar(folder, parts=[datacite_lines()])
    )
    path = make(tmp_path)
    good = path.read_bytes()
    for number in range(200):
        content = bytearray(good)
        content[(number * 7919) % len(content)] ^= 1 << (number % 8)
        path.write_bytes(bytes(content))
        with suppress(ImagegraphError):
            contents_of(authority, path)


@pytest.mark.parametrize("size", [7, 64, 1 << 20])
def test_entries_come_whole_wherever_the_text_is_cut(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Into parts of seven bytes, in the middle of letters and numbers."""
    monkeypatch.setattr(dump_json, "_CHUNK", size)
    values = [{"a": [1.5, 'ü\\"}', {}], "b": number} for number in range(50)]
    text = json.dumps(values, ensure_ascii=False, indent=1)
    read = list(entries_of_array(io.BytesIO(text.encode()), name="x"))
    assert [entry.value for entry in read] == values
    assert [json.loads(entry.text) for entry in read] == values
    assert read[11].place == "entry 12"


def test_lines_come_with_any_ending() -> None:
    """Windows, no ending at all, a byte order mark."""
    read = list(entries_of_lines(io.BytesIO(b'\xef\xbb\xbf{"a":1}\r\n\r\n{"a":2}')))
    assert [(entry.place, entry.value) for entry in read] == [("line 1", {"a": 1}), ("line 3", {"a": 2})]


def test_memory_stays_flat(tmp_path: Path) -> None:
    """Ten thousand records, 16 MB, are read with less than half of that."""
    import tracemalloc

    path = tmp_path / "v9.1-2026-10-06-ror-data.json.gz"
    record = json.dumps(organisation("00examp37", "University of Northmere"), indent=4).encode()
    with gzip.open(path, "wb", compresslevel=1) as stream:
        stream.write(b"[" + b",".join([record] * 10_000) + b"]")
    tracemalloc.start()
    contents = DumpContents()
    count = sum(1 for _ in read_dump("ror", path, contents=contents))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 10_000
    assert peak < 7_000_000
