"""Identifiers and things that were invented for tests: believable, the same in every run, nobody's.

What is invented depends on the identifier alone, so that a stand-in needs no memory and a test knows what to
expect.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping

from imagegraph.model.resolutions import ResolutionState

#: the letters of ROR: base 32 without i, l, o and u
CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

#: kind of identifier -> state -> how many of a hundred end so; the others are `ok`
SHARES: Mapping[str, Mapping[ResolutionState, int]] = {
    "ror": {"replaced": 5, "obsolete": 4, "ambiguous": 2, "not_found": 8},
    "orcid": {"replaced": 5, "restricted": 4, "not_found": 8},
    "antibody": {"replaced": 5, "not_found": 8},
    "cell line": {"replaced": 5, "not_found": 8},
    "resource": {"obsolete": 4, "ambiguous": 2, "not_found": 8},
    "handle": {"not_found": 8},
    "doi": {"replaced": 3, "not_found": 8},
}
_TOWNS = ("Northmere", "Eastholm", "Wexcombe", "Sundvik", "Altbruck", "Maravel", "Tidewater", "Kestrel Bay")
_FIELDS = ("Cell Biology", "Neuroscience", "Marine Science", "Imaging", "Plant Sciences", "Immunology")
_GIVEN = ("Mirela", "Tomasz", "Ines", "Halvard", "Adaeze", "Yuki", "Rosalind", "Emeka", "Sanne", "Leandro")
_FAMILY = (
    "Quist",
    "Oyelaran",
    "Varga-Lund",
    "Brink",
    "Ferreira",
    "Nakagawa",
    "O'Dell",
    "Ødegård",
    "Sá",
    "Roth",
)
_TARGETS = ("Iba1", "CD31", "GFP", "NeuN", "Lamin B1", "Tubulin", "Ki-67", "Collagen IV")
_ANIMALS = ("rabbit", "mouse", "goat", "rat", "chicken")
_VENDORS = ("Halcyon Reagents", "Meridian Bio", "Tarn Antibodies", "Larkspur Life Science")


def chance_of(kind: str, value: str) -> random.Random:
    """The dice for one identifier."""
    return random.Random(f"{kind} {value}")  # noqa: S311


def state_of(kind: str, value: str) -> ResolutionState:
    """How asking about an invented thing ends."""
    thrown = chance_of(f"state of {kind}", value).randrange(100)
    for state, share in SHARES[kind].items():
        if thrown < share:
            return state
        thrown -= share
    return "ok"


def heirs(kind: str, value: str, count: int = 1) -> list[str]:
    """What an identifier was replaced by: identifiers of the same kind whose state is `ok`."""
    found = (heir for heir in identifiers(kind, seed=f"heir of {value}") if state_of(kind, heir) == "ok")
    return [next(found) for _ in range(count)]


def identifiers(kind: str, *, seed: str = "") -> Iterator[str]:
    """Endless different identifiers of a kind, as the values of their scheme: `0000-0003-9000-0102`, `AB_9000000001`."""
    chance = random.Random(f"{kind} {seed}")  # noqa: S311
    seen: set[str] = set()
    while True:
        made = _MAKERS[kind](chance)
        if made not in seen:
            seen.add(made)
            yield made


def orcid(number: int) -> str:
    """The iD with these first fifteen digits and its check digit (ISO 7064 MOD 11-2)."""
    digits = f"{number:015d}"
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    digits += "0123456789X"[(12 - total % 11) % 11]
    return "-".join(digits[at : at + 4] for at in range(0, 16, 4))


def ror(letters: str) -> str:
    """The id with these six letters and its check digits (ISO 7064 MOD 97-10)."""
    number = 0
    for letter in letters:
        number = number * 32 + CROCKFORD.index(letter)
    return f"0{letters}{98 - number * 100 % 97:02d}"


def organisation_name(chance: random.Random) -> str:
    """A name of an institute."""
    return f"{chance.choice(_TOWNS)} Institute of {chance.choice(_FIELDS)}"


def person_name(chance: random.Random) -> tuple[str, str]:
    """Given and family name."""
    return chance.choice(_GIVEN), chance.choice(_FAMILY)


def reagent(chance: random.Random) -> tuple[str, str, str, str]:
    """Target, host, vendor and catalogue number of an antibody."""
    vendor = chance.choice(_VENDORS)
    return (
        chance.choice(_TARGETS), chance.choice(_ANIMALS), vendor,
        f"{vendor[:2].upper()}-{chance.randrange(100, 99_999)}",
    )  # fmt: skip


def title(chance: random.Random) -> str:
    """What a dataset or paper is called."""
    return f"{chance.choice(_TARGETS)} in {chance.choice(_ANIMALS)} tissue: {chance.choice(_FIELDS).lower()}"


def _letters(chance: random.Random, alphabet: str, count: int) -> str:
    return "".join(chance.choice(alphabet) for _ in range(count))


_MAKERS: Mapping[str, Callable[[random.Random], str]] = {
    "ror": lambda chance: ror(_letters(chance, CROCKFORD, 6)),
    "orcid": lambda chance: orcid(39_000_000 + chance.randrange(1_000_000)),
    "antibody": lambda chance: f"AB_9{chance.randrange(10**9):09d}",
    "cell line": lambda chance: f"CVCL_Z{_letters(chance, _LETTERS, 3)}",
    "resource": lambda chance: f"SCR_9{chance.randrange(10**5):05d}",
    "handle": lambda chance: f"21.99999/{_letters(chance, CROCKFORD, 5)}-{_letters(chance, CROCKFORD, 5)}",
    "doi": lambda chance: f"{chance.choice(('10.5072', '10.5555'))}/{_letters(chance, CROCKFORD, 8)}",
}
