"""What is sent to be checked: a list of identifiers, or a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query, Request

from imagegraph.api.body_text import JSON_TYPES, UNTOLD, media_type_of, parse_json, read_text
from imagegraph.errors import BadParameter, DocumentTooLarge, EmptyDocument, UnknownFormat
from imagegraph.model.identifiers import packaged_schemes
from imagegraph.operations.linking.checking import Table, read_table

#: identifiers of one request
MOST = 10_000
TSV = "text/tab-separated-values"


@dataclass(frozen=True, kw_only=True)
class ToCheck:
    """What is to be checked.

    Attributes:
        texts: the identifiers.
        scheme: what all of them are meant to be; None to recognise each.
        table: the table that they are a column of; None for a list.
    """

    texts: tuple[str, ...]
    scheme: str | None
    table: Table | None = None


async def _wanted(
    request: Request,
    scheme: Annotated[
        str | None, Query(description="What all of them are meant to be.", examples=["orcid"])
    ] = None,
    column: Annotated[
        str | None,
        Query(description="Name of the column that holds them, or its number from 1.", max_length=200),
    ] = None,
) -> ToCheck:
    media_type = media_type_of(request)
    text = await read_text(request)
    if not text.strip():
        raise EmptyDocument('The body of the request is empty. Send ["RRID:AB_90755", …], or one a line.')
    if media_type in JSON_TYPES or (media_type in UNTOLD and text.lstrip()[0] in "[{"):
        wanted = _listed(text, scheme)
    elif media_type in (TSV, "text/plain") or media_type in UNTOLD:
        table = read_table(text, column=column)
        wanted = ToCheck(texts=table.texts, scheme=scheme, table=table)
    else:
        raise UnknownFormat(
            f"A body of type {media_type} cannot be checked. Send application/json, {TSV} or text/plain.",
            value=media_type[:200],
        )
    if len(wanted.texts) > MOST:
        raise DocumentTooLarge(
            f"One request may check {MOST:,} identifiers; this one has {len(wanted.texts):,}. Send it in parts.",
            limit=MOST,
        )
    check_scheme(wanted.scheme)
    return wanted


def check_scheme(name: str | None) -> None:
    """Refuse the name of a scheme that does not exist, and name those that do.

    Raises:
        BadParameter: there is none of that name.
    """
    known = packaged_schemes()
    if name is not None and name not in known:
        raise BadParameter(
            f"There is no scheme {name[:80]!r}. Known schemes: {', '.join(known)}.", parameter="scheme",
            value=name[:80], known=list(known),
        )  # fmt: skip


def _listed(text: str, scheme: str | None) -> ToCheck:
    given = parse_json(text)
    pointer = ""
    if isinstance(given, dict):
        named = given.get("scheme")
        if named is not None and not isinstance(named, str):
            raise BadParameter("`scheme` must be the name of a scheme.", pointer="/scheme")
        scheme, given, pointer = named or scheme, given.get("ids"), "/ids"
    if not isinstance(given, list):
        raise BadParameter('Send a list of identifiers: ["RRID:AB_90755"].', pointer=pointer)
    for number, one in enumerate(given):
        if not isinstance(one, str):
            raise BadParameter("An identifier is a text.", pointer=f"{pointer}/{number}")
    return ToCheck(texts=tuple(given), scheme=scheme)


#: the body of the request as identifiers
CheckBody = Annotated[ToCheck, Depends(_wanted)]
