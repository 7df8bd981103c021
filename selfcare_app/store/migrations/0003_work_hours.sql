-- Hours are text such as '09:00-13:00,22:00-06:00' or 'off'; an end before its start is on the
-- next day. Instants are whole seconds of UTC since 1970, `…_offset` the zone they were lived
-- in, as minutes east of UTC.

-- What is planned on an ISO weekday from the day `first` on.
CREATE TABLE weekday_hours (
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    first INTEGER NOT NULL CHECK (first BETWEEN 1 AND 3652059),
    hours TEXT NOT NULL,
    modified_at INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    PRIMARY KEY (weekday, first)
) STRICT, WITHOUT ROWID;

-- What is planned on a single day in place of that.
CREATE TABLE day_hours (
    day INTEGER PRIMARY KEY CHECK (day BETWEEN 1 AND 3652059),
    hours TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    modified_at INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

-- What the person said of a work day; lists are JSON.
CREATE TABLE work_log (
    day INTEGER PRIMARY KEY CHECK (day BETWEEN 1 AND 3652059),
    start_at INTEGER,
    start_offset INTEGER,
    end_at INTEGER,
    end_offset INTEGER,
    done_at INTEGER,
    done_offset INTEGER,
    reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons)),
    snoozed TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(snoozed)),
    steps TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(steps)),
    tomorrow TEXT NOT NULL DEFAULT '',
    modified_at INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    CHECK ((start_at IS NULL) = (start_offset IS NULL)),
    CHECK ((end_at IS NULL) = (end_offset IS NULL)),
    CHECK ((done_at IS NULL) = (done_offset IS NULL))
) STRICT;

-- What the computer saw of it: lengths of time alone. `away` is a JSON list of [start, end].
CREATE TABLE activity (
    day INTEGER PRIMARY KEY CHECK (day BETWEEN 1 AND 3652059),
    first_at INTEGER NOT NULL,
    first_offset INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    last_offset INTEGER NOT NULL,
    away TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(away)),
    modified_at INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

-- Reminders that are done with, so that none comes twice.
CREATE TABLE fired (
    day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 3652059),
    name TEXT NOT NULL,
    at INTEGER NOT NULL,
    shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
    modified_at INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    PRIMARY KEY (day, name)
) STRICT, WITHOUT ROWID;

-- Times in session and pauses of reminders.
CREATE TABLE hold (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('session', 'pause')),
    start_at INTEGER NOT NULL,
    start_offset INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    until_offset INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE INDEX hold_by_end ON hold (until_at);

-- What the log itself wrote into a habit; the entry is the person's as soon as it differs.
CREATE TABLE kept_by_log (
    habit_id TEXT NOT NULL REFERENCES habit (id),
    day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 3652059),
    state TEXT NOT NULL CHECK (state IN ('done', 'not_done')),
    modified_at INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    PRIMARY KEY (habit_id, day)
) STRICT, WITHOUT ROWID;
