"""Words of the index that are spelt like a word that is not there, or hardly.

With one or two edits in a word, its beginning or its end is usually intact. So the words that begin, and those that
end, like it are measured, a bounded number of them, by the optimal string alignment distance (an insertion, a
deletion, a substitution and a swap of neighbours count 1 each). Where more words begin or end so than are measured,
all words that a single edit makes are looked up besides.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from string import ascii_lowercase

from rapidfuzz import process
from rapidfuzz.distance import OSA

from imagegraph.adapters.sqlite.terms.schema import BEYOND

#: words that are measured per beginning or end
_MOST_MEASURED = 2_000
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
    rows = _beginning(connection, f"word_{number}", word[:half])
    turned = _beginning(connection, f"ending_{number}", word[half + 1 :][::-1])
    near = dict(rows) | {found[::-1]: names for found, names in turned}
    if max(len(rows), len(turned)) == _MOST_MEASURED:  # so many that the right one may not be among them
        near.update(
            connection.execute(
                f"SELECT word, names FROM json_each(?) j CROSS JOIN word_{number} w ON w.word = j.value",
                (json.dumps(sorted(one_edit_away(word))),),
            )
        )
    measured = process.extract(word, near.keys(), scorer=OSA.distance, score_cutoff=most, limit=None)
    best = sorted(measured, key=lambda match: (match[1], -near[match[0]], match[0]))
    return [match[0] for match in best[:_MOST_SIMILAR]]


def one_edit_away(word: str) -> set[str]:
    """All words of Latin letters, and of the letters of this one, that a single slip makes this word of."""
    letters = ascii_lowercase + "".join(set(word) - set(ascii_lowercase))
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {start + end[1:] for start, end in halves if end}
    found.update(start + end[1] + end[0] + end[2:] for start, end in halves if len(end) > 1)
    found.update(start + letter + end for start, end in halves for letter in letters)
    found.update(start + letter + end[1:] for start, end in halves if end for letter in letters)
    return found - {word}


def _beginning(connection: sqlite3.Connection, table: str, beginning: str) -> list[tuple[str, int]]:
    return connection.execute(
        f"SELECT word, names FROM {table} WHERE word >= ? AND word < ? LIMIT {_MOST_MEASURED}",
        (beginning, beginning + BEYOND),
    ).fetchall()
