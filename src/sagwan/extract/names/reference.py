"""Words that stand for somebody named before: 그, 그녀, 이 회사, 회사 측, 양사, 두 사람.

Resolved where one reading is left, else open with its candidates. A news sentence's pronoun takes up the one person
of the sentence before, or its topic (Centering: Grosz, Joshi and Weinstein 1995). Whom somebody names in his own
words is not whom the text goes on about, nor does he call himself 그 there.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind, Reference
from sagwan.core.reason import Reason
from sagwan.core.span import Span
from sagwan.extract.names.index import NameIndex
from sagwan.extract.names.knowledge import knowledge
from sagwan.korean.quotation import quotations
from sagwan.lexicon.schema.name import Pronoun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sagwan.core.entity import Entity
    from sagwan.extract.names.knowledge import Knowledge
    from sagwan.korean.passage import Passage, Sentence
    from sagwan.lexicon import Lexicon

_REACH = 3
_BEHIND = r"(?=(?:는|은|가|이|를|을|의|도|와|과|에게|에|에서|로서|만)(?![가-힣])| 측| 간| 사이| 모두)"
_NOUNS = frozenset({"NNG", "NNP"})
_TOPIC = re.compile(r"(?:\([^()]*\))?(?: [가-힣A-Z]{1,12})?(?:은|는|이|가)(?![가-힣])")


@cache
def _pronouns(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, Pronoun]]:
    words = {word: p for p in lexicon.all(Pronoun) for word in p.words}
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return re.compile(rf"(?<![\w])(?:{'|'.join(map(re.escape, ordered))}){_BEHIND}"), words


def read_references(passage: Passage, entities: tuple[Entity, ...], lexicon: Lexicon) -> tuple[Reference, ...]:
    """Every such word of the passage in text order, with whom it means or may mean."""
    pattern, words = _pronouns(lexicon)
    chars = passage.text.chars
    scene = _Scene(chars, entities, knowledge(lexicon))
    found = []
    for i, sentence in enumerate(passage.sentences):
        for word in pattern.finditer(chars, sentence.span.start, sentence.span.end):
            if scene.index.at(word.start()) is None:
                span = Span(*word.span())
                found.append(_resolve(span, words[word[0]], passage.sentences[max(0, i - _REACH) : i + 1], scene))
    return tuple(found)


def _resolve(span: Span, pronoun: Pronoun, sentences: Sequence[Sentence], scene: _Scene) -> Reference:
    kind = Kind(pronoun.kind)
    for sentence in reversed(sentences):
        named = [n for n in scene.named(sentence.span, span, kind) if not pronoun.firm or n[1] in scene.firms]
        people = list(dict.fromkeys(e.id for _, e in named))
        aside = len(people) == pronoun.count and all(scene.goes_on(place, e, sentence) for place, e in named)
        if len(people) < pronoun.count or aside:
            continue
        where = Reason("문장", sentence.span)
        if len(people) == pronoun.count:
            return Reference(span, tuple(people), reason=Reason("마지막에 나온 하나", span, parts=(where,)))
        topics = list(dict.fromkeys(e.id for place, e in named if scene.is_topic(place.end)))
        if len(topics) == pronoun.count:
            return Reference(span, tuple(topics), reason=Reason("앞 문장의 주제어", span, parts=(where,)))
        return Reference(span, (), tuple(reversed(people)), Reason("여럿이 맞음", span, parts=(where,)))
    if pronoun.firm and len(scene.firms) == 1 and scene.firms[0].mentions[0].span < span:
        return Reference(span, (scene.firms[0].id,), reason=Reason("글에 하나뿐인 회사", span))
    return Reference(span, (), reason=Reason("가까이 나온 이름 없음", span))


def _is_firm(entity: Entity, known: Knowledge) -> bool:
    """Whether an organisation may be called 회사: no office, party, school or club."""
    one, ending = known.forms.get(entity.name), known.ending_of(entity.name)
    if entity.kind is not Kind.ORG or (one is not None and not one.entry.startswith("known.company")):
        return False
    return one is not None or ending is None or ending[1].common


class _Scene:
    """Who is named where, and in whose words."""

    def __init__(self, chars: str, entities: Sequence[Entity], known: Knowledge) -> None:
        self.index = NameIndex(entities)
        self.firms = [e for e in entities if _is_firm(e, known)]
        self._chars = chars
        self._titles = known.titles
        self._speech = [pair.inner for pair in quotations(chars) if pair.double]

    def is_topic(self, end: int) -> bool:
        """Whether the name that ends here is told of: 박도현 대표는."""
        return _TOPIC.match(self._chars, end) is not None

    def named(self, sentence: Span, pronoun: Span, kind: Kind) -> Iterator[tuple[Span, Entity]]:
        """Every name of the kind that stands before the pronoun on the same side of the quotation marks."""
        within = self._words_around(pronoun)
        for place, entity in self.index.between(sentence.start, min(sentence.end, pronoun.start)):
            around = self._words_around(place)
            other = around is not None and around not in (within, place)
            told = within is not None and around is None and within.start < sentence.end and self.is_topic(place.end)
            if entity.kind is kind and not (other or told):
                yield place, entity

    def goes_on(self, name: Span, entity: Entity, sentence: Sentence) -> bool:
        """Whether the name and its title are but the first words of a longer noun: 김하늘 감독 영화에."""
        behind = takewhile(lambda m: m.tag in _NOUNS, (m for m in sentence.morphemes if m.start >= name.end))
        end = max((m.end for m in behind), default=name.end)
        titled = any(self._chars.endswith(role.title, name.end, end) for role in entity.roles)
        titled = titled or self._chars[name.end : end].strip() in self._titles
        return end > name.end and not titled and not self.is_topic(name.end)

    def _words_around(self, span: Span) -> Span | None:
        """The quotation that the words stand in."""
        return next((words for words in self._speech if words.covers(span)), None)
