"""Proving the audit log: its chain, and that no change of a record lacks its entry."""

from __future__ import annotations

from collections.abc import Iterator

from imagegraph.operations.projection import Problem
from imagegraph.ports.audit import AuditLog
from imagegraph.ports.journal import Journal

_REMEDY = "restore journal.sqlite from a backup, and find out who may write that file"


def audit_problems(audit: AuditLog, journal: Journal) -> Iterator[Problem]:
    """What does not verify: entries that are missing, were altered or do not follow each other, and changes without entry.

    Changes that were accepted before the log was begun have none.
    """
    previous, position, change = "", 0, 0
    for entry in audit.since(0):
        position += 1
        place = f"audit entry {entry.sequence}"
        if entry.sequence != position:
            yield Problem(where=place, what=f"entry {position} is missing", remedy=_REMEDY)
            position = entry.sequence
        if entry.previous_hash != previous:
            yield Problem(where=place, what="does not follow the entry before it", remedy=_REMEDY)
        if entry.hash != entry.expected_hash():
            yield Problem(where=place, what="was altered after it was written", remedy=_REMEDY)
        previous = entry.hash
        if entry.entry is not None:
            if change and entry.entry != change + 1:
                yield Problem(
                    where=place, what=f"tells of journal entry {entry.entry}, expected {change + 1}",
                    remedy=_REMEDY,
                )  # fmt: skip
            change = entry.entry
    if change and change != journal.head:
        yield Problem(
            where="audit log", what=f"ends at journal entry {change}, the journal at {journal.head}",
            remedy=_REMEDY,
        )  # fmt: skip
