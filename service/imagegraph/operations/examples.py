"""The packaged examples: a small document for each class of the model, and one complete study."""

from __future__ import annotations

import json
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from imagegraph import resources
from imagegraph.errors import NotFound
from imagegraph.model.rdf import XSD, Literal
from imagegraph.operations.normalise import dated


def list_examples() -> tuple[str, ...]:
    """The names of the classes that have an example, in alphabetical order."""
    return tuple(
        sorted(file.stem for file in resources.path("ontologies", "examples", "classes").glob("*.yaml"))
    )


def get_example(class_name: str) -> str:
    """A small valid document of a class, in YAML.

    Raises:
        NotFound: the class has no example; the message lists names that look alike.
    """
    names = list_examples()
    if class_name in names:
        return resources.text("ontologies", "examples", "classes", f"{class_name}.yaml")
    by_lower = {name.lower(): name for name in names}
    near = [by_lower[found] for found in get_close_matches(class_name.lower(), by_lower, n=3, cutoff=0.5)]
    hint = f"Did you mean {' or '.join(near)}?" if near else f"There are: {', '.join(names)}."
    raise NotFound(f"There is no example of “{class_name[:80]}”. {hint}", name=class_name[:80], near=near)


def example_as_json_ld(class_name: str, *, base: str) -> dict[str, Any]:
    """The example of a class as a JSON-LD object that refers to the context of this service.

    Args:
        class_name: name of the class in the model, such as `Study`.
        base: IRI base of the service, ending with a slash.

    Raises:
        NotFound: the class has no example.
    """
    document: dict[str, Any] = _with_datatypes(yaml.safe_load(get_example(class_name)))
    return {"@context": f"{base}context/v1.jsonld", **document}


def _with_datatypes(value: Any) -> Any:
    """The value with the datatype of every date, which the context cannot tell: it differs from date to date."""
    if isinstance(value, list):
        return [_with_datatypes(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {key: _date(one) if key in _dates() else _with_datatypes(one) for key, one in value.items()}


def _date(value: Any) -> Any:
    literal = dated(Literal(value)) if isinstance(value, str) else None
    if literal is None or literal.datatype == XSD.string:
        return value
    return {"@value": literal.value, "@type": f"xsd:{literal.datatype.value.removeprefix(str(XSD))}"}


@cache
def _dates() -> frozenset[str]:
    """The slots of the model that take dates."""
    slots = json.loads(resources.text("ontologies", "generated", "classes.json"))["slots"]
    return frozenset(name for name, slot in slots.items() if slot["range"] == "PartialDate")


def study_documents() -> tuple[Path, ...]:
    """The documents of the complete example study, in the order of their paths."""
    return tuple(sorted(resources.path("ontologies", "examples", "study").glob("*.yaml")))
