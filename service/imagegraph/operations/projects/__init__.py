"""Projects: what each access scope is shown, and who may write what."""
