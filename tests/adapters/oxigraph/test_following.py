"""Workers that do changes again on a copy of their own: what they read is what the graph said, at every state."""

from __future__ import annotations

import random
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

from imagegraph.adapters.oxigraph.changes import MOST_CHANGES, ChangeFile, FollowingStore, sweep
from imagegraph.adapters.oxigraph.query import SnapshotReader
from imagegraph.adapters.oxigraph.store import OxigraphGraphStore
from imagegraph.ports.graph import Snapshot

NAMES = [f"http://example.org/g{number}" for number in range(4)]
STEPS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sets(st.integers(0, 5)), st.sampled_from(["replace", "add", "ask"])),
    max_size=25,
)


def statements(numbers: set[int]) -> bytes:
    """Statements that graphs share, with a literal that the engine respells."""
    lines = (
        f'<http://example.org/s> <http://example.org/p{n % 3}> "{n}.50"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n'
        for n in numbers
    )
    return "".join(sorted(lines)).encode()


def quads(store: Store) -> set[str]:
    """Everything in a store."""
    return {str(quad) for quad in store}


def opened(store: OxigraphGraphStore) -> tuple[Snapshot, Snapshot]:
    """A state as a worker is told it, and the same as a copy alone."""
    return store.snapshot(), store.snapshot(whole=True)


@settings(max_examples=25, deadline=None)
@given(steps=STEPS)
def test_a_follower_reads_what_a_copy_holds(tmp_path_factory: pytest.TempPathFactory, steps: list) -> None:  # type: ignore[type-arg]
    """Whatever is written in which order, and whenever it is asked: every statement, in every graph and in the merge."""
    folder = tmp_path_factory.mktemp("following")
    store = OxigraphGraphStore(folder / "graph", snapshots=folder / "snapshots")
    reader, there = SnapshotReader(), set[str]()
    store.snapshot()
    for name, numbers, what in steps:
        if what == "ask":
            state = store.snapshot()
            found = reader.opened(state.as_dict())
            assert found is not None
            whole = Store.read_only(str(store.snapshot(whole=True).folder))
            assert quads(found) == quads(whole)
            del whole
        elif what == "add":
            store.add(name, statements(numbers))
            there.add(name)
        else:
            store.replace(name, statements(numbers), new=name not in there)
            there.add(name)
    store.close()


def test_readers_follow_a_writer_and_see_no_half_of_anything(tmp_path: Path) -> None:
    """Thousands of states while another thread writes: each whole, none older than what was written before it was asked."""
    store = OxigraphGraphStore(tmp_path / "graph", snapshots=tmp_path / "snapshots")
    written, done = [0], threading.Event()
    body = [f'<http://example.org/s{n}> <http://example.org/version> "{{}}" .\n' for n in range(40)]

    def state_of(version: int) -> bytes:
        return "".join(line.format(version) for line in body).encode()

    store.replace(NAMES[0], state_of(0), new=True)

    def write() -> None:
        for version in range(1, 2 * MOST_CHANGES):
            store.replace(NAMES[0], state_of(version), new=False)
            written[0] = version
        done.set()

    def read() -> int:
        reader, count = SnapshotReader(), 0
        while not done.is_set():
            least = written[0]
            found = reader.opened(store.snapshot().as_dict())
            if found is None:  # two newer copies were made since
                continue
            versions = {quad.object.value for quad in found.quads_for_pattern(None, None, None, None)}
            assert len(versions) == 1, "half of a write"
            assert int(versions.pop()) >= least
            assert len(found) == 2 * len(body)
            count += 1
        return count

    with ThreadPoolExecutor(2) as threads:
        reading = threads.submit(read)
        threads.submit(write).result()
        assert reading.result() > 4
    assert len([one for one in (tmp_path / "snapshots").iterdir() if one.name.isdecimal()]) <= 3
    store.close()


def test_many_changes_are_followed_from_one_copy(tmp_path: Path) -> None:
    """No copy for each write: one serves until there are too many changes to do again."""
    store = OxigraphGraphStore(tmp_path / "graph", snapshots=tmp_path / "snapshots")
    folders = set()
    for number in range(MOST_CHANGES + 20):
        store.replace(NAMES[0], statements({number}), new=False)
        folders.add(store.snapshot().folder)
    assert len(folders) == 2
    store.close()


def test_a_state_that_was_swept_away_is_told_so(tmp_path: Path) -> None:
    """The reader says that it is gone, and goes on with the next one; what it made for itself is deleted."""
    store = OxigraphGraphStore(tmp_path / "graph", snapshots=tmp_path / "snapshots")
    store.replace(NAMES[0], statements({1}), new=True)
    first = store.snapshot(whole=True)
    store.replace(NAMES[0], statements({1, 2}), new=False)
    second = store.snapshot()
    assert second.folder == first.folder
    sweep(tmp_path / "snapshots", kept=set())
    reader = SnapshotReader()
    assert reader.opened(second.as_dict()) is None
    store.replace(NAMES[1], statements({3}), new=True)
    third = store.snapshot(whole=True)
    found = reader.opened(third.as_dict())
    assert found is not None
    assert len(found) == 6
    assert sorted(one.name for one in (tmp_path / "snapshots").iterdir()) == [
        third.folder.name, f"{third.folder.name}.changes",
    ]  # fmt: skip
    store.close()


def test_copies_of_workers_that_are_gone_are_swept_away(tmp_path: Path) -> None:
    """Those of workers that run stay; so do copies that are kept, with their changes."""
    for name in ("7", "8", "9", "9-of-1", f"9-of-{2**22 + 7}", "update-x"):
        (tmp_path / name).mkdir()
    (tmp_path / "7.changes").write_bytes(b"")
    (tmp_path / "9.changes").write_bytes(b"")
    sweep(tmp_path, kept={"8", "9"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["8", "9", "9-of-1", "9.changes", "update-x"]


def test_what_cannot_be_noted_is_in_the_next_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change that finds no room in the file of changes is not lost: another copy is made."""
    store = OxigraphGraphStore(tmp_path / "graph", snapshots=tmp_path / "snapshots")
    store.replace(NAMES[0], statements({1}), new=True)
    before = store.snapshot()

    def full(self: ChangeFile, kind: str, content: bytes) -> None:
        raise OSError("No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(ChangeFile, "add", full)
        store.replace(NAMES[0], statements({1, 2}), new=False)
    after = store.snapshot()
    assert after.folder != before.folder
    found = SnapshotReader().opened(after.as_dict())
    assert found is not None
    assert len(found) == 4
    store.close()


def test_a_follower_is_one_copy_only_when_it_has_to_be(tmp_path: Path) -> None:
    """Without changes it reads the shared copy; its own one goes when it is closed."""
    store = OxigraphGraphStore(tmp_path / "graph", snapshots=tmp_path / "snapshots")
    chance = random.Random(3)  # noqa: S311
    store.replace(NAMES[0], statements({1}), new=True)
    state = store.snapshot()
    follower = FollowingStore(state.folder)
    assert not list((tmp_path / "snapshots").glob("*-of-*"))
    for _ in range(5):
        store.replace(NAMES[0], statements({chance.randrange(9)}), new=False)
    state = store.snapshot()
    assert state.changes is not None
    follower.follow(state.changes, state.length)
    assert len(list((tmp_path / "snapshots").glob("*-of-*"))) == 1
    follower.close()
    assert not list((tmp_path / "snapshots").glob("*-of-*"))
    store.close()
