"""The commands about projects: who is in them, and who sees their records."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from imagegraph.cli.options import AGENT, AsJson, Data, settings_of_existing
from imagegraph.cli.printing import print_json, visible

if TYPE_CHECKING:
    from imagegraph.operations.projects.placing import WantedPlacement
    from imagegraph.ports.projects import ProjectStore
    from imagegraph.ports.tokens import TokenStore
    from imagegraph.settings import Settings

application = typer.Typer(
    name="project",
    help="Projects: make them, let people in, publish their records.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

ProjectId = Annotated[str, typer.Argument(metavar="PROJECT", help="Name of the project.")]
Member = Annotated[
    str, typer.Argument(metavar="WHO", help="Name or id of a token, or the identity of a person.")
]
Records = Annotated[list[str], typer.Argument(metavar="RECORD…", help="Ids of records.")]


@application.callback()
def _options() -> None:
    """Projects: make them, let people in, publish their records."""


@application.command("create")
def create(
    project: ProjectId,
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="What people call it.")] = "",
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Make a project. Its name begins the ids of the records that are handed in to it."""
    from imagegraph.bootstrap import settings_for

    with _opened(settings_for(data)) as (projects, _):
        made = projects.create(project, title=title, agent=AGENT)
    _print(
        {"id": made.id, "title": made.title, "created": made.created},
        as_json,
        f"made  {made.id}  {made.title}",
    )


@application.command("list")
def list_(data: Data = None, as_json: AsJson = False) -> None:
    """List the projects with the number of their records."""
    from imagegraph.model.moments import utc_now

    with _opened(settings_of_existing(data)) as (projects, _):
        rows: list[dict[str, Any]] = [
            {"id": one.id, "title": one.title, "created": one.created}
            | {"records": dict(projects.counts(one.id, now=utc_now()))}
            for one in projects.projects()
        ]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        counts = ", ".join(f"{count} {name}" for name, count in row["records"].items() if count)
        print(visible(f"{row['id']}  {row['title']}: {counts or 'no records'}"))


@application.command("show")
def show(project: ProjectId, data: Data = None, as_json: AsJson = False) -> None:
    """Show who is in a project, and its links for reviewers."""
    from imagegraph.model.access import OWNER
    from imagegraph.model.moments import utc_now
    from imagegraph.operations.projects.listing import get_described

    with _opened(settings_of_existing(data)) as (projects, tokens):
        found = get_described(projects, tokens, project, caller=OWNER, now=utc_now())
    if as_json:
        print_json(found)
        return
    print(visible(f"{found['id']}  {found['title']}"))
    for one in found["members"]:
        print(visible(f"  {one['role']}  {one['name']}"))
    for one in found["review_links"]:
        print(visible(f"  link  {one['id']}  {one['note']}, until {one['expires'][:10]}"))


@application.command("grant")
def grant(
    project: ProjectId,
    member: Member,
    role: Annotated[str, typer.Option("--role", metavar="ROLE", help="reader, editor or owner.")] = "reader",
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Let somebody into a project, or change their role. A running service knows it at once."""
    from imagegraph.operations.projects.membership import checked_role, member_called

    wanted = checked_role(role)
    with _opened(settings_of_existing(data)) as (projects, tokens):
        key = member_called(member, tokens=tokens)
        projects.grant(project, key, wanted, agent=AGENT)
    _print({"project": project, "member": key, "role": wanted}, as_json, f"in  {project}  {member}: {wanted}")


@application.command("withdraw")
def withdraw(project: ProjectId, member: Member, data: Data = None, as_json: AsJson = False) -> None:
    """Shut somebody out of a project, or take a link for reviewers back, by its id."""
    from imagegraph.operations.projects.membership import shut_out

    with _opened(settings_of_existing(data)) as (projects, tokens):
        key = shut_out(projects, tokens, project, member, agent=AGENT)
    _print({"project": project, "member": key}, as_json, f"out  {project}  {member}")


@application.command("link")
def link(
    project: ProjectId,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="Who it is for.")] = "",
    days: Annotated[
        int, typer.Option("--days", metavar="N", min=1, max=366, help="Days until it expires.")
    ] = 30,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Make a link by which reviewers read the records of a project without a name; it is shown this once."""
    from imagegraph.operations.projects.listing import link_values
    from imagegraph.operations.projects.membership import make_link

    settings = settings_of_existing(data)
    with _opened(settings) as (projects, tokens):
        expires = datetime.now(UTC) + timedelta(days=days)
        secret, token = make_link(projects, tokens, project, note=note, expires=expires, agent=AGENT)
    url = f"{settings.base}review/{secret}"
    _print({**link_values(token), "url": url}, as_json, url)


@application.command("publish")
def publish(records: Records, data: Data = None, as_json: AsJson = False) -> None:
    """Let everybody see records from now on; of their history only what comes from now on."""
    from imagegraph.operations.projects.placing import WantedPlacement

    _placed(records, WantedPlacement(visibility="public"), data, as_json)


@application.command("embargo")
def embargo(
    records: Records,
    until: Annotated[
        str,
        typer.Option(
            "--until", metavar="MOMENT", help="When everybody sees them: 2027-03-01T09:00:00+01:00."
        ),
    ],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Let everybody see records from a moment on, never before. A day means its first minute in UTC."""
    from imagegraph.model.moments import parse_instant
    from imagegraph.operations.projects.placing import WantedPlacement

    moment = parse_instant(until, parameter="--until")
    _placed(records, WantedPlacement(visibility="embargoed", public_from=moment), data, as_json)


@application.command("withhold")
def withhold(records: Records, data: Data = None, as_json: AsJson = False) -> None:
    """Let nobody but the project see records any more; what was public may be with others already."""
    from imagegraph.operations.projects.placing import WantedPlacement

    _placed(records, WantedPlacement(visibility="private"), data, as_json)


@application.command("move")
def move(
    records: Records,
    to: Annotated[str, typer.Option("--to", metavar="PROJECT", help="Where to.")],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Move records to another project; their addresses stay."""
    from imagegraph.operations.projects.placing import WantedPlacement

    _placed(records, WantedPlacement(project=to), data, as_json)


def _placed(records: list[str], wanted: WantedPlacement, data: Path | None, as_json: bool) -> None:
    """Place records one after the other, and say what each is now."""
    from imagegraph.bootstrap import open_records
    from imagegraph.model.access import OWNER
    from imagegraph.model.moments import utc_now
    from imagegraph.operations.projects.placing import place

    settings, rows = settings_of_existing(data), []
    with _opened(settings) as (projects, _), open_records(settings) as journal:
        for id in records:
            placed = place(
                id, wanted, journal=journal, projects=projects, caller=OWNER, agent=AGENT, now=utc_now()
            )
            rows.append(placed.as_dict(utc_now()))
            if not as_json:
                since = f" from {placed.public_from} on" if placed.public_from else ""
                print(visible(f"{placed.visibility(utc_now())}  {id}  in {placed.project}{since}"))
    if as_json:
        print_json(rows)


@contextmanager
def _opened(settings: Settings) -> Iterator[tuple[ProjectStore, TokenStore]]:
    from imagegraph.bootstrap import open_projects, open_tokens

    with open_tokens(settings) as tokens, open_projects(settings) as projects:
        yield projects, tokens


def _print(values: dict[str, Any], as_json: bool, line: str) -> None:
    if as_json:
        print_json(values)
    else:
        print(visible(line))
