"""Any spelling of an identifier -> its canonical IRI, or a reason why it has none."""

from __future__ import annotations

import re

from imagegraph.model.identifiers.beginnings import Beginning, host_of, without_beginning
from imagegraph.model.identifiers.characters import (
    decoded,
    unseen_character,
    with_hyphens,
    without_frame,
    without_rest_of_sentence,
)
from imagegraph.model.identifiers.dois import read_doi, read_handle
from imagegraph.model.identifiers.identifier import LONGEST, Identifier
from imagegraph.model.identifiers.rrids import read_rrid
from imagegraph.model.identifiers.schemes import IdentifierScheme, SchemeTable, scheme_table
from imagegraph.model.identifiers.values import Value, is_placeholder, read_value, stands_for_none

_TOO_LONG = f"it is longer than {LONGEST:,} characters"
#: bare texts that are meant as a DOI or an ORCID iD, though they may not be right
_DOI_LIKE = re.compile(r"10\.[0-9]{1,9}(?:\.[0-9]+)*(?:/|%2[fF])\S|10/[a-z0-9]{3,10}$")
#: behind the address of a proxy: what is meant as a DOI or handle
_NUMBERED = re.compile(r"10(?:[./]|%2[fF])|[0-9]{4,}(?:\.[A-Za-z0-9]+)*/")
_ORCID_LIKE = re.compile(r"(?:\w{4}-){3}\w{4}")
#: digits of sixteen that leave no doubt that an ORCID iD is meant
_MOST_DIGITS = 13


def identify(text: str, *, scheme: str | None = None) -> Identifier:
    """Recognise and check an identifier; never raises.

    Args:
        text: any spelling.
        scheme: what it is meant to be, as a name in the table, a prefix (`PMID`) or `pidinst`; a bare value is
            read accordingly, and an identifier of another scheme is invalid.

    >>> identify("orcid.org/0000-0002-1825-0097").value
    '0000-0002-1825-0097'
    >>> identify("31197211", scheme="PMID").iri
    'https://pubmed.ncbi.nlm.nih.gov/31197211'
    >>> identify("https://doi.org/10/abc").problem
    'this is a short DOI; open https://doi.org/10/abc and copy the long one that it stands for'
    """
    table = scheme_table()
    asked = () if scheme is None else table.asked(scheme)
    if scheme is not None and not asked:
        shown = scheme if len(scheme) <= 40 else f"{scheme[:39]}…"
        return Identifier(
            text,
            "",
            "",
            "",
            "unknown",
            f"no scheme is called “{shown}”; known are {', '.join(table.schemes)}",
        )
    if len(text) > LONGEST:
        return Identifier(
            text, asked[0].name if asked else "", "", "", "invalid" if asked else "unknown", _TOO_LONG
        )
    if asked:
        return _as_asked(text, asked, table)
    found, beginning = recognise(text, table)
    if found is not None:
        return found
    if beginning.written == "bare" and is_placeholder(beginning.local):
        return Identifier(text, "", "", "", "placeholder", "it says that there is none")
    return Identifier(text, "", "", "", "unknown", _why_unknown(text, beginning, table))


def identifier_of(iri: str) -> Identifier | None:
    """The identifier that a canonical IRI is; None for every other IRI and every other spelling.

    >>> identifier_of("https://ror.org/02catss52").scheme
    'ror'
    >>> identifier_of("https://ror.org/02CATSS52") is None
    True
    """
    table = scheme_table()
    if len(iri) > LONGEST or host_of(iri)[0] not in table.canonical_hosts:
        return None
    found, _ = recognise(iri, table)
    return found if found is not None and found.iri == iri else None


def recognise(text: str, table: SchemeTable) -> tuple[Identifier | None, Beginning]:
    """The identifier that a text is, by its beginning or because it can be nothing else; and the beginning.

    Args:
        text: at most `LONGEST` characters.
    """
    beginning = without_beginning(text, table)
    scheme = beginning.scheme
    if scheme is not None:
        return _announced(text, beginning, scheme, table), beginning
    return (_bare(text, beginning.local, table) if beginning.written == "bare" else None), beginning


def _announced(
    text: str, beginning: Beginning, scheme: IdentifierScheme, table: SchemeTable
) -> Identifier | None:
    """What stands behind a prefix or an address; None for another page of the same host, and for mere words."""
    if beginning.other is not None:
        problem = (
            f"it says that it is {scheme.called} and {beginning.other.called}; write it with one of them"
        )
        return Identifier(text, scheme.name, "", "", "invalid", problem)
    local, address = beginning.local, beginning.written == "address"
    page = address and not beginning.explicit
    if (local or not page) and stands_for_none(local):
        return _not_given(text, scheme)
    found = _read(local, scheme, address=address)
    if found.text:
        return _valid(text, found, scheme, table)
    if beginning.written == "words" or (page and not _meant(local, scheme)):
        return None
    return Identifier(text, scheme.name, "", "", "invalid", found.problem)


def _meant(local: str, scheme: IdentifierScheme) -> bool:
    """Whether what stands behind an address is meant as an identifier, though it is none."""
    if "#" in local:
        return False
    if scheme.name in ("doi", "handle"):
        return _NUMBERED.match(local) is not None
    return scheme.attempt.fullmatch(local.rstrip("/")) is not None


def _read(local: str, scheme: IdentifierScheme, *, address: bool = False) -> Value:
    """The value behind prefix and address."""
    if scheme.name == "doi":
        return read_doi(local, scheme, address=address)
    if scheme.name == "handle":
        return read_handle(local, scheme, address=address)
    plain = with_hyphens(decoded(local) if address else local).rstrip("/")
    if scheme.name == "rrid":
        return read_rrid(plain, scheme)
    return read_value(without_rest_of_sentence(plain).rstrip("."), scheme)


def _not_given(text: str, scheme: IdentifierScheme) -> Identifier:
    problem = f"it stands for {scheme.called} that was not given"
    return Identifier(text, scheme.name, "", "", "placeholder", problem)


def _valid(text: str, found: Value, scheme: IdentifierScheme, table: SchemeTable) -> Identifier:
    if found.scheme:
        scheme = table.schemes[found.scheme]
    iri = scheme.iri(found.text)
    if len(iri) > LONGEST:
        return Identifier(text, scheme.name, "", "", "invalid", _TOO_LONG)
    return Identifier(text, scheme.name, found.text, iri, "valid", found.problem)


def _bare(text: str, local: str, table: SchemeTable) -> Identifier | None:
    """What needs neither prefix nor address."""
    if _DOI_LIKE.match(local):
        scheme = table.schemes["doi"]
    elif found := table.bare.fullmatch(without_rest_of_sentence(with_hyphens(local)).rstrip(".")):
        scheme = table.schemes[str(found.lastgroup)]
    elif _ORCID_LIKE.fullmatch(with_hyphens(local)) and sum(map(str.isdecimal, local)) >= _MOST_DIGITS:
        scheme = table.schemes["orcid"]
    else:
        return None
    if scheme.name == "orcid" and stands_for_none(local):
        return _not_given(text, scheme)
    value = _read(local, scheme)
    if scheme.bare_right and "-" not in with_hyphens(local) and (not value.text or value.problem):
        return None
    if value.text:
        return _valid(text, value, scheme, table)
    return Identifier(text, scheme.name, "", "", "invalid", value.problem)


def _as_asked(text: str, asked: tuple[IdentifierScheme, ...], table: SchemeTable) -> Identifier:
    """What a text is, given what it is meant to be."""
    beginning = without_beginning(text, table)
    scheme = beginning.scheme
    if beginning.written in ("bare", "words") and scheme not in asked:
        scheme, beginning = None, Beginning(None, without_frame(text))
    found: Identifier | None
    if scheme is not None:
        found = _announced(text, beginning, scheme, table)
    elif beginning.written == "page":
        found = None
    else:
        scheme = _meant_by(beginning.local, asked)
        found = _announced(text, beginning._replace(scheme=scheme), scheme, table)
        if found is not None and found.state == "invalid":
            found = _told_as_another(text, beginning.local, scheme, table) or found
    if found is None:
        return Identifier(text, asked[0].name, "", "", "invalid", _why_unknown(text, beginning, table))
    allowed = {one.name for one in asked}
    if "handle" in allowed:
        allowed.add("doi")
    if "doi" in allowed:
        allowed.add("fundref")
    if found.state == "valid" and found.scheme not in allowed:
        problem = f"this is {table.schemes[found.scheme].called}, not {asked[0].called}"
        return Identifier(text, asked[0].name, "", "", "invalid", problem)
    return found


def _meant_by(local: str, asked: tuple[IdentifierScheme, ...]) -> IdentifierScheme:
    """The one of several schemes that a bare value is read by: `pidinst` is a DOI or a handle."""
    return next((scheme for scheme in asked if scheme.reads.fullmatch(local)), asked[0])


def _told_as_another(
    text: str, local: str, scheme: IdentifierScheme, table: SchemeTable
) -> Identifier | None:
    """What a bare value is when it is none of the scheme that was asked for, with where to find one of it."""
    if scheme.reads.fullmatch(local):
        return None
    others = [other for other in table.schemes.values() if other.mapped_by == scheme.name]
    for other in others:
        if other.pattern.fullmatch(local):
            problem = f"this is {other.called}, not {scheme.called}; look it up at {scheme.homepage}"
            return Identifier(text, scheme.name, "", "", "invalid", problem)
    found = _bare(text, local, table)
    return found if found is not None and found.state == "valid" else None


def _why_unknown(text: str, beginning: Beginning, table: SchemeTable) -> str:
    """What a text is that is no identifier."""
    scheme, local = beginning.scheme, beginning.local
    if beginning.written == "page":
        return "it is a web address of none of the schemes"
    if scheme is None:
        found = table.bare.fullmatch(with_hyphens(local))
        if found is not None:
            scheme = table.schemes[str(found.lastgroup)]
            return f"if it is meant as {scheme.called}: {_read(local, scheme).problem}"
        unseen = unseen_character(local) if " " not in local else None
        return unseen or (
            "it is of none of the schemes; write it with its prefix, such as doi: or RRID:, or as a web address"
        )
    if "#" in local:
        return "what follows # names a part of something; leave it out"
    if not local:
        return f"it has no value; {scheme.like}"
    if beginning.written == "address":
        return f"it is another page of {host_of(text.strip())[0]}; {scheme.like}"
    return scheme.like
