"""Archives that want to write elsewhere, to unpack to more than there is room for, or to be two things at once."""

from __future__ import annotations

import io
import json
import stat
import struct
import tarfile
import zipfile
from collections.abc import Iterator

from attacks import Attack, document

_METADATA = "ro-crate-metadata.json"
_CRATE = json.dumps({
    "@context": "https://w3id.org/ro/crate/1.1/context",
    "@graph": [
        {"@id": _METADATA, "@type": "CreativeWork", "about": {"@id": "./"},
         "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"}},
        {"@id": "./", "@type": "Dataset", "name": "A crate", "description": "A", "datePublished": "2025-01-01"},
    ],
}).encode()  # fmt: skip
_REFUSED = (400, 413, 415, 422)
_LOCAL, _CENTRAL = b"PK\x03\x04", b"PK\x01\x02"


def archive_attacks() -> list[Attack]:
    """All of them; every name occurs once."""
    return [*_names(), *_sizes(), *_lies(), *_others()]


def good_archive() -> bytes:
    """An archive that is taken, so that refusals mean something."""
    return _zip((_METADATA, _CRATE), ("data/a.txt", b"A"))


def _zip(*members: tuple[str | zipfile.ZipInfo, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as archive:
        for name, content in members:
            archive.writestr(name, content, compress_type=packing)
    return buffer.getvalue()


def _renamed(name: bytes) -> bytes:
    """An archive with a member whose name no library would write."""
    placeholder = "n" * len(name)
    return _zip((_METADATA, _CRATE), (placeholder, b"A")).replace(placeholder.encode(), name)


def _names() -> Iterator[Attack]:
    for number, name in enumerate((
        b"../evil.txt", b"../../../../../../tmp/evil.txt", b"data/../../evil.txt", b"/etc/evil.txt", b"//evil/evil.txt",
        b"C:/evil.txt", b"C:\\evil.txt", b"..\\..\\evil.txt", b"data\\..\\evil.txt", b"file:evil.txt",
    )):  # fmt: skip
        yield document(f"outside-{number}.zip", _renamed(name), *_REFUSED)
    for number, name in enumerate(
        (b"a\x00evil.txt", b"\xff\xfeevil", b"a\nevil", b"CON", b"-rf evil", b"a" * 60_000)
    ):
        yield document(f"odd-{number}.zip", _renamed(name))
    link = zipfile.ZipInfo(_METADATA)
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    yield document("link.zip", _zip((link, b"/etc/passwd")), *_REFUSED)
    other = zipfile.ZipInfo("data")
    other.create_system, other.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    yield document("folder-link.zip", _zip((_METADATA, _CRATE), (other, b"/etc"), ("data/evil.txt", b"A")))
    folder = zipfile.ZipInfo(_METADATA + "/")
    yield document("folder.zip", _zip((folder, b"")), *_REFUSED)
    yield document("two-crates.zip", _zip((_METADATA, _CRATE), (f"a/{_METADATA}", _CRATE)))
    double = _zip(
        (_METADATA, _CRATE), (_METADATA.replace("json", "jsoN"), _CRATE.replace(b"A crate", b"B crate"))
    )
    yield document("twice.zip", double.replace(b"metadata.jsoN", b"metadata.json"), *_REFUSED)


def _sizes() -> Iterator[Attack]:
    spaces = _CRATE[:-1] + b" " * 99_000_000 + b"}"
    yield document("ratio.zip", _zip((_METADATA, spaces)), 413)
    yield document("ratio-bzip2.zip", _zip((_METADATA, spaces), packing=zipfile.ZIP_BZIP2), 413)
    yield document("ratio-lzma.zip", _zip((_METADATA, spaces), packing=zipfile.ZIP_LZMA), 413)
    yield document("entries.zip", _zip((_METADATA, _CRATE), *((f"data/{n}.txt", b"") for n in range(10_000))))
    nested = _zip(("a.zip", _zip(("b.zip", _zip((_METADATA, spaces))))))
    yield document("nested.zip", nested, *_REFUSED)
    layers = _zip((_METADATA, _CRATE))
    for _ in range(200):
        layers = _zip(("a.zip", layers), packing=zipfile.ZIP_STORED)
    yield document("layers.zip", layers, *_REFUSED)
    deep = (
        b'{"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": '
        + b"[" * 100_000
        + b"]" * 100_000
        + b"}"
    )
    yield document("deep.zip", _zip((_METADATA, deep)), *_REFUSED)
    yield document("overlapping.zip", _overlapping(), *_REFUSED)
    # of a member beside the metadata nothing is unpacked, however large it would be
    yield document("elsewhere.zip", _zip((_METADATA, _CRATE), ("data/zeros", b"\x00" * 50_000_000)))


def _overlapping() -> bytes:
    """All entries of the directory lead to the same packed bytes (https://www.bamsoftware.com/hacks/zipbomb/)."""
    whole = _zip(("0000", b"\x00" * 10_000_000))
    start = whole.index(_CENTRAL)
    kernel, entry = whole[:start], whole[start : whole.index(b"PK\x05\x06")]
    entries = b"".join(entry.replace(b"0000", f"{n:04}".encode()) for n in range(2_000))
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 2_000, 2_000, len(entries), start, 0)
    return kernel + entries + end


def _lies() -> Iterator[Attack]:
    whole = good_archive()
    directory = whole.index(_CENTRAL)

    def changed(place: int, content: bytes) -> bytes:
        copy = bytearray(whole)
        copy[place : place + len(content)] = content
        return bytes(copy)

    yield document("checksum.zip", changed(directory + 16, b"\x00\x01\x02\x03"), *_REFUSED)
    yield document("content.zip", changed(30 + len(_METADATA) + 5, b"\xff\xff\xff"), *_REFUSED)
    locked = bytearray(whole)
    locked[6] |= 1
    locked[directory + 8] |= 1
    yield document("locked.zip", bytes(locked), *_REFUSED)
    yield document("method.zip", changed(directory + 10, b"\x63\x00"), *_REFUSED)
    yield document("size-small.zip", changed(directory + 24, struct.pack("<I", 1)), *_REFUSED)
    yield document("size-large.zip", changed(directory + 24, struct.pack("<I", 2**32 - 2)), *_REFUSED)
    yield document("offset.zip", changed(directory + 42, struct.pack("<I", 2**31)), *_REFUSED)
    yield document("half.zip", whole[: len(whole) // 2], *_REFUSED)
    yield document("start.zip", whole[:40], *_REFUSED)
    end = whole.rindex(b"PK\x05\x06")
    yield document("count.zip", changed(end + 8, b"\xfe\xff\xfe\xff"))
    yield document("directory.zip", changed(end + 12, struct.pack("<II", 2**31, 2**31)), *_REFUSED)
    yield document("local-name.zip", changed(30, b"xx"), *_REFUSED)
    yield document("empty.zip", b"PK\x05\x06" + b"\x00" * 18, *_REFUSED)
    yield document("comment.zip", whole[:-2] + struct.pack("<H", 60_000) + b"PK\x05\x06" * 15_000)
    version = _zip((_METADATA, _CRATE)).replace(b"\x14\x00\x00\x00", b"\xff\x00\x00\x00")
    yield document("version.zip", version)


def _others() -> Iterator[Attack]:
    whole = good_archive()
    yield document("page.html", b"<html><script>alert(1)</script></html>" + whole, *_REFUSED)
    yield document("picture.png", b"\x89PNG\r\n\x1a\n" + whole, *_REFUSED)
    yield document("study.json", b'{"type": "Study", "name": "A"}' + whole, *_REFUSED)
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        member = tarfile.TarInfo("../../evil.txt")
        archive.addfile(member, io.BytesIO(b""))
    yield document("evil.tar.gz", buffer.getvalue(), *_REFUSED)
    form = (
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="../evil.zip"\r\n\r\n'
        + whole
        + b"\r\n--x--\r\n"
    )
    yield Attack(
        name="form", path="/records", content=form, headers={"Content-Type": "multipart/form-data; boundary=x"}, statuses=(415,)
    )  # fmt: skip
    for name in ("../../evil.zip", "/etc/evil.zip", "..\\evil.zip", "evil\x01.zip", "a" * 4_000):
        yield document(name, whole.replace(b"A crate", b"B crate"))
