"""Bodies of requests that are a few named texts, as JSON or from a form of a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

from fastapi import Request

from imagegraph.api.body_text import JSON_TYPES, UNTOLD, media_type_of, parse_json, read_text
from imagegraph.errors import BadParameter, UnknownFormat

_FORM = "application/x-www-form-urlencoded"
#: fields of a form; none has as many
_MOST_FIELDS = 20


async def read_fields(request: Request, *known: str) -> dict[str, str]:
    """The fields of a body that are not empty.

    Args:
        known: the names that there may be.

    Raises:
        UnknownFormat: it is neither JSON nor a form.
        MalformedDocument: it is no JSON, or no UTF-8.
        BadParameter: it has other fields, or one that is no text.
    """
    media_type = media_type_of(request)
    text = (await read_text(request)).strip()
    if media_type == _FORM and not text.startswith("{"):
        given: Any = _from_form(text)
    elif media_type in JSON_TYPES | UNTOLD:
        given = parse_json(text) if text else {}
    else:
        raise UnknownFormat(f"A body of type {media_type} has no fields. Send JSON.", value=media_type[:200])
    if not isinstance(given, dict) or not set(given) <= set(known):
        raise BadParameter(f"The body must be a JSON object with {', '.join(known)}.", pointer="")
    for name, value in given.items():
        if value is not None and not isinstance(value, str):
            raise BadParameter(f"`{name}` must be text.", pointer=f"/{name}")
    return {name: value.strip() for name, value in given.items() if value and value.strip()}


def _from_form(text: str) -> dict[str, str]:
    try:
        fields = parse_qs(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        raise BadParameter(f"The form has more than {_MOST_FIELDS} fields.") from None
    return {name: values[0] for name, values in fields.items()}


def fields_body(example: Mapping[str, Any], *, description: str) -> dict[str, Any]:
    """Such a body for OpenAPI."""
    schema = {"type": "object", "properties": {name: {"type": "string"} for name in example}}
    return {
        "requestBody": {
            "required": False,
            "description": description,
            "content": {
                "application/json": {"schema": schema, "example": dict(example)},
                _FORM: {"schema": schema},
            },
        }
    }
