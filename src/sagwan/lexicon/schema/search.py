"""What is known about words that are searched: syllables that turn a word into its contrary."""

from __future__ import annotations

from sagwan.lexicon.schema.entry import Entry


class Contrary(Entry, frozen=True, kw_only=True):
    """Syllables before a noun that make its contrary, so that the two are one word and another (비급여, 급여).

    `bound`: only as a prefix; else also where the analyser takes the syllable for a word of its own, if the noun
    behind it is an act (미인수; 미대사관 is an embassy). Each of `examples` is a word and what it must not be found
    by, joined by "≠"; of `not_examples` a word and what it is found by, joined by "=".
    """

    forms: tuple[str, ...]
    bound: bool = True
