"""The registry of vocabularies agrees with itself and with the model; a failure says what to type.

The checks follow those of the Bioregistry: https://bioregistry.io/
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

import pytest
import yaml

from imagegraph import resources
from imagegraph.bootstrap import profile_names
from imagegraph.model.identifiers import normalise_iri
from imagegraph.model.starter import starter_terms
from imagegraph.model.terms import spellings, vocabulary_table
from imagegraph.model.vocabularies import Vocabulary, packaged_registry

FILE = "ontologies/vocabularies.yaml"
REGISTRY = packaged_registry()
VOCABULARIES = sorted(REGISTRY.vocabularies.values(), key=lambda entry: entry.id)
FIELDS = sorted(REGISTRY.fields.values(), key=lambda field: field.name)
#: ranges of a slot whose value is a term
TERM_RANGES = {"OntologyTerm", "Taxon"}
KEYS = {
    "prefix", "curie", "title", "base", "local", "strip_zeros", "prefixes", "aliases", "homepage", "licence",
    "languages", "releases", "ols", "about", "note",
}  # fmt: skip


def _slots() -> dict[str, dict[str, Any]]:
    """IRI -> definition of every slot of the model."""
    context = json.loads(resources.text("ontologies", "generated", "context.jsonld"))["@context"]
    found: dict[str, dict[str, Any]] = {}
    for file in sorted(resources.path("ontologies", "schema").glob("*.yaml")):
        for name, slot in (yaml.safe_load(file.read_text(encoding="utf-8")).get("slots") or {}).items():
            prefix, _, local = slot["slot_uri"].partition(":")
            found[context.get(prefix, prefix + ":") + local] = {"name": name, **slot}
    return found


def _example(pattern: str) -> str:
    """Something that fits the pattern of a local part."""
    tried = ("0000001", "9606", "0001", "00000001", "C1234", "0A12", "MicroM", "Agent", "topic_0001", "1")
    return next(text for text in tried if re.fullmatch(pattern, text))


@pytest.mark.parametrize("entry", VOCABULARIES, ids=lambda entry: entry.id)
def test_a_vocabulary_is_described(entry: Vocabulary) -> None:
    """It has a known set of keys, a sentence, and addresses that can be fetched safely."""
    raw = vocabulary_table()["vocabularies"][entry.id]
    unknown = sorted(set(raw) - KEYS)
    assert not unknown, f"{FILE}, {entry.id}: remove or correct the keys {unknown}"
    assert re.fullmatch(r"[a-z][a-z0-9]*", entry.id), f"{FILE}, {entry.id}: write the id in lower case"
    assert entry.about.endswith("."), f"{FILE}, {entry.id}: end `about` with a full stop"
    assert entry.releases, f"{FILE}, {entry.id}: say in `releases` where it is fetched"
    for address in (*entry.releases, *filter(None, [entry.homepage, entry.licence])):
        plain = address.startswith("http://") and address in entry.releases
        assert address.startswith(("https://", "http://")), f"{FILE}, {entry.id}: {address} is no address"
        assert not plain, f"{FILE}, {entry.id}: write https in `releases` for {address}"
    for alias in entry.aliases:
        assert "://" not in alias, f"{FILE}, {entry.id}: write the alias {alias} without scheme"
        assert not alias.startswith("www."), f"{FILE}, {entry.id}: write the alias {alias} without `www.`"


@pytest.mark.parametrize("entry", VOCABULARIES, ids=lambda entry: entry.id)
def test_every_spelling_leads_to_the_term(entry: Vocabulary) -> None:
    """The IRI, the CURIE, and each other prefix and base of a term stand for its IRI."""
    local = _example(entry.local)
    iri = entry.base + local
    spelt = [iri, f"{entry.prefix}:{local}", f"{entry.prefix}_{local}"]
    spelt += [f"https://{alias}{local}" for alias in entry.aliases if ":" not in alias.split("/")[0]]
    spelt += [prefix + ("" if ":" in prefix else ":") + local for prefix in entry.prefixes]
    for text in spelt:
        found = spellings().find_term(text)
        assert found == iri, (
            f"{FILE}, {entry.id}: {text} stands for {found}; add or remove an alias or prefix"
        )
        kept = normalise_iri(text).iri
        assert kept == iri, (
            f"{FILE}, {entry.id}: {text} is kept as {kept}; name its host in mappings/identifiers.yaml"
        )
    assert REGISTRY.curie(iri) == f"{entry.curie}{local}"
    assert REGISTRY.of_iri(iri) is entry


def test_prefixes_and_bases_are_used_once() -> None:
    """No two vocabularies share a prefix or a base."""
    prefixes = Counter(name.lower() for entry in VOCABULARIES for name in (entry.prefix, *entry.prefixes))
    bases = Counter(entry.base for entry in VOCABULARIES)
    twice = [name for counts in (prefixes, bases) for name, count in counts.items() if count > 1]
    assert not twice, f"{FILE}: keep only one of the entries with {', '.join(twice)}"


def test_no_database_is_a_vocabulary_too() -> None:
    """What stands in the registry does not stand in the table of databases."""
    databases = yaml.safe_load(resources.text("mappings", "prefixes.yaml"))["databases"]
    names = {name.lower() for entry in databases.values() for name in entry["prefixes"]}
    both = names & {name.lower() for entry in VOCABULARIES for name in (entry.prefix, *entry.prefixes)}
    assert not both, f"remove {', '.join(sorted(both))} from mappings/prefixes.yaml"


@pytest.mark.parametrize(
    ("text", "iri"),
    [
        ("NCBI:txid9606", "NCBITaxon_9606"),
        ("NCBITaxon_09606", "NCBITaxon_9606"),
        ("https://purl.obolibrary.org/obo/NCBITaxon_044689", "NCBITaxon_44689"),
        ("NCBITaxon_0", None),
        ("Fbbi:00000246", "FBbi_00000246"),
        ("obo:FBbi_00000256", "FBbi_00000256"),
        ("FBbi_root_00000000", "FBbi_root_00000000"),
        ("CHEBI:015377", "CHEBI_015377"),
        ("http://purl.org/obo/owl/CL#CL_0000540", "CL_0000540"),
        ("http://purl.bioontology.org/ontology/UBERON/UBERON:0000955", None),
        ("http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl#C16809", "NCIT_C16809"),
        ("https://www.ebi.ac.uk/chebi/searchId.do?chebiId=CHEBI:15377", "CHEBI_15377"),
    ],
)
def test_spellings_of_the_wild(text: str, iri: str | None) -> None:
    """What study crates and IDR write; zeros are dropped for taxa only."""
    assert spellings().find_term(text) == (iri and f"http://purl.obolibrary.org/obo/{iri}")


def test_a_cell_line_has_one_iri_by_every_road() -> None:
    """Cellosaurus numbers are kept as RRIDs, as identifiers of records are."""
    for text in ("CVCL_0030", "RRID:CVCL_0030", "https://www.cellosaurus.org/CVCL_0030", "CVCL:0030"):
        assert REGISTRY.iri(text) == "https://identifiers.org/RRID:CVCL_0030", text


@pytest.mark.parametrize("text", ["9606", "09606"])
def test_a_bare_number_is_a_taxon_in_the_organism_field_only(text: str) -> None:
    """A number without prefix means something only where the policy says so."""
    assert REGISTRY.iri(text, field="organism") == "http://purl.obolibrary.org/obo/NCBITaxon_9606"
    assert REGISTRY.iri(text, field="imaging-method") is None
    assert REGISTRY.iri(text) is None


def test_every_slot_that_takes_terms_has_a_policy() -> None:
    """A slot whose range is a term or a taxon, and the unit, is judged or declared open."""
    judged = {iri for field in FIELDS for iri in field.properties}
    for iri, slot in _slots().items():
        ranges = {slot.get("range"), *(part["range"] for part in slot.get("any_of", ()))}
        if ranges & TERM_RANGES or slot["name"] == "unit":
            known = iri in judged or iri in REGISTRY.open_properties
            assert known, f"{FILE}: write a field whose `properties` hold {iri} (slot {slot['name']})"


def test_every_property_of_a_field_is_in_the_model() -> None:
    """A policy judges properties that there are, each in one policy."""
    slots = _slots()
    used = Counter(iri for field in FIELDS for iri in field.properties)
    for iri in (*used, *REGISTRY.open_properties):
        assert iri in slots, f"{FILE}: no slot of ontologies/schema has the IRI {iri}; correct it"
        assert used[iri] <= 1, f"{FILE}: {iri} stands in two fields; keep one"
        assert not (used[iri] and iri in REGISTRY.open_properties), f"{FILE}: {iri} is open and judged"


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_field_names_what_there_is(field: Any) -> None:
    """Its vocabularies, roots and profiles exist, and every choice has its reason."""
    starter = {term.iri for terms in starter_terms().values() for term in terms}
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", field.name), f"{FILE}: name {field.name} in letters and hyphens"
    pairs = Counter((choice.vocabulary, choice.root) for choice in field.choices)
    assert pairs, f"{FILE}, {field.name}: name at least one vocabulary"
    for choice in field.choices:
        entry = REGISTRY.vocabularies.get(choice.vocabulary)
        assert entry, (
            f"{FILE}, {field.name}: there is no vocabulary {choice.vocabulary}; add it or correct it"
        )
        assert choice.why.endswith("."), (
            f"{FILE}, {field.name}: end the reason of {entry.id} with a full stop"
        )
        assert pairs[choice.vocabulary, choice.root] == 1, f"{FILE}, {field.name}: {entry.id} stands twice"
        if choice.root is not None:
            curie = REGISTRY.curie(choice.root)
            assert choice.root in starter, f"add the root {curie} to a file of ontologies/terms/starter"
    unknown = set(field.outside) - set(profile_names())
    assert not unknown, f"{FILE}, {field.name}: there is no profile {', '.join(unknown)}"
