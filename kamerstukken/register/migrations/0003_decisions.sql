-- What reviewers decided. Rows are only added; what a program found is never changed by them.
CREATE TABLE decisions (
    id       TEXT PRIMARY KEY,
    at       TEXT NOT NULL,            -- UTC, to the microsecond
    reviewer TEXT NOT NULL,
    verb     TEXT NOT NULL CHECK (verb IN ('accept', 'reject', 'edit', 'split', 'merge', 'add', 'undo')),
    key      TEXT NOT NULL,            -- which letter, also in a corrected version
    letter   TEXT NOT NULL,            -- the version in which it was decided; it may be gone
    file     TEXT NOT NULL,
    was      TEXT NOT NULL,            -- JSON: the acts that it took
    now      TEXT NOT NULL,            -- JSON: the acts that it left
    why      TEXT,
    base     TEXT NOT NULL,            -- JSON: the decisions on these acts that the reviewer knew of
    beside   TEXT NOT NULL,            -- JSON: ids of other acts in the same words
    undoes   TEXT
) WITHOUT ROWID;
CREATE INDEX decisions_by_letter ON decisions (key, at, id);
CREATE INDEX decisions_in_order ON decisions (at, id);
CREATE INDEX decisions_by_reviewer ON decisions (reviewer, at, id);

-- By which keys a letter is known: its own, and that of the letter whose file it replaced.
CREATE TABLE letter_keys (
    letter TEXT NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    key    TEXT NOT NULL,
    PRIMARY KEY (letter, key)
) WITHOUT ROWID;
CREATE INDEX letter_keys_by_key ON letter_keys (key);

-- What the decisions come to in the letters that are here now; made anew from them when either changes.
CREATE TABLE reviews (
    letter       TEXT NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    row          TEXT NOT NULL,        -- the act's id
    n            INTEGER,              -- the found act (commitments.n) that it stands in place of; null: the reviewer's own
    oordeel      TEXT NOT NULL CHECK (oordeel IN ('akkoord', 'gewijzigd', 'toegevoegd', 'afgewezen', 'samengevoegd', 'nog eens kijken')),
    listed       INTEGER NOT NULL,     -- 1: goes into lists; 0: taken away, or its words are no longer in the letter
    decision     TEXT NOT NULL,
    reviewer     TEXT NOT NULL,
    at           TEXT NOT NULL,
    note         TEXT,
    kind         TEXT NOT NULL,        -- these few repeat `act`, to filter and sort by
    status       TEXT NOT NULL,
    action       TEXT NOT NULL,
    quote        TEXT NOT NULL,
    page         INTEGER NOT NULL,
    start        INTEGER NOT NULL,
    actor_norm   TEXT,
    deadline_end TEXT,
    confidence   REAL NOT NULL,
    act          TEXT NOT NULL,        -- JSON: the act as decided
    PRIMARY KEY (letter, row)
) WITHOUT ROWID;
CREATE UNIQUE INDEX reviews_by_found ON reviews (letter, n) WHERE n IS NOT NULL;
CREATE INDEX reviews_by_oordeel ON reviews (oordeel);
CREATE INDEX commitments_by_doubt ON commitments (confidence, seq);
CREATE INDEX letters_by_ministry ON letters (ministry);
