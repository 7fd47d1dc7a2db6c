"""Crossref's REST interface (https://api.crossref.org/swagger-ui/index.html), and the citation form that looks like it.

What doi.org negotiates is CSL JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html), with the
same member names as far as they are used here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from imagegraph.adapters.authorities.contract import Part, Reading, UnreadableAnswer
from imagegraph.adapters.authorities.doi_registration import encoded, iri_of
from imagegraph.adapters.authorities.doi_works import Named, Related, Work, thing_of
from imagegraph.adapters.authorities.privacy import public_text, public_texts
from imagegraph.adapters.authorities.values import document_of, member, objects, text, texts
from imagegraph.model.identifiers import Identifier

MOST_LISTED = 1_000
MOST_UPDATES = 200
#: kind of update (https://www.crossref.org/documentation/register-maintain-records/maintaining-your-metadata/registering-updates/)
#: -> what a sentence about it says, what the other work does to this one, what this one does to the other
_UPDATES: Mapping[str, tuple[str, str, str]] = {
    "retraction": ("Retracted", "isRetractedBy", "retracts"),
    "partial retraction": ("Retracted in part", "isUpdatedBy", "updates"),
    "withdrawal": ("Withdrawn", "isRetractedBy", "retracts"),
    "removal": ("Removed", "isRetractedBy", "retracts"),
    "correction": ("Corrected", "isCorrectedBy", "corrects"),
    "corrigendum": ("Corrected", "isCorrectedBy", "corrects"),
    "erratum": ("Corrected", "isCorrectedBy", "corrects"),
    "expression of concern": ("Concern was expressed", "isUpdatedBy", "updates"),
    "new version": ("A new version was published", "isUpdatedBy", "updates"),
    "new edition": ("A new edition was published", "isUpdatedBy", "updates"),
}
_OTHER_UPDATE = ("Updated", "isUpdatedBy", "updates")
#: updates after which a work should not be relied on
_GONE = frozenset(("retraction", "withdrawal", "removal"))


def crossref_target(doi: str, *, contact: str) -> str:
    """Where Crossref describes a DOI; whoever names a contact is served better."""
    contact = contact.strip().removeprefix("mailto:")
    return f"v1/works/{encoded(doi)}" + (f"?mailto={quote(contact, safe='@')}" if contact else "")


def crossref_misses(part: Part) -> bool:
    """Whether Crossref says that it does not know a DOI; in plain text, whatever the media type."""
    return part.status == 404 and part.body.strip().lower() == b"resource not found."


def read_crossref(part: Part, *, identifier: Identifier) -> Reading:
    """What Crossref says about a DOI.

    Raises:
        UnreadableAnswer: it is none of the known answers.
    """
    if part.status != 200:
        raise UnreadableAnswer(f"answered {part.status}")
    document = document_of(part)
    message = member(document, "message")
    if member(document, "status") != "ok" or member(document, "message-type") != "work":
        raise UnreadableAnswer("sent no description of a work")
    version = text(member(document, "message-version"))[:40]
    return _read(message, identifier, authority="crossref", version=version)


def read_citation(part: Part, *, identifier: Identifier) -> Reading:
    """What the agency of a DOI says about it in CSL JSON.

    Raises:
        UnreadableAnswer: it is no such thing.
    """
    if part.status != 200:
        raise UnreadableAnswer(f"answered {part.status}")
    return _read(document_of(part), identifier, authority="doi", version="")


def _read(message: Any, identifier: Identifier, *, authority: str, version: str) -> Reading:
    if not isinstance(message, dict):
        raise UnreadableAnswer("sent no description of a work")
    about = iri_of(text(message.get("DOI")))
    if not about:
        raise UnreadableAnswer("sent a description without its DOI")
    if about != identifier.iri:
        return Reading(
            state="replaced", authority=authority, successors=(about,), source_version=version,
            detail=f"The registration agency answers with {about} instead.",
        )  # fmt: skip
    updates = list(_updates(message.get("updated-by"), own=about))
    gone = next((note for kind, _, note in updates if kind in _GONE), "")
    return Reading(
        state="obsolete" if gone else "ok", authority=authority,
        thing=thing_of(work_in(message, updates), iri=about),
        source_version=version, detail=gone,
    )  # fmt: skip


def work_in(message: Mapping[str, Any], updates: list[tuple[str, str, str]]) -> Work:
    """A work from a message of Crossref, or from CSL JSON.

    Args:
        updates: kind, DOI and sentence of what changed it.
    """
    institutions = objects(message.get("institution"))[:MOST_LISTED]
    publisher = public_text(message.get("publisher"))
    hosts = tuple(_named(one) for one in institutions if any(_named(one).ids))
    named = {host.name for host in hosts}
    return Work(
        titles=texts(message.get("title")),
        types=public_texts(message.get("type")),
        creators=tuple(_named(author) for author in objects(message.get("author"))[:MOST_LISTED]),
        publishers=(*hosts, *((Named(name=publisher),) if publisher and publisher not in named else ())),
        funders=tuple(_named(funder) for funder in objects(message.get("funder"))[:MOST_LISTED]),
        issued=_date(message.get("issued")),
        modified=text(member(message, "deposited", "date-time")),
        version=public_text(message.get("version")),
        url=text(member(message, "resource", "primary", "URL")),
        licences=texts([licence.get("URL") for licence in objects(message.get("license"))[:MOST_LISTED]]),
        related=(
            *(
                Related(relation=_UPDATES.get(kind, _OTHER_UPDATE)[1], id=iri)
                for kind, iri, _ in updates
                if iri
            ),
            *_updated(message.get("update-to")),
            *_related(message.get("relation")),
        ),
        notes=tuple(dict.fromkeys(note for _, _, note in updates)),
    )


def _updates(entries: Any, *, own: str) -> Iterator[tuple[str, str, str]]:
    """Kind, DOI and sentence of what changed a work, each once; a work that names itself does not count."""
    seen = set()
    for entry in objects(entries)[:MOST_UPDATES]:
        kind, iri = _kind_of(entry), iri_of(text(entry.get("DOI")))
        if iri == own or (kind, iri) in seen:
            continue
        seen.add((kind, iri))
        said = _UPDATES.get(kind, _OTHER_UPDATE)[0]
        yield kind, iri, f"{said}: {iri}." if iri else f"{said}, says Crossref."


def _updated(entries: Any) -> Iterator[Related]:
    """The works that this one is about: it may be a notice of retraction."""
    for entry in objects(entries)[:MOST_UPDATES]:
        yield Related(relation=_UPDATES.get(_kind_of(entry), _OTHER_UPDATE)[2], id=text(entry.get("DOI")))


def _related(relation: Any) -> Iterator[Related]:
    if not isinstance(relation, dict):
        return
    for word, entries in list(relation.items())[:MOST_LISTED]:
        for entry in objects(entries)[:MOST_LISTED]:
            yield Related(relation=text(word), id=text(entry.get("id")), scheme=text(entry.get("id-type")))


def _kind_of(entry: Mapping[str, Any]) -> str:
    return " ".join(text(entry.get("type")).lower().replace("_", " ").replace("-", " ").split())


def _named(entry: Mapping[str, Any]) -> Named:
    """An author, a funder or an institution; groups have a name instead of a given and a family name."""
    whole = f"{public_text(entry.get('given'))} {public_text(entry.get('family'))}".strip()
    ids = [entry.get("ORCID"), *(one.get("id") for one in objects(entry.get("id"))[:20])]
    return Named(
        name=whole or public_text(entry.get("name")) or public_text(entry.get("literal")), ids=texts(ids)
    )


def _date(value: Any) -> str:
    """A date in parts, as many as are known: `[[2014, 2]]` is 2014-02; `[[null]]` is none."""
    parts = member(value, "date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    written: list[str] = []
    for part, width in zip(first if isinstance(first, list) else [], (4, 2, 2), strict=False):
        number = text(part)
        if not (number.isascii() and number.isdigit()):
            break
        written.append(number.zfill(width))
    return "-".join(written)
