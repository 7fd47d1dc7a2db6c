"""Graphs in the bodies of requests: one, or the files of a form."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated, Any

from fastapi import Depends, Request

from imagegraph.api.body_text import media_type_of
from imagegraph.api.forms import FORM, parse_form
from imagegraph.errors import EmptyDocument, UnknownFormat
from imagegraph.model.records import Document

#: media type -> name of the importer
_READ = {
    "text/turtle": "turtle",
    "application/n-triples": "n-triples",
    "application/rdf+xml": "rdf-xml",
    "application/ld+json": "json-ld",
}
_STATEMENTS: dict[str, Any] = {
    "text/turtle": {"schema": {"type": "string"}, "example": "<https://doi.org/10.5072/example> a <https://w3id.org/imagegraph/Study> ."},
    "application/n-triples": {"schema": {"type": "string"}},
    "application/rdf+xml": {"schema": {"type": "string"}},
    "application/ld+json": {"schema": {"type": "object"}},
}  # fmt: skip
#: what OpenAPI is told of a body with one graph, and of one with several
GRAPH_BODY = {"requestBody": {"required": True, "description": "A graph.", "content": _STATEMENTS}}
GRAPH_BODIES = {
    "requestBody": {
        "required": True,
        "description": "A graph, or a form with several.",
        "content": {**_STATEMENTS, FORM: {"schema": {"type": "object"}}},
    }
}


async def _documents(request: Request) -> list[Document]:
    """The graphs in a body: one, or the files of a form."""
    content = await request.body()
    if media_type_of(request) != FORM:
        return [_document(content, media_type=media_type_of(request), name="request body")]
    parts = parse_form(content, content_type=request.headers["content-type"])
    if not parts:
        raise EmptyDocument("The form has no files.")
    return [
        _document(part.content, media_type=part.media_type, name=part.filename or part.name or "form")
        for part in parts
    ]


def _document(content: bytes, *, media_type: str, name: str) -> Document:
    if media_type not in _READ:
        raise UnknownFormat(
            f"The Content-Type of a graph is one of {', '.join(_READ)}, not {media_type or 'left out'}. "
            "Documents of other formats go to /records.",
            offered=list(_READ),
            media_type=media_type,
        )
    if not content.strip():
        raise EmptyDocument("There are no statements in the body. DELETE removes a graph.")
    name = PurePosixPath(name.replace("\\", "/")).name[:200]
    return Document(name=name, content=content, media_type=media_type, format=_READ[media_type])


#: the graphs of the body
GraphDocuments = Annotated[list[Document], Depends(_documents)]
