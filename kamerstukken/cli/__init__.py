"""Commands, without logic of their own."""
