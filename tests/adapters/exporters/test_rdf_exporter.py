"""Turtle, N-Triples and RDF/XML."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat
from versions import BASE, RECORD, export, statements, statements_of, version_from

from imagegraph.adapters.exporters import all_exporters
from imagegraph.errors import NotAcceptable

TURTLE = """
<https://doi.org/10.5072/i> a ig:Instrument ; schema:name "Scope" ;
  schema:hasPart <#objective-2>, <#objective-10> .
<#objective-2> a ig:Objective ; schema:name "63x"@en ; ig:lensNA "1.40"^^xsd:double .
<#objective-10> a ig:Objective ; schema:description "two\\nlines \\"quoted\\" <&>" .
<#alone> a ig:Filter .
"""


def test_exporters_have_an_order_and_their_own_names() -> None:
    """JSON-LD is what anybody gets; media types and endings are unique."""
    exporters = all_exporters(BASE)
    assert list(exporters) == [
        "application/ld+json",
        "text/turtle",
        "application/n-triples",
        "application/rdf+xml",
        "application/vnd.datacite.datacite+json",
        "application/vnd.pidinst+json",
        "application/vnd.pidinst+xml",
    ]
    suffixes = [one.suffix for one in exporters.values()]
    assert suffixes == ["jsonld", "ttl", "nt", "rdf", "datacite.json", "pidinst.json", "pidinst.xml"]
    assert len({one.title for one in exporters.values()}) == len(exporters)
    assert all(one.media_type == media_type for media_type, one in exporters.items())


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("text/turtle", RdfFormat.TURTLE),
        ("application/n-triples", RdfFormat.N_TRIPLES),
        ("application/rdf+xml", RdfFormat.RDF_XML),
    ],
)
def test_statements_survive(media_type: str, kind: RdfFormat) -> None:
    """Every format gives back exactly the statements, and the same bytes each time."""
    version = version_from(TURTLE, about="https://doi.org/10.5072/i")
    content = export(version, media_type)
    assert statements_of(content, kind) == statements(version)
    assert export(version, media_type) == content


def test_ntriples_are_those_of_the_journal() -> None:
    """N-Triples are the accepted bytes."""
    version = version_from(TURTLE)
    assert export(version, "application/n-triples") == version.ntriples


def test_turtle_reads_from_the_thing_downwards() -> None:
    """The thing first, its parts in human order, short names, and no unused prefixes."""
    text = export(version_from(TURTLE, about="https://doi.org/10.5072/i"), "text/turtle").decode()
    assert f"@prefix : <{RECORD}#> ." in text
    assert "@prefix sosa:" not in text
    starts = ("10.5072/i> a", ":objective-2 a", ":objective-10 a", ":alone a")
    places = [text.index(part) for part in starts]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "turtle",
    [
        '<> schema:name "bell \\u0007" .',
        "<> <http://foreign.example/123> 1 .",
        "<> <http://foreign.example/> 1 .",
    ],
)
def test_what_xml_cannot_say_is_refused(turtle: str) -> None:
    """A property without an element name, and control characters, are named instead of written wrongly."""
    with pytest.raises(NotAcceptable, match="text/turtle"):
        export(version_from(turtle), "application/rdf+xml")
