"""Descriptions of Crossref, and citations: in which state each leaves a DOI, and what is said about the work."""

from __future__ import annotations

from typing import Any

import pytest
from authority_parts import check_statements, part, said, valid

from imagegraph.adapters.authorities.contract import Reading, UnreadableAnswer
from imagegraph.adapters.authorities.doi import DoiAuthority
from imagegraph.adapters.authorities.doi_relations import CITO
from imagegraph.model.rdf import DCTERMS, IG, RDF_TYPE, RDFS, SCHEMA
from imagegraph.testing.authorities.crossref import ARTICLE, NOTICE, PAPERS, RETRACTED
from imagegraph.testing.authorities.orcid import LEAD
from imagegraph.testing.authorities.ror import FUNDER

DOI = "https://doi.org/"
LEAD_IRI = f"https://orcid.org/{LEAD}"


def read(document: Any, *, doi: str = ARTICLE, status: int = 200, name: str = "crossref") -> Reading:
    """What an answer means for a DOI."""
    return DoiAuthority({}).read(valid(doi), [part(name, document, status=status)])


def about(*, doi: str = ARTICLE, **members: Any) -> dict[str, Any]:
    """An answer about a paper; underscores in names of members stand for hyphens."""
    own = {name.replace("_", "-"): value for name, value in members.items()}
    message = {**PAPERS[doi], **own}
    return {"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": message}


def update(kind: str, doi: str = NOTICE) -> dict[str, Any]:
    """An entry of `updated-by` or `update-to`."""
    return {"DOI": doi, "type": kind, "label": kind, "source": "publisher"}


def test_a_paper_is_described() -> None:
    """Title without marks, authors with ORCID iDs, publisher, month of issue, licence."""
    reading = read(about())
    thing = reading.thing
    assert thing is not None
    assert (reading.state, reading.authority, reading.source_version) == ("ok", "crossref", "1.0.0")
    assert (thing.kind, thing.label) == ("Publication", "Phagocytes patrol the capillaries of the kidney")
    assert dict(thing.details) == {
        "type": ("journal-article",), "creator": (LEAD_IRI,), "publisher": ("Northmere Journals",), "year": ("2025",),
    }  # fmt: skip
    assert said(thing, RDF_TYPE) == [SCHEMA.ScholarlyArticle.value]
    assert said(thing, DCTERMS.creator) == [LEAD_IRI]
    assert said(thing, RDFS.label, about=LEAD_IRI) == ["Mirela Quist"]
    assert said(thing, DCTERMS.issued) == ["2025-11"]
    assert said(thing, DCTERMS.license) == ["https://creativecommons.org/licenses/by/4.0/"]
    check_statements(thing.statements)


@pytest.mark.parametrize(
    ("kind", "state", "note"),
    [("retraction", "obsolete", "Retracted"), ("withdrawal", "obsolete", "Withdrawn"), ("removal", "obsolete", "Removed"),
     ("Retraction", "obsolete", "Retracted"), ("partial_retraction", "ok", "Retracted in part"),
     ("correction", "ok", "Corrected"), ("erratum", "ok", "Corrected"), ("corrigendum", "ok", "Corrected"),
     ("expression_of_concern", "ok", "Concern was expressed"), ("new_version", "ok", "A new version was published"),
     ("clarification", "ok", "Updated"), (None, "ok", "Updated")],
)  # fmt: skip
def test_updates_are_noted_and_retractions_end_a_work(kind: str, state: str, note: str) -> None:
    """A correction leaves it as it is; no notice is a successor."""
    reading = read(about(updated_by=[update(kind)]))
    sentence = f"{note}: {DOI}{NOTICE}."
    assert reading.thing is not None
    assert (reading.state, reading.successors, reading.thing.notes) == (state, (), (sentence,))
    assert reading.detail == (sentence if state == "obsolete" else "")


def test_a_work_does_not_update_itself() -> None:
    """Records name themselves, in any case."""
    entries = [update("new_version", ARTICLE.upper()), update("retraction", ARTICLE)]
    reading = read(
        about(
            updated_by=entries,
            update_to=entries,
            relation={"new_version": [{"id": ARTICLE, "id-type": "doi"}]},
        )
    )
    assert reading.thing is not None
    assert (reading.state, reading.thing.notes) == ("ok", ())
    assert not [triple for triple in reading.thing.statements if triple.object == triple.subject]


def test_an_update_that_is_told_twice_is_one() -> None:
    """Publisher and Retraction Watch may both tell; one without a DOI still counts."""
    twice = [update("retraction"), {**update("retraction"), "source": "retraction-watch"}]
    reading = read(about(updated_by=twice))
    assert reading.thing is not None
    assert reading.thing.notes == (f"Retracted: {DOI}{NOTICE}.",)
    assert read(about(updated_by=[update("retraction", "")])).detail == "Retracted, says Crossref."


def test_both_ends_of_an_update_are_linked() -> None:
    """What was retracted, and what retracted it."""
    retracted = read(about(doi=RETRACTED), doi=RETRACTED).thing
    assert said(retracted, CITO.isRetractedBy) == [DOI + NOTICE]
    notice = read(about(doi=NOTICE), doi=NOTICE).thing
    assert said(notice, CITO.retracts) == [DOI + RETRACTED]
    corrected = read(about(updated_by=[update("correction")])).thing
    assert said(corrected, CITO.isCorrectedBy) == [DOI + NOTICE]


def test_relations_are_stated() -> None:
    """By words with hyphens; identifiers of other kinds than DOIs and addresses are left out."""
    thing = read(about(relation={
        "is-supplemented-by": [{"id-type": "doi", "id": "10.5072/kidney-patrol", "asserted-by": "subject"}],
        "is-preprint-of": [{"id-type": "doi", "id": "10.5555/Final"}], "has-review": {"id-type": "doi", "id": "10.5555/r"},
        "is-comment-on": [{"id-type": "issn", "id": "1553-7374"}, {"id-type": "uri", "id": "https://otia.example/x"}],
    })).thing  # fmt: skip
    assert said(thing, IG.isSupplementedBy) == [DOI + "10.5072/kidney-patrol"]
    assert said(thing, DCTERMS.isVersionOf) == [DOI + "10.5555/final"]
    assert said(thing, CITO.isReviewedBy) == [DOI + "10.5555/r"]
    assert said(thing, DCTERMS.relation) == ["https://otia.example/x"]


@pytest.mark.parametrize(
    ("issued", "stated"),
    [([[2014, 2, 11]], ["2014-02-11"]), ([[1943, 3]], ["1943-03"]), ([[2015]], ["2015"]), ([[None]], []), ([[]], []),
     ([], []), (None, []), ([["2014", "2"]], ["2014-02"]), ([[2014, None, 3]], ["2014"]), ([[2014, 13]], [])],
)  # fmt: skip
def test_dates_have_as_many_parts_as_are_known(issued: Any, stated: list[str]) -> None:
    """`[[null]]` is none."""
    assert said(read(about(issued={"date-parts": issued})).thing, DCTERMS.issued) == stated


def test_a_part_without_title_authors_and_date_is_described() -> None:
    """A figure, for instance."""
    message = {"DOI": "10.5555/kidney.2025.31.g001", "type": "component", "title": [], "issued": {"date-parts": [[None]]},
               "relation": {"is-component-of": [{"id-type": "doi", "id": ARTICLE}]}}  # fmt: skip
    document = {"status": "ok", "message-type": "work", "message": message}
    thing = read(document, doi="10.5555/kidney.2025.31.g001").thing
    assert thing is not None
    assert (thing.kind, thing.label, thing.names) == ("Thing", "10.5555/kidney.2025.31.g001", ())
    assert said(thing, DCTERMS.isPartOf) == [DOI + ARTICLE]


def test_institutions_and_funders_are_named_by_their_ror_ids() -> None:
    """A repository is told as the institution; groups among the authors have no iD."""
    ror = {"id": f"https://ror.org/{FUNDER}", "id-type": "ROR", "asserted-by": "publisher"}
    thing = read(about(
        institution=[{"name": "Northmere Journals", "id": [ror]}, {"name": "Without a number"}],
        funder=[{"name": "Marlow Trust", "DOI": "10.13039/501100999901",
                 "id": [{"id": "10.13039/501100999901", "id-type": "DOI"}, ror]}, {"name": "Second"}],
        author=[{"name": "The Kidney Consortium", "affiliation": []}],
    )).thing  # fmt: skip
    assert said(thing, DCTERMS.publisher) == [f"https://ror.org/{FUNDER}"]
    assert said(thing, SCHEMA.funder) == [f"https://ror.org/{FUNDER}"]
    assert said(thing, DCTERMS.creator) == []


def test_an_alias_is_replaced_by_what_is_answered() -> None:
    """What is said about the other DOI is not stated about this one; its case does not matter."""
    reading = read(about(), doi="10.5555/old-name")
    assert (reading.state, reading.successors, reading.thing) == ("replaced", (DOI + ARTICLE,), None)
    assert read(about(DOI=ARTICLE.upper())).state == "ok"


@pytest.mark.parametrize(
    ("document", "status", "reason"),
    [({"status": "failed", "message-type": "validation-failure", "message": [{"type": "x"}]}, 400, "answered 400"),
     ({"status": "failed", "message-type": "resource-failure", "message": []}, 404, "answered 404"),
     (b"", 404, "answered 404"), (b"<html>Resource not found.</html>", 404, "answered 404"),
     ({**about(), "message-type": "work-list"}, 200, "no description"), ({**about(), "message": []}, 200, "no description"),
     ({**about(), "status": "failed"}, 200, "no description"), (about(DOI=None), 200, "without its DOI"),
     ([], 200, "no description"), (b"Resource not found.", 200, "not JSON")],
)  # fmt: skip
def test_anything_else_is_unreadable(document: Any, status: int, reason: str) -> None:
    """Errors about parameters, lists and pages."""
    with pytest.raises(UnreadableAnswer, match=reason):
        read(document, status=status)


def test_a_citation_is_read_like_a_message() -> None:
    """The title is a text in CSL; groups have a literal name; the DOI may come in capitals."""
    citation = {
        "type": "book", "DOI": "10.5881/MEDRA-1", "title": "Lens grinding", "publisher": "Tidewater Press",
        "author": [{"literal": "Tidewater Institute"}, {"given": "M.", "family": "Quist", "ORCID": LEAD}],
        "issued": {"date-parts": [[2019]]},
    }  # fmt: skip
    reading = read(citation, doi="10.5881/medra-1", name="csl")
    assert reading.thing is not None
    assert (reading.state, reading.authority, reading.thing.label) == ("ok", "doi", "Lens grinding")
    assert said(reading.thing, RDF_TYPE) == [SCHEMA.CreativeWork.value]
    assert said(reading.thing, DCTERMS.creator) == [LEAD_IRI]


@pytest.mark.parametrize(
    ("written", "label"),
    [("Growth of\n   <i>E. coli</i>\n on H<sub>2</sub>O", "Growth of E. coli on H2O"),
     ("<jats:title>A &amp; B</jats:title>", "A & B"), ("&lt;i&gt;Danio&lt;/i&gt; fins", "Danio fins"),
     ("p < 0.05 and q > 0.1", "p < 0.05 and q > 0.1"), ("One<br/>Two", "One Two"),
     ("x<sup>2</sup> <mml:math><mml:mi>y</mml:mi></mml:math>", "x2 y"), ("The <AMP> motif", "The <AMP> motif"),
     ("M&uuml;nster", "Münster"), ("By ada@example.org", "By"), ("<span class='a'>x</span>", "x")],
)  # fmt: skip
def test_titles_are_plain_text(written: str, label: str) -> None:
    """Marks of JATS, MathML and HTML are taken out, entities decoded; other brackets stay."""
    thing = read(about(title=[written])).thing
    assert thing is not None
    assert thing.label == label
