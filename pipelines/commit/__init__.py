"""The recipe of the commitments stage's weights."""
