"""Contract suites and samples for authors of adapters; needs pytest."""
