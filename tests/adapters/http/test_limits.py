"""Rate limit, breaker and deadline, with a clock of our own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from imagegraph.adapters.http.clock import Clock, Deadline
from imagegraph.adapters.http.limits import Breaker, RateLimit
from imagegraph.testing.clock import SteppingClock


@pytest.fixture(name="stepping")
def _stepping() -> SteppingClock:
    return SteppingClock()


@pytest.fixture(name="clock")
def _clock(stepping: SteppingClock) -> Clock:
    return Clock(monotonic=stepping.monotonic, now=stepping.now, sleep=stepping.sleep)


def test_requests_are_spaced_evenly(clock: Clock, stepping: SteppingClock) -> None:
    """Ten turns at three per second take three seconds: the first is free."""
    limit = RateLimit(3.0, clock=clock)
    deadline = Deadline(60, clock=clock)
    assert all(limit.wait(deadline) for _ in range(10))
    assert stepping.monotonic() == pytest.approx(3.0)


def test_idle_time_is_not_saved_up(clock: Clock, stepping: SteppingClock) -> None:
    """After a pause of a minute the next requests are spaced as always."""
    limit = RateLimit(2.0, clock=clock)
    stepping.advance(seconds=60)
    deadline = Deadline(60, clock=clock)
    assert all(limit.wait(deadline) for _ in range(3))
    assert stepping.slept == [pytest.approx(0.5), pytest.approx(0.5)]


def test_a_turn_that_comes_too_late_is_not_taken(clock: Clock, stepping: SteppingClock) -> None:
    """Whoever cannot wait is told at once, and nobody waits for the turn that was not taken."""
    limit = RateLimit(1.0, clock=clock)
    assert limit.wait(Deadline(10, clock=clock))
    assert not limit.wait(Deadline(0.5, clock=clock))
    assert stepping.slept == []
    assert limit.wait(Deadline(10, clock=clock))
    assert stepping.slept == [pytest.approx(1.0)]


def test_the_rate_is_shared_by_threads() -> None:
    """With the real clock, eight threads together get no more turns than the rate gives."""
    clock = Clock()
    limit = RateLimit(50.0, clock=clock)
    begin = clock.monotonic()
    with ThreadPoolExecutor(8) as pool:
        turns = list(pool.map(lambda _: limit.wait(Deadline(10, clock=clock)), range(16)))
    assert all(turns)
    assert clock.monotonic() - begin >= 15 / 50


def test_breaker_opens_at_the_fifth_failure_in_a_row(clock: Clock) -> None:
    """Four failures and a success are forgotten; five in a row open it for a minute."""
    breaker = Breaker(clock=clock)
    for _ in range(4):
        breaker.failed()
    breaker.succeeded()
    for _ in range(5):
        assert breaker.enter() == 0
        breaker.failed()
    assert breaker.enter() == pytest.approx(60)


def test_half_open_lets_one_through(clock: Clock, stepping: SteppingClock) -> None:
    """After a minute one request is let through; the others wait for what becomes of it."""
    breaker = Breaker(clock=clock)
    for _ in range(5):
        breaker.failed()
    stepping.advance(seconds=61)
    assert breaker.enter() == 0
    assert breaker.enter() > 0
    breaker.failed()
    assert breaker.enter() == pytest.approx(60)
    stepping.advance(seconds=61)
    assert breaker.enter() == 0
    breaker.succeeded()
    assert (breaker.enter(), breaker.enter()) == (0, 0)


def test_a_trial_that_sent_nothing_is_given_back(clock: Clock, stepping: SteppingClock) -> None:
    """Whoever was let through and then had no time leaves the trial to the next."""
    breaker = Breaker(clock=clock)
    for _ in range(5):
        breaker.failed()
    stepping.advance(seconds=61)
    assert breaker.enter() == 0
    breaker.left()
    assert breaker.enter() == 0


def test_a_pause_that_is_asked_for_is_kept(clock: Clock, stepping: SteppingClock) -> None:
    """A service that names a pause is not asked meanwhile, even after one failure."""
    breaker = Breaker(clock=clock)
    breaker.failed(pause=20)
    assert breaker.enter() == pytest.approx(20)
    stepping.advance(seconds=21)
    assert breaker.enter() == 0


def test_a_part_of_a_deadline_leaves_the_rest(clock: Clock, stepping: SteppingClock) -> None:
    """Two thirds for one, the rest is still there afterwards."""
    deadline = Deadline(9, clock=clock)
    part = deadline.part(2 / 3)
    stepping.advance(seconds=6)
    assert (part.remaining, deadline.remaining) == (0, pytest.approx(3))
