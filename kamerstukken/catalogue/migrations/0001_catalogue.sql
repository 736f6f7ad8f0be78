-- The catalogue as the services tell it: one table an entity, keyed by the service's GUID, relations apart.
-- Stand-in keys ('zaak:2025Z01234') are of dumps without GUIDs.
CREATE TABLE dossiers (
    guid       TEXT PRIMARY KEY,
    nummer     INTEGER NOT NULL,
    toevoeging TEXT,
    titel      TEXT,
    afgesloten INTEGER
) WITHOUT ROWID;
CREATE INDEX dossiers_by_number ON dossiers (nummer, toevoeging);

CREATE TABLE zaken (
    guid         TEXT PRIMARY KEY,
    nummer       TEXT NOT NULL,
    soort        TEXT,
    titel        TEXT,
    onderwerp    TEXT,
    gestart      TEXT,
    vergaderjaar TEXT,
    volgnummer   INTEGER,
    afgedaan     INTEGER,
    appreciatie  TEXT
) WITHOUT ROWID;
CREATE INDEX zaken_by_number ON zaken (nummer);
CREATE TABLE zaak_dossiers (zaak TEXT NOT NULL, dossier TEXT NOT NULL, PRIMARY KEY (zaak, dossier)) WITHOUT ROWID;
CREATE INDEX zaak_dossiers_by_dossier ON zaak_dossiers (dossier);
CREATE TABLE zaak_vervangingen (zaak TEXT NOT NULL, door TEXT NOT NULL, PRIMARY KEY (zaak, door)) WITHOUT ROWID;
CREATE INDEX zaak_vervangingen_by_door ON zaak_vervangingen (door);

CREATE TABLE indieners (
    guid    TEXT PRIMARY KEY,
    zaak    TEXT,
    naam    TEXT,
    fractie TEXT,
    relatie TEXT,
    persoon TEXT
) WITHOUT ROWID;
CREATE INDEX indieners_by_zaak ON indieners (zaak);

CREATE TABLE stukken (
    guid       TEXT PRIMARY KEY,
    nummer     TEXT,
    soort      TEXT,
    titel      TEXT,
    onderwerp  TEXT,
    datum      TEXT,
    volgnummer INTEGER,
    kamer      INTEGER
) WITHOUT ROWID;
CREATE INDEX stukken_by_number ON stukken (nummer);
CREATE TABLE stuk_zaken (stuk TEXT NOT NULL, zaak TEXT NOT NULL, PRIMARY KEY (stuk, zaak)) WITHOUT ROWID;
CREATE INDEX stuk_zaken_by_zaak ON stuk_zaken (zaak);
CREATE TABLE stuk_dossiers (stuk TEXT NOT NULL, dossier TEXT NOT NULL, PRIMARY KEY (stuk, dossier)) WITHOUT ROWID;
CREATE INDEX stuk_dossiers_by_dossier ON stuk_dossiers (dossier);

CREATE TABLE besluiten (
    guid      TEXT PRIMARY KEY,
    soort     TEXT,
    tekst     TEXT,
    status    TEXT,
    gewijzigd TEXT
) WITHOUT ROWID;
CREATE TABLE besluit_zaken (besluit TEXT NOT NULL, zaak TEXT NOT NULL, PRIMARY KEY (besluit, zaak)) WITHOUT ROWID;
CREATE INDEX besluit_zaken_by_zaak ON besluit_zaken (zaak);

CREATE TABLE personen (
    guid          TEXT PRIMARY KEY,
    achternaam    TEXT,
    tussenvoegsel TEXT,
    initialen     TEXT,
    roepnaam      TEXT,
    functie       TEXT
) WITHOUT ROWID;

CREATE TABLE loopbanen (
    guid         TEXT PRIMARY KEY,
    persoon      TEXT,
    functie      TEXT,
    werkgever    TEXT,
    omschrijving TEXT,
    van          TEXT,
    tot          TEXT
) WITHOUT ROWID;

CREATE TABLE toezeggingen (
    guid       TEXT PRIMARY KEY,
    nummer     TEXT,
    activiteit TEXT,
    naam       TEXT,
    functie    TEXT,
    ministerie TEXT,
    status     TEXT,
    aangemaakt TEXT,
    termijn    TEXT,
    tekst      TEXT
) WITHOUT ROWID;
CREATE INDEX toezeggingen_by_number ON toezeggingen (nummer);
CREATE TABLE toezegging_brieven (toezegging TEXT NOT NULL, brief TEXT NOT NULL, PRIMARY KEY (toezegging, brief)) WITHOUT ROWID;

CREATE TABLE dicta (
    guid   TEXT PRIMARY KEY,   -- 'kst-34843-30'
    dictum TEXT
) WITHOUT ROWID;

-- Stand-in keys of dumps, and the service's keys that they stand for.
CREATE TABLE keys (
    stand_in TEXT PRIMARY KEY,
    guid     TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX keys_by_guid ON keys (guid);

-- Members by whom a motie is known, as titles write them: 'Kröger', 'Van Nispen'. Filled with the zaken.
CREATE TABLE motie_leden (
    zaak TEXT NOT NULL REFERENCES zaken (guid) ON DELETE CASCADE,
    n    INTEGER NOT NULL,
    naam TEXT NOT NULL,
    PRIMARY KEY (zaak, n)
) WITHOUT ROWID;

-- How far each source has been read: its own mark (a skiptoken, a moment), kept in the transaction of the rows.
CREATE TABLE marks (
    source TEXT PRIMARY KEY,
    mark   TEXT NOT NULL
) WITHOUT ROWID;

-- A motie with its Kamerstuk: the number of its document, else that of the zaak (the same in 7,969 of 7,985 that were compared,
-- -1 in the others). A zaak without a dossier is still there, under its zaaknummer.
CREATE VIEW moties AS
SELECT
    CASE WHEN max(coalesce(s.volgnummer, -1), coalesce(z.volgnummer, -1)) > 0 AND d.nummer IS NOT NULL
         THEN 'kst-' || d.nummer || coalesce('-' || nullif(d.toevoeging, ''), '') || '-'
              || iif(s.volgnummer > 0, s.volgnummer, z.volgnummer)
         ELSE z.nummer END                        AS id,
    z.guid                                        AS zaak,
    z.nummer                                      AS zaaknummer,
    d.nummer || coalesce('-' || nullif(d.toevoeging, ''), '') AS dossier,
    iif(s.volgnummer > 0, s.volgnummer, nullif(z.volgnummer, -1)) AS nummer,
    coalesce(s.onderwerp, z.onderwerp, '')        AS titel,
    d.titel                                       AS dossiertitel,
    coalesce(z.gestart, s.datum)                  AS datum,
    z.appreciatie                                 AS appreciatie,
    z.afgedaan                                    AS afgedaan,
    (SELECT b.soort FROM besluit_zaken bz JOIN besluiten b ON b.guid = bz.besluit
      WHERE bz.zaak = z.guid AND b.soort LIKE 'Stemmen - %' ORDER BY b.gewijzigd DESC, b.guid LIMIT 1) AS uitslag
FROM zaken z
LEFT JOIN stukken s ON s.guid = (
    SELECT sz.stuk FROM stuk_zaken sz JOIN stukken m ON m.guid = sz.stuk
    WHERE sz.zaak = z.guid AND m.soort LIKE 'Motie%' ORDER BY m.volgnummer DESC, m.guid LIMIT 1)
LEFT JOIN dossiers d ON d.guid = coalesce(
    (SELECT sd.dossier FROM stuk_dossiers sd JOIN dossiers x ON x.guid = sd.dossier WHERE sd.stuk = s.guid ORDER BY x.nummer, x.guid LIMIT 1),
    (SELECT zd.dossier FROM zaak_dossiers zd JOIN dossiers x ON x.guid = zd.dossier WHERE zd.zaak = z.guid ORDER BY x.nummer, x.guid LIMIT 1))
WHERE z.soort LIKE 'Motie%';

-- Ministers and staatssecretarissen, with office and period.
CREATE VIEW bewindspersonen AS
SELECT p.guid AS persoon, p.initialen, p.tussenvoegsel, p.achternaam, p.roepnaam, l.functie, l.werkgever, l.van, l.tot
FROM loopbanen l JOIN personen p ON p.guid = l.persoon
WHERE l.functie LIKE '%inister%' OR l.functie LIKE '%taatssecretaris%';
