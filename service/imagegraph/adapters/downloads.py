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
from urllib.parse import unquote, urlsplit

import requests
from urllib3.exceptions import HTTPError

from imagegraph.adapters.download_answers import (
    Interrupted,
    answered,
    check_address,
    mark_of,
    told,
    total_of,
)
from imagegraph.errors import (
    DataFolderError,
    DataFolderLocked,
    DocumentTooLarge,
    MalformedDocument,
    SourceUnavailable,
)
from imagegraph.operations.terms.loading import is_page

ATTEMPTS = 4
_LONGEST_PAUSE = 60.0
_CHUNK = 1 << 18
Progress = Callable[[int, int], None]


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
        except Interrupted as error:
            if attempt == ATTEMPTS:
                there = part.stat().st_size if part.exists() else 0
                kept = f" {there:,} bytes are kept; the same command goes on from there." if there else ""
                raise SourceUnavailable(
                    f"{url} could not be fetched: {error}.{kept}", source=url, attempts=attempt, bytes=there
                ) from None
            sleep(min(error.pause or 2.0 ** (attempt - 1), _LONGEST_PAUSE))


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
            Interrupted: another attempt may help.
        """
        state = self._state()
        there = self._part.stat().st_size if state.mark and self._part.exists() else 0
        headers = {"Range": f"bytes={there}-", "If-Range": state.mark} if there else {}
        try:
            with requests.Session() as session, answered(session, self._url, headers) as answer:
                if answer.status_code == 416 and there and total_of(answer) == there:
                    return
                if answer.status_code == 416:
                    self.forget()
                    raise Interrupted("the server has another file than before")
                start = there if answer.status_code == 206 else 0
                if start and not (answer.headers.get("Content-Range") or "").startswith(f"bytes {there}-"):
                    self.forget()
                    raise Interrupted("the server sent another part than the one that was asked for")
                self._receive(answer, start=start)
        except (requests.RequestException, HTTPError) as error:
            raise Interrupted(f"the connection failed ({told(error)})") from None

    def _receive(self, answer: requests.Response, *, start: int) -> None:
        length = answer.headers.get("Content-Length", "")
        total = start + int(length) if length.isascii() and length.isdigit() else 0
        if total > self._most:
            self._refuse_size()
        mark = mark_of(answer)
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
            raise Interrupted(f"the connection ended after {done:,} of {total:,} bytes")

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
