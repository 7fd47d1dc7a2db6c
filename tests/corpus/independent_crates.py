"""Study crates read by a JSON-LD reader and by plain JSON, sharing no code with the package.

The RO-Crate context is a list of schema.org names; `@vocab` stands in for it, and the few names that the
list gives another meaning are written out (https://www.researchobject.org/ro-crate/specification/1.2/contexts).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph
from rdflib import RDF, Graph, Literal, URIRef

#: what relative names of a crate are resolved against
BASE = "http://crate.example/"
SCHEMA = "http://schema.org/"
OBO = "http://purl.obolibrary.org/obo/"
#: what the crates' own contexts may use without defining it, and what is not below schema.org
OTHERWISE = {
    "@vocab": SCHEMA,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "conformsTo": "http://purl.org/dc/terms/conformsTo",
}


def crate_files(corpus: Path) -> list[Path]:
    """The crates of the corpus."""
    files = sorted((corpus / "gide" / "crates").glob("*.json"))
    assert len(files) > 200
    return files


def crate_graph(file: Path) -> Graph:
    """The statements of a crate by Oxigraph's JSON-LD reader; relative names stand below `BASE`."""
    document = json.loads(file.read_text(encoding="utf-8"))
    own = [part for part in document["@context"] if isinstance(part, dict)]
    document["@context"] = [OTHERWISE, *own]
    read = pyoxigraph.parse(json.dumps(document), format=pyoxigraph.RdfFormat.JSON_LD, base_iri=BASE)
    triples = (quad.triple for quad in read)
    text = pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES)
    return Graph().parse(data=text, format="nt")


def root_of(graph: Graph) -> URIRef:
    """The study that the metadata file of a crate is about."""
    (root,) = graph.objects(URIRef(BASE + "ro-crate-metadata.json"), URIRef(SCHEMA + "about"))
    assert isinstance(root, URIRef)
    return root


class PlainCrate:
    """A crate as the JSON it is: a list of entities, with prefixes written out by hand."""

    def __init__(self, file: Path) -> None:
        document = json.loads(file.read_text(encoding="utf-8"))
        self.prefixes = {
            prefix: base
            for part in document["@context"]
            if isinstance(part, dict)
            for prefix, base in part.items()
            if isinstance(base, str)
        }
        self.entities: dict[str, dict[str, Any]] = {
            self.written_out(entity["@id"]): entity for entity in document["@graph"]
        }
        self.root = self.written_out(self.entities["ro-crate-metadata.json"]["about"]["@id"])

    def written_out(self, name: str) -> str:
        """An id with its prefix replaced, and without zeros before the number of a taxon (`NCBITaxon_09606`)."""
        prefix, _, local = name.partition(":")
        iri = self.prefixes[prefix] + local if prefix in self.prefixes else name
        return re.sub(r"(/NCBITaxon_)0+(?=\d)", r"\1", iri)

    def of_type(self, kind: str) -> Iterator[str]:
        """Ids of the entities that have a type."""
        for name, entity in self.entities.items():
            kinds = entity.get("@type", [])
            if kind in (kinds if isinstance(kinds, list) else [kinds]):
                yield name

    def linked(self, name: str, key: str) -> list[str]:
        """Ids that an entity names under a key."""
        value = self.entities.get(name, {}).get(key, [])
        parts = value if isinstance(value, list) else [value]
        return [self.written_out(part["@id"]) for part in parts if isinstance(part, dict)]

    def taxa(self) -> set[str]:
        """Taxa that the study or its samples name."""
        subjects = self.linked(self.root, "about")
        named = {
            *subjects,
            *(taxon for subject in subjects for taxon in self.linked(subject, "taxonomicRange")),
        }
        return named & set(self.of_type("Taxon"))

    def imaging_methods(self) -> set[str]:
        """FBbi terms that the study names, or the protocols it names, or any protocol of the crate."""
        protocols = [*self.linked(self.root, "measurementMethod"), *self.of_type("LabProtocol")]
        named = {
            *protocols,
            *(term for name in protocols for term in self.linked(name, "measurementTechnique")),
        }
        return {term for term in named if term.startswith(OBO + "FBbi_")}


def statements(graph: Graph) -> Iterator[tuple[str, str, str, str]]:
    """(subject, property, kind, value) of a graph; kind is `iri`, or the datatype or language of a literal."""
    for subject, predicate, value in graph:
        if isinstance(value, Literal):
            kind = value.language or str(value.datatype or "http://www.w3.org/2001/XMLSchema#string")
        else:
            kind = "iri"
        yield str(subject), str(predicate), kind, str(value)


TYPE = str(RDF.type)
