"""The committed generated files are those the schema gives."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import Graph

ROOT = Path(__file__).parents[2]
GENERATED = ROOT / "ontologies" / "generated"


def test_generated_files_are_current():
    """Generating again changes nothing; if it would, the failure names the files and the repair command."""
    pytest.importorskip(
        "linkml", reason="the generators come with the extras of the tests: pip install '.[test]'"
    )
    run = subprocess.run(
        [sys.executable, str(ROOT / "ontologies" / "generate.py"), "--check"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert run.returncode == 0, run.stderr or run.stdout


def test_context_needs_no_network():
    """The context is complete in itself and imports no other context."""
    text = (GENERATED / "context.jsonld").read_text("utf-8")
    context = json.loads(text)["@context"]
    assert isinstance(context, dict)
    assert "@import" not in text
    assert context["@version"] == 1.1
    assert not re.search(r'"@context": "', text)


def test_context_leaves_dates_and_mixed_values_alone():
    """Slots that take text as well as a thing, and dates of any precision, are not coerced."""
    context = json.loads((GENERATED / "context.jsonld").read_text("utf-8"))["@context"]
    for key in (
        "license",
        "metric",
        "contrast_mechanism",
        "date_published",
        "acquisition_date",
        "value",
        "location",
    ):
        assert isinstance(context[key], str), key


def test_table_agrees_with_context():
    """A slot has the same IRI in the table of the service and in the context."""
    context = json.loads((GENERATED / "context.jsonld").read_text("utf-8"))["@context"]
    table = json.loads((GENERATED / "classes.json").read_text("utf-8"))
    prefixes = {k: v if isinstance(v, str) else v["@id"] for k, v in context.items() if not k.startswith("@")}
    for name, row in table["slots"].items():
        if name in ("id", "type", "unit"):
            continue
        term = context[name]
        prefix, _, local = (term if isinstance(term, str) else term["@id"]).partition(":")
        assert prefixes[prefix] + local == row["iri"], name


def test_table_names_broader_types():
    """A laser is also a light source and a component; the root of all things is never stated as a type."""
    classes = json.loads((GENERATED / "classes.json").read_text("utf-8"))["classes"]
    base = "https://w3id.org/imagegraph/"
    assert classes[base + "Laser"]["ancestors"] == [base + "LightSource", base + "InstrumentComponent"]
    assert classes[base + "Study"]["also"] == ["http://schema.org/Dataset"]
    assert all(base + "Entity" not in row["ancestors"] for row in classes.values())


def test_every_rule_has_a_name_and_a_message():
    """Each property rule of the core shapes has its own IRI, a name, a sentence and a severity."""
    graph = Graph().parse(ROOT / "shapes" / "core" / "imagegraph.ttl")
    query = """
        PREFIX sh: <http://www.w3.org/ns/shacl#>
        SELECT ?rule WHERE {
          ?shape sh:property ?rule .
          FILTER (isBlank(?rule)
            || NOT EXISTS { ?rule sh:name ?n ; sh:message ?m ; sh:severity sh:Violation })
        }"""
    assert [str(row.rule) for row in graph.query(query)] == []


def test_one_shape_per_class():
    """No class is judged by two core shapes."""
    graph = Graph().parse(ROOT / "shapes" / "core" / "imagegraph.ttl")
    targets = [str(o) for _, p, o in graph if str(p).endswith("#targetClass")]
    assert len(targets) == len(set(targets)) > 40


@pytest.mark.parametrize("path", sorted((ROOT / "mappings" / "sssom").glob("*.tsv")), ids=lambda p: p.name)
def test_mapping_set_is_well_formed(path):
    """A mapping set states its id and licence, has the five columns, and declares every prefix it uses."""
    lines = path.read_text("utf-8").splitlines()
    header = [line for line in lines if line.startswith("#")]
    columns, *rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert columns == ["subject_id", "subject_label", "predicate_id", "object_id", "mapping_justification"]
    assert any(line.startswith("#mapping_set_id: https://") for line in header)
    assert "#license: https://creativecommons.org/publicdomain/zero/1.0/" in header
    declared = {line[3:].partition(":")[0] for line in header if line.startswith("#  ")}
    assert rows
    for row in rows:
        assert len(row) == len(columns)
        assert {cell.partition(":")[0] for cell in (row[0], row[2], row[3], row[4])} <= declared
    assert len({tuple(r) for r in rows}) == len(rows)


@pytest.mark.parametrize("name", ["imagegraph.owl.ttl", "imagegraph.sql", "classes.json", "context.jsonld"])
def test_no_machine_paths(name):
    """Generated files hold nothing of the machine that made them."""
    assert "file:/" not in (GENERATED / name).read_text("utf-8")
