"""A data folder survives accidents, and says so when it cannot."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from imagegraph import bootstrap
from imagegraph.errors import DataFolderError, DataFolderLocked
from imagegraph.operations.projection import verify
from imagegraph.testing.samples import sample_record

BASE = "http://localhost:8000/"


def _keep(folder: Path, *names: str) -> str:
    with bootstrap.open_services(bootstrap.settings_for(folder)) as services:
        records = [sample_record(name) for name in names]
        for version in services.journal.append(records, agent="-", reason="-"):
            assert version is not None
            services.linking.graph.replace(version.iri, version.ntriples, new=True)
        return services.linking.graph.digest()


def test_a_lost_graph_is_made_anew_at_start(tmp_path: Path) -> None:
    """Whoever deletes the graph folder loses nothing."""
    before = _keep(tmp_path, "a", "b")
    for file in (tmp_path / "graph").iterdir():
        file.unlink()
    (tmp_path / "imagegraph.json").unlink()
    with bootstrap.open_services(bootstrap.settings_for(tmp_path)) as services:
        assert services.linking.graph.digest() == before
        assert list(verify(services.journal, services.linking.graph, base=BASE)) == []


def test_rebuild_gives_the_same_graph(tmp_path: Path) -> None:
    """The digest of the graph made anew equals the one that grew."""
    grown = _keep(tmp_path, "a", "b", "c")
    assert bootstrap.rebuild(bootstrap.settings_for(tmp_path)) == (grown, grown)


def test_a_damaged_graph_is_made_anew(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A graph whose files are in disorder is made anew by the start, which says so, and by rebuild."""
    grown = _keep(tmp_path, "a", "b")
    (tmp_path / "graph" / "CURRENT").write_text("nonsense\n")
    with bootstrap.open_services(bootstrap.settings_for(tmp_path)) as services:
        assert services.linking.graph.digest() == grown
    assert "the graph is made anew from the journal" in caplog.text
    (tmp_path / "graph" / "CURRENT").write_text("nonsense\n")
    assert bootstrap.rebuild(bootstrap.settings_for(tmp_path)) == ("", grown)


def test_a_second_process_is_refused_by_name(tmp_path: Path) -> None:
    """The message says who holds the folder and what to do."""
    settings = bootstrap.settings_for(tmp_path)
    with (
        bootstrap.open_services(settings),
        pytest.raises(DataFolderLocked, match=rf"process {os.getpid()}.*--server"),
        bootstrap.open_services(settings),
    ):
        pass


def test_a_folder_keeps_its_base(tmp_path: Path) -> None:
    """Records are not silently renamed: another base is refused, and the folder's own is the default."""
    settings = bootstrap.settings_for(tmp_path, base="https://images.example.org/")
    with bootstrap.open_services(settings):
        pass
    assert bootstrap.settings_for(tmp_path).base == "https://images.example.org/"
    other = settings.model_copy(update={"base": "https://other.example.org/"})
    with pytest.raises(DataFolderError, match="https://images"), bootstrap.open_services(other):
        pass


_WRITER = """
import sys
from pathlib import Path
from imagegraph import bootstrap
from imagegraph.testing.samples import sample_record
with bootstrap.open_services(bootstrap.settings_for(Path(sys.argv[1]))) as services:
    for number in range(10_000):
        record = sample_record(f"r-{number % 50}", title=f"title {number}", statements=20)
        for version in services.journal.append([record], agent="-", reason="-"):
            services.linking.graph.replace(version.iri, version.ntriples, new=version.number == 1)
        print(number, flush=True)
"""


@pytest.mark.parametrize("after", [3, 40, 120])
def test_a_killed_process_loses_nothing_that_was_acknowledged(tmp_path: Path, after: int) -> None:
    """After kill -9 the journal holds every acknowledged version, and the graph catches up at start."""
    writer = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    acknowledged = -1
    for line in writer.stdout:
        acknowledged = int(line)
        if acknowledged >= after:
            break
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    writer.stdout.close()
    with bootstrap.open_services(bootstrap.settings_for(tmp_path)) as services:
        assert services.journal.head > acknowledged
        assert list(verify(services.journal, services.linking.graph, base=BASE)) == []
