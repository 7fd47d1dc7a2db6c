"""Reading records: one in many formats, lists of them; their history has a module of its own.

`GET /records/{id}` is what robots call all day. It is a plain Starlette route, described for OpenAPI by hand:
FastAPI's solving of dependencies would take longer than the answer does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from imagegraph.api import openapi, pages
from imagegraph.api.access import caller_of
from imagegraph.api.cursors import cursor_of, text_of
from imagegraph.api.dependencies import ServicesOf, services_of
from imagegraph.api.responses import (
    HTML,
    JSON,
    REVALIDATE,
    RepresentationCache,
    as_json,
    is_known,
    link,
    negotiated,
    path_below,
    record_path,
    varied,
)
from imagegraph.errors import BadParameter, NotFound
from imagegraph.model.moments import http_date, parse_http_date, parse_moment
from imagegraph.model.records import RecordSummary, Version
from imagegraph.operations.history.versions import first_of, get_version_as_of, gone, history_of
from imagegraph.operations.services import Services, ending_of
from imagegraph.ports.exporting import suits

router = APIRouter(tags=["Records"])
_VERSION = re.compile(r"[1-9][0-9]{0,17}")


@dataclass(frozen=True)
class _Wanted:
    """Which representation a request asks for.

    Attributes:
        summary: the record as it is now.
        number: the version that is asked for.
        digest: the digest of that version.
        media_type: what it is to be written in.
        suffix: file name ending of that.
        self_contained: whether it tells of nothing but this version, and so may be kept.
        tail: what follows the record's path in the address of exactly this representation.
        at: when the version was accepted; empty when it was not asked for as a version.
    """

    summary: RecordSummary
    number: int
    digest: str
    media_type: str
    suffix: str
    self_contained: bool
    tail: str
    at: str

    @property
    def is_current(self) -> bool:
        return self.number == self.summary.version

    @property
    def etag(self) -> str | None:
        """None for what also tells of other records, as pages do."""
        if not self.self_contained:
            return None
        return f'"{self.number}-{self.digest[:12]}.{self.suffix}"'


def read_record(request: Request) -> Response:
    """One version of one record, in the format that suits the caller."""
    services = services_of(request)
    name, suffix = _parted(services, request.path_params["id"])
    summary = services.journal.find(name)
    if summary is None:
        raise NotFound(f"There is no record {name!r}. GET /records lists those that are there.", id=name)
    if summary.id != name:  # found by the IRI it is about
        return Response(status_code=303, headers={"Location": record_path(services, summary.id)})
    wanted = _wanted(request, summary, suffix=suffix)
    headers = _headers(services, wanted, negotiated=suffix is None)
    if wanted.etag is not None and is_known(request, wanted.etag):
        return Response(status_code=304, headers=headers)
    return Response(_written(request, wanted), media_type=_with_charset(wanted.media_type), headers=headers)


def _parted(services: Services, name: str) -> tuple[str, str | None]:
    """The id and the file name ending of `id.ending`; an ending may hold a dot itself."""
    ending = ending_of(services, name)
    return (name, None) if ending is None else (name.removesuffix(f".{ending}"), ending)


def _wanted(request: Request, summary: RecordSummary, *, suffix: str | None) -> _Wanted:
    services = services_of(request)
    chosen = _chosen(request, summary)
    number, digest, at = (summary.version, summary.digest, "") if chosen is None else (
        chosen.number, chosen.digest, chosen.at
    )  # fmt: skip
    if summary.deleted if chosen is None else chosen.deleted:
        raise gone(chosen or services.journal.version(summary.id))
    exporters = services.exporters
    if suffix is None:
        offered = [one.media_type for one in exporters.values() if suits(one, summary.type)]
        media_type = negotiated(request, (*offered, HTML))
    else:
        media_type = next((one.media_type for one in exporters.values() if one.suffix == suffix), HTML)
    exporter = exporters.get(media_type)
    ending = exporter.suffix if exporter is not None else "html"
    tail = f".{ending}" + (f"?version={number}" if chosen is not None else "")
    alone = exporter is not None and exporter.self_contained
    return _Wanted(summary, number, digest, media_type, ending, alone, tail, at)


def _chosen(request: Request, summary: RecordSummary) -> Version | None:
    """The version that is asked for by its number or by a time; None for whichever is current.

    `Accept-Datetime` is that of Memento (RFC 7089 §4.1.2): before the first version it gets the first one.
    """
    journal = services_of(request).journal
    text, moment = request.query_params.get("version"), request.query_params.get("asOf")
    if text is not None and moment is not None:
        raise BadParameter("Ask by version or by asOf, not by both.", parameter="asOf")
    if text is not None:
        if not _VERSION.fullmatch(text):
            raise BadParameter(
                f"version must be a number from 1, of at most 18 digits, not {text!r}.",
                parameter="version",
                value=text,
            )
        return journal.version(summary.id, int(text))
    if moment is not None:
        return get_version_as_of(journal, summary.id, parse_moment(moment))
    date = request.headers.get("accept-datetime")
    if date is None:
        return None
    position = journal.position_at(parse_http_date(date, parameter="Accept-Datetime"))
    return journal.version_at(summary.id, position) or first_of(journal, summary.id)


def _headers(services: Services, wanted: _Wanted, *, negotiated: bool) -> dict[str, str]:
    summary = wanted.summary
    path = record_path(services, summary.id)
    links = [
        link(f"{path}.{exporter.suffix}", rel="alternate describedby", type=exporter.media_type)
        for exporter in services.exporters.values()
        if suits(exporter, summary.type)
    ]
    links += [
        link(f"{path}.html", rel="alternate", type=HTML),
        link(path_below(services, "records"), rel="collection"),
        link(f"{path}/versions", rel="version-history"),
        link(path_below(services, f"schema/{quote(summary.type)}"), rel="type"),
    ]
    if summary.about.startswith(("https://", "http://")) and summary.about.isascii():
        links.append(link(summary.about, rel="cite-as"))
    if wanted.number > 1:
        links.append(link(f"{path}?version={wanted.number - 1}", rel="predecessor-version"))
    if not wanted.is_current:
        links.append(link(f"{path}?version={wanted.number + 1}", rel="successor-version"))
        links.append(link(path, rel="latest-version"))
    links.append(link(f"{path}/provenance", rel="http://www.w3.org/ns/prov#has_provenance"))
    if wanted.at:
        links.append(link(path, rel="original timegate"))
    headers = {
        "Link": ", ".join(links),
        "Content-Location": path + wanted.tail,
        "Cache-Control": REVALIDATE,
    }
    if wanted.etag is not None:
        headers["ETag"] = wanted.etag
    if wanted.at:
        headers["Memento-Datetime"] = http_date(wanted.at)
    headers["Vary"] = "Accept, Accept-Datetime" if negotiated else "Accept-Datetime"
    return headers


def _written(request: Request, wanted: _Wanted) -> bytes:
    services = services_of(request)
    summary = wanted.summary
    if wanted.media_type == HTML:
        version = services.journal.version(summary.id, wanted.number)
        history = history_of(services.journal, summary)
        return pages.record(services, summary, version, history=history, caller=caller_of(request))
    if not wanted.self_contained:
        version = services.journal.version(summary.id, wanted.number)
        return services.exporters[wanted.media_type].export(version)
    cache: RepresentationCache = request.app.state.representations
    key = (summary.id, wanted.number, wanted.media_type)
    content = cache.find(key)
    if content is None:
        version = services.journal.version(summary.id, wanted.number)
        content = services.exporters[wanted.media_type].export(version)
        cache.keep(key, content)
    return content


def _with_charset(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type in (HTML, "text/turtle") else media_type


@router.get(
    "/records",
    operation_id="listRecords",
    summary="List records",
    response_class=Response,
    responses=openapi.answers(
        {200: ("One page of records, in the order of their ids", openapi.PAGE)},
        problems=[400, 406],
        media_types=(JSON, HTML),
    ),
)
def list_records(
    request: Request,
    services: ServicesOf,
    type: Annotated[
        str | None, Query(description="Name of a class of the model.", examples=["Study"])
    ] = None,
    q: Annotated[
        str | None, Query(description="Words that the record must hold; beginnings are enough.")
    ] = None,
    cursor: Annotated[str | None, Query(description="Where to go on: `next` of the page before.")] = None,
    limit: Annotated[int, Query(ge=1, le=1000, description="Most records of a page.")] = 50,
) -> Response:
    """Living records, in the order of their ids, which stays when others are added meanwhile."""
    media_type = negotiated(request, (JSON, HTML))
    found = services.journal.summaries(
        type=type or None, q=q or None, after=text_of(cursor) if cursor else None, limit=limit + 1
    )
    items = found[:limit]
    given = {key: value for key, value in (("type", type), ("q", q)) if value} | {"limit": str(limit)}
    path = path_below(services, "records")
    links = [link(f"{path}?{urlencode(given)}", rel="first")]
    next_page = None
    if len(found) > limit:
        next_page = f"{path}?{urlencode({**given, 'cursor': cursor_of(items[-1].id)})}"
        links.append(link(next_page, rel="next"))
    headers = {"Link": ", ".join(links), "Cache-Control": REVALIDATE}
    if media_type == HTML:
        page = pages.records(
            services, items, type=type or "", q=q or "", next_page=next_page, first=cursor is None
        )
        return varied(Response(page, media_type=HTML, headers=headers))
    return varied(as_json({"items": [_item(one) for one in items], "next": next_page}, headers=headers))


def _item(summary: RecordSummary) -> dict[str, Any]:
    return {
        "id": summary.id, "iri": summary.iri, "about": summary.about, "type": summary.type,
        "title": summary.title, "version": summary.version, "modified": summary.modified,
    }  # fmt: skip
