"""All routes of the OLS API, as an application of its own: what it refuses, it refuses as OLS does."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Route

from imagegraph.api.routes.ols import entities, hierarchy, ontologies, refusals, search, terms
from imagegraph.api.routes.ols.documents_v1 import LISTS
from imagegraph.api.routes.ols.terms import Endpoint
from imagegraph.errors import ImagegraphError
from imagegraph.model.ontology import TermKind
from imagegraph.operations.services import Services

_KINDS: tuple[TermKind, ...] = ("class", "property", "individual")


def application(services: Services) -> Starlette:
    """The OLS API, to be mounted at `/ols4`."""
    app = Starlette(
        routes=[Route(f"/api{path}", endpoint, methods=["GET"]) for path, endpoint in _routes()],
    )
    app.add_exception_handler(ImagegraphError, refusals.from_error)  # type: ignore[arg-type]
    app.add_exception_handler(HTTPException, refusals.from_http)  # type: ignore[arg-type]
    app.add_exception_handler(Exception, refusals.from_accident)
    app.state.services = services
    return app


def _routes() -> list[tuple[str, Endpoint]]:
    """Path and endpoint; of two that fit the first one answers, and an IRI may have slashes."""
    return [
        ("", ontologies.read_root),
        ("/", ontologies.read_root),
        ("/search", search.search),
        ("/select", search.select),
        ("/suggest", search.suggest),
        *_v2(),
        ("/ontologies", ontologies.list_ontologies),
        ("/ontologies/{ontology}", ontologies.read_ontology),
        ("/ontologies/{ontology}/terms/roots", terms.list_roots),
        ("/ontologies/{ontology}/terms/preferredRoots", terms.list_preferred_roots),
        *((f"/ontologies/{{ontology}}/{name}", hierarchy.stepping(name)) for name in hierarchy.STEPS),
        *(
            (f"/ontologies/{{ontology}}/terms/{{iri:path}}/{name}", hierarchy.stepping(name))
            for name in hierarchy.STEPS
        ),
        ("/ontologies/{ontology}/terms/{iri:path}/graph", hierarchy.read_graph),
        ("/ontologies/{ontology}/terms/{iri:path}/jstree", hierarchy.read_tree),
        ("/ontologies/{ontology}/terms/{iri:path}/jstree/children/{node:path}", hierarchy.read_branch),
        ("/terms/findByIdAndIsDefiningOntology", terms.find_defining),
        ("/terms/findByIdAndIsDefiningOntology/{iri:path}", terms.find_defining),
        *(route for kind in _KINDS for route in _of_kind(kind)),
    ]


def _of_kind(kind: TermKind) -> list[tuple[str, Endpoint]]:
    name = LISTS[kind]
    return [
        (f"/{name}", terms.listing_everywhere(kind)),
        (f"/{name}/{{iri:path}}", terms.listing_everywhere(kind)),
        (f"/ontologies/{{ontology}}/{name}", terms.listing(kind)),
        (f"/ontologies/{{ontology}}/{name}/{{iri:path}}", terms.reading(kind)),
    ]


def _v2() -> list[tuple[str, Endpoint]]:
    found: list[tuple[str, Endpoint]] = [
        ("/v2/health", ontologies.read_health),
        ("/v2/stats", ontologies.read_statistics),
        ("/v2/ontologies", ontologies.list_ontologies_v2),
        ("/v2/ontologies/{ontology}", ontologies.read_ontology_v2),
    ]
    for name, kind in entities.LISTS.items():
        here = f"/v2/ontologies/{{ontology}}/{name}"
        found += [
            (f"/v2/{name}", entities.listing(kind)),
            (here, entities.listing(kind)),
            *((f"{here}/{{iri:path}}/{step}", entities.stepping(step, kind)) for step in hierarchy.STEPS),
            (f"{here}/{{iri:path}}", entities.reading(kind)),
        ]
    return found
