"""Candidates for columns and texts: what is found where, how sure, and that nothing is chosen silently."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from imagegraph.errors import BadParameter
from imagegraph.operations.terms.annotation import MOST_CHARACTERS, MOST_STRINGS, Mention, TermAnnotator
from imagegraph.operations.terms.lookup import TermLookup
from imagegraph.ports.terms import Resolution, TermScope


def _first(mentions: tuple[Mention, ...]) -> list[tuple[str, str]]:
    return [
        (mention.text, mention.candidates[0].hit.curie if mention.candidates else "") for mention in mentions
    ]


@pytest.mark.parametrize(
    ("string", "field", "found"),
    [
        ("Mus musculus", "organism", [("Mus musculus", "NCBITaxon:10090")]),
        ("  mouse ", "organism", [("mouse", "NCBITaxon:10090")]),
        ("NCBITaxon_10090", "organism", [("NCBITaxon_10090", "NCBITaxon:10090")]),
        ("Homo sapiens (human)", "organism", [("Homo sapiens", "NCBITaxon:9606"), ("human", "NCBITaxon:9606")]),
        ("mouse and human", "organism", [("mouse", "NCBITaxon:10090"), ("human", "NCBITaxon:9606")]),
        ("EM/TEM", "imaging-method", [("EM", "FBbi:00000256"), ("TEM", "FBbi:00000258")]),
        ("H&E", None, [("H&E", "FBbi:00000041")]),
        ("fluorecence microscopy", "imaging-method", [("fluorecence microscopy", "FBbi:00000246")]),
        ("human HeLa cells, STED", None, [("human", "NCBITaxon:9606"), ("HeLa cells", "RRID:CVCL_0030"), ("STED", "FBbi:00000334")]),
        ("n/a", "organism", [("n/a", "")]),
        ("qwrtz", "organism", [("qwrtz", "")]),
        ("—", "organism", [("—", "")]),
        ("", "organism", []),
    ],
)  # fmt: skip
def test_strings_of_a_column(
    lookup: TermLookup, string: str, field: str | None, found: list[tuple[str, str]]
) -> None:
    """A string is a name as a whole, or its parts are; offsets lead back to it."""
    annotation = TermAnnotator(lookup, field=field).column([string])[0]
    if string.startswith("human HeLa"):
        found = [("human HeLa cells", ""), ("STED", "FBbi:00000334")]
    assert _first(annotation.mentions) == found
    assert all(string[mention.start : mention.end] == mention.text for mention in annotation.mentions)


def test_part_that_is_no_name_stays(lookup: TermLookup) -> None:
    """Of "fixed tissue, fluorescence microscopy" both parts are told, the first one with what comes near."""
    annotation = TermAnnotator(lookup, field="imaging-method").column(
        ["fixed tissue, fluorescence microscopy"]
    )[0]
    first, second = annotation.mentions
    assert first.text == "fixed tissue"
    assert first.choice is None
    assert (second.text, second.status) == ("fluorescence microscopy", "suggested")


def test_choice_is_only_suggested(lookup: TermLookup) -> None:
    """A choice needs a field and one exact name in its preferred vocabulary; near, other and no fields leave it open."""

    def choice(string: str, field: str | None) -> tuple[str | None, str]:
        mention = TermAnnotator(lookup, field=field).column([string])[0].mentions[0]
        return mention.choice, mention.status

    assert choice("Homo Sapiens", "organism") == (
        "http://purl.obolibrary.org/obo/NCBITaxon_9606",
        "suggested",
    )
    assert choice("Homo sapiens", None) == (None, "open")
    assert choice("homo sapien", "organism") == (None, "open")
    assert choice("kidney", "organism") == (None, "open")
    assert choice("qwrtz", "organism") == (None, "unknown")


def test_confidence_follows_the_reasons(lookup: TermLookup) -> None:
    """An id is surer than a label, that than a synonym, that than a misspelt name, that than one outside the field."""

    def confidence(string: str, field: str = "organism") -> float:
        return TermAnnotator(lookup, field=field).column([string])[0].mentions[0].candidates[0].confidence

    values = [
        confidence(text)
        for text in ("NCBITaxon:10090", "Mus musculus", "mouse", "Mus muscolus", "Mus musc", "kidney")
    ]
    assert values[:4] == sorted(values[:4], reverse=True)
    assert len(set(values[:4])) == 4
    assert 0 < values[4] < values[2]
    assert values[5] < 0.5
    assert values[0] == 1


def test_names_in_a_text(lookup: TermLookup) -> None:
    """The longest names are found with their places; short ones only in the case that they are written in."""
    text = (
        "HeLa cells were imaged by spinning disk confocal microscopy\nand STED; E. coli by light-sheet microscopy. "
        "A sim of no importance, em, and the transmission electron\nmicroscopy of kidney."
    )
    annotation = TermAnnotator(lookup).text(text)
    assert _first(annotation.mentions) == [
        ("HeLa cells", "RRID:CVCL_0030"),
        ("spinning disk confocal microscopy", "FBbi:00000253"),
        ("STED", "FBbi:00000334"),
        ("E. coli", "NCBITaxon:562"),
        ("light-sheet microscopy", "FBbi:00000369"),
        ("transmission electron\nmicroscopy", "FBbi:00000258"),
        ("kidney", "UBERON:0002113"),
    ]
    assert all(text[mention.start : mention.end] == mention.text for mention in annotation.mentions)


def test_names_in_a_text_for_a_field(lookup: TermLookup) -> None:
    """With a field only the names of what it takes are found."""
    annotation = TermAnnotator(lookup, field="organism").text("kidney of a mouse by STED")
    assert _first(annotation.mentions) == [("mouse", "NCBITaxon:10090")]


def test_scope_of_annotation(lookup: TermLookup) -> None:
    """Candidates can be kept in some vocabularies."""
    found = TermAnnotator(lookup, ontologies=("FBbi",)).column(["human", "STED"])
    assert [_first(one.mentions)[0][1] for one in found] == ["", "FBbi:00000334"]


class _Forbidden:
    """A service elsewhere that must not be asked."""

    def resolve(self, iri: str, *, ontology: str | None = None) -> Resolution:
        """Not this one."""
        raise AssertionError(iri)

    def search(self, text: str, *, scope: TermScope, limit: int) -> Resolution:  # type: ignore[override]
        """Nor this one."""
        raise AssertionError(text)


def test_columns_are_never_sent_elsewhere(lookup: TermLookup) -> None:
    """What people hand in may be unpublished: no remote service sees it."""
    remote = TermLookup(lookup.index, lookup.registry, _Forbidden())  # type: ignore[arg-type]
    annotator = TermAnnotator(remote)
    assert annotator.column(["qwrtz unknown", "CL:9999999"])[0].mentions[0].candidates == ()
    assert annotator.text("qwrtz unknown").mentions == ()


def test_limits(lookup: TermLookup) -> None:
    """Too many strings, too long a text, an unknown field and an unusable limit are refused as parameters."""
    with pytest.raises(BadParameter, match="at most 10,000"):
        TermAnnotator(lookup).column(["a"] * (MOST_STRINGS + 1))
    with pytest.raises(BadParameter, match="send it in parts"):
        TermAnnotator(lookup).text("a" * (MOST_CHARACTERS + 1))
    with pytest.raises(BadParameter, match="Did you mean organism"):
        TermAnnotator(lookup, field="organisms")
    with pytest.raises(BadParameter, match="Did you mean fbbi"):
        TermAnnotator(lookup, ontologies=["fbi"])
    with pytest.raises(BadParameter, match="limit"):
        TermAnnotator(lookup, limit=0)


def test_equal_strings_are_looked_up_once(lookup: TermLookup) -> None:
    """A column of many equal strings gives equal answers, one for each."""
    found = TermAnnotator(lookup, field="organism").column(["Homo sapiens (human)", "mouse"] * 5_000)
    assert len(found) == 10_000
    assert found[0] is found[-2]


def test_hostile_texts_end(lookup: TermLookup) -> None:
    """Texts made to be slow are answered: single letters, endless words, separators, other scripts."""
    random = Random(3)  # noqa: S311 - reproducible text, no secret
    pairs = " ".join(random.choice("abcdefgh") + random.choice("ijklmnop") for _ in range(3_000))
    for text in (
        "a b c d " * 1_250,
        "x" * 10_000,
        "a," * 5_000,
        "(" * 10_000,
        "خلية حية " * 1_000,
        pairs,
        "E. " * 3_000,
    ):
        annotation = TermAnnotator(lookup).text(text)
        assert all(mention.candidates for mention in annotation.mentions)
        assert TermAnnotator(lookup).column([text[:MOST_CHARACTERS]])


@settings(max_examples=60, deadline=None)
@given(
    text=st.lists(
        st.one_of(st.characters(), st.sampled_from(["\ud800", "\x00", "mouse ", "EM/", "(", ". "]))
    ).map("".join)
)
@example(text="0 \u064b")
def test_whatever_is_annotated(lookup: TermLookup, text: str) -> None:
    """Any text is annotated, with places that lie in it, in order and apart."""
    annotator = TermAnnotator(lookup, field="organism")
    for annotation in (annotator.text(text), *annotator.column([text])):
        ends = [0, *(mention.end for mention in annotation.mentions)]
        assert all(end <= mention.start for end, mention in zip(ends, annotation.mentions, strict=False))
        assert all(text[mention.start : mention.end] == mention.text for mention in annotation.mentions)
