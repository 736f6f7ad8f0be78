-- What the catalogue of the run said of papers that letters name. Made anew by each run that has a catalogue.
CREATE TABLE known_papers (
    id           TEXT PRIMARY KEY,   -- as citation_ids has it
    title        TEXT NOT NULL,      -- of the motion or the dossier
    date         TEXT,               -- ISO day
    outcome      TEXT,               -- of the vote: 'Stemmen - aangenomen'
    appreciation TEXT,               -- what the cabinet advised
    settled      INTEGER             -- 1 where the Kamer holds it as afgedaan
) WITHOUT ROWID;

-- Letters, and acts in them, that have to do with an oral toezegging of the Kamer's register. Made anew as known_papers.
CREATE TABLE oral_promises (
    number     TEXT NOT NULL,        -- 'TZ202412-116'
    letter     TEXT NOT NULL REFERENCES letters (id) ON DELETE CASCADE, -- the letter
    act        TEXT,                 -- id of its act; null where the whole letter is meant
    how        TEXT NOT NULL CHECK (how IN ('brief', 'nummer', 'woorden')), -- the Kamer names the letter, it names the number, an act says the same
    status     TEXT,                 -- the Kamer's word: 'Openstaand', 'Voldaan', …
    made       TEXT,                 -- ISO day of the promise
    due        TEXT,                 -- ISO day by which it is to be met
    office     TEXT,                 -- who promised, as the Kamer writes it
    text       TEXT NOT NULL,        -- what was promised
    confidence REAL NOT NULL,        -- 0 to 1
    reason     TEXT NOT NULL,        -- in Dutch: what the match rests on
    UNIQUE (number, letter, act)
);
CREATE INDEX oral_promises_by_letter ON oral_promises (letter);
CREATE INDEX oral_promises_by_act ON oral_promises (act);
