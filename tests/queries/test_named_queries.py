"""Named queries: the header of their files, finding them, filling in parameters."""

from __future__ import annotations

import pytest

from imagegraph.errors import BadParameter, MalformedQuery, NotFound
from imagegraph.model.named_queries import NamedQuery, parse
from imagegraph.operations.named_queries import bound, get_query, list_queries

TEXT = """# title: Things of a kind
# description: Things.
# keywords: thing, kind
# param kind: iri = http://purl.obolibrary.org/obo/NCBITaxon_10090 | Which kind
# param words: string | Any text
# param count: integer | How many
# param size: decimal | How large
# param day: date | Since when
SELECT ?thing WHERE {
  VALUES ?kind { UNDEF }
  VALUES ?words { UNDEF }
  VALUES ?count { UNDEF }
  VALUES ?size { UNDEF }
  VALUES ?day { UNDEF }
  ?thing a ?kind .
}
ORDER BY ?thing
"""


@pytest.fixture(name="query")
def _query() -> NamedQuery:
    return parse(TEXT, name="things")


def test_the_header_is_data(query: NamedQuery) -> None:
    """Title, keywords, parameters with type and default are read from the comment lines."""
    assert (query.name, query.title, query.keywords) == ("things", "Things of a kind", ("thing", "kind"))
    assert [parameter.type for parameter in query.parameters] == [
        "iri",
        "string",
        "integer",
        "decimal",
        "date",
    ]
    assert query.parameters[0].default == "http://purl.obolibrary.org/obo/NCBITaxon_10090"
    assert query.parameters[1].default is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("# title: Things of a kind\n", "", "Add a line `# title: …`"),
        ("# title", "# titel", "“titel” is no header"),
        ("# title: Things of a kind", "# Things of a kind", "line 1 is no header"),
        ("# title: Things of a kind", "# title: a\n# title: b", "stands there twice"),
        ("count: integer", "count: number", "“number” is no type"),
        ("count: integer | How many", "count: integer", "cannot be read"),
        ("# param count", "# param words", "stands there twice"),
        ("  VALUES ?day { UNDEF }\n", "", r"Add the line `VALUES \?day \{ UNDEF \}`"),
        ("# param day: date | Since when\n", "", r"`VALUES \?day \{ UNDEF \}` has no parameter"),
    ],
)
def test_a_broken_header_says_what_to_type(old: str, new: str, message: str) -> None:
    """The curator reads which file is meant and which line to write."""
    with pytest.raises(MalformedQuery, match=message) as refusal:
        parse(TEXT.replace(old, new), name="things")
    assert refusal.value.detail.startswith("queries/things.rq: ")


def test_values_are_filled_in_by_type(query: NamedQuery) -> None:
    """CURIEs become IRIs, numbers and days typed literals, text a string; defaults stand in."""
    given = {"words": 'a "b" } UNDEF {', "count": "3", "size": "1.4", "day": "2025-03-11"}
    text = bound(query, given).text
    assert "VALUES ?kind { <http://purl.obolibrary.org/obo/NCBITaxon_10090> }" in text
    assert 'VALUES ?words { "a \\"b\\" } UNDEF {" }' in text
    assert 'VALUES ?count { "3"^^<http://www.w3.org/2001/XMLSchema#integer> }' in text
    assert 'VALUES ?size { "1.4"^^<http://www.w3.org/2001/XMLSchema#decimal> }' in text
    assert 'VALUES ?day { "2025-03-11"^^<http://www.w3.org/2001/XMLSchema#date> }' in text
    assert (
        "VALUES ?kind { <http://purl.obolibrary.org/obo/FBbi_00000251> }"
        in bound(query, {"kind": "FBbi:00000251"}).text
    )


def test_an_empty_value_leaves_the_question_open(query: NamedQuery) -> None:
    """An empty field of a form is no value."""
    assert "VALUES ?words { UNDEF }" in bound(query, {"words": ""}).text


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "no such thing"),
        ("kind", "orcid:0000-0002-1825-0098"),
        ("kind", "https://x.example/a> } ASK {"),
        ("count", "1.5"),
        ("size", "1e3"),
        ("size", "large"),
        ("day", "11.3.2025"),
        ("words", "x" * 3000),
    ],
)
def test_an_unusable_value_is_refused(query: NamedQuery, name: str, value: str) -> None:
    """The message names the parameter and says what is wrong with the value."""
    with pytest.raises(BadParameter, match=f"cannot be used for {name} ") as refusal:
        bound(query, {name: value})
    assert refusal.value.extra["parameter"] == name


def test_an_unknown_parameter_lists_the_known_ones(query: NamedQuery) -> None:
    """The message names what the query does take."""
    with pytest.raises(BadParameter, match="it has kind, words, count, size, day"):
        bound(query, {"colour": "red"})


def test_an_unknown_query_lists_names_that_look_alike() -> None:
    """A slip of the finger is answered with the right name."""
    with pytest.raises(NotFound, match="Did you mean image-settings"):
        get_query("image-setting")
    with pytest.raises(NotFound, match="There are: antibodies-by-target"):
        get_query("zzz")


def test_queries_are_listed_by_name() -> None:
    """The list is in the order of the names and each can be asked for."""
    names = [query.name for query in list_queries()]
    assert names == sorted(names)
    assert all(get_query(name).name == name for name in names)
