"""Looking through the terms of all records, and mending them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from term_index_samples import CONFOCAL, ELECTRON, LIGHT, METHODS, OLD, SPLIT, add, term

from imagegraph.adapters.sqlite.terms import SqliteTermIndex
from imagegraph.bootstrap import open_comparison, open_services, settings_for
from imagegraph.errors import NotFound
from imagegraph.model.records import Document
from imagegraph.operations.preconditions import etag_of
from imagegraph.operations.services import Services
from imagegraph.operations.terms.audit import Audited, Tally, as_row, audit
from imagegraph.operations.terms.judging import TermJudge
from imagegraph.operations.terms.mending import keep, mended
from imagegraph.operations.terms.uses import term_uses

TURTLE = """
@prefix ig: <https://w3id.org/imagegraph/> . @prefix schema: <http://schema.org/> .
@prefix obo: <http://purl.obolibrary.org/obo/> . @prefix dwciri: <http://rs.tdwg.org/dwc/iri/> .
<https://doi.org/10.5072/{name}> a ig:Study ; schema:name "Study {name}" ; dwciri:measurementMethod <{term}> .
<{term}> a schema:DefinedTerm ; schema:name "{label}" .
"""


@pytest.fixture(name="services", scope="module")
def _services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """Studies with terms that are right, obsolete, split up, mislabelled, unknown, and obsolete but mislabelled."""
    folder = tmp_path_factory.mktemp("audit")
    with open_services(settings_for(folder / "data")) as services:
        index = services.terms.index
        assert isinstance(index, SqliteTermIndex)
        old = tuple(term(OLD, "confocal laser imaging", LIGHT) if one.iri == OLD else one for one in METHODS)
        add(index, "fbbi", METHODS, version="2026-02-01", current=False)
        add(index, "fbbi", old, version="2025-01-01")
        documents = [
            Document(name=f"{name}.ttl", content=TURTLE.format(name=name, term=iri, label=label).encode())
            for name, iri, label in [
                ("right", CONFOCAL, "confocal microscopy"),
                ("old", OLD, "confocal laser imaging"),
                ("split", SPLIT, "beam imaging"),
                ("mislabelled", ELECTRON, "confocal microscopy"),
                ("unknown", OLD.replace("900", "999"), "ghost imaging"),
                ("both", OLD, "electron microscopy"),
            ]
        ]
        for outcome in services.ingest.take(documents, agent="test", reason="import"):
            assert outcome.status == "stored", outcome
        yield services


def _newer(services: Services) -> int:
    return next(r.number for r in services.terms.index.releases() if r.header.version == "2026-02-01")


def _kinds(found: Iterator[Audited]) -> dict[str, list[str]]:
    return {one.version.title.removeprefix("Study "): [p.kind for p in one.problems] for one in found}


def test_audit_judges_by_the_current_release(services: Services) -> None:
    """Every living record is looked at; those that are right have no problem."""
    judge = TermJudge(services.terms.index, services.terms.registry)
    assert _kinds(audit(services.journal, judge=judge)) == {
        "right": [], "old": [], "split": ["obsolete"], "mislabelled": ["mislabelled"], "unknown": ["unknown"],
        "both": ["mislabelled"],
    }  # fmt: skip


def test_audit_against_another_release_changes_nothing(services: Services) -> None:
    """A release that does not answer yet tells what it would make obsolete."""
    before = [release for release in services.terms.index.releases() if release.current]
    with open_comparison(
        str(_newer(services)), index=services.terms.index, settings=services.settings
    ) as index:
        judge = TermJudge(index, services.terms.registry)
        found = list(audit(services.journal, judge=judge))
    kinds = _kinds(iter(found))
    assert (kinds["old"], kinds["right"], kinds["both"]) == (["obsolete"], [], ["obsolete", "mislabelled"])
    assert [release for release in services.terms.index.releases() if release.current] == before
    (row,) = [
        as_row(one, problem, registry=services.terms.registry)
        for one in found for problem in one.problems if one.version.title == "Study old"
    ]  # fmt: skip
    assert (row["kind"], row["curie"], row["label"], row["label_in_record"], row["field"]) == (
        "obsolete", "FBbi:00000900", "confocal laser imaging", "confocal laser imaging", "imaging-method",
    )  # fmt: skip
    assert row["others"] == [{"iri": CONFOCAL, "curie": "FBbi:00000251", "label": "confocal microscopy"}]
    assert "release 2026-02-01" in row["message"]


def test_audit_against_a_file(services: Services, tmp_path: Path) -> None:
    """An ontology file that nobody loaded is read aside; what it lacks would be unknown."""
    file = tmp_path / "next.obo"
    file.write_text(
        "format-version: 1.2\nontology: fbbi\ndata-version: 2027-01-01\n\n"
        "[Term]\nid: FBbi:00000222\nname: imaging method\n\n"
        "[Term]\nid: FBbi:00000256\nname: electron microscopy\nis_a: FBbi:00000222\n"
    )
    with open_comparison(str(file), index=services.terms.index, settings=services.settings) as index:
        assert [r.header.version for r in index.releases() if r.ontology == "fbbi" and r.current] == [
            "2027-01-01"
        ]
        judge = TermJudge(index, services.terms.registry)
        kinds = _kinds(audit(services.journal, judge=judge))
    assert kinds["old"] == kinds["unknown"] == ["unknown"]


def test_what_cannot_be_compared_with_is_said(services: Services) -> None:
    """A number that no release has, and a file that is not there."""
    for against in ("9999", "nowhere.obo"):
        with (
            pytest.raises(NotFound),
            open_comparison(against, index=services.terms.index, settings=services.settings),
        ):
            pass


def test_mending_replaces_what_needs_no_choice(services: Services) -> None:
    """One new version with the reason; ids, labels and the old spelling are right; a second run does nothing."""
    with open_comparison(
        str(_newer(services)), index=services.terms.index, settings=services.settings
    ) as index:
        judge = TermJudge(index, services.terms.registry)
        before = {one.version.title: one for one in audit(services.journal, judge=judge)}
        found = {title: mended(one) for title, one in before.items()}
        assert {title for title, one in found.items() if one is not None} == {"Study old"}
        change = found["Study old"]
        assert change is not None
        summary = services.journal.find(change.version.id)
        assert summary is not None
        outcome = keep(change, ingest=services.ingest, etag=etag_of(summary), reason="FBbi moved on")
        assert (outcome.status, outcome.version) == ("stored", 2)
        new, old = services.journal.version(summary.id), change.version
        assert (new.about, new.type, new.title, new.iri) == (old.about, old.type, old.title, old.iri)
        assert new.agent == "imagegraph terms audit"
        assert new.reason == (
            "FBbi moved on: FBbi:00000900 obsolete in FBbi release 2026-02-01, "
            "replaced by FBbi:00000251 (“confocal microscopy”)"
        )
        (use,) = term_uses(new.ntriples)
        assert (use.iri, use.labels, use.spelling) == (CONFOCAL, ("confocal microscopy",), OLD)
        assert b"confocal laser imaging" in new.ntriples
        assert [one for one in map(mended, audit(services.journal, judge=judge)) if one is not None] == []
    tally = Tally()
    for one in audit(services.journal, judge=TermJudge(services.terms.index, services.terms.registry)):
        tally.add(one)
    assert (tally.records, tally.wrong, tally.uses) == (6, 4, 6)


def test_old_spellings_are_mended(services: Services) -> None:
    """A record from the time when a spelling was not known gets the canonical id, once."""
    version = next(
        services.journal.version(summary.id)
        for summary in services.journal.summaries()
        if summary.title == "Study right"
    )
    stale = replace(version, ntriples=version.ntriples.replace(b"obo/FBbi_00000251", b"obo/fbbi_00000251"))
    assert stale.ntriples != version.ntriples
    found = mended(Audited(stale, ()))
    assert found is not None
    assert found.changes == ("spelling of 1 term id made canonical",)
    (use,) = term_uses(found.ntriples)
    assert use.iri == CONFOCAL
    assert mended(Audited(replace(version, ntriples=found.ntriples), ())) is None
