"""The room 'commit'."""
