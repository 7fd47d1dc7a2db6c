"""A service at one host, asked with a rate, a few attempts and a breaker. Safe to use from several threads.

The loop over attempts is own code: urllib3's Retry and tenacity know no deadline over pauses that the service
asks for, nor a turn of the rate limit for every attempt.
"""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from imagegraph.adapters.http.clock import Clock, Deadline
from imagegraph.adapters.http.exchange import Answer, Exchange, Unanswered
from imagegraph.adapters.http.limits import Breaker, Quota, RateLimit
from imagegraph.errors import BadParameter

_LOG = logging.getLogger("imagegraph")
ATTEMPTS = 3
CONCURRENT = 2
LONGEST_PAUSE = 3_600.0
_AGAIN = frozenset((429, 500, 502, 503, 504))
#: what a refusal says when the quota of the day is used up
_DAILY = b"daily quota"


class HttpService:
    """Answers GET requests below a base address, with JSON unless something else is asked for.

    Args:
        base: address that every target is appended to, with or without a slash at the end.
        agent: User-Agent header.
        rate: requests per second.
        concurrent: requests at once.
        daily: requests in 24 hours; None for no quota.
        headers: further headers for this host alone, such as a key.
        hosts: other hosts that it may redirect to.
        most_bytes: largest answer, after decompression.
        jitter: a number between 0 and 1 for every pause (full jitter:
            https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).

    Raises:
        BadParameter: the base is no web address.
    """

    def __init__(
        self, base: str, *, agent: str, rate: float, concurrent: int = CONCURRENT, daily: int | None = None,
        headers: Mapping[str, str] | None = None, hosts: Collection[str] = (), most_bytes: int = 8_000_000,
        clock: Clock | None = None, jitter: random.Random | None = None,
    ) -> None:  # fmt: skip
        self.base = _web_address(base)
        self.name = urlsplit(self.base).netloc
        self._ended = threading.Event()
        self._clock = clock or Clock(sleep=self._pause_for)
        self._exchange = Exchange(self.base, agent=agent, most_bytes=most_bytes, headers=headers, hosts=hosts)
        self._rate = RateLimit(rate, clock=self._clock)
        self._quota = Quota(daily, clock=self._clock)
        self._breaker = Breaker(clock=self._clock)
        self._places = threading.BoundedSemaphore(concurrent)
        self._jitter = jitter or random.Random()  # noqa: S311

    def close(self) -> None:
        """Close the connections; nothing is sent any more, and whoever waits goes away with nothing."""
        self._ended.set()
        self._exchange.close()

    def get(
        self, target: str, *, deadline: Deadline, accept: str = "application/json", follow: bool = True
    ) -> Answer:
        """Ask; the answer may be a 4xx, which the caller judges.

        Args:
            target: path and query below the base, percent-encoded as it is to be sent.
            accept: media types, the preferred one first.
            follow: go where a redirect leads; otherwise the redirect is the answer.

        Raises:
            Unanswered: nothing usable came within the deadline and the attempts, or the service is not asked
                at the moment because it failed too often.
        """
        try:
            return self._guarded(f"{self.base}/{target}", deadline, accept=accept, follow=follow)
        except Unanswered as error:
            error.service = self.name
            raise

    def _guarded(self, url: str, deadline: Deadline, *, accept: str, follow: bool) -> Answer:
        """Ask unless the breaker is open, and tell it how it went."""
        self._refuse_after_end()
        wait = self._breaker.enter()
        if wait > 0:
            raise Unanswered(f"failed and is not asked again for {wait:.0f} seconds", sent=False)
        try:
            answer = self._attempts(url, deadline, accept=accept, follow=follow)
        except Unanswered as error:
            if error.sent and self._breaker.failed(pause=error.pause):
                _LOG.warning("%s %s; it is left alone for a while", self.name, error.reason)
            elif not error.sent:
                self._breaker.left()
            raise
        except BaseException:
            self._breaker.left()
            raise
        self._breaker.succeeded()
        return answer

    def _attempts(self, url: str, deadline: Deadline, *, accept: str, follow: bool) -> Answer:
        sent = False
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._one(url, deadline, accept=accept, follow=follow)
            except Unanswered as error:
                sent = sent or error.sent
                error.sent = sent
                pause = self._pause(attempt) if error.pause is None else error.pause
                if not error.again or attempt == ATTEMPTS or pause >= deadline.remaining:
                    raise
            self._clock.sleep(pause)
            self._refuse_after_end()
        raise AssertionError("the last attempt returns or raises")

    def _one(self, url: str, deadline: Deadline, *, accept: str, follow: bool) -> Answer:
        if not self._quota.take():
            raise Unanswered("was asked as often today as its quota allows", sent=False)
        if not self._rate.wait(deadline):
            raise Unanswered("is being asked too much at the moment", sent=False)
        if not self._places.acquire(timeout=deadline.remaining):
            raise Unanswered("is being asked too much at the moment", sent=False)
        try:
            self._refuse_after_end()
            answer = self._exchange.get(url, deadline=deadline, accept=accept, follow=follow)
        except Unanswered:
            self._refuse_after_end()  # then it is not the service that is to blame
            raise
        finally:
            self._places.release()
        if answer.status in _AGAIN:
            pause = self._asked_pause(answer.headers.get("retry-after", ""))
            if pause is None and answer.status == 429 and _DAILY in answer.body.lower():
                pause = LONGEST_PAUSE
            raise Unanswered(f"answered {answer.status}", again=True, pause=pause)
        return answer

    def _refuse_after_end(self) -> None:
        if self._ended.is_set():
            raise Unanswered("is not asked any more, because we are stopping", sent=False)

    def _pause_for(self, seconds: float) -> None:
        self._ended.wait(seconds)

    def _pause(self, attempt: int) -> float:
        """Exponential back-off with full jitter: up to 1, 2, 4 seconds."""
        return self._jitter.random() * 2.0 ** (attempt - 1)

    def _asked_pause(self, header: str) -> float | None:
        """Seconds that a Retry-After header asks for (RFC 9110 §10.2.3); None when it says nothing usable."""
        header = header.strip()
        if header.isascii() and header.isdigit():
            return min(float(header[:10]), LONGEST_PAUSE)
        try:
            moment = parsedate_to_datetime(header)
        except (TypeError, ValueError):
            return None
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return min(max(0.0, _seconds_between(self._clock.now(), moment)), LONGEST_PAUSE)


def _seconds_between(now: datetime, moment: datetime) -> float:
    return (moment - now).total_seconds()


def _web_address(text: str) -> str:
    text = text.strip().rstrip("/")
    try:
        parts = urlsplit(text)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        usable = False
    if not usable or parts.query or parts.fragment or parts.username is not None or not text.isascii():
        raise BadParameter(
            f"{text!r} is no address of a service; write it like https://www.ebi.ac.uk/ols4/api.", value=text
        )
    return text
