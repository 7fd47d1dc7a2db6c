"""Worker processes without network, with limits, that can be killed."""
