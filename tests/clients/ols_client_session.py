"""Uses `ols-client` as its documentation shows and prints what it returned, as JSON.

    python ols_client_session.py BASE_URL

Nothing of the library is changed; its base URL is an argument of its class.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Callable
from typing import Any

warnings.simplefilter("ignore")

from ols_client import Client  # noqa: E402

MITOCHONDRION = "http://purl.obolibrary.org/obo/GO_0005739"
ORGANELLE = "http://purl.obolibrary.org/obo/GO_0043226"


def outcome(ask: Callable[[], Any]) -> Any:
    """What a call returned, or the kind of exception and the HTTP status it ended with."""
    try:
        return ask()
    except Exception as error:
        status = getattr(getattr(error, "response", None), "status_code", None)
        return {"exception": type(error).__name__, "status": status}


def session(base_url: str) -> dict[str, Any]:
    """One call of every method."""
    client = Client(base_url)
    return {
        "get_ontologies": [one["ontologyId"] for one in client.get_ontologies()],
        "get_ontology": client.get_ontology("go"),
        "get_description": client.get_description("cl"),
        "get_term": client.get_term("go", MITOCHONDRION),
        "get_term of nothing": outcome(lambda: client.get_term("go", "http://example.org/nothing")),
        "iter_terms": [term["obo_id"] for term in client.iter_terms("go", size=500)],
        "iter_terms of many": len(list(client.iter_terms("demo"))),
        "iter_labels": list(client.iter_labels("cl")),
        "iter_ancestors": [term["obo_id"] for term in client.iter_ancestors("go", MITOCHONDRION)],
        "iter_ancestors of a root": list(
            client.iter_ancestors("go", "http://purl.obolibrary.org/obo/GO_0110165")
        ),
        "iter_ancestors_labels": list(client.iter_ancestors_labels("go", MITOCHONDRION)),
        "iter_hierarchical_ancestors": [
            term["label"]
            for term in client.iter_hierarchical_ancestors("go", "http://purl.obolibrary.org/obo/GO_0005743")
        ],
        "iter_hierarchy": list(client.iter_hierarchy("go")),
        "search": client.search("mitochondrion"),
        "search in fields": client.search(
            "chondriosome", query_fields=["label", "synonym"], params={"ontology": "go", "rows": 5}
        ),
        "suggest": client.suggest("nucleo", ontology=["go", "cl"]),
        "get_paged": [one["label"] for one in client.get_paged("ontologies/go/properties", key="properties")],
        "get_json": client.get_json("v2/entities", params={"iri": MITOCHONDRION})["totalElements"],
        "get_embedding": outcome(lambda: client.get_embedding("go", MITOCHONDRION)),
    }


if __name__ == "__main__":
    print(json.dumps(session(sys.argv[1])))
