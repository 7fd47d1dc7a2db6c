"""What terminology services answered, kept in `<data folder>/resolved.sqlite` with the time it stays good.

One table for all of them. An answer past its time is kept: it is better than none while the service is down.
"""

from __future__ import annotations

import hashlib
import logging
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from imagegraph.adapters.sqlite.kept import KeptFile, stored_moment

_LOG = logging.getLogger("imagegraph")
_SCHEMA = """
CREATE TABLE IF NOT EXISTS answers (
  service TEXT NOT NULL, id TEXT NOT NULL, representation TEXT NOT NULL,
  state TEXT NOT NULL, media_type TEXT NOT NULL, source_url TEXT NOT NULL,
  fetched_at TEXT NOT NULL, expires_at TEXT NOT NULL, sha256 TEXT NOT NULL, body BLOB NOT NULL,
  PRIMARY KEY (service, id, representation)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS answers_age ON answers (fetched_at);
PRAGMA user_version = 1;
"""
_COLUMNS = "state, media_type, source_url, fetched_at, expires_at, sha256, body"
_KEPT_DAYS = 400


@dataclass(frozen=True, kw_only=True)
class ResolvedKey:
    """What was asked.

    Attributes:
        service: host, or base address, that answered.
        id: canonical id of the thing, or the text that was looked for.
        representation: which of its descriptions: `term`, `search:…`.
    """

    service: str
    id: str
    representation: str


@dataclass(frozen=True, kw_only=True)
class ResolvedAnswer:
    """What was answered.

    Attributes:
        state: `ok`, or `not_found` when the service said that there is no such thing.
        body: as received, decompressed.
        source_url: where it came from.
        fetched_at: UTC.
        expires_at: UTC; from then on it is stale.
    """

    state: Literal["ok", "not_found"]
    body: bytes
    media_type: str
    source_url: str
    fetched_at: datetime
    expires_at: datetime


class ResolvedCache:
    """Answers by service, id and representation. Safe to use from several threads and processes.

    Args:
        path: the file; `:memory:` for answers that are not kept.
    """

    def __init__(self, path: Path | str) -> None:
        self._file = KeptFile(path, schema=_SCHEMA)
        self.forget_before(datetime.now(UTC) - timedelta(days=_KEPT_DAYS))

    def close(self) -> None:
        """Release the file."""
        self._file.close()

    def find(self, key: ResolvedKey) -> ResolvedAnswer | None:
        """The answer, however old; None when there is none or it was damaged."""
        row = self._file.rows(
            f"SELECT {_COLUMNS} FROM answers WHERE service = ? AND id = ? AND representation = ?",  # noqa: S608
            (key.service, key.id, key.representation),
        )
        if not row:
            return None
        state, media_type, source_url, fetched_at, expires_at, digest, packed = row[0]
        try:
            body = zlib.decompress(packed)
        except zlib.error:
            body = None
        if body is None or hashlib.sha256(body).hexdigest() != digest or state not in ("ok", "not_found"):
            _LOG.warning(
                "a kept answer of %s about %s is damaged and is asked for again", key.service, key.id
            )
            return None
        return ResolvedAnswer(
            state=state,
            body=body,
            media_type=media_type,
            source_url=source_url,
            fetched_at=datetime.fromisoformat(fetched_at),
            expires_at=datetime.fromisoformat(expires_at),
        )

    def keep(self, key: ResolvedKey, answer: ResolvedAnswer) -> None:
        """Keep an answer in place of an older one."""
        self._file.rows(
            f"INSERT OR REPLACE INTO answers (service, id, representation, {_COLUMNS})"  # noqa: S608
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                key.service, key.id, key.representation, answer.state, answer.media_type, answer.source_url,
                stored_moment(answer.fetched_at), stored_moment(answer.expires_at), hashlib.sha256(answer.body).hexdigest(),
                zlib.compress(answer.body),
            ),
        )  # fmt: skip

    def forget_before(self, moment: datetime) -> None:
        """Forget what was fetched before a moment."""
        self._file.rows("DELETE FROM answers WHERE fetched_at < ?", (stored_moment(moment),))
