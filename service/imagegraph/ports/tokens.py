"""Tokens that programs show instead of a password, and persons who were let in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from imagegraph.model.access import Token, TokenKind, TokenScope


class TokenStore(Protocol):
    """Keeps what is needed to recognise tokens. Safe to use from several threads and processes."""

    def create(
        self, name: str, *, scope: TokenScope, expires: datetime | None, kind: TokenKind = "token"
    ) -> tuple[str, Token]:
        """A new token, or what makes a review link secret, to be shown once, and what is kept of it.

        Raises:
            BadParameter: the name is empty, too long, or that of a token that is still good.
            DataFolderError: it cannot be kept.
        """
        ...

    def admit(self, identity: str, *, scope: TokenScope, expires: datetime | None) -> Token:
        """Let a person in whenever a provider vouches for them; no secret opens anything in their name.

        Args:
            identity: as `model.persons` reads it.

        Raises:
            BadParameter: it is no identity, or that of a person who is let in already.
            DataFolderError: it cannot be kept.
        """
        ...

    def find_person(self, identity: str) -> Token | None:
        """What was granted to a person the last time, good or not; None when nothing ever was."""
        ...

    def find(self, secret: str) -> Token | None:
        """The token that somebody shows, good or not; None for one that was never given out."""
        ...

    def tokens(self) -> Sequence[Token]:
        """All of them and all persons, the newest first, those that are over too."""
        ...

    def named(self, id: str) -> Token:
        """The token or person that opens something, by id or name, an identity in any spelling.

        Raises:
            NotFound: there is no good one of that id or name.
        """
        ...

    def revoke(self, id: str) -> Token:
        """Make a token or a person, by id or name, an identity in any spelling, open nothing any more.

        Raises:
            NotFound: there is no good one of that id or name.
        """
        ...

    def has_admin(self) -> bool:
        """Whether there is a good token, or a person, with the scope `admin`."""
        ...

    def begin_session(self, token: Token, *, expires: datetime) -> str:
        """A word that a browser shows instead of a token, good until the token is over or so long.

        Raises:
            DataFolderError: it cannot be kept.
        """
        ...

    def find_session(self, secret: str) -> Token | None:
        """The token that a session belongs to, when both are good; else None."""
        ...

    def end_session(self, secret: str) -> None:
        """The session opens nothing any more."""
        ...
