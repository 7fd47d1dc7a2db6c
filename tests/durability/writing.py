"""Writing without end over a data folder, acknowledged line by line: what tests interrupt.

Journal, graph and `Ingest` are the real ones; only reading documents is left out, for that is not what is interrupted.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from imagegraph.bootstrap import open_services, settings_for
from imagegraph.model.records import Document, PreparedRecord
from imagegraph.model.reports import Report
from imagegraph.operations.ingest import Ingest
from imagegraph.operations.preconditions import etag_of
from imagegraph.operations.services import Services
from imagegraph.ports.workers import Intake
from imagegraph.testing.samples import sample_record

#: says that a write was acknowledged: id, version, digest (empty for a deletion)
Acknowledge = Callable[[str, int, str], None]
BATCH = 96


class ReadyPreparer:
    """Implements what `Ingest` needs of `ports.workers.Preparer`: the records are there already."""

    def __init__(self) -> None:
        self.records: Sequence[PreparedRecord] = ()

    def prepare(
        self, documents: Sequence[Document], *, profiles: Sequence[str], record: str | None = None,
        namespace: str | None = None,
    ) -> Iterator[Intake]:  # fmt: skip
        """Hand out what was put here."""
        for document in documents:
            yield Intake(document=document.name, records=tuple(self.records), done=True)

    def judge(self, document: Document, *, profiles: Sequence[str]) -> Report:
        """Nothing to say."""
        return Report()


class Writer:
    """One way of writing, again and again.

    Args:
        services: over the data folder.
        acknowledge: called when a write has returned.
        statements: size of a record.
    """

    def __init__(self, services: Services, acknowledge: Acknowledge, *, statements: int = 12) -> None:
        self._journal = services.journal
        self._acknowledge = acknowledge
        self._statements = statements
        self._preparer = ReadyPreparer()
        self._save = services.ingest.save
        self._ingest = Ingest(
            journal=services.journal, graph=services.linking.graph, preparer=self._preparer,  # type: ignore[arg-type]
            checkpoint=services.ingest.save,
        )  # fmt: skip
        self._numbers = itertools.count(services.journal.head + 1)

    def post(self) -> None:
        """A record that is new."""
        number = next(self._numbers)
        self._take([self._record(f"new-{number}", number)])

    def put(self) -> None:
        """A record replaced by its newer version, on the condition that it is the one that was seen."""
        number = next(self._numbers)
        record = self._record(f"kept-{number % 7}", number)
        known = self._journal.find(record.id)
        self._preparer.records = [record]
        outcome = self._ingest.put(
            Document(name="put"), id=record.id, iri=record.iri,
            if_match=etag_of(known) if known and not known.deleted else None, agent="-", reason="put",
        )  # fmt: skip
        self._acknowledge(record.id, outcome.version or 0, record.digest)

    def delete(self) -> None:
        """A record handed in and deleted."""
        number = next(self._numbers)
        record = self._record(f"gone-{number % 5}", number)
        self._take([record])
        version = self._ingest.bury(record.id, if_match="*", agent="-", reason="delete")
        self._acknowledge(version.id, version.number, "")

    def batch(self) -> None:
        """Many records in several transactions, half of them known already."""
        numbers = [next(self._numbers) for _ in range(BATCH)]
        self._take([self._record(f"batch-{n % (2 * BATCH)}", n) for n in numbers])

    def mixed(self) -> None:
        """One of each, and now and then the graph is put on disk."""
        self.post()
        self.put()
        self.delete()
        if next(self._numbers) % 40 == 0:
            self.batch()
            self._save()

    def _take(self, records: Sequence[PreparedRecord]) -> None:
        self._preparer.records = records
        digests = {record.id: record.digest for record in records}
        for outcome in self._ingest.take([Document(name="take")], agent="-", reason="take"):
            self._acknowledge(outcome.id or "", outcome.version or 0, digests[outcome.id or ""])

    def _record(self, id: str, number: int) -> PreparedRecord:
        return sample_record(id, title=f"title {number} of {os.getpid()}", statements=self._statements)


def write_on(folder: Path, mode: str, acknowledge: Acknowledge, *, statements: int = 12) -> None:
    """Write in one mode until somebody stops this process."""
    with open_services(settings_for(folder)) as services:
        write = getattr(Writer(services, acknowledge, statements=statements), mode)
        while True:
            write()
