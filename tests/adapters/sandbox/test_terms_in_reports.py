"""Importing and validating say the same about the terms of a document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imagegraph.bootstrap import open_preparer, open_services, settings_for
from imagegraph.model.records import Document
from imagegraph.model.reports import Finding, Report
from imagegraph.operations.services import Services

TERMS = "https://w3id.org/imagegraph/shape/term-"
TURTLE = b"""
@prefix schema: <http://schema.org/> . @prefix obo: <http://purl.obolibrary.org/obo/> .
<https://doi.org/10.5072/ear> a <https://w3id.org/imagegraph/Study> ; schema:name "A mouse ear" ;
  <http://rs.tdwg.org/dwc/iri/measurementMethod> <http://purl.obolibrary.org/obo/fbbi_00000256>, obo:NCBITaxon_10090 ;
  schema:taxonomicRange "NCBI:txid09606" .
obo:FBbi_00000256 schema:name "light microscopy" .
obo:NCBITaxon_9606 <http://rs.tdwg.org/dwc/terms/scientificName> "Mus musculus" .
"""
CRATE = b"""{"@context": "https://w3id.org/ro/crate/1.2/context", "@graph": [
 {"@id": "ro-crate-metadata.json", "@type": "CreativeWork", "about": {"@id": "./"},
  "conformsTo": {"@id": "https://w3id.org/ro/crate/1.2"}},
 {"@id": "./", "@type": "Dataset", "name": "A mouse ear", "description": "Light.", "datePublished": "2025-03-01",
  "about": {"@id": "http://purl.obolibrary.org/obo/NCBITaxon_010090"}},
 {"@id": "http://purl.obolibrary.org/obo/NCBITaxon_010090", "@type": "Taxon", "name": "Homo sapiens"}]}"""
DOCUMENTS = {
    "ear.ttl": Document(name="ear.ttl", content=TURTLE, media_type="text/turtle"),
    "ro-crate-metadata.json": Document(name="ro-crate-metadata.json", content=CRATE),
}


@pytest.fixture(name="services", scope="module")
def _services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    with open_services(settings_for(tmp_path_factory.mktemp("terms") / "data")) as services:
        yield services


def _terms(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if str(finding.shape).startswith(TERMS)]


@pytest.mark.parametrize(("name", "kinds"), [
    ("ear.ttl", {"mislabelled", "outside"}), ("ro-crate-metadata.json", {"mislabelled"}),
])  # fmt: skip
def test_import_and_validation_agree(services: Services, tmp_path: Path, name: str, kinds: set[str]) -> None:
    """The same findings at the same nodes: imported, judged by the service, judged without a data folder."""
    document = DOCUMENTS[name]
    (outcome,) = services.ingest.take([document], agent="test", reason="import")
    imported = _terms(outcome.report)
    assert {str(finding.shape).removeprefix(TERMS) for finding in imported} == kinds
    assert {finding.source for finding in imported} == {name}
    assert _terms(services.preparer.judge(document, profiles=())) == imported
    with open_preparer(settings_for(tmp_path / "nowhere")) as preparer:
        assert _terms(preparer.judge(document, profiles=())) == imported
    assert not (tmp_path / "nowhere").exists()


def test_a_profile_may_refuse_a_term(services: Services) -> None:
    """What is a warning for the model is a violation where the profile says so, and refuses the record."""
    found = _terms(services.preparer.judge(DOCUMENTS["ear.ttl"], profiles=("rembi",)))
    outside = [finding for finding in found if finding.shape == f"{TERMS}outside"]
    assert [(finding.severity, finding.profile) for finding in outside] == [("violation", "rembi")]
    (outcome,) = services.ingest.take(
        [DOCUMENTS["ear.ttl"]], profiles=("rembi",), agent="test", reason="import"
    )
    assert outcome.status == "refused"
