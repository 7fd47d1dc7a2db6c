"""The private questions of reconciliation, and answers that are too long for one."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Store

from imagegraph import resources
from imagegraph.bootstrap import open_services
from imagegraph.errors import ResultTooLarge
from imagegraph.model.rdf import SCHEMA
from imagegraph.model.records import Document
from imagegraph.model.sparql import bind, outline
from imagegraph.operations.named_queries import list_queries
from imagegraph.operations.reconciliation import compared
from imagegraph.operations.reconciliation.proposals import proposals
from imagegraph.operations.reconciliation.reading import asked
from imagegraph.settings import Settings

FILES = sorted(resources.path("queries", "reconciliation").glob("*.rq"))
TWO_NAMES = "type: Study\nname: One\nauthor:\n  - {type: Person, id: '#p', name: Ada Okafor, alternate_name: [A. Okafor]}\n"
MANY = "type: Study\nname: Many\nauthor:\n" + "".join(
    f"  - {{type: Person, id: '#p{number}', name: 'Ada{number} Okafor'}}\n" for number in range(60)
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_private_question_runs_and_is_not_listed(file: Path) -> None:
    """Oxigraph understands it, an empty store answers with nothing, and it is none of the named questions."""
    source = file.read_text(encoding="utf-8")
    assert '"{from}"' in source, (
        f"queries/reconciliation/{file.name}: cut the answer between {{from}} and {{to}}"
    )
    text, _ = bind(source, {"class": SCHEMA.Person})
    assert outline(text).form == "SELECT"
    assert list(Store().query(text)) == []
    assert file.stem not in {query.name for query in list_queries()}


def test_an_answer_that_is_too_long_is_asked_for_in_parts(tmp_path: Path) -> None:
    """Every row comes once, however small the limit; where not even one piece fits, that is told."""
    rows: dict[int, list[str]] = {}
    for limit, text in ((100_000, MANY), (20, MANY), (1, TWO_NAMES)):
        settings = Settings(
            data=tmp_path / str(limit), base="http://localhost:8000/", query_workers=1, intake_workers=1,
            query_rows=limit,
        )  # fmt: skip
        with open_services(settings) as services:
            services.ingest.put(
                Document(name="many.yaml", content=text.encode(), format="imagegraph"), id="many",
                iri="http://localhost:8000/records/many", if_match=None, agent="test", reason="test",
            )  # fmt: skip
            found = asked(services, "things", places={"class": SCHEMA.Person})
            if limit == 1:
                with pytest.raises(ResultTooLarge):
                    list(found)
            else:
                rows[limit] = sorted(row["value"] for row in found)
    assert rows[20] == rows[100_000]
    assert len(rows[20]) == 60


def test_what_took_long_is_kept_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A quick comparison is made anew after each change; one that took long is shown for some time."""
    settings = Settings(data=tmp_path, base="http://localhost:8000/", query_workers=1, intake_workers=1)

    def study(name: str, iri: str) -> Document:
        text = f'type: Study\nname: A\nauthor:\n  - {{type: Person, id: "{iri}", name: {name}}}\n'
        return Document(name="study.yaml", content=text.encode(), format="imagegraph")

    with open_services(settings) as services:

        def put(id: str, iri: str) -> None:
            services.ingest.put(
                study("Ada Okafor", iri), id=id, iri=f"http://localhost:8000/records/{id}", if_match=None,
                agent="test", reason="test",
            )  # fmt: skip

        put("a", "https://orcid.org/0000-0000-0009-0000")
        put("b", "#p")
        assert len(proposals(services)) == 1
        put("c", "#p")
        assert len(proposals(services)) == 2
        monkeypatch.setattr(compared, "_LONG", 0.0)
        monkeypatch.setattr(compared, "_TIMES", 1e9)
        put("d", "#p")
        assert len(proposals(services)) == 2
        monkeypatch.setattr(compared, "_TIMES", 0.0)
        assert len(proposals(services)) == 3


def test_what_authorities_say_counts(tmp_path: Path) -> None:
    """Names in the graphs of authorities are compared too, and a deprecated iD is proposed with its successor."""
    base = "http://localhost:8000/"
    old, new = "https://orcid.org/0000-0000-0009-0000", "https://orcid.org/0000-0000-0009-0019"
    ror = "https://ror.org/00exmp134"
    study = f"""type: Study
name: One
author:
  - {{type: Person, id: "{old}", name: Ada Okafor, affiliation: [{{id: "{ror}", name: University of Northmere}}]}}
  - {{type: Person, id: "{new}", name: A. Okafor, affiliation: [{{id: "#o", name: Universität Nordmeer}}]}}
"""
    said = {
        f"{base}resolved/ror/00exmp134": f"""
<{ror}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Organization> .
<{ror}> <http://www.w3.org/2004/02/skos/core#altLabel> "Universität Nordmeer"@de .
""",
        f"{base}resolved/orcid/0000-0000-0009-0000": f"<{old}> <http://purl.org/dc/terms/isReplacedBy> <{new}> .\n",
    }
    settings = Settings(data=tmp_path, base=base, query_workers=1, intake_workers=1)
    with open_services(settings) as services:
        services.ingest.put(
            Document(name="study.yaml", content=study.encode(), format="imagegraph"), id="one",
            iri=f"{base}records/one", if_match=None, agent="test", reason="test",
        )  # fmt: skip
        assert proposals(services) == []
        for graph, text in said.items():
            services.linking.graph.add(graph, text.lstrip().encode())
        person, organisation = proposals(services)
    assert person.reasons == (f"ORCID says that {old} was deprecated in favour of {new}.",)
    assert (organisation.left.iri, organisation.right.iri) == (ror, f"{base}records/one#o")
    assert organisation.reasons == ("“Universität Nordmeer” is another name of “University of Northmere”.",)
