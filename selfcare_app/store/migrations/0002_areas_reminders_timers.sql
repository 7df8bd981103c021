-- Practice areas of the person's own; the six of the program have no row.
CREATE TABLE area (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    colour TEXT NOT NULL,
    position INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

-- Times of day at which a habit is brought to mind; `weekdays` has bit 0 for Monday … 6 for Sunday.
CREATE TABLE reminder (
    id TEXT PRIMARY KEY,
    habit_id TEXT NOT NULL REFERENCES habit (id),
    minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
    weekdays INTEGER NOT NULL CHECK (weekdays BETWEEN 1 AND 127),
    modified_at INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

-- One timer a habit: `seconds` were counted before, `started_at` (UTC milliseconds) is set while
-- it runs.
CREATE TABLE timer (
    habit_id TEXT PRIMARY KEY REFERENCES habit (id),
    day INTEGER NOT NULL,
    seconds REAL NOT NULL CHECK (seconds >= 0),
    started_at INTEGER,
    modified_at INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
