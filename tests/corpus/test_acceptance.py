"""What is promised of importing and judging, asked of the real command on the real files.

One data folder is filled once; everything is compared with readers that share no code with the package.
"""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pyoxigraph
import pyshacl
import pytest
from independent_crates import (
    BASE,
    OBO,
    SCHEMA,
    TYPE,
    PlainCrate,
    crate_files,
    crate_graph,
    root_of,
    statements,
)
from rdflib import SH, Graph

pytestmark = pytest.mark.corpus

IG = "https://w3id.org/imagegraph/"
PREFIXES = (
    f"PREFIX ig: <{IG}> PREFIX schema: <{SCHEMA}> PREFIX dwc: <http://rs.tdwg.org/dwc/terms/> "
    "PREFIX dwciri: <http://rs.tdwg.org/dwc/iri/> PREFIX dct: <http://purl.org/dc/terms/> "
)
DATES = {"date", "gYear", "gYearMonth", "dateTime"}
#: end of a file's name -> what the reason for its refusal says
REASONS = {
    "README.txt": "known format",
    "LICENSE": "known format",
    "LICENSE.md": "known format",
    "ome.xsd": "known format",
    "old_model.json": "type: Study",
    "assays.txt": "submitter",
    "library.txt": "submitter",
    "screenA-processed.txt": "results",
    "experimentB-processed.txt": "known format",
    "study_HCS.txt": "A Study needs exactly one name",
    "study_nonHCS.txt": "A Study needs exactly one name",
    "example.ome.xml": "already describes urn:uuid:",
    "small.ome.xml": "already describes urn:uuid:",
}


@dataclass(frozen=True)
class Taken:
    """A data folder that was filled by one import.

    Attributes:
        folder: the data folder.
        records: what `import --json` said of each record and each refused file.
        again: the same of a second import.
        graphs: record IRI -> (subject, property, kind, value) of its statements.
        store: everything, to be asked.
    """

    folder: Path
    records: list[dict[str, Any]]
    again: dict[str, Any]
    graphs: dict[str, set[tuple[str, str, str, str]]]
    store: pyoxigraph.Store

    def ask(self, pattern: str, *, among: str = "") -> set[tuple[str, ...]]:
        """Distinct answers of a pattern inside one record each; `among` says which records."""
        text = f"{PREFIXES} SELECT DISTINCT * WHERE {{ {{ SELECT DISTINCT ?a ?b WHERE {{ GRAPH ?g {{ {pattern} {among} }} }} }} }}"
        return {
            tuple(value.value for value in (row["a"], row["b"]) if value is not None)
            for row in self.store.query(text)
        }


def run(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    """The command, as it is typed."""
    command = [str(Path(sys.executable).parent / "imagegraph"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, timeout=300)


@pytest.fixture(scope="module", name="taken")
def _taken(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Taken:
    """All crates, IDR studies and OME-XML files, imported twice."""
    folder = tmp_path_factory.mktemp("acceptance") / "data"
    sources = [corpus / "gide" / "crates", corpus / "idr", corpus / "ome_xml"]
    first = run("import", *sources, "--data", folder, "--json")
    again = run("import", *sources, "--data", folder, "--json")
    assert (first.stderr, again.stderr) == (b"", b"")
    exported = run("export", "--all", "--format", "nquads", "--data", folder)
    store = pyoxigraph.Store()
    store.bulk_load(exported.stdout, format=pyoxigraph.RdfFormat.N_QUADS)
    graphs: dict[str, set[tuple[str, str, str, str]]] = defaultdict(set)
    for quad in store:
        subject, predicate, value = quad.subject.value, quad.predicate.value, quad.object
        kind = (value.language or value.datatype.value) if isinstance(value, pyoxigraph.Literal) else "iri"
        graphs[quad.graph_name.value].add((subject, predicate, kind, value.value))
    return Taken(folder, json.loads(first.stdout)["records"], json.loads(again.stdout), dict(graphs), store)


@pytest.fixture(scope="module", name="plain")
def _plain(corpus: Path) -> list[PlainCrate]:
    """The crates as plain JSON."""
    return [PlainCrate(file) for file in crate_files(corpus)]


CRATES = "?metadata dct:conformsTo ?version ."


def test_every_file_is_stored_or_refused_for_a_reason(corpus: Path, taken: Taken) -> None:
    """No file is passed over: each is a record's source, lies in a record, or has a reason for its refusal."""
    statuses = {record["source"]: record["status"] for record in taken.records}
    sources = {Path(source).name for source in statuses}
    files = [
        file
        for folder in ("gide/crates", "idr", "ome_xml")
        for file in (corpus / folder).rglob("*")
        if file.is_file() and not file.name.startswith(".")
    ]
    assert {file.name for file in files} - sources == set()
    for record in taken.records:
        if record["status"] == "refused":
            reasons = [f for f in record["findings"] if f["severity"] == "violation"]
            assert reasons, record
            assert reasons[0]["message"], record
        else:
            assert taken.graphs[record["iri"]], record
    for record in (record for record in taken.records if record["status"] == "refused"):
        name = Path(record["source"]).name
        reason = next(reason for end, reason in REASONS.items() if name.endswith(end))
        assert any(reason in finding["message"] for finding in record["findings"]), record


def test_what_was_kept_is_sound(taken: Taken) -> None:
    """The second import stores nothing, the journal verifies, and the graph can be made anew."""
    assert taken.again["stored"] == 0
    assert [r["status"] for r in taken.again["records"] if r["status"] == "stored"] == []
    verified = json.loads(run("verify", "--data", taken.folder, "--json").stdout)
    assert verified["problems"] == []
    rebuilt = json.loads(run("rebuild", "--data", taken.folder, "--json").stdout)
    assert rebuilt["equal"] is True


def test_violations_are_those_of_pyshacl(corpus: Path, tmp_path: Path) -> None:
    """`validate --profile gide` finds the violations that pySHACL finds by the published shapes."""
    published = Graph().parse(corpus / "gide" / "gide_profile_shacl_shape.ttl")
    expected = set()
    for file in crate_files(corpus):
        _, report, _ = pyshacl.validate(crate_graph(file), shacl_graph=published)
        assert isinstance(report, Graph)
        for result in report.subjects(SH.resultSeverity, SH.Violation):
            focus = str(report.value(result, SH.focusNode)).removeprefix(BASE)
            expected.add((file.name, focus, str(report.value(result, SH.resultPath))))
    said = json.loads(run("validate", corpus / "gide" / "crates", "--profile", "gide", "--json").stdout)
    found = set()
    for finding in said["results"]:
        if finding["severity"] == "violation":
            record, hash_sign, fragment = finding["focus"].partition("#")
            local = hash_sign and "/records/" in record
            found.add(
                (Path(finding["source"]).name, f"#{fragment}" if local else finding["focus"], finding["path"])
            )
    assert found == expected
    assert len(expected) > 50


def test_things_are_those_of_a_plain_reader(taken: Taken, plain: list[PlainCrate]) -> None:
    """Studies, people with ORCID, organisations with ROR, taxa and imaging methods, by their IRIs."""
    studies = {root for (root,) in taken.ask("?a a ig:Study .", among=CRATES)}
    assert studies == {crate.root for crate in plain}
    for kind, name, start in [
        ("schema:Person", "Person", "https://orcid.org/"),
        ("schema:Organization", "Organization", "https://ror.org/"),
        ("dwc:Taxon", "Taxon", OBO + "NCBITaxon_"),
    ]:
        found = taken.ask(f'?a a {kind} . FILTER STRSTARTS(STR(?a), "{start}")', among=CRATES)
        expected = {i for crate in plain for i in crate.of_type(name) if i.startswith(start)}
        assert {thing for (thing,) in found} == expected
        assert len(expected) > 30


def test_links_of_studies_are_those_of_a_plain_reader(taken: Taken, plain: list[PlainCrate]) -> None:
    """Each study has the organisms and the imaging methods that its crate names."""
    organisms = taken.ask("?a a ig:Study ; schema:taxonomicRange ?b . ?b a dwc:Taxon .", among=CRATES)
    assert organisms == {(crate.root, taxon) for crate in plain for taxon in crate.taxa()}
    methods = taken.ask(
        f'?a a ig:Study ; dwciri:measurementMethod ?b . FILTER STRSTARTS(STR(?b), "{OBO}FBbi_")', among=CRATES
    )
    assert methods == {(crate.root, method) for crate in plain for method in crate.imaging_methods()}


def test_no_statement_of_a_crate_is_lost(corpus: Path, taken: Taken) -> None:
    """Every statement of a crate is in its record, up to what `normalise.py` and `rocrate_fit.py` describe."""
    records = {Path(r["source"]).name: r["iri"] for r in taken.records if r["iri"]}
    missing: Counter[tuple[str, str, str]] = Counter()
    for file in crate_files(corpus):
        record = records[file.name]
        stored = taken.graphs[record]
        spelt = {written: node for node, p, _, written in stored if p == IG + "originalSpelling"}
        graph = crate_graph(file)
        assert (str(root_of(graph)), TYPE, "iri", IG + "Study") in stored
        for statement in statements(graph):
            if not _is_kept(statement, stored, record, spelt):
                missing[statement[1:]] += 1
    assert missing == {}


def _is_kept(
    statement: tuple[str, str, str, str],
    stored: set[tuple[str, str, str, str]],
    record: str,
    spelt: dict[str, str],
) -> bool:
    """Whether a statement is there: as it is, or in one of the ways that are described there."""
    subject, predicate, kind, value = statement

    def name(node: str) -> str:
        if not node.startswith(BASE):
            return spelt.get(node, node)
        local = node.removeprefix(BASE)
        return record + local if local.startswith("#") else f"{record}/{local}"

    subject = name(subject)
    if (subject, predicate, kind, name(value) if kind == "iri" else value) in stored:
        return True
    if value == SCHEMA + "QuantitiveValue":  # misspelt in half of the crates
        return (subject, TYPE, "iri", SCHEMA + "QuantitativeValue") in stored
    if predicate == SCHEMA + "license":  # text that is an address
        return (subject, predicate, "iri", value) in stored
    if predicate == SCHEMA + "datePublished":  # typed, or beside when it is none
        pairs = {o for s, p, _, o in stored if (s, p) == (subject, SCHEMA + "additionalProperty")}
        beside = any(s in pairs and p == SCHEMA + "value" and o == value for s, p, _, o in stored)
        typed = {
            o for s, p, k, o in stored if (s, p) == (subject, predicate) and k.rpartition("#")[2] in DATES
        }
        return value in typed or beside
    return value.strip() == ""


def test_images_of_idr_are_the_rows_of_its_tables(corpus: Path, taken: Taken) -> None:
    """Images, organisms and imaging methods of the IDR studies are those that a plain reader of text finds."""
    rows, organisms, methods = 0, set(), set()
    for study in (corpus / "idr").glob("*/*-study.txt"):
        text = study.read_bytes().decode("utf-8", "replace")
        for line in text.replace("\r", "\n").split("\n"):
            if "Organism Term Accession" in line:
                organisms |= set(re.findall(r"\b(?:NCBITaxon_)?(\d+)\b", line))
            if "Imaging Method Term Accession" in line:
                methods |= {number.zfill(8) for number in re.findall(r"\b(?:F[Bb]bi[_:])?(\d+)\b", line)}
        for table in study.parent.rglob("*annotation.csv"):
            content = table.read_bytes().decode("utf-8", "replace").lstrip("\ufeff")
            rows += sum(any(row) for row in csv.reader(io.StringIO(content, newline=""))) - 1
    images = taken.ask(
        "?a a ig:Image ; schema:isPartOf ?c . ?c a ig:StudyComponent ; schema:isPartOf ?s . "
        'FILTER STRSTARTS(STR(?s), "https://idr.")'
    )
    assert len(images) == rows
    studies = '?s a ig:Study ; schema:hasPart ?c . FILTER STRSTARTS(STR(?s), "https://idr.")'
    found = taken.ask(f"{studies} ?s schema:taxonomicRange ?a .")
    assert {iri.removeprefix(OBO + "NCBITaxon_") for (iri,) in found} == organisms
    used = {iri for (iri,) in taken.ask(f"{studies} ?c dwciri:measurementMethod ?a .")}
    assert {iri.removeprefix(OBO + "FBbi_") for iri in used if "FBbi_" in iri} == methods


@pytest.mark.parametrize("name", ["Image", "Objective", "Channel"])
def test_things_of_ome_xml_are_its_elements(corpus: Path, taken: Taken, name: str) -> None:
    """Each stored OME-XML file has as many images, objectives and channels as it has elements."""
    stored = {r["source"]: r["iri"] for r in taken.records if r["status"] == "stored"}
    compared = 0
    for file in sorted((corpus / "ome_xml").rglob("*.ome.xml")):
        if str(file) not in stored:
            continue
        tags = [tag.rpartition("}")[2] for _, tag in elements(file)]
        graph = taken.graphs[stored[str(file)]]
        found = {s for s, p, _, o in graph if (p, o) == (TYPE, IG + name)}
        assert len(found) == tags.count(name), file.name
        compared += len(found)
    assert compared > 5


def elements(file: Path) -> Iterator[tuple[str, str]]:
    """Every element of an XML file, as ElementTree reads it; what annotations hold is not looked into."""
    inside = 0
    for event, element in ElementTree.iterparse(file, events=("start", "end")):  # noqa: S314
        if element.tag.rpartition("}")[2] == "XMLAnnotation":
            inside += 1 if event == "start" else -1
        elif event == "start" and not inside:
            yield event, element.tag
