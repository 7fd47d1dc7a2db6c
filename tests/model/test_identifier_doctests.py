"""The examples in the docstrings of the identifier modules."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import imagegraph.model.identifiers as package

MODULES = [f"{package.__name__}.{module.name}" for module in pkgutil.iter_modules(package.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_are_true(name: str) -> None:
    """Each example gives what stands below it."""
    result = doctest.testmod(importlib.import_module(name))
    assert result.failed == 0


def test_there_are_examples() -> None:
    """The modules that read and check have some."""
    finder = doctest.DocTestFinder()
    told = {name.rpartition(".")[2] for name in MODULES if any(
        test.examples for test in finder.find(importlib.import_module(name))
    )}  # fmt: skip
    assert told >= {"recognition", "iris", "characters", "checksums", "beginnings", "schemes", "rrids"}
