"""Small requests that ask for endless work: in queries, and in documents."""

from __future__ import annotations

import gzip
import json
import struct
from collections.abc import Iterator

from attacks import Attack, asked, document, query

_SCHEMA = "@prefix s: <http://schema.org/> .\n"
_STUDY = "type: Study\nname: A\n"
_OME = '<OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06">{}</OME>'
_RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://schema.org/">{}</rdf:RDF>'
_TOO_LARGE = (413,)
_STOPPED = (413, 503, 504)


def bomb_attacks() -> list[Attack]:
    """All of them; every name occurs once."""
    return [
        *_nested(),
        *_costly(),
        *_joins(),
        *_json(),
        *_yaml(),
        *_xml(),
        *_rdf(),
        *_pictures(),
        *_questions(),
    ]


def _nested() -> Iterator[Attack]:
    """Texts that overflow the stack of a parser (measured: each of them ends the engine's process)."""
    texts = {
        "braces": "SELECT * " + "{" * 2_300 + "}" * 2_300,
        "parentheses": "ASK { FILTER(" + "(" * 4_700 + "1" + ")" * 4_700 + ") }",
        "optionals": "ASK { " + "OPTIONAL { " * 2_700 + "}" * 2_701,
        "collections": "ASK { ?s ?p " + "(" * 5_000 + ")" * 5_000 + " }",
        "blank nodes": "ASK { ?s ?p " + "[ ?q " * 4_000 + "1" + "]" * 4_000 + " }",
        "paths": "ASK { ?s " + "(" * 5_000 + "<a:b>" + ")" * 5_000 + " ?o }",
        "quoted triples": "ASK { ?s ?p " + "<<( ?a ?b " * 3_000 + "1" + ")>>" * 3_000 + " }",
        "subselects": "SELECT * " + "{ SELECT * " * 1_500 + "{}" + "}" * 1_500,
        "exists": "ASK { " + "FILTER EXISTS { " * 1_500 + "}" * 1_501,
        "unclosed": "SELECT * " + "{" * 20_000,
        "behind a comparison": "ASK { FILTER(1<2 && 3>" + "(" * 4_700 + "1" + ")" * 4_700 + ") }",
    }
    for name, text in texts.items():
        yield query(f"nested {name}", text, 400, *_TOO_LARGE)
    chains = {
        "sums": "ASK { FILTER(1" + "+1" * 7_000 + ") }",
        "not": "ASK { FILTER(" + "!" * 20_000 + "1) }",
        "minus": "ASK { FILTER(" + "- " * 20_000 + "1) }",
        "binds": "ASK { " + " ".join(f"BIND({n} AS ?b{n})" for n in range(2_700)) + " }",
        "unions": "ASK { {}" + " UNION {}" * 5_000 + " }",
        "alternatives": "ASK { ?s <a:b>" + "|<a:b>" * 4_000 + " ?o }",
        "inverse paths": "ASK { ?s " + "^" * 10_000 + "<a:b> ?o }",
        "comments": "# (\n" * 14_000 + "ASK {}",
        "long": "ASK { ?s ?p '" + "a" * 60_001 + "' }",
    }
    for name, text in chains.items():
        yield query(f"chained {name}", text, 200, 400, *_STOPPED)
    for name, part, end in (
        ("sums", "+1", ""), ("not", "!", ""), ("optionals", " OPTIONAL { ?s ?p ?o }", ""), ("braces", "{", "}"),
    ):  # fmt: skip
        count = 60 if end else 1_200
        text = {
            "sums": f"ASK {{ FILTER(1{part * count}) }}", "not": f"ASK {{ FILTER({part * count}1) }}",
            "optionals": f"ASK {{ {part * 800} }}", "braces": f"ASK {part * count}{end * count}",
        }[name]  # fmt: skip
        yield query(f"just within the limits: {name}", text, 200, 400, *_STOPPED)


def _costly() -> Iterator[Attack]:
    """Texts that are short and well-formed, and ask for endless time or memory."""
    ten = "{ 0 1 2 3 4 5 6 7 8 9 }"
    product = " ".join(f"VALUES ?v{n} {ten}" for n in range(12))
    strings = " ".join(
        f"VALUES ?v{n} {{ 'aaaaaaaaaaaaaaaaaaaaaaaa' 'b' 'c' 'd' 'e' 'f' }}" for n in range(12)
    )
    doubled = "BIND('aaaaaaaaaaaaaaaa' AS ?a0) " + " ".join(
        f"BIND(CONCAT(?a{n}, ?a{n}) AS ?a{n + 1})" for n in range(40)
    )
    replaced = "BIND('aaaaaaaaaaaaaaaa' AS ?a0) " + " ".join(f"BIND(REPLACE(?a{n}, 'a', 'aaaaaaaa') AS ?a{n + 1})" for n in range(12))  # fmt: skip
    texts = {
        "product counted": f"SELECT (COUNT(*) AS ?n) {{ {product} }}",
        "product listed": f"SELECT * {{ {product} }}",
        "product sorted": f"SELECT * {{ {product} }} ORDER BY ?v0 ?v11",
        "product distinct": f"SELECT (COUNT(DISTINCT *) AS ?n) {{ {product} }}",
        "product grouped": f"SELECT ?v0 ?v1 ?v2 ?v3 ?v4 ?v5 (COUNT(*) AS ?n) {{ {product} }} GROUP BY ?v0 ?v1 ?v2 ?v3 ?v4 ?v5",
        "product joined into text": f"SELECT (GROUP_CONCAT(?v0) AS ?n) {{ {strings} }}",
        "product constructed": f"CONSTRUCT {{ <a:b> <a:c> [] }} {{ {product} }}",
        "product at an offset": f"SELECT * {{ {product} }} OFFSET 999999999 LIMIT 1",
        "product subtracted": f"SELECT (COUNT(*) AS ?n) {{ {product} MINUS {{ {product} }} }}",
        "product under exists": f"SELECT * {{ VALUES ?a {ten} FILTER NOT EXISTS {{ {product} FILTER(?v0 + ?v1 > 90) }} }}",
        "product of everything": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o . ?p ?q ?r }",
        "order by random": f"SELECT * {{ {product} }} ORDER BY RAND() LIMIT 1",
        "concat doubling": f"SELECT (STRLEN(?a40) AS ?n) {{ {doubled} }}",
        "replace doubling": f"SELECT (STRLEN(?a12) AS ?n) {{ {replaced} }}",
        "encode doubling": f"SELECT (STRLEN({'ENCODE_FOR_URI(' * 30}'%%%%'{')' * 30}) AS ?n) {{}}",
        "regex backtracking": f"SELECT * {{ FILTER(REGEX('{'a' * 40}!', '^(a+)+$')) }}",
        "regex repetition": "SELECT * { BIND('aaaa' AS ?a) FILTER(REGEX(?a, '((((a{100}){100}){100}){100})')) }",
        "regex many": f"SELECT * {{ {strings} FILTER(REGEX(CONCAT(?v0, ?v1), '(a|b|c)*(a|b)*c$')) }}",
        "endless star path": f"SELECT (COUNT(*) AS ?n) {{ {product} ?a (!<a:b>|^!<a:b>)* ?b . ?c (!<a:b>|^!<a:b>)* ?d }}",
        "star of a star": "SELECT (COUNT(*) AS ?n) { ?a ((((!<a:b>)*)*)*)* ?b . ?b ((!<a:b>|^!<a:b>)*)+ ?c . ?c (!<a:b>)* ?d }",
        "nested hashes": f"SELECT * {{ {product} FILTER(SHA512(STR(?v0 + ?v1)) = 'a') }}",
    }  # fmt: skip
    for name, text in texts.items():
        yield query(name, text, 200, 400, *_STOPPED)


def _joins() -> Iterator[Attack]:
    """Texts that are endless work for the optimiser."""
    chain = " . ".join(f"?v{n} <a:p{n}> ?v{n + 1}" for n in range(700))
    star = " . ".join(f"?s ?p{n} ?o{n}" for n in range(700))
    texts = {
        "500 optionals": "SELECT * { ?s ?p ?o " + " ".join(f"OPTIONAL {{ ?s ?p{n} ?o{n} }}" for n in range(500)) + " }",
        "700 patterns in a chain": f"SELECT * {{ {chain} }}",
        "700 patterns in a star": f"SELECT * {{ {star} }}",
        "500 graphs": "SELECT * { " + " ".join(f"GRAPH ?g{n} {{ ?s{n} ?p ?o }}" for n in range(500)) + " }",
        "path of 900 steps": "SELECT * { ?s !<a:b>" + "/!<a:b>" * 900 + " ?o }",
        "500 unions joined": "SELECT * { " + "{ ?s ?p ?o } UNION { ?o ?p ?s } " * 250 + " }",
        "1,000 values": "SELECT * { VALUES (?a ?b) { " + "(1 2) " * 900 + "} ?a ?p ?b }",
        "1,000 alternatives": "ASK { ?s ?p ?o FILTER(?o IN (" + ",".join(str(n) for n in range(2_000)) + ")) }",
    }  # fmt: skip
    for name, text in texts.items():
        yield query(name, text, 200, 400, *_STOPPED)


def _json() -> Iterator[Attack]:
    many = ",".join(f'"k{n}":1' for n in range(200_000))
    yield document("deep.json", '{"type":"Study","name":' + "[" * 100_000 + "]" * 100_000 + "}", 422)
    yield document("deep-objects.json", '{"a":' * 100_000 + "1" + "}" * 100_000, 422, 415)
    yield document("wide.json", f'{{"type":"Study","name":"A",{many}}}', 422)
    yield document("digits.json", '{"type":"Image","name":"A","size_x":' + "9" * 1_000_000 + "}", 400)
    yield document("exponent.json", '{"type":"Objective","name":"A","lens_na":1e999999999}', 400)
    studies = ",".join(
        f'{{"type":"Study","id":"http://example.org/s{n}","name":"A{n}"}}' for n in range(3_000)
    )
    yield document("many.json", f"[{studies}]", path="/validate")
    yield document("huge-text.json", '{"type":"Study","name":"' + "A" * 2_900_000 + '"}', path="/validate")
    yield document("spaces.json", '{"type":"Study","name":"A"' + " " * 2_900_000 + "}", path="/validate")
    yield document("escapes.json", '{"type":"Study","name":"' + "\\u0041" * 480_000 + '"}', path="/validate")
    listed = '{"@list":[' * 20_000 + "1" + "]}" * 20_000
    yield document(
        "lists.jsonld",
        '{"@context":{"p":"http://schema.org/about"},"@id":"http://a/b","p":' + listed + "}",
        422,
    )
    context = {f"t{n}": {"@id": f"t{n + 1}:x"} for n in range(3_000)}
    yield document("chain.jsonld", json.dumps({"@context": context, "@id": "http://a/b", "t0": "A"}))
    scoped: object = {}
    for _ in range(20):
        scoped = {"p": {"@id": "http://schema.org/about", "@context": scoped}}
    inner: object = "A"
    for _ in range(50):
        inner = {"p": [inner, inner] if _ < 14 else inner}
    yield document("scoped.jsonld", json.dumps({"@context": scoped, "@id": "http://a/b", "p": inner}))
    graph = [{"@id": f"_:b{a}", "http://a/p": [{"@id": f"_:b{b}"} for b in range(12)]} for a in range(12)]
    yield document("clique.jsonld", json.dumps({"@graph": graph}))


def _yaml() -> Iterator[Attack]:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 10))
    yield document("laughs.yaml", f"{_STUDY}l0: &l0 [a]\n{levels}", 422)
    maps = "".join(f"l{n}: &l{n}\n  a: *l{n - 1}\n  b: *l{n - 1}\n" for n in range(1, 40))
    yield document("maps.yaml", f"{_STUDY}l0: &l0 [a]\n{maps}", 422)
    merges = "".join(f"m{n}: &m{n}\n  <<: [*m{n - 1}, *m{n - 1}]\n" for n in range(1, 40))
    yield document("merges.yaml", f"{_STUDY}m0: &m0 {{a: 1}}\n{merges}", 400, 422)
    yield document("deep.yaml", f"{_STUDY}description: {'[' * 50_000}{']' * 50_000}\n", 422)
    yield document("indented.yaml", _STUDY + "".join(f"{' ' * n}a:\n" for n in range(1_500)), 400, 422)
    yield document("documents.yaml", "--- {type: Study, name: A}\n" * 3_000, path="/validate")
    yield document("anchors.yaml", _STUDY + "".join(f"a{n}: &a{n} 1\n" for n in range(100_000)), 422)


def _xml() -> Iterator[Attack]:
    laughs = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    square = f'<!ENTITY a "{"a" * 100_000}">'
    for name, entities, body in (("laughs", laughs, "&l9;"), ("square", square, "&a;" * 100_000)):
        yield document(f"{name}.ome.xml", f"<!DOCTYPE OME [{entities}]>" + _OME.format(body), 422)
        yield document(f"{name}.rdf", f"<!DOCTYPE rdf:RDF [{entities}]>" + _RDF.format(body), 422)
    yield document("deep.ome.xml", _OME.format("<A>" * 100_000 + "</A>" * 100_000), 422)
    nested = (
        '<rdf:Description rdf:about="http://a/b"><s:about>' * 20_000 + "</s:about></rdf:Description>" * 20_000
    )
    yield document("deep.rdf", _RDF.format(nested), 422)
    attributes = " ".join(f'a{n}="1"' for n in range(100_000))
    yield document("attributes.ome.xml", _OME.format(f"<Image {attributes}/>"))
    names = "".join(f'<Channel xmlns:n{n}="http://a/{n}" ID="Channel:0:{n}"/>' for n in range(3_000))
    yield document(
        "namespaces.ome.xml",
        _OME.format(f"<Image ID='Image:0'><Pixels ID='Pixels:0'>{names}</Pixels></Image>"),
    )
    images = "".join(
        f"<Image ID='Image:{n}'><Pixels ID='Pixels:{n}' DimensionOrder='XYZCT' Type='uint8' SizeX='1' SizeY='1' SizeZ='1' SizeC='1' SizeT='1'/></Image>"
        for n in range(5_000)
    )
    yield document("images.ome.xml", _OME.format(images), path="/validate")
    yield document("text.ome.xml", _OME.format("<Description>" + "a]]&gt;" * 300_000 + "</Description>"))  # fmt: skip


def _rdf() -> Iterator[Attack]:
    clique = "".join(f"_:b{a} <http://a/p> _:b{b} .\n" for a in range(10) for b in range(10) if a != b)
    yield document("clique.nt", clique + "<http://a/s> <http://schema.org/name> 'A' .\n".replace("'", '"'))
    cliques = "".join(clique.replace("_:b", f"_:c{n}x") for n in range(12))
    yield document(
        "cliques.ttl", f"{_SCHEMA}<http://a/s> a s:Dataset ; s:name 'A' ; s:about _:c0x0 .\n{cliques}"
    )
    ring = "".join(f"_:r{n} <http://a/p> _:r{(n + 1) % 4_000} .\n" for n in range(4_000))
    yield document("ring.nt", ring)
    yield document(
        "brackets.ttl",
        f"{_SCHEMA}<#a> s:name " + "[ s:about " * 100_000 + "'A'" + "]" * 100_000 + " .",
        413,
        422,
    )
    yield document("lists.ttl", f"{_SCHEMA}<#a> s:name " + "(" * 100_000 + ")" * 100_000 + " .", 413, 422)
    yield document(
        "quoted.ttl", f"{_SCHEMA}<#a> s:about " + "<<( <#a> s:b " * 20_000 + "1" + " )>>" * 20_000 + " ."
    )
    yield document(
        "graphs.trig",
        "".join(f"<http://a/g{n}> {{ <http://a/s{n}> <http://a/p> 1 }}\n" for n in range(20_000)),
    )
    yield document("literal.ttl", f"{_SCHEMA}<http://a/s> s:name '{'a' * 2_900_000}' .", path="/validate")
    yield document(
        "prefixes.ttl",
        "".join(f"@prefix p{n}: <http://a/{n}/> .\n" for n in range(60_000)) + "<http://a/s> p1:a 1 .",
    )
    shape = '@prefix sh: <http://www.w3.org/ns/shacl#> . <http://a/s> a sh:NodeShape ; sh:targetNode <http://a/x> ; sh:property [ sh:path <http://a/p> ; sh:pattern "^(a+)+$" ] . '
    yield document("pattern.ttl", f"{shape}<http://a/x> <http://a/p> '{'a' * 40}!' .", path="/validate")
    recursive = "".join(
        f"<http://a/s{n}> a sh:NodeShape ; sh:node <http://a/s{(n + 1) % 500}> ; sh:targetNode <http://a/x> .\n"
        for n in range(500)
    )
    yield document(
        "recursive.ttl", f"@prefix sh: <http://www.w3.org/ns/shacl#> .\n{recursive}", path="/validate"
    )
    classes = "".join(
        f"<http://a/c{n}> <http://www.w3.org/2000/01/rdf-schema#subClassOf> <http://a/c{(n * 7 + 1) % 2_000}>, <http://a/c{(n * 3 + 1) % 2_000}> . <http://a/i{n}> a <http://a/c{n}> .\n"
        for n in range(2_000)
    )
    yield document("classes.ttl", classes, path="/validate")  # fmt: skip


def _pictures() -> Iterator[Attack]:
    """Image files whose headers promise too much."""
    size = struct.pack(">IIBBBBB", 2**31 - 1, 2**31 - 1, 16, 6, 0, 0, 0)
    yield document(
        "bomb.png", b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + size + b"\x00" * 4, 415
    )
    entry = struct.pack("<HHII", 270, 2, 0xFFFFFFF0, 26)
    yield document(
        "long.ome.tiff",
        b"II*\x00" + struct.pack("<IH", 8, 1) + entry + struct.pack("<I", 0) + b"<OME",
        400,
        413,
        415,
    )
    yield document("loop.ome.tiff", b"II*\x00" + struct.pack("<IHI", 8, 0, 8), 400, 415)
    entries = struct.pack("<HHII", 256, 4, 1, 0) * 65_535
    yield document(
        "entries.ome.tiff",
        b"II*\x00" + struct.pack("<IH", 8, 65_535) + entries + struct.pack("<I", 8),
        400,
        413,
        415,
    )
    big = b"II+\x00" + struct.pack("<HHQQ", 8, 0, 16, 2**63)
    yield document("big.ome.tiff", big, 400, 413, 415)
    chain = b"II*\x00" + struct.pack("<IHIHI", 8, 0, 14, 0, 8)
    yield document("chain.ome.tiff", chain, 400, 415)
    description = _OME.format("<A>" * 5_000 + "</A>" * 5_000).encode() + b"\x00"
    entry = struct.pack("<HHII", 270, 2, len(description), 26)
    yield document(
        "deep.ome.tiff",
        b"II*\x00" + struct.pack("<IH", 8, 1) + entry + struct.pack("<I", 0) + description,
        422,
    )
    yield document(
        "packed.json", gzip.compress(b'{"type": "Study", "name": "' + b"A" * 100_000_000 + b'"}', 1), 400, 415
    )
    body = gzip.compress(b"A" * 10_000_000)
    yield Attack(name="encoded body", path="/records", content=body, headers={"Content-Encoding": "gzip"}, statuses=(415,))  # fmt: skip


def _questions() -> Iterator[Attack]:
    """Questions that are long, or of many parts."""
    yield asked("long search", "/records", q="a" * 30_000)
    yield asked("long term", "/terms", q="a " * 15_000)
    yield asked("long identifier", "/identifiers", id="10.5072/" + "a" * 30_000)
    yield asked("long parameter", "/queries/datasets-by-person", person="http://a/" + "a" * 30_000)
    yield asked("deep page", "/records", limit="999999999999")
    yield asked("wild cursor", "/records", cursor="A" * 20_000)
    yield asked("match", "/identifiers/match", name="institute of " * 2_000)
    many = json.dumps(["https://orcid.org/0000-0002-1825-0097"] * 50_000)
    yield Attack(
        name="many identifiers",
        path="/identifiers/check",
        content=many.encode(),
        headers={"Content-Type": "application/json"},
    )
    for name, text in (
        ("deep", "[" * 50_000),
        ("words", json.dumps(["a b c d e f g h i j k l m n " * 700] * 100)),
    ):
        yield Attack(
            name=f"annotate {name}",
            path="/terms/annotate",
            content=text.encode(),
            headers={"Content-Type": "application/json"},
        )
    languages = ",".join(f"a{n};q=0.{n % 10}" for n in range(5_000))
    yield Attack(name="many languages", path="/terms", headers={"Accept-Language": languages})
    yield Attack(
        name="many types",
        path="/records",
        headers={"Accept": ",".join(f"a/b{n};q=0.1" for n in range(4_000))},
    )
    yield Attack(
        name="many tags", path="/records", headers={"If-None-Match": ",".join(f'"{n}"' for n in range(8_000))}
    )
    yield Attack(name="many parameters", path="/records?" + "&".join(f"a{n}=1" for n in range(8_000)))
    yield Attack(name="many form fields", path="/sparql", content=b"a=1&" * 200_000 + b"query=ASK{}", headers={"Content-Type": "application/x-www-form-urlencoded"}, statuses=(400,))  # fmt: skip
