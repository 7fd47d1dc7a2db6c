"""The lexer, the guard and the binding of parameters; texts are compared with what the engine makes of them."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QueryBoolean, Store

from imagegraph.errors import BadParameter, ForbiddenQuery, ImagegraphError, MalformedQuery, QueryTooLarge
from imagegraph.model.sparql import bind, outline, parse_term, tokens

NOWHERE = "http://127.0.0.1:1/"  # nothing listens at port 1
PREFIX = f"PREFIX x: <{NOWHERE}> "

#: every one of these makes the engine open a connection
FOLLOWED = {
    "plain": f"SELECT * {{ SERVICE <{NOWHERE}> {{}} }}",
    "lower case": f"SELECT * {{ service <{NOWHERE}> {{}} }}",
    "silent without space": f"SELECT * {{ SERVICESILENT<{NOWHERE}>{{}} }}",
    "glued to a prefix": PREFIX + "SELECT * { SERVICEx:a {} }",
    "glued to a prefix that is declared too": PREFIX
    + "PREFIX SERVICEx: <http://a/> SELECT * { SERVICEx:a {} }",
    "glued to a number": f"SELECT * {{ OPTIONAL {{ ?s ?p 1}}SERVICE <{NOWHERE}> {{}} }}",
    "comparison that looks like an IRI": f"SELECT * {{ FILTER(1<2)SERVICE#>\n<{NOWHERE}>{{}} }}",
    "comparison that hides a string": f"SELECT * {{ FILTER('1'<'>')SERVICE <{NOWHERE}>{{}} #'\n }}",
    "in SELECT": f"SELECT (1<'>' AS ?x) {{SERVICE <{NOWHERE}>{{}} #'\n }}",
    "in a subquery": f"SELECT * {{ SELECT (1<'>' AS ?x) {{SERVICE <{NOWHERE}>{{}} }} #'\n }}",
    "in ORDER BY": f"SELECT * {{ }} ORDER BY(1<'>')(EXISTS{{SERVICE <{NOWHERE}>{{}} }}) #'\n ",
    "after a function": "SELECT * { FILTER<http://www.w3.org/2001/XMLSchema#boolean>(1<'>')"
    f"SERVICE <{NOWHERE}>{{}} #'\n }}",
    "after a built-in function": f"SELECT * {{ FILTERSTR(1<'>')SERVICE <{NOWHERE}>{{}} #'\n }}",
    "after EXISTS": f"SELECT * {{ FILTER(EXISTS{{}}<'>')SERVICE <{NOWHERE}>{{}} #'\n }}",
    "after BIND": f"SELECT * {{ BIND(1<'>'AS?y)SERVICE <{NOWHERE}>{{}} #'\n }}",
    "comment ended by a carriage return": f"SELECT * {{ # \r SERVICE <{NOWHERE}> {{}}\n }}",
    "odd long string": f"SELECT * {{ FILTER(''''='b''')SERVICE <{NOWHERE}> {{}} }}",
    "escaped IRI": "SELECT * { SERVICE <\\u0068ttp://127.0.0.1:1/> {} }",
    "LATERAL": f"SELECT * {{ LATERAL {{ SERVICE <{NOWHERE}> {{}} }} }}",
    "in EXISTS": f"SELECT * {{ FILTER EXISTS {{ SERVICE <{NOWHERE}> {{}} }} }}",
    "ASK": f"ASK {{ SERVICE <{NOWHERE}> {{}} }}",
    "CONSTRUCT": f"CONSTRUCT {{ ?s ?p ?o }} {{ SERVICE <{NOWHERE}> {{ ?s ?p ?o }} }}",
}

#: the engine goes there, but says nothing when nobody answers
SWALLOWED = {"silent without space", "in ORDER BY", "in EXISTS"}


def follows(text: str) -> bool:
    """Whether the engine itself would open a connection for a query."""
    try:
        results = Store().query(text)
        if not isinstance(results, QueryBoolean):
            list(results)
    except OSError:
        return True
    except (SyntaxError, RuntimeError, ValueError):
        return False
    return False


@pytest.mark.parametrize("name", FOLLOWED)
def test_every_known_way_out_is_refused(name: str) -> None:
    """What the engine would follow is refused before it gets there."""
    text = FOLLOWED[name]
    if name not in SWALLOWED:
        assert follows(text), "the engine no longer follows this; drop the case"
    with pytest.raises((ForbiddenQuery, MalformedQuery)):
        outline(text)


_FRAGMENTS = [
    "SERVICE", f"<{NOWHERE}>", "{?s ?p ?o}", "{", "}", "(", ")", "FILTER(", "FILTER", "1", "<", "'>'", "<'>'", ">", "'",
    '"', "'''", "#", "\n", "#'\n", "#>\n", " ", " ?x", "x:a", "x:", "FILTERx:a", "<http://a/b>", ".", ";", ",", "BIND(",
    "AS ?z)", "EXISTS{}", "SELECT * {", "SELECT (", "VALUES ?v {", "GROUP BY", "HAVING(", "ORDER BY", "STR(", "true",
    "a", "IN", "||", "-", "!", "*", "/", "^", "?", "<x>", "\\'", "@en", "^^", "<<(", ")>>", "[", "]", "OPTIONAL{", "_:b",
    "1.", "1e5", "BASE <http://b/>",
]  # fmt: skip
_ENDPOINTS = [
    f"SERVICE <{NOWHERE}>",
    "SERVICEx:a",
    "servicesilentx:a",
    f"SERVICE#>\n<{NOWHERE}>",
    f"SERVICE#'\n<{NOWHERE}>",
]
_SKELETONS = [
    "SELECT * {{ FILTER({a}) {s} {{}} {c} }}", "SELECT ({a} AS ?q) {{ {s} {{}} }} {c}", "SELECT * {{ {b} {s} {{}} {c} }}",
    "SELECT * {{ BIND({a} AS ?q) {s} {{}} {c} }}", "SELECT * {{ {{SELECT ?k {{}} ORDER BY ({a}) }} {s} {{}} {c} }}",
    "SELECT * {{ OPTIONAL {{ ?s ?p ({a}) {s} {{}} }} {c} }}", "SELECT ?k {{ {s} {{}} }} GROUP BY ?k HAVING({a})",
]  # fmt: skip


def test_no_random_text_gets_past_the_guard() -> None:
    """Of 30,000 texts made of dangerous pieces, none that the engine follows is let through."""
    made = random.Random(20261122)  # noqa: S311 - the same texts every time

    def pieces(most: int) -> str:
        return "".join(made.choice(_FRAGMENTS) for _ in range(made.randint(0, most)))

    followed = 0
    for _ in range(30_000):
        left = made.choice(["1<", "?x<", "'a'<", "(1)<", "STR(1)<", "EXISTS{}<", "x:a(1)<", ""])
        text = (
            made.choice(["", "BASE <http://b/> "])
            + PREFIX
            + made.choice(["", "PREFIX FILTERx: <http://a/> "])
        )
        text += made.choice(_SKELETONS).format(
            a=left + pieces(3), b=pieces(5), c=pieces(2), s=made.choice(_ENDPOINTS)
        )
        if follows(text):
            followed += 1
            with pytest.raises((ForbiddenQuery, MalformedQuery)):
                outline(text)
    assert followed > 20


@given(st.text(alphabet="SERVIC service<>{}()'\"#\\?:.x1\n\r\u00b5", max_size=80))
def test_the_lexer_reads_anything(text: str) -> None:
    """No text stops the lexer, and tokens come in order without overlap."""
    place = 0
    for token in tokens(text):
        assert token.start >= place
        assert text.startswith(token.text, token.start)
        place = token.start + len(token.text)


@pytest.mark.parametrize(
    "text",
    [
        'SELECT * { ?s ?p "SERVICE <http://a/>" }',
        "SELECT * { ?s ?p '''a'b SERVICE <http://a/> \\''' ''' }",
        "SELECT * { ?s <http://a/service#x> ?service } # SERVICE <http://a/>",
        "PREFIX service: <http://a/> SELECT * { ?s service:SERVICE service:x , ( 1 <http://a/service> <b> ) }",
        "SELECT * { ?s a <http://a/> FILTER(?a <5 && ?b> 3) FILTER(?a<?b) }",
        "PREFIX x: <http://a/> SELECT * { ?s (x:a|^x:b)*/x:c+ ?o . GRAPH x:service { ?s x:load [] } }",
        "SELECT * { VALUES (?a ?b) { (<http://a/> <http://b/>) (UNDEF 1) } }",
        "select(count(*)as?n){?s?p?o}group by?s having(count(*)>1)",
    ],
)
def test_harmless_queries_pass(text: str) -> None:
    """Keywords in strings, comments, IRIs, variables and names are no keywords."""
    assert outline(text).form == "SELECT"


@pytest.mark.parametrize(
    ("text", "form", "default_graphs", "named_graphs"),
    [
        ("ASK{}", "ASK", None, None),
        ("# SELECT\nPREFIX select: <http://a/> ask where {}", "ASK", None, None),
        ("BASE <http://SELECT/> CONSTRUCT WHERE { ?s ?p ?o }", "CONSTRUCT", None, None),
        ("DESCRIBE<http://a/>", "DESCRIBE", None, None),
        ("SELECT * FROM <http://a/> FROM <http://b/> {}", "SELECT", ("http://a/", "http://b/"), ()),
        ("SELECT*FROM NAMED<http://a/>FROM<http://b/>{}", "SELECT", ("http://b/",), ("http://a/",)),
        ("PREFIX a: <http://a/> SELECT * FROM a:x FROM <http://b/> {}", "SELECT", None, None),
        ("SELECT * FROM <relative> {}", "SELECT", None, None),
        ("SELECT ?from { ?from ?p 'FROM' }", "SELECT", None, None),
    ],
)
def test_form_and_dataset_are_seen(
    text: str, form: str, default_graphs: tuple[str, ...] | None, named_graphs: tuple[str, ...] | None
) -> None:
    """The form and the graphs of FROM and FROM NAMED are read off the text, unless only the engine knows them."""
    found = outline(text)
    assert (found.form, found.default_graphs, found.named_graphs) == (form, default_graphs, named_graphs)


@pytest.mark.parametrize(
    "text",
    ["INSERT DATA { <a> <b> <c> }", "load <http://a/>", "PREFIX x: <http://a/> DELETE WHERE {}", "CLEAR ALL", "DROP ALL",
     "WITH <http://a/> DELETE { ?s ?p ?o } WHERE {}", "COPY DEFAULT TO <http://a/>"],
)  # fmt: skip
def test_updates_are_refused(text: str) -> None:
    """An update is refused as forbidden, with the way to change records."""
    with pytest.raises(ForbiddenQuery, match="/records"):
        outline(text)


def test_limits_hold_to_the_token() -> None:
    """64 levels and 5,000 tokens pass, one more does not."""
    assert outline("SELECT * " + "{" * 64 + "}" * 64)
    with pytest.raises(QueryTooLarge):
        outline("SELECT * " + "{" * 65 + "}" * 65)
    assert outline("SELECT *{}" + " ?x" * 4_996)
    with pytest.raises(QueryTooLarge):
        outline("SELECT *{}" + " ?x" * 4_997)


def test_a_long_text_is_read_fast() -> None:
    """Texts made to make regular expressions slow do not."""
    for text in (
        '"' * 99_999,
        "'''" + "a'" * 50_000,
        "<" * 99_999,
        "x:" + "a." * 50_000,
        "#" * 99_999,
        "\\" * 99_999,
    ):
        with pytest.raises(ImagegraphError):
            outline(text)


def test_an_error_says_where() -> None:
    """Line and column count from one."""
    with pytest.raises(ForbiddenQuery) as caught:
        outline("SELECT *\n{ SERVICE <http://a/> {} }")
    assert caught.value.extra == {"line": 2, "column": 3}


ORGANISM = NamedNode("http://purl.obolibrary.org/obo/NCBITaxon_9606")
PLACE = "SELECT ?s { VALUES ?organism { UNDEF } ?s ?p ?organism }"


def test_a_place_takes_a_term() -> None:
    """The place becomes the term, written by the serialiser."""
    text, left = bind(PLACE, {"organism": ORGANISM})
    assert text == f"SELECT ?s {{ VALUES ?organism {{ {ORGANISM} }} ?s ?p ?organism }}"
    assert left == {}


def test_only_true_places_are_filled() -> None:
    """Places in strings and comments, of other names, and with more than UNDEF stay as they are."""
    text = "SELECT ?s { # VALUES ?a { UNDEF }\n ?s ?p 'VALUES ?a { UNDEF }' VALUES ?b { UNDEF } VALUES ?a { UNDEF 1 } }"
    assert bind(text, {"a": ORGANISM}) == (text, {"a": ORGANISM})


def test_every_place_of_a_name_is_filled() -> None:
    """A name may have several places, in any case and spacing."""
    text, _ = bind("SELECT * { values ?a {undef} { VALUES$a{UNDEF} } }", {"a": Literal(1)})
    assert text.count('"1"^^<http://www.w3.org/2001/XMLSchema#integer>') == 2


@given(st.text(max_size=60).filter(lambda text: "\0" not in text))
def test_no_value_becomes_syntax(value: str) -> None:
    """Whatever a literal holds, the query gives exactly that literal back."""
    text, _ = bind("SELECT ?v { VALUES ?v { UNDEF } }", {"v": Literal(value)})
    (solution,) = Store().query(text)  # type: ignore[union-attr]
    assert solution["v"] == Literal(value)


@pytest.mark.parametrize(
    "text",
    ["", "x", "<a> . <x:s> <x:p> <b>", "<http://a/>> ", "<http://a/> }", "_:b", "?x", "UNDEF", "<http://a b/>", '"a" "b"',
     "<http://a/> .\n<x:s> <x:p> <http://b/>", "<<( <x:a> <x:b> <x:c> )>>", "<relative>"],
)  # fmt: skip
def test_what_is_no_term_is_refused(text: str) -> None:
    """Only one IRI or literal is a parameter's value."""
    with pytest.raises(BadParameter):
        parse_term(text)


@pytest.mark.parametrize(
    "text", ["<http://a/>", '"a"', '"a"@en', '"1"^^<http://www.w3.org/2001/XMLSchema#integer>']
)
def test_terms_come_through_unchanged(text: str) -> None:
    """An IRI or literal is read and written as it was."""
    assert str(parse_term(text)) == text
