"""Many writers of one record, each on the condition that nobody was there before: exactly one wins each version."""

from __future__ import annotations

import json
import threading
from collections import Counter
from pathlib import Path

import pytest
from serving import ask, put, served, study

WRITERS, READERS = 8, 2


@pytest.mark.parametrize(
    ("changes", "reads"),
    [
        pytest.param(50, 1_000, id="short"),
        pytest.param(500, 10_000, id="long", marks=pytest.mark.soak),
    ],
)
def test_one_success_per_version(tmp_path: Path, changes: int, reads: int) -> None:
    """Each writer tries so often with the ETag it has seen; readers never see half a version."""
    won, answers, torn, seen = Counter[int](), Counter[int](), list[str](), Counter[str]()
    lock = threading.Lock()
    unlimited = {"write_rate": "0", "read_rate": "0", "query_rate": "0"}
    with served(tmp_path, **unlimited) as (port, _):
        assert put(port, "raced", study("as it began"))[0] == 201

        def write(writer: int) -> None:
            for number in range(changes):
                etag = ask(port, "GET", "/records/raced", Accept="application/json")[1]["etag"]
                status, _headers, told = put(port, "raced", study(f"{writer} {number}"), etag)
                with lock:
                    answers[status] += 1
                    if status == 200:
                        won[told["version"]] += 1

        def read() -> None:
            for _ in range(reads // READERS):
                _status, _headers, body = ask(port, "GET", "/records/raced", Accept="application/n-triples")
                text = body.decode()
                names = [part.split('"')[0] for part in text.split('"Study ')[1:]]
                told = [part.split('"')[0] for part in text.split('"Told as ')[1:]]
                with lock:
                    seen["reads"] += 1
                    if len(names) != 1 or names != told:
                        torn.append(text)

        threads = [threading.Thread(target=write, args=(n,)) for n in range(WRITERS)]
        threads += [threading.Thread(target=read) for _ in range(READERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        versions = json.loads(ask(port, "GET", "/records/raced/versions", Accept="application/json")[2])
    print(json.dumps({"answers": dict(answers), "reads": seen["reads"], "torn": len(torn)}))
    assert torn == []
    assert seen["reads"] == reads
    assert set(answers) <= {200, 412}
    assert sum(answers.values()) == WRITERS * changes
    assert set(won.values()) == {1}
    assert sorted(won) == list(range(2, answers[200] + 2))
    assert str(answers[200] + 1) in json.dumps(versions)
