"""Ontology terms as values: what a release says about a term, whatever file or service it came from.

The words follow OBO (synonym scopes, `replaced_by`, `consider`), SKOS and OLS:
https://owlcollab.github.io/oboformat/doc/obo-syntax.html, https://www.w3.org/TR/skos-reference/,
https://www.ebi.ac.uk/ols4/help.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

NameKind = Literal["label", "exact", "related", "narrow", "broad", "abbreviation"]
TermKind = Literal["class", "property", "individual"]

SUB_CLASS_OF = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
PART_OF = "http://purl.obolibrary.org/obo/BFO_0000050"
#: where the release that is shipped with the package says it comes from
STARTER = "starter"


@dataclass(frozen=True, kw_only=True)
class TermName:
    """One name of a term.

    Attributes:
        text: as the release writes it.
        kind: `label`, or the scope of a synonym; `abbreviation` for what is said at the bench.
        language: BCP 47 tag, lower case; empty when the release does not state one.
    """

    text: str
    kind: NameKind = "label"
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Parent:
    """A step up the hierarchy.

    Attributes:
        iri: the parent.
        relation: IRI of the relation, `SUB_CLASS_OF` (also for skos:broader and is_a), `PART_OF`, or another.
    """

    iri: str
    relation: str = SUB_CLASS_OF


@dataclass(frozen=True, kw_only=True)
class Term:
    """What one release says about one term. A reader may tell it in parts; the index joins them.

    Attributes:
        iri: the ontology's own IRI.
        names: labels first, in the order of the release; may be empty (a term without a label).
        definition: the textual definition, in English when there are several; None when there is none.
        parents: direct ones.
        obsolete: the release says not to use it any more (or its label starts with "obsolete").
        replaced_by: IRIs to use instead, when the release names them.
        consider: IRIs that may fit instead; a person must choose.
        xrefs: `PREFIX:local` or IRIs of the same or a similar thing elsewhere.
        subsets: local names of the slims it belongs to.
        ontology: id of the vocabulary whose release said all this (`fbbi`), empty until it is in an index.
        version: of that release.
        defining: that vocabulary is the home of the term, so this is the copy to believe.
    """

    iri: str
    kind: TermKind = "class"
    names: tuple[TermName, ...] = ()
    definition: str | None = None
    parents: tuple[Parent, ...] = ()
    obsolete: bool = False
    replaced_by: tuple[str, ...] = ()
    consider: tuple[str, ...] = ()
    xrefs: tuple[str, ...] = ()
    subsets: tuple[str, ...] = ()
    ontology: str = ""
    version: str = ""
    defining: bool = False

    @property
    def label(self) -> str:
        """The label to show when no language is asked for: English, else unstated, else the first; or the IRI's end."""
        return self.label_in(("en",))[0]

    def label_in(self, languages: Sequence[str]) -> tuple[str, str]:
        """The label in the first of these languages that there is, and the language it is in.

        Args:
            languages: BCP 47 tags in the order of preference; `pt-br` also finds `pt`. Falls back to English,
                to a label without language, to any label, to the last part of the IRI.
        """
        labels = [name for name in self.names if name.kind == "label"]
        for wanted in [*languages, "en", ""]:
            primary = wanted.lower().partition("-")[0]
            for label in labels:
                if label.language == wanted.lower() or label.language.partition("-")[0] == primary:
                    return label.text, label.language
        if labels:
            return labels[0].text, labels[0].language
        return self.iri.rstrip("/#").rsplit("/", 1)[-1].rsplit("#", 1)[-1], ""


@dataclass(frozen=True, kw_only=True)
class ReleaseHeader:
    """What a file says about itself before its terms.

    Attributes:
        iri: ontology IRI; empty when not stated.
        version: as stated: a date, a version IRI, a number; empty when not stated.
        title, licence, description: as stated, else empty; `licence` as IRI where it is one.
        ontology: id that the file gives itself (OBO's `ontology: uo`), lower case, else empty.
    """

    iri: str = ""
    version: str = ""
    title: str = ""
    licence: str = ""
    description: str = ""
    ontology: str = ""


@dataclass(frozen=True, kw_only=True)
class Release:
    """One release of one vocabulary in the index.

    Attributes:
        number: its number in the index, never reused.
        ontology: id of the vocabulary (`fbbi`).
        source: file name or URL it was loaded from; `starter` for what is shipped.
        loaded: UTC, ISO 8601 with `Z`.
        digest: SHA-256 of the file, hexadecimal.
        terms: how many terms it holds; `obsolete` of them are obsolete.
        languages: of its labels, in the order of frequency; `""` is left out.
        current: the one that answers; the others are there to compare with.
    """

    number: int
    ontology: str
    header: ReleaseHeader
    source: str
    loaded: str
    digest: str
    terms: int
    obsolete: int
    languages: tuple[str, ...]
    current: bool


@dataclass(frozen=True, kw_only=True)
class ReadProblem:
    """A part of an ontology file that could not be read; the rest was."""

    message: str
    line: int | None = None
    term: str | None = None
