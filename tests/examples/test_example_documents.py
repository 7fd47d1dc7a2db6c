"""Examples as the service gives them out, read back by its own importer and judged by its own shapes."""

from __future__ import annotations

from pathlib import Path

import pytest

from imagegraph.adapters.importers.native import NativeImporter
from imagegraph.adapters.shacl.validator import PyshaclValidator
from imagegraph.errors import ImagegraphError, NotFound
from imagegraph.model.records import Document
from imagegraph.operations.examples import example_as_json_ld, get_example, list_examples, study_documents
from imagegraph.operations.prepare import prepare

BASE = "http://localhost:8000/"
VALIDATOR = PyshaclValidator()


def findings_of(name: str, content: bytes) -> list[str]:
    """What is said about the one record of a document, warnings included."""
    document = Document(name=name, content=content)
    records = list(prepare(document, importer=NativeImporter(), validator=VALIDATOR, base=BASE, profiles=[]))
    assert len(records) == 1
    assert not isinstance(records[0], ImagegraphError), records[0]
    return [finding.message for finding in records[0].report.findings]


@pytest.mark.parametrize("class_name", list_examples())
def test_the_example_of_a_class_is_accepted(class_name: str) -> None:
    """The example is read, is of its class, and the core shapes find nothing."""
    findings = findings_of(f"{class_name}.yaml", get_example(class_name).encode())
    assert [message for message in findings if "Nothing in this document is judged" not in message] == []


@pytest.mark.parametrize("file", study_documents(), ids=lambda file: file.name)
def test_the_example_study_is_accepted(file: Path) -> None:
    """Each document is one record in which the core shapes find nothing."""
    findings = findings_of(file.name, file.read_bytes())
    assert [message for message in findings if "Nothing in this document is judged" not in message] == []


def test_an_unknown_class_names_its_neighbours() -> None:
    """A slip of the finger is answered with the right name."""
    with pytest.raises(NotFound, match="Did you mean Study"):
        get_example("study")


def test_json_ld_refers_to_the_context_of_the_service() -> None:
    """The JSON-LD form is the YAML with the context in front."""
    example = example_as_json_ld("Taxon", base="https://graph.example/")
    assert list(example)[:2] == ["@context", "type"]
    assert example["@context"] == "https://graph.example/context/v1.jsonld"
    assert example["scientific_name"] == "Danio rerio"
