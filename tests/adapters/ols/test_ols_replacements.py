"""Obsolete terms: every way in which OLS names what to use instead, and the chain followed to its end."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from imagegraph.adapters.ols import OlsTermSource
from imagegraph.adapters.ols.chains import MOST_STEPS
from imagegraph.adapters.ols.successors import find_successors
from imagegraph.model.vocabularies import VocabularyRegistry
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.ols import OlsStandIn
from imagegraph.testing.ols_answers import (
    OBO,
    OIO,
    REPLACED_BY,
    entity_target,
    first_hits,
    first_page,
    first_term,
    list_target,
    missing,
    no_endpoint,
    second_entity,
    second_page,
    term_target,
)

OLD = OBO + "UBERON_0000001"
NEW = OBO + "UBERON_0000002"
NEWEST = OBO + "UBERON_0000003"
OTHER = OBO + "UBERON_0000004"


def tell(stand_in: OlsStandIn, iri: str, label: str = "a term", **members: Any) -> None:
    """Let the stand-in describe a term of UBERON in the second version."""
    entity = second_entity(iri.removeprefix(OBO), [label], **members)
    stand_in.answer(entity_target("uberon", iri), replies.document(entity))


@pytest.mark.parametrize(
    "said",
    [NEW, f" {NEW} ", f"<{NEW}>", "UBERON:0000002", "uberon:0000002", "UBERON_0000002", "obo:UBERON_0000002",
     "Use UBERON:0000002 instead.", "liver part, UBERON_0000002\n", [NEW, "UBERON:0000002"],
     {"type": ["reification"], "value": NEW, "axioms": [{}]}],
)  # fmt: skip
def test_one_replacement_in_any_spelling(said: Any, source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """IRI, CURIE, short form, alone or in a sentence: the term is replaced."""
    tell(stand_in, OLD, isObsolete=True, **{REPLACED_BY: said})
    tell(stand_in, NEW)
    found = source.resolve(OLD)
    assert found.term is not None
    assert (found.state, found.successors, found.term.iri) == ("replaced", (NEW,), OLD)
    assert found.term.replaced_by == (NEW,)


def test_several_lines_with_several_ids_need_a_person(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """As the Data Use Ontology writes it; its prefix is in no registry of ours."""
    iri = OBO + "DUO_0000005"
    said = "General Research Use, DUO_0000042\nClinical Care USe, DUO_0000043"
    term = first_term("DUO_0000005", "obsolete general research use", is_obsolete=True, term_replaced_by=said)
    stand_in.answer(entity_target("duo", iri), replies.document(no_endpoint(), status=404))
    stand_in.answer(term_target("duo", iri), replies.document(term))
    found = source.resolve(iri, ontology="duo")
    assert (found.state, found.successors) == ("ambiguous", (OBO + "DUO_0000042", OBO + "DUO_0000043"))
    assert "a person must choose" in found.detail


def test_a_label_in_place_of_an_id_is_looked_up(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """In the same ontology, by its exact label; a hit that only resembles it is not taken."""
    tell(stand_in, OLD, isObsolete=True, **{REPLACED_BY: "Liver lobule"})
    tell(stand_in, NEW, "liver lobule")
    hits = [
        second_entity("UBERON_0000003", ["liver lobule of newborn"]),
        second_entity("UBERON_0000002", ["liver lobule"]),
    ]
    stand_in.answer(
        "v2/entities?search=Liver%20lobule&size=20&includeObsoleteEntities=false&ontologyId=uberon",
        replies.document(second_page(hits)),
    )
    found = source.resolve(OLD)
    assert (found.state, found.successors) == ("replaced", (NEW,))


def test_a_label_that_nothing_has_is_quoted(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """The term is obsolete; what the service says is not lost."""
    tell(stand_in, OLD, isObsolete=True, **{REPLACED_BY: "see the manual"})
    stand_in.answer(
        "v2/entities?search=see%20the%20manual&size=20&includeObsoleteEntities=false&ontologyId=uberon",
        replies.document(second_page([])),
    )
    found = source.resolve(OLD)
    assert (found.state, found.successors) == ("obsolete", ())
    assert "“see the manual”" in found.detail


def test_the_chain_is_followed_to_its_end(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """What to use today stands first."""
    tell(stand_in, OLD, isObsolete=True, **{REPLACED_BY: NEW})
    tell(stand_in, NEW, isObsolete=True, **{REPLACED_BY: "UBERON:0000003"})
    tell(stand_in, NEWEST)
    found = source.resolve(OLD)
    assert (found.state, found.successors, found.detail) == ("replaced", (NEWEST, NEW), "")
    assert len(stand_in.requests) == 3


def test_a_chain_that_branches_needs_a_person(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """The candidates are those at the branch."""
    tell(stand_in, OLD, isObsolete=True, **{REPLACED_BY: NEW})
    tell(stand_in, NEW, isObsolete=True, **{REPLACED_BY: [NEWEST, OTHER]})
    found = source.resolve(OLD)
    assert (found.state, found.successors) == ("ambiguous", (NEWEST, OTHER))


def test_a_chain_that_ends_in_nothing_is_obsolete(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """Its end cannot be used, so it is not offered."""
    tell(stand_in, OLD, isObsolete=True, **{REPLACED_BY: NEW})
    tell(stand_in, NEW, isObsolete=True)
    found = source.resolve(OLD)
    assert (found.state, found.successors) == ("obsolete", ())
    assert NEW in found.detail


def test_a_circle_ends(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """Two obsolete terms that name each other are asked for once each."""
    tell(stand_in, OLD, isObsolete=True, **{REPLACED_BY: NEW})
    tell(stand_in, NEW, isObsolete=True, **{REPLACED_BY: OLD})
    found = source.resolve(OLD)
    assert (found.state, found.successors) == ("obsolete", ())
    assert "in a circle" in found.detail
    assert len(stand_in.requests) == 2


def test_a_term_that_replaces_itself_is_only_obsolete(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """Its own id is no successor."""
    tell(stand_in, OLD, isObsolete=True, **{REPLACED_BY: OLD})
    assert source.resolve(OLD).state == "obsolete"


def test_an_endless_chain_ends(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """After so many steps it is said that it goes on."""
    for number in range(1, 40):
        after = f"{OBO}UBERON_{number + 1:07d}"
        tell(stand_in, f"{OBO}UBERON_{number:07d}", isObsolete=True, **{REPLACED_BY: after})
    found = source.resolve(OLD)
    assert (found.state, len(found.successors)) == ("replaced", MOST_STEPS)
    assert f"{MOST_STEPS} steps only" in found.detail
    assert len(stand_in.requests) == MOST_STEPS


def test_a_replacement_that_cannot_be_looked_up_is_still_named(
    source: OlsTermSource, stand_in: OlsStandIn
) -> None:
    """With a word of warning."""
    tell(stand_in, OLD, isObsolete=True, **{REPLACED_BY: NEW})
    stand_in.answer(entity_target("uberon", NEW), replies.text("<html>", status=503))
    found = source.resolve(OLD)
    assert (found.state, found.successors) == ("replaced", (NEW,))
    assert f"The replacement {NEW} could not be looked up." in found.detail


def test_a_replacement_that_does_not_exist_is_named_with_a_warning(
    source: OlsTermSource, stand_in: OlsStandIn
) -> None:
    """The service says so itself."""
    tell(stand_in, OLD, isObsolete=True, **{REPLACED_BY: NEW})
    for target in (entity_target("uberon", NEW), list_target(NEW)):
        stand_in.answer(target, replies.document(missing(), status=404))
    found = source.resolve(OLD)
    assert (found.state, found.successors) == ("replaced", (NEW,))
    assert "is not known there" in found.detail


@pytest.mark.parametrize(
    "label", ["obsolete liver bit", "OBSOLETE: liver bit", "Obsolete. liver bit", "obsolete_bit"]
)
def test_a_label_may_say_that_a_term_is_obsolete(
    label: str, source: OlsTermSource, stand_in: OlsStandIn
) -> None:
    """Some ontologies set no flag."""
    tell(stand_in, OLD, label)
    found = source.resolve(OLD)
    assert found.term is not None
    assert (found.state, found.term.obsolete) == ("obsolete", True)


@pytest.mark.parametrize("label", ["obsolescence", "non-obsolete liver", "obsoletely named"])
def test_a_word_that_only_resembles_it_does_not(
    label: str, source: OlsTermSource, stand_in: OlsStandIn
) -> None:
    """The term is good."""
    tell(stand_in, OLD, label)
    assert source.resolve(OLD).state == "ok"


def test_terms_to_consider_are_no_successors(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """They are named for a person to choose from, from the reason for obsolescence too."""
    reason = "http://www.ebi.ac.uk/efo/reason_for_obsolescence"
    tell(
        stand_in,
        OLD,
        isObsolete=True,
        **{OIO + "consider": "UBERON:0000002", reason: "use PATO_0000047 instead."},
    )
    found = source.resolve(OLD)
    assert found.term is not None
    assert (found.state, found.successors) == ("obsolete", ())
    assert found.term.consider == (NEW, OBO + "PATO_0000047")
    assert NEW in found.detail


def test_a_living_term_has_no_replacement(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """Whatever stands in the field."""
    tell(stand_in, OLD, **{REPLACED_BY: NEW})
    found = source.resolve(OLD)
    assert found.term is not None
    assert (found.state, found.term.replaced_by) == ("ok", ())


@pytest.mark.parametrize(
    ("said", "about", "iris"),
    [
        ("MONDO:0005135", "http://www.ebi.ac.uk/efo/EFO_0001067", ["MONDO_0005135"]),
        ("EFO:0000001", OLD, ["http://www.ebi.ac.uk/efo/EFO_0000001"]),
        ("OGMS:0000063", OLD, ["OGMS_0000063"]),
        ("OGMS:0000063", "http://www.ebi.ac.uk/efo/EFO_0001067", []),
        (
            "http://example.org/a, http://example.org/b.",
            OLD,
            ["http://example.org/a", "http://example.org/b"],
        ),
        ("http://www.w3.org/2004/02/skos/core#Concept", OLD, ["http://www.w3.org/2004/02/skos/core#Concept"]),
        ("javascript:alert(1)", OLD, []),
        ("http://localhost/x", OLD, []),
        ("liver", OLD, []),
        ("see PMID:12345678 and GOC:mah", OLD, []),
        ("A" * 100_000 + ":1", OLD, []),
        ("a_" * 50_000, OLD, []),
        ("((((((((((((" * 10_000, OLD, []),
    ],
)
def test_ids_are_found_in_texts(said: str, about: str, iris: list[str], registry: VocabularyRegistry) -> None:
    """By the registry, by the term's own prefix, by the OBO rule; quickly, however long the text is."""
    expected = tuple(iri if ":" in iri else OBO + iri for iri in iris)
    assert find_successors(said, about=about, registry=registry) == expected


def test_a_label_is_looked_up_in_the_first_version_too(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """Hits of the first version are looked up themselves, since they do not say whether they are obsolete."""
    stand_in.answer(entity_target("uberon", OLD), replies.document(no_endpoint(), status=404))
    old = first_term("UBERON_0000001", "old", is_obsolete=True, term_replaced_by="lobule")
    new = first_term("UBERON_0000002", "lobule")
    stand_in.answer(term_target("uberon", OLD), replies.document(old))
    stand_in.answer(term_target("uberon", NEW), replies.document(new))
    query = f"search?q=lobule&rows=20&start=0&queryFields={quote('label,synonym', safe='')}"
    stand_in.answer(
        f"{query}&type=class&obsoletes=false&ontology=uberon", replies.document(first_hits([new]))
    )
    assert source.resolve(OLD).successors == (NEW,)


def test_an_empty_page_is_read(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """HAL leaves `_embedded` out of it."""
    stand_in.answer(entity_target("uberon", OLD), replies.document(missing(), status=404))
    stand_in.answer(list_target(OLD), replies.document(first_page([])))
    assert source.resolve(OLD).state == "not_found"
