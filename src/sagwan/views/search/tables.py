"""The part of the side file that searching needs: terms, where they stand, and what has been read into it."""

from __future__ import annotations

# Terms stand in the index by their positions alone; `shelved` keeps them with their ranges (JSON, zlib), to show a hit
# and to take an article out again. `_` holds a sign's place in a term (3.6).
_TOKENS = "content = '', tokenize = \"unicode61 remove_diacritics 0 tokenchars '_'\""

SEARCH = (
    "CREATE TABLE searched (key INTEGER PRIMARY KEY)",
    # `ledger`: the state of the ledger that the search has been brought to, as in `version`; NULL on the way there.
    "CREATE TABLE search_version (made_by TEXT NOT NULL, ledger TEXT)",
    """CREATE TABLE shelved (article INTEGER PRIMARY KEY, key INTEGER NOT NULL, head INTEGER NOT NULL,
      terms BLOB NOT NULL)""",
    "CREATE INDEX shelved_by_key ON shelved (key)",
    f"CREATE VIRTUAL TABLE prose USING fts5 (head, body, wholes, {_TOKENS})",
    f"CREATE VIRTUAL TABLE spoken USING fts5 (body, wholes, {_TOKENS})",
)
INDEXED = ("prose", "spoken")
NAMES = ("searched", "search_version", "shelved", *INDEXED)
