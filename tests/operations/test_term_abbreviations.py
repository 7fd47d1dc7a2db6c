"""What is said at the bench finds its term first, with nothing loaded but the starter vocabulary."""

from __future__ import annotations

import pytest

from imagegraph.operations.terms.lookup import TermLookup
from imagegraph.operations.terms.questions import TermSearch


@pytest.mark.parametrize("with_field", ["no field", "its field"])
@pytest.mark.parametrize(
    ("text", "field", "label"),
    [
        ("EM", "imaging-method", "electron microscopy"),
        ("TEM", "imaging-method", "transmission electron microscopy (TEM)"),
        ("SEM", "imaging-method", "scanning electron microscopy (SEM)"),
        ("SIM", "imaging-method", "structured illumination microscopy (SIM)"),
        ("TIRF", "imaging-method", "evanescent wave microscopy"),
        ("FRET", "imaging-method", "FRET"),
        ("FLIM", "imaging-method", "FLIM"),
        ("FRAP", "imaging-method", "FRAP"),
        ("STED", "imaging-method", "stimulated emission depletion (STED)"),
        ("PALM", "imaging-method", "PALM (photoactivation localization microscopy)"),
        ("STORM", "imaging-method", "STORM (stochastic optical reconstruction microscopy)"),
        ("LSFM", "imaging-method", "SPIM"),
        ("CLEM", "imaging-method", "Correlative light and electron microscopy"),
        ("AFM", "imaging-method", "atomic force microscopy"),
        ("MRI", "imaging-method", "Magnetic Resonance Imaging"),
        ("micro-CT", "imaging-method", "X-ray computed tomography"),
        ("H&E", "contrast-mechanism", "hematoxylin"),
        ("DAPI", "fluorophore", "4',6-diamidino-2-phenylindole (DAPI)"),
        ("GFP", "fluorophore", "EGFP"),
        ("PFA", "fixation", "formaldehyde fixed tissue"),
        ("HeLa", "cell-line", "HeLa"),
        ("HEK293", "cell-line", "HEK293"),
        ("E. coli", "organism", "Escherichia coli"),
        ("S. cerevisiae", "organism", "Saccharomyces cerevisiae"),
        ("mouse", "organism", "Mus musculus"),
        ("zebrafish", "organism", "Danio rerio"),
        ("human", "organism", "Homo sapiens"),
        ("fruit fly", "organism", "Drosophila melanogaster"),
        ("µm", "unit", "Micrometre"),
        ("um", "unit", "Micrometre"),
        ("nm", "unit", "Nanometre"),
    ],
)
def test_bench_name_finds_its_term(
    lookup: TermLookup, text: str, field: str, label: str, with_field: str
) -> None:
    """The term is first, in the field where the word is used, and without one."""
    items = lookup.search(TermSearch(q=text, field=field if with_field == "its field" else None)).items
    assert items[0].term.label.casefold() == label.casefold()
    assert items[0].exact
    if with_field == "its field":
        assert items[0].inside
