"""One operation of a SPARQL 1.1 Update, and how it is rewritten so that it tells what it changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from imagegraph.errors import BadParameter

Kind = Literal["DATA", "DELETE WHERE", "MODIFY", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"]


@dataclass(frozen=True, kw_only=True)
class Place:
    """The name of a graph where it stands in an operation.

    Attributes:
        text: as it is written: `<…>`, a prefixed name, or a variable.
        start, end: offsets in the text of the operation.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One operation of an update.

    Attributes:
        kind: what it is; `DATA` for INSERT DATA and DELETE DATA.
        prologue: the prefixes and bases that it is read with.
        text: the operation itself.
        names: where it names graphs, other than by variables.
        written: graphs that it may change, as they are written; variables too.
        silent: what cannot be done is passed over.
        target: `GRAPH`, `NAMED` or `ALL` of a CLEAR or DROP.
        has_dataset: there is a WITH or a USING.
        template: where statements can be added to the ones it inserts; None where nothing is inserted.
        clause: where an INSERT or USING clause can be added: after the templates.
        pattern: begin and end of what DELETE WHERE deletes.
        using: its USING clauses, those with NAMED left out; `text` is the name of the graph.
    """

    kind: Kind
    prologue: str
    text: str
    names: tuple[Place, ...] = ()
    written: tuple[str, ...] = ()
    silent: bool = False
    target: str = ""
    has_dataset: bool = False
    template: int | None = None
    clause: int = 0
    pattern: tuple[int, int] = (0, 0)
    using: tuple[Place, ...] = ()

    @property
    def variables(self) -> tuple[str, ...]:
        """The variables that stand for graphs that it may change."""
        return tuple(text for text in self.written if text[0] in "?$")

    def rewritten(
        self, names: Mapping[str, str], *, log: str, using: str = "", merged: str | None = None
    ) -> str:
        """The whole update text of this operation.

        Args:
            names: IRI of the graph for every text of `names`.
            log: IRI of a graph that takes, as objects, the graphs that its variables stand for.
            using: USING clauses that it gets.
            merged: IRI of a graph that stands for all those of its own USING clauses; None to leave them.
        """
        noted = (
            f" GRAPH <{log}> {{ <{log}> <{log}> {' , '.join(self.variables)} }} " if self.variables else ""
        )
        replaced = self.using if merged is not None else ()
        edits = [
            (place.start, place.end, f"<{names[place.text]}>")
            for place in self.names
            if not any(one.start <= place.start < one.end for one in replaced)
        ]
        for number, one in enumerate(replaced):
            edits.append((one.start, one.end, "" if number else f"USING <{merged}>"))
        if self.kind == "DELETE WHERE":
            pattern = self._edited(edits, *self.pattern)
            insert = f" INSERT {{{noted}}}" if noted else ""
            return f"{self.prologue} DELETE {pattern}{insert} {using} WHERE {pattern}"
        if self.kind == "MODIFY":
            if noted and self.template is not None:
                edits.append((self.template, self.template, noted))
            insert = f" INSERT {{{noted}}}" if noted and self.template is None else ""
            edits.append((self.clause, self.clause, f"{insert} {using} "))
        return f"{self.prologue} {self._edited(edits, 0, len(self.text))}"

    def _edited(self, edits: Sequence[tuple[int, int, str]], begin: int, end: int) -> str:
        parts, copied = [], begin
        for start, stop, text in sorted(edits):
            if begin <= start and stop <= end:
                parts += [self.text[copied:start], text]
                copied = stop
        return "".join([*parts, self.text[copied:end]])


def check_datasets(operations: Sequence[Operation], *, protocol: bool) -> None:
    """Refuse a dataset that is told twice (https://www.w3.org/TR/sparql11-protocol/#update-operation).

    Args:
        protocol: the request names graphs as well.

    Raises:
        BadParameter: the update has WITH or USING, too.
    """
    if protocol and any(operation.has_dataset for operation in operations):
        raise BadParameter(
            "The update has WITH or USING, so leave the parameters using-graph-uri and using-named-graph-uri out.",
            parameter="using-graph-uri",
        )
