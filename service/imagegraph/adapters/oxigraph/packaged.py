"""Packaged Turtle as statements: our own files, so they are read where they are needed."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import RdfFormat, parse

from imagegraph.model.rdf import to_ntriples


def read_packaged(file: Path) -> bytes:
    """The statements of a packaged Turtle file without blank nodes, as sorted N-Triples."""
    return to_ntriples(quad.triple for quad in parse(path=str(file), format=RdfFormat.TURTLE))
