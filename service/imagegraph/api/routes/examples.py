"""Examples of every class, to start from."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from imagegraph.api import openapi, pages
from imagegraph.api.dependencies import ServicesOf
from imagegraph.api.responses import HTML, JSON, as_json, negotiated, path_below, varied
from imagegraph.operations.examples import example_as_json_ld, get_example, list_examples

router = APIRouter(tags=["Reference"])

_YAML, _JSON_LD = "application/yaml", "application/ld+json"
_OFFERED = (_YAML, _JSON_LD, HTML)
_SUFFIXES = {"yaml": _YAML, "yml": _YAML, "jsonld": _JSON_LD, "json": _JSON_LD, "html": HTML}


@router.get(
    "/examples",
    operation_id="listExamples",
    summary="List the examples",
    response_class=Response,
    responses=openapi.answers(
        {
            200: (
                "Classes that have an example",
                {"items": [{"class": "Objective", "url": "/examples/Objective"}]},
            )
        },
        problems=[406],
        media_types=(JSON, HTML),
    ),
)
def list_class_examples(request: Request, services: ServicesOf) -> Response:
    """One example for each class of the model."""
    names = list_examples()
    if negotiated(request, (JSON, HTML)) == HTML:
        return varied(Response(pages.examples(services, names), media_type=HTML))
    items = [{"class": name, "url": path_below(services, f"examples/{name}")} for name in names]
    return varied(as_json({"items": items}))


@router.get(
    "/examples/{class_name}",
    operation_id="readExample",
    summary="One example",
    response_class=Response,
    responses=openapi.answers(
        {200: ("A small valid document", openapi.EXAMPLE)}, problems=[404, 406], media_types=_OFFERED
    ),
)
def read_example(request: Request, services: ServicesOf, class_name: str) -> Response:
    """A small valid document of a class, as YAML, JSON-LD or a page; by `Accept` or `.yaml .jsonld .html`."""
    stem, dot, ending = class_name.rpartition(".")
    suffix = ending if dot and ending in _SUFFIXES else None
    name = stem if suffix else class_name
    text = get_example(name)
    media_type = _SUFFIXES[suffix] if suffix else negotiated(request, _OFFERED)
    if media_type == HTML:
        content = pages.example(services, name=name, text=text)
        response = Response(content, media_type=HTML)
    elif media_type == _YAML:
        response = Response(text, media_type=_YAML)
    else:
        response = as_json(example_as_json_ld(name, base=services.settings.base))
        response.headers["Content-Type"] = _JSON_LD
    return response if suffix else varied(response)
