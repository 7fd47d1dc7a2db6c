"""The long form: everything, again and again, in changing order."""

from __future__ import annotations

import random
import time

import pytest
from archive_attacks import archive_attacks
from assault import Target, attack
from attacks import Listener
from bomb_attacks import bomb_attacks
from injection_attacks import injection_attacks
from outbound_attacks import outbound_attacks


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
def test_the_service_stands_a_siege(target: Target, listener: Listener, seed: int) -> None:
    """Whatever comes after whatever else: no connection, no death, no late answer, no worker over its memory."""
    attacks = [*archive_attacks(), *bomb_attacks(), *injection_attacks(), *outbound_attacks(listener.port)]
    random.Random(seed).shuffle(attacks)  # noqa: S311 - an order, no secret
    listener.seen.clear()
    assert attack(target, attacks) == []
    time.sleep(0.3)
    assert listener.seen == []
