"""One desk for all who ask the graph: no more threads than places wait for workers, whichever route they came by."""

from __future__ import annotations

import asyncio
import threading
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from typing import Any, cast

import httpx2
import pytest
from documents import YAML, instrument
from fastapi import FastAPI

from imagegraph.api.app import create_app
from imagegraph.api.desk import WAITING, Desk
from imagegraph.errors import WorkersBusy
from imagegraph.operations.services import Services
from imagegraph.ports.workers import Query, QueryAnswer, QueryRunner
from imagegraph.settings import Settings

_PLACES = 8
#: every route that asks the graph for what it answers
_ASKING = (
    "/sparql?query=ASK{}", "/queries/study-completeness", "/queries/study-completeness.html",
    "/identifiers/orcid/0000-0002-1825-0097", "/terms/FBbi:00000256/usage", "/rdf-graphs/service?default",
    "/rdf-graphs/service?graph=http://testserver/terms/used",
)  # fmt: skip
#: some that do not
_NOT_ASKING = (
    "/records", "/records/desk", "/rdf-graphs/service?graph=http://testserver/records/desk", "/queries",
    "/terms/FBbi:00000256", "/health/live",
)  # fmt: skip
_NOTHING = (
    b'{"head": {"vars": ["total"]}, "results": {"bindings": [{"total": {"type": "literal", "value": "0"}}]}}'
)


def _settings(**values: Any) -> Settings:
    return Settings(query_workers=1, **values)


@dataclass
class _Slow:
    """A runner that answers when the test says so, and counts how many wait in it."""

    may_answer: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)
    within: int = 0
    most: int = 0

    def run(self, query: Query) -> QueryAnswer:
        with self.lock:
            self.within += 1
            self.most = max(self.most, self.within)
        assert self.may_answer.wait(timeout=60)
        with self.lock:
            self.within -= 1
        return QueryAnswer(media_type="application/sparql-results+json", body=_NOTHING)


def _client(app: FastAPI) -> httpx2.AsyncClient:
    transport = httpx2.ASGITransport(app=app, client=("127.0.0.1", 50_000))
    return httpx2.AsyncClient(transport=transport, base_url="http://localhost", timeout=60)


async def _settled() -> None:
    for _ in range(20):
        await asyncio.sleep(0.01)


@pytest.mark.parametrize(("beyond", "refused"), [(0, 0), (1, 1), (5, 5)])
def test_as_many_wait_as_may(beyond: int, refused: int) -> None:
    """All places and all waiting are taken: nobody is turned away; one more is, at once, and told when to come back."""

    async def crowd() -> tuple[int, list[Any], int]:
        desk, gate, within = Desk(_settings(queue_seconds=60.0)), asyncio.Event(), 0

        async def come() -> None:
            nonlocal within
            async with desk.place():
                within += 1
                await gate.wait()

        coming = [asyncio.create_task(come()) for _ in range(_PLACES + WAITING + beyond)]
        await _settled()
        early = [one.exception() for one in coming if one.done()]
        served = within
        gate.set()
        await asyncio.gather(*coming, return_exceptions=True)
        return served, early, within

    served, early, within = asyncio.run(crowd())
    assert served == _PLACES
    assert len(early) == refused
    assert all(isinstance(one, WorkersBusy) and one.extra == {"retry_after": 1} for one in early)
    assert within == _PLACES + WAITING


def test_waiting_has_an_end() -> None:
    """Who gets no place in time is told so; a place that was given back goes to the next one."""

    async def late() -> None:
        desk = Desk(_settings(queue_seconds=0.2), least=1, most=1)
        async with desk.place():
            started = time.monotonic()
            with pytest.raises(WorkersBusy, match=r"0\.2 s"):
                await desk.place().__aenter__()
            assert time.monotonic() - started >= 0.19
        async with desk.place():
            pass

    asyncio.run(late())


def test_a_failure_gives_its_place_back() -> None:
    """However often a runner fails, places do not run out."""

    class Failing:
        def run(self, query: Query) -> QueryAnswer:
            raise WorkersBusy("All workers were busy.", retry_after=1)

    async def ask() -> None:
        desk = Desk(_settings(queue_seconds=0.2))
        for _ in range(3 * _PLACES):
            with pytest.raises(WorkersBusy, match="All workers"):
                await desk.run(cast(QueryRunner, Failing()), Query(text="ASK {}"))

    asyncio.run(ask())


def test_one_desk_for_all_routes(services: Services) -> None:
    """While all places are taken every route that asks the graph is told to come back; what does not ask it goes on."""
    settings = services.settings.model_copy(update={"queue_seconds": 0.1, "query_workers": 1})
    runner = _Slow()
    app = create_app(replace(services, settings=settings, query_runner=cast(QueryRunner, runner)))

    async def ask() -> dict[str, tuple[int, str, str]]:
        async with _client(app) as client, AsyncExitStack() as places:
            document = instrument("Desk", iri="https://doi.org/10.5072/desk")
            kept = await client.put("/records/desk", content=document, headers=YAML)
            assert kept.status_code in (200, 201), kept.text
            for _ in range(_PLACES):
                await places.enter_async_context(app.state.desk.place())
            answers = {}
            for path in (*_ASKING, *_NOT_ASKING):
                answer = await client.get(path)
                kind = answer.headers["content-type"].partition(";")[0]
                answers[path] = answer.status_code, answer.headers.get("retry-after", ""), kind
        return answers

    answers = asyncio.run(ask())
    for path in _ASKING:
        page = path.endswith(".html")
        assert answers[path][0] == 503, path
        assert answers[path][2] == ("text/html" if page else "application/problem+json")
        assert page or answers[path][1] == "1"
    assert {answers[path][0] for path in _NOT_ASKING} == {200}
    assert runner.most == 0


@pytest.mark.parametrize(
    "path", ["/queries/study-completeness", "/sparql?query=ASK{}", "/terms/FBbi:00000256/usage"]
)
def test_a_crowd_takes_no_more_threads_than_places(services: Services, path: str) -> None:
    """Of many who ask at once as many wait for a worker as there are places; other pages are answered meanwhile."""
    runner = _Slow()
    settings = services.settings.model_copy(update={"queue_seconds": 60.0, "query_workers": 1})
    app = create_app(replace(services, settings=settings, query_runner=cast(QueryRunner, runner)))

    async def crowd() -> tuple[int, int, list[int]]:
        async with _client(app) as client:
            asked = [asyncio.create_task(client.get(path)) for _ in range(_PLACES + WAITING)]
            while runner.within < _PLACES:
                await asyncio.sleep(0.01)
            await _settled()
            within, page = runner.within, await client.get("/records")
            runner.may_answer.set()
            return within, page.status_code, [answer.status_code for answer in await asyncio.gather(*asked)]

    within, page, statuses = asyncio.run(crowd())
    assert within == runner.most == _PLACES
    assert page == 200
    assert statuses == [200] * (_PLACES + WAITING)
