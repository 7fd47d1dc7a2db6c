"""YAML 1.2 (https://yaml.org/spec/1.2.2/, core schema) as JSON-like values, safely and without surprises.

`no`, `12:30` and `2024-05-01` stay text; numbers remember how they were written; a key may stand only once;
aliases may not multiply a small file into a large one; other tags than those of the core schema are refused.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from imagegraph.adapters.importers.limits import MAX_DEPTH, check_literal
from imagegraph.errors import DocumentTooDeep, ForbiddenConstruct, MalformedDocument

#: nodes that all aliases of a document together may stand for
MAX_ALIASED = 10_000

_TAG = "tag:yaml.org,2002:"
_NULL = re.compile(r"~|null|Null|NULL|")
_BOOLEAN = re.compile(r"true|True|TRUE|false|False|FALSE")
_INTEGER = re.compile(r"[-+]?[0-9]{1,400}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


class WrittenInteger(int):
    """A whole number with the spelling of the file (`007`)."""

    text: str


class WrittenFloat(float):
    """A number with the spelling of the file (`1.40`)."""

    text: str


@dataclass
class _Frame:
    """A list or mapping that is being filled; `size` counts its nodes, those of aliases included."""

    value: Any
    anchor: str | None
    size: int = 1
    key: str | None = None
    keys: set[str] = field(default_factory=set)


def yaml_of(text: str, *, source: str) -> list[Any]:
    """The documents of a YAML stream.

    Raises:
        MalformedDocument: not YAML, a key that stands twice or is no text, an unknown or endless alias;
            with `line` and `column`.
        ForbiddenConstruct: tags that ask for objects, aliases that multiply.
        DocumentTooDeep: more than `MAX_DEPTH` levels.
    """
    builder = _Builder(source)
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if "nesting depth" in str(error.problem):  # libyaml counts too, from 0.2.6 on, and looks ahead
            raise _too_deep(mark, source) from None
        raise _malformed(f"Not valid YAML: {error.problem or error.context}", mark, source) from None
    except yaml.YAMLError as error:
        raise MalformedDocument(f"Not valid YAML: {error}.", source=source) from None
    return builder.documents


class _Builder:
    def __init__(self, source: str) -> None:
        self.source = source
        self.documents: list[Any] = []
        self.frames: list[_Frame] = []
        self.anchors: dict[str, tuple[Any, int] | None] = {}
        self.aliased = 0

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.anchors = {}
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self.open(event, {} if isinstance(event, yaml.MappingStartEvent) else [])
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            frame = self.frames.pop()
            if frame.anchor is not None:
                self.anchors[frame.anchor] = (frame.value, frame.size)
            self.place(frame.value, frame.size, event.start_mark)
        elif isinstance(event, yaml.ScalarEvent):
            value = self.scalar(event)
            if event.anchor is not None:
                self.anchors[event.anchor] = (value, 1)
            self.place(value, 1, event.start_mark)
        elif isinstance(event, yaml.AliasEvent):
            self.alias(event)

    def open(self, event: Any, value: Any) -> None:
        if event.tag not in (None, "!", f"{_TAG}map", f"{_TAG}seq"):
            raise self.forbidden_tag(event)
        if len(self.frames) >= MAX_DEPTH:
            raise _too_deep(event.start_mark, self.source)
        if event.anchor is not None:
            self.anchors[event.anchor] = None
        self.frames.append(_Frame(value, event.anchor))

    def alias(self, event: Any) -> None:
        known = self.anchors.get(event.anchor)
        if known is None:
            what = "stands inside what it names" if event.anchor in self.anchors else "names nothing"
            raise _malformed(f"The alias *{event.anchor} {what}", event.start_mark, self.source)
        value, size = known
        self.aliased += size
        if self.aliased > MAX_ALIASED:
            raise ForbiddenConstruct(
                f"The aliases of the document stand for more than {MAX_ALIASED} values. Write them out.",
                source=self.source,
                line=event.start_mark.line + 1,
            )
        self.place(value, size, event.start_mark)

    def place(self, value: Any, size: int, mark: Any) -> None:
        if not self.frames:
            self.documents.append(value)
            return
        frame = self.frames[-1]
        frame.size += size
        if isinstance(frame.value, list):
            frame.value.append(value)
        elif frame.key is None:
            if isinstance(value, (dict, list)) or value is None:
                raise _malformed("A key has to be a word", mark, self.source)
            key = getattr(value, "text", None) or str(value)
            if key in frame.keys:
                raise _malformed(f"The key {key!r} stands twice in one mapping", mark, self.source)
            frame.keys.add(key)
            frame.key = key
        else:
            frame.value[frame.key] = value
            frame.key = None

    def scalar(self, event: Any) -> Any:
        text: str = event.value
        check_literal(text, source=self.source, line=event.start_mark.line + 1)
        tag = event.tag
        if tag is None or tag == "!":
            return _plain(text) if event.implicit[0] and tag is None else text
        convert = _TAGGED.get(tag)
        if convert is None:
            raise self.forbidden_tag(event)
        try:
            return convert(text)
        except ValueError:
            raise _malformed(
                f"{text!r} is no {tag.removeprefix(_TAG)}", event.start_mark, self.source
            ) from None

    def forbidden_tag(self, event: Any) -> ForbiddenConstruct:
        return ForbiddenConstruct(
            f"The tag {event.tag} at line {event.start_mark.line + 1} is never followed. Leave it out.",
            source=self.source,
            line=event.start_mark.line + 1,
            value=event.tag,
        )


def _plain(text: str) -> Any:
    if _NULL.fullmatch(text):
        return None
    if _BOOLEAN.fullmatch(text):
        return text[0] in "tT"
    if _INTEGER.fullmatch(text):
        return _integer(text)
    return _float(text) if _FLOAT.fullmatch(text) and math.isfinite(float(text)) else text


def _integer(text: str) -> WrittenInteger:
    number = WrittenInteger(text)
    number.text = text
    return number


def _float(text: str) -> WrittenFloat:
    number = WrittenFloat(text)
    number.text = text
    return number


_TAGGED: dict[str, Callable[[str], Any]] = {
    f"{_TAG}str": str,
    f"{_TAG}int": _integer,
    f"{_TAG}float": _float,
    f"{_TAG}bool": _plain,
    f"{_TAG}null": _plain,
}


def _malformed(what: str, mark: Any, source: str) -> MalformedDocument:
    if mark is None:
        return MalformedDocument(f"{what}.", source=source)
    line, column = mark.line + 1, mark.column + 1
    return MalformedDocument(
        f"{what}, at line {line}, column {column}.", source=source, line=line, column=column
    )


def _too_deep(mark: Any, source: str) -> DocumentTooDeep:
    return DocumentTooDeep(
        f"The document is nested more than {MAX_DEPTH} levels deep.",
        source=source, limit=MAX_DEPTH, line=mark.line + 1,
    )  # fmt: skip
