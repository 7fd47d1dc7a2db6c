"""Every way to read: requests that ask for a record, for what mentions it, or for everything there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from veiled_world import BASE, World

HTML, JSON = "text/html", "application/json"


@dataclass(frozen=True)
class Reading:
    """A request.

    Attributes:
        route: the path of the operation in the OpenAPI description, to see that none is left out.
        of: the state of the record that it names; empty when it names none.
    """

    route: str
    path: str
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=dict)
    content: bytes | None = None
    of: str = ""

    def sent(self, client: Any) -> Any:
        """The answer."""
        return client.request(self.method, self.path, headers=self.headers, content=self.content)


_QUERIES = (
    "SELECT * WHERE { ?s ?p ?o } LIMIT 20000",
    "SELECT * WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT 20000",
    "SELECT DISTINCT ?g WHERE { GRAPH ?g { } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }",
    "SELECT ?name (COUNT(*) AS ?n) WHERE { ?s schema:name ?name } GROUP BY ?name",
    "SELECT ?o WHERE { ?s (!<urn:none>)+ ?o }",
    "DESCRIBE ?s WHERE { ?s a ig:Study }",
    "SELECT ?o WHERE { { SELECT ?s WHERE { GRAPH ?g { ?s a ig:Study } } } ?s ?p ?o }",
    "SELECT * WHERE { ?s ?p ?o FILTER EXISTS { GRAPH ?g { ?s ?p ?o } } }",
    "SELECT (GROUP_CONCAT(?o) AS ?all) WHERE { ?s ?p ?o }",
    "SELECT * WHERE { ?s ?p ?o MINUS { ?s a ig:Nothing } }",
    "ASK { FILTER(<http://x.test/veilprivatename> = 1) }",
    "SELECT broken",
)


def everywhere(world: World) -> Iterator[Reading]:
    """What names no record."""
    for path in (
        "/",
        "/records",
        "/queries",
        "/projects",
        "/reconciliation",
        "/reconciliation?status=all",
        "/identifiers",
    ):
        route = path.partition("?")[0]
        yield Reading(route, path, headers={"Accept": JSON})
        yield Reading(route, path, headers={"Accept": HTML})
    yield Reading("/records", "/records?type=Study&limit=1000", headers={"Accept": JSON})
    for path in ("/audit", "/metrics", "/identifiers/queue", "/identifiers/match?affiliation=Veil", "/health/live",
                 "/health/ready", "/examples", "/schema", "/shapes", "/context/v1.jsonld", "/problems", "/sign-in",
                 "/openapi.json", "/sparql"):  # fmt: skip
        yield Reading(path.partition("?")[0], path)
    for path, route in (
        ("/examples/Study", "/examples/{class_name}"), ("/schema/Study", "/schema/{name}"), ("/shapes/core", "/shapes/{name}"),
        ("/problems/not-found", "/problems/{slug}"), ("/projects/fish", "/projects/{id}"), ("/projects/frog", "/projects/{id}"),
        ("/sign-in/callback", "/sign-in/callback"), ("/sign-in/provider", "/sign-in/provider"),
        ("/review/imagegraph_nothing", "/review/{secret}"), ("/reconciliation/none", "/reconciliation/{id}"),
    ):  # fmt: skip
        yield Reading(route, path, headers={"Accept": f"{HTML}, {JSON};q=0.5"})
    for query in _QUERIES:
        yield Reading("/sparql", f"/sparql?{urlencode({'query': query})}")
        yield Reading(
            "/sparql", "/sparql", "POST", {"Content-Type": "application/sparql-query"}, query.encode()
        )
        yield Reading("/sparql", f"/sparql?{urlencode({'query': query, 'asOf': world.clock.time})}")
    for name in [item["name"] for item in world.client("admin").get("/queries").json()["items"]]:
        for headers in ({"Accept": JSON}, {"Accept": "text/csv"}, {"Accept": HTML}):
            yield Reading("/queries/{name}", f"/queries/{name}", headers=headers)
        yield Reading("/queries/{name}", f"/queries/{name}?asOf={world.clock.time}", headers={"Accept": JSON})
    for accept in ("text/turtle", "application/ld+json"):
        yield Reading("/rdf-graphs/service", "/rdf-graphs/service?default", headers={"Accept": accept})
    for graph in (f"{BASE}terms/used", f"{BASE}scopes/public"):
        yield Reading("/rdf-graphs/service", f"/rdf-graphs/service?{urlencode({'graph': graph})}")


def naming(world: World, state: str) -> Iterator[Reading]:
    """What names a record, the things in it, or its words."""
    id, iri = world.ids[state], f"{BASE}records/{world.ids[state]}"
    about = f"https://doi.org/10.5072/veil{state}doi"
    for ending in ("", ".jsonld", ".ttl", ".nt", ".rdf", ".html", ".datacite.json"):
        for tail in ("", "?version=1", f"?asOf={world.clock.time}"):
            yield Reading("/records/{id}", f"/records/{quote(id)}{ending}{tail}", of=state)
    for headers in (
        {"Accept": HTML}, {"Accept-Datetime": "Fri, 01 Jan 2027 00:00:00 GMT"}, {"If-None-Match": "*"},
    ):  # fmt: skip
        yield Reading("/records/{id}", f"/records/{quote(id)}", headers=headers, of=state)
    yield Reading("/records/{id}", f"/records/{quote(about, safe='')}", of=state)
    for tail in (
        "versions",
        "versions/1",
        "versions/2",
        "diff",
        "diff?from=0&to=1",
        "provenance",
        "report",
        "visibility",
    ):
        route = f"/records/{{id}}/{tail.partition('?')[0]}".replace("/1", "/{number}").replace(
            "/2", "/{number}"
        )
        yield Reading(route, f"/records/{quote(id)}/{tail}", headers={"Accept": "*/*"}, of=state)
        yield Reading(
            route, f"/records/{quote(id)}/{tail}", headers={"Accept": f"{HTML}, */*;q=0.1"}, of=state
        )
    for word in sorted(world.canaries[state]):
        for headers in ({"Accept": JSON}, {"Accept": HTML}):
            yield Reading("/records", f"/records?q={quote(word)}", headers=headers, of=state)
    yield from _by_graph(iri, state)
    yield from _by_identifier(world, state)


def _by_graph(iri: str, state: str) -> Iterator[Reading]:
    yield Reading("/rdf-graphs/service", f"/rdf-graphs/service?{urlencode({'graph': iri})}", of=state)
    yield Reading("/rdf-graphs/{name}", f"/rdf-graphs/{quote(iri.rsplit('/', 1)[-1])}", of=state)
    for query in (
        f"SELECT * FROM <{iri}> WHERE {{ ?s ?p ?o }}", f"SELECT * FROM NAMED <{iri}> WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}",
        f"SELECT * WHERE {{ GRAPH <{iri}> {{ ?s ?p ?o }} }}", f"DESCRIBE <{iri}>", f"ASK {{ GRAPH <{iri}> {{ ?s ?p ?o }} }}",
        f"SELECT * FROM <{iri}> FROM <{BASE}terms/used> WHERE {{ ?s ?p ?o }}",
        f"DESCRIBE <https://doi.org/10.5072/veil{state}doi>",
    ):  # fmt: skip
        yield Reading("/sparql", f"/sparql?{urlencode({'query': query})}", of=state)
        yield Reading("/sparql", f"/sparql?{urlencode({'query': query, 'asOf': '2027-01-01'})}", of=state)
    for name in ("default-graph-uri", "named-graph-uri"):
        for query in ("SELECT * WHERE { ?s ?p ?o }", "SELECT * WHERE { GRAPH ?g { ?s ?p ?o } }"):
            given = urlencode({"query": query, name: iri})
            yield Reading("/sparql", f"/sparql?{given}", of=state)


def _by_identifier(world: World, state: str) -> Iterator[Reading]:
    found = [("doi", f"10.5072/veil{state}doi")]
    found += [("orcid", word) for word in world.canaries[state] if word.startswith("0000-")]
    for scheme, value in found:
        yield Reading("/identifiers", f"/identifiers?id={quote(value)}", headers={"Accept": JSON}, of=state)
        for accept in (JSON, "application/ld+json", HTML):
            yield Reading(
                "/identifiers/{scheme}/{value}",
                f"/identifiers/{scheme}/{value}",
                headers={"Accept": accept},
                of=state,
            )
        body = f'["{value}"]'.encode()
        yield Reading(
            "/identifiers/check", "/identifiers/check", "POST", {"Content-Type": JSON}, body, of=state
        )
    for word in world.canaries[state]:
        if word.startswith("ncbitaxon_"):
            curie = word.replace("ncbitaxon_", "NCBITaxon:")
            for tail in ("", "/usage", "/ancestors", "/children", "/descendants", "/parents"):
                for accept in (JSON, HTML):
                    yield Reading(
                        f"/terms/{{id}}{tail}", f"/terms/{curie}{tail}", headers={"Accept": accept}, of=state
                    )
    word = f"Veil{state}taxon"
    for path in (
        f"/terms?q={word}",
        f"/ols4/api/search?q={word}",
        f"/ols4/api/select?q={word}",
        f"/ols4/api/suggest?q={word}",
    ):
        yield Reading(path.partition("?")[0], path, of=state)
