"""Looking terms up by what people call them."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from imagegraph.api import openapi, openapi_terms, term_pages
from imagegraph.api.dependencies import ServicesOf
from imagegraph.api.problems import status_of
from imagegraph.api.responses import HTML, JSON, as_json, link, negotiated, path_below, term_path
from imagegraph.api.term_languages import Lang, languages_of
from imagegraph.errors import ImagegraphError
from imagegraph.operations.services import Services
from imagegraph.operations.terms.hits import SearchAnswer
from imagegraph.operations.terms.ids import get_term
from imagegraph.operations.terms.questions import TermSearch
from imagegraph.operations.terms.values import field_values, hit_values, release_values

router = APIRouter(tags=["Terms"])

#: hits of one search, on all its pages
MOST = 100
_VARY = {"Vary": "Accept, Accept-Language"}


@router.get(
    "/terms",
    operation_id="searchTerms",
    summary="Look a term up",
    response_class=Response,
    responses=openapi.answers(
        {
            200: ("The terms that are meant, best first", openapi_terms.SEARCH),
            303: ("`Location` is the address of the term with that `iri`", None),
        },
        problems=[400, 404, 406],
        media_types=(JSON, HTML),
    ),
)
def search_terms(
    request: Request,
    services: ServicesOf,
    q: Annotated[
        str,
        Query(
            description="A name, its beginning, some of its words, an abbreviation, or any spelling of an id.",
            examples=["fluorescence microscopy"],
        ),
    ] = "",
    field: Annotated[
        str,
        Query(description="The field it is for; its vocabularies come first.", examples=["imaging-method"]),
    ] = "",
    ontology: Annotated[
        list[str] | None,
        Query(
            description="Only of these vocabularies; repeat it, or separate by commas.", examples=[["fbbi"]]
        ),
    ] = None,
    under: Annotated[
        str,
        Query(
            description="Only this term, by id or label, and what is below it.", examples=["FBbi:00000222"]
        ),
    ] = "",
    lang: Lang = None,
    limit: Annotated[int, Query(ge=1, le=MOST, description="Most hits of a page.")] = 10,
    offset: Annotated[int, Query(ge=0, lt=MOST, description="How many hits to pass over.")] = 0,
    iri: Annotated[
        str | None,
        Query(
            description="Any spelling of an id: leads to the address of the term (303), whatever else is asked."
        ),
    ] = None,
    obsolete: Annotated[bool, Query(description="List obsolete terms too, behind all others.")] = False,
) -> Response:
    """Exact labels come before exact synonyms, beginnings, all words and close spellings; `reason` says why a
    term is there. Without `q` the answer tells which vocabularies are loaded and which fields there are.
    """
    if iri is not None:
        return _led(services, iri)
    media_type = negotiated(request, (JSON, HTML))
    given = {"q": q.strip(), "field": field, "under": under, "lang": lang or "", "limit": str(limit),
             "ontology": ",".join(_ontologies(ontology)), "obsolete": "true" if obsolete else ""}  # fmt: skip
    if not given["q"]:
        return _told(services, given, media_type=media_type)
    try:
        answer = _found(request, services, given, offset=offset, limit=limit)
    except ImagegraphError as error:
        if media_type != HTML:
            raise
        page = term_pages.search(services, asked=given, answer=None, error=error.detail, next_page=None)
        return Response(page, status_code=status_of(error), media_type=HTML, headers=_VARY)
    return _written(services, given, answer, media_type=media_type, offset=offset, limit=limit)


def _led(services: Services, iri: str) -> Response:
    """The way to the address of a term."""
    _, copies = get_term(services.terms, iri)
    path = term_path(services, services.terms.registry.curie(copies[0].iri))
    return Response(status_code=303, headers={"Location": path})


def _written(
    services: Services,
    given: dict[str, str],
    answer: SearchAnswer,
    *,
    media_type: str,
    offset: int,
    limit: int,
) -> Response:
    """One page of the hits."""
    more = len(answer.items) > offset + limit
    shown = SearchAnswer(answer.items[offset : offset + limit], answer.notes, answer.stale)
    next_page = _next(services, given, offset=offset + limit) if more else None
    headers = _VARY | ({"Link": link(next_page, rel="next")} if next_page else {})
    if media_type == HTML:
        page = term_pages.search(services, asked=given, answer=shown, error=None, next_page=next_page)
        return Response(page, media_type=HTML, headers=headers)
    values = {
        "items": [hit_values(hit) for hit in shown.items], "next": next_page, "notes": list(shown.notes),
        "stale": shown.stale,
    }  # fmt: skip
    return as_json(values, headers=headers)


def _ontologies(given: list[str] | None) -> tuple[str, ...]:
    """The ids of vocabularies, without regard to case, however they are listed."""
    listed = (one.strip().lower() for text in given or () for one in text.split(","))
    return tuple(dict.fromkeys(one for one in listed if one))


def _found(
    request: Request, services: Services, given: dict[str, str], *, offset: int, limit: int
) -> SearchAnswer:
    """The hits up to the end of the page, and one more when there is one."""
    asked = TermSearch(
        q=given["q"], field=given["field"] or None, ontologies=_ontologies([given["ontology"]]),
        under=given["under"] or None, languages=languages_of(request, given["lang"] or None) or ("en",),
        limit=min(offset + limit + 1, MOST), obsolete=bool(given["obsolete"]),
    )  # fmt: skip
    return services.terms.search(asked)


def _next(services: Services, given: dict[str, str], *, offset: int) -> str:
    kept = {name: value for name, value in given.items() if value} | {"offset": str(offset)}
    return f"{path_below(services, 'terms')}?{urlencode(kept)}"


def _told(services: Services, given: dict[str, str], *, media_type: str) -> Response:
    """What can be looked up here."""
    if media_type == HTML:
        page = term_pages.search(services, asked=given, answer=None, error=None, next_page=None)
        return Response(page, media_type=HTML, headers=_VARY)
    values = {
        "items": [], "next": None, "notes": ["Say what to look for with ?q=."], "stale": False,
        "vocabularies": [release_values(one) for one in services.terms.index.releases()],
        "fields": field_values(services.terms.registry),
    }  # fmt: skip
    return as_json(values, headers=_VARY)
