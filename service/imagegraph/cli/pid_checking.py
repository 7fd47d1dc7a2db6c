"""The command that checks identifiers: pid check."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from imagegraph.cli.options import AsJson, Data
from imagegraph.cli.printing import counted, print_json, visible


def check(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="Identifiers in any spelling.")
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--file",
            metavar="FILE",
            help="A list, one a line, or a table with tabulators; - for standard input.",
        ),
    ] = None,
    column: Annotated[
        str | None,
        typer.Option("--column", metavar="COLUMN", help="Name of the table's column, or its number from 1."),
    ] = None,
    scheme: Annotated[
        str | None,
        typer.Option("--scheme", metavar="SCHEME", help="What they are meant to be: orcid, ror, pubmed …"),
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Check form and checksum, and say what is known about each; nobody is asked.

    A table is printed again with columns added. Exit code 1 when one is not valid.
    """
    from imagegraph.bootstrap import open_known, settings_for
    from imagegraph.operations.linking.checking import check as checked_all
    from imagegraph.operations.linking.checking import read_table, written_table
    from imagegraph.operations.linking.values import identifier_values

    check_scheme(scheme)
    if bool(ids) is (file is not None):
        raise typer.BadParameter("give identifiers, or --file", param_hint="ID")
    table = read_table(_read(file), column=column) if file is not None else None
    texts = table.texts if table is not None else tuple(ids or ())
    with open_known(settings_for(data)) as known:
        checked = list(checked_all(texts, scheme=scheme, known=known))
    if as_json:
        print_json([identifier_values(one.identifier, one.resolution) for one in checked])
    elif table is not None:
        sys.stdout.write(written_table(table, checked))
    else:
        for one in checked:
            print_identifier(identifier_values(one.identifier, one.resolution))
    invalid = sum(one.identifier.state != "valid" for one in checked)
    if table is not None or len(checked) > 1:
        sys.stderr.write(f"{counted(len(checked), 'identifier')}, {invalid} not valid\n")
    if invalid:
        raise typer.Exit(1)


def check_scheme(name: str | None) -> None:
    """Refuse the name of a scheme that does not exist, and name those that do."""
    if name is None:
        return
    from imagegraph.model.identifiers import packaged_schemes

    if name not in packaged_schemes():
        raise typer.BadParameter(
            f"there is no scheme {name!r}; use one of {', '.join(packaged_schemes())}", param_hint="--scheme"
        )


def print_identifier(values: dict[str, object]) -> None:
    """An identifier in one or a few lines."""
    name = values["canonical"] or values["input"]
    label = f"  {values['label']}" if values["label"] else ""
    print(visible(f"{values['state']:<12} {name}{label}"))
    notes = values["notes"] if isinstance(values["notes"], list) else []
    successors = values["successors"] if isinstance(values["successors"], list) else []
    lines = [f"use {iri}" for iri in successors] + [str(note) for note in notes]
    for line in dict.fromkeys([*lines, str(values["problem"] or ""), str(values["detail"] or "")]):
        if line:
            print(visible(f"             {line}"))
    if values["checked_at"]:
        stale = ", may be out of date" if values["stale"] else ""
        print(visible(f"             {values['authority']}, {values['checked_at']}{stale}"))


def _read(file: Path) -> str:
    from imagegraph.errors import NotFound
    from imagegraph.operations.columns import read_text

    try:
        content = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        raise NotFound(f"{file} cannot be read: {error.strerror}.") from error
    return read_text(content, name=str(file))
