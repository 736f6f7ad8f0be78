"""Sets the sample letters: a source (TOML and Markdown) to a PDF that looks like a ministry's, and its labels."""
