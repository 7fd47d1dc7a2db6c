"""RRIDs by the family of their prefix."""

from __future__ import annotations

import pytest

from imagegraph.model.authorities import packaged_authorities
from imagegraph.model.identifiers import RridFamily, identify, rrid_families, rrid_family

FAMILIES = list(rrid_families().values())


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.prefix)
def test_every_family_reads_its_example(family: RridFamily) -> None:
    """The example is canonical, and leads back to its family."""
    found = identify(f"RRID:{family.example}")
    assert (found.state, found.value, found.problem) == ("valid", family.example, None)
    assert rrid_family(found.value) is family
    assert rrid_family(f"RRID:{found.value}") is family


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.prefix)
def test_every_family_is_read_in_any_case_and_joint(family: RridFamily) -> None:
    """What joins the letters to the number, and the case of the letters, are repaired."""
    rest = family.example[len(family.prefix + family.joint) :]
    for letters in (family.prefix, family.prefix.lower(), family.prefix.upper()):
        for joint in ("_", ":", "-", " ", ": "):
            found = identify(f"RRID:{letters}{joint}{rest}")
            assert (found.value, found.problem) == (family.example, None), (letters, joint)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.prefix)
def test_every_family_names_an_authority_that_is_there(family: RridFamily) -> None:
    """Whom to ask stands in the table of authorities, and is asked about RRIDs."""
    assert "rrid" in packaged_authorities().entries[family.authority].asks
    assert family.kind in {"antibody", "cell line", "software", "plasmid", "organism", "biosample"}


@pytest.mark.parametrize(
    "code",
    ["ARC", "CARD", "CMMR", "CRL", "EM", "GPT", "HAR", "HLB", "JAX", "KOMP", "MUGEN", "NCIMR", "NIG", "NM-KI", "ORNL",
     "RBRC", "RMRC-NLAC", "TAC", "TAF", "TIGM", "WTSI"],
)  # fmt: skip
def test_every_repository_of_imsr_is_known(code: str) -> None:
    """The repository's code is written in capitals, and followed by a colon."""
    for text in (f"RRID:IMSR_{code}:0123", f"RRID:IMSR_{code}_0123", f"rrid:imsr_{code.lower()}:0123"):
        found = identify(text)
        assert (found.value, found.problem) == (f"IMSR_{code}:0123", None)
    family = rrid_family(f"IMSR_{code}:0123")
    assert family is not None
    assert (family.kind, family.authority) == ("organism", "scicrunch")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("AB_90755", "AB_90755"), ("SCR_002285", "SCR_002285"), ("CVCL_0030", "CVCL_0030"),
        ("Addgene_12260", "Addgene_12260"), ("BDSC_1104", "BDSC_1104"), ("BDSC:1104", "BDSC_1104"),
        ("MMRRC_000021-UCD", "MMRRC_000021-UCD"), ("IMSR_JAX:000664", "IMSR_JAX:000664"),
        ("AB_2138153;", "AB_2138153"),
    ],
)  # fmt: skip
def test_rrids_that_need_no_prefix(text: str, value: str) -> None:
    """These letters and numbers can be nothing else."""
    assert identify(text).value == value


@pytest.mark.parametrize(
    "text", ["ab_1234", "AB_12", "RGD_1", "FlyBase_x", "SAMN08193228", "TSC_SD00703", "cvcl_0030"]
)
def test_rrids_that_need_their_prefix(text: str) -> None:
    """These may be anybody's own names; behind RRID: they are read."""
    assert identify(text).state == "unknown"
    assert identify(f"RRID:{text}").state == "valid"
    assert identify(text, scheme="rrid").state == "valid"


@pytest.mark.parametrize("value", ["XGSC_1", "", "nothing", "10.1000/182", "IMSR", "_", "é"])
def test_no_family(value: str) -> None:
    """Other letters, and what is no RRID at all, have no family."""
    assert rrid_family(value) is None
