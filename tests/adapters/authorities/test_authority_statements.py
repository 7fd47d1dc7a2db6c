"""What RDF cannot hold, and what is nobody's business, is left out of statements."""

from __future__ import annotations

import json

import pytest

from imagegraph.adapters.authorities.privacy import public_body
from imagegraph.adapters.authorities.statements import Statements
from imagegraph.model.rdf import RDFS, SCHEMA


@pytest.mark.parametrize(
    "address", ["https://[", "https://example.org/%zz", "not one", "mailto:ada@example.org", ""]
)
def test_a_link_to_nowhere_is_left_out(address: str) -> None:
    """No statement, and no exception."""
    statements = Statements("https://example.org/a")
    assert statements.link(SCHEMA.url, address) is None
    assert statements.all() == ()


@pytest.mark.parametrize("language", ["a", "en-x", "en-1", "not one"])
def test_an_odd_language_is_left_out(language: str) -> None:
    """The text is kept without it."""
    statements = Statements("https://example.org/a")
    statements.text(RDFS.label, "Labor", language=language)
    (triple,) = statements.all()
    assert str(triple.object.value) == "Labor"  # type: ignore[union-attr]


def test_a_label_keeps_no_mail_address() -> None:
    """Neither in texts nor in labels of links."""
    statements = Statements("https://example.org/a")
    statements.text(RDFS.label, "ada@example.org")
    statements.link(SCHEMA.url, "https://example.org/b", label="Ada ada@example.org")
    assert "@" not in "".join(str(triple) for triple in statements.all())


@pytest.mark.parametrize(
    "text", ["Contact:\nada@example.org", "\tada@example.org", "ä\u00e9ada@example.org", '"ada@example.org"']
)
def test_json_without_mail_addresses_stays_json(text: str) -> None:
    """An escape before the address keeps its letter."""
    for ascii_only in (True, False):
        body = json.dumps({"text": text}, ensure_ascii=ascii_only).encode()
        assert "@" not in json.loads(public_body(body))["text"]
