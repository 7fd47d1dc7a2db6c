"""Prepares documents in the workers of a pool, several at once, in the order they were given."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from queue import Full, Queue
from threading import Event
from typing import Any

from imagegraph.adapters.sandbox.intake import unpacked, unpacked_uses
from imagegraph.adapters.sandbox.pool import WorkerPool
from imagegraph.errors import DocumentTooSlow, ImagegraphError, NotFound, QueryTimeout, from_dict
from imagegraph.model.records import Document, TermUse
from imagegraph.model.reports import Report, report_from_dict, sorted_findings
from imagegraph.operations.terms.judging import TermJudge
from imagegraph.ports.workers import Intake

_LOG = logging.getLogger("imagegraph")
#: records of one document that may wait in memory until its turn comes
_RECORDS_WAITING = 12
#: documents that are read ahead of the one whose turn it is
_DOCUMENTS_AHEAD = 64


class SandboxedPreparer:
    """Implements `ports.workers.Preparer` on a pool of intake workers.

    Args:
        pool: workers of kind `intake`.
        base: IRI base of records.
        profiles: names of the profiles that exist.
        document_bytes: largest document.
        terms: judges the ontology terms in records, here and not in the workers, which have no index; None to
            leave them unjudged.
    """

    def __init__(
        self,
        *,
        pool: WorkerPool,
        base: str,
        profiles: Sequence[str],
        document_bytes: int,
        terms: TermJudge | None = None,
    ) -> None:
        self._pool = pool
        self._base = base
        self._profiles = tuple(profiles)
        self._document_bytes = document_bytes
        self._terms = terms

    def prepare(
        self, documents: Sequence[Document], *, profiles: Sequence[str], record: str | None = None,
        namespace: str | None = None,
    ) -> Iterator[Intake]:  # fmt: skip
        """What became of each document, record by record; the last one of a document says `done`."""
        self._begin(profiles)
        stop = Event()
        waiting = deque[Queue[Intake]]()
        coming = iter(documents)
        asked = {"profiles": list(profiles), "record": record, "namespace": namespace}
        executor = ThreadPoolExecutor(max_workers=self._pool.size, thread_name_prefix="intake")

        def begin() -> None:
            document = next(coming, None)
            if document is not None:
                queue: Queue[Intake] = Queue(maxsize=_RECORDS_WAITING)
                waiting.append(queue)
                executor.submit(self._run, document, asked, queue, stop)

        try:
            for _ in range(self._pool.size + _DOCUMENTS_AHEAD):
                begin()
            while waiting:
                queue = waiting[0]
                while True:
                    intake = queue.get()
                    yield intake
                    if intake.done:
                        break
                waiting.popleft()
                begin()
        finally:
            stop.set()
            executor.shutdown(wait=True, cancel_futures=True)

    def judge(self, document: Document, *, profiles: Sequence[str]) -> Report:
        """What the shapes say about the document's own RDF, before any mapping; nothing is kept."""
        self._begin(profiles)
        try:
            for header, _ in self._pool.run("judge", *self._request(document, {"profiles": list(profiles)})):
                report = report_from_dict(header["report"])
                return self._with_terms(report, unpacked_uses(header["term_uses"]), source=document.name)
        except QueryTimeout as error:
            raise _too_slow(document, error) from error
        raise DocumentTooSlow(f"{document.name} could not be judged.", source=document.name)

    def judge_by(self, document: Document, *, shapes: Document) -> Report:
        """What the shapes of another document say about a document's own RDF; nothing is kept."""
        header, blobs = self._request(document, {})
        header["shapes"], more = self._request(shapes, {})
        try:
            answer, _ = self._pool.call("judge-by", header, [*blobs, *more])
        except QueryTimeout as error:
            raise _too_slow(document, error) from error
        return replace(report_from_dict(answer["report"]), every_result_counts=True)

    def statements(self, document: Document) -> bytes:
        """A document's own RDF as N-Triples, before any mapping."""
        try:
            _, blobs = self._pool.call("statements", *self._request(document, {}))
        except QueryTimeout as error:
            raise _too_slow(document, error) from error
        return blobs[0]

    def _run(
        self,
        document: Document,
        asked: Mapping[str, Any],
        queue: Queue[Intake],
        stop: Event,
    ) -> None:
        last = Intake(document=document.name, done=True)
        try:
            for header, blobs in self._pool.run("prepare", *self._request(document, asked)):
                if "error" in header:
                    part = Intake(document=document.name, refusals=(from_dict(header["error"]),))
                else:
                    read = unpacked(header["record"], blobs[0])
                    report = self._with_terms(read.report, read.term_uses, source=read.source)
                    part = Intake(document=document.name, records=(replace(read, report=report),))
                if not _handed_over(part, queue, stop):
                    return
        except QueryTimeout as error:
            last = Intake(document=document.name, refusals=(_too_slow(document, error),), done=True)
        except ImagegraphError as error:
            last = Intake(document=document.name, refusals=(error,), done=True)
        except Exception as error:
            refusal = ImagegraphError(f"{document.name} could not be read: {error!r}.", source=document.name)
            last = Intake(document=document.name, refusals=(refusal,), done=True)
        _handed_over(last, queue, stop)

    def _request(self, document: Document, asked: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        header = {
            "name": document.name, "media_type": document.media_type, "format": document.format,
            "path": str(document.path) if document.path else None, "base": self._base, "record": None,
            "namespace": None, "profiles": [], "document_bytes": self._document_bytes, **asked,
        }  # fmt: skip
        return header, [document.content] if document.content or document.path is None else []

    def _with_terms(self, report: Report, uses: Sequence[TermUse], *, source: str) -> Report:
        """A report with what the index says about the terms."""
        if self._terms is None or not uses:
            return report
        told = self._terms.findings(uses, profiles=report.profiles)
        if not told:
            return report
        findings = (*report.findings, *(replace(finding, source=source) for finding in told))
        return Report(sorted_findings(findings), report.profiles)

    def _begin(self, profiles: Sequence[str]) -> None:
        for name in profiles:
            if name not in self._profiles:
                raise NotFound(
                    f"There is no profile {name!r}. Known: {', '.join(self._profiles)}.", profile=name
                )
        if self._terms is not None:
            self._terms.begin()


def _handed_over(part: Intake, queue: Queue[Intake], stop: Event) -> bool:
    """Put a part where the reader will find it; False when the reader has left."""
    while not stop.is_set():
        try:
            queue.put(part, timeout=0.5)
        except Full:
            continue
        return True
    return False


def _too_slow(document: Document, error: ImagegraphError) -> DocumentTooSlow:
    return DocumentTooSlow(
        f"{document.name} needed more time or memory than one document may take ({error.detail}) "
        "Split it, or raise IMAGEGRAPH_INTAKE_SECONDS or IMAGEGRAPH_INTAKE_MEMORY_MB.",
        source=document.name,
    )
