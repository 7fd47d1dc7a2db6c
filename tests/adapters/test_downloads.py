"""Fetching files over real HTTP from a server on this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import pytest

from imagegraph.adapters.download_answers import MOST_REDIRECTS
from imagegraph.adapters.downloads import ATTEMPTS, fetched, file_name
from imagegraph.errors import (
    BadParameter,
    DataFolderLocked,
    DocumentTooLarge,
    ImagegraphError,
    MalformedDocument,
    NotFound,
    SourceUnavailable,
)
from imagegraph.testing.files import FileServer, ServedFile

CONTENT = b"".join(b"[Term]\nid: MIC:%07d\n\n" % number for number in range(20_000))
Fetch = Callable[[str], AbstractContextManager[Path]]


@pytest.fixture(name="server")
def _server() -> Iterator[FileServer]:
    with FileServer() as server:
        server.files["/mic.obo"] = ServedFile(CONTENT)
        yield server


@pytest.fixture(name="pauses")
def _pauses() -> list[float]:
    """Seconds of every pause between attempts; none is waited for."""
    return []


@pytest.fixture(name="fetch")
def _fetch(tmp_path: Path, pauses: list[float]) -> Fetch:
    return partial(fetched, folder=tmp_path / "downloads", most_bytes=10_000_000, sleep=pauses.append)


def _left(folder: Path) -> list[str]:
    """The files that stayed behind."""
    return sorted(path.name for path in (folder / "downloads").rglob("*") if path.is_file())


def test_a_file_is_fetched_and_deleted_afterwards(server: FileServer, fetch: Fetch, tmp_path: Path) -> None:
    """The file has the name that its address ends with, while it is used; nothing stays behind."""
    with fetch(f"{server.address}/mic.obo") as path:
        assert (path.name, path.read_bytes()) == ("mic.obo", CONTENT)
    assert not path.exists()
    assert list((tmp_path / "downloads").iterdir()) == []
    assert server.requests[0][1]["user-agent"].startswith("imagegraph/")


def test_a_broken_connection_is_resumed_at_once(
    server: FileServer, fetch: Fetch, pauses: list[float]
) -> None:
    """The next attempt asks for the rest only, if the file is still the same, after a pause."""
    file = server.files["/mic.obo"]
    file.break_after, file.breaks = 100_000, 1
    with fetch(f"{server.address}/mic.obo") as path:
        assert path.read_bytes() == CONTENT
    _, second = server.requests
    assert (second[1]["range"], second[1]["if-range"]) == ("bytes=100000-", '"first"')
    assert pauses == [1.0]


def test_a_later_call_goes_on_where_the_first_one_ended(
    server: FileServer, fetch: Fetch, tmp_path: Path
) -> None:
    """What arrived before the server failed for good is kept; the next call asks for what is missing."""
    file = server.files["/mic.obo"]
    file.break_after, file.breaks = 50_000, ATTEMPTS
    with (
        pytest.raises(SourceUnavailable, match=f"{ATTEMPTS * 50_000:,} bytes are kept"),
        fetch(f"{server.address}/mic.obo"),
    ):
        pass
    assert "mic.obo.part" in _left(tmp_path)
    server.requests.clear()
    with fetch(f"{server.address}/mic.obo") as path:
        assert path.read_bytes() == CONTENT
    ((_, headers),) = server.requests
    assert headers["range"] == f"bytes={ATTEMPTS * 50_000}-"


@pytest.mark.parametrize("mark", ["etag", "modified"])
def test_a_file_that_has_changed_is_fetched_anew(server: FileServer, fetch: Fetch, mark: str) -> None:
    """The old beginning is not joined with the new end, whichever mark the server gives."""
    file = server.files["/mic.obo"]
    file.etag, file.modified = ('"first"', "") if mark == "etag" else ("", "Mon, 05 May 2031 10:00:00 GMT")
    file.break_after, file.breaks = 70_000, ATTEMPTS
    with pytest.raises(SourceUnavailable), fetch(f"{server.address}/mic.obo"):
        pass
    file.content = CONTENT[::-1]
    file.etag, file.modified = ('"second"', "") if mark == "etag" else ("", "Tue, 06 May 2031 10:00:00 GMT")
    server.requests.clear()
    with fetch(f"{server.address}/mic.obo") as path:
        assert path.read_bytes() == CONTENT[::-1]
    assert "range" in server.requests[0][1]


@pytest.mark.parametrize("change", [{"etag": ""}, {"etag": 'W/"weak"'}, {"ranges": False}])
def test_servers_that_cannot_resume_are_asked_for_everything(
    server: FileServer, fetch: Fetch, change: dict[str, object]
) -> None:
    """Without a strong mark, or without ranges, the file is fetched from its beginning."""
    file = server.files["/mic.obo"]
    for name, value in change.items():
        setattr(file, name, value)
    file.break_after, file.breaks = 90_000, 2
    with fetch(f"{server.address}/mic.obo") as path:
        assert path.read_bytes() == CONTENT
    assert len(server.requests) == 3


def test_a_part_that_is_longer_than_the_file_is_thrown_away(server: FileServer, fetch: Fetch) -> None:
    """When the server has less than what is there already, fetching starts anew."""
    file = server.files["/mic.obo"]
    file.break_after, file.breaks = 90_000, ATTEMPTS
    with pytest.raises(SourceUnavailable), fetch(f"{server.address}/mic.obo"):
        pass
    file.content = CONTENT[:1_000]
    with fetch(f"{server.address}/mic.obo") as path:
        assert path.read_bytes() == CONTENT[:1_000]


def test_an_overloaded_server_is_asked_again(server: FileServer, fetch: Fetch, pauses: list[float]) -> None:
    """429 and 503 are asked again after the pause that the server states, else after longer and longer ones."""
    file = server.files["/mic.obo"]
    file.statuses, file.headers = [429, 503], {"Retry-After": "7"}
    with fetch(f"{server.address}/mic.obo") as path:
        assert path.read_bytes() == CONTENT
    assert pauses == [7.0, 7.0]
    file.statuses, file.headers = [500] * ATTEMPTS, {}
    pauses.clear()
    with pytest.raises(SourceUnavailable, match="500"), fetch(f"{server.address}/mic.obo"):
        pass
    assert pauses == [1.0, 2.0, 4.0]


def test_redirects_are_followed_to_other_addresses(server: FileServer, fetch: Fetch) -> None:
    """Permanent addresses lead to the file; the file keeps the name it was asked for by."""
    server.redirects |= {"/obo/mic.obo": "/second", "/second": f"{server.address}/mic.obo"}
    with fetch(f"{server.address}/obo/mic.obo") as path:
        assert (path.name, path.read_bytes()) == ("mic.obo", CONTENT)


def _round(server: FileServer) -> None:
    server.redirects["/mic.obo"] = "/mic.obo"


def _to_a_file(server: FileServer) -> None:
    server.redirects["/mic.obo"] = "file:///etc/hostname"


def _forbidden(server: FileServer) -> None:
    server.files["/mic.obo"].statuses = [403]


def _gone(server: FileServer) -> None:
    del server.files["/mic.obo"]


def _page(server: FileServer) -> None:
    server.files["/mic.obo"] = ServedFile(b"<!DOCTYPE html><html><body>Log in</body></html>")


def _too_large(server: FileServer) -> None:
    server.files["/mic.obo"] = ServedFile(b"a" * 10_000_001)


def _too_large_without_saying(server: FileServer) -> None:
    server.files["/mic.obo"] = ServedFile(b"a" * 10_000_001, states_length=False)


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (_round, SourceUnavailable), (_to_a_file, SourceUnavailable), (_forbidden, SourceUnavailable), (_gone, NotFound),
        (_page, MalformedDocument), (_too_large, DocumentTooLarge), (_too_large_without_saying, DocumentTooLarge),
    ],
)  # fmt: skip
def test_refused(
    server: FileServer, fetch: Fetch, pauses: list[float], tmp_path: Path,
    change: Callable[[FileServer], None], kind: type[ImagegraphError],
) -> None:  # fmt: skip
    """What cannot be fetched is refused at once, by name, and nothing of it stays."""
    change(server)
    with pytest.raises(kind, match=r"127\.0\.0\.1"), fetch(f"{server.address}/mic.obo"):
        pass
    assert len(server.requests) <= MOST_REDIRECTS + 1
    assert (pauses, _left(tmp_path)) == ([], [])


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "ftp://a.example.org/b", "http://", "mic.obo", "http://[::1"]
)
def test_other_addresses_are_not_fetched(fetch: Fetch, url: str) -> None:
    """Only http and https addresses are fetched."""
    with pytest.raises(BadParameter), fetch(url):
        pass


def test_nobody_listening_is_told(fetch: Fetch) -> None:
    """A server that is not there is named, without addresses of objects in memory."""
    with pytest.raises(SourceUnavailable) as caught, fetch("http://127.0.0.1:9/mic.obo"):
        pass
    assert "Connection refused" in caught.value.detail
    assert "0x" not in caught.value.detail


def test_two_at_once_do_not_write_into_one_file(server: FileServer, fetch: Fetch) -> None:
    """A second process that fetches the same is told to wait."""
    url = f"{server.address}/mic.obo"
    with fetch(url), pytest.raises(DataFolderLocked), fetch(url):
        pass


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("http://a.example.org/x/mic.obo?v=1#top", "mic.obo"), ("http://a.example.org/", "file"),
        ("http://a.example.org/%2e%2e%2f%2e%2e%2fetc", "etc"), ("http://a.example.org/a%00b c", "a-b-c"),
    ],
)  # fmt: skip
def test_names_of_files_are_safe(url: str, name: str) -> None:
    """Nothing in an address leads out of the folder."""
    assert file_name(url) == name
