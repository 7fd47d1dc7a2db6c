"""What every failure looks like, whatever it is."""

from __future__ import annotations

from typing import Any

from httpx2 import Response


def assert_problem(response: Response, status: int, slug: str) -> dict[str, Any]:
    """The response is a problem document (RFC 9457) of this status and kind; returns it."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = response.json()
    assert problem["status"] == status
    assert problem["type"] == f"/problems/{slug}"
    assert problem["title"]
    assert len(problem["detail"]) > 10
    assert problem["instance"].startswith("/")
    assert list(problem)[:4] == ["type", "title", "status", "detail"]
    assert "Traceback" not in response.text
    return problem
