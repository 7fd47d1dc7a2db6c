"""Archives are read in memory and within limits; nothing of them is ever written to a path of theirs."""

from __future__ import annotations

import tempfile
from pathlib import Path

from archive_attacks import archive_attacks, good_archive
from assault import Target, attack
from attacks import document


def test_a_good_archive_is_taken(target: Target) -> None:
    """The archive that the bad ones were made from is kept."""
    assert attack(target, [document("good.zip", good_archive(), 200, 201)]) == []


def test_no_archive_gets_out_or_gets_large(target: Target) -> None:
    """Paths, links, lies, bombs and polyglots are refused or harmless; no file appears anywhere."""
    attacks = archive_attacks()
    assert len({one.name for one in attacks}) == len(attacks) >= 40
    assert attack(target, attacks) == []
    for place in (Path(tempfile.gettempdir()), Path("/etc"), Path.cwd(), *target.folder.parents):
        assert not list(place.glob("*evil*")), place
    assert not list(target.folder.rglob("*evil*"))
