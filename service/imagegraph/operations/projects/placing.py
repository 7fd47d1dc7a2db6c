"""Saying where a record belongs, and from when on everybody sees it."""

from __future__ import annotations

from dataclasses import dataclass

from imagegraph.errors import BadParameter, Forbidden, Gone, NotFound
from imagegraph.model.access import Caller
from imagegraph.model.projects import VISIBILITIES, Placement, Role, Visibility, may
from imagegraph.ports.journal import Journal
from imagegraph.ports.projects import ProjectStore


@dataclass(frozen=True, kw_only=True)
class WantedPlacement:
    """What somebody wants a record to be.

    Attributes:
        visibility: None to leave it as it is.
        public_from: end of the embargo, UTC, spelled as `Version.at` is; only with `embargoed`.
        project: where to move it; None to leave it where it is.
    """

    visibility: Visibility | None = None
    public_from: str | None = None
    project: str | None = None


def may_in(caller: Caller, project: str, wanted: Role) -> bool:
    """Whether somebody may do in a project what needs a role; an admin may everything."""
    return caller.scope == "admin" or may(caller.roles, project, wanted)


def confirm_role(caller: Caller, project: str, wanted: Role) -> None:
    """Refuse what needs a role that somebody has not.

    Raises:
        NotFound: they are not in the project, so it is not there for them.
        Forbidden: their role is not good for it.
    """
    if may_in(caller, project, wanted):
        return
    if project not in caller.roles:
        raise NotFound(f"There is no project {project!r}.", project=project)
    raise Forbidden(
        f"In the project {project!r} you are {caller.roles[project]}; this needs an {wanted}.",
        project=project,
    )


def get_placement(journal: Journal, projects: ProjectStore, id: str) -> Placement:
    """Where a record belongs that somebody sees.

    Args:
        journal: as they see it.

    Raises:
        NotFound: there is no such record for them.
    """
    known, placement = journal.find(id), projects.placement(id)
    if known is None or known.id != id or placement is None:
        raise NotFound(f"There is no record {id!r}. GET /records lists those that are there.", id=id)
    return placement


def place(
    id: str, wanted: WantedPlacement, *, journal: Journal, projects: ProjectStore, caller: Caller, agent: str, now: str
) -> Placement:  # fmt: skip
    """Let a record be what somebody wants it to be: an owner of its project, or an admin.

    What was public stays so, save for an admin: others may have it already. Only what is there can be published.

    Args:
        journal: as the caller sees it.
        agent: how the audit log calls the caller.
        now: the time, spelled as `Version.at` is.

    Raises:
        NotFound: there is no such record, or no such project, for the caller.
        Forbidden: they may see it, but not decide about it.
        Gone: it was deleted.
        BadParameter: an embargo without an end, or with one that is over.
    """
    before = get_placement(journal, projects, id)
    if not may_in(caller, before.project, "owner"):
        raise Forbidden(f"Only an owner of its project says who sees the record {id!r}.", id=id)
    if wanted.project is not None and wanted.project != before.project:
        confirm_role(caller, wanted.project, "editor")
    is_public = before.visibility(now) == "public"
    public_from = _public_from(wanted, before, now=now)
    if is_public and public_from != before.public_from and caller.scope != "admin":
        raise Forbidden(
            f"The record {id!r} has been public since {before.public_from}; only an admin can take that back.",
            id=id,
        )
    known = journal.find(id)
    if known is not None and known.deleted and public_from is not None and not is_public:
        raise Gone(f"The record {id!r} was deleted; what is not there cannot be published.", id=id)
    if public_from == before.public_from and wanted.project in (None, before.project):
        return before
    action = "record.move" if wanted.visibility is None else _ACTIONS[wanted.visibility]
    return projects.place(id, project=wanted.project, public_from=public_from, agent=agent, action=action)


_ACTIONS: dict[Visibility, str] = {
    "private": "record.withhold", "embargoed": "record.embargo", "public": "record.publish",
}  # fmt: skip


def checked_visibility(text: str) -> Visibility:
    """A visibility by its name.

    Raises:
        BadParameter: there is none of that name.
    """
    for visibility in VISIBILITIES:
        if visibility == text:
            return visibility
    raise BadParameter(
        f"visibility must be one of {', '.join(VISIBILITIES)}, not {text[:80]!r}.", parameter="visibility"
    )


def _public_from(wanted: WantedPlacement, before: Placement, *, now: str) -> str | None:
    if wanted.visibility is None:
        return before.public_from
    if wanted.visibility == "private":
        return None
    if wanted.visibility == "public":
        return before.public_from if before.visibility(now) == "public" else now
    if wanted.public_from is None:
        raise BadParameter(
            "An embargo needs its end: public_from, such as 2027-03-01T09:00:00+01:00.",
            parameter="public_from",
        )
    if wanted.public_from <= now:
        raise BadParameter(
            f"The end of the embargo, {wanted.public_from}, is over already. Say public to publish the record now.",
            parameter="public_from",
            value=wanted.public_from,
        )
    return wanted.public_from
