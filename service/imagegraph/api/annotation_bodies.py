"""What is sent to be annotated: JSON with a column of strings or a text, or plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Query, Request

from imagegraph.api.body_text import JSON_TYPES, UNTOLD, media_type_of, parse_json, read_text
from imagegraph.errors import BadParameter, DocumentTooLarge, EmptyDocument, UnknownFormat
from imagegraph.operations.terms.annotation import MOST_CHARACTERS

#: strings of one request, different ones among them, and characters of all: what is answered in a few seconds
MOST_TEXTS, MOST_DIFFERENT, MOST_IN_ALL = 1_000, 200, 100_000
_KEYS = ("texts", "text", "field", "ontology", "lang", "limit")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is to be annotated.

    Attributes:
        texts: a column of strings; a single free text when `free`.
        field: name of the field they are values of.
        ontologies: ids of vocabularies to stay in.
        lang: language of the labels; None for what `Accept-Language` says.
        limit: most candidates of a passage.
    """

    texts: tuple[str, ...]
    free: bool
    field: str | None
    ontologies: tuple[str, ...]
    lang: str | None
    limit: int


async def _wanted(
    request: Request,
    field: Annotated[
        str | None, Query(description="The field that the strings are values of.", examples=["organism"])
    ] = None,
    limit: Annotated[int, Query(ge=1, le=100, description="Most candidates of a passage.")] = 5,
) -> Wanted:
    media_type = media_type_of(request)
    text = await read_text(request)
    if not text.strip():
        raise EmptyDocument('The body of the request is empty. Send {"texts": ["HeLa", …]}, or a plain text.')
    given: dict[str, Any]
    if media_type in JSON_TYPES or (media_type in UNTOLD and text.lstrip()[0] == "{"):
        given = {"field": field, "limit": limit, **_parsed(text)}
    elif media_type == "text/plain" or media_type in UNTOLD:
        given = {"field": field, "limit": limit, "text": text}
    else:
        raise UnknownFormat(
            f"A body of type {media_type} cannot be annotated. Send application/json or text/plain.",
            value=media_type[:200],
        )
    return _checked(given)


def _parsed(text: str) -> dict[str, Any]:
    given = parse_json(text)
    if not isinstance(given, dict):
        raise BadParameter('The body must be a JSON object such as {"texts": ["HeLa", "TIRF"]}.', pointer="")
    unknown = [key for key in given if key not in _KEYS]
    if unknown:
        raise BadParameter(
            f"The body has no key {unknown[0][:80]!r}; it has {', '.join(_KEYS)}.",
            pointer=f"/{unknown[0][:80]}", known=list(_KEYS),
        )  # fmt: skip
    return given


def _checked(given: dict[str, Any]) -> Wanted:
    if ("texts" in given) is ("text" in given):
        raise BadParameter("Send either `texts`, a list of strings, or `text`, a free text.", pointer="")
    free = "text" in given
    listed = [given["text"]] if free else given["texts"]
    if not isinstance(listed, list):
        raise BadParameter("`texts` must be a list of strings.", pointer="/texts")
    limit = given["limit"]
    if not isinstance(limit, int) or isinstance(limit, bool) or not 1 <= limit <= 100:
        raise BadParameter("`limit` must be a whole number from 1 to 100.", pointer="/limit")
    ontology = given.get("ontology") or []
    ontologies = [ontology] if isinstance(ontology, str) else ontology
    if not isinstance(ontologies, list) or not all(isinstance(one, str) for one in ontologies):
        raise BadParameter(
            "`ontology` must be the id of a vocabulary, or a list of ids.", pointer="/ontology"
        )
    texts = tuple(
        _text(one, pointer="/text" if free else f"/texts/{place}") for place, one in enumerate(listed)
    )
    _check_size(texts)
    return Wanted(
        texts=texts,
        free=free,
        field=_word(given.get("field"), pointer="/field"),
        ontologies=tuple(part.strip() for one in ontologies for part in one.split(",") if part.strip()),
        lang=_word(given.get("lang"), pointer="/lang"),
        limit=limit,
    )


def _check_size(texts: tuple[str, ...]) -> None:
    different = dict.fromkeys(texts)
    for number, most, what in (
        (len(texts), MOST_TEXTS, "strings"),
        (len(different), MOST_DIFFERENT, "different strings"),
        (sum(map(len, different)), MOST_IN_ALL, "characters in all"),
    ):
        if number > most:
            raise DocumentTooLarge(
                f"`texts` has {number:,} {what}; at most {most:,} are annotated at once. Send the column in parts, "
                "or use `imagegraph terms annotate`.",
                pointer="/texts", limit=most,
            )  # fmt: skip


def _text(value: Any, *, pointer: str) -> str:
    """A cell as a string; columns also hold numbers and gaps."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise BadParameter(f"A string is expected at {pointer}.", pointer=pointer)
    text = _SURROGATE.sub("\ufffd", str(value))
    if len(text) > MOST_CHARACTERS:
        raise DocumentTooLarge(
            f"The text at {pointer} has {len(text):,} characters; at most {MOST_CHARACTERS:,} are annotated at "
            "once. Send it in parts.",
            pointer=pointer, limit=MOST_CHARACTERS,
        )  # fmt: skip
    return text


def _word(value: Any, *, pointer: str) -> str | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str) or len(value) > 200:
        raise BadParameter(f"A short string is expected at {pointer}.", pointer=pointer)
    return _SURROGATE.sub("\ufffd", value)


#: the body of a request for annotation
AnnotationBody = Annotated[Wanted, Depends(_wanted)]
