"""Whatever is used as an IRI in a document -> the one IRI that is kept: identifiers, ontology terms, and all others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from imagegraph.model.identifiers.beginnings import host_of
from imagegraph.model.identifiers.identifier import LONGEST, Identifier
from imagegraph.model.identifiers.recognition import recognise
from imagegraph.model.identifiers.schemes import scheme_table
from imagegraph.model.terms import spellings

#: URI schemes that an IRI may have without a word; any other one may be a prefix that was not declared
SCHEMES = frozenset(
    ["http", "https", "urn", "ftp", "sftp", "mailto", "tel", "tag", "ark", "info", "s3", "gs", "arcp", "swh", "did"]
)  # fmt: skip

#: schemes that run or open something when they are followed; an IRI with one is refused
DANGEROUS = frozenset(
    [
        "javascript", "vbscript", "livescript", "data", "file", "blob", "filesystem", "view-source", "jar", "about",
        "chrome",
    ]
)  # fmt: skip

#: what may never stand in an IRI, RFC 3987 §2.2, with invisible and direction-changing characters
_UNUSABLE = re.compile(
    r"[\x00-\x20\x7f-\xa0<>\"{}|\\^`\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\ud800-\udfff]"
)
_WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
#: kinds that are told apart by name; an accession is a term where prefixes.yaml has it, else any IRI
_KINDS = frozenset(("orcid", "ror", "doi", "rrid", "handle"))


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


@lru_cache(maxsize=65_536)
def normalise_iri(text: str) -> Normalised:
    """The IRI that a spelling stands for; never raises.

    It recognises what `identify` recognises, with two differences. The bare names of accessions (`S-BIAD634`)
    are left alone, for they are what documents call their own parts. And of what is doubtful about a valid
    identifier only an unknown RRID authority is told, since its IRI may lead nowhere.

    >>> normalise_iri("NCBI:txid9606").iri
    'http://purl.obolibrary.org/obo/NCBITaxon_9606'
    >>> normalise_iri("https://orcid.org/0000-0002-1825-0098").problem
    'the checksum of this ORCID iD is wrong: the last character should be 7'
    """
    if len(text) > LONGEST:
        return _unusable(text, f"it is longer than {LONGEST:,} characters")
    if _WEB.match(text) and host_of(text)[0] not in _hosts() and not _UNUSABLE.search(text):
        return Normalised(text, False, "iri")
    found, beginning = recognise(text, scheme_table())
    if found is not None:
        kept = _identified(text, found, bare=beginning.written in ("bare", "words"))
        if kept is not None:
            return kept
    iri = spellings().find_term(text)
    return _kept(text, iri, kind="term") if iri else _plain(text)


def _identified(text: str, found: Identifier, *, bare: bool) -> Normalised | None:
    """What an identifier is as an IRI; None for one that is not read as such here."""
    kind = "doi" if found.scheme == "fundref" else found.scheme
    if kind not in _KINDS:
        if bare or found.state != "valid":
            return None
        return _kept(text, found.iri, kind="term" if spellings().find_term(found.iri) else "iri")
    if found.state == "valid":
        doubt = found.problem if kind == "rrid" else None
        return _kept(text, found.iri, kind=kind, problem=doubt)
    if found.state == "placeholder":
        return Normalised(text, False, "placeholder", found.problem)
    if _UNUSABLE.search(text) or not (_SCHEME.match(text) or kind == "orcid"):
        return _unusable(text, found.problem or "")
    return Normalised(text, False, kind, found.problem)


@cache
def _hosts() -> frozenset[str]:
    """Hosts of web addresses that may be another spelling of something; all others are kept as they are."""
    table = spellings()
    beginnings = [*table.sources, *(base.partition("://")[2] for base in table.namespaces)]
    hosts = {beginning.partition("/")[0].removeprefix("www.") for beginning in beginnings if "/" in beginning}
    return frozenset(hosts | set(scheme_table().hosts))


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


def _kept(text: str, iri: str, *, kind: str, problem: str | None = None) -> Normalised:
    """The canonical IRI, unless it turns out to be unusable."""
    if _UNUSABLE.search(iri) or len(iri) > LONGEST:
        return _unusable(text, "it contains characters that no IRI may contain")
    return Normalised(iri, iri != text, kind, problem)


def _unusable(text: str, problem: str) -> Normalised:
    return Normalised(text, False, "none", problem)
