"""Recorded answers of real services, replayed byte by byte over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imagegraph.adapters.http import HttpService
from imagegraph.adapters.ols import OlsTermSource
from imagegraph.adapters.sqlite.resolved import ResolvedCache
from imagegraph.model.vocabularies import packaged_registry
from imagegraph.ports.terms import TermScope
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.ols import OlsStandIn
from imagegraph.testing.ols_answers import OBO, defining_target, entity_target, list_target, term_target
from imagegraph.testing.stand_in import Reply

pytestmark = pytest.mark.corpus
BACTERIA = OBO + "NCBITaxon_2"
PERMISSION = OBO + "DUO_0000005"


@pytest.fixture(name="stand_in")
def _stand_in() -> Iterator[OlsStandIn]:
    with OlsStandIn() as stand_in:
        yield stand_in
        assert stand_in.unexpected == []


@pytest.fixture(name="source")
def _source(stand_in: OlsStandIn, tmp_path: Path) -> Iterator[OlsTermSource]:
    service = HttpService(stand_in.base, agent="tests", rate=500)
    source = OlsTermSource([service], cache=ResolvedCache(tmp_path / "r"), registry=packaged_registry())
    yield source
    source.close()


def recorded(corpus: Path, name: str, *, status: int = 200) -> Reply:
    """A recorded answer as it came."""
    return replies.body((corpus / "services" / "ols4" / name).read_bytes(), status=status)


def test_a_page_of_the_second_version(corpus: Path, source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """EBI's entity of bacteria, found by the vocabulary or anywhere."""
    stand_in.answer(entity_target("ncbitaxon", BACTERIA), recorded(corpus, "prod_v2/entity_NCBITaxon_2.json"))
    found = source.resolve("NCBITaxon:2")
    assert found.term is not None
    assert (found.state, found.term.label, found.detail) == ("ok", "Bacteria", "")


def test_a_host_of_the_first_version(corpus: Path, source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """ZB MED's list; the recorded “Endpoint not found” is no “term not found”."""
    no_endpoint = recorded(corpus, "sw_expected/v1_404_endpoint_not_found.json", status=404)
    stand_in.answer(entity_target("ncbitaxon", BACTERIA), no_endpoint)
    stand_in.answer(term_target("ncbitaxon", BACTERIA), replies.empty(404))
    stand_in.answer(list_target(BACTERIA), recorded(corpus, "prod_v1/terms_by_iri_NCBITaxon_2.json"))
    found = source.resolve(BACTERIA)
    assert found.term is not None
    assert (found.state, found.term.label, found.term.defining) == ("ok", "Bacteria", True)


def test_a_permission_with_two_successors(corpus: Path, source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """A person must choose."""
    no_endpoint = recorded(corpus, "sw_expected/v1_404_endpoint_not_found.json", status=404)
    name = "sw_expected/v1_term_DUO_0000005_obsolete_replaced_by_label.json"
    stand_in.answer(entity_target("duo", PERMISSION), no_endpoint)
    stand_in.answer(term_target("duo", PERMISSION), recorded(corpus, name))
    found = source.resolve(PERMISSION, ontology="duo")
    assert (found.state, found.successors) == ("ambiguous", (OBO + "DUO_0000042", OBO + "DUO_0000043"))


def test_an_individual_that_nobody_defines(corpus: Path, source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """A copy in FOODON, told as such."""
    iri = OBO + "GAZ_00000464"
    stand_in.answer(defining_target(iri), recorded(corpus, "prod_v2/entity_individual_GAZ_00000464.json"))
    found = source.resolve(iri)
    assert found.term is not None
    assert (found.term.kind, found.term.defining) == ("individual", False)
    assert "Only a copy in foodon" in found.detail


def test_the_older_404(corpus: Path, source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """With timestamp and path."""
    gone = recorded(corpus, "doc_examples/error_404_ontology_foobar.json", status=404)
    stand_in.answer(entity_target("ncbitaxon", BACTERIA), gone)
    stand_in.answer(list_target(BACTERIA), gone)
    assert source.resolve(BACTERIA).state == "not_found"


def test_a_search_of_the_second_version(corpus: Path, source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """Twenty whole terms in one answer; no property, none twice."""
    target = "v2/entities?search=plant&size=30&includeObsoleteEntities=false"
    stand_in.answer(target, recorded(corpus, "prod_v2/entities_search_plant_page0.json"))
    answer = source.search("plant", scope=TermScope(), limit=20)
    assert len({term.iri for term in answer.terms}) == len(answer.terms) == 20
    assert OBO + "BTO_0001481" in [term.iri for term in answer.terms]
    bto = source.search("plant", scope=TermScope(), limit=20)
    assert (bto.terms, len(stand_in.requests)) == (answer.terms, 1)


def test_a_search_of_the_first_version(corpus: Path, source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """Hits without the name of their ontology are looked up at their home."""
    no_endpoint = recorded(corpus, "sw_expected/v1_404_endpoint_not_found.json", status=404)
    stand_in.answer_all(no_endpoint)
    target = "search?q=fatigue&rows=20&start=0&queryFields=label%2Csynonym&type=class&obsoletes=false&ontology=doid"
    stand_in.answer(target, recorded(corpus, "prod_2026-10/v1_search_doid_trimmed.json"))
    syndrome = term_target("doid", OBO + "DOID_8544")
    stand_in.answer(syndrome, recorded(corpus, "prod_2026-10/v1_term_DOID_8544_trimmed.json"))
    answer = source.search("fatigue", scope=TermScope(ontologies=("doid",)), limit=10)
    assert [term.label for term in answer.terms] == ["chronic fatigue syndrome"]
