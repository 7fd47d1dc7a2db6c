"""The installed wheel is whole without the source beside it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from imagegraph import resources

COMMAND = str(Path(sys.executable).parent / "imagegraph")


def test_resources_come_from_the_package() -> None:
    """The data folders lie inside the installed package."""
    assert resources.root().name == "_resources"
    for folder in ("ontologies", "shapes", "mappings", "queries"):
        assert any(resources.path(folder).rglob("*.*")), folder


def test_no_generator_is_shipped() -> None:
    """Scripts that only developers run stay out of the wheel."""
    assert list(resources.root().rglob("*.py")) == []


def test_doctor_is_content(tmp_path: Path) -> None:
    """The installation finds nothing wrong with itself."""
    done = subprocess.run(
        [COMMAND, "doctor", "--data", str(tmp_path / "data")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_class_example_is_accepted(tmp_path: Path) -> None:
    """What `example Study` prints can be imported as it is."""
    text = subprocess.run([COMMAND, "example", "Study"], capture_output=True, text=True, check=True).stdout
    (tmp_path / "study.yaml").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [COMMAND, "import", str(tmp_path / "study.yaml"), "--data", str(tmp_path / "data")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 stored" in done.stdout


def test_terms_are_found_without_a_download(tmp_path: Path) -> None:
    """The registry and the starter vocabulary are in the package."""
    done = subprocess.run(
        [COMMAND, "terms", "search", "EM", "--field", "imaging-method", "--data", str(tmp_path / "data")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.startswith("FBbi:00000256"), done.stdout + done.stderr
