-- What was read: files, and the letters in them. A letter is its bytes; two files with the same bytes are one letter.
CREATE TABLE files (
    uri    TEXT PRIMARY KEY,   -- where the file lay, percent-encoded, relative to the register's folder
    name   TEXT NOT NULL,      -- as shown to people
    sha256 TEXT                -- of its bytes; null where the file could not be opened
) WITHOUT ROWID;
CREATE INDEX files_by_bytes ON files (sha256, name);

CREATE TABLE letters (
    id          TEXT PRIMARY KEY,     -- the first 12 digits of sha256
    sha256      TEXT NOT NULL UNIQUE,
    made_by     TEXT NOT NULL,        -- package version and hash of the recipe
    file        TEXT NOT NULL,        -- the first of its files by name
    pages       INTEGER NOT NULL,
    layout      TEXT NOT NULL CHECK (layout IN ('ministry', 'kst', 'aanhangsel', 'other')),
    date        TEXT,
    subject     TEXT,
    ministry    TEXT,
    kenmerk     TEXT,
    uw_kenmerk  TEXT,
    addressee   TEXT,
    session     TEXT,
    number      TEXT,
    signatories TEXT NOT NULL,        -- JSON: [{"name": …, "role": …}]
    dossiers    TEXT NOT NULL         -- JSON: ["98765", …]
);
CREATE INDEX letters_in_order ON letters (file, id);
CREATE INDEX letters_by_date ON letters (date);

CREATE TABLE failures (
    uri     TEXT PRIMARY KEY REFERENCES files (uri) ON DELETE CASCADE,
    sha256  TEXT,
    made_by TEXT NOT NULL,
    stage   TEXT NOT NULL,            -- the room that gave up
    reason  TEXT NOT NULL             -- what is wrong and what can be done
) WITHOUT ROWID;
CREATE INDEX failures_by_bytes ON failures (sha256);

-- The body of a letter. start is the offset in the letter's text: blocks, then footnotes, joined by blank lines.
CREATE TABLE blocks (
    seq    INTEGER PRIMARY KEY,
    letter TEXT NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    n      INTEGER NOT NULL,
    kind   TEXT NOT NULL CHECK (kind IN ('heading', 'paragraph', 'item', 'question', 'answer', 'table')),
    level  INTEGER NOT NULL,
    page   INTEGER NOT NULL,
    start  INTEGER NOT NULL,
    text   TEXT NOT NULL,
    UNIQUE (letter, n)
);

CREATE TABLE footnotes (
    letter       TEXT NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    n            INTEGER NOT NULL,    -- its place among the notes; markers may restart
    marker       TEXT NOT NULL,
    page         INTEGER NOT NULL,
    start        INTEGER NOT NULL,
    text         TEXT NOT NULL,
    anchor       INTEGER,             -- offset right behind the word that carries the marker
    anchor_block INTEGER,
    PRIMARY KEY (letter, n)
) WITHOUT ROWID;

CREATE TABLE citations (
    letter      TEXT NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    n           INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    text        TEXT NOT NULL,
    start       INTEGER NOT NULL,
    "end"       INTEGER NOT NULL,
    "where"     TEXT NOT NULL,        -- 'block 7' or 'footnote 2'
    page        INTEGER NOT NULL,
    chamber     TEXT,
    session     TEXT,
    pages       TEXT,
    indieners   TEXT NOT NULL,        -- JSON
    resolved_by TEXT,
    url         TEXT,
    boxes       TEXT NOT NULL,        -- JSON: [[page, x0, top, x1, bottom], …] in points
    PRIMARY KEY (letter, n)
) WITHOUT ROWID;

CREATE TABLE citation_ids (
    letter   TEXT NOT NULL,
    citation INTEGER NOT NULL,
    n        INTEGER NOT NULL,
    id       TEXT NOT NULL,
    PRIMARY KEY (letter, citation, n),
    FOREIGN KEY (letter, citation) REFERENCES citations (letter, n) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX citation_ids_by_id ON citation_ids (id);

CREATE TABLE commitments (
    seq            INTEGER PRIMARY KEY,
    letter         TEXT NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    n              INTEGER NOT NULL,
    id             TEXT NOT NULL,     -- stable; the same in two versions of one letter
    kind           TEXT NOT NULL CHECK (kind IN ('toezegging', 'maatregel', 'aanbeveling')),
    status         TEXT NOT NULL CHECK (status IN ('aangekondigd', 'lopend', 'afgerond')),
    quote          TEXT NOT NULL,
    start          INTEGER NOT NULL,
    "end"          INTEGER NOT NULL,
    boxes          TEXT NOT NULL,     -- JSON, as in citations
    block          INTEGER NOT NULL,
    page           INTEGER NOT NULL,
    action         TEXT NOT NULL,
    actor          TEXT,
    actor_norm     TEXT,
    actor_name     TEXT,
    addressee      TEXT,
    deadline_text  TEXT,
    deadline_start TEXT,
    deadline_end   TEXT,
    deadline_edtf  TEXT,
    deadline_rrule TEXT,
    deadline_certainty TEXT,
    strength       TEXT NOT NULL,
    recommendation TEXT,
    headings       TEXT NOT NULL,     -- JSON
    rule           TEXT NOT NULL,
    confidence     REAL NOT NULL,
    UNIQUE (letter, n)
);
CREATE INDEX commitments_by_id ON commitments (id);
CREATE INDEX commitments_by_deadline ON commitments (deadline_end);

CREATE TABLE commitment_ids (
    letter     TEXT NOT NULL,
    commitment INTEGER NOT NULL,
    role       TEXT NOT NULL CHECK (role IN ('source', 'motion')),
    n          INTEGER NOT NULL,
    id         TEXT NOT NULL,
    PRIMARY KEY (letter, commitment, role, n),
    FOREIGN KEY (letter, commitment) REFERENCES commitments (letter, n) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX commitment_ids_by_id ON commitment_ids (id, role);

-- Full-text search; triggers keep it in step.
CREATE VIRTUAL TABLE blocks_fts USING fts5 (text, content = 'blocks', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER blocks_added AFTER INSERT ON blocks BEGIN
    INSERT INTO blocks_fts (rowid, text) VALUES (new.seq, new.text);
END;
CREATE TRIGGER blocks_gone AFTER DELETE ON blocks BEGIN
    INSERT INTO blocks_fts (blocks_fts, rowid, text) VALUES ('delete', old.seq, old.text);
END;
CREATE VIRTUAL TABLE commitments_fts USING fts5 (quote, action, content = 'commitments', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER commitments_added AFTER INSERT ON commitments BEGIN
    INSERT INTO commitments_fts (rowid, quote, action) VALUES (new.seq, new.quote, new.action);
END;
CREATE TRIGGER commitments_gone AFTER DELETE ON commitments BEGIN
    INSERT INTO commitments_fts (commitments_fts, rowid, quote, action) VALUES ('delete', old.seq, old.quote, old.action);
END;
