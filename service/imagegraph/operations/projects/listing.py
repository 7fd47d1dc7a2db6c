"""What is told of projects: to those who are in them, and more to those who own them."""

from __future__ import annotations

from typing import Any

from imagegraph.errors import NotFound
from imagegraph.model.access import Caller, Token
from imagegraph.model.projects import Project
from imagegraph.operations.projects.placing import may_in
from imagegraph.ports.projects import ProjectStore
from imagegraph.ports.tokens import TokenStore


def projects_of(projects: ProjectStore, caller: Caller) -> list[Project]:
    """The projects that somebody is in; all of them for an admin."""
    return [one for one in projects.projects() if may_in(caller, one.id, "reader")]


def told(project: Project, *, caller: Caller) -> dict[str, Any]:
    """What is told in a list."""
    role = "admin" if caller.scope == "admin" else caller.roles.get(project.id)
    return {"id": project.id, "title": project.title, "created": project.created, "role": role}


def get_described(
    projects: ProjectStore, tokens: TokenStore, id: str, *, caller: Caller, now: str
) -> dict[str, Any]:
    """What is told of one project: how many records of each visibility; to owners also who is in it.

    Raises:
        NotFound: there is no such project, or the caller is not in it.
    """
    if not may_in(caller, id, "reader"):
        raise NotFound(f"There is no project {id!r}.", project=id)
    project = projects.get(id)
    described = {**told(project, caller=caller), "records": dict(projects.counts(id, now=now))}
    if may_in(caller, id, "owner"):
        known = {token.member: token for token in tokens.tokens()}
        members = projects.members(id)
        described["members"] = [
            {"member": member, "name": _name(member, known.get(member)), "role": role}
            for member, role in members.items()
            if not _is_link(known.get(member))
        ]
        described["review_links"] = [
            link_values(token) for member in members if (token := known.get(member)) and _is_link(token)
        ]
    return described


def link_values(token: Token) -> dict[str, Any]:
    """What is told of a review link; the address itself is shown once, when it is made."""
    return {
        "id": token.id, "note": token.name, "created": token.created.isoformat(),
        "expires": token.expires.isoformat() if token.expires else None,
        "revoked": token.revoked.isoformat() if token.revoked else None,
        "used": token.used.isoformat() if token.used else None,
    }  # fmt: skip


def _is_link(token: Token | None) -> bool:
    return token is not None and token.kind == "review link"


def _name(member: str, token: Token | None) -> str:
    return member if token is None else f"{token.kind} {token.name}"
