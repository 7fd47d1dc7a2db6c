"""What is sent with a decision: why it was made, as JSON or from the form of the page."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qs

from fastapi import Depends, Request

from imagegraph.api.body_text import JSON_TYPES, UNTOLD, media_type_of, parse_json, read_text
from imagegraph.errors import BadParameter, UnknownFormat

_FORM = "application/x-www-form-urlencoded"
#: fields of a form; there are three
_MOST_FIELDS = 20


async def _reason(request: Request) -> str:
    """The reason in the body of the request; nothing when there is none."""
    media_type = media_type_of(request)
    text = (await read_text(request)).strip()
    if not text:
        return ""
    if media_type == _FORM and not text.startswith("{"):
        return _from_form(text)
    if media_type in JSON_TYPES | UNTOLD:
        return _from_json(text)
    raise UnknownFormat(
        f'A body of type {media_type} holds no reason. Send JSON such as {{"reason": "…"}}.',
        value=media_type[:200],
    )


def _from_form(text: str) -> str:
    try:
        fields = parse_qs(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        raise BadParameter(f"The form has more than {_MOST_FIELDS} fields.") from None
    return " ".join(fields.get("reason", ()))


def _from_json(text: str) -> str:
    given = parse_json(text)
    if not isinstance(given, dict) or not set(given) <= {"reason"}:
        raise BadParameter('The body must be a JSON object such as {"reason": "…"}.', pointer="")
    reason = given.get("reason")
    if reason is not None and not isinstance(reason, str):
        raise BadParameter("`reason` must be text.", pointer="/reason")
    return reason or ""


#: why somebody decides so
Reason = Annotated[str, Depends(_reason)]

#: description of the body for OpenAPI
REASON_BODY = {
    "requestBody": {
        "required": False,
        "description": "Why, for the history of the decision.",
        "content": {
            "application/json": {
                "schema": {"type": "object", "properties": {"reason": {"type": "string"}}},
                "example": {"reason": "The publication list of the iD names this study."},
            },
            _FORM: {"schema": {"type": "object", "properties": {"reason": {"type": "string"}}}},
        },
    }
}
