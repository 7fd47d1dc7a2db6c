"""The services as somebody sees them who does not see everything."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from imagegraph.model.access import Caller
from imagegraph.operations.ingest import Ingest
from imagegraph.operations.linking.services import Linking
from imagegraph.operations.projects.answers import NothingWaits, ScopedAnswers
from imagegraph.operations.projects.reading import ScopedJournal
from imagegraph.operations.projects.writing import ProjectIngest
from imagegraph.operations.services import Services
from imagegraph.operations.terms.lookup import TermLookup
from imagegraph.operations.terms.usage import usage_counts


def services_for(services: Services, caller: Caller) -> Services:
    """The services as a caller sees them: every part that reads tells of nothing outside of their access scope.

    Whatever is to be shown to a caller goes through these, so there is one place where it is decided what they see.
    """
    if caller.sees.everything:
        return services
    parts = services.views.of(caller.sees)
    answers = ScopedAnswers(services.linking.known, services.linking.resolver, parts.graph)
    terms = services.terms
    ingest = ProjectIngest(
        cast(Ingest, services.ingest), caller=caller, projects=services.projects, now=services.now
    )
    return replace(
        services,
        journal=ScopedJournal(services.journal, caller.sees),
        graph=parts.graph,
        query_runner=parts.query_runner,
        exporters=parts.exporters,
        terms=TermLookup(
            terms.index,
            terms.registry,
            terms.remote,
            usage=usage_counts(parts.graph, base=services.settings.base),
        ),
        linking=_scoped(services.linking, answers),
        ingest=ingest,
        home=ingest.home,
    )


def _scoped(linking: Linking, answers: ScopedAnswers) -> Linking:
    return replace(linking, known=answers, resolver=answers, queue=NothingWaits())
