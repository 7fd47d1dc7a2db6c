"""Why a text is no identifier, in words that tell what to type."""

from __future__ import annotations

import subprocess
import sys

import pytest

from imagegraph.model.identifiers import LONGEST, identify, normalise_iri, packaged_schemes

FORM = "an ORCID iD is written like 0000-0002-1825-0097"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        # look-alikes
        ("https://orcid.org/0000-0002-1825-\u041e\u041e97", "(U+041E CYRILLIC CAPITAL LETTER O) stands where the digit 0 belongs"),
        ("https://orcid.org/0000-0002-1825-\u039f097", "(U+039F GREEK CAPITAL LETTER OMICRON) stands where the digit 0 belongs"),
        ("https://orcid.org/\uff10000-0002-1825-0097", "(U+FF10 FULLWIDTH DIGIT ZERO) stands where the digit 0 belongs"),
        ("https://orcid.org/0000-0002-1694-233\u0425", "(U+0425 CYRILLIC CAPITAL LETTER HA) stands where the letter X belongs"),
        ("0000-0002-1825-OO97", "the letter “O” stands where the digit 0 belongs"),
        ("0000-0002-l825-0097", "the letter “l” stands where the digit 1 belongs"),
        ("ror:02catss5l", "the letter “l” stands where the digit 1 belongs"),
        ("ror:O2catss52", "the letter “O” stands where the digit 0 belongs"),
        ("RRID:AB_9O755", "the letter “O” stands where the digit 0 belongs"),
        ("RRID:\u0410B_90755", "(U+0410 CYRILLIC CAPITAL LETTER A)"),
        ("emdb:\u0415MD-1001", "(U+0415 CYRILLIC CAPITAL LETTER IE) stands where the letter E belongs"),
        ("orcid:0000-0002-1825-\u00e9097", "it contains “é” (U+00E9 LATIN SMALL LETTER E WITH ACUTE)"),
        # what cannot be seen
        ("orcid:0000-0002-1825\u200b-0097", "U+200B ZERO WIDTH SPACE cannot be seen; delete it"),
        ("doi:10.1000/a\u202eb", "U+202E RIGHT-TO-LEFT OVERRIDE cannot be seen"),
        ("doi:10.1000/a\x07b", "U+0007 cannot be seen"),
        ("doi:10.1000/a b", "there is a blank inside"),
        ("https://doi.org/10.1000/a%20b", "there is a blank inside"),
        ("hdl:21.1/a b", "there is a blank inside"),
        # DOIs
        ("10.1000/a#b", "what follows # names a part"),
        ("https://doi.org/10.5281", "only the prefix of a DOI"),
        ("doi:10.5281/", "only the prefix of a DOI"),
        ("https://doi.org/10/abc", "this is a short DOI"),
        ("https://doi.org/11676/5Uw4Cb6X", "this is a handle, not a DOI; write it as https://hdl.handle.net/11676/5Uw4Cb6X"),
        ("doi:nothing", "a DOI is written like 10.5281/zenodo.48440"),
        ("hdl:nothing", "a handle is written like 21.11157/psf97-zv353"),
        # RRIDs
        ("RRID:AB_x", "an RRID that begins with AB is written like RRID:AB_90755"),
        ("RRID:CVCL_12", "an RRID that begins with CVCL is written like RRID:CVCL_0030"),
        ("RRID:AB_1, RRID:AB_2", "it names several; write one at a time"),
        ("RRID:" + "A_" + "1" * 100, "it is longer than 80 characters"),
        ("RRID:nothing", "an RRID is written like AB_90755"),
        # two schemes
        ("https://orcid.org/https://ror.org/02catss52", "it says that it is an ORCID iD and a ROR id"),
        ("RRID:PMID:1234", "it says that it is an RRID and a PubMed id"),
        # forms
        ("https://orcid.org/0000-0002-1825", FORM),
        ("isni:0000000121032684", "the checksum of this ISNI is wrong: the last character should be 3"),
        ("pdb:4hhb1", "a PDB id is written like 4HHB"),
        ("uniprot:P04637-2", "a UniProt accession is written like P04637"),
        ("pmid:123456789", "a PubMed id is written like 31197211: up to eight digits"),
    ],
)  # fmt: skip
def test_a_wrong_identifier_says_why(text: str, reason: str) -> None:
    """The state is invalid, nothing is linked, and the reason names the character or the form."""
    found = identify(text)
    assert (found.state, found.iri, found.value) == ("invalid", "", "")
    assert reason in str(found.problem)
    assert normalise_iri(text).iri == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("https://orcid.org/my-orcid", f"it is another page of orcid.org; {FORM}"),
        ("https://orcid.org/", f"it has no value; {FORM}"),
        ("https://doi.org/10.1000/a#part", "what follows # names a part of something; leave it out"),
        ("https://example.org/0000-0002-1825-0097", "it is a web address of none of the schemes"),
        ("0000-0002-1825\u200b-0097", "U+200B ZERO WIDTH SPACE cannot be seen"),
        ("03mstc593", "if it is meant as a ROR id: the checksum of this ROR id is wrong"),
        ("plain words", "it is of none of the schemes; write it with its prefix"),
        ("a" * 10_000, "it is longer than 2,000 characters"),
    ],
)
def test_what_is_no_identifier_says_what_it_is(text: str, reason: str) -> None:
    """Pages, parts and plain words are unknown, not wrong; a document may use them as they are."""
    found = identify(text)
    assert (found.state, found.scheme, found.iri) == ("unknown", "", "")
    assert reason in str(found.problem)
    assert normalise_iri(text).kind in ("iri", "none")


@pytest.mark.parametrize(
    ("text", "scheme", "reason"),
    [
        ("https://ror.org/02catss52", "orcid", "this is a ROR id, not an ORCID iD"),
        ("0000-0002-1825-0097", "ror", "this is an ORCID iD, not a ROR id"),
        ("PMC3531190", "pubmed", "this is a PubMed Central id, not a PubMed id"),
        ("10.5281/zenodo.48440", "rrid", "this is a DOI, not an RRID"),
        ("21.11157/psf97-zv353", "doi", "this is a handle, not a DOI"),
        ("0000000121032683", "ror", "this is an ISNI, not a ROR id"),
        ("Q1341845", "ror", "this is a Wikidata id, not a ROR id"),
        ("https://example.org/1", "doi", "it is a web address of none of the schemes"),
        ("https://orcid.org/my-orcid", "orcid", "it is another page of orcid.org"),
        ("x" * 10_000, "doi", "it is longer than 2,000 characters"),
    ],
)
def test_another_scheme_than_asked_for_is_told(text: str, scheme: str, reason: str) -> None:
    """A field for one scheme refuses the identifiers of the others by name."""
    found = identify(text, scheme=scheme)
    assert (found.state, found.scheme, found.iri) == ("invalid", scheme, "")
    assert reason in str(found.problem)


def test_a_scheme_that_is_unknown_is_told() -> None:
    """The schemes that there are, are listed."""
    found = identify("x", scheme="no such scheme")
    assert found.state == "unknown"
    assert all(name in str(found.problem) for name in packaged_schemes())


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "NA", "n/a", "none", "https://orcid.org/NA", "https://ror.org/none", "doi:", "RRID:NA", "ORCID: n/a",
        "0000-0000-0000-0000", "https://orcid.org/0000-0000-0000-000X", "https://orcid.org/XXXX-XXXX-XXXX-XXXX",
        "https://orcid.org/####-####-####-####",
    ],
)  # fmt: skip
def test_placeholders(text: str) -> None:
    """What says that there is no identifier is neither right nor wrong."""
    found = identify(text)
    assert (found.state, found.iri) == ("placeholder", "")
    assert found.problem
    assert identify(text, scheme="orcid").state in ("placeholder", "invalid")


_BAD = """
import resource
resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
from imagegraph.model.identifiers import identifier_of, identify, normalise_iri, packaged_schemes
pieces = [
    "a", "0", "-", "/", ".", "(", ")", "0000-", "10.1000/", "10.", "https://", "https://orcid.org/", "doi:", "RRID:",
    "RRID:AB_", "%3A", "%25", "&lt;", "&", "\\\\_", " ", "AB ", "IMSR_", "IMSR_A-", "21.1.", "grid.1.", "x", "\\u0416",
    "\\u200b", "Q1", "#", "?", "?a=", ";2-#", "_:", "A_", "idr0011-a", "A-", "S-BIAD1", "www.", "\\u2010", "\\ud800",
]
leads = ["", "https://orcid.org/", "https://ror.org/", "doi:10.1000/", "RRID:", "hdl:21.1/", "ebi.ac.uk/emdb/", "isni:"]
for piece in pieces:
    for lead in leads:
        for length in (LONGEST, 10_000):
            text = (lead + piece * length)[:length]
            for scheme in (None, *packaged_schemes(), "pidinst"):
                found = identify(text, scheme=scheme)
                assert found.state in ("invalid", "unknown", "placeholder") or len(found.iri) <= LONGEST
            normalise_iri(text)
            identifier_of(text)
print("done")
"""


def test_long_texts_made_to_cost_time_are_read_at_once() -> None:
    """14,000 readings of the worst texts, as long as is accepted and 10,000 characters, fit into 30 s of processor."""
    code = _BAD.replace("LONGEST", str(LONGEST))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout == "done\n", done.stderr[-2000:]
