"""Judging many documents as they are, several at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from imagegraph.errors import NotFound, Refusal
from imagegraph.model.records import Document
from imagegraph.model.reports import Report
from imagegraph.operations.outcomes import refusal_finding
from imagegraph.ports.workers import Preparer


def judged(
    documents: Sequence[Document], *, preparer: Preparer, profiles: Sequence[str], at_once: int
) -> Iterator[Report]:
    """One report per document, in their order; a document that cannot be read has one violation saying why.

    Args:
        at_once: how many are judged at the same time: the number of workers, so that none waits for one.

    Raises:
        NotFound: a profile has an unknown name.
    """

    def one(document: Document) -> Report:
        try:
            report = preparer.judge(document, profiles=profiles)
        except NotFound:
            raise
        except Refusal as error:
            return Report((refusal_finding(error, source=document.name),), tuple(profiles))
        return Report(
            tuple(replace(f, source=f.source or document.name) for f in report.findings), report.profiles
        )

    executor = ThreadPoolExecutor(max_workers=at_once)
    try:
        yield from executor.map(one, documents)
    finally:
        executor.shutdown(wait=True, cancel_futures=True)
