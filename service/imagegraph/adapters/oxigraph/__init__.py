"""Oxigraph as the projection and as the engine of queries."""
