"""Records: what is handed in, what is kept, and how both are named."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from imagegraph.model.rdf import Triple
from imagegraph.model.reports import Finding, Report

#: Importers resolve relative IRIs against this base; it becomes the record's IRI once that is known.
RECORD_BASE = "http://record.invalid/"


@dataclass(frozen=True, kw_only=True)
class Document:
    """Bytes that somebody handed in.

    Attributes:
        name: how reports call it: the path as given, or `request body`.
        content: the bytes; empty when `path` is a folder.
        media_type: what the sender says it is, without parameters.
        path: where it lies when it is on this machine and its neighbours may be read; else None.
        format: name of the importer to force, else None.
    """

    name: str
    content: bytes = b""
    media_type: str | None = None
    path: Path | None = None
    format: str | None = None


@dataclass(frozen=True, kw_only=True)
class ImportedRecord:
    """One record as an importer read it, before normalising and judging.

    Attributes:
        triples: statements; local nodes stand below `RECORD_BASE` (`RECORD_BASE + "#objective-0"`) or are
            blank; nodes carry the most specific class of the model.
        about: IRI of the thing the record is about when it has one of its own, else None: then the
            record's IRI itself (`RECORD_BASE`) is that thing.
        source: name of the file it was read from.
        kind: name space of its identity, the importer's name: the same study read from an RO-Crate
            and from an IDR study file are two records about one IRI.
        key: identity inside the document when `about` is None (defaults to a digest of the content).
        lasting_key: the key names the same thing in every state of the document, so that a changed document
            makes new versions; otherwise the content is part of the identity.
        id: the id that the record had where it was exported, to be kept; None for all other documents.
        findings: what the importer has to tell (warnings about spellings, parts it could not read).
    """

    triples: Sequence[Triple]
    source: str
    kind: str = ""
    about: str | None = None
    key: str | None = None
    lasting_key: bool = False
    id: str | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TermUse:
    """An ontology term in a record, and what the record says about it.

    Attributes:
        iri: the term.
        focus: the node that names it; the term itself when the record only describes it.
        path: IRI of the property that names it; None when the record only describes it.
        field: name of the field policy of that property; None when there is none.
        labels: what the record calls the term, without placeholders.
        spelling: what the source wrote in place of the IRI; None when it wrote just that.
    """

    iri: str
    focus: str
    path: str | None = None
    field: str | None = None
    labels: tuple[str, ...] = ()
    spelling: str | None = None


@dataclass(frozen=True, kw_only=True)
class PreparedRecord:
    """A record that was read, normalised and judged, ready to be kept.

    Attributes:
        id: last part of the record's IRI; None in `iri` only for documents judged but never kept.
        iri: the record's IRI and the name of its graph.
        about: IRI of the thing it is about.
        type: name of the class of that thing in the model (`Study`), or `Thing`.
        title: its name for lists.
        source: the file it came from.
        format: name of the importer.
        ntriples: sorted N-Triples of the record's graph.
        digest: SHA-256 of `ntriples`.
        report: what was found.
        term_uses: the ontology terms in it, each once per property.
    """

    id: str
    iri: str
    about: str
    type: str
    title: str
    source: str
    format: str
    ntriples: bytes
    digest: str
    report: Report = field(default_factory=Report)
    term_uses: tuple[TermUse, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RecordSummary:
    """A row of the list of records."""

    id: str
    iri: str
    about: str
    type: str
    title: str
    version: int
    created: str
    modified: str
    digest: str
    deleted: bool = False

    def as_dict(self) -> dict[str, Any]:
        """The members the API shows."""
        return {
            "id": self.id, "iri": self.iri, "about": self.about, "type": self.type, "title": self.title,
            "version": self.version, "created": self.created, "modified": self.modified,
        }  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Version:
    """One accepted state of one record, as the journal keeps it.

    Attributes:
        sequence: position in the journal, from 1.
        number: version of the record, from 1.
        at: UTC, ISO 8601 with `Z`.
        ntriples: the record's statements, exactly as accepted; empty for a tombstone.
        hash: SHA-256 over this entry and `previous_hash`.
    """

    sequence: int
    id: str
    iri: str
    about: str
    type: str
    title: str
    number: int
    at: str
    agent: str
    reason: str
    source: str
    format: str
    digest: str
    ntriples: bytes
    report: Report
    previous_hash: str
    hash: str
    deleted: bool = False

    def as_prepared(self) -> PreparedRecord:
        """The record as it was accepted, ready to be accepted once more."""
        return PreparedRecord(
            id=self.id, iri=self.iri, about=self.about, type=self.type, title=self.title, source=self.source,
            format=self.format, ntriples=self.ntriples, digest=self.digest, report=self.report,
        )  # fmt: skip

    def expected_hash(self) -> str:
        """The hash this entry must have, from its content and the entry before it."""
        members = [
            self.previous_hash, self.sequence, self.id, self.iri, self.about, self.type, self.title,
            self.number, self.at, self.agent, self.reason, self.source, self.format, self.digest,
            self.deleted, self.report.as_dict(),
        ]  # fmt: skip
        text = json.dumps(members, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


_NOT_SLUG = re.compile(r"[^A-Za-z0-9._-]+")
#: the id of a record; one that was handed in to a project other than the default one begins with that and a tilde
VALID_ID = re.compile(r"(?:[a-z0-9][a-z0-9-]{0,39}~)?[A-Za-z0-9][A-Za-z0-9._-]{0,127}")


def slug_of(iri: str) -> str:
    """A short readable name for an IRI: its last part, safe in a URL path."""
    tail = unquote(iri.rstrip("/#").rsplit("/", 1)[-1].rsplit("#", 1)[-1])
    slug = _NOT_SLUG.sub("-", tail).strip("-._")[:60].strip("-._")
    return slug or "record"


def record_id(about: str, *, kind: str = "") -> str:
    """The id of the record that says something about an IRI: readable, and the same every time.

    >>> record_id("https://idr.openmicroscopy.org/study/idr0011/", kind="ro-crate")
    'idr0011-66dd13e4'
    """
    digest = hashlib.sha256(f"{kind}\n{about}".encode()).hexdigest()[:8]
    return f"{slug_of(about)}-{digest}"


def in_record(iri: str, *, record: str) -> str:
    """Where a name below `RECORD_BASE` stands once the record has its IRI.

    >>> in_record("http://record.invalid/#cell", record="http://localhost:8000/records/a")
    'http://localhost:8000/records/a#cell'
    >>> in_record("http://record.invalid/data/1.tif", record="http://localhost:8000/records/a")
    'http://localhost:8000/records/a/data/1.tif'
    """
    tail = iri.removeprefix(RECORD_BASE)
    return f"{record}{tail}" if tail.startswith("#") or not tail else f"{record}/{tail}"


def content_id(content: bytes, *, stem: str) -> str:
    """The id of a record whose thing has no IRI of its own: from the content alone."""
    return f"{slug_of(stem)[:40]}-{hashlib.sha256(content).hexdigest()[:12]}"
