"""Names of terms in running text: where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from imagegraph.model.folding import fold
from imagegraph.model.vocabularies import FieldPolicy
from imagegraph.operations.terms.candidates import field_scopes
from imagegraph.operations.terms.names import SpokenName, spoken_names
from imagegraph.operations.terms.respelling import loose
from imagegraph.ports.terms import TermIndex, TermScope

#: most words of a name that is looked for in running text
_MOST_WORDS = 8
#: single words up to this length are names only in the case that the vocabulary writes: SIM, EM, not "sim"
_SHORT = 4
#: letters of the word that follows a single letter: "E. coli"
_SHORTEST_EPITHET = 3
_WORD = re.compile(r"[^\s.,;:!?()\[\]{}\"“”„«»|/]+(?:[./](?=[^\s.,;:!?()\[\]{}\"|/]))?")
#: what may stand between two words of one name
_GAP = re.compile(r"[ \t\u00a0\n]?[-\u2013/]?[ \t\u00a0]?|[.,]?[ \t\u00a0\n]|/")
#: words that no name begins or ends with
_EMPTY = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "and",
        "or",
        "to",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "as",
        "that",
        "this",
        "these",
        "those",
        "it",
        "its",
        "we",
        "our",
        "not",
        "per",
        "via",
        "using",
        "used",
        "than",
        "into",
        "under",
        "over",
        "after",
        "before",
        "between",
        "each",
        "all",
        "any",
        "no",
        "der",
        "die",
        "das",
        "und",
        "mit",
        "von",
    ]
)


def find_passages(
    index: TermIndex, text: str, *, policy: FieldPolicy | None = None, ontologies: Sequence[str] = ()
) -> list[tuple[int, int]]:
    """Spans of the longest names of terms in a text, from left to right.

    Args:
        policy: only names of terms that this field takes.
        ontologies: only of these vocabularies; empty for all.
    """
    scope = TermScope(ontologies=tuple(ontologies), obsolete=True)
    finder = _Finder(index, field_scopes(policy, scope) if policy else [scope])
    words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    found: list[tuple[int, int]] = []
    number = 0
    while number < len(words):
        length = finder.longest(text, words[number : number + _MOST_WORDS])
        if length:
            found.append((words[number][0], words[number + length - 1][1]))
        number += length or 1
    return found


class _Finder:
    """Looks up each distinct run of words once."""

    def __init__(self, index: TermIndex, scopes: Sequence[TermScope]) -> None:
        self._index = index
        self._scopes = scopes
        self._known: dict[str, tuple[SpokenName, ...]] = {}

    def longest(self, text: str, words: Sequence[tuple[int, int]]) -> int:
        """How many of these words, from the first one, are a name; 0 when none are."""
        best = 0
        for count in range(1, len(words) + 1):
            start, end = words[0][0], words[count - 1][1]
            if count > 1 and not _GAP.fullmatch(text, words[count - 2][1], words[count - 1][0]):
                break
            passage = text[start:end]
            key = fold(passage)
            if count == 1 and (key in _EMPTY or not any(character.isalnum() for character in key)):
                break
            if count == 1 and len(key) == 1:
                continue  # "E." of "E. coli"; no name by itself in running text
            if count == 2 and len(key.partition(" ")[0]) == 1 and len(key) < _SHORTEST_EPITHET + 2:
                break
            names = self._names(key)
            if count > 1 and not names:
                break  # no name has all these words, so none has more of them
            if key.rpartition(" ")[2] not in _EMPTY and any(_is(passage, key, name) for name in names):
                best = count
        return best

    def _names(self, key: str) -> tuple[SpokenName, ...]:
        """Names of the terms that may be called so; empty when no name has these words."""
        if key not in self._known:
            iris = [
                iri for scope in self._scopes
                for iri in self._index.candidates(key, scope=scope, limit=4, close=False)
            ]  # fmt: skip
            self._known[key] = tuple(
                name for copies in self._index.copies(iris).values() for name in spoken_names(copies)
            )
        return self._known[key]


def _is(passage: str, key: str, name: SpokenName) -> bool:
    if len(passage) <= _SHORT and " " not in key:
        return name.text == passage
    return name.key == key or (len(key) > _SHORT and loose(name.key) == loose(key))
