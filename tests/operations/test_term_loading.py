"""Loading ontology files: which reader, which vocabulary, what happens when it fails half-way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imagegraph.adapters.ontologies import all_readers
from imagegraph.adapters.sqlite.terms import SqliteTermIndex
from imagegraph.errors import BadParameter, EmptyDocument, MalformedDocument
from imagegraph.model.vocabularies import packaged_registry
from imagegraph.operations.terms.loading import Loaded, base_of, load_file

OBO = "http://purl.obolibrary.org/obo/"


@pytest.fixture(name="index")
def _index(tmp_path: Path) -> Iterator[SqliteTermIndex]:
    index = SqliteTermIndex(tmp_path / "terms.sqlite")
    yield index
    index.close()


def load(
    index: SqliteTermIndex, path: Path, content: str, *, ontology: str | None = None, current: bool = True
) -> Loaded:
    """What becomes of a file with this content."""
    path.write_text(content)
    return load_file(
        path,
        readers=all_readers(),
        archive=index,
        registry=packaged_registry(),
        ontology=ontology,
        current=current,
    )


def terms(*ids: str, header: str = "") -> str:
    """An OBO file with terms of these ids."""
    return header + "\n" + "\n".join(f"[Term]\nid: {id}\nname: name of {id}\n" for id in ids)


def test_the_header_names_the_vocabulary(index: SqliteTermIndex, tmp_path: Path) -> None:
    """A file that calls itself FBbi is a release of it, though it holds more borrowed terms than its own."""
    text = terms("FBbi:00000222", "UBERON:0000955", "UBERON:0000948", header="ontology: fbbi")
    loaded = load(index, tmp_path / "slim.obo", text)
    assert (loaded.release.ontology, loaded.format, loaded.release.terms) == ("fbbi", "obo", 3)
    copies = index.copies([f"{OBO}FBbi_00000222", f"{OBO}UBERON_0000955"])
    assert copies[f"{OBO}FBbi_00000222"][0].defining
    assert not copies[f"{OBO}UBERON_0000955"][0].defining


def test_most_terms_decide_when_the_header_does_not(index: SqliteTermIndex, tmp_path: Path) -> None:
    """Without a header, or with one that none of the terms is of, the majority names the vocabulary."""
    for header in ("", "ontology: fbbi"):
        loaded = load(
            index, tmp_path / "some.obo", terms("UO:0000017", "UO:0000018", "PATO:0000001", header=header)
        )
        assert loaded.release.ontology == "uo"


def test_what_is_borrowed_is_of_its_home(index: SqliteTermIndex, tmp_path: Path) -> None:
    """What OBI imports from UO is no release of OBI, and a slim of UO is one of UO."""
    units = [f"UO:000001{number}" for number in range(7)]
    imported = terms(*units, "OBI:0000001", header="ontology: obi/dev/import/UO_imports.owl")
    assert load(index, tmp_path / "a.obo", imported).release.ontology == "uo"
    slim = terms("UO:0000017", "PATO:0000002", "PATO:0000001", header="ontology: uo/subsets/slim.owl")
    assert load(index, tmp_path / "a.obo", slim).release.ontology == "uo"


def test_relations_do_not_outvote_classes(index: SqliteTermIndex, tmp_path: Path) -> None:
    """A file with one class and many relations is of the class's vocabulary."""
    relations = "\n".join(f"[Typedef]\nid: RO:000000{number}\nname: r{number}\n" for number in range(9))
    assert load(index, tmp_path / "some.obo", terms("UO:0000017") + relations).release.ontology == "uo"


def test_unknown_vocabularies_are_accepted(index: SqliteTermIndex, tmp_path: Path) -> None:
    """A vocabulary that is not in the registry gets its id from the file, and the base that most terms share."""
    loaded = load(
        index,
        tmp_path / "Fifth Floor.obo",
        terms("https://mic.example.org/slit", "https://mic.example.org/b"),
    )
    assert loaded.release.ontology == "fifth-floor"
    assert index.copies(["https://mic.example.org/slit"])["https://mic.example.org/slit"][0].defining
    named = load(index, tmp_path / "x.obo", terms("MIC:1", "MIC:2", header="ontology: mic"))
    assert named.release.ontology == "mic"
    assert index.copies([f"{OBO}MIC_1"])[f"{OBO}MIC_1"][0].defining


def test_a_file_does_not_take_the_name_of_another_vocabulary(index: SqliteTermIndex, tmp_path: Path) -> None:
    """A file called uo.obo with other people's terms does not become a release of UO."""
    loaded = load(index, tmp_path / "uo.obo", terms("https://mic.example.org/slit"))
    assert loaded.release.ontology == "uo-file"


def test_the_id_can_be_given(index: SqliteTermIndex, tmp_path: Path) -> None:
    """A given id decides; one that cannot be an id is refused before anything is read."""
    assert load(index, tmp_path / "a.obo", terms("MIC:1"), ontology="CL").release.ontology == "cl"
    with pytest.raises(BadParameter, match="fifth floor"):
        load(index, tmp_path / "a.obo", terms("MIC:1"), ontology="Fifth Floor")


def test_a_release_may_stand_beside_the_current_one(index: SqliteTermIndex, tmp_path: Path) -> None:
    """A release that is loaded for comparison does not answer."""
    load(index, tmp_path / "old.obo", terms("UO:0000017", header="data-version: 1"))
    load(index, tmp_path / "new.obo", terms("UO:0000017", header="data-version: 2"), current=False)
    assert [(r.header.version, r.source, r.current) for r in index.releases()] == [
        ("1", "old.obo", True),
        ("2", "new.obo", False),
    ]


def test_a_file_that_breaks_half_way_changes_nothing(index: SqliteTermIndex, tmp_path: Path) -> None:
    """What was read before the error is not kept; the release before it goes on answering."""
    before = load(index, tmp_path / "uo.obo", terms("UO:0000017")).release
    turtle = "@prefix o: <http://www.w3.org/2002/07/owl#> .\n" + "".join(
        f"<{OBO}UO_{number:07}> a o:Class .\n" for number in range(25_000)
    )
    with pytest.raises(MalformedDocument) as caught:
        load(index, tmp_path / "uo.ttl", turtle + f"<{OBO}UO_1> a o:")
    assert caught.value.extra["line"] == 25_002
    assert list(index.releases()) == [before]


def test_a_file_without_terms_says_why(index: SqliteTermIndex, tmp_path: Path) -> None:
    """When every stanza is unreadable the first reason is told, and nothing is kept."""
    with pytest.raises(EmptyDocument, match="no readable id"):
        load(index, tmp_path / "a.obo", "[Term]\nname: a\n")
    assert list(index.releases()) == []


def test_progress_is_told(index: SqliteTermIndex, tmp_path: Path) -> None:
    """The number of terms read so far is told while a file is loaded."""
    path = tmp_path / "a.obo"
    path.write_text(terms(*(f"UO:{number:07}" for number in range(30_000))))
    told: list[int] = []
    load_file(path, readers=all_readers(), archive=index, registry=packaged_registry(), progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 30_000
    assert len(told) > 1


@pytest.mark.parametrize(
    ("iri", "base"),
    [
        (f"{OBO}XY_0000001", f"{OBO}XY_"),
        ("http://www.ebi.ac.uk/efo/EFO_0000001", "http://www.ebi.ac.uk/efo/EFO_"),
        ("http://qudt.org/vocab/unit/MicroM", "http://qudt.org/vocab/unit/"),
        ("http://www.w3.org/ns/prov#Activity", "http://www.w3.org/ns/prov#"),
        ("http://edamontology.org/topic_Light-sheet", "http://edamontology.org/"),
        ("urn:a:b", "urn:a:b"),
    ],
)
def test_bases(iri: str, base: str) -> None:
    """What terms of one vocabulary begin with is found from one of them."""
    assert base_of(iri) == base
