"""The application for uvicorn: `uvicorn --factory imagegraph.asgi:app`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services, settings_for
from imagegraph.bootstrap.logs import configure_logging


def app() -> FastAPI:
    """The service over the data folder that the environment names; closed when the server stops."""
    settings = settings_for()
    configure_logging(settings)
    opened = open_services(settings)
    services = opened.__enter__()
    application = create_app(services)
    inner = application.router.lifespan_context

    @asynccontextmanager
    async def closing(application: FastAPI) -> AsyncIterator[None]:
        async with inner(application):
            yield
        opened.__exit__(None, None, None)

    application.router.lifespan_context = closing
    return application
