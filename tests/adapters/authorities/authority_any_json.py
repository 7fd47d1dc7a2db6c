"""Any JSON, and any JSON in which the members that authorities answer with are likely."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

TEXTS = st.one_of(
    st.sampled_from([
        "", "ada@example.org", "mailto:ada@example.org", "ask ada@example.org!", "https://ror.org/00examp37", "00examp37",
        "https://ror.org/00examp38", "0000-0003-9000-0102", "http://orcid.org/0000-0003-9000-0102", "10.5072/kidney-patrol",
        "10.5072/a<b>;c", "https://doi.org/10.5072/%zz", "http://[broken", "https://x.example/%zz", "active", "inactive",
        "successor", "parent", "website", "ROR", "en", "x-", "a", "2025-13-01", "2025", "Instrument", "DataCite", "\ud800",
        "retraction", "IsPartOf", "DOI", "<i>x</i> &lt;b&gt; &#0; &#xd800;", "HS_ALIAS", "\x00\x1f",
    ]),
    st.text(max_size=20),
)  # fmt: skip
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | TEXTS


def values(*members: str) -> st.SearchStrategy[Any]:
    """JSON in which objects have some of these members, with values of any form."""
    keys = st.sampled_from(members) | st.text(max_size=5)
    return st.recursive(
        LEAVES,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=6),
        max_leaves=25,
    )


def with_members(start: dict[str, Any], *members: str) -> st.SearchStrategy[dict[str, Any]]:
    """A readable document of which some members are replaced by anything."""
    anything = values(*members)
    return st.dictionaries(st.sampled_from(members), anything, max_size=6).map(
        lambda found: {**start, **found}
    )
