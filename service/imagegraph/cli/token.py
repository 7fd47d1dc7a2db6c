"""The commands about tokens: token create, list, revoke."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from imagegraph.cli.options import AGENT, AsJson, Data, Projects, settings_of_existing
from imagegraph.cli.printing import print_json, visible

if TYPE_CHECKING:
    from imagegraph.model.access import Token

application = typer.Typer(
    name="token",
    help="Tokens that programs and people show to the service: make, list, revoke.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@application.callback()
def _options() -> None:
    """Tokens that programs and people show to the service: make, list, revoke."""


@application.command("create")
def create(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Whose it is, or what for.")],
    scope: Annotated[
        str, typer.Option("--scope", metavar="SCOPE", help="The most it is good for: read, write or admin.")
    ] = "read",
    days: Annotated[
        int,
        typer.Option("--days", metavar="N", min=0, max=36_500, help="Days until it expires; 0 for never."),
    ] = 365,
    project: Projects = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Make a token and show it once; only its digest is kept. A running service knows it a second later.

    From the first admin token on, everybody has to show one, at the machine itself too.
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
        secret, token = tokens.create(name, scope=scope, expires=expires)
        audit.note("token.create", agent=AGENT, object=token.id, outcome=f"scope {scope}")
        join(projects, token, wanted=project, agent=AGENT)
    if as_json:
        print_json({**values_of(token), "token": secret})
        return
    print(secret)
    typer.echo(
        f"This is the only time that it is shown. {told(token)}. Send it as `Authorization: Bearer …`, or set "
        "IMAGEGRAPH_TOKEN for commands with --server.",
        err=True,
    )


@application.command("list")
def list_(data: Data = None, as_json: AsJson = False) -> None:
    """List the tokens, the newest first, those that open nothing any more too."""
    if show("token", data=data, as_json=as_json) == 0 and not as_json:
        print("There is no token. `imagegraph token create NAME` makes one.")


@application.command("revoke")
def revoke(
    id: Annotated[str, typer.Argument(metavar="ID", help="Its id, or its name.")],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Make a token open nothing any more, at once."""
    shut_out(id, data=data, as_json=as_json)


def show(kind: str, *, data: Path | None, as_json: bool) -> int:
    """Print all tokens, or all persons, the newest first; how many there are."""
    from imagegraph.bootstrap import open_tokens

    with open_tokens(settings_of_existing(data)) as tokens:
        found = [token for token in tokens.tokens() if token.kind == kind]
    if as_json:
        print_json([values_of(token) for token in found])
    else:
        for token in found:
            print(visible(f"{token.id}  {told(token)}"))
    return len(found)


def shut_out(id: str, *, data: Path | None, as_json: bool) -> None:
    """Revoke a token or what a person may do, note it, and say so."""
    from imagegraph.bootstrap import open_audit, open_tokens

    settings = settings_of_existing(data)
    with open_tokens(settings) as tokens, open_audit(settings) as audit:
        token = tokens.revoke(id)
        audit.note(f"{token.kind}.revoke", agent=AGENT, object=token.id)
    if as_json:
        print_json(values_of(token))
    else:
        print(visible(f"revoked  {token.id}  {token.name}"))


def told(token: Token) -> str:
    """Whose it is, what for and how long, in one line."""
    now = datetime.now(UTC)
    if token.revoked:
        state = f"revoked on {token.revoked:%Y-%m-%d}"
    elif token.expires is None:
        state = "does not expire"
    else:
        state = f"{'expires' if token.is_good(now) else 'expired'} on {token.expires:%Y-%m-%d}"
    used = f", last used on {token.used:%Y-%m-%d}" if token.used else ""
    return f"{token.name}: {token.scope}, {state}{used}"


def values_of(token: Token) -> dict[str, Any]:
    """The same for programs."""
    moments = {
        name: moment.isoformat() if (moment := getattr(token, name)) else None
        for name in ("created", "expires", "revoked", "used")
    }
    return {"id": token.id, "name": token.name, "scope": token.scope, **moments}
