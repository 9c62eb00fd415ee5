"""The lexicon of speech, looked up by the words as they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sagwan.lexicon.schema.cue import Channel, Connector, Cue, SourceWord, SpeechNoun
from sagwan.lexicon.schema.name import Ending
from sagwan.lexicon.schema.outlet import Outlet
from sagwan.lexicon.schema.title import Title

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sagwan.lexicon import Lexicon


_LONGEST = 4  # words that a connector takes
_SUBJECT = ("은", "는", "이", "가")
_SHORT = 2
# Whoever holds a title can speak without a name (국장은).
_TITLED = SourceWord(id="source.titled", words=(), kind="person")
# And whatever is called as an organisation is called (…진흥원은), known by name or not.
_BODY = SourceWord(id="source.ending", words=(), kind="body")


@dataclass(frozen=True, slots=True)
class Book:
    """`verbs`: last stem of a cue → (the noun before it or None, the cue), phrases first. Others by their word.

    `titles`: nouns behind words that something is called by (…라는 제목). `addresses`: words that only address
    whoever is named before them (씨, 군). `hints`: morphemes of a sentence that reports a plan, or that somebody
    said nothing, without any 다고 or 것. `appearing`: verbs that make a channel of whatever stands before them
    with 에 (출연하). `outlets`: names of outlets. `openers`: the first words of connectors. `own`: words for the
    speaker's own house. `turning`: morphemes of words that say that somebody changed position (철회, 바꾸).
    """

    lexicon: Lexicon
    verbs: Mapping[str, tuple[tuple[str | None, Cue], ...]]
    hints: frozenset[str]
    nouns: Mapping[str, SpeechNoun]
    titles: frozenset[str]
    sources: Mapping[str, SourceWord]
    tails: Mapping[str, SourceWord]
    channels: Mapping[str, Channel]
    appearing: frozenset[str]
    outlets: frozenset[str]
    connectors: Mapping[str, Connector]
    openers: frozenset[str]
    addresses: frozenset[str]
    doubtful: tuple[str, ...]
    own: re.Pattern[str]
    turning: frozenset[str]

    def opens(self, words: list[str]) -> tuple[int, Connector | None]:
        """The connector that a sentence of these words begins with, and how many words it takes."""
        if not words or words[0].rstrip(",") not in self.openers:
            return 0, None
        for count in range(min(_LONGEST, len(words)), 0, -1):
            entry = self.connectors.get(" ".join(words[:count]).rstrip(","))
            if entry and words[count : count + 1] not in [[word] for word in entry.unless]:
                return count, entry
        return 0, None

    def answers_behind_subject(self, words: list[str]) -> bool:
        """Whether a sentence says behind its subject that it answers: 한서린 대표는 이에 대해 “…”라고 했다."""
        for at in range(1, len(words)):
            count, entry = self.opens(words[at:]) if words[at - 1].endswith(_SUBJECT) else (0, None)
            if entry is not None and entry.kind == "answers" and count > 1:
                return True
        return False

    def source(self, word: str) -> SourceWord | None:
        """The entry whose word `word` is or ends in; 들 is left out (관계자들은)."""
        bare = word.removesuffix("들") if len(word) > 1 else word
        for word_ in (word, bare) if bare != word else (word,):
            for at in range(len(word_)):
                entry = self.sources.get(word_[at:])
                # One syllable (시, 당, 군) is a word only by itself
                if entry and (at == 0 or len(word_) - at > 1):
                    return entry
        return self.tails.get(bare[-1:]) if len(bare) > _SHORT else None


def _silent(verbs: Mapping[str, list[tuple[str | None, Cue]]]) -> frozenset[str]:
    """The morphemes by which a sentence may say that nothing was said (아끼, 함구, 답)."""
    stems = {stem for stem, entries in verbs.items() for _, cue in entries if cue.way == "withhold" or cue.withheld}
    return frozenset(stems | {stem.removesuffix("하") for stem in stems if stem != "하"})


@cache
def book(lexicon: Lexicon) -> Book:
    """Built once for a state of the lexicon."""
    verbs: dict[str, list[tuple[str | None, Cue]]] = {}
    for cue in lexicon.all(Cue):
        for verb in cue.verbs:
            before, _, stem = verb.rpartition(" ")
            verbs.setdefault(stem, []).append((before or None, cue))
    sources = {
        word: _BODY
        for ending in lexicon.all(Ending)
        if ending.kind == "org" and not (ending.common or ending.part)
        for word in ending.words
    }
    sources |= {word: _TITLED for title in lexicon.all(Title) for word in title.words}
    sources |= {word: source for source in lexicon.all(SourceWord) for word in source.words}
    crowds = {word for source in lexicon.all(SourceWord) if source.kind in ("group", "body") for word in source.words}
    own = [word for source in lexicon.all(SourceWord) if source.kind == "own" for word in source.words]
    for entries in verbs.values():
        entries.sort(key=lambda pair: pair[0] is None)
    return Book(
        lexicon,
        {stem: tuple(entries) for stem, entries in verbs.items()},
        _silent(verbs) | {word for noun in lexicon.all(SpeechNoun) if noun.plans or noun.holds for word in noun.words},
        {word: noun for noun in lexicon.all(SpeechNoun) if not noun.titles for word in noun.words},
        frozenset(word for noun in lexicon.all(SpeechNoun) if noun.titles for word in noun.words),
        sources,
        {tail: source for source in lexicon.all(SourceWord) for tail in source.tails},
        {word: channel for channel in lexicon.all(Channel) for word in channel.words},
        frozenset(verb for channel in lexicon.all(Channel) if not channel.words for verb in channel.acts),
        frozenset(name for outlet in lexicon.all(Outlet) for name in (outlet.name, *outlet.aliases)),
        {word: connector for connector in lexicon.all(Connector) for word in connector.words},
        frozenset(word.split()[0] for connector in lexicon.all(Connector) for word in connector.words),
        frozenset(word for title in lexicon.all(Title) if title.field == "honorific" for word in title.words),
        tuple(sorted({word for title in lexicon.all(Title) if title.head for word in title.words} & crowds)),
        re.compile(rf"(?<![가-힣])(?:{'|'.join(map(re.escape, own))})(?=[은는이가의에도를을와과])"),
        frozenset(
            verb.rpartition(" ")[2].removesuffix("하")
            for cue in lexicon.all(Cue)
            if cue.link == "reverses"
            for verb in cue.verbs
        ),
    )
