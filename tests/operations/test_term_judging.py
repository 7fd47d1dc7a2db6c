"""What is said about the terms of a record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from term_index_samples import (
    CONFOCAL,
    DROPLET,
    ELECTRON,
    FIXED,
    LIGHT,
    LOST,
    METHODS,
    MOUSE,
    OBO,
    OLD,
    SPLIT,
    add,
    filled_index,
    term,
)

from imagegraph.adapters.sqlite.terms import SqliteTermIndex
from imagegraph.model.records import TermUse
from imagegraph.model.reports import Finding
from imagegraph.model.vocabularies import packaged_registry
from imagegraph.operations.terms.judging import TermJudge

METHOD_PROPERTY = "http://rs.tdwg.org/dwc/iri/measurementMethod"
RECORD = "http://localhost:8000/records/a"


@pytest.fixture(name="index")
def _index(tmp_path: Path) -> Iterator[SqliteTermIndex]:
    index = filled_index(tmp_path)
    yield index
    index.close()


@pytest.fixture(name="judge")
def _judge(index: SqliteTermIndex) -> TermJudge:
    return TermJudge(index, packaged_registry())


def _use(iri: str, *labels: str, field: str | None = "imaging-method", focus: str = RECORD) -> TermUse:
    path = METHOD_PROPERTY if field == "imaging-method" else "http://schema.org/mentions"
    return TermUse(iri=iri, focus=focus, path=path, field=field, labels=labels)


def _told(judge: TermJudge, *uses: TermUse, profiles: tuple[str, ...] = ("core",)) -> list[tuple[str, str]]:
    found = judge.findings(uses, profiles=profiles)
    return [(f.severity, str(f.shape).rpartition("/term-")[2]) for f in found]


def _only(judge: TermJudge, *uses: TermUse) -> Finding:
    (finding,) = judge.findings(uses, profiles=("core",))
    return finding


def test_nothing_is_said_about_terms_that_are_right(judge: TermJudge) -> None:
    """A term in its field under its label, a synonym, another spelling of case, or no label at all."""
    assert (
        _told(judge, _use(CONFOCAL), _use(CONFOCAL, "Confocal  Microscopy"), _use(LIGHT, "light-microscopy"))
        == []
    )
    assert _told(judge, _use(CONFOCAL, "CLSM"), _use(MOUSE, "house mouse", field="organism")) == []


def test_a_label_of_another_term_names_both(judge: TermJudge) -> None:
    """The warning says what the id is, what the record says, and whose name that is."""
    finding = _only(judge, _use(ELECTRON, "confocal microscopy"))
    assert (finding.severity, finding.focus, finding.path, finding.value) == (
        "warning", RECORD, METHOD_PROPERTY, ELECTRON,
    )  # fmt: skip
    assert finding.message == (
        "FBbi:00000256 is “electron microscopy”, but the record calls it “confocal microscopy”, which is "
        "FBbi:00000251 (“confocal microscopy”). Type the id of the term that is meant."
    )
    assert finding.shape == "https://w3id.org/imagegraph/shape/term-mislabelled"


def test_a_label_that_names_nothing(judge: TermJudge) -> None:
    """It does not match: a warning, because a full release of the vocabulary was looked in."""
    finding = _only(judge, _use(ELECTRON, "photoacoustic microscopy"))
    assert (finding.severity, finding.shape) == (
        "warning", "https://w3id.org/imagegraph/shape/term-unmatched",
    )  # fmt: skip
    assert "“photoacoustic microscopy”" in finding.message


def test_one_right_label_is_enough(judge: TermJudge) -> None:
    """A species may have further names that no release knows, but not the label of another taxon."""
    assert _told(judge, _use(MOUSE, "Mus musculus", "lab mouse", field="organism")) == []
    assert _told(judge, _use(MOUSE, "Mus musculus", "Mus", field="organism")) == [("warning", "mislabelled")]


def test_an_unknown_term_says_where_it_was_looked_for(judge: TermJudge) -> None:
    """Only a release of its vocabulary can tell; its label may tell what was meant."""
    finding = _only(judge, _use(f"{OBO}FBbi_00009999", "confocal microscopy"))
    assert finding.severity == "warning"
    assert "release 2026-02-01" in finding.message
    assert "FBbi:00000251" in finding.message


def test_what_nobody_here_can_know_is_no_warning(judge: TermJudge) -> None:
    """Of GO only the starter is loaded, of CHEBI nothing: not wrong, and told where the field prefers it."""
    assert _told(judge, _use(f"{OBO}GO_0000001", field=None), _use(f"{OBO}CHEBI_15377", field=None)) == []
    assert (
        _told(judge, _use(DROPLET, "lipid droplets", field=None), _use(DROPLET, "a thing", field=None)) != []
    )
    assert {severity for severity, _ in _told(judge, _use(DROPLET, "a thing", field=None))} == {"info"}


def test_starter_alone_is_told_once(tmp_path: Path) -> None:
    """With only the starter of FBbi loaded, all terms it lacks are one note that names the remedy."""
    index = SqliteTermIndex(tmp_path / "other.sqlite")
    add(index, "fbbi", METHODS[:2], version="1", source="starter")
    judge = TermJudge(index, packaged_registry())
    found = judge.findings([_use(CONFOCAL), _use(ELECTRON), _use(LIGHT)], profiles=("core",))
    index.close()
    assert [f.severity for f in found] == ["info"]
    assert "FBbi:00000251 and FBbi:00000256 could not be checked" in found[0].message
    assert "imagegraph terms pull fbbi" in found[0].message


def test_obsolete_terms_lead_to_their_replacement(judge: TermJudge) -> None:
    """One successor is to be typed, several to be chosen from, none is said."""
    assert "Type FBbi:00000251 (“confocal microscopy”) instead" in _only(judge, _use(OLD)).message
    several = _only(judge, _use(SPLIT)).message
    assert "Choose" in several
    assert "FBbi:00000251" in several
    assert "FBbi:00000256" in several
    assert "Nothing replaces it" in _only(judge, _use(LOST)).message


def test_a_term_outside_the_field_is_as_severe_as_the_profile_says(judge: TermJudge) -> None:
    """A preparation is no imaging method: a warning, and a violation where the field's policy says so."""
    assert _told(judge, _use(FIXED)) == [("warning", "outside")]
    assert _told(judge, _use(FIXED), profiles=("core", "rembi")) == [("violation", "outside")]
    assert _told(judge, _use(FIXED), profiles=("core", "gide")) == [("warning", "outside")]
    (finding,) = judge.findings([_use(FIXED)], profiles=("core", "rembi"))
    assert finding.profile == "rembi"
    assert _told(judge, _use(MOUSE)) == [("warning", "outside")]
    assert _told(judge, _use(FIXED, field=None)) == []


def test_each_thing_is_told_once(judge: TermJudge) -> None:
    """A wrong label in two properties is one finding, at the first node."""
    uses = [_use(ELECTRON, "CLSM"), _use(ELECTRON, "CLSM", field=None, focus="http://x/second")]
    assert [f.focus for f in judge.findings(uses, profiles=("core",))] == [RECORD]


def test_a_release_that_is_loaded_is_judged_by(index: SqliteTermIndex, judge: TermJudge) -> None:
    """The next batch knows a new release, without a restart."""
    new = f"{OBO}FBbi_00009999"
    assert _told(judge, _use(new)) == [("warning", "unknown")]
    add(index, "fbbi", (*METHODS, term(new, "ghost microscopy", LIGHT)), version="2026-08-01")
    judge.begin()
    assert _told(judge, _use(new, "ghost microscopy")) == []
