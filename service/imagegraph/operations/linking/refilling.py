"""Queueing the identifiers of all records, for asking about everything anew or after the queue was lost."""

from __future__ import annotations

from imagegraph.operations.linking.mentions import mentioned_identifiers, resolvable
from imagegraph.operations.services import Services

_PAGE = 100


def queue_all(services: Services) -> int:
    """Queue every identifier that a living record mentions and that was not forgotten; how many are new."""
    linking = services.linking
    added, after = 0, None
    seen: set[str] = set()
    while page := services.journal.summaries(after=after, limit=_PAGE):
        pairs = []
        for summary in page:
            for iri in mentioned_identifiers(services.journal.version(summary.id).ntriples) - seen:
                seen.add(iri)
                identifier = resolvable(iri)
                if identifier is not None and not linking.known.is_forgotten(identifier):
                    pairs.append((iri, identifier.scheme))
        added += linking.queue.put(pairs)
        after = page[-1].id
    return added
