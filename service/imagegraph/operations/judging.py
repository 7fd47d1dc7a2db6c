"""Judging many documents as they are, several at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from imagegraph.errors import NotFound, Refusal
from imagegraph.model.records import Document
from imagegraph.model.reports import Report
from imagegraph.operations.ingest import refusal_finding
from imagegraph.ports.workers import Preparer

_AT_ONCE = 4


def judged(documents: Sequence[Document], *, preparer: Preparer, profiles: Sequence[str]) -> Iterator[Report]:
    """One report per document, in their order; a document that cannot be read has one violation saying why.

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

    with ThreadPoolExecutor(max_workers=_AT_ONCE) as executor:
        yield from executor.map(one, documents)
