"""Requests to a provider: all of one sign-in within one time limit, answers of a bounded size, no redirects."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session, OAuthError
from urllib3.exceptions import HTTPError

from imagegraph.adapters.http import Deadline
from imagegraph.adapters.http.connections import PromptAdapter, stopped_after
from imagegraph.errors import Forbidden, SourceUnavailable

_CONNECT_SECONDS = 5.0
_MOST_BYTES = 500_000
_CHUNK = 65_536
#: errors that a provider may name (RFC 6749, sections 4.1.2.1 and 5.2; OpenID Connect Core, section 3.1.2.6)
ERRORS = frozenset((
    "invalid_request", "unauthorized_client", "access_denied", "unsupported_response_type", "invalid_scope",
    "server_error", "temporarily_unavailable", "invalid_client", "invalid_grant", "unsupported_grant_type",
    "interaction_required", "login_required", "account_selection_required", "consent_required",
))  # fmt: skip


class Conversation:
    """What is asked of a provider for one person.

    Args:
        name: how errors call the provider.
        deadline: for everything together.
        agent: User-Agent header.
        is_local: the provider is on this machine, so no proxy is asked.
        client: arguments of `OAuth2Session`.
    """

    def __init__(self, name: str, *, deadline: Deadline, agent: str, is_local: bool, **client: Any) -> None:
        self._name, self._deadline = name, deadline
        self.session = OAuth2Session(code_challenge_method="S256", scope="openid", **client)
        self.session.trust_env = not is_local
        self.session.headers.update({"User-Agent": agent, "Accept-Encoding": "gzip"})
        adapter = _BoundedAdapter(deadline)
        self.session.mount("http://", adapter)
        self.session.mount("https://", adapter)

    def close(self) -> None:
        """Close the connections."""
        self.session.close()

    def get(self, address: str) -> dict[str, Any]:
        """A JSON object from an address.

        Raises:
            SourceUnavailable: there is none.
        """
        with self._telling():
            answer = self.session.get(
                address, headers={"Accept": "application/json"}, auth=_nobody, withhold_token=True,
                allow_redirects=False,
            )  # fmt: skip
            if answer.status_code != 200:
                raise SourceUnavailable(
                    f"{self._name} answered {answer.status_code} instead of its settings."
                )
            found = answer.json()
        if not isinstance(found, dict):
            raise SourceUnavailable(f"{self._name} did not answer with a JSON object.")
        return found

    def exchange(self, endpoint: str, *, method: str, code: str, verifier: str) -> str:
        """The ID token for a code.

        Args:
            method: how the client shows that it is the one.

        Raises:
            Forbidden: the provider refuses the code.
            SourceUnavailable: no usable answer.
        """
        self.session.token_endpoint_auth_method = method
        with self._telling():
            answer = self.session.fetch_token(
                endpoint, grant_type="authorization_code", code=code, code_verifier=verifier,
                allow_redirects=False,
            )  # fmt: skip
        token = answer.get("id_token")
        if not isinstance(token, str):
            raise SourceUnavailable(f"{self._name} sent no ID token.")
        return token

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Say what went wrong without repeating anything that was sent or received."""
        try:
            yield
        except OAuthError as error:
            reason = told_error(error.error)
            raise Forbidden(f"{self._name} did not accept the sign-in ({reason}). Try again.") from None
        except (requests.Timeout, TimeoutError):
            raise SourceUnavailable(f"{self._name} did not answer in time. Try again later.") from None
        except requests.exceptions.SSLError:
            raise SourceUnavailable(f"{self._name} has no certificate that is trusted here.") from None
        except (requests.ConnectionError, OSError, HTTPError) as error:
            clause = "cannot be reached, or broke the connection"
            if isinstance(error, _TooLarge):
                clause = str(error)
            elif self._deadline.remaining <= 0:
                clause = "did not answer in time"
            raise SourceUnavailable(f"{self._name} {clause}. Try again later.") from None
        except (AuthlibBaseError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise SourceUnavailable(f"{self._name} sent an answer that cannot be used.") from None


def told_error(code: object) -> str:
    """The name of an error of a provider, when it is one of those that there are."""
    return code if isinstance(code, str) and code in ERRORS else "an error without a usual name"


class _TooLarge(requests.RequestException):
    def __init__(self) -> None:
        super().__init__(f"answered with more than {_MOST_BYTES:,} bytes")


class _BoundedAdapter(PromptAdapter):
    """Reads every answer at once, up to a deadline and a size; after that nothing comes from the network."""

    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline
        super().__init__()

    def send(self, request: requests.PreparedRequest, *arguments: Any, **options: Any) -> requests.Response:
        """Send a request and read the whole answer."""
        remaining = self._deadline.remaining
        if remaining <= 0:
            raise requests.Timeout
        options |= {"stream": True, "timeout": (min(_CONNECT_SECONDS, remaining), remaining)}
        response = super().send(request, *arguments, **options)
        parts: list[bytes] = []
        size = 0
        with stopped_after(self._deadline.remaining, lambda: _shut(response)):
            while part := response.raw.read(_CHUNK, decode_content=True):
                size += len(part)
                if size > _MOST_BYTES:
                    response.close()
                    raise _TooLarge
                parts.append(part)
        if self._deadline.remaining <= 0:
            raise requests.Timeout
        response._content = b"".join(parts)
        response._content_consumed = True  # type: ignore[attr-defined]
        return response


def _shut(response: requests.Response) -> None:
    try:
        response.raw.shutdown()
    except (OSError, ValueError, RuntimeError):
        return  # it was complete a moment ago


def _nobody(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """No credentials, neither of ours nor from a .netrc."""
    return request
