"""Judging records with pySHACL by the packaged shapes."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

import pyoxigraph

from imagegraph import resources
from imagegraph.adapters.shacl.engine import CompiledShapes
from imagegraph.adapters.shacl.graphs import DataGraph, to_rdflib
from imagegraph.errors import NotFound
from imagegraph.model.rdf import Triple
from imagegraph.model.reports import Finding, Report, sorted_findings
from imagegraph.ports.validation import NOTHING_JUDGED


class PyshaclValidator:
    """Judges statements by `shapes/core/*.ttl` and `shapes/profiles/<name>.ttl`.

    The shapes of a profile are compiled when they are first asked for and kept.

    Args:
        shapes: the folder that holds `core` and `profiles`; the packaged one when None.
    """

    def __init__(self, shapes: Path | None = None) -> None:
        # rdflib prints a traceback for each ill-formed literal; the report tells of them instead
        logging.getLogger("rdflib.term").setLevel(logging.ERROR)
        folder = shapes or resources.path("shapes")
        self._files = {"core": sorted((folder / "core").glob("*.ttl"))}
        self._files |= {file.stem: [file] for file in sorted((folder / "profiles").glob("*.ttl"))}
        self._compiled: dict[str, CompiledShapes] = {}

    def profiles(self) -> Sequence[str]:
        """Names of the profiles it knows, `core` first."""
        return tuple(self._files)

    def validate(self, triples: Sequence[Triple], *, profiles: Sequence[str]) -> Report:
        """What the shapes of these profiles say about these statements, most severe first.

        A profile that speaks about nothing in the document says so in a warning.

        Raises:
            NotFound: a profile has an unknown name; the message lists the known ones.
        """
        compiled = [self._shapes_of(name) for name in dict.fromkeys(profiles)]
        data = DataGraph(triples)
        findings: list[Finding] = []
        for shapes in compiled:
            found, spoke = shapes.judge(data)
            findings += found if spoke else [_nothing_judged(shapes.profile)]
        return Report(sorted_findings(findings), profiles=tuple(shapes.profile for shapes in compiled))

    def _shapes_of(self, name: str) -> CompiledShapes:
        if name not in self._compiled:
            if name not in self._files:
                raise NotFound(
                    f"There is no profile {name!r}. Known profiles: {', '.join(self._files)}.",
                    value=name,
                    known=list(self._files),
                )
            statements = (
                (to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object))
                for file in self._files[name]
                for quad in pyoxigraph.parse(file.read_bytes(), format=pyoxigraph.RdfFormat.TURTLE)
            )
            self._compiled[name] = CompiledShapes(statements, profile=name)
        return self._compiled[name]


def _nothing_judged(profile: str) -> Finding:
    return Finding(
        severity="warning",
        message=(
            f"Nothing in this document is judged by profile {profile}: it holds no node of a kind that the "
            "profile speaks about. Check that this is the right profile and that the types are stated."
        ),
        shape=NOTHING_JUDGED,
        profile=profile,
    )
