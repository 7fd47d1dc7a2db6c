"""What is counted about requests, and what the service says of itself when Prometheus asks.

The text format is that of https://prometheus.io/docs/instrumenting/exposition_formats/. Requests are told apart by the
template of their route: paths hold names of records, and there would be a series for each.
"""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

from imagegraph.api.metrics_collector import ServiceCollector
from imagegraph.api.shedding import kind_of
from imagegraph.operations.services import Services

#: seconds; a worker may take thirty
_BUCKETS = (0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
_REFUSED = frozenset((401, 403, 429, 503))
_LABELS = ("method", "route", "status")


class RequestMetrics:
    """The metrics of one application; nothing is shared with another in the same process.

    Args:
        services: what is looked at when somebody asks.
    """

    def __init__(self, services: Services) -> None:
        self._registry = CollectorRegistry()
        self.in_flight = 0
        self._seconds = Histogram(
            "imagegraph_http_request_seconds", "Time to answer, by route, method and class of status.", _LABELS,
            buckets=_BUCKETS, registry=self._registry,
        )  # fmt: skip
        self._refused = Counter(
            "imagegraph_http_refused", "Requests turned away, by what they asked for and status.",
            ("kind", "status"), registry=self._registry,
        )  # fmt: skip
        for kind in ("read", "query", "write"):
            for status in sorted(_REFUSED):
                self._refused.labels(kind, str(status))  # there from the start, so that a rise is seen
        Gauge(
            "imagegraph_http_requests_in_flight", "Requests that are being answered.", registry=self._registry
        ).set_function(lambda: self.in_flight)
        self._series: dict[tuple[str, str, int], Histogram] = {}
        ProcessCollector(registry=self._registry)
        self._registry.register(ServiceCollector(services))

    def count(self, *, method: str, path: str, route: str, status: int, seconds: float) -> None:
        """Take note of a request that was answered."""
        key = (method, route, status // 100)
        series = self._series.get(key)
        if series is None:
            series = self._series[key] = self._seconds.labels(method, route, f"{status // 100}xx")
        series.observe(seconds)
        if status in _REFUSED:
            self._refused.labels(kind_of(method, path), str(status)).inc()

    def written(self) -> bytes:
        """Everything in the text format; looks at the journal, the queue and the workers."""
        return generate_latest(self._registry)
