-- Rulings on the name that an identity is shown under. `entity` is one of its sightings, `name` NULL takes earlier rulings
-- on the same identity back. Of several on one identity the one with the highest `n` holds.
CREATE TABLE namings (
  n       INTEGER NOT NULL PRIMARY KEY,
  entity  TEXT NOT NULL,
  name    TEXT CHECK (name IS NULL OR trim(name) <> ''),
  by      TEXT NOT NULL,
  because TEXT NOT NULL,
  at      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
