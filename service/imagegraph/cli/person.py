"""The commands about persons: person admit, list, revoke."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from imagegraph.cli.options import AGENT, AsJson, Data, Projects
from imagegraph.cli.printing import print_json, visible
from imagegraph.cli.token import show, shut_out, told, values_of

application = typer.Typer(
    name="person",
    help="People who sign in with ORCID or the account of their institution: let in, list, shut out.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@application.callback()
def _options() -> None:
    """People who sign in with ORCID or the account of their institution: let in, list, shut out."""


@application.command("admit")
def admit(
    identity: Annotated[
        str,
        typer.Argument(
            metavar="IDENTITY",
            help="An ORCID iD, or 'ISSUER SUBJECT': the address of the provider, a blank, and what it calls the person.",
        ),
    ],
    scope: Annotated[
        str, typer.Option("--scope", metavar="SCOPE", help="The most they may do: read, write or admin.")
    ] = "read",
    days: Annotated[
        int,
        typer.Option("--days", metavar="N", min=0, max=36_500, help="Days until it expires; 0 for never."),
    ] = 365,
    project: Projects = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Let a person in, who then signs in with the provider that the service is set to. It works at once.

    From the first person with the scope admin on, everybody has to say who they are, at the machine itself too.
    """
    from imagegraph.bootstrap import open_audit, open_projects, open_tokens, settings_for
    from imagegraph.model.access import SCOPES
    from imagegraph.operations.projects.membership import check_projects, join

    if scope not in SCOPES:
        raise typer.BadParameter(f"{scope!r}; use one of {', '.join(SCOPES)}", param_hint="--scope")
    expires = datetime.now(UTC) + timedelta(days=days) if days else None
    settings = settings_for(data)
    with open_tokens(settings) as tokens, open_audit(settings) as audit, open_projects(settings) as projects:
        check_projects(projects, project)
        person = tokens.admit(identity, scope=scope, expires=expires)
        audit.note("person.admit", agent=AGENT, object=person.id, outcome=f"scope {scope}")
        join(projects, person, wanted=project, agent=AGENT)
    if as_json:
        print_json(values_of(person))
    else:
        print(visible(f"admitted  {person.id}  {told(person)}"))


@application.command("list")
def list_(data: Data = None, as_json: AsJson = False) -> None:
    """List the persons, the newest first, those who are not let in any more too."""
    if show("person", data=data, as_json=as_json) == 0 and not as_json:
        print("Nobody is let in by who they are. `imagegraph person admit IDENTITY` lets somebody in.")


@application.command("revoke")
def revoke(
    identity: Annotated[
        str, typer.Argument(metavar="IDENTITY", help="Their identity, or the id in the list.")
    ],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Shut a person out, at once; sessions that are open end."""
    shut_out(identity, data=data, as_json=as_json)
