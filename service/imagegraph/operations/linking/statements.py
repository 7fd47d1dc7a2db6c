"""What an authority said about an identifier, as the statements of a graph of its own.

The graph tells where the answer came from and when (PROV-O, https://www.w3.org/TR/prov-o/), under which licence, and
how the resolution ended; the rest is about the identifier.
"""

from __future__ import annotations

from collections.abc import Mapping

from imagegraph.model.authorities import AuthorityEntry
from imagegraph.model.rdf import (
    DCTERMS,
    FOAF,
    IG,
    OWL,
    PROV,
    RDF_TYPE,
    RDFS,
    SCHEMA,
    XSD,
    Literal,
    NamedNode,
    Triple,
    to_ntriples,
)
from imagegraph.model.resolutions import Resolution

#: states in which an identifier should not be used for anything new
_OUT_OF_USE = ("replaced", "obsolete")


def authority_statements(
    resolution: Resolution, *, graph: str, authorities: Mapping[str, AuthorityEntry]
) -> bytes:
    """Sorted N-Triples of the graph of one resolution; empty when nobody answered.

    Args:
        graph: its name.
        authorities: by name.
    """
    if resolution.fetched is None:
        return b""
    here, thing = NamedNode(graph), NamedNode(resolution.iri)
    authority = authorities.get(resolution.authority)
    moment = resolution.fetched.strftime("%Y-%m-%dT%H:%M:%SZ")
    made = [
        Triple(here, RDF_TYPE, IG.AuthorityRecord),
        Triple(here, RDF_TYPE, PROV.Entity),
        Triple(here, FOAF.primaryTopic, thing),
        Triple(here, IG.resolutionState, Literal(resolution.state)),
        Triple(here, PROV.generatedAtTime, Literal(moment, datatype=XSD.dateTime)),
        Triple(here, IG.sha256, Literal(resolution.digest)),
        Triple(here, DCTERMS.source, Literal(authority.title if authority else resolution.authority)),
    ]
    if resolution.source_url.startswith(("https://", "http://")):
        made.append(Triple(here, PROV.wasDerivedFrom, NamedNode(resolution.source_url)))
    if resolution.source_version:
        made.append(Triple(here, SCHEMA.version, Literal(resolution.source_version)))
    if resolution.licence:
        made.append(Triple(here, DCTERMS.license, NamedNode(resolution.licence)))
    notes = resolution.thing.notes if resolution.thing else ()
    made += [Triple(here, RDFS.comment, Literal(note)) for note in (*notes, resolution.detail) if note]
    if resolution.state in _OUT_OF_USE:
        made.append(Triple(thing, OWL.deprecated, Literal("true", datatype=XSD.boolean)))
    if resolution.state == "replaced":
        made += [Triple(thing, DCTERMS.isReplacedBy, NamedNode(iri)) for iri in resolution.successors]
    return to_ntriples([*made, *(resolution.thing.statements if resolution.thing else ())])
