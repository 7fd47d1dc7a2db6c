"""Resolving while every fifth answer is broken; the long form is `python tests/linking/faulty_run.py 10000`."""

from __future__ import annotations

import pytest
from faulty_run import CONCURRENT, RATE, Faulty, run

COUNT = 300


@pytest.fixture(scope="module", name="found")
def _found(tmp_path_factory: pytest.TempPathFactory) -> Faulty:
    return run(COUNT, folder=tmp_path_factory.mktemp("faults"))


def test_every_identifier_ends_in_its_true_state(found: Faulty) -> None:
    """No broken answer becomes a negative one, and none is lost, though all stopped in the middle."""
    assert found.wrong == []
    assert sum(found.states.values()) == COUNT
    assert found.left == 0
    assert 0 < found.restarted_at < COUNT
    assert sum(found.faults.values()) > COUNT / 10


def test_no_authority_is_asked_more_than_its_limit(found: Faulty) -> None:
    """Neither faster, nor more at once; one more a second is the turn that two clocks see differently."""
    assert max(found.fastest.values()) <= RATE + 1
    assert max(found.at_once.values()) <= CONCURRENT


def test_nothing_is_asked_about_twice_at_the_same_time(found: Faulty) -> None:
    """Two threads that want the same wait for one answer."""
    assert found.twice == set()


def test_every_answer_is_shown(found: Faulty) -> None:
    """Each identifier has its graph; organisations that others are part of may have one too."""
    assert found.shown >= COUNT
