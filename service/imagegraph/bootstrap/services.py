"""Everything over a data folder."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from imagegraph.adapters.folder import DataFolder
from imagegraph.adapters.sqlite import SqliteJournal
from imagegraph.adapters.sqlite.audit import note_version
from imagegraph.bootstrap.access import identity_provider, open_projects, open_tokens
from imagegraph.bootstrap.audit import open_audit
from imagegraph.bootstrap.configuration import Progress, format_titles, profile_names, silent
from imagegraph.bootstrap.identifiers import open_linking
from imagegraph.bootstrap.past import open_past
from imagegraph.bootstrap.scopes import open_views
from imagegraph.bootstrap.terms import open_lookup, open_term_index, open_terms
from imagegraph.errors import DataFolderDamaged, DataFolderError
from imagegraph.model.moments import utc_now
from imagegraph.model.projects import EVERYTHING
from imagegraph.operations.disk_space import DiskSpace
from imagegraph.operations.ingest import Ingest
from imagegraph.operations.linking.judging import with_identifier_findings
from imagegraph.operations.linking.services import Linking
from imagegraph.operations.projection import catch_up
from imagegraph.operations.projects.scoped_graph import Sources
from imagegraph.operations.readiness import Readiness
from imagegraph.operations.services import Services
from imagegraph.operations.surroundings import GraphSurroundings
from imagegraph.operations.terms.judging import TermJudge
from imagegraph.operations.terms.lookup import TermLookup
from imagegraph.operations.terms.used import TermKeepingGraph
from imagegraph.ports.journal import Journal
from imagegraph.ports.terms import TermCatalogue
from imagegraph.ports.workers import Preparer
from imagegraph.settings import Settings

if TYPE_CHECKING:
    from imagegraph.adapters.oxigraph.store import OxigraphGraphStore
    from imagegraph.adapters.sandbox.pool import WorkerPool

_LOG = logging.getLogger("imagegraph")
_DISCARDED = "graph-discarded"


@contextmanager
def open_services(
    settings: Settings, *, progress: Progress = silent, now: Callable[[], str] = utc_now
) -> Iterator[Services]:
    """Everything ready for use, closed in order at the end.

    Args:
        now: the clock, for tests.
        progress: called with (done, total) while the graph catches up with the journal.

    Raises:
        DataFolderLocked: another process holds the data folder.
        DataFolderError: the folder cannot be used.
    """
    from imagegraph.adapters.exporters import all_exporters, report_writers
    from imagegraph.adapters.oxigraph.query_runner import SandboxedQueryRunner
    from imagegraph.adapters.oxigraph.snapshots import snapshot_age
    from imagegraph.adapters.oxigraph.update_runner import SandboxedUpdateRunner

    with ExitStack() as stack:
        folder = DataFolder(settings.data, base=settings.base)
        stack.callback(folder.close)
        journal = SqliteJournal(settings.data / "journal.sqlite", now=now, also=note_version)
        stack.callback(journal.close)
        audit = stack.enter_context(open_audit(settings))
        tokens = stack.enter_context(open_tokens(settings))
        projects = stack.enter_context(open_projects(settings, now=now))
        _sweep(settings)
        catalogue, terms, linking, behind = _followed(
            stack, folder, journal, settings=settings, progress=progress
        )
        graph = linking.graph
        intake = stack.enter_context(_intake(settings))
        queries = stack.enter_context(_queries(settings))
        past = stack.enter_context(open_past(terms, settings))
        runner = SandboxedQueryRunner(
            pool=queries, graph=graph, past=lambda at: past(journal, at, EVERYTHING), settings=settings
        )
        sources = Sources(journal=journal, projects=projects, known=linking.known, now=now)
        views = stack.enter_context(open_views(sources, terms, settings, pool=queries, past=past))
        preparer = _preparer(intake, terms, settings)
        disk = DiskSpace(settings.data, least_free=settings.disk_free_bytes)
        ingest = _ingest(folder, journal=journal, linking=linking, preparer=preparer, disk=disk)
        stack.callback(ingest.save)
        if behind > 0:
            ingest.save()  # else every start after a crash would catch up with the same again
        yield Services(
            settings=settings,
            journal=journal,
            graph=graph,
            projects=projects,
            views=views,
            now=now,
            preparer=preparer,
            query_runner=runner,
            update_runner=SandboxedUpdateRunner(pool=queries, graph=graph, settings=settings),
            ingest=ingest,
            terms=terms,
            catalogue=catalogue,
            linking=linking,
            tokens=tokens,
            provider=identity_provider(settings),
            audit=audit,
            exporters=all_exporters(settings.base, surroundings=GraphSurroundings(runner)),
            readiness=Readiness(
                journal=journal,
                pools=(queries, intake),
                query_runner=runner,
                catch_up=ingest.catch_up,
                disk=disk,
            ),
            profiles=profile_names(),
            formats=format_titles(),
            pools=(queries, intake),
            snapshot_age=lambda: snapshot_age(settings.data / "snapshots"),
            warm=partial(_warm, queries, intake),
            report_writers=report_writers(),
        )  # fmt: skip


def _warm(*pools: WorkerPool) -> None:
    for pool in pools:
        pool.warm()


def _followed(
    stack: ExitStack, folder: DataFolder, journal: SqliteJournal, *, settings: Settings, progress: Progress
) -> tuple[TermCatalogue, TermLookup, Linking, int]:
    """The graph of all records with the terms and identifiers in it, and how many entries it had to catch up with."""
    if not 0 <= folder.applied <= journal.head:  # the graph is of another journal, or nobody knows
        _discard_graph(settings)
        folder.checkpoint(applied=0, resolved=0)
    store = _opened_graph(settings, folder)
    stack.callback(store.close)
    catalogue = stack.enter_context(open_term_index(settings))
    terms = stack.enter_context(open_lookup(catalogue, settings, graph=store))
    keeping = TermKeepingGraph(store, index=terms.index, registry=terms.registry, base=settings.base)
    linking = stack.enter_context(open_linking(keeping, settings))
    total = journal.head - folder.applied
    catch_up(journal, linking.graph, after=folder.applied, progress=lambda done: progress(done, total))
    linking.graph.settle(linking.known.since(folder.resolved))
    keeping.refresh()
    return catalogue, terms, linking, total


@contextmanager
def open_records(settings: Settings) -> Iterator[Journal]:
    """The journal alone, to be read, also while a service runs over it.

    Raises:
        DataFolderError: it cannot be used.
    """
    journal = SqliteJournal(settings.data / "journal.sqlite")
    try:
        yield journal
    finally:
        journal.close()


@contextmanager
def open_preparer(settings: Settings) -> Iterator[Preparer]:
    """Only what reads and judges documents: no data folder is needed.

    Terms are judged by the index of the data folder when there is one, else by the starter vocabulary.
    """
    with ExitStack() as stack:
        if not (settings.data / "terms.sqlite").is_file():
            scratch = Path(stack.enter_context(TemporaryDirectory(prefix="imagegraph-")))
            settings = settings.model_copy(update={"data": scratch})
        terms = stack.enter_context(open_terms(settings))
        pool = stack.enter_context(_intake(settings))
        yield _preparer(pool, terms, settings)


def _preparer(pool: WorkerPool, terms: TermLookup, settings: Settings) -> Preparer:
    from imagegraph.adapters.sandbox.preparer import SandboxedPreparer

    return SandboxedPreparer(
        pool=pool, base=settings.base, profiles=profile_names(), document_bytes=settings.document_bytes,
        terms=TermJudge(terms.index, terms.registry),
    )  # fmt: skip


def _ingest(
    folder: DataFolder, *, journal: SqliteJournal, linking: Linking, preparer: Preparer, disk: DiskSpace
) -> Ingest:
    return Ingest(
        journal=journal,
        graph=linking.graph,
        preparer=preparer,
        checkpoint=lambda: _remember(folder, journal=journal, linking=linking),
        room=disk.confirm,
        told=lambda record: with_identifier_findings(
            record.report, record.ntriples, known=linking.known, source=record.source
        ),
    )


@contextmanager
def _intake(settings: Settings) -> Iterator[WorkerPool]:
    """The workers that read and judge documents."""
    from imagegraph.adapters.sandbox.pool import WorkerPool

    pool = WorkerPool(
        "intake", size=settings.intake_workers, seconds=settings.intake_seconds,
        memory_mb=settings.intake_memory_mb, queue_seconds=settings.intake_seconds,
    )  # fmt: skip
    try:
        yield pool
    finally:
        pool.close()


@contextmanager
def _queries(settings: Settings) -> Iterator[WorkerPool]:
    """The workers that answer queries."""
    from imagegraph.adapters.sandbox.pool import WorkerPool

    pool = WorkerPool(
        "query", size=settings.query_workers, seconds=settings.query_seconds,
        memory_mb=settings.query_memory_mb, queue_seconds=settings.queue_seconds,
        fair_seconds=settings.query_fair_seconds,
    )  # fmt: skip
    try:
        yield pool
    finally:
        pool.close()


def rebuild(settings: Settings, *, progress: Progress = silent) -> tuple[str, str]:
    """Make the projection anew from the journal.

    Returns:
        The digests of the projection before and after; equal when nothing had gone wrong.
        The first is empty when the old projection could not be opened.

    Raises:
        DataFolderLocked: another process holds the data folder.
    """
    from imagegraph.adapters.oxigraph.store import digest_of_folder

    before = ""
    folder = DataFolder(settings.data, base=settings.base)
    try:
        try:
            before = digest_of_folder(settings.data / "graph")
        except DataFolderError:
            _LOG.warning("the old graph cannot be read; it is made anew all the same")
        folder.checkpoint(applied=0, resolved=0)
        _discard_graph(settings)
    finally:
        folder.close()
    with open_services(settings, progress=progress) as services:
        return before, services.linking.graph.digest()


def _remember(folder: DataFolder, *, journal: SqliteJournal, linking: Linking) -> None:
    resolved = linking.known.head  # before the flush: what comes meanwhile is shown again at the next start
    linking.graph.flush()
    folder.checkpoint(applied=journal.head, resolved=resolved)


def _opened_graph(settings: Settings, folder: DataFolder) -> OxigraphGraphStore:
    """The graph; one whose files a power cut left in disorder is discarded, for the journal has everything."""
    from imagegraph.adapters.oxigraph.store import OxigraphGraphStore

    place, snapshots = settings.data / "graph", settings.data / "snapshots"
    try:
        return OxigraphGraphStore(place, snapshots=snapshots)
    except DataFolderDamaged as error:
        _LOG.warning("the graph is made anew from the journal: %s", error.detail)
    folder.checkpoint(applied=0, resolved=0)
    _discard_graph(settings)
    return OxigraphGraphStore(place, snapshots=snapshots)


def _discard_graph(settings: Settings) -> None:
    """Delete the graph; it is gone in one step, so that a start after an interruption meets no half of it."""
    _sweep(settings)
    shutil.rmtree(settings.data / "scopes", ignore_errors=True)
    with suppress(FileNotFoundError):
        (settings.data / "graph").rename(settings.data / _DISCARDED)
    _sweep(settings)


def _sweep(settings: Settings) -> None:
    """Delete what an interrupted deletion of the graph left."""
    shutil.rmtree(settings.data / _DISCARDED, ignore_errors=True)
