"""Fetching large files over HTTP so that an interruption costs little.

What has arrived stays in `NAME.part`, with the server's mark of that state of the file beside it. The next attempt
asks for the rest with Range and If-Range (https://www.rfc-editor.org/rfc/rfc9110#name-range-requests): a server
whose file has changed since answers with all of it, and the fetching starts anew.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import requests
from urllib3.exceptions import HTTPError

from imagegraph import __version__
from imagegraph.errors import (
    BadParameter,
    DataFolderError,
    DataFolderLocked,
    DocumentTooLarge,
    MalformedDocument,
    NotFound,
    SourceUnavailable,
)
from imagegraph.operations.term_loading import is_page

MOST_REDIRECTS = 5
ATTEMPTS = 4
_TIMEOUT = (10.0, 60.0)
_LONGEST_PAUSE = 60.0
_CHUNK = 1 << 18
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_AGAIN = frozenset((408, 425, 429, 500, 502, 503, 504))
Progress = Callable[[int, int], None]


class _Interrupted(Exception):
    """An attempt came to nothing, or not to the end; another may. `pause`: seconds that the server asks to wait."""

    def __init__(self, reason: str, *, pause: float = 0.0) -> None:
        super().__init__(reason)
        self.pause = pause


@dataclass(frozen=True, kw_only=True)
class _State:
    """What is known about a file that has not arrived as a whole.

    Attributes:
        mark: strong ETag or Last-Modified, what If-Range takes; empty when the server gave neither.
    """

    url: str
    mark: str = ""


@contextmanager
def fetched(
    url: str,
    *,
    folder: Path,
    most_bytes: int,
    progress: Progress = lambda done, total: None,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Path]:
    """The file behind an address; it is deleted at the end, an incomplete one stays for the next call.

    Args:
        folder: where it is put; made when absent.
        most_bytes: larger files are refused.
        progress: called with (bytes that are there, bytes in all or 0).
        sleep: waits between attempts.

    Raises:
        BadParameter: the address is not http or https.
        NotFound: the server says that there is no such file.
        SourceUnavailable: no usable answer after some attempts.
        DocumentTooLarge: it has more bytes than the limit.
        DataFolderLocked: another process fetches the same.
        DataFolderError: the disk is full, or the folder cannot be written.
        MalformedDocument: the answer is a web page.
    """
    check_address(url)
    own = folder / sha256(url.encode()).hexdigest()[:12]
    with _alone(own, url=url):
        whole = own / file_name(url)
        part = own / f"{whole.name}.part"
        file = _File(url, part=part, most_bytes=most_bytes, progress=progress)
        try:
            _fetch(file, url=url, part=part, sleep=sleep)
            part.replace(whole)
        except OSError as error:
            raise _unwritable(own, error) from error
        try:
            yield whole
        finally:
            whole.unlink(missing_ok=True)
            file.forget()
    with suppress(OSError):  # another process may have come meanwhile
        own.rmdir()


@contextmanager
def _alone(folder: Path, *, url: str) -> Iterator[None]:
    """Nobody else fetches into a folder meanwhile.

    Raises:
        DataFolderLocked: somebody does.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DataFolderLocked(
                f"Another process is fetching {url}. Try again when it is done.", path=str(folder)
            ) from None
        yield
    finally:
        os.close(handle)


def _unwritable(folder: Path, error: OSError) -> DataFolderError:
    return DataFolderError(
        f"Nothing can be written to {folder} ({error.strerror}). Make room, or check the permissions.",
        path=str(folder),
    )


def _fetch(file: _File, *, url: str, part: Path, sleep: Callable[[float], None]) -> None:
    """Attempt until the file is there, or no further attempt makes sense."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            file.attempt()
            break
        except _Interrupted as error:
            if attempt == ATTEMPTS:
                there = part.stat().st_size if part.exists() else 0
                kept = f" {there:,} bytes are kept; the same command goes on from there." if there else ""
                raise SourceUnavailable(
                    f"{url} could not be fetched: {error}.{kept}", source=url, attempts=attempt, bytes=there
                ) from None
            sleep(min(error.pause or 2.0 ** (attempt - 1), _LONGEST_PAUSE))


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


def file_name(url: str) -> str:
    """A name for the file behind an address, safe in any folder."""
    name = unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2])
    return re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip(".-")[:80] or "file"


class _File:
    """One file on its way."""

    def __init__(self, url: str, *, part: Path, most_bytes: int, progress: Progress) -> None:
        self._url = url
        self._part = part
        self._notes = part.with_suffix(".json")
        self._most = most_bytes
        self._progress = progress

    def forget(self) -> None:
        """Delete what is there."""
        self._part.unlink(missing_ok=True)
        self._notes.unlink(missing_ok=True)

    def attempt(self) -> None:
        """Fetch what is missing.

        Raises:
            _Interrupted: another attempt may help.
        """
        state = self._state()
        there = self._part.stat().st_size if state.mark and self._part.exists() else 0
        headers = {"Range": f"bytes={there}-", "If-Range": state.mark} if there else {}
        try:
            with requests.Session() as session, _answer(session, self._url, headers) as answer:
                if answer.status_code == 416 and there and _total(answer) == there:
                    return
                if answer.status_code == 416:
                    self.forget()
                    raise _Interrupted("the server has another file than before")
                start = there if answer.status_code == 206 else 0
                if start and not (answer.headers.get("Content-Range") or "").startswith(f"bytes {there}-"):
                    self.forget()
                    raise _Interrupted("the server sent another part than the one that was asked for")
                self._receive(answer, start=start)
        except (requests.RequestException, HTTPError) as error:
            raise _Interrupted(f"the connection failed ({_short(error)})") from None

    def _receive(self, answer: requests.Response, *, start: int) -> None:
        length = answer.headers.get("Content-Length", "")
        total = start + int(length) if length.isascii() and length.isdigit() else 0
        if total > self._most:
            self._refuse_size()
        mark = _mark(answer)
        if not start:
            self.forget()
            self._notes.write_text(json.dumps(asdict(_State(url=self._url, mark=mark))), encoding="utf-8")
        done = start
        with self._part.open("ab" if start else "wb") as target:
            for block in iter(lambda: answer.raw.read1(_CHUNK, decode_content=False), b""):
                if done == 0 and is_page(block):
                    target.close()
                    self.forget()
                    raise MalformedDocument(
                        f"{self._url} answers with a web page, not with an ontology file. Look at it in a browser; "
                        "give the address of the file itself.",
                        source=self._url,
                    )
                target.write(block)
                done += len(block)
                if done > self._most:
                    self._refuse_size()
                self._progress(done, total)
        if total and done < total:
            raise _Interrupted(f"the connection ended after {done:,} of {total:,} bytes")

    def _refuse_size(self) -> None:
        self.forget()
        raise DocumentTooLarge(
            f"{self._url} has more than {self._most:,} bytes. IMAGEGRAPH_TERMS_DOWNLOAD_BYTES sets the limit.",
            source=self._url, limit=self._most,
        )  # fmt: skip

    def _state(self) -> _State:
        try:
            values = json.loads(self._notes.read_text(encoding="utf-8"))
            state = _State(url=str(values["url"]), mark=str(values["mark"]))
        except (OSError, ValueError, KeyError, TypeError):
            return _State(url=self._url)
        return state if state.url == self._url else _State(url=self._url)


@contextmanager
def _answer(session: requests.Session, url: str, headers: dict[str, str]) -> Iterator[requests.Response]:
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
                raise _Interrupted(f"the server answered {status}", pause=_pause(answer))
            if status in (404, 410):
                raise NotFound(f"There is no file at {at} (the server answered {status}).", source=url)
            if status not in (200, 206, 416):
                raise SourceUnavailable(f"{at} answered {status}.", source=url, status=status)
            yield answer
            return
    raise SourceUnavailable(f"{url} leads from one address to the next without end.", source=url)


def _mark(answer: requests.Response) -> str:
    """What tells this state of the file from others, in a form that If-Range takes."""
    etag = answer.headers.get("ETag", "")
    if etag.startswith('"'):
        return etag
    return answer.headers.get("Last-Modified", "")


def _total(answer: requests.Response) -> int | None:
    found = re.fullmatch(r"bytes \*/(\d+)", answer.headers.get("Content-Range", ""))
    return int(found[1]) if found else None


def _pause(answer: requests.Response) -> float:
    stated = answer.headers.get("Retry-After", "")
    return float(stated) if stated.isascii() and stated.isdigit() else 0.0


def _short(error: Exception) -> str:
    """What went wrong, without addresses of objects in memory."""
    cause = error.args[0] if error.args else error
    cause = getattr(cause, "reason", cause)
    return re.sub(r"<[^>]* object at 0x[0-9a-f]+>:? ?", "", str(cause))[:200]
