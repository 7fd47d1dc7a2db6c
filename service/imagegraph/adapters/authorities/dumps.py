"""Dumps of authorities: loading one from a file, and answering from those that are loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from imagegraph.adapters.authorities.contract import Part
from imagegraph.adapters.authorities.dump_readers import DUMPED, DumpContents, read_dump
from imagegraph.adapters.sqlite.dumps import DumpedDocument, DumpStore, LoadedDump
from imagegraph.errors import EmptyDocument
from imagegraph.model.authorities import packaged_authorities
from imagegraph.model.identifiers import Identifier

__all__ = ["DUMPED", "DumpLoad", "LoadedDumps", "load_dump"]


@dataclass(frozen=True, kw_only=True)
class DumpLoad:
    """What became of a file.

    Attributes:
        skipped: entries that were passed over.
        problems: the first of them, with their places.
    """

    dump: LoadedDump
    skipped: int
    problems: tuple[str, ...]


class LoadedDumps:
    """Implements `contract.Dumps`.

    Args:
        store: closed with it.
    """

    def __init__(self, store: DumpStore) -> None:
        self._store = store

    def find(self, identifier: Identifier) -> tuple[tuple[Part, ...], str] | None:
        """What its authority would answer, and the release it is from; None when no dump has it.

        What a dump does not have may be newer than the dump, so it is not `not_found`.
        """
        authority = authority_of(identifier)
        body = self._store.find(authority, identifier.iri) if authority else None
        if body is None:
            return None
        homepage = packaged_authorities().entries[authority].homepage
        part = Part(name=authority, status=200, media_type="application/json", body=body, url=homepage)
        return (part,), self._store.version(authority)

    def close(self) -> None:
        """Release the file."""
        self._store.close()


def load_dump(
    store: DumpStore, authority: str, path: Path, *, progress: Callable[[int], None] = lambda count: None
) -> DumpLoad:
    """Load a dump in place of the one before; when that fails, the one before is still there.

    Args:
        authority: one of `DUMPED`.
        progress: called with the number of documents so far.

    Raises:
        BadParameter: nobody publishes a dump of that name.
        NotFound: there is no such file.
        MalformedDocument, DocumentTooLarge: it is not what the authority publishes.
        EmptyDocument: it holds no usable entry.
        DataFolderError: it cannot be kept.
    """
    contents = DumpContents()
    documents = _some(read_dump(authority, path, contents=contents), contents, path)
    dump = store.replace(
        authority, documents=documents, described=lambda: (contents.version, contents.date), file=path.name,
        progress=progress,
    )  # fmt: skip
    return DumpLoad(dump=dump, skipped=contents.skipped, problems=tuple(contents.problems))


def authority_of(identifier: Identifier) -> str:
    """Whose dump an identifier would be in; empty when there is none for its kind."""
    if identifier.scheme == "rrid":
        return "cellosaurus" if identifier.value.startswith("CVCL_") else ""
    return {"ror": "ror", "doi": "datacite"}.get(identifier.scheme, "")


def _some(
    documents: Iterator[DumpedDocument], contents: DumpContents, path: Path
) -> Iterator[DumpedDocument]:
    empty = True
    for document in documents:
        empty = False
        yield document
    if empty:
        why = f" The first that was passed over: {contents.problems[0]}." if contents.problems else ""
        raise EmptyDocument(f"{path.name} holds no usable entry.{why}", source=path.name)
