"""Nothing that is sent to the service makes it call anybody."""

from __future__ import annotations

import time
from typing import Any

import pytest
from assault import Target, attack
from attacks import Listener
from outbound_attacks import outbound_attacks
from pyoxigraph import Store

from imagegraph.errors import ImagegraphError
from imagegraph.operations.services import Services


def test_the_listener_hears(listener: Listener) -> None:
    """An engine that nobody guards does call the listener, so that silence means something."""
    before = len(listener.seen)
    with pytest.raises((OSError, RuntimeError)):
        list(Store().query(f"SELECT * {{ SERVICE <http://127.0.0.1:{listener.port}/> {{ ?s ?p ?o }} }}"))  # type: ignore[arg-type]
    assert len(listener.seen) > before
    listener.seen.clear()


def test_no_request_leads_out(target: Target, listener: Listener) -> None:
    """No spelling of SERVICE, LOAD, contexts, entities, references or headers opens a connection; all are answered."""
    attacks = outbound_attacks(listener.port)
    assert len({one.name for one in attacks}) == len(attacks) >= 100
    listener.seen.clear()
    failures = attack(target, attacks)
    time.sleep(0.3)
    assert listener.seen == []
    assert failures == []


def test_the_sandbox_alone_keeps_queries_in(services: Services, listener: Listener) -> None:
    """Queries that pass by the reading of their text, straight to a worker, do not get out either."""
    runner: Any = services.query_runner
    header = {
        "snapshot": services.graph.snapshot().as_dict(), "base": services.settings.base, "accept": None, "bindings": {},
        "default_graphs": None, "named_graphs": None, "rows": 100, "bytes": 10_000,
    }  # fmt: skip
    listener.seen.clear()
    texts = [one.query for one in outbound_attacks(listener.port) if one.query is not None]
    told: list[str] = []
    for text in texts:
        try:
            runner._pool.call("query", header, [text.encode()])
        except ImagegraphError as error:
            told.append(error.detail)
    assert listener.seen == []
    assert len(texts) >= 40
    assert not any("error of its own" in detail for detail in told)
    assert sum("out of reach" in detail for detail in told) >= 30
