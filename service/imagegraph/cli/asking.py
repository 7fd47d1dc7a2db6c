"""Commands that answer: query, example."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any

import typer

from imagegraph.cli.options import Data, Server

_MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/sparql-results+json",
    "table": "application/sparql-results+json",
}


def query(
    text: Annotated[
        str | None, typer.Argument(metavar="SPARQL", help="A SPARQL 1.1 query; - reads standard input.")
    ] = None,
    name: Annotated[str | None, typer.Option("--name", help="Ask a named question instead.")] = None,
    param: Annotated[
        list[str] | None, typer.Option("--param", metavar="NAME=VALUE", help="A parameter of it; repeatable.")
    ] = None,
    list_names: Annotated[bool, typer.Option("--list", help="List the named questions.")] = False,
    data: Data = None,
    server: Server = None,
    format: Annotated[str, typer.Option("--format", help="table, csv or json.")] = "table",
) -> None:
    """Ask a SPARQL query, or one of the named questions."""
    from imagegraph.operations.named_queries import bound, get_query, list_queries
    from imagegraph.ports.workers import Query

    if format not in _MEDIA_TYPES:
        raise typer.BadParameter(f"{format!r}; use one of {', '.join(_MEDIA_TYPES)}", param_hint="--format")
    if list_names:
        for known in list_queries():
            print(f"{known.name:<36} {known.title}")
        return
    if (text is None) is (name is None):
        raise typer.BadParameter(
            "give one SPARQL query, or --name (--list shows the names)", param_hint="SPARQL"
        )
    if name is not None:
        asked = bound(get_query(name), _parameters(param or []))
    else:
        asked = Query(text=sys.stdin.read() if text == "-" else str(text))
    if server is not None:
        from imagegraph.adapters.remote import RemoteService

        media_type, body = RemoteService(server).query(asked.text, accept=_MEDIA_TYPES[format])
    else:
        media_type, body = _ask_here(asked, data, _MEDIA_TYPES[format])
    if format == "table" and media_type == _MEDIA_TYPES["table"]:
        _print_table(json.loads(body))
    else:
        sys.stdout.buffer.write(body)
        if not body.endswith(b"\n"):
            sys.stdout.buffer.write(b"\n")


def example(
    class_name: Annotated[
        str | None, typer.Argument(metavar="CLASS", help="A class of the model, e.g. Study.")
    ] = None,
) -> None:
    """Print a small valid document of a class, in YAML; without a class, list the classes."""
    from imagegraph.operations.examples import get_example, list_examples

    if class_name is None:
        print("\n".join(list_examples()))
    else:
        print(get_example(class_name), end="")


def _ask_here(asked: Any, data: Any, media_type: str) -> tuple[str, bytes]:
    from dataclasses import replace

    from imagegraph.bootstrap import open_services, settings_for
    from imagegraph.model.sparql import outline

    with open_services(settings_for(data)) as services:
        form = outline(asked.text).form
        accept = media_type if form in ("SELECT", "ASK") else None
        answer = services.query_runner.run(replace(asked, accept=accept))
    return answer.media_type, answer.body


def _parameters(given: list[str]) -> dict[str, str]:
    pairs = [entry.partition("=") for entry in given]
    wrong = [name for name, equals, _ in pairs if not equals]
    if wrong:
        raise typer.BadParameter(f"{wrong[0]!r}; write NAME=VALUE", param_hint="--param")
    return {name: value for name, _, value in pairs}


def _print_table(results: dict[str, Any]) -> None:
    if "boolean" in results:
        print("yes" if results["boolean"] else "no")
        return
    columns = results["head"]["vars"]
    rows = [[_cell(row.get(column)) for column in columns] for row in results["results"]["bindings"]]
    widths = [max([len(column), *(len(row[i]) for row in rows)]) for i, column in enumerate(columns)]
    for line in [columns, ["-" * width for width in widths], *rows]:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
    print(f"({len(rows)} rows)", file=sys.stderr)


def _cell(term: dict[str, str] | None) -> str:
    if term is None:
        return ""
    return " ".join(term["value"].split())
