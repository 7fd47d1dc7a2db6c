"""Answers of ORCID: in which state each leaves an iD, and the little that is said about a person."""

from __future__ import annotations

from typing import Any

import pytest
from authority_parts import check_statements, part, said, valid

from imagegraph.adapters.authorities.contract import Part, Reading, UnreadableAnswer
from imagegraph.adapters.authorities.orcid import OrcidAuthority
from imagegraph.model.rdf import RDFS, SCHEMA, SKOS
from imagegraph.testing.authorities.orcid import (
    ANALYST,
    DEACTIVATED,
    DEPRECATED,
    IRI,
    LEAD,
    employments,
    person,
)
from imagegraph.testing.authorities.ror import FACILITY, UNIVERSITY

ROR = "https://ror.org/"


def read(*parts: Part, id: str = LEAD) -> Reading:
    """What parts mean for a person."""
    return OrcidAuthority({}).read(valid(IRI + id), parts)


def error(status: int, code: object, message: str = "", *, location: str = "") -> Part:
    """An answer that is no person."""
    content = {"response-code": status, "developer-message": message, "error-code": code}
    return part("person", content, status=status, media_type="application/json", location=location)


def answered(*employers: dict[str, Any], **name: Any) -> Reading:
    """A person with these employments; `name` replaces members of the name."""
    document = person(LEAD, "Mirela", "Quist")
    document["name"].update({key.replace("_", "-"): value for key, value in name.items()})
    jobs = employments(LEAD, [("An employer", UNIVERSITY, True)] * len(employers))
    for group, employer in zip(jobs["affiliation-group"], employers, strict=True):
        group["summaries"][0]["employment-summary"].update(employer)
    return read(part("employments", jobs), part("person", document))


def test_a_person_is_a_label_and_affiliations() -> None:
    """Nothing else is stated, whatever the record holds; other names are for comparing."""
    document = person(ANALYST, "Ines", "Varga-Lund", credit="I. Varga-Lund")
    document["other-names"]["other-name"] = [
        {"content": "Ines Varga", "visibility": "public"}, {"content": "Secret", "visibility": "limited"}, None,
    ]  # fmt: skip
    document["emails"]["email"] = [{"email": "ada@example.org", "visibility": "public"}]
    document["keywords"]["keyword"] = [{"content": "microglia"}]
    document["researcher-urls"]["researcher-url"] = [{"url": {"value": "https://ines.example/"}}]
    document["biography"] = {"content": "Studies cells."}
    jobs = employments(
        ANALYST, [("University of Northmere", UNIVERSITY, True), ("Facility", FACILITY, False)]
    )
    reading = read(part("employments", jobs), part("person", document), id=ANALYST)
    thing = reading.thing
    assert thing is not None
    assert (reading.state, reading.authority, reading.source_version) == ("ok", "orcid", "v3.0")
    assert (thing.kind, thing.label) == ("Person", "I. Varga-Lund")
    assert thing.names == ("I. Varga-Lund", "Ines Varga-Lund", "Ines Varga")
    assert dict(thing.details) == {"affiliation": (ROR + UNIVERSITY, "University of Northmere")}
    stated = {(triple.subject.value, triple.predicate.value) for triple in thing.statements}  # type: ignore[union-attr]
    iri, rdf = IRI + ANALYST, "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    assert stated == {
        (iri, rdf + "type"), (iri, RDFS.label.value), (iri, SKOS.prefLabel.value), (iri, SCHEMA.affiliation.value),
        (ROR + UNIVERSITY, RDFS.label.value),
    }  # fmt: skip
    check_statements(thing.statements)


@pytest.mark.parametrize(
    ("name", "label"),
    [({}, "Mirela Quist"), ({"credit_name": {"value": "M. Q."}}, "M. Q."), ({"family_name": None}, "Mirela"),
     ({"given_names": None}, "Quist"), ({"credit_name": {"value": "ada@example.org"}}, "Mirela Quist"),
     ({"credit_name": {"value": "  "}}, "Mirela Quist"), ({"credit_name": "Q."}, "Mirela Quist")],
)  # fmt: skip
def test_the_label_is_what_the_person_is_credited_with(name: dict[str, Any], label: str) -> None:
    """Else given and family name, of which one may be missing; a mail address is no name."""
    thing = answered(**name).thing
    assert thing is not None
    assert thing.label == label
    assert said(thing, RDFS.label) == [label]


def test_affiliations_are_where_the_person_works_now() -> None:
    """By ROR id; else by name, as a node of the person's; each once."""

    def at(name: str, source: str | None, number: str | None) -> dict[str, Any]:
        registered = {"disambiguated-organization-identifier": number, "disambiguation-source": source}
        return {"organization": {"name": name, "disambiguated-organization": registered if source else None}}

    thing = answered(
        at("University of Northmere", "ROR", ROR + UNIVERSITY),
        at("University of Northmere (again)", "ROR", UNIVERSITY),
        at("Grid Institute", "GRID", "grid.99991.1f"),
        at("Institute without a number", None, None),
        at("Wrong Checksum Institute", "ROR", ROR + "00examp38"),
        {**at("Past Institute", None, None), "end-date": {"year": {"value": "2019"}, "month": None, "day": None}},
        {**at("Private Institute", None, None), "visibility": "limited"},
    ).thing  # fmt: skip
    assert thing is not None
    nodes = [f"{thing.iri}#affiliation-{number}" for number in (2, 3, 4)]
    assert said(thing, SCHEMA.affiliation) == [ROR + UNIVERSITY, *nodes]
    assert [said(thing, RDFS.label, about=node) for node in nodes] == [
        ["Grid Institute"], ["Institute without a number"], ["Wrong Checksum Institute"],
    ]  # fmt: skip
    assert thing.details["affiliation"] == (
        ROR + UNIVERSITY, "University of Northmere", "Grid Institute", "Institute without a number",
        "Wrong Checksum Institute",
    )  # fmt: skip


def test_a_person_without_employments_is_a_label() -> None:
    """Whether they are missing, unreadable, or somebody else's; sections may be null or empty."""
    document = person(LEAD, "Mirela", "Quist")
    document["other-names"] = None
    others = employments(ANALYST, [("University of Northmere", UNIVERSITY, True)])
    for parts in (
        (), (part("employments", b"<html>"),), (part("employments", others),), (part("employments", {}, status=404),),
        (part("employments", {"path": f"/{LEAD}/employments", "affiliation-group": None}),),
    ):  # fmt: skip
        reading = read(*parts, part("person", document))
        assert reading.state == "ok"
        assert reading.thing is not None
        assert dict(reading.thing.details) == {}


def test_a_name_that_is_not_public_restricts_the_record() -> None:
    """The iD exists; there is nothing to say."""
    document = {**person(LEAD, "Mirela", "Quist"), "name": None}
    reading = read(part("person", document))
    assert (reading.state, reading.thing, reading.detail) == (
        "restricted", None, "The name in this ORCID record is not public.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("status", "code", "sentence"),
    [(409, 9044, "The person has deactivated this ORCID record."), (409, 9018, "ORCID has locked this record."),
     (409, 9036, "Nobody has claimed this ORCID record yet."), (403, 9039, "What this ORCID record holds is not public."),
     (409, "9044", "The person has deactivated this ORCID record.")],
)  # fmt: skip
def test_a_record_that_is_closed_is_restricted(status: int, code: object, sentence: str) -> None:
    """Each with its reason."""
    reading = read(error(status, code), id=DEACTIVATED)
    assert (reading.state, reading.thing, reading.detail) == ("restricted", None, sentence)


def test_an_unknown_id_is_not_found() -> None:
    """Only with ORCID's own code."""
    reading = read(error(404, 9016, f"ORCID iD {LEAD} not found"))
    assert (reading.state, reading.detail) == ("not_found", "ORCID has no record with this iD.")


@pytest.mark.parametrize(
    ("location", "message", "code"),
    [(f"https://pub.orcid.org/v3.0/{LEAD}/person", "", 9007), (f"/v3.0/{LEAD}/person", "", 9007),
     (f"https://pub.orcid.org/v3.0/{LEAD}/record", "", None),
     ("", f"This account is deprecated. Please refer to account: https://orcid.org/{LEAD}. ORCID {IRI}{DEPRECATED}", 9007),
     (f"/v3.0/{DEPRECATED}/person", f"Please refer to account: {IRI}{LEAD}.", 9007)],
)  # fmt: skip
def test_a_merged_record_is_replaced(location: str, message: str, code: object) -> None:
    """By the record that the redirect leads to, or that the message names; nothing is taken over from it."""
    reading = read(error(301, code, message, location=location), id=DEPRECATED)
    assert (reading.state, reading.successors, reading.thing) == ("replaced", (IRI + LEAD,), None)
    assert reading.detail == f"ORCID has merged this record into {IRI}{LEAD}."


def test_a_redirect_without_a_body_is_enough() -> None:
    """Its target names the record."""
    moved = part("person", b"", status=301, media_type="text/html", location=f"/v3.0/{LEAD}/person")
    assert read(moved, id=DEPRECATED).successors == (IRI + LEAD,)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (part("person", b"<html>404</html>", status=404, media_type="text/html"), "not JSON"),
        (part("person", b"", status=404), "not JSON"),
        (error(404, 9041), "answered 404 with the error code 9041"),
        (error(404, None), "answered 404"),
        (error(409, 9999), "answered 409 with the error code 9999"),
        (error(401, None), "answered 401"),
        (error(406, 9001), "answered 406 with the error code 9001"),
        (error(301, 9007, "Please refer to nobody"), "redirects to another place"),
        (error(302, None, location="https://orcid.org/signin"), "redirects to another place"),
        (error(301, 9007, location=f"/v3.0/{LEAD}/person"), "redirects to another place"),
        (error(301, 9007, location="https://orcid.org/0000-0003-9000-0103"), "redirects to another place"),
        (error(301, 9007, location="http://[broken"), "redirects to another place"),
        (part("person", b"<?xml version='1.0'?><record/>"), "not JSON"),
        (part("person", [person(LEAD, "Mirela", "Quist")]), "sent no person"),
        (part("person", person(ANALYST, "Ines", "Varga-Lund")), f"answered about {ANALYST} instead of {LEAD}"),
        (part("person", {**person(LEAD, "Mirela", "Quist"), "path": f"/{ANALYST}/person"}), "instead of"),
        (part("person", {"name": {"given-names": {"value": "Mirela"}}}), "answered about nobody"),
        (part("employments", {}), "was not asked"),
    ],
)  # fmt: skip
def test_anything_else_is_unreadable(answer: Part, reason: str) -> None:
    """No other error, no page, no XML, and nobody else's record."""
    with pytest.raises(UnreadableAnswer, match=reason):
        read(answer)


def test_a_long_list_is_cut() -> None:
    """Fifty affiliations are enough."""
    thing = answered(*[{"organization": {"name": f"Institute {number}"}} for number in range(80)]).thing
    assert thing is not None
    assert len(said(thing, SCHEMA.affiliation)) == 50
