"""Pages about terms: readable, escaped, linked."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import urljoin

import pytest
from starlette.testclient import TestClient

HTML = {"Accept": "text/html"}
PAGES = [
    "/terms", "/terms?q=confocal", "/terms?q=confocal&field=imaging-method&ontology=fbbi&obsolete=true",
    "/terms?q=pinhole+light+microscopy&obsolete=true", "/terms/FBbi:00000251", "/terms/FBbi:00000802",
    "/terms/FBbi:00000804", "/terms/BAO:0000003", "/terms/BAO:0000005", "/terms?q=script+alert",
    "/terms?q=%3Cscript%3Ealert(1)%3C/script%3E", "/terms?q=nothing-is-called-so-at-all",
]  # fmt: skip


class _Page(HTMLParser):
    """The elements and the text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember an element."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Remember text."""
        self.text += data

    @property
    def links(self) -> list[str]:
        """Where the page leads to."""
        return [attrs["href"] or "" for tag, attrs in self.elements if tag == "a" and "href" in attrs]


def _page(client: TestClient, address: str, *, status: int = 200) -> _Page:
    response = client.get(address, headers=HTML)
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    return _Page(response.text)


@pytest.mark.parametrize("address", PAGES)
def test_page_holds_no_foreign_markup(terms_client: TestClient, address: str) -> None:
    """Labels, definitions and questions are text: no script, no handler, no address that is not of the web."""
    page = _page(terms_client, address)
    assert "script" not in [tag for tag, _ in page.elements]
    assert not [
        name for _, attrs in page.elements for name in attrs if name.startswith("on") or name == "style"
    ]
    for link in page.links:
        assert link.startswith(("/", "#", "http://", "https://"))
    assert "49" not in page.text
    assert "\u202e" not in page.text


@pytest.mark.parametrize("address", PAGES)
def test_own_links_lead_somewhere(terms_client: TestClient, address: str) -> None:
    """Every link to this service is answered."""
    for link in sorted({urljoin(address, one) for one in _page(terms_client, address).links}):
        if link.startswith("/"):
            assert terms_client.get(link, headers=HTML).status_code == 200, link


def test_search_page_says_why(terms_client: TestClient) -> None:
    """A hit is shown with label, id, reason and a link; the form keeps what was asked."""
    page = _page(terms_client, "/terms?q=CLSM&field=imaging-method")
    assert "/terms/FBbi:00000251" in page.links
    assert "abbreviation" in page.text
    inputs = {attrs.get("name"): attrs for tag, attrs in page.elements if tag == "input"}
    assert inputs["q"]["value"] == "CLSM"
    selected = [attrs["value"] for tag, attrs in page.elements if tag == "option" and "selected" in attrs]
    assert selected == ["imaging-method"]


def test_page_without_question_shows_what_is_loaded(terms_client: TestClient) -> None:
    """Vocabularies with release, age and count, and searches to try, all of which find something."""
    page = _page(terms_client, "/terms")
    assert "Biological Imaging Methods Ontology" in page.text
    assert "2020-02-29" in page.text
    assert "137" in page.text
    assert "years" in page.text
    tried = [link for link in page.links if link.startswith("/terms?")]
    assert len(tried) >= 3
    for link in tried:
        assert "No term is called so" not in _page(terms_client, link).text, link


def test_refusal_stands_on_the_page(terms_client: TestClient) -> None:
    """What cannot be looked for is said next to the form, with status 400."""
    page = _page(terms_client, "/terms?q=%25%25%25", status=400)
    assert "no letters or digits" in page.text
    assert "form" in [tag for tag, _ in page.elements]


def test_term_page_leads_up_down_and_on(terms_client: TestClient) -> None:
    """A page shows the path to the root, parents and children as links."""
    page = _page(terms_client, "/terms/FBbi:00000345")
    assert "/terms/FBbi:00000222" in page.links
    assert "/terms/FBbi:00000251" in page.links
    assert "/terms/FBbi:00000345/children?limit=100" in page.links


def test_obsolete_page_shows_the_way_out(terms_client: TestClient) -> None:
    """An obsolete term has a banner with the chain of replacements, or with what may fit."""
    page = _page(terms_client, "/terms/FBbi:00000802")
    assert "Obsolete." in page.text
    assert page.text.index("pinhole microscopy") < page.text.index("confocal microscopy")
    assert "One of these may fit" in _page(terms_client, "/terms/FBbi:00000804").text
    assert "names nothing to use instead" in _page(terms_client, "/terms/FBbi:00000803").text


def test_label_of_the_page_is_in_the_language_of_the_browser(terms_client: TestClient) -> None:
    """The heading follows Accept-Language and says which language it is."""
    response = terms_client.get("/terms/FBbi:00000251", headers={**HTML, "Accept-Language": "de"})
    assert '<h1 lang="de">Konfokalmikroskopie</h1>' in response.text


def test_record_shows_the_label_of_its_terms(terms_client: TestClient) -> None:
    """Where a record only names a term, its page says what the term is called, and leads to it."""
    content = (
        b"type: Study\nid: https://doi.org/10.5072/labels\nname: Labels\nimaging_method: ['FBbi:00900007']\n"
    )
    stored = terms_client.put(
        "/records/labels", content=content, headers={"Content-Type": "application/yaml"}
    )
    assert stored.status_code == 201, stored.text
    page = _page(terms_client, "/records/labels")
    assert "/terms/FBbi%3A00900007" in page.links
    assert "light variant 7" in page.text
    assert "/records/labels" in _page(terms_client, "/terms/FBbi:00900007").links
