"""The record of a study: what the rows about the study say, and its screens and experiments."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from imagegraph.adapters.importers.idr_component import add_component, add_doi, add_rest
from imagegraph.adapters.importers.idr_files import terms
from imagegraph.adapters.importers.idr_graph import RecordGraph, predicate
from imagegraph.adapters.importers.idr_study import Cell, Section, StudyFile, mapping
from imagegraph.adapters.importers.idr_text import Notes
from imagegraph.model.identifiers import normalise_iri
from imagegraph.model.rdf import IG, RDF_TYPE, RDFS, SCHEMA, XSD, Literal, NamedNode
from imagegraph.model.records import RECORD_BASE, ImportedRecord

#: the address of a study page, which names the study
STUDY_IRI = "https://idr.openmicroscopy.org/study/{}/"

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_DATATYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


def study_record(file: StudyFile, *, source: str, notes: Notes) -> ImportedRecord:
    """The study with everything its file states."""
    graph = RecordGraph(source=source, declared=file.declared)
    graph.report(notes)
    about = STUDY_IRI.format(file.accession) if file.accession else None
    study = NamedNode(about or RECORD_BASE)
    graph.add(study, RDF_TYPE, IG.Study)
    _add_texts(graph, file.study, study)
    for term in terms(graph, file.study, "study type"):
        graph.add(study, IG.studyType, term)
    for taxon in terms(graph, file.study, "study organism", taxon=True):
        graph.add(study, SCHEMA.taxonomicRange, taxon)
        graph.add(study, SCHEMA.about, taxon)
    _add_date(graph, file.study, study)
    _add_links(graph, file.study, study)
    _add_license(graph, file.study, study)
    _add_people(graph, file.study, study)
    _add_publications(graph, file.study, study)
    _add_term_sources(graph, file.study, study)
    fragments: Counter[str] = Counter()
    for section in file.components:
        add_component(graph, section, study=study, fragments=fragments)
    add_rest(graph, file.study, study)
    return ImportedRecord(
        triples=graph.triples, source=source, kind="idr-study", about=about, findings=tuple(graph.findings)
    )


def _add_texts(graph: RecordGraph, section: Section, study: NamedNode) -> None:
    table = mapping("study")
    for key, property in table["study_texts"].items():
        for cell in section.cells(key)[: 1 if key in table["single"] else None]:
            graph.add_text(study, predicate(property), cell.take())


def _add_date(graph: RecordGraph, section: Section, study: NamedNode) -> None:
    for cell in section.cells("study public release date")[:1]:
        if _is_date(cell.text):
            typed = Literal(cell.text, datatype=_DATATYPES[len(cell.text)])
            graph.add(study, SCHEMA.datePublished, typed)
            cell.take()
        else:
            graph.warn(
                f"The release date “{cell.text}” is not written like 2024-05-17; it was kept as text.",
                value=cell.text,
            )


def _is_date(text: str) -> bool:
    """Whether a text is a year, a month or a day that exists (ISO 8601)."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def _add_links(graph: RecordGraph, section: Section, study: NamedNode) -> None:
    """Web pages, the data DOI, accessions in other archives and the publisher."""
    for cell in section.cells("study external url"):
        page = normalise_iri(cell.take())
        graph.add(study, SCHEMA.url, Literal(page.iri) if page.problem else NamedNode(page.iri))
    add_doi(graph, section, study, key="study data doi")
    for key, address in mapping("study")["accessions"].items():
        for cell in section.cells(key):
            text = cell.take()
            graph.add_text(study, SCHEMA.identifier, text)
            page = normalise_iri(text if "://" in text else address.format(text))
            if page.problem is None:
                graph.add(study, RDFS.seeAlso, NamedNode(page.iri))
    publisher = section.first("study data publisher")
    if publisher:
        node = graph.shared("organisation", SCHEMA.Organization, [(SCHEMA.name, Literal(publisher))])
        graph.add(study, SCHEMA.publisher, node)


def _add_license(graph: RecordGraph, section: Section, study: NamedNode) -> None:
    """The licence as an IRI when its address is given or its name is well known, else as text."""
    names, urls = section.cells("study license"), section.cells("study license url")
    stated = normalise_iri(urls[0].text) if urls else None
    known = mapping("study")["licenses"]
    if stated is not None and stated.problem is None:
        urls[0].take()
        graph.add(study, SCHEMA.license, NamedNode(stated.iri))
        return
    for cell in names[:1]:
        plain = " ".join(cell.text.lower().replace("-", " ").replace(".", "").split())
        if plain in known:
            graph.add(study, SCHEMA.license, NamedNode(known[plain]))
        else:
            page = normalise_iri(cell.take())
            graph.add(study, SCHEMA.license, Literal(cell.text) if page.problem else NamedNode(page.iri))


def _add_people(graph: RecordGraph, section: Section, study: NamedNode) -> None:
    """The contacts of the study, each named by the ORCID iD when it is a valid one."""
    keys = ("last name", "first name", "email", "address", "orcid", "roles")
    for position, cells in enumerate(section.columns(*(f"study person {key}" for key in keys)), 1):
        last, first, email, address, orcid, roles = cells
        if not (last.text or first.text or orcid.text or email.text):
            continue
        person = _person(graph, orcid, position=position)
        graph.add(study, SCHEMA.author, person)
        graph.name(person, f"{first.text} {last.text}".strip())
        graph.name(person, first.take(), property=SCHEMA.givenName)
        graph.name(person, last.take(), property=SCHEMA.familyName)
        graph.name(person, address.take(), property=SCHEMA.address)
        graph.add_text(person, SCHEMA.email, email.take())
        for role in re.split(r"\s*[,;]\s*", roles.take()):
            graph.add_text(person, IG.role, role)


def _person(graph: RecordGraph, orcid: Cell, *, position: int) -> NamedNode:
    found = normalise_iri(orcid.text) if orcid.text else None
    if found is not None and found.kind == "orcid" and found.problem is None:
        orcid.take()
        return graph.global_node(found.iri, SCHEMA.Person)
    person = graph.local(f"person-{position}", SCHEMA.Person)
    if orcid.text:
        graph.warn(f"“{orcid.text}” is no valid ORCID iD; it was kept as text.", value=orcid.text)
        graph.add_text(person, SCHEMA.identifier, orcid.take())
    return person


def _add_publications(graph: RecordGraph, section: Section, study: NamedNode) -> None:
    """Papers by column, named by their DOI; preprints on their own."""
    keys = ("doi", "pubmed id", "pmc id", "publication title", "author list")
    for position, cells in enumerate(section.columns(*(f"study {key}" for key in keys)), 1):
        if not any(cell.text for cell in cells):
            continue
        doi, pubmed, pmc, title, authors = cells
        paper = _publication(graph, doi, fragment=f"publication-{position}")
        graph.add(study, IG.publication, paper)
        graph.name(paper, title.take())
        graph.name(paper, authors.take(), property=IG.authorText)
        number = re.fullmatch(r"(?:PMID:?\s*)?(\d+)", pubmed.text, re.IGNORECASE)
        graph.add_text(paper, SCHEMA.identifier, f"PMID:{number[1]}" if number else pubmed.text)
        if number:
            graph.add(paper, RDFS.seeAlso, NamedNode(f"https://pubmed.ncbi.nlm.nih.gov/{number[1]}"))
        pubmed.take()
        graph.add_text(paper, SCHEMA.identifier, pmc.take())
    for position, cell in enumerate(section.cells("study publication preprint"), 1):
        graph.add(study, IG.publication, _publication(graph, cell, fragment=f"preprint-{position}"))


def _publication(graph: RecordGraph, doi: Cell, *, fragment: str) -> NamedNode:
    """A paper named by its DOI, else a local node that keeps what was written."""
    found = normalise_iri(doi.take()) if doi.text else None
    if found is not None and found.kind == "doi" and found.problem is None:
        return graph.global_node(found.iri, SCHEMA.ScholarlyArticle)
    paper = graph.local(fragment, SCHEMA.ScholarlyArticle)
    if found is not None and found.problem is None:
        graph.add(paper, SCHEMA.url, NamedNode(found.iri))
    elif doi.text:
        graph.warn(f"“{doi.text}” is no DOI; it was kept as text.", value=doi.text)
        graph.add_text(paper, SCHEMA.identifier, doi.text)
    return paper


def _add_term_sources(graph: RecordGraph, section: Section, study: NamedNode) -> None:
    """The ontologies the file declares, each as a name with its address."""
    for name, uri in section.columns("term source name", "term source uri"):
        if name.text and uri.text:
            pairs = [
                (SCHEMA.name, Literal("Term Source")), (SCHEMA.value, Literal(name.take())),
                (SCHEMA.url, Literal(uri.take())),
            ]  # fmt: skip
            graph.add(study, SCHEMA.additionalProperty, graph.shared("property", SCHEMA.PropertyValue, pairs))
