"""What a backup says about itself: which files, with which digests, of which journal, up to which entry.

The journal is the truth and the graph follows from it, so a backup is the journal and this manifest. Both digests are
SHA-256 (https://csrc.nist.gov/pubs/fips/180-4/upd1/final).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from imagegraph.errors import DataFolderDamaged

#: name of the manifest in a backup
MANIFEST = "imagegraph-backup.json"
#: what a data folder cannot be made anew without
JOURNAL = "journal.sqlite"
#: what can be had again, at some cost: vocabularies loaded, answers kept, dumps of authorities
REPLACEABLE = ("terms.sqlite", "resolved.sqlite", "dumps.sqlite")
_FORMAT = 1


@dataclass(frozen=True, kw_only=True)
class BackupFile:
    """A file of a backup.

    Attributes:
        bytes: its size.
        sha256: of its content.
    """

    bytes: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """A backup as it was made.

    Attributes:
        made: UTC, ISO 8601 with `Z`.
        software: version of imagegraph that made it.
        base: IRI base of the records.
        sequence: position of the journal's newest entry, 0 when it is empty.
        head: hash of that entry, empty when there is none.
        files: by their names.
    """

    made: str
    software: str
    base: str
    sequence: int
    head: str
    files: Mapping[str, BackupFile]

    def as_dict(self) -> dict[str, Any]:
        """The members of the file, with a seal over all others: SHA-256 of them as sorted JSON."""
        members: dict[str, Any] = {
            "format": _FORMAT, "made": self.made, "software": self.software, "base": self.base,
            "sequence": self.sequence, "head": self.head,
            "files": {name: {"bytes": f.bytes, "sha256": f.sha256} for name, f in sorted(self.files.items())},
        }  # fmt: skip
        return {**members, "seal": _seal(members)}


def parse_manifest(text: bytes, *, place: str) -> Manifest:
    """The manifest of a backup.

    Args:
        place: how messages call it.

    Raises:
        DataFolderDamaged: it is none, or was altered, or a later imagegraph made it.
    """
    try:
        members = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _damaged(f"{place} is no JSON ({error})", place) from error
    if not isinstance(members, dict):
        raise _damaged(f"{place} holds no JSON object", place)
    seal = members.pop("seal", None)
    if seal != _seal(members):
        raise _damaged(f"{place} was altered after it was written: its seal does not fit", place)
    if members.get("format") != _FORMAT:
        raise DataFolderDamaged(
            f"{place} has format {members.get('format')!r}; this imagegraph reads {_FORMAT}. "
            f"Restore it with the imagegraph that made it ({members.get('software')}).",
            path=place,
        )
    try:
        return Manifest(
            made=str(members["made"]), software=str(members["software"]), base=str(members["base"]),
            sequence=int(members["sequence"]), head=str(members["head"]),
            files={
                str(name): BackupFile(bytes=int(f["bytes"]), sha256=str(f["sha256"]))
                for name, f in members["files"].items()
            },
        )  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _damaged(f"{place} lacks a member, or has one of a wrong kind ({error!r})", place) from error


def check_names(manifest: Manifest, *, place: str) -> None:
    """Refuse a manifest without the journal, or with files that no backup has.

    Raises:
        DataFolderDamaged: it is no manifest of a backup.
    """
    if JOURNAL not in manifest.files:
        raise _damaged(f"{place} does not name {JOURNAL}", place)
    strange = sorted(set(manifest.files) - {JOURNAL, *REPLACEABLE})
    if strange:
        raise _damaged(f"{place} names {strange[0]!r}, which is no file of a data folder", place)


def _seal(members: object) -> str:
    text = json.dumps(members, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _damaged(what: str, place: str) -> DataFolderDamaged:
    return DataFolderDamaged(f"{what}. Take another backup.", path=place)
