"""The OLS services that the settings name, ready to be asked."""

from __future__ import annotations

import re
from importlib.metadata import version

from imagegraph.adapters.http import HttpService
from imagegraph.adapters.ols.source import OlsTermSource
from imagegraph.adapters.sqlite.resolved import ResolvedCache
from imagegraph.errors import BadParameter
from imagegraph.model.vocabularies import VocabularyRegistry
from imagegraph.settings import Settings

_CONTACT = re.compile(r"[\w.+%-]+@[\w.-]+\.\w+", re.ASCII)


def open_ols(settings: Settings, *, registry: VocabularyRegistry) -> OlsTermSource:
    """The services to ask, at least one. What they answer is kept in `<data>/resolved.sqlite`.

    Raises:
        BadParameter: an address or the contact is unusable.
    """
    addresses = [address for address in re.split(r"[\s,]+", settings.ols_hosts) if address]
    if not addresses:
        raise BadParameter("IMAGEGRAPH_OLS_HOSTS names no service.", value=settings.ols_hosts)
    agent = user_agent(settings.ols_contact)
    services = [
        HttpService(address, agent=agent, rate=settings.ols_rate) for address in dict.fromkeys(addresses)
    ]
    cache = ResolvedCache(settings.data / "resolved.sqlite")
    return OlsTermSource(services, cache=cache, registry=registry, seconds=settings.ols_seconds)


def user_agent(contact: str) -> str:
    """The User-Agent header: name, version, and whom to write to.

    Raises:
        BadParameter: the contact is no mail address.
    """
    contact = contact.strip().removeprefix("mailto:")
    if contact and not _CONTACT.fullmatch(contact):
        raise BadParameter(f"IMAGEGRAPH_OLS_CONTACT, {contact!r}, is no mail address.", value=contact)
    about = f" (mailto:{contact})" if contact else ""
    return f"imagegraph/{version('imagegraph')}{about}"
