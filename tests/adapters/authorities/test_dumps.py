"""Dumps are loaded from the files that authorities publish, and answer like them."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from dump_samples import (
    CELL_LINES,
    cellosaurus_text,
    datacite_lines,
    datacite_tar,
    ror_zip,
)

from imagegraph.adapters.authorities.contract import Authority
from imagegraph.adapters.authorities.doi import DoiAuthority
from imagegraph.adapters.authorities.dumps import DUMPED, LoadedDumps, load_dump
from imagegraph.adapters.authorities.ror import RorAuthority
from imagegraph.adapters.authorities.rrid import RridAuthority
from imagegraph.adapters.sqlite.dumps import DumpedDocument, DumpStore
from imagegraph.errors import BadParameter, DataFolderError, DataFolderLocked, EmptyDocument, NotFound
from imagegraph.model.identifiers import identify
from imagegraph.testing.authorities import STATES, ror
from imagegraph.testing.authorities.datacite import OBJECTS


@pytest.fixture(name="store")
def _store(tmp_path: Path) -> Iterator[DumpStore]:
    store = DumpStore(tmp_path / "data" / "dumps.sqlite")
    yield store
    store.close()


def read(store: DumpStore, authority: Authority, iri: str) -> tuple[str, str, str]:
    """State, label and version of what a dump says."""
    identifier = identify(iri)
    found = LoadedDumps(store).find(identifier)
    assert found is not None
    parts, version = found
    reading = authority.read(identifier, parts)
    return reading.state, reading.thing.label if reading.thing else "", version


def test_ror_says_the_same_as_its_service(store: DumpStore, tmp_path: Path) -> None:
    """Every organisation of the small world, with its state; the version is in the name of the file."""
    loaded = load_dump(store, "ror", ror_zip(tmp_path))
    assert (loaded.dump.version, loaded.dump.date) == ("v9.1", "2026-10-06")
    assert (loaded.dump.documents, loaded.skipped, loaded.problems) == (len(ror.ORGANISATIONS), 0, ())
    for id, record in ror.ORGANISATIONS.items():
        state, label, version = read(store, RorAuthority({}), ror.IRI + id)
        assert state == STATES[ror.IRI + id]
        assert label == record["names"][0]["value"]
        assert version == "v9.1 (2026-10-06)"


def test_the_second_schema_of_ror_is_taken_where_there_are_two(store: DumpStore, tmp_path: Path) -> None:
    """Dumps of 2024 and 2025 hold both."""
    assert load_dump(store, "ror", ror_zip(tmp_path, first_schema=True)).skipped == 0
    assert read(store, RorAuthority({}), ror.IRI + ror.UNIVERSITY)[:2] == ("ok", "University of Northmere")


@pytest.mark.parametrize("packed", [False, True])
def test_ror_json_alone_is_loaded_too(store: DumpStore, tmp_path: Path, packed: bool) -> None:
    """With or without gzip, with or without a byte order mark; the date is that of the newest record."""
    content = b"\xef\xbb\xbf" + json.dumps(list(ror.ORGANISATIONS.values())).encode()
    path = tmp_path / "organisations.json"
    path.write_bytes(gzip.compress(content) if packed else content)
    loaded = load_dump(store, "ror", path)
    assert (loaded.dump.documents, loaded.dump.version, loaded.dump.date) == (10, "", "2025-11-04")
    assert read(store, RorAuthority({}), ror.IRI + ror.UNIVERSITY)[2] == "2025-11-04"


def test_a_document_is_kept_as_it_was_published(store: DumpStore, tmp_path: Path) -> None:
    """Byte by byte."""
    path = tmp_path / "v9.1-2026-10-06-ror-data.json"
    record = '{ "id": "https://ror.org/00examp37",\n "names": [] , "x": 1.50}'
    path.write_text(f"[ {record} ]")
    load_dump(store, "ror", path)
    assert store.find("ror", "https://ror.org/00examp37") == record.encode()


def test_cellosaurus_says_the_same_as_its_service(store: DumpStore, tmp_path: Path) -> None:
    """Names, problems and the cell line that an older accession stands for."""
    loaded = load_dump(store, "cellosaurus", cellosaurus_text(tmp_path))
    assert (loaded.dump.version, loaded.dump.date, loaded.dump.documents) == ("56.1", "2026-06-25", 3)
    rrid = RridAuthority({})
    assert read(store, rrid, "RRID:CVCL_ZZ01") == ("ok", "NM-Larynx-2", "56.1 (2026-06-25)")
    assert read(store, rrid, "RRID:CVCL_ZZ02")[:2] == ("replaced", "NM-Larynx-2")
    identifier = identify("RRID:CVCL_ZZ01")
    found = LoadedDumps(store).find(identifier)
    assert found is not None
    thing = rrid.read(identifier, found[0]).thing
    assert thing is not None
    assert thing.names == ("NM-Larynx-2", "NML2", "NM Larynx 2 (tide)")
    assert thing.details["species"] == ("Homo sapiens (Human)",)
    assert thing.details["status"] == ("problematic",)


def test_an_entry_of_its_own_is_no_alias(store: DumpStore, tmp_path: Path) -> None:
    """An accession that another entry calls an older one of its own, but that is still described."""
    load_dump(store, "cellosaurus", cellosaurus_text(tmp_path))
    assert read(store, RridAuthority({}), "RRID:CVCL_ZZ05")[:2] == ("ok", "NM-Larynx-2, the former entry")


def test_cellosaurus_becomes_the_form_of_its_interface(store: DumpStore, tmp_path: Path) -> None:
    """As far as anybody reads it."""
    load_dump(store, "cellosaurus", cellosaurus_text(tmp_path))
    body = store.find("cellosaurus", "https://identifiers.org/RRID:CVCL_ZZ01")
    assert body is not None
    (line,) = json.loads(body)["Cellosaurus"]["cell-line-list"]
    assert line["derived-from-site-list"] == [
        {
            "site": {
                "site-type": "In situ",
                "value": "Uterus, cervix",
                "xref-list": [
                    {
                        "database": "UBERON",
                        "accession": "UBERON_0000002",
                        "label": "Uterus, cervix",
                        "iri": "http://purl.obolibrary.org/obo/UBERON_0000002",
                    }
                ],
            }
        }
    ]
    assert [one.get("iri") for one in line["xref-list"]] == [
        "http://purl.obolibrary.org/obo/CLO_9999901",
        "http://purl.obolibrary.org/obo/BTO_9999902",
        "https://www.wikidata.org/wiki/Q999999002",
        None,
    ]
    assert line["disease-list"][1]["label"] == "Rare tumour; of the cervix"
    assert line["derived-from"] == [
        {"database": "Cellosaurus", "accession": "CVCL_ZZ03", "label": "NM-Cervix"}
    ]
    assert [one["category"] for one in line["comment-list"]] == ["Problematic cell line", "Group"]
    assert (line["created"], line["last-updated"], line["entry-version"]) == (
        "2012-04-04",
        "2025-10-02",
        "21",
    )
    assert (line["sex"], line["age"], line["category"]) == ("Female", "31Y", "Cancer cell line")


def test_datacite_says_the_same_as_its_service(store: DumpStore, tmp_path: Path) -> None:
    """From the parts of a tar, from one packed file, or from lines as they are."""
    whole = datacite_lines()
    cut = whole.index(b"\n") + 1
    packed, plain = tmp_path / "part_0000.jsonl.gz", tmp_path / "dois-2025-06.jsonl"
    packed.write_bytes(gzip.compress(whole))
    plain.write_bytes(whole)
    for path, version in (
        (datacite_tar(tmp_path, parts=[whole[:cut], whole[cut:]]), "2025"),
        (packed, "2026-01-15"),
        (plain, "2025-06"),
    ):
        loaded = load_dump(store, "datacite", path)
        assert (loaded.dump.documents, loaded.skipped) == (len(OBJECTS), 0)
        assert (loaded.dump.version, loaded.dump.date) == (version, "2026-01-15")
        for doi, attributes in OBJECTS.items():
            state, label, _ = read(store, DoiAuthority({}), f"https://doi.org/{doi}")
            assert (state, label) == (STATES[f"https://doi.org/{doi}"], attributes["titles"][0]["title"])


def test_what_a_dump_does_not_have_is_no_answer(store: DumpStore, tmp_path: Path) -> None:
    """It may be newer than the dump; identifiers of other kinds are in none."""
    dumps = LoadedDumps(store)
    assert dumps.find(identify("https://ror.org/00examp37")) is None
    load_dump(store, "ror", ror_zip(tmp_path))
    for text in (ror.NOBODY, "RRID:AB_839504", "RRID:CVCL_ZZ01", "10.5072/x", "0000-0002-1825-0097"):
        assert dumps.find(identify(text)) is None


def test_a_file_is_made_with_the_first_dump_only(store: DumpStore, tmp_path: Path) -> None:
    """Asking and listing make none."""
    assert store.find("ror", "https://ror.org/00examp37") is None
    assert store.loaded() == []
    assert store.remove("ror") is False
    assert not (tmp_path / "data").exists()


def test_a_newer_dump_takes_the_place_of_the_older(store: DumpStore, tmp_path: Path) -> None:
    """What it no longer has is gone; others stay as they are."""
    load_dump(store, "cellosaurus", cellosaurus_text(tmp_path))
    load_dump(store, "ror", ror_zip(tmp_path))
    only = [ror.ORGANISATIONS[ror.UNIVERSITY]]
    load_dump(store, "ror", ror_zip(tmp_path, records=only, name="v9.2-2026-11-03-ror-data"))
    assert [(dump.authority, dump.version, dump.documents) for dump in store.loaded()] == [
        ("cellosaurus", "56.1", 3),
        ("ror", "v9.2", 1),
    ]
    assert store.find("ror", ror.IRI + ror.FACILITY) is None
    assert store.find("cellosaurus", "https://identifiers.org/RRID:CVCL_ZZ02") is not None


def test_the_later_of_two_documents_about_one_thing_stays(store: DumpStore, tmp_path: Path) -> None:
    """It is counted once."""
    old, new = (
        ror.organisation(ror.UNIVERSITY, name) for name in ("University, once", "University of Northmere")
    )
    loaded = load_dump(store, "ror", ror_zip(tmp_path, records=[old, new]))
    assert loaded.dump.documents == 1
    assert read(store, RorAuthority({}), ror.IRI + ror.UNIVERSITY)[1] == "University of Northmere"


def test_a_dump_can_be_removed(store: DumpStore, tmp_path: Path) -> None:
    """With all that it holds."""
    load_dump(store, "cellosaurus", cellosaurus_text(tmp_path))
    assert store.remove("cellosaurus") is True
    assert store.loaded() == []
    assert store.find("cellosaurus", "https://identifiers.org/RRID:CVCL_ZZ02") is None


def test_progress_is_told(store: DumpStore, tmp_path: Path) -> None:
    """In documents so far."""
    told: list[int] = []
    load_dump(store, "ror", ror_zip(tmp_path), progress=told.append)
    assert told == [len(ror.ORGANISATIONS)]


@pytest.mark.parametrize("authority", ["orcid", "", "ROR", "crossref"])
def test_other_authorities_have_no_dump(store: DumpStore, tmp_path: Path, authority: str) -> None:
    """The message names those that have."""
    with pytest.raises(BadParameter, match="those of ror, cellosaurus, datacite can be loaded"):
        load_dump(store, authority, ror_zip(tmp_path))


@pytest.mark.parametrize("authority", DUMPED)
def test_a_missing_file_is_said_so(store: DumpStore, tmp_path: Path, authority: str) -> None:
    """So is a folder."""
    for path in (tmp_path / "absent.zip", tmp_path):
        with pytest.raises(NotFound, match="There is no file"):
            load_dump(store, authority, path)


def test_an_interrupted_load_changes_nothing(store: DumpStore, tmp_path: Path) -> None:
    """The dump before is whole, whatever ended the loading."""
    load_dump(store, "ror", ror_zip(tmp_path))

    def interrupted() -> Iterator[DumpedDocument]:
        for number in range(5_000):
            yield DumpedDocument(iri=f"https://ror.org/{number}", body=b"{}")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.replace("ror", documents=interrupted(), described=lambda: ("v10", ""), file="x")
    assert [(dump.version, dump.documents) for dump in store.loaded()] == [("v9.1", 10)]
    assert store.find("ror", "https://ror.org/1") is None
    assert read(store, RorAuthority({}), ror.IRI + ror.UNIVERSITY)[0] == "ok"


def test_others_read_while_a_dump_is_loaded(store: DumpStore, tmp_path: Path) -> None:
    """The old one, until the new one is complete; a second load is refused meanwhile."""
    load_dump(store, "ror", ror_zip(tmp_path))
    begun, may_end = threading.Event(), threading.Event()

    def slowly() -> Iterator[DumpedDocument]:
        yield DumpedDocument(iri=ror.IRI + ror.UNIVERSITY, body=b'{"new": true}')
        begun.set()
        may_end.wait(10)

    thread = threading.Thread(
        target=store.replace, args=("ror",),
        kwargs={"documents": slowly(), "described": lambda: ("v10", ""), "file": "x"},
    )  # fmt: skip
    thread.start()
    assert begun.wait(10)
    assert read(store, RorAuthority({}), ror.IRI + ror.UNIVERSITY)[2] == "v9.1 (2026-10-06)"
    other = DumpStore(tmp_path / "data" / "dumps.sqlite", patience=0.1)
    with pytest.raises(DataFolderLocked, match="Another dump is being loaded"):
        load_dump(other, "cellosaurus", cellosaurus_text(tmp_path))
    other.close()
    may_end.set()
    thread.join()
    assert store.find("ror", ror.IRI + ror.UNIVERSITY) == b'{"new": true}'
    assert store.version("ror") == "v10"


def test_a_folder_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "data").write_text("in the way")
    store = DumpStore(tmp_path / "data" / "dumps.sqlite")
    with pytest.raises(DataFolderError, match=r"The dump cannot be kept in .*dumps\.sqlite"):
        load_dump(store, "ror", ror_zip(tmp_path))
    store.close()


def test_a_file_without_a_usable_entry_is_refused(store: DumpStore, tmp_path: Path) -> None:
    """The first entry that was passed over says why; the dump before stays."""
    load_dump(store, "ror", ror_zip(tmp_path))
    old = [{"id": "https://ror.org/00examp37", "name": "In the first schema", "external_ids": {}}]
    with pytest.raises(
        EmptyDocument, match=r"no usable entry\. .*entry 1: https://ror.org/00examp37 has no names"
    ):
        load_dump(store, "ror", ror_zip(tmp_path, records=old, name="v1.0-2023-01-01-ror-data"))
    with pytest.raises(EmptyDocument, match="holds no usable entry"):
        load_dump(store, "ror", ror_zip(tmp_path, records=[]))
    with pytest.raises(EmptyDocument, match="holds no usable entry"):
        load_dump(store, "cellosaurus", cellosaurus_text(tmp_path, text=CELL_LINES.partition("ID   NM")[0]))
    assert [dump.documents for dump in store.loaded()] == [10]
