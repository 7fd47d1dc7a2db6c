"""What can be set, from `IMAGEGRAPH_…` environment variables; no instance is made at import."""

from __future__ import annotations

from ipaddress import ip_network
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Everything that an operator can set; each field is `IMAGEGRAPH_` + its name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix="IMAGEGRAPH_", frozen=True, extra="ignore", env_ignore_empty=True
    )

    data: Path = Field(Path("imagegraph-data"), description="Folder that holds the journal and the graph.")
    base: str = Field("http://localhost:8000/", description="IRI base of records; ends with a slash.")
    host: str = Field("127.0.0.1", description="Address the service listens on.")
    port: int = Field(8000, ge=0, le=65535, description="Port the service listens on.")

    anonymous_reading: bool = Field(
        False,
        description="Whether anybody may read what is public without a token; otherwise only those at the machine itself read, until there is an admin token.",
    )

    oidc_issuer: str = Field(
        "",
        description="Address of the OpenID Connect provider that people sign in with, exactly as it calls itself, such as https://orcid.org; none: people sign in with tokens.",
    )
    oidc_client_id: str = Field("", description="What the provider calls this service.")
    oidc_client_secret: SecretStr = Field(
        SecretStr(""), description="What the provider gave this service to show; none for a public client."
    )
    oidc_title: str = Field("", description="Text of the button that leads to the provider.")
    oidc_orcid_claim: str = Field(
        "",
        description="Claim by which the provider is trusted to tell ORCID iDs; none: it is not, save https://orcid.org itself.",
    )
    oidc_seconds: float = Field(
        10.0, gt=0, le=60, description="Time limit for asking the provider about one person, seconds."
    )

    query_workers: int = Field(2, ge=1, description="Processes that answer SPARQL queries.")
    query_seconds: float = Field(30.0, gt=0, description="Wall-clock limit of one query, seconds.")
    query_fair_seconds: float = Field(
        2.0, gt=0, description="How long a query may run while too many others do, seconds."
    )
    query_memory_mb: int = Field(1024, ge=256, description="Address space of one query worker, MiB.")
    query_bytes: int = Field(50_000_000, gt=0, description="Largest result of a query, bytes.")
    query_rows: int = Field(100_000, gt=0, description="Most rows or triples of a result.")
    query_text_bytes: int = Field(100_000, gt=0, description="Longest query text, bytes.")
    queue_seconds: float = Field(
        10.0, gt=0, description="How long a request waits for a free worker, seconds."
    )

    scope_stores: int = Field(
        16,
        gt=0,
        description="Most sets of projects whose graphs are kept ready; another one takes a moment to be made.",
    )
    past_bytes: int = Field(
        100_000_000,
        gt=0,
        description="Most bytes of statements in an earlier state that is made for asOf, bytes.",
    )

    intake_workers: int = Field(2, ge=1, description="Processes that read and judge documents.")
    intake_seconds: float = Field(120.0, gt=0, description="Wall-clock limit for one document, seconds.")
    intake_memory_mb: int = Field(2048, ge=256, description="Address space of one intake worker, MiB.")
    document_bytes: int = Field(100_000_000, gt=0, description="Largest document, bytes.")
    body_bytes: int = Field(10_000_000, gt=0, description="Largest body of an HTTP request, bytes.")
    body_seconds: float = Field(
        120.0, gt=0, description="How long the body of a request may take to arrive, seconds."
    )

    read_rate: float = Field(
        500.0, ge=0, description="Requests per second of one client that read; 0: no limit."
    )
    query_rate: float = Field(
        200.0, ge=0, description="SPARQL and named queries per second of one client; 0: no limit."
    )
    write_rate: float = Field(
        100.0,
        ge=0,
        description="Requests per second of one client that change something or hand a document in; 0: no limit.",
    )
    bad_tokens_per_minute: int = Field(
        30,
        ge=0,
        description="Bad tokens that one address may show in a minute before more of them are refused with 429; 0: no limit.",
    )
    requests_at_once: int = Field(
        200,
        ge=4,
        description="Requests in work at once; at most half of them queries, and at most half writing.",
    )
    trusted_proxies: str = Field(
        "",
        description="Addresses or networks of reverse proxies whose X-Forwarded-For is believed, separated by spaces; none: nobody's is.",
    )

    log_format: Literal["text", "json"] = Field(
        "text", description="How the log is written: `text` for people, `json` for programs, one line each."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info",
        description="What the log tells at least: `debug`, `info` (each request), `warning` or `error`.",
    )
    metrics_public: bool = Field(
        False,
        description="Whether anybody may read /metrics; otherwise only those at the machine itself, and admin tokens.",
    )
    disk_free_bytes: int = Field(
        100_000_000,
        ge=0,
        description="Free space on the disk of the data folder below which the service says that it is not ready and refuses records, bytes.",
    )

    ols_hosts: str = Field(
        "",
        description="Addresses of OLS services to ask for terms that are not loaded, the preferred one first, separated by spaces, each with the /api at its end; none: nobody is asked.",
    )
    ols_seconds: float = Field(
        10.0, gt=0, description="Time limit for asking about one term, all services together, seconds."
    )
    ols_rate: float = Field(3.0, gt=0, le=50, description="Requests per second to each OLS service.")
    contact: str = Field("", description="Mail address that is told to the services that are asked.")

    resolvers: str = Field(
        "",
        description="Authorities that may be asked about identifiers, separated by spaces: `all`, or some of ror orcid antibody-registry cellosaurus scicrunch handle b2inst doi datacite crossref; `name=ADDRESS` asks a mirror; none: nobody is asked.",
    )
    resolver_seconds: float = Field(
        30.0, gt=0, description="Time limit for asking about one identifier, seconds."
    )
    resolver_workers: int = Field(
        2, ge=1, le=32, description="Identifiers of one scheme that are asked about at once."
    )
    ror_client_id: str = Field("", description="Client id of the ROR API, 32 characters; it is no secret.")
    orcid_token: SecretStr = Field(
        SecretStr(""), description="Token for the public ORCID API (/read-public), for a higher quota."
    )

    terms_download_bytes: int = Field(
        4_000_000_000, gt=0, description="Largest ontology file that is fetched, bytes."
    )

    @field_validator("trusted_proxies")
    @classmethod
    def _are_networks(cls, value: str) -> str:
        for part in value.split():
            ip_network(part, strict=False)
        return value
