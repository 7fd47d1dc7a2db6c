"""One ontology term: what is known about it, its place in the hierarchy, and where it is used."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from imagegraph.api import openapi, openapi_terms, term_pages
from imagegraph.api.dependencies import ServicesOf
from imagegraph.api.desk import AT_THE_DESK
from imagegraph.api.responses import HTML, JSON, as_json, link, negotiated, path_below, term_path
from imagegraph.api.term_languages import Lang, languages_of
from imagegraph.operations.services import Services
from imagegraph.operations.terms.description import TermDescription, describe_term, short_terms
from imagegraph.operations.terms.ids import get_term
from imagegraph.operations.terms.statements import as_json_ld, as_turtle, term_statements
from imagegraph.operations.terms.usage import usage_of
from imagegraph.operations.terms.values import description_values, short_values, usage_values
from imagegraph.ports.terms import Direction, Resolution

router = APIRouter(tags=["Terms"])

_JSON_LD, _TURTLE = "application/ld+json", "text/turtle"
_OFFERED = (JSON, _JSON_LD, _TURTLE, HTML)
_ENDINGS = {"json": JSON, "jsonld": _JSON_LD, "ttl": _TURTLE, "html": HTML}
_MOST = 100
#: an IRI that a Link header can hold as it is
_IN_HEADER = re.compile("[!#-;=?-~]+")

Id = Annotated[
    str,
    Path(
        description="Any spelling of its id: `FBbi:00000246`, `FBbi_00000246`, or its IRI, percent-encoded.",
        examples=["FBbi:00000246"],
    ),
]
Offset = Annotated[int, Query(ge=0, le=10_000_000, description="How many to pass over.")]
Limit = Annotated[int, Query(ge=1, le=_MOST, description="Most items of a page.")]
PartOf = Annotated[bool, Query(description="Follow part_of too, not only subClassOf.")]
InOntology = Annotated[
    str | None, Query(description="Only the hierarchy of this vocabulary's release.", examples=["uberon"])
]


def _add_hierarchy(direction: Direction, summary: str, description: str) -> None:
    @router.get(
        f"/terms/{{id:path}}/{direction}",
        operation_id=f"list{direction.capitalize()}",
        summary=summary,
        description=description,
        response_class=Response,
        responses=openapi.answers({200: ("One page of them", openapi_terms.RELATED)}, problems=[400, 404]),
    )
    def list_related(
        request: Request, services: ServicesOf, id: Id, lang: Lang = None, part_of: PartOf = True,
        ontology: InOntology = None, offset: Offset = 0, limit: Limit = 50,
    ) -> Response:  # fmt: skip
        return _related(
            request, services, id, direction=direction, lang=lang, part_of=part_of, ontology=ontology,
            offset=offset, limit=limit,
        )  # fmt: skip


_add_hierarchy(
    "parents",
    "The terms right above a term",
    "Its direct parents, each with the relation that leads to it: subClassOf, part_of.",
)
_add_hierarchy("children", "The terms right below a term", "Its direct children, by subClassOf and part_of.")
_add_hierarchy("ancestors", "All terms above a term", "Up to the roots, the nearest first.")
_add_hierarchy("descendants", "All terms below a term", "Down to the leaves, the nearest first.")


def _related(
    request: Request, services: Services, id: str, *, direction: Direction, lang: str | None, part_of: bool,
    ontology: str | None, offset: int, limit: int,
) -> Response:  # fmt: skip
    _, copies = get_term(services.terms, id)
    iri = copies[0].iri
    page = services.terms.related(
        iri, direction=direction, part_of=part_of, ontology=ontology, offset=offset, limit=limit
    )
    relations = {parent.iri: parent.relation for parent in reversed(copies[0].parents)}
    items = short_terms(
        (term.iri for term in page.terms), index=services.terms.index, registry=services.terms.registry,
        languages=languages_of(request, lang), relations=relations if direction == "parents" else None,
    )  # fmt: skip
    given = {"lang": lang, "part_of": None if part_of else "false", "ontology": ontology}
    path = term_path(services, services.terms.registry.curie(iri), tail=f"/{direction}")
    return _page(
        [short_values(one) for one in items],
        total=page.total,
        path=path,
        given=given,
        offset=offset,
        limit=limit,
    )


@router.get(
    "/terms/{id:path}/usage",
    operation_id="listTermUsage",
    dependencies=[AT_THE_DESK],
    summary="The records that use a term",
    response_class=Response,
    responses=openapi.answers(
        {200: ("One page of records, in the order of their ids", openapi_terms.USAGE)},
        problems=[400, 404, 503, 504],
    ),
)
def list_usage(
    request: Request,
    services: ServicesOf,
    id: Id,
    below: Annotated[bool, Query(description="Or a term below it, by subClassOf or part_of.")] = False,
    lang: Lang = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Response:
    """Records that have the term as a value, with the properties that have it."""
    _, copies = get_term(services.terms, id)
    iri = copies[0].iri
    found = usage_of(services, iri, below=below, offset=offset, limit=limit)
    terms = short_terms(
        (use.term for usage in found.usages for use in usage.uses), index=services.terms.index,
        registry=services.terms.registry, languages=languages_of(request, lang),
    )  # fmt: skip
    items = [usage_values(usage, terms={one.iri: one for one in terms}) for usage in found.usages]
    path = term_path(services, services.terms.registry.curie(iri), tail="/usage")
    given = {"below": "true" if below else None, "lang": lang}
    return _page(items, total=found.total, path=path, given=given, offset=offset, limit=limit)


def _page(
    items: Sequence[dict[str, Any]], *, total: int, path: str, given: dict[str, str | None], offset: int,
    limit: int,
) -> Response:  # fmt: skip
    kept = {name: value for name, value in given.items() if value} | {"limit": str(limit)}
    next_page = None
    headers = {"Vary": "Accept-Language"}
    if offset + limit < total:
        next_page = f"{path}?{urlencode({**kept, 'offset': str(offset + limit)})}"
        headers["Link"] = link(next_page, rel="next")
    return as_json({"items": items, "total": total, "next": next_page}, headers=headers)


@router.get(
    "/terms/{id:path}",
    operation_id="readTerm",
    summary="Read one term",
    response_class=Response,
    responses=openapi.answers(
        {200: ("What is known about the term", openapi_terms.TERM)},
        problems=[400, 404, 406],
        media_types=_OFFERED,
    ),
)
def read_term(request: Request, services: ServicesOf, id: Id, lang: Lang = None) -> Response:
    """What the loaded releases say about a term, as JSON, as OWL and SKOS in JSON-LD or Turtle, or as a page.

    Every spelling of the id is answered right away; `Link: rel="canonical"` names the one address. An ending
    `.json`, `.jsonld`, `.ttl` or `.html` decides instead of `Accept`. The label
    is in the language that `Accept-Language` prefers; `label_language` and `Content-Language` say which it is,
    `fallback` that none of the wanted ones was there. An obsolete term answers with what replaced it.
    """
    if not id.strip("/ "):
        return Response(status_code=308, headers={"Location": path_below(services, "terms")})
    stem, ending = _parted(services, id)
    media_type = _ENDINGS[ending] if ending else negotiated(request, _OFFERED)
    resolution, copies = get_term(services.terms, stem)
    languages = languages_of(request, lang)
    told = describe_term(
        copies, successors=resolution.successors, index=services.terms.index, registry=services.terms.registry,
        languages=languages,
    )  # fmt: skip
    if media_type == HTML:
        content = term_pages.term(services, told, resolution, languages=languages)
    else:
        content = _WRITERS[media_type](services, told, resolution)
    response = Response(content, media_type=media_type)
    response.headers["Link"] = ", ".join(_links(services, told))
    response.headers["Vary"] = "Accept, Accept-Language"
    if told.label.language:
        response.headers["Content-Language"] = told.label.language
    return response


def _parted(services: Services, id: str) -> tuple[str, str]:
    """The id and the file name ending of `id.ending`; the ending is empty when it belongs to the id."""
    stem, _, ending = id.rpartition(".")
    return (stem, ending) if ending in _ENDINGS and services.terms.registry.iri(stem) else (id, "")


def _links(services: Services, told: TermDescription) -> list[str]:
    links = [link(term_path(services, told.curie), rel="canonical")]
    if _IN_HEADER.fullmatch(told.term.iri):
        links.append(link(told.term.iri, rel="describes"))
    links += [link(term_path(services, one.curie), rel="successor-version") for one in told.replacements]
    return [*links, link(path_below(services, "terms"), rel="search")]


def _as_json(services: Services, told: TermDescription, resolution: Resolution) -> bytes:
    tails = ("parents", "children", "ancestors", "descendants", "usage")
    links = {name: term_path(services, told.curie, tail=f"/{name}") for name in tails}
    values = {**description_values(told, resolution), "links": links}
    return bytes(as_json(values).body)


def _as_json_ld(services: Services, told: TermDescription, resolution: Resolution) -> bytes:
    return bytes(as_json(as_json_ld(_statements(told))).body)


def _as_turtle(services: Services, told: TermDescription, resolution: Resolution) -> bytes:
    return as_turtle(_statements(told))


def _statements(told: TermDescription) -> Any:
    return term_statements(
        told.copies, curie=told.curie, vocabulary=told.vocabulary, release=told.releases[0]
    )


_WRITERS: dict[str, Callable[[Services, TermDescription, Resolution], bytes]] = {
    JSON: _as_json,
    _JSON_LD: _as_json_ld,
    _TURTLE: _as_turtle,
}
