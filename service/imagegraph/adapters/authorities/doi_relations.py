"""How one work is related to another, and what kind of work it is, in the words of DataCite and of Crossref.

DataCite: https://datacite-metadata-schema.readthedocs.io/en/4.6/appendices/appendix-1/relationType/,
Crossref: https://www.crossref.org/documentation/schema-library/markup-guide-metadata-segments/relationships/.
Words are compared by their letters alone: `IsPartOf`, `is-part-of` and `is_part_of` are one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from imagegraph.model.rdf import DCTERMS, IG, PROV, SCHEMA, NamedNode, Namespace
from imagegraph.model.resolutions import ThingKind

#: https://sparontologies.github.io/cito/current/cito.html
CITO = Namespace("http://purl.org/spar/cito/")
_LETTERS = re.compile(r"[^a-z]")

_RELATIONS: Mapping[str, NamedNode] = {
    "ispartof": DCTERMS.isPartOf,
    "iscomponentof": DCTERMS.isPartOf,
    "ispublishedin": DCTERMS.isPartOf,
    "haspart": DCTERMS.hasPart,
    "hascomponent": DCTERMS.hasPart,
    "isversionof": DCTERMS.isVersionOf,
    "ispreprintof": DCTERMS.isVersionOf,
    "hasversion": DCTERMS.hasVersion,
    "haspreprint": DCTERMS.hasVersion,
    "isvariantformof": DCTERMS.isFormatOf,
    "isoriginalformof": DCTERMS.hasFormat,
    "isnewversionof": DCTERMS.replaces,
    "obsoletes": DCTERMS.replaces,
    "replaces": DCTERMS.replaces,
    "ispreviousversionof": DCTERMS.isReplacedBy,
    "isobsoletedby": DCTERMS.isReplacedBy,
    "isreplacedby": DCTERMS.isReplacedBy,
    "references": DCTERMS.references,
    "isreferencedby": DCTERMS.isReferencedBy,
    "requires": DCTERMS.requires,
    "isrequiredby": DCTERMS.isRequiredBy,
    "isderivedfrom": PROV.wasDerivedFrom,
    "isbasedon": PROV.wasDerivedFrom,
    "issourceof": PROV.hadDerivation,
    "isbasisfor": PROV.hadDerivation,
    "cites": CITO.cites,
    "iscitedby": CITO.isCitedBy,
    "documents": CITO.documents,
    "isdocumentedby": CITO.isDocumentedBy,
    "describes": CITO.describes,
    "isdescribedby": CITO.isDescribedBy,
    "reviews": CITO.reviews,
    "isreviewof": CITO.reviews,
    "isreviewedby": CITO.isReviewedBy,
    "hasreview": CITO.isReviewedBy,
    "retracts": CITO.retracts,
    "isretractedby": CITO.isRetractedBy,
    "corrects": CITO.corrects,
    "iscorrectedby": CITO.isCorrectedBy,
    "updates": CITO.updates,
    "isupdatedby": CITO.isUpdatedBy,
    "issupplementto": IG.isSupplementTo,
    "issupplementedby": IG.isSupplementedBy,
    "iscollectedby": IG.isCollectedBy,
    "collects": IG.collects,
}

_Kind = tuple[ThingKind, NamedNode]
_ARTICLE: _Kind = ("Publication", SCHEMA.ScholarlyArticle)
_OTHER_PUBLICATION: _Kind = ("Publication", SCHEMA.CreativeWork)
_DATASET: _Kind = ("Dataset", SCHEMA.Dataset)
_SOFTWARE: _Kind = ("Software", SCHEMA.SoftwareSourceCode)
_KINDS: Mapping[str, _Kind] = {
    **dict.fromkeys(("dataset", "image", "collection", "audiovisual", "database"), _DATASET),
    **dict.fromkeys(("software", "softwaresourcecode", "computationalnotebook", "workflow"), _SOFTWARE),
    **dict.fromkeys(
        ("journalarticle", "articlejournal", "article", "scholarlyarticle", "preprint", "postedcontent", "datapaper",
         "conferencepaper", "proceedingsarticle", "paperconference"),
        _ARTICLE,
    ),
    **dict.fromkeys(
        ("text", "book", "bookchapter", "booksection", "bookpart", "booktrack", "bookset", "bookseries", "monograph",
         "editedbook", "referencebook", "referenceentry", "chapter", "dissertation", "thesis", "report",
         "reportcomponent", "reportseries", "standard", "peerreview", "review", "journal", "journalissue",
         "conferenceproceeding", "proceedings", "poster", "presentation", "outputmanagementplan",
         "studyregistration"),
        _OTHER_PUBLICATION,
    ),
    "instrument": ("Instrument", IG.Instrument),
}  # fmt: skip


def relation_named(word: str) -> NamedNode:
    """The property for a relation; `dcterms:relation` for one without a closer one.

    That two works are identical is said so too: people decide about it.
    """
    return _RELATIONS.get(_letters(word), DCTERMS.relation)


def kind_named(*words: str) -> tuple[ThingKind, NamedNode | None]:
    """Kind and class by the first word that is known."""
    for word in words:
        kind = _KINDS.get(_letters(word))
        if kind is not None:
            return kind
    return "Thing", None


def _letters(word: str) -> str:
    return _LETTERS.sub("", word.lower())
