"""Looking through the terms of all living records, and mending what needs no judgement.

Records are judged anew from what the journal keeps, not from the reports of the day they were imported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from imagegraph.model.records import RecordSummary, Version
from imagegraph.model.vocabularies import VocabularyRegistry
from imagegraph.operations.terms.judging import TermJudge
from imagegraph.operations.terms.problems import Problem, message_of
from imagegraph.operations.terms.uses import term_uses
from imagegraph.ports.journal import Journal

#: what somebody should look at
WRONG = ("unknown", "obsolete", "mislabelled", "unmatched", "outside")
#: what an audit lists; the rest is counted
LISTED = (*WRONG, "variant")
#: all kinds, in the order in which they are told
COUNTED = (*LISTED, "unchecked")
_PAGE = 100


@dataclass(frozen=True)
class Audited:
    """One record, and what is wrong with its terms, the most severe first."""

    version: Version
    problems: tuple[Problem, ...]

    @property
    def listed(self) -> tuple[Problem, ...]:
        """The problems that are listed."""
        return tuple(problem for problem in self.problems if problem.kind in LISTED)


@dataclass
class Tally:
    """What an audit has counted so far.

    Attributes:
        records: how many were looked at; `wrong` of them have something that somebody should look at.
        uses: how many terms they use, each once per record.
        kinds: kind of problem -> how many terms in records have it.
    """

    records: int = 0
    wrong: int = 0
    uses: int = 0
    kinds: Counter[str] = field(default_factory=Counter)

    def add(self, audited: Audited) -> None:
        """Count one more record."""
        self.records += 1
        self.wrong += any(problem.kind in WRONG for problem in audited.problems)
        self.uses += len({use.iri for use in term_uses(audited.version.ntriples)})
        self.kinds.update(problem.kind for problem in audited.problems)


def audit(journal: Journal, *, judge: TermJudge, profiles: Sequence[str] = ("core",)) -> Iterator[Audited]:
    """Every living record in the order of the ids, with what is wrong with its terms."""
    judge.begin()
    for summary in living(journal):
        yield audited(journal.version(summary.id), judge=judge, profiles=profiles)


def audited(version: Version, *, judge: TermJudge, profiles: Sequence[str] = ("core",)) -> Audited:
    """One version of a record, with what is wrong with its terms."""
    problems = judge.problems(term_uses(version.ntriples), profiles=profiles)
    return Audited(version, tuple(sorted(problems, key=_order)))


def living(journal: Journal) -> Iterator[RecordSummary]:
    """All records that were not deleted; records may be changed meanwhile."""
    after: str | None = None
    while page := journal.summaries(after=after, limit=_PAGE):
        yield from page
        after = page[-1].id


def as_row(audited: Audited, problem: Problem, *, registry: VocabularyRegistry) -> dict[str, Any]:
    """A problem as `terms audit --json` prints it; every member is present."""
    use = problem.use
    return {
        "record": audited.version.id,
        "iri": audited.version.iri,
        "title": audited.version.title,
        "kind": problem.kind,
        "severity": problem.severity,
        "term": use.iri,
        "curie": problem.term.curie,
        "label": problem.term.label or None,
        "label_in_record": problem.told or next(iter(use.labels), None),
        "field": use.field,
        "property": use.path,
        "focus": use.focus,
        "others": [vars(other) for other in problem.others],
        "message": message_of(problem, registry=registry),
    }


def _order(problem: Problem) -> tuple[int, str]:
    return COUNTED.index(problem.kind), problem.use.iri
