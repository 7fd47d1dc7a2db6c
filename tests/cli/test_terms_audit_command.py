"""`imagegraph terms audit`, typed as people type it."""

from __future__ import annotations

from terminal import Terminal

OLD = """format-version: 1.2
ontology: fbbi
data-version: 2025-01-01

[Term]
id: FBbi:00000222
name: imaging method

[Term]
id: FBbi:00000251
name: confocal microscopy
is_a: FBbi:00000222

[Term]
id: FBbi:00000900
name: laser spot scanning
is_a: FBbi:00000222
"""
NEW = OLD.replace("2025-01-01", "2026-01-01").replace(
    "name: laser spot scanning\nis_a: FBbi:00000222",
    "name: obsolete laser spot scanning\nis_obsolete: true\nreplaced_by: FBbi:00000251",
)
STUDY = """<#spots> a <https://w3id.org/imagegraph/Study> ; <http://schema.org/name> "Spots in a fly wing" ;
 <http://rs.tdwg.org/dwc/iri/measurementMethod> <http://purl.obolibrary.org/obo/FBbi_00000900> .
<http://purl.obolibrary.org/obo/FBbi_00000900> <http://schema.org/name> "laser spot scanning" .
"""
CONFOCAL = (
    "ASK { ?study <http://rs.tdwg.org/dwc/iri/measurementMethod> ?method . "
    "?method <http://www.w3.org/2000/01/rdf-schema#subClassOf> <http://purl.obolibrary.org/obo/FBbi_00000251> }"
)


def test_a_new_release_is_looked_at_used_and_followed(terminal: Terminal) -> None:
    """Compare, use, mend: each step says what it did, and a second mending does nothing."""
    files = [terminal.write("old.obo", OLD), terminal.write("new.obo", NEW), terminal.write("fly.ttl", STUDY)]
    terminal.run("terms", "load", files[0])
    terminal.run("import", files[2])
    assert terminal.run("terms", "audit").output == "1 record with 1 term: nothing to report\n"
    compared = terminal.run("terms", "audit", "--against", "new.obo", code=1).output.splitlines()
    assert compared[0].endswith("  Spots in a fly wing")
    assert compared[1].startswith("    obsolete     FBbi:00000900")
    assert "Type FBbi:00000251 (“confocal microscopy”) instead." in compared[1]
    assert compared[2] == "1 record with 1 term: 1 obsolete"
    assert terminal.run("query", CONFOCAL).output.strip() == "no"

    terminal.run("terms", "load", "new.obo")
    mended = terminal.run("terms", "audit", "--fix", "--reason", "Spring cleaning").output.splitlines()
    assert mended[1].startswith(
        "    stored       FBbi:00000900 obsolete in FBbi release 2026-01-01, replaced by"
    )
    assert mended[2] == "1 record with 1 term: nothing to report; 1 new version, 0 not written"
    assert terminal.run("query", CONFOCAL).output.strip() == "yes"
    again = terminal.run("terms", "audit", "--fix", "--json").json
    assert (again["problems"], again["fixed"], again["records"]) == ([], [], 1)
    assert terminal.run("verify").output.startswith("2 journal entries, 0 problems")
    assert terminal.run("rebuild").output.endswith("equal\n")


def test_what_cannot_be_audited_is_said(terminal: Terminal) -> None:
    """No data folder, no such release or file, a file that is no ontology, a reason without --fix."""
    assert "There is no data folder" in terminal.run("terms", "audit", code=2).errors
    terminal.run("import", terminal.write("fly.ttl", STUDY))
    assert "There is no release 77" in terminal.run("terms", "audit", "--against", "77", code=2).errors
    assert "nowhere.obo" in terminal.run("terms", "audit", "--against", "nowhere.obo", code=2).errors
    text = terminal.write("notes.txt", "two microscopes")
    assert "is no ontology" in terminal.run("terms", "audit", "--against", text, code=2).errors
    assert "--fix" in terminal.run("terms", "audit", "--reason", "why", code=2).errors
    assert "profile" in terminal.run("terms", "audit", "--profile", "nonsense", code=2).errors
