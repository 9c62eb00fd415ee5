"""Whether the text bears a statement's speaker out, by morphemes and apart from the record's own reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.korean.quotation import quotations
from sagwan.korean.sentence import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sagwan.core.entity import Entity
    from sagwan.core.reading import Reading, Records
    from sagwan.core.span import Span
    from sagwan.core.statement import Statement
    from sagwan.korean.kiwi import Analyser, Morpheme

_PRONOUNS = frozenset({"그", "그녀"})
_TOPICS = frozenset({"은", "는", "이", "가", "께서", "도", "ᆫ"})
_BESIDE = 20  # characters between a name and its title: an organisation stands there
_NOMINAL = ("NN", "NP", "NR", "SL", "SN", "SH", "XSN", "XPN", "XR", "SO", "SP", "SW", "SSO", "SSC", "W_", "MM")


@dataclass
class Witness:
    """One article, its sentences analysed as they are needed."""

    reading: Reading
    records: Records
    analyser: Analyser
    sentences: list[Span] = field(default_factory=list)
    _morphemes: dict[Span, tuple[Morpheme, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        chars = self.reading.layout.text.chars
        self.sentences = [s for body in self.records.article.body for s in sentences(chars, body.start, body.end)]

    def speaker(self, statement: Statement) -> str | None:
        """The key of the one who speaks, an entity's id or the words for him; None where the text leaves a doubt."""
        sentence = next((s for s in self.sentences if s.covers(statement.span)), None)
        if sentence is None or statement.candidates:
            return None
        if line := self._of_line(statement):
            return line
        subject = self._subject(sentence, statement.span.start)
        if not subject:
            return None
        words = self.reading.layout.text.chars[subject[0].start : subject[-1].end]
        if words in _PRONOUNS:
            return self._before(sentence, statement)
        if statement.speaker is None:
            return statement.label if statement.label and words == statement.label else None
        entity = next((e for e in self.records.entities if e.id == statement.speaker), None)
        return entity.id if entity and self._is(entity, subject, words) else None

    def beside(self, statement: Statement, names: Iterable[str]) -> bool:
        """Whether one of the names stands in the statement's sentence, outside what is said and all quotation marks: he
        may have passed it on, or said it too.
        """
        sentence = next((s for s in self.sentences if s.covers(statement.span)), None)
        if sentence is None:
            return False
        text = self.reading.layout.text
        said = [statement.span, *(q.inner for q in quotations(text.chars, sentence.start, sentence.end))]
        rest = "".join(
            "\0" if any(span.start <= n < span.end for span in said) else text.chars[n]
            for n in range(sentence.start, sentence.end)
        )
        return any(name in rest for name in names if len(name) > 1)

    def _of_line(self, statement: Statement) -> str | None:
        """A broadcaster's line that gives its speaker before a colon: [이름/직함 : “…”]."""
        text = self.reading.layout.text
        start = text.chars.rfind("\n", 0, statement.span.start) + 1
        head, colon, _ = text.chars[start : statement.span.start].partition(":")
        entity = next((e for e in self.records.entities if e.id == statement.speaker), None)
        named = entity is not None and head.strip().startswith((f"[{entity.name}/", f"[{entity.name} /"))
        return entity.id if entity and colon and named and head.count("/") == 1 else None

    def _subject(self, sentence: Span, stop: int) -> list[Morpheme]:
        """The noun phrase of the last subject before the words, outside all quotation marks; [] where two compete."""
        inside = [pair.inner for pair in quotations(self.reading.layout.text.chars, sentence.start, sentence.end)]
        own = [
            m
            for m in self._analysed(sentence)
            if m.start < stop and not any(q.start <= m.start < q.end for q in inside)
        ]
        subjects = [
            i
            for i, m in enumerate(own)
            if i and m.tag in ("JX", "JKS") and m.form in _TOPICS and own[i - 1].tag.startswith(_NOMINAL)
        ]
        if len(subjects) != 1:
            return []
        phrase: list[Morpheme] = []
        for m in reversed(own[: subjects[0]]):
            if not m.tag.startswith(_NOMINAL) or m.tag == "SP":
                break
            phrase.insert(0, m)
        return phrase

    def _is(self, entity: Entity, subject: list[Morpheme], words: str) -> bool:
        """Whether the phrase names this entity: an organisation at its end, a person before his title."""
        names = sorted({entity.name, *entity.aliases}, key=len, reverse=True)
        if entity.kind is not Kind.PERSON:
            return any(words.endswith(name) for name in names) and not self._person_before(words, names)
        inside = [m for m in entity.mentions if subject[0].start <= m.span.start and m.span.end <= subject[-1].end]
        if any(self.reading.layout.text.cut(m.span) in names and m.form == "name" for m in inside):
            return self._alone(entity, subject)
        return self._by_title(entity, words)

    def _person_before(self, words: str, names: list[str]) -> bool:
        """Whether a person of the article is named in front of the organisation: 강해준 이든클라우드 대표."""
        own = next(name for name in names if words.endswith(name))
        people = {e.name for e in self.records.entities if e.kind is Kind.PERSON}
        return any(name in words.removesuffix(own) for name in people)

    def _alone(self, entity: Entity, subject: list[Morpheme]) -> bool:
        """Whether no other person is named in the phrase."""
        return not any(
            other.id != entity.id
            and other.kind is Kind.PERSON
            and any(subject[0].start <= m.span.start < subject[-1].end for m in other.mentions)
            for other in self.records.entities
        )

    def _by_title(self, entity: Entity, words: str) -> bool:
        """도 대표: the family name and a title that one person of the article has, as its records say."""
        family, _, title = words.partition(" ")
        if len(family) != 1 or not title or not entity.name.startswith(family):
            return False
        kin = [
            e
            for e in self.records.entities
            if e.kind is Kind.PERSON and e.name.startswith(family) and len(e.name) == len("도재윤")
        ]
        holders = [e for e in kin if any(r.title.endswith(title) for r in e.roles)]
        return [e.id for e in holders] == [entity.id] and self._in_full(entity, title)

    def _in_full(self, entity: Entity, title: str) -> bool:
        """Whether the article writes his name in full right before that title."""
        return any(
            self.reading.layout.text.cut(m.span) == entity.name and 0 <= r.span.start - m.span.end <= _BESIDE
            for m in entity.mentions
            for r in entity.roles
            if r.title.endswith(title)
        )

    def _before(self, sentence: Span, statement: Statement) -> str | None:
        """그는: the speaker of the sentence before, if one alone speaks there and it is a person."""
        nth = self.sentences.index(sentence)
        spoken = [s for s in self.records.statements if nth and self.sentences[nth - 1].covers(s.span)]
        keys = {self.speaker(s) for s in spoken}
        if len(keys) != 1:
            return None
        (key,) = keys
        person = any(e.id == key and e.kind is Kind.PERSON for e in self.records.entities)
        return key if key is not None and person and statement.speaker == key else None

    def _analysed(self, sentence: Span) -> tuple[Morpheme, ...]:
        if sentence not in self._morphemes:
            chars = self.reading.layout.text.cut(sentence)
            (self._morphemes[sentence],) = self.analyser.analyse([(chars, sentence.start)])
        return self._morphemes[sentence]
