"""Any JSON, with the names and words that readers look for strewn in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

MAIL = "ada@example.org"
_WORDS = [
    MAIL, f"mailto:{MAIL}", f"write to {MAIL}, please", f"https://x.example/?m={MAIL}", "no", "unknown", "https://[",
    "http://x.example/%zz", "https://ror.org/02aj13c28", "10.99999/a", "\ud800", "\x00\x1f", "", "#",
]  # fmt: skip


def any_json(keys: Sequence[str], words: Sequence[str]) -> st.SearchStrategy[Any]:
    """Documents whose objects have some of the keys, and whose texts are some of the words."""
    texts = st.sampled_from([*_WORDS, *words]) | st.text(max_size=12)
    leaves = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts
    names = st.sampled_from(list(keys))
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=8),
        max_leaves=30,
    )
