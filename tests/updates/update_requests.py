"""What the tests of updates send, and how they look at what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import httpx2
from starlette.testclient import TestClient

from imagegraph.operations.services import Services

BASE = "http://testserver/"
RECORDS = f"{BASE}records/"
UPDATE = {"Content-Type": "application/sparql-update"}
TURTLE = {"Content-Type": "text/turtle"}
Send = Callable[..., httpx2.Response]


def study(name: str, *, about: str = "https://doi.org/10.5072/tide", more: str = "") -> str:
    """A study in Turtle."""
    return (
        "@prefix ig: <https://w3id.org/imagegraph/> . @prefix schema: <http://schema.org/> .\n"
        f'<{about}> a ig:Study ; schema:name "{name}" . {more}\n'
    )


def put(client: TestClient, id: str, content: str, **headers: str) -> int:
    """Put a record; returns its version."""
    response = client.put(f"/records/{id}", content=content, headers={**TURTLE, **headers})
    assert response.status_code in (200, 201), response.text
    return int(response.json()["version"])


def lines(client: TestClient, id: str) -> list[str]:
    """The statements of a record, as they are kept."""
    response = client.get(f"/records/{id}.nt")
    assert response.status_code == 200, response.text
    return response.text.splitlines()


def newest(services: Services, id: str) -> int:
    """The number of the newest version; 0 when there is none."""
    known = services.journal.find(id)
    return known.version if known is not None and known.id == id else 0


def token(services: Services, scope: str) -> dict[str, str]:
    """The header of somebody with a new token."""
    expires = datetime.now(UTC) + timedelta(days=1)
    secret = services.tokens.create(f"{scope} of a test", scope=scope, expires=expires)[0]  # type: ignore[arg-type]
    return {"Authorization": f"Bearer {secret}"}
