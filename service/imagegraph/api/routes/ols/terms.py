"""`/terms`, `/properties`, `/individuals`, in all ontologies or in one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from starlette.requests import Request
from starlette.responses import Response

from imagegraph.api.routes.ols.asking import (
    PageAsked,
    catalogue_of,
    flag_of,
    id_of,
    language_of,
    page_of,
    root_of,
    term_in_path,
)
from imagegraph.api.routes.ols.documents_v1 import LISTS, term_v1
from imagegraph.api.routes.ols.lists import hal_list
from imagegraph.api.routes.ols.refusals import answer
from imagegraph.errors import BadParameter
from imagegraph.model.ontology import Term, TermKind
from imagegraph.operations.ols_catalogue import OlsCatalogue

Endpoint = Callable[[Request], Response]


def v1_page(
    request: Request,
    terms: Sequence[Term],
    *,
    catalogue: OlsCatalogue,
    page: PageAsked,
    total: int,
    kind: TermKind = "class",
) -> Response:
    """A page of terms of V1."""
    language, root = language_of(request), root_of(request)
    shown = [
        term_v1(entry, root=root, language=language, registry=catalogue.registry)
        for entry in catalogue.entries(terms)
    ]
    return answer(hal_list(request, LISTS[kind], shown, page=page, total=total))


def listing(kind: TermKind) -> Endpoint:
    """The terms of this kind in one ontology; those that a parameter names."""

    def list_in_ontology(request: Request) -> Response:
        catalogue, page = catalogue_of(request), page_of(request)
        release = catalogue.get_release(request.path_params["ontology"])
        named = id_of(request)
        if named is not None:
            term = catalogue.get_copy(named, release=release, kind=kind)
            one = PageAsked(0, 1)
            return v1_page(request, [term], catalogue=catalogue, page=one, total=1, kind=kind)
        found = catalogue.listed(
            [release],
            kind=kind,
            obsolete=flag_of(request, "obsoletes", default=None),
            offset=page.offset,
            limit=page.size,
        )
        return v1_page(request, found.terms, catalogue=catalogue, page=page, total=found.total, kind=kind)

    return list_in_ontology


def listing_everywhere(kind: TermKind) -> Endpoint:
    """The terms of this kind in all ontologies; the copies of the one that a parameter or the path names."""

    def list_everywhere(request: Request) -> Response:
        catalogue, page = catalogue_of(request), page_of(request)
        named = term_in_path(request) if "iri" in request.path_params else id_of(request)
        if named is not None:
            copies = catalogue.copies(named, kind=kind)
            shown = copies[page.offset : page.offset + page.size]
            return v1_page(request, shown, catalogue=catalogue, page=page, total=len(copies), kind=kind)
        found = catalogue.listed(
            list(catalogue.releases.values()), kind=kind, offset=page.offset, limit=page.size
        )
        return v1_page(request, found.terms, catalogue=catalogue, page=page, total=found.total, kind=kind)

    return list_everywhere


def find_defining(request: Request) -> Response:
    """The copy of a term in the ontology that is its home.

    Raises:
        BadParameter: no term is named.
    """
    catalogue, page = catalogue_of(request), page_of(request)
    named = term_in_path(request) if "iri" in request.path_params else id_of(request)
    if named is None:
        raise BadParameter("Name a term by iri, obo_id, short_form or id.", parameter="iri")
    copies = [copy for copy in catalogue.copies(named) if catalogue.is_home(copy)]
    shown = copies[page.offset : page.offset + page.size]
    return v1_page(request, shown, catalogue=catalogue, page=page, total=len(copies))


def reading(kind: TermKind) -> Endpoint:
    """One term of this kind in one ontology, by the IRI in the path."""

    def read_in_ontology(request: Request) -> Response:
        catalogue, language = catalogue_of(request), language_of(request)
        release = catalogue.get_release(request.path_params["ontology"])
        term = catalogue.get_copy(term_in_path(request), release=release, kind=kind)
        (entry,) = catalogue.entries([term])
        return answer(term_v1(entry, root=root_of(request), language=language, registry=catalogue.registry))

    return read_in_ontology


def list_roots(request: Request) -> Response:
    """The terms of an ontology that have nothing above them."""
    catalogue, page = catalogue_of(request), page_of(request)
    release = catalogue.get_release(request.path_params["ontology"])
    obsolete = None if flag_of(request, "includeObsoletes") else False
    found = catalogue.listed(
        [release], kind="class", roots=True, obsolete=obsolete, offset=page.offset, limit=page.size
    )
    return v1_page(request, found.terms, catalogue=catalogue, page=page, total=found.total)


def list_preferred_roots(request: Request) -> Response:
    """The roots that an ontology names itself: none, no release says so."""
    catalogue, page = catalogue_of(request), page_of(request)
    catalogue.get_release(request.path_params["ontology"])
    return v1_page(request, (), catalogue=catalogue, page=page, total=0)
