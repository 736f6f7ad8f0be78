"""The kinds of references: one module each, with a function `find(text)`."""
