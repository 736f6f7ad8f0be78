"""People check what was found: a local page to do it on, and decisions as files that travel."""
