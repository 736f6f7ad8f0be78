"""The room 'language'."""
