"""Judging: documents that are not kept, and records that are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from imagegraph.api import openapi, pages
from imagegraph.api.access import require
from imagegraph.api.bodies import read_document
from imagegraph.api.body_text import media_type_of
from imagegraph.api.dependencies import Profiles, ServicesOf, get_record_id
from imagegraph.api.forms import FORM, Part, parse_form
from imagegraph.api.responses import HTML, JSON, as_json, negotiated, record_path, varied
from imagegraph.errors import BadParameter, Gone
from imagegraph.model.records import Document
from imagegraph.model.reports import Report
from imagegraph.operations.linking.judging import with_identifier_findings
from imagegraph.operations.services import Services

_WRITTEN_AS = (JSON, "text/plain", "text/turtle", "application/ld+json", HTML)

router = APIRouter()


@dataclass(frozen=True)
class _HandedIn:
    """What is to be judged, and the shapes that came with it."""

    document: Document
    shapes: Document | None = None


async def _handed_in(
    request: Request,
    format: Annotated[
        str | None,
        Query(description="Name of the format, when neither `Content-Type` nor the content shows it. "
              "`GET /` lists the names."),
    ] = None,
) -> _HandedIn:  # fmt: skip
    if media_type_of(request) != FORM:
        return _HandedIn(await read_document(request, format))
    form = parse_form(await request.body(), content_type=request.headers["content-type"])
    found = {part.name: part for part in form}
    if len(found) != len(form) or set(found) != {"data", "shapes"}:
        raise BadParameter(
            f"A form to judge has the two files `data` and `shapes`; this one has {_listed(form)}: "
            "curl -F data=@FILE -F shapes=@FILE … A document alone is sent as the body: "
            "curl --data-binary @FILE …",
            parameter="shapes",
        )
    data, shapes = (
        Document(name=found[name].filename or name, content=found[name].content, media_type=found[name].told)
        for name in ("data", "shapes")
    )
    return _HandedIn(replace(data, format=format), shapes)


def _listed(form: Sequence[Part]) -> str:
    return ", ".join(repr(part.name[:40]) for part in form[:5]) or "nothing"


@router.post(
    "/validate",
    tags=["Validation"],
    operation_id="validate",
    summary="Judge a document without keeping it",
    response_class=Response,
    responses=openapi.answers(
        {200: ("What was found; also when rules are broken", openapi.REPORT)},
        problems=[400, 401, 403, 406, 413, 415, 422, 503],
        media_types=_WRITTEN_AS,
    ),
    openapi_extra=openapi.document_body(
        also={
            FORM: {
                "schema": {
                    "type": "object",
                    "required": ["data", "shapes"],
                    "properties": {
                        "data": {"type": "string", "description": "RDF."},
                        "shapes": {"type": "string", "description": "SHACL shapes, in RDF."},
                    },
                }
            }
        }
    ),
)
def validate(
    request: Request,
    services: ServicesOf,
    handed_in: Annotated[_HandedIn, Depends(_handed_in)],
    profiles: Profiles,
) -> Response:
    """Judge the statements of a document as they are, by the profiles named, else by the model itself.

    `conforms` is false when a rule is broken that would refuse the record. As Turtle or JSON-LD the answer
    is a `sh:ValidationReport`. A form with the files `data` and `shapes` is judged by those SHACL shapes
    instead; only administrators may send one.
    """
    media_type = negotiated(request, _offered(services))
    title = "What the rules say about this document"
    if handed_in.shapes is None:
        found = services.preparer.judge(handed_in.document, profiles=profiles or ("core",))
    elif profiles:
        raise BadParameter(
            "Judging by profiles and by shapes of your own are two requests; leave one out.",
            parameter="profile",
        )
    else:
        require(request, "admin")
        found = services.preparer.judge_by(handed_in.document, shapes=handed_in.shapes)
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
