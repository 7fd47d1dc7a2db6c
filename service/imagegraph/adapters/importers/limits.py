"""Limits that only the content shows: depth of JSON and XML, sizes inside archives, text that is no UTF-8.

Time and memory are limited by the sandbox around the importer; these checks refuse what would kill it.
JSON-LD nested 2,000 deep ends the process (measured); 64 is far beyond any real document.
"""

from __future__ import annotations

import json
import lzma
import math
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn
from xml.parsers import expat

from imagegraph.errors import (
    DocumentTooDeep,
    DocumentTooLarge,
    EmptyDocument,
    ForbiddenConstruct,
    MalformedDocument,
)

#: levels of nested objects, arrays or elements
MAX_DEPTH = 64
#: bytes of one member of an archive once it is unpacked
MAX_UNPACKED = 100_000_000
#: unpacked bytes per packed byte
MAX_RATIO = 200

#: more opened brackets in a row than may be nested, which may still stand inside a text
_MANY_OPEN = re.compile(r"(?:[\[(][^\[\]()]*)" + f"{{{MAX_DEPTH + 1}}}")
#: what can hide brackets in Turtle, and the brackets themselves
_TURTLE_TOKEN = re.compile(
    r"\"\"\"(?:[^\\]|\\.)*?\"\"\"|\'\'\'(?:[^\\]|\\.)*?\'\'\'|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|<[^<>\s]*>"
    r"|#[^\n]*|[\[\]()]",
    re.DOTALL,
)
#: what reading an archive can raise that is damaged, of an unknown kind, or means harm
ARCHIVE_ERRORS = (
    zipfile.BadZipFile, OSError, EOFError, RuntimeError, ValueError, struct.error, zlib.error, lzma.LZMAError,
)  # fmt: skip
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def text_of(content: bytes, *, source: str) -> str:
    """The text of UTF-8 bytes, without a byte order mark.

    Raises:
        EmptyDocument: nothing but white space.
        MalformedDocument: not UTF-8, or with NUL characters; `extra["offset"]` is the first bad byte.
    """
    try:
        text = content.removeprefix(_BYTE_ORDER_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        raise MalformedDocument(
            f"The text is not UTF-8: byte {error.start} cannot be read. Save the file as UTF-8.",
            source=source,
            offset=error.start,
        ) from None
    if not text.strip():
        raise EmptyDocument("There is nothing in the document.", source=source)
    nul = content.find(b"\x00")
    if nul >= 0:
        raise MalformedDocument(
            f"There is a NUL character (U+0000) at byte {nul}, so this is no text. Is it another kind of file?",
            source=source,
            offset=nul,
            line=content.count(b"\n", 0, nul) + 1,
        )
    return text


def check_literal(text: str, *, source: str, **where: int | str) -> None:
    """Refuse the character U+0000, which escapes can write but most tools cut texts at.

    Raises:
        MalformedDocument: it occurs.
    """
    if "\x00" in text:
        shown = text.replace("\x00", "\\0")[:80]
        raise MalformedDocument(
            f"The text “{shown}” holds the character U+0000, which no text may have. Leave it out.",
            source=source,
            **where,
        )


def json_of(content: bytes, *, source: str) -> Any:
    """The value of a JSON document (RFC 8259) with unique keys and bounded depth.

    Raises:
        EmptyDocument: nothing but white space.
        MalformedDocument: not JSON, or one object has a key twice; with `line` and `column`.
        DocumentTooDeep: more than `MAX_DEPTH` levels.
    """
    text = text_of(content, source=source)
    try:
        value = json.loads(
            text, object_pairs_hook=_object_of, parse_constant=_refuse_constant, parse_float=_finite
        )
    except RecursionError:
        raise _too_deep(source) from None
    except json.JSONDecodeError as error:
        raise MalformedDocument(
            f"Not valid JSON: {error.msg} at line {error.lineno}, column {error.colno}.",
            source=source,
            line=error.lineno,
            column=error.colno,
        ) from None
    except ValueError as error:
        raise MalformedDocument(f"Not valid JSON: {error}.", source=source) from None
    check_depth(value, source=source)
    if "\\u" in text:
        _check_characters(value, source=source)
    return value


def check_depth(value: Any, *, source: str) -> None:
    """Refuse a JSON or YAML value that is nested deeper than `MAX_DEPTH`.

    Raises:
        DocumentTooDeep: it is.
    """
    level = _containers([value])
    for _ in range(MAX_DEPTH):
        level = _containers(
            child for node in level for child in (node.values() if isinstance(node, dict) else node)
        )
        if not level:
            return
    raise _too_deep(source)


def check_brackets(text: str, *, source: str) -> None:
    """Refuse Turtle or TriG whose `[` and `(` are nested deeper than `MAX_DEPTH`; the parser would crash.

    Raises:
        DocumentTooDeep: it is; with `line`.
    """
    if not _MANY_OPEN.search(text):
        return
    depth = 0
    for token in _TURTLE_TOKEN.finditer(text):
        if token[0] in "[(":
            depth += 1
            if depth > MAX_DEPTH:
                raise _too_deep(source, line=text.count("\n", 0, token.start()) + 1)
        elif token[0] in "])":
            depth -= 1


def check_xml(content: bytes, *, source: str) -> None:
    """Refuse XML with a document type, with entities of its own, or nested deeper than `MAX_DEPTH`.

    Raises:
        EmptyDocument: nothing but white space.
        ForbiddenConstruct: `<!DOCTYPE` or `<!ENTITY` occurs anywhere (billion laughs, XXE).
        DocumentTooDeep: too many levels.
        MalformedDocument: not well-formed, or not UTF-8.
    """
    text_of(content, source=source)
    for forbidden in (b"<!DOCTYPE", b"<!ENTITY"):
        position = content.upper().find(forbidden)
        if position >= 0:
            raise ForbiddenConstruct(
                f"{forbidden.decode()} in XML is never read. Write out what its entities stand for.",
                source=source,
                line=content.count(b"\n", 0, position) + 1,
            )
    parser = expat.ParserCreate("utf-8")
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise _too_deep(source, line=parser.CurrentLineNumber)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise MalformedDocument(
            f"Not well-formed XML: {expat.errors.messages[error.code]} at line {error.lineno}, "
            f"column {error.offset + 1}.",
            source=source,
            line=error.lineno,
            column=error.offset + 1,
        ) from None


def check_member_names(archive: zipfile.ZipFile, *, source: str) -> None:
    """Refuse an archive with members that would land outside the folder it is unpacked to, or on each other.

    Raises:
        ForbiddenConstruct: an absolute path, a drive letter, a backslash or `..`.
        MalformedDocument: two members of one name; each program would take another one.
    """
    seen: set[str] = set()
    for name in archive.namelist():
        if name in seen:
            raise MalformedDocument(
                f"The archive holds two members of the name {name!r}. Pack the folder again.",
                source=source,
                path=name,
            )
        seen.add(name)
        parts = name.split("/")
        if name.startswith("/") or "\\" in name or ".." in parts or ":" in parts[0]:
            raise ForbiddenConstruct(
                f"The archive holds a member whose name leaves the archive: {name!r}. Pack the folder again.",
                source=source,
                path=name,
            )


def read_member(archive: zipfile.ZipFile, name: str, *, source: str) -> bytes:
    """The bytes of one member, within the limits of size and ratio whatever its header says.

    Raises:
        DocumentTooLarge: it unpacks to more than `MAX_UNPACKED` bytes or `MAX_RATIO` times its size.
        MalformedDocument: encrypted, damaged, or packed in an unknown way.
    """
    entry = archive.getinfo(name)
    if entry.flag_bits & 1:
        raise MalformedDocument(
            f"{name} is encrypted; hand in an archive without a password.", source=source, path=name
        )
    limit = min(MAX_UNPACKED, max(entry.compress_size, 1) * MAX_RATIO)
    try:
        with archive.open(entry) as stream:
            content = b"" if entry.file_size > limit else stream.read(limit + 1)
    except ARCHIVE_ERRORS as error:
        raise MalformedDocument(f"{name} cannot be unpacked: {error}.", source=source, path=name) from None
    if entry.file_size > limit or len(content) > limit:
        raise DocumentTooLarge(
            f"{name} unpacks to more than {limit} bytes. Hand in the unpacked file instead.",
            source=source,
            path=name,
            limit=limit,
        )
    return content


def _containers(values: Iterable[Any]) -> list[Any]:
    return [value for value in values if isinstance(value, (dict, list))]


def _object_of(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the key {twice!r} stands twice in one object")
    return found


def _check_characters(value: Any, *, source: str) -> None:
    """Refuse what escapes can write but no text can hold: half of a surrogate pair, and U+0000."""
    try:
        written = json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        raise MalformedDocument(
            "A \\u escape stands for half a character (a lone surrogate).", source=source
        ) from None
    if b"\\u0000" in written:
        for text in _texts(value):
            check_literal(text, source=source)


def _texts(value: Any) -> Iterator[str]:
    """Every text and key of a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def _finite(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise ValueError(f"the number {text[:40]} is too large")
    return number


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def _too_deep(source: str, **where: int) -> DocumentTooDeep:
    return DocumentTooDeep(
        f"The document is nested more than {MAX_DEPTH} levels deep.", source=source, limit=MAX_DEPTH, **where
    )
