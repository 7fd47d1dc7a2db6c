"""Words of the index that are spelt like a word that is not there, or hardly.

With one or two edits in a word, its beginning or its end is usually intact. So the words that begin, and those that
end, like it are measured, a bounded number of them, by the optimal string alignment distance (an insertion, a
deletion, a substitution and a swap of neighbours count 1 each).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from imagegraph.adapters.sqlite.terms_schema import BEYOND

#: words that are measured per beginning or end
_MOST_MEASURED = 4_000
#: similar words that stand in for one that is not there
_MOST_SIMILAR = 8
#: words that are corrected in one text
_MOST_CORRECTED = 3
#: a word in no more names than this may be a slip that the release has made too
_DOUBTFUL = 2
#: longest word that is corrected, characters
_LONGEST = 40


def similar_words(connection: sqlite3.Connection, number: int, words: Sequence[str]) -> list[list[str]]:
    """For each word of a text what it may be: itself when it is in the release, else (or also) similar words.

    Returns:
        Nothing when a word has no likeness, when too many would have to be corrected, or none needs to be.
    """
    marks = ", ".join("?" * len(words))
    rows = connection.execute(f"SELECT word, names FROM word_{number} WHERE word IN ({marks})", tuple(words))
    known: dict[str, int] = dict(rows)
    if sum(word not in known for word in words) > _MOST_CORRECTED:
        return []
    groups: list[list[str]] = []
    for word in sorted(words, key=lambda word: word in known):
        group = [word] if word in known else []
        if known.get(word, 0) <= _DOUBTFUL:
            most = most_edits(word, alone=len(words) == 1)
            group += [similar for similar in _similar(connection, number, word, most) if similar != word]
        if not group:
            return []
        groups.append(group)
    return groups if groups != [[word] for word in words] else []


def most_edits(word: str, *, alone: bool) -> int:
    """How many edits are a slip in a word of this length; three letters need other words beside them."""
    if len(word) < 4:
        return int(len(word) == 3 and not alone)
    return 1 if len(word) < 8 else 2


def _similar(connection: sqlite3.Connection, number: int, word: str, most: int) -> list[str]:
    if most == 0 or len(word) > _LONGEST:
        return []
    half = (len(word) - 1) // 2
    near = dict(_beginning(connection, f"word_{number}", word[:half], len(word), most))
    turned = _beginning(connection, f"ending_{number}", word[half + 1 :][::-1], len(word), most)
    near |= {found[::-1]: names for found, names in turned}
    measured = process.extract(word, near.keys(), scorer=OSA.distance, score_cutoff=most, limit=None)
    best = sorted(measured, key=lambda match: (match[1], -near[match[0]], match[0]))
    return [match[0] for match in best[:_MOST_SIMILAR]]


def _beginning(
    connection: sqlite3.Connection, table: str, beginning: str, length: int, most: int
) -> Iterable[tuple[str, int]]:
    return connection.execute(
        f"SELECT word, names FROM (SELECT word, names FROM {table} WHERE word >= ? AND word < ?"
        f" LIMIT {_MOST_MEASURED}) WHERE length(word) BETWEEN ? AND ?",
        (beginning, beginning + BEYOND, length - most, length + most),
    )
