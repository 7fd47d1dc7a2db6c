"""Judging statements against shapes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from imagegraph.model.rdf import Triple
from imagegraph.model.reports import Report

#: `shape` of the warning that a document holds nothing that a profile speaks about
NOTHING_JUDGED = "https://w3id.org/imagegraph/shape/nothing-judged"


class Validator(Protocol):
    """Judges a payload graph, never the whole store."""

    def profiles(self) -> Sequence[str]:
        """Names of the profiles it knows, `core` first."""
        ...

    def validate(self, triples: Sequence[Triple], *, profiles: Sequence[str]) -> Report:
        """What the shapes of these profiles say about these statements, most severe first.

        Raises:
            NotFound: a profile has an unknown name; the message lists the known ones.
        """
        ...


class ShapesJudge(Protocol):
    """Judges statements by shapes that somebody hands in with them."""

    def __call__(self, triples: Sequence[Triple], *, shapes: Sequence[Triple]) -> Report:
        """What these shapes say about these statements, most severe first; blank nodes are called `_:…`.

        Raises:
            ForbiddenConstruct: a query of the shapes asks for more than the statements.
            MalformedDocument: the shapes cannot be applied.
        """
        ...
