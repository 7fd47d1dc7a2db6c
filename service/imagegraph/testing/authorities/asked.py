"""One question to one of the authorities that the stand-in plays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote

from imagegraph.testing.stand_in import Received, Reply


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A request below the name of an authority.

    Attributes:
        path: below the authority, as it arrived.
        query: names and values, decoded.
        root: address of the stand-in, that all authorities are below.
        generate: things that nobody wrote down are invented.
    """

    path: str
    query: Mapping[str, str]
    received: Received
    root: str
    generate: bool

    @property
    def accept(self) -> str:
        """The Accept header; empty when there is none."""
        return self.received.headers.get("accept", "")

    def below(self, folder: str) -> str | None:
        """The decoded path below a folder; None when it is not below it."""
        if not self.path.startswith(folder + "/"):
            return None
        return unquote(self.path.removeprefix(folder + "/"))

    def about(self, iri: str) -> None:
        """Note in the log what is asked about."""
        self.received.subject = iri


#: what one authority answers; None to what it does not know how to answer
Authority = Callable[[Asked], Reply | None]


def asked(target: str, *, received: Received, root: str, generate: bool) -> Asked:
    """A request read."""
    path, _, query = target.partition("?")
    return Asked(
        path=path, query=dict(parse_qsl(query, keep_blank_values=True)), received=received, root=root,
        generate=generate,
    )  # fmt: skip
