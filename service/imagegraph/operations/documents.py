"""Finding the documents below the paths that somebody names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from imagegraph.errors import ImagegraphError, NotFound
from imagegraph.model.records import Document
from imagegraph.ports.importing import Importer

_CRATE = ("ro-crate-metadata.json", "ro-crate-metadata.jsonld")


@dataclass(frozen=True)
class Found:
    """What lies below the named paths.

    Attributes:
        documents: to be read, in the order of their names.
        missing: why a named path gives nothing.
    """

    documents: tuple[Document, ...]
    missing: tuple[ImagegraphError, ...] = ()


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
        if path.is_dir():
            files.extend(_below(path, seen=set()))
        elif path.exists():
            files.append(path)
        else:
            missing.append(NotFound(f"{path} does not exist.", source=str(path)))
    unique = list(dict.fromkeys(files))
    claimed = {
        companion.resolve()
        for path in unique
        if path.is_file()
        for importer in importers
        for companion in importer.companions(path)
    }
    documents = (
        Document(name=str(path), path=path.resolve(), format=format)
        for path in unique
        if path.resolve() not in claimed
    )
    return Found(tuple(documents), tuple(missing))


def _below(folder: Path, *, seen: set[Path]) -> Iterator[Path]:
    real = folder.resolve()
    if real in seen:  # a link that leads back up
        return
    seen.add(real)
    if any((folder / name).is_file() for name in _CRATE):
        yield folder
        return
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _below(entry, seen=seen)
        elif entry.is_file():
            yield entry
