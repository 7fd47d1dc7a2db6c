"""RO-Crates in folders and archives."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from rocrate_reading import (
    DATA,
    document,
    read,
    zipped,
)

from imagegraph.adapters.importers.rocrate import RoCrateImporter
from imagegraph.errors import (
    DocumentTooLarge,
    ForbiddenConstruct,
    MalformedDocument,
)
from imagegraph.model.records import Document


def test_folder(tmp_path: Path) -> None:
    """A folder is read through its metadata file, which is its only companion."""
    (tmp_path / "ro-crate-metadata.json").write_bytes((DATA / "archive-ro-crate-metadata.json").read_bytes())
    given = Document(name="folder", path=tmp_path)
    importer = RoCrateImporter()
    assert importer.recognises(given)
    assert list(importer.companions(tmp_path)) == [tmp_path / "ro-crate-metadata.json"]
    assert len(list(importer.read(given))) == 1


def test_folder_without_crate(tmp_path: Path) -> None:
    """A folder without metadata is not recognised, and refused when forced."""
    given = Document(name="folder", path=tmp_path)
    assert not RoCrateImporter().recognises(given)
    with pytest.raises(MalformedDocument):
        read(given)


@pytest.mark.parametrize("name", ["ro-crate-metadata.json", "export/ro-crate-metadata.json"])
def test_archive(name: str) -> None:
    """A zip may hold the crate directly or in one folder, as .eln files do."""
    content = (DATA / "archive-ro-crate-metadata.json").read_bytes()
    given = zipped({name: content, "export/data/one stack.tif": b"II*"})
    assert RoCrateImporter().recognises(given)
    assert read(given).about is None


@pytest.mark.parametrize(
    "members",
    [
        {"readme.txt": b"x"},
        {"a/ro-crate-metadata.json": b"{}", "b/ro-crate-metadata.json": b"{}"},
        {"a/b/ro-crate-metadata.json": b"{}"},
    ],
)
def test_archive_without_one_crate(members: dict[str, bytes]) -> None:
    """No crate or several in an archive are refused."""
    with pytest.raises(MalformedDocument):
        read(zipped(members))


@pytest.mark.parametrize("name", ["../x", "/etc/x", "a/../../x", "C:/x", "a\\b"])
def test_archive_that_leaves_its_folder(name: str) -> None:
    """A member that would land elsewhere refuses the archive."""
    with pytest.raises(ForbiddenConstruct):
        read(zipped({"ro-crate-metadata.json": b"{}", name: b"x"}))


def test_archive_bomb() -> None:
    """A member that unpacks far beyond its size is refused before it is unpacked."""
    with pytest.raises(DocumentTooLarge):
        read(zipped({"ro-crate-metadata.json": b" " * 20_000_000}))


def test_damaged_and_encrypted_archives() -> None:
    """Damaged bytes and passwords are refused with a sentence."""
    good = zipped({"ro-crate-metadata.json": b"{}" * 200}, compression=zipfile.ZIP_STORED).content
    with pytest.raises(MalformedDocument):
        read(document(good[:60]))
    with pytest.raises(MalformedDocument):
        read(document(good.replace(b"{}{}", b"{}[]", 1)))
    flag = bytearray(good)
    flag[6] |= 1
    flag[good.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(MalformedDocument, match="encrypted"):
        read(document(bytes(flag)))


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b"PK\x03\x04", b"\xff\xfe", b'{"@context": "https://schema.org"}']
)
def test_other_content_is_not_recognised(content: bytes) -> None:
    """Recognising never raises and leaves other content to others."""
    assert not RoCrateImporter().recognises(document(content))
