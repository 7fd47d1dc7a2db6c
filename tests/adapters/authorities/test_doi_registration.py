"""What doi.org says about a DOI: its agency, and its handle."""

from __future__ import annotations

from typing import Any

import pytest
from authority_parts import part, valid

from imagegraph.adapters.authorities.contract import Part, Reading, UnreadableAnswer
from imagegraph.adapters.authorities.doi import DoiAuthority
from imagegraph.adapters.authorities.doi_registration import agency_in, encoded, handle_in, iri_of

DOI = "10.5072/kidney-patrol"
SICI = "10.5072/(sici)1097(199607)52:4<401::aid>3.0.co;2-p"


def read(*parts: Part, doi: str = DOI) -> Reading:
    """What parts mean for a DOI."""
    return DoiAuthority({}).read(valid(doi), parts)


def handle(code: int, *values: tuple[str, str], doi: str = DOI, status: int = 200) -> Part:
    """A handle with values of these types."""
    listed = [
        {"index": number, "type": kind, "data": {"format": "string", "value": value}, "ttl": -5}
        for number, (kind, value) in enumerate(values, start=1)
    ]
    return part("handle", {"responseCode": code, "handle": doi, "values": listed}, status=status)


@pytest.mark.parametrize(
    ("written", "sent"),
    [("10.5072/a", "10.5072/a"), (SICI, "10.5072/%28sici%291097%28199607%2952%3A4%3C401%3A%3Aaid%3E3.0.co%3B2-p"),
     ("10.5072/terra+aqua/x", "10.5072/terra%2Baqua%2Fx"), ("10.5072/uuid:3926", "10.5072/uuid%3A3926"),
     ("10.5072/a_b.", "10.5072/a_b."), ("10.5072/é", "10.5072/%C3%A9"), ("10.5072/a%2fb", "10.5072/a%252fb"),
     ("10.5072/a#b?c&d", "10.5072/a%23b%3Fc%26d")],
)  # fmt: skip
def test_everything_is_encoded_but_the_first_slash(written: str, sent: str) -> None:
    """The Handle API answers 404 when that one is encoded."""
    assert encoded(written) == sent


def test_a_doi_is_recognised_however_an_agency_writes_it() -> None:
    """In capitals, with entities, with characters that no IRI may contain; prefixes are none."""
    assert iri_of("10.5072/KIDNEY-PATROL") == f"https://doi.org/{DOI}"
    assert iri_of("10.5072/a&lt;b&gt;") == iri_of("10.5072/A<B>") == "https://doi.org/10.5072/a%3Cb%3E"
    assert iri_of("10.5072/a#1") == "https://doi.org/10.5072/a%231"
    assert [iri_of(text) for text in ("10.5072", "", "https://ror.org/00examp37", "10.5072/a b")] == [""] * 4


@pytest.mark.parametrize(
    "agency", ["DataCite", "Crossref", "mEDRA", "JaLC", "KISTI", "OP", "ISTIC", "CNKI", "Tidewater"]
)
def test_an_agency_is_named(agency: str) -> None:
    """Whether we have heard of it or not; for the whole DOI or its prefix, in any case."""
    for about in (DOI, DOI.upper(), "10.5072"):
        assert agency_in(part("agency", [{"DOI": about, "RA": agency}]), doi=DOI) == agency


@pytest.mark.parametrize("status", ["DOI does not exist", "Invalid DOI"])
@pytest.mark.parametrize("about", [DOI, "10.5072"])
def test_only_doi_org_says_that_a_doi_does_not_exist(status: str, about: str) -> None:
    """Of the DOI or of the whole prefix."""
    reading = read(part("agency", [{"DOI": about, "status": status}]))
    assert (reading.state, reading.authority) == ("not_found", "doi")
    assert reading.detail == "doi.org says that this DOI does not exist."


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (
            part("agency", [{"DOI": DOI, "status": "Unknown"}]),
            "says 'Unknown' in place of a registration agency",
        ),
        (part("agency", [{"DOI": DOI}]), "says '' in place"),
        (
            part("agency", [{"DOI": "10.5072/other", "status": "DOI does not exist"}]),
            "answered about 10.5072/other",
        ),
        (part("agency", [{"status": "DOI does not exist"}]), "answered about nothing"),
        (
            part("agency", [{"DOI": "10.5072/a", "status": "DOI does not exist"}, {"DOI": "b"}]),
            "answered 200",
        ),
        (part("agency", [{"DOI": DOI, "status": "DOI does not exist"}], status=404), "answered 404"),
        (part("agency", []), "answered 200"),
        (part("agency", b"<html>"), "not JSON"),
        (part("agency", [{"DOI": DOI, "RA": "DataCite"}]), "which was not asked"),
        (part("whois", {}), "was not asked"),
    ],
)
def test_other_answers_about_the_agency_are_unreadable(answer: Part, reason: str) -> None:
    """A comma makes two DOIs of one, for instance."""
    with pytest.raises(UnreadableAnswer, match=reason):
        read(answer)


def test_without_parts_nothing_was_asked() -> None:
    """That is no answer."""
    with pytest.raises(UnreadableAnswer, match="was not asked"):
        read()


def test_a_handle_tells_that_a_doi_exists() -> None:
    """Not what it names; values of administration and signatures are passed over."""
    for answer in (
        handle(1, ("URL", "https://otia.example/1"), ("HS_ADMIN", "10.5072/admin"), ("HS_SIG", "x")),
        handle(200), handle(1, ("HS_ALIAS", "no DOI")), handle(1, doi=DOI.upper()),
    ):  # fmt: skip
        reading = read(answer)
        assert (reading.state, reading.thing, reading.successors) == ("ok", None, ())
        assert reading.detail == "doi.org knows this DOI; what it names could not be learnt."


def test_an_alias_is_replaced() -> None:
    """By the DOI that it stands for."""
    reading = read(handle(1, ("HS_ALIAS", "10.5072/NEW-PRIMARY"), ("HS_ADMIN", "x")))
    assert (reading.state, reading.successors) == ("replaced", ("https://doi.org/10.5072/new-primary",))


def test_a_missing_handle_is_a_missing_doi() -> None:
    """With the code 100 and the status 404 together."""
    assert read(handle(100, status=404)).state == "not_found"
    assert not handle_in(handle(100, status=404), doi=DOI).exists


@pytest.mark.parametrize(
    ("answer", "reason"),
    [(handle(100), "answered 200 with the code 100"), (handle(2, status=500), "answered 500 with the code 2"),
     (handle(301, status=400), "answered 400 with the code 301"), (handle(102, status=400), "with the code 102"),
     (handle(1, doi="10.5072/other"), "answered about 10.5072/other"), (handle(100, doi="", status=404), "about nothing"),
     (part("handle", b"<html>", status=404), "not JSON"), (part("handle", [1]), "answered about nothing"),
     (part("handle", {"handle": DOI, "responseCode": True}), "the code of nothing")],
)  # fmt: skip
def test_other_handles_are_unreadable(answer: Part, reason: str) -> None:
    """200 with another code is no success."""
    with pytest.raises(UnreadableAnswer, match=reason):
        read(answer)


def test_a_final_dot_is_read_as_the_doi_without_it() -> None:
    """When doi.org was asked for that one."""
    dotted = "10.5072/cvpr.2016.90."
    reading = read(handle(1, ("URL", "https://otia.example/"), doi=dotted.rstrip(".")), doi=dotted)
    assert (reading.state, reading.successors) == ("replaced", ("https://doi.org/10.5072/cvpr.2016.90",))
    missing: Any = [{"DOI": dotted.rstrip("."), "status": "DOI does not exist"}]
    assert read(part("agency", missing), doi=dotted).state == "not_found"


@pytest.mark.parametrize(
    ("name", "answer"),
    [("datacite", {"errors": [{"status": "404", "title": "The resource you are looking for doesn't exist."}]}),
     ("crossref", b"Resource not found.")],
)  # fmt: skip
def test_an_agency_alone_cannot_say_not_found(name: str, answer: Any) -> None:
    """It knows nothing of the DOIs of others; with doi.org's word that it is its own, it is not described publicly."""
    missing = part(name, answer, status=404, media_type="text/plain")
    with pytest.raises(UnreadableAnswer, match="no other registration agency could be asked"):
        read(missing)
    with pytest.raises(UnreadableAnswer, match="no other registration agency could be asked"):
        read(part("agency", [{"DOI": DOI, "RA": "mEDRA"}]), missing)
    reading = read(part("agency", [{"DOI": DOI, "RA": name.title()}]), missing)
    assert (reading.state, reading.authority, reading.thing) == ("restricted", name, None)
    assert "does not describe it publicly" in reading.detail
