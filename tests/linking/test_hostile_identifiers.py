"""Whatever is sent as an identifier, the service answers and says why."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from imagegraph.api.app import create_app
from imagegraph.model.identifiers import packaged_schemes
from imagegraph.operations.services import Services

HOSTILE = [
    "\x00", "%00", "%", "%zz", "..", "../../etc/passwd", "a" * 3_000, "10.1/\u202e", "\ud800".encode("utf-8", "surrogatepass"),
    "<script>alert(1)</script>", "' OR 1=1 --", "{}", "10.5281/\n", "10.5281/a b", "javascript:alert(1)",
    "https://orcid.org/https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097\u200b", "\u041e\u041e\u041e\u041e-0002-1825-0097",
    "10.5281/zenodo.1?x=1#y", "21.1/" + "/" * 500, "AB_" + "9" * 500, "]]>", "$(id)", "%25252525", "\u0661\u0662",
]  # fmt: skip


@pytest.fixture(name="client")
def _client(services: Services) -> TestClient:
    return TestClient(create_app(services), raise_server_exceptions=False, follow_redirects=False)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts(client: TestClient, text: str | bytes) -> None:
    """No address and no method fails on our side, as a page neither."""
    value = quote(text, safe="/")
    for headers in ({}, {"Accept": "text/html"}, {"Accept": "text/turtle"}):
        assert client.get(f"/identifiers?id={value}", headers=headers).status_code < 500
        for scheme in packaged_schemes():
            assert client.get(f"/identifiers/{scheme}/{value}", headers=headers).status_code < 500
    assert client.delete(f"/identifiers/doi/{value}").status_code < 500
    assert client.get(f"/identifiers?id={value}&scheme={value}").status_code < 500
    assert client.get(f"/identifiers/queue?cursor={value}&limit=5").status_code < 500
    assert client.post("/identifiers/check", content=text).status_code < 500


@given(st.lists(st.text(max_size=60), max_size=5), st.sampled_from(["\t", ",", ";", "\n"]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_table(client: TestClient, cells: list[str], delimiter: str) -> None:
    """A table of anything comes back, or is refused with a reason."""
    body = delimiter.join(cells).encode("utf-8", "replace")
    for column in ("", "?column=2", "?column=id"):
        response = client.post(
            f"/identifiers/check{column}", content=body, headers={"Content-Type": "text/plain"}
        )
        assert response.status_code in (200, 400), response.text
