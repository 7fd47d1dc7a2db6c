"""Reading records: one in many formats, lists of them, their history.

`GET /records/{id}` is what robots call all day. It is a plain Starlette route, described for OpenAPI by hand:
FastAPI's solving of dependencies would take longer than the answer does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from imagegraph.api import openapi, pages
from imagegraph.api.cursors import cursor_of, text_of
from imagegraph.api.dependencies import ServicesOf, get_record_id, services_of
from imagegraph.api.responses import (
    HTML,
    JSON,
    REVALIDATE,
    RepresentationCache,
    as_json,
    ending_of,
    is_known,
    link,
    negotiated,
    path_below,
    record_path,
    varied,
)
from imagegraph.errors import BadParameter, Gone, NotFound
from imagegraph.model.records import RecordSummary, Version
from imagegraph.operations.services import Services
from imagegraph.ports.exporting import suits

router = APIRouter(tags=["Records"])
_MOST_VERSIONS = 100
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
    """

    summary: RecordSummary
    number: int
    digest: str
    media_type: str
    suffix: str
    self_contained: bool
    tail: str

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
    number, digest = summary.version, summary.digest
    text = request.query_params.get("version")
    if text is not None:
        if not _VERSION.fullmatch(text):
            raise BadParameter(
                f"version must be a number from 1, of at most 18 digits, not {text!r}.",
                parameter="version",
                value=text,
            )
        number = int(text)
    if number != summary.version:
        version = services.journal.version(summary.id, number)
        digest = version.digest
        deleted = version.deleted
    else:
        deleted = summary.deleted
    if deleted:
        raise Gone(
            f"The record {summary.id!r} was deleted on {summary.modified}. "
            f"GET /records/{summary.id}/versions lists what it was.",
            id=summary.id,
            version=number,
        )
    exporters = services.exporters
    if suffix is None:
        offered = [one.media_type for one in exporters.values() if suits(one, summary.type)]
        media_type = negotiated(request, (*offered, HTML))
    else:
        media_type = next((one.media_type for one in exporters.values() if one.suffix == suffix), HTML)
    exporter = exporters.get(media_type)
    ending = exporter.suffix if exporter is not None else "html"
    tail = f".{ending}" + (f"?version={number}" if text is not None else "")
    alone = exporter is not None and exporter.self_contained
    return _Wanted(summary, number, digest, media_type, ending, alone, tail)


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
    if not wanted.is_current:
        links.append(link(path, rel="latest-version"))
    headers = {
        "Link": ", ".join(links),
        "Content-Location": path + wanted.tail,
        "Cache-Control": REVALIDATE,
    }
    if wanted.etag is not None:
        headers["ETag"] = wanted.etag
    if negotiated:
        headers["Vary"] = "Accept"
    return headers


def _written(request: Request, wanted: _Wanted) -> bytes:
    services = services_of(request)
    summary = wanted.summary
    if wanted.media_type == HTML:
        version = services.journal.version(summary.id, wanted.number)
        return pages.record(services, summary, version, history=_history(services, summary))
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


def _history(services: Services, summary: RecordSummary, *, before: int | None = None) -> list[Version]:
    """The versions of a record, newest first, at most so many."""
    newest = summary.version if before is None else min(summary.version, before - 1)
    numbers = range(newest, max(0, newest - _MOST_VERSIONS), -1)
    return [services.journal.version(summary.id, number) for number in numbers]


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


@router.get(
    "/records/{id}/versions",
    operation_id="listVersions",
    summary="History of a record",
    response_class=Response,
    responses=openapi.answers({200: ("Newest first", openapi.VERSIONS)}, problems=[400, 404]),
)
def list_versions(
    services: ServicesOf,
    id: str,
    before: Annotated[int | None, Query(ge=1, description="Only versions before this number.")] = None,
) -> Response:
    """What was accepted when, by whom and why; deletions too. `GET /records/{id}?version=` reads one."""
    summary = services.journal.find(get_record_id(services, id))
    found: Sequence[Version] = _history(services, summary, before=before) if summary else ()
    path = record_path(services, id)
    items = [
        {
            "version": version.number, "at": version.at, "agent": version.agent, "reason": version.reason,
            "source": version.source, "format": version.format, "digest": version.digest or None,
            "deleted": version.deleted, "hash": version.hash,
            "url": None if version.deleted else f"{path}?version={version.number}",
        }
        for version in found
    ]  # fmt: skip
    older = f"{path}/versions?before={found[-1].number}" if found and found[-1].number > 1 else None
    headers = {"Link": link(older, rel="next")} if older else {}
    return as_json({"items": items, "next": older}, headers=headers)
