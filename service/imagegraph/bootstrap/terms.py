"""Looking terms up, and loading vocabularies."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from imagegraph.bootstrap.configuration import Progress, make_folder, silent
from imagegraph.model.vocabularies import packaged_registry
from imagegraph.operations.terms.lookup import TermLookup
from imagegraph.ports.graph import GraphReader
from imagegraph.ports.terms import TermCatalogue, TermIndex
from imagegraph.settings import Settings

if TYPE_CHECKING:
    from imagegraph.adapters.sqlite.terms import SqliteTermIndex


@contextmanager
def open_terms(settings: Settings) -> Iterator[TermLookup]:
    """Only what looks terms up. The file is made when absent; nobody is locked out meanwhile.

    Raises:
        DataFolderError: the folder cannot be used.
        BadParameter: an address of an OLS service is unusable.
    """
    with open_term_index(settings) as index, open_lookup(index, settings) as lookup:
        yield lookup


@contextmanager
def open_lookup(
    index: TermIndex, settings: Settings, *, graph: GraphReader | None = None
) -> Iterator[TermLookup]:
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

    make_folder(settings)
    index = SqliteTermIndex(settings.data / "terms.sqlite")
    try:
        ensure_starter(index, index, registry=packaged_registry())
        yield index
    finally:
        index.close()


@contextmanager
def ontology_file(source: str, settings: Settings, *, progress: Progress = silent) -> Iterator[Path]:
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
