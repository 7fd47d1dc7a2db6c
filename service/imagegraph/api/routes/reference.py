"""The model, its shapes, its JSON-LD context: the files that are packaged, at fixed addresses."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache

from fastapi import APIRouter, Request
from starlette.responses import Response

from imagegraph import resources
from imagegraph.api import openapi, pages
from imagegraph.api.dependencies import ServicesOf
from imagegraph.api.responses import HTML, JSON, as_json, is_known, negotiated, path_below, varied
from imagegraph.errors import NotFound
from imagegraph.model.classes import packaged_classes

router = APIRouter(tags=["Reference"])

_TURTLE, _SCHEMA, _JSON_LD = "text/turtle", "application/schema+json", "application/ld+json"
#: file of `ontologies/generated` -> (media type, what it is)
_MODEL = {
    "imagegraph.schema.json": (_SCHEMA, "JSON Schema: checks plain JSON and YAML"),
    "imagegraph.owl.ttl": (_TURTLE, "OWL: classes and properties"),
    "imagegraph.sql": ("text/plain", "SQL: tables for those who keep metadata in a database"),
    "context.jsonld": (_JSON_LD, "JSON-LD context: what the names mean"),
}
_DAY = "public, max-age=86400"


@router.get(
    "/schema",
    operation_id="readSchema",
    summary="The model",
    response_class=Response,
    responses=openapi.answers(
        {200: ("JSON Schema unless asked otherwise", {"$schema": "…"})},
        problems=[406],
        media_types=(_SCHEMA, JSON, _TURTLE, HTML),
    ),
)
def read_schema(request: Request, services: ServicesOf) -> Response:
    """The model as JSON Schema, as OWL in Turtle, or a page that lists its files."""
    media_type = negotiated(request, (_SCHEMA, JSON, _TURTLE, HTML))
    if media_type == HTML:
        listed = {f"schema/{name}": what for name, (_, what) in _MODEL.items()}
        classes = [one.name for one in packaged_classes().values()]
        text = "What can be said about images, in the forms that programs read, and class by class."
        content = pages.reference(services, title="The model", text=text, files=listed, classes=classes)
        return varied(Response(content, media_type=HTML))
    name = "imagegraph.owl.ttl" if media_type == _TURTLE else "imagegraph.schema.json"
    return varied(_file(request, "ontologies", "generated", name, media_type=media_type))


@router.get(
    "/schema/{name}",
    operation_id="readSchemaFile",
    summary="A file or a class of the model",
    response_class=Response,
    responses=openapi.answers({200: ("The file", None)}, problems=[404, 406]),
)
def read_schema_file(request: Request, services: ServicesOf, name: str) -> Response:
    """A file of the model, or what one class says, such as `/schema/Objective`."""
    if name in _MODEL:
        return _file(request, "ontologies", "generated", name, media_type=_MODEL[name][0])
    definitions = _definitions()
    if name not in definitions:
        raise NotFound(
            f"The model has no class {name!r}. GET /schema lists them; files are {', '.join(_MODEL)}.",
            name=name,
        )
    if negotiated(request, (JSON, HTML)) == HTML:
        content = pages.model_class(services, name=name, definition=definitions[name])
        return varied(Response(content, media_type=HTML))
    return varied(as_json(definitions[name]))


@router.get(
    "/shapes",
    operation_id="listShapes",
    summary="The profiles that documents are judged by",
    response_class=Response,
    responses=openapi.answers(
        {200: ("All of them", {"items": [{"name": "rembi", "url": "/shapes/rembi"}]})},
        problems=[406],
        media_types=(JSON, HTML),
    ),
)
def list_shapes(request: Request, services: ServicesOf) -> Response:
    """`core` is the model itself and always holds; the others are named with `?profile=`."""
    if negotiated(request, (JSON, HTML)) == HTML:
        listed = {f"shapes/{name}": name for name in services.profiles}
        text = "Rules in SHACL. `core` always holds; the others are what communities ask for."
        return varied(
            Response(pages.reference(services, title="Rules", text=text, files=listed), media_type=HTML)
        )
    items = [{"name": name, "url": path_below(services, f"shapes/{name}")} for name in services.profiles]
    return varied(as_json({"items": items}))


@router.get(
    "/shapes/{name}",
    operation_id="readShapes",
    summary="The shapes of one profile",
    response_class=Response,
    responses=openapi.answers({200: ("SHACL in Turtle", "…")}, problems=[404], media_types=(_TURTLE,)),
)
def read_shapes(request: Request, services: ServicesOf, name: str) -> Response:
    """The SHACL shapes of a profile, in Turtle."""
    name = name.removesuffix(".ttl")
    if name not in services.profiles:
        raise NotFound(f"There is no profile {name!r}. There are: {', '.join(services.profiles)}.", name=name)
    place = ("core", "imagegraph.ttl") if name == "core" else ("profiles", f"{name}.ttl")
    return _file(request, "shapes", *place, media_type=_TURTLE)


@router.get(
    "/context/v1.jsonld",
    operation_id="readContext",
    summary="The JSON-LD context",
    response_class=Response,
    responses=openapi.answers({200: ("The context", {"@context": {}})}, problems=[], media_types=(_JSON_LD,)),
)
def read_context(request: Request) -> Response:
    """What the names in our JSON and JSON-LD mean. Keep it: names are added to `v1`, never changed."""
    return _file(request, "ontologies", "generated", "context.jsonld", media_type=_JSON_LD)


def _file(request: Request, *place: str, media_type: str) -> Response:
    content, digest = _read(place)
    etag = f'"{digest}"'
    headers = {"ETag": etag, "Cache-Control": _DAY}
    if is_known(request, etag):
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=media_type, headers=headers)


@cache
def _read(place: tuple[str, ...]) -> tuple[bytes, str]:
    content = resources.text(*place).encode()
    return content, hashlib.sha256(content).hexdigest()[:16]


@cache
def _definitions() -> Mapping[str, Mapping[str, object]]:
    schema: dict[str, dict[str, Mapping[str, object]]] = json.loads(
        _read(("ontologies", "generated", "imagegraph.schema.json"))[0]
    )
    return schema["$defs"]
