"""The file of what services elsewhere answered."""

from __future__ import annotations

import logging
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from imagegraph.adapters.sqlite.resolved import ResolvedAnswer, ResolvedCache, ResolvedKey

NOW = datetime.now(UTC).replace(microsecond=0)
KEY = ResolvedKey(service="https://api.ror.org/v2", id="https://ror.org/02catss52", representation="record")
ANSWER = ResolvedAnswer(
    state="ok", body=b'{"name": "EMBL-EBI"}' * 100, media_type="application/json", source_url="https://api.ror.org/v2/x",
    fetched_at=NOW, expires_at=NOW + timedelta(days=30),
)  # fmt: skip


def test_an_answer_comes_back_exactly(tmp_path: Path) -> None:
    """Over a restart, for any service; another representation is another answer."""
    cache = ResolvedCache(tmp_path / "resolved.sqlite")
    cache.keep(KEY, ANSWER)
    cache.close()
    again = ResolvedCache(tmp_path / "resolved.sqlite")
    assert again.find(KEY) == ANSWER
    assert again.find(replace(KEY, representation="page")) is None
    assert again.find(replace(KEY, service="elsewhere")) is None
    again.close()


def test_a_newer_answer_takes_its_place(tmp_path: Path) -> None:
    """There is one answer to a question."""
    cache = ResolvedCache(tmp_path / "resolved.sqlite")
    cache.keep(KEY, ANSWER)
    cache.keep(KEY, replace(ANSWER, state="not_found", body=b""))
    found = cache.find(KEY)
    assert found is not None
    assert (found.state, found.body) == ("not_found", b"")
    cache.close()


def test_the_body_is_packed_and_has_its_digest(tmp_path: Path) -> None:
    """A repetitive body takes less space than it has bytes."""
    cache = ResolvedCache(tmp_path / "resolved.sqlite")
    cache.keep(KEY, ANSWER)
    cache.close()
    connection = sqlite3.connect(tmp_path / "resolved.sqlite")
    ((size, digest),) = connection.execute("SELECT length(body), sha256 FROM answers")
    connection.close()
    assert size < len(ANSWER.body) / 5
    assert len(digest) == 64


@pytest.mark.parametrize("change", ["body = x'00'", "sha256 = 'x'", "state = 'maybe'"])
def test_a_damaged_answer_is_none(change: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It is asked for again, and the log says so."""
    cache = ResolvedCache(tmp_path / "resolved.sqlite")
    cache.keep(KEY, ANSWER)
    cache.close()
    connection = sqlite3.connect(tmp_path / "resolved.sqlite")
    connection.execute(f"UPDATE answers SET {change}")
    connection.commit()
    connection.close()
    again = ResolvedCache(tmp_path / "resolved.sqlite")
    with caplog.at_level(logging.WARNING, "imagegraph"):
        assert again.find(KEY) is None
    assert "damaged" in caplog.text
    again.close()


def test_a_damaged_file_is_begun_anew(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It holds nothing of ours; the log says what happened."""
    path = tmp_path / "resolved.sqlite"
    path.write_bytes(b"this is no database at all" * 200)
    with caplog.at_level(logging.WARNING, "imagegraph"):
        cache = ResolvedCache(path)
    assert "begun anew" in caplog.text
    cache.keep(KEY, ANSWER)
    assert cache.find(KEY) == ANSWER
    cache.close()


def test_a_folder_that_cannot_be_written_does_not_stop_answers(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """They are kept in memory, with a warning."""
    with caplog.at_level(logging.WARNING, "imagegraph"):
        cache = ResolvedCache(tmp_path / "nowhere" / "resolved.sqlite")
    assert "in memory only" in caplog.text
    cache.keep(KEY, ANSWER)
    assert cache.find(KEY) == ANSWER
    cache.close()


def test_a_closed_file_neither_finds_nor_raises(tmp_path: Path) -> None:
    """A late thread does no harm."""
    cache = ResolvedCache(tmp_path / "resolved.sqlite")
    cache.close()
    cache.keep(KEY, ANSWER)
    assert cache.find(KEY) is None


def test_what_is_very_old_is_forgotten(tmp_path: Path) -> None:
    """By the caller's measure at any time, and after more than a year when the file is opened."""
    path = tmp_path / "resolved.sqlite"
    cache = ResolvedCache(path)
    cache.keep(KEY, replace(ANSWER, fetched_at=NOW - timedelta(days=500)))
    other = replace(KEY, id="other")
    cache.keep(other, replace(ANSWER, fetched_at=NOW - timedelta(days=50)))
    cache.close()
    again = ResolvedCache(path)
    assert again.find(KEY) is None
    assert again.find(other) is not None
    again.forget_before(NOW - timedelta(days=10))
    assert again.find(other) is None
    again.close()


def test_threads_and_processes_share_the_file(tmp_path: Path) -> None:
    """Two connections, eight threads, no answer lost."""
    caches = [ResolvedCache(tmp_path / "resolved.sqlite") for _ in range(2)]

    def work(number: int) -> bool:
        key = replace(KEY, id=f"https://ror.org/{number}")
        caches[number % 2].keep(key, replace(ANSWER, body=str(number).encode()))
        found = caches[(number + 1) % 2].find(key)
        return found is not None and found.body == str(number).encode()

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(200)))
    for cache in caches:
        cache.close()
