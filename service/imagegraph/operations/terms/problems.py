"""What can be wrong with a term in a record, and how people are told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from imagegraph.model.ontology import Release
from imagegraph.model.rdf import IG
from imagegraph.model.records import TermUse
from imagegraph.model.reports import Finding, Severity, sorted_findings
from imagegraph.model.vocabularies import FieldPolicy, VocabularyRegistry
from imagegraph.operations.terms.questions import shown

ProblemKind = Literal[
    "unknown", "unchecked", "obsolete", "outside", "mislabelled", "unmatched", "variant"
]  # fmt: skip
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
#: ids that one message lists
_MOST_LISTED = 5


@dataclass(frozen=True)
class NamedTerm:
    """A term as it is shown."""

    iri: str
    curie: str
    label: str

    def __str__(self) -> str:
        return f"{self.curie} (“{self.label}”)" if self.label and self.label != self.curie else self.curie


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing that is wrong with a term in a record.

    Attributes:
        use: the term, and where it stands.
        term: as it is shown.
        told: what the record calls it, when that is the problem.
        others: the terms that replace it (`obsolete`, the end of the chain first), that the label names
            (`mislabelled`, `unknown`), or below which the field wants them (`outside`).
        choice: a person must choose among the others.
        release: the release that was looked in; None when none of that vocabulary is loaded.
        policy: of the field, for a term that is outside.
        profile: the profile that decided the severity.
        started: the starter has terms of this vocabulary, though not this one.
    """

    kind: ProblemKind
    severity: Severity
    use: TermUse
    term: NamedTerm
    told: str = ""
    others: tuple[NamedTerm, ...] = ()
    choice: bool = False
    release: Release | None = None
    policy: FieldPolicy | None = None
    profile: str = "core"
    started: bool = False


def shape_of(kind: ProblemKind) -> str:
    """The IRI that findings of a kind have as their rule."""
    return IG[f"shape/term-{kind}"].value


def as_findings(problems: Iterable[Problem], *, registry: VocabularyRegistry) -> tuple[Finding, ...]:
    """Problems of one record as findings of its report.

    What could not be checked is told once per vocabulary, and only of fields that prefer this vocabulary: it is no
    fault of the record that something is not loaded.
    """
    findings: list[Finding] = []
    unchecked: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.kind == "unchecked":
            vocabulary = registry.of_iri(problem.use.iri)
            policy = registry.fields.get(problem.use.field or "")
            wanted = policy.choices[0].vocabulary if policy else None
            if problem.started and vocabulary is not None and vocabulary.id == wanted:
                unchecked.setdefault(vocabulary.id, []).append(problem)
            continue
        findings.append(
            Finding(
                severity=problem.severity,
                message=message_of(problem, registry=registry),
                focus=problem.use.focus,
                path=problem.use.path,
                value=problem.use.iri,
                shape=shape_of(problem.kind),
                profile=problem.profile,
            )
        )
    for id, several in unchecked.items():
        names = _listed([problem.term.curie for problem in several], "and")
        findings.append(
            Finding(
                severity="info",
                message=f"{names} could not be checked: not in the starter vocabulary, and no release of "
                f"{registry.vocabularies[id].title} is loaded. `imagegraph terms pull {id}` loads the newest one.",
                focus=several[0].use.focus,
                path=several[0].use.path,
                value=several[0].use.iri,
                shape=shape_of("unchecked"),
                profile="core",
            )
        )
    return sorted_findings(findings)


def message_of(problem: Problem, *, registry: VocabularyRegistry) -> str:
    """What is wrong and what to type, in a sentence or two."""
    term, others, told = problem.term, problem.others, shown(problem.told)
    where = _release(problem, registry)
    choices = _listed(list(map(str, others)), "or")
    match problem.kind:
        case "unknown":
            hint = f" The record calls it “{told}”, which is the name of {choices}." if others else ""
            vocabulary = registry.of_iri(term.iri)
            pull = f"; if it is newer, `imagegraph terms pull {vocabulary.id}`" if vocabulary else ""
            return f"{term.curie} is not in {where}.{hint} Check the id{pull}."
        case "unchecked":
            return f"{term.curie} could not be checked: no release of its vocabulary is loaded."
        case "obsolete":
            advice = f"Type {choices} instead." if others else "Nothing replaces it; look for another term."
            if problem.choice and others:
                advice = f"Choose one that fits: {choices}."
            return f"{term} is obsolete in {where}. {advice}"
        case "outside":
            return f"{term} is no term for the field “{_field(problem)}”. {_wanted(problem, registry)}"
        case "mislabelled":
            return (
                f"{term.curie} is “{term.label}”, but the record calls it “{told}”, which is {choices}. "
                "Type the id of the term that is meant."
            )
        case "unmatched":
            return (
                f"{term.curie} is “{term.label}”, but the record calls it “{told}”, which is no name of it. "
                f"If the id is right, type “{term.label}”; else type the id of the term that is meant."
            )
        case "variant":
            return f"{term.curie} is “{term.label}”; the record calls it “{told}”."


def _release(problem: Problem, registry: VocabularyRegistry) -> str:
    release = problem.release
    if release is None:
        return "the starter vocabulary"
    vocabulary = registry.vocabularies.get(release.ontology)
    title = vocabulary.title if vocabulary else release.ontology
    version = version_of(release)
    return f"{title}, release {version}" if version else f"{title} as loaded"


def version_of(release: Release) -> str:
    """The version of a release for people: the date in a version IRI, else what is stated."""
    stated = release.header.version
    dated = _DATE.search(stated) if "://" in stated else None
    return dated[0] if dated else stated


def _field(problem: Problem) -> str:
    return problem.policy.title if problem.policy else ""


def _wanted(problem: Problem, registry: VocabularyRegistry) -> str:
    """What the field takes, and why."""
    if problem.policy is None:
        return ""
    labels = {other.iri: other.label or other.curie for other in problem.others}
    below: dict[str, list[str]] = {}
    for choice in problem.policy.choices:
        prefix = registry.vocabularies[choice.vocabulary].prefix
        below.setdefault(prefix, []).extend([labels.get(choice.root, choice.root)] if choice.root else [])
    taken = [
        f"{prefix} below {_listed([f'“{root}”' for root in roots], 'or')}" if roots else prefix
        for prefix, roots in below.items()
    ]
    return f"It takes terms of {'; of '.join(taken)}. {problem.policy.choices[0].why}"


def _listed(names: list[str], conjunction: str) -> str:
    """`a, b and c`; the rest is counted."""
    shown = names[:_MOST_LISTED]
    if len(names) > len(shown):
        shown.append(f"{len(names) - len(shown)} more")
    return f"{', '.join(shown[:-1])} {conjunction} {shown[-1]}" if len(shown) > 1 else "".join(shown)
