"""What the service says of itself: workers, journal, graph, and identifiers that wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from imagegraph.errors import ImagegraphError
from imagegraph.operations.services import Services
from imagegraph.ports.workers import PoolState

#: name, what it is, where it stands
_OF_POOLS: tuple[tuple[str, str, Callable[[PoolState], float]], ...] = (
    (
        "imagegraph_pool_size",
        "Worker processes that a pool may have for its slots.",
        lambda state: state.size,
    ),
    ("imagegraph_pool_processes", "Worker processes that run now.", lambda state: len(state.processes)),
    ("imagegraph_pool_busy", "Worker processes that are at work.", lambda state: state.busy),
    ("imagegraph_pool_waiting", "Tasks that wait for a worker.", lambda state: state.waiting),
    (
        "imagegraph_pool_resident_memory_bytes",
        "Memory of all worker processes of a pool together.",
        lambda state: state.memory_bytes,
    ),
)


class ServiceCollector(Collector):
    """Looks at the services each time somebody asks; what cannot be looked at is left out.

    Args:
        services: what is looked at.
    """

    def __init__(self, services: Services) -> None:
        self._services = services

    def describe(self) -> Sequence[Metric]:
        """Nothing is looked at when the collector is registered."""
        return ()

    def collect(self) -> Iterator[Metric]:
        """One family of values after the other."""
        yield from self._pools()
        for family in (self._journal, self._snapshot, self._identifiers):
            try:
                yield from family()
            except (ImagegraphError, OSError):
                continue  # a gap in a curve says so better than a failed scrape

    def _pools(self) -> Iterator[Metric]:
        states = [pool.state() for pool in self._services.pools]
        for name, text, read in _OF_POOLS:
            gauge = GaugeMetricFamily(name, text, labels=("pool",))
            for state in states:
                gauge.add_metric((state.kind,), read(state))
            yield gauge
        started = CounterMetricFamily(
            "imagegraph_worker_starts", "Worker processes started.", labels=("pool",)
        )
        stopped = CounterMetricFamily(
            "imagegraph_worker_stops",
            "Worker processes ended, by reason: time, memory and crash are limits that a task broke.",
            labels=("pool", "reason"),
        )
        for state in states:
            started.add_metric((state.kind,), state.started)
            for reason, count in sorted(state.stopped.items()):
                stopped.add_metric((state.kind, reason), count)
        yield started
        yield stopped

    def _journal(self) -> Iterator[Metric]:
        yield GaugeMetricFamily(
            "imagegraph_journal_head", "Entries of the journal.", value=self._services.journal.head
        )
        records = GaugeMetricFamily("imagegraph_records", "Records by state.", labels=("state",))
        for state, count in self._services.journal.states().items():
            records.add_metric((state,), count)
        yield records

    def _snapshot(self) -> Iterator[Metric]:
        age = self._services.snapshot_age()
        if age is not None:
            yield GaugeMetricFamily(
                "imagegraph_snapshot_age_seconds",
                "Time since the state of the graph that is asked last changed.",
                value=age,
            )

    def _identifiers(self) -> Iterator[Metric]:
        waiting = GaugeMetricFamily(
            "imagegraph_identifiers_waiting",
            "Identifiers that nobody has been asked about yet.",
            labels=("scheme",),
        )
        for scheme, count in self._services.linking.queue.counts().items():
            waiting.add_metric((scheme,), count)
        yield waiting
