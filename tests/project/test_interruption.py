"""An interruption between the journal and the graph loses nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from imagegraph.bootstrap import open_services, settings_for
from imagegraph.model.records import Document
from imagegraph.operations import projection

STUDY = Document(name="a.yaml", content=b"type: Study\nid: https://example.org/a\nname: A study\n")


def _problems(folder: Path) -> list[projection.Problem]:
    settings = settings_for(folder)
    with open_services(settings) as services:
        return list(projection.verify(services.journal, services.linking.graph, base=settings.base))


def test_the_next_start_catches_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the journal accepted and the graph did not get any more is in the graph after the next start."""

    def interrupted(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    with open_services(settings_for(tmp_path)) as services:
        monkeypatch.setattr(services.linking.graph, "replace", interrupted)
        coming = services.ingest.take([STUDY], agent="test", reason="test")
        with pytest.raises(KeyboardInterrupt):
            list(coming)
    with open_services(settings_for(tmp_path)) as services:
        assert services.journal.head == 1
    assert _problems(tmp_path) == []


def test_a_refused_deletion_is_no_interruption(tmp_path: Path) -> None:
    """After a deletion that the journal refused, the graph still counts as complete."""
    from imagegraph.adapters.folder import DataFolder
    from imagegraph.errors import NotFound

    settings = settings_for(tmp_path)
    with open_services(settings) as services:
        with pytest.raises(NotFound):
            services.ingest.bury("nobody", if_match="*", agent="test", reason="test")
        list(services.ingest.take([STUDY], agent="test", reason="test"))
    folder = DataFolder(tmp_path, base=settings.base)
    try:
        assert folder.applied == 1
    finally:
        folder.close()
