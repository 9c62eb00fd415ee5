"""Verbs and nouns that report speech."""

from __future__ import annotations

from sagwan.lexicon.schema.entry import Entry


class Cue(Entry, frozen=True, kw_only=True):
    """A reporting verb (dictionary stem without 다: 밝히) or phrase, what the speaker does by it, and whether it
    presupposes that the content is true (`factive`).
    """

    verbs: tuple[str, ...]
    stance: str
    factive: bool = False
