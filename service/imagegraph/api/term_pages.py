"""The pages about ontology terms."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from imagegraph.api import pages
from imagegraph.api.responses import term_path
from imagegraph.model.ontology import STARTER, Release
from imagegraph.operations.services import Services
from imagegraph.operations.terms.description import ShortTerm, TermDescription, surroundings
from imagegraph.operations.terms.hits import SearchAnswer
from imagegraph.operations.terms.usage import records_mentioning
from imagegraph.ports.terms import Resolution

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOST_RECORDS = 10
_SYNONYMS = {
    "exact": "Also called", "abbreviation": "Abbreviated", "related": "Related names", "narrow": "Narrower names",
    "broad": "Broader names",
}  # fmt: skip
#: searches that show what the look-up can do: (text, field or "", what it shows)
_EXAMPLES = (
    ("confocal", "imaging-method", "the beginning of a name"),
    ("EM", "imaging-method", "an abbreviation from the bench"),
    ("E. coli", "organism", "a short name of a species"),
    ("H&E", "", "a stain, with its sign"),
    ("flourescence", "", "a slip of the pen"),
    ("FBbi_00000246", "", "an id in any spelling"),
)


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """A vocabulary in the list of those that are loaded.

    Attributes:
        title: of the vocabulary.
        prefix: of its CURIEs.
        about: what it is for; empty when the registry does not know it.
        homepage: for people; empty when there is none.
        version: of the release, as it states it.
        age: in words; empty when nobody states a day.
        loaded: UTC, ISO 8601.
        starter: only the part that is shipped with the service is loaded.
    """

    id: str
    title: str
    prefix: str
    about: str
    homepage: str
    version: str
    age: str
    loaded: str
    terms: int
    starter: bool


def loaded(services: Services) -> list[Loaded]:
    """The vocabularies that answer, in the order of their names; the starter only where nothing else is."""
    shown: dict[str, Release] = {}
    for release in services.terms.index.releases():
        if release.current or release.source == STARTER:
            shown.setdefault(release.ontology, release)
    return sorted((_loaded(services, one) for one in shown.values()), key=lambda one: one.title.lower())


def _loaded(services: Services, release: Release) -> Loaded:
    known = services.terms.registry.vocabularies.get(release.ontology)
    return Loaded(
        id=release.ontology,
        title=known.title if known else release.header.title or release.ontology,
        prefix=known.prefix if known else "",
        about=known.about if known else "",
        homepage=known.homepage if known else "",
        version=_short_version(release.header.version),
        age=age_of(release, today=datetime.datetime.now(datetime.UTC).date()),
        loaded=release.loaded,
        terms=release.terms,
        starter=release.source == STARTER,
    )


def _short_version(version: str) -> str:
    """The day in a version IRI; else the version as it is."""
    day = _DAY.search(version)
    return day[0] if day else version


def age_of(release: Release, *, today: datetime.date) -> str:
    """How old a release is by the day in its version, in words; empty when it names none."""
    day = _DAY.search(release.header.version)
    try:
        days = (today - datetime.date.fromisoformat(day[0])).days if day else -1
    except ValueError:
        return ""
    if days < 0:
        return ""
    if days < 60:
        return "1 day" if days == 1 else f"{days} days"
    return f"{days // 30} months" if days < 730 else f"{days // 365} years"


def search(
    services: Services, *, asked: Mapping[str, str], answer: SearchAnswer | None, error: str | None,
    next_page: str | None,
) -> bytes:  # fmt: skip
    """The search form, and what was found.

    Args:
        asked: what stands in the fields of the form.
        answer: None when nothing was looked for yet.
    """
    fields = services.terms.registry.fields
    return pages.page(
        services, "terms.html", asked=asked, answer=answer, error=error, next_page=next_page,
        fields=list(fields.values()), vocabularies=loaded(services),
        examples=[
            (text, fields.get(field), what) for text, field, what in _EXAMPLES if not field or field in fields
        ],
        address=lambda curie: term_path(services, curie),
        curie=services.terms.registry.curie,
        policy=fields.get(asked.get("field", "")),
    )  # fmt: skip


def term(
    services: Services, told: TermDescription, resolution: Resolution, *, languages: Sequence[str]
) -> bytes:
    """Everything about one term."""
    lookup = services.terms
    around = surroundings(told.term, index=lookup.index, registry=lookup.registry, languages=languages)
    records = records_mentioning(services, told.term.iri, most=_MOST_RECORDS + 1)
    names: dict[str, list[Any]] = {}
    for name in told.names:
        if name.kind != "label":
            names.setdefault(_SYNONYMS[name.kind], []).append(name)
    parents: dict[str, list[ShortTerm]] = {}
    for parent in told.parents:
        parents.setdefault(parent.relation_label.capitalize(), []).append(parent)
    return pages.page(
        services, "term.html", told=told, around=around, term=told.term, resolution=resolution, synonyms=names,
        labels=[name for name in told.names if name.kind == "label" and name.text != told.label.text],
        records=records[:_MOST_RECORDS], more_records=len(records) > _MOST_RECORDS,
        parents=parents, releases=_releases(services, told), path=term_path(services, told.curie),
        address=lambda curie: term_path(services, curie),
    )  # fmt: skip


def _releases(services: Services, told: TermDescription) -> Sequence[Loaded]:
    return [_loaded(services, release) for release in told.releases if release is not None]
