"""Spellings of identifiers and terms that real files contain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imagegraph.model.identifiers import LONGEST, is_placeholder, normalise_iri, orcid_checksum, ror_checksum

HUMAN = "http://purl.obolibrary.org/obo/NCBITaxon_9606"
FLUORESCENCE = "http://purl.obolibrary.org/obo/FBbi_00000246"


@pytest.mark.parametrize(
    ("text", "iri"),
    [
        ("0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"),
        ("0000000218250097", "https://orcid.org/0000-0002-1825-0097"),
        ("http://orcid.org/0000-0002-1825-0097/", "https://orcid.org/0000-0002-1825-0097"),
        ("https://www.orcid.org/0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"),
        ("orcid:0000-0002-1694-233x", "https://orcid.org/0000-0002-1694-233X"),
        ("https://orcid.org/0000000218250097", "https://orcid.org/0000-0002-1825-0097"),
        ("03mstc592", "https://ror.org/03mstc592"),
        ("HTTPS://ROR.ORG/03MSTC592", "https://ror.org/03mstc592"),
        ("ror.org/02catss52", "https://ror.org/02catss52"),
        ("https://doi.org/10.5281/ZENODO.48440", "https://doi.org/10.5281/zenodo.48440"),
        ("http://dx.doi.org/10.7554/eLife.01567", "https://doi.org/10.7554/elife.01567"),
        ("doi:10.15151/ESRF-INSTR-GCO8", "https://doi.org/10.15151/esrf-instr-gco8"),
        ("https://doi.org/10.1000%2F182", "https://doi.org/10.1000/182"),
        ("10.82433/08qf-ee96", "https://doi.org/10.82433/08qf-ee96"),
        ("RRID:AB_90755", "https://identifiers.org/RRID:AB_90755"),
        ("RRID: AB_2138153", "https://identifiers.org/RRID:AB_2138153"),
        ("RRID:AB_2315777;", "https://identifiers.org/RRID:AB_2315777"),
        ("RRID:RRID:SCR_002285", "https://identifiers.org/RRID:SCR_002285"),
        ("https://scicrunch.org/resolver/RRID:CVCL_0030", "https://identifiers.org/RRID:CVCL_0030"),
        ("RRID:IMSR_JAX:000664", "https://identifiers.org/RRID:IMSR_JAX:000664"),
        ("RRID:MGI:3840442", "https://identifiers.org/RRID:MGI:3840442"),
        ("http://hdl.handle.net/21.11157/psf97-zv353", "https://hdl.handle.net/21.11157/psf97-zv353"),
        ("hdl:21.T11998/0000-001A-3905-F", "https://hdl.handle.net/21.T11998/0000-001A-3905-F"),
        ("hdl:10.5281/zenodo.48440", "https://doi.org/10.5281/zenodo.48440"),
        ("NCBI:txid9606", HUMAN),
        ("NCBITaxon:9606", HUMAN),
        ("NCBITaxon_9606", HUMAN),
        ("obo:NCBITaxon_9606", HUMAN),
        ("https://purl.obolibrary.org/obo/NCBITaxon_9606", HUMAN),
        ("https://identifiers.org/taxonomy:9606", HUMAN),
        ("http://identifiers.org/taxonomy/9606", HUMAN),
        ("FBbi:00000246", FLUORESCENCE),
        ("Fbbi:00000246", FLUORESCENCE),
        ("obo:FBbi_00000246", FLUORESCENCE),
        ("https://identifiers.org/FBbi:00000246", FLUORESCENCE),
        ("http://purl.obolibrary.org/obo/FBBI_00000246", FLUORESCENCE),
        ("EFO:0001067", "http://www.ebi.ac.uk/efo/EFO_0001067"),
        ("https://www.ebi.ac.uk/efo/EFO_0001067", "http://www.ebi.ac.uk/efo/EFO_0001067"),
        ("CMPO_0000077", "http://www.ebi.ac.uk/cmpo/CMPO_0000077"),
        ("bao:BAO_0002004", "http://www.bioassayontology.org/bao#BAO_0002004"),
        ("GO:0005634", "http://purl.obolibrary.org/obo/GO_0005634"),
        ("PMID:31197211", "https://pubmed.ncbi.nlm.nih.gov/31197211"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/31197211/", "https://pubmed.ncbi.nlm.nih.gov/31197211"),
        ("https://schema.org/name", "http://schema.org/name"),
    ],
)
def test_other_spellings_get_the_canonical_iri(text: str, iri: str) -> None:
    """A spelling found in the wild becomes the one IRI that is kept, which itself stays as it is."""
    found = normalise_iri(text)
    assert (found.iri, found.changed, found.problem) == (iri, True, None)
    again = normalise_iri(iri)
    assert (again.iri, again.changed, again.problem) == (iri, False, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://orcid.org/0000-0002-1825-0098", "should be 7"),
        ("0009-0000-0000-0000", "should be 9"),
        ("https://ror.org/03mstc593", "should be 92"),
        ("https://ror.org/03msct592", "checksum of this ROR"),
        ("https://ror.org/0il0o0u00", "written like"),
        ("https://orcid.org/0000-0002-1825", "written like"),
        ("https://doi.org/10.123/abc", "written like"),
    ],
)
def test_wrong_identifiers_are_told_apart(text: str, expected: str) -> None:
    """A wrong checksum or form is a problem that says what is expected."""
    found = normalise_iri(text)
    assert found.problem is not None
    assert expected in found.problem
    assert found.kind in {"orcid", "ror", "doi"}
    assert found.iri == text


@pytest.mark.parametrize("text", ["https://orcid.org/NA", "orcid:", "RRID:NA", "https://ror.org/none"])
def test_placeholders_are_recognised(text: str) -> None:
    """An address that ends in "not available" is a placeholder, not an identifier."""
    assert normalise_iri(text).kind == "placeholder"


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "two words", "9606", "",
        "https://example.org/a b",
        "https://example.org/\u202egnp.exe", "https://example.org/\x00", "https://example.org/<x>",
        "https://example.org/" + "a" * LONGEST, "VBScript:x", "blob:https://example.org/1",
        "https://example.org/\ud800",
    ],
)  # fmt: skip
def test_what_is_no_iri_is_said_to_be_none(text: str) -> None:
    """Spaces, control characters, scripts, local files, direction overrides and giants are no IRIs."""
    found = normalise_iri(text)
    assert (found.kind, found.changed) == ("none", False)
    assert found.problem


@pytest.mark.parametrize("text", ["ngff:Image", "unheard:of", "C:/images/a.tif"])
def test_an_unknown_scheme_is_kept_and_told(text: str) -> None:
    """What may be a prefix that was not declared is kept as it is, with a word about it."""
    found = normalise_iri(text)
    assert (found.kind, found.iri, found.changed) == ("iri", text, False)
    assert "prefix that was not declared" in str(found.problem)


@pytest.mark.parametrize(
    "text",
    [
        "https://idr.openmicroscopy.org/study/idr0011/", "http://www.w3.org/ns/prov#Entity",
        "mailto:a@example.org", "https://example.org/ä/β?x=1#y", "ark:/12148/btv1b8449691v",
        "urn:uuid:2f1b7d2e-8d4b-4b1a-9a57-0a3c2f9c5d11", "https://orcid.org/", "https://ror.org/about",
    ],
)  # fmt: skip
def test_other_iris_stay_as_they_are(text: str) -> None:
    """Anything else with an allowed scheme is kept letter by letter."""
    assert normalise_iri(text) == normalise_iri(normalise_iri(text).iri)
    assert not normalise_iri(text).changed
    assert normalise_iri(text).problem is None


def test_an_unknown_rrid_authority_is_a_problem_but_is_kept() -> None:
    """An RRID of an authority that is not listed gets its IRI and a remark."""
    found = normalise_iri("RRID:XGSC_1")
    assert found.iri == "https://identifiers.org/RRID:XGSC_1"
    assert found.problem is not None


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_every_orcid_with_its_checksum_is_valid(number: int) -> None:
    """Fifteen digits and their checksum are an ORCID; any other last character is not."""
    digits = f"{number:015d}"
    check = orcid_checksum(digits)
    groups = [digits[:4], digits[4:8], digits[8:12], digits[12:]]
    assert normalise_iri("https://orcid.org/" + "-".join(groups) + check).problem is None
    wrong = "1" if check == "0" else "0"
    assert normalise_iri("https://orcid.org/" + "-".join(groups) + wrong).problem is not None


@given(st.text(alphabet="0123456789abcdefghjkmnpqrstvwxyz", min_size=6, max_size=6))
def test_every_ror_id_with_its_checksum_is_valid(characters: str) -> None:
    """Seven characters and their checksum are a ROR id."""
    start = "0" + characters
    assert normalise_iri(f"https://ror.org/{start}{ror_checksum(start)}").problem is None


@given(st.text(max_size=60))
def test_it_never_raises_and_is_stable(text: str) -> None:
    """Whatever is handed in, there is an answer, and normalising the answer changes nothing."""
    found = normalise_iri(text)
    assert found.changed == (found.iri != text)
    if found.problem is None:
        assert normalise_iri(found.iri).iri == found.iri


def test_placeholders_for_values() -> None:
    """Texts that stand for "there is none" are told from values."""
    assert all(map(is_placeholder, ["", " NA ", "None", "n/a", "unknown", "not available"]))
    assert not any(map(is_placeholder, ["2024", "Nance", "0", "no"]))
