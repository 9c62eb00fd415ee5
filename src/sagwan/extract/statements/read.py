"""All statements of a passage: each sentence in turn, then the sentences held against each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.core.reason import Reason
from sagwan.core.statement import Found, Speech, Statement
from sagwan.extract.names.index import NameIndex
from sagwan.extract.names.reference import read_references
from sagwan.extract.statements.book import book
from sagwan.extract.statements.carry import said_beside
from sagwan.extract.statements.discourse import Discourse
from sagwan.extract.statements.interview import answer_of, answers, silent_in
from sagwan.extract.statements.late import late
from sagwan.extract.statements.link import in_headline, link
from sagwan.extract.statements.scene import NOBODY, Speaker
from sagwan.extract.statements.sentence import Listener
from sagwan.extract.statements.source import Source
from sagwan.korean.quotation import quotations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.core.entity import Entity, Reference
    from sagwan.core.span import Span
    from sagwan.extract.statements.draft import Draft
    from sagwan.extract.values.read import Values
    from sagwan.korean.passage import Passage
    from sagwan.lexicon import Lexicon

_TITLED = 30  # characters that house and title before a name may take
_PLAIN = re.compile(r"[\s\"'“”‘’.,…!?]+")


def read_statements(
    passage: Passage,
    names: tuple[Entity, ...],
    values: Values,
    lexicon: Lexicon,
    references: tuple[Reference, ...] | None = None,
) -> tuple[Statement, ...]:
    """Find direct and indirect speech, and say who speaks and how that was found.

    The headline's quotations are no statements; a statement of the body whose words stand there says so in its
    reason. Statements come in text order. `references` are whom its pronouns mean, where that has been asked already.
    """
    references = read_references(passage, names, lexicon) if references is None else references
    meant = {reference.span.start: reference for reference in references}
    who = NameIndex(names)
    listener = Listener(passage, who, values, book(lexicon), Discourse(), meant, late=late(passage, who, lexicon))
    replies = answers(passage, listener.who, lexicon)
    drafts = [answer_of(listener, reply) for reply in replies]
    exchange = silent_in(replies)
    for reply in replies:
        for number in range(reply.first, reply.end):
            drafts.extend(listener.told_in(number, passage.sentences[number], reply.span))
    said = {n for reply in replies for n in range(reply.first, reply.end)}
    for number, sentence in enumerate(passage.sentences):
        if sentence.paragraph < 0 or number in exchange or number in said:
            continue
        heard = listener.hear(number, sentence)
        _settle_waiting(drafts, heard, listener, number)
        drafts.extend(heard)
    for draft in drafts:
        if draft.speaker.source is None and draft.fallback:
            draft.speaker = draft.fallback
    drafts.sort(key=lambda draft: (draft.span.start, -draft.span.end))
    link(drafts, passage)
    titles = list(_headline_quotations(passage))
    return tuple(_statement(draft, passage, titles) for draft in drafts)


def _settle_waiting(drafts: list[Draft], heard: list[Draft], listener: Listener, number: int) -> None:
    """A quotation that opens an article belongs to whom the sentence behind it names."""
    waiting = [d for d in drafts[-3:] if d.alone and d.speaker.source is None and number - d.number <= 1]
    if not waiting:
        return
    speaker = said_beside(listener.scene) if listener.scene and listener.scene.number == number else NOBODY
    if speaker.source is None and not heard and listener.scene and listener.acts(number + 1):
        behind = [s.source for s in listener.scene.subjects if s.source.speaks]
        speaker = Speaker(behind[0], Found.WRITTEN, "뒤에서 말한 사람") if behind else NOBODY
    if speaker.source is None and waiting[0].fallback:
        speaker = waiting[0].fallback
    if speaker.source is None and len(waiting) == len(drafts):
        speaker = _introduced(listener)
    if speaker.source is None:
        first = next((d.speaker for d in heard if d.speaker.source), None)
        speaker = Speaker(first.source, Found.INFERRED, "다음 문장의 화자") if first else NOBODY
    if speaker.source is None:
        return
    for draft in waiting:
        draft.speaker = speaker
    listener.discourse.spoke(number, speaker.source)


def _introduced(listener: Listener) -> Speaker:
    """Whom the reporter met, told right behind an article's opening words: “…” 7일 만난 한서린 감독의 얼굴은 …."""
    tokens = listener.scene.stream.tokens if listener.scene else []
    for verb, ending, next_ in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if verb.form == "만나" and ending.tag == "ETM":
            named = [pair for pair in listener.who.between(next_.start, tokens[-1].end) if pair[1].kind is Kind.PERSON]
            if named and named[0][0].start - next_.start <= _TITLED:
                span, entity = named[0]
                return Speaker(Source(entity.kind.value, span, entity.id), Found.INFERRED, "다음 문장에서 만난 사람")
    return NOBODY


def _headline_quotations(passage: Passage) -> Iterator[tuple[Span, str]]:
    for sentence in passage.sentences:
        if sentence.paragraph < 0:
            for pair in quotations(passage.text.chars, sentence.span.start, sentence.span.end):
                yield pair.inner, passage.text.chars[pair.inner.start : pair.inner.end]


def _statement(draft: Draft, passage: Passage, titles: list[tuple[Span, str]]) -> Statement:
    unit, speaker, source = draft.unit, draft.speaker, draft.speaker.source
    text_id = passage.text.id
    parts = list(draft.parts)
    if unit.speech is Speech.DIRECT and (title := in_headline(draft.words, titles)):
        same = _PLAIN.sub("", title[1]) in _PLAIN.sub("", draft.words)
        parts.append(Reason("제목의 따옴표", title[0], "같은 말" if same else "줄이거나 바꾼 말"))
    return Statement(
        id=draft.ident(text_id),
        span=draft.span,
        speech=unit.speech,
        speaker=source.entity if source else None,
        label=source.label if source and not source.entity else None,
        cue=unit.lemma(draft.scene.stream),
        cue_span=unit.reporting.span if unit.reporting else None,
        stance=draft.stance,
        found=speaker.found,
        candidates=speaker.candidates or (source.candidates if source else ()),
        behalf=source.behalf if source else None,
        about=draft.about,
        addressee=draft.addressee,
        channel=draft.channel,
        channel_span=draft.channel_span,
        time=draft.time,
        responds_to=draft.responds_to.ident(text_id) if draft.responds_to else None,
        repeats=draft.repeats.ident(text_id) if draft.repeats else None,
        reverses=draft.reverses.ident(text_id) if draft.reverses else None,
        reason=Reason(speaker.rule, source.span if source else None, parts=tuple(parts)),
    )
