"""SPARQL updates: what one changes goes through the same door as every document, all of it or nothing.

A graph is a record. What an update leaves of it is read, judged and kept as its next version; a graph of which
nothing is left is a record that is deleted. Which statements an update is about is found out beforehand, on a copy.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from imagegraph.errors import BadParameter, DuplicateIdentifier, Forbidden, PreconditionFailed
from imagegraph.model.rdf import BlankNode, NamedNode, Triple, from_ntriples, skolemised
from imagegraph.model.records import RECORD_BASE, Document, PreparedRecord, Version
from imagegraph.operations.graph_documents import as_source
from imagegraph.operations.graph_names import GraphName, graph_name
from imagegraph.operations.graph_store import find_version
from imagegraph.operations.ingest import Ingest
from imagegraph.operations.outcomes import Outcome
from imagegraph.operations.prepare import about_again
from imagegraph.operations.services import Services, ending_of
from imagegraph.ports.workers import GraphChange, Update

#: how often an update is tried again when somebody else changes the same records at the same time
MOST_TRIES = 5
_NAMED_BLANK = re.compile(rb"#b-c14n(\d+)>")


@dataclass(frozen=True, kw_only=True)
class _Plan:
    """What has to be kept and what deleted.

    Attributes:
        records: read and judged.
        deleted: ids.
        seen: id -> number of the version that the update has seen.
    """

    records: list[PreparedRecord] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class _Left:
    """What an update leaves of a record.

    Attributes:
        version: the one that it has seen; None for a record that is new, or lives again.
        statements: sorted N-Triples; new nodes are blank.
    """

    id: str
    iri: str
    version: Version | None
    statements: bytes


def apply_update(
    services: Services, update: Update, *, agent: str, reason: str
) -> Sequence[Outcome | Version]:
    """Do what an update asks.

    Returns:
        What became of each record that it changed, and then the tombstones of those that it deleted.

    Raises:
        QueryRefusal, Forbidden, NotFound, BadParameter: as `UpdateRunner.run`; Forbidden also for who sees only a part.
        Refusal: what is left of a record cannot be kept; nothing was changed.
        PreconditionFailed: the same records were changed by somebody else, time after time.
    """
    if not isinstance(services.ingest, Ingest):
        raise Forbidden("An update may change every record, so it is for those who see every record.")
    for _ in range(MOST_TRIES):
        plan = _planned(services, services.update_runner.run(update))
        if plan is None:
            services.ingest.settle()
            continue
        if not plan.seen:
            return []
        with suppress(PreconditionFailed):
            return services.ingest.revise(
                plan.records, deleted=plan.deleted, seen=plan.seen, agent=agent, reason=reason
            )
    raise PreconditionFailed(
        f"Records that the update changes were changed by somebody else, {MOST_TRIES} times. Nothing was done; "
        "send it again."
    )


def _planned(services: Services, changes: Sequence[GraphChange]) -> _Plan | None:
    """What the changes come to; None when a record is not what the update has seen."""
    plan = _Plan()
    left: list[_Left] = []
    for change in changes:
        name = graph_name(change.graph, base=services.settings.base)
        id = name.id or ""
        known = services.journal.find(id)
        plan.seen[id] = known.version if known is not None and known.id == id else 0
        version = find_version(services, name)
        kept = b"" if version is None else version.ntriples
        statements = services.update_runner.respelled(change, kept=kept)
        if statements is None:
            return None
        if statements:
            if version is None:
                _refuse_ending(services, name)
            left.append(_Left(id=id, iri=name.iri, version=version, statements=statements))
        elif version is not None:
            plan.deleted.append(id)
    plan.records.extend(_prepared(services, left))
    return plan


def _prepared(services: Services, left: Sequence[_Left]) -> list[PreparedRecord]:
    """What is left of records, read and judged.

    Those that are there are prepared together. A new one is read as any document: what it is about may be a blank node,
    which is the record itself then.

    Raises:
        Refusal: one of them cannot be read.
    """
    there = [one for one in left if one.version is not None]
    found = _read(services, [_document(one) for one in there], record=None)
    for one in left:
        if one.version is None:
            found.extend(_read(services, [_document(one)], record=one.iri))
    records = {record.id: record for record in found}
    if len(found) != len(left) or records.keys() != {one.id for one in left}:
        raise DuplicateIdentifier("What is left of a record is not one record.", count=len(found))
    return [_about_the_same(records[one.id], one.version) for one in left]


def _read(services: Services, documents: Sequence[Document], *, record: str | None) -> list[PreparedRecord]:
    found: list[PreparedRecord] = []
    for intake in services.preparer.prepare(documents, profiles=(), record=record):
        for refusal in intake.refusals:
            raise refusal
        found.extend(intake.records)
    return found


def _about_the_same(record: PreparedRecord, version: Version | None) -> PreparedRecord:
    """The record as one about what it was about, if that is still described."""
    if version is None or record.about == version.about:
        return record
    is_described = f"\n<{version.about}> ".encode() in b"\n" + record.ntriples
    return about_again(record, version.about) if is_described else record


def _refuse_ending(services: Services, name: GraphName) -> None:
    ending = ending_of(services, name.id or "")
    if ending is not None:
        raise BadParameter(
            f"The id of a record cannot end in .{ending}: that asks for a format of another record.",
            parameter="graph",
            value=name.iri,
        )


def _document(left: _Left) -> Document:
    """The statements as a document that becomes this record; that of one that is there has its name as a graph."""
    triples = list(from_ntriples(left.statements))
    if left.version is None:
        content, kind = as_source(triples, iri=left.iri, about=left.iri), "n-triples"
    else:
        triples = _with_names(triples, left=left, version=left.version)
        content = as_source(triples, iri=left.iri, about=left.version.about, graph=left.iri)
        kind = "n-quads"
    return Document(
        name=f"SPARQL update of {left.id}", content=content, media_type=f"application/{kind}", format=kind
    )


def _with_names(triples: list[Triple], *, left: _Left, version: Version) -> list[Triple]:
    """The statements with names for blank nodes that are new; nodes that had a name already keep it."""
    new = [t for t in triples if isinstance(t.subject, BlankNode) or isinstance(t.object, BlankNode)]
    if not new:
        return triples
    staying = [
        t for t in triples if not isinstance(t.subject, BlankNode) and not isinstance(t.object, BlankNode)
    ]
    numbers = _NAMED_BLANK.findall(version.ntriples + left.statements)
    first = max(map(int, numbers), default=-1) + 1
    apart = f"{RECORD_BASE}new-{version.sequence}"

    def named(node: Any) -> Any:
        if isinstance(node, NamedNode) and node.value.startswith(f"{apart}#b-c14n"):
            return NamedNode(f"{left.iri}#b-c14n{first + int(node.value.rpartition('c14n')[2])}")
        return node

    placed = [Triple(named(t.subject), t.predicate, named(t.object)) for t in skolemised(new, record=apart)]
    return [*staying, *placed]
