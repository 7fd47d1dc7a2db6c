"""The command that sums up the identifiers of all records: pid report."""

from __future__ import annotations

import json
from typing import Any

from imagegraph.cli.options import AsJson, Data, settings_of_existing
from imagegraph.cli.printing import counted, print_json, print_table

_COVERAGE, _WITHDRAWN = "pid-coverage", "records-citing-withdrawn"


def report(data: Data = None, as_json: AsJson = False) -> None:
    """How far people, organisations, reagents, instruments and papers have identifiers, by publisher, and which
    identifiers should not be used any more."""
    from imagegraph.bootstrap import open_services

    with open_services(settings_of_existing(data)) as services:
        coverage, withdrawn = _answer(services, _COVERAGE), _answer(services, _WITHDRAWN)
        waiting = services.linking.queue.counts()
    if as_json:
        print_json({"coverage": _rows(coverage), "withdrawn": _rows(withdrawn), "waiting": waiting})
        return
    print("Identifiers by publisher")
    print_table(coverage)
    print("\nIdentifiers that were replaced, withdrawn, not found, or that their authority warns of")
    print_table(withdrawn)
    print(f"\n{counted(sum(waiting.values()), 'identifier')} to be asked about")


def _answer(services: Any, name: str) -> Any:
    from dataclasses import replace

    from imagegraph.operations.named_queries import bound, get_query

    asked = replace(bound(get_query(name), {}), accept="application/sparql-results+json")
    return json.loads(services.query_runner.run(asked).body)


def _rows(answer: Any) -> list[dict[str, str]]:
    return [
        {column: row.get(column, {}).get("value", "") for column in answer["head"]["vars"]}
        for row in answer["results"]["bindings"]
    ]
