"""Terminology services that speak the protocol of the Ontology Lookup Service (https://www.ebi.ac.uk/ols4/help)."""

from imagegraph.adapters.ols.source import OlsTermSource

__all__ = ["OlsTermSource"]
