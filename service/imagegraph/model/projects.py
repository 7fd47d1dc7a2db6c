"""Projects: who sees which records, and since when everybody does.

A record belongs to one project. Whoever is in the project sees it; everybody sees it from the moment on from which it
is public. Before that moment an embargoed record is as private as any other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

#: `reader`: see the records; `editor`: write them too; `owner`: decide who is in and what is public, too
Role = Literal["reader", "editor", "owner"]
ROLES: tuple[Role, ...] = get_args(Role)
Visibility = Literal["private", "embargoed", "public"]
VISIBILITIES: tuple[Visibility, ...] = get_args(Visibility)
#: where records go when nobody says otherwise; its records have ids without a prefix
DEFAULT_PROJECT = "default"
#: stands between the project and the rest in the ids of records of other projects
SEPARATOR = "~"
VALID_PROJECT = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


@dataclass(frozen=True, kw_only=True)
class Project:
    """What records are kept together, and who is in.

    Attributes:
        id: its name in addresses.
        created: UTC, ISO 8601 with `Z`.
    """

    id: str
    title: str
    created: str


@dataclass(frozen=True, kw_only=True)
class Placement:
    """Where a record belongs, and from when on it is public.

    Attributes:
        record: id of the record.
        public_from: UTC, spelled as `Version.at` is; None for a record that is to stay private.
    """

    record: str
    project: str
    public_from: str | None = None

    def visibility(self, now: str) -> Visibility:
        """What the record is at a moment."""
        if self.public_from is None:
            return "private"
        return "public" if self.public_from <= now else "embargoed"

    def as_dict(self, now: str) -> dict[str, Any]:
        """The members that the API shows."""
        return {
            "record": self.record, "project": self.project, "visibility": self.visibility(now),
            "public_from": self.public_from,
        }  # fmt: skip


@dataclass(frozen=True)
class AccessScope:
    """Which records somebody sees: what is public, what is in their projects, or everything.

    >>> AccessScope(frozenset({"fish"})).sees(Placement(record="a", project="fish"), now="2026-01-01")
    True
    >>> AccessScope().sees(Placement(record="a", project="fish"), now="2026-01-01")
    False
    """

    projects: frozenset[str] = frozenset()
    everything: bool = False

    def sees(self, placement: Placement, *, now: str) -> bool:
        """Whether a record is there for them."""
        return self.everything or placement.project in self.projects or placement.visibility(now) == "public"


EVERYTHING = AccessScope(everything=True)
PUBLIC = AccessScope()


def namespace_of(project: str) -> str:
    """What the ids of records begin with that are handed in to a project.

    >>> namespace_of("fish"), namespace_of("default")
    ('fish~', '')
    """
    return "" if project == DEFAULT_PROJECT else f"{project}{SEPARATOR}"


def in_namespace(id: str, namespace: str | None) -> str:
    """An id with what it has to begin with; None to leave it as it is.

    >>> in_namespace("fish~run-7", "frog~"), in_namespace("fish~run-7", ""), in_namespace("fish~run-7", None)
    ('frog~run-7', 'run-7', 'fish~run-7')
    """
    return id if namespace is None else namespace + id.rpartition(SEPARATOR)[2]


def project_of_id(id: str) -> str:
    """The project that an id is of, whether there is one of that name or not.

    >>> project_of_id("fish~run-7"), project_of_id("run-7")
    ('fish', 'default')
    """
    return id.partition(SEPARATOR)[0] if SEPARATOR in id else DEFAULT_PROJECT


def may(roles: Mapping[str, Role], project: str, wanted: Role) -> bool:
    """Whether somebody with these roles may do in a project what needs a role."""
    role = roles.get(project)
    return role is not None and ROLES.index(role) >= ROLES.index(wanted)
