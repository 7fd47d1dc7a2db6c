"""One identifier as it was written, recognised and checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: longest text that is looked at, characters
LONGEST = 2_000

#: `valid`: form and checksum are right; `invalid`: they are not, `problem` says why; `placeholder`: it says that
#: there is none (`https://orcid.org/NA`); `unknown`: it is of none of the schemes
IdentifierState = Literal["valid", "invalid", "placeholder", "unknown"]


@dataclass(frozen=True)
class Identifier:
    """What became of one spelling.

    Attributes:
        input: as it was written.
        scheme: name of the scheme in `mappings/identifiers.yaml`: `orcid`, `ror`, `doi`, `handle`, `rrid` …;
            empty when it is of none.
        value: the part below the scheme in its canonical spelling: `0000-0002-1825-0097`, `AB_90755`,
            `10.5281/zenodo.48440`; empty unless it is valid.
        iri: the canonical IRI; empty unless it is valid.
        problem: why it is not valid, or what is doubtful about a valid one; None when all is well.
    """

    input: str
    scheme: str
    value: str
    iri: str
    state: IdentifierState
    problem: str | None = None
