"""What a service answers at `term`, or why it does not."""

from __future__ import annotations

import pytest

from imagegraph.adapters.http import Clock, Deadline, HttpService, Unanswered
from imagegraph.testing.clock import SteppingClock

GOOD = {"iri": "http://purl.obolibrary.org/obo/UO_0000017", "label": "micrometer"}


def ask(service: HttpService, stepping: SteppingClock, *, seconds: float = 30) -> object:
    """The document at `term`."""
    clock = Clock(monotonic=stepping.monotonic, now=stepping.now, sleep=stepping.sleep)
    return service.get("term", deadline=Deadline(seconds, clock=clock)).document


def refusal(service: HttpService, stepping: SteppingClock, *, seconds: float = 30) -> Unanswered:
    """Why nothing usable came."""
    with pytest.raises(Unanswered) as caught:
        ask(service, stepping, seconds=seconds)
    return caught.value
