"""Offices, posts and occupations that people hold."""

from __future__ import annotations

from sagwan.lexicon.schema.entry import Entry


class Title(Entry, frozen=True, kw_only=True):
    """Titles of one sort, as they stand beside a name.

    `words`: the titles and their spellings. `field`: business, politics, law, science, arts, sport, military,
    media, religion, relation, honorific. `bare`: each may stand for its holder without a name ("대통령은").
    `after`: it follows a name or a family name ("황 CEO"). `before`: it stands before a full name ("배우 한서린").
    `head`: it also ends longer titles ("경영지원본부장"). `role`: it is a post, not a form of address (씨, 여사).
    `realm`: it is held in a country, so that an unknown word before it is the holder's name and no organisation's
    ("도미르 칸 총리").
    `proof`: a sentence with `{word}` in it that is read for every word, marks and all.
    """

    words: tuple[str, ...]
    field: str
    bare: bool = False
    after: bool = True
    before: bool = False
    head: bool = False
    role: bool = True
    realm: bool = False
    proof: str | None = None
