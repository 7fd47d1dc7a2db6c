"""Recorded, documented and derived answers about RRIDs are read, and say what another reading of them says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from imagegraph.adapters.authorities.contract import Part, Reading, UnreadableAnswer
from imagegraph.adapters.authorities.rrid import RridAuthority
from imagegraph.model.identifiers import Identifier

pytestmark = pytest.mark.corpus
RRID = "https://identifiers.org/RRID:"


def read(path: Path, local: str, *, name: str, status: int = 200) -> Reading:
    """What a recorded answer says about an RRID."""
    part = Part(name=name, status=status, media_type="application/json", body=path.read_bytes(), url="")
    identifier = Identifier(local, "rrid", local, RRID + local, "valid")
    return RridAuthority({}).read(identifier, [part])


def folder(corpus: Path) -> Path:
    """Where the answers are."""
    return corpus / "services" / "rrid"


def without_words_for_nothing(*values: Any) -> tuple[str, ...]:
    """Texts that mean something."""
    return tuple(value for value in values if value and value != "unknown")


def test_every_antibody_is_read_as_it_stands(corpus: Path) -> None:
    """Name, catalogue number, vendor, target, host and clonality are those of the records."""
    files = sorted((folder(corpus) / "derived").glob("antibodyregistry_antibodies_*.json"))
    assert len(files) == 5
    for file in files:
        records = json.loads(file.read_text("utf-8"))
        if not records:
            assert read(file, "AB_1", name="antibody-registry").state == "not_found"
            continue
        reading = read(file, f"AB_{records[0]['abId']}", name="antibody-registry")
        thing = reading.thing
        assert reading.state == "ok"
        assert thing is not None
        assert thing.label == records[0]["abName"]
        assert thing.details["catalog_number"] == tuple(record["catalogNum"] for record in records)
        assert thing.details["vendor"] == tuple(record["vendorName"] for record in records)
        assert thing.details["target"] == (" ".join(records[0]["abTarget"].split()),)
        assert thing.details["host"] == (records[0]["sourceOrganism"],)
        assert thing.details.get("clonality", ()) == without_words_for_nothing(
            records[0]["clonality"].replace(" antibody", "")
        )
        stopped = records[0]["comments"].startswith("Discontinued")
        assert thing.details.get("status") == (("discontinued",) if stopped else None)
        assert bool(thing.notes) == stopped


def test_the_rows_of_an_export_are_all_discontinued_as_they_say(corpus: Path) -> None:
    """Real records, put into the form of the API: each is read, and no value gets lost."""
    rows = json.loads(
        (folder(corpus) / "recorded" / "antibodyregistry_export_rows_legacy.json").read_text("utf-8")
    )
    assert len(rows) > 10
    for row in rows:
        record = {
            "abId": row["ab_id"], "accession": row["ab_id"], "abName": row["ab_name"], "abTarget": row["ab_target"],
            "sourceOrganism": row["host"], "vendorName": row["vendor"], "catalogNum": row["catalog_num"],
            "cloneId": row["clone_id"], "comments": row["comments"], "discDate": row["disc_date"],
        }  # fmt: skip
        part = Part(
            name="antibody-registry", status=200, media_type="application/json", body=json.dumps([record]).encode(),
            url="",
        )  # fmt: skip
        local = row["ab_id"]
        reading = RridAuthority({}).read(Identifier(local, "rrid", local, RRID + local, "valid"), [part])
        assert reading.thing is not None
        assert reading.thing.details["catalog_number"] == (str(row["catalog_num"]),)
        assert reading.thing.details["vendor"] == (row["vendor"],)
        assert ("status" in reading.thing.details) == row["comments"].startswith("Discontinued")


def test_a_merged_antibody_names_its_survivor(corpus: Path) -> None:
    """AB_10099880 was consolidated into AB_310342 in August 2020."""
    file = folder(corpus) / "derived" / "antibodyregistry_antibodies_310342.json"
    reading = read(file, "AB_10099880", name="antibody-registry")
    assert (reading.state, reading.successors) == ("replaced", (RRID + "AB_310342",))
    with pytest.raises(UnreadableAnswer):
        read(file, "AB_424235", name="antibody-registry")


def test_the_cell_line_has_all_its_names_and_terms(corpus: Path) -> None:
    """Hep-G2, as Cellosaurus answered."""
    (file,) = (folder(corpus) / "recorded_trimmed").glob("cellosaurus_*.json")
    (line,) = json.loads(file.read_text("utf-8"))["Cellosaurus"]["cell-line-list"]
    thing = read(file, "CVCL_0027", name="cellosaurus").thing
    assert thing is not None
    assert thing.label == next(name["value"] for name in line["name-list"] if name["type"] == "identifier")
    assert set(thing.names) == {name["value"] for name in line["name-list"]}
    objects = {getattr(triple.object, "value", "") for triple in thing.statements}
    iris = {term["iri"] for member in ("species-list", "disease-list") for term in line[member]}
    iris |= {x["iri"] for site in line["derived-from-site-list"] for x in site["site"]["xref-list"]}
    assert iris | {line["sex"], line["age"], line["category"]} <= objects


@pytest.mark.parametrize(
    ("name", "local"),
    [
        ("recorded/osparc_get_scicrunch_resolver_response.json", "SCR_018997"),
        ("docs_examples/search_SCR_000415_micromanager.json", "SCR_000415"),
        ("docs_examples/SCR_007037_spm_source.json", "SCR_007037"),
        ("derived/scicrunch_resolver_AB_3698202_partial.json", "AB_3698202"),
    ],
)
def test_every_hit_of_scicrunch_is_read_as_it_stands(corpus: Path, name: str, local: str) -> None:
    """Name, synonyms, description, types, citation and vendors are those of the hit."""
    file = folder(corpus) / name
    (found,) = json.loads(file.read_text("utf-8"))["hits"]["hits"]
    source = found["_source"]
    item = source["item"]
    reading = read(file, local, name="scicrunch")
    thing = reading.thing
    assert reading.state == "ok"
    assert thing is not None
    assert thing.label == item["name"]
    synonyms = {one["name"] for one in item.get("synonyms", []) if one.get("name")}
    assert synonyms <= set(thing.names)
    assert thing.details.get("type", ()) == tuple(
        one["name"] for one in item.get("types", []) if one.get("name")
    )
    assert thing.details.get("vendor", ()) == tuple(one["vendor"] for one in source.get("vendors", []))
    assert thing.details.get("status", ()) == without_words_for_nothing(item.get("status"))
    objects = {getattr(triple.object, "value", "") for triple in thing.statements}
    if "description" in item:
        assert " ".join(item["description"].split()) in objects
    if "properCitation" in source["rrid"]:
        assert source["rrid"]["properCitation"] in objects
    pages = {page["uri"] for page in source.get("distributions", {}).get("current", []) if page.get("uri")}
    assert pages <= objects
    assert thing.kind == ("Antibody" if local.startswith("AB_") else "Software")


def test_no_hits_are_a_negative_answer(corpus: Path) -> None:
    """200 with an empty list."""
    file = folder(corpus) / "derived" / "scicrunch_resolver_empty_hits.json"
    assert read(file, "AB_00000000", name="scicrunch").state == "not_found"


def test_errors_of_the_search_engine_are_no_answer(corpus: Path) -> None:
    """Whatever status they come with; neither are other documents of the three services."""
    errors = sorted((folder(corpus) / "docs_examples").glob("es_error_*.json"))
    assert len(errors) == 4
    others = [
        *(folder(corpus) / "docs_examples").glob("query_*.json"),
        folder(corpus) / "derived" / "antibodyregistry_datainfo_shape.json",
    ]
    for file in [*errors, *others]:
        for name in ("antibody-registry", "cellosaurus", "scicrunch"):
            for status in (200, 400):
                with pytest.raises(UnreadableAnswer):
                    read(file, "AB_90755", name=name, status=status)
    for file in errors:
        with pytest.raises(UnreadableAnswer):
            read(file, "Addgene_12260", name="scicrunch", status=404)
