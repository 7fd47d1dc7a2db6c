"""The order of hits, and the reasons."""

from __future__ import annotations

import pytest

from imagegraph.model.ontology import NameKind, Term, TermName
from imagegraph.model.vocabularies import packaged_registry
from imagegraph.operations.terms.hits import ORDER
from imagegraph.operations.terms.ranking import Hit, Ranking, rank

OBO = "http://purl.obolibrary.org/obo/"


def _term(id: str, label: str, *synonyms: tuple[str, NameKind], **more: object) -> Term:
    names = (TermName(text=label), *(TermName(text=text, kind=kind) for text, kind in synonyms))
    values: dict[str, object] = {"ontology": id.partition("_")[0].lower(), "defining": True, **more}
    return Term(iri=OBO + id, names=names, **values)  # type: ignore[arg-type]


def _rank(text: str, *terms: Term, field: str | None = None, **more: object) -> list[Hit]:
    registry = packaged_registry()
    policy = registry.fields[field] if field else None
    ranking = Ranking(registry=registry, policy=policy, **more)  # type: ignore[arg-type]
    return rank({term.iri: (term,) for term in terms}, text, ranking)


def _curies(hits: list[Hit]) -> list[str]:
    return [hit.curie for hit in hits]


def test_tiers_in_their_order() -> None:
    """A label is before a synonym, that before a beginning, before all words, before a close spelling."""
    hits = _rank(
        "confocal microscopy",
        _term("CHMO_0000005", "confocal mikroscopy"),
        _term("CHMO_0000004", "microscopy that is confocal"),
        _term("CHMO_0000003", "confocal microscopy image"),
        _term("CHMO_0000002", "scanned pinhole imaging", ("Confocal Microscopy", "exact")),
        _term("CHMO_0000001", "CONFOCAL MICROSCOPY"),
    )
    assert _curies(hits) == [f"CHMO:000000{number}" for number in range(1, 6)]
    assert [hit.match for hit in hits] == ["label", "exact synonym", "prefix", "words", "spelling"]
    assert [hit.reason for hit in hits] == [
        "exact label",
        "exact synonym",
        "beginning of “confocal microscopy image”",
        "all words in “microscopy that is confocal”",
        "close spelling of “confocal mikroscopy”",
    ]
    assert hits[1].matched == "Confocal Microscopy"


def test_what_does_not_match_is_left_out() -> None:
    """A term that a service offers though nothing in it says what was asked is no hit."""
    assert _rank("liver", _term("UBERON_0002113", "kidney")) == []


def test_a_single_letter_is_a_word() -> None:
    """H&E is not "hydrogen … elemental": single letters do not begin other words."""
    stain = _term("FBbi_00000041", "hematoxylin", ("H&E", "abbreviation"))
    analysis = _term("CHMO_0001076", "carbon, hydrogen and nitrogen elemental analysis")
    assert _curies(_rank("H&E", analysis, stain)) == ["FBbi:00000041"]


def test_own_name_is_before_a_used_synonym() -> None:
    """Among beginnings the label counts more than how often a term is used."""
    confocal = _term("FBbi_00000251", "confocal microscopy")
    spot = _term("FBbi_00000252", "single-spot microscopy", ("confocal laser scanning", "exact"))
    hits = _rank("confocal", spot, confocal, usage={spot.iri: 20})
    assert _curies(hits) == ["FBbi:00000251", "FBbi:00000252"]


def test_exact_label_is_first_whatever_its_case() -> None:
    """The species is before all that begins like it, and before what is used more."""
    strain = _term("NCBITaxon_10092", "Mus musculus domesticus")
    species = _term("NCBITaxon_10090", "Mus musculus")
    hits = _rank("mus MUSCULUS", strain, species, usage={strain.iri: 1000})
    assert _curies(hits) == ["NCBITaxon:10090", "NCBITaxon:10092"]


def test_field_prefers_its_vocabulary() -> None:
    """In a field its vocabulary is first, even when another term has the text as its label."""
    human = _term("NCBITaxon_9606", "Homo sapiens", ("human", "exact"))
    other = _term("MONDO_0000001", "human")
    hits = _rank("human", other, human, field="organism")
    assert _curies(hits) == ["NCBITaxon:9606", "MONDO:0000001"]
    assert [hit.reason for hit in hits] == [
        "exact synonym; preferred for organism",
        "exact label; outside what organism takes",
    ]
    assert [hit.inside for hit in hits] == [True, False]


def test_field_keeps_to_its_root() -> None:
    """A term of the preferred vocabulary that is not below the root of the field is outside."""
    method, stain = _term("FBbi_00000246", "fluorescence"), _term("FBbi_00000451", "fluorescence")
    hits = _rank("fluorescence", stain, method, field="imaging-method", inside=frozenset({method.iri}))
    assert _curies(hits) == ["FBbi:00000246", "FBbi:00000451"]
    assert hits[1].inside is False


def test_within_a_tier_the_home_then_use_then_length_decide() -> None:
    """Defining copies are before others, then what we use, then the shorter label, then the IRI."""
    hits = _rank(
        "cell",
        _term("PATO_0000001", "cell shape long", defining=False),
        _term("PATO_0000002", "cell shape longer"),
        _term("PATO_0000004", "cell size"),
        _term("PATO_0000003", "cell size"),
        _term("PATO_0000005", "cell shape, the longest", defining=True),
        usage={OBO + "PATO_0000005": 3},
    )
    assert _curies(hits) == ["PATO:0000005", "PATO:0000003", "PATO:0000004", "PATO:0000002", "PATO:0000001"]
    assert len(hits[0].order) == len(ORDER)


@pytest.mark.parametrize(("text", "first"), [("mM", "UO:0000063"), ("mm", "UO:0000016")])
def test_case_of_short_names_breaks_ties(text: str, first: str) -> None:
    """Two units that differ only by case are both found, the one in the case that was typed first."""
    hits = _rank(
        text,
        _term("UO_0000063", "millimolar", ("mM", "exact")),
        _term("UO_0000016", "millimeter", ("mm", "exact")),
        usage={OBO + "UO_0000016": 5},
    )
    assert hits[0].curie == first
    assert len(hits) == 2


def test_names_inside_labels_are_nearly_exact() -> None:
    """Abbreviation and long form are found in a label that has one in parentheses, behind a name of its own."""
    sted = _term("FBbi_00000334", "stimulated emission depletion (STED)")
    named = _term("FBbi_00000999", "depletion", ("STED", "exact"))
    assert _rank("sted", sted)[0].match == "abbreviation"
    assert _rank("Stimulated emission depletion", sted)[0].match == "exact synonym"
    assert _curies(_rank("STED", sted, named)) == ["FBbi:00000999", "FBbi:00000334"]


def test_obsolete_term_leads_to_the_end_of_its_chain() -> None:
    """A label of an obsolete term finds what replaces it in the end, with the reason; the obsolete one on demand."""
    old = _term("FBbi_00000001", "old name", obsolete=True, replaced_by=(OBO + "FBbi_00000002",))
    middle = _term("FBbi_00000002", "newer name", obsolete=True, replaced_by=("FBbi:00000003",))
    new = _term("FBbi_00000003", "newest name")
    hits = _rank("old name", old, middle, new)
    assert _curies(hits) == ["FBbi:00000003"]
    assert hits[0].reason == "replaces obsolete FBbi:00000001, which has this label"
    assert hits[0].replaces == old.iri
    both = _rank("old name", old, middle, new, obsolete=True)
    assert _curies(both) == ["FBbi:00000003", "FBbi:00000001"]
    assert both[1].obsolete
    assert both[1].replaced_by == (OBO + "FBbi_00000003", OBO + "FBbi_00000002")


def test_obsolete_term_never_wins() -> None:
    """An obsolete term without replacement is last and says so, even when it alone has the label."""
    old = _term("FBbi_00000001", "widefield", obsolete=True)
    near = _term("FBbi_00000002", "widefield microscopy")
    hits = _rank("widefield", old, near)
    assert _curies(hits) == ["FBbi:00000002", "FBbi:00000001"]
    assert hits[1].reason == "exact label; obsolete, nothing replaces it"


def test_cycle_of_replacements_ends() -> None:
    """Terms that replace each other are listed as obsolete, nothing hangs."""
    one = _term("FBbi_00000001", "one", obsolete=True, replaced_by=(OBO + "FBbi_00000002",))
    two = _term("FBbi_00000002", "two", obsolete=True, replaced_by=(OBO + "FBbi_00000001",))
    hits = _rank("one", one, two)
    assert [(hit.curie, hit.obsolete) for hit in hits] == [("FBbi:00000001", True)]


def test_several_replacements_need_a_person() -> None:
    """Each of several replacements says that one must choose; also when they stand in one sentence."""
    old = _term(
        "DUO_0000005", "general use", obsolete=True,
        replaced_by=("General Research Use, FBbi_00000042\nClinical Use, FBbi_00000043",),
    )  # fmt: skip
    hits = _rank("general use", old, _term("FBbi_00000042", "a"), _term("FBbi_00000043", "b"))
    assert _curies(hits) == ["FBbi:00000042", "FBbi:00000043"]
    assert all("one of 2" in hit.reason and hit.reason.endswith("choose") for hit in hits)


def test_id_finds_its_term_first() -> None:
    """What is an id finds that term, also an obsolete one, behind what replaces it."""
    term = _term("FBbi_00000246", "fluorescence microscopy")
    hits = _rank("obo:FBbi_00000246", term, ids=(term.iri,))
    assert (hits[0].match, hits[0].reason, hits[0].tier) == ("id", "its id", 0)
    old = _term("FBbi_00000001", "old", obsolete=True, replaced_by=(term.iri,))
    assert _curies(_rank("FBbi:00000001", old, term, ids=(old.iri,))) == ["FBbi:00000246", "FBbi:00000001"]


def test_same_concept_is_one_hit() -> None:
    """The same label in vocabularies that serve one field is one hit, with the one to use in front."""
    ours = _term("FBbi_00000257", "scanning electron microscopy (SEM)")
    theirs = _term("CHMO_0000073", "scanning electron microscopy")
    hits = _rank(
        "scanning electron microscopy", theirs, ours, field="imaging-method", inside=frozenset({ours.iri})
    )
    assert _curies(hits) == ["FBbi:00000257"]
    assert [(same.curie, same.why) for same in hits[0].same_as] == [("CHMO:0000073", "same label")]


def test_preferred_term_leads_its_concept() -> None:
    """The term to use is in front of its concept, also when only another vocabulary has the name that was typed."""
    ours = _term("FBbi_00000246", "fluorescence microscopy")
    theirs = _term("CHMO_0000087", "fluorescence microscopy", ("microscopy by fluorescence", "exact"))
    hits = _rank(
        "Microscopy by fluorescence", theirs, ours, field="imaging-method", inside=frozenset({ours.iri})
    )
    assert _curies(hits) == ["FBbi:00000246"]
    assert hits[0].reason == "exact synonym of CHMO:0000087, the same concept; preferred for imaging method"
    assert [same.curie for same in hits[0].same_as] == ["CHMO:0000087"]


def test_mutual_cross_references_are_one_hit() -> None:
    """Terms that name each other are one concept; a reference in one direction is not enough."""
    one = _term("UBERON_0002107", "liver", xrefs=("MONDO:0000887",))
    two = _term("MONDO_0000887", "the liver", ("liver", "exact"), xrefs=("UBERON:0002107",))
    assert [same.why for same in _rank("liver", one, two)[0].same_as] == ["cross-reference"]
    alone = _term("MONDO_0000887", "the liver", ("liver", "exact"))
    assert len(_rank("liver", one, alone)) == 2


def test_homonyms_stay_apart() -> None:
    """Two terms of one vocabulary with the same label are two hits."""
    assert (
        len(
            _rank("Drosophila", _term("NCBITaxon_7215", "Drosophila"), _term("NCBITaxon_32281", "Drosophila"))
        )
        == 2
    )


def test_shortened_genus() -> None:
    """A species is found with its genus shortened, its strains behind."""
    hits = _rank(
        "E. coli",
        _term("NCBITaxon_511693", "Escherichia coli BL21"),
        _term("NCBITaxon_562", "Escherichia coli"),
        _term("NCBITaxon_5763", "Naegleria coli"),
    )
    assert hits[0].curie == "NCBITaxon:562"
    assert hits[0].match == "abbreviation"


def test_language_of_labels() -> None:
    """The label is shown in the language that was asked for, else in English; a hit in another language says so."""
    term = Term(
        iri=OBO + "FBbi_00000241",
        names=(TermName(text="microscopy", language="en"), TermName(text="Mikroskopie", language="de")),
        ontology="fbbi",
    )
    hits = _rank("mikroskopie", term, languages=("fr", "de-AT"))
    assert (hits[0].label, hits[0].language, hits[0].reason) == ("Mikroskopie", "de", "exact label (de)")
    assert _rank("mikroskopie", term)[0].label == "microscopy"


def test_label_of_the_home_is_shown() -> None:
    """Among copies in English the home's label is shown, though it states no language; other languages come from any."""
    home = _term("FBbi_00000241", "microscopy")
    copy = Term(
        iri=home.iri,
        names=(TermName(text="old microscopy", language="en"), TermName(text="Mikroskopie", language="de")),
        ontology="fbbi",
    )
    registry = packaged_registry()
    for languages, label in (
        (("en",), "microscopy"),
        (("de",), "Mikroskopie"),
        (("nl", "de"), "Mikroskopie"),
    ):
        ranking = Ranking(registry=registry, languages=languages)
        assert rank({home.iri: (home, copy)}, "microscopy", ranking)[0].label == label
    assert (
        rank({home.iri: (home, copy)}, "microscopy", Ranking(registry=registry, languages=("nl",)))[
            0
        ].language
        == ""
    )


def test_term_without_a_label() -> None:
    """A term that has no label is found by its id and shown as the end of its IRI."""
    term = Term(iri=OBO + "FBbi_00000777", ontology="fbbi")
    hits = _rank("FBbi:00000777", term, ids=(term.iri,))
    assert (hits[0].label, hits[0].language) == ("FBbi_00000777", "")


def test_endless_chain_of_replacements_ends() -> None:
    """A chain that is longer than any real one is cut, and what names itself as its replacement is obsolete."""
    chain = [
        _term(f"FBbi_{n:08}", f"name {n}", obsolete=True, replaced_by=(f"FBbi:{n + 1:08}",))
        for n in range(200)
    ]
    assert [hit.obsolete for hit in _rank("name 0", *chain)][:1] == [True]
    itself = _term("FBbi_00000001", "itself", obsolete=True, replaced_by=("FBbi:00000001",))
    assert _rank("itself", itself)[0].obsolete


def test_language_that_was_not_asked_for_is_behind() -> None:
    """The French word for spleen is behind the English word that is spelt like it, unless French is asked for."""
    spleen = Term(
        iri=OBO + "UBERON_0002106",
        names=(TermName(text="spleen"), TermName(text="rate", language="fr")),
        ontology="uberon",
        defining=True,
    )
    rate = _term("MS_0000161", "rate")
    assert _curies(_rank("rate", spleen, rate)) == ["MS:0000161", "UBERON:0002106"]
    assert _curies(_rank("rate", spleen, rate, languages=("fr",)))[0] == "UBERON:0002106"
    rat = Term(
        iri=OBO + "NCBITaxon_10116",
        names=(TermName(text="rat", language="fr"), TermName(text="rat", kind="exact", language="en")),
    )
    assert _rank("rat", rat)[0].reason == "exact synonym"


def test_order_is_the_same_whatever_comes_in_first() -> None:
    """The order of the candidates does not matter."""
    terms = [_term(f"PATO_000000{number}", f"cell {number}") for number in range(9)]
    assert _curies(_rank("cell", *terms)) == _curies(_rank("cell", *reversed(terms)))
