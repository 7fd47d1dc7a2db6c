"""Linking records by their identifiers: who is asked about them, what is said, and where else they stand."""
