"""Carrying out an update on a private copy of a snapshot; runs inside a worker, which says what has changed.

The copy is thrown away: what the service keeps goes through its one door.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pyoxigraph import Store

from imagegraph.adapters.oxigraph.query import malformed
from imagegraph.adapters.oxigraph.update_copy import UpdatedCopy, missing
from imagegraph.errors import DataFolderError, ForbiddenQuery, ImagegraphError, MalformedQuery
from imagegraph.model.rdf import PREFIXES
from imagegraph.model.sparql_updates import operations_of

Result = tuple[dict[str, Any], list[bytes]]


class SnapshotUpdater:
    """Carries updates out.

    Args:
        opened: the store of a snapshot; None when that is not there any more.
    """

    def __init__(self, opened: Callable[[Mapping[str, Any]], Store | None]) -> None:
        self._opened = opened

    def apply(self, header: dict[str, Any], blobs: list[bytes]) -> Result:
        """One update.

        Args:
            header: `snapshot`, `copy`, `base`, `default_graphs`, `named_graphs`, `bytes`; see `update_runner`.
            blobs: the text of the update.

        Returns:
            `{"changes": [{"graph", "before", "length"}, …]}` with the digest of what the graph said, and all
            that the graphs say now, one after the other, as sorted N-Triples in the engine's spelling; or
            `{"gone": true}` when the snapshot is not there any more.

        Raises:
            MalformedQuery: not SPARQL 1.1 Update.
            ForbiddenQuery: it would change the default graph, or asks for the network.
            Forbidden: it would change a graph that the service makes.
            NotFound: a graph that it clears, drops or moves is not there.
            BadParameter: a name is none that a graph can have, or that of a graph that CREATE is to make.
            ResultTooLarge: it changes more than the limit.
        """
        text, base = blobs[0].decode(), header["base"]
        operations = operations_of(text)
        _check_syntax(text, base=base)
        snapshot = self._opened(header["snapshot"])
        if snapshot is None:
            return {"gone": True}, []
        copy = UpdatedCopy(Store(header["copy"]), snapshot, base=base)
        copy.use(header["default_graphs"] or (), header["named_graphs"] or ())
        for number, operation in enumerate(operations, start=1):
            try:
                copy.carry_out(operation, is_last=number == len(operations))
            except (OSError, RuntimeError) as error:
                raise _told(error) from None
        return copy.changes(limit=header["bytes"])


def _check_syntax(text: str, *, base: str) -> None:
    """Let the engine read the whole text: on a store with nothing in it, where there is nothing to be done."""
    try:
        Store().update(text, base_iri=base, prefixes=PREFIXES)
    except SyntaxError as error:
        raise malformed(error) from None
    except (OSError, RuntimeError):  # said when it is carried out
        return


def _told(error: Exception) -> ImagegraphError:
    said = str(error)
    if isinstance(error, PermissionError):
        return ForbiddenQuery("The update asks for the network, which is out of reach here.")
    if isinstance(error, OSError):
        return DataFolderError(f"The update could not be carried out on a copy ({error}).")
    if "does not exist" in said:
        return missing(said.partition("<")[2].partition(">")[0])
    return MalformedQuery(f"{said}.")
