"""Which people may be one person, and why.

A name alone says little: what else two descriptions share (colleagues, affiliation, mail address, study) decides. Two
different ORCID iDs are two people, unless ORCID says that one replaced the other. A list of authors names each person
once, so two of one list are two people as well.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from imagegraph.operations.reconciliation.blocks import candidate_pairs
from imagegraph.operations.reconciliation.names import SHORT, Closeness, closest, person_keys, sentence
from imagegraph.operations.reconciliation.tables import least_score, weights
from imagegraph.operations.reconciliation.things import IDENTIFIERS, Pair, Person, in_order

_ORCID = IDENTIFIERS["person"][0]
#: colleagues that one sentence names
_MOST_NAMED = 3


@dataclass(frozen=True)
class _Named:
    """Two people whose names fit."""

    left: Person
    right: Person
    closeness: Closeness
    names: tuple[str, str]


@dataclass(frozen=True)
class _Context:
    """What the pairs are judged by besides themselves.

    Attributes:
        shared_mails: mail addresses that people of different names have.
        called: key of a colleague -> what the person is called.
        also: ORCID iD -> the other keys of that person.
        rivals: IRI -> how close it is to each ORCID iD that it may be.
    """

    shared_mails: frozenset[str]
    called: Mapping[str, str]
    also: Mapping[str, frozenset[str]]
    rivals: Mapping[str, Sequence[Closeness]]


def people_pairs(people: Sequence[Person]) -> list[Pair]:
    """The pairs that are worth a proposal, in no order."""
    named = [*_named_alike(people)]
    context = _Context(_shared_mails(named, people), _called(people), _also(people), _rivals(named))
    scored = (_scored(pair, context) for pair in named)
    found = [pair for pair in scored if pair is not None and pair.score >= least_score()]
    return found + list(_replaced(people))


def _named_alike(people: Sequence[Person]) -> Iterator[_Named]:
    for left, right in candidate_pairs(people, keys=_keys, narrower=_narrower):
        if (left.has_identifier and right.has_identifier) or not left.lists.isdisjoint(right.lists):
            continue
        found = closest(left.names, right.names)
        if found is not None:
            yield _Named(left, right, found[0], found[1:])


def _keys(person: Person) -> Iterable[str]:
    return (key for name in person.names for key in name.keys)


def _narrower(person: Person) -> Iterable[str]:
    """Of names that very many have: the whole name or its short form, with an organisation or a colleague."""
    own = {key for name in person.names for key in name.keys}
    beside = {*person.affiliations, *person.studies, *(key for keys in person.colleagues for key in keys)}
    return (f"{key}\n{other}" for key in own for other in beside)


def _scored(pair: _Named, context: _Context) -> Pair | None:
    left, right = in_order(pair.left, pair.right)
    names = pair.names if left is pair.left else (pair.names[1], pair.names[0])
    reasons = [sentence(pair.closeness, *names)]
    less = []
    rival = left.has_identifier and _has_rival(pair.closeness, context.rivals.get(right.iri, ()))
    common = any(name.is_common for name in (*left.names, *right.names))
    if common:
        known = left.has_identifier and not rival and pair.closeness == "same"
        less.append("common_known" if known else "common")
    if rival:
        less.append("rival")
    more: list[str] = []
    for name, reason in _evidence(left, right, context):
        more.append(name)
        reasons.append(reason)
    if common:
        reasons.append("Very many people have this family name.")
    if rival:
        reasons.append("Somebody else with another ORCID iD fits as well.")
    score = weights("person").score(pair.closeness, more=more, less=less)
    return Pair(left=left, right=right, score=score, reasons=tuple(reasons))


def _evidence(left: Person, right: Person, context: _Context) -> Iterator[tuple[str, str]]:
    """What two people share besides the name, each with its sentence."""
    if (left.emails & right.emails) - context.shared_mails:
        yield "email", "Both give the same e-mail address, which nobody of another name gives."
    study = _common_study(left, right)
    if study is not None:
        yield "study", f"Both are named in or beside {study}, by two records."
    if left.records & right.records:
        yield "record", f"Both are named in the record {min(left.records & right.records)}."
    colleagues = _common_colleagues(left, right, context)
    if colleagues:
        whole = [key for key in colleagues if not key.endswith(SHORT)]
        name = ("coauthor" if whole else "short_coauthor") + ("s" if len(whole or colleagues) > 1 else "")
        called = [context.called.get(key, key) for key in colleagues]
        yield name, f"Both published with {_listed(called)}."
    shared = left.affiliations.keys() & right.affiliations.keys()
    if shared:
        shown = {left.affiliations[key] for key in shared if "://" in key} or {
            left.affiliations[key] for key in shared
        }
        yield "affiliation", f"Both are affiliated with {_listed(sorted(shown))}."


def _common_study(left: Person, right: Person) -> str | None:
    """A study or paper that two different records connect the two with."""
    for document in sorted(left.studies.keys() & right.studies.keys()):
        if len(left.studies[document] | right.studies[document]) > 1:
            return document
    return None


def _common_colleagues(left: Person, right: Person, context: _Context) -> list[str]:
    """Keys of the people whom both published with; each person once."""
    common = _all_colleagues(left) & _all_colleagues(right)
    common -= {key for person in (left, right) for key in person_keys(person.iri, person.names)}
    with_identifier = sorted(key for key in common if key.startswith(_ORCID))
    told = frozenset().union(*(context.also.get(key, frozenset()) for key in with_identifier))
    others = sorted(common - told - set(with_identifier))
    return [*with_identifier, *others]


def _all_colleagues(person: Person) -> frozenset[str]:
    return frozenset().union(*person.colleagues)


def _listed(texts: Sequence[str]) -> str:
    shown = ", ".join(texts[:_MOST_NAMED])
    return shown + (f" and {len(texts) - _MOST_NAMED} more" if len(texts) > _MOST_NAMED else "")


def _called(people: Sequence[Person]) -> dict[str, str]:
    found: dict[str, str] = {}
    for person in people:
        for name in person.names:
            for key in (name.full, name.short):
                if key is not None:
                    found.setdefault(key, name.text)
        if person.has_identifier:
            found[person.iri] = f"{person.label} ({person.iri})" if person.label != person.iri else person.iri
    return found


def _also(people: Sequence[Person]) -> dict[str, frozenset[str]]:
    return {
        person.iri: frozenset(person_keys(person.iri, person.names))
        for person in people
        if person.has_identifier
    }


def _shared_mails(named: Sequence[_Named], people: Sequence[Person]) -> frozenset[str]:
    """Addresses that more people give than fit together by their names: those of groups, and stand-ins for all."""
    owners: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for mail in person.emails:
            owners[mail].append(person)
    fitting = Counter(mail for pair in named for mail in pair.left.emails & pair.right.emails)
    return frozenset(
        mail for mail, those in owners.items() if fitting[mail] < len(those) * (len(those) - 1) // 2
    )


def _rivals(named: Sequence[_Named]) -> dict[str, list[Closeness]]:
    found: dict[str, list[Closeness]] = defaultdict(list)
    for pair in named:
        for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
            if other.has_identifier and not one.has_identifier:
                found[one.iri].append(pair.closeness)
    return found


def _has_rival(closeness: Closeness, all_of_them: Sequence[Closeness]) -> bool:
    """Whether another iD fits as well or better than one that fits so."""
    first = weights("person").first
    return sum(first[other] >= first[closeness] for other in all_of_them) > 1


def _replaced(people: Sequence[Person]) -> Iterator[Pair]:
    """iDs that ORCID says were deprecated, with their successors."""
    known = {person.iri: person for person in people}
    for old in people:
        for iri in sorted(iri for iri in old.replaced_by if iri in known and iri != old.iri):
            left, right = in_order(known[iri], old)
            reason = f"ORCID says that {old.iri} was deprecated in favour of {iri}."
            score = weights("person").score("replaced")
            yield Pair(left=left, right=right, score=score, reasons=(reason,))
