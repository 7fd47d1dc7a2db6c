"""Proposals for what may be one and the same thing, and the decisions of people about them; nothing is ever merged."""
