"""Parts as authorities would have answered them, and what was made of them."""

from __future__ import annotations

import json
from typing import Any

from imagegraph.adapters.authorities.contract import Part
from imagegraph.adapters.http import Clock
from imagegraph.model.identifiers import Identifier, identify
from imagegraph.model.rdf import Literal, NamedNode, Triple
from imagegraph.model.resolutions import Thing
from imagegraph.testing.clock import SteppingClock


def part(
    name: str, content: Any, *, status: int = 200, media_type: str = "application/json", location: str = ""
) -> Part:
    """An answer: bytes as they are, anything else as JSON."""
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return Part(
        name=name, status=status, media_type=media_type, body=body, url="https://authority.example/", location=location,
    )  # fmt: skip


def valid(text: str) -> Identifier:
    """A valid identifier."""
    found = identify(text)
    assert found.state == "valid", found
    return found


def clock_of(stepping: SteppingClock) -> Clock:
    """A clock that moves when somebody sleeps."""
    return Clock(monotonic=stepping.monotonic, now=stepping.now, sleep=stepping.sleep)


def said(thing: Thing | None, property: NamedNode, *, about: str = "") -> list[str]:
    """The values of a property of a thing, or of a node that is told about with it, in order."""
    assert thing is not None
    subject = NamedNode(about or thing.iri)
    return [
        value.value
        for value in (
            triple.object
            for triple in thing.statements
            if triple.subject == subject and triple.predicate == property
        )
        if isinstance(value, NamedNode | Literal)
    ]


def check_statements(statements: tuple[Triple, ...]) -> None:
    """The promises of every adapter: no blank nodes, no `schema:name`, no mail addresses, and one `rdfs:label` at most."""
    for triple in statements:
        assert isinstance(triple.subject, NamedNode)
        assert isinstance(triple.object, NamedNode | Literal)
        assert triple.predicate.value != "http://schema.org/name"
        assert "ada@example.org" not in triple.object.value
        assert not triple.object.value.startswith("mailto:")
