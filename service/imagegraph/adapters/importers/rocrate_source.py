"""Where the metadata of an RO-Crate lie: a file, a folder or an archive; and which entity is its root.

https://www.researchobject.org/ro-crate/specification/1.2/root-data-entity.html
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

from imagegraph.adapters.importers.jsonld_contexts import known_context_name
from imagegraph.adapters.importers.limits import ARCHIVE_ERRORS, check_member_names, read_member
from imagegraph.errors import DuplicateIdentifier, ForbiddenConstruct, MalformedDocument
from imagegraph.model.records import Document
from imagegraph.model.reports import Finding

#: what the metadata file is called; the second name is that of RO-Crate 1.0
METADATA_NAMES = ("ro-crate-metadata.json", "ro-crate-metadata.jsonld")
_LATEST_VERSION = "https://w3id.org/ro/crate/1.3/context"
_LATER_VERSION = re.compile(r"https?://w3id\.org/ro/crate/[12]\.\d+(?:\.\d+)?(?:-DRAFT)?/context")
_ZIP = b"PK\x03\x04"
_VERSION_PREFIXES = ("https://w3id.org/ro/crate", "http://w3id.org/ro/crate")


def metadata_file(folder: Path) -> Path | None:
    """The metadata file of a crate that lies in a folder."""
    return next((folder / name for name in METADATA_NAMES if (folder / name).is_file()), None)


def is_crate(document: Document) -> bool:
    """Whether a file, folder or archive holds an RO-Crate; cheap, never raises."""
    if document.path is not None and document.path.is_dir():
        return metadata_file(document.path) is not None
    content = document.content
    if content.startswith(_ZIP):
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                return bool(_metadata_members(archive))
        except ARCHIVE_ERRORS:
            return False
    start = content[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith(b"{") or b'"@context"' not in content or b'"@graph"' not in content:
        return False  # our own JSON-LD of a crate names its metadata file too, but nests instead
    return b"ro-crate-metadata.json" in content or b"w3id.org/ro/crate/" in content


def metadata_of(document: Document) -> bytes:
    """The bytes of the metadata file.

    Raises:
        MalformedDocument: a folder or archive without it, a damaged or encrypted archive.
        ForbiddenConstruct: an archive with members that leave it.
        DocumentTooLarge: the file unpacks beyond the limit.
    """
    if document.path is not None and document.path.is_dir():
        found = metadata_file(document.path)
        if found is None:
            raise _without_metadata(document.name, "The folder")
        return found.read_bytes()
    if not document.content.startswith(_ZIP):
        return document.content
    try:
        archive = zipfile.ZipFile(io.BytesIO(document.content))
    except ARCHIVE_ERRORS as error:
        raise MalformedDocument(f"The archive is damaged: {error}.", source=document.name) from None
    with archive:
        check_member_names(archive, source=document.name)
        members = _metadata_members(archive)
        if not members:
            raise _without_metadata(document.name, "The archive")
        if len(members) > 1:
            raise MalformedDocument(
                f"The archive holds several crates: {', '.join(members)}. Hand them in one by one.",
                source=document.name,
            )
        return read_member(archive, members[0], source=document.name)


def entities_of(value: Any, *, source: str) -> tuple[list[Any], Any]:
    """The entities of a crate and its context.

    Raises:
        MalformedDocument: no JSON object, or `@context` or `@graph` is missing.
    """
    if not isinstance(value, dict):
        raise MalformedDocument("An RO-Crate is one JSON object.", source=source, pointer="")
    for key in ("@context", "@graph"):
        if key not in value:
            raise MalformedDocument(
                f"This is no RO-Crate: {key} is missing at the top.", source=source, pointer=f"/{key}"
            )
    entities = value["@graph"]
    if not isinstance(entities, list) or not all(isinstance(entity, dict) for entity in entities):
        raise MalformedDocument("@graph has to be a list of JSON objects.", source=source, pointer="/@graph")
    return entities, value["@context"]


def known_contexts(context: Any, *, source: str) -> tuple[Any, list[Finding]]:
    """The context of a crate without the remote parts that are not known here, and a warning for each.

    A version of the RO-Crate context later than the known ones is read as the latest known one. Keys that
    only a left-out context defines are kept as name and value pairs.

    Raises:
        ForbiddenConstruct: no part of the context is known.
    """
    parts = context if isinstance(context, list) else [context]
    kept: list[Any] = []
    findings: list[Finding] = []
    for part in parts:
        try:
            if isinstance(part, str):
                known_context_name(part, source=source)
            kept.append(part)
        except ForbiddenConstruct:
            later = _LATER_VERSION.fullmatch(part) is not None
            if not later and not any(isinstance(other, str) and other != part for other in parts):
                raise
            kept.extend([_LATEST_VERSION] if later else [])
            what = f"was read as {_LATEST_VERSION}" if later else "was left out: contexts are never fetched"
            findings.append(
                Finding(
                    severity="warning",
                    message=f"The context {part} is not known here and {what}. "
                    "Write the terms that you use from it into the document to have them understood.",
                    value=part,
                    source=source,
                )
            )
    if not any(isinstance(part, str) for part in kept) and findings:
        known_context_name(findings[0].value or "", source=source)
    return (kept if isinstance(context, list) else kept[0]), findings


def check_unique(entities: list[dict[str, Any]], *, source: str) -> list[Finding]:
    """Warnings about entities that are written twice in the same words.

    Raises:
        DuplicateIdentifier: two different entities have the same `@id`.
    """
    seen: dict[str, int] = {}
    findings = []
    for number, entity in enumerate(entities):
        name = entity.get("@id")
        if not isinstance(name, str):
            continue
        first = seen.setdefault(name, number)
        if first == number:
            continue
        if entities[first] != entity:
            raise DuplicateIdentifier(
                f"{name} is described twice and differently, at /@graph/{first} and /@graph/{number}. "
                "Give each thing an @id of its own, or put what belongs to it into one entity.",
                source=source,
                value=name,
                pointer=f"/@graph/{number}",
                first=f"/@graph/{first}",
            )
        findings.append(
            Finding(
                severity="warning",
                message=f"{name} is written twice, at /@graph/{first} and {number}, in the same words.",
                value=name,
                source=source,
            )
        )
    return findings


def root_of(entities: list[dict[str, Any]], *, source: str) -> str:
    """The `@id` of the root data entity, as written.

    Raises:
        MalformedDocument: no metadata descriptor, several, or one that does not name the root.
    """
    descriptor, pointer = _descriptor(entities, source=source)
    about = descriptor.get("about")
    roots = about if isinstance(about, list) else [about]
    names = [root.get("@id") if isinstance(root, dict) else root for root in roots]
    if len(names) != 1 or not isinstance(names[0], str):
        raise MalformedDocument(
            f"The metadata descriptor at {pointer} has to name one root data entity in `about`.",
            source=source,
            pointer=f"{pointer}/about",
        )
    if not any(entity.get("@id") == names[0] for entity in entities):
        raise MalformedDocument(
            f"The root data entity {names[0]}, which the metadata descriptor names, is not in the crate.",
            source=source,
            pointer=f"{pointer}/about",
            value=names[0],
        )
    return names[0]


def _descriptor(entities: list[dict[str, Any]], *, source: str) -> tuple[dict[str, Any], str]:
    exact = [number for number, entity in enumerate(entities) if _local_name(entity) in METADATA_NAMES]
    similar = [
        number
        for number, entity in enumerate(entities)
        if _local_name(entity).endswith(METADATA_NAMES) and "about" in entity and _says_crate(entity)
    ]
    found = exact[:1] or similar
    if not found:
        raise MalformedDocument(
            "This is no RO-Crate: no entity is the metadata descriptor (@id ro-crate-metadata.json, with "
            "`about` naming the root data entity).",
            source=source,
            pointer="/@graph",
        )
    if len(found) > 1:
        places = ", ".join(f"/@graph/{number}" for number in found)
        raise MalformedDocument(
            f"Several entities could be the metadata descriptor: {places}. Call one ro-crate-metadata.json.",
            source=source,
            pointer=f"/@graph/{found[1]}",
        )
    return entities[found[0]], f"/@graph/{found[0]}"


def _local_name(entity: dict[str, Any]) -> str:
    name = entity.get("@id")
    return name.removeprefix("./") if isinstance(name, str) else ""


def _says_crate(entity: dict[str, Any]) -> bool:
    conforms = entity.get("conformsTo")
    values = conforms if isinstance(conforms, list) else [conforms]
    return any(
        isinstance(value, dict) and str(value.get("@id", "")).startswith(_VERSION_PREFIXES)
        for value in values
    )


def _metadata_members(archive: zipfile.ZipFile) -> list[str]:
    names = [name for name in archive.namelist() if name.rsplit("/", 1)[-1] in METADATA_NAMES]
    top = [name for name in names if "/" not in name]
    return top[:1] or [name for name in names if name.count("/") == 1]


def _without_metadata(source: str, what: str) -> MalformedDocument:
    return MalformedDocument(f"{what} holds no {METADATA_NAMES[0]}.", source=source, path=METADATA_NAMES[0])
