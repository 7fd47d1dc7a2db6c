"""The graph follows the journal, whatever happens in between."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from imagegraph.adapters.oxigraph.store import OxigraphGraphStore
from imagegraph.adapters.sqlite import SqliteJournal
from imagegraph.operations.projection import catch_up, verify
from imagegraph.testing.samples import sample_record

BASE = "http://localhost:8000/"


@pytest.fixture(name="journal")
def _journal(tmp_path: Path) -> SqliteJournal:
    journal = SqliteJournal(tmp_path / "journal.sqlite")
    journal.append([sample_record("a"), sample_record("b")], agent="-", reason="-")
    journal.append([sample_record("a", title="A second title")], agent="-", reason="-")
    journal.append([sample_record("c")], agent="-", reason="-")
    journal.bury("b", agent="-", reason="-")
    return journal


def _store(folder: Path) -> OxigraphGraphStore:
    return OxigraphGraphStore(folder / "graph", snapshots=folder / "snapshots")


def test_graph_made_anew_equals_the_one_that_grew(journal: SqliteJournal, tmp_path: Path) -> None:
    """Applying the journal from the start, or in two parts, gives the same digest."""
    at_once, in_parts = _store(tmp_path / "one"), _store(tmp_path / "two")
    assert catch_up(journal, at_once, after=0) == 5
    catch_up(journal, in_parts, after=0)
    catch_up(journal, in_parts, after=2)
    assert at_once.digest() == in_parts.digest()
    assert list(verify(journal, at_once, base=BASE)) == []


def test_catching_up_repeats_nothing_wrong(journal: SqliteJournal, tmp_path: Path) -> None:
    """A start that does not know how far the graph is may apply everything once more."""
    store = _store(tmp_path)
    catch_up(journal, store, after=0)
    digest = store.digest()
    catch_up(journal, store, after=0)
    assert store.digest() == digest


def test_a_changed_graph_is_found(journal: SqliteJournal, tmp_path: Path) -> None:
    """A graph that says something else, one that is missing and one too many are each named."""
    store = _store(tmp_path)
    catch_up(journal, store, after=0)
    store.replace(f"{BASE}records/a", sample_record("a", title="Forged").ntriples, new=False)
    store.replace(f"{BASE}records/c", b"", new=False)
    store.replace(f"{BASE}records/stranger", sample_record("stranger").ntriples, new=True)
    problems = {problem.where.rsplit("/", 1)[-1]: problem for problem in verify(journal, store, base=BASE)}
    assert set(problems) == {"a", "c", "stranger"}
    assert all("rebuild" in problem.remedy for problem in problems.values())


@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE entries SET agent = 'Mallory' WHERE sequence = 2",
        "UPDATE entries SET body = (SELECT body FROM entries WHERE sequence = 3) WHERE sequence = 1",
        "DELETE FROM entries WHERE sequence = 2",
        "UPDATE entries SET previous_hash = 'x' WHERE sequence = 3",
    ],
)
def test_a_forged_journal_is_found(journal: SqliteJournal, tmp_path: Path, forgery: str) -> None:
    """Changing, exchanging or removing an entry breaks the chain."""
    journal.close()
    with sqlite3.connect(tmp_path / "journal.sqlite") as connection:
        connection.execute(forgery)
    connection.close()
    forged = SqliteJournal(tmp_path / "journal.sqlite")
    store = _store(tmp_path)
    catch_up(forged, store, after=0)
    problems = list(verify(forged, store, base=BASE))
    assert problems
    assert "backup" in problems[0].remedy


def test_a_shortened_journal_is_found_when_its_head_is_known(journal: SqliteJournal, tmp_path: Path) -> None:
    """A tail that was cut off is seen by whoever remembers the last entry."""
    store = _store(tmp_path)
    catch_up(journal, store, after=0)
    found = verify(journal, store, base=BASE, verified_head=(9, "0" * 64))
    assert [problem.what for problem in found] == ["ends at 5, before 9"]
