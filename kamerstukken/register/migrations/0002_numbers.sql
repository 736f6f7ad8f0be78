-- What identifies a paper that has no official id: a CELEX number, 'COM(2015) 636', a law's article, an LJN code.
ALTER TABLE citations ADD COLUMN number TEXT;
