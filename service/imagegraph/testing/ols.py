"""A stand-in for a terminology service that speaks the API of OLS."""

from __future__ import annotations

from imagegraph.testing.stand_in import StandIn

PREFIX = "/ols4/api/"


class OlsStandIn(StandIn):
    """A server in a thread; `with OlsStandIn() as service: …`."""

    def __init__(self) -> None:
        super().__init__(PREFIX)
