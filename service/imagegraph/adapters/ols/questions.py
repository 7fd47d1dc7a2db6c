"""What is asked of OLS: paths and queries below the base address, encoded as they are sent.

One answer of the second version holds what three of the first do (term, parents, ancestors), names the scope of
every synonym and tells a definition from a comment, so it is asked for first. The first version is asked by hosts
that do not speak the second, and `terms?iri=`, which lists every copy of a term, obsolete ones too, confirms that
there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from imagegraph.ports.terms import TermScope

LONGEST_TEXT = 250
_SYNTAX = re.compile(r'[\\"*?:(){}\[\]^~!]|(?<!\S)[+-]+|&&|\|\|')


@dataclass(frozen=True)
class Question:
    """A target, and the version of the API that it belongs to."""

    target: str
    version: Literal[1, 2]
    by_path: bool = False


def questions_for(iri: str, *, ontology: str | None, second: bool) -> tuple[Question, ...]:
    """What to ask about a term, one after the other until one is answered.

    Args:
        ontology: where to look first; None when it is not known.
        second: the host may speak the second version.
    """
    found = []
    if second and ontology:
        found.append(Question(f"v2/ontologies/{ontology}/entities/{twice(iri)}", 2, by_path=True))
    elif second:
        target = f"v2/entities?iri={once(iri)}&isDefiningOntology=true&includeObsoleteEntities=true&size=20"
        found.append(Question(target, 2))
    if ontology:
        found.append(Question(f"ontologies/{ontology}/terms/{twice(iri)}", 1, by_path=True))
    found.append(Question(f"terms?iri={once(iri)}&size=50", 1))
    return tuple(found)


def searches_for(text: str, *, scope: TermScope, rows: int, second: bool) -> tuple[Question, ...]:
    """What to ask for a text, one after the other until one is answered.

    Args:
        text: already a `search_text`.
        scope: the first version never offers obsolete terms; it offers either these or the others.
        rows: most hits.
    """
    found = []
    if second:
        parts = [
            ("search", text),
            ("size", str(rows)),
            ("includeObsoleteEntities", str(scope.obsolete).lower()),
        ]
        parts += [("ontologyId", ontology) for ontology in scope.ontologies]
        if len(scope.under) == 1:
            parts.append(("hierarchicalAncestor", scope.under[0]))
        found.append(Question(f"v2/entities?{_query(parts)}", 2))
    parts = [("q", text), ("rows", str(rows)), ("start", "0"), ("queryFields", "label,synonym")]
    parts += [("type", "class"), ("obsoletes", "false")]  # "true" would mean only those
    if scope.ontologies:
        parts.append(("ontology", ",".join(scope.ontologies)))
    if scope.under:
        parts.append(("allChildrenOf", ",".join(scope.under)))
    found.append(Question(f"search?{_query(parts)}", 1))
    return tuple(found)


def search_text(text: str) -> str:
    """A text without the characters that a search engine takes for its own syntax."""
    printable = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(_SYNTAX.sub(" ", printable).split())


def once(text: str) -> str:
    """Percent-encoded, for a query."""
    return quote(text, safe="")


def twice(iri: str) -> str:
    """Percent-encoded twice, for a path: `#` becomes `%2523`."""
    return once(once(iri))


def _query(parts: Iterable[tuple[str, str]]) -> str:
    return "&".join(f"{name}={once(value)}" for name, value in parts)
