"""Named queries: a question in words, its parameters, and the SPARQL text that answers it.

A file of `queries/` begins with comment lines that are data::

    # title: Studies of an organism
    # description: One or two sentences for people who do not know SPARQL.
    # keywords: study, organism
    # param organism: iri = http://purl.obolibrary.org/obo/NCBITaxon_10090 | Which organism

and goes on with SPARQL 1.1 Query (https://www.w3.org/TR/sparql11-query/). Each parameter has one line
`VALUES ?organism { UNDEF }`, which leaves the variable open until a value is given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

from imagegraph.errors import MalformedQuery

ParameterType = Literal["iri", "string", "integer", "decimal", "date"]

_HEADER = re.compile(r"#\s*(?P<key>[A-Za-z]+)(?:\s+(?P<name>[^:\s]+))?\s*:\s*(?P<value>.*)")
_PARAMETER = re.compile(r"(?P<type>\w+)\s*(?:=\s*(?P<default>.*?)\s*)?\|\s*(?P<description>.+)")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_PLACE = re.compile(r"VALUES\s+\?(\w+)\s*\{\s*UNDEF\s*\}")
_REQUIRED = ("title", "description", "keywords")


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """One thing that a question leaves open.

    Attributes:
        name: the variable without `?`.
        type: what a value must look like.
        description: what to give, for people.
        default: the value when none is given; None leaves the variable open.
    """

    name: str
    type: ParameterType
    description: str
    default: str | None = None


@dataclass(frozen=True, kw_only=True)
class NamedQuery:
    """A question with its answer in SPARQL.

    Attributes:
        name: of the file, without `.rq`.
        title: the question in one line.
        description: what it counts and what it leaves out.
        keywords: words to find it by.
        parameters: in the order of the file.
        text: the whole file.
    """

    name: str
    title: str
    description: str
    keywords: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    text: str


def parse(text: str, *, name: str) -> NamedQuery:
    """The question that a file of `queries/` holds.

    Raises:
        MalformedQuery: a header line is missing, unreadable or double, or parameters and `VALUES` lines
            differ; the message says which line to write.
    """
    fields: dict[str, str] = {}
    parameters: dict[str, Parameter] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("#"):
            break
        match = _HEADER.fullmatch(line.rstrip())
        if match is None:
            raise _refusal(name, f"line {number} is no header. Write `# title: …`.", line=number)
        key, value = match["key"], match["value"].strip()
        if key == "param":
            parameter = _parameter(match["name"] or "", value, name=name, line=number)
            if parameter.name in parameters:
                raise _refusal(name, f"the parameter {parameter.name} stands there twice.", line=number)
            parameters[parameter.name] = parameter
        elif key not in _REQUIRED or match["name"]:
            known = ", ".join((*_REQUIRED, "param"))
            raise _refusal(name, f"“{key}” is no header; there are {known}.", line=number)
        elif key in fields:
            raise _refusal(name, f"the header {key} stands there twice.", line=number)
        else:
            fields[key] = value
    for key in _REQUIRED:
        if not fields.get(key):
            raise _refusal(name, f"a header is missing. Add a line `# {key}: …` at the top.")
    _check_places(text, parameters, name=name)
    keywords = tuple(word.strip() for word in fields["keywords"].split(",") if word.strip())
    return NamedQuery(
        name=name,
        title=fields["title"],
        description=fields["description"],
        keywords=keywords,
        parameters=tuple(parameters.values()),
        text=text,
    )


def _parameter(variable: str, value: str, *, name: str, line: int) -> Parameter:
    """The parameter of one header line."""
    match = _PARAMETER.fullmatch(value)
    types: tuple[ParameterType, ...] = get_args(ParameterType)
    if not _NAME.fullmatch(variable) or match is None:
        raise _refusal(
            name,
            "a parameter cannot be read. Write `# param organism: iri = default | Which organism`; "
            "the name in small letters, the default and its `=` may be left out.",
            line=line,
        )
    for type_ in types:
        if match["type"] == type_:
            return Parameter(
                name=variable, type=type_, description=match["description"], default=match["default"] or None
            )
    raise _refusal(name, f"“{match['type']}” is no type; there are {', '.join(types)}.", line=line)


def _check_places(text: str, parameters: dict[str, Parameter], *, name: str) -> None:
    """Every parameter has a place in the text and every place a parameter."""
    places = set(_PLACE.findall(text))
    for missing in parameters.keys() - places:
        raise _refusal(
            name,
            f"the parameter {missing} has no place. Add the line `VALUES ?{missing} {{ UNDEF }}` "
            "as the first one of WHERE.",
        )
    for surplus in places - parameters.keys():
        raise _refusal(
            name,
            f"`VALUES ?{surplus} {{ UNDEF }}` has no parameter. "
            f"Add the header `# param {surplus}: iri | what it is`, or remove the line.",
        )


def _refusal(name: str, what: str, *, line: int | None = None) -> MalformedQuery:
    where = {} if line is None else {"line": line}
    return MalformedQuery(f"queries/{name}.rq: {what}", source=f"queries/{name}.rq", **where)
