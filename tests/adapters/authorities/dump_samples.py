"""Small dumps in the forms in which ROR, Cellosaurus and DataCite publish theirs."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from imagegraph.testing.authorities.datacite import OBJECTS
from imagegraph.testing.authorities.ror import ORGANISATIONS

ROR_NAME = "v9.1-2026-10-06-ror-data"
CELL_LINES = """\
----------------------------------------------------------------------------
        A test
----------------------------------------------------------------------------

 Description: Cellosaurus: a knowledge resource on cell lines
 Name: Cellosaurus
 Version: 56.1
 Last update: 25-June-2026
 Number of entries: 3

  ---------  ---------------------------     -----------------------
  Line code  Content                         Occurrence in an entry
  ---------  ---------------------------     -----------------------
  ID         Identifier (cell line name)     Once; starts an entry
  //         Terminator                      Once; ends an entry

____________________________________________________________________________
ID   NM-Larynx-2
AC   CVCL_ZZ01
AS   CVCL_ZZ02; CVCL_ZZ05
SY   NML2; NM Larynx 2 (tide)
DR   CLO; CLO_9999901
DR   BTO; BTO:9999902
DR   Wikidata; Q999999002
DR   NMCC; 77
RX   PubMed=99000001;
CC   Problematic cell line: Contaminated. Shown to be another line's derivative (PubMed=99000001).
CC   Group: Lines of the tide-water collection.
CC   Derived from site: In situ; Uterus, cervix; UBERON=UBERON_0000002.
ST   Source(s): PubMed=99000001
ST   Amelogenin: X
DI   NCIt; C9999002; Endocervical adenocarcinoma
DI   ORDO; Orphanet_999902; Rare tumour; of the cervix
OX   NCBI_TaxID=9606; ! Homo sapiens (Human)
HI   CVCL_ZZ03 ! NM-Cervix
OI   CVCL_ZZ04 ! NM-Larynx-3
SX   Female
AG   31Y
CA   Cancer cell line
DT   Created: 04-04-12; Last updated: 02-10-25; Version: 21
//
ID   NM-Plain
AC   CVCL_ZZ03
OX   NCBI_TaxID=10090; ! Mus musculus (Mouse)
CA   Finite cell line
CC   Derived from site: Metastatic; Ascites.
//
ID   NM-Larynx-2, the former entry
AC   CVCL_ZZ05
CA   Cancer cell line
//
"""


def ror_zip(
    folder: Path, *, records: Sequence[Any] | None = None, name: str = ROR_NAME, first_schema: bool = False
) -> Path:
    """A data dump of ROR; older ones have the records in both schemas."""
    path = folder / f"{name}.zip"
    found = list(ORGANISATIONS.values()) if records is None else records
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"__MACOSX/._{name}.json", b"\x00\x05")
        if first_schema:
            archive.writestr(f"{name}.json", json.dumps([{"id": "https://ror.org/00examp37", "name": "old"}]))
        archive.writestr(
            f"{name}_schema_v2.json" if first_schema else f"{name}.json", json.dumps(found, indent=4)
        )
        archive.writestr(f"{name}.csv", "id,name\n")
    return path


def cellosaurus_text(folder: Path, *, text: str = CELL_LINES) -> Path:
    """The file of text of Cellosaurus."""
    path = folder / "cellosaurus.txt"
    path.write_text(text, encoding="utf-8")
    return path


def datacite_lines(objects: Mapping[str, Mapping[str, Any]] = OBJECTS) -> bytes:
    """JSON Lines as DataCite publishes them."""
    return b"".join(
        json.dumps({"id": doi, "type": "dois", "attributes": attributes}).encode() + b"\n"
        for doi, attributes in objects.items()
    )


def datacite_tar(folder: Path, *, parts: Sequence[bytes]) -> Path:
    """A public data file of DataCite: packed parts and a checksum in a tar."""
    path = folder / "DataCite_Public_Data_File_2025.tar"
    with tarfile.open(path, "w") as archive:
        _add(archive, "dois/MANIFEST", b"part_0000.jsonl.gz 1\n")
        for number, part in enumerate(parts):
            _add(archive, f"dois/updated_2025-0{number + 1}/part_{number:04d}.jsonl.gz", gzip.compress(part))
    return path


def _add(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    found = tarfile.TarInfo(name)
    found.size = len(content)
    archive.addfile(found, io.BytesIO(content))
