"""Looking terms up: ids and names, fields and scopes, replacements, a remote service, and whatever is typed."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from imagegraph.adapters.sqlite.terms import SqliteTermIndex
from imagegraph.errors import BadParameter, NotFound
from imagegraph.model.ontology import Parent, ReleaseHeader, Term, TermName
from imagegraph.model.vocabularies import packaged_registry
from imagegraph.operations.terms.hits import SearchAnswer
from imagegraph.operations.terms.lookup import TermLookup
from imagegraph.operations.terms.questions import TermSearch
from imagegraph.operations.terms.ranking import Hit
from imagegraph.ports.terms import RemoteAnswer, Resolution, TermScope

OBO = "http://purl.obolibrary.org/obo/"
METHOD = OBO + "FBbi_00000222"


def _term(id: str, *labels: str, parent: str | None = None, **more: object) -> Term:
    parents = (Parent(iri=OBO + parent),) if parent else ()
    names = tuple(TermName(text=label, kind="exact" if n else "label") for n, label in enumerate(labels))
    return Term(iri=OBO + id, names=names, parents=parents, **more)  # type: ignore[arg-type]


TERMS = {
    "fbbi": [
        _term("FBbi_00000222", "imaging method"),
        _term("FBbi_00000241", "microscopy", parent="FBbi_00000222"),
        _term("FBbi_00000246", "fluorescence microscopy", parent="FBbi_00000241"),
        _term("FBbi_00000334", "stimulated emission depletion (STED)", parent="FBbi_00000241"),
        _term("FBbi_00000369", "light sheet microscopy", parent="FBbi_00000241"),
        _term("FBbi_00000031", "visualization method"),
        _term("FBbi_00000032", "fluorescence staining", parent="FBbi_00000031"),
        _term("FBbi_00000900", "epifluorescence", obsolete=True, replaced_by=(OBO + "FBbi_00000246",)),
        _term("FBbi_00000901", "phased out method", obsolete=True),
        _term("FBbi_00000902", "split method", obsolete=True, consider=("FBbi:00000241", "FBbi:00000246")),
    ],
    "ncbitaxon": [
        _term("NCBITaxon_9606", "Homo sapiens", "human"),
        _term("NCBITaxon_10090", "Mus musculus", "house mouse", "mouse"),
        _term("NCBITaxon_10088", "Mus", "mice"),
        _term("NCBITaxon_562", "Escherichia coli"),
    ],
    "uberon": [_term("UBERON_0002113", "kidney"), _term("UBERON_0002107", "liver")],
}


@pytest.fixture(scope="module", name="index")
def _index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteTermIndex]:
    """An index with small releases of three vocabularies."""
    index = SqliteTermIndex(tmp_path_factory.mktemp("terms") / "terms.sqlite")
    for vocabulary, terms in TERMS.items():
        index.add(
            vocabulary, header=ReleaseHeader(version="2026-01-01"), terms=terms,
            base=packaged_registry().vocabularies[vocabulary].base, source="made.obo", digest=vocabulary,
        )  # fmt: skip
    yield index
    index.close()


@pytest.fixture(scope="module", name="lookup")
def _lookup(index: SqliteTermIndex) -> TermLookup:
    """Local look-up."""
    return TermLookup(index, packaged_registry())


class _Remote:
    """A service elsewhere with fixed answers; remembers what it was asked."""

    def __init__(self, answer: RemoteAnswer, resolution: Resolution | None = None) -> None:
        self.answer = answer
        self.resolution = resolution or Resolution(state="not_found", detail="elsewhere: no such term")
        self.asked: list[str] = []

    def resolve(self, iri: str, *, ontology: str | None = None) -> Resolution:
        """The fixed resolution."""
        self.asked.append(iri)
        return self.resolution

    def search(self, text: str, *, scope: TermScope, limit: int) -> RemoteAnswer:
        """The fixed answer."""
        self.asked.append(text)
        return self.answer


def _curies(answer: SearchAnswer) -> list[str]:
    return [hit.curie for hit in answer.items]


@pytest.mark.parametrize(
    "text",
    [
        "FBbi:00000246",
        "FBbi_00000246",
        "obo:FBbi_00000246",
        "fbbi:00000246",
        "  FBbi:00000246 ",
        OBO + "FBbi_00000246",
        "https://purl.obolibrary.org/obo/FBbi_00000246",
        quote(OBO + "FBbi_00000246", safe=""),
        quote(quote(OBO + "FBbi_00000246", safe=""), safe=""),
    ],
)
def test_every_spelling_of_an_id(lookup: TermLookup, text: str) -> None:
    """Label, CURIE, OLS-style, alias and encoded spellings find and resolve that very term."""
    answer = lookup.search(TermSearch(q=text))
    assert _curies(answer) == ["FBbi:00000246"]
    assert answer.items[0].match == "id"
    assert lookup.resolve(text).state == "ok"


def test_bare_number_in_its_field(lookup: TermLookup) -> None:
    """A number is an id only where the field says so."""
    assert _curies(lookup.search(TermSearch(q="9606", field="organism"))) == ["NCBITaxon:9606"]
    assert lookup.search(TermSearch(q="9606")).items == ()


def test_id_of_no_term_is_said(lookup: TermLookup) -> None:
    """An id that no release has finds nothing, and the note says which release was asked."""
    answer = lookup.search(TermSearch(q="FBbi:00009999"))
    assert answer.items == ()
    assert answer.notes == (
        "FBbi:00009999 is not in the loaded release 2026-01-01 of Biological Imaging Methods Ontology.",
    )


@pytest.mark.parametrize(
    ("text", "field", "first"),
    [
        ("mus musculus", None, "NCBITaxon:10090"),
        ("MOUSE", "organism", "NCBITaxon:10090"),
        ("mus", "organism", "NCBITaxon:10088"),
        ("E. coli", "organism", "NCBITaxon:562"),
        ("sted", "imaging-method", "FBbi:00000334"),
        ("fluorecsence microscopy", "imaging-method", "FBbi:00000246"),
        ("microscopy fluorescence", "imaging-method", "FBbi:00000246"),
        ("fluorescence", "imaging-method", "FBbi:00000246"),
        ("lightsheet microscopy", None, "FBbi:00000369"),
        ("light-sheet microscopies", None, "FBbi:00000369"),
        ("kidney", "organism", "UBERON:0002113"),
        ("epifluorescence", None, "FBbi:00000246"),
    ],
)
def test_the_right_term_is_first(lookup: TermLookup, text: str, field: str | None, first: str) -> None:
    """Names, abbreviations, beginnings, words in another order and misspelt names find their term first."""
    assert _curies(lookup.search(TermSearch(q=text, field=field)))[:1] == [first]


def test_field_shows_what_is_called_exactly_so_elsewhere(lookup: TermLookup) -> None:
    """What a field does not take is listed with that reason, behind what it takes."""
    items = lookup.search(TermSearch(q="kidney", field="organism")).items
    assert items[0].reason == "exact label; outside what organism takes"
    staining = lookup.search(TermSearch(q="fluorescence staining", field="imaging-method")).items
    assert [(hit.curie, hit.inside) for hit in staining] == [("FBbi:00000032", False)]


def test_scope(lookup: TermLookup) -> None:
    """Hits can be kept in some vocabularies, and below a term in any spelling or by its label."""
    assert _curies(lookup.search(TermSearch(q="fluorescence", ontologies=("uberon",)))) == []
    assert "FBbi:00000246" in _curies(lookup.search(TermSearch(q="fluorescence", ontologies=("FBbi",))))
    for under in ("FBbi:00000241", "microscopy", METHOD):
        found = lookup.search(TermSearch(q="fluorescence", under=under))
        assert _curies(found) == ["FBbi:00000246"]


@pytest.mark.parametrize(
    ("asked", "parameter", "told"),
    [
        ({"q": ""}, "q", "no letters or digits"),
        ({"q": " …!?%* \u200f"}, "q", "no letters or digits"),
        ({"q": "x" * 10_000}, "q", "10,000 characters"),
        ({"q": "x", "field": "imaging_methods"}, "field", "Did you mean imaging-method?"),
        ({"q": "x", "field": "\ud800"}, "field", "Known:"),
        ({"q": "x", "ontologies": ("uberom",)}, "ontology", "Did you mean uberon?"),
        ({"q": "x", "under": "FBbi:00009999"}, "under", "not in the loaded release"),
        ({"q": "x", "under": "no such thing"}, "under", "neither an id nor a name"),
        ({"q": "x", "under": "\x00"}, "under", "neither an id nor a name"),
        ({"q": "x", "limit": 0}, "limit", "1 to 100"),
        ({"q": "x", "limit": 101}, "limit", "1 to 100"),
    ],
)
def test_unusable_questions(lookup: TermLookup, asked: dict[str, object], parameter: str, told: str) -> None:
    """What cannot be asked is refused with the name of the parameter and what would be right."""
    with pytest.raises(BadParameter, match=r"\w") as caught:
        lookup.search(TermSearch(**asked))  # type: ignore[arg-type]
    assert told in caught.value.detail
    assert caught.value.extra["parameter"] == parameter


@pytest.mark.parametrize(
    ("text", "state", "successors"),
    [
        ("FBbi:00000246", "ok", ()),
        ("FBbi:00000900", "replaced", (OBO + "FBbi_00000246",)),
        ("FBbi:00000901", "obsolete", ()),
        ("FBbi:00000902", "ambiguous", (OBO + "FBbi_00000241", OBO + "FBbi_00000246")),
        ("FBbi:00009999", "not_found", ()),
        ("CL:0000540", "unavailable", ()),
        ("http://example.org/term", "unavailable", ()),
        ("microscopy", "invalid", ()),
        ("javascript:alert(1)", "invalid", ()),
        ("", "invalid", ()),
        ("FBbi:\ud800", "invalid", ()),
        ("http://example.org/\x00", "invalid", ()),
    ],
)
def test_states_of_ids(lookup: TermLookup, text: str, state: str, successors: tuple[str, ...]) -> None:
    """Each state of the contract, with the chain of replacements; all but `ok` say what happened."""
    found = lookup.resolve(text)
    assert (found.state, found.successors) == (state, successors)
    assert bool(found.detail) == (state != "ok")


def test_vocabularies_that_are_not_loaded_are_told(lookup: TermLookup) -> None:
    """When nothing of a wanted vocabulary is called so, and it is not loaded, the note says how to get it."""
    note = "Of Cellosaurus only the starter terms are here; for all: `imagegraph terms pull cellosaurus`."
    assert lookup.search(TermSearch(q="HeLa", field="cell-line")).notes == (note,)
    assert lookup.search(TermSearch(q="HeLa", ontologies=("cellosaurus",))).notes == (note,)
    assert lookup.search(TermSearch(q="mouse", field="organism")).notes == ()
    assert lookup.search(TermSearch(q="qwrtz", field="organism")).notes == ()


def test_remote_is_asked_only_for_what_is_unknown_here(index: SqliteTermIndex) -> None:
    """Exact local hits stay local; for the rest the remote's candidates go through the same ranking."""
    near = _term("CHMO_0000089", "confocal laser microscopy")
    exact = _term("CHMO_0000088", "Confocal Microscopy")
    remote = _Remote(
        RemoteAnswer(terms=(near, exact, _term("CHMO_0000001", "unrelated")), source="example.org")
    )
    lookup = TermLookup(index, packaged_registry(), remote)
    lookup.search(TermSearch(q="fluorescence microscopy"))
    assert remote.asked == []
    answer = lookup.search(TermSearch(q="confocal microscopy"))
    assert _curies(answer) == ["CHMO:0000088", "CHMO:0000089"]
    assert remote.asked == ["confocal microscopy"]


def test_remote_that_fails_leaves_local_hits_and_a_note(index: SqliteTermIndex) -> None:
    """A remote service without an answer takes nothing away, and the answer says so."""
    remote = _Remote(RemoteAnswer(state="unavailable", detail="example.org did not answer.", stale=True))
    answer = TermLookup(index, packaged_registry(), remote).search(TermSearch(q="fluorescence mic"))
    assert _curies(answer) == ["FBbi:00000246"]
    assert answer.notes == ("example.org did not answer.",)
    assert answer.stale


def test_remote_resolves_what_is_unknown_here(index: SqliteTermIndex) -> None:
    """An id is asked for elsewhere only when no release here has it."""
    term = _term("CL_0000540", "neuron")
    remote = _Remote(RemoteAnswer(), Resolution(state="ok", term=term, source="example.org"))
    lookup = TermLookup(index, packaged_registry(), remote)
    assert lookup.resolve("FBbi:00000246").source == "index"
    assert lookup.resolve("CL:0000540").term == term
    assert _curies(lookup.search(TermSearch(q="CL:0000540"))) == ["CL:0000540"]
    assert remote.asked == [term.iri, term.iri]


def test_related_terms(lookup: TermLookup) -> None:
    """The terms above one, nearest first; what is no id or unknown is said."""
    page = lookup.related("FBbi:00000246", direction="ancestors")
    assert [term.iri for term in page.terms] == [OBO + "FBbi_00000241", METHOD]
    with pytest.raises(NotFound, match="not in the loaded release"):
        lookup.related("FBbi:00009999", direction="parents")
    with pytest.raises(BadParameter, match="no id"):
        lookup.related("microscopy", direction="parents")
    with pytest.raises(BadParameter, match="Did you mean fbbi"):
        lookup.related("FBbi:00000246", direction="parents", ontology="fbi")


def test_label_next_to_an_id(lookup: TermLookup) -> None:
    """A label of another term is told together with that term."""
    wrong = lookup.check_label(OBO + "FBbi_00000246", "Light sheet microscopy")
    assert (wrong.belongs, wrong.label) == ("no", "fluorescence microscopy")
    assert wrong.owners == ((OBO + "FBbi_00000369", "light sheet microscopy"),)
    assert lookup.check_label(OBO + "FBbi_00000246", "Fluorescence Microscopy").belongs == "yes"
    assert lookup.check_label(OBO + "FBbi_00000334", "STED").belongs == "nearly"
    assert lookup.check_label(OBO + "FBbi_00009999", "liver").belongs == "unknown"


def test_usage_orders_equals(index: SqliteTermIndex) -> None:
    """Among equals, what our own graph uses more is first."""
    wanted = OBO + "FBbi_00000246"
    lookup = TermLookup(index, packaged_registry(), usage=lambda iris: {wanted: 3} if wanted in iris else {})
    assert _curies(lookup.search(TermSearch(q="fluor")))[0] == "FBbi:00000246"
    assert _curies(TermLookup(index, packaged_registry()).search(TermSearch(q="fluor")))[0] == "FBbi:00000032"


_NASTY = st.lists(
    st.one_of(
        st.characters(),
        st.sampled_from(list("\"'*^:()-+{}[]\\%;~/&|<>!\x00\u200f\u202e\u0301µ٣\ud800")),
        st.sampled_from(["mus", "NEAR", "AND", "FBbi:", "http://", "(a+)+$", " ", "fluor"]),
    ),
    max_size=30,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(q=_NASTY, field=st.sampled_from([None, "organism", "imaging-method"]))
@example(q='"', field=None)
@example(q='a" OR name:*', field=None)
@example(q="NEAR(a b, 2)", field="organism")
@example(q="\ud800a", field=None)
@example(q="a\x00b", field=None)
@example(q="שלום FBbi", field=None)
@example(q="FBbi:٠٠٠٠٠٢٤٦", field=None)
@example(q="(x+x+)+y" * 60, field="imaging-method")
@example(q="http://[::1", field=None)
@example(q="%ff%fe", field=None)
@example(q="e" + "\u0301" * 300, field=None)
def test_whatever_is_typed(lookup: TermLookup, q: str, field: str | None) -> None:
    """Any text finds terms, or none, or is refused as a parameter; resolving never raises."""
    lookup.resolve(q, field=field)
    refused = ""
    items: tuple[Hit, ...] = ()
    try:
        items = lookup.search(TermSearch(q=q, field=field)).items
    except BadParameter as refusal:
        refused = refusal.extra["parameter"]
        refusal.detail.encode()
    assert refused in ("", "q")
    assert all(hit.reason for hit in items)


@settings(max_examples=60, deadline=None)
@given(text=_NASTY)
def test_whatever_is_typed_elsewhere(lookup: TermLookup, text: str) -> None:
    """Fields, vocabularies and terms to stay below are refused as parameters when they are unknown."""
    for name in ("field", "under"):
        try:
            lookup.search(TermSearch(q="a", **{name: text}))  # type: ignore[arg-type]
        except BadParameter as refusal:
            refusal.detail.encode()
    with pytest.raises(BadParameter):
        lookup.search(TermSearch(q="a", ontologies=(text + "?",)))


def test_long_words_take_no_time(lookup: TermLookup) -> None:
    """The longest text that is accepted is answered like any other, also when it is one word or many."""
    for q in ("a" * 500, "ab " * 166, "µ" * 500, "e\u0301" * 250):
        assert lookup.search(TermSearch(q=q)).items == ()
