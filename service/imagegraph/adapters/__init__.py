"""Adapters: one technology each, behind a port."""
