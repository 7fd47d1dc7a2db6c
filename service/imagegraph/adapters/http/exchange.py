"""One request and its answer, bounded in time and size, redirects followed by hand.

Retries, limits and the breaker are in `service`. The HTTP library is requests; what it does not do is done
here: a limit for the whole answer (its read timeout starts anew with every byte), a limit of size after
decompression, redirects that stay with the host, and JSON without extensions (RFC 8259).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from http.cookiejar import DefaultCookiePolicy
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
from urllib3.exceptions import DecodeError, HTTPError, SSLError
from urllib3.exceptions import TimeoutError as TimeoutFailure
from urllib3.response import HTTPResponse

from imagegraph.adapters.http.clock import Deadline
from imagegraph.adapters.http.connections import PromptAdapter, stopped_after

CONNECT_SECONDS = 5.0
MOST_REDIRECTS = 5
_CHUNK = 65_536
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_LASTING = (
    requests.exceptions.ContentDecodingError, requests.exceptions.InvalidURL, requests.exceptions.SSLError,
    DecodeError, SSLError, ValueError,
)  # fmt: skip
_LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a service answered.

    Attributes:
        document: the parsed JSON; None when the body is none.
        body: as received, decompressed.
        url: where it came from in the end.
    """

    status: int
    media_type: str
    document: Any
    body: bytes
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)


class Unanswered(Exception):
    """There is no usable answer.

    Args:
        reason: a clause that follows the name of the service: "answered 503".
        again: another attempt may help.
        pause: seconds that the service asks to wait.
        sent: something was sent, so the service, not we, is to blame.

    Attributes:
        service: host that was asked.
    """

    service: str = ""

    def __init__(
        self, reason: str, *, again: bool = False, pause: float | None = None, sent: bool = True
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.again = again
        self.pause = pause
        self.sent = sent


class Exchange:
    """A session with one host, kept open between requests. Safe to use from several threads.

    Args:
        base: address of the service; requests stay with its host.
        agent: User-Agent header.
        most_bytes: largest answer, after decompression.
        headers: further headers for the host itself, keys among them; no other host gets them.
        hosts: other hosts that it may redirect to, over https.
    """

    def __init__(
        self, base: str, *, agent: str, most_bytes: int, headers: Mapping[str, str] | None = None,
        hosts: Collection[str] = (),
    ) -> None:  # fmt: skip
        self._home = urlsplit(base)
        self._most_bytes = most_bytes
        self._own_headers = dict(headers or {})
        self._hosts = frozenset(hosts)
        self._session = _PlainSession()
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._session.headers.clear()
        self._session.headers.update({"User-Agent": agent, "Accept-Encoding": "gzip"})
        # proxies and certificates of the environment are used, passwords from .netrc are not
        self._session.trust_env = self._home.hostname not in _LOOPBACK
        self._session.auth = _nobody
        self._adapter = PromptAdapter()
        self._session.mount("http://", self._adapter)
        self._session.mount("https://", self._adapter)
        self._coming: set[HTTPResponse] = set()

    def close(self) -> None:
        """Close the connections; whoever waits for an answer gets none."""
        for raw in list(self._coming):
            _shut(raw)
        self._adapter.hang_up()
        self._session.close()

    def get(
        self, url: str, *, deadline: Deadline, accept: str = "application/json", follow: bool = True
    ) -> Answer:
        """Ask once.

        Args:
            accept: media types, the preferred one first; a 200 of another kind is no answer.
            follow: go where a redirect leads; otherwise the redirect is the answer.

        Raises:
            Unanswered: no complete answer in time, too large, not of a kind that was asked for, or a redirect
                elsewhere.
        """
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._one(url, deadline, accept)
            if answer.status not in _REDIRECTS or not follow:
                return answer
            url = self._next(url, answer.headers.get("location", ""))
        raise Unanswered(f"redirects more than {MOST_REDIRECTS} times")

    def _one(self, url: str, deadline: Deadline, accept: str) -> Answer:
        remaining = deadline.remaining
        if remaining <= 0:
            raise Unanswered("did not answer within the time limit", sent=False)
        timeout = (min(CONNECT_SECONDS, remaining), remaining)
        try:
            headers = {"Accept": accept, **(self._own_headers if self._is_home(url) else {})}
            with self._session.get(
                url, headers=headers, timeout=timeout, stream=True, allow_redirects=False
            ) as response:
                self._coming.add(response.raw)
                try:
                    body = self._body(response.raw, deadline)
                finally:
                    self._coming.discard(response.raw)
                return _answer(response, body, accept)
        except (requests.RequestException, HTTPError, OSError, ValueError) as error:
            raise Unanswered(_clause(error, deadline), again=_worth_again(error)) from error

    def _body(self, raw: HTTPResponse, deadline: Deadline) -> bytes:
        parts: list[bytes] = []
        size = 0
        with stopped_after(deadline.remaining, lambda: _shut(raw)):
            while part := raw.read(_CHUNK, decode_content=True):
                size += len(part)
                if size > self._most_bytes:
                    raise Unanswered(f"answered with more than {self._most_bytes:,} bytes")
                parts.append(part)
        if deadline.remaining <= 0:
            raise Unanswered("did not finish its answer within the time limit")
        return b"".join(parts)

    def _is_home(self, url: str) -> bool:
        parts = urlsplit(url)
        return (parts.scheme, parts.netloc) == (self._home.scheme, self._home.netloc)

    def _next(self, url: str, location: str) -> str:
        """Where a redirect leads, when that is the same service or a host that it may redirect to."""
        try:
            target = urljoin(url, location)
            parts, here = urlsplit(target), urlsplit(url)
            same = parts.hostname == self._home.hostname and bool(location)
            if same and (parts.scheme, parts.port) == (here.scheme, here.port):
                return target
            if same and (here.scheme, parts.scheme, parts.port) == ("http", "https", None):
                return target
            if parts.hostname in self._hosts and (parts.scheme, parts.port) == ("https", None):
                return target
        except ValueError:
            pass
        raise Unanswered(f"redirects to another place ({location[:100]!r}), which is not followed")


class _PlainSession(requests.Session):
    """A session that leaves redirects alone; otherwise it would read their bodies, without a limit."""

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        """None is followed."""
        return None


def _shut(raw: HTTPResponse) -> None:
    try:
        raw.shutdown()
    except (OSError, ValueError, RuntimeError):
        return  # it was complete a moment ago


def _nobody(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """No credentials for anybody."""
    return request


def _answer(response: requests.Response, body: bytes, accept: str) -> Answer:
    media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    document = None
    if media_type == "application/json" or media_type.endswith("+json"):
        try:
            document = json.loads(body.decode("utf-8-sig"), parse_constant=_refused) if body else None
        except (ValueError, RecursionError) as error:
            if response.status_code == 200:
                reason = "is nested too deeply" if isinstance(error, RecursionError) else "is not valid JSON"
                raise Unanswered(f"sent an answer that {reason}") from error
    elif response.status_code == 200 and not (media_type and media_type in accept):
        wanted = "JSON" if accept == "application/json" else accept
        raise Unanswered(f"answered with {media_type or 'an unnamed media type'} instead of {wanted}")
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Answer(
        status=response.status_code, media_type=media_type, document=document, body=body,
        url=response.url, headers=headers,
    )  # fmt: skip


def _refused(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


def _worth_again(error: Exception) -> bool:
    """Connect errors, broken connections and timeouts; not what would be broken the next time too."""
    return not isinstance(error, _LASTING)


def _clause(error: Exception, deadline: Deadline) -> str:
    if isinstance(error, requests.exceptions.SSLError | SSLError):
        return "has no certificate that is trusted here"
    if isinstance(error, requests.exceptions.ContentDecodingError | DecodeError):
        return "sent an answer that cannot be decompressed"
    if deadline.remaining <= 0 or isinstance(error, requests.Timeout | TimeoutError | TimeoutFailure):
        return "did not answer in time"
    return "cannot be reached, or broke the connection"
