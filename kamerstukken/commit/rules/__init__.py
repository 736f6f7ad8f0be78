"""Rules, one file a family. A rule looks at a unit and says what it takes it for, in words that a reader understands."""
