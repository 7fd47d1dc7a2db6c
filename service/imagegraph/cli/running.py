"""Commands that start the service: demo, serve."""

from __future__ import annotations

import signal
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from imagegraph.cli.options import Data
from imagegraph.cli.progress import progress_bar

if TYPE_CHECKING:
    from imagegraph.settings import Settings

Host = Annotated[
    str | None, typer.Option("--host", metavar="HOST", help="Address to listen on (default 127.0.0.1).")
]
Port = Annotated[
    int | None,
    typer.Option("--port", metavar="PORT", help="Port to listen on (default 8000).", min=1, max=65535),
]


def serve(data: Data = None, host: Host = None, port: Port = None) -> None:
    """Start the service over a data folder; Ctrl-C stops it."""
    from imagegraph.bootstrap import open_services, settings_for
    from imagegraph.bootstrap.logs import configure_logging

    settings = settings_for(data, host=host, port=port)
    configure_logging(settings)
    _check_port(settings.host, settings.port)
    with progress_bar("Catching up") as progress, open_services(settings, progress=progress) as services:
        print(
            f"imagegraph listens on {_address(settings)}/ (data in {settings.data})",
            flush=True,
        )
        _run(services)


def demo(
    data: Annotated[
        Path | None, typer.Option("--data", metavar="DIR", help="Data folder (default ./imagegraph-demo).")
    ] = None,
    host: Host = None,
    port: Port = None,
    check: Annotated[
        bool, typer.Option("--check", help="Do all but stay: load, ask every question, stop.")
    ] = False,
) -> None:
    """Load the example study, start the service, and say what to try."""
    from imagegraph.bootstrap import open_services, settings_for
    from imagegraph.bootstrap.logs import configure_logging

    with ExitStack() as stack:
        folder = data or (
            Path(stack.enter_context(tempfile.TemporaryDirectory())) / "demo"
            if check
            else Path("imagegraph-demo")
        )
        settings = settings_for(folder, host=host, port=port)
        if check and port is None:
            settings = settings.model_copy(update={"port": _free_port(settings.host)})
        configure_logging(settings, level=None if "log_level" in settings.model_fields_set else "warning")
        _check_port(settings.host, settings.port)
        services = stack.enter_context(open_services(settings))
        _load_example(services)
        if check:
            _check_everything(services)
            return
        _say_what_to_try(services)
        _run(services)


def _load_example(services: Any) -> None:
    from imagegraph.bootstrap import example_documents
    from imagegraph.errors import ImagegraphError

    documents = example_documents()
    with progress_bar("Loading the example study") as progress:
        outcomes = list(
            services.ingest.take(
                documents, profiles=["rembi"], agent="imagegraph demo", reason="example", progress=progress
            )
        )
    for outcome in outcomes:
        if outcome.status == "refused":
            reason = outcome.error.detail if outcome.error else ""
            raise ImagegraphError(f"The example {outcome.source} was refused: {reason}")
    stored = sum(outcome.status == "stored" for outcome in outcomes)
    print(f"Example study: {len(outcomes)} records ({stored} new) in {services.settings.data}", flush=True)


def _check_everything(services: Any) -> None:
    from threading import Thread
    from time import monotonic, sleep

    from imagegraph.adapters.remote import RemoteService
    from imagegraph.errors import ImagegraphError
    from imagegraph.operations.named_queries import bound, list_queries

    for query in list_queries():
        answer = services.query_runner.run(bound(query, {}))
        print(f"  {query.name}: {len(answer.body)} bytes")
    server = _server(services)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    deadline = monotonic() + 30
    while not server.started and thread.is_alive() and monotonic() < deadline:
        sleep(0.05)
    try:
        remote = RemoteService(_address(services.settings))
        if not remote.is_ready():
            raise ImagegraphError("The service started but does not say that it is ready.")
    finally:
        server.should_exit = True
        thread.join(timeout=30)
    print(f"ok: {len(list_queries())} named queries answered, the service started and stopped")


def _say_what_to_try(services: Any) -> None:
    url = _address(services.settings)
    print(
        f"""
imagegraph is running at {url}/   (Ctrl-C stops it)

  Look around            {url}/
  Records                {url}/records
  Questions, answered    {url}/queries
  Look up a term         {url}/terms?q=EM&field=imaging-method
  What joins two studies
    an antibody          {url}/identifiers/rrid/AB_300798
    an instrument        {url}/identifiers/doi/10.5072/nmbif-confocal-2
    a person             {url}/identifiers/orcid/0000-0003-9000-0102
    an organisation      {url}/identifiers/ror/00examp37
  API, try it out        {url}/docs

  Ask SPARQL             curl '{url}/sparql' --data-urlencode 'query=SELECT ?study ?name WHERE {{ ?study a <https://w3id.org/imagegraph/Study> ; <http://schema.org/name> ?name }}'
  Import your own        {sys.argv[0]} import PATH --server {url}
"""
    )
    sys.stdout.flush()


def _address(settings: Settings) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}"


def _server(services: Any) -> Any:
    import uvicorn

    from imagegraph.api.app import create_app

    class Server(uvicorn.Server):
        """Says that it is not ready any more when it is asked to stop, and ends without an error then."""

        def handle_exit(self, sig: int, frame: Any) -> None:
            services.readiness.stop()
            if (
                sig == signal.SIGTERM
            ):  # uvicorn would send it again at the end, before the data folder is closed
                self.should_exit = True
            else:
                super().handle_exit(sig, frame)

    settings = services.settings
    return Server(
        uvicorn.Config(
            create_app(services),
            host=settings.host,
            port=settings.port,
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,  # `trusted_proxies` says whose are believed
            timeout_graceful_shutdown=10,
        )
    )


def _run(services: Any) -> None:
    import logging
    from contextlib import suppress
    from threading import Thread

    from imagegraph.adapters.sandbox.frames import DeadlinePassed, PipeClosed
    from imagegraph.errors import WorkersBusy

    def warm() -> None:
        with suppress(
            PipeClosed, DeadlinePassed, WorkersBusy
        ):  # stopped meanwhile; the first request starts them
            services.warm()

    Thread(target=warm, name="warm", daemon=True).start()
    try:
        _server(services).run()
    finally:  # that workers end now is no news
        logging.getLogger("imagegraph.sandbox").setLevel(logging.CRITICAL)


def _check_port(host: str, port: int) -> None:
    import socket

    from imagegraph.errors import ImagegraphError

    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        remedy = (
            "Choose another address with --host." if _is_free(port) else "Choose another port with --port."
        )
        raise ImagegraphError(f"{host}:{port} cannot be used ({error.strerror}). {remedy}") from error


def _is_free(port: int) -> bool:
    """Whether the port itself is free on this machine, so that the address must be at fault."""
    import socket

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _free_port(host: str) -> int:
    import socket

    with socket.socket() as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])
