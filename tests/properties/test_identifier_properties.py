"""What holds for the identifiers of every scheme."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from identifier_samples import SCHEMES, SPELLINGS, damaged, values

from imagegraph.model.identifiers import (
    IdentifierScheme,
    identifier_of,
    identify,
    normalise_iri,
    packaged_schemes,
)

_FIVE = ("orcid", "ror", "doi", "rrid", "handle")


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
@given(data=st.data())
def test_every_spelling_leads_to_the_same_iri(scheme: IdentifierScheme, data: st.DataObject) -> None:
    """A value that is right is recognised however it is spelt, and both ways of reading agree."""
    value = data.draw(values(scheme))
    for name, spell in SPELLINGS.items():
        text = spell(scheme, value)
        found = identify(text)
        expected = ("valid", scheme.name, value, scheme.iri(value))
        assert (found.state, found.scheme, found.value, found.iri) == expected, name
        assert normalise_iri(text).iri == found.iri, name
        assert identify(text, scheme=scheme.name) == found, name


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
@given(data=st.data())
def test_a_bare_value_is_read_by_its_scheme(scheme: IdentifierScheme, data: st.DataObject) -> None:
    """The value alone is enough where the scheme is known; without, it is the same or nothing."""
    value = data.draw(values(scheme))
    assert identify(value, scheme=scheme.name).iri == scheme.iri(value)
    alone = identify(value)
    assert (
        alone.state == "unknown" or alone.iri == scheme.iri(value) or scheme.name in ("isni", "pdb", "handle")
    )


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
@given(data=st.data())
def test_canonicalisation_is_idempotent(scheme: IdentifierScheme, data: st.DataObject) -> None:
    """The canonical IRI stands for itself."""
    iri = scheme.iri(data.draw(values(scheme)))
    assert identify(iri).iri == iri
    assert identifier_of(iri) == identify(iri)
    assert not normalise_iri(iri).changed


_ANY = st.text(max_size=40) | st.binary(max_size=40).map(lambda raw: raw.decode("utf-8", "surrogateescape"))
_LEADS = st.sampled_from(
    ["", *(scheme.base for scheme in SCHEMES), *(f"{scheme.prefixes[0]}:" for scheme in SCHEMES)]
)
_TEXTS = st.builds("{}{}".format, _LEADS, _ANY) | damaged()


@given(
    text=_TEXTS,
    scheme=st.sampled_from([None, "pidinst", "x", *packaged_schemes()]),
)
def test_anything_gets_an_answer_that_agrees_with_itself(text: str, scheme: str | None) -> None:
    """Nothing is raised; a valid answer is stable, any other has a reason and no IRI."""
    found = identify(text, scheme=scheme)
    assert found.input == text
    if found.state != "valid":
        assert (found.iri, found.value) == ("", "")
        assert found.problem
        return
    assert identify(found.iri) == identifier_of(found.iri)
    again = identify(found.iri, scheme=found.scheme)
    assert (again.state, again.scheme, again.value, again.iri) == (
        "valid",
        found.scheme,
        found.value,
        found.iri,
    )


@given(text=_TEXTS)
def test_both_ways_of_reading_agree(text: str) -> None:
    """What a document uses as an IRI is never another identifier than the one that is recognised."""
    found, kept = identify(text), normalise_iri(text)
    if kept.kind in _FIVE and kept.changed:
        assert kept.iri == found.iri
    if found.state == "valid" and found.scheme in _FIVE and kept.kind != "none":
        assert kept.iri == found.iri
    assert normalise_iri(kept.iri).iri == kept.iri
