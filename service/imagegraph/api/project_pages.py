"""The pages about projects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from imagegraph.api.pages import page
from imagegraph.model.access import Caller, Token
from imagegraph.model.projects import ROLES
from imagegraph.operations.services import Services


def projects(services: Services, items: Sequence[Mapping[str, Any]], *, caller: Caller) -> bytes:
    """The projects of somebody, and for admins a form for another one."""
    return page(services, "projects.html", items=items, caller=caller)


def project(services: Services, described: Mapping[str, Any]) -> bytes:
    """One project; for owners with its members and links."""
    return page(services, "project.html", project=described, roles=ROLES)


def review_link(services: Services, project: str, *, url: str, token: Token) -> bytes:
    """A review link, the only time that it is shown."""
    return page(services, "review-link.html", project=project, url=url, token=token)
