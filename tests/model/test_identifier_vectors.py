"""The identifiers whose reading is settled: real ones, and those that other software reads wrongly."""

from __future__ import annotations

import pytest

from imagegraph.model.identifiers import identifier_of, identify, normalise_iri

ORCID, ROR, DOI = "https://orcid.org/", "https://ror.org/", "https://doi.org/"
HANDLE, RRID = "https://hdl.handle.net/", "https://identifiers.org/RRID:"
SICI = "10.1002/(sici)1097-4679(199607)52:4%3C401::aid-jclp5%3E3.0.co;2-p"


@pytest.mark.parametrize(
    ("text", "scheme", "iri"),
    [
        # ROR
        *((f"{ROR}{value}", "ror", f"{ROR}{value}") for value in (
            "03mstc592", "02catss52", "03h2bxq36", "013meh722", "00k4n6c32", "00c8t7d47", "00w7bw158", "03e0qa028",
            "05gxnyn08", "01evjjx71", "017vwpy33", "00my0j309", "007g5gk82", "0464eyp60", "02aj13c28",
        )),
        ("HTTPS://ROR.ORG/03MSTC592", "ror", f"{ROR}03mstc592"),
        ("02aj13c28", "ror", f"{ROR}02aj13c28"),
        # ORCID
        *((value, "orcid", f"{ORCID}{value}") for value in (
            "0000-0002-1825-0097", "0000-0002-0068-716X", "0000-0002-1694-233X", "0000-0001-5109-3700",
            "0000-0003-1419-2405", "0000-0003-1315-5960", "0009-0000-0000-0009",
        )),
        ("https://orcid.org/0000-0002-1694-233x", "orcid", f"{ORCID}0000-0002-1694-233X"),
        ("0000000218250097", "orcid", f"{ORCID}0000-0002-1825-0097"),
        ("http://orcid.org/0000-0002-1825-0097/", "orcid", f"{ORCID}0000-0002-1825-0097"),
        # RRID
        *((f"RRID:{value}", "rrid", f"{RRID}{value}") for value in (
            "AB_90755", "SCR_002285", "CVCL_0030", "Addgene_12260", "BDSC_1104", "ZFIN_ZDB-GENO-060207-1",
            "FlyBase_FBst0033079", "IMSR_JAX:000664", "MMRRC_000021-UCD", "MGI:3840442",
            "WB-STRAIN:WBStrain00040845", "SAMN08193228", "RRRC_00068", "NXR_0024", "SCR_018997", "SCR_007037",
            "SCR_000415", "AB_424235", "AB_424244", "AB_3698202", "CVCL_0027", "CVCL_0033", "AB_310342",
        )),
        ("RRID: AB_2138153", "rrid", f"{RRID}AB_2138153"),
        ("RRID:AB_2315777;", "rrid", f"{RRID}AB_2315777"),
        ("RRID:RRID:AB_90755", "rrid", f"{RRID}AB_90755"),
        ("RRID:AB-90755", "rrid", f"{RRID}AB_90755"),
        ("rrid:ab_90755", "rrid", f"{RRID}AB_90755"),
        ("RRID:AB_90755)", "rrid", f"{RRID}AB_90755"),
        ("RRID:AB_90755.", "rrid", f"{RRID}AB_90755"),
        ("RRID:BDSC:1104", "rrid", f"{RRID}BDSC_1104"),
        ("https://scicrunch.org/resolver/RRID:AB_90755", "rrid", f"{RRID}AB_90755"),
        ("https://identifiers.org/rrid/RRID:SCR_018997", "rrid", f"{RRID}SCR_018997"),
        ("https://n2t.net/RRID:SCR_018997", "rrid", f"{RRID}SCR_018997"),
        # PIDINST: DOIs and handles of instruments
        ("21.11157/44b18238-bba1-4b42-abcc-975017181420", "handle", f"{HANDLE}21.11157/44b18238-bba1-4b42-abcc-975017181420"),
        ("http://hdl.handle.net/21.11157/psf97-zv353", "handle", f"{HANDLE}21.11157/psf97-zv353"),
        ("hdl:21.T11998/0000-001A-3905-F", "handle", f"{HANDLE}21.T11998/0000-001A-3905-F"),
        ("https://hdl.handle.net/21.12132/3.eab72e886cb44902", "handle", f"{HANDLE}21.12132/3.eab72e886cb44902"),
        ("10.15151/ESRF-INSTR-GCO8", "doi", f"{DOI}10.15151/esrf-instr-gco8"),
        ("10.82433/08qf-ee96", "doi", f"{DOI}10.82433/08qf-ee96"),
        ("10.5281/zenodo.48440", "doi", f"{DOI}10.5281/zenodo.48440"),
        # DOI
        ("https://doi.org/10.5281/ZENODO.48440", "doi", f"{DOI}10.5281/zenodo.48440"),
        ("doi:10.7554/eLife.01567", "doi", f"{DOI}10.7554/elife.01567"),
        ("10.1002/(SICI)1097-4679(199607)52:4<401::AID-JCLP5>3.0.CO;2-P", "doi", DOI + SICI),
        ("10.1109/CVPR.2016.90.", "doi", f"{DOI}10.1109/cvpr.2016.90."),
        ("10.1371/notarealdoi", "doi", f"{DOI}10.1371/notarealdoi"),
        ("10.99999/x", "doi", f"{DOI}10.99999/x"),
        ("10.2210/pdb4hhb/pdb", "doi", f"{DOI}10.2210/pdb4hhb/pdb"),
        ("10.1371/journal.pone.0033693", "doi", f"{DOI}10.1371/journal.pone.0033693"),
        ("10.4121/uuid:5f3bcaa2-a456-4a66-a67b-1eec928cae6d", "doi", f"{DOI}10.4121/uuid:5f3bcaa2-a456-4a66-a67b-1eec928cae6d"),
        ("10.5067/terra+aqua/ceres_1", "doi", f"{DOI}10.5067/terra+aqua/ceres_1"),
        *((f"10.{registrant}/x.1", "doi", f"{DOI}10.{registrant}/x.1") for registrant in (1392, 11367, 5012, 2791, 3980)),
    ],
)  # fmt: skip
def test_settled_identifiers_are_valid(text: str, scheme: str, iri: str) -> None:
    """Each has the scheme and IRI that the contracts of its service say, by both ways of reading."""
    found = identify(text)
    assert (found.state, found.scheme, found.iri) == ("valid", scheme, iri)
    assert normalise_iri(text).iri == iri
    assert identifier_of(iri) == identify(iri)
    assert identify(text, scheme=scheme).iri == iri


@pytest.mark.parametrize(
    ("text", "scheme", "reason"),
    [
        ("03mstc593", "ror", "the last two digits should be 92"),
        ("03msct592", "ror", "the last two digits should be"),
        ("0il0o0u00", "ror", "“i” is no letter of a ROR id"),
        ("grid.5335.0", "ror", "this is a GRID id, not a ROR id; look it up at https://ror.org/"),
        ("501100000735", "ror", "this is a Crossref funder id, not a ROR id; look it up at https://ror.org/"),
        ("0000-0002-1825-0098", "orcid", "the last character should be 7"),
        ("0009-0000-0000-0000", "orcid", "the last character should be 9"),
        ("10.123/abc", "doi", "the number after 10. is too short"),
        ("10.1000/a b", "doi", "there is a blank inside"),
        ("10.5281", "doi", "only the prefix of a DOI"),
        ("10/abc", "doi", "open https://doi.org/10/abc"),
    ],
)
def test_settled_mistakes_are_refused(text: str, scheme: str, reason: str) -> None:
    """Each is refused with a reason, whether it is announced by a scheme or not."""
    found = identify(text, scheme=scheme)
    assert (found.state, found.scheme, found.iri, found.value) == ("invalid", scheme, "", "")
    assert reason in str(found.problem)
    assert identify(text).iri == "" or identify(text).scheme != scheme
    assert normalise_iri(text).iri == text


@pytest.mark.parametrize("text", ["RRID:XGSC_1", "RRID:plasmid_12345", "RRID:IMSR_XYZ:1"])
def test_an_rrid_of_an_unknown_authority_is_valid_with_a_remark(text: str) -> None:
    """New authorities appear: their RRIDs are kept, and it is said that nobody here knows them."""
    found = identify(text)
    assert (found.state, found.iri) == ("valid", f"https://identifiers.org/{text}")
    assert "no RRID authority" in str(found.problem)
    assert normalise_iri(text).problem == found.problem


@pytest.mark.parametrize(
    ("text", "iri"),
    [
        ("FBbi:00000246", "http://purl.obolibrary.org/obo/FBbi_00000246"),
        ("EFO:0001067", "http://www.ebi.ac.uk/efo/EFO_0001067"),
        ("DOID:8544", "http://purl.obolibrary.org/obo/DOID_8544"),
        ("MONDO:0000001", "http://purl.obolibrary.org/obo/MONDO_0000001"),
        ("http://www.w3.org/2004/02/skos/core#Concept", "http://www.w3.org/2004/02/skos/core#Concept"),
    ],
)
def test_terms_are_no_identifiers_of_the_schemes(text: str, iri: str) -> None:
    """An ontology term has the IRI of its vocabulary, and is of none of the schemes."""
    assert identify(text).state == "unknown"
    assert identifier_of(iri) is None
    assert normalise_iri(text).iri == iri


def test_a_full_stop_at_the_end_of_a_doi_is_kept_and_told() -> None:
    """It may belong to the name, so the one who looks it up can try without."""
    found = identify("https://doi.org/10.1109/CVPR.2016.90.")
    assert (found.state, found.value) == ("valid", "10.1109/cvpr.2016.90.")
    assert "full stop" in str(found.problem)


def test_the_case_of_doi_and_handle() -> None:
    """DOIs are compared in lower case, of ASCII letters alone; handles are not."""
    assert identify("10.1000/ABC").value == "10.1000/abc"
    assert identify("doi:10.1000/ÄB").value == "10.1000/Äb"
    assert identify("hdl:11676/5Uw4Cb6X_3/a/B").value == "11676/5Uw4Cb6X_3/a/B"


def test_orcids_outside_the_assigned_blocks() -> None:
    """The number space is shared with ISNI: it is valid, with a remark, and documents do not hear of it."""
    found = identify("https://orcid.org/0000-0001-2103-2683")
    assert found.state == "valid"
    assert "may be an ISNI" in str(found.problem)
    assert normalise_iri("https://orcid.org/0000-0001-2103-2683").problem is None
    assert identify("https://orcid.org/0000-0001-5000-0007").problem is None
