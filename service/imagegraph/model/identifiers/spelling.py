"""Persistent identifiers and ontology terms as people spell them, and the one IRI each stands for.

Checksums: ORCID uses ISO 7064 MOD 11-2
(https://support.orcid.org/hc/en-us/articles/360006897674), ROR uses ISO 7064 MOD 97-10 over Crockford
base32 (https://ror.readme.io/docs/identifier). DOIs are compared without regard to case and written in
lower case (https://www.doi.org/doi-handbook/). Handles keep their case. RRIDs have no checksum.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote

from imagegraph.model.terms import spellings

#: longest IRI that is accepted, characters
LONGEST = 2_000

#: URI schemes that an IRI may have without a word; any other one may be a prefix that was not declared
SCHEMES = frozenset(
    [
        "http",
        "https",
        "urn",
        "ftp",
        "sftp",
        "mailto",
        "tel",
        "tag",
        "ark",
        "info",
        "s3",
        "gs",
        "arcp",
        "swh",
        "did",
    ]
)

#: schemes that run or open something when they are followed; an IRI with one is refused
DANGEROUS = frozenset(
    [
        "javascript",
        "vbscript",
        "livescript",
        "data",
        "file",
        "blob",
        "filesystem",
        "view-source",
        "jar",
        "about",
        "chrome",
    ]
)


@dataclass(frozen=True)
class Normalised:
    """What became of one spelling.

    Attributes:
        iri: the IRI to keep; the text itself when it could not be understood.
        changed: whether `iri` differs from the text.
        kind: `orcid ror doi rrid handle term iri`; `placeholder` for an id that says there is none
            (`https://orcid.org/NA`); `none` for something that cannot be used as an IRI.
        problem: what is wrong or doubtful about it, None when nothing is; only `none` cannot be kept at all.
    """

    iri: str
    changed: bool
    kind: str
    problem: str | None = None


#: what may never stand in an IRI, RFC 3987 §2.2, with invisible and direction-changing characters
_UNUSABLE = re.compile(
    r"[\x00-\x20\x7f-\xa0<>\"{}|\\^`\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\ud800-\udfff]"
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_WEB = re.compile(r"https?://[^/?#]+", re.IGNORECASE)
#: web addresses that may be another spelling of something; all others are kept as they are
_SUSPECT = re.compile(
    r"https?://(?:[^/?#@]*@)?(?:www\.)?(?:[a-z0-9-]+\.)*"
    r"(?:orcid\.org|ror\.org|doi\.org|handle\.net|identifiers\.org|n2t\.net|bioregistry\.io|scicrunch\.org|rrid\.site"
    r"|antibodyregistry\.org|obolibrary\.org|ebi\.ac\.uk|bioassayontology\.org|edamontology\.org|uniprot\.org"
    r"|nih\.gov|europepmc\.org|fpbase\.org|qudt\.org|bioontology\.org|schema\.org|purl\.org|w3\.org|tdwg\.org"
    r"|cellosaurus\.org|expasy\.org|geneontology\.org)[/:]",
    re.IGNORECASE,
)

_PLACEHOLDER = re.compile(
    r"(?:n\.?/?a\.?|none|null|nan|unknown|undefined|missing|tbd|todo|-+|x+"
    r"|not[ _-]?(?:available|applicable|known|provided))?",
    re.IGNORECASE,
)
_ORCID = re.compile(r"(?:https?://(?:www\.)?orcid\.org/|orcid:\s*|orcid\.org/)(.*)", re.IGNORECASE)
_ORCID_BARE = re.compile(r"(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dXx])")
_ROR = re.compile(r"(?:https?://(?:www\.)?ror\.org/|ror:\s*|ror\.org/)(.*)", re.IGNORECASE)
_ROR_BARE = re.compile(r"0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}", re.IGNORECASE)
_DOI = re.compile(
    r"(?:https?://(?:www\.|dx\.)?doi\.org/(?:doi:)?|doi:\s*(?://)?|dx\.doi\.org/|doi\.org/)(.*)",
    re.IGNORECASE,
)
_DOI_BARE = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_RRID = re.compile(
    r"(?:https?://(?:www\.)?(?:identifiers\.org/(?:rrid[/:])?|n2t\.net/|scicrunch\.org/resolver/|rrid\.site/(?:data/record/)?|bioregistry\.io/)"
    r"(?:rrid:\s*)+|(?:rrid:\s*)+|https?://(?:www\.)?(?:scicrunch\.org/resolver/|antibodyregistry\.org/(?=AB_)"
    r"|cellosaurus\.org/(?=CVCL_)))(.*)",
    re.IGNORECASE,
)
_RRID_LOCAL = re.compile(
    r"AB_\d{1,10}|SCR_\d{5,6}|CVCL_[A-Z0-9]{4}|Addgene_\d{1,10}|IMSR_[A-Z]+(?:-[A-Z0-9]+)?:\S+"
    r"|MMRRC_\d{6}(?:-[A-Z]+)?|MGI:\d+|RGD_\d+|RRRC_\d+|BDSC_\d+|DGGR_\d+|FlyBase_\S+|ZFIN_\S+|ZIRC_\S+"
    r"|WB-STRAIN[:_]\S+|NXR_\S+|NSRRC_\S+|AGSC_\S+|BCBC_\S+|TSC_\S+|SAMN\d+"
)
_RRID_ANY = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,29}[_:]\S{1,40}")
_HANDLE = re.compile(r"(?:https?://hdl\.handle\.net/|hdl:\s*|hdl\.handle\.net/)(.*)", re.IGNORECASE)
_HANDLE_LOCAL = re.compile(r"\d+(?:\.[A-Za-z0-9]+)*/\S+")
#: what is meant as an identifier though its form is wrong, not as a page about identifiers
_MEANT = {
    "orcid": re.compile(r"[\dXx-]{8,}$"),
    "ror": re.compile(r"0\w{5,11}$"),
    "doi": re.compile(r"10\."),
    "rrid": re.compile(r"."),
    "handle": re.compile(r"\d"),
}
_BASE32 = "0123456789abcdefghjkmnpqrstvwxyz"


def orcid_checksum(digits: str) -> str:
    """The last character of an ORCID iD whose first 15 digits are given.

    >>> orcid_checksum("000000021825009")
    '7'
    """
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    remainder = (12 - total % 11) % 11
    return "X" if remainder == 10 else str(remainder)


def ror_checksum(characters: str) -> str:
    """The last two digits of a ROR id whose first seven characters are given, lower case.

    >>> ror_checksum("03mstc5")
    '92'
    """
    number = 0
    for character in characters:
        number = number * 32 + _BASE32.index(character)
    return f"{98 - (number * 100) % 97:02d}"


def is_placeholder(text: str) -> bool:
    """Whether a text only says that there is no value: empty, `NA`, `None`, `unknown` …"""
    return _PLACEHOLDER.fullmatch(text.strip()) is not None


@lru_cache(maxsize=65_536)
def normalise_iri(text: str) -> Normalised:
    """The IRI that a spelling stands for; never raises.

    >>> normalise_iri("NCBI:txid9606").iri
    'http://purl.obolibrary.org/obo/NCBITaxon_9606'
    >>> normalise_iri("https://orcid.org/0000-0002-1825-0098").problem
    'the checksum of this ORCID is wrong: the last character should be 7'
    """
    if len(text) > LONGEST:
        return _unusable(text, f"it is longer than {LONGEST:,} characters")
    if _WEB.match(text) and not _SUSPECT.match(text) and not _UNUSABLE.search(text):
        return Normalised(text, False, "iri")
    found = _orcid(text) or _ror(text) or _doi(text) or _rrid(text) or _handle(text) or _term(text)
    return found or _plain(text)


def _orcid(text: str) -> Normalised | None:
    named = _ORCID.fullmatch(text)
    local = named[1].strip().rstrip("/") if named else text
    digits = _ORCID_BARE.fullmatch(local)
    if digits is None:
        return _other(text, local, kind="orcid", form="four groups of four digits") if named else None
    number = "".join(digits.groups()).upper()
    if orcid_checksum(number[:15]) != number[15]:
        if not named and "-" not in local:
            return None
        expected = orcid_checksum(number[:15])
        return Normalised(
            text,
            False,
            "orcid",
            f"the checksum of this ORCID is wrong: the last character should be {expected}",
        )
    groups = (number[:4], number[4:8], number[8:12], number[12:])
    return _kept(text, "https://orcid.org/" + "-".join(groups), kind="orcid")


def _ror(text: str) -> Normalised | None:
    named = _ROR.fullmatch(text)
    local = named[1].strip().rstrip("/").lower() if named else text.lower()
    if not _ROR_BARE.fullmatch(local):
        return _other(text, local, kind="ror", form="0, six characters and two digits") if named else None
    if ror_checksum(local[:7]) != local[7:]:
        problem = (
            f"the checksum of this ROR id is wrong: the last two digits should be {ror_checksum(local[:7])}"
        )
        return Normalised(text, False, "ror", problem) if named else None
    return _kept(text, f"https://ror.org/{local}", kind="ror")


def _doi(text: str) -> Normalised | None:
    named = _DOI.fullmatch(text)
    local = named[1].strip() if named else text
    if named and "%" in local and text[:4].lower() == "http":
        local = unquote(local)
    if not _DOI_BARE.fullmatch(local):
        return _other(text, local, kind="doi", form="10.1234/name") if named else None
    iri = "https://doi.org/" + quote(local.lower(), safe="/:;()@!$&'*+,=._~-#?")
    return _kept(text, iri, kind="doi")


def _rrid(text: str) -> Normalised | None:
    named = _RRID.fullmatch(text)
    local = (named[1] if named else text).strip().rstrip(".,;)")
    if not named:
        if not re.fullmatch(r"(?:AB_\d{4,10}|SCR_\d{5,6}|CVCL_[A-Z0-9]{4}|Addgene_\d+)", local):
            return None
    elif not _RRID_LOCAL.fullmatch(local):
        if not _RRID_ANY.fullmatch(local):
            return _other(text, local, kind="rrid", form="RRID:AB_90755")
        iri = "https://identifiers.org/RRID:" + quote(local, safe="/:;()@!$&'*+,=._~-")
        return Normalised(iri, iri != text, "rrid", "no RRID authority is known by this prefix")
    return _kept(text, "https://identifiers.org/RRID:" + quote(local, safe="/:;()@!$&'*+,=._~-"), kind="rrid")


def _handle(text: str) -> Normalised | None:
    named = _HANDLE.fullmatch(text)
    if named is None:
        return None
    local = named[1].strip()
    if local.startswith("10.") and _DOI_BARE.fullmatch(local):
        return _kept(text, normalise_iri("doi:" + local).iri, kind="doi")
    if not _HANDLE_LOCAL.fullmatch(local):
        return _other(text, local, kind="handle", form="21.11157/name")
    return _kept(text, f"https://hdl.handle.net/{quote(local, safe='/:;()@!$&*+,=._~-#?%')}", kind="handle")


def _term(text: str) -> Normalised | None:
    iri = spellings().find_term(text)
    return _kept(text, iri, kind="term") if iri else None


def _plain(text: str) -> Normalised:
    unusable = _UNUSABLE.search(text)
    if unusable:
        return _unusable(
            text, f"it contains the character U+{ord(unusable[0]):04X}, which no IRI may contain"
        )
    scheme = _SCHEME.match(text)
    if scheme is None:
        return _unusable(text, "it has no scheme such as https:")
    if scheme[1].lower() in DANGEROUS:
        return _unusable(text, f"the scheme “{scheme[1]}:” is not allowed")
    if scheme[1].lower() not in SCHEMES:
        return Normalised(text, False, "iri", f"“{scheme[1][:40]}:” may be a prefix that was not declared")
    table = spellings()
    base = table.namespace.match(text)
    if base:
        return _kept(text, table.namespaces[base[0]] + text[base.end() :], kind="iri")
    return Normalised(text, False, "iri")


def _kept(text: str, iri: str, *, kind: str) -> Normalised:
    """The canonical IRI, unless it turns out to be unusable."""
    if _UNUSABLE.search(iri) or len(iri) > LONGEST:
        return _unusable(text, "it contains characters that no IRI may contain")
    return Normalised(iri, iri != text, kind)


def _other(text: str, local: str, *, kind: str, form: str) -> Normalised:
    """Something behind the address of an authority that is none of its identifiers."""
    web = _WEB.match(text) is not None
    if _PLACEHOLDER.fullmatch(local) and (local or not web):
        return Normalised(text, False, "placeholder", f"it stands for an {kind.upper()} that was not given")
    if _UNUSABLE.search(text):
        return _unusable(text, "it contains characters that no IRI may contain")
    if not _SCHEME.match(text):
        return _unusable(text, "it has no scheme such as https:")
    if web and not _MEANT[kind].match(local):
        return Normalised(text, False, "iri")  # another page of the authority
    return Normalised(text, False, kind, f"an identifier of this kind is written like {form}")


def _unusable(text: str, problem: str) -> Normalised:
    return Normalised(text, False, "none", problem)
