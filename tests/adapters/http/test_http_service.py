"""One service asked over real HTTP: attempts, pauses, redirects, limits of time and size."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from imagegraph.adapters.http import Clock, Deadline, HttpService, Unanswered
from imagegraph.errors import BadParameter
from imagegraph.testing import ols
from imagegraph.testing.clock import SteppingClock
from imagegraph.testing.ols import OlsStandIn

GOOD = {"iri": "http://purl.obolibrary.org/obo/UO_0000017", "label": "micrometer"}
Ask = Callable[..., object]


@pytest.fixture(name="stand_in")
def _stand_in() -> Iterator[OlsStandIn]:
    with OlsStandIn() as service:
        yield service


@pytest.fixture(name="stepping")
def _stepping() -> SteppingClock:
    return SteppingClock()


@pytest.fixture(name="service")
def _service(stand_in: OlsStandIn, stepping: SteppingClock) -> Iterator[HttpService]:
    clock = Clock(monotonic=stepping.monotonic, now=stepping.now, sleep=stepping.sleep)
    made = HttpService(
        stand_in.base, agent="imagegraph-tests/1 (mailto:ada@example.org)", rate=50, clock=clock,
        jitter=random.Random(7),  # noqa: S311
        most_bytes=200_000,
    )  # fmt: skip
    yield made
    made.close()


def ask(service: HttpService, stepping: SteppingClock, *, seconds: float = 30) -> object:
    """The document at `term`."""
    clock = Clock(monotonic=stepping.monotonic, now=stepping.now, sleep=stepping.sleep)
    return service.get("term", deadline=Deadline(seconds, clock=clock)).document


def refusal(service: HttpService, stepping: SteppingClock, *, seconds: float = 30) -> Unanswered:
    """Why nothing usable came."""
    with pytest.raises(Unanswered) as caught:
        ask(service, stepping, seconds=seconds)
    return caught.value


def test_says_who_asks_and_what_for(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """User-Agent and Accept are sent, cookies and credentials are not."""
    stand_in.answer("term", ols.document(GOOD, Set_Cookie="track=1"))
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
    busy = ols.text("<html>Busy</html>", status=status)
    stand_in.answer("term", busy, busy, ols.document(GOOD))
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
    stand_in.answer("term", ols.text("<html>503 Service Unavailable</html>", status=503))
    assert refusal(service, stepping).reason == "answered 503"
    assert len(stand_in.requests) == 3


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 410, 501])
def test_other_statuses_are_not_tried_again(
    status: int, service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """The caller judges them."""
    stand_in.answer("term", ols.document({"status": status}, status=status))
    assert ask(service, stepping) == {"status": status}
    assert len(stand_in.requests) == 1


def test_retry_after_in_seconds_is_waited_for(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """Exactly as long as the service says."""
    stand_in.answer("term", ols.document({}, status=429, Retry_After="7"), ols.document(GOOD))
    assert ask(service, stepping) == GOOD
    assert 7.0 in stepping.slept


def test_retry_after_as_a_date_is_waited_for(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """RFC 9110 allows a date too."""
    stand_in.answer(
        "term", ols.document({}, status=503, Retry_After="Sun, 01 Mar 2026 12:00:09 GMT"), ols.document(GOOD)
    )
    assert ask(service, stepping) == GOOD
    assert any(pause == pytest.approx(9, abs=0.1) for pause in stepping.slept)


@pytest.mark.parametrize("said", ["soon", "-5", "99999999999999999999", "Sun, 99 Mar 2026", "", "١٢"])
def test_nonsense_in_retry_after_does_no_harm(
    said: str, service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """It is as if nothing was said, or as if an hour was said."""
    header = {"Retry_After": said} if said.isascii() else {}
    stand_in.answer("term", ols.document({}, status=429, **header), ols.document(GOOD))
    if said.startswith("9"):
        assert refusal(service, stepping).pause == 3600
    else:
        assert ask(service, stepping) == GOOD


def test_a_pause_longer_than_the_time_limit_ends_it_and_is_respected(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """One request, an answer at once, and nothing is sent until the pause is over."""
    stand_in.answer("term", ols.document({}, status=429, Retry_After="120"), ols.document(GOOD))
    assert refusal(service, stepping).reason == "answered 429"
    assert "not asked again for 120 seconds" in refusal(service, stepping).reason
    assert len(stand_in.requests) == 1
    stepping.advance(seconds=121)
    assert ask(service, stepping) == GOOD


def test_a_reset_connection_is_tried_again(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """So is one that ends in the middle of the body."""
    stand_in.answer("term", ols.reset(), ols.cut_off(b'{"iri":'), ols.document(GOOD))
    assert ask(service, stepping) == GOOD
    assert len(stand_in.requests) == 3


def test_nobody_there_is_said_so(service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock) -> None:
    """A refused connection is no traceback."""
    stand_in.stop()
    assert refusal(service, stepping).reason == "cannot be reached, or broke the connection"


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (ols.body(b'{"iri": "http://'), "sent an answer that is not valid JSON"),
        (ols.body(b'{"a": NaN}'), "sent an answer that is not valid JSON"),
        (ols.body(b'{"a": Infinity}'), "sent an answer that is not valid JSON"),
        (ols.body(b'{"a": "\xff\xfe"}'), "sent an answer that is not valid JSON"),
        (ols.body(b"[" * 100_000 + b"]" * 100_000), "sent an answer that is nested too deeply"),
        (ols.body(b"1" * 50_000), "sent an answer that is not valid JSON"),
        (ols.text("<html>Log in to the hotel</html>"), "answered with text/html instead of JSON"),
        (ols.empty(200), "answered with an unnamed media type instead of JSON"),
        (ols.body(b"no gzip at all", Content_Encoding="gzip"), "sent an answer that cannot be decompressed"),
        (ols.body(b" " * 300_000), "answered with more than 200,000 bytes"),
        (ols.packed(b" " * 30_000_000), "answered with more than 200,000 bytes"),
    ],
    ids=["truncated", "nan", "infinity", "utf-8", "deep", "number", "html", "empty", "gzip", "huge", "bomb"],
)
def test_broken_answers_are_named_and_not_asked_for_again(
    reply: ols.Reply, reason: str, service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """What is broken now is broken the next time too."""
    stand_in.answer("term", reply)
    assert refusal(service, stepping).reason == reason
    assert len(stand_in.requests) == 1


def test_compressed_answers_are_read(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """gzip is accepted."""
    stand_in.answer("term", ols.packed(b'{"iri": "x"}'))
    assert ask(service, stepping) == {"iri": "x"}


def test_hal_and_problem_json_are_json(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """Any media type that ends in +json; a byte order mark does no harm."""
    stand_in.answer("term", ols.body(b"\xef\xbb\xbf{}", media_type="application/hal+json;charset=UTF-8"))
    assert ask(service, stepping) == {}


def test_a_redirect_on_the_same_host_is_followed(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """Relative or absolute."""
    stand_in.answer("term", ols.redirect("/ols4/api/moved"))
    stand_in.answer("moved", ols.redirect(f"{stand_in.base}/here", status=308))
    stand_in.answer("here", ols.document(GOOD))
    assert ask(service, stepping) == GOOD


def test_a_redirect_loop_ends(service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock) -> None:
    """After five redirects, that is with the sixth request."""
    stand_in.answer("term", ols.redirect("/ols4/api/term"))
    assert refusal(service, stepping).reason == "redirects more than 5 times"
    assert len(stand_in.requests) == 6


@pytest.mark.parametrize(
    "location",
    ["http://localhost:{port}/x", "//localhost:{port}/x", "http://127.0.0.1:1/x", "file:///etc/passwd", "",
     "http://[broken", "http://127.0.0.1@localhost:{port}/x", "ftp://127.0.0.1:{port}/x"],
)  # fmt: skip
def test_a_redirect_to_another_place_is_not_followed(
    location: str, service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """Not to another host, port or scheme; nothing is sent there."""
    stand_in.answer("term", ols.redirect(location.format(port=stand_in.port)))
    assert "redirects to another place" in refusal(service, stepping).reason
    assert len(stand_in.requests) == 1


@pytest.mark.parametrize("head", [False, True], ids=["body", "head"])
def test_a_slow_drip_ends_with_the_time_limit(head: bool, stand_in: OlsStandIn) -> None:
    """The limit is for the whole answer: every byte in time does not help."""
    service = HttpService(stand_in.base, agent="t", rate=50)
    stand_in.answer(
        "term", ols.dripping(b'{"iri": "http://example.org/' + b"x" * 500 + b'"}', seconds=0.05, head=head)
    )
    begin = time.monotonic()
    with pytest.raises(Unanswered, match=r"in time|within the time limit"):
        service.get("term", deadline=Deadline(0.6, clock=Clock()))
    assert time.monotonic() - begin < 1.5
    service.close()


def test_silence_ends_with_the_time_limit(stand_in: OlsStandIn) -> None:
    """A service that accepts and says nothing."""
    service = HttpService(stand_in.base, agent="t", rate=50)
    stand_in.answer("term", lambda handler: time.sleep(2))
    begin = time.monotonic()
    with pytest.raises(Unanswered, match="did not answer in time"):
        service.get("term", deadline=Deadline(0.3, clock=Clock()))
    assert time.monotonic() - begin < 1.2
    service.close()


def test_an_open_breaker_sends_nothing(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """Five failures, fifteen requests; the sixth question is answered without one, a minute later with one."""
    stand_in.answer("term", ols.text("<html>nginx</html>", status=503))
    for _ in range(5):
        refusal(service, stepping)
    assert len(stand_in.requests) == 15
    assert "is not asked again for 60 seconds" in refusal(service, stepping).reason
    assert len(stand_in.requests) == 15
    stepping.advance(seconds=61)
    stand_in.answer("term", ols.document(GOOD))
    assert ask(service, stepping) == GOOD
    assert len(stand_in.requests) == 16


def test_no_more_than_two_requests_at_a_time(stand_in: OlsStandIn) -> None:
    """However many threads ask."""
    service = HttpService(stand_in.base, agent="t", rate=1000)
    lock, running, most = threading.Lock(), 0, 0

    def slowly(handler: ols.StandInHandler) -> None:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.05)
        with lock:
            running -= 1
        ols.document(GOOD)(handler)

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
    stand_in.answer("term", ols.document(GOOD))
    begin = stepping.monotonic()
    for _ in range(30):
        ask(service, stepping)
    assert stepping.monotonic() - begin >= 29 / 50 - 1e-6


def test_encoded_targets_arrive_as_they_are(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """Nothing on the way decodes or encodes them again."""
    target = (
        "ontologies/skos/terms/http%253A%252F%252Fwww.w3.org%252F2004%252F02%252Fskos%252Fcore%2523Concept"
    )
    stand_in.answer(target, ols.document(GOOD))
    clock = Clock(monotonic=stepping.monotonic, now=stepping.now, sleep=stepping.sleep)
    service.get(target, deadline=Deadline(5, clock=clock))
    assert stand_in.targets == [target]


@pytest.mark.parametrize(
    "address",
    ["", "ebi", "ftp://host/api", "http://", "http://user:secret@host/api", "http://host/api?x=1", "http://h:x/",
     "http://höst/"],
)  # fmt: skip
def test_what_is_no_address_is_refused(address: str) -> None:
    """The message shows how to write one."""
    with pytest.raises(BadParameter, match="write it like https://www"):
        HttpService(address, agent="t", rate=1)
