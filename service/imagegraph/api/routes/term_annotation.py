"""Terms for what people wrote: candidates with their reasons, for a person to choose from."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from imagegraph.api import openapi, openapi_terms
from imagegraph.api.annotation_bodies import AnnotationBody
from imagegraph.api.dependencies import ServicesOf
from imagegraph.api.responses import as_json
from imagegraph.api.term_languages import languages_of
from imagegraph.operations.terms.annotation import TermAnnotator
from imagegraph.operations.terms.values import annotation_values

router = APIRouter(tags=["Terms"])


@router.post(
    "/terms/annotate",
    operation_id="annotate",
    summary="Find the terms in a column of strings or in a text",
    response_class=Response,
    responses=openapi.answers(
        {200: ("What each text names, in their order", openapi_terms.ANNOTATIONS)}, problems=[400, 413, 415]
    ),
    openapi_extra=openapi_terms.ANNOTATE_BODY,
)
def annotate(request: Request, services: ServicesOf, wanted: AnnotationBody) -> Response:
    """Each passage that may name a term, with its candidates; nothing is chosen silently.

    `start` and `end` count characters (Unicode code points). `status` is `suggested` when one term of the
    field's preferred vocabulary is called exactly so (`choice`), `open` when a person must choose, `unknown`
    when nothing is called so. A remote service is never asked: columns hold unpublished work.
    """
    annotator = TermAnnotator(
        services.terms, field=wanted.field, ontologies=wanted.ontologies, limit=wanted.limit,
        languages=languages_of(request, wanted.lang) or ("en",),
    )  # fmt: skip
    found = [annotator.text(wanted.texts[0])] if wanted.free else annotator.column(wanted.texts)
    return as_json({"items": [annotation_values(one) for one in found]}, headers={"Vary": "Accept-Language"})
