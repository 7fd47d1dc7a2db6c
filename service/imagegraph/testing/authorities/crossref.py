"""What Crossref describes in the stand-in: a paper, one that was retracted, the notice that did it, and invented ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from imagegraph.testing.authorities.invented import chance_of, identifiers, person_name, title
from imagegraph.testing.authorities.orcid import LEAD
from imagegraph.testing.authorities.ror import UNIVERSITY

ARTICLE, RETRACTED, NOTICE = "10.5555/kidney.2025.31", "10.5555/spleen.2019.4", "10.5555/spleen.2021.1"


def author(given: str, family: str, *, orcid: str = "", first: bool = False) -> dict[str, Any]:
    """An author; Crossref writes iDs with http."""
    found: dict[str, Any] = {
        "given": given, "family": family, "sequence": "first" if first else "additional",
        "affiliation": [
            {
                "name": "University of Northmere",
                "id": [{"id": f"https://ror.org/{UNIVERSITY}", "id-type": "ROR", "asserted-by": "publisher"}],
            }
        ],
    }  # fmt: skip
    return {**found, "ORCID": f"http://orcid.org/{orcid}", "authenticated-orcid": True} if orcid else found


def paper(
    doi: str, name: str, *, authors: Sequence[Mapping[str, Any]], year: int, kind: str = "journal-article",
    updated_by: Sequence[Mapping[str, Any]] = (), updates: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Any]:  # fmt: skip
    """The message about a work."""
    stamp = {"date-parts": [[year, 11, 4]], "date-time": f"{year}-11-04T09:00:00Z", "timestamp": 0}
    found: dict[str, Any] = {
        "indexed": stamp, "created": stamp, "deposited": stamp,
        "publisher": "Northmere Journals", "DOI": doi, "type": kind, "source": "Crossref",
        "title": [name], "subtitle": [], "prefix": doi.partition("/")[0], "member": "99999",
        "author": list(authors), "container-title": ["Northmere Journal of Cell Imaging"], "ISSN": ["9999-9994"],
        "issued": {"date-parts": [[year, 11]]}, "published": {"date-parts": [[year, 11]]},
        "license": [{"URL": "https://creativecommons.org/licenses/by/4.0/", "content-version": "vor",
                     "start": stamp, "delay-in-days": 0}],
        "resource": {"primary": {"URL": f"https://journals.northmere.example/{doi}"}},
        "URL": f"https://doi.org/{doi}", "relation": {}, "references-count": 0, "score": 1,
    }  # fmt: skip
    if updated_by:
        found["updated-by"] = list(updated_by)
    if updates:
        found["update-to"] = list(updates)
    return found


def _update(doi: str) -> dict[str, Any]:
    when = {"date-parts": [[2021, 3, 1]], "date-time": "2021-03-01T00:00:00Z", "timestamp": 0}
    return {"DOI": doi, "type": "retraction", "label": "Retraction", "source": "publisher", "updated": when}


PAPERS: Mapping[str, dict[str, Any]] = {
    ARTICLE: paper(
        ARTICLE, "Phagocytes patrol the capillaries of the <i>kidney</i>", year=2025,
        authors=[author("Mirela", "Quist", orcid=LEAD, first=True), author("Ines", "Varga-Lund")],
    ),
    RETRACTED: paper(
        RETRACTED, "RETRACTED: Spleens without borders", year=2019, authors=[author("Emeka", "Roth", first=True)],
        updated_by=[_update(NOTICE)],
    ),
    NOTICE: paper(
        NOTICE, "Retraction: Spleens without borders", year=2021, authors=[{"name": "The editors", "affiliation": []}],
        updates=[_update(RETRACTED)],
    ),
}  # fmt: skip


def invented(doi: str) -> dict[str, Any]:
    """A paper that nobody wrote down."""
    chance = chance_of("doi", doi)
    given, family = person_name(chance)
    writer = author(given, family, orcid=next(identifiers("orcid", seed=f"author of {doi}")), first=True)
    return paper(doi, title(chance), authors=[writer], year=chance.randrange(1995, 2026))
