"""What annotation properties say about a term, whatever syntax they are written in.

OBO in OWL: http://www.geneontology.org/formats/oboInOwl, IAO: https://obofoundry.org/ontology/iao.html,
SKOS: https://www.w3.org/TR/skos-reference/, QUDT and OM for symbols of units.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from imagegraph.adapters.ontologies.limits import LONGEST_DEFINITION, LONGEST_NAME
from imagegraph.model.ontology import NameKind, Parent, Term, TermKind, TermName
from imagegraph.model.vocabularies import packaged_registry

OBO = "http://purl.obolibrary.org/obo/"
OIO = "http://www.geneontology.org/formats/oboInOwl#"
OWL = "http://www.w3.org/2002/07/owl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
DC = "http://purl.org/dc/elements/1.1/"
SCHEMA = "http://schema.org/"
QUDT = "http://qudt.org/schema/qudt/"
OM = "http://www.ontology-of-units-of-measure.org/resource/om-2/"

NAME_KINDS: dict[str, NameKind] = {
    RDFS + "label": "label",
    SKOS + "prefLabel": "label",
    SCHEMA + "name": "label",
    OIO + "hasExactSynonym": "exact",
    OIO + "hasBroadSynonym": "broad",
    OIO + "hasNarrowSynonym": "narrow",
    OIO + "hasRelatedSynonym": "related",
    OIO + "hasSynonym": "related",
    OBO + "IAO_0000111": "exact",
    OBO + "IAO_0000118": "exact",
    OBO + "IAO_0000589": "exact",
    SKOS + "altLabel": "exact",
    SKOS + "hiddenLabel": "related",
    SCHEMA + "alternateName": "exact",
    "http://rs.tdwg.org/dwc/terms/vernacularName": "exact",
    "http://rs.tdwg.org/dwc/terms/scientificName": "exact",
    "http://www.ebi.ac.uk/efo/alternative_term": "exact",
    DCTERMS + "alternative": "exact",
    OM + "alternativeLabel": "exact",
    OM + "unofficialLabel": "related",
    OM + "symbol": "abbreviation",
    OM + "alternativeSymbol": "abbreviation",
    QUDT + "symbol": "abbreviation",
    QUDT + "abbreviation": "abbreviation",
    OBO + "OMO_0003000": "abbreviation",
}
#: the first of these that a term has is its definition
DEFINITIONS: tuple[str, ...] = (
    OBO + "IAO_0000115",
    SKOS + "definition",
    OIO + "hasDefinition",
    "http://www.ebi.ac.uk/efo/definition",
    "http://www.w3.org/ns/prov#definition",
    QUDT + "plainTextDescription",
    DCTERMS + "description",
    DC + "description",
    SCHEMA + "description",
    RDFS + "comment",
    OM + "longcomment",
)
REPLACED_BY = frozenset({OBO + "IAO_0100001", DCTERMS + "isReplacedBy", SCHEMA + "supersededBy"})
CONSIDER = frozenset({OIO + "consider"})
DEPRECATED = frozenset({OWL + "deprecated", QUDT + "deprecated", OIO + "is_obsolete"})
XREFS = frozenset({
    OIO + "hasDbXref", OWL + "equivalentClass", OWL + "equivalentProperty", SKOS + "exactMatch", SKOS + "closeMatch", OWL + "sameAs", SCHEMA + "sameAs",
    QUDT + "exactMatch", QUDT + "omUnit", QUDT + "wikidataMatch",
})  # fmt: skip
#: codes of units: property -> the prefix that makes them references
CODES = {QUDT + "ucumCode": "UCUM"}
SUBSETS = frozenset({OIO + "inSubset"})
ALTERNATIVE_IDS = frozenset({OIO + "hasAlternativeId"})
#: properties that name a parent directly
PARENTS = frozenset(
    {RDFS + "subClassOf", RDFS + "subPropertyOf", SKOS + "broader", SKOS + "broaderTransitive"}
)

_PROPERTY_RANK = {name: rank for rank, name in enumerate(DEFINITIONS)}
_ABBREVIATING = re.compile(
    r"abbrev|acronym|omo[:_]0003000|omo[:_]0003012|initialism|(?:^|_)abv$", re.IGNORECASE
)
_OBSOLETE_LABEL = re.compile(r"obsolete[ _:]", re.IGNORECASE)
_CURIE = re.compile(r"([A-Za-z][A-Za-z0-9_.-]*)[:_]([A-Za-z0-9][\w.-]*)")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")


def is_abbreviating(synonym_type: str) -> bool:
    """Whether a type of synonyms, by its name or its description, is for abbreviations."""
    return _ABBREVIATING.search(synonym_type) is not None


def iri_of(text: str) -> str | None:
    """The IRI that a reference written as text stands for: an IRI, or a CURIE of OBO; None for other texts."""
    text = text.strip().strip("<>")
    if text.startswith(("http://", "https://", "urn:")):
        return text if _IRI.fullmatch(text) else None
    known = packaged_registry().iri(text)
    if known is not None:
        return known
    curie = _CURIE.fullmatch(text)
    return f"{OBO}{curie[1]}_{curie[2]}" if curie else None


def local_name(iri: str) -> str:
    """What an IRI ends with, after the last slash or number sign."""
    return re.split(r"[/#]", iri.rstrip("/#"))[-1]


@dataclass
class Draft:
    """A term, or a part of one, that is being put together.

    Attributes:
        iri: of the term.
        kind: None as long as nothing says what it is.
        left_out: what could not be understood: messages.
    """

    iri: str
    kind: TermKind | None = None
    obsolete: bool = False
    names: dict[tuple[str, str], NameKind] = field(default_factory=dict)
    definitions: list[tuple[int, int, str]] = field(default_factory=list)
    parents: dict[Parent, None] = field(default_factory=dict)
    replaced_by: dict[str, None] = field(default_factory=dict)
    consider: dict[str, None] = field(default_factory=dict)
    xrefs: dict[str, None] = field(default_factory=dict)
    subsets: dict[str, None] = field(default_factory=dict)
    alternatives: dict[str, None] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)

    def add_name(self, text: str, *, kind: NameKind, language: str = "") -> None:
        """One more name; the same text in the same language is kept once, as label or else as it came first."""
        text = " ".join(text.split())
        if len(text) > LONGEST_NAME:
            self.left_out.append(f"a name of {len(text):,} characters is left out: {text[:60]}…")
            return
        if not text:
            return
        key = (text, language.lower())
        known = self.names.get(key)
        if known is None or kind == "label" or (kind == "abbreviation" and known != "label"):
            self.names[key] = kind

    def add_definition(self, text: str, *, rank: int = 0, language: str = "") -> None:
        """A definition; the lowest rank wins, then English, then what came first."""
        text = " ".join(text.split())
        if len(text) > LONGEST_DEFINITION:
            self.left_out.append(f"a definition of {len(text):,} characters is left out: {text[:60]}…")
        elif text:
            self.definitions.append(
                (rank, 0 if language.lower().partition("-")[0] in ("", "en") else 1, text)
            )

    def add(self, name: str, value: str, *, language: str = "", is_iri: bool = False) -> None:
        """What an annotation property says.

        Args:
            name: IRI of the property.
            value: text of a literal, or an IRI.
        """
        if (kind := NAME_KINDS.get(name)) is not None:
            if not is_iri:
                self.add_name(value, kind=kind, language=language)
        elif (rank := _PROPERTY_RANK.get(name)) is not None:
            if not is_iri:
                self.add_definition(value, rank=rank, language=language)
        elif name in DEPRECATED:
            self.obsolete = self.obsolete or value.strip().lower() in ("true", "1")
        elif name in REPLACED_BY:
            self._refer(self.replaced_by, value, "replacement")
        elif name in CONSIDER:
            self._refer(self.consider, value, "term to consider instead")
        elif name in XREFS:
            if value.strip():
                self.xrefs[value.strip()] = None
        elif name in CODES:
            self.xrefs[f"{CODES[name]}:{value}"] = None
        elif name in SUBSETS:
            self.subsets[local_name(value)] = None
        elif name in ALTERNATIVE_IDS and (iri := iri_of(value)) is not None:
            self.alternatives[iri] = None

    def _refer(self, found: dict[str, None], value: str, what: str) -> None:
        iri = iri_of(value)
        if iri is None:
            self.left_out.append(f"the {what} {value[:100]!r} is no term id")
        elif iri != self.iri:
            found[iri] = None

    def term(self) -> Term:
        """The term as it is known now."""
        labels = [(text, language) for (text, language), kind in self.names.items() if kind == "label"]
        names = [TermName(text=text, language=language) for text, language in labels]
        names += [
            TermName(text=text, kind=kind, language=language)
            for (text, language), kind in self.names.items()
            if kind != "label" and (language or all(text != label for label, _ in labels))
        ]
        return Term(
            iri=self.iri,
            kind=self.kind or "class",
            names=tuple(names),
            definition=min(self.definitions, key=lambda found: found[:2])[2] if self.definitions else None,
            parents=tuple(parent for parent in self.parents if parent.iri != self.iri),
            obsolete=self.obsolete or any(_OBSOLETE_LABEL.match(text) for text, _ in labels),
            replaced_by=tuple(self.replaced_by),
            consider=tuple(self.consider),
            xrefs=tuple(self.xrefs),
            subsets=tuple(self.subsets),
        )

    def replaced(self) -> list[Term]:
        """The former ids of this term, as obsolete terms that it replaces."""
        return [
            Term(iri=iri, kind=self.kind or "class", obsolete=True, replaced_by=(self.iri,))
            for iri in self.alternatives
        ]
