"""Terms by id over real HTTP: what is sent, and what each kind of answer means."""

from __future__ import annotations

import pytest

from imagegraph.adapters.ols import OlsTermSource
from imagegraph.model.ontology import PART_OF, Parent, TermName
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.ols import OlsStandIn
from imagegraph.testing.ols_answers import (
    OBO,
    OIO,
    defining_target,
    entity_target,
    first_page,
    first_term,
    list_target,
    missing,
    no_endpoint,
    second_entity,
    second_page,
    term_target,
)
from imagegraph.testing.stand_in import Reply

LIVER = OBO + "UBERON_0002107"
CONCEPT = "http://www.w3.org/2004/02/skos/core#Concept"


def test_one_request_of_the_second_version_gives_all(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """Label, synonyms with their scopes, definition instead of comment, parents and cross-references."""
    entity = second_entity(
        "UBERON_0002107",
        ["liver"],
        **{
            "definition": ["An exocrine gland."],
            OBO + "IAO_0000115": {
                "type": ["reification"], "value": "An exocrine gland.", "axioms": [{OIO + "hasDbXref": "GOC:mah"}]
            },
            "http://www.w3.org/2000/01/rdf-schema#comment": "Curators, look here.",
            OIO + "hasExactSynonym": [
                {"type": ["reification"], "value": "iecur", "axioms": [{OIO + "source": "FMA:7197"}]},
                {"type": ["reification"], "value": "LIV", "axioms": [{"oboSynonymTypeName": "abbreviation"}]},
            ],
            OIO + "hasRelatedSynonym": {"type": ["literal"], "value": "Leber", "lang": "de"},
            "directParent": [OBO + "UBERON_0002365"],
            "hierarchicalParent": [OBO + "UBERON_0002365", OBO + "UBERON_0005172"],
            "hierarchicalProperty": [PART_OF],
            OIO + "hasDbXref": ["FMA:7197"],
            OIO + "inSubset": [OBO + "uberon/core#organ_slim"],
        },
    )  # fmt: skip
    stand_in.answer(entity_target("uberon", LIVER), replies.document(entity))
    found = source.resolve("UBERON:0002107")
    assert found.term is not None
    assert (found.state, found.source, found.stale, found.detail) == ("ok", stand_in.name, False, "")
    assert found.fetched == "2026-03-01T12:00:00Z"
    assert set(found.term.names) == {
        TermName(text="liver"),
        TermName(text="iecur", kind="exact"),
        TermName(text="LIV", kind="abbreviation"),
        TermName(text="Leber", kind="related", language="de"),
    }
    assert found.term.definition == "An exocrine gland."
    assert found.term.parents == (
        Parent(iri=OBO + "UBERON_0002365"),
        Parent(iri=OBO + "UBERON_0005172", relation=PART_OF),
    )
    assert (found.term.xrefs, found.term.subsets) == (("FMA:7197",), ("organ_slim",))
    assert (found.term.ontology, found.term.defining, found.term.kind) == ("uberon", True, "class")
    assert len(stand_in.requests) == 1


def test_without_a_vocabulary_the_defining_copy_is_asked_for(
    source: OlsTermSource, stand_in: OlsStandIn
) -> None:
    """An IRI of no vocabulary that we know is looked for everywhere."""
    stand_in.answer(
        defining_target(CONCEPT),
        replies.document(
            second_page(
                [
                    second_entity(
                        "Concept", ["Concept"], base=CONCEPT.removesuffix("Concept"), ontologyId="skos"
                    )
                ]
            )
        ),
    )
    found = source.resolve(CONCEPT)
    assert (found.state, found.term and found.term.label) == ("ok", "Concept")


def test_a_host_of_the_first_version_is_asked_in_it(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """“Endpoint not found” is not “term not found”; the next term is asked for in the first version at once."""
    stand_in.answer(entity_target("uberon", LIVER), replies.document(no_endpoint(), status=404))
    liver = first_term(
        "UBERON_0002107", "liver",
        obo_synonym=[{"name": "iecur", "scope": "hasExactSynonym", "type": None, "xrefs": []}],
        synonyms=["iecur", "hepar"], description=["A note.", "An exocrine gland."],
        obo_xref=[{"database": "FMA", "id": "7197", "url": None}],
    )  # fmt: skip
    stand_in.answer(term_target("uberon", LIVER), replies.document(liver))
    found = source.resolve(LIVER)
    assert found.term is not None
    assert found.term.names == (
        TermName(text="liver"),
        TermName(text="iecur", kind="exact"),
        TermName(text="hepar", kind="related"),
    )
    assert found.term.definition == "A note.\n\nAn exocrine gland."
    assert found.term.xrefs == ("FMA:7197",)
    heart = OBO + "UBERON_0000948"
    stand_in.answer(term_target("uberon", heart), replies.document(first_term("UBERON_0000948", "heart")))
    assert source.resolve(heart).state == "ok"
    assert stand_in.targets == [
        entity_target("uberon", LIVER), term_target("uberon", LIVER), term_target("uberon", heart)
    ]  # fmt: skip


@pytest.mark.parametrize(
    "first",
    [
        replies.empty(404),
        replies.text("<html>404</html>", status=404),
        replies.document(missing(), status=404),
    ],
    ids=["empty", "html", "json"],
)
def test_a_missing_term_is_confirmed_by_the_list_of_all_copies(
    first: Reply, source: OlsTermSource, stand_in: OlsStandIn
) -> None:
    """Only an answer that was read decides; then nobody is asked again for a day."""
    stand_in.answer(entity_target("uberon", LIVER), first)
    stand_in.answer(term_target("uberon", LIVER), first)
    stand_in.answer(list_target(LIVER), replies.document(first_page([])))
    found = source.resolve(LIVER)
    assert (found.state, found.term, found.source) == ("not_found", None, stand_in.name)
    count = len(stand_in.requests)
    assert source.resolve(LIVER).state == "not_found"
    assert len(stand_in.requests) == count


def test_the_older_form_of_the_json_404_counts_too(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """With timestamp, error and path."""
    older = {
        "timestamp": 1767225600000,
        "status": 404,
        "error": "Not Found",
        "message": "Resource not found",
        "path": "/x",
    }
    for target in (entity_target("uberon", LIVER), list_target(LIVER)):
        stand_in.answer(target, replies.document(older, status=404))
    assert source.resolve(LIVER).state == "not_found"


@pytest.mark.parametrize(
    "reply",
    [
        replies.empty(404),
        replies.text("<html>404</html>", status=404),
        replies.document(no_endpoint(), status=404),
        replies.document({"status": 400, "message": "bad"}, status=400),
        replies.text("<html>Please log in</html>"),
        replies.text("<html>503</html>", status=503),
        replies.document({"unrelated": True}),
        replies.document(first_page([first_term("UBERON_0000948", "heart")])),
        replies.body(b'{"page": {'),
        replies.reset(),
    ],
    ids=[
        "empty404",
        "html404",
        "endpoint",
        "400",
        "html200",
        "html503",
        "other",
        "othe-term",
        "cut",
        "reset",
    ],
)
def test_whatever_is_no_answer_about_the_term_is_unavailable(
    reply: Reply, source: OlsTermSource, stand_in: OlsStandIn
) -> None:
    """Never `not_found`, never a traceback; the reason names the host; nothing of it is kept."""
    stand_in.answer_all(reply)
    found = source.resolve(LIVER)
    assert (found.state, found.term) == ("unavailable", None)
    assert stand_in.name in found.detail
    asked = len(stand_in.requests)
    source.resolve(LIVER)
    assert len(stand_in.requests) > asked


def test_of_many_copies_the_defining_one_is_believed(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """Copies elsewhere may carry old labels."""
    stand_in.answer(entity_target("uberon", LIVER), replies.empty(404))
    stand_in.answer(term_target("uberon", LIVER), replies.empty(404))
    copies = [
        first_term("UBERON_0002107", "liver (old)", ontology_name="efo", is_defining_ontology=False),
        first_term("UBERON_0002107", "liver"),
        first_term("UBERON_0002107", "Liver", ontology_name="hra", is_defining_ontology=True),
    ]
    stand_in.answer(list_target(LIVER), replies.document(first_page(copies)))
    found = source.resolve(LIVER)
    assert found.term is not None
    assert (found.term.label, found.term.ontology, found.detail) == ("liver", "uberon", "")


def test_of_a_term_without_a_known_home_the_copy_that_says_so_is_believed(
    source: OlsTermSource, stand_in: OlsStandIn
) -> None:
    """Whatever the order of the list."""
    base = CONCEPT.removesuffix("Concept")
    copies = [
        first_term("Concept", "old idea", base=base, ontology_name="efo", is_defining_ontology=False),
        first_term("Concept", "Concept", base=base, ontology_name="skos"),
    ]
    stand_in.answer(defining_target(CONCEPT), replies.document(second_page([])))
    stand_in.answer(list_target(CONCEPT), replies.document(first_page(copies)))
    found = source.resolve(CONCEPT)
    assert found.term is not None
    assert (found.term.label, found.term.defining) == ("Concept", True)


def test_a_copy_elsewhere_is_not_defining_whatever_it_says(
    source: OlsTermSource, stand_in: OlsStandIn
) -> None:
    """The registry knows the home of the term."""
    stand_in.answer(entity_target("uberon", LIVER), replies.document(missing(), status=404))
    copy = first_term("UBERON_0002107", "liver", ontology_name="hra", is_defining_ontology=True)
    stand_in.answer(list_target(LIVER), replies.document(first_page([copy])))
    found = source.resolve(LIVER)
    assert found.term is not None
    assert not found.term.defining
    assert "Only a copy in hra" in found.detail


def test_a_copy_that_is_not_the_defining_one_says_so(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """It is better than nothing, but its label may be old."""
    stand_in.answer(entity_target("uberon", LIVER), replies.document(missing(), status=404))
    copy = first_term("UBERON_0002107", "liver", ontology_name="efo", is_defining_ontology=False)
    stand_in.answer(list_target(LIVER), replies.document(first_page([copy])))
    found = source.resolve(LIVER)
    assert found.term is not None
    assert (found.state, found.term.defining) == ("ok", False)
    assert found.detail == "Only a copy in efo is known; its label may be out of date."


def test_individuals_among_classes_are_told_apart(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """Only the link to itself says so in the first version, the type in the second."""
    unit = OBO + "UO_0000017"
    link = {"self": {"href": "http://host/api/ontologies/uo/individuals/x"}}
    stand_in.answer(entity_target("uo", unit), replies.empty(404))
    stand_in.answer(
        term_target("uo", unit), replies.document(first_term("UO_0000017", "micrometer", _links=link))
    )
    found = source.resolve("UO:0000017")
    assert found.term is not None
    assert found.term.kind == "individual"
