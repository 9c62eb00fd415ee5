"""What a review finds."""

from __future__ import annotations

import msgspec


class Finding(msgspec.Struct, frozen=True):
    """One fault: a stable code, a sentence, and the option (from 0) that it is about, if one.

    `key.*` and `words.*` come from the proof; `clue.*` gives the key away; `overlap.*` repeats; `similar.*` has been
    asked before; `sensitive.*` asks for care.
    """

    code: str
    what: str
    option: int | None = None


class Load(msgspec.Struct, frozen=True):
    """What the item asks of a reader: characters, words a sentence, and the share of long words (five syllables)."""

    chars: int
    words_a_sentence: float
    long_words: float


class Review(msgspec.Struct, frozen=True):
    """What an editor needs to know of an item. `band` is from 1 (easy) to 5, with its reasons."""

    item: str
    findings: tuple[Finding, ...]
    guess: int | None
    load: Load
    band: int
    reasons: tuple[str, ...]

    @property
    def clean(self) -> bool:
        """Nothing found."""
        return not self.findings
