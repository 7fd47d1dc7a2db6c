"""Who is in which project."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime

from imagegraph.errors import BadParameter, NotFound
from imagegraph.model.access import Token, TokenScope
from imagegraph.model.projects import DEFAULT_PROJECT, ROLES, Role
from imagegraph.ports.projects import ProjectStore
from imagegraph.ports.tokens import TokenStore

#: beginning of the keys of review links
_LINK = "link:"
_ROLES: dict[TokenScope, Role] = {"read": "reader", "write": "editor", "admin": "owner"}


def check_projects(projects: ProjectStore, wanted: Sequence[str] | None) -> None:
    """Refuse names of projects before anything is done.

    Raises:
        NotFound: there is none of that name.
    """
    for name in wanted or ():
        projects.get(name)


def join(projects: ProjectStore, token: Token, *, wanted: Sequence[str] | None = None, agent: str) -> None:
    """Let the holder of a new token into projects, with the role that its scope is good for.

    Args:
        wanted: names of projects; None for the default one.

    Raises:
        NotFound: there is no such project; then it is in none of them.
    """
    check_projects(projects, wanted)
    for name in [DEFAULT_PROJECT] if wanted is None else dict.fromkeys(wanted):
        projects.grant(name, token.member, _ROLES[token.scope], agent=agent)


def checked_role(text: str) -> Role:
    """A role by its name.

    Raises:
        BadParameter: there is none of that name.
    """
    for role in ROLES:
        if role == text:
            return role
    raise BadParameter(f"The role must be one of {', '.join(ROLES)}, not {text[:80]!r}.", parameter="role")


def member_called(text: str, *, tokens: TokenStore) -> str:
    """The key of a token or person that opens something, by name, id or identity.

    Raises:
        NotFound: there is none.
    """
    return tokens.named(text).member


def get_member(projects: ProjectStore, project: str, text: str, *, tokens: TokenStore) -> str:
    """The key of somebody who is in a project, by key, name, id or identity; also of who opens nothing any more.

    Raises:
        NotFound: nobody of that name is in it.
    """
    members = projects.members(project)
    if text in members:
        return text
    known = {token.member: token for token in tokens.tokens()}
    for member in members:
        token = known.get(member)
        if token is not None and text in (token.name, token.id):
            return member
    raise NotFound(f"{text[:200]!r} is not in the project {project!r}.", member=text[:200])


def shut_out(projects: ProjectStore, tokens: TokenStore, project: str, text: str, *, agent: str) -> str:
    """Shut somebody out of a project; a link for reviewers opens nothing any more then. Their key.

    Raises:
        NotFound: nobody of that name is in it, or there is no such project.
    """
    projects.get(project)
    member = get_member(projects, project, text, tokens=tokens)
    projects.withdraw(project, member, agent=agent)
    if member.startswith(_LINK):
        with suppress(NotFound):  # it has expired
            tokens.revoke(member.removeprefix(_LINK))
    return member


def make_link(
    projects: ProjectStore, tokens: TokenStore, project: str, *, note: str, expires: datetime, agent: str
) -> tuple[str, Token]:
    """What makes a review link secret, and what is kept of it: a reader of one project without a name.

    Args:
        note: who it is for; the time when it is empty.

    Raises:
        NotFound: there is no such project.
        BadParameter: the note is too long, or that of a link that is still good.
    """
    projects.get(project)
    name = f"{project}: {note.strip() or datetime.now(UTC).strftime('%Y-%m-%d %H:%M:%S.%f')}"
    secret, token = tokens.create(name, scope="read", expires=expires, kind="review link")
    projects.grant(project, token.member, "reader", agent=agent)
    return secret, token
