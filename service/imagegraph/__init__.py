"""imagegraph keeps image metadata as a knowledge graph before publication."""

from importlib.metadata import version

if __name__ != "imagegraph":  # a second copy under another name would hold a second data folder lock
    raise ImportError(f"this package is called imagegraph, not {__name__}")

__version__ = version("imagegraph")
