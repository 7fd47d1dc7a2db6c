"""Terms: finding and ranking them, describing them, judging those that records use."""
