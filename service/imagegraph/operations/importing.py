"""Choosing the importer that reads a document."""

from __future__ import annotations

from collections.abc import Sequence

from imagegraph.errors import EmptyDocument, UnknownFormat
from imagegraph.model.records import Document
from imagegraph.ports.importing import Importer

#: media types that name a syntax which several formats share: the content decides
GENERIC = frozenset({"application/ld+json", "application/json", "application/xml", "text/xml", "text/plain"})


def choose(document: Document, importers: Sequence[Importer]) -> Importer:
    """The importer for a document: the forced one, else by media type, by content, by file name.

    Args:
        document: what was handed in; its content may be only the beginning of a large file.
        importers: the known ones, the more specific before the more general.

    Raises:
        EmptyDocument: no content at all.
        UnknownFormat: nothing fits; the message names what was seen and the known formats.
    """
    folder = document.path is not None and document.path.is_dir()
    if not folder and not document.content.strip():
        raise EmptyDocument(f"{document.name} is empty.", source=document.name)
    if document.format is not None:
        forced = next((importer for importer in importers if importer.name == document.format), None)
        if forced is None:
            raise _unknown(document, importers, f"There is no format called {document.format!r}.")
        return forced
    media_type = (document.media_type or "").partition(";")[0].strip().lower()
    named = [importer for importer in importers if media_type in importer.media_types]
    if named and media_type not in GENERIC:
        return named[0]
    name = document.name.lower()
    by_content = [importer for importer in importers if importer.recognises(document)]
    by_name = [] if folder else [importer for importer in importers if name.endswith(importer.suffixes)]
    both = [importer for importer in by_content if importer in by_name]
    for found in (both, by_content, named, by_name):
        if found:
            return found[0]
    seen = f"Neither the content nor the name of {document.name} belongs to a known format"
    raise _unknown(document, importers, f"{seen} (media type {media_type})." if media_type else f"{seen}.")


def _unknown(document: Document, importers: Sequence[Importer], what: str) -> UnknownFormat:
    known = [importer.name for importer in importers]
    beginning = document.content[:40].decode("utf-8", "backslashreplace")
    return UnknownFormat(
        f"{what} Known formats: {', '.join(known)}.",
        source=document.name,
        media_type=document.media_type,
        beginning=beginning,
        known=known,
    )
