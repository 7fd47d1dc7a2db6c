"""What authorities would say about some identifiers of the example study, each in a graph of its own, and links.

Nobody was asked: the states, names and dates are invented, as the identifiers are.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from imagegraph.model.rdf import PREFIXES

BASE = "http://localhost:8000/"

#: scheme and value of an identifier -> what its graph `<>` says
AUTHORITIES = {
    "ror/02examp49": """
        <> ig:resolutionState "replaced" ; foaf:primaryTopic ror:02examp49 .
        ror:02examp49 rdfs:label "Marlow Trust" ; owl:deprecated true ; dcterms:isReplacedBy ror:04examp61 .""",
    "doi/10.5072%2Ftidal-deconvolution-1.4.0": """
        <> ig:resolutionState "not_found" ; foaf:primaryTopic doi:tidal-deconvolution-1.4.0 .""",
    "doi/10.5072%2Fnj-cell-imaging.2025.31": """
        <> ig:resolutionState "ok" ; foaf:primaryTopic doi:nj-cell-imaging.2025.31 ;
            rdfs:comment "Corrected on 2026-02-01." .
        doi:nj-cell-imaging.2025.31 rdfs:label "Patrolling phagocytes keep in touch" .""",
    "ror/05examp67": """
        <> ig:resolutionState "ok" ; foaf:primaryTopic ror:05examp67 .
        ror:05examp67 rdfs:label "Northmere Universities" ; org:hasSubOrganization ror:00examp37 .""",
    "orcid/0000-0003-9000-0372": """
        <> ig:resolutionState "ok" ; foaf:primaryTopic orcid:0000-0003-9000-0372 .
        orcid:0000-0003-9000-0372 rdfs:label "I. Varga-Lund" ; schema:affiliation ror:06examp73 .
        ror:06examp73 a schema:Organization ; rdfs:label "Tidewater Institute" .""",
    "orcid/0000-0003-9000-0444": """
        <> ig:resolutionState "ok" ; foaf:primaryTopic orcid:0000-0003-9000-0444 .
        orcid:0000-0003-9000-0444 rdfs:label "Halvard Brink" .""",
}  # fmt: skip

#: what an editor would have accepted
LINKS = """
    <records/study#halvard-brink> owl:sameAs orcid:0000-0003-9000-0444 .
    orcid:0000-0003-9000-0444 owl:sameAs <records/pilot-study#halvard-brink> .
    <records/elsewhere#confocal> owl:sameAs <https://doi.org/10.5072/nmbif-confocal-2> .
    <records/elsewhere#anti-gfp> owl:sameAs <https://identifiers.org/RRID:AB_300798> .
    <records/elsewhere#lens> owl:sameAs <https://doi.org/10.5072/nmbif-confocal-2#objective-63x> ."""

_HEAD = "".join(
    f"@prefix {name}: <{base}> .\n"
    for name, base in {
        **PREFIXES, "ror": "https://ror.org/", "orcid": "https://orcid.org/", "doi": "https://doi.org/10.5072/",
    }.items()
)  # fmt: skip


def authority_quads() -> Iterator[Quad]:
    """The graphs of the authorities."""
    for name, text in AUTHORITIES.items():
        graph = f"{BASE}resolved/{name}"
        told = (
            f'{text}\n<> a ig:AuthorityRecord ; prov:generatedAtTime "2026-03-01T00:00:00Z"^^xsd:dateTime .'
        )
        yield from _quads(told, base=graph, graph=graph)


def link_quads() -> Iterator[Quad]:
    """The graph of accepted links."""
    yield from _quads(LINKS, base=BASE, graph=f"{BASE}links")


def _quads(turtle: str, *, base: str, graph: str) -> Iterator[Quad]:
    for quad in parse(_HEAD + turtle, format=RdfFormat.TURTLE, base_iri=base):
        yield Quad(quad.subject, quad.predicate, quad.object, NamedNode(graph))
