"""The room 'export'."""
