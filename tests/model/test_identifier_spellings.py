"""What stands around an identifier in the wild, and is taken off; and the accessions of the field's archives."""

from __future__ import annotations

import pytest

from imagegraph.model.identifiers import identifier_of, identify, normalise_iri, packaged_schemes

CARBERRY = "https://orcid.org/0000-0002-1825-0097"
ZENODO = "https://doi.org/10.5281/zenodo.48440"


@pytest.mark.parametrize(
    "text",
    [
        "https://orcid.org/https://orcid.org/0000-0002-1825-0097", "orcid:orcid:0000-0002-1825-0097",
        "https://orcid.org/orcid.org/0000-0002-1825-0097", "orcid:https://orcid.org/0000-0002-1825-0097",
        "https%3A%2F%2Forcid.org%2F0000-0002-1825-0097", "https://identifiers.org/orcid:0000-0002-1825-0097",
        "https://identifiers.org/orcid/0000-0002-1825-0097", "https://bioregistry.io/orcid:0000-0002-1825-0097",
        "HTTP://WWW.ORCID.ORG/0000-0002-1825-0097", "https://orcid.org:443/0000-0002-1825-0097",
        "https://orcid.org/0000-0002-1825-0097?lang=en", "https://orcid.org/0000-0002-1825-0097?",
        "https://orcid.org//0000-0002-1825-0097", "https://orcid.org/0000%2D0002-1825-0097",
        "ORCID: 0000-0002-1825-0097", "ORCID iD: 0000-0002-1825-0097.", "(ORCID: 0000-0002-1825-0097)",
        "<https://orcid.org/0000-0002-1825-0097>", "“0000-0002-1825-0097”", "0000-0002-1825-0097,",
        "\ufeff0000-0002-1825-0097\u200b", "\u00a0https://orcid.org/0000-0002-1825-0097\n",
        "0000\u20130002\u20131825\u20130097", "0000\u20110002\u20111825\u20110097", "0000\u22120002\u22121825\u22120097",
        "https://orcid.org/0000 0002 1825 0097",
    ],
)  # fmt: skip
def test_orcids_in_the_wild(text: str) -> None:
    """Doubled and encoded prefixes, other addresses, dashes, blanks and brackets are repaired without a word."""
    found = identify(text)
    assert (found.state, found.iri, found.problem) == ("valid", CARBERRY, None)
    assert normalise_iri(text).iri == CARBERRY


@pytest.mark.parametrize(
    "text",
    [
        "doi:doi:10.5281/zenodo.48440", "https://doi.org/doi:10.5281/zenodo.48440", "DOI:10.5281/zenodo.48440",
        "https://doi.org/https://doi.org/10.5281/zenodo.48440", "https://dx.doi.org/10.5281/zenodo.48440",
        "doi: 10.5281/zenodo.48440", "doi://10.5281/zenodo.48440", "info:doi/10.5281/zenodo.48440",
        "urn:doi:10.5281/zenodo.48440", "10.5281%2Fzenodo.48440", "https://doi.org/10.5281%2fZenodo.48440",
        "doi%3A10.5281%2Fzenodo.48440", "https://doi.org/10.5281/zenodo.48440/", "10.5281/zenodo.48440,",
        "10.5281/zenodo.48440);", "(10.5281/zenodo.48440)", "10.5281/zenodo.48440).", "hdl:10.5281/zenodo.48440",
        "https://hdl.handle.net/10.5281/zenodo.48440", "https://doi.org//10.5281/zenodo.48440",
        "https://doi.org/10.5281/zenodo.48440?utm_source=x&b=1", "https://n2t.net/doi:10.5281/zenodo.48440",
    ],
)  # fmt: skip
def test_dois_in_the_wild(text: str) -> None:
    """What surrounds a DOI, and what a sentence left at its end, is taken off."""
    found = identify(text)
    assert (found.state, found.iri, found.problem) == ("valid", ZENODO, None)
    assert normalise_iri(text).iri == ZENODO


@pytest.mark.parametrize(
    ("text", "iri"),
    [
        ("10.1000/a&lt;b&gt;&amp;c", "https://doi.org/10.1000/a%3Cb%3E&c"),
        (r"10.1000/a\_b", "https://doi.org/10.1000/a_b"),
        ("https://doi.org/10.1000/a%23b", "https://doi.org/10.1000/a%23b"),
        ("https://doi.org/10.1000/a%3Fb", "https://doi.org/10.1000/a%3Fb"),
        ("10.1000/x(1)3.0.CO;2-#", "https://doi.org/10.1000/x(1)3.0.co;2-%23"),
        ("10.1000/a(b)", "https://doi.org/10.1000/a(b)"),
        ("10.1000/[a]b", "https://doi.org/10.1000/%5Ba%5Db"),
        ("10.1000/a%", "https://doi.org/10.1000/a%25"),
        ("10.1000/ü", "https://doi.org/10.1000/%C3%BC"),
        ("RRID:TSC_a[b]", "https://identifiers.org/RRID:TSC_a%5Bb%5D"),
        ("hdl:21.1/a[b]", "https://hdl.handle.net/21.1/a%5Bb%5D"),
    ],
)
def test_characters_that_an_iri_may_not_hold_are_encoded_once(text: str, iri: str) -> None:
    """SICIs, entities and LaTeX become one IRI, which is read back as the same DOI."""
    assert identify(text).iri == iri
    assert identify(iri).iri == iri
    assert normalise_iri(iri).iri == iri


@pytest.mark.parametrize(
    ("text", "scheme", "value"),
    [
        ("idr0011", "idr", "idr0011"),
        ("idr:0011", "idr", "idr0011"),
        ("IDR:idr0011", "idr", "idr0011"),
        ("idr0011-ledesmafernandez-dad4", "idr", "idr0011"),
        ("https://idr.openmicroscopy.org/study/idr0011", "idr", "idr0011"),
        ("S-BIAD634", "biostudies", "S-BIAD634"),
        ("biostudies:s-biad634", "biostudies", "S-BIAD634"),
        ("https://www.ebi.ac.uk/biostudies/studies/S-BIAD634", "biostudies", "S-BIAD634"),
        ("https://www.ebi.ac.uk/biostudies/BioImages/studies/S-BIAD634?query=a", "biostudies", "S-BIAD634"),
        ("S-BSST265", "biostudies", "S-BSST265"),
        ("EMPIAR-10310", "empiar", "EMPIAR-10310"),
        ("EMPIAR:10310", "empiar", "EMPIAR-10310"),
        ("https://www.ebi.ac.uk/empiar/EMPIAR-10310/", "empiar", "EMPIAR-10310"),
        ("https://www.ebi.ac.uk/pdbe/emdb/empiar/entry/10310/", "empiar", "EMPIAR-10310"),
        ("ssbd-repos-000014", "ssbd", "ssbd-repos-000014"),
        ("EMD-1001", "emdb", "EMD-1001"),
        ("https://www.ebi.ac.uk/pdbe/entry/emdb/EMD-1001", "emdb", "EMD-1001"),
        ("pdb:4hhb", "pdb", "4HHB"),
        ("pdb_00004hhb", "pdb", "4HHB"),
        ("https://www.wwpdb.org/pdb?id=pdb_00004hhb", "pdb", "4HHB"),
        ("PMID: 31197211", "pubmed", "31197211"),
        ("PMID 31197211", "pubmed", "31197211"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/31197211/", "pubmed", "31197211"),
        ("PMC3531190", "pmc", "PMC3531190"),
        ("PMCID: PMC3531190", "pmc", "PMC3531190"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3531190/", "pmc", "PMC3531190"),
        ("UniProt:P04637", "uniprot", "P04637"),
        ("https://www.uniprot.org/uniprotkb/P04637", "uniprot", "P04637"),
        ("grid.5335.0", "grid", "grid.5335.0"),
        ("https://www.grid.ac/institutes/grid.5335.0", "grid", "grid.5335.0"),
        ("ISNI 0000 0001 2103 2683", "isni", "0000000121032683"),
        ("https://isni.org/isni/0000000121032683", "isni", "0000000121032683"),
        ("https://www.wikidata.org/wiki/Q1341845", "wikidata", "Q1341845"),
        ("https://doi.org/10.13039/501100000735", "fundref", "501100000735"),
        ("FundRef:10.13039/501100000735", "fundref", "501100000735"),
    ],
)
def test_accessions(text: str, scheme: str, value: str) -> None:
    """Each spelling of an accession is the value of its scheme, and its IRI is read back as the same."""
    found = identify(text)
    assert (found.state, found.scheme, found.value, found.problem) == ("valid", scheme, value, None)
    assert found.iri == packaged_schemes()[scheme].iri(value)
    again = identifier_of(found.iri)
    assert again is not None
    assert (again.scheme, again.value) == (scheme, value)
    assert not normalise_iri(found.iri).changed


@pytest.mark.parametrize("text", ["S-BIAD634", "idr0011", "EMPIAR-10310", "EMD-1001", "PMC3531190", "PMID 1"])
def test_bare_accessions_stay_names_of_a_document(text: str) -> None:
    """Documents call their own parts so; only with a prefix or address are they used as IRIs."""
    assert identify(text).state == "valid"
    assert normalise_iri(text).kind == "none"


@pytest.mark.parametrize(
    ("text", "scheme", "iri"),
    [
        ("31197211", "pubmed", "https://pubmed.ncbi.nlm.nih.gov/31197211"),
        ("31197211", "PMID", "https://pubmed.ncbi.nlm.nih.gov/31197211"),
        ("012345678", "pubmed", ""),
        ("02catss52", "ROR", "https://ror.org/02catss52"),
        ("AB_90755", "rrid", "https://identifiers.org/RRID:AB_90755"),
        ("BDSC:1104", "rrid", "https://identifiers.org/RRID:BDSC_1104"),
        ("MGI:3840442", "rrid", "https://identifiers.org/RRID:MGI:3840442"),
        ("0000-0001-2103-2683", "isni", "https://isni.org/isni/0000000121032683"),
        ("0000 0002 1825 0097", "orcid", CARBERRY),
        ("4hhb", "pdb", "https://www.rcsb.org/structure/4HHB"),
        ("10310", "empiar", "https://www.ebi.ac.uk/empiar/EMPIAR-10310"),
        ("p04637", "uniprot", "http://purl.uniprot.org/uniprot/P04637"),
        ("501100000735", "fundref", "https://doi.org/10.13039/501100000735"),
        ("11676/5Uw4Cb6X", "handle", "https://hdl.handle.net/11676/5Uw4Cb6X"),
        ("11676/5Uw4Cb6X", "Handle", "https://hdl.handle.net/11676/5Uw4Cb6X"),
        ("10.82433/08qf-ee96", "handle", "https://doi.org/10.82433/08qf-ee96"),
        ("10.82433/08qf-ee96", "PIDINST", "https://doi.org/10.82433/08qf-ee96"),
        ("11676/5Uw4Cb6X", "pidinst", "https://hdl.handle.net/11676/5Uw4Cb6X"),
        ("https://doi.org/10.13039/501100000735", "doi", "https://doi.org/10.13039/501100000735"),
    ],
)
def test_a_bare_value_is_read_by_the_scheme_that_is_asked_for(text: str, scheme: str, iri: str) -> None:
    """A number means what the field says that it stands in."""
    assert identify(text, scheme=scheme).iri == iri


@pytest.mark.parametrize(
    "text", ["31197211", "4HHB", "P04637", "Q42", "012345678", "11676/5Uw4Cb6X", "2024/05/17", "MGI:3840442", "10.5281"]
)  # fmt: skip
def test_what_may_be_anything_is_nothing_by_itself(text: str) -> None:
    """Without a prefix, an address or a scheme, only what can be nothing else is recognised."""
    found = identify(text)
    assert (found.state, found.iri) == ("unknown", "")
    assert found.problem
