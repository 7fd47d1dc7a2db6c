"""How sure a candidate for a text is.

Confidence is a number from 0 to 1, made only of what the reason says: the tier of the match (`BY_TIER`), times
`SHARED` when other terms are met in the same way, times `OUTSIDE` when the field does not take the term, times
`REPLACED` when the text names an obsolete term that this one replaces, times `DERIVED` when only a part of a name
was met. It orders and filters candidates; it is no probability.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from imagegraph.operations.terms.hits import Hit
from imagegraph.operations.terms.matching import (
    CLOSE,
    CLOSE_BEGINNING,
    ID,
    LABEL,
    PREFIX,
    RELATED,
    SYNONYM,
    VARIANT,
    WORDS,
)  # fmt: skip

#: tier of a match -> confidence when nothing speaks against it; a close spelling loses three times the share of its
#: letters that are wrong
BY_TIER: Mapping[int, float] = MappingProxyType(
    {
        ID: 1.0,
        LABEL: 0.98,
        SYNONYM: 0.92,
        VARIANT: 0.85,
        RELATED: 0.7,
        PREFIX: 0.5,
        WORDS: 0.4,
        CLOSE: 0.7,
        CLOSE_BEGINNING: 0.4,
    }
)
SHARED, OUTSIDE, REPLACED, DERIVED = 0.7, 0.5, 0.8, 0.95


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A term that may be meant.

    Attributes:
        confidence: 0 to 1, see the module.
        reason: why it is offered, and what speaks against it.
    """

    hit: Hit
    confidence: float
    reason: str


def candidate(hit: Hit, others: Sequence[Hit], length: int) -> Candidate:
    """A hit as a candidate.

    Args:
        others: all hits for the text, this one among them.
        length: characters of the text.
    """
    confidence = BY_TIER[hit.tier]
    reason = hit.reason
    if hit.tier >= CLOSE:
        confidence *= max(1 - 3 * hit.edits / length, 0.1)
    rivals = sum(other.tier == hit.tier and other.inside == hit.inside for other in others) - 1
    if rivals:
        confidence *= SHARED
        reason += f"; {rivals} others fit as well" if rivals > 1 else "; another fits as well"
    if hit.inside is False:
        confidence *= OUTSIDE
    if hit.replaces is not None or hit.obsolete:
        confidence *= REPLACED
    if hit.derived:
        confidence *= DERIVED
    return Candidate(hit=hit, confidence=round(confidence, 2), reason=reason)
