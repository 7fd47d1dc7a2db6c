"""Who sells a reagent under which number, and words that only stand for a missing value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from imagegraph.adapters.authorities.privacy import public_text, public_texts
from imagegraph.adapters.authorities.statements import Statements
from imagegraph.model.identifiers import is_placeholder
from imagegraph.model.rdf import IG, RDFS, SCHEMA, Literal, NamedNode


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One vendor of a reagent.

    Attributes:
        numbers: catalogue numbers, the current one first.
        url: page of the product.
    """

    vendor: str = ""
    numbers: tuple[str, ...] = ()
    url: str = ""


def meant(value: Any) -> str:
    """A text, unless it says that there is none, as `unknown` and `no` do.

    >>> meant("monoclonal"), meant("no")
    ('monoclonal', '')
    """
    found = public_text(value)
    return "" if found.casefold() == "no" or is_placeholder(found) else found


def meant_all(value: Any) -> tuple[str, ...]:
    """The texts of a list, or of a single text, without those that say that there is none."""
    return tuple(found for found in public_texts(value) if meant(found))


def details_of(offers: Iterable[Offer]) -> dict[str, tuple[str, ...]]:
    """Catalogue numbers and vendors, each once."""
    listed = list(offers)
    return {
        "catalog_number": tuple(dict.fromkeys(number for offer in listed for number in offer.numbers)),
        "vendor": tuple(dict.fromkeys(offer.vendor for offer in listed if offer.vendor)),
    }


def add_offers(statements: Statements, offers: Sequence[Offer]) -> None:
    """Each as a `schema:Offer`; its vendor and number are said of the reagent too, as our records do."""
    for place, offer in enumerate(dict.fromkeys(offers), start=1):
        if not offer.vendor and not offer.numbers:
            continue
        said = statements.part(SCHEMA.offers, f"offer-{place}")
        said.type(SCHEMA.Offer)
        for number in offer.numbers:
            said.text(SCHEMA.sku, number)
            statements.text(IG.catalogNumber, number)
        said.link(SCHEMA.url, offer.url)
        if offer.vendor:
            vendor = NamedNode(f"{statements.node.value}#vendor-{place}")
            said.add(SCHEMA.seller, vendor)
            statements.add(IG.vendor, vendor)
            statements.add(RDFS.label, Literal(offer.vendor), subject=vendor)
