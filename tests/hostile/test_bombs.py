"""Requests that ask for endless work are stopped at their limit, and the service goes on."""

from __future__ import annotations

from assault import Target, attack
from bomb_attacks import bomb_attacks


def test_no_bomb_brings_the_service_down(target: Target) -> None:
    """Each is refused, answered or stopped by its deadline, in its worker's memory; the service is ready afterwards."""
    attacks = bomb_attacks()
    assert len({one.name for one in attacks}) == len(attacks) >= 100
    assert attack(target, attacks) == []
