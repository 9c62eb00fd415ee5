"""Offices and posts that people hold."""

from __future__ import annotations

from sagwan.lexicon.schema.entry import Entry


class Title(Entry, frozen=True, kw_only=True):
    """A title as it stands beside a name.

    `words`: its spellings. `field`: business, politics, law, science, arts, sport, military, media, religion,
    relation. `bare`: it may stand for its holder without a name ("대통령은"). `after`: it follows a family name
    ("황 CEO"). `before`: it stands before the full name ("배우 한서린").
    """

    words: tuple[str, ...]
    field: str
    bare: bool = False
    after: bool = True
    before: bool = False
