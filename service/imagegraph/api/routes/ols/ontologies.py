"""`/ontologies` and `/v2/ontologies`: what is loaded."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from imagegraph.api.routes.ols.asking import V2_SIZE, catalogue_of, page_of, root_of
from imagegraph.api.routes.ols.documents_v1 import ontology_v1
from imagegraph.api.routes.ols.documents_v2 import ontology_v2
from imagegraph.api.routes.ols.lists import hal_list, v2_list
from imagegraph.api.routes.ols.refusals import answer


def read_root(request: Request) -> Response:
    """Where to begin."""
    root = root_of(request)
    names = ("ontologies", "individuals", "terms", "properties")
    return answer({"_links": {name: {"href": f"{root}/{name}"} for name in names}})


def list_ontologies(request: Request) -> Response:
    """The ontologies of V1."""
    catalogue, page, root = catalogue_of(request), page_of(request), root_of(request)
    releases = list(catalogue.releases.values())
    shown = [
        ontology_v1(one, counts=catalogue.counts(one), root=root, registry=catalogue.registry)
        for one in releases[page.offset : page.offset + page.size]
    ]
    return answer(hal_list(request, "ontologies", shown, page=page, total=len(releases)))


def read_ontology(request: Request) -> Response:
    """An ontology of V1."""
    catalogue = catalogue_of(request)
    release = catalogue.get_release(request.path_params["ontology"])
    return answer(
        ontology_v1(
            release, counts=catalogue.counts(release), root=root_of(request), registry=catalogue.registry
        )
    )


def list_ontologies_v2(request: Request) -> Response:
    """The ontologies of V2; `search` compares with id, title and prefix."""
    catalogue, page = catalogue_of(request), page_of(request, size=V2_SIZE)
    wanted = request.query_params.get("search", "").strip().lower()
    told = [
        ontology_v2(one, counts=catalogue.counts(one), registry=catalogue.registry)
        for one in catalogue.releases.values()
    ]
    if wanted:
        told = [one for one in told if wanted in f"{one['ontologyId']} {one['title']}".lower()]
    return answer(v2_list(told[page.offset : page.offset + page.size], page=page, total=len(told)))


def read_ontology_v2(request: Request) -> Response:
    """An ontology of V2."""
    catalogue = catalogue_of(request)
    release = catalogue.get_release(request.path_params["ontology"])
    return answer(ontology_v2(release, counts=catalogue.counts(release), registry=catalogue.registry))


def read_health(request: Request) -> Response:
    """A text for monitors: the index answers."""
    count = len(catalogue_of(request).releases)
    return Response(f"All systems are operational. {count} ontologies are loaded.", media_type="text/plain")


def read_statistics(request: Request) -> Response:
    """How much is loaded, and when that changed last."""
    catalogue = catalogue_of(request)
    counts = [catalogue.counts(release) for release in catalogue.releases.values()]
    return answer(
        {
            "lastModified": max((release.loaded for release in catalogue.releases.values()), default=None),
            "numberOfOntologies": len(catalogue.releases),
            "numberOfClasses": sum(of["class"] for of in counts),
            "numberOfProperties": sum(of["property"] for of in counts),
            "numberOfIndividuals": sum(of["individual"] for of in counts),
        }
    )
