"""The list of commands."""

from __future__ import annotations

from typing import Annotated

import typer

from imagegraph.cli import (
    asking,
    audit,
    history,
    person,
    pid,
    project,
    records,
    running,
    terms,
    token,
    upkeep,
    upkeep_backup,
)

application = typer.Typer(
    name="imagegraph",
    help="Keeps image metadata as a knowledge graph: import it, judge it, ask it.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        from imagegraph import __version__

        typer.echo(f"imagegraph {__version__}")
        raise typer.Exit


@application.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Keeps image metadata as a knowledge graph: import it, judge it, ask it."""


application.command("demo")(running.demo)
application.command("serve")(running.serve)
application.command("import")(records.import_)
application.command("validate")(records.validate)
application.command("export")(asking.export)
application.command("query")(asking.query)
application.command("example")(asking.example)
application.command("history")(history.history)
application.command("diff")(history.diff)
application.command("restore-version")(history.restore_version)
application.command("audit")(audit.audit)
application.command("rebuild")(upkeep.rebuild)
application.command("verify")(upkeep.verify)
application.command("doctor")(upkeep.doctor)
application.command("backup")(upkeep_backup.backup)
application.command("restore")(upkeep_backup.restore)
application.command("drill")(upkeep_backup.drill)
application.add_typer(pid.application)
application.add_typer(terms.application)
application.add_typer(token.application)
application.add_typer(person.application)
application.add_typer(project.application)
