"""The desk that questions come to before they wait for a worker, whichever route they came by.

A question that waits for a worker holds a thread. So only some may do that at once; the others wait here, where
waiting costs nothing, and when the crowd is too large who comes last is turned away.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import cast

import anyio
from fastapi import Depends, FastAPI, Request

from imagegraph.errors import WorkersBusy
from imagegraph.ports.workers import Query, QueryAnswer, QueryRunner
from imagegraph.settings import Settings

#: questions that may be on their way to a worker, and that may wait for that, per worker
UNDER_WAY, WAITING = 4, 32


class Desk:
    """Passes questions on to threads that wait for workers, and turns the crowd away when it is too large.

    Args:
        settings: the number of workers, and how long a question may wait.
        least, most: questions that may be on their way at once, whatever the number of workers.
    """

    def __init__(self, settings: Settings, *, least: int = 8, most: int = 1_000) -> None:
        self._places = min(most, max(least, UNDER_WAY * settings.query_workers))
        self._most_waiting = WAITING * settings.query_workers
        self._seconds = settings.queue_seconds
        self._limiter: anyio.CapacityLimiter | None = None

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """The right to wait for a worker, inside the block.

        Raises:
            WorkersBusy: too many are waiting, or were before this one for too long.
        """
        if self._limiter is None:  # only now there is an event loop
            self._limiter = anyio.CapacityLimiter(self._places)
        limiter, me = self._limiter, object()
        if limiter.statistics().tasks_waiting >= self._most_waiting:
            raise WorkersBusy("Too many queries are waiting. Try again in a moment.", retry_after=1)
        try:
            with anyio.fail_after(self._seconds):
                await limiter.acquire_on_behalf_of(me)
        except TimeoutError:
            raise WorkersBusy(
                f"Too many queries were before this one for {self._seconds:g} s. Try again in a moment.",
                retry_after=1,
            ) from None
        try:
            yield
        finally:
            limiter.release_on_behalf_of(me)

    async def run(self, runner: QueryRunner, query: Query) -> QueryAnswer:
        """The answer of a runner.

        Raises:
            WorkersBusy: no place, or no worker, became free in time.
            QueryRefusal: what the runner refuses.
        """
        async with self.place():
            return await anyio.to_thread.run_sync(runner.run, query)


def install_desks(app: FastAPI, settings: Settings) -> None:
    """Give an application its two desks: who asks about the past may have to wait until that is made."""
    app.state.desk = Desk(settings)
    app.state.past_desk = Desk(settings, least=2, most=2)


def desk_of(request: Request, *, past: bool = False) -> Desk:
    """The desk of the application that a request came to.

    Args:
        past: whether it asks about an earlier time.
    """
    return cast(Desk, request.app.state.past_desk if past else request.app.state.desk)


async def _at_the_desk(request: Request) -> AsyncIterator[None]:
    async with desk_of(request).place():
        yield


#: for routes that ask the graph in a thread: that thread is not taken before there is a place, which is
#: given back before the answer is sent
AT_THE_DESK = Depends(_at_the_desk, scope="function")
