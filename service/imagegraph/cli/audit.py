"""The command that tells who did what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from imagegraph.cli.options import AsJson, Data, settings_of_existing
from imagegraph.cli.printing import print_json, visible

if TYPE_CHECKING:
    from imagegraph.model.audit import AuditEntry


def audit(
    agent: Annotated[
        str | None, typer.Option("--agent", metavar="NAME", help="Only what this one did.")
    ] = None,
    action: Annotated[
        str | None, typer.Option("--action", metavar="ACTION", help="Only this, such as record.delete.")
    ] = None,
    object: Annotated[
        str | None, typer.Option("--object", metavar="ID", help="Only what was done to this record, token …")
    ] = None,
    before: Annotated[
        int | None, typer.Option("--before", metavar="N", help="Only entries before this number.", min=1)
    ] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", help="Most entries.", min=1)] = 100,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """List who did what, when and from where, newest first; also while a service runs."""
    from imagegraph.bootstrap import open_audit

    with open_audit(settings_of_existing(data)) as log:
        entries = log.entries(before=before, limit=limit, agent=agent, action=action, object=object)
    if as_json:
        print_json([entry.as_dict() for entry in entries])
        return
    for entry in entries:
        print(_line(entry))


def _line(entry: AuditEntry) -> str:
    client = f" ({entry.client})" if entry.client else ""
    return visible(
        f"{entry.sequence:<4} {entry.at}  {entry.action:<18} {entry.object}: {entry.outcome}; {entry.agent}{client}"
    )
