"""RDF/XML made harmless before it is parsed: its entities are looked at, and nothing outside is asked for.

OWL files declare internal entities for the beginnings of IRIs, which is legitimate. Entities that call each
other can grow without bound while the parser expands them, so they are expanded here, with a limit.
XML entities: https://www.w3.org/TR/xml/#sec-entity-decl
"""

from __future__ import annotations

import io
import re
from typing import IO

from imagegraph.errors import DocumentTooDeep, ForbiddenConstruct, MalformedDocument

_PROLOG_BYTES = 1_000_000
_MOST_CHARACTERS = 2_000
_MOST_ENTITIES = 2_000
_ROOT = re.compile(rb"<[A-Za-z_]")
_SKIPPED = re.compile(rb"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_DOCTYPE = re.compile(rb"""<!DOCTYPE\s+([^\s\[>]+)([^\[>]*)(?:\[((?:[^\]"']|"[^"]*"|'[^']*')*+)\]\s*)?>""")
_ENTITY = re.compile(rb"""<!ENTITY\s+(%\s*)?([^\s%"']+)\s+(?:"([^"]*)"|'([^']*)')\s*>""", re.DOTALL)
_REFERENCE = re.compile(rb"&([^#;\s&]+);")
_PREDEFINED = {b"amp", b"lt", b"gt", b"quot", b"apos"}
#: elements in elements; reading time grows with the square of it
_DEEPEST = 5_000
#: a comment may follow the end of the root element
_TAIL_BYTES = 4_096
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def guarded(content: IO[bytes], *, source: str) -> IO[bytes]:
    """The same XML with its entities expanded once and for all.

    Raises (also while it is read):
        ForbiddenConstruct: entities that grow, that name a file or an address, or that come late.
    """
    start = b""
    while len(start) < _PROLOG_BYTES:
        block = content.read(8_192)
        start += block
        plain = _SKIPPED.sub(lambda found: b" " * len(found[0]), start)
        begun = _ROOT.search(_DOCTYPE.sub(lambda found: b" " * len(found[0]), plain))
        if begun is not None or not block:
            break
    else:
        raise ForbiddenConstruct(
            f"No element begins in the first {_PROLOG_BYTES:,} bytes of {source}; it was not read.",
            source=source,
        )
    if begun is None:
        raise MalformedDocument(f"{source} ends before its first element begins.", source=source)
    at = begun.start()
    prolog = _normalised(plain[:at], source=source)
    return io.BufferedReader(_Guarded(prolog, start[at:], content, source=source), 1 << 16)


def _normalised(prolog: bytes, *, source: str) -> bytes:
    """The prolog with nothing but entities of plain text."""
    doctype = _DOCTYPE.search(prolog)
    if doctype is None:
        return b""
    declared = {
        found[2]: found[3] or found[4] or b"" for found in _ENTITY.finditer(doctype[3] or b"") if not found[1]
    }
    written = len(re.findall(rb"<!ENTITY", doctype[3] or b""))
    if written != len(declared) or written > _MOST_ENTITIES:
        raise ForbiddenConstruct(
            f"{source} declares entities that are not plain text, twice, or too many; an entity that names a file or an "
            "address is never followed. Replace them by what they stand for.",
            source=source,
        )
    expanded = b"".join(
        b'<!ENTITY %s "%s">\n' % (name, _expanded(name, declared, source=source).replace(b'"', b"&#34;"))
        for name in declared
    )
    return b"<!DOCTYPE %s [\n%s]>\n" % (doctype[1], expanded) if expanded else b""


def _expanded(name: bytes, declared: dict[bytes, bytes], *, source: str) -> bytes:
    value = declared[name]
    for _ in range(10):
        called = [found for found in _REFERENCE.findall(value) if found not in _PREDEFINED]
        if not called or len(value) > _MOST_CHARACTERS:
            break
        value = _REFERENCE.sub(lambda found: declared.get(found[1], found[0]), value)
    else:
        called = [name]
    if len(value) > _MOST_CHARACTERS or called:
        raise ForbiddenConstruct(
            f"The entity {name.decode(errors='replace')!r} of {source} grows to more than {_MOST_CHARACTERS:,} characters "
            "or never ends; the file was not read.",
            source=source,
        )
    return value


class _Guarded(io.RawIOBase):
    """What follows the prolog, watched for declarations that may not stand there, for depth, and for its end."""

    def __init__(self, prolog: bytes, rest: bytes, content: IO[bytes], *, source: str) -> None:
        self._ready = prolog
        self._rest = rest
        self._content = content
        self._source = source
        self._tail = b""
        self._depth = 0
        root = re.match(rb"<([^\s/>]+)[^<>]*(/?)>", rest)
        self._root = root[1] if root and not root[2] else b""
        self._half = b""

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill a buffer; 0 at the end."""
        if not self._ready:
            self._ready = self._rest or self._content.read(len(buffer))
            self._rest = b""
            self._watch(self._ready)
        taken = self._ready[: len(buffer)]
        self._ready = self._ready[len(taken) :]
        buffer[: len(taken)] = taken
        return len(taken)

    def _watch(self, block: bytes) -> None:
        """Refuse what may not be there."""
        seen = self._tail + block
        if _DECLARES.search(seen, max(0, len(self._tail) - 9)):
            raise ForbiddenConstruct(
                f"{self._source} declares entities inside its content; it was not read.", source=self._source
            )
        self._tail = seen[-_TAIL_BYTES:]
        if not block:
            if self._root and re.search(rb"</\s*" + re.escape(self._root) + rb"\s*>", self._tail) is None:
                raise MalformedDocument(
                    f"{self._source} ends before its root element does; it is not the whole file. Fetch it again.",
                    source=self._source,
                )
            return
        counted = self._half + block
        self._half = counted[-1:] if counted[-1:] in (b"<", b"/") else b""
        counted = counted[: len(counted) - len(self._half)]
        ends = counted.count(b"</")
        begins = counted.count(b"<") - ends - counted.count(b"<!") - counted.count(b"<?")
        self._depth += begins - ends - counted.count(b"/>")
        if self._depth > _DEEPEST:
            raise DocumentTooDeep(
                f"{self._source} has more than {_DEEPEST:,} elements inside each other; it was not read.",
                source=self._source,
            )
