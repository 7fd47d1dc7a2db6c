"""What a request to the SPARQL endpoint asks, read as https://www.w3.org/TR/sparql11-protocol/ says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request

from imagegraph.errors import BadParameter, MalformedQuery, UnknownFormat
from imagegraph.model.moments import parse_moment

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_MOST_PARAMETERS = 1_000
_NAMES = (
    "query", "update", "asOf", "default-graph-uri", "named-graph-uri", "using-graph-uri", "using-named-graph-uri",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a request asks, before anything is checked.

    Attributes:
        queries, updates: texts; one of one kind is right.
        default_graphs, named_graphs: those of the query, or of the update; None when not given.
        as_of: the moment that a query asks about; None for now.
        reason: why an update is made, for the history.
    """

    queries: Sequence[str] = ()
    updates: Sequence[str] = ()
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    as_of: str | None = None
    reason: str | None = None


def asked_by_get(request: Request) -> Asked:
    """The query of a GET.

    Raises:
        BadParameter: an update, which is sent by POST, or a parameter that cannot be used.
        MalformedQuery: the parameters are no UTF-8.
    """
    return _asked(_url(request), ())


async def asked_by_post(request: Request) -> Asked:
    """The query or update of a POST: an encoded form, or the body itself with the dataset in the URL.

    Raises:
        UnknownFormat: the body is none of these.
        BadParameter: a parameter cannot be used.
        MalformedQuery: the text is no UTF-8.
    """
    kind, _, rest = request.headers.get("content-type", "").partition(";")
    kind = kind.strip().lower()
    if kind not in (FORM, QUERY, UPDATE):
        raise UnknownFormat(
            f"The body has the media type {kind or '(none)'}; send {QUERY}, {UPDATE} or {FORM}.",
            offered=[QUERY, UPDATE, FORM],
        )
    charset = rest.lower().partition("charset=")[2].strip(" \"'")
    if charset and charset.partition(";")[0].strip(" \"'") not in ("utf-8", "utf8", "us-ascii"):
        raise UnknownFormat(f"The query is in {charset}; SPARQL is sent in UTF-8.", charset=charset)
    body = await request.body()
    if kind == FORM:
        return _asked(_url(request), _parameters(body))
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise MalformedQuery(f"The query is not UTF-8 (byte {error.start + 1}).") from None
    return _asked(_url(request), [("query" if kind == QUERY else "update", text)])


def _url(request: Request) -> list[tuple[str, str]]:
    return _parameters(request.scope["query_string"])


def _parameters(encoded: bytes) -> list[tuple[str, str]]:
    """The decoded parameters of a query string or form; unknown ones stay and are ignored later.

    Bytes that are not UTF-8 become lone surrogates, which matter only in the parameters that are read.
    """
    try:
        return parse_qsl(
            encoded.decode("ascii"), keep_blank_values=True, errors="surrogateescape",
            max_num_fields=_MOST_PARAMETERS,
        )  # fmt: skip
    except UnicodeDecodeError:
        raise MalformedQuery("The parameters are not percent-encoded UTF-8.") from None
    except ValueError as error:
        raise BadParameter(f"The parameters cannot be read: {error}.") from None


def _asked(url: Sequence[tuple[str, str]], body: Sequence[tuple[str, str]]) -> Asked:
    if any(name == "update" for name, _ in url):
        raise BadParameter("Updates are sent by POST, in the body.", parameter="update")
    parameters = [*url, *body]
    if any(name in _NAMES and not value.isascii() and _is_broken(value) for name, value in parameters):
        raise MalformedQuery("The parameters are not percent-encoded UTF-8.")

    def all_of(name: str) -> tuple[str, ...]:
        return tuple(value for key, value in parameters if key == name)

    moments, reasons, updates = all_of("asOf"), all_of("reason"), all_of("update")
    if len(moments) > 1:
        raise BadParameter("Ask about one time: asOf is given twice.", parameter="asOf")
    if updates and (moments or all_of("query")):
        raise BadParameter("Send a query or an update; nothing changes the past.", parameter="update")
    prefix = "using" if updates else "default"
    return Asked(
        queries=all_of("query"),
        updates=updates,
        default_graphs=all_of(f"{prefix}-graph-uri") or None,
        named_graphs=all_of("using-named-graph-uri" if updates else "named-graph-uri") or None,
        as_of=parse_moment(moments[0]) if moments else None,
        reason=reasons[0] if reasons else None,
    )


def _is_broken(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)
