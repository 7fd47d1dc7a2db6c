"""Pages of V1, which are HAL (https://stateless.group/hal_specification.html), and of V2."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.requests import Request

from imagegraph.api.routes.ols.asking import PageAsked, address_of, with_query


def hal_list(
    request: Request, name: str, items: Sequence[Any], *, page: PageAsked, total: int
) -> dict[str, Any]:
    """One page of V1. Unlike in OLS, `_embedded` is there for an empty page too: clients read it unseen.

    Args:
        name: of the list in `_embedded`.
        total: how many there are on all pages.
    """
    pages = -(-total // page.size)
    rest = [(key, value) for key, value in request.query_params.multi_items() if key not in ("page", "size")]
    address = address_of(request)

    def to(number: int) -> dict[str, str]:
        return {
            "href": with_query(address, [*rest, ("page", str(number)), ("size", str(page.size))]),
        }

    links: dict[str, dict[str, str]] = {}
    if pages > 1:
        links["first"] = to(0)
    if pages and page.number > 0:
        links["prev"] = to(min(page.number, pages) - 1)
    links["self"] = {"href": with_query(address, request.query_params.multi_items())}
    if page.number + 1 < pages:
        links["next"] = to(page.number + 1)
    if pages > 1:
        links["last"] = to(pages - 1)
    return {
        "_embedded": {name: list(items)},
        "_links": links,
        "page": {
            "size": page.size,
            "totalElements": total,
            "totalPages": pages,
            "number": page.number,
        },
    }


def v2_list(items: Sequence[Any], *, page: PageAsked, total: int) -> dict[str, Any]:
    """One page of V2."""
    return {
        "page": page.number,
        "numElements": len(items),
        "totalPages": -(-total // page.size),
        "totalElements": total,
        "elements": list(items),
        "facetFieldsToCounts": {},
    }
