"""In which language a caller wants labels."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request

from imagegraph.model.negotiation import preferred_languages

#: parameter that stands instead of the header
Lang = Annotated[
    str | None,
    Query(
        max_length=200, description="Language of the labels, instead of `Accept-Language`.", examples=["de"]
    ),
]


def languages_of(request: Request, lang: str | None) -> tuple[str, ...]:
    """The languages that the caller wants labels in, the preferred one first; empty when any will do."""
    return preferred_languages(lang or request.headers.get("accept-language"))
