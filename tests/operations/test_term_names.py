"""What a term is called, and whether a text is one of its names."""

from __future__ import annotations

import pytest

from imagegraph.model.ontology import Term, TermName
from imagegraph.operations.terms.names import label_belongs, spoken_names
from imagegraph.operations.terms.respelling import loose, rewritten

IRI = "http://purl.obolibrary.org/obo/FBbi_00009999"


def _term(*labels: str, **more: object) -> Term:
    return Term(iri=IRI, names=tuple(TermName(text=label) for label in labels), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("stimulated emission depletion (STED)", {"stimulated emission depletion", "STED"}),
        ("STORM (stochastic optical reconstruction microscopy)", {"STORM", "stochastic optical reconstruction microscopy"}),
        ("focussed ion beam SEM (FIB-SEM)", {"focussed ion beam SEM", "FIB-SEM"}),
        ("differential interference contrast (DIC) microscopy",
         {"differential interference contrast microscopy", "DIC microscopy", "DIC"}),
        ("Nomarski differential interference contrast (DIC) microscopy",
         {"Nomarski differential interference contrast microscopy", "Nomarski DIC microscopy"}),
        ("single plane illumination (SPIM), cylindrical lens",
         {"single plane illumination , cylindrical lens", "SPIM , cylindrical lens"}),
        ("Mus (genus)", set()),
        ("inelastic scattering of photons (Raman scattering)", set()),
        ("electron microscopy", set()),
        ("(", set()),
        ("a (b) c (DEF)", set()),
    ],
)  # fmt: skip
def test_names_inside_a_label(label: str, names: set[str]) -> None:
    """An abbreviation in parentheses and what it abbreviates are names; a qualifier in parentheses is none."""
    assert {name.text for name in spoken_names([_term(label)]) if name.derived} == names


def test_labels_of_later_copies_are_synonyms() -> None:
    """What a later copy calls a term is a synonym, but its labels in other languages are labels."""
    home = _term("microscopy", defining=True)
    later = Term(iri=IRI, names=(TermName(text="micro"), TermName(text="Mikroskopie", language="de")))
    kinds = {name.text: name.kind for name in spoken_names([home, later])}
    assert kinds == {"microscopy": "label", "micro": "exact", "Mikroskopie": "label"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("light sheet", "lightsheet"),
        ("labelled fibres", "labeled fiber"),
        ("coloured tumour", "colored tumor"),
        ("anaesthesia", "anesthesia"),
        ("oesophagus", "esophagus"),
        ("haemoglobin", "hemoglobin"),
        ("localisation", "localization"),
        ("micrometres", "micrometer"),
        ("mitochondria", "mitochondria"),
        ("μm", "um"),
        ("grey scale", "grayscale"),
        ("nuclei", "nucleus"),
        ("β tubulin", "beta tubulin"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    """British and American, plural and singular, joined and split words are one name."""
    assert loose(one) == loose(other)


@pytest.mark.parametrize(("one", "other"), [("microscopy", "microscope"), ("mus", "mu"), ("glass", "glas")])
def test_spellings_of_two_names(one: str, other: str) -> None:
    """A method is no instrument, and an s at the end is not always a plural."""
    assert loose(one) != loose(other)


@pytest.mark.parametrize(
    ("text", "belongs"),
    [
        ("Stimulated Emission Depletion [STED]", "yes"),
        ("déplétion par émission", "yes"),
        ("STED", "nearly"),
        ("stimulated emission depletions", "nearly"),
        ("photoacoustic microscopy", "no"),
        ("", "no"),
        ("—", "no"),
    ],
)
def test_labels_that_belong(text: str, belongs: str) -> None:
    """Case, accents and punctuation do not matter; a part of a name is nearly one; another text is not."""
    term = Term(
        iri=IRI,
        names=(
            TermName(text="stimulated emission depletion (STED)"),
            TermName(text="depletion par emission", language="fr", kind="exact"),
        ),
    )
    assert label_belongs([term], text) == belongs


def test_label_of_an_unknown_term() -> None:
    """Nothing is said about the label of a term that nobody knows."""
    assert label_belongs([], "microscopy") == "unknown"


def test_label_of_an_obsolete_term() -> None:
    """The word "obsolete" in front is no part of a name."""
    assert label_belongs([_term("obsolete confocal", obsolete=True)], "confocal") == "yes"


def test_rewriting_is_bounded() -> None:
    """However long a text is, it is rewritten in few ways."""
    assert len(rewritten(" ".join(["lightsheet"] * 1000), str.isdigit)) < 30
    assert all(len(key) < 40 for key in rewritten("x" * 10_000, str.isdigit))
