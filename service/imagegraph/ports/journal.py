"""The append-only truth: every accepted version of every record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from imagegraph.model.projects import AccessScope
from imagegraph.model.records import PreparedRecord, RecordSummary, Version


class Journal(Protocol):
    """Keeps every accepted version, durably, in one chain of hashes.

    One process writes. `append` returns after the bytes are on disk. What is read `within` an access scope tells of
    nothing outside of it: a record, or a version from before its record was public, is not there then.
    """

    def append(
        self, records: Sequence[PreparedRecord], *, agent: str, reason: str, project: str | None = None
    ) -> Sequence[Version | None]:
        """Accept records in one transaction; None stands for a record whose content did not change.

        Args:
            project: where those belong that are new; None for where their ids say.

        Raises:
            DataFolderError: the disk is full or the journal cannot be written; nothing was accepted.
        """
        ...

    def bury(self, id: str, *, agent: str, reason: str) -> Version:
        """Accept the deletion of a record: a tombstone that keeps its history.

        Raises:
            NotFound: there was never such a record.
            Gone: it is deleted already.
        """
        ...

    def revise(
        self,
        records: Sequence[PreparedRecord],
        *,
        deleted: Sequence[str],
        seen: Mapping[str, int],
        agent: str,
        reason: str,
    ) -> Sequence[Version | None]:
        """Accept records and deletions in one transaction, if each is still at the version that was seen.

        Args:
            deleted: ids of records to delete.
            seen: id -> number of the version that was seen, a tombstone too; 0 for a record that never was.

        Returns:
            The versions of `records`, None for one whose content did not change, and then the tombstones.

        Raises:
            PreconditionFailed: one is at another version by now; nothing was accepted.
            NotFound: a record to delete was never there; nothing was accepted.
            Gone: a record to delete is deleted already; nothing was accepted.
            DataFolderError: the journal cannot be written; nothing was accepted.
        """
        ...

    def find(self, name: str, *, within: AccessScope | None = None) -> RecordSummary | None:
        """The current state of a record, tombstones included, by its id, its IRI, or the IRI it is about."""
        ...

    def version(self, id: str, number: int | None = None, *, within: AccessScope | None = None) -> Version:
        """One version of a record, the newest one when no number is given.

        Raises:
            NotFound: no such record or version.
        """
        ...

    def position_at(self, moment: str) -> int:
        """Position of the newest entry that was accepted at or before a moment, 0 when there is none.

        Args:
            moment: UTC, spelled as `Version.at` is.
        """
        ...

    def version_at(self, id: str, position: int, *, within: AccessScope | None = None) -> Version | None:
        """The version of a record that was current at a position, a tombstone too; None before its first."""
        ...

    def state_at(self, position: int, *, within: AccessScope | None = None) -> Iterator[Version]:
        """The version of every record that was living at a position."""
        ...

    def since(self, sequence: int) -> Iterator[Version]:
        """Every version after a position of the journal, in order."""
        ...

    def changed_since(self, sequence: int) -> Sequence[str]:
        """Ids of the records that have entries after a position, each once."""
        ...

    def summaries(
        self, *, type: str | None = None, q: str | None = None, after: str | None = None, limit: int = 100,
        within: AccessScope | None = None,
    ) -> Sequence[RecordSummary]:  # fmt: skip
        """Living records in the order of their ids, from the one after `after`; `q` searches their text."""
        ...

    def counts(self, *, within: AccessScope | None = None) -> Mapping[str, int]:
        """How many living records there are of each type, by the name of the type."""
        ...

    def unsound(self) -> Iterator[str]:
        """What does not fit together in the file that holds the journal, in words; nothing when all is well."""
        ...

    def states(self) -> Mapping[str, int]:
        """How many records are `live` and how many `deleted`."""
        ...

    def confirm_writable(self) -> None:
        """Return when something could be written now; nothing is accepted by it.

        Raises:
            DataFolderError: the journal cannot be written.
        """
        ...

    @property
    def head(self) -> int:
        """Position of the newest entry, 0 when empty."""
        ...
