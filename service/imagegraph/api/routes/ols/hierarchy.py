"""What stands above and below a term: lists, a graph of its neighbours, and the tree that leads to it."""

from __future__ import annotations

from base64 import b64decode, b64encode
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import Response

from imagegraph.api.routes.ols.asking import (
    catalogue_of,
    id_of,
    language_of,
    page_of,
    term_in_path,
)
from imagegraph.api.routes.ols.refusals import answer
from imagegraph.api.routes.ols.terms import Endpoint, v1_page
from imagegraph.errors import BadParameter
from imagegraph.model.ontology import PART_OF, SUB_CLASS_OF, Release, Term
from imagegraph.operations.ols_catalogue import OlsCatalogue, short_form
from imagegraph.ports.terms import Direction

#: name in the path -> where to look, and whether part_of and the like are followed
STEPS: MappingProxyType[str, tuple[Direction, bool]] = MappingProxyType(
    {
        "parents": ("parents", False),
        "children": ("children", False),
        "ancestors": ("ancestors", False),
        "descendants": ("descendants", False),
        "hierarchicalParents": ("parents", True),
        "hierarchicalChildren": ("children", True),
        "hierarchicalAncestors": ("ancestors", True),
        "hierarchicalDescendants": ("descendants", True),
    }
)
_RELATIONS = MappingProxyType({SUB_CLASS_OF: "subClassOf", PART_OF: "part of"})
#: most nodes of a tree or graph
_MOST_NODES = 500


def stepping(name: str) -> Endpoint:
    """The terms that one step of the hierarchy leads to, from the term in the path or in a parameter."""
    direction, part_of = STEPS[name]

    def list_related(request: Request) -> Response:
        catalogue, page = catalogue_of(request), page_of(request)
        release = catalogue.get_release(request.path_params["ontology"])
        named = term_in_path(request) if "iri" in request.path_params else id_of(request)
        if named is None:
            return v1_page(request, (), catalogue=catalogue, page=page, total=0)
        term = catalogue.get_copy(named, release=release)
        found = catalogue.index.related(
            term.iri, direction=direction, part_of=part_of, ontology=release.ontology,
            offset=page.offset, limit=page.size,
        )  # fmt: skip
        return v1_page(request, found.terms, catalogue=catalogue, page=page, total=found.total)

    return list_related


def read_graph(request: Request) -> Response:
    """A term, its direct neighbours, and the edges between them."""
    catalogue, language = catalogue_of(request), language_of(request)
    release, term = _asked(request, catalogue)
    neighbours = [
        near
        for direction in ("parents", "children")
        for near in _related(catalogue, term, release=release, direction=direction)
    ]
    shown = {one.iri: one for one in (term, *neighbours)}
    edges = [
        {
            "source": one.iri,
            "target": parent.iri,
            "label": _RELATIONS.get(parent.relation, short_form(parent.relation)),
            "uri": parent.relation,
        }
        for one in shown.values()
        for parent in one.parents
        if term.iri in (one.iri, parent.iri) and parent.iri in shown
    ]
    nodes = [{"iri": one.iri, "label": one.label_in((language,))[0]} for one in shown.values()]
    return answer({"nodes": nodes, "edges": edges})


def read_tree(request: Request) -> Response:
    """All ways from the roots down to a term, as nodes of https://www.jstree.com.

    A term that can be reached in several ways has a node for each.
    """
    catalogue, language = catalogue_of(request), language_of(request)
    release, term = _asked(request, catalogue)
    above = _related(catalogue, term, release=release, direction="ancestors")
    known = {one.iri: one for one in (term, *above)}
    (entry,) = catalogue.entries([term])
    nodes: list[dict[str, Any]] = []
    for way in _ways(term.iri, known):
        for depth, iri in enumerate(way, start=1):
            node = _node(known[iri], way[:depth], selected=iri == term.iri, language=language)
            node["children"] = node["state"]["selected"] and entry.place.has_hierarchical_children
            nodes.append(node)
    return answer(list({node["id"]: node for node in nodes}.values()))


def read_branch(request: Request) -> Response:
    """The nodes below one node of the tree, which `node` names as `read_tree` did."""
    catalogue, language = catalogue_of(request), language_of(request)
    release, term = _asked(request, catalogue)
    below = _related(catalogue, term, release=release, direction="children")
    try:
        way = b64decode(unquote(request.path_params["node"]), validate=True).decode().split(";")
    except ValueError:
        raise BadParameter(
            "The node of a tree is named as the tree itself names it.", parameter="node"
        ) from None
    nodes = []
    for entry in catalogue.entries(below):
        node = _node(entry.term, [*way, entry.term.iri], selected=False, language=language)
        node["state"]["opened"] = False
        nodes.append({**node, "children": entry.place.has_hierarchical_children})
    return answer(nodes)


def _ways(iri: str, known: dict[str, Term]) -> list[list[str]]:
    """The ways down to a term, each from a root; cycles and ways beyond the limit are left out."""
    found: list[list[str]] = []
    open_ways = [[iri]]
    size = 0
    while open_ways and size < _MOST_NODES:
        way = open_ways.pop(0)
        above = dict.fromkeys(
            parent.iri for parent in known[way[0]].parents if parent.iri in known and parent.iri not in way
        )
        if not above:
            found.append(way)
            size += len(way)
        open_ways += [[parent, *way] for parent in list(above)[: max(_MOST_NODES - len(open_ways), 0)]]
    return found


def _node(term: Term, way: list[str], *, selected: bool, language: str) -> dict[str, Any]:
    def name(iris: list[str]) -> str:
        return b64encode(";".join(iris).encode()).decode()

    return {
        "id": name(way),
        "parent": name(way[:-1]) if len(way) > 1 else "#",
        "iri": term.iri,
        "text": term.label_in((language,))[0],
        "state": {"opened": not selected, "selected": selected},
        "children": False,
        "a_attr": {
            "iri": term.iri, "ontology_name": term.ontology, "title": term.iri, "class": "is_a",
        },
        "ontology_name": term.ontology,
    }  # fmt: skip


def _asked(request: Request, catalogue: OlsCatalogue) -> tuple[Release, Term]:
    release = catalogue.get_release(request.path_params["ontology"])
    return release, catalogue.get_copy(term_in_path(request), release=release)


def _related(
    catalogue: OlsCatalogue, term: Term, *, release: Release, direction: Direction
) -> tuple[Term, ...]:
    found = catalogue.index.related(
        term.iri, direction=direction, part_of=True, ontology=release.ontology, limit=_MOST_NODES
    )
    return found.terms
