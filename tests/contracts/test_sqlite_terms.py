"""The SQLite index of terms keeps the contract, and its own promises."""

from __future__ import annotations

import itertools
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from imagegraph.adapters.sqlite.terms import SqliteTermIndex, below, search, spelling, staging
from imagegraph.errors import DataFolderError, DataFolderLocked
from imagegraph.model.ontology import Term
from imagegraph.testing.term_archive import TermArchiveContract
from imagegraph.testing.term_hierarchy import TermHierarchyContract
from imagegraph.testing.term_samples import add_anatomy, add_imaging, imaging, imaging_terms, term
from imagegraph.testing.terms import TermIndexContract, TermStore, found, terms_of


class TestSqliteTermIndex(TermIndexContract):
    """The contract of searching, on a file."""

    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path) -> None:
        self._path = tmp_path / "terms.sqlite"

    def open_index(self) -> TermStore:
        """An index in a new file."""
        return SqliteTermIndex(self._path)


class TestSqliteTermHierarchy(TermHierarchyContract):
    """The contract of hierarchies, on a file."""

    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path) -> None:
        self._path = tmp_path / "terms.sqlite"

    def open_index(self) -> TermStore:
        """An index in a new file."""
        return SqliteTermIndex(self._path)


class TestSqliteTermArchive(TermArchiveContract):
    """The contract of keeping, on a file."""

    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path) -> None:
        self._path = tmp_path / "terms.sqlite"

    def open_index(self) -> TermStore:
        """An index in a new file."""
        return SqliteTermIndex(self._path)


def test_terms_are_there_after_reopening(tmp_path: Path) -> None:
    """What was added is found by the next process; nothing else is left in the folder."""
    path = tmp_path / "terms #1?.sqlite"
    index = SqliteTermIndex(path, now=lambda: "2026-01-01T00:00:00Z")
    add_imaging(index)
    index.close()
    again = SqliteTermIndex(path)
    assert again.releases()[0].loaded == "2026-01-01T00:00:00Z"
    assert found(again, "fm") == [imaging(3)]
    again.close()
    assert sorted(file.name for file in tmp_path.iterdir()) == [path.name, f"{path.name}-lock"]


def test_room_is_given_back(tmp_path: Path) -> None:
    """A release that is forgotten leaves no hole in the file; one that is replaced leaves room for the next."""
    path = tmp_path / "terms.sqlite"
    sizes = []
    for _ in range(4):
        index = SqliteTermIndex(path)
        release = add_imaging(index, [term(imaging(n), f"long name of a term {n}") for n in range(5_000)])
        index.close()
        sizes.append(path.stat().st_size)
    index = SqliteTermIndex(path)
    add_anatomy(index)
    index.remove(release.number)
    assert sizes[3] < 2.5 * sizes[0]
    assert path.stat().st_size < sizes[0] / 5
    assert found(index, "eye")
    index.close()


def test_a_file_that_is_no_index_is_named(tmp_path: Path) -> None:
    """Another file or database in its place is a clear error that says what to do."""
    text, database = tmp_path / "text", tmp_path / "database"
    text.write_bytes(b"not a database, but long enough to be one" * 100)
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE something (else_)")
    connection.close()
    for path in (text, database):
        with pytest.raises(DataFolderError, match=r"not a readable index of terms.* Delete it"):
            SqliteTermIndex(path)
    with pytest.raises(DataFolderError, match="cannot be opened"):
        SqliteTermIndex(tmp_path / "no folder" / "terms.sqlite")
    with pytest.raises(DataFolderError, match="cannot be opened"):
        SqliteTermIndex(tmp_path)


def test_a_damaged_index_is_named(tmp_path: Path) -> None:
    """Pages that were overwritten are an error that says what to do, not wrong answers or a traceback."""
    path = tmp_path / "terms.sqlite"
    index = SqliteTermIndex(path)
    add_imaging(index, [term(imaging(n), f"name {n}") for n in range(3000)])
    index.close()
    content = bytearray(path.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    path.write_bytes(content)
    with pytest.raises(DataFolderError, match="Delete it"):  # noqa: PT012
        index = SqliteTermIndex(path)
        found(index, "name 5")


def test_an_interrupted_making_is_made_again(tmp_path: Path) -> None:
    """An empty file, or one without tables, becomes an index."""
    empty, bare = tmp_path / "empty", tmp_path / "bare"
    empty.touch()
    connection = sqlite3.connect(bare)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    for path in (empty, bare):
        index = SqliteTermIndex(path)
        assert index.releases() == ()
        index.close()


def test_a_closed_index_says_so(tmp_path: Path) -> None:
    """Closing works from another thread; what is asked afterwards is a clear error."""
    index = SqliteTermIndex(tmp_path / "terms.sqlite")
    add_imaging(index)
    thread = threading.Thread(target=index.close)
    thread.start()
    thread.join()
    with pytest.raises(DataFolderError, match="closed"):
        found(index, "fm")


def test_readers_see_the_old_state_until_the_end(tmp_path: Path) -> None:
    """While a release is being added, readers find what was there before, also in the midst of dropping it."""
    path = tmp_path / "terms.sqlite"
    index, reader = SqliteTermIndex(path), SqliteTermIndex(path)
    add_imaging(index)
    seen: list[list[str]] = []

    def terms() -> Iterator[Term]:
        for number in range(60_000):
            if number % 20_000 == 0:
                seen.append(found(reader, "light microscopy"))
            yield term(imaging(number), f"optical microscopy {number}")

    add_imaging(index, terms())
    assert seen == [[imaging(2)]] * 3
    assert found(reader, "light microscopy") == []
    assert len(found(reader, "optical microscopy 7")) > 1
    index.close()
    reader.close()


_LOADER = """
import sys
from imagegraph.adapters.sqlite import SqliteTermIndex
from imagegraph.testing.term_samples import add_imaging, imaging, imaging_terms, term

def terms():
    yield from (term(imaging(n), f"optical microscopy {n}") for n in range(30_000))
    print("read", flush=True)
    if sys.argv[2] == "wait":
        sys.stdin.read()

index = SqliteTermIndex(sys.argv[1])
try:
    add_imaging(index, terms(), digest="other")
except Exception as error:
    print(type(error).__name__, error)
"""


def _loading(path: Path, how: str, **options: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _LOADER, str(path), how],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, **options,  # type: ignore[call-overload]
    )  # fmt: skip


def test_one_process_loads_at_a_time(tmp_path: Path) -> None:
    """Another process reads meanwhile, and is told why it cannot load; when the first is killed, it can."""
    path = tmp_path / "terms.sqlite"
    index = SqliteTermIndex(path)
    index._connections._patience = 0.2
    add_imaging(index)
    with _loading(path, "wait") as loader:
        assert loader.stdout is not None
        assert loader.stdout.readline() == "read\n"
        assert found(index, "light microscopy") == [imaging(2)]
        with pytest.raises(DataFolderLocked, match="Another process is loading terms"):
            add_anatomy(index)
        loader.send_signal(signal.SIGKILL)
    add_anatomy(index)
    assert [release.ontology for release in index.releases()] == ["ana", "img"]
    index.close()
    assert not (tmp_path / "terms.sqlite-loading").exists()


@pytest.mark.parametrize("step", ["stage", "_write_terms", "_write_keys", "_write_edges", "_write_words"])
def test_an_interrupted_load_leaves_nothing(
    tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A load that dies at any step does not answer, and its tables are gone after the next change."""
    path = tmp_path / "terms.sqlite"
    index = SqliteTermIndex(path)
    add_imaging(index)
    child = os.fork()
    if child == 0:  # dies like a process that is killed
        from imagegraph.adapters.sqlite.terms import loading

        monkeypatch.setattr(loading, step, lambda *given, **named: os._exit(9))
        add_imaging(SqliteTermIndex(path), digest="other")
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert [release.digest for release in index.releases()] == ["i1"]
    release = add_anatomy(index)
    with sqlite3.connect(path) as connection:
        tables = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]
    connection.close()
    numbers = {name.split("_")[1] for name in tables if name.startswith(("term_", "key_", "words_"))}
    assert numbers == {"1", str(release.number)}
    index.close()


def test_a_disk_that_takes_no_more_is_named(tmp_path: Path) -> None:
    """When writing fails, the message says what to do and the old release still answers."""
    path = tmp_path / "terms.sqlite"
    index = SqliteTermIndex(path)
    add_imaging(index)

    def limit() -> None:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))

    with _loading(path, "go", preexec_fn=limit) as loader:
        said, _ = loader.communicate()
    assert "DataFolderError" in said
    assert "nothing was changed" in said or "The disk is full" in said
    assert found(index, "light microscopy") == [imaging(2)]
    assert add_imaging(index, digest="i2").terms == 12
    index.close()


def test_a_folder_that_cannot_be_written_can_be_read(tmp_path: Path) -> None:
    """An index in a read-only folder answers; changing it is refused by name."""
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    path = tmp_path / "terms.sqlite"
    index = SqliteTermIndex(path)
    add_imaging(index)
    index.close()
    path.chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        index = SqliteTermIndex(path)
        assert found(index, "fm") == [imaging(3)]
        with pytest.raises(DataFolderError, match="cannot be opened or written"):
            add_anatomy(index)
        index.close()
    finally:
        tmp_path.chmod(0o700)


def test_few_connections_stay_open(tmp_path: Path) -> None:
    """Many threads do not leave a connection each behind them."""
    path = tmp_path / "terms.sqlite"
    index = SqliteTermIndex(path)
    add_imaging(index)
    barrier = threading.Barrier(20)

    def ask() -> None:
        barrier.wait()
        found(index, "fm")

    threads = [threading.Thread(target=ask) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 1 <= _times_open(path) <= 8
    index.close()
    assert _times_open(path) == 0


def _times_open(path: Path) -> int:
    opened = []
    for descriptor in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            opened.append(descriptor.readlink())
    return opened.count(path)


def test_a_release_with_many_kinds_of_iris_is_found(tmp_path: Path) -> None:
    """Whatever namespaces IRIs have, and however many there are, terms and parents are found."""
    index = SqliteTermIndex(tmp_path / "terms.sqlite")
    iris = [f"http://example.org/{n}/x#t{n}" for n in range(300)]
    add_imaging(index, [term(iri, f"thing {n}", below=iris[n + 1 : n + 2]) for n, iri in enumerate(iris)])
    add_anatomy(index)
    assert set(index.copies(iris)) == set(iris)
    assert index.ancestors(iris[:1])[iris[0]] == frozenset(iris)
    assert found(index, "thing 299", under=(iris[299],)) == [iris[299]]
    index.close()


@pytest.mark.parametrize("large", [False, True])
def test_frequent_words_are_found(tmp_path: Path, large: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where many names begin alike or hold the same words, the short ones come first, however large it is."""
    if large:  # what is done for millions of names, done for these
        monkeypatch.setattr(search, "_SMALL", 0)
        monkeypatch.setattr(search, "_MOST_BEGINNINGS", 100)
        monkeypatch.setattr(spelling, "_MOST_MEASURED", 1)
    index = SqliteTermIndex(tmp_path / "terms.sqlite")
    organs = [f"{a}{b}{c}" for a, b, c in itertools.product("bdfgklm", "aeiou", "lmnrs")]
    labels = [f"cell of {one} {other}" for one in organs for other in organs[:20]]
    labels += ["cell of eye", "cell", "the cell", "cells in tears", "cell 5", "celery", "acellular bone"]
    add_imaging(index, [*imaging_terms(), *(term(imaging(n), label) for n, label in enumerate(labels, 100))])

    def names(text: str, limit: int = 4) -> list[str]:
        copies = index.copies(found(index, text, limit=limit))
        return [terms[0].label for terms in copies.values()]

    assert names("cell")[:2] == ["cell", "cell 5"]
    assert set(names("c", 3)) == {"cell", "celery", "cell 5"}
    assert set(names("cel", 3)) == {"cell", "celery", "cell 5"}
    assert names("cell of")[0] == "cell of eye"
    assert names("of cell")[0] == "cell of eye"
    assert names("of cell e") == ["cell of eye"]
    assert names("tears cell") == ["cells in tears"]
    assert names("tears cel") == ["cells in tears"]
    assert names("bone acel") == ["acellular bone"]
    assert names("cell of eyw") == ["cell of eye"]
    assert names("clel eye") == ["cell of eye"]
    assert names("acellullar bone") == ["acellular bone"]
    assert names("cell of eye x y z") == []
    index.close()


def test_large_hierarchies_filter_like_small_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether what is below a root is remembered or looked up from below makes no difference."""
    scopes = [(imaging(1),), (imaging(3), imaging(9)), (imaging(9),), ("http://example.org/none",)]
    answers = []
    for most in (20_000, 2):
        monkeypatch.setattr(below, "_MOST_REMEMBERED", most)
        index = SqliteTermIndex(tmp_path / f"{most}.sqlite")
        add_imaging(index)
        add_anatomy(index)
        texts = ["microscopy", "m", "lens", "confocal", "objective"]
        answers.append([found(index, text, under=under) for under in scopes for text in texts * 2])
        index.close()
    assert answers[0] == answers[1]
    assert [imaging(10)] in answers[0]


def test_parts_are_joined_however_far_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of a term may come at the beginning and at the end of a large file."""
    monkeypatch.setattr(staging, "BATCH", 3)
    index = SqliteTermIndex(tmp_path / "terms.sqlite")
    release = add_imaging(index, [term(imaging(n % 7), f"part {n}") for n in range(50)])
    assert release.terms == 7
    assert sum(len(term.names) for term in terms_of(index, "img").terms) == 50
    index.close()


def test_a_few_remembered_hierarchies_are_forgotten_in_time(tmp_path: Path) -> None:
    """Filters for many roots after each other stay right."""
    index = SqliteTermIndex(tmp_path / "terms.sqlite")
    add_imaging(index)
    for number in [*range(1, 13), *range(1, 13)]:
        assert found(index, "spinning disk", under=(imaging(number),)) == ([imaging(5)] if number < 6 else [])
    index.close()
