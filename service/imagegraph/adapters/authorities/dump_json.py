"""JSON that is too large to be held in memory: the entries of one array, or one entry in each line."""

from __future__ import annotations

import json
from codecs import getincrementaldecoder
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from imagegraph.errors import MalformedDocument

#: characters of the largest entry
LONGEST_ENTRY = 16_000_000
_CHUNK = 1 << 20
_SPACE = " \t\r\n"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry.

    Attributes:
        place: where it is, for people: "entry 12", "line 7".
        text: as it is written.
        value: what it says; None when it is not JSON.
    """

    place: str
    text: str
    value: Any


def entries_of_array(stream: IO[bytes], *, name: str) -> Iterator[Entry]:
    """The objects of an array.

    Raises:
        MalformedDocument: it is no array of objects, or ends too early; what came before was handed out.
    """
    window = _Window(stream)
    decoder = json.JSONDecoder()
    number = 0
    if window.next() != "[":
        raise MalformedDocument(f"{name} does not begin with “[”: it is no list of records.", source=name)
    window.at += 1
    while (sign := window.next()) != "]":
        if number:
            if sign != ",":
                raise _broken(name, number, "is not followed by a comma or the end of the list")
            window.at += 1
            sign = window.next()
        number += 1
        if sign != "{":
            raise _broken(name, number, "is no object" if sign else "is missing: the file ends too early")
        while True:
            try:
                value, end = decoder.raw_decode(window.text, window.at)
                break
            except RecursionError:
                raise _broken(name, number, "is nested too deeply") from None
            except ValueError as error:
                if len(window.text) - window.at > LONGEST_ENTRY:
                    raise _broken(
                        name, number, f"is longer than {LONGEST_ENTRY:,} characters, or broken"
                    ) from error
                if not window.more():
                    raise _broken(name, number, f"is not valid JSON, or cut off ({error})") from error
        yield Entry(place=f"entry {number:,}", text=window.text[window.at : end], value=value)
        window.at = end
    window.at += 1
    if window.next():
        raise MalformedDocument(f"{name} has something after the end of the list.", source=name)


def entries_of_lines(stream: IO[bytes]) -> Iterator[Entry]:
    """The entries of JSON Lines (https://jsonlines.org/); one that is no JSON has the value None."""
    for number, line in enumerate(_lines(stream), start=1):
        if line is None or line.strip():
            text, value = _parsed(line or b"")
            yield Entry(place=f"line {number:,}", text=text, value=value)


def _lines(stream: IO[bytes]) -> Iterator[bytes | None]:
    """The lines; None for one that is too long."""
    while line := stream.readline(LONGEST_ENTRY):
        if line.endswith(b"\n") or len(line) < LONGEST_ENTRY:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_ENTRY)
        yield None


def _parsed(line: bytes) -> tuple[str, Any]:
    try:
        text = line.decode("utf-8-sig").strip()
        return text, json.loads(text)
    except (ValueError, RecursionError):
        return "", None


class _Window:
    """The part of a text that is being looked at."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._decoder = getincrementaldecoder("utf-8-sig")()
        self.text = ""
        self.at = 0

    def more(self) -> bool:
        """Read on, forgetting what is behind; False at the end."""
        part = self._stream.read(_CHUNK)
        self.text = self.text[self.at :] + self._decoder.decode(part, final=not part)
        self.at = 0
        return bool(part)

    def next(self) -> str:
        """The next character that is no space, which stays; empty at the end."""
        while True:
            while self.at < len(self.text):
                if self.text[self.at] not in _SPACE:
                    return self.text[self.at]
                self.at += 1
            if not self.more():
                return ""


def _broken(name: str, number: int, what: str) -> MalformedDocument:
    return MalformedDocument(f"{name}: entry {number:,} {what}.", source=name, entry=number)
