"""The figure of the load: reading stays fast and whole while others write and queries run away."""

from __future__ import annotations

import pytest
from load import READS, measured

SECONDS = 300


@pytest.mark.soak
@pytest.mark.benchmark
def test_reading_stays_fast_while_others_write_and_queries_run_away() -> None:
    """In 5 minutes 95 % of the reads are answered within 150 ms, and no read and no write fails."""
    seen = measured(SECONDS)
    for kind, one in sorted(seen.items()):
        print(f"{kind}: p50 {one.quantile(0.5):.1f}, p95 {one.quantile(0.95):.1f} ms, {dict(one.statuses)}")
    assert len(seen["reads"].latencies) == READS * SECONDS
    for kind in set(seen) - {"runaway"}:
        assert set(seen[kind].statuses) <= {200, 201}, kind
    assert set(seen["runaway"].statuses) <= {503, 504}
    assert seen["reads"].quantile(0.95) <= 150
