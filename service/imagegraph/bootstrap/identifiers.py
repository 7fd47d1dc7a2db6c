"""Resolving identifiers, and linking records by them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from imagegraph.bootstrap.configuration import make_folder
from imagegraph.model.identifiers import packaged_schemes
from imagegraph.operations.linking.graph import LinkingGraph
from imagegraph.operations.linking.linker import Linker
from imagegraph.operations.linking.services import Linking
from imagegraph.ports.graph import GraphStore
from imagegraph.ports.resolving import KnownResolutions
from imagegraph.settings import Settings

if TYPE_CHECKING:
    from imagegraph.adapters.authorities.dumps import DumpLoad
    from imagegraph.adapters.authorities.resolver import AuthorityResolver


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

    make_folder(settings)
    store = DumpStore(settings.data / "dumps.sqlite")
    try:
        return loaded(store, authority, file, progress=progress)
    finally:
        store.close()


@contextmanager
def open_linking(graph: GraphStore, settings: Settings) -> Iterator[Linking]:
    """What is known about identifiers, who asks, and the graph that follows; nothing is asked yet."""
    from imagegraph.adapters.sqlite.queue import SqliteResolutionQueue

    with ExitStack() as stack:
        resolver = stack.enter_context(open_resolver(settings))
        queue = SqliteResolutionQueue(settings.data / "resolved.sqlite")
        stack.callback(queue.close)
        linking_graph = LinkingGraph(graph, known=resolver, queue=queue, base=settings.base)
        schemes = [name for name, scheme in packaged_schemes().items() if scheme.resolved_by]
        linker = Linker(
            resolver=resolver, known=resolver, queue=queue, graph=linking_graph, schemes=schemes,
            hang_up=resolver.hang_up,
        )  # fmt: skip
        stack.callback(linker.stop)
        yield Linking(
            known=resolver,
            resolver=resolver,
            matcher=resolver,
            queue=queue,
            graph=linking_graph,
            linker=linker,
        )
