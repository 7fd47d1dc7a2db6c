"""What a term is called: its own names, the names inside them, and whether a text is one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from imagegraph.model.ontology import Term


@dataclass(frozen=True, kw_only=True)
class LabelVerdict:
    """Whether a text names a term.

    Attributes:
        belongs: `yes`: a label or synonym of it says just this (case, accents and punctuation aside);
            `nearly`: only a spelling variant or a part of a name does ("STED" for "stimulated emission depletion
            (STED)"), to be mentioned, not to be complained about; `no`; `unknown`: the term is not known here.
        label: of the term; empty when it is unknown.
        owners: (IRI, label) of the other terms that the text names, when it does not belong.
    """

    belongs: Literal["yes", "nearly", "no", "unknown"]
    label: str = ""
    owners: tuple[tuple[str, str], ...] = ()


def label_belongs(copies: Iterable[Term], text: str) -> Literal["yes", "nearly", "no", "unknown"]:
    """Whether a text is a name of the term that these copies describe, see `LabelVerdict.belongs`."""
    raise NotImplementedError
