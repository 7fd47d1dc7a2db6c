"""Texts are compared without regard to case, accents, punctuation and width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imagegraph.model.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""), (" \t\n", ""), ("E. coli", "e coli"), ("H&E", "h e"), ("Ca2+", "ca2+"), ("ﬂuorescence", "fluorescence"),
        ("\uff24\uff21\uff30\uff29", "dapi"), ("Straße", "strasse"), ("µm", "μm"), ("Förster", "forster"), ("Fo\u0308rster", "forster"),
        ("β-tubulin", "β tubulin"), ("naïve_T-cell", "naive t cell"), ("a\u200bb\u202ec", "abc"), ("\ud800", ""),
        ("\0x", "x"), ("हिन्दी", "हिन्दी"),
    ],
)  # fmt: skip
def test_texts_are_folded(text: str, folded: str) -> None:
    """Case, accents of Latin and Greek letters, punctuation and invisible characters are gone."""
    assert fold(text) == folded


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_texts_are_folded_like_others(text: str) -> None:
    """The short way for ASCII gives what the long way gives."""
    assert f"{fold(text)} e".strip() == fold(f"{text} é").strip()


@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_folded_texts_are_words_between_single_spaces(text: str) -> None:
    """Any text can be folded, and nothing of a query language is left in it."""
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert not set(folded) & set("\0\"'()*:^-_{}[]<>%&|;,.!?/\\")
    folded.encode()
