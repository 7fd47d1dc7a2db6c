"""Examples of every class, to start from."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from imagegraph.api import openapi, pages
from imagegraph.api.dependencies import ServicesOf
from imagegraph.api.responses import (
    HTML,
    JSON,
    RepresentationCache,
    as_json,
    negotiated,
    path_below,
    varied,
)
from imagegraph.model.records import Document, PreparedRecord, Version
from imagegraph.operations.examples import example_as_json_ld, get_example, list_examples
from imagegraph.operations.naming import record_iri
from imagegraph.operations.services import Services

router = APIRouter(tags=["Reference"])

_YAML, _JSON_LD, _TURTLE = "application/yaml", "application/ld+json", "text/turtle"
_OFFERED = (_YAML, _JSON_LD, _TURTLE, HTML)
_SUFFIXES = {
    "yaml": _YAML, "yml": _YAML, "jsonld": _JSON_LD, "json": _JSON_LD, "ttl": _TURTLE, "html": HTML,
}  # fmt: skip


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
        {200: ("A small valid document", openapi.EXAMPLE)}, problems=[404, 406, 503], media_types=_OFFERED
    ),
)
def read_example(request: Request, services: ServicesOf, class_name: str) -> Response:
    """A small valid document of a class, as YAML, JSON-LD, Turtle or a page; by `Accept` or the ending.

    The endings are `.yaml .jsonld .ttl .html`.
    """
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
    elif media_type == _TURTLE:
        response = Response(_as_turtle(request, services, name=name, text=text), media_type=_TURTLE)
    else:
        response = as_json(example_as_json_ld(name, base=services.settings.base))
        response.headers["Content-Type"] = _JSON_LD
    return response if suffix else varied(response)


def _as_turtle(request: Request, services: Services, *, name: str, text: str) -> bytes:
    """The example as Turtle, read like any other document and written like a record."""
    cache: RepresentationCache = request.app.state.representations
    key = (f"examples/{name}", 0, _TURTLE)
    content = cache.find(key)
    if content is None:
        document = Document(name=f"{name}.yaml", content=text.encode(), media_type=_YAML)
        iri = record_iri(services.settings.base, f"example-{name}")
        intakes = services.preparer.prepare([document], profiles=(), record=iri)
        found = [intake for intake in intakes if intake.records or intake.refusals]
        if not found[0].records:
            raise found[0].refusals[0]
        content = services.exporters[_TURTLE].export(_version(found[0].records[0]))
        cache.keep(key, content)
    return content


def _version(record: PreparedRecord) -> Version:
    """A record that is not kept, in the form that exporters take."""
    return Version(
        id=record.id, iri=record.iri, about=record.about, type=record.type, title=record.title,
        source=record.source, format=record.format, digest=record.digest, ntriples=record.ntriples,
        report=record.report, sequence=0, number=1, at="", agent="", reason="", previous_hash="", hash="",
    )  # fmt: skip
