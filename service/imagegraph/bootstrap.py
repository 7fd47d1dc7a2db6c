"""The only place where adapters are chosen: Settings -> Services."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pydantic import ValidationError

from imagegraph import resources
from imagegraph.adapters.folder import DataFolder, known_base
from imagegraph.adapters.importers import all_importers
from imagegraph.adapters.sandbox.intake import Task
from imagegraph.adapters.sandbox.intake import tasks as intake_tasks_of
from imagegraph.adapters.sqlite import SqliteJournal
from imagegraph.errors import BadParameter, DataFolderError, DataFolderLocked
from imagegraph.model.identifiers import packaged_schemes
from imagegraph.model.records import Document
from imagegraph.model.vocabularies import packaged_registry
from imagegraph.operations.documents import Found, find_documents
from imagegraph.operations.ingest import Ingest
from imagegraph.operations.linking.graph import LinkingGraph
from imagegraph.operations.linking.judging import with_identifier_findings
from imagegraph.operations.linking.linker import Linker
from imagegraph.operations.linking.services import Linking
from imagegraph.operations.projection import catch_up
from imagegraph.operations.services import Services
from imagegraph.operations.surroundings import GraphSurroundings
from imagegraph.operations.terms.judging import TermJudge
from imagegraph.operations.terms.lookup import TermLookup
from imagegraph.operations.terms.used import TermKeepingGraph
from imagegraph.ports.graph import GraphStore
from imagegraph.ports.resolving import KnownResolutions
from imagegraph.ports.terms import TermCatalogue, TermIndex
from imagegraph.ports.workers import Preparer
from imagegraph.settings import Settings

if TYPE_CHECKING:
    from imagegraph.adapters.authorities.dumps import DumpLoad
    from imagegraph.adapters.authorities.resolver import AuthorityResolver
    from imagegraph.adapters.sqlite.terms import SqliteTermIndex

_LOG = logging.getLogger("imagegraph")
Progress = Callable[[int, int], None]


def _silent(done: int, total: int) -> None:
    """No progress shown."""


def intake_tasks() -> dict[str, Task]:
    """What an intake worker can do; runs inside the worker."""
    from imagegraph.adapters.shacl.validator import PyshaclValidator

    return intake_tasks_of(importers=all_importers(), validator=PyshaclValidator())


def profile_names() -> tuple[str, ...]:
    """The validation profiles that are shipped, `core` first."""
    return ("core", *sorted(file.stem for file in resources.path("shapes", "profiles").glob("*.ttl")))


def format_titles() -> dict[str, str]:
    """Name -> title of every format that can be read."""
    return {importer.name: importer.title for importer in all_importers()}


def documents_below(paths: Sequence[Path], *, format: str | None = None) -> Found:
    """The documents below files and folders, with what is read along left out."""
    return find_documents(paths, importers=all_importers(), format=format)


def example_documents() -> tuple[Document, ...]:
    """The documents of the packaged example study."""
    from imagegraph.operations.examples import study_documents

    return tuple(Document(name=file.name, path=file, format="imagegraph") for file in study_documents())


def settings_for(folder: Path | None = None, **changes: object) -> Settings:
    """The settings from the environment, for one data folder.

    Unless it is set, the IRI base is the one the folder was made with, or the address of the service.
    """
    settings = _settings()
    folder = folder or settings.data
    values: dict[str, object] = {"data": folder, **{k: v for k, v in changes.items() if v is not None}}
    if "base" not in values and "base" not in settings.model_fields_set:
        port = values.get("port", settings.port)
        values["base"] = known_base(folder) or f"http://localhost:{port}/"
    return settings.model_copy(update=values)


def _settings() -> Settings:
    """The settings from the environment.

    Raises:
        BadParameter: a variable has an unusable value.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"IMAGEGRAPH_{'_'.join(str(part) for part in first['loc']).upper()}"
        raise BadParameter(
            f"The environment variable {name} has an unusable value, {first['input']!r}: {first['msg']}.",
            parameter=name,
        ) from None


@contextmanager
def open_services(settings: Settings, *, progress: Progress = _silent) -> Iterator[Services]:
    """Everything ready for use, closed in order at the end.

    Args:
        progress: called with (done, total) while the graph catches up with the journal.

    Raises:
        DataFolderLocked: another process holds the data folder.
        DataFolderError: the folder cannot be used.
    """
    from imagegraph.adapters.exporters import all_exporters, report_writers
    from imagegraph.adapters.oxigraph.query_runner import SandboxedQueryRunner
    from imagegraph.adapters.oxigraph.store import OxigraphGraphStore
    from imagegraph.adapters.sandbox.pool import WorkerPool
    from imagegraph.adapters.sandbox.preparer import SandboxedPreparer

    with ExitStack() as stack:
        folder = DataFolder(settings.data, base=settings.base)
        stack.callback(folder.close)
        journal = SqliteJournal(settings.data / "journal.sqlite")
        stack.callback(journal.close)
        if not 0 <= folder.applied <= journal.head:  # the graph is of another journal, or nobody knows
            shutil.rmtree(settings.data / "graph", ignore_errors=True)
            folder.checkpoint(applied=0, resolved=0)
        store = OxigraphGraphStore(settings.data / "graph", snapshots=settings.data / "snapshots")
        stack.callback(store.close)
        catalogue = stack.enter_context(open_term_index(settings))
        terms = stack.enter_context(_lookup(catalogue, settings, graph=store))
        keeping = TermKeepingGraph(store, index=terms.index, registry=terms.registry, base=settings.base)
        linking = stack.enter_context(_linking(keeping, settings))
        graph = linking.graph
        total = journal.head - folder.applied
        catch_up(journal, graph, after=folder.applied, progress=lambda done: progress(done, total))
        graph.settle(linking.known.since(folder.resolved))
        keeping.refresh()

        intake = WorkerPool(
            "intake", size=settings.intake_workers, seconds=settings.intake_seconds,
            memory_mb=settings.intake_memory_mb, queue_seconds=settings.intake_seconds,
        )  # fmt: skip
        stack.callback(intake.close)
        queries = WorkerPool(
            "query", size=settings.query_workers, seconds=settings.query_seconds,
            memory_mb=settings.query_memory_mb, queue_seconds=settings.queue_seconds,
            fair_seconds=settings.query_fair_seconds,
        )  # fmt: skip
        stack.callback(queries.close)

        runner = SandboxedQueryRunner(pool=queries, graph=graph, settings=settings)

        def warm() -> None:
            queries.warm()
            intake.warm()

        profiles = profile_names()
        preparer = SandboxedPreparer(
            pool=intake, base=settings.base, profiles=profiles, document_bytes=settings.document_bytes,
            terms=TermJudge(terms.index, terms.registry),
        )  # fmt: skip
        ingest = Ingest(
            journal=journal,
            graph=graph,
            preparer=preparer,
            checkpoint=lambda: _remember(folder, journal=journal, linking=linking),
            told=lambda record: with_identifier_findings(
                record.report, record.ntriples, known=linking.known, source=record.source
            ),
        )
        stack.callback(ingest.save)
        yield Services(
            settings=settings,
            journal=journal,
            graph=graph,
            preparer=preparer,
            query_runner=runner,
            ingest=ingest,
            terms=terms,
            catalogue=catalogue,
            linking=linking,
            exporters=all_exporters(settings.base, surroundings=GraphSurroundings(runner)),
            profiles=profiles,
            formats=format_titles(),
            warm=warm,
            report_writers=report_writers(),
        )


@contextmanager
def open_resolver(settings: Settings) -> Iterator[AuthorityResolver]:
    """Only what resolves identifiers. Nobody is locked out meanwhile; without a data folder nothing is kept.

    Raises:
        BadParameter: a setting is unusable.
    """
    from imagegraph.adapters.authorities.opening import open_resolver as opened

    resolver = opened(settings)
    try:
        yield resolver
    finally:
        resolver.close()


@contextmanager
def open_known(settings: Settings) -> Iterator[KnownResolutions]:
    """Only what is known about identifiers; nobody is asked."""
    with open_resolver(settings.model_copy(update={"resolvers": ""})) as resolver:
        yield resolver


def load_dump(
    settings: Settings, authority: str, file: Path, *, progress: Callable[[int], None] = lambda count: None
) -> DumpLoad:
    """Load what an authority publishes as a whole; the data folder is made when absent.

    Raises:
        BadParameter: nobody publishes a dump of that name.
        NotFound: there is no such file.
        Refusal: it is not what the authority publishes.
        DataFolderError: it cannot be kept.
    """
    from imagegraph.adapters.authorities.dumps import load_dump as loaded
    from imagegraph.adapters.sqlite.dumps import DumpStore

    _make_folder(settings)
    store = DumpStore(settings.data / "dumps.sqlite")
    try:
        return loaded(store, authority, file, progress=progress)
    finally:
        store.close()


@contextmanager
def _linking(graph: GraphStore, settings: Settings) -> Iterator[Linking]:
    """What is known about identifiers, who asks, and the graph that follows; nothing is asked yet."""
    from imagegraph.adapters.sqlite.queue import SqliteResolutionQueue

    with ExitStack() as stack:
        resolver = stack.enter_context(open_resolver(settings))
        queue = SqliteResolutionQueue(settings.data / "resolved.sqlite")
        stack.callback(queue.close)
        linking_graph = LinkingGraph(graph, known=resolver, queue=queue, base=settings.base)
        schemes = [name for name, scheme in packaged_schemes().items() if scheme.resolved_by]
        linker = Linker(resolver=resolver, known=resolver, queue=queue, graph=linking_graph, schemes=schemes)
        stack.callback(linker.stop)
        yield Linking(known=resolver, resolver=resolver, queue=queue, graph=linking_graph, linker=linker)


@contextmanager
def open_terms(settings: Settings) -> Iterator[TermLookup]:
    """Only what looks terms up. The file is made when absent; nobody is locked out meanwhile.

    Raises:
        DataFolderError: the folder cannot be used.
        BadParameter: an address of an OLS service is unusable.
    """
    with open_term_index(settings) as index, _lookup(index, settings) as lookup:
        yield lookup


@contextmanager
def _lookup(index: TermIndex, settings: Settings, *, graph: GraphStore | None = None) -> Iterator[TermLookup]:
    """The look-up with the services elsewhere that the settings name.

    Args:
        graph: where usage is counted, which decides between terms that are equally good.
    """
    from imagegraph.operations.terms.usage import usage_counts

    with ExitStack() as stack:
        remote = None
        if settings.ols_hosts.strip():
            from imagegraph.adapters.ols.opening import open_ols

            remote = open_ols(settings, registry=packaged_registry())
            stack.callback(remote.close)
        if graph is None:
            yield TermLookup(index, packaged_registry(), remote)
        else:
            usage = usage_counts(graph, base=settings.base)
            yield TermLookup(index, packaged_registry(), remote, usage=usage)


@contextmanager
def open_term_index(settings: Settings) -> Iterator[SqliteTermIndex]:
    """The index of terms, to change what it holds; others may read it meanwhile.

    Raises:
        DataFolderError: the folder cannot be used.
    """
    from imagegraph.adapters.sqlite.terms import SqliteTermIndex
    from imagegraph.operations.terms.starter import ensure_starter

    _make_folder(settings)
    index = SqliteTermIndex(settings.data / "terms.sqlite")
    try:
        ensure_starter(index, index, registry=packaged_registry())
        yield index
    finally:
        index.close()


def _make_folder(settings: Settings) -> None:
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataFolderError(
            f"{settings.data} cannot be used as a data folder: {error.strerror}."
        ) from error


@contextmanager
def ontology_file(source: str, settings: Settings, *, progress: Progress = _silent) -> Iterator[Path]:
    """An ontology file by its path, or fetched from its address; see `adapters.downloads` for the errors.

    Args:
        progress: called with (bytes, bytes in all or 0) while it is fetched.
    """
    if "://" not in source:
        yield Path(source)
        return
    from imagegraph.adapters.downloads import fetched

    limit = settings.terms_download_bytes
    with fetched(source, folder=settings.data / "downloads", most_bytes=limit, progress=progress) as path:
        yield path


@contextmanager
def open_comparison(against: str, *, index: TermCatalogue, settings: Settings) -> Iterator[TermIndex]:
    """The index as it would be if another release answered; nothing is changed.

    Args:
        against: number of a release that is loaded, or path or address of an ontology file.

    Raises:
        NotFound: there is no such release or file.
        Refusal: the file is no ontology that can be read.
    """
    from imagegraph.adapters.ontologies import all_readers
    from imagegraph.adapters.sqlite.terms import SqliteTermIndex
    from imagegraph.operations.terms.comparison import ComparedIndex, copy_release
    from imagegraph.operations.terms.loading import load_file

    registry = packaged_registry()
    with ExitStack() as stack:
        scratch = Path(stack.enter_context(TemporaryDirectory(prefix="imagegraph-")))
        front = SqliteTermIndex(scratch / "terms.sqlite")
        stack.callback(front.close)
        if against.isdigit() and not Path(against).exists():
            bases = {id: vocabulary.base for id, vocabulary in registry.vocabularies.items()}
            copy_release(int(against), index=index, archive=front, bases=bases)
        else:
            file = stack.enter_context(ontology_file(against, settings))
            load_file(file, readers=all_readers(), archive=front, registry=registry)
        yield ComparedIndex(index, front=front)


@contextmanager
def open_preparer(settings: Settings) -> Iterator[Preparer]:
    """Only what reads and judges documents: no data folder is needed.

    Terms are judged by the index of the data folder when there is one, else by the starter vocabulary.
    """
    from imagegraph.adapters.sandbox.pool import WorkerPool
    from imagegraph.adapters.sandbox.preparer import SandboxedPreparer

    with ExitStack() as stack:
        if not (settings.data / "terms.sqlite").is_file():
            scratch = Path(stack.enter_context(TemporaryDirectory(prefix="imagegraph-")))
            settings = settings.model_copy(update={"data": scratch})
        terms = stack.enter_context(open_terms(settings))
        pool = WorkerPool(
            "intake", size=settings.intake_workers, seconds=settings.intake_seconds,
            memory_mb=settings.intake_memory_mb, queue_seconds=settings.intake_seconds,
        )  # fmt: skip
        stack.callback(pool.close)
        yield SandboxedPreparer(
            pool=pool, base=settings.base, profiles=profile_names(), document_bytes=settings.document_bytes,
            terms=TermJudge(terms.index, terms.registry),
        )  # fmt: skip


def rebuild(settings: Settings, *, progress: Progress = _silent) -> tuple[str, str]:
    """Make the projection anew from the journal.

    Returns:
        The digests of the projection before and after; equal when nothing had gone wrong.
        The first is empty when the old projection could not be opened.

    Raises:
        DataFolderLocked: another process holds the data folder.
    """
    before = ""
    try:
        with open_services(settings) as services:
            before = services.graph.digest()
    except DataFolderLocked:
        raise
    except DataFolderError:
        _LOG.warning("the old graph cannot be read; it is made anew all the same")
    folder = DataFolder(settings.data, base=settings.base)
    try:
        folder.checkpoint(applied=0, resolved=0)
        shutil.rmtree(settings.data / "graph", ignore_errors=True)
    finally:
        folder.close()
    with open_services(settings, progress=progress) as services:
        return before, services.graph.digest()


def _remember(folder: DataFolder, *, journal: SqliteJournal, linking: Linking) -> None:
    resolved = linking.known.head  # before the flush: what comes meanwhile is shown again at the next start
    linking.graph.flush()
    folder.checkpoint(applied=journal.head, resolved=resolved)
