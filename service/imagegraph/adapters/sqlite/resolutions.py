"""What authorities answered about identifiers, as it came, in `<data folder>/resolved.sqlite`.

An answer may have several parts. It is kept past its time: it is better than none while the authority is down.
"""

from __future__ import annotations

import hashlib
import logging
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from imagegraph.adapters.authorities.contract import Part
from imagegraph.adapters.sqlite.kept import KeptFile, stored_moment

_LOG = logging.getLogger("imagegraph")
_SCHEMA = """
CREATE TABLE IF NOT EXISTS resolutions (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, iri TEXT NOT NULL UNIQUE, scheme TEXT NOT NULL,
  source_version TEXT NOT NULL, fetched_at TEXT NOT NULL, expires_at TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS resolutions_age ON resolutions (expires_at);
CREATE TABLE IF NOT EXISTS resolution_parts (
  iri TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, status INTEGER NOT NULL,
  media_type TEXT NOT NULL, url TEXT NOT NULL, location TEXT NOT NULL, sha256 TEXT NOT NULL, body BLOB NOT NULL,
  PRIMARY KEY (iri, position)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS forgotten (iri TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID;
"""
_COLUMNS = "sequence, iri, scheme, source_version, fetched_at, expires_at"


@dataclass(frozen=True, kw_only=True)
class KeptResolution:
    """One answer.

    Attributes:
        sequence: position in the order of keeping; 0 before it is kept.
        iri: the canonical IRI that was asked about.
        parts: the answers of the services, the deciding one last.
        source_version: release of the dump that it is from; empty for an answer of the authority.
        fetched_at: UTC.
        expires_at: UTC; from then on it is stale.
    """

    iri: str
    scheme: str
    parts: tuple[Part, ...]
    fetched_at: datetime
    expires_at: datetime
    source_version: str = ""
    sequence: int = 0

    @property
    def digest(self) -> str:
        """SHA-256 over the bodies, hexadecimal."""
        return hashlib.sha256(b"\n".join(part.body for part in self.parts)).hexdigest()


class ResolutionStore:
    """Answers by canonical IRI. Safe to use from several threads and processes.

    Args:
        path: the file; `:memory:` for answers that are not kept.
    """

    def __init__(self, path: Path | str) -> None:
        self._file = KeptFile(path, schema=_SCHEMA)

    def close(self) -> None:
        """Release the file."""
        self._file.close()

    def find(self, iri: str) -> KeptResolution | None:
        """The answer, however old; None when there is none or it was damaged."""
        rows = self._file.rows(f"SELECT {_COLUMNS} FROM resolutions WHERE iri = ?", (iri,))  # noqa: S608
        return self._read(rows[0]) if rows else None

    def keep(self, kept: KeptResolution) -> None:
        """Keep an answer in place of an older one, of which nothing remains."""
        with self._file.together():
            self._delete(kept.iri)
            self._file.rows("DELETE FROM forgotten WHERE iri = ?", (kept.iri,))
            self._file.rows(
                "INSERT INTO resolutions (iri, scheme, source_version, fetched_at, expires_at) VALUES (?,?,?,?,?)",
                (
                    kept.iri, kept.scheme, kept.source_version, stored_moment(kept.fetched_at),
                    stored_moment(kept.expires_at),
                ),
            )  # fmt: skip
            for position, part in enumerate(kept.parts):
                self._file.rows(
                    "INSERT INTO resolution_parts VALUES (?,?,?,?,?,?,?,?,?)",
                    (
                        kept.iri, position, part.name, part.status, part.media_type, part.url, part.location,
                        hashlib.sha256(part.body).hexdigest(), zlib.compress(part.body),
                    ),
                )  # fmt: skip

    def forget(self, iri: str, *, at: datetime) -> bool:
        """Delete an answer and remember that it is not wanted; whether there was one."""
        with self._file.together():
            had = bool(self._file.rows("SELECT 1 FROM resolutions WHERE iri = ?", (iri,)))
            self._delete(iri)
            self._file.rows("INSERT OR REPLACE INTO forgotten VALUES (?, ?)", (iri, stored_moment(at)))
        return had

    def is_forgotten(self, iri: str) -> bool:
        """Whether nobody wants it asked about."""
        return bool(self._file.rows("SELECT 1 FROM forgotten WHERE iri = ?", (iri,)))

    def since(self, sequence: int) -> Iterator[KeptResolution]:
        """Every answer kept after a position, in order."""
        while True:
            rows = self._file.rows(
                f"SELECT {_COLUMNS} FROM resolutions WHERE sequence > ? ORDER BY sequence LIMIT 200",  # noqa: S608
                (sequence,),
            )
            if not rows:
                return
            for row in rows:
                kept = self._read(row)
                if kept is not None:
                    yield kept
            sequence = rows[-1][0]

    @property
    def head(self) -> int:
        """Position of the newest answer, 0 when there is none."""
        rows = self._file.rows("SELECT max(sequence) FROM resolutions")
        return int(rows[0][0] or 0) if rows else 0

    def expired(self, *, at: datetime, limit: int) -> Sequence[tuple[str, str]]:
        """(IRI, scheme) of answers that are stale, the oldest first."""
        return self._file.rows(
            "SELECT iri, scheme FROM resolutions WHERE expires_at <= ? ORDER BY expires_at LIMIT ?",
            (stored_moment(at), limit),
        )

    def _delete(self, iri: str) -> None:
        self._file.rows("DELETE FROM resolutions WHERE iri = ?", (iri,))
        self._file.rows("DELETE FROM resolution_parts WHERE iri = ?", (iri,))

    def _read(self, row: Sequence[Any]) -> KeptResolution | None:
        sequence, iri, scheme, source_version, fetched_at, expires_at = row
        parts = []
        for name, status, media_type, url, location, digest, packed in self._file.rows(
            "SELECT name, status, media_type, url, location, sha256, body FROM resolution_parts"
            " WHERE iri = ? ORDER BY position",
            (iri,),
        ):
            try:
                body = zlib.decompress(packed)
            except zlib.error:
                body = b""
            if hashlib.sha256(body).hexdigest() != digest:
                _LOG.warning("a kept answer about %s is damaged and is asked for again", iri)
                return None
            parts.append(
                Part(name=name, status=status, media_type=media_type, body=body, url=url, location=location)
            )
        return KeptResolution(
            sequence=sequence, iri=iri, scheme=scheme, parts=tuple(parts), source_version=source_version,
            fetched_at=datetime.fromisoformat(fetched_at), expires_at=datetime.fromisoformat(expires_at),
        )  # fmt: skip
