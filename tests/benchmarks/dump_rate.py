"""How fast dumps are loaded and asked, how much memory that takes, and how large the file becomes.

    python tests/benchmarks/dump_rate.py [RECORDS]

A dump of ROR with 100,000 invented organisations, about as many as the real one, and Cellosaurus and DataCite with as
many. The plain way to load ROR is printed beside: `json.load` of the whole file, and one row for each record.
"""

from __future__ import annotations

import gzip
import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from imagegraph.adapters.authorities.dumps import LoadedDumps, load_dump
from imagegraph.adapters.sqlite.dumps import DumpStore
from imagegraph.model.identifiers import identify
from imagegraph.testing.authorities import datacite, identifiers, invented
from imagegraph.testing.authorities.ror import organisation

HEADING = "Cellosaurus\n Version: 56.0\n Last update: 25-June-2026\n" + "_" * 76 + "\n"


def organisations(count: int) -> Iterator[dict[str, Any]]:
    """Records as large as ROR's are in the middle."""
    for id in islice(identifiers("ror"), count):
        chance = invented.chance_of("ror", id)
        name = invented.organisation_name(chance)
        related = [
            ("related", other, name) for other in islice(identifiers("ror", seed=id), chance.randrange(4))
        ]
        yield organisation(
            id, f"{name} {chance.randrange(10**6)}", acronym=name[:3].upper(), other_names={"de": name},
            related=related, external={"grid": f"grid.{chance.randrange(10**6)}.1", "isni": str(chance.random())},
            website=f"https://{id}.example", established=1900 + chance.randrange(100),
        )  # fmt: skip


def write_ror(path: Path, count: int) -> None:
    """A zip as ROR publishes it."""
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("v9.1-2026-10-06-ror-data.json", "w", force_zip64=True) as member,
    ):
        for number, record in enumerate(organisations(count)):
            member.write((b"," if number else b"[") + json.dumps(record, indent=2).encode())
        member.write(b"]")


def write_cellosaurus(path: Path, count: int) -> None:
    """A file of text."""
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    with path.open("w", encoding="utf-8") as file:
        file.write(HEADING)
        for number in range(count):
            code = "".join(letters[number // 36**place % 36] for place in (3, 2, 1, 0))
            file.write(
                f"ID   Line {number}\nAC   CVCL_{code}\nSY   Line-{number}; L{number}\n"
                + "".join(f"DR   Archive_{place}; {number}\n" for place in range(12))
                + "CC   Derived from site: In situ; Lung; UBERON=UBERON_0002048.\n"
                "CC   Sequence variation: Mutation; HGNC; HGNC:11998; TP53; Simple; p.Arg273His; Zygosity=Homozygous.\n"
                "ST   D13S317: 9,12\nDI   NCIt; C3512; Lung adenocarcinoma\n"
                "OX   NCBI_TaxID=9606; ! Homo sapiens (Human)\nSX   Male\nAG   58Y\nCA   Cancer cell line\n"
                "DT   Created: 04-04-12; Last updated: 02-10-25; Version: 21\n//\n"
            )


def write_datacite(path: Path, count: int) -> None:
    """Packed lines."""
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=3) as file:
        for number in range(count):
            doi = f"10.5072/{number}"
            file.write(json.dumps({"id": doi, "type": "dois", "attributes": datacite.invented(doi)}) + "\n")


def plainly(path: Path, target: Path) -> int:
    """What anybody would write first; the number of records."""
    with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as member:
        records = json.load(member)
    with sqlite3.connect(target) as connection:
        connection.execute("CREATE TABLE ror (id TEXT PRIMARY KEY, json TEXT)")
        connection.executemany(
            "INSERT INTO ror VALUES (?, ?)", ((record["id"], json.dumps(record)) for record in records)
        )
    return len(records)


def measured(kind: str, path: Path, target: Path) -> dict[str, Any]:
    """One load in this process."""
    idle = _peak()
    begin = time.perf_counter()
    if kind == "plain":
        count = plainly(path, target)
        seconds = time.perf_counter() - begin
        asked = None
    else:
        store = DumpStore(target)
        count = load_dump(store, kind, path).dump.documents
        seconds = time.perf_counter() - begin
        asked = _asked(store, kind)
        store.close()
    return {
        "documents": count, "seconds": round(seconds, 2), "documents/s": round(count / seconds),
        "file, MB": round(target.stat().st_size / 1e6, 1), "peak beyond idle, MB": round(_peak() - idle, 1),
        **({"look-ups/s": asked} if asked else {}),
    }  # fmt: skip


def _asked(store: DumpStore, kind: str) -> int:
    dumps = LoadedDumps(store)
    values = {
        "ror": "https://ror.org/",
        "datacite": "https://doi.org/10.5072/17",
        "cellosaurus": "RRID:CVCL_0017",
    }
    found = [identify(values[kind])] * 2_000
    if kind == "ror":
        found = [identify(f"https://ror.org/{id}") for id in islice(identifiers("ror"), 2_000)]
    begin = time.perf_counter()
    assert all(dumps.find(identifier) for identifier in found)
    return round(len(found) / (time.perf_counter() - begin))


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(count: int) -> None:
    """Write the dumps, load each in a process of its own, and print what was measured."""
    with tempfile.TemporaryDirectory() as folder:
        ror, cells, lines = (
            Path(folder) / name for name in ("v9.1-2026-10-06-ror-data.zip", "cells.txt", "2025.jsonl.gz")
        )
        write_ror(ror, count)
        write_cellosaurus(cells, count)
        write_datacite(lines, count)
        result: dict[str, Any] = {}
        for kind, path in (("plain", ror), ("ror", ror), ("cellosaurus", cells), ("datacite", lines)):
            told = subprocess.run(
                [sys.executable, __file__, "--one", kind, str(path), f"{folder}/{kind}.sqlite"],
                capture_output=True, text=True, check=True,
            )  # fmt: skip
            result[kind] = {"source, MB": round(path.stat().st_size / 1e6, 1), **json.loads(told.stdout)}
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measured(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
