"""All authorities in one stand-in: a small world of identifiers, served over real HTTP."""

from imagegraph.testing.authorities.invented import identifiers, state_of
from imagegraph.testing.authorities.stand_in import (
    AUTHORITIES,
    STATES,
    AuthoritiesStandIn,
    expected_state,
    invented_iris,
)

__all__ = [
    "AUTHORITIES",
    "STATES",
    "AuthoritiesStandIn",
    "expected_state",
    "identifiers",
    "invented_iris",
    "state_of",
]
