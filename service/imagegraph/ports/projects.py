"""Projects, who is in them, and where records belong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from imagegraph.model.projects import AccessScope, Placement, Project, Role, Visibility


class ProjectStore(Protocol):
    """Keeps projects, their members and the placements of records. Safe to use from several threads and processes.

    A member is the key of a token or a person, as `model.access.Token.member` spells it. Every change is noted in the
    audit log, in the same transaction.
    """

    def create(self, id: str, *, title: str, agent: str) -> Project:
        """A new project without members.

        Raises:
            BadParameter: it is no name, or the name is taken.
        """
        ...

    def projects(self) -> Sequence[Project]:
        """All of them, in the order of their ids; the default project is always there."""
        ...

    def get(self, id: str) -> Project:
        """One of them.

        Raises:
            NotFound: there is none of that name.
        """
        ...

    def grant(self, project: str, member: str, role: Role, *, agent: str) -> None:
        """Let a member in, or change their role.

        Raises:
            NotFound: there is no such project.
        """
        ...

    def withdraw(self, project: str, member: str, *, agent: str) -> None:
        """Shut a member out.

        Raises:
            NotFound: they are not in it.
        """
        ...

    def members(self, project: str) -> Mapping[str, Role]:
        """Who is in a project, in the order of the keys."""
        ...

    def roles_of(self, member: str) -> Mapping[str, Role]:
        """The projects that a member is in."""
        ...

    def placement(self, record: str) -> Placement | None:
        """Where a record belongs; None for a record that never was."""
        ...

    def place(
        self, record: str, *, project: str | None = None, public_from: str | None, agent: str, action: str
    ) -> Placement:
        """Move a record, or say from when on it is public.

        Args:
            project: where to; None to leave it where it is.
            public_from: see `Placement`.
            action: what the audit log calls it: `record.publish`, `record.embargo`, …

        Raises:
            NotFound: there is no such record or project.
        """
        ...

    def seen(self, scope: AccessScope, *, now: str) -> Sequence[str]:
        """Ids of the records that somebody sees at a moment, tombstones too."""
        ...

    def counts(self, project: str, *, now: str) -> Mapping[Visibility, int]:
        """How many living records of a project there are of each visibility."""
        ...

    def placed_since(self, change: int) -> Sequence[str]:
        """Ids of the records that were placed anew after a number of `head`."""
        ...

    def released(self, *, after: str, until: str) -> Sequence[str]:
        """Ids of the records that became public after a moment and not after another."""
        ...

    @property
    def head(self) -> int:
        """Number of the newest placement; it grows with every change."""
        ...
