"""The tables of `terms.sqlite`, and how the number of a name says how good a name it is.

Every release has tables of its own, so that adding one never disturbs what answers, building is done in sorted
order, and forgetting one is a `DROP TABLE`. The terms of a release are numbered in the order of their IRIs;
IRIs that are only mentioned as parents follow, without a body.

A name's number is, from the highest bit: obsolete (1 bit), length with a penalty for synonyms (10 bits), number of
its term (32 bits), its place among the names of the term (12 bits). Rows in the order of these numbers are
therefore roughly best first, whichever index they come from, and lead to their term without a join.
"""

from __future__ import annotations

import re
from functools import lru_cache

VERSION = 1
#: "igte", so that another database in this place is noticed
APPLICATION = 0x69677465

RELEASES = """
CREATE TABLE IF NOT EXISTS release (
  number INTEGER PRIMARY KEY AUTOINCREMENT, ontology TEXT NOT NULL, header TEXT NOT NULL, base TEXT NOT NULL,
  source TEXT NOT NULL, loaded TEXT NOT NULL, digest TEXT NOT NULL, terms INTEGER NOT NULL DEFAULT 0,
  obsolete INTEGER NOT NULL DEFAULT 0, languages TEXT NOT NULL DEFAULT '[]', namespaces TEXT NOT NULL DEFAULT '[]',
  names INTEGER NOT NULL DEFAULT 0, ready INTEGER NOT NULL DEFAULT 0, current INTEGER NOT NULL DEFAULT 0
)
"""

#: `{n}` is the number of the release
RELEASE_TABLES = (
    "CREATE TABLE term_{n} (id INTEGER PRIMARY KEY, iri TEXT NOT NULL, kind TEXT, obsolete INTEGER, body TEXT)",
    "CREATE TABLE key_{n} (key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (key, id)) WITHOUT ROWID",
    "CREATE TABLE up_{n} (child INTEGER, relation TEXT, parent INTEGER,"
    " PRIMARY KEY (child, relation, parent)) WITHOUT ROWID",
    "CREATE TABLE down_{n} (parent INTEGER, relation TEXT, child INTEGER,"
    " PRIMARY KEY (parent, relation, child)) WITHOUT ROWID",
    "CREATE TABLE word_{n} (word TEXT PRIMARY KEY, names INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE ending_{n} (word TEXT PRIMARY KEY, names INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE VIRTUAL TABLE words_{n} USING fts5 (text, content = '', detail = none, columnsize = 0,"
    " tokenize = \"ascii tokenchars '+^_'\")",
)
#: in the order in which they are dropped
TABLES = ("words", "ending", "word", "down", "up", "key", "term")

#: after every text that begins with what it is appended to
BEYOND = "\U0010ffff"
#: names and words are indexed by their first one, two, … letters, so that the best ones of many are found
_LONGEST_BEGINNING = 3

_NAMESPACE = re.compile(r".*[/#_:]", re.DOTALL)
_PLACE_BITS, _TERM_BITS, _LENGTH_BITS = 12, 32, 10
MOST_NAMES = 1 << _PLACE_BITS
LONGEST_LENGTH = (1 << _LENGTH_BITS) - 1
#: numbers from here on are names of obsolete terms
OBSOLETE = 1 << (_PLACE_BITS + _TERM_BITS + _LENGTH_BITS)
#: beyond every number
END = OBSOLETE << 1
_TERM_MASK = (1 << _TERM_BITS) - 1
#: the term of the name with the number `k.value`, in SQL
TERM_OF_NAME = f"((k.value >> {_PLACE_BITS}) & {_TERM_MASK})"


def name_number(term: int, *, place: int, length: int, obsolete: bool) -> int:
    """The number of a name.

    Args:
        term: number of its term.
        place: among the names of the term.
        length: characters of its key, with a penalty when it is no label.
    """
    if length > LONGEST_LENGTH:
        length = LONGEST_LENGTH
    number = length << (_PLACE_BITS + _TERM_BITS) | term << _PLACE_BITS | place
    return number | OBSOLETE if obsolete else number


def term_of_name(number: int) -> int:
    """The number of the term that a name is of."""
    return number >> _PLACE_BITS & _TERM_MASK


def goodness(number: int) -> int:
    """What orders names of different releases: the number without the term."""
    return number >> (_PLACE_BITS + _TERM_BITS)


def namespace(iri: str) -> str:
    """An IRI up to and with its last `/`, `#`, `_`, `:`: where its like may be found."""
    found = _NAMESPACE.match(iri)
    return found[0] if found else ""


def beginning(key: str) -> str:
    """The word by which the names that begin like a key are found; folding leaves no `^`."""
    return "^" + key[:_LONGEST_BEGINNING].replace(" ", "_")


def word_beginning(word: str) -> str:
    """The word by which the names that have a word that begins like this one are found; folding leaves no `_`."""
    return "_" + word[:_LONGEST_BEGINNING]


def indexed_words(key: str) -> str:
    """All words by which a name is found: its own, and the beginnings of it and of these."""
    return " ".join(
        [_beginnings("^", key[:_LONGEST_BEGINNING].replace(" ", "_")), *map(_word, key.split(" "))]
    )


@lru_cache(maxsize=16_384)
def _word(word: str) -> str:
    return f"{word} {_beginnings('_', word[:_LONGEST_BEGINNING])}"


@lru_cache(maxsize=16_384)
def _beginnings(sign: str, start: str) -> str:
    return " ".join([sign + start[:size] for size in range(1, len(start) + 1)])
