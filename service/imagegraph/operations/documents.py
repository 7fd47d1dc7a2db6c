"""Finding the documents below the paths that somebody names."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from imagegraph.errors import EmptyDocument, ImagegraphError, MalformedDocument, NotFound
from imagegraph.model.records import Document
from imagegraph.ports.importing import Importer

_CRATE = ("ro-crate-metadata.json", "ro-crate-metadata.jsonld")


@dataclass(frozen=True)
class Found:
    """What lies below the named paths.

    Attributes:
        documents: to be read, in the order of their names.
        missing: why a named path, or something below it, gives nothing.
        companions: name of a document -> names of the files that are read along with it.
    """

    documents: tuple[Document, ...]
    missing: tuple[ImagegraphError, ...] = ()
    companions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def find_documents(
    paths: Sequence[Path], *, importers: Sequence[Importer], format: str | None = None
) -> Found:
    """The documents below files, folders and links to them.

    A folder that holds `ro-crate-metadata.json` is one document; of any other folder every file is one,
    except hidden files and those that another document reads along (the annotation tables of a study).
    """
    files: list[Path] = []
    missing: list[ImagegraphError] = []
    for path in paths:
        found = list(_below(path, seen=set()) if _is_folder(path) else [_checked(path)])
        files.extend(one for one in found if isinstance(one, Path))
        missing.extend(one for one in found if isinstance(one, ImagegraphError))
        if not found:
            missing.append(
                EmptyDocument(f"{name_of(path)} is a folder without files to read.", source=name_of(path))
            )
    unique = list(dict.fromkeys(files))
    claims = {path: _companions_of(path, importers) for path in unique if path.is_file()}
    claimed = {companion.resolve() for companions in claims.values() for companion in companions}
    kept = [path for path in unique if path.resolve() not in claimed]
    documents = (Document(name=name_of(path), path=path.resolve(), format=format) for path in kept)
    companions = {
        name_of(path): tuple(name_of(companion) for companion in claims[path])
        for path in kept
        if claims.get(path)
    }
    return Found(tuple(documents), tuple(missing), companions)


def name_of(path: Path) -> str:
    """A path as text that every report can hold: bytes that are no UTF-8 are written as `\\xe9`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _companions_of(path: Path, importers: Sequence[Importer]) -> list[Path]:
    try:
        return [companion for importer in importers for companion in importer.companions(path)]
    except OSError:
        return []  # that it cannot be read is said when it is read


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _checked(path: Path) -> Path | ImagegraphError:
    """A path that can be read as a file, or why not."""
    name = name_of(path)
    try:
        if path.is_file():
            return path
        there = path.exists()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        return NotFound(f"{name} cannot be looked at: {why}.", source=name)
    if there:
        return MalformedDocument(
            f"{name} is neither a file nor a folder. Save what it gives to a file first.", source=name
        )
    if path.is_symlink():
        return NotFound(f"{name} is a link that leads nowhere.", source=name)
    return NotFound(f"{name} does not exist.", source=name)


def _below(folder: Path, *, seen: set[Path]) -> Iterator[Path | ImagegraphError]:
    real = folder.resolve()
    if real in seen:  # a link that leads back up
        return
    seen.add(real)
    try:
        entries = sorted(folder.iterdir())
        is_crate = any((folder / name).is_file() for name in _CRATE)
    except OSError as error:
        name = name_of(folder)
        yield MalformedDocument(f"{name} cannot be read: {error.strerror}.", source=name)
        return
    if is_crate:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if _is_folder(entry):
            yield from _below(entry, seen=seen)
        else:
            yield _checked(entry)
