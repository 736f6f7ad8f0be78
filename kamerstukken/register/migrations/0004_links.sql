-- What letters say of earlier acts, motions and letters: proposals with their evidence, made by `kamerstukken.link`.
CREATE TABLE links (
    letter     TEXT NOT NULL REFERENCES letters (id) ON DELETE CASCADE,   -- the letter that says it
    n          INTEGER NOT NULL,
    type       TEXT NOT NULL CHECK (type IN ('settles', 'follows', 'answers', 'points')),
    how        TEXT NOT NULL CHECK (how IN ('herhaling', 'wijziging', 'nakoming', 'deels', 'vervallen', 'overname', 'verwijzing')),
    act        INTEGER,               -- the act of this letter that says it; null where a plain sentence does
    block      INTEGER NOT NULL,
    page       INTEGER NOT NULL,
    start      INTEGER NOT NULL,
    "end"      INTEGER NOT NULL,
    quote      TEXT NOT NULL,         -- the sentence, verbatim
    target     TEXT NOT NULL,         -- an act's id, a motion's id or a letter's id
    to_letter  TEXT,                  -- the letter of the act, or the letter pointed to; null for a motion
    to_act     INTEGER,               -- the act's n in that letter
    old        TEXT,                  -- last day before and after a change
    new        TEXT,
    paper      TEXT,                  -- the number that the letter pointed to is named by
    confidence REAL NOT NULL,
    reason     TEXT NOT NULL,         -- in Dutch: what the proposal rests on
    PRIMARY KEY (letter, n),
    FOREIGN KEY (to_letter, to_act) REFERENCES commitments (letter, n) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX links_by_target ON links (target, type);
CREATE INDEX links_by_act ON links (to_letter, to_act);

-- What acts are about, to find the earlier ones that a later letter may mean.
CREATE TABLE link_acts (
    letter  TEXT NOT NULL,
    act     INTEGER NOT NULL,
    date    TEXT NOT NULL,            -- of the letter
    profile TEXT NOT NULL,            -- JSON: what is compared
    PRIMARY KEY (letter, act),
    FOREIGN KEY (letter, act) REFERENCES commitments (letter, n) ON DELETE CASCADE
) WITHOUT ROWID;

-- Rare words, papers and days by which letters find each other. act is 0 where the letter only asks by that key.
CREATE TABLE link_keys (
    key    TEXT NOT NULL,
    date   TEXT NOT NULL,
    letter TEXT NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    act    INTEGER NOT NULL,
    PRIMARY KEY (key, date, letter, act)
) WITHOUT ROWID;
CREATE INDEX link_keys_by_letter ON link_keys (letter);

-- Letters whose links must be made: new ones, and later ones that share a key with a letter that came or went.
CREATE TABLE link_queue (
    letter TEXT PRIMARY KEY REFERENCES letters (id) ON DELETE CASCADE,
    known  INTEGER NOT NULL           -- 1 where its keys are in link_keys
) WITHOUT ROWID;
INSERT INTO link_queue SELECT id, 0 FROM letters;
CREATE TRIGGER link_queue_letter_added AFTER INSERT ON letters BEGIN
    INSERT OR REPLACE INTO link_queue VALUES (new.id, 0);
END;
CREATE TRIGGER link_queue_letter_gone BEFORE DELETE ON letters BEGIN
    INSERT OR IGNORE INTO link_queue
    SELECT DISTINCT later.letter, 1 FROM link_keys AS gone CROSS JOIN link_keys AS later
    ON later.key = gone.key AND later.date >= gone.date AND later.letter <> gone.letter WHERE gone.letter = old.id;
END;

-- Members that a motion is named after, and dossiers of letters, each findable by an index.
CREATE TABLE citation_names (
    letter   TEXT NOT NULL,
    citation INTEGER NOT NULL,
    name     TEXT NOT NULL COLLATE NOCASE,
    PRIMARY KEY (letter, citation, name),
    FOREIGN KEY (letter, citation) REFERENCES citations (letter, n) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX citation_names_by_name ON citation_names (name);
CREATE TRIGGER citation_names_added AFTER INSERT ON citations WHEN new.kind = 'motie' BEGIN
    INSERT OR IGNORE INTO citation_names SELECT new.letter, new.n, value FROM json_each(new.indieners);
END;
INSERT OR IGNORE INTO citation_names SELECT letter, n, value FROM citations, json_each(indieners) WHERE kind = 'motie';

CREATE TABLE letter_dossiers (
    letter  TEXT NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    dossier TEXT NOT NULL,
    PRIMARY KEY (dossier, letter)
) WITHOUT ROWID;
CREATE INDEX letter_dossiers_by_letter ON letter_dossiers (letter);
CREATE TRIGGER letter_dossiers_added AFTER INSERT ON letters BEGIN
    INSERT OR IGNORE INTO letter_dossiers SELECT new.id, value FROM json_each(new.dossiers);
END;
INSERT OR IGNORE INTO letter_dossiers SELECT letters.id, value FROM letters, json_each(dossiers);

CREATE INDEX commitments_by_actor ON commitments (actor_norm COLLATE NOCASE);
CREATE INDEX letters_by_kenmerk ON letters (lower(replace(kenmerk, ' ', '')));
