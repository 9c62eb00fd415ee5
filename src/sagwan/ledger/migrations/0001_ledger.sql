-- The ledger. Rows are added and never changed; every table gets its guards from guard.py.
--
-- STRICT: a column holds the type it says. WITHOUT ROWID: a blob handle writes into a rowid table past all triggers,
-- and REPLACE may name a rowid; these tables have neither.
-- `start` and `stop` are code points of the reading's text, half-open (`end` is a word of SQL); `quote` is what stands
-- there, compared by the guard. Numbers of values are exact decimals written out, so TEXT.
-- `reading` is a key that follows from page and run (keys.py): no order of arrival is in it.

CREATE TABLE migrations (
  n    INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What reads: a reading names the program, the knowledge and the models that made it. `n`: in order of first use.
CREATE TABLE runs (
  key     INTEGER NOT NULL PRIMARY KEY,
  n       INTEGER NOT NULL,
  version TEXT NOT NULL,
  lexicon TEXT NOT NULL,
  models  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Bytes as received (zlib), named by their SHA-256, and each place they came from.
CREATE TABLE pages (
  id    TEXT NOT NULL PRIMARY KEY,
  size  INTEGER NOT NULL,
  bytes BLOB
) STRICT, WITHOUT ROWID;

CREATE TABLE sources (
  page   TEXT NOT NULL REFERENCES pages,
  source TEXT NOT NULL,
  PRIMARY KEY (page, source)
) STRICT, WITHOUT ROWID;

-- What was not taken in, and why. `page` is '' where no bytes could be had.
CREATE TABLE refusals (
  source TEXT NOT NULL,
  page   TEXT NOT NULL,
  code   TEXT NOT NULL,
  what   TEXT NOT NULL,
  place  TEXT NOT NULL,
  repair TEXT,
  PRIMARY KEY (source, page, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE texts (
  id    TEXT NOT NULL PRIMARY KEY,
  chars TEXT
) STRICT, WITHOUT ROWID;

-- A takedown: the words of this text are gone or may go; ids, ranges and this line stay. `at`: ISO 8601.
CREATE TABLE withdrawals (
  text    TEXT NOT NULL PRIMARY KEY REFERENCES texts,
  at      TEXT NOT NULL,
  because TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One page as one run reads it. Its rows come first, its seal last; nothing is added to a sealed reading.
CREATE TABLE readings (
  key            INTEGER NOT NULL PRIMARY KEY,
  page           TEXT NOT NULL REFERENCES pages,
  run            INTEGER NOT NULL REFERENCES runs,
  text           TEXT NOT NULL REFERENCES texts,
  outlet         TEXT,
  section        TEXT,
  seen           TEXT,
  related_count  INTEGER,
  weather_source TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX readings_of_page ON readings (page);
CREATE INDEX readings_of_text ON readings (text);

CREATE TABLE seals (
  reading INTEGER NOT NULL PRIMARY KEY REFERENCES readings,
  digest  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE blocks (
  reading INTEGER NOT NULL REFERENCES readings,
  n       INTEGER NOT NULL,
  zone    TEXT NOT NULL,
  start   INTEGER NOT NULL,
  stop    INTEGER NOT NULL CHECK (0 <= start AND start < stop),
  PRIMARY KEY (reading, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE weather (
  reading INTEGER NOT NULL REFERENCES readings,
  n       INTEGER NOT NULL,
  station TEXT NOT NULL,
  sky     TEXT NOT NULL,
  temp_c  TEXT NOT NULL,
  start   INTEGER NOT NULL,
  stop    INTEGER NOT NULL CHECK (0 <= start AND start < stop),
  quote   TEXT,
  PRIMARY KEY (reading, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE articles (
  reading         INTEGER NOT NULL REFERENCES readings,
  n               INTEGER NOT NULL,
  part            TEXT NOT NULL,
  outlet          TEXT,
  section         TEXT,
  truncated       INTEGER NOT NULL CHECK (truncated IN (0, 1)),
  headline_start  INTEGER,
  headline_stop   INTEGER,
  headline_quote  TEXT,
  published       TEXT,
  basis           TEXT,
  clock           TEXT,
  published_start INTEGER,
  published_stop  INTEGER,
  published_quote TEXT,
  PRIMARY KEY (reading, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE bylines (
  reading INTEGER NOT NULL REFERENCES readings,
  article INTEGER NOT NULL,
  n       INTEGER NOT NULL,
  name    TEXT,
  start   INTEGER NOT NULL,
  stop    INTEGER NOT NULL CHECK (0 <= start AND start < stop),
  quote   TEXT,
  PRIMARY KEY (reading, article, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE paragraphs (
  reading INTEGER NOT NULL REFERENCES readings,
  article INTEGER NOT NULL,
  n       INTEGER NOT NULL,
  start   INTEGER NOT NULL,
  stop    INTEGER NOT NULL CHECK (0 <= start AND start < stop),
  PRIMARY KEY (reading, article, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE entities (
  reading INTEGER NOT NULL REFERENCES readings,
  article INTEGER NOT NULL,
  n       INTEGER NOT NULL,
  id      TEXT NOT NULL,
  name    TEXT,
  kind    TEXT NOT NULL,
  PRIMARY KEY (reading, article, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX entities_by_id ON entities (id);
CREATE INDEX entities_by_name ON entities (name);

CREATE TABLE aliases (
  reading INTEGER NOT NULL REFERENCES readings,
  article INTEGER NOT NULL,
  entity  INTEGER NOT NULL,
  n       INTEGER NOT NULL,
  name    TEXT,
  PRIMARY KEY (reading, article, entity, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX aliases_by_name ON aliases (name);

CREATE TABLE mentions (
  reading    INTEGER NOT NULL REFERENCES readings,
  article    INTEGER NOT NULL,
  entity     INTEGER NOT NULL,
  n          INTEGER NOT NULL,
  start      INTEGER NOT NULL,
  stop       INTEGER NOT NULL CHECK (0 <= start AND start < stop),
  quote      TEXT,
  by         TEXT NOT NULL,
  confidence REAL,
  form       TEXT NOT NULL,
  PRIMARY KEY (reading, article, entity, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE roles (
  reading INTEGER NOT NULL REFERENCES readings,
  article INTEGER NOT NULL,
  entity  INTEGER NOT NULL,
  n       INTEGER NOT NULL,
  title   TEXT,
  org     TEXT,
  sense   TEXT,
  start   INTEGER NOT NULL,
  stop    INTEGER NOT NULL CHECK (0 <= start AND start < stop),
  quote   TEXT,
  PRIMARY KEY (reading, article, entity, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
  reading       INTEGER NOT NULL REFERENCES readings,
  article       INTEGER NOT NULL,
  n             INTEGER NOT NULL,
  id            TEXT NOT NULL,
  speech        TEXT NOT NULL,
  speaker       TEXT,
  label         TEXT,
  cue           TEXT,
  stance        TEXT NOT NULL,
  found         TEXT,
  behalf        TEXT,
  addressee     TEXT,
  channel       TEXT,
  time          INTEGER,
  responds_to   TEXT,
  repeats       TEXT,
  reverses      TEXT,
  start         INTEGER NOT NULL,
  stop          INTEGER NOT NULL CHECK (0 <= start AND start < stop),
  quote         TEXT,
  cue_start     INTEGER,
  cue_stop      INTEGER,
  cue_quote     TEXT,
  channel_start INTEGER,
  channel_stop  INTEGER,
  channel_quote TEXT,
  PRIMARY KEY (reading, article, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX statements_by_id ON statements (id);
CREATE INDEX statements_by_speaker ON statements (speaker);

CREATE TABLE abouts (
  reading   INTEGER NOT NULL REFERENCES readings,
  article   INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  n         INTEGER NOT NULL,
  entity    TEXT NOT NULL,
  PRIMARY KEY (reading, article, statement, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE candidates (
  reading   INTEGER NOT NULL REFERENCES readings,
  article   INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  n         INTEGER NOT NULL,
  entity    TEXT NOT NULL,
  PRIMARY KEY (reading, article, statement, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE money (
  reading   INTEGER NOT NULL REFERENCES readings,
  article   INTEGER NOT NULL,
  n         INTEGER NOT NULL,
  value     TEXT,
  low       TEXT,
  high      TEXT,
  low_open  INTEGER NOT NULL CHECK (low_open IN (0, 1)),
  high_open INTEGER NOT NULL CHECK (high_open IN (0, 1)),
  approx    INTEGER NOT NULL CHECK (approx IN (0, 1)),
  currency  TEXT,
  implied   INTEGER NOT NULL CHECK (implied IN (0, 1)),
  per       TEXT,
  same_as   INTEGER,
  start     INTEGER NOT NULL,
  stop      INTEGER NOT NULL CHECK (0 <= start AND start < stop),
  quote     TEXT,
  PRIMARY KEY (reading, article, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE shares (
  reading    INTEGER NOT NULL REFERENCES readings,
  article    INTEGER NOT NULL,
  n          INTEGER NOT NULL,
  value      TEXT,
  low        TEXT,
  high       TEXT,
  low_open   INTEGER NOT NULL CHECK (low_open IN (0, 1)),
  high_open  INTEGER NOT NULL CHECK (high_open IN (0, 1)),
  approx     INTEGER NOT NULL CHECK (approx IN (0, 1)),
  unit       TEXT NOT NULL,
  direction  TEXT,
  start      INTEGER NOT NULL,
  stop       INTEGER NOT NULL CHECK (0 <= start AND start < stop),
  quote      TEXT,
  base_start INTEGER,
  base_stop  INTEGER,
  base_quote TEXT,
  PRIMARY KEY (reading, article, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE counts (
  reading   INTEGER NOT NULL REFERENCES readings,
  article   INTEGER NOT NULL,
  n         INTEGER NOT NULL,
  value     TEXT,
  low       TEXT,
  high      TEXT,
  low_open  INTEGER NOT NULL CHECK (low_open IN (0, 1)),
  high_open INTEGER NOT NULL CHECK (high_open IN (0, 1)),
  approx    INTEGER NOT NULL CHECK (approx IN (0, 1)),
  unit      TEXT NOT NULL,
  kind      TEXT NOT NULL,
  start     INTEGER NOT NULL,
  stop      INTEGER NOT NULL CHECK (0 <= start AND start < stop),
  quote     TEXT,
  PRIMARY KEY (reading, article, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE times (
  reading INTEGER NOT NULL REFERENCES readings,
  article INTEGER NOT NULL,
  n       INTEGER NOT NULL,
  type    TEXT NOT NULL,
  value   TEXT,
  low     TEXT,
  high    TEXT,
  known   TEXT,
  unknown TEXT,
  mods    TEXT NOT NULL CHECK (json_valid(mods)),
  part_of INTEGER,
  start   INTEGER NOT NULL,
  stop    INTEGER NOT NULL CHECK (0 <= start AND start < stop),
  quote   TEXT,
  PRIMARY KEY (reading, article, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  reading   INTEGER NOT NULL REFERENCES readings,
  article   INTEGER NOT NULL,
  n         INTEGER NOT NULL,
  id        TEXT NOT NULL,
  frame     TEXT NOT NULL,
  action    TEXT NOT NULL,
  status    TEXT NOT NULL,
  negated   INTEGER NOT NULL CHECK (negated IN (0, 1)),
  actor     TEXT,
  target    TEXT,
  amount    INTEGER,
  time      INTEGER,
  source    TEXT,
  statement TEXT,
  same_as   TEXT,
  start     INTEGER NOT NULL,
  stop      INTEGER NOT NULL CHECK (0 <= start AND start < stop),
  quote     TEXT,
  PRIMARY KEY (reading, article, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX events_by_id ON events (id);
CREATE INDEX events_by_actor ON events (actor);
CREATE INDEX events_by_target ON events (target);

CREATE TABLE arguments (
  reading INTEGER NOT NULL REFERENCES readings,
  article INTEGER NOT NULL,
  event   INTEGER NOT NULL,
  n       INTEGER NOT NULL,
  role    TEXT NOT NULL,
  entity  TEXT,
  found   TEXT NOT NULL,
  start   INTEGER NOT NULL,
  stop    INTEGER NOT NULL CHECK (0 <= start AND start < stop),
  quote   TEXT,
  PRIMARY KEY (reading, article, event, n)
) STRICT, WITHOUT ROWID;

-- How the records of one kind in one article were found, as JSON: a row a step, [record, part, depth, rule, note, start,
-- stop]. `record` is the record's `n` in its table, `part` the role's `n` where a role is meant, else 0; steps stand in
-- reading order, `depth` telling what stands below what. One row for all, since they are only ever read together.
CREATE TABLE reasons (
  reading INTEGER NOT NULL REFERENCES readings,
  article INTEGER NOT NULL,
  kind    TEXT NOT NULL,
  steps   TEXT CHECK (steps IS NULL OR json_valid(steps)),
  PRIMARY KEY (reading, article, kind)
) STRICT, WITHOUT ROWID;

-- Rulings that two entities are, or are not, the same. Of two on the same pair the one with the higher `n` holds.
CREATE TABLE judgements (
  n       INTEGER NOT NULL PRIMARY KEY,
  left    TEXT NOT NULL,
  right   TEXT NOT NULL,
  same    INTEGER NOT NULL CHECK (same IN (0, 1)),
  by      TEXT NOT NULL,
  because TEXT NOT NULL,
  at      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The reading of each page by the run that came last: what views look at.
CREATE VIEW current AS
  SELECT r.* FROM readings r JOIN runs u ON u.key = r.run
  WHERE NOT EXISTS (
    SELECT 1 FROM readings later JOIN runs v ON v.key = later.run WHERE later.page = r.page AND v.n > u.n
  );
