-- What a user should know of how a letter was read (a damaged file, pages without text): JSON, a list of sentences.
ALTER TABLE letters ADD COLUMN remarks TEXT NOT NULL DEFAULT '[]';
