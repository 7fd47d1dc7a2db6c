"""How many identifiers are recognised and checked in a second, by one core.

    python tests/benchmarks/identifier_rate.py [NUMBER]

NUMBER (100,000) different texts of every scheme in the spellings of the wild, one in five of them wrong: a changed
digit, a letter in place of a digit, a doubled or foreign prefix, a blank inside, a page of the same host, plain words.
Each is handed to `identify` once, which remembers nothing. The plain script beside it does the least that anybody
would: take the address off, compare with one pattern, calculate the checksum. It reads none of the other spellings
and gives no reason. The ratio of the two holds on any machine, the seconds only on this one.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from random import Random

from imagegraph.model.identifiers import (
    identify,
    orcid_checksum,
    packaged_schemes,
    ror_checksum,
    rrid_families,
)

_BASE32 = "0123456789abcdefghjkmnpqrstvwxyz"
_PATTERNS = [
    ("https://orcid.org/", re.compile(r"(?:https?://orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])")),
    ("https://ror.org/", re.compile(r"(?:https?://ror\.org/)?(0[a-hj-km-np-tv-z0-9]{6}\d{2})")),
    (
        "https://doi.org/",
        re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?(10\.\d{4,9}/\S+)", re.IGNORECASE),
    ),
    ("https://hdl.handle.net/", re.compile(r"(?:https?://hdl\.handle\.net/|hdl:)(\S+/\S+)")),
    ("https://identifiers.org/RRID:", re.compile(r"RRID:(\S+)")),
]


def _digits(random: Random, count: int) -> str:
    return "".join(random.choices("0123456789", k=count))


def _orcid(random: Random) -> str:
    digits = (
        f"000{random.choice('012')}{random.randrange(10**11):011d}"
        if random.random() < 0.2
        else (f"00000002{random.randrange(10**7):07d}")
    )
    groups = [digits[:4], digits[4:8], digits[8:12], digits[12:] + orcid_checksum(digits)]
    return "-".join(groups)


def _ror(random: Random) -> str:
    start = "0" + "".join(random.choices(_BASE32, k=6))
    return start + ror_checksum(start)


def _doi(random: Random) -> str:
    registrant = random.choice(
        ["10.5281/zenodo.", "10.7554/eLife.", "10.1371/journal.pone.", "10.6019/S-BIAD"]
    )
    if random.random() < 0.05:
        return f"10.1002/(SICI)1097-4679(199607)52:4<{_digits(random, 7)}::AID-JCLP5>3.0.CO;2-P"
    return registrant + _digits(random, 8)


def _handle(random: Random) -> str:
    return f"21.{_digits(random, 5)}/{_digits(random, 4)}-{random.choice('abcXYZ')}{_digits(random, 4)}"


def _rrid(random: Random) -> str:
    family = random.choice(list(rrid_families().values()))
    if family.prefix in ("IMSR", "CVCL", "SAMN", "MMRRC", "SCR"):
        return re.sub(r"\d", lambda _: random.choice("0123456789"), family.example)
    return f"{family.prefix}{family.joint}{_digits(random, 6)}"


def _accession(random: Random) -> str:
    scheme = random.choice(
        [
            scheme
            for name, scheme in packaged_schemes().items()
            if name not in ("orcid", "ror", "doi", "handle", "rrid")
        ]
    )
    example = scheme.example
    if scheme.name == "isni":
        digits = _digits(random, 15)
        return f"isni:{digits}{orcid_checksum(digits)}"
    if scheme.name in ("pdb", "uniprot"):
        return f"{scheme.prefixes[0]}:{example[0]}{''.join(random.choices('ABCDEFGH', k=len(example) - 2))}{_digits(random, 1)}"
    value = re.sub(r"\d{3,}", lambda number: "1" + _digits(random, len(number[0]) - 1), example)
    return scheme.iri(value) if random.random() < 0.5 else f"{scheme.prefixes[0]}:{value}"


def _spelt(value: str, base: str, prefix: str, random: Random) -> str:
    """One of the spellings of the wild."""
    return random.choice(
        [
            value, base + value, base + value, base.replace("https", "http") + value, base.upper() + value,
            f"{prefix}:{value}", f"{prefix.upper()}: {value}", base.removeprefix("https://") + value,
            f" {base}{value} ", f"{prefix}:{prefix}:{value}", f"https://identifiers.org/{prefix}:{value}",
        ]
    )  # fmt: skip


def _wrong(text: str, random: Random) -> str:
    """The text with one of the mistakes of the wild."""
    digits = [place for place, character in enumerate(text) if character.isdigit()] or [0]
    place = random.choice(digits)
    return random.choice(
        [
            text[:place]
            + str((int(text[place]) + 1) % 10 if text[place].isdigit() else 0)
            + text[place + 1 :],
            text[:place] + "O" + text[place + 1 :],
            text[:place] + "\u041e" + text[place + 1 :],
            text[:place] + " " + text[place:],
            f"https://ror.org/https://orcid.org/{text}",
            f"https://orcid.org/{_digits(random, 6)}/works",
            f"a sentence about {_digits(random, 6)}",
            f"https://doi.org/10.{_digits(random, 3)}/{_digits(random, 5)}",
        ]
    )


_KINDS: list[tuple[Callable[[Random], str], str, str]] = [
    (_orcid, "https://orcid.org/", "orcid"),
    (_ror, "https://ror.org/", "ror"),
    (_doi, "https://doi.org/", "doi"),
    (_handle, "https://hdl.handle.net/", "hdl"),
    (_rrid, "https://identifiers.org/RRID:", "rrid"),
]


def texts(number: int, random: Random) -> Iterator[str]:
    """Different texts of every scheme, one in five of them wrong."""
    seen: set[str] = set()
    while len(seen) < number:
        if random.random() < 0.25:
            text = _accession(random)
        else:
            make, base, prefix = random.choice(_KINDS)
            text = _spelt(make(random), base, prefix, random)
        if random.random() < 0.2:
            text = _wrong(text, random)
        if text not in seen:
            seen.add(text)
            yield text


def plain(text: str) -> str | None:
    """The canonical IRI by the least that can be done; None when it is not recognised."""
    for base, pattern in _PATTERNS:
        found = pattern.fullmatch(text.strip())
        if found is None:
            continue
        value = found[1]
        if "orcid" in base and orcid_checksum(value.replace("-", "")[:15]) != value[-1]:
            return None
        if "ror" in base and ror_checksum(value[:7]) != value[7:]:
            return None
        return base + value
    return None


def _seconds(task: Callable[[str], object], everything: list[str]) -> float:
    """The processor time of the fastest of three rounds."""
    rounds = []
    for _ in range(3):
        start = time.process_time()
        for text in everything:
            task(text)
        rounds.append(time.process_time() - start)
    return min(rounds)


def main() -> None:
    """Make, measure, print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    everything = list(texts(number, Random(1)))  # noqa: S311 - the same texts every time
    found = [identify(text) for text in everything]
    states = Counter(identifier.state for identifier in found)
    schemes = Counter(identifier.scheme for identifier in found if identifier.state == "valid")
    known = sum(plain(text) is not None for text in everything)
    ours, theirs = _seconds(identify, everything), _seconds(plain, everything)
    print(f"texts         {number:>9,}   {dict(states.most_common())}")
    print(f"valid         {states['valid']:>9,}   {dict(schemes.most_common())}")
    print(f"identify      {ours:9.2f} s {number / ours:>11,.0f} per second")
    print(f"plain script  {theirs:9.2f} s {number / theirs:>11,.0f} per second, recognises {known:,}")
    print(f"ratio         {ours / theirs:9.2f}")


if __name__ == "__main__":
    main()
