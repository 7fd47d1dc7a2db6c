"""What the OpenAPI description says about the SPARQL endpoint."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from imagegraph.api.sparql_requests import FORM, QUERY, UPDATE
from imagegraph.model.query_formats import GRAPH_TYPES, RESULT_TYPES


def _parameter(name: str, description: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}


_IRIS = {"type": "array", "items": {"type": "string", "format": "iri"}}
PARAMETERS = [
    _parameter("query", "SPARQL 1.1 Query; left out: the service description.", {"type": "string"}),
    _parameter("asOf", "Answer from the state of this moment or day (ISO 8601).", {"type": "string"}),
    _parameter("default-graph-uri", "Graphs that make up the default graph.", _IRIS),
    _parameter("named-graph-uri", "Graphs that can be named with GRAPH.", _IRIS),
]
_USING = [
    _parameter("using-graph-uri", "Graphs that make up the default graph that an update reads.", _IRIS),
    _parameter("using-named-graph-uri", "Graphs that an update can read with GRAPH.", _IRIS),
    _parameter("reason", "Why, for the history of the records that an update changes.", {"type": "string"}),
]
POST = """
A query is answered for everybody who may read.

An update (SPARQL 1.1 Update) needs an admin. A graph is a record: each record that it touches gets a new version, one of
which nothing is left is deleted, and all of that is kept, or nothing. The default graph is what all records say together;
it can be read, not changed. The answer is 204, or with `Accept: application/json` what became of each record.
"""
_UPDATE_EXAMPLE = """PREFIX schema: <http://schema.org/>
WITH <http://localhost:8000/records/my-study>
DELETE { ?study schema:name ?old }
INSERT { ?study schema:name "Nuclei of HeLa cells" }
WHERE { ?study a <https://w3id.org/imagegraph/Study> ; schema:name ?old }"""
EXTRA_OF_POST = {
    "parameters": [*PARAMETERS[1:], *_USING],
    "requestBody": {
        "required": True,
        "content": {
            QUERY: {"schema": {"type": "string"}},
            UPDATE: {"schema": {"type": "string"}, "example": _UPDATE_EXAMPLE},
            FORM: {
                "schema": {
                    "type": "object",
                    "description": "`query` or `update`, and the parameters that belong to it.",
                    "properties": {
                        **{p["name"]: p["schema"] for p in (*PARAMETERS, *_USING)},
                        "update": {"type": "string"},
                    },
                }
            },
        },
    },
}
_PROBLEM = {"content": {"application/problem+json": {"schema": {"type": "object"}}}}


def _problems(meanings: Mapping[int, str]) -> dict[int | str, dict[str, Any]]:
    return {status: {"description": meaning, **_PROBLEM} for status, meaning in meanings.items()}


ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The answer.",
        "content": {name: {"schema": {"type": "string"}} for name in (*RESULT_TYPES, *GRAPH_TYPES)},
    },
    **_problems(
        {
            400: "Not SPARQL 1.1.",
            403: "SERVICE or LOAD.",
            406: "No offered media type suits.",
            413: "The text or its result is beyond the limits.",
            415: "The body is neither a query, an update nor a form.",
            503: "No worker became free in time.",
            504: "Stopped at the limit of time or memory.",
        }
    ),
}
ANSWERS_OF_POST = {
    **ANSWERS,
    204: {"description": "The update was carried out."},
    **_problems(
        {
            401: "An update of somebody unknown.",
            403: "SERVICE, LOAD, an update of somebody who is no admin, or of a graph that the service makes.",
            404: "A graph that the update clears, drops or moves is not there.",
            412: "Somebody else changed the same records at the same time.",
            422: "What an update leaves of a record breaks a rule; nothing was changed.",
            507: "The disk is full or the data folder cannot be written",
        }
    ),
}
