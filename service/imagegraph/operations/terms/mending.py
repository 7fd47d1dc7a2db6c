"""New versions of records whose obsolete terms have exactly one successor, or whose ids are spelt in an old way.

What a person must decide is left alone: several successors, labels that do not fit, unknown terms.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from imagegraph.model.folding import fold
from imagegraph.model.rdf import DWC, IG, SCHEMA, Literal, NamedNode, Triple, from_ntriples, to_ntriples
from imagegraph.model.records import Document, Version
from imagegraph.operations.export import as_graph
from imagegraph.operations.ingest import Ingest
from imagegraph.operations.normalise import normalise
from imagegraph.operations.outcomes import Outcome
from imagegraph.operations.projects.writing import ProjectIngest
from imagegraph.operations.terms.audit import Audited
from imagegraph.operations.terms.problems import NamedTerm, Problem, version_of
from imagegraph.operations.terms.uses import LABEL_PROPERTIES, mentioned_terms

_ORIGINAL = IG.originalSpelling
#: names that follow the term; what a species is called in daily life does not change with it
_CALLED = frozenset(map(NamedNode, LABEL_PROPERTIES)) - {DWC.vernacularName}
_AGENT = "imagegraph terms audit"


@dataclass(frozen=True)
class Replacement:
    """An obsolete term and the one to use instead.

    Attributes:
        release: the release that says so, for people.
    """

    old: NamedTerm
    new: NamedTerm
    release: str

    def __str__(self) -> str:
        return f"{self.old.curie} obsolete in {self.release}, replaced by {self.new}"


@dataclass(frozen=True)
class Mended:
    """The new statements of a record, and why they are new."""

    version: Version
    ntriples: bytes
    changes: tuple[str, ...]


def mended(audited: Audited) -> Mended | None:
    """What a record would say with its terms mended; None when there is nothing to mend."""
    version = audited.version
    mislabelled = {p.use.iri for p in audited.problems if p.kind in ("mislabelled", "unmatched")}
    replacements = {
        problem.use.iri: replacement
        for problem in audited.problems
        if problem.kind == "obsolete"
        and problem.use.iri not in mislabelled
        and (replacement := _replacement(problem)) is not None
    }
    triples = list(from_ntriples(version.ntriples))
    if replacements:
        triples = _replaced(triples, replacements)
    about = None if version.about == version.iri else version.about
    ntriples = to_ntriples(normalise(triples, record=version.iri, about=about).triples)
    respelt = mentioned_terms(to_ntriples(triples)) ^ mentioned_terms(ntriples)
    changes = [str(replacement) for replacement in replacements.values()]
    if respelt:
        number = len(mentioned_terms(ntriples) & respelt)
        changes.append(f"spelling of {number} term id{'s' if number > 1 else ''} made canonical")
    return Mended(version, ntriples, tuple(changes)) if changes else None


def keep(found: Mended, *, ingest: Ingest | ProjectIngest, etag: str, reason: str | None = None) -> Outcome:
    """Make the mended statements the newest version of the record.

    Args:
        etag: of the version that was looked at, so that a change meanwhile is not undone.
        reason: what the history says; None for the list of changes.

    Raises:
        Refusal: the record breaks a rule by now, or somebody changed it meanwhile.
    """
    version = found.version
    document = Document(
        name=version.source,
        content=as_graph(found.ntriples, iri=version.iri, format="nquads"),
        media_type="application/n-quads",
        format="n-quads",
    )
    told = "; ".join(found.changes)
    return ingest.put(
        document, id=version.id, iri=version.iri, if_match=etag, agent=_AGENT,
        reason=f"{reason}: {told}" if reason else told,
    )  # fmt: skip


def _replacement(problem: Problem) -> Replacement | None:
    """The one term that is known to be right; None when there are several, or none that is known here."""
    if problem.choice or not problem.others or not problem.others[0].label:
        return None
    release = problem.release
    version = f" release {version_of(release)}" if release and version_of(release) else ""
    where = f"{problem.term.curie.partition(':')[0]}{version}" if release else "the starter vocabulary"
    return Replacement(old=problem.term, new=problem.others[0], release=where)


def _replaced(triples: Sequence[Triple], replacements: Mapping[str, Replacement]) -> list[Triple]:
    """The statements with other terms; what the old ones were called becomes a further name of the new ones."""
    nodes = {NamedNode(old): NamedNode(one.new.iri) for old, one in replacements.items()}
    kept: list[Triple] = []
    for triple in triples:
        subject, value = triple.subject, triple.object
        assert isinstance(subject, NamedNode)  # noqa: S101 - records hold neither blank nodes nor quoted triples
        if subject in nodes and triple.predicate in _CALLED and isinstance(value, Literal):
            label = replacements[subject.value].new.label
            if fold(value.value) != fold(label):
                kept.append(Triple(nodes[subject], triple.predicate, Literal(label)))
                kept.append(Triple(nodes[subject], SCHEMA.alternateName, value))
                continue
        new_value = nodes.get(value, value) if isinstance(value, NamedNode) else value
        kept.append(Triple(nodes.get(subject, subject), triple.predicate, new_value))
    kept += [Triple(new, _ORIGINAL, Literal(old.value)) for old, new in nodes.items()]
    return kept
