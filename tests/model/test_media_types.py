"""Choosing media types, with the Accept headers that real clients send."""

from __future__ import annotations

import pytest

from imagegraph.errors import NotAcceptable
from imagegraph.model.negotiation import choose
from imagegraph.model.query_formats import GRAPH_TYPES, RESULT_TYPES

JSON, XML, CSV, TSV = RESULT_TYPES
TURTLE, LD, RDFXML, NT, TRIG, NQ = GRAPH_TYPES
PAGE = ("text/html", LD, TURTLE)

RASQAL = "application/sparql-results+xml, application/rdf+xml;q=0.9, text/turtle;q=0.8, */*;q=0.1"
SPARQLWRAPPER = "application/turtle,text/turtle,application/x-turtle"
COMUNICA = "application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,text/turtle;q=0.6"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "offered", "expected"),
    [
        (None, RESULT_TYPES, JSON),
        ("", RESULT_TYPES, JSON),
        ("*/*", RESULT_TYPES, JSON),
        ("text/csv", RESULT_TYPES, CSV),
        ("TEXT/CSV", RESULT_TYPES, CSV),
        ("text/*", RESULT_TYPES, CSV),
        ("text/csv, */*", RESULT_TYPES, CSV),
        ("text/csv;q=0.5, */*;q=0.4", RESULT_TYPES, CSV),
        ("text/csv;q=0.5, */*;q=0.6", RESULT_TYPES, JSON),
        ("*/*, application/sparql-results+json;q=0", RESULT_TYPES, XML),
        ("application/*;q=0.2, text/tab-separated-values;q=0.3", RESULT_TYPES, TSV),
        ("application/json", RESULT_TYPES, JSON),
        ("application/json", GRAPH_TYPES, LD),
        ("application/xml", GRAPH_TYPES, RDFXML),
        ("text/xml", RESULT_TYPES, XML),
        ("text/csv;charset=utf-8;header=present", RESULT_TYPES, CSV),
        ('application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', GRAPH_TYPES, LD),
        ("application/vnd.schemaorg.ld+json, application/ld+json", GRAPH_TYPES, LD),
        ("application/x-json+ld", GRAPH_TYPES, LD),
        ("text/csv ; q=0.1 , text/tab-separated-values; Q=0.9", RESULT_TYPES, TSV),
        ("text/csv;q=2, text/tab-separated-values", RESULT_TYPES, TSV),
        ("rubbish, text/csv", RESULT_TYPES, CSV),
        ("rubbish", RESULT_TYPES, JSON),
        ("application/sparql-results+xml, application/rdf+xml", RESULT_TYPES, XML),
        ("application/sparql-results+xml, application/rdf+xml", GRAPH_TYPES, RDFXML),
        (RASQAL, RESULT_TYPES, XML),
        (RASQAL, GRAPH_TYPES, RDFXML),
        (SPARQLWRAPPER, GRAPH_TYPES, TURTLE),
        (COMUNICA, GRAPH_TYPES, NQ),
        (BROWSER, PAGE, "text/html"),
        ("application/ld+json, text/turtle", PAGE, LD),
    ],
)
def test_the_best_type_is_chosen(accept: str | None, offered: tuple[str, ...], expected: str) -> None:
    """Quality decides, then how specific the range is, then the order of the offer."""
    assert choose(accept, offered=offered) == expected


@pytest.mark.parametrize("accept", ["image/png", "text/csv;q=0", "*/*;q=0", "application/json;q=0.0"])
def test_nothing_suitable_lists_the_offer(accept: str) -> None:
    """Nothing acceptable is refused with the list of what there is."""
    with pytest.raises(NotAcceptable) as caught:
        choose(accept, offered=RESULT_TYPES)
    assert caught.value.extra["offered"] == list(RESULT_TYPES)
    assert "text/csv" in caught.value.detail


def test_a_monstrous_header_costs_little() -> None:
    """A header of a megabyte is read in no time."""
    assert choose("text/csv," + ";" * 1_000_000, offered=RESULT_TYPES) == CSV
    assert choose("a/b;" * 250_000, offered=RESULT_TYPES) == JSON
