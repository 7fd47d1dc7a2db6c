"""One service asked over real HTTP: who asks, attempts and pauses, rate and breaker."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from http_asking import GOOD, ask, refusal

from imagegraph.adapters.http import Clock, Deadline, HttpService
from imagegraph.errors import BadParameter
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.clock import SteppingClock
from imagegraph.testing.ols import OlsStandIn
from imagegraph.testing.stand_in import StandInHandler


def test_says_who_asks_and_what_for(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """User-Agent and Accept are sent, cookies and credentials are not."""
    stand_in.answer("term", replies.document(GOOD, Set_Cookie="track=1"))
    assert ask(service, stepping) == GOOD
    assert ask(service, stepping) == GOOD
    headers = stand_in.requests[1].headers
    assert headers["user-agent"] == "imagegraph-tests/1 (mailto:ada@example.org)"
    assert headers["accept"] == "application/json"
    assert not {"authorization", "cookie"} & set(headers)


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_statuses_that_pass_are_tried_three_times(
    status: int, service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """Two failures and a good answer make a good answer; the pauses grow, with jitter."""
    busy = replies.text("<html>Busy</html>", status=status)
    stand_in.answer("term", busy, busy, replies.document(GOOD))
    assert ask(service, stepping) == GOOD
    assert len(stand_in.requests) == 3
    pauses = [pause for pause in stepping.slept if pause > 1 / 50]
    assert len(pauses) == 2
    assert pauses[0] <= 1
    assert pauses[1] <= 2


def test_three_attempts_are_the_end(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """A service that stays down is asked three times, not more."""
    stand_in.answer("term", replies.text("<html>503 Service Unavailable</html>", status=503))
    assert refusal(service, stepping).reason == "answered 503"
    assert len(stand_in.requests) == 3


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 410, 501])
def test_other_statuses_are_not_tried_again(
    status: int, service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """The caller judges them."""
    stand_in.answer("term", replies.document({"status": status}, status=status))
    assert ask(service, stepping) == {"status": status}
    assert len(stand_in.requests) == 1


def test_retry_after_in_seconds_is_waited_for(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """Exactly as long as the service says."""
    stand_in.answer("term", replies.document({}, status=429, Retry_After="7"), replies.document(GOOD))
    assert ask(service, stepping) == GOOD
    assert 7.0 in stepping.slept


def test_retry_after_as_a_date_is_waited_for(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """RFC 9110 allows a date too."""
    stand_in.answer(
        "term",
        replies.document({}, status=503, Retry_After="Sun, 01 Mar 2026 12:00:09 GMT"),
        replies.document(GOOD),
    )
    assert ask(service, stepping) == GOOD
    assert any(pause == pytest.approx(9, abs=0.1) for pause in stepping.slept)


@pytest.mark.parametrize("said", ["soon", "-5", "99999999999999999999", "Sun, 99 Mar 2026", "", "١٢"])
def test_nonsense_in_retry_after_does_no_harm(
    said: str, service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """It is as if nothing was said, or as if an hour was said."""
    header = {"Retry_After": said} if said.isascii() else {}
    stand_in.answer("term", replies.document({}, status=429, **header), replies.document(GOOD))
    if said.startswith("9"):
        assert refusal(service, stepping).pause == 3600
    else:
        assert ask(service, stepping) == GOOD


def test_a_pause_longer_than_the_time_limit_ends_it_and_is_respected(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """One request, an answer at once, and nothing is sent until the pause is over."""
    stand_in.answer("term", replies.document({}, status=429, Retry_After="120"), replies.document(GOOD))
    assert refusal(service, stepping).reason == "answered 429"
    assert "not asked again for 120 seconds" in refusal(service, stepping).reason
    assert len(stand_in.requests) == 1
    stepping.advance(seconds=121)
    assert ask(service, stepping) == GOOD


def test_a_reset_connection_is_tried_again(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """So is one that ends in the middle of the body."""
    stand_in.answer("term", replies.reset(), replies.cut_off(b'{"iri":'), replies.document(GOOD))
    assert ask(service, stepping) == GOOD
    assert len(stand_in.requests) == 3


def test_nobody_there_is_said_so(service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock) -> None:
    """A refused connection is no traceback."""
    stand_in.stop()
    assert refusal(service, stepping).reason == "cannot be reached, or broke the connection"


def test_an_open_breaker_sends_nothing(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """Five failures, fifteen requests; the sixth question is answered without one, a minute later with one."""
    stand_in.answer("term", replies.text("<html>nginx</html>", status=503))
    for _ in range(5):
        refusal(service, stepping)
    assert len(stand_in.requests) == 15
    assert "is not asked again for 60 seconds" in refusal(service, stepping).reason
    assert len(stand_in.requests) == 15
    stepping.advance(seconds=61)
    stand_in.answer("term", replies.document(GOOD))
    assert ask(service, stepping) == GOOD
    assert len(stand_in.requests) == 16


def test_the_log_tells_when_a_service_is_left_alone(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock, caplog: pytest.LogCaptureFixture
) -> None:
    """Once, not with every question."""
    stand_in.answer("term", replies.empty(503))
    for _ in range(8):
        refusal(service, stepping)
    assert [record.getMessage() for record in caplog.records if record.name == "imagegraph"] == [
        f"{stand_in.name} answered 503; it is left alone for a while"
    ]


def test_no_more_than_two_requests_at_a_time(stand_in: OlsStandIn) -> None:
    """However many threads ask."""
    service = HttpService(stand_in.base, agent="t", rate=1000)
    lock, running, most = threading.Lock(), 0, 0

    def slowly(handler: StandInHandler) -> None:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.05)
        with lock:
            running -= 1
        replies.document(GOOD)(handler)

    stand_in.answer("term", slowly)
    with ThreadPoolExecutor(8) as pool:
        answers = list(
            pool.map(lambda _: service.get("term", deadline=Deadline(10, clock=Clock())), range(12))
        )
    assert [answer.document for answer in answers] == [GOOD] * 12
    assert most == 2
    service.close()


def test_the_rate_holds_for_attempts_too(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """Thirty questions at fifty per second take at least 29 spaces."""
    stand_in.answer("term", replies.document(GOOD))
    begin = stepping.monotonic()
    for _ in range(30):
        ask(service, stepping)
    assert stepping.monotonic() - begin >= 29 / 50 - 1e-6


@pytest.mark.parametrize(
    "address",
    ["", "ebi", "ftp://host/api", "http://", "http://user:secret@host/api", "http://host/api?x=1", "http://h:x/",
     "http://höst/"],
)  # fmt: skip
def test_what_is_no_address_is_refused(address: str) -> None:
    """The message shows how to write one."""
    with pytest.raises(BadParameter, match="write it like https://www"):
        HttpService(address, agent="t", rate=1)
