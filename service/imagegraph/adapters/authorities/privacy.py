"""Texts without mail addresses: what authorities publish about people is not passed on.

Registries mix contact addresses into fields of every kind, descriptions and web addresses among them.
"""

from __future__ import annotations

import re
from typing import Any

from imagegraph.adapters.authorities.values import objects, text

#: entries of one list that are read
MOST_LISTED = 1_000
#: from the @ on; bounded, because answers are large and may hold anything
_DOMAIN = re.compile(r"@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w-])")
#: characters that no mailbox name holds without quotes
_DELIMITERS = frozenset(" \t\r\n<>()[]{}\"',;:@/\\=&?")
_LONGEST_NAME = 64
_SCHEME = "mailto:"
#: characters that are no part of any text: RDF could hold them, most other formats cannot
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff]")


def has_mail(text_: str) -> bool:
    """Whether a text names a mail address.

    >>> has_mail("ask ada@example.org"), has_mail("Plan-Apochromat 63x@1.4NA")
    (True, False)
    """
    return without_mail(text_) != text_


def without_mail(text_: str) -> str:
    """A text whose mail addresses are cut out.

    >>> without_mail("Write to ada@example.org for access.")
    'Write to  for access.'
    """
    kept: list[str] = []
    end = 0
    for domain in _DOMAIN.finditer(text_):
        begin = domain.start()
        first = max(end, begin - _LONGEST_NAME)
        while begin > first and text_[begin - 1] not in _DELIMITERS:
            begin -= 1
        if begin < domain.start() and text_[begin - 1 : begin] == "\\":
            begin += 5 if text_[begin] == "u" else 1  # the letter of an escape in JSON
        if begin >= domain.start():
            continue
        if text_[end:begin].lower().endswith(_SCHEME):
            begin -= len(_SCHEME)
        kept.append(text_[end:begin])
        end = domain.end()
    return "".join((*kept, text_[end:]))


def public_text(value: Any) -> str:
    """A text in one line, without mail addresses and control characters; empty for anything else."""
    return " ".join(_CONTROLS.sub("", without_mail(text(value))).split())


def public_texts(value: Any) -> tuple[str, ...]:
    """The texts of a list, or of a single text, without empty ones, each once."""
    values = value[:MOST_LISTED] if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(found for found in map(public_text, values) if found))


def listed(value: Any) -> list[dict[str, Any]]:
    """The objects of a list, or a single one as a list; of very long lists the beginning."""
    return objects(value[:MOST_LISTED] if isinstance(value, list) else value)


def public_body(body: bytes) -> bytes:
    """An answer as it came, but without mail addresses."""
    return without_mail(body.decode("latin-1")).encode("latin-1")
