"""The room 'structure'."""
