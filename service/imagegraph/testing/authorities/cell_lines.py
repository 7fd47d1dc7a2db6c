"""Cellosaurus as the stand-in plays it: a good cell line, a problematic one with an older accession, invented ones.

The form is that of https://api.cellosaurus.org/cell-line/{accession}?format=json.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from imagegraph.model.resolutions import ResolutionState
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.authorities.asked import Asked
from imagegraph.testing.authorities.invented import chance_of, heirs, state_of
from imagegraph.testing.stand_in import Reply

IRI = "https://identifiers.org/RRID:"
OBO = "http://purl.obolibrary.org/obo/"
#: of the example study
MACROPHAGE = "CVCL_0493"
PROBLEMATIC, SECONDARY = "CVCL_ZZ01", "CVCL_ZZ02"
#: well formed, but nobody's
NOBODY = "CVCL_ZZ99"


def cell_line(
    accession: str, name: str, *, secondary: Sequence[str] = (), synonyms: Sequence[str] = (),
    category: str = "Transformed cell line", species: tuple[str, str] = ("10090", "Mus musculus (Mouse)"),
    disease: tuple[str, str] | None = None, site: tuple[str, str] | None = None, sex: str = "Male",
    age: str = "Adult", comments: Sequence[tuple[str, str]] = (), parent: tuple[str, str] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """A cell line.

    Args:
        species: number at NCBI, name.
        disease: code of the NCI Thesaurus, name.
        site: id of UBERON, name.
        comments: category and text.
        parent: accession and name of the line that it was derived from.
    """
    taxon, organism = species
    found: dict[str, Any] = {
        "accession-list": [
            {"type": "primary", "value": accession},
            *({"type": "secondary", "value": other} for other in secondary),
        ],
        "name-list": [
            {"type": "identifier", "value": name},
            *({"type": "synonym", "value": synonym} for synonym in synonyms),
        ],
        "comment-list": [{"category": kind, "value": said} for kind, said in comments],
        "species-list": [
            {
                "database": "NCBI_TaxID",
                "accession": taxon,
                "label": organism,
                "iri": f"{OBO}NCBITaxon_{taxon}",
            }
        ],
        "xref-list": [{"database": "CLO", "accession": "CLO_9999901", "iri": f"{OBO}CLO_9999901"}],
        "category": category,
        "sex": sex,
        "age": age,
        "created": "2012-04-04",
        "last-updated": "2025-10-02",
        "entry-version": "21",
    }
    if disease:
        code, label = disease
        found["disease-list"] = [
            {"database": "NCIt", "accession": code, "label": label, "iri": f"{OBO}NCIT_{code}"}
        ]
    if site:
        organ, label = site
        reference = {"database": "UBERON", "accession": organ, "label": label, "iri": OBO + organ}
        found["derived-from-site-list"] = [
            {"site": {"site-type": "In situ", "value": label, "xref-list": [reference]}}
        ]
    if parent:
        found["derived-from"] = [{"database": "Cellosaurus", "accession": parent[0], "label": parent[1]}]
    return found


CELL_LINES: Mapping[str, dict[str, Any]] = {
    MACROPHAGE: cell_line(
        MACROPHAGE, "RAW 264.7", synonyms=("RAW264.7", "RAW-264.7"), disease=("C9999001", "Mouse leukemia"),
        site=("UBERON_0001179", "Ascites"),
    ),
    PROBLEMATIC: cell_line(
        PROBLEMATIC, "NM-Larynx-2", secondary=(SECONDARY,), synonyms=("NML2",), sex="Female", age="31Y",
        category="Cancer cell line", species=("9606", "Homo sapiens (Human)"),
        disease=("C9999002", "Endocervical adenocarcinoma"), site=("UBERON_0000002", "Uterus, cervix"),
        comments=[("Problematic cell line", "Contaminated. Shown to be another line's derivative."),
                  ("Group", "Lines of the tide-water collection.")],
        parent=("CVCL_ZZ03", "NM-Cervix"),
    ),
}  # fmt: skip

#: IRI -> how asking about it ends
STATES: Mapping[str, ResolutionState] = {
    IRI + MACROPHAGE: "ok",
    IRI + PROBLEMATIC: "ok",
    IRI + SECONDARY: "replaced",
    IRI + NOBODY: "not_found",
}
_PRIMARY = {SECONDARY: PROBLEMATIC}
_FORM = re.compile(r"CVCL_[A-Z0-9]{4}")


def answer(asked: Asked) -> Reply | None:
    """What Cellosaurus answers: an older accession is unknown there, and only found by a search."""
    if asked.path == "release-info":
        release = {"version": "56.0", "updated": "2026-06-25", "nb-cell-lines": str(len(CELL_LINES))}
        return replies.document({"Cellosaurus": {"header": {"release": release}}})
    if asked.path == "search/cell-line":
        accession = asked.query.get("q", "").removeprefix("acas:")
        found = _found(accession, asked)
        return replies.document(_listed([found] if found else []))
    accession = asked.below("cell-line") or ""
    if not _FORM.fullmatch(accession):
        return None
    if asked.query.get("format", "json") != "json":
        return replies.text(f"AC   {accession}\n", media_type="text/plain")
    found = _found(accession, asked)
    if found is None or found["accession-list"][0]["value"] != accession:
        return replies.document({"code": 404, "message": f"Item not found, ac: {accession}"}, status=404)
    return replies.document(_listed([found]))


def _found(accession: str, asked: Asked) -> dict[str, Any] | None:
    """The cell line that has an accession now, or had it once."""
    asked.about(IRI + accession)
    found = CELL_LINES.get(_PRIMARY.get(accession, accession))
    if found is None and asked.generate and accession != NOBODY and _FORM.fullmatch(accession):
        return _invented(accession)
    return found


def _listed(found: list[dict[str, Any]]) -> dict[str, Any]:
    return {"Cellosaurus": {"cell-line-list": found, "publication-list": []}}


def _invented(accession: str) -> dict[str, Any] | None:
    state = state_of("cell line", accession)
    if state == "not_found":
        return None
    primary = heirs("cell line", accession)[0] if state == "replaced" else accession
    chance = chance_of("cell line", primary)
    return cell_line(
        primary, f"NM-{chance.randrange(1, 9_999)}", secondary=(accession,) if primary != accession else ()
    )
