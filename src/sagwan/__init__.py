"""Sagwan (사관): a ledger of who said, did, paid and sued what, read from Korean news pages.

The way of a page, a room a step:

    page      bytes → a text, its zones, its articles
    korean    an article → sentences, words, morphemes (Kiwi and only here)
    extract   sentences → names, values, statements, events: a Reading
    ledger    readings, kept in SQLite and never changed
    views     answers from the ledger, each a file or a folder of its name
    items     reading items (문항) whose keys the ledger proves
    work      the verbs that carry a page along, and the settings
    cli, web, mcp   what people and programs call

`core` holds the types that all rooms share. `lexicon` holds the knowledge: a verb, a title, an outlet is an entry of
a TOML file in `lexicon/data`, with the sentences that prove it; no code names one.
"""

__version__ = "0.1.0"
