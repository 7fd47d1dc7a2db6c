"""What doi.org itself knows about a DOI: its registration agency, and its handle.

The agency: https://www.doi.org/doi-handbook/HTML/finding-doi-registration-agencies.html, the handle:
https://www.handle.net/proxy_servlet.html.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import quote, unquote

from imagegraph.adapters.authorities.contract import Part, UnreadableAnswer
from imagegraph.adapters.authorities.values import document_of, member, objects, text
from imagegraph.model.identifiers import identify

_MISSING = re.compile(r"does not exist|invalid doi", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class DoiHandle:
    """The handle of a DOI.

    Attributes:
        iri: of the DOI that it is the handle of; of another one when it is an alias.
    """

    exists: bool
    iri: str


def iri_of(doi: str) -> str:
    """The canonical IRI of a DOI that an agency wrote, with whatever characters; empty when it is none.

    >>> iri_of("10.5072/A&lt;B#1")
    'https://doi.org/10.5072/a%3Cb%231'
    """
    doi = unescape(doi)
    found = identify(f"https://doi.org/{quote(doi)}" if doi.startswith("10.") else doi, scheme="doi")
    return found.iri if found.scheme == "doi" else ""


def encoded(doi: str) -> str:
    """A DOI as it goes into a path: everything is percent-encoded but the first slash.

    >>> encoded("10.5072/a/b+c")
    '10.5072/a%2Fb%2Bc'
    """
    prefix, _, suffix = doi.partition("/")
    return f"{prefix}/{quote(suffix, safe='')}"


def agency_in(part: Part, *, doi: str) -> str:
    """Name of the agency that registers a DOI, as doi.org writes it; empty when it says that there is no such DOI.

    Raises:
        UnreadableAnswer: it says neither, or it is about another DOI.
    """
    entries = objects(document_of(part))
    if part.status != 200 or len(entries) != 1:
        raise UnreadableAnswer(f"answered {part.status} to the question for the registration agency")
    about = unescape(text(entries[0].get("DOI"))).lower()
    if not {about, unquote(about)} & {doi, doi.rstrip("."), doi.partition("/")[0]}:
        raise UnreadableAnswer(f"answered about {about[:100] or 'nothing'} instead of {doi}")
    agency = text(entries[0].get("RA"))
    if agency:
        return agency[:100]
    status = text(entries[0].get("status"))
    if _MISSING.search(status):
        return ""
    raise UnreadableAnswer(f"says {status[:100]!r} in place of a registration agency")


def handle_in(part: Part, *, doi: str) -> DoiHandle:
    """Whether the handle of a DOI exists, and which DOI it stands for.

    Raises:
        UnreadableAnswer: the answer is none of the known ones, or is about another DOI.
    """
    document = document_of(part)
    about = unescape(text(member(document, "handle"))).lower()
    if about not in (doi, doi.rstrip(".")):
        raise UnreadableAnswer(f"answered about {about[:100] or 'nothing'} instead of {doi}")
    code = text(member(document, "responseCode"))
    if (part.status, code) == (404, "100"):
        return DoiHandle(exists=False, iri=iri_of(about))
    if part.status != 200 or code not in ("1", "200"):
        raise UnreadableAnswer(f"answered {part.status} with the code {code[:20] or 'of nothing'}")
    for value in objects(member(document, "values")):
        alias = iri_of(text(member(value, "data", "value")))
        if alias and text(value.get("type")).upper() == "HS_ALIAS":
            return DoiHandle(exists=True, iri=alias)
    return DoiHandle(exists=True, iri=iri_of(about))
