"""Each limit from both sides: at the limit it works, one beyond it is refused, and the refusal says which."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Iterator

import httpx2
import pytest
from small_limits import SMALL
from starlette.testclient import TestClient

from imagegraph.adapters.importers import limits
from imagegraph.adapters.importers.native_yaml import MAX_ALIASED
from imagegraph.api import annotation_bodies, identifier_bodies
from imagegraph.errors import DocumentTooLarge
from imagegraph.model.sparql import MOST_DEPTH, MOST_TOKENS
from imagegraph.operations.terms.annotation import MOST_CHARACTERS

_SPARQL = {"Content-Type": "application/sparql-query"}
_STUDY = '{"type": "Study", "name": "A"}'


def ask(client: TestClient, text: str, *, accept: str = "text/csv") -> httpx2.Response:
    """The answer to a query."""
    return client.post("/sparql", content=text.encode(), headers={**_SPARQL, "Accept": accept})


def assert_refused(answer: httpx2.Response, status: int, slug: str, says: str) -> None:
    """A problem of the right status and kind that names the limit."""
    assert answer.status_code == status, answer.text[:300]
    problem = answer.json()
    assert problem["type"].endswith(f"/problems/{slug}")
    assert says in problem["detail"], problem["detail"]


def _tokens(count: int) -> str:
    """A query of so many tokens."""
    frame = "ASK { VALUES ?a { " + " } }"
    return frame.replace(" } }", " " + "1 " * (count - 7) + "} }")


def _bytes(count: int) -> str:
    return "ASK {} #".ljust(count, "a")


def _braces(depth: int) -> str:
    return "ASK " + "{" * depth + "}" * depth


def _row(count: int) -> str:
    """A query whose answer in CSV has so many bytes: a name, a value, and an end of line after each."""
    return f"SELECT ?a {{ VALUES ?a {{ '{'b' * (count - 5)}' }} }}"


def _rows(count: int) -> str:
    return "SELECT ?a { VALUES ?a { " + "1 " * count + "} }"


@pytest.mark.parametrize(
    ("make", "most", "slug", "says"),
    [
        (_tokens, MOST_TOKENS, "query-too-large", "5,000 tokens"),
        (_braces, MOST_DEPTH, "query-too-large", "deeper than 64"),
        (_bytes, SMALL["query_text_bytes"], "query-too-large", "60,000 bytes"),
        (_row, SMALL["query_bytes"], "result-too-large", "20,000 bytes"),
        (_rows, SMALL["query_rows"], "result-too-large", "200 rows"),
    ],
)
def test_limits_of_queries(
    client: TestClient, make: Callable[[int], str], most: int, slug: str, says: str
) -> None:
    """Tokens, nesting and bytes of a query, bytes and rows of its answer: 413 beyond the limit."""
    assert ask(client, make(most)).status_code == 200
    assert_refused(ask(client, make(most + 1)), 413, slug, says)


def test_triples_of_an_answer_count_as_rows(client: TestClient) -> None:
    """CONSTRUCT has the limit of rows too."""

    def construct(count: int) -> str:
        return "CONSTRUCT { <a:s> <a:p> ?a } { VALUES ?a { " + " ".join(map(str, range(count))) + " } }"

    most = SMALL["query_rows"]
    assert ask(client, construct(most), accept="application/n-triples").status_code == 200
    beyond = ask(client, construct(most + 1), accept="application/n-triples")
    assert_refused(beyond, 413, "result-too-large", "200 rows")


def test_bytes_count_and_not_characters(client: TestClient) -> None:
    """A text of few characters and many bytes is as long as its bytes."""
    most = SMALL["query_text_bytes"]
    assert ask(client, "ASK {} #µ".ljust(most - 1, "a")).status_code == 200
    assert_refused(ask(client, "ASK {} #µ".ljust(most, "a")), 413, "query-too-large", "60,000")


def test_fields_of_a_form(client: TestClient) -> None:
    """A form of SPARQL has 1,000 fields; one more is 400."""
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    fields = b"query=ASK{}" + b"&a=1" * 999
    assert client.post("/sparql", content=fields, headers=form).status_code == 200
    assert client.post("/sparql", content=fields + b"&a=1", headers=form).status_code == 400


def test_body_by_its_length_and_by_its_bytes(client: TestClient) -> None:
    """A body at the limit is read; one byte more is 413, also when no length is told."""
    most = SMALL["body_bytes"]
    whole = _STUDY.ljust(most).encode()
    assert client.post("/validate", content=whole).status_code == 200
    assert_refused(client.post("/validate", content=whole + b" "), 413, "document-too-large", "3,000,000")

    def parts() -> Iterator[bytes]:
        yield whole
        yield b" "

    told = client.post("/validate", content=parts(), headers={"Content-Type": "application/json"})
    assert_refused(told, 413, "document-too-large", "IMAGEGRAPH_BODY_BYTES")


def _json(depth: int) -> bytes:
    return b'{"type": "Study", "name": "A", "x": ' + b"[" * (depth - 1) + b"]" * (depth - 1) + b"}"


def _yaml(depth: int) -> bytes:
    return f"type: Study\nname: A\nx: {'[' * (depth - 1)}{']' * (depth - 1)}\n".encode()


def _xml(depth: int) -> bytes:
    inner = "<A>" * (depth - 1) + "</A>" * (depth - 1)
    return f'<OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06">{inner}</OME>'.encode()


def _turtle(depth: int) -> bytes:
    name = "<http://schema.org/name>"
    return f"<http://example.org/a> {name} {f'[ {name} ' * depth}'A' {']' * depth} .".encode()


def _lists(depth: int) -> bytes:
    return f"<http://example.org/a> <http://schema.org/name> {'(' * depth} 1 {')' * depth} .".encode()


def _json_ld(depth: int) -> bytes:
    inner = '{"p": ' * (depth - 1) + "1" + "}" * (depth - 1)
    return f'{{"@context": {{"p": "http://schema.org/about"}}, "p": {inner}}}'.encode()


@pytest.mark.parametrize(
    ("make", "ending"),
    [(_json, "json"), (_yaml, "yaml"), (_xml, "ome.xml"), (_turtle, "ttl"), (_lists, "ttl"), (_json_ld, "jsonld")],
)  # fmt: skip
def test_depth_of_documents(client: TestClient, make: Callable[[int], bytes], ending: str) -> None:
    """Levels of nesting in every format: at 64 other things may be wrong, at 65 it is 422."""
    named = {"Content-Disposition": f'attachment; filename="a.{ending}"'}
    most = limits.MAX_DEPTH
    at_limit = client.post("/validate", content=make(most), headers=named)
    assert "document-too-deep" not in at_limit.text
    beyond = client.post("/validate", content=make(most + 1), headers=named)
    assert_refused(beyond, 422, "document-too-deep", "64")


def test_entities_of_xml(client: TestClient) -> None:
    """No entity may be declared: none is fine, one is 422."""
    named = {"Content-Disposition": 'attachment; filename="a.ome.xml"'}
    at_limit = client.post("/validate", content=_xml(2), headers=named)
    assert "forbidden-construct" not in at_limit.text
    beyond = client.post("/validate", content=b'<!DOCTYPE a [<!ENTITY a "b">]>' + _xml(2), headers=named)
    assert_refused(beyond, 422, "forbidden-construct", "DOCTYPE")


def test_aliases_of_yaml(client: TestClient) -> None:
    """Aliases stand for at most 10,000 nodes in all."""

    def aliases(count: int) -> bytes:
        return f"type: Study\nname: A\nx: [&a b, {', '.join(['*a'] * count)}]\n".encode()

    named = {"Content-Disposition": 'attachment; filename="a.yaml"'}
    at_limit = client.post("/validate", content=aliases(MAX_ALIASED), headers=named)
    assert "forbidden-construct" not in at_limit.text
    beyond = client.post("/validate", content=aliases(MAX_ALIASED + 1), headers=named)
    assert_refused(beyond, 422, "forbidden-construct", "10000")


def _packed(content: bytes) -> zipfile.ZipFile:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", content)
    return zipfile.ZipFile(buffer)


def test_ratio_of_an_archive() -> None:
    """A member unpacks to at most 200 times its packed size."""
    noise = os.urandom(1_000)

    def excess(spaces: int) -> int:
        entry = _packed(noise + b" " * spaces).getinfo("a")
        return entry.file_size - entry.compress_size * limits.MAX_RATIO

    low, high = 0, 1_000_000
    assert excess(low) <= 0 < excess(high)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if excess(middle) <= 0 else (low, middle)
    assert len(limits.read_member(_packed(noise + b" " * low), "a", source="a.zip")) == 1_000 + low
    with pytest.raises(DocumentTooLarge, match="unpacks to more than"):
        limits.read_member(_packed(noise + b" " * high), "a", source="a.zip")


def test_size_of_a_member(monkeypatch: pytest.MonkeyPatch) -> None:
    """A member unpacks to at most 100 MB (here: 1,000 bytes), whatever the ratio."""
    monkeypatch.setattr(limits, "MAX_UNPACKED", 1_000)
    noise = os.urandom(1_001)
    assert limits.read_member(_packed(noise[:1_000]), "a", source="a.zip") == noise[:1_000]
    with pytest.raises(DocumentTooLarge, match="1000 bytes"):
        limits.read_member(_packed(noise), "a", source="a.zip")


def test_identifiers_of_one_check(client: TestClient) -> None:
    """10,000 identifiers are checked at once; one more is 413."""
    most = identifier_bodies.MOST
    many = ["doi:10.5072/a"] * most
    assert client.post("/identifiers/check", json=many).status_code == 200
    beyond = client.post("/identifiers/check", json=[*many, "a"])
    assert_refused(beyond, 413, "document-too-large", "10,000")


def test_texts_of_one_annotation(client: TestClient) -> None:
    """1,000 strings, of them 200 different, and 20,000 characters of one text; one more is 413."""

    def annotate(content: object) -> httpx2.Response:
        return client.post("/terms/annotate", json=content)

    most = annotation_bodies.MOST_TEXTS
    assert annotate({"texts": ["EM"] * most}).status_code == 200
    assert_refused(annotate({"texts": ["EM"] * (most + 1)}), 413, "document-too-large", "1,000")
    different = [str(number) for number in range(annotation_bodies.MOST_DIFFERENT + 1)]
    assert annotate({"texts": different[:-1]}).status_code == 200
    assert_refused(annotate({"texts": different}), 413, "document-too-large", "200")
    assert annotate({"text": "a" * MOST_CHARACTERS}).status_code == 200
    assert_refused(annotate({"text": "a" * (MOST_CHARACTERS + 1)}), 413, "document-too-large", "20,000")


@pytest.mark.parametrize(
    ("path", "name", "at_limit", "beyond"),
    [
        ("/records", "limit", "1000", "1001"),
        ("/queries/datasets-by-person", "person", "http://a/".ljust(2_000, "a"), "http://a/".ljust(2_001, "a")),
    ],
)  # fmt: skip
def test_parameters(client: TestClient, path: str, name: str, at_limit: str, beyond: str) -> None:
    """Parameters have limits of their own; one beyond is 400 and says which parameter."""
    assert client.get(path, params={name: at_limit}).status_code == 200
    refusal = client.get(path, params={name: beyond})
    assert refusal.status_code == 400
    assert name in refusal.text


def test_length_of_an_iri(client: TestClient) -> None:
    """An IRI has 2,000 characters; one more is 422."""

    def study(length: int) -> httpx2.Response:
        return client.post(
            "/validate", json={"type": "Study", "id": "http://a/".ljust(length, "a"), "name": "A"}
        )

    assert study(2_000).status_code == 200
    assert_refused(study(2_001), 422, "invalid-iri", "http://a/")
