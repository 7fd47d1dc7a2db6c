"""Small documents for the tests of the API."""

from __future__ import annotations


def study(name: str, *, iri: str = "https://doi.org/10.5072/api-study") -> bytes:
    """A study in Turtle."""
    return (
        "@prefix ig: <https://w3id.org/imagegraph/> . @prefix schema: <http://schema.org/> .\n"
        f'<{iri}> a ig:Study ; schema:name "{name}" .\n'
    ).encode()


def instrument(name: str, *, iri: str) -> bytes:
    """A microscope with a part, in our own YAML."""
    return (
        f"type: Instrument\nid: {iri}\nname: {name}\ncomponent:\n"
        "  - {type: Objective, id: '#objective', name: 63x oil, lens_na: 1.4, nominal_magnification: 63}\n"
    ).encode()


TURTLE = {"Content-Type": "text/turtle"}
YAML = {"Content-Type": "application/yaml"}
