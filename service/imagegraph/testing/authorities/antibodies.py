"""The Antibody Registry as the stand-in plays it: antibodies good, discontinued, merged and sold twice.

The form is that of https://www.antibodyregistry.org/api/antibodies/{number}: a list, empty for an unknown number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from imagegraph.model.resolutions import ResolutionState
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.authorities.asked import Asked
from imagegraph.testing.authorities.invented import chance_of, heirs, reagent, state_of
from imagegraph.testing.stand_in import Reply

IRI = "https://identifiers.org/RRID:"
GOOD, DISCONTINUED, MERGED, SOLD_TWICE = "AB_9900000001", "AB_9900000002", "AB_9900000003", "AB_9900000004"
#: well formed, but nobody's
NOBODY = "AB_9900000099"


def antibody(
    number: int, name: str, *, target: str, host: str, vendor: str, catalogue: str, clonality: str = "polyclonal",
    clone: str = "", isotype: str = "", conjugate: str = "", species: tuple[str, ...] = ("mouse",),
    comments: str = "", discontinued: str | None = None, accession: int | None = None,
) -> dict[str, Any]:  # fmt: skip
    """A record of an antibody.

    Args:
        number: of the RRID that it has now.
        accession: the number it was registered with, where it is another one.
    """
    return {
        "abId": number,
        "accession": accession or number,
        "abName": name,
        "abTarget": target,
        "targetSpecies": list(species),
        "sourceOrganism": host,
        "vendorName": vendor,
        "vendorId": 9_900,
        "catalogNum": catalogue,
        "catAlt": "",
        "cloneId": clone,
        "clonality": clonality,
        "productIsotype": isotype,
        "productConjugate": conjugate or None,
        "applications": ["Immunofluorescence"],
        "comments": comments,
        "discDate": discontinued,
        "definingCitation": "PMID:99000001",
        "url": "https://halcyon-reagents.example/antibodies",
        "status": "CURATED",
    }


def _of_the_example(
    number: int, name: str, target: str, host: str, vendor: str, catalogue: str
) -> dict[str, Any]:
    return antibody(number, name, target=target, host=host, vendor=vendor, catalogue=catalogue)


#: the RRID's number -> its records; the last six are those of the example study
ANTIBODIES: Mapping[int, list[dict[str, Any]]] = {
    9_900_000_001: [
        antibody(
            9_900_000_001, "Rabbit Anti-Lamin B1 Polyclonal Antibody, Unconjugated", target="Lamin B1",
            host="rabbit", vendor="Halcyon Reagents", catalogue="HR-1101", isotype="IgG", species=("human", "mouse"),
        )
    ],
    9_900_000_002: [
        antibody(
            9_900_000_002, "Mouse Anti-Tubulin Monoclonal Antibody, Clone TU-7", target="Tubulin", host="mouse",
            vendor="Meridian Bio", catalogue="MB-77", clonality="monoclonal", clone="TU-7",
            comments="Discontinued; Applications: Western Blot", discontinued="2021-03-01",
        )
    ],
    9_900_000_003: [
        antibody(
            9_900_000_001, "Rabbit Anti-Lamin B1 Polyclonal Antibody, Unconjugated", target="Lamin B1",
            host="rabbit", vendor="Halcyon Reagents", catalogue="HR-1101", isotype="IgG", accession=9_900_000_003,
            comments="Consolidation on 8/2020: AB_9900000001, AB_9900000003.",
        )
    ],
    9_900_000_004: [
        antibody(
            9_900_000_004, "Goat Anti-Collagen IV Polyclonal Antibody", target="Collagen IV", host="goat",
            vendor=vendor, catalogue=catalogue, accession=accession,
        )
        for vendor, catalogue, accession in (
            ("Tarn Antibodies", "TA-404", 9_900_000_004), ("Larkspur Life Science", "LL-2-404", 9_900_000_005),
        )
    ],
    839_504: [_of_the_example(839_504, "Rabbit anti-Iba1", "Iba1", "rabbit", "FUJIFILM Wako", "019-19741")],
    300_798: [_of_the_example(300_798, "Chicken anti-GFP", "GFP", "chicken", "Abcam", "ab13970")],
    393_571: [_of_the_example(393_571, "Rat anti-mouse CD31", "CD31", "rat", "BD Biosciences", "550274")],
    2_535_813: [
        _of_the_example(2_535_813, "Goat anti-rabbit IgG, Alexa Fluor 647", "rabbit IgG", "goat",
                        "Thermo Fisher Scientific", "A-21245")
    ],
    2_535_855: [
        _of_the_example(2_535_855, "Goat anti-rat IgG, Alexa Fluor 555", "rat IgG", "goat",
                        "Thermo Fisher Scientific", "A-21434")
    ],
    2_534_096: [
        _of_the_example(2_534_096, "Goat anti-chicken IgY, Alexa Fluor 488", "chicken IgY", "goat",
                        "Thermo Fisher Scientific", "A-11039")
    ],
}  # fmt: skip

#: IRI -> how asking about it ends; what is discontinued is still the right name of what was used
STATES: Mapping[str, ResolutionState] = {
    **{f"{IRI}AB_{number}": "ok" for number in ANTIBODIES},
    IRI + MERGED: "replaced",
    IRI + NOBODY: "not_found",
}


def answer(asked: Asked) -> Reply | None:
    """What the Antibody Registry answers."""
    if asked.path == "api/datainfo":
        return replies.document({"total": len(ANTIBODIES), "lastupdate": "2026-07-01"})
    number = asked.below("api/antibodies")
    if number is None or not re.fullmatch(r"[0-9]{1,10}", number):
        return None
    asked.about(f"{IRI}AB_{number}")
    found = ANTIBODIES.get(int(number))
    if found is None and asked.generate and f"AB_{number}" != NOBODY:
        found = _invented(int(number))
    return replies.document(found or [])


def _invented(number: int) -> list[dict[str, Any]]:
    rrid = f"AB_{number}"
    state = state_of("antibody", rrid)
    if state == "not_found":
        return []
    now = int(heirs("antibody", rrid)[0].removeprefix("AB_")) if state == "replaced" else number
    chance = chance_of("antibody", f"AB_{now}")
    target, host, vendor, catalogue = reagent(chance)
    gone = chance.random() < 0.1
    return [
        antibody(
            now, f"{host.title()} Anti-{target} Polyclonal Antibody", target=target, host=host, vendor=vendor,
            catalogue=catalogue, accession=number, discontinued="2020-01-31" if gone else None,
            comments="Discontinued; Immunofluorescence" if gone else "Immunofluorescence",
        )
    ]  # fmt: skip
