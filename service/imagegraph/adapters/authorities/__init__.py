"""Authorities that say what an identifier names: ROR, ORCID, RRID, Handle and PIDINST, DOI."""
