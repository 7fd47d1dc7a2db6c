"""Spellings of one name: British and American, singular and plural, in one word or two, Greek letters by name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from types import MappingProxyType

#: what is rewritten: so many words; compounds up to a length, in parts of at least another
_MOST_WORDS = 8
_LONGEST_COMPOUND = 20
_SHORTEST_PART = 3
#: Greek letters, alpha to omega, by name; that of micro as people type it
_GREEK = {
    **{code: unicodedata.name(chr(code)).rpartition(" ")[2].lower() for code in range(0x3B1, 0x3CA)},
    0x3BB: "lambda",
    0x3BC: "u",
}
#: plurals that no rule makes
_SINGULAR = MappingProxyType(
    {
        "nuclei": "nucleus", "nucleoli": "nucleolus", "fungi": "fungus", "villi": "villus", "bronchi": "bronchus",
        "mitochondria": "mitochondrion", "ganglia": "ganglion", "bacteria": "bacterium", "cilia": "cilium",
        "flagella": "flagellum", "spectra": "spectrum", "larvae": "larva", "mice": "mouse", "matrices": "matrix",
    }
)  # fmt: skip
#: British spellings inside words, and the American ones
_AMERICAN = (
    (re.compile(r"(?<=\w)isation\b|(?<=\w)isations\b"), "ization"),
    (re.compile(r"(?<=\w{3})ised\b"), "ized"),
    (re.compile(r"(?<=\w{3})ising\b"), "izing"),
    (re.compile(r"\b(colo|tumo|behavio|vapo|neighbo)ur"), r"\1r"),
    (re.compile(r"\b(fib|cent|lit|met|microlit|micromet|nanomet|millimet|kilomet|millilit)re(s?)\b"), r"\1er\2"),
    (re.compile(r"(?<=\w)elling\b"), "eling"),
    (re.compile(r"(?<=\w)elled\b"), "eled"),
    (re.compile(r"\bdefocuss|\bfocuss"), "focus"),
    (re.compile(r"sulph"), "sulf"),
    (re.compile(r"\bgrey"), "gray"),
    (re.compile(r"aem(?=[aio])"), "em"),
    (re.compile(r"aesth"), "esth"),
    (re.compile(r"\boe(?=[sd])"), "e"),
    (re.compile(r"haem"), "hem"),
    (re.compile(r"\bpaed"), "ped"),
    (re.compile(r"analogue"), "analog"),
    (re.compile(r"aluminium"), "aluminum"),
)  # fmt: skip


@lru_cache(maxsize=32_768)
def loose(key: str) -> str:
    """A folded text without the differences that spellings of one name have.

    American spelling, singular words, u for micro, no spaces: "light sheet" and "lightsheet", "fibre" and "fibers",
    "µm" and "um" are one.

    >>> loose("light sheet") == loose("lightsheet"), loose("labelled fibres") == loose("labeled fiber")
    (True, True)
    """
    return respelled(key).replace(" ", "")


def respelled(key: str) -> str:
    """A folded text in American spelling, its words in the singular, Greek letters by name, u for micro."""
    return " ".join(map(_respelled_word, key.split()))


@lru_cache(maxsize=32_768)
def _respelled_word(word: str) -> str:
    if not word.isascii():
        word = word.translate(_GREEK)
    if len(word) < 4 or not word.isalpha():
        return word
    for pattern, american in _AMERICAN:
        word = pattern.sub(american, word)
    if word in _SINGULAR:
        return _SINGULAR[word]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def rewritten(key: str, is_known: Callable[[str], bool]) -> tuple[str, ...]:
    """Other ways to write a folded text of which an index knows only whole words: words joined, a word split.

    Args:
        is_known: whether names have a word; such words are not split.

    >>> "light sheet microscopy" in rewritten("lightsheet microscopy", "microscopy".__eq__)
    True
    >>> rewritten("micro injection", "injection".__eq__)
    ('microinjection',)
    """
    words = key.split()[:_MOST_WORDS]
    joined = [
        " ".join([*words[:number], words[number] + words[number + 1], *words[number + 2 :]])
        for number in range(len(words) - 1)
    ]
    compounds = [
        (number, word)
        for number, word in sorted(enumerate(words), key=lambda item: -len(item[1]))
        if 2 * _SHORTEST_PART <= len(word) <= _LONGEST_COMPOUND
    ][:2]
    split = [
        " ".join([*words[:number], word[:at], word[at:], *words[number + 1 :]])
        for number, word in compounds
        if not is_known(word)
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    ]
    return (*joined, *split)
