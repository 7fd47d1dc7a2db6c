"""The past of a record: its versions, what changed between them, bringing one back, where it came from."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from imagegraph.api import history_pages, openapi, openapi_history
from imagegraph.api.access import Agent
from imagegraph.api.cursors import cursor_of, text_of
from imagegraph.api.dependencies import ServicesOf
from imagegraph.api.responses import HTML, JSON, as_json, link, negotiated, record_path, varied
from imagegraph.api.routes.records import IfMatch, Reason
from imagegraph.errors import BadParameter, NotFound
from imagegraph.model.records import RecordSummary
from imagegraph.operations.history.difference import as_update, find_difference
from imagegraph.operations.history.provenance import FORMATS, provenance, written
from imagegraph.operations.history.versions import history_of, told
from imagegraph.operations.services import Services

router = APIRouter(tags=["History"])

_UPDATE = "application/sparql-update"
_MOST_ITEMS = 1_000
_DIGITS = 10**18
Number = Annotated[int, Path(ge=1, lt=_DIGITS, description="Number of a version.")]


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
    found = history_of(services.journal, _known(services, id), before=before)
    path = record_path(services, id)
    items = [
        {
            **told(version),
            "url": None if version.deleted else f"{path}?version={version.number}",
            "changes": f"{path}/diff?from={version.number - 1}&to={version.number}",
        }
        for version in found
    ]  # fmt: skip
    older = f"{path}/versions?before={found[-1].number}" if found and found[-1].number > 1 else None
    headers = {"Link": link(older, rel="next")} if older else {}
    return as_json({"items": items, "next": older}, headers=headers)


@router.get(
    "/records/{id}/versions/{number}",
    operation_id="readVersion",
    summary="One version of a record",
    response_class=Response,
    status_code=303,
    responses=openapi.answers({303: ("`Location` is the version", None)}, problems=[400, 404]),
)
def read_version(services: ServicesOf, id: str, number: Number) -> Response:
    """Leads to `GET /records/{id}?version=`, which answers in every format."""
    version = services.journal.version(_known(services, id).id, number)
    return Response(
        status_code=303, headers={"Location": record_path(services, id, tail=f"?version={version.number}")}
    )


@router.post(
    "/records/{id}/versions/{number}/restore",
    operation_id="restoreVersion",
    summary="Bring a version back",
    response_class=Response,
    responses=openapi.answers(
        {200: ("A new version with the old content, or unchanged", openapi_history.RESTORED)},
        problems=[400, 403, 404, 410, 412, 428, 507],
    ),
)
def restore_version(
    services: ServicesOf,
    id: str,
    number: Number,
    agent: Agent,
    if_match: IfMatch = None,
    reason: Reason = None,
) -> Response:
    """Make an earlier version the newest one again: its exact statements, as a new version.

    A record that is there needs `If-Match`; one that was deleted lives again. The history says which version
    was brought back, by whom and why; nothing of it is lost.
    """
    known = _known(services, id)
    outcome = services.ingest.restore(known.id, number, if_match=if_match, agent=agent, reason=reason or "")
    version = services.journal.version(known.id, outcome.version)
    etag = f'"{version.number}-{version.digest[:12]}"'
    answer = {
        "id": version.id, "iri": version.iri, "version": version.number, "restored": number,
        "status": outcome.status, "etag": etag,
    }  # fmt: skip
    return as_json(answer, headers={"Location": record_path(services, version.id), "ETag": etag})


@router.get(
    "/records/{id}/diff",
    operation_id="compareVersions",
    summary="What changed between two versions",
    response_class=Response,
    responses=openapi.answers(
        {200: ("Statements that came and went", openapi_history.DIFFERENCE)},
        problems=[400, 404, 406],
        media_types=(JSON, HTML, _UPDATE),
    ),
)
def compare_versions(
    request: Request,
    services: ServicesOf,
    id: str,
    earlier: Annotated[
        int | None,
        Query(
            alias="from",
            ge=0,
            lt=_DIGITS,
            description="Version to start from; 0 for nothing; without it the one before.",
        ),
    ] = None,
    later: Annotated[
        int | None,
        Query(alias="to", ge=1, lt=_DIGITS, description="Version to arrive at; without it the newest."),
    ] = None,
    cursor: Annotated[str | None, Query(description="Where to go on: `next` of the page before.")] = None,
    limit: Annotated[int, Query(ge=1, le=_MOST_ITEMS, description="Most changes of a page.")] = 200,
) -> Response:
    """Statements added and removed, with who accepted the two versions, when and why.

    `Accept: application/sparql-update` gets all of it as `DELETE DATA` and `INSERT DATA`.
    """
    summary = _known(services, id)
    media_type = negotiated(request, (JSON, HTML, _UPDATE))
    found = find_difference(services.journal, summary, earlier=earlier, later=later)
    if media_type == _UPDATE:
        return varied(Response(as_update(found), media_type=f"{_UPDATE}; charset=utf-8"))
    start = _offset(cursor)
    shown = found.changes[start : start + limit]
    before = found.before.number if found.before else 0
    next_page = None
    if start + limit < len(found.changes):
        given = f"from={before}&to={found.after.number}&limit={limit}&cursor={cursor_of(str(start + limit))}"
        next_page = record_path(services, id, tail=f"/diff?{given}")
    headers = {"Link": link(next_page, rel="next")} if next_page else {}
    if media_type == HTML:
        page = history_pages.difference(services, summary, found, shown=shown, next_page=next_page)
        return varied(Response(page, media_type=HTML, headers=headers))
    answer = {
        "id": summary.id, "iri": summary.iri,
        "from": told(found.before) if found.before else None, "to": told(found.after),
        "added": found.added, "removed": found.removed,
        "items": [change.as_dict() for change in shown], "next": next_page,
    }  # fmt: skip
    return varied(as_json(answer, headers=headers))


@router.get(
    "/records/{id}/provenance",
    operation_id="readProvenance",
    summary="Where a record came from",
    response_class=Response,
    responses=openapi.answers(
        {200: ("PROV-O", openapi_history.PROVENANCE)}, problems=[400, 404, 406], media_types=tuple(FORMATS)
    ),
)
def read_provenance(
    request: Request,
    services: ServicesOf,
    id: str,
    before: Annotated[int | None, Query(ge=1, description="Only versions before this number.")] = None,
) -> Response:
    """The history in [PROV-O](https://www.w3.org/TR/prov-o/): versions, who made them from what, and deletions.

    Of a long history the newest hundred versions; `Link: rel="next"` leads to those before.
    """
    media_type = negotiated(request, (*FORMATS, JSON))
    media_type = next(iter(FORMATS)) if media_type == JSON else media_type
    versions = history_of(services.journal, _known(services, id), before=before)
    content = written(provenance(versions, base=services.settings.base), media_type=media_type)
    headers = {}
    if versions and versions[-1].number > 1:
        tail = f"/provenance?before={versions[-1].number}"
        headers["Link"] = link(record_path(services, id, tail=tail), rel="next")
    return varied(Response(content, media_type=media_type, headers=headers))


def _known(services: Services, name: str) -> RecordSummary:
    """A record that is or was there, by its id."""
    summary = services.journal.find(name)
    if summary is None or summary.id != name:
        raise NotFound(f"There is no record {name!r}. GET /records lists those that are there.", id=name)
    return summary


def _offset(cursor: str | None) -> int:
    text = text_of(cursor) if cursor else "0"
    if not (text.isascii() and text.isdigit() and len(text) < 18):
        raise BadParameter(
            "This cursor is none that was given out.", parameter="cursor", value=str(cursor)[:200]
        )
    return int(text)
