"""Proposals on the real crates: names with and without ORCID iD are joined, and joining joins archives."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from independent_crates import PlainCrate, crate_files

from imagegraph.bootstrap import open_services, settings_for
from imagegraph.operations.documents import Document
from imagegraph.operations.projection import verify
from imagegraph.operations.reconciliation.decisions import decide
from imagegraph.operations.reconciliation.proposals import Proposal, proposals
from imagegraph.operations.services import Services
from imagegraph.ports.workers import Query

pytestmark = pytest.mark.corpus
BASE = "http://localhost:8000/"
AUTHORS = """PREFIX schema: <http://schema.org/> PREFIX ig: <https://w3id.org/imagegraph/>
SELECT DISTINCT ?person ?publisher WHERE { ?study a ig:Study ; schema:author ?person ; schema:publisher ?publisher }"""
LINKS = "SELECT ?left ?right WHERE { ?left <http://www.w3.org/2002/07/owl#sameAs> ?right }"


@pytest.fixture(scope="module", name="services")
def _services(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """A service that holds the crates."""
    settings = settings_for(tmp_path_factory.mktemp("crates") / "data", base=BASE)
    with open_services(settings) as services:
        documents = [Document(name=file.name, path=file) for file in crate_files(corpus)]
        outcomes = list(services.ingest.take(documents, agent="test", reason="corpus"))
        assert {outcome.status for outcome in outcomes} == {"stored"}
        yield services


class Groups:
    """Things that were said to be one."""

    def __init__(self, links: Iterable[tuple[str, str]]) -> None:
        self.of: dict[str, set[str]] = defaultdict(set)
        for left, right in links:
            joined = (self.of[left] or {left}) | (self.of[right] or {right})
            for one in joined:
                self.of[one] = joined

    def group(self, iri: str) -> frozenset[str]:
        """The group of a thing."""
        return frozenset(self.of.get(iri) or {iri})


def plain(name: str) -> str:
    """A name without accents, case and punctuation; written for this test alone."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
    return " ".join(re.findall(r"[^\W_]+", bare.casefold()))


def names_of_people(corpus: Path) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Plain name -> ORCID iDs, and plain name -> local ids, from the JSON of the crates."""
    known: dict[str, set[str]] = defaultdict(set)
    unknown: dict[str, set[str]] = defaultdict(set)
    for file in crate_files(corpus):
        crate = PlainCrate(file)
        for iri in {*crate.of_type("Person"), *crate.of_type("bia:Contributor")}:
            name = crate.entities[iri].get("name")
            if isinstance(name, str):
                (known if "orcid.org/" in iri else unknown)[plain(name)].add(iri)
    return known, unknown


def ends(proposal: Proposal) -> tuple[str, str]:
    """The IRIs of both things."""
    return proposal.left.iri, proposal.right.iri


def rows(services: Services, text: str, *columns: str) -> set[tuple[str, ...]]:
    """The rows of a SPARQL query."""
    answer = services.query_runner.run(Query(text=text, accept="application/sparql-results+json"))
    return {tuple(row[c]["value"] for c in columns) for row in json.loads(answer.body)["results"]["bindings"]}


def joined_authors(services: Services) -> int:
    """How many people are authors of studies of more than one archive, counting linked ones once."""
    groups = Groups(rows(services, LINKS, "left", "right"))  # type: ignore[arg-type]
    publishers: dict[frozenset[str], set[str]] = defaultdict(set)
    for person, publisher in rows(services, AUTHORS, "person", "publisher"):
        publishers[groups.group(person)].add(publisher)
    return sum(len(found) > 1 for found in publishers.values())


def test_every_name_with_and_without_orcid_is_proposed(corpus: Path, services: Services) -> None:
    """Each such name has a proposal with the iD, and all its nodes without iD are joined to it, with reasons."""
    known, unknown = names_of_people(corpus)
    both = sorted(known.keys() & unknown.keys())
    found = proposals(services, kind="person")
    groups = Groups(map(ends, found))
    missing = []
    for name in both:
        (orcid,) = known[name]
        locals_ = {one.rpartition("#")[2].rpartition("/")[2] for one in unknown[name]}
        joined = {iri.rpartition("#")[2].rpartition("/")[2] for iri in groups.group(orcid)}
        if not locals_ <= joined or not any(orcid in ends(one) for one in found):
            missing.append(name)
    print(
        f"\n{len(known)} names with ORCID iD, {len(unknown)} without, {len(both)} with both: "
        f"{len(both) - len(missing)} proposed; {len(found)} proposals about people in all"
    )
    assert missing == []
    assert len(both) >= 10
    assert all(one.reasons and 0.5 <= one.score <= 1 for one in found)


def test_no_two_identifiers_are_joined(services: Services) -> None:
    """No proposal is about two ORCID iDs or two ROR ids, and no pair comes twice."""
    found = proposals(services)
    for base in ("https://orcid.org/", "https://ror.org/"):
        assert not [one for one in found if all(iri.startswith(base) for iri in ends(one))]
    assert len({frozenset(ends(one)) for one in found}) == len(found)


def test_accepting_joins_archives_and_changes_no_record(services: Services) -> None:
    """With all proposals about people accepted, more people are authors in several archives."""
    before = joined_authors(services)
    records = {one.id: one.digest for one in services.journal.summaries(limit=1000)}
    found = proposals(services, kind="person")
    for proposal in found:
        decide(services, proposal.id, "accepted", agent="test", reason="corpus test")
    after = joined_authors(services)
    print(f"\nauthors in several archives: {before} before, {after} after {len(found)} links")
    assert after > before
    assert proposals(services, kind="person") == []
    left = {one.id: one.digest for one in services.journal.summaries(limit=1000)}
    assert {id: left[id] for id in records} == records
    assert list(verify(services.journal, services.linking.graph, base=BASE)) == []
