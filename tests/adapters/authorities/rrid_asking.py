"""Stand-ins for several services at once, and services that ask them without waiting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from imagegraph.adapters.http import Clock, Deadline, HttpService
from imagegraph.testing.clock import SteppingClock
from imagegraph.testing.stand_in import StandIn


@dataclass(frozen=True)
class Asking:
    """What a test asks with.

    Attributes:
        stand_ins: by the name of the authority.
        services: those that ask them.
        clock: moves on when somebody waits.
    """

    stand_ins: Mapping[str, StandIn]
    services: Mapping[str, HttpService]
    clock: Clock

    def deadline(self, seconds: float = 30) -> Deadline:
        """A time limit from now."""
        return Deadline(seconds, clock=self.clock)

    def only(self, *names: str) -> Mapping[str, HttpService]:
        """Some of the services."""
        return {name: self.services[name] for name in names}


@contextmanager
def asking(*names: str) -> Iterator[Asking]:
    """A stand-in and a service for each name."""
    stepping = SteppingClock()
    clock = Clock(monotonic=stepping.monotonic, now=stepping.now, sleep=stepping.sleep)
    with ExitStack() as stack:
        stand_ins = {name: stack.enter_context(StandIn()) for name in names}
        services = {
            name: HttpService(stand_in.base, agent="imagegraph-tests/1", rate=50, clock=clock)
            for name, stand_in in stand_ins.items()
        }
        for service in services.values():
            stack.callback(service.close)
        yield Asking(stand_ins, services, clock)
