"""Finding the terms that may be meant by a text: bounded work, whatever the text and however many terms."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence

from imagegraph.adapters.sqlite.terms_releases import Part
from imagegraph.adapters.sqlite.terms_schema import END, OBSOLETE, TERM_OF_NAME, goodness
from imagegraph.adapters.sqlite.terms_spelling import similar_words

Allowed = Callable[[Sequence[str]], Iterable[str]]
#: number of a name, and the IRI of its term
Row = tuple[int, str]

#: names beginning with the text that are looked at one by one; when there are more, the words find the best
_MOST_BEGINNINGS = 1000
#: names that are looked at per release and tier when most of them are filtered away
_MOST_EXAMINED = 1000
#: distinct words of a text that are looked for, the longest ones
_MOST_WORDS = 16
#: words of the index that an unfinished last word may become
_MOST_ENDINGS = 24
#: releases with fewer names than this are so small that any beginning of a word may be asked for
_SMALL = 100_000
#: similar spellings are looked for when fewer terms than this were found
_FEW = 3
_LAST = "\U0010ffff"


class TermSearch:
    """One search.

    Args:
        parts: the releases to look in.
        allowed: which of some IRIs may be answered; None for all.
        obsolete: also names of obsolete terms.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        parts: Sequence[Part],
        *,
        allowed: Allowed | None,
        obsolete: bool,
    ) -> None:
        self._connection = connection
        self._parts = parts
        self._allowed = allowed
        self._end = END if obsolete else OBSOLETE
        self._found: dict[str, None] = {}
        self._seen: set[str] = set()

    def candidates(self, key: str, *, limit: int, close: bool) -> list[str]:
        """IRIs, best kind of likeness first."""
        if not key or limit <= 0:
            return []
        words = list(dict.fromkeys(key.split()))
        last = words[-1] if words else ""
        words = sorted(words, key=len, reverse=True)[:_MOST_WORDS]
        exact = self._take((row for part in self._parts for row in self._exact(part, key)), limit)
        if exact and self._full(limit):
            return list(self._found)
        for tier in (self._beginnings, self._with_words):
            rows = (row for part in self._parts for row in tier(part, key, words, last, limit))
            self._take(rows, limit)
            if self._full(limit):
                return list(self._found)
        if close and not exact and len(self._found) < _FEW:
            self._take((row for part in self._parts for row in self._similar(part, words, limit)), limit)
        return list(self._found)

    def _full(self, limit: int) -> bool:
        return len(self._found) >= limit

    def _take(self, rows: Iterable[Row], limit: int) -> int:
        """Keep the best of these rows that are allowed and new; how many they were."""
        iris = [iri for _, iri in sorted(rows, key=lambda row: goodness(row[0]))]
        new = [iri for iri in dict.fromkeys(iris) if iri not in self._seen]
        self._seen.update(new)
        if self._allowed is not None:
            allowed = set(self._allowed(new))
            new = [iri for iri in new if iri in allowed]
        taken = new[: limit - len(self._found)]
        self._found.update(dict.fromkeys(taken))
        return len(taken)

    def _rows(self, part: Part, inner: str, values: Sequence[object]) -> Iterator[Row]:
        statement = (
            f"SELECT k.id, t.iri FROM ({inner}) k CROSS JOIN term_{part.number} t ON t.id = {TERM_OF_NAME}"
        )
        return self._connection.execute(statement, values)

    def _reach(self, limit: int) -> int:
        return limit if self._allowed is None else max(limit, _MOST_EXAMINED)

    def _exact(self, part: Part, key: str) -> Iterator[Row]:
        inner = f"SELECT id FROM key_{part.number} WHERE key = ? AND id < ? LIMIT {_MOST_EXAMINED}"
        return self._rows(part, inner, (key, self._end))

    def _beginnings(self, part: Part, key: str, words: list[str], last: str, limit: int) -> Iterable[Row]:
        scan = f"SELECT id FROM key_{part.number} WHERE key > ? AND key < ? LIMIT {_MOST_BEGINNINGS}"
        ids = [id for (id,) in self._connection.execute(scan, (key, key + _LAST))]
        if len(ids) < _MOST_BEGINNINGS:
            best = sorted(id for id in ids if id < self._end)[: self._reach(limit)]
            return self._named(part, best)
        start = "^" + key[:3].replace(" ", "_")
        whole = [word for word in words if word != last]
        match = " AND ".join(f'"{word}"' for word in [start, *whole])
        if len(key) > 3 and (endings := self._endings(part, last)):
            match += f" AND ({endings})"
        return self._matching(part, match, limit)

    def _named(self, part: Part, ids: Sequence[int]) -> list[Row]:
        marks = ", ".join(f"({id})" for id in ids)
        if not marks:
            return []
        return list(self._rows(part, f"SELECT column1 AS id FROM (VALUES {marks})", ()))

    def _with_words(self, part: Part, key: str, words: list[str], last: str, limit: int) -> Iterable[Row]:
        whole = [f'"{word}"' for word in words if word != last]
        endings = self._endings(part, last)
        if not endings and (len(last) > 2 or not whole):
            return ()
        return self._matching(part, " AND ".join([*whole, *([f"({endings})"] if endings else [])]), limit)

    def _endings(self, part: Part, last: str) -> str:
        """What an unfinished last word may be, as an FTS expression; empty when nothing begins like it."""
        if part.names < _SMALL:
            return f'"{last}" *'
        rows = self._connection.execute(
            f"SELECT word, names FROM word_{part.number} WHERE word >= ? AND word < ? LIMIT {_MOST_BEGINNINGS}",
            (last, last + _LAST),
        ).fetchall()
        rows.sort(key=lambda row: (row[0] != last, -row[1]))
        return " OR ".join(f'"{word}"' for word, _ in rows[:_MOST_ENDINGS])

    def _matching(self, part: Part, match: str, limit: int) -> Iterator[Row]:
        inner = f"SELECT rowid AS id FROM words_{part.number} WHERE words_{part.number} MATCH ? AND rowid < ? ORDER BY rowid LIMIT ?"
        return self._rows(part, inner, (match, self._end, self._reach(limit)))

    def _similar(self, part: Part, words: list[str], limit: int) -> Iterable[Row]:
        alternatives = similar_words(self._connection, part.number, words)
        if not alternatives:
            return ()
        match = " AND ".join("(" + " OR ".join(f'"{word}"' for word in group) + ")" for group in alternatives)
        return self._matching(part, match, limit)
