"""What the requests to a stand-in tell about whoever asked: how many at once, how fast, what twice."""

from __future__ import annotations

from collections.abc import Iterable

from imagegraph.testing.stand_in import Received


def most_at_once(requests: Iterable[Received], *, slack: float = 0.0) -> int:
    """The largest number of requests that were in flight at the same time.

    Args:
        slack: seconds that each is taken to have ended earlier, for what the stand-in notices late: that somebody
            has left.
    """
    moments: list[tuple[float, int]] = []
    for request in requests:
        end = _end(request, slack)
        moments += [(request.begun, 1), (end, -1)]
    most = running = 0
    for _, change in sorted(moments):
        running += change
        most = max(most, running)
    return most


def most_begun_within(requests: Iterable[Received], seconds: float) -> int:
    """The largest number of requests that began within so many seconds."""
    begun = sorted(request.begun for request in requests)
    most = first = 0
    for last, moment in enumerate(begun):
        while moment - begun[first] > seconds:
            first += 1
        most = max(most, last - first + 1)
    return most


def asked_twice_at_once(requests: Iterable[Received], *, slack: float = 0.0) -> set[str]:
    """The subjects of which two requests were in flight at the same time; without a subject, the targets."""
    flights: dict[str, list[Received]] = {}
    for request in requests:
        flights.setdefault(request.subject or request.target, []).append(request)
    return {subject for subject, found in flights.items() if most_at_once(found, slack=slack) > 1}


def _end(request: Received, slack: float) -> float:
    end = float("inf") if request.ended is None else request.ended - slack
    return max(end, request.begun)
