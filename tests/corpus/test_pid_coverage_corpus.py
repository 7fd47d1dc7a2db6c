"""How much the real crates name by persistent identifiers: the question against a reading of their plain JSON."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from independent_crates import PlainCrate, crate_files
from pyoxigraph import NamedNode, Quad, QuerySolutions, Store

from imagegraph.adapters.importers.rocrate import RoCrateImporter
from imagegraph.model.records import Document, record_id
from imagegraph.operations.named_queries import bound, get_query
from imagegraph.operations.normalise import normalise

pytestmark = pytest.mark.corpus
#: what a question about these crates may take at most, on a slow machine
_SECONDS = 2.0
#: a mentioned thing: publisher, year of publication, kind, whether it is named by its identifier
Mention = tuple[str, str, str, bool]


@pytest.fixture(scope="module", name="crates")
def _crates(corpus: Path) -> Store:
    """Every crate in a graph of its own."""
    store = Store()
    for file in crate_files(corpus):
        for imported in RoCrateImporter().read(
            Document(name=file.name, content=file.read_bytes(), path=file)
        ):
            record = f"http://localhost:8000/records/{record_id(imported.about or '', kind=imported.kind)}"
            statements = normalise(imported.triples, record=record, about=imported.about).triples
            store.extend(Quad(s.subject, s.predicate, s.object, NamedNode(record)) for s in statements)
    return store


@pytest.fixture(scope="module", name="mentions")
def _mentions(corpus: Path) -> list[Mention]:
    """What the crates say, read without the package."""
    return [mention for file in crate_files(corpus) for mention in _mentions_of(PlainCrate(file))]


def _mentions_of(crate: PlainCrate) -> Iterator[Mention]:
    study = crate.entities[crate.root]
    (publisher,) = crate.linked(crate.root, "publisher")
    year = study["datePublished"][:4]
    people = set(crate.linked(crate.root, "author")) & set(crate.of_type("Person"))
    places = {place for person in people for place in crate.linked(person, "affiliation")}
    papers = set(crate.of_type("ScholarlyArticle")) & {
        paper for key in ("citation", "seeAlso") for paper in crate.linked(crate.root, key)
    }
    for kind, named, start in (
        ("person", people, "orcid.org/"),
        ("organisation", places, "ror.org/"),
        ("paper", papers, "doi.org/"),
        ("study", {crate.root}, "doi.org/"),
    ):
        for name in named:
            yield publisher, year, kind, name.partition("://")[2].startswith(start)


def _rows(store: Store, question: str, **parameters: str) -> list[dict[str, str]]:
    started = time.perf_counter()
    results = store.query(bound(get_query(question), parameters).text, use_default_graph_as_union=True)
    assert isinstance(results, QuerySolutions)
    names = [variable.value for variable in results.variables]
    rows = [{n: value.value for n in names if (value := row[n]) is not None} for row in results]  # type: ignore[union-attr]
    assert time.perf_counter() - started < _SECONDS
    return rows


def test_coverage_is_what_the_crates_say(crates: Store, mentions: list[Mention]) -> None:
    """Things and those with an identifier, for each archive and kind, are as counted in the JSON."""
    things = Counter((at, kind) for at, _, kind, _ in mentions)
    named = Counter((at, kind) for at, _, kind, has in mentions if has)
    found = {
        (row["at"], row["what"]): (int(row["things"]), int(row["with_identifier"]), float(row["percent"]))
        for row in _rows(crates, "pid-coverage")
    }
    assert found == {
        key: (count, named[key], pytest.approx(100 * named[key] / count, abs=0.5))
        for key, count in things.items()
    }
    assert len({at for at, _ in found}) == 4
    assert any(0 < share < 100 for _, _, share in found.values())


def test_coverage_by_year_is_what_the_crates_say(crates: Store, mentions: list[Mention]) -> None:
    """The same for each year, and the years add up to the whole."""
    things = Counter((at, year, kind) for at, year, kind, _ in mentions)
    named = Counter((at, year, kind) for at, year, kind, has in mentions if has)
    found = {
        (row["at"], row["year"], row["what"]): (int(row["things"]), int(row["with_identifier"]))
        for row in _rows(crates, "pid-coverage-by-year")
    }
    assert found == {key: (count, named[key]) for key, count in things.items()}
    assert sum(count for count, _ in found.values()) == len(mentions)


def test_an_institution_finds_its_datasets(corpus: Path, crates: Store) -> None:
    """Each ROR id finds the studies that say an author is affiliated with it; what only others say is marked."""
    expected: dict[str, set[str]] = {}
    for file in crate_files(corpus):
        crate = PlainCrate(file)
        for author in crate.linked(crate.root, "author"):
            for place in crate.linked(author, "affiliation"):
                if place.startswith("https://ror.org/"):
                    expected.setdefault(place, set()).add(crate.root)
    assert len(expected) > 50
    joining = {place: studies for place, studies in expected.items() if len(studies) > 1}
    assert joining, "some institution has several studies"
    for place, studies in joining.items():
        rows = _rows(crates, "datasets-by-organisation", organisation=place)
        own = {row["dataset"] for row in rows if row["connection"] == "affiliation of an author"}
        others = {row["dataset"] for row in rows} - own
        assert own == studies
        assert others == {row["dataset"] for row in rows if row["connection"].endswith("in another record")}


def test_a_person_finds_their_datasets(corpus: Path, crates: Store) -> None:
    """Each ORCID iD that is in several crates finds just these."""
    expected: dict[str, set[str]] = {}
    for file in crate_files(corpus):
        crate = PlainCrate(file)
        for author in crate.linked(crate.root, "author"):
            if author.startswith("https://orcid.org/"):
                expected.setdefault(author, set()).add(crate.root)
    joining = {person: studies for person, studies in expected.items() if len(studies) > 1}
    assert joining, "some person has several studies"
    for person, studies in joining.items():
        assert {row["dataset"] for row in _rows(crates, "datasets-by-person", person=person)} == studies


@pytest.mark.parametrize(
    "question",
    ["datasets-by-instrument", "datasets-by-antibody", "images-by-objective", "instrument-credit"],
)
def test_study_crates_name_no_instruments(question: str, crates: Store) -> None:
    """The crates name neither instruments nor antibodies by identifiers: nothing is made up."""
    assert _rows(crates, question) == []
