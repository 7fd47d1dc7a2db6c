"""The table of identifier schemes says what it means to."""

from __future__ import annotations

import re
from collections import Counter

import pytest
import yaml

from imagegraph import resources
from imagegraph.model.authorities import packaged_authorities
from imagegraph.model.identifiers import IdentifierScheme, identify, packaged_schemes
from imagegraph.model.identifiers.checksums import CHECKSUMS
from imagegraph.model.identifiers.schemes import scheme_table
from imagegraph.model.terms import spellings

FILE = "mappings/identifiers.yaml"
TABLE = yaml.safe_load(resources.text("mappings", "identifiers.yaml"))
SCHEMES = list(packaged_schemes().values())


@pytest.fixture(params=SCHEMES, ids=lambda scheme: scheme.name, name="scheme")
def _scheme(request: pytest.FixtureRequest) -> IdentifierScheme:
    """Each scheme of the table."""
    found = request.param
    assert isinstance(found, IdentifierScheme)
    return found


def test_every_example_is_what_the_table_says(scheme: IdentifierScheme) -> None:
    """The example has the canonical form, the right checksum, and leads to the IRI of its base."""
    assert scheme.pattern.fullmatch(scheme.example), f"{FILE}: {scheme.name}"
    found = identify(scheme.example, scheme=scheme.name)
    assert (found.state, found.scheme, found.value) == ("valid", scheme.name, scheme.example)
    assert found.problem is None
    assert found.iri.startswith((scheme.base, *scheme.bases.values()))


def test_every_prefix_and_address_leads_to_the_scheme(scheme: IdentifierScheme) -> None:
    """Each way of announcing the scheme is read."""
    for prefix in scheme.prefixes:
        joint = "" if prefix.endswith("/") else ":"
        assert identify(f"{prefix}{joint}{scheme.example}").value == scheme.example, prefix
    for address in scheme.addresses:
        for text in (f"https://{address}{scheme.example}", f"http://www.{address}{scheme.example}"):
            assert identify(text).value == scheme.example, text


def test_every_scheme_is_told_completely(scheme: IdentifierScheme) -> None:
    """Whoever reads the documentation finds a title, a meaning and a page, in lower case where it is compared."""
    assert scheme.title
    assert scheme.names
    assert scheme.form
    assert scheme.homepage.startswith("https://")
    assert scheme.article in ("a", "an")
    assert scheme.letters in ("", "upper", "lower")
    assert scheme.checksum in ("", *CHECKSUMS)
    assert scheme.mapped_by in ("", *packaged_schemes())
    assert all(text == text.lower() for text in (*scheme.prefixes, *scheme.addresses))
    assert not any(re.match(r"https?://|www\.", address) for address in scheme.addresses)
    host = re.sub(r"^https?://(?:www\.)?|/.*", "", scheme.base)
    assert host in {address.partition("/")[0] for address in scheme.addresses} | {
        "identifiers.org",
        "doi.org",
    }


def test_bare_values_are_values(scheme: IdentifierScheme) -> None:
    """What is recognised by itself is what its scheme reads."""
    if scheme.bare and scheme.name not in ("pdb",):
        found = identify(scheme.example)
        assert (found.scheme, found.value) == (scheme.name, scheme.example)


def test_who_is_asked_agrees_with_the_table_of_authorities(scheme: IdentifierScheme) -> None:
    """`resolved_by` here and `asks` there say the same."""
    entries = packaged_authorities().entries
    asked = {name for name, entry in entries.items() if scheme.name in entry.asks}
    assert set(scheme.resolved_by) == asked, f"{FILE}, {scheme.name}: see mappings/authorities.yaml"


def test_authorities_are_asked_about_schemes_that_are_there() -> None:
    """No authority is asked about a scheme that nobody recognises."""
    asked = {scheme for entry in packaged_authorities().entries.values() for scheme in entry.asks}
    assert asked <= set(packaged_schemes())


def test_prefixes_and_addresses_are_used_once() -> None:
    """No two schemes share a prefix, an address or a base."""
    for part in ("prefixes", "addresses"):
        counts = Counter(text for scheme in SCHEMES for text in getattr(scheme, part))
        assert [text for text, count in counts.items() if count > 1] == []
    assert len({scheme.base for scheme in SCHEMES}) == len(SCHEMES)


def test_schemas_use_schemes_that_are_there() -> None:
    """PIDINST is a schema over DOI and handle, not a scheme."""
    assert "pidinst" not in packaged_schemes()
    for name, over in scheme_table().schemas.items():
        assert set(over) <= set(packaged_schemes())
        assert [scheme.name for scheme in scheme_table().asked(name.upper())] == list(over)


def test_the_table_of_prefixes_agrees() -> None:
    """Databases that ontologies refer to stand in prefixes.yaml too, with the same IRIs."""
    both = {"PubMed": "pubmed", "UniProt": "uniprot", "EMPIAR": "empiar"}
    for database, name in both.items():
        scheme = packaged_schemes()[name]
        iri = scheme.iri(scheme.example)
        assert spellings().find_term(iri) == iri
        for text in (
            f"{database}:{scheme.example.removeprefix('EMPIAR-')}",
            f"https://identifiers.org/{name}:{scheme.example}",
        ):
            assert identify(text).iri == iri
    databases = yaml.safe_load(resources.text("mappings", "prefixes.yaml"))["databases"]
    assert {name for name in databases if name.lower() in packaged_schemes()} == set(both)


def test_unknown_keys_are_not_in_the_table() -> None:
    """Each key of an entry is explained at the top of the file."""
    head = resources.text("mappings", "identifiers.yaml").partition("\nschemes:")[0]
    explained = set(re.findall(r"^#   (\w+) ", head, re.MULTILINE))
    assert {key for entry in TABLE["schemes"].values() for key in entry} <= explained
