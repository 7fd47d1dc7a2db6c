"""Forms with files (`multipart/form-data`, RFC 7578), read from a body that is in memory already."""

from __future__ import annotations

import re
from dataclasses import dataclass

from imagegraph.errors import MalformedDocument

_BOUNDARY = re.compile(r'boundary=(?:"([^"\r\n]{1,70})"|([^\s;,"]{1,70}))', re.IGNORECASE)
_NAME = re.compile(r'(?:^|;)\s*name="?([^";]*)"?', re.IGNORECASE)
_FILENAME = re.compile(r'(?:^|;)\s*filename="?([^";]*)"?', re.IGNORECASE)
_MOST_PARTS = 100
#: what programs say of a file when they know nothing of it
_UNTOLD = ("", "application/octet-stream", "text/plain")
FORM = "multipart/form-data"


@dataclass(frozen=True)
class Part:
    """One field of a form.

    Attributes:
        name: of the field.
        filename: of the file, empty when there is none.
        media_type: what the sender says it is, lower case, without parameters; empty when nothing.
        content: its bytes.
    """

    name: str
    filename: str
    media_type: str
    content: bytes

    @property
    def told(self) -> str | None:
        """The media type when it says something about the content."""
        return None if self.media_type in _UNTOLD else self.media_type


def parse_form(content: bytes, *, content_type: str) -> list[Part]:
    """The fields of a form, in their order.

    Args:
        content: the body.
        content_type: the header of the same name, which says what stands between the parts.

    Raises:
        MalformedDocument: it is no form, or has more than 100 parts.
    """
    found = _BOUNDARY.search(content_type)
    if found is None:
        raise MalformedDocument(
            "The form has no boundary in its Content-Type, so its parts cannot be told apart."
        )
    boundary = b"\r\n--" + (found[1] or found[2]).encode("latin-1", "replace")
    pieces = (b"\r\n" + content).split(boundary, _MOST_PARTS + 2)
    if len(pieces) < 2 or not pieces[-1].startswith(b"--"):
        raise MalformedDocument(
            f"The form does not end as its Content-Type says, or has more than {_MOST_PARTS} parts. "
            "Was the body cut off?"
        )
    return [_part(piece, number=number) for number, piece in enumerate(pieces[1:-1], start=1)]


def _part(piece: bytes, *, number: int) -> Part:
    head, gap, content = piece.partition(b"\r\n\r\n")
    if not gap:
        raise MalformedDocument(f"Part {number} of the form has no empty line after its headers.")
    headers: dict[str, str] = {}
    for line in head.decode("utf-8", "replace").split("\r\n"):
        key, _, value = line.partition(":")
        headers[key.strip().lower()] = value.strip()
    disposition = headers.get("content-disposition", "")
    name, filename = _NAME.search(disposition), _FILENAME.search(disposition)
    return Part(
        name=name[1] if name else "",
        filename=filename[1] if filename else "",
        media_type=headers.get("content-type", "").partition(";")[0].strip().lower(),
        content=content,
    )
