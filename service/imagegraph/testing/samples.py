"""Small believable records for tests of adapters."""

from __future__ import annotations

from imagegraph.model.rdf import IG, RDF_TYPE, SCHEMA, Literal, NamedNode, Triple, digest_of, to_ntriples
from imagegraph.model.records import PreparedRecord
from imagegraph.model.reports import Finding, Report


def sample_record(
    id: str = "kidney-1", *, title: str = "Kidney organoids", statements: int = 3
) -> PreparedRecord:
    """A prepared study with a title and some keywords."""
    iri = f"http://localhost:8000/records/{id}"
    subject = NamedNode(iri)
    triples = [Triple(subject, RDF_TYPE, IG.Study), Triple(subject, SCHEMA.name, Literal(title))]
    triples += [Triple(subject, SCHEMA.keywords, Literal(f"keyword {n}")) for n in range(statements - 2)]
    ntriples = to_ntriples(triples)
    advice = Finding(
        severity="warning", message="A licence is missing.", focus=iri, path=SCHEMA.license.value
    )
    return PreparedRecord(
        id=id, iri=iri, about=iri, type="Study", title=title, source=f"{id}.yaml", format="imagegraph",
        ntriples=ntriples, digest=digest_of(ntriples), report=Report((advice,)),
    )  # fmt: skip
