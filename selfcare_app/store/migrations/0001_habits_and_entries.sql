-- Days are day numbers: Python's date.toordinal(). To read one as a date in SQLite:
-- date(day + 1721424.5). `modified_at` is UTC milliseconds. Rows are marked as deleted,
-- not removed, so that two copies of a database can be merged, the newest row winning.

CREATE TABLE habit (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    area TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('yes_no', 'measured')),
    schedule TEXT NOT NULL,
    target REAL,
    direction TEXT CHECK (direction IN ('at_least', 'at_most')),
    unit TEXT,
    cue TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    colour TEXT,
    icon TEXT,
    position INTEGER NOT NULL,
    created INTEGER NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    origin TEXT,
    modified_at INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE INDEX habit_by_origin ON habit (origin) WHERE origin IS NOT NULL;

CREATE TABLE entry (
    habit_id TEXT NOT NULL REFERENCES habit (id),
    day INTEGER NOT NULL,
    state TEXT CHECK (state IN ('done', 'not_done', 'rest')),
    value REAL,
    note TEXT NOT NULL DEFAULT '',
    modified_at INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    PRIMARY KEY (habit_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE pause (
    id TEXT PRIMARY KEY,
    habit_id TEXT REFERENCES habit (id),
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    modified_at INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    CHECK (first <= last)
) STRICT;

CREATE TABLE check_in (
    day INTEGER PRIMARY KEY,
    energy INTEGER CHECK (energy BETWEEN 1 AND 5),
    mood INTEGER CHECK (mood BETWEEN 1 AND 5),
    strain INTEGER CHECK (strain BETWEEN 1 AND 5),
    note TEXT NOT NULL DEFAULT '',
    modified_at INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    modified_at INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
