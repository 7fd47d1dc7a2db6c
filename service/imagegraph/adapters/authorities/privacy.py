"""Texts and links without mail addresses: what authorities publish about people is not passed on.

Registries mix contact addresses into fields of every kind, descriptions and web addresses among them.
"""

from __future__ import annotations

import re
from typing import Any

from imagegraph.adapters.authorities.statements import Statements
from imagegraph.adapters.authorities.values import text
from imagegraph.model.rdf import NamedNode

_ADDRESS = r"""(?:mailto:)?[^\s<>()\[\]{}"',;:@/\\=&?]+@(?:[\w-]+\.)+[A-Za-z]{2,}(?![\w-])"""
_MAIL = re.compile(_ADDRESS)
_MAIL_BYTES = re.compile(_ADDRESS.encode())
#: characters that are no part of any text: RDF could hold them, most other formats cannot
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff]")


def has_mail(text_: str) -> bool:
    """Whether a text names a mail address.

    >>> has_mail("ask ada@example.org"), has_mail("Plan-Apochromat 63x@1.4NA")
    (True, False)
    """
    return _MAIL.search(text_) is not None


def public_text(value: Any) -> str:
    """A text in one line, without mail addresses and control characters; empty for anything else."""
    return " ".join(_CONTROLS.sub("", _MAIL.sub("", text(value))).split())


def public_texts(value: Any) -> tuple[str, ...]:
    """The texts of a list, or of a single text, without empty ones, each once."""
    values = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(found for found in map(public_text, values) if found))


def public_body(body: bytes) -> bytes:
    """An answer as it came, but without mail addresses."""
    return _MAIL_BYTES.sub(b"", body)


def add_link(statements: Statements, property: NamedNode, address: str, *, label: str = "") -> str | None:
    """State a link to another thing; its IRI, None when the text is no address that RDF can hold.

    Args:
        address: any spelling of an identifier, or a web address.
        label: what the thing is called.
    """
    if has_mail(address):
        return None
    try:
        return statements.link(property, address, label=label)
    except ValueError:
        return None
