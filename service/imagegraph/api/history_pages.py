"""The page that shows what changed between two versions of a record."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from imagegraph.api import pages
from imagegraph.model.rdf import Literal, from_ntriples
from imagegraph.model.records import RecordSummary
from imagegraph.operations.describe import label_of
from imagegraph.operations.history.difference import Change, Difference
from imagegraph.operations.services import Services


def difference(
    services: Services,
    summary: RecordSummary,
    found: Difference,
    *,
    shown: Sequence[Change],
    next_page: str | None,
) -> bytes:
    """Statements that came and went, by the thing they are about.

    Args:
        shown: the changes of this page.
        next_page: where more are.
    """
    groups = [
        {"name": _name(subject, found), "rows": [_row(change) for change in changes]}
        for subject, changes in groupby(shown, key=lambda change: change.subject)
    ]
    return pages.page(
        services, "difference.html", summary=summary, found=found, groups=groups, next_page=next_page
    )


def _name(subject: str, found: Difference) -> str:
    iri = subject.strip("<>")
    if iri == found.after.about:
        return (found.after.title or iri) if not found.after.deleted else iri
    return iri.removeprefix(found.iri) or iri


def _row(change: Change) -> dict[str, Any]:
    triple = next(from_ntriples(change.line.encode()))
    iri = change.object[1:-1] if change.object.startswith("<") else None
    literal = triple.object if isinstance(triple.object, Literal) else None
    return {
        "kind": change.kind, "label": label_of(triple.predicate.value), "predicate": triple.predicate.value,
        "iri": iri, "text": literal.value if literal else iri, "language": literal.language if literal else None,
    }  # fmt: skip
