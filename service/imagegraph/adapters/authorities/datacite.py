"""DataCite's REST interface: one DOI as JSON:API (https://support.datacite.org/reference/get_dois-id)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from imagegraph.adapters.authorities.contract import Part, Reading, UnreadableAnswer
from imagegraph.adapters.authorities.doi_registration import encoded, iri_of
from imagegraph.adapters.authorities.doi_relations import kind_named
from imagegraph.adapters.authorities.doi_works import Named, Related, Work, thing_of
from imagegraph.adapters.authorities.pidinst_datacite import instrument_of
from imagegraph.adapters.authorities.privacy import public_text, public_texts
from imagegraph.adapters.authorities.values import document_of, member, objects, text, texts
from imagegraph.model.identifiers import Identifier
from imagegraph.model.resolutions import Thing

MOST_LISTED = 1_000
#: states of a DOI that nobody should use any more
_GONE = frozenset(("tombstoned", "deleted"))


def datacite_target(doi: str) -> str:
    """Where DataCite describes a DOI, affiliations and publisher with their identifiers."""
    return f"dois/{encoded(doi)}?affiliation=true&publisher=true"


def datacite_misses(part: Part) -> bool:
    """Whether DataCite says that it does not know a DOI: it is another agency's, a draft, hidden, or there is none."""
    if part.status != 404:
        return False
    errors = objects(member(document_of(part), "errors"))
    return any(
        text(error.get("status")) == "404" or "doesn't exist" in text(error.get("title")) for error in errors
    )


def read_datacite(part: Part, *, identifier: Identifier) -> Reading:
    """What DataCite says about a DOI.

    Raises:
        UnreadableAnswer: it is none of the known answers.
    """
    if part.status != 200:
        raise UnreadableAnswer(f"answered {part.status}")
    document = document_of(part)
    record = document if isinstance(member(document, "attributes"), dict) else member(document, "data")
    attributes = member(record, "attributes")
    if not isinstance(attributes, dict):
        raise UnreadableAnswer("sent no description of a DOI")
    about = iri_of(text(attributes.get("doi")) or text(member(record, "id")))
    if not about:
        raise UnreadableAnswer("sent a description without its DOI")
    version = text(attributes.get("schemaVersion")).rpartition("/")[2][:40]
    if about != identifier.iri:
        return Reading(
            state="replaced", authority="datacite", successors=(about,), source_version=version,
            detail=f"DataCite answers with {about} instead.",
        )  # fmt: skip
    if attributes.get("isActive") is not False and text(attributes.get("state")).lower() not in _GONE:
        thing = _thing(attributes, identifier, notes=())
        return Reading(state="ok", authority="datacite", thing=thing, source_version=version)
    reason = public_text(attributes.get("reason"))[:200]
    note = "DataCite lists this DOI as inactive" + (f": {reason}" if reason else "") + "."
    thing = _thing(attributes, identifier, notes=(note,))
    return Reading(state="obsolete", authority="datacite", thing=thing, source_version=version, detail=note)


def _thing(attributes: Mapping[str, Any], identifier: Identifier, *, notes: tuple[str, ...]) -> Thing:
    """A work, or an instrument, which is described in another way."""
    work = work_in(attributes, notes=notes)
    if kind_named(*work.types)[0] != "Instrument":
        return thing_of(work, iri=identifier.iri)
    instrument = instrument_of(identifier.iri, attributes)
    return replace(instrument, label=instrument.label or identifier.value, notes=(*instrument.notes, *notes))


def work_in(attributes: Mapping[str, Any], *, notes: tuple[str, ...] = ()) -> Work:
    """A work from the attributes of DataCite's metadata schema 4."""
    types = attributes.get("types")
    words = public_texts([member(types, "resourceTypeGeneral"), member(types, "resourceType")])
    titles = objects(attributes.get("titles"))[:MOST_LISTED]
    titles.sort(key=lambda title: bool(text(title.get("titleType"))))
    dates = objects(attributes.get("dates"))[:MOST_LISTED]
    issued = next((text(date.get("date")) for date in dates if text(date.get("dateType")) == "Issued"), "")
    return Work(
        titles=tuple(text(title.get("title")) for title in titles),
        types=words or public_texts(member(types, "schemaOrg")),
        creators=tuple(_person(creator) for creator in objects(attributes.get("creators"))[:MOST_LISTED]),
        publishers=_publishers(attributes.get("publisher")),
        funders=tuple(
            Named(name=public_text(funder.get("funderName")), ids=texts(funder.get("funderIdentifier")))
            for funder in objects(attributes.get("fundingReferences"))[:MOST_LISTED]
        ),
        issued=issued or text(attributes.get("publicationYear")),
        modified=text(attributes.get("updated")),
        version=public_text(attributes.get("version")),
        url=text(attributes.get("url")),
        licences=texts(
            [right.get("rightsUri") for right in objects(attributes.get("rightsList"))[:MOST_LISTED]]
        ),
        related=tuple(
            Related(
                relation=text(related.get("relationType")),
                id=text(related.get("relatedIdentifier")),
                scheme=text(related.get("relatedIdentifierType")),
            )
            for related in objects(attributes.get("relatedIdentifiers"))[:MOST_LISTED]
        ),
        notes=notes,
    )


def _person(creator: Mapping[str, Any]) -> Named:
    """A creator; identifiers are recognised by what they are, not by the scheme that is named."""
    whole = f"{public_text(creator.get('givenName'))} {public_text(creator.get('familyName'))}".strip()
    ids = [one.get("nameIdentifier") for one in objects(creator.get("nameIdentifiers"))[:20]]
    return Named(name=whole or public_text(creator.get("name")), ids=texts(ids))


def _publishers(publisher: Any) -> tuple[Named, ...]:
    """A text, or an object with an identifier."""
    name = public_text(publisher) or public_text(member(publisher, "name"))
    ids = texts(member(publisher, "publisherIdentifier"))
    return (Named(name=name, ids=ids),) if name or ids else ()
