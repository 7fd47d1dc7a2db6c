"""A provider of OpenID Connect in a process of its own, and a service whose people sign in with it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from starlette.testclient import TestClient

from imagegraph.adapters.oidc import OidcProvider
from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services
from imagegraph.operations.services import Services
from imagegraph.settings import Settings

CLIENT, SECRET = "imagegraph-test", "s3cret-of-a-test"
CALLBACK = "http://testserver/sign-in/callback"


@dataclass
class Provider:
    """The process.

    Attributes:
        issuer: its address.
    """

    issuer: str
    process: subprocess.Popen[str]

    def behave(self, **wishes: Any) -> None:
        """From now on it does what a test wishes, and otherwise what is right."""
        requests.post(f"{self.issuer}/control", json=wishes, timeout=10).raise_for_status()

    @property
    def asked(self) -> list[str]:
        """The paths that were asked for since it was told how to behave."""
        return list(requests.get(f"{self.issuer}/control", timeout=10).json()["asked"])

    def adapter(self, **changes: Any) -> OidcProvider:
        """What is tested, without anything remembered."""
        values = {
            "client_id": CLIENT, "client_secret": SECRET, "callback": CALLBACK, "agent": "test", "seconds": 5.0, **changes,
        }  # fmt: skip
        return OidcProvider(values.pop("issuer", self.issuer), **values)

    def visit(self, address: str) -> str:
        """What a browser does there: the address that it is sent back to."""
        answer = requests.get(address, allow_redirects=False, timeout=10)
        assert answer.status_code == 302, answer.text
        return answer.headers["location"]

    def round_trip(self, adapter: OidcProvider, **changes: str) -> tuple[str, dict[str, str]]:
        """A flow and the parameters that come back."""
        address, flow = adapter.begin("/records")
        return flow, {**parameters_of(self.visit(address)), **changes}


def parameters_of(address: str) -> dict[str, str]:
    """The parameters of an address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


@pytest.fixture(scope="session", name="running_provider")
def _running_provider() -> Iterator[Provider]:
    program = Path(__file__).with_name("oidc_provider.py")
    with subprocess.Popen([sys.executable, str(program)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield Provider(process.stdout.readline().strip(), process)
        finally:
            process.kill()


@pytest.fixture(name="provider")
def _provider(running_provider: Provider) -> Provider:
    """The provider, which behaves."""
    running_provider.behave()
    return running_provider


@pytest.fixture(scope="module", name="oidc_services")
def _oidc_services(
    tmp_path_factory: pytest.TempPathFactory, running_provider: Provider
) -> Iterator[Services]:
    settings = Settings(
        data=tmp_path_factory.mktemp("oidc"), base="http://testserver/", query_workers=1, intake_workers=1,
        oidc_issuer=running_provider.issuer, oidc_client_id=CLIENT, oidc_client_secret=SECRET,  # type: ignore[arg-type]
        oidc_title="Sign in at the institute", oidc_seconds=5.0,
    )  # fmt: skip
    with open_services(settings) as services:
        yield services


@pytest.fixture(name="visitor")
def _visitor(oidc_services: Services) -> Iterator[Callable[..., TestClient]]:
    """Browsers of people elsewhere; everybody is shut out afterwards."""

    def visitor(**changes: Any) -> TestClient:
        return TestClient(
            create_app(replace(oidc_services, **changes)), client=("203.0.113.7", 50_000),
            raise_server_exceptions=False, follow_redirects=False,
        )  # fmt: skip

    yield visitor
    for token in oidc_services.tokens.tokens():
        if token.is_good(datetime.now(UTC)):
            oidc_services.tokens.revoke(token.id)
