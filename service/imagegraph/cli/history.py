"""Commands about the past of a record: history, diff, restore-version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from imagegraph.cli.options import AGENT, AsJson, Data, settings_of_existing
from imagegraph.cli.printing import counted, print_json, visible

if TYPE_CHECKING:
    from imagegraph.model.records import RecordSummary, Version
    from imagegraph.ports.journal import Journal

Record = Annotated[
    str, typer.Argument(metavar="ID", help="Id or IRI of a record, or IRI of what it is about.")
]


def history(
    record: Record,
    before: Annotated[
        int | None, typer.Option("--before", metavar="N", help="Only versions before this number.", min=1)
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """List the versions of a record, newest first: when, by whom, why."""
    from imagegraph.bootstrap import open_services
    from imagegraph.operations.history.versions import history_of, told

    with open_services(settings_of_existing(data)) as services:
        summary = _known(services.journal, record)
        versions = history_of(services.journal, summary, before=before)
    if as_json:
        print_json({"id": summary.id, "iri": summary.iri, "items": [told(version) for version in versions]})
        return
    for version in versions:
        print(_line(version))
    older = versions[-1].number if versions else 1
    if older > 1:
        print(f"… and {counted(older - 1, 'older version')}: --before {older}")


def diff(
    record: Record,
    earlier: Annotated[
        int | None,
        typer.Option("--from", metavar="N", help="Version to start from (default: the one before).", min=0),
    ] = None,
    later: Annotated[
        int | None,
        typer.Option("--to", metavar="N", help="Version to arrive at (default: the newest).", min=1),
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Show the statements that one version of a record removed and added."""
    from imagegraph.bootstrap import open_services
    from imagegraph.operations.history.difference import find_difference
    from imagegraph.operations.history.versions import told

    with open_services(settings_of_existing(data)) as services:
        summary = _known(services.journal, record)
        found = find_difference(services.journal, summary, earlier=earlier, later=later)
    if as_json:
        print_json({
            "id": summary.id, "iri": summary.iri, "from": told(found.before) if found.before else None,
            "to": told(found.after), "added": found.added, "removed": found.removed,
            "items": [change.as_dict() for change in found.changes],
        })  # fmt: skip
        return
    print(f"from {_line(found.before) if found.before else '0  nothing'}")
    print(f"to   {_line(found.after)}")
    for change in found.changes:
        print(f"{'+' if change.is_added else '-'} {visible(change.line.rstrip())}")
    print(f"{found.added} added, {found.removed} removed")


def restore_version(
    record: Record,
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The version to bring back.", min=1)],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why, for the history.")] = "",
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Make an earlier version of a record its newest one again; a deleted record lives again."""
    from imagegraph.bootstrap import open_services

    with open_services(settings_of_existing(data)) as services:
        summary = _known(services.journal, record)
        outcome = services.ingest.restore(
            summary.id, number, if_match=None if summary.deleted else "*", agent=AGENT, reason=reason
        )
    if as_json:
        print_json({
            "id": summary.id, "iri": summary.iri, "version": outcome.version, "restored": number,
            "status": outcome.status,
        })  # fmt: skip
    elif outcome.status == "unchanged":
        print(f"unchanged {summary.iri}: version {outcome.version} says the same as version {number}")
    else:
        print(f"stored    {summary.iri}: version {outcome.version} says what version {number} said")


def _known(journal: Journal, name: str) -> RecordSummary:
    """A record that is or was there.

    Raises:
        NotFound: there never was one.
    """
    from imagegraph.errors import NotFound

    found = journal.find(name)
    if found is None:
        raise NotFound(f"There is no record {name!r}, and none about it.", id=name)
    return found


def _line(version: Version) -> str:
    what = "deleted: " if version.deleted else ""
    return visible(f"{version.number:<3} {version.at}  {version.agent}: {what}{version.reason}")
