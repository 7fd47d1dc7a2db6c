"""POST /terms/annotate: columns and texts in, candidates out, within limits."""

from __future__ import annotations

import json
from typing import Any

import pytest
from problem_documents import assert_problem
from starlette.testclient import TestClient
from term_releases import CONFOCAL

JSON = {"Content-Type": "application/json"}


def _annotated(client: TestClient, body: dict[str, Any]) -> list[dict[str, Any]]:
    response = client.post("/terms/annotate", json=body)
    assert response.status_code == 200, response.text
    items: list[dict[str, Any]] = response.json()["items"]
    return items


def test_column_is_answered_in_its_order(terms_client: TestClient) -> None:
    """Each string has its item, with candidates, confidence and reason; gaps and numbers are strings too."""
    texts = ["Confocal microscopy", None, "no such thing whatsoever", 9606, "Confocal microscopy"]
    items = _annotated(terms_client, {"texts": texts, "field": "imaging-method"})
    assert [one["text"] for one in items] == ["Confocal microscopy", "", *texts[2:3], "9606", texts[4]]
    mention = items[0]["mentions"][0]
    assert (mention["status"], mention["choice"]) == ("suggested", CONFOCAL)
    candidate = mention["candidates"][0]
    assert candidate["curie"] == "FBbi:00000251"
    assert 0 < candidate["confidence"] <= 1
    assert candidate["reason"]
    assert items[1]["mentions"] == []
    assert items[0] == items[4]


def test_offsets_point_into_the_text(terms_client: TestClient) -> None:
    """Free text: every passage stands where its offsets say, also behind characters of four bytes."""
    text = "🔬 Leaves were seen by confocal microscopy; é light microscopy."
    for response in (
        terms_client.post("/terms/annotate", json={"text": text}),
        terms_client.post("/terms/annotate", content=text.encode(), headers={"Content-Type": "text/plain"}),
    ):
        mentions = response.json()["items"][0]["mentions"]
        assert [one["text"] for one in mentions] == ["confocal microscopy", "light microscopy"]
        assert all(text[one["start"] : one["end"]] == one["text"] for one in mentions)


def test_body_without_a_type_is_recognised(terms_client: TestClient) -> None:
    """What curl sends without a header is JSON when it begins like an object, else a text."""
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    for content in (b'{"text": "confocal microscopy"}', b"confocal microscopy"):
        response = terms_client.post("/terms/annotate", content=content, headers=form)
        assert response.json()["items"][0]["mentions"][0]["candidates"][0]["iri"] == CONFOCAL


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, ""),
        ({"texts": ["a"], "text": "b"}, ""),
        ({"texts": "confocal"}, "/texts"),
        ({"texts": ["a", {"b": 1}]}, "/texts/1"),
        ({"texts": [True]}, "/texts/0"),
        ({"text": ["a"]}, "/text"),
        ({"texts": ["a"], "limit": 0}, "/limit"),
        ({"texts": ["a"], "limit": "many"}, "/limit"),
        ({"texts": ["a"], "ontology": [1]}, "/ontology"),
        ({"texts": ["a"], "field": 7}, "/field"),
        ({"texts": ["a"], "colour": "red"}, "/colour"),
    ],
)
def test_unusable_bodies_are_pointed_at(terms_client: TestClient, body: dict[str, Any], pointer: str) -> None:
    """A value of the wrong kind is refused with a JSON Pointer to it."""
    problem = assert_problem(terms_client.post("/terms/annotate", json=body), 400, "bad-parameter")
    assert problem["pointer"] == pointer


@pytest.mark.parametrize(("key", "value"), [("field", "colour"), ("ontology", "nonsense")])
def test_unknown_names_are_refused(terms_client: TestClient, key: str, value: str) -> None:
    """A field or vocabulary that there is not is named, with those that there are."""
    response = terms_client.post("/terms/annotate", json={"texts": ["a"], key: value})
    assert value in assert_problem(response, 400, "bad-parameter")["detail"]


@pytest.mark.parametrize(
    "content",
    [b"{", b"[1, 2", b'{"texts": ["a",]}', b"\xff\xfe{", b"[" * 100_000, b'{"limit": ' + b"9" * 5000 + b"}"],
    ids=["open", "open list", "comma", "bytes", "deep", "number"],
)
def test_broken_json_is_malformed(terms_client: TestClient, content: bytes) -> None:
    """What is no JSON is refused as that."""
    response = terms_client.post("/terms/annotate", content=content, headers=JSON)
    assert_problem(response, 400, "malformed-document")


def test_too_much_is_refused(terms_client: TestClient) -> None:
    """Too many strings or too long a text is 413 and says how many are taken."""
    many = terms_client.post("/terms/annotate", json={"texts": ["a"] * 1001})
    assert assert_problem(many, 413, "document-too-large")["limit"] == 1000
    different = terms_client.post("/terms/annotate", json={"texts": [f"a{n}" for n in range(201)]})
    assert assert_problem(different, 413, "document-too-large")["limit"] == 200
    in_all = terms_client.post("/terms/annotate", json={"texts": [f"{n}" * 19_000 for n in range(9)]})
    assert assert_problem(in_all, 413, "document-too-large")["limit"] == 100_000
    assert (
        terms_client.post("/terms/annotate", json={"texts": ["light microscopy"] * 1000}).status_code == 200
    )
    long = terms_client.post("/terms/annotate", json={"text": "a" * 20_001})
    assert assert_problem(long, 413, "document-too-large")["limit"] == 20_000


def test_other_types_are_refused(terms_client: TestClient) -> None:
    """A body of another type, or none, is refused."""
    response = terms_client.post("/terms/annotate", content=b"<a/>", headers={"Content-Type": "text/xml"})
    assert_problem(response, 415, "unknown-format")
    assert_problem(terms_client.post("/terms/annotate"), 400, "empty-document")
    assert_problem(terms_client.get("/terms/annotate"), 404, "not-found")


@pytest.mark.parametrize(
    "text",
    ["\ud800 confocal", "\x00", "'\"*()^:", "שלום", "e\u0301" * 500, "a" * 20_000, "a b " * 5_000, "💥" * 3_000,
     "AND OR NOT NEAR", "=cmd()", "\u202e", "(a+)+" * 1000],
)  # fmt: skip
def test_no_text_breaks_it(terms_client: TestClient, text: str) -> None:
    """Lone surrogates, NUL, operators and endless words are annotated like any text."""
    for key, value in (("text", text), ("texts", [text])):
        content = json.dumps({key: value}).encode()
        response = terms_client.post("/terms/annotate", content=content, headers=JSON)
        assert response.status_code == 200, response.text


def test_reading_by_post_is_open_to_other_sites(terms_client: TestClient) -> None:
    """Nothing is changed, so a page of another site may annotate."""
    response = terms_client.post(
        "/terms/annotate", json={"text": "confocal microscopy"}, headers={"Origin": "https://tool.example"}
    )
    assert response.status_code == 200
    assert response.headers["access-control-allow-origin"] == "*"
