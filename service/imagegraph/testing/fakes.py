"""Doubles of ports that fail on demand, to see what a caller makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from imagegraph.model.records import Document
from imagegraph.model.reports import Report
from imagegraph.ports.workers import Intake, Query, QueryAnswer


class FailingQueryRunner:
    """Implements `ports.workers.QueryRunner`; every query ends with the same error."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def run(self, query: Query) -> QueryAnswer:
        """Fail."""
        raise self._error


class FailingPreparer:
    """Implements `ports.workers.Preparer`; every document ends with the same error."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def prepare(
        self, documents: Sequence[Document], *, profiles: Sequence[str], record: str | None = None,
        namespace: str | None = None,
    ) -> Iterator[Intake]:  # fmt: skip
        """Fail."""
        raise self._error

    def judge(self, document: Document, *, profiles: Sequence[str]) -> Report:
        """Fail."""
        raise self._error

    def judge_by(self, document: Document, *, shapes: Document) -> Report:
        """Fail."""
        raise self._error

    def statements(self, document: Document) -> bytes:
        """Fail."""
        raise self._error
