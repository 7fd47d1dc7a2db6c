"""Judging statements with SHACL."""
