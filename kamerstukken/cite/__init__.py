"""The room 'cite'."""
