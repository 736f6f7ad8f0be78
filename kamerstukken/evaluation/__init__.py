"""How right is it: labels made by hand, and what a run gave, side by side."""
