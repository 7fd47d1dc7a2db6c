"""One answer of a web server to a request for a file: redirects by hand, refusals by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urljoin, urlsplit

import requests

from imagegraph import __version__
from imagegraph.errors import BadParameter, NotFound, SourceUnavailable

MOST_REDIRECTS = 5
_TIMEOUT = (10.0, 60.0)
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_AGAIN = frozenset((408, 425, 429, 500, 502, 503, 504))


class Interrupted(Exception):
    """An attempt came to nothing, or not to the end; another may. `pause`: seconds that the server asks to wait."""

    def __init__(self, reason: str, *, pause: float = 0.0) -> None:
        super().__init__(reason)
        self.pause = pause


def check_address(url: str) -> None:
    """Refuse what is no web address.

    Raises:
        BadParameter: it is not.
    """
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        usable = False
    if not usable:
        raise BadParameter(f"{url!r} is no address that is fetched; write http:// or https://.", value=url)


@contextmanager
def answered(session: requests.Session, url: str, headers: dict[str, str]) -> Iterator[requests.Response]:
    """The answer with content, after at most `MOST_REDIRECTS` redirects to other web addresses."""
    sent = {
        "User-Agent": f"imagegraph/{__version__}",
        "Accept": "text/obo, application/rdf+xml;q=0.9, text/turtle;q=0.9, */*;q=0.8",
        "Accept-Encoding": "identity",
        **headers,
    }
    at = url
    for _ in range(MOST_REDIRECTS + 1):
        with session.get(at, headers=sent, stream=True, allow_redirects=False, timeout=_TIMEOUT) as answer:
            status = answer.status_code
            if status in _REDIRECTS and "Location" in answer.headers:
                at = urljoin(at, answer.headers["Location"])
                try:
                    check_address(at)
                except BadParameter:
                    raise SourceUnavailable(
                        f"{url} leads to {at!r}, which is not followed.", source=url, value=at
                    ) from None
                continue
            if status in _AGAIN:
                raise Interrupted(f"the server answered {status}", pause=_pause(answer))
            if status in (404, 410):
                raise NotFound(f"There is no file at {at} (the server answered {status}).", source=url)
            if status not in (200, 206, 416):
                raise SourceUnavailable(f"{at} answered {status}.", source=url, status=status)
            yield answer
            return
    raise SourceUnavailable(f"{url} leads from one address to the next without end.", source=url)


def mark_of(answer: requests.Response) -> str:
    """What tells this state of the file from others, in a form that If-Range takes."""
    etag = answer.headers.get("ETag", "")
    if etag.startswith('"'):
        return etag
    return answer.headers.get("Last-Modified", "")


def total_of(answer: requests.Response) -> int | None:
    """How long the file is, as an answer says that has nothing to send."""
    found = re.fullmatch(r"bytes \*/(\d+)", answer.headers.get("Content-Range", ""))
    return int(found[1]) if found else None


def _pause(answer: requests.Response) -> float:
    stated = answer.headers.get("Retry-After", "")
    return float(stated) if stated.isascii() and stated.isdigit() else 0.0


def told(error: Exception) -> str:
    """What went wrong, without addresses of objects in memory."""
    cause = error.args[0] if error.args else error
    cause = getattr(cause, "reason", cause)
    return re.sub(r"<[^>]* object at 0x[0-9a-f]+>:? ?", "", str(cause))[:200]
