"""OBO text cut into stanzas, and stanzas read by fastobo with as little left out as possible.

fastobo refuses a whole document for one bad clause. What is bad in real files (escaped colons in URLs, a tag
without its colon, references in free text) is repaired where nothing is lost by it; else the clause is left out
and told. Format: https://owlcollab.github.io/oboformat/doc/obo-syntax.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import fastobo

from imagegraph.model.ontology import ReadProblem

_BATCH_BYTES = 100_000
_HEADER = re.compile(r"\[[A-Za-z]+\]\s*(?:!.*)?$")
_KINDS = {"term": "Term", "typedef": "Typedef", "instance": "Instance"}
_QUOTED = re.compile(r'((?:def|synonym): *"(?:[^"\\]|\\.)*"[^\[]*)(\[.*)$')
_TAG_WITHOUT_COLON = re.compile(
    r"(is_a|name|def|synonym|relationship|is_obsolete|replaced_by|consider|xref) +(?=\S)"
)
_ESCAPED = re.compile(r'\\([^\s"\\nWt])')


@dataclass
class Stanza:
    """A frame as text.

    Attributes:
        kind: `Term`, `Typedef`, `Instance`, another word; empty for the header of the file.
        line: number of its first line, counted from 1.
        lines: without line ends; the first is `[Term]`, except in the header.
    """

    kind: str
    line: int
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The stanza as a document of its own."""
        return "\n".join(self.lines) + "\n\n"

    @property
    def id(self) -> str | None:
        """What its `id:` line says, comment left out."""
        for line in self.lines:
            if line.startswith("id:"):
                return line[3:].split(" !")[0].strip() or None
        return None


def stanzas(lines: Iterable[bytes], *, problems: list[ReadProblem]) -> Iterator[Stanza]:
    """The stanzas of a file, its header first (also when it has no line)."""
    current = Stanza("", 1)
    for number, raw in enumerate(lines, start=1):
        try:
            line = raw.decode()
        except UnicodeDecodeError:
            line = raw.decode("cp1252", errors="replace")
            problems.append(
                ReadProblem(message="This line is not UTF-8; it was read as Windows-1252.", line=number)
            )
        line = line.rstrip("\r\n\x00 \t")
        if _HEADER.match(line):
            yield current
            word = line[1 : line.index("]")]
            kind = _KINDS.get(word.lower(), word)
            current = Stanza(kind, number, [f"[{kind}]"])
        else:
            current.lines.append(line)
    yield current


def frames(
    found: Iterable[Stanza], *, problems: list[ReadProblem]
) -> Iterator[tuple[Stanza, fastobo.abc.AbstractFrame]]:
    """The stanzas of entities with what they say, read many at once while nothing is wrong."""
    batch: list[Stanza] = []
    size = 0
    for stanza in found:
        if stanza.kind not in _KINDS.values():
            problems.append(
                ReadProblem(
                    message=f"[{stanza.kind}] is no kind of stanza; it is left out.", line=stanza.line
                )
            )
            continue
        batch.append(stanza)
        size += sum(map(len, stanza.lines))
        if size > _BATCH_BYTES:
            yield from _read_batch(batch, problems)
            batch, size = [], 0
    yield from _read_batch(batch, problems)


def _read_batch(
    batch: Sequence[Stanza], problems: list[ReadProblem]
) -> Iterator[tuple[Stanza, fastobo.abc.AbstractFrame]]:
    try:
        document = list(fastobo.loads("".join(stanza.text for stanza in batch), ordered=True, threads=1))
    except (SyntaxError, ValueError):
        document = []
    if len(document) == len(batch):
        yield from zip(batch, document, strict=True)
        return
    for stanza in batch:
        frame = _frame(stanza.text) or _without_bad_clauses(stanza, problems)
        if frame is not None:
            yield stanza, frame


def _frame(text: str) -> fastobo.abc.AbstractFrame | None:
    """The one frame that a text is; None when it cannot be read."""
    try:
        document = fastobo.loads(text, ordered=True, threads=1)
        return document[0] if len(document) == 1 else None
    except (SyntaxError, ValueError):
        return None


def _without_bad_clauses(stanza: Stanza, problems: list[ReadProblem]) -> fastobo.abc.AbstractFrame | None:
    """A stanza clause by clause; None when even its id is unreadable."""
    named = next((at for at, line in enumerate(stanza.lines) if line.startswith("id:")), None)
    if named is None or _frame(f"{stanza.lines[0]}\n{stanza.lines[named]}\n") is None:
        problems.append(
            ReadProblem(
                message=f"The [{stanza.kind}] has no readable id; it is left out.",
                line=stanza.line if named is None else stanza.line + named,
                term=stanza.id,
            )
        )
        return None
    start = f"{stanza.lines[0]}\n{stanza.lines[named]}\n"
    kept = []
    for at, line in enumerate(stanza.lines[1:], start=1):
        if at == named or not line or line.startswith("!"):
            continue
        for clause, lost in _readings(line):
            if clause and _frame(f"{start}{clause}\n") is None:
                continue
            if clause:
                kept.append(clause)
            if lost:
                problems.append(ReadProblem(message=lost, line=stanza.line + at, term=stanza.id))
            break
    frame = _frame(start + "\n".join(kept) + "\n")
    if frame is None:
        problems.append(
            ReadProblem(message=f"The [{stanza.kind}] cannot be read.", line=stanza.line, term=stanza.id)
        )
    return frame


def _readings(line: str) -> Iterator[tuple[str, str]]:
    """A clause as it may be meant, the most complete reading first, and what is lost by it."""
    yield line, ""
    clause = _TAG_WITHOUT_COLON.sub(r"\1: ", line, count=1) if _TAG_WITHOUT_COLON.match(line) else line
    yield clause, ""
    if clause.startswith(("part_of:", "has_part:", "has_units:")):
        yield f"relationship: {clause.replace(':', '', 1)}", ""
    if clause.startswith(("xref:", "is_a:", "property_value:", "relationship:")):
        clause = _ESCAPED.sub(r"\1", clause)
        yield clause, ""
    quoted = _QUOTED.match(clause)
    if quoted:
        references = quoted[2]
        yield quoted[1] + _ESCAPED.sub(r"\1", references), ""
        lost = f"The references of this text cannot be read and are left out: {references[:200]}"
        yield quoted[1] + "[]", lost
    yield "", f"This line cannot be read and is left out: {line[:200]}"
