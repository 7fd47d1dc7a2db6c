"""Names of people are compared the same way round, whatever they are, and found again in other ways of writing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imagegraph.operations.reconciliation.names import (
    Closeness,
    compare,
    may_be_same_name,
    parse_name,
    sentence,
)

#: words as they stand in names; two letters and more, so that none is taken for an initial
WORDS = st.sampled_from(
    [
        "Ada",
        "Björn",
        "Chloé",
        "Dmitri",
        "Elif",
        "Françoise",
        "Okafor",
        "Novák",
        "Ibáñez",
        "Håkansson",
        "Żuraw",
    ]
) | st.text("abcdefghijklmnoprstuvyzäéøł", min_size=3, max_size=10).map(str.capitalize)
PARTICLES = {"Van", "Von", "Den", "Der", "Des", "Del", "Dos", "Las", "Los", "Ten", "Ter", "Vom", "Zum", "Zur", "Ibn",
             "Bin", "Das", "Sir", "Phd", "Msc", "Bsc", "Mba", "Iii", "Prof", "Miss", "Dame"}  # fmt: skip
NAMES = st.lists(
    WORDS.filter(lambda word: word not in PARTICLES), min_size=2, max_size=3, unique_by=str.casefold
)


def closeness(left: str, right: str) -> Closeness | None:
    """How close two texts are as names."""
    return compare(parse_name(left), parse_name(right))


@given(st.text(), st.text())
def test_any_two_texts_can_be_compared_either_way(left: str, right: str) -> None:
    """Comparing never raises and is symmetric; whatever the result is, there is a sentence for it."""
    found = closeness(left, right)
    assert found == closeness(right, left)
    assert may_be_same_name(left, right) == may_be_same_name(right, left)
    if found is not None:
        assert sentence(found, left, right)


@given(NAMES)
def test_a_name_is_found_in_other_orders_and_shortened(words: list[str]) -> None:
    """A name fits itself, itself with the family name first, without its accents, and with initials."""
    *given_names, family = words
    name = " ".join(words)
    initials = [word[0] for word in given_names]
    assert closeness(name, name) == "same"
    assert closeness(name, f"{family}, {' '.join(given_names)}") == "same"
    assert closeness(name, f"{family.upper()}, {' '.join(given_names)}") == "same"
    assert closeness(name, f"{family} {' '.join(given_names)}") in ("same", "reordered")
    for short in (
        f"{'. '.join(initials)}. {family}", f"{family} {''.join(initials)}", f"{family}, {initials[0]}.",
        f"{initials[0]}. {family}", f"{family} {' '.join(initials)}",
    ):  # fmt: skip
        assert closeness(name, short) == "initials", short
    plain = "".join(one for one in unicodedata.normalize("NFD", name) if not unicodedata.combining(one))
    assert closeness(name, plain) == "same"


@given(NAMES, WORDS)
def test_a_middle_name_more_is_no_other_person(words: list[str], middle: str) -> None:
    """A name with a middle name, whole or as an initial, still fits the name without it."""
    *given_names, family = words
    for extra in (middle, f"{middle[0]}."):
        found = closeness(f"{family}, {' '.join(given_names)} {extra}", f"{family}, {' '.join(given_names)}")
        assert found in ("middle", "same", "spelling")


@given(NAMES, NAMES)
def test_names_that_fit_share_a_key(left: list[str], right: list[str]) -> None:
    """Blocking loses nothing: two names that fit have a key in common."""
    one, other = parse_name(" ".join(left)), parse_name(" ".join(right))
    if compare(one, other) is not None:
        assert one.keys & other.keys


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Ada Okafor", "Okafor, Ada", "same"),
        ("Ada Okafor", "ADA OKAFOR", "same"),
        ("Dr. Ada Okafor, PhD", "Ada Okafor", "same"),
        ("Xiao-Ming Qiu", "Xiaoming Qiu", "same"),
        ("Pat O'Shea", "Pat O\u2019Shea", "same"),
        ("Ana García-Ibáñez", "Garcia Ibanez, Ana", "same"),
        ("Søren Kjær", "Soren Kjaer", "same"),
        ("李伟", "李伟", "same"),
        ("Wei Qiu", "Qiu Wei", "reordered"),
        ("Jörg Bäcker", "Joerg Baecker", "spelling"),
        ("Jan van der Velde", "Velde, Jan", "spelling"),
        ("Ada B. C. Okafor", "Ada Okafor", "middle"),
        ("Ada B. Okafor", "Ada Beatrice Okafor", "middle"),
        ("A. Okafor", "Ada Okafor", "initials"),
        ("Okafor AB", "Ada Okafor", "initials"),
        ("J.-P. Duval", "Jean-Pierre Duval", "initials"),
        ("JP Duval", "Jean Pierre Duval", "initials"),
        ("Qiu XM", "Xiaoming Qiu", "initials"),
        ("Okafor A", "Okafor A", "initials"),
        ("Okafor", "Okafor", "single"),
        ("Okafor", "Ada Okafor", None),
        ("Ada Okafor", "Ben Okafor", None),
        ("Ada B. Okafor", "Ada C. Okafor", None),
        ("Andrew F. Tiller", "Andrew Fielder", None),
        ("Jan von Berg", "Jan van Berg", None),
        ("Wei Qiu", "Wei Zhao", None),
        ("", "", None),
        ("?!", "?!", None),
        ("A B", "A B", None),
    ],
)
def test_known_pairs(left: str, right: str, expected: Closeness | None) -> None:
    """Spellings that people use, and names that only look alike."""
    assert closeness(left, right) == expected
    assert closeness(right, left) == expected


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("Okafor", "Ada Okafor", True), ("A. Okafor", "Ada Okafor", True), ("", "Ada Okafor", True),
        ("Ada", "Ada Okafor", True), ("Ada Okafor", "Jan Novák", False), ("Novak", "Ada Okafor", False),
    ],
)  # fmt: skip
def test_what_may_be_one_name(mine: str, theirs: str, expected: bool) -> None:
    """A part of a name, or no name at all, contradicts nothing; another name does."""
    assert may_be_same_name(mine, theirs) is expected
