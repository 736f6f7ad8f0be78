"""How common words are in letters: the table that `kamerstukken.link` weighs words by."""
