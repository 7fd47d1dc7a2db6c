"""What speaks for two descriptions being of one thing, kind by kind, and what speaks against it."""

from __future__ import annotations

from typing import Any

import pytest

from imagegraph.operations.reconciliation.antibodies import antibody_pairs
from imagegraph.operations.reconciliation.blocks import MOST_IN_BLOCK, candidate_pairs
from imagegraph.operations.reconciliation.clusters import Clusters
from imagegraph.operations.reconciliation.instruments import instrument_pairs, plain_number
from imagegraph.operations.reconciliation.names import parse_name
from imagegraph.operations.reconciliation.organisation_names import (
    folded_company,
    folded_name,
    is_part,
    same_company,
)
from imagegraph.operations.reconciliation.organisations import organisation_pairs
from imagegraph.operations.reconciliation.people import people_pairs
from imagegraph.operations.reconciliation.tables import likelihood, weights
from imagegraph.operations.reconciliation.things import (
    KINDS,
    Antibody,
    Instrument,
    Organisation,
    Pair,
    Person,
)

RECORDS = "http://localhost:8000/records/"
ORCID, OTHER_ORCID = "https://orcid.org/0000-0000-0009-0000", "https://orcid.org/0000-0000-0009-0019"
ROR, OTHER_ROR = "https://ror.org/00exmp134", "https://ror.org/00exmp231"
RRID, OTHER_RRID = "https://identifiers.org/RRID:AB_9000001", "https://identifiers.org/RRID:AB_9000002"


def person(iri: str, *names: str, record: str = "a", **values: Any) -> Person:
    """A person with names."""
    full = iri if "://" in iri else f"{RECORDS}{record}#{iri}"
    records = frozenset([RECORDS + record])
    return Person(iri=full, label=names[0], records=records, names=tuple(map(parse_name, names)), **values)


def one(pairs: list[Pair]) -> Pair:
    """The only pair."""
    assert len(pairs) == 1, pairs
    return pairs[0]


def test_a_whole_name_with_and_without_orcid_is_proposed() -> None:
    """The ORCID iD stands on the left, and the reason is a sentence."""
    pair = one(people_pairs([person("p1", "Ada Okafor"), person(ORCID, "Okafor, Ada", record="b")]))
    assert (pair.left.iri, pair.score) == (ORCID, 0.6)
    assert pair.reasons == ("“Okafor, Ada” and “Ada Okafor” are the same name, written in different ways.",)


def test_initials_need_more() -> None:
    """Initials alone propose nothing; with colleagues in common they do, and the reason names them."""
    colleagues = frozenset({OTHER_ORCID, "jan novak", "brandt lena"})
    alone = [person("p1", "A. Okafor"), person(ORCID, "Ada Okafor", record="b")]
    assert people_pairs(alone) == []
    known = person(OTHER_ORCID, "Jan Novák", record="c")
    pair = one(
        people_pairs([
            person("p1", "A. Okafor", colleagues=(colleagues,)),
            person(ORCID, "Ada Okafor", record="b", colleagues=(colleagues,)),
            known,
            person("p9", "Lena Brandt", record="c"),
        ])
    )  # fmt: skip
    assert pair.score == weights("person").score("initials", more=["coauthors"])
    assert pair.reasons[1] == f"Both published with Jan Novák ({OTHER_ORCID}), Lena Brandt."


def test_a_very_common_name_needs_more() -> None:
    """With one ORCID iD it is just proposed; without any, or with two, not before something else fits."""
    known, unknown = person(ORCID, "Wei Zhang", record="b"), person("p1", "Wei Zhang")
    pair = one(people_pairs([known, unknown]))
    assert pair.score == pytest.approx(0.504)
    assert "Very many people have this family name." in pair.reasons
    assert people_pairs([unknown, person("p2", "Wei Zhang", record="c")]) == []
    rival = person(OTHER_ORCID, "Wei Zhang", record="d")
    assert people_pairs([known, rival, unknown]) == []
    at = {"northmere": "University of Northmere"}
    fitting = one(
        people_pairs([
            person(ORCID, "Wei Zhang", record="b", affiliations=at, emails=frozenset({"wz@example.org"})), rival,
            person("p1", "Wei Zhang", affiliations=at, emails=frozenset({"wz@example.org"})),
        ])
    )  # fmt: skip
    assert fitting.left.iri == ORCID
    assert "Somebody else with another ORCID iD fits as well." in fitting.reasons
    assert "Both are affiliated with University of Northmere." in fitting.reasons
    assert "wz@example.org" not in " ".join(fitting.reasons)


def test_two_orcid_ids_are_two_people() -> None:
    """However much fits, unless ORCID itself says that one was deprecated in favour of the other."""
    colleagues = (frozenset({"jan novak", "brandt lena"}),)
    both = [person(iri, "Ada Okafor", colleagues=colleagues) for iri in (ORCID, OTHER_ORCID)]
    assert people_pairs(both) == []
    deprecated = person(ORCID, "Ada Okafor", replaced_by=frozenset({OTHER_ORCID}))
    pair = one(people_pairs([deprecated, both[1]]))
    assert (pair.score, pair.reasons) == (
        1.0, (f"ORCID says that {ORCID} was deprecated in favour of {OTHER_ORCID}.",)
    )  # fmt: skip


def test_a_list_of_authors_names_each_person_once() -> None:
    """Two of one list are two people; the operator of an image may be the author of the study."""
    authors = frozenset({(RECORDS + "a", RECORDS + "a", "http://schema.org/author")})
    assert (
        people_pairs([person("p1", "Ada Okafor", lists=authors), person(ORCID, "Ada Okafor", lists=authors)])
        == []
    )
    pair = one(people_pairs([person("p1", "Ada Okafor", lists=authors), person(ORCID, "Ada Okafor")]))
    assert f"Both are named in the record {RECORDS}a." in pair.reasons


def test_the_same_study_by_two_records_counts() -> None:
    """A paper that two records name beside a person is evidence; one that only one record names is none."""
    paper = "https://doi.org/10.5072/paper"
    mine, theirs = {paper: frozenset({RECORDS + "a"})}, {paper: frozenset({RECORDS + "b"})}
    pair = one(
        people_pairs(
            [person("p1", "A. Okafor", studies=mine), person(ORCID, "Ada Okafor", record="b", studies=theirs)]
        )
    )
    assert pair.reasons[1] == f"Both are named in or beside {paper}, by two records."
    assert (
        people_pairs(
            [person("p1", "A. Okafor", studies=mine), person(ORCID, "Ada Okafor", studies=mine, record="b")]
        )
        == []
    )


def test_a_mail_address_of_a_group_is_nobodys() -> None:
    """An address that people of different names give does not count."""
    mail = frozenset({"lab@example.org"})
    two = [person("p1", "A. Okafor", emails=mail), person(ORCID, "Ada Okafor", record="b", emails=mail)]
    assert one(people_pairs(two)).score > 0.9
    assert people_pairs([*two, person("p2", "Jan Novák", emails=mail)]) == []


def organisation(iri: str, *names: str, **values: Any) -> Organisation:
    """An organisation with names."""
    return Organisation(iri=iri, label=names[0], names=names, **values)


@pytest.mark.parametrize(
    ("name", "values", "first"),
    [
        ("The University of Northmere", {}, "same"),
        ("Univ. Northmere", {}, "same"),
        ("University of Northmere, Northmere, UK", {}, "place"),
        ("Universität Nordmeer", {}, "other"),
        ("UNM", {"people": {ORCID: "Ada Okafor"}}, "acronym"),
    ],
)
def test_a_name_without_ror_id_finds_the_ror_id(name: str, values: dict[str, Any], first: str) -> None:
    """By its name, with its address behind it, by another name, by the short form if somebody works at both."""
    known = organisation(
        ROR, "University of Northmere", other_names=("Universität Nordmeer",), acronyms=("UNM",),
        people={ORCID: "Ada Okafor"},
    )  # fmt: skip
    pair = one(organisation_pairs([known, organisation(f"{RECORDS}a#o", name, **values)]))
    more = ["person"] if values else []
    assert (pair.left.iri, pair.score) == (ROR, weights("organisation").score(first, more=more))


@pytest.mark.parametrize(
    "name",
    ["Department of Biology", "UNM", "Institute of Optics, University of Northmere", "n/a", "Northmere", ""],
)
def test_what_names_no_organisation_is_not_proposed(name: str) -> None:
    """Departments, short forms alone, parts of an organisation, and stand-ins for no name."""
    known = organisation(ROR, "University of Northmere", "Department of Biology", acronyms=("UNM",))
    assert organisation_pairs([known, organisation(f"{RECORDS}a#o", name)]) == []


def test_two_ror_ids_are_two_organisations() -> None:
    """And a name that two of them have is worth less."""
    known = [organisation(iri, "Northern University") for iri in (ROR, OTHER_ROR)]
    assert organisation_pairs(known) == []
    assert organisation_pairs([*known, organisation(f"{RECORDS}a#o", "Northern University")]) == []


def instrument(iri: str, **values: Any) -> Instrument:
    """An instrument."""
    return Instrument(iri=iri, label="Confocal 1", **values)


def test_the_name_plate_tells_an_instrument() -> None:
    """Serial number with maker or model; model, owner and name together; nothing of it when something differs."""
    plate = {"serial_numbers": ("3828-004711",), "manufacturers": ("Zeiss",), "models": ("LSM 980",)}
    doi = "https://doi.org/10.5072/confocal"
    local = f"{RECORDS}a#i"
    written = {"serial_numbers": ("SN 3828004711",), "manufacturers": ("Carl Zeiss GmbH",)}
    pair = one(instrument_pairs([instrument(local, **written), instrument(doi, **plate)]))
    assert (pair.left.iri, pair.score) == (doi, 0.95)
    handle = "https://hdl.handle.net/21.5072/confocal"
    assert (
        "two persistent identifiers"
        in one(instrument_pairs([instrument(handle, **plate), instrument(doi, **plate)])).reasons[-1]
    )
    for other in (
        {**written, "manufacturers": ("Nikon",)}, {"serial_numbers": ("3828-004712",), "models": ("LSM 980",)},
        {"serial_numbers": ("3828-004711",)}, {"models": ("LSM 980",), "manufacturers": ("Zeiss",)},
    ):  # fmt: skip
        assert instrument_pairs([instrument(local, **other), instrument(doi, **plate)]) == []
    named = {"models": ("LSM 980",), "owners": ("University of Northmere",), "names": ("Confocal 1",)}
    pair = one(instrument_pairs([instrument(local, **named), instrument(doi, **named)]))
    assert pair.reasons == ("Both are a LSM 980 of University of Northmere, called “Confocal 1”.",)


def antibody(iri: str, **values: Any) -> Antibody:
    """An antibody."""
    return Antibody(iri=iri, label="anti-Iba1", **{name: (value,) for name, value in values.items()})


def test_catalogue_number_and_vendor_tell_an_antibody() -> None:
    """With RRID and without, whatever the vendor calls itself; two RRIDs of one product are told so."""
    known = antibody(RRID, catalogue_numbers="556-432", vendors="BD Biosciences")
    written = antibody(f"{RECORDS}a#ab", catalogue_numbers="556432", vendors="BD")
    pair = one(antibody_pairs([written, known]))
    assert (pair.left.iri, pair.score) == (RRID, 0.95)
    assert pair.reasons == ("Both have the catalogue number 556-432 of BD Biosciences.",)
    twice = one(
        antibody_pairs([known, antibody(OTHER_RRID, catalogue_numbers="556432", vendors="BD Pharmingen")])
    )
    assert twice.reasons[-1].startswith("They have two different RRIDs")


@pytest.mark.parametrize(
    ("values", "score"),
    [
        ({"catalogue_numbers": "556432"}, 0.55),
        ({"clones": "RM4-5", "vendors": "BD"}, 0.7),
        ({"clones": "clone RM4-5", "targets": "CD4"}, 0.5),
        ({"clones": "RM4-5"}, None),
        ({"clones": "RM4-5", "vendors": "BioLegend", "targets": "CD4"}, None),
        ({"catalogue_numbers": "556432", "vendors": "BioLegend"}, None),
        ({"catalogue_numbers": "100506", "clones": "RM4-5", "targets": "CD4"}, None),
        ({"catalogue_numbers": "556432", "clones": "GK1.5"}, None),
    ],
)
def test_weaker_evidence_about_antibodies(values: dict[str, str], score: float | None) -> None:
    """A clone counts with vendor or target; another vendor, number or clone says that it is another product."""
    known = antibody(RRID, catalogue_numbers="556432", vendors="BD", clones="RM4-5", targets="CD4")
    pairs = antibody_pairs([known, antibody(f"{RECORDS}a#ab", **values)])
    assert [pair.score for pair in pairs if score is None] == []
    if score is not None:
        assert one(pairs).score == score


def test_names_of_companies_and_parts() -> None:
    """Legal forms, brands and short forms are one company; a department alone is a part of anything."""
    assert folded_company("Becton, Dickinson and Company") == folded_company("BD Pharmingen") == "bd"
    assert same_company("BioLegend", "BioLegend Inc.")
    assert same_company("Cell Signalling Technology, Inc.", "CST")
    assert not same_company("", "")
    assert not same_company("Abcam", "Abnova")
    assert is_part(folded_name("Department of Physics"))
    assert is_part(folded_name("Core Facility"))
    assert plain_number("n/a") == ""
    assert plain_number("Cat. No. ab-1234") == "ab1234"


def test_scores_stay_between_nothing_and_sure() -> None:
    """Every combination of the table's weights is a score, more evidence never makes it smaller, and it has a word."""
    for kind in KINDS:
        table = weights(kind)
        for first in table.first:
            bare, best = table.score(first, less=table.less), table.score(first, more=table.more)
            assert 0 <= bare <= table.score(first) <= best <= 1
            assert likelihood(best)
    assert likelihood(0.0) == "possible"


def test_many_of_one_name_are_compared_only_where_more_fits() -> None:
    """A key that too many share makes pairs of those that share a narrower one; each pair comes once."""
    things = list(range(MOST_IN_BLOCK + 50))
    assert len(list(candidate_pairs(things[:40], keys=lambda _: ("a", "b")))) == 780
    pairs = list(candidate_pairs(things, keys=lambda _: ("a",), narrower=lambda thing: (f"{thing % 200}",)))
    assert 0 < len(pairs) < 800
    assert all(left % 200 == right % 200 for left, right in pairs)


def test_groups_stay_apart_when_a_decision_says_so() -> None:
    """What is apart stays apart when its groups grow; two identifiers are joined by their own pair only."""
    clusters = Clusters([ORCID, OTHER_ORCID])
    clusters.part("a", "b")
    clusters.join("b", "c")
    clusters.join("c", "d")
    assert clusters.are_one("b", "d")
    assert not clusters.may_be_one("d", "a")
    clusters.join("a", ORCID)
    clusters.join("e", OTHER_ORCID)
    assert not clusters.may_be_one("a", "e")
    assert clusters.may_be_one(ORCID, OTHER_ORCID)
    assert not clusters.may_be_one("d", ORCID)
