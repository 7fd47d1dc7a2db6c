"""Reading documents of other people's formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

from imagegraph.model.rdf import Triple
from imagegraph.model.records import Document, ImportedRecord


class Importer(Protocol):
    """Reads one kind of document into records of our model.

    An importer runs inside a sandboxed worker. It never opens a socket, keeps no state, and puts no limit
    on time or memory of its own (the sandbox does), but it does refuse entities, DTDs, remote contexts,
    archive members that leave the archive, and sizes that only unfold when read.
    """

    #: short name, used by `--format` and in reports
    name: str
    #: what it is, for people
    title: str
    #: media types that name this format and nothing else
    media_types: tuple[str, ...]
    #: file name endings, lower case, longest first
    suffixes: tuple[str, ...]

    def recognises(self, document: Document) -> bool:
        """Whether the content (not just the name) looks like this format; cheap, never raises."""
        ...

    def companions(self, path: Path) -> Sequence[Path]:
        """Neighbouring files that are read together with the document at `path`."""
        ...

    def read(self, document: Document) -> Iterator[ImportedRecord]:
        """The records of the document, one after the other.

        Raises:
            MalformedDocument: with `line`, `column` or `pointer` in `extra` where they are known.
            EmptyDocument: nothing to import.
            ForbiddenConstruct: entities, DTDs, remote contexts, unsafe archive members.
            DocumentTooDeep: nested beyond the limit.
            DuplicateIdentifier: one id names two things.
            UnknownField: a key of our own JSON or YAML that the model does not know.
        """
        ...


@runtime_checkable
class RdfImporter(Importer, Protocol):
    """Reads documents that are RDF themselves, so that they can be judged as they are."""

    def own_triples(self, document: Document) -> Iterable[Triple]:
        """The document's own statements, before any mapping; relative IRIs stand below `RECORD_BASE`.

        Raises:
            Refusal: the document cannot be read.
        """
        ...
