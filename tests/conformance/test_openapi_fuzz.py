"""The OpenAPI description is true: generated requests, fitting and unfitting, get the answers that it declares.

Schemathesis (https://schemathesis.readthedocs.io) makes the requests from the description of a running service.
`pytest -m soak tests/conformance/test_openapi_fuzz.py` runs the long form.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx2
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from live_service import running
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

#: what a service may answer that is in good health and has too much to do
SHEDDING = {503, 504, 507}
#: requests of an operation in the soak form: of those that fit, and of those that do not
SOAK = 200
TURTLE = (
    '<https://doi.org/10.5072/fuzz> a <https://w3id.org/imagegraph/Study> ; <http://schema.org/name> "%s" .'
)
STUDY = {
    "type": "Study", "id": "https://doi.org/10.5072/fuzz", "name": "%s", "organism": [{"id": "NCBITaxon:9606"}],
}  # fmt: skip
BODIES: dict[str, Any] = {
    "text/turtle": TURTLE,
    "application/n-triples": TURTLE.replace(" ;", " .\n<https://doi.org/10.5072/fuzz>"),
    "application/yaml": STUDY,
    "application/json": STUDY,
    "application/ld+json": {
        "@context": {"@vocab": "http://schema.org/"},
        "@type": "Dataset",
        "@id": "https://doi.org/10.5072/fuzz",
        "name": "%s",
    },
    "application/sparql-query": "SELECT * { ?s ?p ?o } LIMIT 3 # %s",
    "application/sparql-update": "DELETE DATA { GRAPH <http://x.test/g> { <http://x.test/s> <http://x.test/p> 1 } } # %s",
}
#: beginning of a path -> parameters -> values that name something that is there
THERE: dict[str, dict[str, tuple[str, ...]]] = {
    "/records/": {"id": ("fuzzed",), "number": ("1", "2")},
    "/terms/": {"id": ("NCBITaxon:9606", "FBbi:00000246")},
    "/queries/": {"name": ("studies-by-organism-and-method", "studies-without-licence.csv")},
    "/projects/": {"id": ("default",), "member": ("token:none",)},
    "/schema/": {"name": ("Study", "Objective")},
    "/shapes/": {"name": ("core", "rembi")},
    "/examples/": {"class_name": ("Study", "Instrument.yaml", "Image.ttl")},
    "/identifiers/": {
        "scheme": ("orcid", "rrid", "doi"),
        "value": ("0000-0002-1825-0097", "AB_300798", "10.5072/x"),
    },
    "/rdf-graphs/": {"name": ("a", "b/c.ttl")},
}


@dataclass
class Outcome:
    """What was seen of one operation."""

    requests: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    failures: dict[str, str] = field(default_factory=dict)


@pytest.fixture(name="service")
def _service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    folder = tmp_path_factory.mktemp("fuzz")
    with running(folder, intake_seconds="20", query_seconds="10", log_level="warning") as client:
        for number in (1, 2):
            client.put(
                "/records/fuzzed", json={**STUDY, "name": str(number)},
                headers={"If-Match": "*"} if number > 1 else {},
            ).raise_for_status()  # fmt: skip
        yield client


def examine(operation: Any, *, most: int, mode: GenerationMode, seen: Outcome, random: bool) -> None:
    """Send requests of one operation and note what is wrong with the answers."""

    @settings(
        max_examples=most, deadline=None, database=None, derandomize=not random, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy(generation_mode=mode), choice=st.randoms())
    def send(case: Any, choice: Any) -> None:
        if choice.random() < 0.4:
            _make_sensible(case, choice.choice)
        response = case.call(timeout=60)
        seen.requests += 1
        if (
            response.content == b"Invalid HTTP request received."
        ):  # by the server, of an address beyond its limit
            return
        seen.statuses[response.status_code] += 1
        if response.status_code >= 500 and response.status_code not in SHEDDING:
            seen.failures[f"status {response.status_code}"] = case.as_curl_command()
        try:
            case.validate_response(
                response,
                checks=[status_code_conformance, content_type_conformance, response_schema_conformance],
            )
        except BaseExceptionGroup as group:
            for error in group.exceptions:
                what = f"{type(error).__name__} {response.status_code}"
                seen.failures[what] = f"{case.as_curl_command()[:500]}: {error}"[:1_500]

    try:
        send()
    except Unsatisfiable:  # there is no unfitting request: the operation takes nothing, or everything
        assert mode == GenerationMode.NEGATIVE


def _make_sensible(case: Any, choose: Callable[[Any], Any]) -> None:
    """Let a request name something that is there, or hand in something that can be read."""
    for beginning, parameters in THERE.items():
        if case.path.startswith(beginning) and case.path_parameters:
            for name in set(parameters) & set(case.path_parameters):
                case.path_parameters[name] = choose(parameters[name])
    if case.media_type in BODIES:
        body, name = BODIES[case.media_type], choose("abc")
        case.body = body % name if isinstance(body, str) else {**body, "name": name}


def fuzzed(service: httpx2.Client, *, most: int, random: bool = False) -> dict[str, Outcome]:
    """What was seen of every operation that the service describes."""
    schema = schemathesis.openapi.from_url(f"{str(service.base_url).rstrip('/')}/openapi.json")
    outcomes: dict[str, Outcome] = {}
    for found in schema.get_all_operations():
        operation = found.ok()
        seen = outcomes.setdefault(operation.label, Outcome())
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            examine(operation, most=most, mode=mode, seen=seen, random=random)
    return outcomes


def check(outcomes: dict[str, Outcome]) -> None:
    """Nothing failed, and enough was seen to say so."""
    failed = [
        f"{name}: {what}: {told}" for name, seen in outcomes.items() for what, told in seen.failures.items()
    ]
    assert failed == [], "\n\n".join(failed)
    assert len(outcomes) >= 50
    statuses = sum((seen.statuses for seen in outcomes.values()), Counter())
    assert {200, 201, 400, 404, 415} <= set(statuses)


def test_answers_are_the_declared_ones(service: httpx2.Client) -> None:
    """Statuses, media types and bodies of the answers to a few requests of every operation are declared."""
    check(fuzzed(service, most=12))


@pytest.mark.soak
def test_answers_are_the_declared_ones_for_long(service: httpx2.Client) -> None:
    """The same for at least 200 requests of every operation that takes anything, other ones each time."""
    outcomes = fuzzed(service, most=SOAK, random=True)
    check(outcomes)
    few = {name: seen.requests for name, seen in outcomes.items() if 1 < seen.requests < SOAK}
    assert few == {}
    print(f"{sum(seen.requests for seen in outcomes.values())} requests of {len(outcomes)} operations")
