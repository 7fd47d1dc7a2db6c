"""Faults that a stand-in mixes into its answers, the same ones in every run."""

from __future__ import annotations

import random
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.stand_in import Reply

#: what can go wrong, by name
FAULTS: Mapping[str, Callable[[float], Reply]] = {
    "503 page": lambda _: replies.html(503),
    "200 page": lambda _: replies.html(200),
    "429, at once": lambda _: replies.busy(0),
    "429, in a second": lambda _: replies.busy(1),
    "429, unsaid": lambda _: replies.busy(),
    "silence": lambda seconds: replies.after(seconds, replies.reset()),
    "cut off": lambda _: replies.cut_off(b'{"id": "https://'),
    "reset": lambda _: replies.reset(),
}


class FaultPlan:
    """Which requests go wrong, and how. Depends on the seed, the target and how often it was asked for, nothing else.

    Args:
        share: of the requests that go wrong, 0 to 1.
        kinds: names in `FAULTS`.
        seconds: how long silence lasts, before the connection breaks.
    """

    def __init__(
        self, share: float, *, seed: int = 4, kinds: Sequence[str] = tuple(FAULTS), seconds: float = 1.5
    ) -> None:
        self._share = share
        self._seed = seed
        self._kinds = tuple(kinds)
        self._seconds = seconds
        self._lock = threading.Lock()
        self._asked: Counter[str] = Counter()
        #: how often each kind was dealt out
        self.dealt: Counter[str] = Counter()

    def fault(self, target: str) -> Reply | None:
        """What goes wrong with the next request for a target; None when nothing does."""
        with self._lock:
            self._asked[target] += 1
            chance = random.Random(f"{self._seed} {self._asked[target]} {target}")  # noqa: S311
            if chance.random() >= self._share:
                return None
            kind = chance.choice(self._kinds)
            self.dealt[kind] += 1
        return FAULTS[kind](self._seconds)
