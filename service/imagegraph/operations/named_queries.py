"""The packaged questions: listing them, finding one, filling in its parameters."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from imagegraph import resources
from imagegraph.errors import BadParameter, NotFound
from imagegraph.model.identifiers import normalise_iri
from imagegraph.model.named_queries import NamedQuery, Parameter, parse
from imagegraph.model.rdf import XSD, Literal, NamedNode, Term
from imagegraph.model.sparql import bind
from imagegraph.ports.workers import Query

_INTEGER = re.compile(r"[+-]?[0-9]+")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_LONGEST = 2_000


@cache
def list_queries() -> tuple[NamedQuery, ...]:
    """Every packaged question, in the order of the names.

    Raises:
        MalformedQuery: a file breaks the rules of `model.named_queries`.
    """
    files = sorted(resources.path("queries").glob("*.rq"), key=lambda file: file.stem)
    return tuple(parse(file.read_text(encoding="utf-8"), name=file.stem) for file in files)


def get_query(name: str) -> NamedQuery:
    """The question of this name.

    Raises:
        NotFound: there is none; the message lists names that look alike.
    """
    known = {query.name: query for query in list_queries()}
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=3, cutoff=0.4) or [
        other for other in known if any(word in other for word in name.lower().split("-") if len(word) > 3)
    ]
    hint = f"Did you mean {' or '.join(near[:3])}?" if near else f"There are: {', '.join(known)}."
    raise NotFound(f"There is no named query “{name[:80]}”. {hint}", name=name[:80], near=near[:3])


def bound(query: NamedQuery, parameters: Mapping[str, str]) -> Query:
    """The query with its parameters filled in; defaults stand in for those that are not given.

    An empty value counts as not given, so that an empty field of a form leaves the question open.

    Raises:
        BadParameter: an unknown name, or a value that does not have the type of the parameter.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    for name in parameters:
        if name not in known:
            names = ", ".join(known) or "none"
            raise BadParameter(
                f"The query {query.name} has no parameter “{name[:80]}”; it has {names}.",
                parameter=name[:80],
                known=list(known),
            )
    terms: dict[str, Term] = {}
    for name, parameter in known.items():
        value = (parameters.get(name) or parameter.default or "").strip()
        if value:
            terms[name] = _term(parameter, value)
    text, _ = bind(query.text, terms)
    return Query(text=text)


def _term(parameter: Parameter, value: str) -> Term:
    """The value as an RDF term of the parameter's type."""
    if len(value) > _LONGEST:
        raise _refusal(parameter, value, f"it is longer than {_LONGEST:,} characters")
    if parameter.type == "iri":
        result = normalise_iri(value.removeprefix("<").removesuffix(">"))
        if result.problem is not None:
            raise _refusal(parameter, value, result.problem)
        return NamedNode(result.iri)
    if parameter.type == "integer":
        if not _INTEGER.fullmatch(value):
            raise _refusal(parameter, value, "write a whole number such as 42")
        return Literal(value, datatype=XSD.integer)
    if parameter.type == "decimal":
        if not _DECIMAL.fullmatch(value):
            raise _refusal(parameter, value, "write a number with a point, such as 1.4")
        return Literal(value, datatype=XSD.decimal)
    if parameter.type == "date":
        try:
            return Literal(datetime.date.fromisoformat(value).isoformat(), datatype=XSD.date)
        except ValueError:
            raise _refusal(parameter, value, "write a day such as 2025-03-11") from None
    return Literal(value)


def _refusal(parameter: Parameter, value: str, problem: str) -> BadParameter:
    return BadParameter(
        f"“{value[:80]}” cannot be used for {parameter.name} ({parameter.description}): {problem}.",
        parameter=parameter.name,
        value=value[:200],
        type=parameter.type,
    )
