"""What copying and typing does to the characters of an identifier: what is repaired, and what is named and refused.

Repaired without a word: blanks, invisible characters and brackets around it, any Unicode dash in place of a hyphen,
and punctuation that a sentence left behind. Refused, with the character and its code point: letters of other scripts
that look like ours, the letter O in place of the digit 0, and characters inside that nobody can see.
"""

from __future__ import annotations

import html
import re
import unicodedata
from urllib.parse import unquote

#: blanks and invisible characters that copying leaves at the ends
BLANKS = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\xad\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"), "-")
_AROUND = {"<": ">", "(": ")", "[": "]", '"': '"', "'": "'", "“": "”", "\u2018": "\u2019", "«": "»"}
_CLOSING = {")": "(", "]": "[", "}": "{", ">": "<"}
_LEFT_BEHIND = ",;:'\"”\u2019»"
#: letters of Greek and Cyrillic that look like a Latin letter
_GREEK_OR_CYRILLIC = "АВСЕНІЈКМОРЅТХУаеіјорсѕухΑΒΕΖΗΙΚΜΝΟΡΤΥΧον"  # noqa: RUF001 - they are meant
_LATIN = "ABCEHIJKMOPSTXYaeijopcsyxABEZHIKMNOPTYXov"
_SAME_SHAPE = dict(zip(map(ord, _GREEK_OR_CYRILLIC), _LATIN, strict=True))
_ROUND_OR_STRAIGHT = str.maketrans("OoIil", "00111")
_FOR_DIGITS = str.maketrans("OoIilSsBZz", "0011155822")
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|apos|nbsp|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_ENCODED = re.compile(r"%[0-9A-Fa-f]{2}")
_LATEX = re.compile(r"\\+([_&%#$~{}])")
#: blanks, controls, and what changes the direction of a text or cannot be seen
_UNSEEN = re.compile(
    r"[\x00-\x20\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff0-\uffff\ud800-\udfff]"
)


def without_frame(text: str) -> str:
    """A text without blanks, invisible characters and one pair of brackets or quotes around it.

    >>> without_frame(" <https://doi.org/10.1000/182> ")
    'https://doi.org/10.1000/182'
    """
    inner = text.strip(BLANKS)
    if len(inner) > 1 and _AROUND.get(inner[0]) == inner[-1]:
        inner = inner[1:-1].strip(BLANKS)
    return inner


def with_hyphens(text: str) -> str:
    r"""A text with hyphens for all dashes.

    >>> with_hyphens("0000\u20130002\u20131825\u20110097")
    '0000-0002-1825-0097'
    """
    return text if text.isascii() else text.translate(_DASHES)


def decoded(text: str) -> str:
    """A text whose percent-encoding is undone once, when it has any."""
    return unquote(text) if "%" in text and _ENCODED.search(text) else text


def without_entities(text: str) -> str:
    """A text with the characters that its HTML entities stand for.

    >>> without_entities("52:4&lt;401")
    '52:4<401'
    """
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text) if "&" in text else text


def without_latex(text: str) -> str:
    r"""A text without LaTeX's backslash before special characters.

    >>> without_latex(r"10.1000/b\_c")
    '10.1000/b_c'
    """
    return _LATEX.sub(r"\1", text) if "\\" in text else text


def without_rest_of_sentence(text: str) -> str:
    """A text without the punctuation that a sentence left at its end.

    Commas, semicolons, colons and quotes go, and closing brackets that were not opened inside. A full stop goes
    only before one of those: on its own it may belong to the identifier.

    >>> without_rest_of_sentence("10.1000/a(b)).,"), without_rest_of_sentence("10.1109/CVPR.2016.90.")
    ('10.1000/a(b)', '10.1109/CVPR.2016.90.')
    """
    end = len(text)
    while end:
        last = text[end - 1]
        if last in _LEFT_BEHIND or _unopened(text, end) or (last == "." and end < len(text)):
            end -= 1
        elif last == "." and end > 1 and _unopened(text, end - 1):
            end -= 2
        else:
            break
    return text[:end]


def _unopened(text: str, end: int) -> bool:
    """Whether the character before `end` closes a bracket that was never opened."""
    last = text[end - 1]
    opening = _CLOSING.get(last)
    return opening is not None and text.count(last, 0, end) > text.count(opening, 0, end)


def named(character: str) -> str:
    r"""A character with its code point and name.

    >>> named("µ"), named("\u200b")
    ('“µ” (U+00B5 MICRO SIGN)', 'U+200B ZERO WIDTH SPACE')
    """
    shown = f"“{character}” " if character.isprintable() and not character.isspace() else ""
    name = unicodedata.name(character, "")
    point = f"U+{ord(character):04X}{f' {name}' if name else ''}"
    return f"{shown}({point})" if shown else point


def unseen_character(text: str) -> str | None:
    """What is wrong with the first character that nobody can see, None when there is none."""
    found = _UNSEEN.search(text)
    if found is None:
        return None
    if found[0] == " ":
        return "there is a blank inside"
    return f"the character {named(found[0])} cannot be seen; delete it"


def look_alike(text: str, form: re.Pattern[str]) -> str | None:
    """Which character stands in place of one that looks the same, when that is all that is wrong.

    Args:
        form: what the text should look like, whole match.

    >>> look_alike("0000-0002-1825-OO97", re.compile("[0-9X-]*"))
    'the letter “O” stands where the digit 0 belongs'
    """
    latin = text if text.isascii() else unicodedata.normalize("NFKC", text).translate(_SAME_SHAPE)
    if len(latin) != len(text):
        return None
    for meant in (latin, latin.translate(_ROUND_OR_STRAIGHT), latin.translate(_FOR_DIGITS)):
        if meant == text or form.fullmatch(meant) is None:
            continue
        written, right = next(pair for pair in zip(text, meant, strict=True) if pair[0] != pair[1])
        what = f"stands where the {'digit' if right.isdigit() else 'letter'} {right} belongs"
        return (
            f"the letter “{written}” {what}"
            if written.isascii()
            else f"the character {named(written)} {what}"
        )
    return None


def foreign_character(text: str) -> str | None:
    """What is wrong with the first character that is not ASCII, None when there is none."""
    if text.isascii():
        return None
    return f"it contains {named(next(character for character in text if not character.isascii()))}"
