"""Several hosts as one: the first that has the answer wins; a host that fails leaves it to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from imagegraph.adapters.http import Clock, Deadline, Unanswered
from imagegraph.adapters.ols.host import HostAnswer, OlsHost
from imagegraph.ports.terms import TermScope

#: what a host may use of the time that is left, while others have not been asked
_SHARE = 2 / 3


@dataclass(frozen=True)
class Found:
    """What the hosts said together.

    Attributes:
        answer: None when nobody gave a usable one, now or earlier.
        notes: sentences about hosts that failed and answers that are old.
    """

    answer: HostAnswer | None
    notes: tuple[str, ...] = ()

    @property
    def detail(self) -> str:
        """The notes as one text."""
        return " ".join(self.notes)


class Hosts:
    """Asks hosts in their order. Safe to use from several threads."""

    def __init__(self, hosts: Sequence[OlsHost], *, clock: Clock) -> None:
        self._hosts = tuple(hosts)
        self._clock = clock

    def close(self) -> None:
        """Close all connections."""
        for host in self._hosts:
            host.close()

    def describe(self, iri: str, *, ontology: str | None, deadline: Deadline) -> Found:
        """The copies of a term."""
        return self._first(
            kept=lambda host: host.kept(host.term_key(iri, ontology=ontology)),
            ask=lambda host, part: host.describe(iri, ontology=ontology, deadline=part),
            deadline=deadline,
        )

    def search(self, text: str, *, scope: TermScope, rows: int, deadline: Deadline) -> Found:
        """The hits for a text."""
        return self._first(
            kept=lambda host: host.kept(host.search_key(text, scope=scope, rows=rows)),
            ask=lambda host, part: host.search(text, scope=scope, rows=rows, deadline=part),
            deadline=deadline,
        )

    def _first(
        self,
        *,
        kept: Callable[[OlsHost], HostAnswer | None],
        ask: Callable[[OlsHost, Deadline], HostAnswer],
        deadline: Deadline,
    ) -> Found:
        for host in self._hosts:
            answer = kept(host)
            if answer is not None and answer.terms and not answer.stale:
                return Found(answer)
        negative: HostAnswer | None = None
        failed: list[OlsHost] = []
        notes: list[str] = []
        for host in self._hosts:
            try:
                answer = ask(host, deadline if host is self._hosts[-1] else deadline.part(_SHARE))
            except Unanswered as error:
                failed.append(host)
                notes.append(f"{host.name} {error.reason}.")
                continue
            if answer.terms:
                return Found(answer, tuple(notes))
            negative = negative or answer
        old = [answer for host in failed if (answer := kept(host)) is not None]
        for answer in old:
            if answer.terms:
                return Found(answer, (*notes, self._age(answer)))
        if negative is not None:
            return Found(negative, tuple(notes))
        return Found(old[0], (*notes, self._age(old[0]))) if old else Found(None, tuple(notes))

    def _age(self, answer: HostAnswer) -> str:
        seconds = (self._clock.now() - answer.fetched).total_seconds()
        day = answer.fetched.strftime("%Y-%m-%d")
        return f"This is what {answer.host} answered on {day}, {_duration(seconds)} ago."


def _duration(seconds: float) -> str:
    for size, name in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        count = int(seconds // size)
        if count:
            return f"{count} {name}{'s' if count > 1 else ''}"
    return "less than a minute"
