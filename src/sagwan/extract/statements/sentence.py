"""One sentence: its pieces of speech, who says each, where, when and about what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sagwan.core.reason import Reason
from sagwan.core.statement import Found, Speech
from sagwan.extract.statements.ahead import CITED, predicates
from sagwan.extract.statements.attribute import echoes, speakers
from sagwan.extract.statements.carry import named_before, said_beside
from sagwan.extract.statements.content import content_of, is_to_be_done
from sagwan.extract.statements.draft import Draft
from sagwan.extract.statements.moment import time_of_saying
from sagwan.extract.statements.place import addressee, occasions
from sagwan.extract.statements.quoted import Link, speech
from sagwan.extract.statements.reported import triggers
from sagwan.extract.statements.reporting import cue_at
from sagwan.extract.statements.reversal import turns
from sagwan.extract.statements.scene import NOBODY, Scene, Speaker
from sagwan.extract.statements.settle import units
from sagwan.extract.statements.stance import stance_of
from sagwan.extract.statements.stream import PREDICATE, stream_of
from sagwan.extract.statements.subject import bare_subject, subjects
from sagwan.korean.quotation import nested_quotations
from sagwan.korean.sentence import sentences

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sagwan.core.entity import Reference
    from sagwan.core.span import Span
    from sagwan.extract.names.index import NameIndex
    from sagwan.extract.statements.book import Book
    from sagwan.extract.statements.discourse import Discourse
    from sagwan.extract.statements.place import Occasion
    from sagwan.extract.statements.source import Source
    from sagwan.extract.statements.subject import Subject
    from sagwan.extract.statements.unit import Unit
    from sagwan.extract.values.read import Values
    from sagwan.korean.passage import Passage, Sentence
    from sagwan.korean.quotation import Quotation
    from sagwan.lexicon.schema.cue import Connector

_GOES_ON = 6  # sentences
_HEAD = 40  # characters that hold the words a sentence opens with


@dataclass(slots=True)
class Listener:
    """Hears a passage sentence by sentence; `scene` is the last sentence that was looked at closely."""

    passage: Passage
    who: NameIndex
    values: Values
    book: Book
    discourse: Discourse
    meant: Mapping[int, Reference]
    scene: Scene | None = None
    late: Source | None = None
    announced: Speaker | None = None
    turned_at: int = -2
    channels: dict[str, tuple[str, Span]] = field(default_factory=dict)

    def hear(self, number: int, sentence: Sentence) -> list[Draft]:
        """The statements of one sentence; its speakers and its subject are remembered for the next."""
        chars = self.passage.text.chars
        pairs = nested_quotations(chars, sentence.span.start, sentence.span.end)
        outer = [pair for pair in pairs if pair.depth == 0]
        quoted = speech(chars, sentence.span, outer) if outer else []
        spoken = {words.quotation.span for words in quoted}
        marked = [pair.span for pair in outer if pair.span not in spoken]
        stream = stream_of(chars, sentence.morphemes, quoted, marked)
        said = subjects(stream, self.who, self.book)
        words = first_words(chars, sentence.span.start, sentence.span.end)
        _, opening = self.book.opens(words)
        answers = opening is not None and opening.kind == "answers"
        answers = answers or self.book.answers_behind_subject(words)
        acts, connected = self.acts(number), self._connected(number, opening)
        announced = said_beside(self.scene, ahead=True) if self.scene and self.scene.number == number - 1 else NOBODY
        self.announced = announced if announced.source else None
        scene = Scene(stream, self.who, self.book, said, number, self.discourse, connected, acts, self.meant, self.late)
        self.scene = scene
        self._remember_subject(number, said)
        if not said and (somebody := bare_subject(stream, self.book)):
            self.discourse.acted(number, somebody)
        if not quoted and not triggers(sentence.morphemes, self.book):
            self.turned_at = number if turns(stream, self.book) else self.turned_at
            return []
        pieces = units(stream, self.book)
        if not pieces:
            self._remember_place(said)
            self.turned_at = number if turns(stream, self.book) else self.turned_at
            return []
        drafts = self._drafts(self.scene, pieces, sentence, answers=answers)
        inner = [pair for pair in pairs if pair.depth]
        return drafts + (self._nested(number, sentence, quoted_spans(drafts), inner) if inner else [])

    def acts(self, number: int) -> bool:
        """Whether the sentence before ends in a word of saying or of an act done with words."""
        if self.scene is None or self.scene.number != number - 1:
            return False
        stream = self.scene.stream
        for i in range(len(stream.tokens) - 1, -1, -1):
            if stream.tokens[i].tag in PREDICATE:
                return cue_at(stream, i, self.book) is not None
        return False

    def _connected(self, number: int, opening: Connector | None) -> bool:
        """Whether the sentence's opening words keep whoever spoke; behind somebody who only acted, 다만 does not."""
        if opening is None or opening.kind == "leaves":
            return False
        return opening.kind != "turns" or bool(self.discourse.speakers_in(number - 1))

    def _before_it(self, number: int, words: Span) -> Speaker | None:
        """The person whom the sentences before are about, for a quotation that nobody is said to say; its words do not
        name whoever says them.
        """
        last = self.discourse.in_focus(number - 1)
        if last is None or last.sort != "person" or last.plural:
            return None
        named = {entity.id for _, entity in self.who.between(words.start, words.end)}
        return None if last.entity in named else Speaker(last, Found.INFERRED, "앞 문장의 인물")

    def _remember_subject(self, number: int, said: Sequence[Subject]) -> None:
        """The first of those who can act, a topic before a subject; none in a sentence about a thing."""
        opens = (
            len(said) == 1 and said[0].first == 0 and said[0].source.entity is not None
        )  # nobody else does what is done
        speaking = [s for s in said if s.source.speaks and (opens or not self._modifies(s))]
        things = any(s.topic and s.source.sort == "other" for s in said)
        if speaking and (not things or any(s.topic for s in speaking)):
            first = next((s for s in speaking if s.topic), speaking[0]).source
            meant: Source | None = first
            if first.singular:
                meant = self.discourse.person() or named_before(self.who, first.span.start)
            if meant is not None and meant.sort != "pronoun":
                self.discourse.acted(number, meant)

    def _remember_place(self, said: Sequence[Subject]) -> None:
        """한서린 대표는 누리집에 “…”라는 제목의 글을 올렸다. tells where he goes on: “…”."""
        who = next((s.source for s in said if s.source.speaks), None)
        places = occasions(self.scene.stream, self.who, self.book) if who and self.scene else []
        if who and places:
            self.channels[who.entity or who.label or ""] = (places[0].name, places[0].span)

    def _modifies(self, subject: Subject) -> bool:
        """Whether it is the subject of a clause that only tells of something else: [팬이 기다리는] 노래."""
        stream = self.scene.stream if self.scene else None
        if subject.topic or stream is None:
            return False
        verb = next((i for i in range(subject.end, len(stream.tokens)) if stream.tokens[i].tag in PREDICATE), None)
        return verb is not None and stream.ending(verb).tag == "ETM"

    def _drafts(self, scene: Scene, pieces: list[Unit], sentence: Sentence, *, answers: bool) -> list[Draft]:
        places = occasions(scene.stream, self.who, self.book)
        turned = scene.number - 1 == self.turned_at or turns(scene.stream, self.book)
        found: list[Draft] = []
        said = speakers(scene, pieces)
        for unit, speaker in zip(pieces, said, strict=True):
            if any(
                unit.within(other) and echoes(scene, unit, speaker, s) for other, s in zip(pieces, said, strict=True)
            ):
                continue
            if unit.link is Link.CITED and not is_cited(speaker):
                continue
            if unit.link is Link.NONE and not is_silent(scene, speaker):
                continue
            if is_gloss(scene, unit, speaker) or only_marked(scene, unit, speaker):
                continue
            span = content_of(scene, unit, speaker, pieces, places)
            if span is None:
                continue
            draft = Draft(unit, scene, speaker, span, scene.number, stance_of(scene, unit, span), answers)
            draft.alone = unit.speech is Speech.DIRECT and unit.reporting is None and unit.noun is None
            framed = unit.link is Link.CITED or any(other.within(unit) for other in pieces if other is not unit)
            draft.turned = turned
            if draft.alone and speaker.source is None:
                draft.fallback = self.announced or self._before_it(scene.number, span)
            if speaker.source and not framed:
                relays = unit.reporting is not None and unit.reporting.way == "relay"
                self.discourse.spoke(scene.number, speaker.source, relays=relays)
            found.append(draft)
        spans = [draft.span for draft in found]
        for draft in found:
            self._surroundings(draft, places, spans, sentence)
        return found

    def _surroundings(self, draft: Draft, places: Sequence[Occasion], spans: list[Span], sentence: Sentence) -> None:
        """Channel, addressee, time of saying and what it is about."""
        stream = draft.scene.stream
        place = channel_of(draft, places)
        key = draft.who or ""
        if place:
            draft.channel, draft.channel_span = place.name, place.span
            self.channels[key] = (place.name, place.span)
            draft.parts.append(Reason("말한 곳", place.span))
        elif draft.scene.connected and draft.speaker.found is Found.CARRIED and key in self.channels:
            draft.channel, draft.channel_span = self.channels[key]
            draft.parts.append(Reason("앞 문장의 말한 곳", draft.channel_span))
        draft.addressee = addressee(stream, min(draft.unit.at, stream.after(draft.span.start)), self.who)
        if draft.addressee == draft.speaker_id:
            draft.addressee = None
        draft.time = time_of_saying(draft, sentence.span, spans, self.values.times)
        draft.about = self.about(draft)

    def about(self, draft: Draft) -> tuple[str, ...]:
        """Whom and what the words name, the speaker left out."""
        named = [entity.id for _, entity in self.who.between(draft.span.start, draft.span.end)]
        if draft.unit.speech is Speech.DIRECT and self.book.own.search(draft.words):
            named += self._house_of(draft)
        return tuple(ident for ident in dict.fromkeys(named) if ident != draft.speaker_id)

    def _house_of(self, draft: Draft) -> list[str]:
        """The one house that the speaker speaks for or holds an office of: what 당사 means in his mouth."""
        source = draft.speaker.source
        if source is None:
            return []
        entity = self.who.of(source.entity) if source.entity else None
        offices = {role.org for role in entity.roles if role.org and role.sense is None} if entity else set()
        return [source.behalf] if source.behalf else list(offices) if len(offices) == 1 else []

    def told_in(self, number: int, sentence: Sentence, words: Span) -> list[Draft]:
        """What others are told to have said in a sentence of somebody's direct `words`, an interview's answer."""
        pairs = nested_quotations(self.passage.text.chars, sentence.span.start, sentence.span.end)
        outer = [pair for pair in pairs if pair.depth == 0]
        return self._nested(number, sentence, [words], outer) if outer else []

    def _nested(self, number: int, sentence: Sentence, within: list[Span], inner: list[Quotation]) -> list[Draft]:
        """Speech told inside somebody's direct words, where those words themselves name who said it."""
        chars = self.passage.text.chars
        found: list[Draft] = []
        for span in within:
            own = [pair for pair in inner if span.covers(pair.span)]
            for part in sentences(chars, span.start, span.end) if own else ():
                pairs = [pair for pair in own if part.covers(pair.span)]
                quoted = speech(chars, part, pairs) if pairs else []
                if not quoted:
                    continue
                morphemes = [m for m in sentence.morphemes if part.start <= m.start < part.end]
                stream = stream_of(chars, morphemes, quoted)
                said = subjects(stream, self.who, self.book)
                scene = Scene(stream, self.who, self.book, said, number, self.discourse, connected=False)
                pieces = [unit for unit in units(stream, self.book) if unit.speech is Speech.DIRECT]
                for unit, speaker in zip(pieces, speakers(scene, pieces), strict=True):
                    content = content_of(scene, unit, speaker, pieces, ())
                    if content and is_told(unit, speaker):
                        found.append(Draft(unit, scene, speaker, content, number, stance_of(scene, unit, content)))
        return found


def first_words(chars: str, start: int, end: int) -> list[str]:
    """The first words of a sentence."""
    return chars[start : min(end, start + _HEAD)].split()


def quoted_spans(drafts: Sequence[Draft]) -> list[Span]:
    """The contents of the direct quotations among the drafts."""
    return [draft.span for draft in drafts if draft.unit.speech is Speech.DIRECT]


def channel_of(draft: Draft, places: Sequence[Occasion]) -> Occasion | None:
    """The last place named before the content, outside every content, else the first one behind it."""
    own = [p for p in places if not is_to_be_done(draft.scene.stream, draft.unit, p) and not _of_others(draft, p)]
    before = [p for p in own if p.span.end <= draft.span.start or p.end <= draft.unit.at]
    outside = [p for p in before if not draft.span.overlaps(p.span)]
    behind = [p for p in own if draft.unit.after <= p.first < draft.unit.cue_at]
    fitting = outside or behind
    telling = [p for p in fitting if not p.vague] or fitting
    return telling[-1] if telling else None


def _of_others(draft: Draft, place: Occasion) -> bool:
    """도경우 의원은 [한서린 대표가 국회에서 한 말을] 두고 “…”: what somebody else did there."""
    stream, own = draft.scene.stream, draft.speaker.end
    begin = 0 if place.end < own else max(own, 0)  # [누리전자가 회의에서 값을 올린] 가운데 한서린 대표는 …
    others = [
        s for s in draft.scene.subjects if begin <= s.first and s.end <= place.first and not s.topic and s.end != own
    ]
    return any(not predicates(stream, other.end, place.first) for other in others)


def is_silent(scene: Scene, speaker: Speaker) -> bool:
    """Whether somebody is said to have said nothing: a subject, or without any whoever spoke right before."""
    if speaker.source is None or not speaker.source.speaks:
        return False
    return speaker.end >= 0 or (not scene.subjects and bool(scene.discourse.speakers_in(scene.number - 1)))


def is_cited(speaker: Speaker) -> bool:
    """에 따르면 makes a report of a sentence where the source has a name: 한빛일보에 따르면, not 조사에 따르면."""
    source = speaker.source
    named = source is not None and (source.entity is not None or source.sort == "outlet")
    return named and speaker.rule == CITED and speaker.found is Found.WRITTEN


def is_gloss(scene: Scene, unit: Unit, speaker: Speaker) -> bool:
    """…다는 얘기다 without anybody named is the reporter's own explanation."""
    gloss = unit.noun is not None and unit.noun.needs_subject and unit.reporting is None
    cue = unit.reporting.cue if unit.reporting else None
    if cue is not None and cue.needs_subject and speaker.end < 0:
        return True
    if unit.speech is Speech.INDIRECT and speaker.source is None and not speaker.candidates:
        # …라고 답한 비율, and …다고. with nobody in sight
        return unit.reporting is None or unit.reporting.ending.tag == "ETM" or gloss
    if unit.noun is not None and unit.noun.explains and unit.reporting is None:
        return speaker.source is None or not speaker.source.speaks
    if unit.noun is None and unit.noun_at >= 0 and speaker.end < 0:
        return not scene.discourse.spoke_since(scene.number - _GOES_ON)  # …다는 것이다. goes on from words before
    return gloss and not speaker.topic


def only_marked(scene: Scene, unit: Unit, speaker: Speaker) -> bool:
    """Words in ‘ ’ that are cited where nobody who can speak stands beside them: a rule, a slogan, a survey."""
    if unit.speech is not Speech.DIRECT or scene.stream.quoted[unit.at].quotation.double:
        return False
    return speaker.found is not Found.WRITTEN or speaker.source is None or not speaker.source.speaks


def is_told(unit: Unit, speaker: Speaker) -> bool:
    """Whether words inside direct speech are told as somebody's: the speaker is named and a cue reports them."""
    named = speaker.found is Found.WRITTEN and speaker.source is not None and speaker.source.entity is not None
    if unit.reporting and unit.reporting.ending.tag == "ETN":
        return False
    return named and (unit.noun is not None or (unit.reporting is not None and unit.reporting.cue is not None))
