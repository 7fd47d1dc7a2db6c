"""Proposals that two things are the same, and deciding about them."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from typing import Annotated, Any, cast
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from imagegraph.api import openapi, reconciliation_pages
from imagegraph.api.access import Agent
from imagegraph.api.dependencies import ServicesOf
from imagegraph.api.problems import status_of
from imagegraph.api.reconciliation_bodies import REASON_BODY, Reason
from imagegraph.api.responses import (
    HTML,
    JSON,
    REVALIDATE,
    as_json,
    link,
    negotiated,
    path_below,
    record_path,
    varied,
)
from imagegraph.errors import BadParameter, ImagegraphError
from imagegraph.operations.reconciliation.decisions import decide, undo
from imagegraph.operations.reconciliation.proposals import (
    STATUSES,
    Proposal,
    Side,
    Status,
    get_proposal,
    proposals,
)
from imagegraph.operations.reconciliation.things import KINDS, Kind
from imagegraph.operations.services import Services

router = APIRouter(tags=["Reconciliation"])
_ALL = "all"

Kinds = Annotated[
    str, Query(description=f"Only about these things: {', '.join(KINDS)}.", examples=["person"])
]
Project = Annotated[
    str | None, Query(description="Whose people see the decision; not needed when you can write to one only.")
]
Statuses = Annotated[str, Query(description=f"{', '.join(STATUSES)} or {_ALL}.", examples=["open"])]

_PROPOSAL: dict[str, Any] = {
    "id": "reconciliation-0ff3c1ac2b9ca2d3", "kind": "person", "status": "open", "score": 0.94,
    "likelihood": "almost certain",
    "left": {"iri": "https://orcid.org/0000-0002-1825-0097", "name": "Josiah Carberry", "records": ["pilot-study"]},
    "right": {
        "iri": "http://localhost:8000/records/other-study#person-1", "name": "J. Carberry", "records": ["other-study"],
    },
    "reasons": [
        "“Josiah Carberry” and “J. Carberry” fit: of a first name only the initial is known.",
        "Both published with Ada Okafor.",
    ],
    "decision": None,
    "url": "/reconciliation/reconciliation-0ff3c1ac2b9ca2d3",
}  # fmt: skip
_DECIDED = {
    **_PROPOSAL,
    "status": "accepted",
    "decision": {
        "verdict": "accepted", "reasons": ["The publication list of the iD names this study."], "agent": "HTTP API",
        "at": "2026-11-28T09:30:00Z", "record": "/records/reconciliation-0ff3c1ac2b9ca2d3",
    },
}  # fmt: skip
_PROBLEMS = [400, 403, 404, 406, 415, 422, 503, 504, 507]


@router.get(
    "/reconciliation",
    operation_id="listProposals",
    summary="What may be the same",
    response_class=Response,
    responses=openapi.answers(
        {200: ("Proposals, best first", {"items": [_PROPOSAL], "next": None})},
        problems=[400, 406, 503, 504],
        media_types=(JSON, HTML),
    ),
)
def list_proposals(
    request: Request,
    services: ServicesOf,
    kind: Kinds = "",
    status: Statuses = "open",
    cursor: Annotated[str | None, Query(description="Where to go on: `next` of the page before.")] = None,
    limit: Annotated[int, Query(ge=1, le=1000, description="Most proposals of a page.")] = 50,
) -> Response:
    """Pairs of people, organisations, instruments or antibodies that may be one, with reasons and a score.

    Of a group that looks alike as few pairs are listed as are needed to join it.
    """
    media_type = negotiated(request, (JSON, HTML))
    asked = {"kind": kind, "status": status or "open"}
    found = proposals(
        services, kind=_kind(kind), status=_status(status), after=_after(cursor), limit=limit + 1
    )
    items = found[:limit]
    next_page = None
    if len(found) > limit:
        given = {name: value for name, value in asked.items() if value} | {"limit": str(limit)}
        next_page = (
            f"{path_below(services, 'reconciliation')}?{urlencode({**given, 'cursor': _cursor(items[-1])})}"
        )
    headers = {"Cache-Control": REVALIDATE} | ({"Link": link(next_page, rel="next")} if next_page else {})
    if media_type == HTML:
        page = reconciliation_pages.proposals(services, items, asked=asked, next_page=next_page)
        return varied(Response(page, media_type=HTML, headers=headers))
    return varied(
        as_json({"items": [_told(services, one) for one in items], "next": next_page}, headers=headers)
    )


@router.get(
    "/reconciliation/{id}",
    operation_id="readProposal",
    summary="One proposal",
    response_class=Response,
    responses=openapi.answers(
        {200: ("The proposal, with its decision when there is one", _DECIDED)},
        problems=[404, 406, 503, 504],
        media_types=(JSON, HTML),
    ),
)
def read_proposal(request: Request, services: ServicesOf, id: str) -> Response:
    """One proposal. The history of its decision is `GET /records/{id}/versions`."""
    media_type = negotiated(request, (JSON, HTML))
    found = get_proposal(services, id)
    if media_type == HTML:
        asked = {"kind": "", "status": _ALL}
        page = reconciliation_pages.proposals(services, [found], asked=asked, next_page=None, alone=id)
        return varied(Response(page, media_type=HTML, headers={"Cache-Control": REVALIDATE}))
    return varied(as_json(_told(services, found), headers={"Cache-Control": REVALIDATE}))


@router.post(
    "/reconciliation/{id}/accept",
    operation_id="acceptProposal",
    summary="Say that they are the same",
    response_class=Response,
    responses=openapi.answers({200: ("The proposal with its decision", _DECIDED)}, problems=_PROBLEMS),
    openapi_extra=REASON_BODY,
)
def accept_proposal(
    request: Request,
    services: ServicesOf,
    id: str,
    reason: Reason,
    agent: Agent,
    kind: Kinds = "",
    status: Statuses = "",
    project: Project = None,
) -> Response:
    """Keep the decision as a record that states `owl:sameAs`; nothing else is changed. Repeating it changes nothing."""
    return _changed(
        request, services, lambda: decide(services, id, "accepted", agent=agent, reason=reason, project=project),
        asked={"kind": kind, "status": status},
    )  # fmt: skip


@router.post(
    "/reconciliation/{id}/reject",
    operation_id="rejectProposal",
    summary="Say that they are not the same",
    response_class=Response,
    responses=openapi.answers({200: ("The proposal with its decision", _DECIDED)}, problems=_PROBLEMS),
    openapi_extra=REASON_BODY,
)
def reject_proposal(
    request: Request,
    services: ServicesOf,
    id: str,
    reason: Reason,
    agent: Agent,
    kind: Kinds = "",
    status: Statuses = "",
    project: Project = None,
) -> Response:
    """Keep the decision; the pair is not proposed again. Repeating it changes nothing."""
    return _changed(
        request, services, lambda: decide(services, id, "rejected", agent=agent, reason=reason, project=project),
        asked={"kind": kind, "status": status},
    )  # fmt: skip


@router.post(
    "/reconciliation/{id}/undo",
    operation_id="undoDecision",
    summary="Take a decision back",
    response_class=Response,
    responses=openapi.answers({200: ("The proposal, open again", _PROPOSAL)}, problems=_PROBLEMS),
    openapi_extra=REASON_BODY,
)
@router.delete(
    "/reconciliation/{id}",
    operation_id="deleteDecision",
    summary="Take a decision back",
    response_class=Response,
    responses=openapi.answers({200: ("The proposal, open again", _PROPOSAL)}, problems=_PROBLEMS),
    openapi_extra=REASON_BODY,
)
def undo_decision(
    request: Request,
    services: ServicesOf,
    id: str,
    reason: Reason,
    agent: Agent,
    kind: Kinds = "",
    status: Statuses = "",
) -> Response:
    """Delete the record of the decision, and with it the link; its history stays."""
    return _changed(
        request, services, lambda: undo(services, id, agent=agent, reason=reason),
        asked={"kind": kind, "status": status},
    )  # fmt: skip


def _changed(
    request: Request, services: Services, work: Callable[[], Proposal], *, asked: dict[str, str]
) -> Response:
    """The answer to a change: the proposal, or for a form the list that it was sent from."""
    if negotiated(request, (JSON, HTML)) == JSON:
        return varied(as_json(_told(services, work())))
    kind, status = _kind(asked["kind"]), _status(asked["status"] or "open")
    try:
        work()
    except ImagegraphError as error:
        found = proposals(services, kind=kind, status=status, limit=50)
        page = reconciliation_pages.proposals(
            services, found, asked={**asked, "status": asked["status"] or "open"}, next_page=None,
            error=error.detail,
        )  # fmt: skip
        return varied(Response(page, status_code=status_of(error), media_type=HTML))
    given = {name: value for name, value in asked.items() if value}
    place = path_below(services, "reconciliation") + (f"?{urlencode(given)}" if given else "")
    return varied(Response(status_code=303, headers={"Location": place}))


def _kind(text: str) -> Kind | None:
    if text and text not in KINDS:
        raise BadParameter(
            f"kind must be one of {', '.join(KINDS)}, not {text[:80]!r}.",
            parameter="kind", value=text[:80], known=list(KINDS),
        )  # fmt: skip
    return text or None


def _status(text: str) -> Status | None:
    if text and text not in (*STATUSES, _ALL):
        raise BadParameter(
            f"status must be one of {', '.join(STATUSES)} or {_ALL}, not {text[:80]!r}.",
            parameter="status", value=text[:80], known=[*STATUSES, _ALL],
        )  # fmt: skip
    return None if text == _ALL else cast(Status, text or "open")


def _told(services: Services, one: Proposal) -> dict[str, Any]:
    decision = one.decision
    return {
        "id": one.id, "kind": one.kind, "status": one.status, "score": one.score, "likelihood": one.likelihood,
        "left": _told_side(one.left), "right": _told_side(one.right), "reasons": list(one.reasons),
        "decision": None if decision is None else {
            "verdict": decision.verdict, "reasons": list(decision.reasons), "agent": decision.agent,
            "at": decision.at, "record": record_path(services, decision.record),
        },
        "url": path_below(services, f"reconciliation/{quote(one.id)}"),
    }  # fmt: skip


def _told_side(side: Side) -> dict[str, Any]:
    return {"iri": side.iri, "name": side.name, "records": list(side.records)}


def _cursor(last: Proposal) -> str:
    return base64.urlsafe_b64encode(f"{last.score}:{last.id}".encode()).decode().rstrip("=")


def _after(cursor: str | None) -> tuple[float, str] | None:
    if not cursor:
        return None
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
        score, _, id = text.partition(":")
        return -float(score), id
    except (binascii.Error, ValueError) as error:
        raise BadParameter(
            "This cursor is none that was given out. Use `next` of the page before, or leave it out.",
            parameter="cursor",
            value=cursor[:200],
        ) from error
