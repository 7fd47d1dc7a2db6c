"""What changed between two versions of a record: statements added and removed.

Records have no blank nodes, so that a difference is one of sets of lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from imagegraph.errors import NotFound
from imagegraph.model.records import RecordSummary, Version
from imagegraph.ports.journal import Journal


@dataclass(frozen=True, order=True)
class Change:
    """A statement that came or went, its terms spelled as N-Triples (https://www.w3.org/TR/n-triples/).

    They sort so that what went stands before what came in its place.
    """

    subject: str
    predicate: str
    is_added: bool
    object: str

    @property
    def kind(self) -> Literal["added", "removed"]:
        """What happened to the statement."""
        return "added" if self.is_added else "removed"

    @property
    def line(self) -> str:
        """The statement as a line of N-Triples."""
        return f"{self.subject} {self.predicate} {self.object} .\n"

    def as_dict(self) -> dict[str, Any]:
        """The members that the API shows."""
        return {
            "change": self.kind,
            "subject": self.subject,
            "predicate": self.predicate,
            "object": self.object,
        }


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Two versions and what lies between them.

    Attributes:
        before: None for the time before the first version.
        changes: in the order of subjects and predicates.
    """

    iri: str
    before: Version | None
    after: Version
    changes: Sequence[Change]

    @property
    def added(self) -> int:
        """How many statements came."""
        return sum(change.is_added for change in self.changes)

    @property
    def removed(self) -> int:
        """How many statements went."""
        return len(self.changes) - self.added


def difference(before: Version | None, after: Version) -> Difference:
    """What has to be added and removed to get from one version to another; a tombstone says nothing."""
    old = set(before.ntriples.splitlines()) if before is not None else set[bytes]()
    new = set(after.ntriples.splitlines())
    changes = [_change(line, is_added=False) for line in old - new]
    changes += [_change(line, is_added=True) for line in new - old]
    return Difference(iri=after.iri, before=before, after=after, changes=sorted(changes))


def find_difference(
    journal: Journal, summary: RecordSummary, *, earlier: int | None = None, later: int | None = None
) -> Difference:
    """What changed between two versions of a record, the two newest when no numbers are given.

    Args:
        earlier: number of the version to start from, 0 for the time before the first; without it the one
            before `later`. It may also be the higher number.
        later: number of the version to arrive at.

    Raises:
        NotFound: there is no such version.
    """
    later = summary.version if later is None else later
    earlier = later - 1 if earlier is None else earlier
    for number in (earlier, later):
        if number > summary.version:
            raise NotFound(
                f"There is no version {number} of the record {summary.id!r}; the newest is {summary.version}.",
                id=summary.id,
            )
    return difference(
        journal.version(summary.id, earlier) if earlier else None, journal.version(summary.id, later)
    )


def as_update(found: Difference) -> str:
    """The difference as SPARQL Update (https://www.w3.org/TR/sparql11-update/), which other stores can apply."""
    head = (
        f"# {found.iri}: from version {found.before.number if found.before else 0} to {found.after.number}\n"
    )
    steps = []
    for verb, is_added in (("DELETE", False), ("INSERT", True)):
        lines = "".join(change.line for change in found.changes if change.is_added is is_added)
        if lines:
            steps.append(f"{verb} DATA {{ GRAPH <{found.iri}> {{\n{lines}}} }}")
    return head + " ;\n".join(steps) + "\n"


def _change(line: bytes, *, is_added: bool) -> Change:
    subject, predicate, rest = line.decode().split(" ", 2)
    return Change(subject, predicate, is_added, rest.removesuffix(" ."))
