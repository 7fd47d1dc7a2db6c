"""The updates that the manual shows."""

from __future__ import annotations

import re
from pathlib import Path

from starlette.testclient import TestClient
from update_requests import TURTLE, UPDATE, study

from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services
from imagegraph.settings import Settings

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```sparql\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
LICENCE = "<http://schema.org/license>"
RECORDS = {
    "my-study": study("Confocl", about="https://doi.org/10.5072/mine", more="<#a> schema:name 'Confocl' ."),
    "test-import": study("Trial", about="https://doi.org/10.5072/trial"),
    "licensed": study(
        "Has one", about="https://doi.org/10.5072/other",
        more="<https://doi.org/10.5072/other> schema:license <https://creativecommons.org/publicdomain/zero/1.0/> ; schema:keywords 'to do', 'kept' .",
    ),
}  # fmt: skip


def test_the_examples_of_the_manual_do_what_it_says(tmp_path: Path) -> None:
    """Licences where there were none, a name corrected, a keyword and a record gone; each touches what it is about."""
    assert len(EXAMPLES) == 3
    with open_services(Settings(data=tmp_path / "data", query_workers=1, intake_workers=1)) as services:
        client = TestClient(create_app(services))
        for id, content in RECORDS.items():
            assert client.put(f"/records/{id}", content=content, headers=TURTLE).status_code == 201
        changed = []
        for example in EXAMPLES:
            before = services.journal.head
            response = client.post("/sparql", content=example, headers=UPDATE)
            assert response.status_code == 204, response.text
            changed.append({version.id for version in services.journal.since(before)})
        assert changed == [{"my-study", "test-import"}, {"my-study"}, {"licensed", "test-import"}]
        mine = client.get("/records/my-study.nt").text
        assert f"{LICENCE} <https://creativecommons.org/licenses/by/4.0/>" in mine
        assert (mine.count('"Confocal"'), mine.count('"Confocl"')) == (2, 0)
        other = client.get("/records/licensed.nt").text
        assert (other.count(LICENCE), "to do" in other, '"kept"' in other) == (1, False, True)
        assert client.get("/records/test-import").status_code == 410


def test_the_example_of_the_description_is_an_update(tmp_path: Path) -> None:
    """What OpenAPI shows can be sent as it is."""
    with open_services(Settings(data=tmp_path / "data", query_workers=1, intake_workers=1)) as services:
        client = TestClient(create_app(services))
        described = client.get("/openapi.json").json()["paths"]["/sparql"]["post"]["requestBody"]["content"]
        client.put("/records/my-study", content=RECORDS["my-study"], headers=TURTLE)
        text = described["application/sparql-update"]["example"]
        assert client.post("/sparql", content=text, headers=UPDATE).status_code == 204
        assert '"Nuclei of HeLa cells"' in client.get("/records/my-study.nt").text
