"""A web page of somebody else, opened in a browser at the machine of the service, is not the owner."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from running_service import Running, running


@pytest.fixture(name="service", scope="module")
def _service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder: Path = tmp_path_factory.mktemp("foreign") / "data"
    with running(folder) as service:
        yield service


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
        {"Origin": "http://localhost:8888", "Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"},
        {"Host": "evil.example"},
        {"Host": "127.0.0.1.evil.example:8000"},
        {"Host": "localhost.evil.example"},
    ],
)
def test_a_foreign_page_reads_nothing(service: Running, headers: dict[str, str]) -> None:
    """Neither by asking across sites, nor under a name that points to this machine."""
    for address in ("/records", "/metrics", "/sparql?query=ASK{}"):
        answer = service.client.get(address, headers=headers)
        assert answer.status_code == 401, address
    answer = service.client.post("/sparql", data={"query": "ASK{}"}, headers=headers)
    assert answer.status_code in (401, 403)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"},
        {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"},
        {"Host": "localhost:8000"},
        {"Host": "[::1]:8000"},
        {"Host": "images.localhost"},
        {"Host": "microscope-2"},
    ],
)
def test_who_is_at_the_machine_reads(service: Running, headers: dict[str, str]) -> None:
    """Programs, pages of the service itself, and links to it."""
    assert service.client.get("/records", headers=headers).status_code == 200


def test_pages_of_the_service_may_ask(service: Running) -> None:
    """A browser tells the origin of the service itself when its pages send something."""
    answer = service.client.post("/sparql", data={"query": "ASK{}"}, headers={"Origin": service.url})
    assert answer.status_code == 200
