"""Answers over real HTTP that are broken, slow, huge, elsewhere, or no HTTP at all."""

from __future__ import annotations

import time

import pytest
from http_asking import GOOD, ask, refusal

from imagegraph.adapters.http import Clock, Deadline, HttpService, Unanswered
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.clock import SteppingClock
from imagegraph.testing.ols import OlsStandIn
from imagegraph.testing.stand_in import Reply, StandInHandler


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (replies.body(b'{"iri": "http://'), "sent an answer that is not valid JSON"),
        (replies.body(b'{"a": NaN}'), "sent an answer that is not valid JSON"),
        (replies.body(b'{"a": Infinity}'), "sent an answer that is not valid JSON"),
        (replies.body(b'{"a": "\xff\xfe"}'), "sent an answer that is not valid JSON"),
        (replies.body(b"[" * 100_000 + b"]" * 100_000), "sent an answer that is nested too deeply"),
        (replies.body(b"1" * 50_000), "sent an answer that is not valid JSON"),
        (replies.text("<html>Log in to the hotel</html>"), "answered with text/html instead of JSON"),
        (replies.empty(200), "answered with an unnamed media type instead of JSON"),
        (
            replies.body(b"no gzip at all", Content_Encoding="gzip"),
            "sent an answer that cannot be decompressed",
        ),
        (replies.body(b" " * 300_000), "answered with more than 200,000 bytes"),
        (replies.packed(b" " * 30_000_000), "answered with more than 200,000 bytes"),
    ],
    ids=["truncated", "nan", "infinity", "utf-8", "deep", "number", "html", "empty", "gzip", "huge", "bomb"],
)
def test_broken_answers_are_named_and_not_asked_for_again(
    reply: Reply, reason: str, service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """What is broken now is broken the next time too."""
    stand_in.answer("term", reply)
    assert refusal(service, stepping).reason == reason
    assert len(stand_in.requests) == 1


@pytest.mark.parametrize(
    "spoken",
    [b"", b"\r\n", b"SSH-2.0-OpenSSH_9.6\r\n", b"HTTP/9.9 abc\r\n\r\n", b"HTTP/1.1 200 OK\r\nNo header\r\n\r\n{}",
     b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}",
     b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}", b"HTTP/1.1 200 OK\r\nX: " + b"x" * 100_000,
     b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n{}", b"HTTP/1.1 -1 OK\r\n\r\n", b"\x16\x03\x01\x00\x05",
     b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: br, gzip, zstd\r\nContent-Length: 2\r\n\r\n{}",
     b"HTTP/1.1 302 Found\r\nLocation: http://[::1\r\nContent-Length: 0\r\n\r\n",
     b"HTTP/1.1 100 Continue\r\n\r\n" * 50],
)  # fmt: skip
def test_whatever_is_spoken_instead_of_http_does_no_harm(
    spoken: bytes, service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """It is no answer; nothing else is raised."""

    def reply(handler: StandInHandler) -> None:
        handler.wfile.write(spoken)
        handler.close_connection = True

    stand_in.answer("term", reply)
    assert refusal(service, stepping, seconds=5).reason


def test_a_certificate_that_is_missing_is_said(stand_in: OlsStandIn) -> None:
    """A server that speaks no TLS is not tried again and again."""
    service = HttpService(stand_in.base.replace("http:", "https:"), agent="t", rate=50)
    with pytest.raises(Unanswered, match="has no certificate that is trusted here"):
        service.get("term", deadline=Deadline(5, clock=Clock()))
    assert stand_in.requests == []
    service.close()


def test_compressed_answers_are_read(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """gzip is accepted."""
    stand_in.answer("term", replies.packed(b'{"iri": "x"}'))
    assert ask(service, stepping) == {"iri": "x"}


def test_hal_and_problem_json_are_json(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """Any media type that ends in +json; a byte order mark does no harm."""
    stand_in.answer("term", replies.body(b"\xef\xbb\xbf{}", media_type="application/hal+json;charset=UTF-8"))
    assert ask(service, stepping) == {}


def test_a_redirect_on_the_same_host_is_followed(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """Relative or absolute."""
    stand_in.answer("term", replies.redirect("/ols4/api/moved"))
    stand_in.answer("moved", replies.redirect(f"{stand_in.base}/here", status=308))
    stand_in.answer("here", replies.document(GOOD))
    assert ask(service, stepping) == GOOD


def test_a_redirect_loop_ends(service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock) -> None:
    """After five redirects, that is with the sixth request."""
    stand_in.answer("term", replies.redirect("/ols4/api/term"))
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
    stand_in.answer("term", replies.redirect(location.format(port=stand_in.port)))
    assert "redirects to another place" in refusal(service, stepping).reason
    assert len(stand_in.requests) == 1


@pytest.mark.parametrize("head", [False, True], ids=["body", "head"])
def test_a_slow_drip_ends_with_the_time_limit(head: bool, stand_in: OlsStandIn) -> None:
    """The limit is for the whole answer: every byte in time does not help."""
    service = HttpService(stand_in.base, agent="t", rate=50)
    stand_in.answer(
        "term",
        replies.dripping(b'{"iri": "http://example.org/' + b"x" * 500 + b'"}', seconds=0.05, head=head),
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


def test_encoded_targets_arrive_as_they_are(
    service: HttpService, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """Nothing on the way decodes or encodes them again."""
    target = (
        "ontologies/skos/terms/http%253A%252F%252Fwww.w3.org%252F2004%252F02%252Fskos%252Fcore%2523Concept"
    )
    stand_in.answer(target, replies.document(GOOD))
    clock = Clock(monotonic=stepping.monotonic, now=stepping.now, sleep=stepping.sleep)
    service.get(target, deadline=Deadline(5, clock=clock))
    assert stand_in.targets == [target]
