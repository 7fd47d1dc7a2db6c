"""Persistent identifiers: what people write, the one IRI it stands for, and what is wrong with it.

Pure: no network, no files but the packaged tables. From the outside in:

* `recognition`: `identify` and `identifier_of`; `iris`: `normalise_iri`, for all that documents use as IRIs
* `beginnings`: prefixes and web addresses; `characters`: what copying and typing does
* `values` (by pattern and checksum), `dois`, `rrids`: the value of each scheme; `checksums`
* `schemes`: the table `mappings/identifiers.yaml`; `identifier`: the result
"""

from imagegraph.model.identifiers.checksums import orcid_checksum, ror_checksum
from imagegraph.model.identifiers.identifier import LONGEST, Identifier, IdentifierState
from imagegraph.model.identifiers.iris import DANGEROUS, SCHEMES, Normalised, normalise_iri
from imagegraph.model.identifiers.recognition import identifier_of, identify
from imagegraph.model.identifiers.rrids import RridFamily, rrid_families, rrid_family
from imagegraph.model.identifiers.schemes import IdentifierScheme, packaged_schemes
from imagegraph.model.identifiers.values import is_placeholder

__all__ = [
    "DANGEROUS",
    "LONGEST",
    "SCHEMES",
    "Identifier",
    "IdentifierScheme",
    "IdentifierState",
    "Normalised",
    "RridFamily",
    "identifier_of",
    "identify",
    "is_placeholder",
    "normalise_iri",
    "orcid_checksum",
    "packaged_schemes",
    "ror_checksum",
    "rrid_families",
    "rrid_family",
]
