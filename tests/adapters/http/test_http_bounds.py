"""What a service may take of us and we of it: quota of a day, requests at once, media types, size."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import timedelta
from typing import Any

import pytest
from http_asking import GOOD, ask, refusal

from imagegraph.adapters.http import Answer, Clock, Deadline, HttpService, Unanswered
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.clock import SteppingClock
from imagegraph.testing.stand_in import StandIn
from imagegraph.testing.stand_in_log import most_at_once, most_begun_within

Opened = Callable[..., HttpService]
CITATION = "application/vnd.citationstyles.csl+json"


@pytest.fixture(name="home")
def _home() -> Iterator[StandIn]:
    with StandIn() as service:
        yield service


@pytest.fixture(name="opened")
def _opened(home: StandIn) -> Iterator[Opened]:
    """Opens services that ask the stand-in."""
    with ExitStack() as stack:

        def made(*, stepping: SteppingClock | None = None, **options: Any) -> HttpService:
            clock = stepping and Clock(monotonic=stepping.monotonic, now=stepping.now, sleep=stepping.sleep)
            service = HttpService(home.base, agent="tests", clock=clock, **{"rate": 1000.0, **options})
            stack.callback(service.close)
            return service

        yield made


def get(service: HttpService, *, accept: str = "application/json", seconds: float = 10) -> Answer:
    """What is answered at `term`."""
    return service.get("term", deadline=Deadline(seconds, clock=Clock()), accept=accept)


def test_a_used_up_quota_sends_nothing(opened: Opened, home: StandIn, stepping: SteppingClock) -> None:
    """Three a day: the fourth is refused here, and is no fault of the service."""
    home.answer("term", replies.document(GOOD))
    service = opened(stepping=stepping, daily=3)
    for _ in range(3):
        assert ask(service, stepping) == GOOD
    for _ in range(10):
        failure = refusal(service, stepping)
        assert (failure.reason, failure.sent) == ("was asked as often today as its quota allows", False)
    assert len(home.requests) == 3


def test_a_quota_comes_back_a_day_later(opened: Opened, home: StandIn, stepping: SteppingClock) -> None:
    """What was asked 25 hours ago counts no more, what was asked three hours ago does."""
    home.answer("term", replies.document(GOOD))
    service = opened(stepping=stepping, daily=3)
    ask(service, stepping)
    stepping.advance(hours=22)
    ask(service, stepping)
    ask(service, stepping)
    assert "quota" in refusal(service, stepping).reason
    stepping.advance(hours=3)
    assert ask(service, stepping) == GOOD
    assert "quota" in refusal(service, stepping).reason


def test_attempts_count_for_the_quota(opened: Opened, home: StandIn, stepping: SteppingClock) -> None:
    """Two failures and a third request: the quota of three is used up."""
    home.answer("term", replies.html(503), replies.html(503), replies.document(GOOD))
    service = opened(stepping=stepping, daily=3)
    assert ask(service, stepping) == GOOD
    assert "quota" in refusal(service, stepping).reason


def test_a_refusal_for_the_day_is_not_tried_again_soon(
    opened: Opened, home: StandIn, stepping: SteppingClock
) -> None:
    """ORCID says so in plain text: one request, then an hour of peace."""
    said = "Too Many Requests. You have exceeded the Daily Quota for anonymous usage of this API."
    home.answer("term", replies.text(said, status=429, media_type="text/plain"), replies.document(GOOD))
    service = opened(stepping=stepping)
    assert refusal(service, stepping).pause == 3600
    assert "not asked again for 3600 seconds" in refusal(service, stepping).reason
    assert len(home.requests) == 1
    stepping.advance(hours=1, seconds=1)
    assert ask(service, stepping) == GOOD


def test_a_429_without_such_words_is_tried_again(
    opened: Opened, home: StandIn, stepping: SteppingClock
) -> None:
    """Nothing is said: back-off; zero seconds are said: at once."""
    home.answer("term", replies.busy(), replies.busy(0), replies.document(GOOD))
    assert ask(opened(stepping=stepping), stepping) == GOOD
    assert len(home.requests) == 3


@pytest.mark.parametrize("status", [429, 503])
def test_a_moment_that_is_named_is_waited_for(
    status: int, opened: Opened, home: StandIn, stepping: SteppingClock
) -> None:
    """In seconds or as a date."""
    home.answer(
        "term", replies.busy(4, status=status), replies.busy(stepping.now() + timedelta(seconds=9), status=status),
        replies.document(GOOD),
    )  # fmt: skip
    begin = stepping.monotonic()
    assert ask(opened(stepping=stepping), stepping) == GOOD
    assert stepping.monotonic() - begin == pytest.approx(9, abs=1.1)
    assert 4.0 in stepping.slept


@pytest.mark.parametrize("concurrent", [1, 3])
def test_no_more_at_once_than_allowed(concurrent: int, opened: Opened, home: StandIn) -> None:
    """However many threads ask; the stand-in's log tells."""
    home.answer("term", replies.after(0.05, replies.document(GOOD)))
    service = opened(concurrent=concurrent)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: get(service), range(12)))
    assert [answer.document for answer in answers] == [GOOD] * 12
    assert most_at_once(home.requests) == concurrent


def test_the_rate_is_seen_at_the_other_end(opened: Opened, home: StandIn) -> None:
    """Fifty a second: no more than six begin within a tenth of a second."""
    home.answer("term", replies.document(GOOD))
    service = opened(rate=50.0, concurrent=8)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: get(service), range(30)))
    assert most_begun_within(home.requests, 0.1) <= 7
    assert home.requests[-1].begun - home.requests[0].begun >= 0.5


def test_nobody_waits_for_a_place_longer_than_the_time_limit(opened: Opened, home: StandIn) -> None:
    """A place that does not become free is no fault of the service."""
    home.answer("term", replies.after(1.0, replies.document(GOOD)))
    service = opened(concurrent=1)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(get, service)
        while not home.requests:
            time.sleep(0.005)
        with pytest.raises(Unanswered, match="is being asked too much") as caught:
            get(service, seconds=0.2)
        assert caught.value.sent is False
        assert first.result().document == GOOD


def test_another_media_type_is_asked_for_and_read(opened: Opened, home: StandIn) -> None:
    """JSON of some kind is parsed, whatever its name."""
    home.answer("term", replies.document(GOOD, media_type=f"{CITATION}; charset=utf-8"))
    assert get(opened(), accept=CITATION).document == GOOD
    assert home.requests[0].headers["accept"] == CITATION


def test_what_was_asked_for_need_not_be_json(opened: Opened, home: StandIn) -> None:
    """XML stays as it came."""
    home.answer("term", replies.text("<a/>", media_type="application/xml;charset=UTF-8"))
    answer = get(opened(), accept="application/json, application/xml;q=0.5")
    assert (answer.media_type, answer.document, answer.body) == ("application/xml", None, b"<a/>")


def test_what_was_not_asked_for_is_no_answer(opened: Opened, home: StandIn) -> None:
    """A page with 200 in place of a citation, or of XML."""
    home.answer("term", replies.html(200))
    with pytest.raises(
        Unanswered, match=f"answered with text/html instead of {CITATION}".replace("+", r"\+")
    ):
        get(opened(), accept=CITATION)


def test_a_negative_answer_may_be_of_any_kind(opened: Opened, home: StandIn) -> None:
    """Crossref says it in text, doi.org with a page: the caller judges."""
    home.answer("term", replies.text("Resource not found.", status=404, media_type="text/plain"))
    assert (get(opened()).status, get(opened()).body) == (404, b"Resource not found.")
    home.answer("term", replies.body(b"Resource not found.", status=404))
    assert (get(opened()).status, get(opened()).document) == (404, None)


def test_text_in_another_encoding_is_no_json(opened: Opened, home: StandIn, stepping: SteppingClock) -> None:
    """It is not guessed at."""
    home.answer("term", replies.misencoded({"label": "Universität"}))
    assert refusal(opened(stepping=stepping), stepping).reason == "sent an answer that is not valid JSON"


def test_fifty_megabytes_are_not_read(opened: Opened, home: StandIn) -> None:
    """The connection is closed when the limit is reached; most of it is never sent."""
    home.answer("term", replies.huge(50))
    with pytest.raises(Unanswered, match="answered with more than 1,000,000 bytes"):
        get(opened(most_bytes=1_000_000))
    (request,) = home.requests
    assert request.sent < 25_000_000


def test_a_header_named_by_the_caller_is_kept(opened: Opened, home: StandIn) -> None:
    """Headers of answers are told in lower case."""
    home.answer("term", replies.document(GOOD, X_Rate_Limit_Limit="5"))
    assert get(opened()).headers["x-rate-limit-limit"] == "5"
