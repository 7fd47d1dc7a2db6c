"""Judging: documents that are not kept, and records that are."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from imagegraph.api import openapi, pages
from imagegraph.api.bodies import BodyDocument
from imagegraph.api.dependencies import Profiles, ServicesOf, get_record_id
from imagegraph.api.responses import HTML, JSON, as_json, negotiated, record_path, varied
from imagegraph.errors import Gone
from imagegraph.model.records import Document
from imagegraph.model.reports import Report
from imagegraph.operations.linking.judging import with_identifier_findings
from imagegraph.operations.services import Services

_WRITTEN_AS = (JSON, "text/plain", "text/turtle", "application/ld+json", HTML)

router = APIRouter()


@router.post(
    "/validate",
    tags=["Validation"],
    operation_id="validate",
    summary="Judge a document without keeping it",
    response_class=Response,
    responses=openapi.answers(
        {200: ("What was found; also when rules are broken", openapi.REPORT)},
        problems=[400, 406, 413, 415, 503],
        media_types=_WRITTEN_AS,
    ),
    openapi_extra=openapi.document_body(),
)
def validate(request: Request, services: ServicesOf, document: BodyDocument, profiles: Profiles) -> Response:
    """Judge the statements of a document as they are, by the profiles named, else by the model itself.

    `conforms` is false when a rule is broken that would refuse the record. As Turtle or JSON-LD the answer
    is a `sh:ValidationReport`.
    """
    media_type = negotiated(request, _offered(services))
    found = services.preparer.judge(document, profiles=profiles or ("core",))
    title = "What the rules say about this document"
    return _written(services, found, media_type=media_type, title=title, back=None)


@router.get(
    "/records/{id}/report",
    tags=["Records"],
    operation_id="readReport",
    summary="What the rules say about a record",
    response_class=Response,
    responses=openapi.answers(
        {200: ("What was found", openapi.REPORT)}, problems=[400, 404, 406, 410, 503], media_types=_WRITTEN_AS
    ),
)
def read_report(
    request: Request,
    services: ServicesOf,
    id: str,
    profiles: Profiles,
    version: Annotated[
        int | None, Query(ge=1, lt=10**18, description="Of this version instead of the current one.")
    ] = None,
) -> Response:
    """The findings of the day when the record was accepted; with `profile` it is judged anew by those.

    What is said about identifiers is what is known today. It is asked for while the service runs, so there may be
    more a minute after a record came.
    """
    media_type = negotiated(request, _offered(services))
    kept = services.journal.version(get_record_id(services, id), version)
    if kept.deleted:
        raise Gone(f"The record {id!r} was deleted on {kept.at}.", id=id)
    found = kept.report
    if profiles:
        document = Document(name=kept.source, content=kept.ntriples, media_type="application/n-triples")
        found = services.preparer.judge(document, profiles=profiles)
    found = with_identifier_findings(found, kept.ntriples, known=services.linking.known, source=kept.source)
    title = f"What the rules say about {kept.title or kept.id}"
    return _written(services, found, media_type=media_type, title=title, back=record_path(services, kept.id))


def _offered(services: Services) -> tuple[str, ...]:
    return (JSON, *services.report_writers, HTML)


def _written(services: Services, found: Report, *, media_type: str, title: str, back: str | None) -> Response:
    if media_type == JSON:
        return varied(as_json(found.as_dict()))
    if media_type == HTML:
        return varied(Response(pages.report(services, found, title=title, back=back), media_type=HTML))
    return varied(Response(services.report_writers[media_type](found), media_type=media_type))
