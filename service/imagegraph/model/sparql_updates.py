"""Reading the text of a SPARQL 1.1 Update without running it: its operations, and which graphs they may change.

https://www.w3.org/TR/sparql11-update/. The engine judges the syntax; here only as much is read as decides whether an
operation is allowed, and what has to be written into it so that every graph that it changes is known afterwards.
Keywords that stick together (`INSERTDATA`) are refused, which leaves one way to read what is accepted.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import cast

from imagegraph.errors import ForbiddenQuery, MalformedQuery
from imagegraph.model.sparql import Token, checked_tokens, place_of
from imagegraph.model.sparql_operations import Kind, Operation, Place

_IRI = ("iri", "name")
_ADVICE = (
    "The default graph is what all records say together, and the service makes it. Say which record: "
    "put GRAPH <…/records/ID> { … } around the statements, or WITH <…/records/ID> before DELETE and INSERT"
)


@lru_cache(maxsize=64)
def operations_of(text: str) -> tuple[Operation, ...]:
    """The operations of an update, in order.

    Raises:
        QueryTooLarge: more than 5,000 tokens, or brackets nested deeper than 64.
        ForbiddenQuery: SERVICE, LOAD, or a change of the default graph; the message says where.
        MalformedQuery: it is no update.
    """
    found: list[Operation] = []
    segment: list[tuple[Token, int]] = []
    prologue = ""
    for token, depth in [*checked_tokens(text), (Token("sign", ";", len(text)), 0)]:
        if token.text != ";" or depth != 0:
            segment.append((token, depth))
            continue
        reader = _Reader(text, segment, end=token.start)
        prologue += reader.prologue()
        if not reader.is_done:
            found.append(reader.operation(prologue))
        segment = []
    return tuple(found)


class _Reader:
    """Reads one operation, token by token.

    Args:
        source: the whole text.
        tokens: those of the operation and of the prologue before it.
        end: where the operation ends.
    """

    def __init__(self, source: str, tokens: Sequence[tuple[Token, int]], *, end: int) -> None:
        self._source, self._tokens, self._end = source, tokens, end
        self._at = self._begin = 0
        self._written: list[str] = []

    @property
    def is_done(self) -> bool:
        """Whether all tokens are read."""
        return self._at >= len(self._tokens)

    def prologue(self) -> str:
        """The prefixes and bases at the beginning."""
        start = self._offset()
        while self._word() in ("PREFIX", "BASE", "VERSION"):
            self._at += 3 if self._word() == "PREFIX" else 2
        return self._source[start : self._offset()] + " "

    def operation(self, prologue: str) -> Operation:
        """The operation."""
        self._begin = self._offset()
        word = self._next(
            "INSERT", "DELETE", "WITH", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "LOAD"
        )
        made = self._read(word, prologue)
        if not self.is_done:
            raise self._unexpected("; and the next operation")
        return made

    def _read(self, word: str, prologue: str) -> Operation:
        if word == "LOAD":
            raise ForbiddenQuery(
                "LOAD would fetch from another server and is never followed. Fetch the document and hand it in.",
                **self._place(self._at - 1),
            )
        if word in ("CLEAR", "DROP", "CREATE"):
            return self._management(word, prologue)
        if word in ("ADD", "MOVE", "COPY"):
            return self._transfer(word, prologue)
        if word != "WITH" and self._word() in ("DATA", "WHERE"):
            kind = "DATA" if self._next("DATA", "WHERE") == "DATA" else "DELETE WHERE"
            if kind == "DELETE WHERE" and word == "INSERT":
                raise self._unexpected("DATA or {", at=self._at - 1)
            return self._made(kind, prologue, pattern=self._template(with_graph=False))
        return self._modify(word, prologue)

    def _modify(self, word: str, prologue: str) -> Operation:
        with_graph = word == "WITH"
        if with_graph:
            self._written.append(self._graph_name())
            word = self._next("DELETE", "INSERT")
        begin, clause = self._template(with_graph=with_graph)
        if word == "DELETE" and self._word() == "INSERT":
            word = self._next("INSERT")
            begin, clause = self._template(with_graph=with_graph)
        template = begin + 1 if word == "INSERT" else None
        has_using = self._word() == "USING"
        using = self._using()
        self._braces()
        return self._made(
            "MODIFY", prologue, template=template, clause=clause, has_dataset=with_graph or has_using, using=using
        )  # fmt: skip

    def _using(self) -> tuple[Place, ...]:
        """Read the USING clauses and the WHERE after them; returns those without NAMED."""
        found = []
        while self._next("USING", "WHERE") == "USING":
            start = self._tokens[self._at - 1][0].start - self._begin
            is_named = self._word() == "NAMED"
            self._at += is_named
            text = self._graph_name()
            if not is_named:
                end = self._tokens[self._at - 1][0].start + len(text) - self._begin
                found.append(Place(text=text, start=start, end=end))
        return tuple(found)

    def _management(self, word: str, prologue: str) -> Operation:
        silent = self._silent()
        target = self._next(*(("GRAPH",) if word == "CREATE" else ("GRAPH", "DEFAULT", "NAMED", "ALL")))
        if target == "DEFAULT":
            raise self._default_graph(self._at - 1)
        if target == "GRAPH":
            self._written.append(self._graph_name())
        return self._made(word, prologue, silent=silent, target=target)

    def _transfer(self, word: str, prologue: str) -> Operation:
        silent = self._silent()
        origin, place = self._graph_or_default(), self._at - 1
        self._next("TO")
        target = self._graph_or_default()
        for graph, at in ((target, self._at - 1), *(((origin, place),) if word == "MOVE" else ())):
            if graph is None:
                raise self._default_graph(at)
            self._written.append(graph)
        return self._made(word, prologue, silent=silent)

    def _graph_or_default(self) -> str | None:
        if self._word() == "DEFAULT":
            self._at += 1
            return None
        self._at += self._word() == "GRAPH"
        return self._graph_name()

    def _template(self, *, with_graph: bool) -> tuple[int, int]:
        """Read statements in braces; those outside of GRAPH need a WITH. Returns where they begin and end."""
        first = self._at
        begin, end = self._braces()
        inner = self._tokens[first][1]
        named = False
        for at in range(first + 1, self._at - 1):
            token, depth = self._tokens[at]
            if token.kind == "word" and token.text.upper() == "GRAPH" and depth == inner:
                self._written.append(self._tokens[at + 1][0].text)
                named = True
            elif depth == inner and not named and token.text != "." and not with_graph:
                raise self._default_graph(at)
            elif token.text == "}" and depth == inner:
                named = False
        return begin, end

    def _braces(self) -> tuple[int, int]:
        """Pass over `{ … }`; returns where it begins and ends."""
        if self.is_done or self._tokens[self._at][0].text != "{":
            raise self._unexpected("{")
        start, outside = self._at, self._tokens[self._at][1] - 1
        while not self.is_done:
            token, depth = self._tokens[self._at]
            self._at += 1
            if token.text == "}" and depth == outside:
                return self._tokens[start][0].start - self._begin, token.start + 1 - self._begin
        raise self._unexpected("}")

    def _made(self, kind: str, prologue: str, **members: object) -> Operation:
        return Operation(
            kind=cast(Kind, kind), prologue=prologue, text=self._source[self._begin : self._end], names=self._names(),
            written=tuple(dict.fromkeys(self._written)), **members,  # type: ignore[arg-type]
        )  # fmt: skip

    def _names(self) -> tuple[Place, ...]:
        """Where graphs are named by IRIs: after the keywords that nothing else can follow."""
        found = []
        before = ""
        for token, _ in self._tokens:
            is_name = before in ("GRAPH", "WITH", "USING", "NAMED", "TO", "ADD", "MOVE", "COPY")
            if token.kind in _IRI and is_name and token.start >= self._begin:
                start = token.start - self._begin
                found.append(Place(text=token.text, start=start, end=start + len(token.text)))
            if token.kind != "word" or token.text.upper() != "SILENT":
                before = token.text.upper() if token.kind == "word" else ""
        return tuple(found)

    def _graph_name(self) -> str:
        if self.is_done or self._tokens[self._at][0].kind not in _IRI:
            raise self._unexpected("the name of a graph")
        self._at += 1
        return self._tokens[self._at - 1][0].text

    def _silent(self) -> bool:
        silent = self._word() == "SILENT"
        self._at += silent
        return silent

    def _word(self) -> str:
        """The next token if it is a word, in capitals."""
        token = None if self.is_done else self._tokens[self._at][0]
        return token.text.upper() if token and token.kind == "word" else ""

    def _next(self, *wanted: str) -> str:
        word = self._word()
        if word not in wanted:
            raise self._unexpected(", ".join(wanted))
        self._at += 1
        return word

    def _offset(self) -> int:
        return self._end if self.is_done else self._tokens[self._at][0].start

    def _place(self, at: int) -> dict[str, int]:
        return place_of(self._source, self._tokens[at][0].start if at < len(self._tokens) else self._end)

    def _unexpected(self, wanted: str, *, at: int | None = None) -> MalformedQuery:
        place = self._place(self._at if at is None else at)
        return MalformedQuery(
            f"Line {place['line']}, column {place['column']}: expected {wanted}. A query is sent as `query`, "
            "and keywords have spaces between them.",
            **place,
        )

    def _default_graph(self, at: int) -> ForbiddenQuery:
        place = self._place(at)
        return ForbiddenQuery(
            f"Line {place['line']}, column {place['column']}: this would change the default graph. {_ADVICE}.",
            **place,
        )
