"""The example of each class, and the example study, are valid; a failure says what to type."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from imagegraph import resources
from imagegraph.model.classes import packaged_classes
from imagegraph.model.identifiers import normalise_iri
from imagegraph.operations.examples import list_examples, study_documents

FOLDER = resources.path("ontologies", "examples")
DOCUMENTS = sorted(FOLDER.rglob("*.yaml"))
#: blocks of which ORCID gives out identifiers, https://support.orcid.org/hc/en-us/articles/360006897674
ORCID_BLOCKS = (("0000-0001-5000-000", "0000-0003-5000-000"), ("0009-0000-0000-000", "0009-0010-0000-000"))


def test_every_class_has_an_example() -> None:
    """No class of the model is without an example, and no example without a class."""
    wanted = {entry.name for entry in packaged_classes().values()}
    missing = sorted(wanted - set(list_examples()))
    assert not missing, f"write {', '.join(f'ontologies/examples/classes/{name}.yaml' for name in missing)}"
    assert set(list_examples()) == wanted


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.name)
def test_a_list_of_text_is_quoted(file: Path) -> None:
    """A sentence with a comma in `[…]` would silently become two."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        found = re.search(r'description: \[[^"\]]*,', line)
        assert not found, f"{file.name} line {number}: put the description in double quotes"


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.name)
def test_it_states_its_class_first(file: Path) -> None:
    """The first key is `type`, and class examples carry the name of their class."""
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert next(iter(content)) == "type", f"{file.name}: begin with a line `type: …`"
    if file.parent.name == "classes":
        assert content["type"] == file.stem, f"{file.name}: write `type: {file.stem}`"


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.name)
def test_dates_are_text(file: Path) -> None:
    """YAML makes an unquoted day a date object, which JSON cannot hold."""
    json.dumps(yaml.safe_load(file.read_text(encoding="utf-8")))


def test_identifiers_are_well_formed_and_name_nobody() -> None:
    """Checksums are right, ORCIDs belong to nobody who lives, DOIs are test DOIs."""
    text = "\n".join(file.read_text(encoding="utf-8") for file in DOCUMENTS)
    for spelling in set(re.findall(r"\b(?:orcid|ror|RRID|doi):[A-Za-z0-9_./-]+", text)):
        assert normalise_iri(spelling).problem is None, spelling
    for digits in set(re.findall(r"orcid:([0-9X-]{19})", text)) - {"0000-0002-1825-0097"}:
        assert not any(first <= digits <= last for first, last in ORCID_BLOCKS), (
            f"{digits} may be a real person"
        )
    assert all(doi.startswith("10.5072/") for doi in re.findall(r"doi:(10\.[^\s\"\],}]+)", text))


def test_references_between_records_are_answered() -> None:
    """What one document of the study says about another's part, the other defines."""
    texts = [file.read_text(encoding="utf-8") for file in study_documents()]
    named = {name for text in texts for name in re.findall(r"doi:10\.5072/[^\s\"\],}]+", text)}
    defined = {name for text in texts for name in re.findall(r"\bid: \"?(doi:10\.5072/[^\s\"\],}]+)", text)}
    assert not named - defined, f"define {sorted(named - defined)}"
