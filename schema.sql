-- The whole schema of a new database, version 4 (PRAGMA user_version). Migrations in src/store/migrations.rs bring an older
-- database to the same. The journal is the truth; every other table but `work` can be made anew from it by `snowparty rebuild`.

CREATE TABLE party (
    code        TEXT PRIMARY KEY,
    name        TEXT NOT NULL,
    lang        TEXT NOT NULL,
    opened_at   TEXT NOT NULL,              -- RFC 3339, UTC
    ended_at    TEXT,
    beside      INTEGER NOT NULL DEFAULT 0  -- 1: it stands beside the evening's party, such as a wall that stays for weeks
) STRICT;

-- One row a batch of events, or several small ones put together. format 0: body is a JSON array of records {at, event}, as version 1
-- wrote it. format 1: records one after the other, see src/party/journal.rs.
CREATE TABLE journal (
    party       TEXT NOT NULL,
    last_seq    INTEGER NOT NULL,           -- position of the batch's last event, from 1
    n           INTEGER NOT NULL,           -- events in the row
    at_ms       INTEGER NOT NULL,           -- party time of the last event
    format      INTEGER NOT NULL,
    body        BLOB NOT NULL,
    crc         INTEGER,                    -- CRC-32 of the row, see src/store/journal.rs; NULL: written before version 4
    PRIMARY KEY (party, last_seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    party       TEXT NOT NULL,
    id          INTEGER NOT NULL,
    game        TEXT NOT NULL,
    status      TEXT NOT NULL CHECK (status IN ('pending', 'active', 'finished')),
    settings    TEXT NOT NULL,              -- JSON
    started_at  TEXT,
    ended_at    TEXT,
    PRIMARY KEY (party, id)
) STRICT, WITHOUT ROWID;

-- Who holds seats over many evenings: a phone, known by the hash of its device_uuid.
CREATE TABLE person (
    device_hash TEXT PRIMARY KEY,
    name        TEXT NOT NULL,              -- the latest
    seen_at     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE seat (
    party       TEXT NOT NULL,
    id          INTEGER NOT NULL,
    person      TEXT NOT NULL REFERENCES person (device_hash),
    name        TEXT NOT NULL,
    avatar      TEXT NOT NULL,
    color       INTEGER NOT NULL,
    token_hash  TEXT NOT NULL UNIQUE,
    joined_at   TEXT NOT NULL,
    removed     INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (party, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE progress (
    party         TEXT NOT NULL,
    session       INTEGER NOT NULL,
    seat          INTEGER NOT NULL,
    level         TEXT NOT NULL,
    status        TEXT NOT NULL,
    score         INTEGER NOT NULL,
    time_spent_ms INTEGER NOT NULL,
    details       TEXT NOT NULL,            -- JSON
    PRIMARY KEY (party, session, seat, level)
) STRICT, WITHOUT ROWID;

CREATE TABLE result (
    party       TEXT NOT NULL,
    session     INTEGER NOT NULL,
    seat        INTEGER NOT NULL,
    place       INTEGER NOT NULL,
    score       INTEGER NOT NULL,
    PRIMARY KEY (party, session, seat)
) STRICT, WITHOUT ROWID;

-- What guests tell the host.
CREATE TABLE feedback (
    party       TEXT NOT NULL,
    id          INTEGER NOT NULL,           -- position of the event
    seat        INTEGER NOT NULL,
    stars       INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
    text        TEXT NOT NULL,
    at          TEXT NOT NULL,              -- RFC 3339, UTC
    PRIMARY KEY (party, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE board_snapshot (
    party       TEXT NOT NULL,
    session     INTEGER NOT NULL,
    seq         INTEGER NOT NULL,           -- of the event that it follows
    payload     TEXT NOT NULL,              -- JSON: the rows of leaderboard.update
    PRIMARY KEY (party, session, seq)
) STRICT, WITHOUT ROWID;

-- What was brought into the house for a game, such as a campaign's story, and what a run is pinned to. Beside the journal, this is the
-- only truth: it cannot be made anew.
CREATE TABLE work (
    game        TEXT NOT NULL,
    hash        TEXT NOT NULL,              -- of the body, as the game takes it
    name        TEXT NOT NULL,
    language    TEXT NOT NULL,
    about       TEXT NOT NULL,              -- JSON, for whoever chooses
    body        BLOB NOT NULL,
    brought_at  TEXT,                       -- RFC 3339, UTC; NULL: it is here only because a run is pinned to it
    PRIMARY KEY (game, hash)
) STRICT, WITHOUT ROWID;

-- A run that can be continued on another evening: how it stood at its last step of each session.
CREATE TABLE saved (
    party       TEXT NOT NULL,
    session     INTEGER NOT NULL,
    game        TEXT NOT NULL,
    run         TEXT NOT NULL,
    about       TEXT NOT NULL,              -- JSON, for whoever chooses
    body        BLOB NOT NULL,
    PRIMARY KEY (party, session, run)
) STRICT, WITHOUT ROWID;
