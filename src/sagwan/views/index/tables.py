"""The tables of the side file. It holds nothing that does not follow from the ledger: it can be deleted at any time.

`articles.id` and `sightings.sid` are numbers of this file alone: no answer shows them or is ordered by them.
"""

from __future__ import annotations

# Raised with every change of the tables or of what is written into them.
FORM = 6

# What an article tells, as `pack` packs it: all events, all statements, all sums, and what events say in words alone.
PACKED = ("told_deeds", "told_words", "told_coins", "told_wordings")

RECORDS = (
    """CREATE TABLE readings (key INTEGER PRIMARY KEY, page TEXT NOT NULL, text TEXT NOT NULL)""",
    "CREATE INDEX readings_by_text ON readings (text)",
    # Readings of the ledger whose records do not count: another page tells the same, or a later run read the page.
    "CREATE TABLE passed (key INTEGER PRIMARY KEY)",
    # `names`: a JSON list of the names of its entities, in order, none twice.
    """CREATE TABLE articles (id INTEGER PRIMARY KEY, reading INTEGER NOT NULL, n INTEGER NOT NULL, page TEXT NOT NULL,
      part TEXT NOT NULL, outlet TEXT, headline TEXT, published TEXT, names TEXT NOT NULL, UNIQUE (reading, n))""",
    "CREATE INDEX articles_by_page ON articles (page)",
    "CREATE INDEX articles_by_day ON articles (published)",
    # An entity of one article. `also`: a JSON list of its other names, `posts`: of [title, name of the organisation].
    # `identity`: the `sid` of the sighting of least id among all that show the same one.
    """CREATE TABLE sightings (sid INTEGER PRIMARY KEY, article INTEGER NOT NULL, n INTEGER NOT NULL, id TEXT NOT NULL,
      name TEXT NOT NULL, kind TEXT NOT NULL, also TEXT, posts TEXT, mentions INTEGER NOT NULL, identity INTEGER)""",
    "CREATE INDEX sightings_by_article ON sightings (article)",
    "CREATE INDEX sightings_by_name ON sightings (name)",
    "CREATE INDEX sightings_by_id ON sightings (id)",
    "CREATE INDEX sightings_by_identity ON sightings (identity, article)",
    # The names of those that have several in their article.
    """CREATE TABLE names (name TEXT NOT NULL, sid INTEGER NOT NULL, PRIMARY KEY (name, sid)) WITHOUT ROWID""",
    "CREATE INDEX names_by_sid ON names (sid)",
    # Names whose bearers must be told apart anew; spellings of foreign people by the sounds that all spellings keep.
    "CREATE TABLE touched (name TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE spellings (skeleton TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (skeleton, name)) WITHOUT ROWID",
    "CREATE TABLE variants (one TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID",
    "CREATE INDEX variants_by_other ON variants (other)",
    # `joined`: a JSON list of the rules that made it one.
    """CREATE TABLE identities (identity INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL,
      joined TEXT NOT NULL)""",
    """CREATE TABLE bearers (name TEXT NOT NULL, identity INTEGER NOT NULL, sightings INTEGER NOT NULL,
      PRIMARY KEY (name, identity)) WITHOUT ROWID""",
    "CREATE INDEX bearers_by_identity ON bearers (identity)",
    # Statements by speaker; `echo` is the same for the same words in other marks, `answers`: it answers or takes back.
    """CREATE TABLE words (article INTEGER NOT NULL, n INTEGER NOT NULL, speaker INTEGER, label TEXT,
      stance TEXT NOT NULL, speech TEXT NOT NULL, answers INTEGER NOT NULL, echo INTEGER NOT NULL,
      PRIMARY KEY (article, n)) WITHOUT ROWID""",
    "CREATE INDEX words_by_speaker ON words (speaker)",
    "CREATE INDEX words_by_label ON words (label)",
    "CREATE INDEX words_by_echo ON words (echo)",
    """CREATE TABLE abouts (sid INTEGER NOT NULL, article INTEGER NOT NULL, n INTEGER NOT NULL,
      PRIMARY KEY (sid, article, n)) WITHOUT ROWID""",
    # `who` and `whom`: the identities of actor and target, so that all reports of one act stand together.
    """CREATE TABLE deeds (article INTEGER NOT NULL, n INTEGER NOT NULL, frame TEXT NOT NULL, actor INTEGER,
      target INTEGER, source INTEGER, amount INTEGER, who INTEGER, whom INTEGER, PRIMARY KEY (article, n))
      WITHOUT ROWID""",
    "CREATE INDEX deeds_by_frame ON deeds (frame)",
    "CREATE INDEX deeds_by_act ON deeds (who, whom, frame) WHERE who IS NOT NULL AND whom IS NOT NULL",
    # Who is in an event, in any role.
    """CREATE TABLE parts (sid INTEGER NOT NULL, article INTEGER NOT NULL, n INTEGER NOT NULL,
      PRIMARY KEY (sid, article, n)) WITHOUT ROWID""",
    # Words that fill a role of an event and name no entity.
    """CREATE TABLE wordings (words TEXT NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (words, article))
      WITHOUT ROWID""",
    """CREATE TABLE coins (article INTEGER NOT NULL, n INTEGER NOT NULL, same_as INTEGER,
      PRIMARY KEY (article, n)) WITHOUT ROWID""",
    *(f"CREATE TABLE {table} (article INTEGER PRIMARY KEY, packed BLOB NOT NULL)" for table in PACKED),
)

# By article: what a reading that is gone takes with it.
OF_ARTICLE = ("words", "abouts", "deeds", "parts", "wordings", "coins", "sightings", *PACKED)
