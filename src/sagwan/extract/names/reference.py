"""Words that stand for somebody named before: 그, 그녀, 이 회사, 양사, 두 사람.

Resolved where one reading is left, else open with its candidates. A news sentence's pronoun takes up the one person
of the sentence before, or its topic (Centering: Grosz, Joshi and Weinstein 1995).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind, Reference
from sagwan.core.reason import Reason
from sagwan.core.span import Span
from sagwan.extract.names.index import NameIndex
from sagwan.lexicon.schema.name import Pronoun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sagwan.core.entity import Entity
    from sagwan.korean.passage import Passage, Sentence
    from sagwan.lexicon import Lexicon

_REACH = 3
_BEHIND = r"(?=(?:는|은|가|이|를|을|의|도|와|과|에게|에|에서|로서|만)(?![가-힣])| 측| 간| 사이| 모두)"
_TOPIC = re.compile(r"(?:\([^()]*\))?(?: [가-힣A-Z]{1,12})?(?:은|는|이|가)(?![가-힣])")


@cache
def _pronouns(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, Pronoun]]:
    words = {word: p for p in lexicon.all(Pronoun) for word in p.words}
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return re.compile(rf"(?<![\w])(?:{'|'.join(map(re.escape, ordered))}){_BEHIND}"), words


def read_references(passage: Passage, entities: tuple[Entity, ...], lexicon: Lexicon) -> tuple[Reference, ...]:
    """Every such word of the passage in text order, with whom it means or may mean."""
    pattern, words = _pronouns(lexicon)
    index = NameIndex(entities)
    chars = passage.text.chars
    found = []
    for i, sentence in enumerate(passage.sentences):
        for word in pattern.finditer(chars, sentence.span.start, sentence.span.end):
            if index.at(word.start()) is None:
                span = Span(*word.span())
                found.append(
                    _resolve(span, words[word[0]], passage.sentences[max(0, i - _REACH) : i + 1], index, chars)
                )
    return tuple(found)


def _resolve(span: Span, pronoun: Pronoun, sentences: Sequence[Sentence], index: NameIndex, chars: str) -> Reference:
    kind = Kind(pronoun.kind)
    for sentence in reversed(sentences):
        named = list(_named(sentence, span.start, kind, index))
        people = list(dict.fromkeys(e for _, e in named))
        if len(people) < pronoun.count:
            continue
        where = Reason("문장", sentence.span)
        if len(people) == pronoun.count:
            return Reference(span, tuple(people), reason=Reason("마지막에 나온 하나", span, parts=(where,)))
        topics = list(dict.fromkeys(e for end, e in named if _TOPIC.match(chars, end)))
        if len(topics) == pronoun.count:
            return Reference(span, tuple(topics), reason=Reason("앞 문장의 주제어", span, parts=(where,)))
        return Reference(span, (), tuple(reversed(people)), Reason("여럿이 맞음", span, parts=(where,)))
    return Reference(span, (), reason=Reason("가까이 나온 이름 없음", span))


def _named(sentence: Sentence, before: int, kind: Kind, index: NameIndex) -> Iterator[tuple[int, str]]:
    for place, entity in index.between(sentence.span.start, min(sentence.span.end, before)):
        if entity.kind is kind:
            yield place.end, entity.id
