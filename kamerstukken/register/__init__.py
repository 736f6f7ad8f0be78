"""The room 'register'."""
