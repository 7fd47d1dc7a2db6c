"""The OLS services that the settings name, ready to be asked."""

from __future__ import annotations

import re

from imagegraph.adapters.http import HttpService, user_agent
from imagegraph.adapters.ols.source import OlsTermSource
from imagegraph.adapters.sqlite.resolved import ResolvedCache
from imagegraph.errors import BadParameter
from imagegraph.model.vocabularies import VocabularyRegistry
from imagegraph.settings import Settings


def open_ols(settings: Settings, *, registry: VocabularyRegistry) -> OlsTermSource:
    """The services to ask, at least one. What they answer is kept in `<data>/resolved.sqlite`.

    Raises:
        BadParameter: an address or the contact is unusable.
    """
    addresses = [address for address in re.split(r"[\s,]+", settings.ols_hosts) if address]
    if not addresses:
        raise BadParameter("IMAGEGRAPH_OLS_HOSTS names no service.", value=settings.ols_hosts)
    agent = user_agent(settings.contact)
    services = [
        HttpService(address, agent=agent, rate=settings.ols_rate) for address in dict.fromkeys(addresses)
    ]
    cache = ResolvedCache(settings.data / "resolved.sqlite")
    return OlsTermSource(services, cache=cache, registry=registry, seconds=settings.ols_seconds)
