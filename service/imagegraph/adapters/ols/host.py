"""One host that speaks OLS, with what it answered before."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from imagegraph.adapters.http import Answer, Clock, Deadline, HttpService, Unanswered
from imagegraph.adapters.ols.described import Described
from imagegraph.adapters.ols.documents import UnreadableAnswer, read_terms, says_missing
from imagegraph.adapters.ols.questions import Question, questions_for, searches_for
from imagegraph.adapters.sqlite.resolved import ResolvedAnswer, ResolvedCache, ResolvedKey
from imagegraph.model.vocabularies import VocabularyRegistry
from imagegraph.ports.terms import TermScope

TERM_DAYS = 7
NOT_FOUND_DAYS = 1
SEARCH_HOURS = 1
_FIRST_ONLY_SECONDS = 3_600.0


@dataclass(frozen=True, kw_only=True)
class HostAnswer:
    """What a host said, now or earlier.

    Attributes:
        terms: copies of the term that was asked for, or hits; empty when there is none.
        fetched: when it said so, UTC.
        stale: it said so too long ago.
    """

    host: str
    terms: tuple[Described, ...]
    fetched: datetime
    stale: bool = False


class OlsHost:
    """Asks one host, and remembers its answers. Safe to use from several threads.

    Args:
        service: the host.
        cache: where its answers are kept.
    """

    def __init__(
        self, service: HttpService, *, cache: ResolvedCache, registry: VocabularyRegistry, clock: Clock
    ) -> None:
        self.name = service.name
        self._service = service
        self._cache = cache
        self._registry = registry
        self._clock = clock
        self._first_only_until = 0.0

    def close(self) -> None:
        """Close the connections."""
        self._service.close()

    def kept(self, key: ResolvedKey) -> HostAnswer | None:
        """What it answered before, however old; None when it was never asked, or what is kept cannot be read."""
        kept = self._cache.find(key)
        if kept is None:
            return None
        try:
            terms = (
                []
                if kept.state == "not_found"
                else read_terms(json.loads(kept.body), registry=self._registry)
            )
        except (ValueError, RecursionError, UnreadableAnswer):
            return None
        if key.representation.startswith("term"):
            terms = [found for found in terms if found.term.iri == key.id]
            if not terms and kept.state == "ok":
                return None
        stale = kept.expires_at <= self._clock.now()
        return HostAnswer(host=self.name, terms=tuple(terms), fetched=kept.fetched_at, stale=stale)

    def term_key(self, iri: str, *, ontology: str | None) -> ResolvedKey:
        """Where the description of a term is kept."""
        return ResolvedKey(
            service=self._service.base, id=iri, representation=f"term:{ontology}" if ontology else "term"
        )

    def search_key(self, text: str, *, scope: TermScope, rows: int) -> ResolvedKey:
        """Where the hits for a text are kept."""
        parts = [
            *scope.ontologies,
            "below",
            *scope.under,
            "obsolete" if scope.obsolete else "living",
            str(rows),
        ]
        return ResolvedKey(service=self._service.base, id=text, representation=f"search:{' '.join(parts)}")

    def describe(self, iri: str, *, ontology: str | None, deadline: Deadline) -> HostAnswer:
        """The copies of a term, from what is kept when it is not too old; none when it says there is none.

        Raises:
            Unanswered: it gave no usable answer.
        """
        key = self.term_key(iri, ontology=ontology)
        kept = self.kept(key)
        if kept is not None and not kept.stale:
            return kept
        asked = questions_for(iri, ontology=ontology, second=self._may_speak_second())
        answer, terms = self._ask(asked, iri=iri, deadline=deadline)
        days = TERM_DAYS if terms else NOT_FOUND_DAYS
        return self._keep(key, answer, terms, good=timedelta(days=days))

    def search(self, text: str, *, scope: TermScope, rows: int, deadline: Deadline) -> HostAnswer:
        """The hits for a text, from what is kept when it is not too old.

        Raises:
            Unanswered: it gave no usable answer.
        """
        key = self.search_key(text, scope=scope, rows=rows)
        kept = self.kept(key)
        if kept is not None and not kept.stale:
            return kept
        asked = searches_for(text, scope=scope, rows=rows, second=self._may_speak_second())
        answer, terms = self._ask(asked, iri=None, deadline=deadline)
        return self._keep(key, answer, terms, good=timedelta(hours=SEARCH_HOURS))

    def _ask(
        self, questions: Sequence[Question], *, iri: str | None, deadline: Deadline
    ) -> tuple[Answer, list[Described]]:
        """The first usable answer, and the terms it describes; a term is missing only when the last one says so,
        or no later one can be used."""
        missing: Answer | None = None
        reason = ""
        deaf: set[int] = set()
        spoken: set[int] = set()
        for question in questions:
            if question.by_path and question.version == 1 and missing is not None:
                continue  # the second version has looked there already
            answer = self._service.get(question.target, deadline=deadline)
            try:
                terms = self._read(answer, iri)
            except Unanswered as error:
                reason = error.reason
                deaf.add(question.version)
                continue
            spoken.add(question.version)
            if terms or iri is None:
                missing = None
                self._learn(deaf, spoken)
                return answer, terms
            missing = missing or answer
        if missing is None:
            raise Unanswered(reason, sent=True)
        self._learn(deaf, spoken)
        return missing, []

    def _read(self, answer: Answer, iri: str | None) -> list[Described]:
        """The terms of an answer; none when it says, in words of OLS, that there are none.

        Raises:
            Unanswered: it says neither.
        """
        if answer.status == 404 and says_missing(answer.document) and iri is not None:
            return []
        if answer.status != 200:
            words = "without saying what is missing" if answer.status == 404 else "to our request"
            raise Unanswered(f"answered {answer.status} {words}")
        try:
            terms = read_terms(answer.document, registry=self._registry)
        except UnreadableAnswer:
            raise Unanswered("sent JSON that is no answer of OLS") from None
        if iri is None:
            return terms
        copies = [found for found in terms if found.term.iri == iri]
        if terms and not copies:
            raise Unanswered("answered with another term than the one that was asked for")
        return copies

    def _may_speak_second(self) -> bool:
        return self._clock.monotonic() >= self._first_only_until

    def _learn(self, deaf: set[int], spoken: set[int]) -> None:
        """A host that understands the first version only is spared the second for an hour."""
        if 2 in deaf and 2 not in spoken and 1 in spoken:
            self._first_only_until = self._clock.monotonic() + _FIRST_ONLY_SECONDS

    def _keep(
        self, key: ResolvedKey, answer: Answer, terms: list[Described], *, good: timedelta
    ) -> HostAnswer:
        now = self._clock.now().astimezone(UTC).replace(microsecond=0)
        state = (
            "ok"
            if terms or (answer.status == 200 and not key.representation.startswith("term"))
            else "not_found"
        )
        self._cache.keep(
            key,
            ResolvedAnswer(
                state=state,  # type: ignore[arg-type]
                body=answer.body,
                media_type=answer.media_type,
                source_url=answer.url,
                fetched_at=now,
                expires_at=now + good,
            ),
        )
        return HostAnswer(host=self.name, terms=tuple(terms), fetched=now)
