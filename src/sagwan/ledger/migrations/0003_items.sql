-- The bank of items (문항). An item is never changed: a new version is a new item that names the one it replaces.
--
-- `reading` is what the item was made from; a takedown of its text empties `body` with the other words of that text.
-- `body` is the item with its proof as JSON. `by` wrote it, `because` says what for or what changed; `at`: ISO 8601.
CREATE TABLE items (
  id       TEXT NOT NULL PRIMARY KEY,
  reading  INTEGER NOT NULL REFERENCES readings,
  n        INTEGER NOT NULL,
  form     TEXT NOT NULL,
  body     TEXT CHECK (body IS NULL OR json_valid(body)),
  replaces TEXT REFERENCES items,
  by       TEXT NOT NULL,
  because  TEXT NOT NULL,
  at       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX items_of_reading ON items (reading);

-- What reviewers say of an item; the one with the highest `n` holds. `state`: accepted, returned, rejected, retired.
CREATE TABLE item_states (
  n       INTEGER NOT NULL PRIMARY KEY,
  item    TEXT NOT NULL REFERENCES items,
  state   TEXT NOT NULL,
  by      TEXT NOT NULL,
  because TEXT NOT NULL,
  at      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX item_states_of_item ON item_states (item);

-- How hard an item is, from 1 to 5, and why. `basis`: `words` (from item and text) or `answers` (from responses).
CREATE TABLE item_bands (
  n       INTEGER NOT NULL PRIMARY KEY,
  item    TEXT NOT NULL REFERENCES items,
  band    INTEGER NOT NULL CHECK (band BETWEEN 1 AND 5),
  basis   TEXT NOT NULL,
  because TEXT NOT NULL,
  at      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX item_bands_of_item ON item_bands (item)
