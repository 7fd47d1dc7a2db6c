"""Commands that answer: query, export, example."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from imagegraph.cli.options import AsJson, Data, Server, check_one_place, settings_of_existing
from imagegraph.cli.printing import print_json, print_table

if TYPE_CHECKING:
    from imagegraph.ports.workers import Query

#: what is asked for by each format: for rows or yes/no, and for statements
_MEDIA_TYPES = {
    "table": ("application/sparql-results+json", "text/turtle"),
    "csv": ("text/csv", "text/turtle"),
    "json": ("application/sparql-results+json", "application/ld+json"),
}


def query(
    text: Annotated[
        str | None, typer.Argument(metavar="SPARQL", help="A SPARQL 1.1 query; - reads standard input.")
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="Ask a named question instead.")
    ] = None,
    param: Annotated[
        list[str] | None, typer.Option("--param", metavar="NAME=VALUE", help="A parameter of it; repeatable.")
    ] = None,
    list_names: Annotated[
        bool, typer.Option("--list", help="List the named questions with their parameters.")
    ] = False,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="TIME", help="Ask the state of this moment or day (ISO 8601)."),
    ] = None,
    data: Data = None,
    server: Server = None,
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="table, csv or json.")] = "table",
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Ask a SPARQL query, or one of the named questions."""
    format = "json" if as_json else format
    if format not in _MEDIA_TYPES:
        raise typer.BadParameter(f"{format!r}; use one of {', '.join(_MEDIA_TYPES)}", param_hint="--format")
    check_one_place(data, server)
    if list_names:
        _print_names(as_json=format == "json")
        return
    asked = _asked(text, name, param or [], as_of=as_of)
    if server is not None:
        from imagegraph.adapters.remote import RemoteService

        media_type, body = RemoteService(server).query(
            asked.text, accept=_accepted(asked.text, format), as_of=asked.as_of
        )
    else:
        media_type, body = _answered_here(asked, data, format)
    if format == "table" and media_type == _MEDIA_TYPES["table"][0]:
        print_table(json.loads(body))
    else:
        sys.stdout.buffer.write(body)
        if not body.endswith(b"\n"):
            sys.stdout.buffer.write(b"\n")


def export(
    iri: Annotated[
        str | None, typer.Argument(metavar="IRI", help="Id or IRI of a record, or IRI of what it is about.")
    ] = None,
    all_records: Annotated[bool, typer.Option("--all", help="Every record.")] = False,
    data: Data = None,
    server: Server = None,
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="turtle, trig, nquads or jsonld.")
    ] = "turtle",
) -> None:
    """Write a record, or all of them, to standard output."""
    from imagegraph.operations.export import FORMATS, exported

    if format not in FORMATS:
        raise typer.BadParameter(f"{format!r}; use one of {', '.join(FORMATS)}", param_hint="--format")
    if (iri is None) is not all_records:
        raise typer.BadParameter("name one IRI, or say --all", param_hint="IRI")
    check_one_place(data, server)
    if server is not None:
        from imagegraph.adapters.remote import RemoteService

        sys.stdout.buffer.writelines(RemoteService(server).export(iri, format=format))
        return
    from imagegraph.bootstrap import open_services

    with open_services(settings_of_existing(data)) as services:
        sys.stdout.buffer.writelines(exported(services, iri, format=format))


def example(
    class_name: Annotated[
        str | None, typer.Argument(metavar="CLASS", help="A class of the model, e.g. Study.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print a small valid document of a class, in YAML; without a class, list the classes."""
    from imagegraph.operations.examples import get_example, list_examples

    if class_name is None:
        names = list(list_examples())
        if as_json:
            print_json(names)
        else:
            print("\n".join(names))
        return
    document = get_example(class_name)
    if as_json:
        import yaml

        print_json(yaml.safe_load(document))
    else:
        print(document, end="")


def _print_names(*, as_json: bool) -> None:
    from imagegraph.operations.named_queries import list_queries

    if as_json:
        print_json([
            {
                "name": known.name, "title": known.title,
                "parameters": [
                    {"name": one.name, "type": one.type, "description": one.description, "default": one.default}
                    for one in known.parameters
                ],
            }
            for known in list_queries()
        ])  # fmt: skip
        return
    for known in list_queries():
        print(f"{known.name:<36} {known.title}")
        for one in known.parameters:
            print(f"{'':<36}   --param {one.name}=…  {one.description}")


def _asked(text: str | None, name: str | None, param: list[str], *, as_of: str | None) -> Query:
    """The query that the arguments mean."""
    from dataclasses import replace

    from imagegraph.model.moments import parse_moment
    from imagegraph.operations.named_queries import bound, get_query

    moment = parse_moment(as_of, parameter="--as-of") if as_of is not None else None

    if (text is None) is (name is None):
        raise typer.BadParameter(
            "give one SPARQL query, or --name (--list shows the names)", param_hint="SPARQL"
        )
    if name is not None:
        return replace(bound(get_query(name), _parameters(param)), as_of=moment)
    if param:
        raise typer.BadParameter("it fills in a named question; give --name too", param_hint="--param")
    return replace(_read(str(text)), as_of=moment)


def _read(text: str) -> Query:
    """The query of an argument, or of standard input."""
    from imagegraph.errors import MalformedQuery
    from imagegraph.ports.workers import Query

    if text != "-":
        return Query(text=text)
    try:
        return Query(text=sys.stdin.buffer.read().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise MalformedQuery(f"Standard input is not UTF-8: byte {error.start} cannot be read.") from None


def _accepted(text: str, format: str) -> str:
    """The media type to ask for, which depends on the form of the query."""
    from imagegraph.model.sparql import outline

    rows, statements = _MEDIA_TYPES[format]
    return rows if outline(text).form in ("SELECT", "ASK") else statements


def _answered_here(asked: Query, data: Path | None, format: str) -> tuple[str, bytes]:
    from dataclasses import replace

    from imagegraph.bootstrap import open_services

    with open_services(settings_of_existing(data)) as services:
        answer = services.query_runner.run(replace(asked, accept=_accepted(asked.text, format)))
    return answer.media_type, answer.body


def _parameters(given: list[str]) -> dict[str, str]:
    pairs = [entry.partition("=") for entry in given]
    wrong = [name for name, equals, _ in pairs if not equals]
    if wrong:
        raise typer.BadParameter(f"{wrong[0]!r}; write NAME=VALUE", param_hint="--param")
    return {name: value for name, _, value in pairs}
