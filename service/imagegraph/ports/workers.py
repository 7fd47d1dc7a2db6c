"""Untrusted work that is done in another process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from imagegraph.errors import ImagegraphError
from imagegraph.model.records import Document, PreparedRecord
from imagegraph.model.reports import Report


@dataclass(frozen=True, kw_only=True)
class Intake:
    """What became of one document, or of a part of it: a long document comes in several.

    Attributes:
        document: its name.
        records: those that can be kept (violations included: the caller looks at `report.conforms`).
        refusals: why the document, or a part of it, could not be read at all.
        done: nothing more comes of this document.
    """

    document: str
    records: tuple[PreparedRecord, ...] = ()
    refusals: tuple[ImagegraphError, ...] = ()
    done: bool = False


class Preparer(Protocol):
    """Reads, normalises and judges documents in killable workers."""

    def prepare(
        self, documents: Sequence[Document], *, profiles: Sequence[str], record: str | None = None
    ) -> Iterator[Intake]:
        """What became of each document, in the order they were given, as it becomes known.

        Args:
            documents: what was handed in; `content` may be empty when `path` says where it lies.
            profiles: names of profiles besides `core`.
            record: the IRI that the record is to have, for a single document with a single record.

        Raises:
            NotFound: a profile has an unknown name.
        """
        ...

    def judge(self, document: Document, *, profiles: Sequence[str]) -> Report:
        """What the shapes say about the document's own RDF, before any mapping; nothing is kept.

        Raises:
            Refusal: the document cannot be read.
            NotFound: a profile has an unknown name.
        """
        ...


@dataclass(frozen=True, kw_only=True)
class Query:
    """A SPARQL query with everything that decides its answer.

    Attributes:
        text: SPARQL 1.1 Query.
        accept: media type of the answer, already negotiated for the query's form; None for the default.
        default_graphs: `default-graph-uri` of the protocol; None when not given.
        named_graphs: `named-graph-uri` of the protocol; None when not given.
        bindings: variable name -> N-Triples term, put in before evaluation.
    """

    text: str
    accept: str | None = None
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    bindings: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class QueryAnswer:
    """The serialised answer of a query."""

    media_type: str
    body: bytes


class QueryRunner(Protocol):
    """Answers SPARQL queries on a snapshot that holds every record written before the call."""

    def run(self, query: Query) -> QueryAnswer:
        """The answer, serialised.

        Raises:
            MalformedQuery: not SPARQL 1.1 Query; the message says where.
            ForbiddenQuery: SERVICE, LOAD or an update.
            QueryTooLarge: text beyond the limits of bytes, tokens or depth.
            ResultTooLarge: more rows or bytes than the limit.
            QueryTimeout: stopped at the time or memory limit.
            WorkersBusy: no worker became free in time.
        """
        ...
