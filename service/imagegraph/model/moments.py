"""Points in time as people and programs write them (ISO 8601), in the one spelling that the journal has."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from email.utils import format_datetime, parsedate_to_datetime

from imagegraph.errors import BadParameter

#: `+` of an offset that was not percent-encoded arrives as a space
_LOST_PLUS = re.compile(r"(?<=\d) (?=\d\d:?\d\d$)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{8}|\d{4}-?W\d\d-?\d")
_LONGEST = 40


def parse_moment(text: str, *, parameter: str = "asOf") -> str:
    """A moment in UTC with milliseconds and `Z`; a day stands for its last moment, no offset for UTC.

    >>> parse_moment("2025-03-11")
    '2025-03-11T23:59:59.999Z'
    >>> parse_moment("2025-03-11T10:00:00+01:00")
    '2025-03-11T09:00:00.000Z'

    Args:
        parameter: what the refusal calls it.

    Raises:
        BadParameter: it is neither.
    """
    try:
        if len(text) > _LONGEST:
            raise ValueError
        return spelled(_moment(_LOST_PLUS.sub("+", text.strip())))
    except (ValueError, OverflowError):
        raise BadParameter(
            f"{parameter} must be a moment such as 2025-03-11T09:30:00Z or a day such as 2025-03-11, "
            f"not {text[:_LONGEST]!r}.",
            parameter=parameter,
            value=text[:_LONGEST],
        ) from None


def parse_instant(text: str, *, parameter: str) -> str:
    """A moment in UTC with milliseconds and `Z`; a day stands for its first moment, no offset for UTC.

    >>> parse_instant("2027-03-01", parameter="public_from")
    '2027-03-01T00:00:00.000Z'

    Args:
        parameter: what the refusal calls it.

    Raises:
        BadParameter: it is neither.
    """
    found = parse_moment(text, parameter=parameter)
    return f"{found[:10]}T00:00:00.000Z" if _DAY.fullmatch(text.strip()) else found


def parse_http_date(text: str, *, parameter: str) -> str:
    """A date of an HTTP header (RFC 9110 §5.6.7), which names a whole second, as the last moment of it.

    Raises:
        BadParameter: it is none.
    """
    try:
        moment = parsedate_to_datetime(text).replace(microsecond=999_000)
        return spelled(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
    except (ValueError, TypeError, IndexError, OverflowError):
        raise BadParameter(
            f"{parameter} must be a date such as Tue, 11 Mar 2025 09:30:00 GMT, not {text[:_LONGEST]!r}.",
            parameter=parameter,
            value=text[:_LONGEST],
        ) from None


def http_date(moment: str) -> str:
    """A moment of the journal as a date of an HTTP header.

    >>> http_date("2025-03-11T09:30:00.250Z")
    'Tue, 11 Mar 2025 09:30:00 GMT'
    """
    return format_datetime(datetime.fromisoformat(moment), usegmt=True)


def utc_now() -> str:
    """The time now, UTC, ISO 8601 with milliseconds and `Z`."""
    return spelled(datetime.now(UTC))


def spelled(moment: datetime) -> str:
    """A moment with its offset, in the spelling of the journal.

    Raises:
        OverflowError: it is before the year 1 or after the year 9999 in UTC.
    """
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _moment(text: str) -> datetime:
    if _DAY.fullmatch(text):
        return datetime.combine(date.fromisoformat(text), time.max, tzinfo=UTC)
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
