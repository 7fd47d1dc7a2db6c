"""The packaged examples: a small document for each class of the model, and one complete study."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from imagegraph import resources
from imagegraph.errors import NotFound


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
    return {"@context": f"{base}context/v1.jsonld", **yaml.safe_load(get_example(class_name))}


def study_documents() -> tuple[Path, ...]:
    """The documents of the complete example study, in the order of their paths."""
    return tuple(sorted(resources.path("ontologies", "examples", "study").glob("*.yaml")))
