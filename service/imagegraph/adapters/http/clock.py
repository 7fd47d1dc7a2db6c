"""Time as it is needed to wait, to stop and to date answers; tests give their own."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, kw_only=True)
class Clock:
    """Where the time comes from.

    Attributes:
        monotonic: seconds since some moment; never goes back.
        now: the date and time, UTC.
        sleep: waits so many seconds.
    """

    monotonic: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = _now
    sleep: Callable[[float], None] = time.sleep

    def stamp(self) -> str:
        """The time now, UTC, ISO 8601 with seconds and `Z`."""
        return self.now().strftime("%Y-%m-%dT%H:%M:%SZ")


class Deadline:
    """The moment at which an answer must be there.

    Args:
        seconds: from now.
    """

    def __init__(self, seconds: float, *, clock: Clock) -> None:
        self._clock = clock
        self._end = clock.monotonic() + seconds

    @property
    def remaining(self) -> float:
        """Seconds that are left; 0 when it has passed."""
        return max(0.0, self._end - self._clock.monotonic())

    def part(self, share: float) -> Deadline:
        """A deadline after a share of what is left, so that something is left for others.

        Args:
            share: 0 to 1.
        """
        return Deadline(self.remaining * share, clock=self._clock)
