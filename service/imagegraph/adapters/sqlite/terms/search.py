"""Finding the terms that may be meant by a text: bounded work, whatever the text and however many terms."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence

from imagegraph.adapters.sqlite.terms.below import Large, Small
from imagegraph.adapters.sqlite.terms.releases import Part
from imagegraph.adapters.sqlite.terms.schema import (
    BEYOND,
    END,
    OBSOLETE,
    TERM_OF_NAME,
    beginning,
    goodness,
    term_of_name,
    word_beginning,
)
from imagegraph.adapters.sqlite.terms.spelling import similar_words
from imagegraph.model.folding import fold

#: number of a name, and the IRI of its term
Row = tuple[int, str]
#: reads the numbers of names that are like a text in one way, from one release, at most so many
Reader = Callable[[Part, int], Iterable[int]]

#: names that are looked at per release and kind of likeness when most of them are filtered away
_MOST_EXAMINED = 2_000
#: terms that are looked upwards from per kind of likeness
_MOST_WALKED = 300
#: names beginning with the text that are looked at one by one; when there are more, the words find the best
_MOST_BEGINNINGS = 1_000
#: distinct words of a text that are looked for, the longest ones
_MOST_WORDS = 16
#: words of the index that an unfinished last word may become
_MOST_ENDINGS = 48
#: releases with fewer names than this are so small that any beginning of a word may be asked for
_SMALL = 100_000
#: similar spellings are looked for when fewer terms than this were found
_FEW = 3
#: what folding leaves no trace of; a text with it was not folded
_NOT_FOLDED = re.compile(r"[^a-z0-9+ \x80-\U0010ffff]|[\ud800-\udfff]")


class TermSearch:
    """One search.

    Args:
        parts: the releases to look in.
        below: what a term must be among; None when it may be any.
        obsolete: also names of obsolete terms.
        limit: most IRIs that are wanted.
    """

    def __init__(
        self, connection: sqlite3.Connection, parts: Sequence[Part], *, below: Small | Large | None, obsolete: bool,
        limit: int,
    ) -> None:  # fmt: skip
        self._connection = connection
        self._below = below
        self._known = below.numbers if isinstance(below, Small) else None
        self._parts = [part for part in parts if self._known is None or self._known[part.number]]
        self._end = END if obsolete else OBSOLETE
        self._limit = limit
        self._found: dict[str, None] = {}

    def candidates(self, key: str, *, close: bool) -> list[str]:
        """IRIs, best kind of likeness first."""
        if _NOT_FOLDED.search(key):
            key = fold(key)
        words = list(dict.fromkeys(key.split()))
        if not words or self._limit <= 0:
            return []
        last = words[-1]
        whole = sorted((word for word in words[:-1]), key=len, reverse=True)[: _MOST_WORDS - 1]

        self._take(lambda part, reach: self._exact(part, key, reach))
        exact = bool(self._found)
        self._take(lambda part, reach: self._beginning(part, key, whole, last, reach))
        self._take(lambda part, reach: self._with_words(part, whole, last, reach))
        if close and not exact and len(self._found) < _FEW:
            self._take(lambda part, reach: self._similar(part, [*whole, last], reach))
        return list(self._found)

    def _take(self, read: Reader) -> None:
        """Add what is like the text in one way, best first, until the limit; look further when much is filtered."""
        for reach in (self._limit, _MOST_EXAMINED):
            if len(self._found) >= self._limit:
                return
            rows: list[Row] = []
            ended = True
            for part in self._parts:
                numbers = list(read(part, reach))
                ended = ended and len(numbers) < reach
                rows += self._named(part, self._kept(part, numbers))
            rows.sort(key=lambda row: goodness(row[0]))
            new = [iri for iri in dict.fromkeys([iri for _, iri in rows]) if iri not in self._found]
            if isinstance(self._below, Large):
                new = self._below.kept(new[:_MOST_WALKED])
            for iri in new[: self._limit - len(self._found)]:
                self._found[iri] = None
            if self._below is None or ended:
                return

    def _kept(self, part: Part, numbers: list[int]) -> list[int]:
        """Names of terms that are known to be below the roots, or all of them when it is not known."""
        if self._known is None:
            return numbers
        below = self._known[part.number]
        return [number for number in numbers if term_of_name(number) in below][: self._limit]

    def _named(self, part: Part, numbers: Sequence[int]) -> Iterable[Row]:
        if not numbers:
            return ()
        return self._connection.execute(
            f"SELECT k.value, t.iri FROM json_each(?) k CROSS JOIN term_{part.number} t ON t.id = {TERM_OF_NAME}",
            (f"[{','.join(map(str, numbers))}]",),
        )

    def _numbers(self, statement: str, values: Sequence[object]) -> list[int]:
        return [number for (number,) in self._connection.execute(statement, values)]

    def _exact(self, part: Part, key: str, reach: int) -> Iterable[int]:
        statement = f"SELECT id FROM key_{part.number} WHERE key = ? AND id < ? ORDER BY id LIMIT ?"
        return self._numbers(statement, (key, self._end, reach))

    def _beginning(self, part: Part, key: str, whole: Sequence[str], last: str, reach: int) -> Iterable[int]:
        numbers = self._numbers(
            f"SELECT id FROM key_{part.number} WHERE key > ? AND key < ? LIMIT {_MOST_BEGINNINGS}",
            (key, key + BEYOND),
        )
        if len(numbers) < _MOST_BEGINNINGS:
            return sorted(number for number in numbers if number < self._end)[:reach]
        start = beginning(key)
        asked = [_quoted(start), *map(_quoted, whole)]
        if len(key) >= len(start) and (endings := self._endings(part, last, alone=not whole)):
            asked.append(f"({endings})")
        return self._matching(part, " AND ".join(asked), reach)

    def _with_words(self, part: Part, whole: Sequence[str], last: str, reach: int) -> Iterable[int]:
        endings = self._endings(part, last, alone=not whole)
        if not endings:
            return ()
        return self._matching(part, " AND ".join([*map(_quoted, whole), f"({endings})"]), reach)

    def _endings(self, part: Part, last: str, *, alone: bool) -> str:
        """What an unfinished last word may be, as an FTS expression; empty when nothing begins like it.

        When there are very many such words, these are the most frequent ones if it stands alone, else all that
        begin with the same letters, few of which are in a name with the other words.
        """
        if part.names < _SMALL:
            return f"{_quoted(last)} *"
        words = self._connection.execute(
            f"SELECT word, names FROM word_{part.number} WHERE word >= ? AND word < ? LIMIT {_MOST_BEGINNINGS}",
            (last, last + BEYOND),
        ).fetchall()
        if len(words) > _MOST_ENDINGS:
            start = word_beginning(last)
            if not alone or len(start) > len(last):
                return _quoted(start)
            words.sort(key=lambda row: (row[0] != last, -row[1]))
        return " OR ".join(_quoted(word) for word, _ in words[:_MOST_ENDINGS])

    def _matching(self, part: Part, match: str, reach: int) -> Iterable[int]:
        table = f"words_{part.number}"
        statement = f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid < ? ORDER BY rowid LIMIT ?"
        return self._numbers(statement, (match, self._end, reach))

    def _similar(self, part: Part, words: Sequence[str], reach: int) -> Iterable[int]:
        groups = similar_words(self._connection, part.number, words)
        if not groups:
            return ()
        match = " AND ".join(f"({' OR '.join(map(_quoted, group))})" for group in groups)
        return self._matching(part, match, reach)


def _quoted(word: str) -> str:
    return f'"{word}"'
