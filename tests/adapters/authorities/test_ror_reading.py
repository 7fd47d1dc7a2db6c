"""Records of ROR: in which state each leaves an organisation, and what is said about it."""

from __future__ import annotations

from typing import Any

import pytest
from authority_parts import check_statements, part, said, valid

from imagegraph.adapters.authorities.contract import Reading, UnreadableAnswer
from imagegraph.adapters.authorities.ror import RorAuthority
from imagegraph.model.rdf import DCTERMS, FOAF, ORG, RDFS, SCHEMA, SKOS
from imagegraph.testing.authorities.ror import FACILITY, IRI, MERGED, MUSEUM, UNIVERSITY, organisation

NAME = "Northmere BioImaging Facility"


def read(
    document: Any, *, id: str = FACILITY, status: int = 200, media_type: str = "application/json"
) -> Reading:
    """What an answer means for an organisation."""
    answer = part("ror", document, status=status, media_type=media_type)
    return RorAuthority({}).read(valid(IRI + id), [answer])


def test_an_active_organisation_is_ok() -> None:
    """With nothing to add for people, and the version of the record."""
    reading = read(organisation(FACILITY, NAME))
    assert (reading.state, reading.successors, reading.detail) == ("ok", (), "")
    assert (reading.authority, reading.source_version) == ("ror", "2.1")
    assert reading.thing is not None
    assert (reading.thing.kind, reading.thing.label, reading.thing.notes) == ("Organisation", NAME, ())


@pytest.mark.parametrize("status", ["inactive", "withdrawn"])
@pytest.mark.parametrize(
    ("successors", "state"),
    [((), "obsolete"), ((UNIVERSITY,), "replaced"), ((UNIVERSITY, MUSEUM), "ambiguous"),
     ((UNIVERSITY, UNIVERSITY), "replaced"), ((FACILITY,), "obsolete")],
    ids=["none", "one", "two", "the same twice", "itself"],
)  # fmt: skip
def test_an_ended_organisation_is_judged_by_its_successors(
    status: str, successors: tuple[str, ...], state: str
) -> None:
    """One replaces it, among several a person chooses, and none leaves it obsolete; the sentence says which."""
    related = [("successor", id, "Heir") for id in successors]
    reading = read(organisation(FACILITY, NAME, status=status, related=related))
    expected = tuple(dict.fromkeys(IRI + id for id in successors if id != FACILITY))
    assert (reading.state, reading.successors) == (state, expected)
    assert reading.detail.startswith(f"ROR lists this organisation as {status}")
    assert reading.thing is not None
    assert reading.thing.notes == (reading.detail,)
    assert said(reading.thing, DCTERMS.isReplacedBy) == list(expected)


def test_only_successors_replace() -> None:
    """A predecessor is no successor, though the other record may say so; neither is a successor of an active one."""
    ended = organisation(
        FACILITY, NAME, status="inactive", related=[("predecessor", MERGED, "Lens Collection")]
    )
    assert read(ended).state == "obsolete"
    active = organisation(FACILITY, NAME, related=[("successor", MUSEUM, "Museum")])
    assert (read(active).state, read(active).successors) == ("ok", ())


def test_a_successor_with_a_wrong_checksum_is_none() -> None:
    """It is no identifier."""
    document = organisation(FACILITY, NAME, status="inactive", related=[("successor", "04examp62", "Museum")])
    assert read(document).state == "obsolete"


@pytest.mark.parametrize(
    "message", [f"ROR ID '{IRI}{FACILITY}' does not exist", f"'{FACILITY}' is not a valid ROR ID"]
)
def test_a_404_in_the_words_of_ror_is_not_found(message: str) -> None:
    """Unknown and malformed ids are answered with different sentences."""
    reading = read({"errors": [message]}, status=404)
    assert (reading.state, reading.thing, reading.detail) == (
        "not_found",
        None,
        "ROR has no organisation with this id.",
    )


@pytest.mark.parametrize(
    ("document", "status", "reason"),
    [
        (b"", 404, "not JSON"),
        (b"<html>404</html>", 404, "not JSON"),
        ({}, 404, "answered 404"),
        ({"errors": []}, 404, "answered 404"),
        ({"errors": ["Not Found"]}, 404, "answered 404: Not Found"),
        ({"message": "Missing Authentication Token"}, 403, "answered 403"),
        (
            {"errors": ["query parameter 'foo' is illegal"]},
            200,
            "answered 200: query parameter 'foo' is illegal",
        ),
        (["does not exist"], 200, "sent no organisation"),
        (None, 200, "sent no organisation"),
        (organisation(MUSEUM, NAME), 200, "answered about https://ror.org/04examp61 instead of"),
        ({**organisation(FACILITY, NAME), "id": None}, 200, "answered about nobody"),
        ({**organisation(FACILITY, NAME), "status": "dormant"}, 200, "the status 'dormant'"),
        ({**organisation(FACILITY, NAME), "status": ["active"]}, 200, "the status ''"),
        ({**organisation(FACILITY, NAME), "names": []}, 200, "without a name"),
        ({**organisation(FACILITY, NAME), "external_ids": {"GRID": {}}}, 200, "its first version"),
        ({"id": IRI + FACILITY, "name": NAME, "status": "active", "addresses": []}, 200, "its first version"),
    ],
)
def test_anything_else_is_unreadable(document: Any, status: int, reason: str) -> None:
    """No other 404, no errors with 200, no record of the first version, none about another organisation."""
    with pytest.raises(UnreadableAnswer, match=reason):
        read(document, status=status)


def test_an_answer_that_was_not_asked_for_is_unreadable() -> None:
    """Parts of another question do not count."""
    with pytest.raises(UnreadableAnswer, match="was not asked"):
        RorAuthority({}).read(valid(IRI + FACILITY), [part("person", organisation(FACILITY, NAME))])


def test_the_name_that_is_shown_is_the_label() -> None:
    """The other names, with their language, stand beside it; acronyms come last."""
    document = organisation(UNIVERSITY, "University of Northmere", acronym="UNM",
                            other_names={"de": "Universität Northmere"})  # fmt: skip
    document["names"].insert(0, {"lang": "x-", "types": ["alias"], "value": "Northmere University"})
    thing = read(document, id=UNIVERSITY).thing
    assert thing is not None
    assert thing.names == ("University of Northmere", "Universität Northmere", "Northmere University", "UNM")
    assert said(thing, RDFS.label) == said(thing, SKOS.prefLabel) == ["University of Northmere"]
    assert said(thing, SKOS.altLabel) == list(thing.names[1:])
    languages = {triple.object.language for triple in thing.statements if triple.predicate == SKOS.altLabel}
    assert languages == {"de", None}


def test_relations_are_told_with_the_names_of_the_others() -> None:
    """Parents, children, related ones and predecessors; the parents are details, for comparing."""
    related = [
        ("parent", UNIVERSITY, "University of Northmere"), ("child", MUSEUM, "Museum of Microscopy"),
        ("related", "03examp55", "Archive"), ("predecessor", MERGED, "Lens Collection"),
        ("sibling", "02examp49", "Trust"), ("parent", FACILITY, "Itself"),
    ]  # fmt: skip
    thing = read(organisation(FACILITY, NAME, related=related)).thing
    assert thing is not None
    assert said(thing, ORG.subOrganizationOf) == [IRI + UNIVERSITY] == list(thing.details["parent"])
    assert said(thing, ORG.hasSubOrganization) == [IRI + MUSEUM]
    assert said(thing, DCTERMS.relation) == [IRI + "03examp55"]
    assert said(thing, DCTERMS.replaces) == [IRI + MERGED]
    assert said(thing, RDFS.label, about=IRI + MUSEUM) == ["Museum of Microscopy"]
    assert said(thing, RDFS.label, about=IRI + "02examp49") == []


def test_other_registries_place_and_dates() -> None:
    """Numbers in nodes of their own, preferred or not; the place with its name; year, pages and last change."""
    document = organisation(
        UNIVERSITY, "University of Northmere", types=("education", "funder"), established=1871,
        external={"grid": "grid.99991.1f", "isni": "0000 0009 9999 1871", "lei": "99"},
        website="https://northmere.example/",
    )  # fmt: skip
    document["external_ids"].append({"type": "fundref", "all": ["100", "200"], "preferred": "200"})
    thing = read(document, id=UNIVERSITY).thing
    assert thing is not None
    iri = IRI + UNIVERSITY
    assert said(thing, SCHEMA.identifier) == [f"{iri}#grid", f"{iri}#isni", f"{iri}#fundref"]
    assert said(thing, SCHEMA.value, about=f"{iri}#isni") == ["0000 0009 9999 1871"]
    assert said(thing, SCHEMA.value, about=f"{iri}#fundref") == ["200", "100"]
    (place,) = said(thing, SCHEMA.location)
    assert place == "https://sws.geonames.org/2643743/"
    assert said(thing, RDFS.label, about=place) == ["Northmere"]
    assert said(thing, SCHEMA.latitude, about=place) == ["54.1"]
    assert said(thing, SCHEMA.longitude, about=place) == []
    assert said(thing, SCHEMA.foundingDate) == ["1871"]
    assert said(thing, DCTERMS.modified) == ["2025-11-04"]
    assert said(thing, FOAF.homepage) == ["https://northmere.example/"]
    assert dict(thing.details) == {"status": ("active",), "type": ("education", "funder"), "country": ("GB",)}


def test_what_is_null_or_unusable_is_left_out() -> None:
    """`preferred`, `lang`, coordinates and `established` may be null; a broken address does no harm."""
    document = organisation(FACILITY, NAME)
    document["external_ids"] = [{"type": "isni", "all": None, "preferred": None}]
    document["locations"] = [{"geonames_id": None, "geonames_details": None}, None]
    document["links"] = [
        {"type": "website", "value": "http://[northmere"},
        {"type": "website", "value": None},
    ]
    document["relationships"] = None
    thing = read(document).thing
    assert thing is not None
    for property in (SCHEMA.identifier, SCHEMA.location, FOAF.homepage, SCHEMA.foundingDate):
        assert said(thing, property) == []


def test_mail_addresses_are_not_passed_on() -> None:
    """Wherever they stand."""
    document = organisation(FACILITY, NAME, related=[("parent", UNIVERSITY, "ada@example.org")],
                            website="mailto:ada@example.org", other_names={"de": "ada@example.org"})  # fmt: skip
    thing = read(document).thing
    assert thing is not None
    check_statements(thing.statements)
    assert thing.names == (NAME,)
