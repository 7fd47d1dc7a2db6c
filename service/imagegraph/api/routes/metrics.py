"""Numbers about the service, for Prometheus (https://prometheus.io)."""

from __future__ import annotations

from fastapi import APIRouter, Request
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.responses import Response

from imagegraph.api import openapi
from imagegraph.api.access import caller_of
from imagegraph.api.dependencies import ServicesOf
from imagegraph.operations.access import check, is_local

router = APIRouter(tags=["Service"])


@router.get(
    "/metrics",
    operation_id="readMetrics",
    summary="Numbers for Prometheus",
    response_class=Response,
    responses=openapi.answers(
        {200: ("The numbers, in the text format of Prometheus", None)}, problems=[401, 403]
    ),
)
def read_metrics(request: Request, services: ServicesOf) -> Response:
    """For the machine itself and for admin tokens, unless IMAGEGRAPH_METRICS_PUBLIC opens it to everybody."""
    address = request.client.host if request.client else None
    if not services.settings.metrics_public and not is_local(request.headers, address):
        check(caller_of(request), "admin")
    return Response(request.app.state.metrics.written(), media_type=CONTENT_TYPE_LATEST)
