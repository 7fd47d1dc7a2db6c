"""The house rules that a machine can check."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "service").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
BANNED = {"utils", "helpers", "common", "core", "services_", "manager", "misc"}


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_stay_small(source: Path) -> None:
    """No module has more than 600 lines; past 250 it asks to be two."""
    lines = len(source.read_text("utf-8").splitlines())
    assert lines <= 600, f"{source.name} has {lines} lines: cut it in two"


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_functions_stay_small(source: Path) -> None:
    """No function has more than 80 lines."""
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
            length = node.end_lineno - node.lineno + 1
            assert length <= 80, f"{source.name}:{node.lineno} {node.name} has {length} lines: split it"


def test_no_module_is_a_drawer() -> None:
    """Modules are named for what they hold."""
    drawers = [path for path in SOURCES if path.stem in BANNED or path.parent.name in BANNED]
    assert drawers == []


@pytest.mark.parametrize("test", TESTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_test_says_what_is_expected(test: Path) -> None:
    """Each test function has a docstring that states the expected behaviour."""
    for node in ast.walk(ast.parse(test.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            assert ast.get_docstring(node), f"{test.name}:{node.lineno} {node.name} has no docstring"


def test_version_is_told_once() -> None:
    """The changelog and the citation name the version of pyproject.toml."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert f"version: {version}" in (ROOT / "CITATION.cff").read_text("utf-8")


def test_the_list_of_errors_is_the_tree() -> None:
    """The drawing at the top of errors.py names every error, and nothing else."""
    from imagegraph import errors

    drawn = {
        line.split()[1]
        for line in (errors.__doc__ or "").splitlines()
        if line.strip().startswith(("* ", "x ", "+ "))
    }
    assert drawn == {kind.__name__ for kind in errors.all_errors().values()}


def test_importing_reads_no_settings_and_opens_nothing(tmp_path: Path) -> None:
    """Importing the application does not touch a folder."""
    code = "import imagegraph.asgi, imagegraph.cli, os; assert os.listdir('.') == [], os.listdir('.')"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_help_loads_nothing_heavy() -> None:
    """`imagegraph --help` does not import the web framework, the engines or the validators."""
    code = (
        "import sys, imagegraph.cli;"
        "heavy = {'fastapi', 'pyshacl', 'rdflib', 'pyoxigraph', 'uvicorn', 'requests', 'pyld'} & set(sys.modules);"
        "assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_test_modules_have_names_of_their_own() -> None:
    """Two test modules of one name cannot be collected together."""
    names = [test.name for test in TESTS]
    assert sorted(names) == sorted(set(names)), "rename one: " + ", ".join(
        {n for n in names if names.count(n) > 1}
    )
