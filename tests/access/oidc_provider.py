"""A small OpenID Connect provider, run as a process of its own: `python oidc_provider.py`; prints its address.

It lets everybody in who is sent to it, and is strict about clients: redirect address, client secret, PKCE, one use
of each code. `POST /control` with JSON makes it misbehave in the ways that a test needs; `GET /control` tells what
it was asked.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwk, jwt

CLIENT, SECRET = "imagegraph-test", "s3cret-of-a-test"
ADDRESS = ""
CODES: dict[str, dict[str, str]] = {}
ASKED: list[str] = []
KEYS = [jwk.RSAKey.generate_key(2048, {"kid": "first", "use": "sig", "alg": "RS256"})]
OTHER = jwk.RSAKey.generate_key(2048, {"kid": "first"})
GOOD: dict[str, Any] = {
    "subject": "7f3a", "claims": {}, "signature": "good", "metadata": {}, "redirect": "", "slow": {}, "huge": False,
    "error": "", "parameters": {}, "status": {}, "keys": [],
}  # fmt: skip
STATE: dict[str, Any] = dict(GOOD)


def settings() -> dict[str, Any]:
    """What it says of itself."""
    return {
        "issuer": ADDRESS,
        "authorization_endpoint": f"{ADDRESS}/authorize",
        "token_endpoint": f"{ADDRESS}/token",
        "jwks_uri": f"{ADDRESS}/keys",
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "code_challenge_methods_supported": ["S256"],
        **STATE["metadata"],
    }


def _encoded(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def id_token(grant: dict[str, str]) -> str:
    """What it says of a person, signed well or badly."""
    now = int(time.time())
    claims = {
        "iss": ADDRESS, "sub": STATE["subject"], "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": grant["nonce"],
        **STATE["claims"],
    }  # fmt: skip
    claims = {name: value for name, value in claims.items() if value is not None}
    way, key = STATE["signature"], KEYS[-1]
    if way == "none":
        return jwt.encode({"alg": "none"}, claims, None, algorithms=["none"])
    if way == "hmac":
        parts = [_encoded({"alg": "HS256", "kid": key.kid}), _encoded(claims)]
        made = hmac.digest(key.as_pem(private=False), ".".join(parts).encode(), "sha256")
        return ".".join([*parts, base64.urlsafe_b64encode(made).decode().rstrip("=")])
    if way == "another key":
        return jwt.encode({"alg": "RS256", "kid": key.kid}, claims, OTHER)
    if way == "unknown key":
        return jwt.encode({"alg": "RS256", "kid": "nowhere"}, claims, key)
    if way == "no token":
        return "not.a.token"
    token = jwt.encode({"alg": "RS256", "kid": key.kid}, claims, key)
    return token[:-6] + ("AAAAAA" if way == "changed" else token[-6:])


class Server(ThreadingHTTPServer):
    """Says nothing about clients that leave."""

    daemon_threads = True

    def handle_error(self, *arguments: object) -> None:
        """They do."""


class Handler(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing is told."""

    def do_GET(self) -> None:
        """Settings, keys, the page for signing in, and what was asked."""
        path, query = urlsplit(self.path).path, parse_qs(urlsplit(self.path).query)
        if path == "/control":
            self._json(200, {"asked": ASKED})
            return
        self._begin(path)
        if STATE["huge"]:
            self._json(200, {"issuer": ADDRESS, "filling": "x" * 2_000_000})
        elif path == "/.well-known/openid-configuration":
            self._json(200, settings())
        elif path == "/keys":
            self._json(200, {"keys": [*STATE["keys"], *(key.as_dict(private=False) for key in KEYS)]})
        elif path == "/authorize":
            self._authorize({name: values[0] for name, values in query.items()})
        else:
            self._json(404, {})

    def do_POST(self) -> None:
        """A code for a token; or a wish how to behave."""
        text = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
        if self.path == "/control":
            wish = json.loads(text)
            if wish.pop("rotate", False):
                number = f"key {len(KEYS) + 1}"
                KEYS[:] = [*KEYS[-1:], jwk.RSAKey.generate_key(2048, {"kid": number, "use": "sig"})]
            STATE.clear()
            STATE.update(GOOD | wish)
            ASKED.clear()
            self._json(200, {})
            return
        self._begin(self.path)
        self._token({name: values[0] for name, values in parse_qs(text).items()})

    def _begin(self, path: str) -> None:
        ASKED.append(path)
        time.sleep(STATE["slow"].get(path, 0))

    def _authorize(self, asked: dict[str, str]) -> None:
        complete = {"client_id", "redirect_uri", "state", "nonce", "code_challenge"} <= set(asked)
        if not complete or asked["client_id"] != CLIENT or asked["code_challenge_method"] != "S256":
            self._json(400, {"error": "invalid_request"})
            return
        code = secrets.token_urlsafe(24)
        CODES[code] = asked
        answer = {
            "state": asked["state"],
            **({"error": STATE["error"]} if STATE["error"] else {"code": code}),
        }
        answer |= STATE["parameters"]
        self._answer(302, b"", {"Location": f"{asked['redirect_uri']}?{urlencode(answer)}"})

    def _token(self, asked: dict[str, str]) -> None:
        expected = "Basic " + base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        posted = (asked.get("client_id"), asked.get("client_secret")) == (CLIENT, SECRET)
        if self.headers.get("Authorization") != expected and not posted:
            self._json(401, {"error": "invalid_client"})
            return
        grant = CODES.pop(asked.get("code", ""), None)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(asked.get("code_verifier", "").encode()).digest())
        if (
            grant is None
            or grant["redirect_uri"] != asked.get("redirect_uri")
            or grant["code_challenge"] != challenge.decode().rstrip("=")
        ):
            self._json(
                400, {"error": "invalid_grant", "error_description": f"code {asked.get('code')} is used"}
            )
            return
        if STATE["redirect"]:
            self._answer(307, b"", {"Location": STATE["redirect"]})
            return
        answer = {
            "access_token": secrets.token_urlsafe(),
            "token_type": "Bearer",
            "id_token": id_token(grant),
        }
        self._json(STATE["status"].get("/token", 200), answer)

    def _json(self, status: int, value: object) -> None:
        self._answer(status, json.dumps(value).encode(), {"Content-Type": "application/json"})

    def _answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    server = Server(("127.0.0.1", 0), Handler)
    ADDRESS = f"http://127.0.0.1:{server.server_address[1]}"
    print(ADDRESS, flush=True)
    sys.stdout.close()
    server.serve_forever()
