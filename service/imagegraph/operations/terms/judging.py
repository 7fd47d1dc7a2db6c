"""Judging the terms that a record uses by the releases in the local index. Never asks the network.

What is said, and how severe it is:

* `unknown`, a warning: a release of its vocabulary is loaded and does not have the term;
* `unchecked`, an info once per vocabulary: only the starter is loaded, and it is no wonder that it lacks the term;
* `obsolete`, a warning: the copy to believe says so;
* `outside`, by the field's policy and the profile: the field wants another vocabulary, or terms below another one;
* `mislabelled`, a warning: what the record calls the term is the name of another one;
* `unmatched`, a warning: it is no name of the term, nor of another one; an info when only copies of the term are
  loaded, which may lack names;
* `variant`, an info: it differs from a name in spelling only, or is a part of one.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache

from imagegraph.model.folding import fold
from imagegraph.model.ontology import STARTER, Release, Term
from imagegraph.model.records import TermUse
from imagegraph.model.reports import Finding, Severity
from imagegraph.model.vocabularies import FieldPolicy, VocabularyRegistry
from imagegraph.operations.terms.closure import ways_up
from imagegraph.operations.terms.lookup import TermLookup
from imagegraph.operations.terms.names import LabelVerdict
from imagegraph.operations.terms.problems import NamedTerm, Problem, ProblemKind, as_findings
from imagegraph.ports.terms import TermIndex

#: uses that are remembered while many records are judged
_REMEMBERED = 20_000
#: characters; a longer text is no name of anything
_LONGEST_NAME = 2_000
#: seconds after which a change of the loaded releases is looked for in the middle of a batch
_LOOK_AGAIN = 1.0
_RANK: Mapping[str, int] = {"info": 0, "warning": 1, "violation": 2}


class TermJudge:
    """Says what is wrong with term uses. Safe to use from several threads.

    Args:
        index: the releases to judge by.
        registry: the vocabularies and the field policies.
    """

    def __init__(self, index: TermIndex, registry: VocabularyRegistry) -> None:
        self._index, self._registry = index, registry
        self._lock = threading.Lock()
        self._known = _Known(index, registry, answering=())
        self._looked = 0.0

    def begin(self) -> None:
        """A batch begins: the releases that are loaded now are those to judge by."""
        with self._lock:
            answering = self._index.answering()
            if self._known.answering != answering:
                self._known = _Known(self._index, self._registry, answering=answering)
            self._looked = time.monotonic()

    def problems(self, uses: Iterable[TermUse], *, profiles: Sequence[str]) -> tuple[Problem, ...]:
        """What is wrong with the terms of one record; each thing once for a term, or for a term in a field.

        Args:
            uses: the terms of the record.
            profiles: names of the profiles that it is judged by; they decide how severe a term outside is.
        """
        if time.monotonic() - self._looked > _LOOK_AGAIN:
            self.begin()
        known = self._known
        found: dict[tuple[str, str, str | None], Problem] = {}
        for use in uses:
            for problem in known.problems(use.iri, use.field, use.labels, tuple(profiles)):
                place = use.field if problem.kind == "outside" else None
                found.setdefault((problem.kind, use.iri, place), replace(problem, use=use))
        return tuple(found.values())

    def findings(self, uses: Iterable[TermUse], *, profiles: Sequence[str]) -> tuple[Finding, ...]:
        """The same as findings of a report."""
        return as_findings(self.problems(uses, profiles=profiles), registry=self._registry)


class _Known:
    """What one state of the index says, remembered."""

    def __init__(self, index: TermIndex, registry: VocabularyRegistry, *, answering: tuple[int, ...]) -> None:
        self.answering = answering
        self._registry = registry
        self._lookup = TermLookup(index, registry)
        releases = index.releases()
        self._releases: Mapping[str, Release] = {
            r.ontology: r for r in releases if r.current and r.source != STARTER
        }
        self._started = frozenset(r.ontology for r in releases if r.source == STARTER)
        self._copies: Callable[[str], tuple[Term, ...]] = lru_cache(_REMEMBERED)(self._lookup.copies)
        self._verdict: Callable[[str, str], LabelVerdict] = lru_cache(_REMEMBERED)(self._judged)
        #: what is wrong with a term in a field under some labels, wherever it is used
        self.problems: Callable[[str, str | None, tuple[str, ...], tuple[str, ...]], tuple[Problem, ...]] = (
            lru_cache(_REMEMBERED)(self._problems)
        )

    def _problems(
        self, iri: str, field: str | None, labels: tuple[str, ...], profiles: tuple[str, ...]
    ) -> tuple[Problem, ...]:
        use = TermUse(iri=iri, focus=iri, field=field, labels=labels)
        copies = self._copies(iri)
        found = (self._presence(use, copies), self._outside(use, copies, profiles), self._label(use, copies))
        return tuple(problem for problem in found if problem is not None)

    def _judged(self, iri: str, label: str) -> LabelVerdict:
        if len(label) > _LONGEST_NAME:
            return LabelVerdict(belongs="no")
        return self._lookup.check_label(iri, label)

    def _presence(self, use: TermUse, copies: tuple[Term, ...]) -> Problem | None:
        """Unknown, unchecked or obsolete."""
        if copies:
            return self._obsolete(use, copies[0]) if copies[0].obsolete else None
        vocabulary = self._registry.of_iri(use.iri)
        if vocabulary is None:
            return None
        term = self._named(use.iri)
        release = self._releases.get(vocabulary.id)
        if release is None:
            started = vocabulary.id in self._started
            return Problem(kind="unchecked", severity="info", use=use, term=term, started=started)
        told = next((label for label in use.labels if self._verdict(use.iri, label).owners), "")
        return Problem(
            kind="unknown", severity="warning", use=use, term=term, release=release, told=told,
            others=self._owners(use, told) if told else (),
        )  # fmt: skip

    def _obsolete(self, use: TermUse, term: Term) -> Problem:
        resolution = self._lookup.resolve(use.iri)
        return Problem(
            kind="obsolete", severity="warning", use=use, term=self._named(use.iri),
            release=self._releases.get(term.ontology), choice=resolution.state == "ambiguous",
            others=tuple(map(self._named, resolution.successors)),
        )  # fmt: skip

    def _outside(self, use: TermUse, copies: tuple[Term, ...], profiles: tuple[str, ...]) -> Problem | None:
        """A term that its field does not want; one that is not known is judged by its vocabulary alone."""
        policy = self._registry.fields.get(use.field or "")
        vocabulary = self._registry.of_iri(use.iri)
        if policy is None or vocabulary is None:
            return None
        roots = {choice.root for choice in policy.choices if choice.vocabulary == vocabulary.id}
        if roots and (None in roots or not copies or copies[0].obsolete):
            return None
        if roots and self._is_below(use.iri, roots):
            return None
        severity, profile = _severity(policy, profiles)
        return Problem(
            kind="outside", severity=severity, use=use, term=self._named(use.iri), policy=policy,
            profile=profile,
            others=tuple(self._named(choice.root) for choice in policy.choices if choice.root),
        )  # fmt: skip

    def _is_below(self, iri: str, roots: Set[str | None]) -> bool:
        """Whether a term is one of these or stands below one, by subClassOf or part_of."""
        seen = {iri}
        waiting = [iri]
        while waiting:
            node = waiting.pop()
            if node in roots:
                return True
            coming = {parent for parent, _ in ways_up(self._copies(node))} - seen
            seen |= coming
            waiting.extend(coming)
        return False

    def _label(self, use: TermUse, copies: tuple[Term, ...]) -> Problem | None:
        """What the record calls a term against what it is called."""
        if not copies or not use.labels:
            return None
        verdicts = {label: self._verdict(use.iri, label) for label in use.labels}
        right = any(verdict.belongs == "yes" for verdict in verdicts.values())
        kind: ProblemKind
        severity: Severity = "warning"
        told = next((label for label in verdicts if self._taken(label, verdicts[label], right=right)), None)
        near = next((label for label, verdict in verdicts.items() if verdict.belongs == "nearly"), None)
        if told is not None:
            kind = "mislabelled"
        elif right:
            return None
        elif near is not None:
            kind, told, severity = "variant", near, "info"
        else:
            kind, told = "unmatched", use.labels[0]
            severity = "warning" if any(term.defining for term in copies) else "info"
        return Problem(
            kind=kind, severity=severity, use=use, term=self._named(use.iri), told=told,
            release=self._releases.get(copies[0].ontology), others=self._owners(use, told),
        )  # fmt: skip

    def _taken(self, label: str, verdict: LabelVerdict, *, right: bool) -> bool:
        """Whether a label is the name of another term; beside a right one, only if that is the other's label."""
        if verdict.belongs == "yes" or not verdict.owners:
            return False
        return not right or any(fold(own) == fold(label) for _, own in verdict.owners)

    def _owners(self, use: TermUse, label: str) -> tuple[NamedTerm, ...]:
        """The terms that a label names, those of the same vocabulary first; others only when there are none."""
        owners = [self._named(iri) for iri, _ in self._verdict(use.iri, label).owners]
        home = self._registry.of_iri(use.iri)
        near = [owner for owner in owners if self._registry.of_iri(owner.iri) == home]
        return tuple(sorted(near or owners, key=lambda owner: owner.curie))

    def _named(self, iri: str) -> NamedTerm:
        copies = self._copies(iri)
        return NamedTerm(iri, self._registry.curie(iri), copies[0].label if copies else "")


def _severity(policy: FieldPolicy, profiles: Sequence[str]) -> tuple[Severity, str]:
    """The most severe that any of the profiles says, and that profile."""
    said: list[tuple[Severity, str]] = [
        (policy.outside[name], name) for name in profiles if name in policy.outside
    ]
    return max(said, key=lambda pair: _RANK[pair[0]], default=(policy.outside["core"], "core"))
