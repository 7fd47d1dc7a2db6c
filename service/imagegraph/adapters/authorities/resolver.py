"""Identifiers resolved by their authorities: kept answers first, then dumps, then the services themselves."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from imagegraph.adapters.authorities.contract import Authority, Dumps, Part, Reading, UnreadableAnswer
from imagegraph.adapters.authorities.ror_matching import RorMatcher
from imagegraph.adapters.http import Clock, Deadline, HttpService, Unanswered
from imagegraph.adapters.sqlite.resolutions import KeptResolution, ResolutionStore
from imagegraph.model.authorities import AuthorityTable
from imagegraph.model.identifiers import Identifier, identifier_of
from imagegraph.model.resolutions import Resolution
from imagegraph.ports.resolving import Matches

#: seconds to wait for an answer that another thread is asking for, beyond the time limit of asking
_PATIENCE = 5.0


class AuthorityResolver:
    """Implements `ports.resolving.IdentifierResolver`, `KnownResolutions` and `OrganisationMatcher`.

    Args:
        authorities: by scheme.
        store: where answers are kept.
        dumps: what authorities published as a whole, and was loaded here; None when there is none.
        table: licences, and how long answers are good.
        services: what the authorities may ask, by name; closed with the resolver.
        seconds: time limit for asking about one identifier.
    """

    def __init__(
        self, authorities: Mapping[str, Authority], *, store: ResolutionStore, table: AuthorityTable,
        services: Mapping[str, HttpService], dumps: Dumps | None = None, seconds: float = 30.0,
        clock: Clock | None = None,
    ) -> None:  # fmt: skip
        self._authorities = authorities
        self._services = services
        self._store = store
        self._dumps = dumps
        self._table = table
        self._seconds = seconds
        self._clock = clock or Clock()
        self._lock = threading.Lock()
        self._flights: dict[str, Future[Resolution]] = {}

    def can_ask(self, scheme: str) -> bool:
        """Whether somebody may be asked about identifiers of a scheme."""
        return any(scheme in self._table.entries[name].asks for name in self._services)

    def resolve(self, identifier: Identifier, *, refresh: bool = False) -> Resolution:
        """What is said about a valid identifier; one that is being asked for is not asked for again meanwhile."""
        if identifier.state != "valid":
            return _invalid(identifier)
        kept = self._kept(identifier)
        if kept is not None and not kept.stale and not refresh:
            return kept
        with self._lock:
            flight = self._flights.get(identifier.iri)
            ours = flight is None
            if flight is None:
                flight = self._flights[identifier.iri] = Future()
        if not ours:
            try:
                return flight.result(timeout=self._seconds + _PATIENCE)
            except TimeoutError:
                return _without_answer(identifier, kept, "is still being asked for")
        try:
            found = self._found(identifier, refresh=refresh)
            flight.set_result(found)
        except BaseException as error:
            flight.set_exception(error)
            raise
        finally:
            with self._lock:
                del self._flights[identifier.iri]
        return found

    def known(self, identifier: Identifier) -> Resolution | None:
        """The newest answer that is kept or in a dump, however old; nobody is asked."""
        if identifier.state != "valid":
            return _invalid(identifier)
        kept = self._kept(identifier)
        if kept is not None and not kept.stale:
            return kept
        dumped = None if self._store.is_forgotten(identifier.iri) else self._from_dump(identifier)
        return dumped or kept

    def forget(self, identifier: Identifier) -> bool:
        """Delete what is kept, and do not ask of one's own accord again; whether there was anything."""
        return self._store.forget(identifier.iri, at=self._clock.now())

    def is_forgotten(self, identifier: Identifier) -> bool:
        """Whether it was forgotten, and not resolved by anybody's wish since."""
        return self._store.is_forgotten(identifier.iri)

    def since(self, sequence: int) -> Iterator[Resolution]:
        """Every kept answer that came after a position, in order."""
        for kept in self._store.since(sequence):
            identifier = identifier_of(kept.iri)
            read = self._read_kept(identifier, kept) if identifier is not None else None
            if read is not None:
                yield read

    @property
    def head(self) -> int:
        """Position of the newest kept answer, 0 when there is none."""
        return self._store.head

    def expired(self, *, limit: int) -> Sequence[tuple[str, str]]:
        """(IRI, scheme) of kept answers that are older than they should be, the oldest first."""
        return self._store.expired(at=self._clock.now(), limit=limit)

    def match(self, affiliation: str) -> Matches:
        """Which organisation an affiliation may name, by ROR."""
        return RorMatcher(self._services.get("ror"), seconds=self._seconds, clock=self._clock).match(
            affiliation
        )

    def hang_up(self) -> None:
        """Ask nobody any more; whoever waits for an answer goes away with nothing."""
        for service in self._services.values():
            service.close()

    def close(self) -> None:
        """Ask nobody any more, and release the files."""
        self.hang_up()
        if self._dumps is not None:
            self._dumps.close()
        self._store.close()

    def _found(self, identifier: Identifier, *, refresh: bool) -> Resolution:
        kept = self._kept(identifier)
        if not refresh:
            if kept is not None and not kept.stale:
                return kept  # somebody else has asked meanwhile
            dumped = self._from_dump(identifier)
            if dumped is not None:
                return dumped
        authority = self._authorities.get(identifier.scheme)
        if authority is None:
            return _without_answer(identifier, kept, "no authority is known for identifiers of this scheme")
        if not authority.may_ask(identifier):
            dumped = self._from_dump(identifier) if refresh else None
            return dumped or _without_answer(
                identifier, kept, "nobody may be asked: IMAGEGRAPH_RESOLVERS names no authority for it"
            )
        parts: tuple[Part, ...] = ()
        try:
            parts = authority.ask(identifier, deadline=Deadline(self._seconds, clock=self._clock))
            reading = authority.read(identifier, parts)
        except Unanswered as error:
            reason = f"{error.service or 'the authority'} {error.reason}"
            return _without_answer(identifier, kept, reason, asked=error.sent)
        except UnreadableAnswer as error:
            host = urlsplit(parts[-1].url).netloc if parts else "the authority"
            return _without_answer(identifier, kept, f"{host} {error}")
        return self._keep(identifier, parts, reading, version="")

    def _from_dump(self, identifier: Identifier) -> Resolution | None:
        authority = self._authorities.get(identifier.scheme)
        found = self._dumps.find(identifier) if self._dumps is not None else None
        if authority is None or found is None:
            return None
        parts, version = found
        try:
            reading = authority.read(identifier, parts)
        except UnreadableAnswer:
            return None
        return self._keep(identifier, parts, reading, version=version)

    def _keep(
        self, identifier: Identifier, parts: tuple[Part, ...], reading: Reading, *, version: str
    ) -> Resolution:
        now = self._clock.now()
        days = self._table.good_days(reading.state, scheme=identifier.scheme)
        kept = KeptResolution(
            iri=identifier.iri, scheme=identifier.scheme, parts=parts, source_version=version, fetched_at=now,
            expires_at=now + timedelta(days=days),
        )  # fmt: skip
        self._store.keep(kept)
        return self._resolution(kept, reading, now=now)

    def _kept(self, identifier: Identifier) -> Resolution | None:
        kept = self._store.find(identifier.iri)
        return self._read_kept(identifier, kept) if kept is not None else None

    def _read_kept(self, identifier: Identifier, kept: KeptResolution) -> Resolution | None:
        authority = self._authorities.get(identifier.scheme)
        if authority is None:
            return None
        try:
            reading = authority.read(identifier, kept.parts)
        except UnreadableAnswer:
            return None
        return self._resolution(kept, reading, now=self._clock.now())

    def _resolution(self, kept: KeptResolution, reading: Reading, *, now: datetime) -> Resolution:
        entry = self._table.entries.get(reading.authority)
        return Resolution(
            iri=kept.iri, scheme=kept.scheme, state=reading.state, thing=reading.thing,
            successors=reading.successors, authority=reading.authority,
            source_url=kept.parts[-1].url if kept.parts else "",
            source_version=kept.source_version or reading.source_version,
            licence=entry.licence if entry else "", fetched=kept.fetched_at.replace(microsecond=0),
            digest=kept.digest, stale=kept.expires_at <= now, detail=reading.detail,
        )  # fmt: skip


def _invalid(identifier: Identifier) -> Resolution:
    return Resolution(
        iri=identifier.iri, scheme=identifier.scheme, state="invalid",
        detail=identifier.problem or "It is no identifier of a known scheme.",
    )  # fmt: skip


def _without_answer(
    identifier: Identifier, kept: Resolution | None, reason: str, *, asked: bool = True
) -> Resolution:
    """The older answer, marked as such; `unavailable` when there is none."""
    sentence = f"{reason[:1].upper()}{reason[1:]}."
    if kept is not None:
        return replace(kept, stale=True, asked=asked, detail=f"{kept.detail} {sentence}".strip())
    return Resolution(
        iri=identifier.iri, scheme=identifier.scheme, state="unavailable", asked=asked, detail=sentence
    )
