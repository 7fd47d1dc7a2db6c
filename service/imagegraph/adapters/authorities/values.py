"""Values of JSON that nobody has checked: what is not of the expected form counts as absent."""

from __future__ import annotations

import json
from typing import Any

from imagegraph.adapters.authorities.contract import Part, UnreadableAnswer

#: characters of one text that are kept
LONGEST_TEXT = 4_000


def document_of(part: Part) -> Any:
    """The JSON of a part.

    Raises:
        UnreadableAnswer: it is none.
    """
    try:
        return json.loads(part.body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise UnreadableAnswer("sent an answer that is not JSON") from None


def member(value: Any, *path: str) -> Any:
    """The member at a path of keys; None where there is none."""
    for key in path:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def text(value: Any) -> str:
    """A text, or a number as text, in one line; empty for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value)[:LONGEST_TEXT].encode("utf-8", "replace").decode().split())


def texts(value: Any) -> tuple[str, ...]:
    """The texts of a list, or of a single text, without empty ones, each once."""
    values = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(found for found in map(text, values) if found))


def objects(value: Any) -> list[dict[str, Any]]:
    """The objects of a list, or a single object as a list."""
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, dict)]
