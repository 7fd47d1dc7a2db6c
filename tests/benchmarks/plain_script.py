"""The plain script that importing is compared with: pyoxigraph loads, pySHACL judges, crate by crate."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pyshacl
import rdflib
from pyoxigraph import RdfFormat, Store, parse, serialize

from imagegraph import resources
from imagegraph.adapters.importers.jsonld_contexts import inlined


def plain_import(crates: list[Path]) -> float:
    """Seconds for loading and judging all crates."""
    shapes = rdflib.Graph().parse(resources.path("shapes", "profiles", "gide.ttl"))
    store = Store()
    start = time.perf_counter()
    for crate in crates:
        document = json.loads(crate.read_text("utf-8"))
        text = json.dumps(inlined(document, source=crate.name))
        quads = list(parse(text, format=RdfFormat.JSON_LD, base_iri=f"http://example.org/{crate.name}"))
        store.extend(quads)
        graph = rdflib.Graph()
        graph.parse(data=serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES), format="nt")
        pyshacl.validate(graph, shacl_graph=shapes)
    return time.perf_counter() - start
