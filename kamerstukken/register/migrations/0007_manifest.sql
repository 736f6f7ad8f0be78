-- What the service that a letter was fetched from knows: the Kamer's own numbers ('2026D01234', JSON: ["2026Z01234", …]),
-- and which fields the letter itself does not print (JSON: ["date", …]).
ALTER TABLE letters ADD COLUMN document TEXT;
ALTER TABLE letters ADD COLUMN zaaknummers TEXT NOT NULL DEFAULT '[]';
ALTER TABLE letters ADD COLUMN from_manifest TEXT NOT NULL DEFAULT '[]';
CREATE INDEX letters_by_document ON letters (document);
