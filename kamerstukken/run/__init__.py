"""A run: letters into the register, and the register into files."""

from kamerstukken.run.corpus import Corpus, LetterFile, find_letters
from kamerstukken.run.run import Options, Step, Summary, run

__all__ = ["Corpus", "LetterFile", "Options", "Step", "Summary", "find_letters", "run"]
