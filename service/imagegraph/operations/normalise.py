"""The one step between every importer and the graph: names, types and dates in their final form.

* local names become names below the record's IRI;
* identifiers and terms get their canonical IRI, and the node keeps the source's spelling; so do ids that stand
  as text where the model wants a term (`9606` as an organism);
* blank nodes are named, so that every statement can be addressed;
* the types that follow from a node's class are written out;
* dates get the datatype that fits how they are written; `NA` in place of one becomes a name and value pair;
* a finite xsd:double has one spelling, `1.5E0`, so that the same number is the same statement.

No other literal is touched.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from imagegraph.errors import InvalidIdentifier, InvalidIri
from imagegraph.model.classes import ModelClass, packaged_classes
from imagegraph.model.identifiers import is_placeholder, normalise_iri
from imagegraph.model.rdf import (
    DCTERMS,
    IG,
    PROV,
    RDF,
    RDF_TYPE,
    SCHEMA,
    SOSA,
    XSD,
    BlankNode,
    Literal,
    NamedNode,
    Triple,
    skolemised,
)
from imagegraph.model.records import RECORD_BASE
from imagegraph.model.reports import Finding, sorted_findings
from imagegraph.operations.terms.spellings import bare_nodes, term_fields, term_of_literal

ORIGINAL_SPELLING = IG.originalSpelling

#: properties whose plain-text values are read as dates
DATED = frozenset(
    term.value
    for term in [
        SCHEMA.datePublished, SCHEMA.dateCreated, SCHEMA.dateModified, SCHEMA.startDate, SCHEMA.endDate,
        PROV.startedAtTime, PROV.endedAtTime, PROV.generatedAtTime, SOSA.resultTime, SOSA.phenomenonTime,
        DCTERMS.created, DCTERMS.modified, DCTERMS.issued, DCTERMS.date,
        IG.installed, IG.removed, IG.commissioned, IG.decommissioned,
    ]
)  # fmt: skip

#: what an identifier that was not given is called below the record
_STANDS_FOR = {"orcid.org": "person", "ror.org": "organisation", "doi.org": "publication", "rrid": "reagent"}
#: datatypes that are given to dates of every form
_LOOSE = frozenset(
    term.value
    for term in [
        XSD.string, XSD.date, XSD.dateTime, XSD.integer, RDF.langString, SCHEMA.Date, SCHEMA.DateTime, SCHEMA.Text,
    ]
)  # fmt: skip
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(Z?)")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_YEAR = re.compile(r"[12]\d{3}")
_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?\s?(Z|z|UTC|[+-]\d{2}:?\d{2}|[+-]\d{2})?"
)
_DOUBLE = XSD.double.value
#: doubles that are canonical whatever they are: up to 15 digits name one double and are its shortest spelling
_SURELY_CANONICAL = re.compile(
    r"-?[1-9]\.(?:0|[0-9]{0,13}[1-9])E(?:0|-?[1-9][0-9]?|-?[12][0-9][0-9])|-?0\.0E0"
)
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[Ee][+-]?[0-9]+)?")
_NOT_NAME = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Normalised:
    """The statements of one record in their final form.

    Attributes:
        triples: statements without blank nodes and without `RECORD_BASE`.
        about: IRI of the thing the record is about.
        findings: spellings worth a warning.
    """

    triples: list[Triple]
    about: str
    findings: tuple[Finding, ...]


def normalise(
    triples: Iterable[Triple],
    *,
    record: str,
    about: str | None = None,
    classes: Mapping[str, ModelClass] | None = None,
) -> Normalised:
    """The statements of a record with final names, types and dates.

    Args:
        triples: as the importer made them.
        record: the record's IRI.
        about: IRI of the thing the record is about, None when that is the record itself.
        classes: the model's classes; the packaged ones when None.

    Raises:
        InvalidIdentifier: an ORCID or ROR id whose form or checksum is wrong.
        InvalidIri: something used as an IRI is none.
    """
    implied = _packaged_implied() if classes is None else _implied_of(classes)
    triples = list(triples)
    naming = _Naming(record)
    kept = _named(triples, naming, implied)
    if naming.numbers:
        bare = list(bare_nodes(triples))
        if bare:
            naming = _Naming(record)
            for node, term, text in bare:
                naming.take(node, term, spelling=text)
            kept = _named(triples, naming, implied)
    kept.extend(naming.spellings())
    thing = naming.node(NamedNode(about)).value if about else record
    unique = list(dict.fromkeys(kept))
    return Normalised(skolemised(unique, record=record), thing, sorted_findings(naming.findings))


def _named(
    triples: Iterable[Triple], naming: _Naming, implied: Mapping[NamedNode, tuple[NamedNode, ...]]
) -> list[Triple]:
    """The statements with final names, in their order."""
    kept: list[Triple] = []
    for triple in triples:
        subject, predicate, value = triple.subject, triple.predicate, triple.object
        new_subject = naming.node(subject) if isinstance(subject, NamedNode) else subject
        new_predicate = naming.word(predicate)
        new_value = value
        if isinstance(value, NamedNode):
            if new_predicate == RDF_TYPE:
                new_value = naming.word(value)
                kept.extend(Triple(new_subject, RDF_TYPE, other) for other in implied.get(new_value, ()))
            else:
                new_value = naming.node(value)
        elif isinstance(value, Literal):
            literal = naming.literal(value, subject=new_subject, predicate=new_predicate)
            if literal is None:
                kept.extend(_beside(new_subject, new_predicate, value, implied=implied))
                continue
            new_value = literal
        if new_subject is subject and new_predicate is predicate and new_value is value:
            kept.append(triple)
        else:
            kept.append(Triple(new_subject, new_predicate, new_value))
    return kept


def _beside(
    subject: NamedNode | BlankNode | Triple,
    predicate: NamedNode,
    value: Literal,
    *,
    implied: Mapping[NamedNode, tuple[NamedNode, ...]],
) -> Iterator[Triple]:
    """What a source wrote in place of a value, as a name and value pair of the node."""
    pair = BlankNode()
    yield Triple(subject, SCHEMA.additionalProperty, pair)
    for kind in (SCHEMA.PropertyValue, *implied.get(SCHEMA.PropertyValue, ())):
        yield Triple(pair, RDF_TYPE, kind)
    yield Triple(pair, SCHEMA.name, Literal(_local_name(predicate)))
    yield Triple(pair, SCHEMA.value, value)


def _local_name(iri: NamedNode) -> str:
    return iri.value.rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def canonical_about(about: str | None) -> str | None:
    """The canonical IRI of the thing a record is about; None when it has none outside the record.

    Raises:
        InvalidIdentifier: an ORCID or ROR id whose form or checksum is wrong.
        InvalidIri: it is no usable IRI.
    """
    if about is None:
        return None
    found = _Naming(RECORD_BASE).canonical(about)
    return None if found.startswith(RECORD_BASE) else found


def dated(literal: Literal) -> Literal:
    """An ISO 8601 date, year, month or moment as a literal of the datatype that fits how it is written.

    Plain text gets a datatype, and a datatype that does not fit (a year called xsd:date) is corrected. What
    ISO 8601 leaves open is written in full: `2024-5-7` is 2024-05-07, `2024-05-07 09:30` has seconds and a T.
    Anything else comes back as it is.

    >>> dated(Literal("2024-03-01"))
    <Literal value=2024-03-01 datatype=<NamedNode value=http://www.w3.org/2001/XMLSchema#date>>
    """
    if literal.datatype.value not in _LOOSE:
        return literal
    text, datatype = _iso(literal.value.strip())
    if datatype is None or (datatype == literal.datatype and text == literal.value):
        return literal
    return Literal(text, datatype=datatype)


def _iso(text: str) -> tuple[str, NamedNode | None]:
    """A date as XML Schema writes it, with its datatype; None for a text that is none."""
    day, moment = _DATE.fullmatch(text), _MOMENT.fullmatch(text)
    try:
        if day is not None:
            written = f"{day[1]}-{int(day[2]):02d}-{int(day[3]):02d}"
            datetime.date.fromisoformat(written)
            return written + day[4], XSD.date
        if moment is not None:
            written = f"{moment[1]}T{moment[2]}{moment[3] or ':00'}{_zone(moment[4] or '')}"
            datetime.datetime.fromisoformat(written)
            return written, XSD.dateTime
    except ValueError:
        return text, None
    if _MONTH.fullmatch(text):
        return text, XSD.gYearMonth
    return text, XSD.gYear if _YEAR.fullmatch(text) else None


def canonical_double(text: str) -> str:
    """The canonical spelling of a finite xsd:double, https://www.w3.org/TR/xmlschema11-2/#double.

    `1.5`, `+1.50` and `15e-1` are all `1.5E0`. Infinities, NaN, and texts that are no number, or too large
    for one, come back as they are.

    >>> canonical_double("100")
    '1.0E2'
    """
    if _SURELY_CANONICAL.fullmatch(text) or not _NUMBER.fullmatch(text):
        return text
    number = float(text)
    if not math.isfinite(number):
        return text
    sign, digits, exponent = Decimal(repr(number)).as_tuple()
    if not number or not isinstance(exponent, int):
        return "-0.0E0" if sign else "0.0E0"
    shown = "".join(map(str, digits))
    fraction = shown[1:].rstrip("0") or "0"
    return f"{'-' if sign else ''}{shown[0]}.{fraction}E{exponent + len(shown) - 1}"


def _zone(text: str) -> str:
    """A time zone with hours and minutes."""
    if text.upper() in ("Z", "UTC"):
        return "Z"
    digits = text[1:].replace(":", "")
    return f"{text[0]}{digits[:2]}:{digits[2:] or '00'}" if text else ""


@cache
def _packaged_implied() -> dict[NamedNode, tuple[NamedNode, ...]]:
    return _implied_of(packaged_classes())


def _implied_of(classes: Mapping[str, ModelClass]) -> dict[NamedNode, tuple[NamedNode, ...]]:
    return {NamedNode(iri): tuple(map(NamedNode, entry.implied)) for iri, entry in classes.items()}


class _Naming:
    """The final names of one record's nodes, and what was found on the way.

    Attributes:
        numbers: a local node is called like a number; a field may take it for the id of a term.
    """

    def __init__(self, record: str) -> None:
        self.record = record
        self.numbers = False
        self._term_fields = term_fields()
        self.findings: list[Finding] = []
        self._nodes: dict[NamedNode, NamedNode] = {}
        self._words: dict[NamedNode, NamedNode] = {}
        self._spellings: list[tuple[NamedNode, str]] = []

    def node(self, name: NamedNode) -> NamedNode:
        """The final name of a node; its old one is remembered as a spelling."""
        found = self._nodes.get(name)
        if found is None:
            text = name.value
            iri = self.canonical(text)
            found = name if iri == text else NamedNode(iri)
            self._nodes[name] = found
            if found is not name and not (
                text.startswith(RECORD_BASE) and iri.startswith((self.record, RECORD_BASE))
            ):
                self._spellings.append((found, text.removeprefix(RECORD_BASE)))
        return found

    def take(self, node: NamedNode | None, term: NamedNode, *, spelling: str) -> None:
        """A term that was written in place of its IRI; a node of that name is the term from now on."""
        if node is not None:
            if node in self._nodes:
                return
            self._nodes[node] = term
        self._spellings.append((term, spelling))

    def word(self, name: NamedNode) -> NamedNode:
        """The final name of a class or property."""
        found = self._words.get(name)
        if found is None:
            iri = self.canonical(name.value)
            found = name if iri == name.value else NamedNode(iri)
            self._words[name] = found
        return found

    def spellings(self) -> list[Triple]:
        """What the source wrote for the nodes whose name was changed."""
        return [Triple(node, ORIGINAL_SPELLING, Literal(text)) for node, text in self._spellings]

    def literal(
        self, literal: Literal, *, subject: object, predicate: NamedNode
    ) -> Literal | NamedNode | None:
        """The literal to keep, or the term whose id it is; None for a date that says there is none, with a warning."""
        if literal.datatype.value.startswith("xsd:"):  # a prefix that the document forgot to define
            literal = Literal(literal.value, datatype=XSD[literal.datatype.value[4:]])
        if literal.datatype.value == _DOUBLE:
            text = canonical_double(literal.value)
            return literal if text == literal.value else Literal(text, datatype=literal.datatype)
        property = predicate.value
        if property in self._term_fields:
            meant = term_of_literal(literal, property=property)
            if meant is not None:
                self.take(None, meant, spelling=literal.value)
            return meant or literal
        if property not in DATED:
            return literal
        if not is_placeholder(literal.value):
            return dated(literal)
        what = _local_name(predicate)
        self.findings.append(
            Finding(
                severity="warning",
                message=f"{what} is “{literal.value}”, which is no date; it was kept as a name and value pair. "
                "Type a date, for example 2024-05-17.",
                focus=subject.value if isinstance(subject, NamedNode) else None,
                path=predicate.value,
                value=literal.value,
            )
        )
        return None

    def canonical(self, text: str) -> str:
        """The final IRI for one that the importer made."""
        if text.startswith(RECORD_BASE):
            return self._local(text[len(RECORD_BASE) :])
        result = normalise_iri(text)
        if result.problem is None:
            return result.iri
        if result.kind == "none":
            shown = text if len(text) <= 80 else f"{text[:77]}…"
            raise InvalidIri(
                f"{shown!a} cannot be used as an IRI: {result.problem}. "
                "Write a full address that starts with https://, or a known prefix such as FBbi:.",
                value=ascii(shown),
            )
        if result.kind in {"orcid", "ror"}:
            raise InvalidIdentifier(
                f"{text} is not a valid {result.kind.upper()} identifier: {result.problem}. "
                "Compare it with the page of the person or organisation, or leave it out.",
                value=text,
                node=text,
            )
        iri = self._placeholder(text) if result.kind == "placeholder" else result.iri
        self.findings.append(
            Finding(severity="warning", message=f"{text}: {result.problem}.", focus=iri, value=text)
        )
        return iri

    def _local(self, tail: str) -> str:
        """The name of a local node, unless what looked relative is an identifier without its address."""
        if not tail:
            return self.record
        self.numbers |= tail.lstrip("#").isdigit()
        if tail.startswith("#"):
            return self.record + tail
        result = normalise_iri(tail)
        if result.problem is None and result.kind in {"orcid", "ror", "doi", "rrid", "handle", "term"}:
            return result.iri
        return f"{self.record}/{tail}"

    def _placeholder(self, text: str) -> str:
        """A local name for an id that says that there is none."""
        lower = text.lower()
        what = next((noun for address, noun in _STANDS_FOR.items() if address in lower), "thing")
        word = _NOT_NAME.sub("-", re.split(r"[/:]", lower)[-1]).strip("-") or "unnamed"
        return f"{self.record}#{what}-{word}"
