"""The starter vocabulary agrees with itself and with the registry; a failure says what to type."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from imagegraph.model.folding import fold
from imagegraph.model.ontology import Term
from imagegraph.model.starter import (
    starter_digest,
    starter_entries,
    starter_files,
    starter_header,
    starter_terms,
)
from imagegraph.model.vocabularies import FieldPolicy, packaged_registry

REGISTRY = packaged_registry()
ENTRIES = [(file.name, entry) for file, entry in starter_entries()]
TERMS = {term.iri: term for terms in starter_terms().values() for term in terms}
KEYS = {
    "id", "label", "kind", "parents", "part_of", "abbreviations", "exact", "narrow", "broad", "related",
    "labels", "xrefs", "about", "note", "verified", "obsolete", "replaced_by",
}  # fmt: skip
LANGUAGES = {"de", "fr", "es", "pt", "it", "nl", "ja", "zh"}
#: fields whose names differ by case (mM and mm), so that they are compared letter by letter
EXACT = {"unit"}


def _above(iri: str) -> set[str]:
    """A term and everything above it."""
    seen: set[str] = set()
    left = [iri]
    while left:
        current = left.pop()
        if current not in seen:
            seen.add(current)
            left += [parent.iri for parent in TERMS[current].parents if parent.iri in TERMS]
    return seen


def _taken_by(field: FieldPolicy) -> dict[str, Term]:
    """The starter's terms that a field takes."""
    roots: dict[str, set[str | None]] = defaultdict(set)
    for choice in field.choices:
        roots[choice.vocabulary].add(choice.root)
    found: dict[str, Term] = {}
    for iri, term in TERMS.items():
        vocabulary = REGISTRY.of_iri(iri)
        wanted = roots.get(vocabulary.id if vocabulary else "", set())
        if None in wanted or wanted & _above(iri):
            found[iri] = term
    return found


@pytest.mark.parametrize("file", starter_files(), ids=lambda file: file.name)
def test_a_file_is_in_order(file: Path) -> None:
    """It begins with a comment on its theme, and its terms stand in the order of their IRIs."""
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# "), f"{file.name}: begin with a line `# …` that names the theme"
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*\.yaml", file.name), f"name {file.name} in letters and hyphens"
    ids = [entry["id"] for name, entry in ENTRIES if name == file.name]
    wanted = sorted(ids, key=REGISTRY.expand)
    for have, want in zip(ids, wanted, strict=True):
        assert have == want, f"{file.name}: move {want} before {have}"


def test_entries_are_well_formed() -> None:
    """Keys, prefix, local part, languages and names of each entry are such that it can be found."""
    for file, entry in ENTRIES:
        _check_form(entry, where=f"{file}, {entry['id']}")


def _check_form(entry: Mapping[str, Any], *, where: str) -> None:
    unknown = sorted(set(entry) - KEYS)
    assert not unknown, f"{where}: remove or correct the keys {unknown}"
    vocabulary = next((v for v in REGISTRY.vocabularies.values() if entry["id"].startswith(v.curie)), None)
    assert vocabulary, f"{where}: add a vocabulary with this prefix to ontologies/vocabularies.yaml"
    local = entry["id"].removeprefix(vocabulary.curie)
    assert re.fullmatch(vocabulary.local, local), f"{where}: {local} does not fit {vocabulary.local}"
    assert isinstance(entry["label"], str), f"{where}: put the label in quotes"
    languages = sorted(set(entry.get("labels", {})) - LANGUAGES)
    assert not languages, f"{where}: {languages} is not among {', '.join(sorted(LANGUAGES))}"
    names = [name for name in TERMS[REGISTRY.expand(entry["id"])].names if name.language in ("", "en")]
    twice = [text for text, count in Counter(name.text for name in names).items() if count > 1]
    assert not twice, f"{where}: write {', '.join(twice)} only once"
    for name in TERMS[REGISTRY.expand(entry["id"])].names:
        assert name.text == name.text.strip(), f"{where}: remove spaces around “{name.text}”"
        assert fold(name.text), f"{where}: remove “{name.text}”, which has no letter or digit to search for"


def test_no_term_stands_twice() -> None:
    """Each id has one entry."""
    counts = Counter(entry["id"] for _, entry in ENTRIES)
    twice = sorted(curie for curie, count in counts.items() if count > 1)
    assert not twice, f"keep one entry of {', '.join(twice)} in ontologies/terms/starter"


def test_what_entries_point_to_is_there() -> None:
    """Parents and successors are starter terms themselves, and no term is above itself."""
    for file, entry in ENTRIES:
        for key in ("parents", "part_of", "replaced_by"):
            for curie in entry.get(key, ()):
                known = REGISTRY.expand(curie) in TERMS
                assert known, f"{file}, {entry['id']}: add {curie} to the starter or remove it from `{key}`"
        iri = REGISTRY.expand(entry["id"])
        for parent in TERMS[iri].parents:
            assert iri not in _above(parent.iri), (
                f"{file}, {entry['id']}: it is above its parent {parent.iri}"
            )


def _claims(field: FieldPolicy) -> Iterator[tuple[str, Term, str]]:
    """(name as it is compared, term, kind) of the English and unmarked names in a field."""
    for term in _taken_by(field).values():
        for name in term.names:
            if name.language in ("", "en"):
                yield (name.text if field.name in EXACT else fold(name.text)), term, name.kind


@pytest.mark.parametrize("field", REGISTRY.fields.values(), ids=lambda field: field.name)
def test_a_name_means_one_term_in_a_field(field: FieldPolicy) -> None:
    """A synonym or abbreviation is no other term's name, unless they are the same thing or a note says why."""
    noted = {REGISTRY.expand(entry["id"]) for _, entry in ENTRIES if "note" in entry}
    owners: dict[str, dict[str, str]] = defaultdict(dict)
    for text, term, kind in _claims(field):
        owners[text].setdefault(term.iri, kind)
    for text, kinds in owners.items():
        strong = {iri for iri, kind in kinds.items() if kind in ("label", "exact", "abbreviation")}
        if len(strong) < 2 or strong & noted or all(kinds[iri] == "label" for iri in strong):
            continue
        curies = {REGISTRY.curie(iri) for iri in strong}
        same = any(set(TERMS[iri].xrefs) & curies for iri in strong)
        homes = {curie.partition(":")[0] for curie in curies}
        assert same or len(homes) == len(curies), (
            f"field {field.name}: “{text}” is a name of {', '.join(sorted(curies))}; remove it from one, "
            f"write `xrefs` if they are the same, or a `note` with the reason"
        )


@pytest.mark.parametrize(
    ("text", "curie"),
    [
        ("EM", "FBbi:00000256"), ("TEM", "FBbi:00000258"), ("SEM", "FBbi:00000257"), ("SIM", "FBbi:00000332"),
        ("cryo-EM", "CHMO:0002413"), ("TIRF", "FBbi:00000617"), ("STED", "FBbi:00000334"),
        ("dSTORM", "FBbi:00000336"), ("LSFM", "FBbi:00000369"), ("DIC", "FBbi:00000245"),
        ("CLEM", "EDAM:topic__R8Ss4wIFt90wZ1yjFLfXyPM"), ("FIB-SEM", "FBbi:00050000"), ("MRI", "NCIT:C16809"),
        ("micro-CT", "FBbi:00001002"), ("H&E", "FBbi:00000041"), ("DAPI", "FBbi:00000056"),
        ("GFP", "FBbi:00000082"), ("mCherry", "FBbi:00000525"), ("FFPE", "FBbi:00000020"),
        ("PFA", "FBbi:00000010"), ("HeLa", "RRID:CVCL_0030"), ("HEK293", "RRID:CVCL_0045"), ("U2OS", "RRID:CVCL_0042"),
        ("iPSC", "EFO:0004905"), ("MEF", "CL:2000042"), ("E. coli", "NCBITaxon:562"), ("mouse", "NCBITaxon:10090"),
        ("human", "NCBITaxon:9606"), ("zebrafish", "NCBITaxon:7955"), ("µm", "unit:MicroM"), ("um", "unit:MicroM"),
        ("°C", "unit:DEG_C"), ("mM", "unit:MilliMOL-PER-L"), ("Maus", "NCBITaxon:10090"),
        ("蛍光顕微鏡法", "FBbi:00000246"),
    ],
)  # fmt: skip
def test_words_of_the_bench_are_there(text: str, curie: str) -> None:
    """What is said daily is a name of the term that is meant."""
    names = {name.text for name in TERMS[REGISTRY.expand(curie)].names}
    assert text in names, f"add “{text}” to {curie}"


def test_confocal_is_below_light_microscopy() -> None:
    """The hierarchy works before any download, whatever release the parents were taken from."""
    for curie in ("FBbi:00000251", "FBbi:00000332", "FBbi:00000369"):
        assert REGISTRY.expand("FBbi:root_00000000") in _above(REGISTRY.expand(curie))
    for curie in ("FBbi:00000251", "FBbi:00000369", "FBbi:00000617", "FBbi:00000243"):
        assert REGISTRY.expand("FBbi:00000345") in _above(REGISTRY.expand(curie)), curie


def test_the_digest_is_of_the_files() -> None:
    """It is the same for the same files, and the header of each part names its vocabulary."""
    assert re.fullmatch(r"[0-9a-f]{64}", starter_digest())
    assert starter_digest.__wrapped__() == starter_digest()
    for vocabulary in starter_terms():
        assert starter_header(vocabulary).ontology == vocabulary
