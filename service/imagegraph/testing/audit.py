"""What every audit log must do; subclass it in a test file and give it an `open_audit`."""

from __future__ import annotations

from abc import ABC, abstractmethod

import pytest

from imagegraph.model.audit import coming_from
from imagegraph.ports.audit import AuditLog


class AuditLogContract(ABC):
    """The contract of `ports.audit.AuditLog`."""

    @abstractmethod
    def open_audit(self) -> AuditLog:
        """A new empty log."""

    @pytest.fixture(name="audit")
    def _audit(self) -> AuditLog:
        return self.open_audit()

    def test_new_log_is_empty(self, audit: AuditLog) -> None:
        """Nothing is there before anything was noted."""
        assert audit.entries() == []
        assert list(audit.since(0)) == []

    def test_noted_entry_comes_back_exactly(self, audit: AuditLog) -> None:
        """Who, what, to what and from where are kept as they were given."""
        with coming_from(client="192.0.2.7", request="r-1"):
            entry = audit.note("token.create", agent="Ada", object="t-1", outcome="scope write")
        assert audit.entries() == [entry]
        assert (entry.agent, entry.action, entry.object, entry.outcome) == (
            "Ada", "token.create", "t-1", "scope write",
        )  # fmt: skip
        assert (entry.client, entry.request, entry.entry) == ("192.0.2.7", "r-1", None)
        assert entry.at.endswith("Z")

    def test_entries_are_numbered_and_chained(self, audit: AuditLog) -> None:
        """Each entry names the hash of the one before it."""
        for number in range(3):
            audit.note("token.revoke", agent="Ada", object=str(number))
        entries = list(audit.since(0))
        assert [entry.sequence for entry in entries] == [1, 2, 3]
        assert [entry.previous_hash for entry in entries] == ["", *(entry.hash for entry in entries[:2])]
        assert [entry.hash for entry in entries] == [entry.expected_hash() for entry in entries]
        assert list(audit.since(2)) == entries[2:]

    def test_pages_and_filters(self, audit: AuditLog) -> None:
        """Newest first, a page at a time, of one agent, action or object when wished."""
        for number in range(6):
            audit.note(
                "a.even" if number % 2 == 0 else "a.odd", agent=f"agent {number % 3}", object=f"o{number}"
            )
        assert [entry.object for entry in audit.entries(limit=2)] == ["o5", "o4"]
        assert [entry.object for entry in audit.entries(before=3)] == ["o1", "o0"]
        assert [entry.object for entry in audit.entries(action="a.odd", agent="agent 0")] == ["o3"]
        assert [entry.object for entry in audit.entries(object="o2")] == ["o2"]

    def test_strange_texts_are_kept(self, audit: AuditLog) -> None:
        """Whatever comes as a name is kept in bounded length, and the chain holds."""
        entry = audit.note("request.refuse", agent="\ud800'; DROP TABLE audit; --", object="x" * 100_000)
        (kept,) = audit.since(0)
        assert kept == entry
        assert kept.hash == kept.expected_hash()
        assert len(kept.object) < 1_000
