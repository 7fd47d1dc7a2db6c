"""Documents that nobody should store, each with the problem it has to be told as."""

from __future__ import annotations

import gzip
import io
import json
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

#: limit that the tests set for a document, bytes
DOCUMENT_BYTES = 3_000_000

_OME = '<OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06">{}</OME>'
_IMAGE = (
    '<Image ID="Image:0"><Pixels ID="Pixels:0" DimensionOrder="XYZCT" Type="uint8" SizeX="1" SizeY="1" '
    'SizeZ="1" SizeC="1" SizeT="1"/></Image>'
)
_CONTEXT = '"@context": "https://w3id.org/ro/crate/1.1/context"'
_STUDY = "type: Study\nname: A study\n"
_SCHEMA = "@prefix schema: <http://schema.org/> .\n"


@dataclass(frozen=True)
class Hostile:
    """One document and what has to become of it.

    Attributes:
        name: file name, with the ending that people would give it.
        content: the bytes.
        slug: the problem; several where more than one is right.
        where: members of the problem of which one has to be there, none for problems of the whole document.
        says: words that the explanation has to hold.
        can_be_judged: it breaks a rule about keeping, which judging does not know.
    """

    name: str
    content: bytes
    slug: str | tuple[str, ...]
    where: tuple[str, ...] = ()
    says: str = ""
    can_be_judged: bool = False

    @property
    def slugs(self) -> tuple[str, ...]:
        """Every acceptable problem."""
        return (self.slug,) if isinstance(self.slug, str) else self.slug


_PLACE = ("line", "column", "offset", "pointer")


def hostile_documents() -> list[Hostile]:
    """All of them; every name occurs once."""
    return [*_json(), *_yaml(), *_xml(), *_rdf(), *_json_ld(), *_archives(), *_tiff(), *_tables(), *_junk()]


def _json() -> Iterator[Hostile]:
    bad = "malformed-document"
    yield Hostile("truncated.json", b'{"type": "Study",\n "name": "A', bad, ("line",), "line 2")
    yield Hostile("comma.json", b'{"type": "Study", "name": "A",}', bad, ("line",), "column")
    yield Hostile("twice.json", b'{"type": "Study", "name": "A", "name": "B"}', bad, (), "'name'")
    yield Hostile("nan.json", b'{"type": "Objective", "name": "A", "lens_na": NaN}', bad, (), "NaN")
    yield Hostile("infinite.json", b'{"type": "Objective", "name": "A", "lens_na": 1e400}', bad, (), "1e400")
    long = b'{"type": "Image", "name": "A", "size_x": ' + b"9" * 6000 + b"}"
    yield Hostile("long-number.json", long, bad)
    yield Hostile("surrogate.json", b'{"type": "Study", "name": "\\ud800"}', bad, (), "surrogate")
    yield Hostile("nul.json", b'{"type": "Study", "name": "A\x00B"}', bad, ("line", "offset"))
    yield Hostile("nul-escape.json", b'{"type": "Study", "name": "A\\u0000B"}', bad, (), "U+0000")
    deep = b'{"type": "Study", "name": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    yield Hostile("deep.json", deep, "document-too-deep")
    yield Hostile("utf-16.json", '{"type": "Study", "name": "Ä"}'.encode("utf-16"), bad, ("offset",), "UTF-8")
    yield Hostile(
        "latin-1.json", '{"type": "Study", "name": "Ä"}'.encode("latin-1"), bad, ("offset",), "UTF-8"
    )
    yield Hostile("field.json", b'{"type": "Study", "nmae": "A"}', "unknown-field", ("pointer",), "name")
    yield Hostile(
        "class.json", b'{"type": "Stduy", "name": "A"}', ("unknown-field", "unknown-format"), (), "Study"
    )
    yield Hostile("number.json", b"42", ("malformed-document", "unknown-format"))
    yield Hostile("nothing.json", b"{}", ("unknown-format", "empty-document"))
    yield Hostile("list.json", b"[]", ("unknown-format", "empty-document"))
    yield Hostile("nameless.json", b'{"type": "Study", "description": "A"}', "validation-failed", (), "name")
    yield Hostile(
        "same-id.json",
        b'[{"type": "Study", "id": "https://example.org/s", "name": "A"},'
        b' {"type": "Study", "id": "https://example.org/s", "name": "B"}]',
        "duplicate-identifier",
        (),
        "https://example.org/s",
    )
    yield Hostile(
        "two-kinds.json",
        b'{"type": "Study", "name": "A", "instrument": [{"type": "Instrument", "id": "#a", "name": "A"}],'
        b' "image": [{"type": "Image", "id": "#a", "name": "A"}]}',
        "duplicate-identifier",
        ("pointer",),
        "#a",
    )
    for what, iri in (
        ("script", "javascript:alert(1)"),
        ("data", "data:text/html,x"),
        ("file", "file:///etc/passwd"),
        ("space", "https://example.org/two words"),
        ("giant", "https://example.org/" + "a" * 2_000_000),
        ("direction", "https://example.org/\u202egnp.exe"),
    ):
        content = json.dumps({"type": "Study", "id": iri, "name": "A"}).encode()
        yield Hostile(f"iri-{what}.json", content, "invalid-iri", ("pointer", "value"))
    person = {"type": "Person", "id": "https://orcid.org/0000-0002-1825-0098", "name": "A"}
    study = {"type": "Study", "name": "A", "author": [person]}
    yield Hostile("orcid.json", json.dumps(study).encode(), "invalid-identifier", ("value",), "checksum")
    maker = {"type": "Organisation", "id": "https://ror.org/03mstc593", "name": "A"}
    study = {"type": "Study", "name": "A", "publisher": maker}
    yield Hostile("ror.json", json.dumps(study).encode(), "invalid-identifier", ("value",), "checksum")


def _yaml() -> Iterator[Hostile]:
    bad = "malformed-document"
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 10))
    bomb = f"{_STUDY}l0: &l0 [a]\n{levels}"
    yield Hostile("aliases.yaml", bomb.encode(), "forbidden-construct", _PLACE)
    tag = f'{_STUDY}description: !!python/object/apply:os.system ["true"]\n'
    yield Hostile("python.yaml", tag.encode(), "forbidden-construct", _PLACE)
    yield Hostile("tab.yaml", f"{_STUDY}\tdescription: A\n".encode(), bad, ("line",))
    yield Hostile("twice.yaml", f"{_STUDY}name: B\n".encode(), bad, ("line",), "name")
    yield Hostile("quote.yaml", f'{_STUDY}description: "A\n'.encode(), bad, ("line",))
    deep = f"{_STUDY}description: {'[' * 20_000}{']' * 20_000}\n"
    yield Hostile("deep.yaml", deep.encode(), "document-too-deep")
    yield Hostile("nul.yaml", f"{_STUDY}description: A\x00B\n".encode(), bad)
    yield Hostile(
        "merge.yaml", f"{_STUDY}author: &a\n  - *a\n".encode(), ("forbidden-construct", bad), _PLACE
    )


def _xml() -> Iterator[Hostile]:
    bad, forbidden = "malformed-document", "forbidden-construct"
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    laughs = f'<?xml version="1.0"?><!DOCTYPE OME [<!ENTITY l0 "ha">{entities}]>' + _OME.format("&l9;")
    yield Hostile("laughs.ome.xml", laughs.encode(), forbidden, ("line",), "DOCTYPE")
    outside = '<!DOCTYPE OME [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + _OME.format("&x;")
    yield Hostile("outside.ome.xml", outside.encode(), forbidden, ("line",), "DOCTYPE")
    yield Hostile("open.ome.xml", _OME.format("<Image>").encode(), bad, ("line",))
    deep = _OME.format("<A>" * 50_000 + "</A>" * 50_000)
    yield Hostile("deep.ome.xml", deep.encode(), "document-too-deep")
    yield Hostile("control.ome.xml", _OME.format("&#0;").encode(), bad, ("line",))
    yield Hostile("latin-1.ome.xml", _OME.format("<A N='Ä'/>").encode("latin-1"), bad, ("offset", "line"))
    told_wrong = '<?xml version="1.0" encoding="UTF-16"?>' + _OME.format(_IMAGE)
    yield Hostile("told-wrong.ome.xml", told_wrong.encode(), bad, (), "")
    yield Hostile("page.html", b"<!DOCTYPE html><html><body>Hello</body></html>", "unknown-format")
    yield Hostile("other.xml", b"<note><to>A</to></note>", "unknown-format")
    rdf = '<?xml version="1.0"?>\n<!DOCTYPE rdf [<!ENTITY a "b">]>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'
    yield Hostile("entities.rdf", rdf.encode(), forbidden, ("line",), "DOCTYPE")
    rdf = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description></rdf:RDF>'
    yield Hostile("open.rdf", rdf.encode(), bad, ("line",))


def _rdf() -> Iterator[Hostile]:
    bad = "malformed-document"
    yield Hostile("dot.ttl", (_SCHEMA + "<#a> schema:name 'A' ;;; ] .").encode(), bad, ("line",), "line 2")
    yield Hostile("prefix.ttl", (_SCHEMA + "<#a> nobody:name 'A' .").encode(), bad, ("line",), "nobody")
    brackets = _SCHEMA + "<#a> schema:name " + "[ schema:about " * 100_000 + "'A'" + "]" * 100_000 + " ."
    yield Hostile("brackets.ttl", brackets.encode(), ("document-too-deep", "document-too-slow"))
    lists = _SCHEMA + "<#a> schema:name " + "(" * 100_000 + ")" * 100_000 + " ."
    yield Hostile("lists.ttl", lists.encode(), ("document-too-deep", "document-too-slow"))
    yield Hostile(
        "space.ttl", (_SCHEMA + "<http://example.org/a b> schema:name 'A' .").encode(), bad, ("line",)
    )
    yield Hostile(
        "script.ttl",
        (_SCHEMA + "<javascript:alert(1)> schema:name 'A' .").encode(),
        "invalid-iri",
        ("value",),
    )
    giant = f"{_SCHEMA}<http://example.org/{'a' * 2_000_000}> schema:name 'A' ."
    yield Hostile("giant.ttl", giant.encode(), "invalid-iri", ("value",), "longer")
    yield Hostile("surrogate.ttl", (_SCHEMA + '<#a> schema:name "\\uD800" .').encode(), bad, ("line",))
    yield Hostile(
        "orcid.ttl",
        (_SCHEMA + "<https://orcid.org/0000-0002-1825-0098> schema:name 'A' .").encode(),
        "invalid-identifier",
        ("value",),
        "checksum",
    )
    yield Hostile(
        "utf-16.ttl", (_SCHEMA + "<#a> schema:name 'A' .").encode("utf-16"), bad, ("offset",), "UTF-8"
    )
    yield Hostile("comment.ttl", b"# nothing but a comment\n@prefix a: <http://a/> .\n", "empty-document")
    yield Hostile("words.nt", b"<http://a/b> <http://a/c> nothing .\n", bad, ("line",))
    yield Hostile("object.nq", b'<http://a/b> <http://a/c> "A" "B" .\n', bad, ("line",))
    yield Hostile("graph.trig", b"<http://a/g> { <http://a/b> <http://a/c> 'A' .\n", bad, ("line",))


def _json_ld() -> Iterator[Hostile]:
    bad = "malformed-document"
    yield Hostile(
        "context.jsonld",
        b'{"@context": "https://example.org/c.jsonld", "@id": "http://a/b", "name": "A"}',
        "forbidden-construct",
        (),
        "https://example.org/c.jsonld",
    )
    yield Hostile(
        "keyword.jsonld", b'{"@context": {"name": "http://schema.org/name"}, "@id": 7, "name": "A"}', bad
    )
    deep = (
        b'{"@context": {"p": "http://schema.org/about"}, "@id": "http://a/b"'
        + b', "p": {"@id": "http://a/c"' * 20_000
        + b"}" * 20_001
    )
    yield Hostile("deep.jsonld", deep, "document-too-deep")
    yield Hostile(
        "space.jsonld",
        b'{"@id": "http://a/two words", "http://schema.org/name": "A"}',
        "invalid-iri",
        ("pointer", "value"),
    )
    yield Hostile(
        "script.jsonld",
        b'{"@id": "javascript:alert(1)", "http://schema.org/name": "A"}',
        "invalid-iri",
        ("value",),
    )
    yield Hostile(
        "loop.jsonld", b'{"@context": {"a": "b:x", "b": "a:x"}, "@id": "http://a/b", "a": "A"}', bad
    )
    yield Hostile("truncated.jsonld", b'{"@context": {}, "@id": "http://a/b",\n', bad, ("line",))


def _crate(*entities: object) -> bytes:
    listed = ", ".join(json.dumps(entity) for entity in entities)
    return f'{{{_CONTEXT}, "@graph": [{listed}]}}'.encode()


_DESCRIPTOR = {"@id": "ro-crate-metadata.json", "@type": "CreativeWork", "about": {"@id": "./"}}
_ROOT = {"@id": "./", "@type": "Dataset", "name": "A crate", "datePublished": "2025-01-01"}


def _zip(*members: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


def _archives() -> Iterator[Hostile]:
    bad = "malformed-document"
    name = "ro-crate-metadata.json"
    good = _crate(_DESCRIPTOR, _ROOT)
    yield Hostile("rootless-ro-crate-metadata.json", _crate(_DESCRIPTOR), bad, (), "./", can_be_judged=True)
    yield Hostile(
        "twice-ro-crate-metadata.json",
        _crate(_DESCRIPTOR, _ROOT, {**_ROOT, "name": "B"}),
        ("duplicate-identifier", bad),
        ("pointer", "value"),
        "./",
    )
    yield Hostile("broken-ro-crate-metadata.json", good[:-3], bad, ("line",))
    script = {**_ROOT, "author": {"@id": "javascript:alert(1)"}}
    yield Hostile("script-ro-crate-metadata.json", _crate(_DESCRIPTOR, script), "invalid-iri", ("value",))
    yield Hostile(
        "traversal.zip",
        _zip((name, good), ("../../evil.txt", b"A")),
        "forbidden-construct",
        ("path",),
        "evil.txt",
    )
    yield Hostile(
        "absolute.zip", _zip((name, good), ("/etc/evil", b"A")), "forbidden-construct", ("path",), "/etc/evil"
    )
    bomb = good[:-2] + b" " * 80_000_000 + b"]}"
    yield Hostile("bomb.zip", _zip((name, bomb)), "document-too-large", ("path", "limit"))
    whole = _zip((name, good))
    yield Hostile("damaged.zip", whole[: len(whole) // 2], (bad, "unknown-format"))
    locked = bytearray(whole)
    locked[6] |= 1
    directory = whole.index(b"PK\x01\x02")
    locked[directory + 8] |= 1
    yield Hostile("locked.zip", bytes(locked), bad, ("path",), "password")
    yield Hostile("pictures.zip", _zip(("a.txt", b"A")), ("unknown-format", bad))


def _tiff() -> Iterator[Hostile]:
    bad = ("malformed-document", "unknown-format")
    yield Hostile("short.ome.tiff", b"II*\x00\x08", bad)
    yield Hostile("beyond.ome.tiff", b"II*\x00" + struct.pack("<I", 4_000_000_000), bad)
    loop = b"II*\x00" + struct.pack("<IHI", 8, 0, 8)
    yield Hostile("loop.ome.tiff", loop, bad)
    entry = struct.pack("<HHII", 270, 2, 0xFFFFFFF0, 26)
    giant = b"II*\x00" + struct.pack("<IH", 8, 1) + entry + struct.pack("<I", 0) + b"<OME"
    yield Hostile("giant.ome.tiff", giant, (*bad, "document-too-large"))
    words = b"plain words\x00"
    entry = struct.pack("<HHII", 270, 2, len(words), 26)
    plain = b"II*\x00" + struct.pack("<IH", 8, 1) + entry + struct.pack("<I", 0) + words
    yield Hostile("plain.tif", plain, bad)


def _tables() -> Iterator[Hostile]:
    bad = "malformed-document"
    yield Hostile("nul-study.txt", b"Study Title\tA\x00B\nStudy Organism\tHomo sapiens\n", bad)
    table = b"Plate,Well,Characteristics [Organism]\np1,A1,Homo sapiens\n"
    yield Hostile("idr9999-screenA-annotation.csv", table, bad, (), "study file")
    yield Hostile("prices.csv", b"item,price\napple,1\n", "unknown-format", ("known",), "Known formats")


def _junk() -> Iterator[Hostile]:
    yield Hostile("empty.json", b"", "empty-document")
    yield Hostile("blank.yaml", b" \n\t\n", "empty-document")
    yield Hostile("mark.ttl", b"\xef\xbb\xbf", ("empty-document", "unknown-format"))
    yield Hostile(
        "words.txt", b"Dear diary, today the laser was dim.", "unknown-format", ("known",), "Known formats"
    )
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
    yield Hostile("picture.png", picture, "unknown-format", ("known",))
    yield Hostile("picture.json", picture, ("unknown-format", "malformed-document"))
    yield Hostile(
        "junk.ttl", bytes(range(255, -1, -1)) * 16, ("malformed-document", "unknown-format"), _PLACE
    )
    yield Hostile(
        "packed.json",
        gzip.compress(b'{"type": "Study", "name": "A"}'),
        ("unknown-format", "malformed-document"),
    )
    huge = b'{"type": "Study", "name": "' + b"A" * (DOCUMENT_BYTES + 1) + b'"}'
    yield Hostile("huge.json", huge, "document-too-large", (), f"{DOCUMENT_BYTES:,}")
