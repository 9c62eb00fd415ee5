"""The lexicon of speech, looked up by the words as they stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sagwan.lexicon.schema.cue import Channel, Connector, Cue, SourceWord, SpeechNoun
from sagwan.lexicon.schema.title import Title

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sagwan.lexicon import Lexicon


# Whoever holds a title can speak without a name (국장은).
_TITLED = SourceWord(id="source.titled", words=(), kind="person")


@dataclass(frozen=True, slots=True)
class Book:
    """`verbs`: last stem of a cue → (the noun before it or None, the cue), phrases first. Others by their word."""

    lexicon: Lexicon
    verbs: Mapping[str, tuple[tuple[str | None, Cue], ...]]
    nouns: Mapping[str, SpeechNoun]
    sources: Mapping[str, SourceWord]
    channels: Mapping[str, Channel]
    connectors: Mapping[str, Connector]

    def source(self, word: str) -> SourceWord | None:
        """The entry whose word `word` is or ends in; 들 is left out (관계자들은)."""
        bare = word.removesuffix("들") if len(word) > 1 else word
        for word_ in (word, bare):
            for at in range(len(word_)):
                entry = self.sources.get(word_[at:])
                # One syllable (시, 당, 군) is a word only by itself
                if entry and (at == 0 or len(word_) - at > 1):
                    return entry
        return None


@cache
def book(lexicon: Lexicon) -> Book:
    """Built once for a state of the lexicon."""
    verbs: dict[str, list[tuple[str | None, Cue]]] = {}
    for cue in lexicon.all(Cue):
        for verb in cue.verbs:
            before, _, stem = verb.rpartition(" ")
            verbs.setdefault(stem, []).append((before or None, cue))
    sources = {word: _TITLED for title in lexicon.all(Title) for word in title.words}
    sources |= {word: source for source in lexicon.all(SourceWord) for word in source.words}
    for entries in verbs.values():
        entries.sort(key=lambda pair: pair[0] is None)
    return Book(
        lexicon,
        {stem: tuple(entries) for stem, entries in verbs.items()},
        {word: noun for noun in lexicon.all(SpeechNoun) for word in noun.words},
        sources,
        {word: channel for channel in lexicon.all(Channel) for word in channel.words},
        {word: connector for connector in lexicon.all(Connector) for word in connector.words},
    )
