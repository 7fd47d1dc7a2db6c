"""Recorded answers about DOIs end in the state that is known of them, and say what stands in them."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
from recorded_answers import document_in, recorded

from imagegraph.adapters.authorities.contract import Part, Reading, UnreadableAnswer
from imagegraph.adapters.authorities.doi import DoiAuthority
from imagegraph.adapters.authorities.doi_registration import agency_in, handle_in
from imagegraph.adapters.http import Clock, Deadline, HttpService
from imagegraph.model.identifiers import Identifier, identify
from imagegraph.model.rdf import DCTERMS, IG, RDFS, NamedNode
from imagegraph.model.resolutions import Thing
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.stand_in import StandIn

pytestmark = pytest.mark.corpus
DATACITE = {
    "arxiv_2311_16162": "Publication", "dataone_f1m61h5x": "Software", "dataverse_nj7xso": "Dataset",
    "dryad_8515": "Dataset", "figshare_1449060": "Dataset", "lipics_relateditems": "Publication", "pangaea": "Dataset",
    "plus_sign_in_doi": "Dataset", "stage_200": "Software", "uuid_colon": "Dataset", "zenodo_1196821": "Dataset",
    "zenodo_48440_software": "Software",
}  # fmt: skip
CROSSREF = {
    "bmj_update": "Publication", "book": "Publication", "component": "Thing", "correction_ppat": "Publication",
    "elife_01567": "Publication", "mja1943": "Publication", "pdb_dataset": "Dataset", "peer_review": "Publication",
    "pone_0000030": "Publication", "preprint_biorxiv": "Publication", "retracted_or_corrected_pone": "Publication",
    "srep": "Publication", "underscore": "Publication",
}  # fmt: skip
_ORCID = re.compile(r"orcid\.org/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])")


def answer(corpus: Path, file: str, *, name: str) -> Part:
    """A recorded exchange."""
    return recorded(corpus / "services" / "doi" / "recorded" / f"{file}.json", name=name)


def doi(text: str) -> Identifier:
    """A valid DOI."""
    found = identify(f"doi:{text}")
    assert found.state == "valid", found
    return found


def read(text: str, *parts: Part) -> Reading:
    """What answers mean for a DOI."""
    return DoiAuthority({}).read(doi(text), parts)


def stated(thing: Thing | None, property: NamedNode) -> set[str]:
    """The values of a property of a thing."""
    assert thing is not None
    return {
        triple.object.value  # type: ignore[union-attr]
        for triple in thing.statements
        if triple.predicate == property and triple.subject == NamedNode(thing.iri)
    }


def without_marks(title: str) -> str:
    """A title as text, read without our code."""
    return " ".join(html.unescape(re.sub(r"</?[a-z]+>", "", title)).split())


@pytest.mark.parametrize("file", DATACITE)
def test_every_description_of_datacite_is_read(corpus: Path, file: str) -> None:
    """Kind, title, people with ORCID iDs, publisher, year and licences, by an independent reading."""
    part = answer(corpus, f"datacite_{file}", name="datacite")
    attributes: dict[str, Any] = document_in(part)["data"]["attributes"]
    reading = read(attributes["doi"], part)
    thing = reading.thing
    assert thing is not None
    assert (reading.state, reading.authority, thing.kind) == ("ok", "datacite", DATACITE[file])
    assert thing.label == without_marks(attributes["titles"][0]["title"])
    ids = set(re.findall(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", json.dumps(attributes["creators"])))
    assert stated(thing, DCTERMS.creator) == {f"https://orcid.org/{found}" for found in ids}
    assert stated(thing, DCTERMS.publisher) == {attributes["publisher"]}
    assert thing.details["year"] == (str(attributes["publicationYear"]),)
    licences = {right.get("rightsUri") or "" for right in attributes["rightsList"]}
    assert stated(thing, DCTERMS.license) == {uri for uri in licences if uri.startswith("http")}


def test_answers_are_read_as_they_come_over_http(corpus: Path) -> None:
    """Byte by byte: the agency that doi.org names, and what that one says; and a DOI that does not exist."""
    arxiv, table = "10.48550/arxiv.2311.16162", {
        "ra/10.48550/arxiv.2311.16162": answer(corpus, "ra_datacite_10_48550", name="agency"),
        "dois/10.48550/arxiv.2311.16162?affiliation=true&publisher=true": answer(
            corpus, "datacite_arxiv_2311_16162", name="datacite"
        ),
        "ra/10.99999/x": answer(corpus, "ra_unknown_10_99999", name="agency"),
    }  # fmt: skip
    with StandIn() as world:
        for target, part in table.items():
            world.answer(target, replies.body(part.body, media_type=part.media_type))
        service = HttpService(world.base, agent="tests", rate=500)
        authority = DoiAuthority({"doi": service, "datacite": service})
        states = {}
        for text in (arxiv, "10.99999/x"):
            asked = authority.ask(doi(text), deadline=Deadline(10, clock=Clock()))
            states[text] = authority.read(doi(text), asked).state
        service.close()
        assert (states, world.unexpected) == ({arxiv: "ok", "10.99999/x": "not_found"}, [])


@pytest.mark.parametrize("file", CROSSREF)
def test_every_description_of_crossref_is_read(corpus: Path, file: str) -> None:
    """Kind, title, people with ORCID iDs, publisher and year, by an independent reading."""
    part = answer(corpus, f"crossref_{file}", name="crossref")
    message: dict[str, Any] = document_in(part)["message"]
    reading = read(message["DOI"], part)
    thing = reading.thing
    assert thing is not None
    assert (reading.state, reading.authority, thing.kind) == ("ok", "crossref", CROSSREF[file])
    assert thing.names == tuple(without_marks(title) for title in message["title"])
    ids = set(_ORCID.findall(json.dumps(message.get("author", []))))
    assert set(thing.details.get("creator", ())) == {f"https://orcid.org/{found}" for found in ids}
    assert message["publisher"] in thing.details["publisher"]
    year = message["issued"]["date-parts"][0][0]
    assert thing.details.get("year", ()) == ((str(year),) if year else ())


def test_a_corrected_paper_is_noted(corpus: Path) -> None:
    """`10.1371/journal.pone.0033693` was corrected; it stays `ok`."""
    reading = read(
        "10.1371/journal.pone.0033693",
        answer(corpus, "crossref_retracted_or_corrected_pone", name="crossref"),
    )
    notice = "https://doi.org/10.1371/annotation/c76da2c1-ccb8-4797-94c1-359d3ceceeda"
    assert reading.thing is not None
    assert (reading.state, reading.thing.notes, reading.detail) == ("ok", (f"Corrected: {notice}.",), "")


def test_a_paper_that_updates_itself_is_not_noted(corpus: Path) -> None:
    """`10.1371/journal.ppat.1008184` names itself as its new version, three times."""
    reading = read(
        "10.1371/journal.ppat.1008184", answer(corpus, "crossref_correction_ppat", name="crossref")
    )
    assert reading.thing is not None
    assert (reading.state, reading.thing.notes) == ("ok", ())
    assert not [one for one in reading.thing.statements if one.subject == one.object]


def test_relations_are_stated(corpus: Path) -> None:
    """Zenodo's version of a concept, supplement to two papers; a figure as part of its article; the wwPDB by its ROR id."""
    zenodo = read("10.5281/zenodo.1196821", answer(corpus, "datacite_zenodo_1196821", name="datacite")).thing
    assert stated(zenodo, DCTERMS.isVersionOf) == {"https://doi.org/10.5281/zenodo.1039580"}
    assert stated(zenodo, IG.isSupplementTo) == {
        "https://doi.org/10.1111/psyp.12637", "https://doi.org/10.1111/psyp.12801",
    }  # fmt: skip
    figure = read(
        "10.1371/journal.pmed.0030277.g001", answer(corpus, "crossref_component", name="crossref")
    ).thing
    assert stated(figure, DCTERMS.isPartOf) == {"https://doi.org/10.1371/journal.pmed.0030277"}
    assert stated(figure, RDFS.label) == set()
    structure = read("10.2210/pdb4hhb/pdb", answer(corpus, "crossref_pdb_dataset", name="crossref")).thing
    assert stated(structure, DCTERMS.publisher) == {"https://ror.org/047qy5748"}


@pytest.mark.parametrize(
    ("file", "text", "title"),
    [("crossref_transform_csl", "10.54900/9akm9y5-5ject5y", "Defining the roles of research software"),
     ("datacite_cn_csl", "10.5281/zenodo.6239373", "FAIR4RS Roadmap Report"),
     ("op_cn_csl", "10.2777/337729",
      "Next-generation metrics: responsible metrics and evaluation for open science.")],
)  # fmt: skip
def test_citations_are_read(corpus: Path, file: str, text: str, title: str) -> None:
    """Of three agencies; DataCite writes the DOI in capitals."""
    reading = read(text, answer(corpus, file, name="csl"))
    assert reading.thing is not None
    assert (reading.state, reading.authority, reading.thing.label) == ("ok", "doi", title)


@pytest.mark.parametrize(
    ("file", "prefix", "agency"),
    [("crossref_10_4202", "10.4202", "Crossref"), ("datacite_10_48550", "10.48550", "DataCite"),
     ("istic_10_3980", "10.3980", "ISTIC"), ("jalc_10_11367", "10.11367", "JaLC"), ("kisti_10_5012", "10.5012", "KISTI"),
     ("medra_10_1392", "10.1392", "mEDRA"), ("op_10_2791", "10.2791", "OP")],
)  # fmt: skip
def test_agencies_are_named(corpus: Path, file: str, prefix: str, agency: str) -> None:
    """Seven of them."""
    assert agency_in(answer(corpus, f"ra_{file}", name="agency"), doi=f"{prefix}/x") == agency


def test_an_unknown_prefix_is_not_found(corpus: Path) -> None:
    """10.99999 does not exist."""
    assert read("10.99999/x", answer(corpus, "ra_unknown_10_99999", name="agency")).state == "not_found"


def test_negative_answers_of_agencies_need_the_word_of_doi_org(corpus: Path) -> None:
    """DataCite's and Crossref's 404 leave open whether the DOI is another's."""
    for file, name in (("datacite_404", "datacite"), ("crossref_404_works", "crossref"),
                       ("crossref_404_journal_works", "crossref")):  # fmt: skip
        missing = answer(corpus, file, name=name)
        with pytest.raises(UnreadableAnswer, match="no other registration agency could be asked"):
            read("10.1371/notarealdoi", missing)
        body = json.dumps([{"DOI": "10.1371/notarealdoi", "RA": name}]).encode()
        registered = Part(name="agency", status=200, media_type="application/json", body=body, url="")
        assert read("10.1371/notarealdoi", registered, missing).state == "restricted"


@pytest.mark.parametrize(
    ("file", "name"),
    [("crossref_301", "crossref"), ("crossref_400_filter", "crossref"), ("crossref_400_param_not_allowed", "crossref"),
     ("crossref_400_rows", "crossref"), ("crossref_404_bad_cursor", "crossref"), ("crossref_agency", "crossref"),
     ("crossref_query_rows2", "crossref"), ("crossref_rows2", "crossref"), ("crossref_transform", "crossref"),
     ("datacite_test_200", "datacite"), ("cn_302", "csl"), ("cn_400_html", "csl"), ("cn_404_html", "csl"),
     ("http_301_to_https", "csl"), ("handle_list_500", "handle"), ("handle_put_201", "handle"),
     ("handle_put_400", "handle"), ("handle_put_401", "handle")],
)  # fmt: skip
def test_other_answers_are_unreadable(corpus: Path, file: str, name: str) -> None:
    """Errors, lists, redirects and pages say nothing about a DOI."""
    with pytest.raises(UnreadableAnswer):
        read("10.1371/notarealdoi", answer(corpus, file, name=name))


def test_handles_tell_what_exists(corpus: Path) -> None:
    """Three that do, one that does not, and an alias."""
    for file, text in (
        ("200", "10.5438/fj3w-0shd"),
        ("200_b", "10.5438/mcnv-ga6n"),
        ("200_c", "10.5438/fj3w-0shd"),
    ):
        assert handle_in(answer(corpus, f"handle_get_{file}", name="handle"), doi=text).exists
    assert read("10.14454/61y1-e521", answer(corpus, "handle_get_404", name="handle")).state == "not_found"
    derived = corpus / "services" / "doi" / "derived"
    alias = read("10.5555/old-alias", recorded(derived / "handle_hs_alias_synthetic.json", name="handle"))
    assert (alias.state, alias.successors) == ("replaced", ("https://doi.org/10.5555/new-primary",))
    known = recorded(derived / "handle_doi_type_URL_2026-10-03_transcribed.json", name="handle")
    assert read("10.1109/cvpr.2016.90", known).state == "ok"
    assert read("10.1109/cvpr.2016.90.", known).successors == ("https://doi.org/10.1109/cvpr.2016.90",)


def test_answers_about_several_dois_are_no_answer_about_one(corpus: Path) -> None:
    """Each entry on its own is."""
    file = corpus / "services" / "doi" / "derived" / "doiRA_multi_2026-10-03_transcribed.json"
    with pytest.raises(UnreadableAnswer):
        read("10.1109/cvpr.2016.90", recorded(file, name="agency"))
    for entry in json.loads(file.read_text("utf-8")):
        body = json.dumps([entry]).encode()
        part = Part(name="agency", status=200, media_type="application/json", body=body, url="")
        assert agency_in(part, doi=entry["DOI"].lower()) == entry.get("RA", "")


def test_every_recorded_file_is_named_above(corpus: Path) -> None:
    """A new recording asks for a test."""
    source = Path(__file__).read_text("utf-8")
    names = [file.stem for file in (corpus / "services" / "doi" / "recorded").glob("*.json")]
    known = (*DATACITE, *CROSSREF)
    unnamed = {
        name for name in names
        if name not in source and name.partition("_")[2] not in known and f'"{name.removeprefix("ra_")}"' not in source
        and f'"{name.removeprefix("handle_get_")}"' not in source
    }  # fmt: skip
    assert unnamed == set()
