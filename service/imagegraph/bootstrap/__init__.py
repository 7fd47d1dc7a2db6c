"""The only place where adapters are chosen: Settings -> Services."""

from imagegraph.bootstrap.access import open_projects, open_tokens
from imagegraph.bootstrap.audit import open_audit
from imagegraph.bootstrap.configuration import (
    documents_below,
    example_documents,
    format_titles,
    intake_tasks,
    profile_names,
    settings_for,
)
from imagegraph.bootstrap.identifiers import load_dump, open_known, open_resolver
from imagegraph.bootstrap.services import open_preparer, open_records, open_services, rebuild
from imagegraph.bootstrap.terms import ontology_file, open_comparison, open_term_index, open_terms

__all__ = [
    "documents_below",
    "example_documents",
    "format_titles",
    "intake_tasks",
    "load_dump",
    "ontology_file",
    "open_audit",
    "open_comparison",
    "open_known",
    "open_preparer",
    "open_projects",
    "open_records",
    "open_resolver",
    "open_services",
    "open_term_index",
    "open_terms",
    "open_tokens",
    "profile_names",
    "rebuild",
    "settings_for",
]
