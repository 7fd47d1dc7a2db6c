"""What the graph knows about the things of each kind, ready to be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from imagegraph.model.folding import fold
from imagegraph.model.identifiers import is_placeholder
from imagegraph.operations.naming import record_iri
from imagegraph.operations.reconciliation.names import PersonName, parse_name, person_keys
from imagegraph.operations.reconciliation.organisation_names import folded_name, is_part
from imagegraph.operations.reconciliation.reading import Said, asked, names_of_others, said_about
from imagegraph.operations.reconciliation.things import (
    IDENTIFIERS,
    Antibody,
    Candidate,
    Instrument,
    Kind,
    Organisation,
    Person,
)
from imagegraph.operations.services import Services

_NAMES = ("name", "label", "prefLabel")
_OTHER_NAMES = ("alternateName", "altLabel")
_ORCID, _ROR = IDENTIFIERS["person"][0], IDENTIFIERS["organisation"][0]
Names = Mapping[str, tuple[str, ...]]


def candidates(services: Services, kind: Kind) -> list[Candidate]:
    """The things of a kind that stand in records, in the order of their IRIs.

    Raises:
        QueryRefusal: no worker became free, or the graph took too long.
    """
    said = said_about(services, kind)
    names = names_of_others(services)
    if kind == "person":
        return list(_people(services, said, names))
    if kind == "organisation":
        affiliated = _affiliated(said_about(services, "person"))
        return [_organisation(iri, said, affiliated) for iri in sorted(said.records)]
    if kind == "instrument":
        return [_instrument(iri, said, names) for iri in sorted(said.records)]
    return [_antibody(iri, said, names) for iri in sorted(said.records)]


def _people(services: Services, said: Said, names: Names) -> Iterable[Person]:
    read = {iri: _person_names(said, iri) for iri in said.records}
    lists: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in asked(services, "mentions", expected=len(said.records)):
        if row["person"] in read:
            lists[row["graph"], row["document"], row["role"]].add(row["person"])
    standing: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for place, members in lists.items():
        for member in members:
            standing[member].append(place)
    keys = {
        place: frozenset(key for one in members for key in person_keys(one, read[one]))
        for place, members in lists.items()
    }
    documents = _documents(services)
    for iri in sorted(said.records):
        places = sorted(standing.get(iri, ()))
        studies: dict[str, set[str]] = defaultdict(set)
        for graph in {graph for graph, _, _ in places}:
            for document in documents.get(graph, ()):
                studies[document].add(graph)
        yield Person(
            iri=iri,
            label=_fullest(read[iri]) or iri,
            records=said.records[iri],
            names=read[iri],
            emails=frozenset(_mail(text) for text in said.texts(iri, "email")) - {""},
            affiliations=_affiliations(said, iri, names),
            lists=frozenset(places),
            colleagues=tuple(keys[place] for place in places),
            studies={document: frozenset(graphs) for document, graphs in studies.items()},
            replaced_by=frozenset(said.texts(iri, "isReplacedBy")),
        )


def _person_names(said: Said, iri: str) -> tuple[PersonName, ...]:
    given, family = said.texts(iri, "givenName"), said.texts(iri, "familyName")
    stated = (
        [f"{last}, {first}" for last in family for first in given] if len(given) == len(family) == 1 else []
    )
    texts = dict.fromkeys((*said.texts(iri, *_NAMES), *said.texts(iri, *_OTHER_NAMES), *stated))
    return tuple(parse_name(text) for text in texts if not is_placeholder(text) and "@" not in text)


def _fullest(names: Iterable[PersonName]) -> str:
    """The name that tells most: a whole one before one with initials, then the longest, with its accents."""
    best = max(names, key=lambda name: (name.full is not None, len(name.text), name.text), default=None)
    return best.text if best is not None else ""


def _affiliations(said: Said, iri: str, names: Names) -> dict[str, str]:
    """Keys of the organisations, with what each is called."""
    found: dict[str, str] = {}
    for value in said.texts(iri, "affiliation"):
        called = names.get(value, () if "://" in value else (value,))
        if value.startswith(_ROR):
            found[value] = called[0] if called else value
        for name in called:
            folded = folded_name(name)
            if folded and not is_part(folded):
                found.setdefault(folded, name)
    return found


def _documents(services: Services) -> dict[str, set[str]]:
    """The studies and papers of each record that have a name outside of it."""
    found: dict[str, set[str]] = defaultdict(set)
    below = record_iri(services.settings.base, "")
    for row in asked(services, "documents"):
        if row["document"].startswith(("https://", "http://")) and not row["document"].startswith(below):
            found[row["graph"]].add(row["document"])
    return found


def _mail(text: str) -> str:
    mail = text.strip().removeprefix("mailto:").casefold()
    return mail if "@" in mail else ""


def _affiliated(people: Said) -> dict[str, dict[str, str]]:
    """Organisation -> ORCID iDs of those who work there -> their names."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for iri in people.records:
        if iri.startswith(_ORCID):
            names = people.texts(iri, *_NAMES)
            for organisation in people.texts(iri, "affiliation"):
                found[organisation][iri] = names[0] if names else iri
    return found


def _organisation(iri: str, said: Said, affiliated: Mapping[str, Mapping[str, str]]) -> Organisation:
    names = said.texts(iri, *_NAMES)
    return Organisation(
        iri=iri, label=_label(said, iri), records=said.records[iri], names=names,
        other_names=said.texts(iri, *_OTHER_NAMES), acronyms=said.texts(iri, "acronym"),
        people=affiliated.get(iri, {}),
        websites=frozenset(text.split("://")[-1].removeprefix("www.").rstrip("/").casefold() for text in said.texts(iri, "url")) - {""},
        addresses=frozenset(fold(text) for text in said.texts(iri, "address") if not is_placeholder(text)) - {""},
    )  # fmt: skip


def _instrument(iri: str, said: Said, names: Names) -> Instrument:
    return Instrument(
        iri=iri, label=_label(said, iri), records=said.records[iri], names=said.texts(iri, *_NAMES, *_OTHER_NAMES),
        manufacturers=said.texts(iri, "manufacturer", names=names), models=said.texts(iri, "model"),
        serial_numbers=said.texts(iri, "serialNumber"), owners=said.texts(iri, "owner", names=names),
    )  # fmt: skip


def _antibody(iri: str, said: Said, names: Names) -> Antibody:
    return Antibody(
        iri=iri, label=_label(said, iri), records=said.records[iri], names=said.texts(iri, *_NAMES, *_OTHER_NAMES),
        vendors=said.texts(iri, "vendor", names=names), catalogue_numbers=said.texts(iri, "catalogNumber"),
        clones=said.texts(iri, "clone"), targets=said.texts(iri, "target", names=names),
        hosts=said.texts(iri, "host", names=names),
    )  # fmt: skip


def _label(said: Said, iri: str) -> str:
    return next(iter(said.texts(iri, *_NAMES)), iri)
