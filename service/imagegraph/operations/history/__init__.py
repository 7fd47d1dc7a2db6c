"""The past of records: how they were, what changed, who did it, and bringing it back."""
