"""Who may do what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from imagegraph.bootstrap.configuration import make_folder
from imagegraph.model.moments import utc_now
from imagegraph.ports.projects import ProjectStore
from imagegraph.ports.signing_in import IdentityProvider
from imagegraph.ports.tokens import TokenStore
from imagegraph.settings import Settings


@contextmanager
def open_tokens(settings: Settings) -> Iterator[TokenStore]:
    """The tokens of a data folder, also while a service runs over it; the folder is made when absent.

    Raises:
        DataFolderError: it cannot be used.
    """
    from imagegraph.adapters.sqlite.tokens import SqliteTokens

    make_folder(settings)
    tokens = SqliteTokens(settings.data / "journal.sqlite")
    try:
        yield tokens
    finally:
        tokens.close()


@contextmanager
def open_projects(settings: Settings, *, now: Callable[[], str] = utc_now) -> Iterator[ProjectStore]:
    """The projects of a data folder, also while a service runs over it; the folder is made when absent.

    Args:
        now: the clock, for tests.

    Raises:
        DataFolderError: it cannot be used.
    """
    from imagegraph.adapters.sqlite.projects import SqliteProjects

    make_folder(settings)
    projects = SqliteProjects(settings.data / "journal.sqlite", now=now)
    try:
        yield projects
    finally:
        projects.close()


def identity_provider(settings: Settings) -> IdentityProvider | None:
    """Who vouches for persons; None when nobody does. Nothing is asked yet.

    Raises:
        BadParameter: a setting about it cannot be used.
    """
    if not settings.oidc_issuer:
        return None
    from imagegraph.adapters.http import user_agent
    from imagegraph.adapters.oidc import OidcProvider

    return OidcProvider(
        settings.oidc_issuer, client_id=settings.oidc_client_id,
        client_secret=settings.oidc_client_secret.get_secret_value(), callback=f"{settings.base}sign-in/callback",
        title=settings.oidc_title, orcid_claim=settings.oidc_orcid_claim, seconds=settings.oidc_seconds,
        agent=user_agent(settings.contact),
    )  # fmt: skip
