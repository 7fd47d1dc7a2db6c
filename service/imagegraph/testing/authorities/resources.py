"""The SciCrunch resolver as the stand-in plays it: software, plasmids, mice and whatever else has an RRID.

The form is that of https://scicrunch.org/resolver/RRID:….json; an unknown RRID is answered with 200 and no hits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from imagegraph.model.resolutions import ResolutionState
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.authorities.asked import Asked
from imagegraph.testing.authorities.invented import chance_of, heirs, reagent, state_of
from imagegraph.testing.stand_in import Reply

IRI = "https://identifiers.org/RRID:"
SOFTWARE, RETIRED, DOUBLE = "SCR_990001", "SCR_990002", "SCR_990003"
PLASMID, MOUSE = "Addgene_990001", "IMSR_JAX:990001"
#: well formed, but nobody's
NOBODY = "SCR_990099"


def resource(
    rrid: str, name: str, *, types: Sequence[str] = ("software resource",), description: str = "",
    synonyms: Sequence[str] = (), url: str = "", vendors: Sequence[tuple[str, str]] = (), status: str = "",
) -> dict[str, Any]:  # fmt: skip
    """A hit; what is not known is there as an empty text."""
    return {
        "_source": {
            "item": {
                "identifier": rrid,
                "curie": rrid.replace("_", ":", 1),
                "name": name,
                "description": description,
                "types": [{"name": kind, "type": "category"} for kind in types],
                "synonyms": [{"name": synonym} for synonym in synonyms or ("",)],
                "alternateIdentifiers": [{"identifier": ""}],
                "status": status,
            },
            "authority": {"name": "SciCrunch Registry"},
            "distributions": {
                "current": [{"type": "landing page", "uri": url}],
                "deprecated": [{"uri": ""}],
            },
            "rrid": {
                "is_unique": "true", "curie": f"RRID:{rrid}", "properCitation": f"{name} (RRID:{rrid})",
            },
            "vendors": [{"name": vendor, "catalogNumber": number} for vendor, number in vendors],
            "mentions": [{"totalMentions": {"count": 0}}],
        }
    }  # fmt: skip


#: RRID -> hits
RESOURCES: Mapping[str, list[dict[str, Any]]] = {
    SOFTWARE: [
        resource(
            SOFTWARE, "Tidal Deconvolution", types=("software application", "image analysis software"),
            description="Deconvolves stacks of fluorescence images.", synonyms=("TiDec",),
            url="https://tidal.example", status="Last checked down",
        )
    ],
    RETIRED: [
        resource(
            RETIRED, "Kestrel Stitcher",
            description="THIS RESOURCE IS NO LONGER IN SERVICE. Documented on March 5, 2021. Stitched tiles.",
        )
    ],
    DOUBLE: [resource("SCR_990004", "Heron Viewer"), resource("SCR_990005", "Heron Viewer (web)")],
    PLASMID: [
        resource(PLASMID, "pNM-Lifeact-mTide", types=("plasmid",), vendors=[("Addgene", "990001")])
    ],
    MOUSE: [
        resource(MOUSE, "STOCK Nm1<tm1>/J", types=("organism", "mouse"), vendors=[("no", "")])
    ],
}  # fmt: skip

#: IRI -> how asking about it ends
STATES: Mapping[str, ResolutionState] = {
    **{IRI + rrid: "ok" for rrid in (SOFTWARE, PLASMID, MOUSE)},
    IRI + RETIRED: "obsolete",
    IRI + DOUBLE: "ambiguous",
    IRI + NOBODY: "not_found",
}


def answer(asked: Asked) -> Reply | None:
    """What the resolver answers; without `.json` it is a page."""
    name = asked.below("resolver")
    if name is None:
        return None
    if not name.endswith(".json"):
        return replies.html(200)
    rrid = name.removesuffix(".json").removeprefix("RRID:")
    asked.about(IRI + rrid)
    hits = RESOURCES.get(rrid)
    if hits is None and asked.generate and rrid != NOBODY:
        hits = _invented(rrid)
    hits = hits or []
    return replies.document(
        {
            "hits": {"total": len(hits), "hits": hits},
            "resolver": {
                "uri": f"https://scicrunch.org/resolver/RRID:{rrid}.json",
                "timestamp": "2026-10-01T00:00:00Z",
            },
        }
    )


#: beginning of RRIDs that another authority knows better -> their kind
_ELSEWHERE = {"AB_": "antibody", "CVCL_": "cell line"}


def _invented(rrid: str) -> list[dict[str, Any]]:
    kind = next((kind for start, kind in _ELSEWHERE.items() if rrid.startswith(start)), "resource")
    state = state_of(kind, rrid)
    if kind != "resource" and state != "ok":
        return []  # what was merged or never was is not copied
    target, host, vendor, number = reagent(chance_of("resource", rrid))
    name = f"{target} {host} kit"
    if state == "not_found":
        return []
    if state == "ambiguous":
        return [resource(other, name) for other in heirs("resource", rrid, 2)]
    description = "THIS RESOURCE IS NO LONGER IN SERVICE." if state == "obsolete" else "A resource of a test."
    return [resource(rrid, name, description=description, vendors=[(vendor, number)])]
