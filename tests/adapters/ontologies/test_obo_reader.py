"""OBO files as terms."""

from __future__ import annotations

from pathlib import Path

from ontology_texts import MICROSCOPY_OBO, OBO, read, write

from imagegraph.model.ontology import PART_OF, Parent, Term, TermName


def _term(folder: Path, *lines: str, start: str = "") -> tuple[Term, list[str]]:
    """The one term that these clauses make, and the messages of its problems."""
    text = start + "\n[Term]\nid: MIC:0002\nname: slitscope\n" + "\n".join(lines) + "\n"
    _, terms, problems = read(write(folder, "one.obo", text))
    return terms[f"{OBO}MIC_0002"], [problem.message for problem in problems]


def test_a_term_is_read_whole(tmp_path: Path) -> None:
    """Names by scope, definition, parents by relation, references, slims and former ids of a term are kept."""
    _, terms, problems = read(write(tmp_path, "mic.obo", MICROSCOPY_OBO))
    assert terms[f"{OBO}MIC_0002"] == Term(
        iri=f"{OBO}MIC_0002",
        names=(
            TermName(text="slit lamp microscope"),
            TermName(text="slitscope", kind="exact"),
            TermName(text="SLM", kind="abbreviation"),
            TermName(text="bench scope", kind="broad"),
        ),
        definition='A microscope with a lamp behind a slit: "bright".',
        parents=(
            Parent(iri=f"{OBO}MIC_0001"),
            Parent(iri="https://lamps.example.org/id/5", relation=PART_OF),
            Parent(iri="https://lamps.example.org/id/6", relation=f"{OBO}mic#has_lamp"),
        ),
        xrefs=("EX:77", "http://example.org/wiki/Slit:lamp"),
        subsets=("daily",),
    )
    assert problems == []


def test_obsolete_terms_name_their_successors(tmp_path: Path) -> None:
    """replaced_by and consider are IRIs, and a former id is an obsolete term that its term replaces."""
    _, terms, _ = read(write(tmp_path, "mic.obo", MICROSCOPY_OBO))
    gone = terms[f"{OBO}MIC_0003"]
    assert (gone.obsolete, gone.replaced_by, gone.consider) == (
        True,
        (f"{OBO}MIC_0002",),
        (f"{OBO}MIC_0001",),
    )
    former = terms[f"{OBO}MIC_0009"]
    assert (former.obsolete, former.replaced_by, former.names) == (True, (f"{OBO}MIC_0002",), ())


def test_the_header_is_read(tmp_path: Path) -> None:
    """Version, title, licence and the ontology's id and IRI come from the header."""
    header, _, _ = read(write(tmp_path, "mic.obo", MICROSCOPY_OBO))
    assert (header.iri, header.ontology, header.version) == (f"{OBO}mic.owl", "mic", "releases/2031-05-01")
    assert header.title == "Microscopes of the fifth floor"
    assert header.licence == "https://creativecommons.org/licenses/by/4.0/"


def test_typedefs_are_properties(tmp_path: Path) -> None:
    """A relation is a term of its own kind; its short name stands for the id that its xref gives."""
    _, terms, _ = read(write(tmp_path, "mic.obo", MICROSCOPY_OBO))
    assert terms[PART_OF].kind == "property"
    assert terms[f"{OBO}mic#has_lamp"].label == "has lamp"


def test_prefixes_that_the_registry_knows_have_its_base(tmp_path: Path) -> None:
    """EFO and CMPO terms get the IRIs that these ontologies use themselves, not OBO's."""
    term, _ = _term(tmp_path, "is_a: EFO:0000001", "is_a: CMPO:0000002", "is_a: Fbbi:00000246")
    assert [parent.iri for parent in term.parents] == [
        "http://www.ebi.ac.uk/efo/EFO_0000001",
        "http://www.ebi.ac.uk/cmpo/CMPO_0000002",
        f"{OBO}FBbi_00000246",
    ]


def test_accessions_without_colon_are_known(tmp_path: Path) -> None:
    """Cellosaurus writes CVCL_0030: that is the RRID, not a name below the file."""
    term, _ = _term(tmp_path, "is_a: CVCL_0030", "is_a: a_name_of_its_own")
    assert term.parents[0].iri == "https://identifiers.org/RRID:CVCL_0030"
    assert term.parents[1].iri.endswith("#a_name_of_its_own")


def test_escaped_colons_in_addresses_are_undone(tmp_path: Path) -> None:
    """A URL with an escaped colon, which the grammar refuses, is a reference all the same."""
    term, messages = _term(tmp_path, r"xref: http://example.org/Category\:Slit", "xref: EX:1")
    assert (term.xrefs, messages) == (("http://example.org/Category:Slit", "EX:1"), [])


def test_a_tag_without_its_colon_is_read(tmp_path: Path) -> None:
    """`is_a MIC:0001` means what `is_a: MIC:0001` means."""
    term, messages = _term(tmp_path, "is_a MIC:0001 ! microscope")
    assert (term.parents, messages) == ((Parent(iri=f"{OBO}MIC_0001"),), [])


def test_a_definition_outlives_its_references(tmp_path: Path) -> None:
    """References that cannot be read are left out and told with their line; the text they support stays."""
    text = '[Term]\nid: MIC:0002\nname: slitscope\ndef: "A slit." [MIC:1, Orange: 8.5.3 "x]\nis_a: MIC:0001\n'
    _, terms, problems = read(write(tmp_path, "one.obo", text))
    term = terms[f"{OBO}MIC_0002"]
    assert (term.definition, term.parents) == ("A slit.", (Parent(iri=f"{OBO}MIC_0001"),))
    (problem,) = problems
    assert (problem.line, problem.term) == (4, "MIC:0002")
    assert "Orange: 8.5.3" in problem.message


def test_an_unreadable_line_is_left_out_and_told(tmp_path: Path) -> None:
    """One bad clause costs that clause only, and is told with its line and text."""
    text = "format-version: 1.2\n\n[Term]\nid: MIC:0001\nthis is no clause\nname: microscope\n\n[Term]\nid: MIC:0002\nname: b\n"
    _, terms, problems = read(write(tmp_path, "one.obo", text))
    assert [term.label for term in terms.values()] == ["microscope", "b"]
    assert [(problem.line, problem.term) for problem in problems] == [(5, "MIC:0001")]
    assert "this is no clause" in problems[0].message


def test_a_stanza_without_id_is_left_out_and_told(tmp_path: Path) -> None:
    """What has no id cannot be a term; the line of the stanza is told, the others are read."""
    text = "[Term]\nname: nobody\n\n[Term]\nid: MIC:0002\nname: b\n"
    _, terms, problems = read(write(tmp_path, "one.obo", text))
    assert list(terms) == [f"{OBO}MIC_0002"]
    assert [problem.line for problem in problems] == [1]


def test_an_id_that_stands_twice_is_told(tmp_path: Path) -> None:
    """Two stanzas of one id are both read, and the second one's line is told with the first one's."""
    text = "[Term]\nid: MIC:0002\nname: a\n\n[Term]\nid: MIC:0002\nname: b\n"
    path = write(tmp_path, "one.obo", text)
    from imagegraph.adapters.ontologies.obo import OboReader

    file = OboReader().open(path)
    assert [term.label for term in file.terms] == ["a", "b"]
    (problem,) = file.problems
    assert (problem.line, problem.term) == (5, "MIC:0002")
    assert "line 1" in problem.message


def test_a_term_without_name_is_told(tmp_path: Path) -> None:
    """A term that has no name is kept and told."""
    _, terms, problems = read(write(tmp_path, "one.obo", "[Term]\nid: MIC:0001\n"))
    assert terms[f"{OBO}MIC_0001"].names == ()
    assert [problem.message for problem in problems] == ["The term has no name."]


def test_lines_that_are_not_utf8_are_read_and_told(tmp_path: Path) -> None:
    """A Latin-1 line keeps its letters and is told; the rest of the file is UTF-8."""
    text = b"[Term]\nid: MIC:0001\nname: loupe \xe0 fente\n\n[Term]\nid: MIC:0002\nname: \xc3\xa9tui\n"
    _, terms, problems = read(write(tmp_path, "one.obo", text))
    assert [term.label for term in terms.values()] == ["loupe à fente", "étui"]
    assert [problem.line for problem in problems] == [3]


def test_imports_are_not_fetched_but_told(tmp_path: Path) -> None:
    """An import is named in a note; nothing is asked for over the network."""
    _, messages = _term(tmp_path, start="import: http://unreachable.invalid/other.obo\n")
    assert messages == ["Not fetched: import: http://unreachable.invalid/other.obo"]


def test_endless_names_are_left_out_and_told(tmp_path: Path) -> None:
    """A name of a million characters is no name; the term stays."""
    term, messages = _term(tmp_path, f'synonym: "{"x" * 1_000_000}" EXACT []')
    assert [name.text for name in term.names] == ["slitscope"]
    assert "1,000,000 characters" in messages[0]


def test_anonymous_terms_are_none(tmp_path: Path) -> None:
    """A stanza that says it is anonymous makes no term."""
    text = "[Term]\nid: MIC:0001\nis_anonymous: true\n\n[Term]\nid: MIC:0002\nname: b\n"
    _, terms, _ = read(write(tmp_path, "one.obo", text))
    assert list(terms) == [f"{OBO}MIC_0002"]


def test_logical_definitions_are_steps_up(tmp_path: Path) -> None:
    """Members of an intersection are parents: the genus by subClassOf, the others by their relation."""
    term, _ = _term(tmp_path, "intersection_of: MIC:0001", "intersection_of: part_of MIC:0003")
    assert term.parents == (Parent(iri=f"{OBO}MIC_0001"), Parent(iri=f"{OBO}MIC_0003", relation=PART_OF))
