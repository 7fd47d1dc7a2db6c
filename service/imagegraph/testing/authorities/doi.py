"""doi.org, DataCite and Crossref as the stand-in plays them.

Datasets, an instrument and software of DataCite (https://support.datacite.org/docs/api), papers of Crossref
(https://api.crossref.org/swagger-ui/index.html), and an object of an agency that has no interface of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, unquote

from imagegraph.model.resolutions import ResolutionState
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.authorities.asked import Asked
from imagegraph.testing.authorities.crossref import ARTICLE, NOTICE, PAPERS, RETRACTED
from imagegraph.testing.authorities.crossref import invented as invented_paper
from imagegraph.testing.authorities.datacite import DATASET, OBJECTS, WITHDRAWN
from imagegraph.testing.authorities.datacite import invented as invented_object
from imagegraph.testing.authorities.instruments import handle_record, handle_reply
from imagegraph.testing.authorities.invented import heirs, state_of
from imagegraph.testing.stand_in import Reply

IRI = "https://doi.org/"
#: another name of the dataset; an object of mEDRA; one of an agency that nobody has heard of
ALIAS, OF_MEDRA, OF_A_NEW_AGENCY = "10.5072/old-name", "10.5881/medra-1", "10.5882/new-1"
#: well formed, but nobody's
NOBODY, NO_PREFIX = "10.5072/nobody", "10.99999/x"
_CSL = "application/vnd.citationstyles.csl+json"
_AGENCIES = {"10.5072": "DataCite", "10.5555": "Crossref", "10.5881": "mEDRA", "10.5882": "Tidewater"}

#: IRI -> how asking about it ends
STATES: Mapping[str, ResolutionState] = {
    **{IRI + doi: "ok" for doi in (*OBJECTS, ARTICLE, NOTICE, OF_MEDRA, OF_A_NEW_AGENCY)},
    IRI + ALIAS: "replaced",
    IRI + WITHDRAWN: "obsolete",
    IRI + RETRACTED: "obsolete",
    IRI + NOBODY: "not_found",
    IRI + NO_PREFIX: "not_found",
}


def agency_of(doi: str, *, generate: bool) -> str | None:
    """Who registered a DOI; None when nobody did."""
    doi = doi.lower()
    agency = _AGENCIES.get(doi.partition("/")[0], "DataCite" if generate else None)
    written_down = doi in OBJECTS or doi in PAPERS or doi in (ALIAS, OF_MEDRA, OF_A_NEW_AGENCY)
    if written_down or (generate and IRI + doi not in STATES and state_of("doi", doi) != "not_found"):
        return agency
    return None


def answer_doi(asked: Asked) -> Reply | None:
    """What doi.org answers: who registered a DOI, its handle, and where its description is."""
    for folder in ("ra", "doiRA"):
        if (listed := asked.below(folder)) is not None:
            return _agencies(asked, listed)
    handle = asked.below("api/handles")
    if handle is not None:
        asked.about(IRI + handle.lower())
        if "%2F" in asked.path.upper().removeprefix("API/HANDLES/").partition("/")[0]:
            return replies.document({"responseCode": 100, "handle": handle}, status=404)
        return handle_reply(_handle(asked, handle), handle, asked)
    if (doi := asked.below("crosscite")) is not None:
        found = OBJECTS.get(doi) or invented_object(doi)
        said = {"type": "dataset", "DOI": doi.upper(), "title": found["titles"][0]["title"]}
        return replies.document(said, media_type=_CSL)
    return _negotiated(asked) if asked.path.startswith("10.") else None


def _agencies(asked: Asked, listed: str) -> Reply:
    answers: list[dict[str, str]] = []
    for doi in listed.split(",") if asked.path.startswith("doiRA") else [listed]:
        prefix, slash, _ = doi.partition("/")
        agency = agency_of(doi, generate=asked.generate) if slash else _AGENCIES.get(prefix)
        answers.append({"DOI": doi, "RA": agency} if agency else {"DOI": doi, "status": "DOI does not exist"})
        asked.about(IRI + doi.lower())
    return replies.document(answers, media_type="application/json;charset=UTF-8")


def _handle(asked: Asked, doi: str) -> dict[str, Any] | None:
    if agency_of(doi, generate=asked.generate) is None:
        return None
    if primary := primary_of(doi.lower(), generate=asked.generate):
        return handle_record(doi, [("HS_ALIAS", primary)])
    return handle_record(doi, [("URL", f"https://archive.example/{quote(doi.lower())}")])


def _negotiated(asked: Asked) -> Reply:
    doi = unquote(asked.path).lower()
    asked.about(IRI + doi)
    agency = agency_of(doi, generate=asked.generate)
    if agency is None:
        return replies.text("<h1>DOI Not Found</h1>", status=404)
    if "json" not in asked.accept:
        return replies.redirect(f"https://archive.example/{quote(doi)}")
    if agency == "Crossref":
        return replies.redirect(f"{asked.root}/crossref/v1/works/{quote(doi, safe='')}/transform")
    if agency == "DataCite":
        return replies.redirect(f"{asked.root}/doi/crosscite/{quote(doi, safe='')}")
    said = {
        "type": "article-journal", "DOI": doi, "title": "Lens grinding in the nineteenth century",
        "author": [{"given": "Leandro", "family": "Roth"}], "publisher": "Tidewater Press",
        "issued": {"date-parts": [[2019, 5]]},
    }  # fmt: skip
    return replies.document(said, media_type=_CSL)


def primary_of(doi: str, *, generate: bool) -> str | None:
    """The DOI that another name stands for; None when it is no other name."""
    if doi == ALIAS:
        return DATASET
    if generate and IRI + doi not in STATES and state_of("doi", doi) == "replaced":
        return next(
            heir for heir in heirs("doi", doi, 20) if heir.split("/")[0] == doi.split("/", maxsplit=1)[0]
        )
    return None


def answer_datacite(asked: Asked) -> Reply | None:
    """What DataCite answers; DOIs of other agencies do not exist for it."""
    doi = asked.below("dois")
    if doi is None:
        return None
    doi = doi.lower()
    asked.about(IRI + doi)
    found = None
    if agency_of(doi, generate=asked.generate) == "DataCite":
        primary = primary_of(doi, generate=asked.generate) or doi
        found = OBJECTS.get(primary) or invented_object(primary)
    if found is None:
        missing = "The resource you are looking for doesn't exist."
        return replies.document({"errors": [{"status": "404", "title": missing}]}, status=404)
    return replies.document(
        {"data": {"id": found["doi"], "type": "dois", "attributes": _as_asked(found, asked)}},
        media_type="application/json; charset=utf-8",
    )


def _as_asked(found: Mapping[str, Any], asked: Asked) -> dict[str, Any]:
    """Affiliations and the publisher are objects only when that is asked for."""
    given = dict(found)
    if asked.query.get("publisher") != "true":
        given["publisher"] = given["publisher"]["name"]
    if asked.query.get("affiliation") != "true":
        for role in ("creators", "contributors"):
            given[role] = [
                {**agent, "affiliation": [one["name"] for one in agent["affiliation"]]}
                for agent in given[role]
            ]
    return given


def answer_crossref(asked: Asked) -> Reply | None:
    """What Crossref answers; a 404 is plain text, whatever was asked for."""
    path = asked.path.removeprefix("v1/")
    if not path.startswith("works/"):
        return None
    doi, transformed = unquote(path.removeprefix("works/")).lower(), False
    if doi.endswith("/transform"):
        doi, transformed = doi.removesuffix("/transform"), True
    asked.about(IRI + doi)
    polite = "mailto" in asked.query or "mailto:" in asked.received.headers.get("user-agent", "")
    limits = {
        "X_Api_Pool": "polite-single" if polite else "public-single", "X_Rate_Limit_Limit": "10" if polite else "5",
        "X_Rate_Limit_Interval": "1s", "X_Concurrency_Limit": "3" if polite else "1",
    }  # fmt: skip
    found = None
    if agency_of(doi, generate=asked.generate) == "Crossref":
        primary = primary_of(doi, generate=asked.generate) or doi
        found = PAPERS.get(primary) or invented_paper(primary)
    if found is None:
        return replies.text("Resource not found.", status=404, media_type="text/plain", **limits)
    if transformed:
        return replies.document(found, status=200, media_type=_CSL, **limits)
    message = {"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": found}
    return replies.document(message, status=200, media_type="application/json", **limits)
