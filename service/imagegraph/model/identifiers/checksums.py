"""The checksums of identifiers.

ORCID iDs and ISNIs end in one character by ISO 7064 MOD 11-2
(https://support.orcid.org/hc/en-us/articles/360006897674). ROR ids end in two digits by ISO 7064 MOD 97-10 over
Crockford's base 32 (https://ror.readme.io/docs/identifier).

Both find every single wrong character and every two different neighbours in the wrong order. For MOD 11-2 the
standard says so. For ROR it is arithmetic: 97 is a prime, two characters of base 32 differ by at most 31, and a
character weighs `100 * 32**n`, so no wrong character changes the sum by a multiple of 97; two neighbours in the
wrong order change it by `31 * 32**n * 100` times their difference, which is none either. Of several errors at once
one in 11 or one in 97 goes unseen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

#: Crockford's base 32: no i, l, o, u
BASE32 = "0123456789abcdefghjkmnpqrstvwxyz"
_VALUES = {character: value for value, character in enumerate(BASE32)}


def orcid_checksum(digits: str) -> str:
    """The last character of an ORCID iD or ISNI whose first 15 digits are given.

    Raises:
        ValueError: something else than digits.

    >>> orcid_checksum("000000021825009")
    '7'
    >>> orcid_checksum("000000021694233")
    'X'
    """
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    remainder = (12 - total % 11) % 11
    return "X" if remainder == 10 else str(remainder)


def ror_checksum(characters: str) -> str:
    """The last two digits of a ROR id whose first seven characters are given, lower case.

    Raises:
        KeyError: a character that is not of Crockford's base 32.

    >>> ror_checksum("03mstc5")
    '92'
    """
    number = 0
    for character in characters:
        number = number * 32 + _VALUES[character]
    return f"{98 - (number * 100) % 97:02d}"


def _mod_11_2(value: str) -> str | None:
    """What is wrong with the checksum of sixteen digits, written with or without hyphens."""
    digits = value.replace("-", "")
    expected = orcid_checksum(digits[:15])
    return None if digits[15] == expected else f"the last character should be {expected}"


def _mod_97_10(value: str) -> str | None:
    """What is wrong with the checksum of a ROR id."""
    expected = ror_checksum(value[:7])
    return None if value[7:] == expected else f"the last two digits should be {expected}"


#: name of a checksum in `mappings/identifiers.yaml` -> what is wrong with that of a value, None when it is right
CHECKSUMS: Mapping[str, Callable[[str], str | None]] = MappingProxyType(
    {"iso-7064-mod-11-2": _mod_11_2, "iso-7064-mod-97-10": _mod_97_10}
)
