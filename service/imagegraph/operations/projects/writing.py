"""Writing as somebody who may write to some projects only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from imagegraph.errors import BadParameter, Forbidden
from imagegraph.model.access import Caller
from imagegraph.model.projects import DEFAULT_PROJECT, Role, may, namespace_of, project_of_id
from imagegraph.model.records import Document, Version
from imagegraph.operations.ingest import Ingest
from imagegraph.operations.outcomes import Outcome
from imagegraph.ports.projects import ProjectStore


class ProjectIngest:
    """The way in for one caller: the same as `Ingest`, for the records of their projects.

    Who does not see a record is told the same about it, whether it is there or not.

    Args:
        ingest: the one way in.
        caller: who writes.
        projects: where records belong.
        now: the time, spelled as `Version.at` is.
    """

    def __init__(
        self, ingest: Ingest, *, caller: Caller, projects: ProjectStore, now: Callable[[], str]
    ) -> None:
        self._ingest, self._caller, self._projects, self._now = ingest, caller, projects, now

    def take(
        self,
        documents: Sequence[Document],
        *,
        profiles: Sequence[str] = (),
        agent: str,
        reason: str,
        keep: Literal["keep", "dry-run"] = "keep",
        project: str | None = None,
        progress: Callable[[int, int], None] = lambda done, total: None,
    ) -> Iterator[Outcome]:
        """Read, judge and keep a batch of documents in a project; see `Ingest.take`.

        Args:
            project: one that the caller may write to; None for the only one, or the default one.

        Raises:
            Forbidden: they may not write to it.
            BadParameter: they may write to several and have not said to which.
        """
        yield from self._ingest.take(
            documents, profiles=profiles, agent=agent, reason=reason, keep=keep, project=self.home(project),
            progress=progress, refused=self._refusal,
        )  # fmt: skip

    def put(
        self,
        document: Document,
        *,
        id: str,
        iri: str,
        if_match: str | None,
        if_none_match: str | None = None,
        profiles: Sequence[str] = (),
        agent: str,
        reason: str,
    ) -> Outcome:
        """Make a document the newest version of a record; see `Ingest.put`.

        Raises:
            Forbidden: the record, or the project that the id is of, is not theirs to write.
        """
        self._confirm(id)
        return self._ingest.put(
            document, id=id, iri=iri, if_match=if_match, if_none_match=if_none_match, profiles=profiles,
            agent=agent, reason=reason,
        )  # fmt: skip

    def restore(self, id: str, number: int, *, if_match: str | None, agent: str, reason: str = "") -> Outcome:
        """Make an earlier version the newest one again; see `Ingest.restore`."""
        self._confirm(id)
        return self._ingest.restore(id, number, if_match=if_match, agent=agent, reason=reason)

    def bury(self, id: str, *, if_match: str | None, agent: str, reason: str) -> Version:
        """Delete a record; one that is public only by an owner; see `Ingest.bury`."""
        placement = self._projects.placement(id)
        is_public = placement is not None and placement.visibility(self._now()) == "public"
        self._confirm(id, "owner" if is_public else "editor")
        return self._ingest.bury(id, if_match=if_match, agent=agent, reason=reason)

    def home(self, project: str | None = None) -> str:
        """The project that new records go to.

        Raises:
            Forbidden: the caller may not write to it, or to any.
            BadParameter: they may write to several and have not said to which.
        """
        roles = self._caller.roles
        writable = [name for name in sorted(roles) if may(roles, name, "editor")]
        if project is not None:
            if project not in writable:
                raise Forbidden(f"You may not write to the project {project!r}.", project=project)
            return project
        if len(writable) == 1 or DEFAULT_PROJECT in writable:
            return writable[0] if len(writable) == 1 else DEFAULT_PROJECT
        if not writable:
            raise Forbidden("You may not write to any project. An owner of one can let you in as an editor.")
        raise BadParameter(
            f"Say to which project with ?project=: {', '.join(writable)}.",
            parameter="project",
            known=writable,
        )

    def _confirm(self, id: str, role: Role = "editor") -> None:
        refusal = self._refusal(id, role)
        if refusal is not None:
            raise refusal

    def _refusal(self, id: str, role: Role = "editor") -> Forbidden | None:
        placement = self._projects.placement(id)
        project = project_of_id(id) if placement is None else placement.project
        if may(self._caller.roles, project, role):
            return None
        if placement is not None and role == "owner" and self._caller.sees.sees(placement, now=self._now()):
            return Forbidden(
                f"The record {id!r} is public; only an owner of its project may delete it.", id=id
            )
        mine = [
            namespace_of(name)
            for name in sorted(self._caller.roles)
            if may(self._caller.roles, name, "editor")
        ]
        how = " or ".join(f"with {name!r}" if name else "without a '~'" for name in mine)
        return Forbidden(
            f"The record {id!r} is not yours to write."
            + (f" Ids of records of your projects begin {how}." if how else ""),
            id=id,
        )
