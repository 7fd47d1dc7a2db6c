"""Records with a past, for the tests of history."""

from __future__ import annotations

import time
from dataclasses import dataclass

from starlette.testclient import TestClient

TURTLE = {"Content-Type": "text/turtle"}
NTRIPLES = {"Accept": "application/n-triples"}


def study(name: str, *, iri: str) -> bytes:
    """A study in Turtle."""
    return (
        "@prefix ig: <https://w3id.org/imagegraph/> . @prefix schema: <http://schema.org/> .\n"
        f'<{iri}> a ig:Study ; schema:name "{name}" .\n'
    ).encode()


@dataclass(frozen=True)
class Past:
    """A record that was made, changed, deleted and made again.

    Attributes:
        url: its path.
        times: when each version was accepted, by number.
        names: what each living version calls the study.
    """

    url: str
    times: dict[int, str]
    names: dict[int, str]


def with_a_past(client: TestClient, id: str) -> Past:
    """Version 1 and 2 say something, 3 is a tombstone, 4 is current."""
    url = f"/records/{id}"
    for number in (1, 2, 4):
        if number == 4:
            etag = client.get(url).headers["etag"]
            assert client.delete(url, headers={"If-Match": etag}).status_code == 204
            time.sleep(0.003)
        content = study(f"Name {number}", iri=f"https://doi.org/10.5072/{id}")
        headers = {**TURTLE, "If-Match": client.get(url).headers["etag"]} if number == 2 else TURTLE
        put = client.put(f"{url}?reason=state {number}", content=content, headers=headers)
        assert put.status_code in (200, 201), put.text
        time.sleep(0.003)  # so that no two versions are of the same millisecond
    items = client.get(f"{url}/versions").json()["items"]
    return Past(url, {one["version"]: one["at"] for one in items}, {n: f"Name {n}" for n in (1, 2, 4)})
