"""Persistent identifiers: what people write, the one IRI it stands for, and what is wrong with it.

Pure: no network, no files but the packaged tables.
"""

from imagegraph.model.identifiers.identifier import Identifier, IdentifierState, identify
from imagegraph.model.identifiers.spelling import (
    DANGEROUS,
    LONGEST,
    SCHEMES,
    Normalised,
    is_placeholder,
    normalise_iri,
    orcid_checksum,
    ror_checksum,
)

__all__ = [
    "DANGEROUS",
    "LONGEST",
    "SCHEMES",
    "Identifier",
    "IdentifierState",
    "Normalised",
    "identify",
    "is_placeholder",
    "normalise_iri",
    "orcid_checksum",
    "ror_checksum",
]

from imagegraph.model.identifiers.temporary import identifier_of, packaged_schemes  # noqa
