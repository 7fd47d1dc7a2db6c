"""The list of `imagegraph pid …` commands."""

from __future__ import annotations

import typer

from imagegraph.cli import pid_asking, pid_checking, pid_dumps, pid_reconciliation, pid_report

application = typer.Typer(
    name="pid",
    help="Persistent identifiers: check them, ask their authorities, see what they join.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@application.callback()
def _options() -> None:
    """Persistent identifiers: check them, ask their authorities, see what they join."""


application.command("check")(pid_checking.check)
application.command("resolve")(pid_asking.resolve)
application.command("refresh")(pid_asking.refresh)
application.command("forget")(pid_asking.forget)
application.command("report")(pid_report.report)
application.command("load-dump")(pid_dumps.load_dump)
application.command("proposals")(pid_reconciliation.proposals)
application.command("accept")(pid_reconciliation.accept)
application.command("reject")(pid_reconciliation.reject)
application.command("undo")(pid_reconciliation.undo)
