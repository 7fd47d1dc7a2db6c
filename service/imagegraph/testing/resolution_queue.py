"""What every queue of identifiers must do; subclass it in a test file and give it an `open_queue`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import UTC, datetime, timedelta

from imagegraph.ports.resolving import ResolutionQueue

START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
_ROR, _ORCID = ("https://ror.org/03mstc592", "ror"), ("https://orcid.org/0000-0002-1825-0097", "orcid")


class ResolutionQueueContract(ABC):
    """The contract of `ports.resolving.ResolutionQueue`.

    Attributes:
        now: what the queue's clock shows.
    """

    now: datetime = START

    @abstractmethod
    def open_queue(self) -> ResolutionQueue:
        """The queue of this test; opened again it is the same one, as another process would find it."""

    def test_what_is_put_in_waits_once(self) -> None:
        """Putting the same in again changes nothing."""
        queue = self.open_queue()
        assert queue.put([_ROR, _ORCID]) == 2
        assert queue.put([_ROR]) == 0
        assert queue.counts() == {"orcid": 1, "ror": 1}
        assert [one.iri for one in queue.waiting()] == sorted((_ROR[0], _ORCID[0]))

    def test_it_is_listed_in_pages(self) -> None:
        """In the order of the IRIs, from the one after the last of the page before."""
        queue = self.open_queue()
        queue.put([_ROR, _ORCID])
        (first,) = queue.waiting(limit=1)
        (second,) = queue.waiting(after=first.iri, limit=1)
        assert (first.iri, second.iri) == (_ORCID[0], _ROR[0])
        assert list(queue.waiting(after=second.iri)) == []

    def test_it_is_handed_out_once_and_only_by_scheme(self) -> None:
        """What was taken is not handed out again, until it is put off and due again."""
        queue = self.open_queue()
        queue.put([_ROR, _ORCID])
        (taken,) = queue.take(schemes=("ror",), limit=5)
        assert (taken.iri, taken.scheme, taken.attempts) == (*_ROR, 0)
        assert list(queue.take(schemes=("ror",), limit=5)) == []
        queue.put_off(taken.iri, until=self.now + timedelta(minutes=1), detail="answered 503")
        assert list(queue.take(schemes=("ror",), limit=5)) == []
        self.now += timedelta(minutes=2)
        (again,) = queue.take(schemes=("ror",), limit=5)
        assert (again.attempts, again.detail, again.since) == (1, "answered 503", START)

    def test_what_was_not_tried_is_not_counted(self) -> None:
        """Putting off because of a limit is no attempt."""
        queue = self.open_queue()
        queue.put([_ROR])
        (taken,) = queue.take(schemes=("ror",), limit=1)
        queue.put_off(taken.iri, until=self.now, detail="is left alone", tried=False)
        (again,) = queue.take(schemes=("ror",), limit=1)
        assert (again.attempts, again.detail) == (0, "is left alone")

    def test_what_is_done_is_gone(self) -> None:
        """It may be put in again later."""
        queue = self.open_queue()
        queue.put([_ROR])
        (taken,) = queue.take(schemes=("ror",), limit=1)
        queue.done(taken.iri)
        assert queue.counts() == {}
        assert queue.put([_ROR]) == 1
        assert len(queue.take(schemes=("ror",), limit=1)) == 1

    def test_the_oldest_comes_first(self) -> None:
        """Among those that are due."""
        queue = self.open_queue()
        queue.put([("https://ror.org/03mstc592", "ror")])
        self.now += timedelta(minutes=1)
        queue.put([("https://ror.org/02catss52", "ror")])
        assert [one.iri[-9:] for one in queue.take(schemes=("ror",), limit=2)] == ["03mstc592", "02catss52"]

    def test_what_is_not_due_waits(self) -> None:
        """Something may be put in for later."""
        queue = self.open_queue()
        queue.put([_ROR], due=self.now + timedelta(days=1))
        assert list(queue.take(schemes=("ror",), limit=1)) == []
        self.now += timedelta(days=2)
        assert len(queue.take(schemes=("ror",), limit=1)) == 1

    def test_a_restart_loses_nothing(self) -> None:
        """What was taken and not finished is handed out again by the next process."""
        queue = self.open_queue()
        queue.put([_ROR])
        assert len(queue.take(schemes=("ror",), limit=1)) == 1
        assert len(self.open_queue().take(schemes=("ror",), limit=1)) == 1
