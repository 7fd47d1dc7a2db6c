"""The schemes of identifiers, as `mappings/identifiers.yaml` lists them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from imagegraph import resources

#: characters of a value that stand in its IRI as they are; `%`, `#`, `?`, `<` and all others are percent-encoded
_SAFE = "/:;()@!$&'*+,=._~-"
_NOTHING_TO_ENCODE = re.compile(r"[A-Za-z0-9/:;()@!$&'*+,=._~-]*")


@dataclass(frozen=True, kw_only=True)
class IdentifierScheme:
    """One scheme: `base + value + suffix` is the canonical IRI.

    Attributes:
        name: key in the table, `Identifier.scheme`.
        title: how people call one of them, without article.
        names: what it is the identifier of.
        homepage: a page about it.
        base: beginning of the canonical IRI.
        pattern: a value in its canonical spelling, whole match.
        form: the same for people.
        example: a value.
        bases: beginning of a value -> another base.
        suffix: end of the canonical IRI.
        reads: every spelling of a value, whole match.
        makes: the value from the groups of `reads`; empty for the whole.
        letters: `upper` or `lower`: the case of the value; empty: kept.
        checksum: name in `CHECKSUMS`; empty when there is none.
        blocks: number ranges that are assigned; empty when all are.
        attempt: behind an address: what is meant as an identifier.
        bare: a text without prefix and address that can be nothing else.
        bare_right: the same, but only when the checksum is right too.
        prefixes: words before a colon or a blank, lower case.
        addresses: beginnings of web addresses, lower case, without `https://` and `www.`.
        resolved_by: services of `mappings/authorities.yaml`; empty: it is only recognised.
        mapped_by: scheme whose records name it; empty: none.
    """

    name: str
    title: str
    names: str
    homepage: str
    base: str
    pattern: re.Pattern[str]
    form: str
    example: str
    reads: re.Pattern[str]
    attempt: re.Pattern[str]
    article: str = "a"
    bases: Mapping[str, str] = field(default_factory=dict)
    suffix: str = ""
    makes: str = ""
    letters: str = ""
    checksum: str = ""
    blocks: tuple[tuple[str, str], ...] = ()
    bare: str = ""
    bare_right: str = ""
    prefixes: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    resolved_by: tuple[str, ...] = ()
    mapped_by: str = ""

    @property
    def called(self) -> str:
        """Its title with an article: `an ORCID iD`."""
        return f"{self.article} {self.title}"

    @property
    def like(self) -> str:
        """How one is written, for the end of a sentence."""
        return f"{self.called} is written like {self.example}: {self.form}"

    def iri(self, value: str) -> str:
        """The canonical IRI of a canonical value.

        >>> packaged_schemes()["biostudies"].iri("S-BIAD634")
        'https://www.ebi.ac.uk/biostudies/bioimages/studies/S-BIAD634'
        >>> packaged_schemes()["doi"].iri("10.1000/a<b>#c")
        'https://doi.org/10.1000/a%3Cb%3E%23c'
        """
        base = self.base
        for beginning, other in self.bases.items():
            if value.startswith(beginning):
                base = other
        local = value if _NOTHING_TO_ENCODE.fullmatch(value) else quote(value, safe=_SAFE)
        return base + local + self.suffix

    def assigned(self, value: str) -> bool:
        """Whether a value lies in an assigned block; the check digit does not count."""
        return not self.blocks or any(first <= value[:18] <= last for first, last in self.blocks)


@dataclass(frozen=True)
class SchemeTable:
    """All schemes, ready to be looked up.

    Attributes:
        schemes: by name.
        schemas: name that is asked for like a scheme -> the schemes whose identifiers it uses.
        prefixes: word before a colon, lower case -> its scheme.
        hosts: host of a web address -> (path, scheme) in the order in which they are tried; None for a resolver,
            whose path goes on with a prefix.
        canonical_hosts: hosts of canonical IRIs.
        bare: what needs neither prefix nor address; the name of the group is the scheme.
    """

    schemes: Mapping[str, IdentifierScheme]
    schemas: Mapping[str, tuple[str, ...]]
    prefixes: Mapping[str, IdentifierScheme]
    hosts: Mapping[str, tuple[tuple[str, IdentifierScheme | None], ...]]
    canonical_hosts: frozenset[str]
    bare: re.Pattern[str]

    def asked(self, name: str) -> tuple[IdentifierScheme, ...]:
        """The schemes that a name stands for, however it is written; none when nothing is called so."""
        plain = " ".join(name.lower().split())
        found = self.schemes.get(plain) or self.prefixes.get(plain)
        if found is not None:
            return (found,)
        return tuple(self.schemes[other] for other in self.schemas.get(plain, ()))


def _scheme(name: str, entry: dict[str, Any]) -> IdentifierScheme:
    read = dict(entry)
    reads = read.pop("reads", read["pattern"])
    attempt = read.pop("attempt", reads)
    return IdentifierScheme(
        name=name,
        pattern=re.compile(read.pop("pattern"), re.ASCII),
        reads=re.compile(reads, re.ASCII | re.IGNORECASE),
        attempt=re.compile(attempt, re.IGNORECASE),
        blocks=tuple((first, last) for first, last in read.pop("blocks", ())),
        bases=MappingProxyType(read.pop("bases", {})),
        prefixes=tuple(read.pop("prefixes", ())),
        addresses=tuple(read.pop("addresses", ())),
        resolved_by=tuple(read.pop("resolved_by", ())),
        **read,
    )


def _hosts(
    schemes: Mapping[str, IdentifierScheme], resolvers: list[str]
) -> dict[str, tuple[tuple[str, IdentifierScheme | None], ...]]:
    """Host -> its paths, the longest first."""
    places: list[tuple[str, IdentifierScheme | None]] = [(address, None) for address in resolvers]
    places += [(address, scheme) for scheme in schemes.values() for address in scheme.addresses]
    hosts: dict[str, list[tuple[str, IdentifierScheme | None]]] = {}
    for address, scheme in places:
        host, _, path = address.partition("/")
        hosts.setdefault(host, []).append((path, scheme))
    return {host: tuple(sorted(paths, key=lambda place: -len(place[0]))) for host, paths in hosts.items()}


@cache
def scheme_table() -> SchemeTable:
    """The packaged table."""
    table = resources.read_yaml("mappings", "identifiers.yaml")
    schemes = {name: _scheme(name, entry) for name, entry in table["schemes"].items()}
    alone = {name: [scheme.bare, scheme.bare_right] for name, scheme in schemes.items()}
    alone["rrid"] += [family.get("bare", "") for family in table["rrid_families"].values()]
    named = [f"(?P<{name}>{'|'.join(filter(None, texts))})" for name, texts in alone.items() if any(texts)]
    return SchemeTable(
        schemes=MappingProxyType(schemes),
        schemas=MappingProxyType({name: tuple(over) for name, over in table["schemas"].items()}),
        prefixes={prefix: scheme for scheme in schemes.values() for prefix in scheme.prefixes},
        hosts=_hosts(schemes, table["resolvers"]),
        canonical_hosts=frozenset(
            base.partition("://")[2].partition("/")[0].removeprefix("www.")
            for scheme in schemes.values()
            for base in (scheme.base, *scheme.bases.values())
        ),
        bare=re.compile("|".join(named), re.ASCII),
    )


def packaged_schemes() -> Mapping[str, IdentifierScheme]:
    """The packaged schemes by name, in the order of the table."""
    return scheme_table().schemes
