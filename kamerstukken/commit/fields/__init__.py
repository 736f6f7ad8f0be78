"""What is said of an act once it is found: who, what, for whom, how firmly, and the act's stable name."""
