"""The audit finds every label of the real crates that does not belong to its FBbi id, and no other."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from imagegraph.model.starter import starter_terms

pytestmark = pytest.mark.corpus

EDITED = "ontologies/FBbi_foundingGIDE_2026/fbbi-edit.owl"
LOADED = (
    "ontologies/FBbi_CRBS_2019/fbbi.owl",
    EDITED,
    "ontologies/OBI/NCBITaxon_imports.owl",
    "gide/gide_ncbitaxon_hierarchy_subset.ttl",
)
_NAME = re.compile(
    r"^AnnotationAssertion\((?:rdfs:label|<[^>]*#has\w*Synonym>) <[^>]*/FBbi_(\d+)> \"((?:[^\"\\]|\\.)*)\"",
    re.MULTILINE,
)


def _run(*arguments: object, code: int = 0) -> bytes:
    """The command, as it is typed."""
    command = [str(Path(sys.executable).parent / "imagegraph"), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=300)
    assert done.returncode == code, done.stderr.decode()
    return done.stdout


def _plain(text: str) -> str:
    """Words in lower case: nothing else is compared."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold().replace("_", " ")))


def _known_names(corpus: Path) -> dict[str, set[str]]:
    """Number of an FBbi term -> its names in the file and in the starter, read line by line."""
    names: dict[str, set[str]] = defaultdict(set)
    for number, text in _NAME.findall((corpus / EDITED).read_text("utf-8")):
        names[number].add(_plain(text))
    for term in starter_terms()["fbbi"]:
        names[term.iri.rpartition("_")[2]] |= {_plain(name.text) for name in term.names}
    return names


def _labelled(corpus: Path) -> set[tuple[str, str]]:
    """(number, name) of every FBbi node of the crates."""
    found = set()
    for file in sorted((corpus / "gide" / "crates").glob("*.json")):
        for node in json.loads(file.read_text("utf-8"))["@graph"]:
            match = re.search(r"FBbi[:_](\d+)$", str(node.get("@id", "")), re.IGNORECASE)
            names = node.get("name", [])
            for name in names if isinstance(names, list) else [names]:
                if match and name:
                    found.add((match[1], str(name)))
    return found


@pytest.fixture(scope="module", name="audited")
def _audited(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the audit says of the crates and IDR studies, imported before the ontologies were loaded."""
    folder = tmp_path_factory.mktemp("audit") / "data"
    _run("import", corpus / "gide" / "crates", "--data", folder)
    _run("terms", "load", *(corpus / name for name in LOADED), "--data", folder)
    before = _run("query", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "--data", folder, "--json")
    report: dict[str, Any] = json.loads(_run("terms", "audit", "--json", "--data", folder, code=1))
    again = json.loads(_run("terms", "audit", "--fix", "--json", "--data", folder, code=1))
    assert (again["problems"], again["fixed"]) == (report["problems"], [])
    assert _run("query", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "--data", folder, "--json") == before
    assert b"equal" in _run("rebuild", "--data", folder)
    return report


def test_every_wrong_label_is_reported_and_no_right_one(corpus: Path, audited: dict[str, Any]) -> None:
    """An independent reading of the JSON and of the ontology file finds the same ids and labels."""
    names = _known_names(corpus)
    labelled = _labelled(corpus)
    wrong = {
        (number, name) for number, name in labelled if number in names and _plain(name) not in names[number]
    }
    told = {
        (row["curie"].removeprefix("FBbi:"), row["label_in_record"])
        for row in audited["problems"]
        if row["curie"].startswith("FBbi:") and row["kind"] in ("mislabelled", "unmatched")
    }
    spelled = {
        (row["curie"].removeprefix("FBbi:"), row["label_in_record"])
        for row in audited["problems"]
        if row["curie"].startswith("FBbi:") and row["kind"] == "variant"
    }
    assert len(labelled) > 40
    assert wrong
    assert told | spelled == wrong
    assert audited["counts"]["variant"] == len(spelled)


def test_the_known_bad_ones_are_among_them(audited: dict[str, Any]) -> None:
    """Electron microscopy that is called photoacoustic, and a saturated method called by the plain one's name."""
    told = {(row["curie"], row["label_in_record"]): row for row in audited["problems"]}
    assert ("FBbi:00000256", "photoacoustic microscopy") in told
    plain = told["FBbi:00000340", "structured illumination microscopy"]
    assert plain["kind"] == "mislabelled"
    assert [other["curie"] for other in plain["others"]] == ["FBbi:00000332"]


def test_every_row_can_be_acted_on(audited: dict[str, Any]) -> None:
    """Each says which record, which node, which property, and what to type."""
    for row in audited["problems"]:
        assert row["iri"].endswith(row["record"])
        assert row["message"].startswith(row["curie"])
        assert row["focus"]
        assert row["severity"] in ("warning", "info", "violation")
    assert audited["records"] >= 240
    kinds = {row["kind"] for row in audited["problems"]}
    assert kinds <= audited["counts"].keys()
