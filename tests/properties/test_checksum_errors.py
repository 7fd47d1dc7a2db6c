"""The mistakes that the checksums of ORCID and ROR find."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from identifier_samples import BASE32, orcids, rors

from imagegraph.model.identifiers import identify

ORCIDS = ["0000-0002-1825-0097", "0000-0002-1694-233X", "0000-0001-5109-3700", "0009-0000-0000-0009"]
RORS = [
    "03mstc592",
    "02catss52",
    "03h2bxq36",
    "013meh722",
    "00k4n6c32",
    "05gxnyn08",
    "04zzzzz37",
    "00000ab02",
]


def _state(text: str, scheme: str) -> str:
    return identify(text, scheme=scheme).state


def _substitutions(text: str, alphabet: str) -> list[str]:
    """The text with each character but hyphens replaced by each other one."""
    return [
        text[:place] + other + text[place + 1 :]
        for place, character in enumerate(text)
        if character != "-"
        for other in alphabet
        if other != character
    ]


def _transpositions(text: str) -> list[str]:
    """The text with each two different neighbours exchanged, over hyphens too."""
    places = [place for place, character in enumerate(text) if character != "-"]
    found = []
    for left, right in pairwise(places):
        if text[left] != text[right]:
            characters = list(text)
            characters[left], characters[right] = characters[right], characters[left]
            found.append("".join(characters))
    return found


@pytest.mark.parametrize("orcid", ORCIDS)
def test_every_single_error_in_an_orcid_is_refused(orcid: str) -> None:
    """Each of the 160 wrong characters, and each exchange of neighbours."""
    wrong = [*_substitutions(orcid, "0123456789X"), *_transpositions(orcid)]
    assert len(wrong) >= 160
    assert [text for text in wrong if _state(text, "orcid") != "invalid"] == []
    assert [text for text in wrong if _state(f"https://orcid.org/{text}", "orcid") == "valid"] == []


@pytest.mark.parametrize("ror", RORS)
def test_every_single_error_in_a_ror_id_is_refused(ror: str) -> None:
    """Each of the 279 wrong characters of the alphabet, and each exchange of neighbours."""
    if _state(ror, "ror") != "valid":
        ror = ror[:7] + _checksum_by_remainder(ror[:7])
    wrong = [*_substitutions(ror, BASE32), *_transpositions(ror)]
    assert len(wrong) >= 9 * 31
    assert [text for text in wrong if _state(text, "ror") != "invalid"] == []


def _checksum_by_remainder(start: str) -> str:
    """The two digits that leave a remainder of 1, found by trying: another way to the same checksum."""
    number = int(start.translate(str.maketrans(BASE32, "0123456789abcdefghijklmnopqrstuv")), 32)
    (found,) = [check for check in range(2, 99) if (number * 100 + check) % 97 == 1]
    return f"{found:02d}"


@given(orcids())
def test_no_error_in_any_orcid_is_accepted(orcid: str) -> None:
    """The same for ORCID iDs that nobody chose."""
    wrong = [*_substitutions(orcid, "0123456789X"), *_transpositions(orcid)]
    assert all(_state(text, "orcid") == "invalid" for text in wrong)


@given(rors())
def test_no_error_in_any_ror_id_is_accepted(ror: str) -> None:
    """The same for ROR ids that nobody chose; the checksum is the one that leaves a remainder of 1."""
    assert ror[7:] == _checksum_by_remainder(ror[:7])
    wrong = [*_substitutions(ror, BASE32), *_transpositions(ror)]
    assert all(_state(text, "ror") == "invalid" for text in wrong)


def test_no_difference_of_one_character_is_a_multiple_of_97() -> None:
    """Why no single error slips through at all: the whole of it, not a sample.

    A wrong character among the first seven changes the number by its difference (at most 31) times its weight, and
    a wrong digit of the checksum changes the sum by at most 9 times 1 or 10. Neighbours in the wrong order change it
    by their difference times the difference of their weights.
    """
    weights = [100 * 32**place for place in range(6, -1, -1)] + [10, 1]
    single = [(difference * weight) % 97 for weight in weights[:7] for difference in range(1, 32)]
    single += [(difference * weight) % 97 for weight in weights[7:] for difference in range(1, 10)]
    exchanged = [
        (difference * (left - right)) % 97 for left, right in pairwise(weights) for difference in range(1, 32)
    ]
    assert 0 not in single
    assert 0 not in exchanged
