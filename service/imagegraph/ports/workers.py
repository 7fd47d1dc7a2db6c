"""Untrusted work that is done in another process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
        self, documents: Sequence[Document], *, profiles: Sequence[str], record: str | None = None,
        namespace: str | None = None,
    ) -> Iterator[Intake]:  # fmt: skip
        """What became of each document, in the order they were given, as it becomes known.

        Args:
            documents: what was handed in; `content` may be empty when `path` says where it lies.
            profiles: names of profiles besides `core`.
            record: the IRI that the record is to have, for a single document with a single record.
            namespace: what the ids of the records begin with; None to leave those as they are that documents bring.

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

    def judge_by(self, document: Document, *, shapes: Document) -> Report:
        """What the shapes of another document say about a document's own RDF; nothing is kept.

        Raises:
            Refusal: one of the two cannot be read, or the shapes cannot be applied.
        """
        ...

    def statements(self, document: Document) -> bytes:
        """A document's own RDF as N-Triples, before any mapping; relative IRIs stand below `RECORD_BASE`.

        Blank nodes have labels that no other document has.

        Raises:
            Refusal: the document cannot be read, or is no RDF.
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
        as_of: moment of the state that is asked, as `model.moments` spells it; None for now.
    """

    text: str
    accept: str | None = None
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    bindings: dict[str, str] = field(default_factory=dict)
    as_of: str | None = None


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
            PastTooLarge: the state of the time that is asked about is too large to be made.
            WorkersBusy: no worker became free in time.
        """
        ...


@dataclass(frozen=True, kw_only=True)
class Update:
    """A SPARQL update with everything that decides what it does.

    Attributes:
        text: SPARQL 1.1 Update.
        default_graphs: `using-graph-uri` of the protocol; None when not given.
        named_graphs: `using-named-graph-uri` of the protocol; None when not given.
    """

    text: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None


@dataclass(frozen=True, kw_only=True)
class GraphChange:
    """What an update makes of a graph.

    Attributes:
        graph: its name: a record's IRI.
        before: digest of what it said.
        statements: all that it says now, as sorted N-Triples in the engine's spelling; empty when nothing is left.
    """

    graph: str
    before: str
    statements: bytes


class UpdateRunner(Protocol):
    """Finds out what SPARQL updates would change; nothing is changed."""

    def run(self, update: Update) -> Sequence[GraphChange]:
        """The records' graphs that would say something else, on a snapshot that holds every record written before.

        Raises:
            MalformedQuery: not SPARQL 1.1 Update; the message says where.
            ForbiddenQuery: SERVICE, LOAD, or a change of the default graph; the message says where.
            Forbidden: it would change a graph that the service makes itself.
            BadParameter: a name is none that a graph can have, or graphs are named twice.
            NotFound: a graph that it clears, drops or moves is not there.
            QueryTooLarge: text beyond the limits of bytes, tokens or depth.
            ResultTooLarge: the changed graphs have more bytes than the limit.
            QueryTimeout: stopped at the time or memory limit.
            WorkersBusy: no worker became free in time.
            DataFolderError: there is no room for a copy of the graph.
        """
        ...

    def respelled(self, change: GraphChange, *, kept: bytes) -> bytes | None:
        """The new statements, those that stay in the spelling in which they are kept.

        Args:
            kept: what the record says, exactly as it was accepted; empty when there is none.

        Returns:
            Sorted N-Triples; None when the graph did not say what is kept: it was changed in the meantime.
        """
        ...


@dataclass(frozen=True, kw_only=True)
class PoolState:
    """How the workers of one kind are doing.

    Attributes:
        kind: what they do.
        size: slots: so many tasks at once, those not counted that were moved aside.
        processes: process ids of the workers that run now.
        busy: workers that are at work.
        waiting: tasks that wait for a worker.
        started: workers started so far.
        stopped: reason -> workers that were ended for it: `time`, `memory`, `crash`, `unfair` (others waited),
            `failed` (a mistake of ours), `abandoned` (nobody wanted the answer any more), `retired` (old age).
        memory_bytes: what all of them hold together.
    """

    kind: str
    size: int
    processes: Sequence[int]
    busy: int
    waiting: int
    started: int
    stopped: Mapping[str, int]
    memory_bytes: int


class Pool(Protocol):
    """Workers of one kind, as whoever runs the service sees them.

    Attributes:
        kind: what they do.
    """

    @property
    def kind(self) -> str: ...  # noqa: D102

    def state(self) -> PoolState:
        """How they are doing."""
        ...

    def probe(self, *, seconds: float) -> None:
        """Return when one of them has said that it is there, or when all are at work within their limits.

        Raises:
            WorkersBusy: none became free in time.
            QueryTimeout: one did not answer in time, or could not be started; it is replaced.
        """
        ...
