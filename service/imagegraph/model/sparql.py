"""Reading the text of a SPARQL query without running it: its form, its limits, what it must not ask for.

The lexer follows the terminals of https://www.w3.org/TR/sparql11-query/#sparqlGrammar with two additions that
are needed to see what Oxigraph's parser sees. That parser has no separate lexer, so

* inside an expression a `<` after an operand is the operator, even where `<…>` would be an IRI;
* a keyword needs no space after it: `SERVICEx:a` is SERVICE and the IRI `x:a`.

The guard is a courtesy with a good message. What keeps a query from the network is the sandbox of the worker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from imagegraph.errors import BadParameter, ForbiddenQuery, MalformedQuery, QueryTooLarge
from imagegraph.model.rdf import PREFIXES, BlankNode, Term, Triple, from_ntriples

Form = Literal["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]

MOST_TOKENS = 5_000
MOST_DEPTH = 64

_BASE = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME = f"{_BASE}_0-9\u00b7\u0300-\u036f\u203f-\u2040-"
_LOCAL_START = rf"(?:[{_BASE}_:0-9]|%[0-9A-Fa-f]{{2}}|\\[_~.!$&'()*+,;=/?#@%-])"
_LOCAL = rf"(?:[{_NAME}:]|%[0-9A-Fa-f]{{2}}|\\[_~.!$&'()*+,;=/?#@%-])"

_TOKEN = re.compile(
    rf"""
      (?P<gap>[ \t\r\n]+|\#[^\r\n]*)
    | (?P<text>'''(?:'{{0,2}}(?:[^'\\]|\\.))*+'''|\"\"\"(?:"{{0,2}}(?:[^"\\]|\\.))*+\"\"\"
              |'(?:[^'\\\r\n]|\\.)*+'|"(?:[^"\\\r\n]|\\.)*+")
    | (?P<name>(?:[{_BASE}](?:[{_NAME}.]*[{_NAME}])?)?:(?:{_LOCAL_START}(?:(?:{_LOCAL}|\.)*{_LOCAL})?)?)
    | (?P<blank>_:[{_BASE}_0-9](?:[{_NAME}.]*[{_NAME}])?)
    | (?P<variable>[?$][{_BASE}_0-9][{_BASE}_0-9\u00b7\u0300-\u036f\u203f-\u2040]*)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*(?:--[A-Za-z]+)?)
    | (?P<number>(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
    | (?P<word>[A-Za-z][A-Za-z0-9_]*)
    | (?P<iri><[^<>"{{}}|^`\x00-\x20]*>)
    | (?P<sign>\^\^|<<|>>|&&|\|\||<=|>=|!=|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_OPERATOR = re.compile("<=?")

_FORMS: tuple[Form, ...] = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_CHANGES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
_OPENING, _CLOSING = frozenset("{(["), frozenset("})]")
_OPERANDS = frozenset(("text", "name", "blank", "variable", "language", "number", "iri"))
_CLAUSE_BEGINS = re.compile(r"SELECT|(?:GROUP|ORDER)?BY\b|HAVING")
_CLAUSE_ENDS = frozenset(("WHERE", "FROM", "NAMED", "LIMIT", "OFFSET", "VALUES"))


class Token(NamedTuple):
    """One piece of a query: its kind (a group of the lexer), its text, where it starts."""

    kind: str
    text: str
    start: int


@dataclass(frozen=True, kw_only=True)
class Outline:
    """What is known of a query before it runs.

    Attributes:
        form: the query form.
        default_graphs: the graphs of its FROM clauses, None when it has no FROM and no FROM NAMED, or when one
            is written as a prefixed or relative name, which only the engine resolves.
        named_graphs: likewise those of FROM NAMED.
    """

    form: Form
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None


@dataclass(slots=True)
class _Bracket:
    """An open bracket; `clause` says that parentheses in it hold expressions (SELECT, HAVING …)."""

    sign: str
    expression: bool = False
    clause: bool = False


@dataclass(slots=True)
class _Lexer:
    """Reads tokens and keeps the open brackets, to tell the operator `<` from the start of an IRI."""

    source: str
    stack: list[_Bracket] = field(default_factory=lambda: [_Bracket("")])
    before: tuple[Token | None, Token | None] = (None, None)

    def tokens(self) -> Iterator[Token]:
        """Every token but spaces and comments."""
        place, end = 0, len(self.source)
        while place < end:
            match = _TOKEN.match(self.source, place)
            if match is None:  # pragma: no cover - the last alternative takes any character
                raise MalformedQuery("The query cannot be read.", column=place)
            kind, text = match.lastgroup or "sign", match.group()
            place = match.end()
            if kind == "gap":
                continue
            if text[0] == "<" and self._in_expression() and self._after_operand():
                operator = _OPERATOR.match(self.source, match.start())
                kind, text = "sign", operator.group() if operator else "<"
                place = match.start() + len(text)
            token = Token(kind, text, match.start())
            yield token
            self._follow(token)

    def _in_expression(self) -> bool:
        return self.stack[-1].expression

    def _after_operand(self) -> bool:
        last = self.before[1]
        if last is None:
            return False
        return (
            last.kind in _OPERANDS or last.text in (")", "}", "]") or last.text.lower() in ("true", "false")
        )

    def _follow(self, token: Token) -> None:
        if token.kind == "sign" and token.text in _OPENING:
            self._open(token.text)
        elif token.kind == "sign" and token.text in _CLOSING:
            if len(self.stack) > 1:
                self.stack.pop()
            if token.text == "}":
                self.stack[-1].clause = False
        elif token.kind == "word":
            word = token.text.upper()
            if _CLAUSE_BEGINS.match(word):
                self.stack[-1].clause = True
            elif word in _CLAUSE_ENDS:
                self.stack[-1].clause = False
        self.before = (self.before[1], token)

    def _open(self, sign: str) -> None:
        around = self.stack[-1]
        if sign == "{":
            around.clause = False
        self.stack.append(_Bracket(sign, expression=sign == "(" and self._opens_expression(around)))

    def _opens_expression(self, around: _Bracket) -> bool:
        """Whether a parenthesis holds an expression rather than a collection, a path or a row of VALUES."""
        earlier, last = self.before
        if last is None or last.text == "<<":
            return False
        if around.expression or around.clause:
            return True
        if last.kind == "word":
            return last.text != "a" and not last.text.upper().endswith("VALUES")
        called = last.kind in ("name", "iri")
        return called and earlier is not None and earlier.text.upper().endswith("FILTER")


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a query, spaces and comments left out; never raises, whatever the text is."""
    return _Lexer(text).tokens()


@lru_cache(maxsize=512)
def outline(text: str) -> Outline:
    """Check a query and say what it is.

    Raises:
        QueryTooLarge: more than 5,000 tokens, or brackets nested deeper than 64.
        ForbiddenQuery: SERVICE, or an update.
        MalformedQuery: no query form, or a prefix that is declared nowhere.
    """
    form: Form | None = None
    dataset = _Dataset()
    for token, depth in checked_tokens(text):
        if form is None and token.kind == "word":
            form = _form(text, token, token.text.upper())
        if depth == 0:
            dataset.follow(token)
    if form is None:
        raise MalformedQuery("There is no SELECT, ASK, CONSTRUCT or DESCRIBE.", line=1, column=1)
    return Outline(form=form, default_graphs=dataset.graphs("FROM"), named_graphs=dataset.graphs("NAMED"))


def checked_tokens(text: str) -> Iterator[tuple[Token, int]]:
    """The tokens of a query or an update, each with the number of brackets that are open after it.

    Raises:
        QueryTooLarge: more than 5,000 tokens, or brackets nested deeper than 64.
        ForbiddenQuery: SERVICE.
        MalformedQuery: a prefix that is declared nowhere.
    """
    prefixes = set(PREFIXES)
    depth = 0
    earlier, last = Token("", "", 0), Token("", "", 0)
    for count, token in enumerate(tokens(text)):
        if count >= MOST_TOKENS:
            raise QueryTooLarge(f"The query has more than {MOST_TOKENS:,} tokens.", limit=MOST_TOKENS)
        if token.kind == "sign":
            depth += (token.text in _OPENING) - (token.text in _CLOSING)
            if depth > MOST_DEPTH:
                raise QueryTooLarge(
                    f"Brackets are nested deeper than {MOST_DEPTH}.",
                    limit=MOST_DEPTH,
                    **place_of(text, token.start),
                )
            _refuse_glued(text, last, token, before=earlier, prefixes=prefixes)
        elif token.kind == "word":
            _refuse_service(text, token, token.text.upper())
        elif token.kind == "name":
            prefix = token.text.partition(":")[0]
            if last.kind == "word" and last.text.upper() == "PREFIX":
                prefixes.add(prefix)
            elif prefix not in prefixes:
                raise MalformedQuery(f"The prefix {prefix}: is not declared.", **place_of(text, token.start))
        yield token, depth
        earlier, last = last, token


class _Dataset:
    """The FROM and FROM NAMED clauses, read token by token."""

    def __init__(self) -> None:
        self._clause = ""
        self._found: dict[str, list[str]] = {"FROM": [], "NAMED": []}
        self._is_plain = True

    def follow(self, token: Token) -> None:
        """Take notice of the next token outside all brackets."""
        word = token.text.upper()
        if token.kind == "word" and word.startswith("FROM"):
            self._clause = "NAMED" if word == "FROMNAMED" else "FROM"
        elif self._clause == "FROM" and token.kind == "word" and word == "NAMED":
            self._clause = "NAMED"
        elif self._clause:
            if token.kind == "iri" and ":" in token.text and "\\" not in token.text:
                self._found[self._clause].append(token.text[1:-1])
            else:
                self._is_plain = False
            self._clause = ""

    def graphs(self, clause: str) -> tuple[str, ...] | None:
        """What the clauses of one kind name; None when there are none of either kind, or not all are plain."""
        if not self._is_plain or not any(self._found.values()):
            return None
        return tuple(self._found[clause])


def _form(text: str, token: Token, word: str) -> Form | None:
    for form in _FORMS:
        if word.startswith(form):
            return form
    for change in _CHANGES:
        if word.startswith(change):
            raise ForbiddenQuery(
                f"{change} changes the graph, and this only answers queries. Records are changed with PUT and DELETE "
                "on /records; an admin can send an update to /sparql as application/sparql-update.",
                **place_of(text, token.start),
            )
    return None


def _refuse_service(text: str, token: Token, word: str) -> None:
    """No word of SPARQL but SERVICE has these letters, and keywords may stick together."""
    if "SERVICE" in word:
        raise ForbiddenQuery(
            "SERVICE would send parts of the graph to another server and is never followed. "
            "Ask that server yourself and join the answers.",
            **place_of(text, token.start),
        )


def _refuse_glued(text: str, name: Token, token: Token, *, before: Token, prefixes: set[str]) -> None:
    """Refuse `servicex:a {` and `filterx:a(` where `x:` is a prefix as well: they can be read in two ways."""
    keyword = {"{": "service", "(": "filter|having|by"}.get(token.text)
    if keyword is None or name.kind != "name":
        return
    prefix = name.text.partition(":")[0]
    for found in re.finditer(keyword, prefix.lower()):
        if prefix[found.end() :] in prefixes or before.text.upper() in ("SERVICE", "SILENT"):
            raise ForbiddenQuery(
                f"{name.text} can be read as {found.group().upper()} and an IRI. Use another prefix.",
                **place_of(text, name.start),
            )


def place_of(text: str, offset: int) -> dict[str, int]:
    """The line and the column of a place in a text, both from 1."""
    line = text.count("\n", 0, offset) + 1
    return {"line": line, "column": offset - text.rfind("\n", 0, offset)}


def parse_term(text: str) -> Term:
    """The RDF term that N-Triples text names: `<https://…>` or `"…"^^<…>`.

    Raises:
        BadParameter: it is none, or a blank node, which would match anything.
    """
    try:
        parsed = list(from_ntriples(f"<x:s> <x:p> {text} .".encode()))
    except (SyntaxError, ValueError):
        parsed = []
    if len(parsed) != 1 or isinstance(parsed[0].object, BlankNode):
        raise BadParameter(f"{text!r} is not an IRI or literal in N-Triples.", value=text)
    term = parsed[0].object
    if isinstance(term, Triple):
        raise BadParameter("A triple term cannot be a parameter.", value=text)
    return term


def bind(text: str, bindings: Mapping[str, Term]) -> tuple[str, dict[str, Term]]:
    """Put terms into the places that a query keeps for them.

    A place is the token sequence `VALUES ?name { UNDEF }`, which lets the variable take any value; it becomes
    `VALUES ?name { <term> }`. Terms are written by the serialiser, so nothing that a caller sends is ever
    read as SPARQL. A name that has a place may stand in several of them.

    Args:
        text: the query.
        bindings: variable name without `?` -> term.

    Returns:
        The text, and the bindings that have no place in it; those are for `substitutions`.
    """
    parts: list[str] = []
    copied = 0
    bound: set[str] = set()
    window: list[Token] = []
    for token in tokens(text):
        window = [*window[-4:], token]
        name = _place(window)
        if name in bindings:
            parts += [text[copied : window[3].start], str(bindings[name])]
            copied = window[3].start + len(window[3].text)
            bound.add(name)
    parts.append(text[copied:])
    return "".join(parts), {name: term for name, term in bindings.items() if name not in bound}


def _place(window: list[Token]) -> str:
    """The name of the variable whose place these five tokens are, else nothing."""
    if len(window) != 5 or window[1].kind != "variable":
        return ""
    keyword, variable, *rest = (token.text for token in window)
    shape = [keyword.upper(), *(text.upper() for text in rest)]
    return variable[1:] if shape == ["VALUES", "{", "UNDEF", "}"] else ""
