"""The journal as one access scope sees it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from imagegraph.model.projects import AccessScope
from imagegraph.model.records import PreparedRecord, RecordSummary, Version
from imagegraph.ports.journal import Journal


class ScopedJournal:
    """Implements `ports.journal.Journal`: what is outside of the scope is not there, whoever asks how.

    Args:
        journal: all of it.
        scope: what is seen.
    """

    def __init__(self, journal: Journal, scope: AccessScope) -> None:
        self._journal, self._scope = journal, scope

    def append(
        self, records: Sequence[PreparedRecord], *, agent: str, reason: str, project: str | None = None
    ) -> Sequence[Version | None]:
        """Accept records; who may is decided by whoever calls."""
        return self._journal.append(records, agent=agent, reason=reason, project=project)

    def bury(self, id: str, *, agent: str, reason: str) -> Version:
        """Accept the deletion of a record; who may is decided by whoever calls."""
        return self._journal.bury(id, agent=agent, reason=reason)

    def revise(
        self, records: Sequence[PreparedRecord], *, deleted: Sequence[str], seen: Mapping[str, int], agent: str, reason: str
    ) -> Sequence[Version | None]:  # fmt: skip
        """Accept records and deletions in one transaction; who may is decided by whoever calls."""
        return self._journal.revise(records, deleted=deleted, seen=seen, agent=agent, reason=reason)

    def find(self, name: str, *, within: AccessScope | None = None) -> RecordSummary | None:
        """The current state of a record that is seen."""
        return self._journal.find(name, within=self._scope)

    def version(self, id: str, number: int | None = None, *, within: AccessScope | None = None) -> Version:
        """A version that is seen."""
        return self._journal.version(id, number, within=self._scope)

    def position_at(self, moment: str) -> int:
        """Position of the newest entry at or before a moment."""
        return self._journal.position_at(moment)

    def version_at(self, id: str, position: int, *, within: AccessScope | None = None) -> Version | None:
        """The version that is seen of those that were current up to a position."""
        return self._journal.version_at(id, position, within=self._scope)

    def state_at(self, position: int, *, within: AccessScope | None = None) -> Iterator[Version]:
        """The versions that were current at a position and are seen today."""
        return self._journal.state_at(position, within=self._scope)

    def changed_since(self, sequence: int) -> Sequence[str]:
        """Ids of the records that are seen and have entries after a position."""
        return [
            id for id in self._journal.changed_since(sequence) if self._journal.find(id, within=self._scope)
        ]

    def since(self, sequence: int) -> Iterator[Version]:
        """Every version after a position that is seen, in order."""
        for version in self._journal.since(sequence):
            if self._journal.version_at(version.id, version.sequence, within=self._scope) == version:
                yield version

    def summaries(
        self, *, type: str | None = None, q: str | None = None, after: str | None = None, limit: int = 100,
        within: AccessScope | None = None,
    ) -> Sequence[RecordSummary]:  # fmt: skip
        """Living records that are seen."""
        return self._journal.summaries(type=type, q=q, after=after, limit=limit, within=self._scope)

    def counts(self, *, within: AccessScope | None = None) -> Mapping[str, int]:
        """How many living records of each type are seen."""
        return self._journal.counts(within=self._scope)

    def unsound(self) -> Iterator[str]:
        """What does not fit together in the file."""
        return self._journal.unsound()

    def states(self) -> Mapping[str, int]:
        """How many records that are seen are `live`; deleted ones are not counted for who does not see everything."""
        return {"live": sum(self.counts().values()), "deleted": 0}

    def confirm_writable(self) -> None:
        """Return when something could be written now."""
        self._journal.confirm_writable()

    @property
    def head(self) -> int:
        """Position of the newest entry of all."""
        return self._journal.head
