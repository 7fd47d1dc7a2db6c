"""Finding versions of a record: by number, by time, by page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from imagegraph.errors import Gone, NotFound
from imagegraph.model.records import RecordSummary, Version
from imagegraph.ports.journal import Journal

#: versions of one page of a history
MOST_VERSIONS = 100


def history_of(journal: Journal, summary: RecordSummary, *, before: int | None = None) -> Sequence[Version]:
    """The versions of a record that are seen, newest first, at most `MOST_VERSIONS`.

    Of a record that became public those before that are not seen by everybody.

    Args:
        before: only versions before this number.
    """
    newest = summary.version if before is None else min(summary.version, before - 1)
    numbers = range(newest, max(0, newest - MOST_VERSIONS), -1)
    found = []
    for number in numbers:
        try:
            found.append(journal.version(summary.id, number))
        except NotFound:
            break
    return found


def first_of(journal: Journal, id: str) -> Version:
    """The oldest version of a record that is seen.

    Raises:
        NotFound: there is no such record.
    """
    found = journal.version(id)
    for number in range(found.number - 1, 0, -1):
        try:
            found = journal.version(id, number)
        except NotFound:
            break
    return found


def get_version_as_of(journal: Journal, id: str, moment: str) -> Version:
    """The version of a record that was current at a moment; a tombstone when it was deleted then.

    Args:
        moment: as `model.moments` spells it.

    Raises:
        NotFound: it was not there yet.
    """
    found = journal.version_at(id, journal.position_at(moment))
    if found is None:
        first = first_of(journal, id)
        raise NotFound(
            f"The record {id!r} was not there yet at {moment}; its first version is of {first.at}.",
            id=id,
            first=first.at,
        )
    return found


def told(version: Version) -> dict[str, Any]:
    """What is shown of a version: when, by whom and why."""
    return {
        "version": version.number, "at": version.at, "agent": version.agent, "reason": version.reason,
        "source": version.source, "format": version.format, "digest": version.digest or None,
        "deleted": version.deleted, "hash": version.hash,
    }  # fmt: skip


def gone(version: Version) -> Gone:
    """The refusal to show a tombstone."""
    return Gone(
        f"The record {version.id!r} was deleted on {version.at} (version {version.number}). "
        f"GET /records/{version.id}/versions lists what it was.",
        id=version.id,
        version=version.number,
    )
