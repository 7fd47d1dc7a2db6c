"""Records are refused before the disk is full, and taken again when there is room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imagegraph.bootstrap import open_services, settings_for
from imagegraph.errors import DataFolderError
from imagegraph.model.records import Document
from imagegraph.operations.disk_space import GOOD_SECONDS, DiskSpace
from imagegraph.operations.ingest import Ingest
from imagegraph.operations.services import Services

_LEAST = 1_000
STUDY = Document(name="a.yaml", content=b"type: Study\nid: https://example.org/a\nname: A study\n")


class _Disk:
    """A disk whose free space the test decides about, and a clock."""

    def __init__(self, free: int) -> None:
        self.free, self.measured, self.now = free, 0, 1000.0

    def measure(self, folder: Path) -> int:
        self.measured += 1
        if self.free < 0:
            raise OSError(5, "Input/output error")
        return self.free

    def space(self) -> DiskSpace:
        """What is tested, over this disk."""
        return DiskSpace(Path(), least_free=_LEAST, measure=self.measure, clock=lambda: self.now)


@pytest.fixture(name="services", scope="module")
def _services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    with open_services(settings_for(tmp_path_factory.mktemp("room") / "data")) as services:
        yield services


@pytest.mark.parametrize(("free", "is_enough"), [(_LEAST - 1, False), (_LEAST, True), (_LEAST + 1, True)])
def test_the_limit(free: int, is_enough: bool) -> None:
    """At the limit there is room, one byte below there is none, and the refusal says which limit it is."""
    space = _Disk(free).space()
    assert (space.shortage is None) is is_enough
    if is_enough:
        space.confirm()
        return
    with pytest.raises(
        DataFolderError, match=r"1,000 bytes are free \(IMAGEGRAPH_DISK_FREE_BYTES\)"
    ) as caught:
        space.confirm()
    assert caught.value.extra == {"free_bytes": _LEAST - 1}


def test_no_limit() -> None:
    """0 is no limit: a disk without any room is left to say so itself."""
    DiskSpace(Path(), least_free=0, measure=lambda folder: 0).confirm()


def test_a_measurement_is_good_for_a_second() -> None:
    """However many ask: just before the second is over the disk is not asked, then it is once."""
    disk = _Disk(_LEAST)
    space = disk.space()
    for _ in range(100):
        space.confirm()
    disk.free = 0
    disk.now += GOOD_SECONDS - 0.001
    space.confirm()
    assert disk.measured == 1
    disk.now += 0.001
    with pytest.raises(DataFolderError):
        space.confirm()
    assert disk.measured == 2


def test_a_disk_that_cannot_be_asked_is_told() -> None:
    """It is an error of the data folder, not one of ours."""
    with pytest.raises(DataFolderError, match="Input/output error"):
        _Disk(-1).space().confirm()


def test_no_change_is_accepted_without_room(services: Services) -> None:
    """New, replaced, restored and deleted records are refused, and nothing is kept; trying out goes on; then all work."""
    disk = _Disk(_LEAST)
    ingest = Ingest(
        journal=services.journal, graph=services.graph, preparer=services.preparer, room=disk.space().confirm
    )
    (kept,) = ingest.take([STUDY], agent="test", reason="test")
    assert kept.id is not None
    tag, iri = f'"1-{services.journal.version(kept.id).digest[:12]}"', kept.iri or ""
    disk.free, disk.now = _LEAST - 1, disk.now + GOOD_SECONDS

    def change(number: int) -> None:
        if number == 0:
            list(ingest.take([STUDY], agent="test", reason="test"))
        elif number == 1:
            ingest.put(STUDY, id=kept.id or "", iri=iri, if_match=tag, agent="test", reason="test")
        elif number == 2:
            ingest.restore(kept.id or "", 1, if_match=tag, agent="test")
        else:
            ingest.bury(kept.id or "", if_match=tag, agent="test", reason="test")

    for number in range(4):
        with pytest.raises(DataFolderError, match="almost full"):
            change(number)
    assert services.journal.head == 1
    (tried,) = ingest.take([STUDY], agent="test", reason="test", keep="dry-run")
    assert tried.status == "unchanged"
    disk.free, disk.now = _LEAST, disk.now + GOOD_SECONDS
    for number in range(4):
        change(number)
    assert services.journal.head == 2  # the same content is no new version, its deletion is one
