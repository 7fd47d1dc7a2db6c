"""Recorded answers of the authorities, replayed over HTTP and read; what is only known at second hand is listed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from http.client import HTTPConnection
from pathlib import Path

import pytest

from imagegraph.adapters.authorities.contract import Authority, Part, Reading
from imagegraph.adapters.authorities.dumps import LoadedDumps, load_dump
from imagegraph.adapters.authorities.opening import authorities_of
from imagegraph.adapters.http import Clock, Deadline, HttpService
from imagegraph.adapters.sqlite.dumps import DumpStore
from imagegraph.model.identifiers import identify
from imagegraph.testing.authorities import AUTHORITIES
from imagegraph.testing.stand_in_recorded import RecordedStandIn, recorded_exchanges

pytestmark = pytest.mark.corpus

#: what was recorded as it came over the wire, or is a published record: authority, part, identifier, state
RECORDED = {
    "ror/records/03mstc592.json": ("ror", "ror", "03mstc592", "ok"),
    "ror/records/00c8t7d47.json": ("ror", "ror", "00c8t7d47", "replaced"),
    "ror/records/017vwpy33.json": ("ror", "ror", "017vwpy33", "replaced"),
    "ror/records/03e0qa028.json": ("ror", "ror", "03e0qa028", "ambiguous"),
    "ror/records/05gxnyn08.json": ("ror", "ror", "05gxnyn08", "ambiguous"),
    "ror/records/01evjjx71.json": ("ror", "ror", "01evjjx71", "obsolete"),
    "ror/records/007g5gk82.json": ("ror", "ror", "007g5gk82", "obsolete"),
    "orcid/recorded/0000_0003_1419_2405_person_200.json": ("orcid", "person", "0000-0003-1419-2405", "ok"),
    "orcid/recorded/0000_0003_1315_5960_person_409.json": (
        "orcid", "person", "0000-0003-1315-5960", "restricted",
    ),
    "orcid/recorded/XXXX_person_404.json": ("orcid", "person", "0000-0002-1825-0097", "not_found"),
    "doi/recorded/ra_unknown_10_99999.json": ("doi", "agency", "10.99999/x", "not_found"),
    "doi/recorded/handle_get_404.json": ("doi", "handle", "10.14454/61y1-e521", "not_found"),
    "doi/recorded/handle_get_200.json": ("doi", "handle", "10.5438/fj3w-0shd", "ok"),
    "doi/recorded/op_cn_csl.json": ("doi", "csl", "10.2777/337729", "ok"),
    "doi/recorded/datacite_cn_csl.json": ("doi", "csl", "10.5281/zenodo.6239373", "ok"),
    "doi/recorded/datacite_zenodo_48440_software.json": (
        "datacite", "datacite", "10.5281/zenodo.48440", "ok",
    ),
    "doi/recorded/crossref_elife_01567.json": ("crossref", "crossref", "10.7554/elife.01567", "ok"),
    "rrid/recorded/osparc_get_scicrunch_resolver_response.json": (
        "scicrunch", "scicrunch", "RRID:SCR_018997", "ok",
    ),
    "rrid/recorded_trimmed/cellosaurus_cell-line_HepG2_CVCL_0027_trimmed.json": (
        "cellosaurus", "cellosaurus", "RRID:CVCL_0027", "ok",
    ),
}  # fmt: skip
#: what was made from documentation, code and notes
DERIVED = {
    "ror/derived/404_unknown_id.json": ("ror", "ror", "03mstc592", "not_found"),
    "orcid/derived/301_9007_deprecated.json": ("orcid", "person", "0000-0001-5000-0007", "replaced"),
    "orcid/derived/409_9044_deactivated.json": ("orcid", "person", "0000-0001-5000-0007", "restricted"),
    "doi/derived/handle_hs_alias_synthetic.json": ("doi", "handle", "10.5555/old-alias", "replaced"),
    "rrid/derived/antibodyregistry_antibodies_310342.json": (
        "antibody-registry", "antibody-registry", "RRID:AB_310342", "ok",
    ),
    "rrid/derived/antibodyregistry_antibodies_424244.json": (
        "antibody-registry", "antibody-registry", "RRID:AB_424244", "ok",
    ),
    "rrid/derived/antibodyregistry_antibodies_duplicate_two_records_synthetic.json": (
        "antibody-registry", "antibody-registry", "RRID:AB_424236", "replaced",
    ),
    "rrid/derived/antibodyregistry_antibodies_unknown_empty.json": (
        "antibody-registry", "antibody-registry", "RRID:AB_1", "not_found",
    ),
    "rrid/derived/scicrunch_resolver_AB_3698202_partial.json": (
        "scicrunch", "scicrunch", "RRID:AB_3698202", "ok",
    ),
    "rrid/derived/scicrunch_resolver_empty_hits.json": (
        "scicrunch", "scicrunch", "RRID:AB_1", "not_found",
    ),
    "pidinst/handle/derived_api_handles_typeset_2021.json": (
        "handle", "handle", "21.T11998/0000-001A-3905-F", "ok",
    ),
    "pidinst/handle/derived_api_handles_typeset_2019.json": (
        "handle", "handle", "21.T11998/0000-001A-3905-F", "ok",
    ),
}  # fmt: skip


@pytest.fixture(name="services")
def _services(corpus: Path) -> Path:
    return corpus / "services"


def part(folder: Path, file: str, name: str) -> Part:
    """A recorded answer as a part; a file without request and response is a body."""
    content = json.loads((folder / file).read_text("utf-8"))
    response = content.get("response") if isinstance(content, dict) else None
    if response is None:
        return Part(
            name=name, status=200, media_type="application/json", body=(folder / file).read_bytes(),
            url="https://recorded.example",
        )  # fmt: skip
    return Part(
        name=name, status=response["status"], media_type=response["headers"].get("content-type", ""),
        body=response["body_text"].encode(), url="https://recorded.example",
        location=response["headers"].get("location", ""),
    )  # fmt: skip


def reading(folder: Path, file: str, told: tuple[str, str, str, str]) -> Reading:
    """What a recorded answer means."""
    identifier = identify(told[2])
    return authorities_of({})[identifier.scheme].read(identifier, [part(folder, file, told[1])])


def test_every_exchange_is_answered_as_it_was_recorded(services: Path) -> None:
    """Status, media type and every byte, at the path as it was sent."""
    exchanges = [exchange for exchange in recorded_exchanges(services) if exchange.authority]
    assert len(exchanges) > 80
    with RecordedStandIn(exchanges) as stand_in:
        for exchange in exchanges:
            connection = HTTPConnection("127.0.0.1", stand_in.port, timeout=10)
            connection.request("GET", f"/{exchange.place}", headers={"Accept": exchange.accept or "*/*"})
            answer = connection.getresponse()
            assert (answer.status, answer.read()) == (exchange.status, exchange.body)
            assert answer.headers.get("content-type") == exchange.headers.get("content-type")
            connection.close()
    assert stand_in.unexpected == []


def test_an_encoded_path_is_another_path(services: Path) -> None:
    """Unless recordings are taken loosely."""
    exchanges = recorded_exchanges(services / "ror" / "recorded")
    target = "ror/v2/organizations/ror%2Eorg/02trn6p95"
    for loosely, status in ((False, 599), (True, 200)):
        with RecordedStandIn(exchanges, loosely=loosely) as stand_in:
            connection = HTTPConnection("127.0.0.1", stand_in.port, timeout=10)
            connection.request("GET", f"/{target}")
            assert connection.getresponse().status == status
            connection.close()


@pytest.fixture(name="asked")
def _asked(services: Path) -> Iterator[dict[str, Authority]]:
    """The authorities, asking recorded answers."""
    with RecordedStandIn(recorded_exchanges(services), loosely=True) as stand_in, ExitStack() as stack:
        made = {
            name: HttpService(f"{stand_in.base}/{name}", agent="tests", rate=1000) for name in AUTHORITIES
        }
        for service in made.values():
            stack.callback(service.close)
        yield dict(authorities_of(made))


@pytest.mark.parametrize(
    ("text", "authority", "label"),
    [
        ("https://ror.org/02trn6p95", "ror", "Comisión Sectorial de Investigación Científica"),
        ("https://ror.org/013meh722", "ror", "University of Cambridge"),
        ("0000-0003-1419-2405", "orcid", ""),
        ("0000-0001-7701-701X", "orcid", ""),
        ("10.7554/elife.01567", "crossref", "Automated quantitative histology reveals vascular"),
        ("10.2210/pdb4hhb/pdb", "crossref", "THE CRYSTAL STRUCTURE OF HUMAN DEOXYHAEMOGLOBIN"),
        ("10.5281/zenodo.48440", "datacite", "Analysis Tools for Crossover Experiment"),
        ("10.5067/terra+aqua/ceres/cldtyphist_l3.004", "datacite", "CERES Level 3"),
        ("10.4121/uuid:3926db30-f712-4394-aebc-75976070e91f", "datacite", "BPI Challenge 2012"),
    ],
)
def test_recorded_things_are_resolved_over_http(
    text: str, authority: str, label: str, asked: dict[str, Authority]
) -> None:
    """With the paths that we ask for, whoever recorded the answers."""
    identifier = identify(text)
    adapter = asked[identifier.scheme]
    found = adapter.read(identifier, adapter.ask(identifier, deadline=Deadline(20, clock=Clock())))
    assert (found.state, found.authority) == ("ok", authority)
    assert found.thing is not None
    assert found.thing.label.startswith(label)


@pytest.mark.parametrize("file", [*RECORDED, *DERIVED])
def test_every_state_is_read_from_an_answer(file: str, services: Path) -> None:
    """Each of the files that the coverage below is made of."""
    told = RECORDED.get(file) or DERIVED[file]
    found = reading(services, file, told)
    assert found.state == told[3]
    assert found.authority == told[0]


def test_what_is_covered_by_recordings() -> None:
    """States by authority; those that only derived data cover are to be recorded some day."""
    covered: dict[str, set[str]] = defaultdict(set)
    for authority, _, _, state in RECORDED.values():
        covered[authority].add(state)
    derived: dict[str, set[str]] = defaultdict(set)
    for authority, _, _, state in DERIVED.values():
        if state not in covered.get(authority, ()):
            derived[authority].add(state)
    assert dict(covered) == {
        "ror": {"ok", "replaced", "ambiguous", "obsolete"},
        "orcid": {"ok", "restricted", "not_found"},
        "doi": {"ok", "not_found"},
        "datacite": {"ok"},
        "crossref": {"ok"},
        "scicrunch": {"ok"},
        "cellosaurus": {"ok"},
    }
    # DataCite and Crossref never decide that a DOI does not exist; doi.org does
    assert dict(derived) == {
        "ror": {"not_found"},
        "orcid": {"replaced"},
        "doi": {"replaced"},
        "antibody-registry": {"ok", "replaced", "not_found"},
        "scicrunch": {"not_found"},
        "handle": {"ok"},
    }


def test_organisations_of_the_corpus_are_loaded_as_a_dump(services: Path, tmp_path: Path) -> None:
    """The published records, in one list: each is found, and says what it says one by one."""
    files = sorted((services / "ror" / "records").glob("*.json"))
    path = tmp_path / "v1.58-2025-01-22-ror-data.json"
    path.write_text("[" + ",\n".join(file.read_text("utf-8") for file in files) + "]", encoding="utf-8")
    store = DumpStore(tmp_path / "dumps.sqlite")
    loaded = load_dump(store, "ror", path)
    assert (loaded.dump.documents, loaded.skipped) == (len(files), 0)
    for file in files:
        identifier = identify(file.stem, scheme="ror")
        found = LoadedDumps(store).find(identifier)
        assert found is not None
        parts, version = found
        assert version == "v1.58 (2025-01-22)"
        alone = reading(services, f"ror/records/{file.name}", ("ror", "ror", file.stem, ""))
        assert authorities_of({})["ror"].read(identifier, parts) == alone
    store.close()
