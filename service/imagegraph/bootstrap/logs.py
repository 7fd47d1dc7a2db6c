"""How the log is written: one form for everything that the service and its libraries say, on standard error.

An unexpected error is told by its kind and by where it happened. What it says itself is left out unless the level is
`debug`: messages of errors quote what was read, and that is private.
"""

from __future__ import annotations

import json
import logging
import sqlite3
import sys
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from imagegraph.api.request_ids import REQUEST_ID
from imagegraph.settings import Settings

#: errors that speak of files and of the system, not of what was read
_HARMLESS = (OSError, sqlite3.Error, MemoryError, TimeoutError)
_SERVERS = ("uvicorn", "uvicorn.error", "uvicorn.access", "uvicorn.asgi")

Told = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class JsonFormatter(logging.Formatter):
    """One JSON object for each line (https://jsonlines.org): time, level, logger, message, and what belongs to it."""

    def __init__(self, *, is_frank: bool = False) -> None:
        super().__init__()
        self._is_frank = is_frank

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line: dict[str, Any] = {
            "time": _moment(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if request_id := REQUEST_ID.get():
            line["request_id"] = request_id
        line |= getattr(record, "members", {})
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = _kind(record.exc_info, is_frank=self._is_frank)
            line["where"] = _frames(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


class TextFormatter(logging.Formatter):
    """A line for people, with lines below it where an error happened."""

    def __init__(self, *, is_frank: bool = False) -> None:
        super().__init__()
        self._is_frank = is_frank

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        request_id = REQUEST_ID.get()
        parts = [f"{_moment(record)} {record.levelname.lower():<7} {record.getMessage()}"]
        if request_id:
            parts.append(f" [{request_id}]")
        if record.exc_info and record.exc_info[0] is not None:
            parts.append(f"\n  {_kind(record.exc_info, is_frank=self._is_frank)}")
            parts += [f"\n    {frame}" for frame in _frames(record.exc_info)]
        return "".join(parts)


class _OurHandler(logging.StreamHandler[Any]):
    """Told apart from handlers that somebody else has put there."""


def configure_logging(settings: Settings, *, level: str | None = None) -> None:
    """Send everything to standard error in the form that the settings name; may be called again.

    Args:
        level: instead of the one that the settings name.
    """
    level = (level or settings.log_level).upper()
    is_frank = level == "DEBUG"
    handler = _OurHandler(sys.stderr)
    made = JsonFormatter if settings.log_format == "json" else TextFormatter
    handler.setFormatter(made(is_frank=is_frank))
    root = logging.getLogger()
    for other in [other for other in root.handlers if isinstance(other, _OurHandler)]:
        root.removeHandler(other)
    root.addHandler(handler)
    logging.getLogger("imagegraph").setLevel(level)
    for name in _SERVERS:
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    # its lines hold addresses with their queries; `imagegraph.access` tells of requests
    logging.getLogger("uvicorn.access").propagate = False


def _moment(record: logging.LogRecord) -> str:
    moment = datetime.fromtimestamp(record.created, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _kind(told: Told, *, is_frank: bool) -> str:
    error = told[1]
    name = type(error).__name__
    return f"{name}: {error}" if is_frank or isinstance(error, _HARMLESS) else name


def _frames(told: Told) -> list[str]:
    """Where it happened, the innermost place last; and where what caused it happened, before it."""
    error, found = told[1], list[str]()
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        frames = [
            f"{frame.filename}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(error.__traceback__)
        ]
        found = [*frames, type(error).__name__, *found] if found else frames
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return found
