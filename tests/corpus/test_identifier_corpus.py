"""The identifiers of real files, found by a reading of our own, against what is recognised and checked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from independent_crates import crate_files

from imagegraph.model.identifiers import identifier_of, identify, packaged_schemes, rrid_family

pytestmark = pytest.mark.corpus

_TEXTS = {
    ".json",
    ".jsonld",
    ".ttl",
    ".csv",
    ".tsv",
    ".txt",
    ".xml",
    ".yaml",
    ".yml",
    ".md",
    ".rst",
    ".nt",
    ".rdf",
}
_CROCKFORD = str.maketrans("0123456789abcdefghjkmnpqrstvwxyz", "0123456789abcdefghijklmnopqrstuv")
_ORCID = re.compile(r"(?<![\w-])\d{4}-\d{4}-\d{4}-\d{3}[\dXx](?![\w-])")
_ROR = re.compile(r"ror\.org/(0[0-9a-z]{8})(?!\w)")
_FOLDERS = (
    "antibodies",
    "bia_pagetab",
    "bia_rocrate",
    "em",
    "gide",
    "idr",
    "mifa",
    "pidinst",
    "rembi",
    "ssbd",
    "services",
)


def _right_orcid(text: str) -> bool:
    """MOD 11-2 as a weighted sum: the digits times powers of two, with the check digit, leave 1."""
    digits = [10 if character in "Xx" else int(character) for character in text.replace("-", "")]
    return sum(digit * 2 ** (15 - place) for place, digit in enumerate(digits)) % 11 == 1


def _right_ror(text: str) -> bool:
    """MOD 97-10: the base 32 number and the two digits behind it leave 1."""
    if re.search("[ilou]", text) or not text[7:].isdigit():
        return False
    return (int(text[:7].translate(_CROCKFORD), 32) * 100 + int(text[7:])) % 97 == 1


def _texts(folder: Path) -> Iterator[str]:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix in _TEXTS:
            yield file.read_text(encoding="utf-8", errors="replace")


def _strings(value: object) -> Iterator[str]:
    """All texts of a JSON document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def test_every_orcid_and_ror_id_of_the_crates_is_accepted(corpus: Path) -> None:
    """Not one is refused; how many there are is counted by comparing texts."""
    orcids, rors, counted = set(), set(), 0
    for file in crate_files(corpus):
        for text in _strings(json.loads(file.read_text(encoding="utf-8"))):
            if text.startswith(("https://orcid.org/", "http://orcid.org/")) and len(text) > 30:
                orcids.add(text)
                counted += 1
            elif text.startswith("https://ror.org/") and len(text) > 20:
                rors.add(text)
                counted += 1
    assert (len(orcids) > 200, len(rors) > 70, counted > 500) == (True, True, True)
    refused = [text for text in orcids | rors if identify(text).state != "valid"]
    assert refused == []
    assert {identify(text).scheme for text in orcids} == {"orcid"}
    assert {identify(text).scheme for text in rors} == {"ror"}
    assert [text for text in orcids | rors if identify(text).problem] == []


@pytest.mark.parametrize("folder", _FOLDERS)
def test_orcids_and_ror_ids_of_all_files_are_judged_as_by_arithmetic(corpus: Path, folder: str) -> None:
    """Those whose sum is right are valid, the others are not: by another formula than ours."""
    orcids, rors = set(), set()
    for text in _texts(corpus / folder):
        orcids |= set(_ORCID.findall(text))
        rors |= set(_ROR.findall(text))
    for text in orcids:
        assert (identify(text).scheme, identify(text).state == "valid") == ("orcid", _right_orcid(text)), text
    for text in rors:
        assert (identify(f"https://ror.org/{text}").state == "valid") == _right_ror(text), text


def test_every_rrid_of_the_antibody_tables_is_accepted(corpus: Path) -> None:
    """The RRIDs of the multiplexed panels, of the IBEX knowledge base and of the IDR study that uses both."""
    found: set[str] = set()
    for folder in ("antibodies/omap", "antibodies/ibex_kb", "idr/idr0158-radtke-lymphoma"):
        for text in _texts(corpus / folder):
            found |= set(re.findall(r"(?<![\w-])AB_\d+(?!\w)", text))
    assert len(found) > 600
    for text in found:
        assert (identify(f"RRID:{text}").value, identify(text, scheme="rrid").value) == (text, text)
        family = rrid_family(text)
        assert family is not None
        assert family.kind == "antibody"


def test_the_identifiers_of_instruments_are_recognised(corpus: Path) -> None:
    """What PIDINST records call themselves, by their type; a made-up one without a slash is no handle."""
    found = 0
    for file in sorted((corpus / "pidinst").rglob("*.xml")):
        text = file.read_text(encoding="utf-8", errors="replace")
        for kind, value in re.findall(
            r"<identifier\s+identifierType=\"(DOI|Handle)\"[^>]*>\s*([^<\s]+)\s*<", text
        ):
            identifier = identify(value, scheme=kind)
            assert (identifier.state == "valid") == ("/" in value), (file.name, value, identifier.problem)
            assert identify(value, scheme="pidinst").iri == identifier.iri
            found += "/" in value
    assert found >= 3


def test_the_ids_of_the_crates_studies_keep_their_meaning(corpus: Path) -> None:
    """A study is known by its accession, and nothing that it names becomes an identifier of another value."""
    known = 0
    for file in crate_files(corpus):
        document = json.loads(file.read_text(encoding="utf-8"))
        about = next(node for node in document["@graph"] if node["@id"] == "ro-crate-metadata.json")["about"][
            "@id"
        ]
        identifier = identify(about)
        accession = re.search(r"S-[A-Z]+\d+|idr\d{4}|ssbd-repos-\d{6}", about)
        if accession is None or "/studies/EMPIAR-" in about:
            continue
        assert (identifier.state, identifier.value) == ("valid", accession[0]), about
        assert identifier.iri.rstrip("/") == about.rstrip("/").replace("http://", "https://")
        assert identifier_of(identifier.iri) is not None
        known += 1
    assert known > 150


def test_every_doi_of_the_crates_is_recognised(corpus: Path) -> None:
    """Papers and data sets that studies name."""
    dois = {
        text
        for file in crate_files(corpus)
        for text in _strings(json.loads(file.read_text(encoding="utf-8")))
        if text.startswith("https://doi.org/10.")
    }
    assert len(dois) > 100
    base = packaged_schemes()["doi"].base
    assert {identify(text).iri for text in dois} == {base + text.removeprefix(base).lower() for text in dois}
