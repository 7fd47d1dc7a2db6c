"""Handing records in, replacing and deleting them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Query, Request
from starlette.responses import Response

from imagegraph.api import openapi
from imagegraph.api.access import Agent, caller_of
from imagegraph.api.bodies import BodyDocument
from imagegraph.api.dependencies import Profiles, RecordId, ServicesOf
from imagegraph.api.outcomes import is_new, outcome_response, told_of, with_places
from imagegraph.api.responses import as_json
from imagegraph.errors import BadParameter, EmptyDocument, Refusal, ValidationFailed
from imagegraph.operations.naming import record_iri
from imagegraph.operations.outcomes import Outcome
from imagegraph.operations.services import Services, ending_of

router = APIRouter(tags=["Records"])
_STATUSES = ("stored", "unchanged", "refused")

Reason = Annotated[
    str | None,
    Query(max_length=500, description="Why, for the history of the record.", examples=["typo in title"]),
]
IfMatch = Annotated[str | None, Header(description="ETag of the version that you have seen, or `*`.")]
IfNoneMatch = Annotated[str | None, Header(description="`*` to create the record only if it is not there.")]


@router.post(
    "/records",
    operation_id="addRecords",
    summary="Hand in a document",
    response_class=Response,
    status_code=201,
    responses=openapi.answers(
        {
            200: (
                "Nothing was created: the same is kept already, it is a new version, or a dry run",
                openapi.OUTCOME,
            ),
            201: ("Stored; `Location` is the record", openapi.OUTCOME),
        },
        problems=[400, 403, 404, 413, 415, 422, 503, 507],
    ),
    openapi_extra=openapi.document_body(),
)
def add_records(
    request: Request,
    services: ServicesOf,
    document: BodyDocument,
    profiles: Profiles,
    agent: Agent,
    dry_run: Annotated[bool, Query(description="Read and judge, but keep nothing.")] = False,
    project: Annotated[
        str | None,
        Query(
            description="Where new records go; not needed when you can write to one only.", examples=["fish"]
        ),
    ] = None,
    reason: Reason = None,
) -> Response:
    """Read a document of any known format, judge its records, and keep those that break no rule.

    The format is recognised by `Content-Type`, by the file name in `Content-Disposition`, or by the content.
    A document with several records answers with `items`; one bad record refuses itself, not the others.
    Handing in the same document again changes nothing.
    """
    if project is not None and caller_of(request).scope == "admin":
        services.projects.get(project)
    outcomes = list(
        services.ingest.take(
            [document], profiles=profiles, agent=agent, reason=reason or "POST /records",
            keep="dry-run" if dry_run else "keep", project=project,
        )
    )  # fmt: skip
    if not outcomes:
        raise EmptyDocument("The document holds no record.", source=document.name)
    if len(outcomes) > 1:
        return _several(services, outcomes, kept=not dry_run)
    outcome = outcomes[0]
    if outcome.error is not None:
        raise with_places(outcome.error, document)
    if dry_run:
        return as_json({**told_of(services, outcome, etag=None), "dry_run": True})
    return outcome_response(services, outcome, created=outcome.status == "stored" and outcome.version == 1)


@router.put(
    "/records/{id}",
    operation_id="putRecord",
    summary="Create or replace one record",
    response_class=Response,
    responses=openapi.answers(
        {200: ("A new version, or unchanged", openapi.OUTCOME), 201: ("Created", openapi.OUTCOME)},
        problems=[400, 403, 412, 413, 415, 422, 428, 503, 507],
    ),
    openapi_extra=openapi.document_body(),
)
def put_record(
    services: ServicesOf,
    id: RecordId,
    document: BodyDocument,
    profiles: Profiles,
    agent: Agent,
    if_match: IfMatch = None,
    if_none_match: IfNoneMatch = None,
    reason: Reason = None,
) -> Response:
    """Make a document with exactly one record the newest version of the record at this address.

    A record that is there is only replaced when `If-Match` names its current version. Putting the same
    document again changes nothing and needs no header.
    """
    ending = ending_of(services, id)
    if ending is not None:
        raise BadParameter(
            f"The id of a record cannot end in .{ending}: that asks for a format of another record.",
            parameter="id",
            value=id,
        )
    try:
        outcome = services.ingest.put(
            document, id=id, iri=record_iri(services.settings.base, id), if_match=if_match,
            if_none_match=if_none_match, profiles=profiles, agent=agent,
            reason=reason or f"PUT /records/{id}",
        )  # fmt: skip
    except ValidationFailed as error:
        raise with_places(error, document) from None
    return outcome_response(
        services, outcome, created=outcome.status == "stored" and is_new(services, outcome)
    )


@router.delete(
    "/records/{id}",
    operation_id="deleteRecord",
    summary="Delete one record",
    status_code=204,
    response_class=Response,
    responses=openapi.answers({204: ("Deleted", None)}, problems=[400, 403, 404, 410, 412, 428, 507]),
)
def delete_record(
    services: ServicesOf, id: RecordId, agent: Agent, if_match: IfMatch = None, reason: Reason = None
) -> Response:
    """Delete a record. Its history stays, and its address answers 410 from then on."""
    services.ingest.bury(id, if_match=if_match, agent=agent, reason=reason or f"DELETE /records/{id}")
    return Response(status_code=204)


def _several(services: Services, outcomes: list[Outcome], *, kept: bool) -> Response:
    items = [told_of(services, outcome, etag=None) for outcome in outcomes]
    refused = [outcome for outcome in outcomes if outcome.status == "refused"]
    if len(refused) == len(outcomes):
        raise Refusal(
            f"All {len(outcomes)} records of the document were refused; nothing was stored. "
            f"First: {refused[0].error.detail if refused[0].error else ''}",
            items=items,
        )
    created = kept and any(outcome.status == "stored" for outcome in outcomes)
    summary = {status: sum(outcome.status == status for outcome in outcomes) for status in _STATUSES}
    answer = (
        {"summary": summary, "items": items}
        if kept
        else {"dry_run": True, "summary": summary, "items": items}
    )
    return as_json(answer, status=201 if created else 200)
