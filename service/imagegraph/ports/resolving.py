"""Asking authorities about identifiers, and keeping what is still to be asked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from imagegraph.model.identifiers import Identifier
from imagegraph.model.resolutions import Resolution


class KnownResolutions(Protocol):
    """What was answered about identifiers before, or stands in a dump; nobody is asked. Safe to use from several
    threads."""

    def known(self, identifier: Identifier) -> Resolution | None:
        """The newest answer, however old; None when there is none, or it was forgotten."""
        ...

    def since(self, sequence: int) -> Iterator[Resolution]:
        """Every kept answer that came after a position, in order; for making graphs anew."""
        ...

    @property
    def head(self) -> int:
        """Position of the newest kept answer, 0 when there is none."""
        ...

    def expired(self, *, limit: int) -> Sequence[tuple[str, str]]:
        """(IRI, scheme) of kept answers that are older than they should be, the oldest first."""
        ...

    def forget(self, identifier: Identifier) -> bool:
        """Delete what is kept about an identifier, and do not ask of one's own accord again; whether there was
        anything."""
        ...

    def is_forgotten(self, identifier: Identifier) -> bool:
        """Whether it was forgotten, and not resolved by anybody's wish since."""
        ...


class IdentifierResolver(Protocol):
    """What authorities say about identifiers: kept answers first, then dumps, then the authorities themselves.

    Answers within its time limit, and never raises for what an authority does wrong. Safe to use from several
    threads; one identifier is asked for once at a time.
    """

    def resolve(self, identifier: Identifier, *, refresh: bool = False) -> Resolution:
        """What is said about a valid identifier; an answer that is kept and not too old is taken as it is.

        Args:
            refresh: ask again whatever is kept.
        """
        ...

    def can_ask(self, scheme: str) -> bool:
        """Whether somebody may be asked about identifiers of a scheme."""
        ...

    def close(self) -> None:
        """Ask nobody any more."""
        ...


@dataclass(frozen=True, kw_only=True)
class MatchedOrganisation:
    """An organisation that a text may name.

    Attributes:
        score: 0 to 1; comparable only between hits that were found in the same way.
        passage: the part of the text.
        how: the way it was found, in words of the service.
        chosen: the service is sure of it.
    """

    iri: str
    label: str
    score: float
    passage: str
    how: str
    chosen: bool


@dataclass(frozen=True, kw_only=True)
class Matches:
    """What a text may name, in the order of the service.

    Attributes:
        answered: somebody was asked and answered.
        detail: why not, for people; empty otherwise.
    """

    items: tuple[MatchedOrganisation, ...] = ()
    answered: bool = False
    detail: str = ""


class OrganisationMatcher(Protocol):
    """Finds the organisation that an affiliation names, for a person to look at. Never raises for what a service
    does wrong."""

    def match(self, affiliation: str) -> Matches:
        """What an affiliation may name."""
        ...


@dataclass(frozen=True, kw_only=True)
class QueuedIdentifier:
    """An identifier that waits to be resolved.

    Attributes:
        iri: its canonical IRI.
        scheme: of the identifier.
        since: when it was put in, UTC.
        due: not before this moment, UTC.
        attempts: how often it was tried.
        detail: why the last attempt gave nothing; empty before the first.
    """

    iri: str
    scheme: str
    since: datetime
    due: datetime
    attempts: int = 0
    detail: str = ""


class ResolutionQueue(Protocol):
    """Identifiers to be resolved, on disk: what was put in is there after a restart until it is done."""

    def put(self, iris: Collection[tuple[str, str]], *, due: datetime | None = None) -> int:
        """Add (IRI, scheme) pairs; one that waits already stays as it is. How many are new.

        Args:
            due: not before this moment; now when None.
        """
        ...

    def take(self, *, schemes: Collection[str], limit: int) -> Sequence[QueuedIdentifier]:
        """The ones that are due, the oldest first, of these schemes; they are not handed out again by this
        process until they are `done` or `put_off`."""
        ...

    def done(self, iri: str) -> None:
        """It ended in a state that is no reason to try again soon."""
        ...

    def put_off(self, iri: str, *, until: datetime, detail: str, tried: bool = True) -> None:
        """It is to be tried again, not before a moment.

        Args:
            tried: it counts as an attempt.
        """
        ...

    def waiting(self, *, after: str = "", limit: int = 100) -> Sequence[QueuedIdentifier]:
        """What waits, in the order of the IRIs, from the one after `after`."""
        ...

    def counts(self) -> dict[str, int]:
        """How many wait, by scheme."""
        ...
