"""Stage structure. Footnotes: their markers in the text, the notes at a page's foot, and the ties between both."""
