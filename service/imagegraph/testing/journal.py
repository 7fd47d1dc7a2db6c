"""What every journal must do; subclass it in a test file and give it an `open_journal`."""

from __future__ import annotations

from abc import ABC, abstractmethod

import pytest

from imagegraph.errors import Gone, NotFound, PreconditionFailed
from imagegraph.ports.journal import Journal
from imagegraph.testing.samples import sample_record


class JournalContract(ABC):
    """The contract of `ports.journal.Journal`."""

    @abstractmethod
    def open_journal(self) -> Journal:
        """A new empty journal."""

    @pytest.fixture(name="journal")
    def _journal(self) -> Journal:
        return self.open_journal()

    def test_new_journal_is_empty(self, journal: Journal) -> None:
        """Nothing is there before anything was accepted."""
        assert journal.head == 0
        assert list(journal.since(0)) == []
        assert journal.summaries() == []
        assert journal.find("kidney-1") is None

    def test_accepted_record_comes_back_exactly(self, journal: Journal) -> None:
        """The statements, the report and the circumstances are kept as they were given."""
        record = sample_record()
        (version,) = journal.append([record], agent="Ada", reason="first")
        assert version is not None
        again = journal.version(record.id)
        assert again == version
        assert (again.ntriples, again.report, again.agent, again.number) == (
            record.ntriples,
            record.report,
            "Ada",
            1,
        )

    def test_same_content_is_no_new_version(self, journal: Journal) -> None:
        """Accepting the same statements again changes nothing."""
        journal.append([sample_record()], agent="Ada", reason="first")
        assert list(journal.append([sample_record()], agent="Ada", reason="again")) == [None]
        assert journal.head == 1

    def test_versions_are_numbered_and_chained(self, journal: Journal) -> None:
        """Each entry names the hash of the one before it."""
        journal.append([sample_record()], agent="Ada", reason="first")
        journal.append([sample_record(title="Kidney organoids, fixed")], agent="Ada", reason="typo")
        first, second = journal.since(0)
        assert (first.number, second.number) == (1, 2)
        assert second.previous_hash == first.hash
        assert first.previous_hash == ""
        assert [entry.hash for entry in (first, second)] == [e.expected_hash() for e in (first, second)]
        assert journal.version(first.id, 1).title == "Kidney organoids"

    def test_tombstone_keeps_history(self, journal: Journal) -> None:
        """A deleted record is out of the list, and its versions can still be read."""
        record = sample_record()
        journal.append([record], agent="Ada", reason="first")
        tombstone = journal.bury(record.id, agent="Ada", reason="withdrawn")
        known = journal.find(record.id)
        assert known is not None
        assert known.deleted
        assert tombstone.deleted
        assert tombstone.ntriples == b""
        assert journal.summaries() == []
        assert journal.version(record.id, 1).ntriples == record.ntriples
        with pytest.raises(Gone):
            journal.bury(record.id, agent="Ada", reason="twice")

    def test_deleted_record_can_come_back(self, journal: Journal) -> None:
        """Accepting a record after its deletion is a new version, even with the same content."""
        journal.append([sample_record()], agent="Ada", reason="first")
        journal.bury("kidney-1", agent="Ada", reason="withdrawn")
        (version,) = journal.append([sample_record()], agent="Ada", reason="back")
        assert version is not None
        assert version.number == 3

    def test_unknown_names_are_said_so(self, journal: Journal) -> None:
        """Versions and deletions of what was never there are refused by name."""
        with pytest.raises(NotFound, match="nobody"):
            journal.version("nobody")
        with pytest.raises(NotFound, match="nobody"):
            journal.bury("nobody", agent="Ada", reason="-")

    def test_list_is_paged_in_a_stable_order(self, journal: Journal) -> None:
        """Pages follow each other without gaps while records are added behind the reader."""
        journal.append([sample_record(f"r-{n:02}") for n in range(10)], agent="Ada", reason="first")
        page = journal.summaries(limit=4)
        journal.append([sample_record("a-before")], agent="Ada", reason="later")
        rest = journal.summaries(after=page[-1].id, limit=100)
        assert [summary.id for summary in [*page, *rest]] == [f"r-{n:02}" for n in range(10)]

    def test_list_is_searched_by_words_and_type(self, journal: Journal) -> None:
        """Words find records by the beginnings of words of their title and literals, whatever the accents."""
        journal.append(
            [sample_record("a", title="Rein de souris, épithélium"), sample_record("b")],
            agent="-",
            reason="-",
        )
        assert [s.id for s in journal.summaries(q="epithel")] == ["a"]
        assert [s.id for s in journal.summaries(q='keyword "0')] == ["a", "b"]
        assert journal.summaries(type="Image") == []
        assert len(journal.summaries(type="Study")) == 2

    def test_live_and_deleted_records_are_counted(self, journal: Journal) -> None:
        """A tombstone counts as deleted, whatever its history."""
        assert dict(journal.states()) == {"live": 0, "deleted": 0}
        journal.append([sample_record("one"), sample_record("two")], agent="test", reason="")
        journal.bury("two", agent="test", reason="")
        assert dict(journal.states()) == {"live": 1, "deleted": 1}

    def test_confirming_that_it_can_be_written_accepts_nothing(self, journal: Journal) -> None:
        """The head stays where it is."""
        journal.append([sample_record("one")], agent="test", reason="")
        journal.confirm_writable()
        assert journal.head == 1

    def test_a_failing_batch_stores_nothing(self, journal: Journal) -> None:
        """A batch is one transaction."""
        broken = sample_record("broken")
        object.__setattr__(broken, "ntriples", None)
        with pytest.raises((TypeError, AttributeError)):
            journal.append([sample_record("fine"), broken], agent="Ada", reason="first")
        assert journal.head == 0
        assert journal.find("fine") is None

    def test_the_past_is_found_by_time(self, journal: Journal) -> None:
        """A moment has a position, and at a position every record has the version that was current then."""
        journal.append([sample_record("a"), sample_record("b")], agent="Ada", reason="first")
        journal.append([sample_record("a", title="Kidney organoids, fixed")], agent="Ada", reason="typo")
        journal.bury("b", agent="Ada", reason="withdrawn")
        last = journal.version("b")
        assert journal.position_at(last.at) == journal.head == 4
        assert journal.position_at("2001-01-01T00:00:00.000Z") == 0
        assert journal.version_at("a", 0) is None
        numbers = [found.number if (found := journal.version_at("a", n)) else 0 for n in range(5)]
        assert numbers == [0, 1, 1, 2, 2]
        assert journal.version_at("b", 4) == last
        states = [[(v.id, v.number) for v in journal.state_at(n)] for n in range(5)]
        assert states == [
            [], [("a", 1)], [("a", 1), ("b", 1)], [("b", 1), ("a", 2)], [("a", 2)],
        ]  # fmt: skip

    def test_a_revision_is_all_or_nothing(self, journal: Journal) -> None:
        """New records, new versions and deletions are one transaction; one that was changed meanwhile stops all."""
        a, b = sample_record("a"), sample_record("b")
        journal.append([a, b], agent="Ada", reason="first")
        coming = [sample_record("a", title="Kidney organoids, fixed"), b, sample_record("c")]
        stale: tuple[dict[str, int], ...] = ({"a": 2, "b": 1, "c": 0}, {"a": 1, "b": 1, "c": 1})
        for seen in stale:
            with pytest.raises(PreconditionFailed):
                journal.revise(coming, deleted=[], seen=seen, agent="Ada", reason="-")
        with pytest.raises(NotFound, match="nobody"):
            journal.revise(coming, deleted=["nobody"], seen={"a": 1}, agent="Ada", reason="-")
        assert journal.head == 2
        done = journal.revise(coming[:1], deleted=["b"], seen={"a": 1, "b": 1}, agent="Ada", reason="both")
        assert [(v.id, v.number, v.deleted, v.reason) for v in done if v] == [
            ("a", 2, False, "both"), ("b", 2, True, "both"),
        ]  # fmt: skip
        assert list(journal.since(2)) == list(done)
        with pytest.raises(Gone):
            journal.revise([], deleted=["b"], seen={"b": 2}, agent="Ada", reason="-")
        again = journal.revise([coming[0], b], deleted=[], seen={"a": 2, "b": 2}, agent="Ada", reason="back")
        assert [version and version.number for version in again] == [None, 3]
