"""Exchanges with authorities that were recorded, as parts of an answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from imagegraph.adapters.authorities.contract import Part


def recorded(file: Path, *, name: str) -> Part:
    """A recorded exchange as the part of that name; a file without an exchange is a body with 200."""
    content = json.loads(file.read_text("utf-8"))
    if not isinstance(content, dict) or "response" not in content:
        return Part(
            name=name, status=200, media_type="application/json", body=file.read_bytes(), url=file.name
        )
    response = content["response"]
    headers = {key.lower(): value for key, value in (response.get("headers") or {}).items()}
    return Part(
        name=name, status=response["status"], media_type=headers.get("content-type", "").partition(";")[0].strip(),
        body=(response.get("body_text") or "").encode(), url=content.get("request", {}).get("url", ""),
        location=headers.get("location", ""),
    )  # fmt: skip


def document_in(part: Part) -> Any:
    """The JSON of a part; None when it is none."""
    try:
        return json.loads(part.body)
    except ValueError:
        return None
