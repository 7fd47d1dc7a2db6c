"""OBO 1.2 and 1.4 files, read with fastobo (https://github.com/fastobo/fastobo-py)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import fastobo

from imagegraph.adapters.ontologies.annotations import OBO, OIO, OWL, RDFS, Draft, is_abbreviating
from imagegraph.adapters.ontologies.limits import Problems
from imagegraph.adapters.ontologies.obo_ids import OboIds
from imagegraph.adapters.ontologies.obo_stanzas import Stanza, frames, stanzas
from imagegraph.errors import EmptyDocument
from imagegraph.model.ontology import (
    SUB_CLASS_OF,
    NameKind,
    Parent,
    ReadProblem,
    ReleaseHeader,
    Term,
    TermKind,
)
from imagegraph.operations.terms.files import opened
from imagegraph.ports.terms import OntologyFile

_HEAD = re.compile(
    rb"(?:\s|![^\n]*\n)*+(?:\[(?:Term|Typedef|Instance)\]|(?:format-version|data-version|version|ontology|date"
    rb"|saved-by|auto-generated-by|import|subsetdef|synonymtypedef|default-namespace|idspace|remark"
    rb"|property_value|owl-axioms|namespace-id-rule|default-relationship-id-prefix|treat-xrefs-as-[a-z-]+): )"
)
_KINDS: dict[str, TermKind] = {"Term": "class", "Typedef": "property", "Instance": "individual"}
_SCOPES: dict[str, NameKind] = {"EXACT": "exact", "BROAD": "broad", "NARROW": "narrow", "RELATED": "related"}
#: property names that are written without prefix, or with one that no header declares
_PROPERTIES = {
    "owl": OWL, "rdfs": RDFS, "oboInOwl": OIO, "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/", "terms": "http://purl.org/dc/terms/",
    "dc": "http://purl.org/dc/elements/1.1/", "dce": "http://purl.org/dc/elements/1.1/",
}  # fmt: skip
_VALUE = re.compile(r'^(\S+)\s+(?:"((?:[^"\\]|\\.)*)"|(\S+))')
#: duplicate ids are looked for among so many terms
_MOST_WATCHED = 200_000


class OboReader:
    """Reads OBO files."""

    name = "obo"
    title = "OBO"

    def recognises(self, head: bytes, *, name: str) -> bool:
        """Whether it begins with a tag of an OBO header, or a stanza."""
        return _HEAD.match(head) is not None

    def open(self, path: Path) -> OntologyFile:
        """The terms of a file.

        Raises:
            EmptyDocument: it has no stanza.
        """
        problems = Problems()
        first, relations, count = _survey(path)
        if not count:
            raise EmptyDocument(f"{path.name} holds no [Term]; is it the whole file?", source=path.name)
        told = _Header(first, relations)
        for line in first.lines:
            if line.startswith("import:"):
                problems.append(
                    ReadProblem(message=f"Not fetched: {line}", line=first.line + first.lines.index(line))
                )
        return OntologyFile(
            header=told.header, terms=_terms(path, told=told, problems=problems), problems=problems
        )


class _Header:
    """What the header says that reading the stanzas needs."""

    def __init__(self, stanza: Stanza, relations: dict[str, str]) -> None:
        tags: dict[str, list[str]] = {}
        for line in stanza.lines:
            tag, _, value = line.partition(":")
            tags.setdefault(tag.strip(), []).append(value.strip())

        def first(tag: str) -> str:
            return next(iter(tags.get(tag, ())), "")

        idspaces = {
            parts[0]: parts[1] for value in tags.get("idspace", ()) if len(parts := value.split()) > 1
        }
        idspaces = {prefix: base for prefix, base in idspaces.items() if base.startswith(("http", "urn:"))}
        ontology = first("ontology")
        self.ids = OboIds(
            ontology=ontology or "unknown",
            idspaces={**_PROPERTIES, **idspaces},
            relations=relations,
        )
        self.abbreviations = {
            value.split()[0] for value in tags.get("synonymtypedef", ()) if value and is_abbreviating(value)
        }
        stated = _stated(tags.get("property_value", ()), self.ids)
        iri = ontology if ontology.startswith("http") else f"{OBO}{ontology}.owl" if ontology else ""
        short = re.split(r"[/#]", ontology)[-1] if ontology.startswith("http") else ontology.split("/")[0]
        self.header = ReleaseHeader(
            iri=iri,
            version=first("data-version") or stated.get("versionInfo", "") or first("date"),
            title=stated.get("title", ""),
            licence=stated.get("license", "") or stated.get("rights", ""),
            description=stated.get("description", ""),
            ontology=short.removesuffix(".owl").removesuffix(".obo").lower(),
        )


def _stated(values: Any, ids: OboIds) -> dict[str, str]:
    """Local name of a property of the ontology -> its first value."""
    found: dict[str, str] = {}
    for value in values:
        parts = _VALUE.match(value)
        if parts:
            name = re.split(r"[/#:]", ids.iri(parts[1]))[-1]
            found.setdefault(name, _plain(parts[2]) if parts[2] is not None else parts[3])
    return found


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def _survey(path: Path) -> tuple[Stanza, dict[str, str], int]:
    """A first look at a file: its header, what its short names of relations stand for, how many stanzas follow."""
    relations: dict[str, str] = {}
    count = 0
    header: Stanza | None = None
    with opened(path) as content:
        for stanza in stanzas(content, problems=[]):
            if header is None:
                header = stanza
                continue
            count += 1
            if stanza.kind == "Typedef" and stanza.id and ":" not in stanza.id:
                xrefs = [line[5:].split()[0] for line in stanza.lines if re.match(r"xref: *\S", line)]
                known = [
                    xref for xref in xrefs if re.fullmatch(r"(?:BFO|RO|IAO|OBI|GO):\d+|https?://\S+", xref)
                ]
                if known:
                    relations[stanza.id] = known[0]
    return header or Stanza("", 1), relations, count


def _terms(path: Path, *, told: _Header, problems: list[ReadProblem]) -> Iterator[Term]:
    seen: dict[str, int] = {}
    with opened(path) as content:
        found = stanzas(content, problems=problems)
        next(found)
        for stanza, frame in frames(found, problems=problems):
            draft = Draft(told.ids.iri(str(frame.id)), kind=_KINDS[stanza.kind])
            if draft.iri in seen:
                problems.append(
                    ReadProblem(
                        message=f"This id stands in line {seen[draft.iri]} already; both stanzas are taken together.",
                        line=stanza.line,
                        term=stanza.id,
                    )
                )
            elif len(seen) < _MOST_WATCHED:
                seen[draft.iri] = stanza.line
            reader = _FrameReader(draft, told)
            if any(_read(reader, clause) for clause in frame):
                continue
            if draft.kind == "class" and not draft.names and not draft.obsolete:
                draft.left_out.append("The term has no name.")
            problems += [
                ReadProblem(message=text, line=stanza.line, term=stanza.id) for text in draft.left_out
            ]
            yield draft.term()
            yield from draft.replaced()


def _read(reader: _FrameReader, clause: Any) -> bool:
    """Take one clause; whether it makes the stanza no term at all."""
    name = type(clause).__name__
    if name == "IsAnonymousClause":
        return bool(clause.anonymous)
    handle: Callable[[Any], None] | None = getattr(reader, f"on_{name}", None)
    if handle is not None:
        handle(clause)
    return False


class _FrameReader:
    """Puts the clauses of one frame into a draft; one method for each class of clause of fastobo."""

    def __init__(self, draft: Draft, told: _Header) -> None:
        self._draft = draft
        self._ids = told.ids
        self._told = told

    def on_NameClause(self, clause: Any) -> None:  # noqa: N802
        """`name:`."""
        self._draft.add_name(clause.name, kind="label")

    def on_DefClause(self, clause: Any) -> None:  # noqa: N802
        """`def:`."""
        self._draft.add_definition(clause.definition)

    def on_CommentClause(self, clause: Any) -> None:  # noqa: N802
        """`comment:`, a definition where there is no other."""
        self._draft.add(RDFS + "comment", clause.comment)

    def on_SynonymClause(self, clause: Any) -> None:  # noqa: N802
        """`synonym:`."""
        synonym = clause.synonym
        kind = _SCOPES.get(synonym.scope, "related")
        if synonym.type is not None:
            type_ = str(synonym.type)
            kind = "abbreviation" if type_ in self._told.abbreviations or is_abbreviating(type_) else kind
        self._draft.add_name(synonym.desc, kind=kind)

    def on_IsAClause(self, clause: Any) -> None:  # noqa: N802
        """`is_a:`."""
        parent = clause.term if hasattr(clause, "term") else clause.typedef
        self._draft.parents[Parent(iri=self._ids.iri(str(parent)))] = None

    def on_InstanceOfClause(self, clause: Any) -> None:  # noqa: N802
        """`instance_of:`."""
        self._draft.parents[Parent(iri=self._ids.iri(str(clause.term)))] = None

    def on_RelationshipClause(self, clause: Any) -> None:  # noqa: N802
        """`relationship:`; those of relations are not steps up a hierarchy."""
        if self._draft.kind == "property":
            return
        relation = self._ids.iri(str(clause.typedef))
        self._draft.parents[Parent(iri=self._ids.iri(str(clause.term)), relation=relation)] = None

    def on_IntersectionOfClause(self, clause: Any) -> None:  # noqa: N802
        """`intersection_of:`: what is both is below each."""
        if self._draft.kind == "class":
            iri = self._ids.iri(str(clause.term))
            relation = SUB_CLASS_OF if clause.typedef is None else self._ids.iri(str(clause.typedef))
            self._draft.parents[Parent(iri=iri, relation=relation)] = None

    def on_IsObsoleteClause(self, clause: Any) -> None:  # noqa: N802
        """`is_obsolete:`."""
        self._draft.obsolete = self._draft.obsolete or bool(clause.obsolete)

    def on_ReplacedByClause(self, clause: Any) -> None:  # noqa: N802
        """`replaced_by:`."""
        replacement = clause.term if hasattr(clause, "term") else clause.typedef
        self._draft.replaced_by[self._ids.iri(str(replacement))] = None

    def on_ConsiderClause(self, clause: Any) -> None:  # noqa: N802
        """`consider:`."""
        other = clause.term if hasattr(clause, "term") else clause.typedef
        self._draft.consider[self._ids.iri(str(other))] = None

    def on_AltIdClause(self, clause: Any) -> None:  # noqa: N802
        """`alt_id:`: a merged term, which this one replaces."""
        other = (
            clause.term
            if hasattr(clause, "term")
            else clause.typedef
            if hasattr(clause, "typedef")
            else clause.alt_id
        )
        self._draft.alternatives[self._ids.iri(str(other))] = None

    def on_XrefClause(self, clause: Any) -> None:  # noqa: N802
        """`xref:`."""
        self._draft.xrefs[_plain(str(clause.xref.id))] = None

    def on_SubsetClause(self, clause: Any) -> None:  # noqa: N802
        """`subset:`."""
        self._draft.subsets[re.split(r"[/#]", str(clause.subset))[-1]] = None

    def on_PropertyValueClause(self, clause: Any) -> None:  # noqa: N802
        """`property_value:`."""
        inner = clause.property_value
        value = inner.value
        is_iri = isinstance(inner, fastobo.pv.ResourcePropertyValue)
        text = self._ids.iri(str(value)) if is_iri else str(value)
        self._draft.add(self._ids.iri(str(inner.relation)), text, is_iri=is_iri)
