"""Keeping records: prepared in workers, accepted by the journal, projected to the graph."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, TypeVar

from imagegraph.errors import (
    DataFolderError,
    DuplicateIdentifier,
    Gone,
    ImagegraphError,
)
from imagegraph.model.audit import coming_from
from imagegraph.model.projects import namespace_of
from imagegraph.model.records import Document, PreparedRecord, Version
from imagegraph.model.reports import Report
from imagegraph.operations.outcomes import Outcome, reason_to_refuse, refuse_together
from imagegraph.operations.preconditions import check_precondition
from imagegraph.ports.graph import GraphStore
from imagegraph.ports.journal import Journal
from imagegraph.ports.workers import Preparer

_LOG = logging.getLogger("imagegraph")
T = TypeVar("T")
#: records accepted in one transaction of a batch
_BATCH = 32
#: bytes of N-Triples after which the graph is put on disk; until then the engine keeps them in memory too
_CHECKPOINT = 4_000_000
#: bytes that an entry counts for besides its own, so that a start after a crash has at most 1,000 to catch up with
_OF_ONE_ENTRY = 4_000


class Ingest:
    """The one way in: nothing else writes to the journal or to the graph.

    Args:
        checkpoint: called now and then when the graph holds everything that the journal holds; it may take
            its time to put the graph on disk, so that a start after a crash has little to catch up with.
        room: called before anything is accepted; raises DataFolderError when the disk has too little room for more.
        told: the report that is told of a record that was kept, with what is known only today.
    """

    def __init__(
        self,
        *,
        journal: Journal,
        graph: GraphStore,
        preparer: Preparer,
        checkpoint: Callable[[], None] = lambda: None,
        room: Callable[[], None] = lambda: None,
        told: Callable[[PreparedRecord], Report] = lambda record: record.report,
    ) -> None:
        self._journal = journal
        self._graph = graph
        self._preparer = preparer
        self._checkpoint = checkpoint
        self._room = room
        self._told = told
        self._unsaved = 0
        self._behind = False
        self._pending: list[Version] = []
        self._lock = threading.RLock()

    def save(self) -> None:
        """Let the graph be put on disk and remembered as complete.

        Not after an interruption between journal and graph: then the next start catches up from where the
        graph was last complete.
        """
        with self._lock:
            if self._behind:
                return
            try:
                self._checkpoint()
            except DataFolderError as error:  # the journal has everything; the next start catches up
                _LOG.warning("the graph could not be put on disk: %s", error.detail)

    def catch_up(self, *, patience: float = 0.5) -> None:
        """Let the graph take what it could not take when the journal accepted it, so that reading heals without a write.

        Args:
            patience: seconds to wait for somebody who writes; whoever writes catches up first.

        Raises:
            DataFolderError: the graph still cannot be written.
        """
        if not self._pending or not self._lock.acquire(timeout=patience):
            return
        try:
            if self._pending:
                self._catch_up()
                _LOG.info("the graph has caught up with the journal")
        finally:
            self._lock.release()

    def take(
        self,
        documents: Sequence[Document],
        *,
        profiles: Sequence[str] = (),
        agent: str,
        reason: str,
        keep: Literal["keep", "dry-run"] = "keep",
        project: str | None = None,
        progress: Callable[[int, int], None] = lambda done, total: None,
        refused: Callable[[str], ImagegraphError | None] = lambda id: None,
    ) -> Iterator[Outcome]:
        """Read, judge and keep a batch of documents; one bad record refuses itself, not the others.

        Args:
            project: where new records go; None for the default one, with ids as the documents have them.
            progress: called with (documents done, documents in all).
            refused: why a record of an id may not be written; None when it may.

        Yields:
            One outcome per record, and one per document that could not be read, as they are finished.

        Raises:
            NotFound: a profile has an unknown name.
            DataFolderError: the journal cannot be written, or the disk has too little room.
        """
        if keep == "keep":
            self._room()  # before anything is read and judged in vain; `_accepted` asks again
        seen: dict[str, tuple[str, str]] = {}
        waiting: list[PreparedRecord] = []
        done = 0
        namespace = None if project is None else namespace_of(project)
        for intake in self._preparer.prepare(documents, profiles=profiles, namespace=namespace):
            for refusal in intake.refusals:
                source = refusal.extra.get("source", intake.document)
                yield Outcome(source=source, status="refused", error=refusal)
            for record in intake.records:
                earlier = seen.setdefault(record.id, (record.digest, record.source))
                error = refused(record.id) or reason_to_refuse(record, earlier=earlier)
                if error is not None:
                    yield Outcome(
                        source=record.source, status="refused", id=record.id, iri=record.iri,
                        report=record.report, error=error,
                    )  # fmt: skip
                else:
                    waiting.append(record)
            if intake.done:
                done += 1
                progress(done, len(documents))
            if len(waiting) >= _BATCH:
                yield from self._keep(waiting, agent=agent, reason=reason, keep=keep, project=project)
                waiting = []
        yield from self._keep(waiting, agent=agent, reason=reason, keep=keep, project=project)

    def put(
        self,
        document: Document,
        *,
        id: str,
        iri: str,
        if_match: str | None,
        if_none_match: str | None = None,
        profiles: Sequence[str] = (),
        agent: str,
        reason: str,
    ) -> Outcome:
        """Make a document the newest version of the record with this id.

        Args:
            if_match: ETag the caller has seen; `*` for any; None only for a record that is new.
            if_none_match: `*` when the record must be new.

        Raises:
            Refusal: the document cannot be read, or breaks a rule.
            PreconditionRequired: the record exists and `if_match` is None.
            PreconditionFailed: the record is at another version, or is there though it must be new.
            DataFolderError: the journal cannot be written, or the disk has too little room.
        """
        self._room()
        intakes = list(self._preparer.prepare([document], profiles=profiles, record=iri))
        for intake in intakes:
            for refusal in intake.refusals:
                raise refusal
        records = [record for intake in intakes for record in intake.records]
        if len(records) != 1:
            raise DuplicateIdentifier(
                f"The document holds {len(records)} records; exactly one can be put at {iri}. "
                "POST it to /records instead.",
                count=len(records),
            )
        error = reason_to_refuse(records[0])
        if error is not None:
            raise error
        with self._lock:
            known = self._journal.find(id)
            if known is None or known.digest != records[0].digest or known.deleted:
                check_precondition(known, if_match, if_none_match)
            return next(iter(self._keep(records, agent=agent, reason=reason, keep="keep")))

    def restore(self, id: str, number: int, *, if_match: str | None, agent: str, reason: str = "") -> Outcome:
        """Make an earlier version of a record its newest one again, byte for byte; also of a deleted record.

        It was judged when it was accepted and keeps that report, whatever the rules are by now.

        Args:
            number: the version to bring back.
            if_match: ETag the caller has seen; `*` for any; None for a record that is deleted.
            reason: why; the history says which version it was before that.

        Raises:
            NotFound: no such record or version.
            Gone: the version is a deletion.
            PreconditionRequired: `if_match` is None.
            PreconditionFailed: the record is at another version.
        """
        with self._lock:
            version = self._journal.version(id, number)
            if version.deleted:
                raise Gone(
                    f"Version {number} of the record {id!r} is its deletion; restore one before it.",
                    id=id,
                    version=number,
                )
            known = self._journal.find(id)
            if known is None or known.digest != version.digest or known.deleted:
                check_precondition(known, if_match)
            told = f"version {number} restored" + (f": {reason}" if reason else "")
            with coming_from(action="restore"):
                return next(iter(self._keep([version.as_prepared()], agent=agent, reason=told, keep="keep")))

    def bury(self, id: str, *, if_match: str | None, agent: str, reason: str) -> Version:
        """Delete a record; its history stays and its IRI is never used for anything else.

        Raises:
            NotFound: no such record.
            Gone: deleted already.
            PreconditionRequired: `if_match` is None.
            PreconditionFailed: the record is at another version.
        """
        with self._lock:
            known = self._journal.find(id)
            if known is not None and not known.deleted:
                check_precondition(known, if_match)
            self._catch_up()
            behind = self._behind
            version = self._accepted(lambda: self._journal.bury(id, agent=agent, reason=reason))
            self._behind = self._project([version]) or behind
            self._save_now_and_then()
            return version

    def revise(
        self,
        records: Sequence[PreparedRecord],
        *,
        deleted: Sequence[str],
        seen: Mapping[str, int],
        agent: str,
        reason: str,
    ) -> Sequence[Outcome | Version]:
        """Keep changes of several records and deletions of others, all of them or none.

        Args:
            deleted: ids of records to delete.
            seen: id -> number of the version that was changed; 0 for a record that is new.

        Returns:
            What became of each record, and then the tombstones.

        Raises:
            ValidationFailed: a record breaks a rule; the report is that of all records that do.
            PreconditionFailed: a record is at another version.
            NotFound, Gone: a record to delete is not there.
        """
        refuse_together(records)
        with self._lock:
            self._catch_up()
            behind = self._behind
            with self._graph.together(), coming_from(action="update"):
                accepted = self._accepted(
                    lambda: self._journal.revise(
                        records, deleted=deleted, seen=seen, agent=agent, reason=reason
                    )
                )
                self._behind = self._project([version for version in accepted if version]) or behind
            self._save_now_and_then()
        kept = [
            Outcome(
                source=record.source, status="stored" if version else "unchanged", id=record.id, iri=record.iri,
                version=version.number if version else seen[record.id], report=self._told(record),
            )
            for record, version in zip(records, accepted, strict=False)
        ]  # fmt: skip
        return [*kept, *(version for version in accepted[len(records) :] if version)]

    def settle(self) -> None:
        """Return when the graph has everything that was accepted before.

        Raises:
            DataFolderError: it cannot be written.
        """
        with self._lock:
            self._catch_up()

    def _keep(
        self, records: Sequence[PreparedRecord], *, agent: str, reason: str, keep: Literal["keep", "dry-run"],
        project: str | None = None,
    ) -> Iterator[Outcome]:  # fmt: skip
        if not records:
            return
        outcomes: list[Outcome] = []
        with self._lock:
            if keep == "dry-run":
                versions = [self._foreseen(record) for record in records]
            else:
                self._catch_up()
                behind = self._behind
                accepted = self._accepted(
                    lambda: self._journal.append(records, agent=agent, reason=reason, project=project)
                )
                self._behind = self._project([version for version in accepted if version]) or behind
                self._save_now_and_then()
                versions = [version.number if version else None for version in accepted]
            for record, number in zip(records, versions, strict=True):
                known = self._journal.find(record.id) if number is None else None
                outcomes.append(
                    Outcome(
                        source=record.source,
                        status="unchanged" if number is None else "stored",
                        id=record.id,
                        iri=record.iri,
                        version=known.version if known else number,
                        report=self._told(record),
                    )
                )
        yield from outcomes

    def _save_now_and_then(self) -> None:
        if self._unsaved >= _CHECKPOINT:
            self.save()
            self._unsaved = 0

    def _project(self, versions: Sequence[Version]) -> bool:
        """Let the graph say what the journal accepted; True when it cannot, for which no caller can do anything.

        The versions are kept all the same. What is still to be projected is tried again before anything else is
        accepted, so that the graph is never behind by more than one batch.
        """
        for place, version in enumerate(versions):
            try:
                self._graph.replace(version.iri, version.ntriples, new=version.number == 1)
            except DataFolderError as error:
                _LOG.error(
                    "the graph is behind the journal from entry %d on: %s", version.sequence, error.detail
                )
                self._pending = list(versions[place:])
                return True
            self._unsaved += len(version.ntriples) + _OF_ONE_ENTRY
        return False

    def _catch_up(self) -> None:
        """Project what could not be projected before.

        Raises:
            DataFolderError: it still cannot; nothing more is accepted then.
        """
        while self._pending:
            version = self._pending[0]
            self._graph.replace(version.iri, version.ntriples, new=False)
            self._pending.pop(0)
            self._behind = bool(self._pending)

    def _accepted(self, work: Callable[[], T]) -> T:
        """What the journal accepted; from here on the graph is behind until the caller has projected it."""
        self._room()
        behind, self._behind = self._behind, True
        try:
            return work()
        except ImagegraphError:
            self._behind = behind
            raise

    def _foreseen(self, record: PreparedRecord) -> int | None:
        known = self._journal.find(record.id)
        if known is None:
            return 1
        return None if known.digest == record.digest and not known.deleted else known.version + 1
