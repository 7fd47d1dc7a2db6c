"""What the routes of projects answer with, as examples for OpenAPI."""

from __future__ import annotations

from typing import Any

PROJECT: dict[str, Any] = {
    "id": "fish", "title": "Zebrafish atlas", "created": "2026-11-02T08:00:00.000Z", "role": "owner",
}  # fmt: skip
REVIEW_LINK: dict[str, Any] = {
    "id": "r3f09c1ab2", "note": "fish: second referee", "created": "2026-11-28T09:00:00+00:00",
    "expires": "2026-12-28T09:00:00+00:00", "revoked": None, "used": None,
}  # fmt: skip
DESCRIBED: dict[str, Any] = {
    **PROJECT,
    "records": {"private": 12, "embargoed": 3, "public": 40},
    "members": [{"member": "token:0a1b2c3d4e", "name": "token Microscope 2", "role": "editor"}],
    "review_links": [REVIEW_LINK],
}
PLACEMENT: dict[str, Any] = {
    "record": "fish~run-7", "project": "fish", "visibility": "embargoed", "public_from": "2027-03-01T08:00:00.000Z",
}  # fmt: skip
