"""Made-up identifiers of every scheme, right by form and checksum, and the ways in which people spell them."""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import strategies as st

from imagegraph.model.identifiers import IdentifierScheme, orcid_checksum, packaged_schemes, ror_checksum

BASE32 = "0123456789abcdefghjkmnpqrstvwxyz"
_NAME = "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789"


@st.composite
def orcids(draw: st.DrawFn) -> str:
    """ORCID iDs in the assigned blocks."""
    number = draw(st.integers(15_000_000, 35_000_000) | st.integers(900_000_000_000, 900_100_000_000))
    digits = f"{number:015d}"
    return "-".join([digits[:4], digits[4:8], digits[8:12], digits[12:] + orcid_checksum(digits)])


@st.composite
def rors(draw: st.DrawFn) -> str:
    """ROR ids with at least one letter, as a bare one needs."""
    start = "0" + draw(st.text(BASE32, min_size=5, max_size=5)) + draw(st.sampled_from("abcdefxyz"))
    return start + ror_checksum(start)


@st.composite
def isnis(draw: st.DrawFn) -> str:
    """ISNIs."""
    digits = f"{draw(st.integers(0, 10**15 - 1)):015d}"
    return digits + orcid_checksum(digits)


#: names that no sentence could have lengthened: no punctuation at the end, no percent sign or backslash
_SUFFIXES = st.from_regex(r"[a-zA-Z0-9](?:[a-zA-Z0-9._;()/:+<>\[\]_-]{0,20}[a-zA-Z0-9])?", fullmatch=True)
_BALANCED = _SUFFIXES.filter(lambda text: "//" not in text)
DOIS = st.builds(
    "10.{}/{}".format, st.integers(1000, 999_999).filter(lambda n: n != 13039), _BALANCED.map(str.lower)
)
HANDLES = st.builds(
    "21.{}/{}".format, st.integers(1000, 999_999), _BALANCED.filter(lambda text: len(text) > 2)
)

_MADE: dict[str, st.SearchStrategy[str]] = {
    "orcid": orcids(),
    "ror": rors(),
    "isni": isnis(),
    "doi": DOIS,
    "handle": HANDLES,
    "rrid": st.one_of(
        st.from_regex(
            r"AB_[0-9]{4,10}|SCR_[0-9]{6}|CVCL_[A-Z0-9]{4}|IMSR_JAX:[0-9]{6}|BDSC_[0-9]{1,6}", fullmatch=True
        ),
        st.from_regex(r"ZFIN_ZDB-GENO-[0-9]{6}-[0-9]{1,3}|MGI:[0-9]{1,8}|SAMN[0-9]{8}", fullmatch=True),
    ),
    "grid": st.from_regex(r"grid\.[0-9]{1,6}\.[0-9a-f]{1,2}", fullmatch=True),
}


def values(scheme: IdentifierScheme) -> st.SearchStrategy[str]:
    """Canonical values of a scheme."""
    if scheme.name in _MADE:
        return _MADE[scheme.name]
    return st.from_regex(re.compile(scheme.pattern.pattern, re.ASCII), fullmatch=True)


def _base(scheme: IdentifierScheme) -> str:
    """The address that people put before a whole IRI; that of funders ends inside their DOI."""
    return scheme.base.removesuffix("10.13039/")


#: name of a spelling -> how it is made from scheme and canonical value
SPELLINGS: dict[str, Callable[[IdentifierScheme, str], str]] = {
    "iri": lambda scheme, value: scheme.iri(value),
    "http": lambda scheme, value: re.sub("^https?", "http", scheme.iri(value)),
    "https": lambda scheme, value: re.sub("^https?", "https", scheme.iri(value)),
    "host in capitals": lambda scheme, value: re.sub(
        "^https?://[^/]+", lambda host: host[0].upper(), scheme.iri(value)
    ),
    "without https": lambda scheme, value: re.sub("^https?://", "", scheme.iri(value)),
    "www": lambda scheme, value: re.sub(r"^(https?://)(?:www\.)?", r"\1www.", scheme.iri(value)),
    "prefix": lambda scheme, value: f"{scheme.prefixes[0]}:{value}",
    "prefix in capitals": lambda scheme, value: f"{scheme.prefixes[0].upper()}:{value}",
    "prefix and blank": lambda scheme, value: f"{scheme.prefixes[0]}:  {value}",
    "prefix twice": lambda scheme, value: f"{scheme.prefixes[0]}:{scheme.prefixes[0]}:{value}",
    "iri twice": lambda scheme, value: _base(scheme) + scheme.iri(value),
    "prefix in iri": lambda scheme, value: f"{_base(scheme)}{scheme.prefixes[0]}:{value}",
    "iri behind prefix": lambda scheme, value: f"{scheme.prefixes[0]}:{scheme.iri(value)}",
    "identifiers.org": lambda scheme, value: f"https://identifiers.org/{scheme.prefixes[0]}:{value}",
    "framed": lambda scheme, value: f" <{scheme.iri(value)}>\u200b",
    "encoded address": lambda scheme, value: scheme.iri(value).replace("://", "%3A%2F%2F", 1),
    "end of a sentence": lambda scheme, value: f"{scheme.prefixes[0]}:{value},",
    "in brackets": lambda scheme, value: f"({scheme.prefixes[0]}: {value})",
}

SCHEMES = list(packaged_schemes().values())


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A spelling of an identifier with a character changed, added or taken out."""
    scheme = draw(st.sampled_from(SCHEMES))
    text = SPELLINGS[draw(st.sampled_from(sorted(SPELLINGS)))](scheme, draw(values(scheme)))
    place = draw(st.integers(0, len(text) - 1))
    added = draw(
        st.sampled_from(
            ["", *"0OoIlX-_:/.,;#?%& ()<>a", "\u041e", "\u2013", "\u200b", "%2F", "RRID:", "doi:"]
        )
    )
    return text[:place] + added + text[place + draw(st.integers(0, 1)) :]
