"""A work with a DOI, in the words of no agency, and what is said about it as RDF."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from imagegraph.adapters.authorities.doi_relations import kind_named, relation_named
from imagegraph.adapters.authorities.privacy import public_text
from imagegraph.adapters.authorities.statements import Statements
from imagegraph.model.identifiers import identify
from imagegraph.model.rdf import DCTERMS, SCHEMA
from imagegraph.model.resolutions import Thing

MOST_CREATORS = 500
MOST_RELATED = 200
MOST_OTHERS = 20
#: marks of JATS, MathML and HTML in titles (https://jats.nlm.nih.gov/); other pointed brackets are text
_BREAK = re.compile(
    r"</?(?:jats:)?(?:p|br|break|title|div|list|list-item|sec)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_MARK = re.compile(
    r"</?(?:(?:jats|mml):[\w-]+|i|b|u|em|strong|italic|bold|roman|underline|overline|strike|sc|sub|sup|inf|tt|scp|span"
    r"|small|font|a|math|mi|mn|mo|mrow|msub|msup|mtext|inline-formula|tex-math|named-content)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_YEAR = re.compile(r"[12][0-9]{3}(?![0-9])")
#: kind of identifier -> how it is written where it has no address of its own
_SPELLED = {"doi": "doi:", "handle": "hdl:", "rrid": "RRID:", "pmid": "PMID:"}


@dataclass(frozen=True, kw_only=True)
class Named:
    """Somebody who is named: a person or an organisation.

    Attributes:
        ids: identifiers as they were written.
    """

    name: str
    ids: tuple[str, ...] = ()

    def iri(self, *schemes: str) -> str:
        """The first identifier of these schemes; empty when there is none."""
        for written in self.ids:
            for scheme in schemes:
                found = identify(written, scheme=scheme)
                if found.scheme == scheme and found.iri:
                    return found.iri
        return ""


@dataclass(frozen=True, kw_only=True)
class Related:
    """Another work.

    Attributes:
        relation: the agency's word for how it is related.
        id: identifier as it was written.
        scheme: the agency's word for what kind of identifier it is.
    """

    relation: str
    id: str
    scheme: str = "doi"


@dataclass(frozen=True, kw_only=True)
class Work:
    """What an agency says about a work.

    Attributes:
        titles: the main one first, with whatever marks they came.
        types: the agency's words for what it is, the most telling first.
        issued: date, month, year or moment.
    """

    titles: tuple[str, ...]
    types: tuple[str, ...]
    creators: tuple[Named, ...] = ()
    publishers: tuple[Named, ...] = ()
    funders: tuple[Named, ...] = ()
    issued: str = ""
    modified: str = ""
    version: str = ""
    url: str = ""
    licences: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    notes: tuple[str, ...] = ()


def plain(title: str) -> str:
    """A title without marks and entities, in one line.

    >>> plain("Growth of <i>E.&nbsp;coli</i> at &lt;sub&gt;low&lt;/sub&gt; p &lt; 5")
    'Growth of E. coli at low p < 5'
    """
    for _ in range(2):  # marks may themselves be written as entities
        title = unescape(_MARK.sub("", _BREAK.sub(" ", title)))
    return public_text(title)


def thing_of(work: Work, *, iri: str) -> Thing:
    """What is known about a work. People without an ORCID iD are left out.

    Args:
        iri: the canonical IRI of its DOI.
    """
    kind, of_class = kind_named(*work.types)
    statements = Statements(iri)
    if of_class is not None:
        statements.type(of_class)
    titles = tuple(dict.fromkeys(title for title in map(plain, work.titles) if title))
    if titles:
        statements.label(titles[0])
        statements.text(DCTERMS["title"], titles[0])  # `.title` is a method of str
    for word in work.types[:1]:
        statements.text(DCTERMS.type, word)
    statements.date(DCTERMS.issued, work.issued)
    statements.date(DCTERMS.modified, work.modified)
    statements.text(SCHEMA.version, work.version)
    statements.link(SCHEMA.url, work.url)
    for licence in work.licences[:MOST_OTHERS]:
        statements.link(DCTERMS.license, licence)
    year = _YEAR.match(work.issued)
    details = {
        "type": work.types,
        "creator": _add_creators(statements, work),
        "publisher": _add_publishers(statements, work),
        "year": (year[0],) if year else (),
    }
    _add_related(statements, work)
    return Thing(
        iri=iri, kind=kind, label=titles[0] if titles else identify(iri).value, names=titles,
        details={key: values for key, values in details.items() if values}, notes=work.notes,
        statements=statements.all(),
    )  # fmt: skip


def _add_creators(statements: Statements, work: Work) -> tuple[str, ...]:
    """Creators and funders by their identifiers; the ORCID iDs."""
    people: dict[str, None] = {}
    for creator in work.creators[:MOST_CREATORS]:
        iri = creator.iri("orcid", "ror")
        if iri:
            statements.link(DCTERMS.creator, iri, label=creator.name)
        if iri.startswith("https://orcid.org/"):
            people[iri] = None
    for funder in work.funders[:MOST_OTHERS]:
        iri = funder.iri("ror")
        if iri:
            statements.link(SCHEMA.funder, iri, label=funder.name)
    return tuple(people)


def _add_publishers(statements: Statements, work: Work) -> tuple[str, ...]:
    """Publishers by their ROR id, else by name; both."""
    found: dict[str, None] = {}
    for publisher in work.publishers[:MOST_OTHERS]:
        iri = publisher.iri("ror")
        if iri:
            statements.link(DCTERMS.publisher, iri, label=publisher.name)
        else:
            statements.text(DCTERMS.publisher, publisher.name)
        found.update(dict.fromkeys(said for said in (iri, publisher.name) if said))
    return tuple(found)


def _add_related(statements: Statements, work: Work) -> None:
    for related in work.related[:MOST_RELATED]:
        written = unescape(related.id)
        spelled = _SPELLED.get(related.scheme.lower(), "")
        if not written.lower().startswith(("http://", "https://", spelled.lower() or "http://")):
            if not spelled:
                continue
            written = spelled + written
        if identify(written).iri != statements.node.value:
            statements.link(relation_named(related.relation), written)
