"""`/v2/entities`, `/v2/classes`, `/v2/properties`, `/v2/individuals`, in all ontologies or in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from imagegraph.api.routes.ols.asking import (
    V2_SIZE,
    catalogue_of,
    flag_of,
    language_of,
    listed_of,
    page_of,
    term_in_path,
)
from imagegraph.api.routes.ols.documents_v2 import Surroundings, entity_v2, named_by
from imagegraph.api.routes.ols.hierarchy import STEPS
from imagegraph.api.routes.ols.lists import v2_list
from imagegraph.api.routes.ols.refusals import answer
from imagegraph.api.routes.ols.search import found_at_most, kinds_of, question_of
from imagegraph.api.routes.ols.terms import Endpoint
from imagegraph.errors import NotFound
from imagegraph.model.ontology import Release, Term, TermKind
from imagegraph.operations.ols_catalogue import OlsCatalogue
from imagegraph.operations.ols_search import find_copies
from imagegraph.ports.terms import TermPage

#: name in the path -> kind, None for every kind
LISTS: MappingProxyType[str, TermKind | None] = MappingProxyType(
    {"entities": None, "classes": "class", "properties": "property", "individuals": "individual"}
)


def listing(kind: TermKind | None) -> Endpoint:
    """Entities: those that are searched for, those that an id names, or all."""

    def list_entities(request: Request) -> Response:
        catalogue, page = catalogue_of(request), page_of(request, size=V2_SIZE)
        releases = _releases(request, catalogue)
        text = request.query_params.get("search")
        named = _named(request)
        if text:
            found = _searched(
                request, catalogue, releases, text=text, kind=kind, most=page.offset + page.size
            )
        elif named is not None:
            ids = {release.ontology for release in releases}
            found = [copy for copy in catalogue.copies(named, kind=kind) if copy.ontology in ids]
        else:
            obsolete = None if flag_of(request, "includeObsoleteEntities") else False
            asked = flag_of(request, "isObsolete", default=obsolete)
            kinds = kinds_of(listed_of(request, "type"))
            listed = catalogue.listed(
                releases,
                kind=kinds[0] if kind is None and kinds else kind,
                obsolete=asked,
                offset=page.offset,
                limit=page.size,
            )
            return answer(v2_list(_told(request, catalogue, listed.terms), page=page, total=listed.total))
        defining = flag_of(request, "isDefiningOntology", default=None)
        if defining is not None:
            found = [copy for copy in found if catalogue.is_home(copy) == defining]
        shown = found[page.offset : page.offset + page.size]
        return answer(v2_list(_told(request, catalogue, shown), page=page, total=len(found)))

    return list_entities


def reading(kind: TermKind | None) -> Endpoint:
    """One entity of one ontology, by the IRI in the path."""

    def read_entity(request: Request) -> Response:
        catalogue = catalogue_of(request)
        term = _in_path(request, catalogue, kind=kind)
        (told,) = _told(request, catalogue, [term])
        return answer(told)

    return read_entity


def stepping(name: str, kind: TermKind | None) -> Endpoint:
    """The entities that one step of the hierarchy leads to."""
    direction, part_of = STEPS[name]

    def list_related(request: Request) -> Response:
        catalogue, page = catalogue_of(request), page_of(request, size=V2_SIZE)
        term = _in_path(request, catalogue, kind=kind)
        found: TermPage = catalogue.index.related(
            term.iri, direction=direction, part_of=part_of, ontology=term.ontology,
            offset=page.offset, limit=page.size,
        )  # fmt: skip
        return answer(v2_list(_told(request, catalogue, found.terms), page=page, total=found.total))

    return list_related


def _releases(request: Request, catalogue: OlsCatalogue) -> list[Release]:
    if "ontology" in request.path_params:
        return [catalogue.get_release(request.path_params["ontology"])]
    asked = [id.lower() for id in listed_of(request, "ontologyId")]
    return [release for id, release in catalogue.releases.items() if not asked or id in asked]


def _named(request: Request) -> str | None:
    named = (request.query_params.get(name) for name in ("iri", "curie", "shortForm"))
    return next((text for text in named if text), None)


def _in_path(request: Request, catalogue: OlsCatalogue, *, kind: TermKind | None) -> Term:
    release = catalogue.get_release(request.path_params["ontology"])
    named = term_in_path(request)
    for one in ("class", "property", "individual") if kind is None else (kind,):
        found = catalogue.find_copy(named, release=release, kind=one)
        if found is not None:
            return found
    raise NotFound(f"There is no {kind or 'entity'} {named} in {release.ontology}.", id=named)


def _searched(
    request: Request,
    catalogue: OlsCatalogue,
    releases: Sequence[Release],
    *,
    text: str,
    kind: TermKind | None,
    most: int,
) -> list[Term]:
    if not releases:
        return []
    fields = tuple((request.query_params.get("searchFields") or "").replace(",", " ").split())
    given = question_of(request, q=text, fields=fields, most=found_at_most(most))
    everywhere = len(releases) == len(catalogue.releases)
    asked = replace(
        given,
        ontologies=() if everywhere else tuple(release.ontology for release in releases),
        kinds=given.kinds if kind is None else (kind,),
        exact=bool(flag_of(request, "exactMatch")),
        obsolete=bool(flag_of(request, "includeObsoleteEntities") or flag_of(request, "isObsolete")),
        under=listed_of(request, "hierarchicalAncestor"),
    )
    found = find_copies(catalogue, asked)
    only = flag_of(request, "isObsolete", default=None)
    return found if only is None else [copy for copy in found if copy.obsolete == only]


def _told(request: Request, catalogue: OlsCatalogue, terms: Sequence[Term]) -> list[dict[str, Any]]:
    language, index = language_of(request), catalogue.index
    entries = catalogue.entries(terms)
    iris = [term.iri for term in terms]
    by_ontology: dict[str, list[str]] = {}
    for term in terms:
        by_ontology.setdefault(term.ontology, []).append(term.iri)
    around = Surroundings(
        copies=index.copies(named_by(terms).union(iris, *index.ancestors(iris).values())),
        below={
            (ontology, iri): counts
            for ontology, of in by_ontology.items()
            for iri, counts in index.descendant_counts(of, ontology=ontology).items()
        },
    )
    return [
        entity_v2(entry, around=around, language=language, registry=catalogue.registry) for entry in entries
    ]
