"""The packaged data are the data of the checkout."""

from __future__ import annotations

from importlib.metadata import files
from pathlib import Path

import pytest

from imagegraph import resources

ROOT = Path(__file__).parents[2]
FOLDERS = ("ontologies", "shapes", "mappings", "queries")
DATA = [
    file.relative_to(ROOT)
    for folder in FOLDERS
    for file in sorted((ROOT / folder).rglob("*"))
    if file.is_file() and file.suffix not in (".py", ".pyc") and not file.name.startswith(".")
]


@pytest.mark.parametrize("file", DATA, ids=str)
def test_every_data_file_is_found_byte_for_byte(file: Path) -> None:
    """What `resources` gives is what lies in the checkout."""
    assert resources.path(*file.parts).read_bytes() == (ROOT / file).read_bytes()


def test_the_distribution_owns_no_common_name() -> None:
    """Installing imagegraph puts no top-level `service`, `docker`, `tests` … into site-packages."""
    owned = {Path(str(file)).parts[0] for file in files("imagegraph") or []}
    assert not owned & {"service", "docker", "queries", "tests", "ontologies", "shapes", "mappings", "docs"}
