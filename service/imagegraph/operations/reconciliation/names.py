"""Comparing names of people as they are written in many ways.

A name is read in every way it may be meant: `Rossi, Maria` has one reading, `Maria Rossi` several, because nothing
says which word is the family name. Two names may be of one person when a reading of one fits a reading of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from imagegraph.model.folding import fold
from imagegraph.operations.reconciliation.tables import name_words

#: How close two names are, the closest first:
#:
#: * `same`: all words are the same, whatever the order of a stated family name, the accents or the punctuation;
#: * `spelling`: Müller and Mueller, van der Berg and Berg;
#: * `reordered`: the same words, where nothing says which of them is the family name;
#: * `middle`: one has a middle name or initial that the other lacks or shortens;
#: * `initials`: of a first name only the initial is known;
#: * `single`: both are the same single word.
Closeness = Literal["same", "spelling", "reordered", "middle", "initials", "single"]
_ORDER: tuple[Closeness, ...] = ("same", "spelling", "reordered", "middle", "initials", "single")
#: ending of the keys of names with initials
SHORT = " (initials)"
_Order = Literal["stated", "last", "first"]

_ORCID = "https://orcid.org/"
_APOSTROPHES = re.compile("(?<=[^\\W\\d_])['’ʼ`´](?=[^\\W\\d_])")  # noqa: RUF001 - all of them are in use
_SHORT_WORD = re.compile(r"\b[^\W\d_]{2,3}\b")
_UMLAUTS = re.compile("(?<=[aou])e")
#: words of a name that are looked at; what is longer is no name of a person
_MOST_WORDS = 12
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a name.

    Attributes:
        family: the words of the family name, joined, without particles.
        particles: those, joined.
        given: the words of the first and middle names, initials among them.
        order: whether the family name is known, or taken to be last or first.
    """

    family: str
    particles: str
    given: tuple[str, ...]
    order: _Order

    @property
    def key(self) -> str:
        """What readings share that can fit: the family name and the first letter of the first name."""
        return f"{_without_umlauts(self.family)} {self.given[0][0] if self.given else ''}"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name of a person.

    Attributes:
        text: as it is written, with single spaces.
        words: its words as they are compared, in their order.
        readings: every way to understand it; none for what is no name.
    """

    text: str
    words: tuple[str, ...]
    readings: tuple[Reading, ...]

    @property
    def keys(self) -> frozenset[str]:
        """Names that share none of these cannot be of one person."""
        return frozenset(reading.key for reading in self.readings)

    @property
    def full(self) -> str | None:
        """The words in a fixed order, for names with a whole first and a whole family name; else None."""
        whole = [word for word in self.words if not _is_initial(word)]
        if len(whole) >= 2 or (len(self.words) == 1 and _is_unspaced(self.words[0])):
            return " ".join(sorted(self.words))
        return None

    @property
    def short(self) -> str | None:
        """The words in a fixed order, for names with a whole family name and initials; None for common ones."""
        whole = sum(not _is_initial(word) for word in self.words)
        if self.full is not None or not whole or whole == len(self.words) or self.is_common:
            return None
        return " ".join(sorted(self.words)) + SHORT

    @property
    def is_common(self) -> bool:
        """Whether very many people have a family name that it may have."""
        common = name_words().common_families
        return any(reading.family in common for reading in self.readings)


@lru_cache(maxsize=200_000)
def parse_name(text: str) -> PersonName:
    """A name with its readings.

    >>> [reading.family for reading in parse_name("van der Berg, J. P.").readings]
    ['berg']
    """
    shown = " ".join(text.split())
    family, comma, given = shown[:_LONGEST].partition(",")
    if comma:
        last, first = _words(family), _words(given)
        if last and first:
            return PersonName(shown, (*first, *last), tuple(_reading(last, first, order="stated")))
    words = _words(shown[:_LONGEST].replace(",", " ")) or _all_words(shown[:_LONGEST])
    return PersonName(shown, tuple(words), tuple(dict.fromkeys(_readings(words))))


def compare(left: PersonName, right: PersonName) -> Closeness | None:
    """How close two names are; None when they cannot be of one person.

    >>> compare(parse_name("Rossi, M."), parse_name("Maria Rossi"))
    'initials'
    """
    found = [
        closeness
        for mine in left.readings
        for theirs in right.readings
        if (closeness := _fit(mine, theirs)) is not None
    ]
    return min(found, key=_ORDER.index, default=None)


def may_be_same_name(mine: str, theirs: str) -> bool:
    """Whether two names may be of one person; also when one is only a word of the other, or is no name at all.

    >>> may_be_same_name("Gao", "Wei Gao"), may_be_same_name("M. Rossi", "Jan Novák")
    (True, False)
    """
    left, right = parse_name(mine), parse_name(theirs)
    if not left.words or not right.words:
        return True
    if len(left.words) == 1 or len(right.words) == 1:
        return not {*map(_without_umlauts, left.words)}.isdisjoint(map(_without_umlauts, right.words))
    return compare(left, right) is not None


def closest(left: Sequence[PersonName], right: Sequence[PersonName]) -> tuple[Closeness, str, str] | None:
    """The closest pair of names of two people, and how close it is; None when no pair fits."""
    found = [
        (closeness, mine.text, theirs.text)
        for mine in left
        for theirs in right
        if (closeness := compare(mine, theirs)) is not None
    ]
    return min(found, key=lambda one: (_ORDER.index(one[0]), one[1:]), default=None)


def person_keys(iri: str, names: Iterable[PersonName]) -> list[str]:
    """What somebody is recognised by in another list: the ORCID iD, and the names, whole or with initials."""
    found = [key for name in names for key in (name.full, name.short) if key is not None]
    return [iri, *found] if iri.startswith(_ORCID) else found


def sentence(closeness: Closeness, left: str, right: str) -> str:
    """What the closeness of two names is, for people."""
    if closeness == "single" or (closeness == "initials" and left == right):
        return f"Both are called “{left}”, which is only a part of a name."
    if left == right:
        return f"Both are called “{left}”."
    return {
        "same": f"“{left}” and “{right}” are the same name, written in different ways.",
        "spelling": f"“{left}” and “{right}” differ only in spelling.",
        "reordered": f"“{left}” and “{right}” are the same words in another order.",
        "middle": f"“{left}” and “{right}” differ only in middle names or initials.",
        "initials": f"“{left}” and “{right}” fit: of a first name only the initial is known.",
    }[closeness]


def _words(text: str) -> list[str]:
    """The words of a name as they are compared, titles left out."""
    return [word for word in _all_words(text) if word not in name_words().titles]


def _all_words(text: str) -> list[str]:
    if not text.isupper():
        text = _SHORT_WORD.sub(lambda found: " ".join(found[0]) if found[0].isupper() else found[0], text)
    plain = fold(_APOSTROPHES.sub("", text).casefold().translate(name_words().letters))
    return [word for part in plain.split() if (word := part.replace("+", ""))][:_MOST_WORDS]


def _readings(words: list[str]) -> Iterator[Reading]:
    if len(words) < 2:
        yield from _reading(words, [], order="stated")
        return
    leading = next((n for n, word in enumerate(words) if not _is_initial(word)), len(words))
    trailing = next((n for n, word in enumerate(reversed(words)) if not _is_initial(word)), len(words))
    if trailing and not leading:  # Garcia Lopez M
        yield from _reading(words[:-trailing], words[-trailing:], order="stated")
        return
    if leading and leading < len(words):  # M. Garcia Lopez
        yield from _reading(words[leading:], words[:leading], order="stated")
        yield from _reading(words[-1:], words[:-1], order="stated")
        return
    particles = name_words().particles
    for size in (1, 2):
        start = len(words) - size
        while start > 1 and words[start - 1] in particles:
            start -= 1
        if start > 0:
            yield from _reading(words[start:], words[:start], order="last")
        end = size
        while end < len(words) and words[end - 1] in particles:
            end += 1
        if end < len(words) and not (_is_initial(words[end]) and not _is_initial(words[-1])):  # Ada B. Okafor
            yield from _reading(words[:end], words[end:], order="first")


def _reading(family: Sequence[str], given: Sequence[str], *, order: _Order) -> Iterator[Reading]:
    particles = name_words().particles
    own = [word for word in family if word not in particles]
    before = [word for word in family if word in particles]
    if not own:
        own, before = before, []
    joined = "".join(own)
    if joined and not _is_initial(joined):
        yield Reading(joined, "".join(before), tuple(given), order)


def _fit(mine: Reading, theirs: Reading) -> Closeness | None:
    """How close two readings are."""
    spelt = mine.family == theirs.family and mine.particles == theirs.particles
    if not spelt:
        if mine.particles != theirs.particles and mine.particles and theirs.particles:
            return None
        if _without_umlauts(mine.family) != _without_umlauts(theirs.family):
            return None
    given = _fit_given(mine.given, theirs.given)
    if given is None:
        return None
    if given == "single" and spelt and _is_unspaced(mine.family):
        return "same"
    if given == "same" and {mine.order, theirs.order} == {"first", "last"}:
        given = "reordered"
    return given if spelt else max(given, "spelling", key=_ORDER.index)


def _fit_given(mine: tuple[str, ...], theirs: tuple[str, ...]) -> Closeness | None:
    """How close the first and middle names are."""
    if not mine or not theirs:
        return "single" if mine == theirs else None
    whole = not (_is_initial(mine[0]) or _is_initial(theirs[0]))
    if whole:
        one, other = "".join(mine), "".join(theirs)
        if one == other:
            return "same"
        if _without_umlauts(one) == _without_umlauts(other):
            return "spelling"
    if not all(_may_be_same_word(left, right) for left, right in zip(mine, theirs, strict=False)):
        return None
    if not whole:
        return "initials"
    return "spelling" if _same_length_words(mine, theirs) else "middle"


def _same_length_words(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether the names are the same word by word, but for spelling."""
    return [*map(_without_umlauts, mine)] == [*map(_without_umlauts, theirs)]


def _may_be_same_word(left: str, right: str) -> bool:
    if _is_initial(left) or _is_initial(right):
        return left[0] == right[0]
    return _without_umlauts(left) == _without_umlauts(right)


def _is_initial(word: str) -> bool:
    """Whether a word is the first letter of a name; in scripts without capitals one sign is a whole name."""
    return len(word) == 1 and word.lower() != word.upper()


def _is_unspaced(word: str) -> bool:
    """Whether a word is of a script without capitals, where a whole name is written as one word: 李伟."""
    return len(word) > 1 and word.lower() == word.upper() and not word.isdigit()


@lru_cache(maxsize=100_000)
def _without_umlauts(word: str) -> str:
    """`ae`, `oe` and `ue` as their vowel, which is what folding makes of an umlaut."""
    return _UMLAUTS.sub("", word)
