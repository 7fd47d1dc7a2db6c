"""Reads answers of Cellosaurus, https://api.cellosaurus.org.

Accessions that were merged into another one are unknown to `cell-line/…`; the search finds them (field `acas`:
primary and secondary accessions).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from imagegraph.adapters.authorities.contract import Part, Reading, UnreadableAnswer
from imagegraph.adapters.authorities.privacy import listed, public_text
from imagegraph.adapters.authorities.rrid_offers import meant
from imagegraph.adapters.authorities.statements import Statements
from imagegraph.adapters.authorities.values import document_of, member, text
from imagegraph.model.identifiers import Identifier
from imagegraph.model.rdf import DCTERMS, IG, PROV, RDFS, SCHEMA, SKOS, Literal, NamedNode
from imagegraph.model.resolutions import Thing

AUTHORITY = "cellosaurus"
#: name of the part that the search answered
SEARCH = "cellosaurus-search"
_RRID = "https://identifiers.org/RRID:"
_LOCAL = re.compile(r"CVCL_[A-Z0-9]{4}")
_PROBLEM = "problematic cell line"
#: where cell lines have a second identity that is worth a link
_ELSEWHERE = frozenset(("CLO", "EFO", "BTO", "Wikidata"))

#: database of a term without an IRI -> what is put before its accession
_PREFIXES = {"NCBI_TaxID": "NCBITaxon:", "NCIt": "NCIT:", "ORDO": "", "UBERON": ""}

_CellLine = Mapping[str, Any]


def target_of(identifier: Identifier) -> str | None:
    """What to ask Cellosaurus for, None when it is no RRID of a cell line."""
    return f"cell-line/{identifier.value}?format=json" if _LOCAL.fullmatch(identifier.value) else None


def search_target_of(identifier: Identifier) -> str:
    """What to ask for when an accession is unknown: the cell line that it was merged into."""
    return f"search/cell-line?q=acas:{identifier.value}&format=json&rows=5"


def is_unknown(part: Part) -> bool:
    """Whether an answer says, in the service's own words, that there is no such cell line.

    Raises:
        UnreadableAnswer: a 404 in somebody else's words.
    """
    if part.status != 404:
        return False
    document = document_of(part)
    if member(document, "code") != 404 or not text(member(document, "message")):
        raise UnreadableAnswer("answered 404 in words that are not its own")
    return True


def read(identifier: Identifier, part: Part) -> Reading:
    """What an answer means, be it of `cell-line/…`, of the search, or a document of a dump.

    Raises:
        UnreadableAnswer: it is no answer of Cellosaurus, or about another cell line.
    """
    if is_unknown(part):
        return _not_found()
    entries = member(document_of(part), "Cellosaurus", "cell-line-list")
    if part.status != 200 or not isinstance(entries, list):
        raise UnreadableAnswer(f"answered {part.status} without a list of cell lines")
    if not entries and part.name == SEARCH:
        return _not_found()
    lines = listed(entries)
    asked = identifier.value
    own = [line for line in lines if _accessions(line, "primary") in ((asked,), ())]
    merged = [line for line in lines if asked in _accessions(line, "secondary")]
    if own:
        return Reading(state="ok", authority=AUTHORITY, thing=_thing(identifier, own[0]))
    successors = tuple(dict.fromkeys(_RRID + one for line in merged for one in _accessions(line, "primary")))
    if not successors:
        raise UnreadableAnswer("answered about another cell line")
    return _merged(identifier, merged[0], successors)


def _not_found() -> Reading:
    return Reading(state="not_found", authority=AUTHORITY, detail="Cellosaurus has no such cell line.")


def _merged(identifier: Identifier, line: _CellLine, successors: tuple[str, ...]) -> Reading:
    if len(successors) > 1:
        return Reading(
            state="ambiguous", authority=AUTHORITY, successors=successors,
            detail="Cellosaurus has it as a former accession of several cell lines.",
        )  # fmt: skip
    name = successors[0].removeprefix("https://identifiers.org/")
    return Reading(
        state="replaced", authority=AUTHORITY, successors=successors,
        thing=_thing(identifier, line, successor=successors[0]), detail=f"Cellosaurus merged it into {name}.",
    )  # fmt: skip


def _thing(identifier: Identifier, line: _CellLine, *, successor: str = "") -> Thing:
    names = _names(line)
    label = names[0] if names else identifier.value
    statements = Statements(identifier.iri)
    statements.type(IG.CellLine)
    statements.label(label)
    for name in names[1:]:
        statements.text(SKOS.altLabel, name)
    statements.text(DCTERMS.identifier, f"RRID:{identifier.value}")
    statements.text(DCTERMS.type, meant(line.get("category")))
    statements.text(IG.sex, meant(line.get("sex")))
    statements.text(IG.age, meant(line.get("age")))
    species = _add_terms(statements, SCHEMA.taxonomicRange, listed(line.get("species-list")))
    diseases = _add_terms(statements, IG.disease, listed(line.get("disease-list")))
    _add_sites(statements, line)
    parents = _add_parents(statements, line)
    for xref in listed(line.get("xref-list")):
        if text(xref.get("database")) in _ELSEWHERE:
            statements.link(RDFS.seeAlso, text(xref.get("iri")))
    if successor:
        statements.add(DCTERMS.isReplacedBy, NamedNode(successor))
    else:
        for former in _accessions(line, "secondary"):
            statements.link(DCTERMS.replaces, _RRID + former)
    details = {
        "type": (meant(line.get("category")),), "species": species, "disease": diseases, "parent": parents,
        "status": ("problematic",) if _problems(line) else (),
    }  # fmt: skip
    return Thing(
        iri=identifier.iri, kind="CellLine", label=label, names=names, notes=_add_problems(statements, line),
        details={name: kept for name, values in details.items() if (kept := tuple(filter(None, values)))},
        statements=statements.all(),
    )  # fmt: skip


def _names(line: _CellLine) -> tuple[str, ...]:
    """The recommended name first, then the synonyms."""
    entries = listed(line.get("name-list"))
    ordered = sorted(entries, key=lambda name: text(name.get("type")) != "identifier")
    return tuple(dict.fromkeys(name for one in ordered if (name := public_text(one.get("value")))))


def _accessions(line: _CellLine, kind: str) -> tuple[str, ...]:
    entries = listed(line.get("accession-list"))
    values = (text(one.get("value")) for one in entries if text(one.get("type")) == kind)
    return tuple(value for value in values if _LOCAL.fullmatch(value))


def _add_terms(
    statements: Statements, property: NamedNode, terms: Sequence[Mapping[str, Any]]
) -> tuple[str, ...]:
    """Terms by their IRIs, or as words where there is none; what they are called."""
    labels = []
    for term in terms:
        label = public_text(term.get("label")) or public_text(term.get("value"))
        if statements.link(property, _address_of(term), label=label) is None:
            statements.text(property, label)
        labels.append(label)
    return tuple(dict.fromkeys(filter(None, labels)))


def _address_of(term: Mapping[str, Any]) -> str:
    """The IRI of a term, or a spelling of it that is recognised; empty when it has neither."""
    prefix = _PREFIXES.get(text(term.get("database")))
    accession = text(term.get("accession"))
    return text(term.get("iri")) or (f"{prefix}{accession}" if prefix is not None and accession else "")


def _add_sites(statements: Statements, line: _CellLine) -> None:
    """Where in the body it was taken from."""
    for derived in listed(line.get("derived-from-site-list")):
        for site in listed(derived.get("site")):
            terms = listed(site.get("xref-list")) or [{"label": site.get("value")}]
            _add_terms(statements, IG.locationInBiosample, terms)


def _add_parents(statements: Statements, line: _CellLine) -> tuple[str, ...]:
    """The cell lines that it was made from."""
    found = []
    for parent in listed(line.get("derived-from")):
        accession = text(parent.get("accession"))
        if _LOCAL.fullmatch(accession):
            label = public_text(parent.get("label")) or public_text(parent.get("value"))
            found.append(statements.link(PROV.wasDerivedFrom, _RRID + accession, label=label) or "")
    return tuple(filter(None, found))


def _problems(line: _CellLine) -> tuple[str, ...]:
    """What Cellosaurus says is wrong with the cell line: contaminated, misidentified …"""
    comments = listed(line.get("comment-list"))
    return tuple(
        quote
        for comment in comments
        if text(comment.get("category")).casefold() == _PROBLEM
        and (quote := public_text(comment.get("value")))
    )


def _add_problems(statements: Statements, line: _CellLine) -> tuple[str, ...]:
    quotes = _problems(line)
    if quotes:
        statements.add(IG.problematic, Literal(True))
    for quote in quotes:
        statements.text(RDFS.comment, quote)
    return tuple(f"Problematic cell line: {quote}" for quote in quotes)
