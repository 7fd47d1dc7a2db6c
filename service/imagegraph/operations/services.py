"""Everything a request or a command needs, put together once by `bootstrap`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from imagegraph.model.moments import utc_now
from imagegraph.model.projects import DEFAULT_PROJECT
from imagegraph.model.reports import Report
from imagegraph.operations.ingest import Ingest
from imagegraph.operations.linking.services import Linking
from imagegraph.operations.projects.views import Views
from imagegraph.operations.projects.writing import ProjectIngest
from imagegraph.operations.readiness import Readiness
from imagegraph.operations.terms.lookup import TermLookup
from imagegraph.ports.audit import AuditLog
from imagegraph.ports.exporting import Exporter
from imagegraph.ports.graph import GraphReader
from imagegraph.ports.journal import Journal
from imagegraph.ports.projects import ProjectStore
from imagegraph.ports.signing_in import IdentityProvider
from imagegraph.ports.terms import TermCatalogue
from imagegraph.ports.tokens import TokenStore
from imagegraph.ports.workers import Pool, Preparer, QueryRunner, UpdateRunner
from imagegraph.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Services:
    """The ports with their adapters, and the operations that hold state.

    Attributes:
        terms: looks terms up; `catalogue` is the index that it asks first.
        tokens: what programs show instead of a password, and persons who were let in.
        provider: vouches for persons who sign in; None when nobody does.
        linking: what is known about identifiers, and who asks.
        audit: who did what; changes of records are noted by the journal itself.
        exporters: media type -> exporter; the first one is what `*/*` gets.
        profiles: names of the validation profiles, `core` first.
        formats: name -> title of the formats that can be read.
        warm: starts the workers now, so that the first request does not wait for them.
        readiness: whether all of this works.
        pools: the worker processes, as whoever runs the service sees them.
        snapshot_age: seconds since the copy of the graph that is asked was made; None when there is none yet.
        projects: who is in which project, and where records belong.
        views: what those see who do not see everything; see `operations.projects.views.services_for`.
        home: the project that new records go to, when one is named and when none is.
        now: the time, spelled as `Version.at` is.
        report_writers: media type -> what writes a validation report in it, besides JSON and pages.
    """

    settings: Settings
    journal: Journal
    graph: GraphReader
    projects: ProjectStore
    views: Views
    preparer: Preparer
    query_runner: QueryRunner
    update_runner: UpdateRunner
    ingest: Ingest | ProjectIngest
    terms: TermLookup
    catalogue: TermCatalogue
    linking: Linking
    tokens: TokenStore
    audit: AuditLog
    exporters: Mapping[str, Exporter]
    readiness: Readiness
    profiles: tuple[str, ...]
    formats: Mapping[str, str]
    provider: IdentityProvider | None = None
    pools: Sequence[Pool] = ()
    snapshot_age: Callable[[], float | None] = lambda: None
    warm: Callable[[], None] = lambda: None
    report_writers: Mapping[str, Callable[[Report], bytes]] = field(default_factory=dict)
    now: Callable[[], str] = utc_now
    home: Callable[[str | None], str] = lambda project: project or DEFAULT_PROJECT


def ending_of(services: Services, name: str) -> str | None:
    """The ending of a record's address that names a format, such as `ttl` or `datacite.json`; None when there is none."""
    endings = ["html", *(exporter.suffix for exporter in services.exporters.values())]
    return next((one for one in endings if name.endswith(f".{one}") and len(name) > len(one) + 1), None)
