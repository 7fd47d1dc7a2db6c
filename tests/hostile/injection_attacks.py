"""Texts that want to be read as something else: as a query, as a header, as a page, as a statement."""

from __future__ import annotations

import json
from collections.abc import Iterator

from attacks import Attack, asked, document

#: a statement that an injection would add
PLANTED = "http://planted.example.org/x"
#: what no page may show as it is
RAW = (
    "<script>alert(1)", "<img src=x onerror", "<svg onload", "</script><script>", "'-alert(1)-'", '"onmouseover=',
    "javascript:alert(2)", "data:text/html",
)  # fmt: skip

#: texts that people could put into any field
TEXTS = (
    "<script>alert(1)</script>", '"><script>alert(1)</script>', "</script><script>alert(1)</script>",
    "</title></style></textarea><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
    '" onmouseover="alert(1)', "' onmouseover='alert(1)", "{{7*7}}${7*7}<%= 7*7 %>", "--><script>alert(1)</script>",
    f'" . <{PLANTED}> <{PLANTED}> "', f'\\" . <{PLANTED}> <{PLANTED}> <{PLANTED}> .', f'x"@en . <{PLANTED}> a "', "\"\"\"'''\"\n\t\r\\",
    "=cmd|'/C calc'!A0", "@SUM(1+1)*cmd", "\u202egnp.exe", "a\r\nSet-Cookie: a=b\r\n\r\n<script>alert(1)</script>",
    "<!--", "]]>", "%3Cscript%3Ealert(1)%3C/script%3E", "&lt;script&gt;alert(1)&lt;/script&gt;", "\u2028\u2029", "{" * 20,
)  # fmt: skip
#: texts that are used where an IRI, an id or a name is expected
NAMES = (
    f"http://a/> . <{PLANTED}> <{PLANTED}> <{PLANTED}> . <http://a/", "http://a/b c", 'http://a/"b', "http://a/<b>",
    "http://a/{b}", "http://a/\\u003E", "http://a/b\r\nX-Planted: 1", "javascript:alert(2)", "data:text/html,<script>alert(1)</script>",
    "../../../etc/passwd", "..%2f..%2fetc%2fpasswd", "a\x00b", "a\r\nX-Planted: 1", "con", ".", "..", "-rf", "$(id)", "`id`", "a;id",
    f"x}} UNION {{ ?s ?p <{PLANTED}> }} #", f'x") FILTER(true) BIND(<{PLANTED}> AS ?planted) #', "'; DROP TABLE version; --",
    '" OR ""="', "1 OR 1=1", "%' OR '%'='", "a* OR title:b", '"a" NEAR "b"',
)  # fmt: skip


def injection_attacks() -> list[Attack]:
    """All of them; every name occurs once."""
    return [*_documents(), *_names(), *_parameters()]


def _documents() -> Iterator[Attack]:
    for number, text in enumerate(TEXTS):
        person = {"type": "Person", "name": text, "affiliation": [{"type": "Organisation", "name": text}]}
        study = {
            "type": "Study", "id": f"http://example.org/injected/{number}", "name": text, "description": text,
            "keyword": [text], "author": [person],
        }  # fmt: skip
        yield document(f"text-{number}.json", json.dumps(study))
        rdf = {
            "@id": f"http://example.org/rdf/{number}", "@type": "http://schema.org/Dataset",
            "http://schema.org/name": text, "http://schema.org/about": {"@value": text, "@language": "en"},
            f"http://example.org/{number}": {"@value": text, "@type": "http://example.org/type"},
        }  # fmt: skip
        yield document(f"text-{number}.jsonld", json.dumps(rdf))
    for number, name in enumerate(NAMES):
        yield document(f"name-{number}.json", json.dumps({"type": "Study", "id": name, "name": "A"}))
        node = {"@id": name, "http://schema.org/name": "A", "http://schema.org/url": {"@id": name}}
        yield document(f"name-{number}.jsonld", json.dumps(node))
        typed = {
            "@id": f"http://example.org/typed/{number}",
            "http://schema.org/name": {"@value": "A", "@type": name},
        }
        yield document(f"type-{number}.jsonld", json.dumps({**typed, name: "A"}))


def _names() -> Iterator[Attack]:
    from urllib.parse import quote

    body = b'{"type": "Study", "name": "A"}'
    for number, name in enumerate(NAMES):
        yield Attack(name=f"id {number}", path=f"/records/{quote(name, safe='')}", method="PUT", content=body)
        yield Attack(name=f"read {number}", path=f"/records/{quote(name, safe='')}")
        yield Attack(
            name=f"term {number}", path=f"/terms/{quote(name, safe='')}", headers={"Accept": "text/html"}
        )
        yield Attack(
            name=f"identifier {number}",
            path=f"/identifiers/doi/{quote(name, safe='')}",
            headers={"Accept": "text/html"},
        )
        shown = (
            name.encode("ascii", "replace")
            .replace(b"\r", b" ")
            .replace(b"\n", b" ")
            .replace(b"\x00", b" ")
            .decode()
        )
        yield Attack(name=f"file name {number}", path="/validate", content=b"{", headers={"Content-Disposition": f'attachment; filename="{shown}"'})  # fmt: skip


def _parameters() -> Iterator[Attack]:
    for number, text in enumerate((*TEXTS, *NAMES)):
        yield asked(f"person {number}", "/queries/datasets-by-person", person=text)
        yield asked(f"stain {number}", "/queries/channels-by-fluorophore", fluorophore=text)
        yield asked(f"search {number}", "/records", q=text)
        yield asked(f"terms {number}", "/terms", q=text)
        yield asked(f"identifiers {number}", "/identifiers", id=text)
        yield asked(f"format {number}", "/records", format=text, profile=text, cursor=text)
        yield asked(f"graph {number}", "/sparql", **{"query": "ASK {}", "default-graph-uri": text})
