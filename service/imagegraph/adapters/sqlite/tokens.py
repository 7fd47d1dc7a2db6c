"""Tokens in `journal.sqlite`: only their SHA-256 is kept, so that nobody who reads the file can use them.

Persons and review links are rows of the same table. What stands there for their digest begins with a letter that no
digest has.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from imagegraph.adapters.sqlite.telling import telling
from imagegraph.errors import BadParameter, DataFolderError, NotFound
from imagegraph.model.access import Token, TokenKind, TokenScope
from imagegraph.model.persons import canonical_identity

#: beginning of every token, by which scanners for secrets recognise one
PREFIX = "imagegraph_"
_BYTES = 32
_SECRET = re.compile(rf"{PREFIX}[A-Za-z0-9_-]{{43}}")
_NAME = re.compile(r"[^\s\x00-\x1f\x7f](?:[^\x00-\x1f\x7f\u2028\u2029]{0,98}[^\s\x00-\x1f\x7f])?")
_SCHEMA = """
CREATE TABLE IF NOT EXISTS tokens (
  digest TEXT PRIMARY KEY, name TEXT NOT NULL, scope TEXT NOT NULL, created TEXT NOT NULL, expires TEXT,
  revoked TEXT, used TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sessions (
  digest TEXT PRIMARY KEY, token TEXT NOT NULL, expires TEXT NOT NULL
) WITHOUT ROWID;
"""
_COLUMNS = "digest, name, scope, created, expires, revoked, used"
_ID = 10
#: beginning of what stands for the digest of a person: no digit of a SHA-256, so no secret can be one
_PERSON = "p"
#: beginning of the digest of a review link
_LINK = "r"
#: seconds that it is remembered whether there is an admin token, and between two notes of its use
_REMEMBERED, _NOTED = 1.0, 60.0


def _now() -> datetime:
    return datetime.now(UTC)


class SqliteTokens:
    """Implements `ports.tokens.TokenStore`.

    Args:
        path: the journal's file; made when absent.
        now: the clock, for tests.

    Raises:
        DataFolderError: the file cannot be used.
    """

    def __init__(self, path: Path | str, *, now: Callable[[], datetime] = _now) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._admin: tuple[float, bool] = (-_REMEMBERED, False)
        self._used: dict[str, float] = {}
        with telling("The tokens"):
            self._connection = sqlite3.connect(
                str(path), timeout=5.0, check_same_thread=False, isolation_level=None
            )
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = FULL")
            self._connection.executescript(_SCHEMA)

    def close(self) -> None:
        """Release the file."""
        with self._lock:
            self._connection.close()

    def create(
        self, name: str, *, scope: TokenScope, expires: datetime | None, kind: TokenKind = "token"
    ) -> tuple[str, Token]:
        """A new token, or what makes a review link secret, to be shown once, and what is kept of it."""
        if not _NAME.fullmatch(name):
            raise BadParameter(
                "The name of a token has 1 to 100 characters in one line, without blanks around.",
                parameter="name", value=name[:200],
            )  # fmt: skip
        secret = PREFIX + secrets.token_urlsafe(_BYTES)
        mark = _LINK if kind == "review link" else ""
        return secret, self._add(mark + _digest(secret), name, scope=scope, expires=expires)

    def admit(self, identity: str, *, scope: TokenScope, expires: datetime | None) -> Token:
        """Let a person in whenever a provider vouches for them; no secret opens anything in their name."""
        name = canonical_identity(identity)
        return self._add(_PERSON + secrets.token_hex(_BYTES), name, scope=scope, expires=expires)

    def find_person(self, identity: str) -> Token | None:
        """What was granted to a person the last time, good or not; None when nothing ever was."""
        now = self._now()
        found = [
            _token(row)
            for row in self._rows(
                f"SELECT {_COLUMNS} FROM tokens WHERE name = ? AND substr(digest, 1, 1) = ?"  # noqa: S608
                " ORDER BY created DESC, digest",
                (identity, _PERSON),
            )
        ]
        return next((one for one in found if one.is_good(now)), found[0] if found else None)

    def find(self, secret: str) -> Token | None:
        """The token that somebody shows, good or not; None for one that was never given out."""
        if not _SECRET.fullmatch(secret):
            return None
        digest = _digest(secret)
        rows = self._rows(
            f"SELECT {_COLUMNS} FROM tokens WHERE digest IN (?, ?)",  # noqa: S608
            (digest, _LINK + digest),
        )
        if not rows:
            return None
        self._note(rows[0][0])
        return _token(rows[0])

    def tokens(self) -> Sequence[Token]:
        """All of them, the newest first, those that are over too."""
        return [
            _token(row)
            for row in self._rows(f"SELECT {_COLUMNS} FROM tokens ORDER BY created DESC, digest")  # noqa: S608
        ]

    def named(self, id: str) -> Token:
        """The token or person, by id, name or identity, that opens something."""
        now = self._now()
        still_good = [token for token in self.tokens() if token.is_good(now)]
        good = [token for token in still_good if id in (token.id, token.name)]
        if not good:
            identity = _identity(id)
            good = [one for one in still_good if one.kind == "person" and one.name == identity]
        if not good:
            raise NotFound(
                f"There is no token or person {id!r} that opens anything. `imagegraph token list` and `imagegraph person list` show them.",
                id=id,
            )
        return good[0]

    def revoke(self, id: str) -> Token:
        """Make a token, by its id or name, open nothing any more."""
        found = self.named(id)
        self._rows(
            "UPDATE tokens SET revoked = ? WHERE substr(digest, 1, ?) = ?",
            (_text(self._now()), _ID, found.id),
        )
        self._admin = (-_REMEMBERED, False)
        return found

    def has_admin(self) -> bool:
        """Whether there is a good token with the scope `admin`; another process's new one counts a second later."""
        looked, found = self._admin
        if time.monotonic() - looked > _REMEMBERED:
            now = self._now()
            found = any(token.scope == "admin" and token.is_good(now) for token in self.tokens())
            self._admin = (time.monotonic(), found)
        return found

    def begin_session(self, token: Token, *, expires: datetime) -> str:
        """A word that a browser shows instead of a token; sessions that are over are forgotten meanwhile."""
        secret = secrets.token_urlsafe(_BYTES)
        if token.kind == "person":
            self._rows(
                "UPDATE tokens SET used = ? WHERE substr(digest, 1, ?) = ?",
                (_text(self._now()), _ID, token.id),
            )
        self._rows("DELETE FROM sessions WHERE expires <= ?", (_text(self._now()),))
        self._rows("INSERT INTO sessions VALUES (?, ?, ?)", (_digest(secret), token.id, _text(expires)))
        return secret

    def find_session(self, secret: str) -> Token | None:
        """The token that a session belongs to, when both are good; else None."""
        now = self._now()
        rows = self._rows(
            f"SELECT {_COLUMNS} FROM tokens WHERE substr(digest, 1, ?) ="  # noqa: S608
            " (SELECT token FROM sessions WHERE digest = ? AND expires > ?)",
            (_ID, _digest(secret), _text(now)),
        )
        token = _token(rows[0]) if rows else None
        return token if token is not None and token.is_good(now) else None

    def end_session(self, secret: str) -> None:
        """The session opens nothing any more."""
        self._rows("DELETE FROM sessions WHERE digest = ?", (_digest(secret),))

    def _add(self, digest: str, name: str, *, scope: TokenScope, expires: datetime | None) -> Token:
        now = self._now()
        taken = next((one for one in self.tokens() if one.name == name and one.is_good(now)), None)
        if taken is not None:
            raise BadParameter(
                f"There is a {taken.kind} called {name!r} already. Revoke it, or choose another name.",
                parameter="name", value=name,
            )  # fmt: skip
        values = (digest, name, scope, _text(now), _text(expires), None, None)
        self._rows(f"INSERT INTO tokens ({_COLUMNS}) VALUES (?,?,?,?,?,?,?)", values)  # noqa: S608
        self._admin = (-_REMEMBERED, False)
        return _token(values)

    def _note(self, digest: str) -> None:
        """Remember that a token is in use, now and then."""
        moment = time.monotonic()
        if moment - self._used.get(digest, -_NOTED) < _NOTED:
            return
        self._used[digest] = moment
        try:
            self._rows("UPDATE tokens SET used = ? WHERE digest = ?", (_text(self._now()), digest))
        except DataFolderError:
            return  # a full disk keeps nobody from reading

    def _rows(self, statement: str, values: Sequence[object] = ()) -> list[Any]:
        with telling("The tokens"), self._lock:
            return self._connection.execute(statement, values).fetchall()


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()


def _identity(text: str) -> str | None:
    """The identity that a text is in any spelling; None when it is none."""
    try:
        return canonical_identity(text)
    except BadParameter:
        return None


def _text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat(timespec="seconds")


def _kind(digest: str) -> TokenKind:
    if digest.startswith(_PERSON):
        return "person"
    return "review link" if digest.startswith(_LINK) else "token"


def _token(row: Sequence[Any]) -> Token:
    digest, name, scope, created, *moments = row
    expires, revoked, used = (None if one is None else datetime.fromisoformat(one) for one in moments)
    return Token(
        id=digest[:_ID], name=name, scope=scope, created=datetime.fromisoformat(created), expires=expires,
        revoked=revoked, used=used, kind=_kind(digest),
    )  # fmt: skip
