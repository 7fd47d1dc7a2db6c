"""Texts as they are compared: without regard to case, accents, punctuation and width.

Both sides of every comparison are folded, so what is lost is lost on both. Accents are dropped from Latin,
Greek and Cyrillic letters only: in other scripts a mark is part of the word.
"""

from __future__ import annotations

import unicodedata

#: first code point after the scripts whose accents are dropped (Hebrew and what follows keep their marks)
_KEEPS_MARKS = 0x0590
#: what stays inside a word though it is neither letter nor digit: `Ca2+`
_WORD_SIGNS = "+"
#: ASCII characters as they are compared; most names need no more than this
_ASCII = {
    code: chr(code).lower() if chr(code).isalnum() or chr(code) in _WORD_SIGNS else " " for code in range(128)
}


def fold(text: str) -> str:
    """The words of a text in their comparable form, separated by single spaces.

    >>> fold("  Förster-Resonance (FRET)\\u200f ")
    'forster resonance fret'
    >>> fold("H&E"), fold("E. coli"), fold("Ca2+")
    ('h e', 'e coli', 'ca2+')
    """
    if text.isascii():
        return " ".join(text.translate(_ASCII).split())
    decomposed = unicodedata.normalize("NFKD", text)
    kept: list[str] = []
    base = ""
    for character in decomposed:
        category = unicodedata.category(character)
        if category == "Cf":
            continue
        if category == "Mn":
            if base >= chr(_KEEPS_MARKS):
                kept.append(character)
            continue
        base = character
        kept.append(character)
    plain = unicodedata.normalize("NFC", "".join(kept).casefold())
    words = "".join(
        character if character.isalnum() or character in _WORD_SIGNS or unicodedata.combining(character)
        or unicodedata.category(character) == "Mc" else " "
        for character in plain
    )  # fmt: skip
    return " ".join(words.split())
