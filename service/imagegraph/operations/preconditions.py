"""Which version a change is meant for: ETags, If-Match and If-None-Match (https://www.rfc-editor.org/rfc/rfc9110#section-13)."""

from __future__ import annotations

import re

from imagegraph.errors import PreconditionFailed, PreconditionRequired
from imagegraph.model.records import RecordSummary

_SUFFIX = re.compile(r'\.[a-z]+"$')


def etag_of(summary: RecordSummary) -> str:
    """The strong ETag of a record's current version: its number, and a piece of its digest."""
    return f'"{summary.version}-{summary.digest[:12]}"'


def check_precondition(
    known: RecordSummary | None, if_match: str | None, if_none_match: str | None = None
) -> None:
    """Refuse a change that does not say which version it changes, or names another one.

    Args:
        if_match: ETags the caller has seen, `*` for any; None only for a record that is not there.
        if_none_match: `*` when the record must be new, or ETags it must not have.

    Raises:
        PreconditionRequired: the record exists and `if_match` is None.
        PreconditionFailed: the record is at another version, or is there though it must be new.
    """
    if known is None or known.deleted:
        if if_match is not None:
            raise PreconditionFailed("There is no current version of this record that If-Match could name.")
        return
    current = etag_of(known)
    if if_none_match is not None and (if_none_match.strip() == "*" or current in _named_by(if_none_match)):
        raise PreconditionFailed(
            f"There is a record at {known.iri} already (version {known.version}). "
            f"Send If-Match: {current} instead of If-None-Match to replace this version.",
            etag=current,
        )
    if if_match is None:
        raise PreconditionRequired(
            f"The record exists (version {known.version}). Send If-Match: {current} to change this version.",
            etag=current,
        )
    if if_match.strip() != "*" and current not in _named_by(if_match):
        raise PreconditionFailed(
            f"The record is at {current} by now. Fetch it again and repeat your change on that version.",
            etag=current,
        )


def _named_by(header: str) -> list[str]:
    """The versions that a list of ETags names, whatever representation each was handed out with."""
    return [_SUFFIX.sub('"', tag.strip()) for tag in header.split(",")]
