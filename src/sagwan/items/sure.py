"""Which statements are sure enough to ask about: the speaker stands in the sentence in so many words.

A record may be wrong; a key must not. So a statement counts only if its sentence reads "이름 (직함)은 “…”고 말했다":
the speaker's own name, nothing but its title behind it, no other subject before the words, nobody beside him.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.core.span import Span
from sagwan.core.statement import Found, Stance
from sagwan.items.fit import fit, has_subject, tells_a_state
from sagwan.items.wording import found
from sagwan.lexicon.schema.cue import Cue, SourceWord

if TYPE_CHECKING:
    from sagwan.core.entity import Entity
    from sagwan.core.statement import Statement
    from sagwan.items.source import Source
    from sagwan.items.write.ending import Clause
    from sagwan.korean.kiwi import Analyser
    from sagwan.lexicon import Lexicon

# Behind the name: words of a title or an organisation, the last of which carries the subject's particle.
_TITLED = re.compile(
    r"(?P<title>(?:\([^()]{1,20}\))?(?:\s?[가-힣A-Za-z0-9·&]+?(?:\([^()]{1,20}\))?){0,4}?)"
    r"(?P<particle>은|는|이|가|도|\s역시|께서)(?=[\s,])"
)
_JOINS = ("JC", "JKB", "JKO", "JKG", "JX", "EC", "ETM")  # what a word of a title never ends in
_SUBJECT = re.compile(r"(?<![가-힣])[가-힣A-Za-z0-9·]{2,}(?:은|는|이|가|께서)(?=[\s,])")
_QUOTATIVE = re.compile(r"[\"”’'」』]?\s?(?:이?라)?(?:고|며|면서|는)")
_GOES_ON = re.compile(r"(?:(?:이어|또|그러면서|아울러)\s)?(?:그는|그녀는)(?:\s(?:이어|또|특히|그러면서))?\s")
_FAMILY = re.compile(r"(?P<family>[가-힣])\s(?P<title>(?:전\s)?[가-힣]{2,6})(?:은|는|이|가)\s")
_LINE = re.compile(r"\s*\[(?P<name>[가-힣]{2,5})\s?/\s?(?P<title>[가-힣A-Za-z0-9 ·]{2,30}?)\s?[:：]\s?[“\"]")
_TITLE_WORDS = 5
_REMARK = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: an entity's id or the words for an unnamed source, and how the text writes him in full."""

    key: str
    shown: str
    person: bool


def apart(one: Voice, other: Voice) -> bool:
    """Whether they are surely two: neither opens with the other's first name, as 배나루 상무, 배나루 담당 상무."""
    return one.key != other.key and one.shown.split()[0] not in other.shown and other.shown.split()[0] not in one.shown


@dataclass(frozen=True, slots=True)
class Sure:
    """A statement fit for an item: who says it, and its content as a clause; `plain` is that in the plain style."""

    statement: Statement
    voice: Voice
    clause: Clause
    plain: str
    sentence: Span


def sure_statements(source: Source, analyser: Analyser, lexicon: Lexicon) -> tuple[Sure, ...]:
    """The statements whose speakers are written and whose contents stand alone, in the order of the text."""
    kept: list[Sure] = []
    voices: dict[str, Voice] = {}
    for statement in source.records.statements:
        sentence = source.sentence_of(statement.span)
        voice = _voice(source, statement, sentence, lexicon) if sentence else None
        if voice is None or sentence is None:
            continue
        voices.setdefault(voice.key, voice)
        said = fit(source.text.cut(statement.span), analyser, lexicon)
        if said is not None and _speaks_of(statement, said, analyser):
            kept.append(Sure(statement, voices[voice.key], said, said.plain(analyser), sentence))
    return tuple(kept)


def _speaks_of(statement: Statement, said: Clause, analyser: Analyser) -> bool:
    """Whether a reader sees of what he speaks: without a subject it is he who does or did it, unless he tells
    a state or finds fault with somebody.
    """
    of_another = statement.stance is Stance.CRITICISE or tells_a_state(said, analyser)
    return not of_another or has_subject(said, analyser)


def all_voices(source: Source, lexicon: Lexicon) -> tuple[Voice, ...]:
    """Everybody who is surely written as a speaker, fit content or not."""
    found_: dict[str, Voice] = {}
    for statement in source.records.statements:
        sentence = source.sentence_of(statement.span)
        voice = _voice(source, statement, sentence, lexicon) if sentence else None
        if voice is not None:
            found_.setdefault(voice.key, voice)
    return tuple(found_.values())


def _voice(source: Source, statement: Statement, sentence: Span, lexicon: Lexicon) -> Voice | None:
    if statement.candidates or statement.cue in _relays(lexicon):
        return None
    if not _reported(source, statement, sentence):
        return _transcribed(source, statement)
    if statement.found is Found.CARRIED:
        return _carried(source, statement, sentence, lexicon)
    if statement.found is not Found.WRITTEN:
        return None
    if statement.speaker is None:
        return _unnamed(source, statement, sentence, lexicon)
    entity = source.entities.get(statement.speaker)
    voice = _named(source, entity, statement, sentence, lexicon) if entity is not None else None
    return voice if voice is not None and voice.shown.split()[-1] not in _groups(lexicon) else None


@cache
def _groups(lexicon: Lexicon) -> frozenset[str]:
    """Words that make of a name more than whom it names: 부부, 측, 대변인실."""
    return frozenset(w for entry in lexicon.all(SourceWord) if entry.kind in ("side", "group") for w in entry.words)


@cache
def _relays(lexicon: Lexicon) -> frozenset[str]:
    """Verbs by which papers pass on what others say (보도하다): their subject says nothing himself."""
    verbs = {way: {f"{v}다" for c in lexicon.all(Cue) if c.way == way for v in c.verbs} for way in ("relay", "say")}
    return frozenset(verbs["relay"] - verbs["say"])


def _reported(source: Source, statement: Statement, sentence: Span) -> bool:
    """Whether the reporting words follow in the same sentence, joined by 고, 라며 or the like."""
    cue = statement.cue_span
    behind = cue is not None and sentence.covers(cue) and statement.span.end <= cue.start
    return behind and _QUOTATIVE.match(source.text.chars, statement.span.end) is not None


def _transcribed(source: Source, statement: Statement) -> Voice | None:
    """A broadcaster's line: [윤세라/솔빛에너지 대표 : “…”]."""
    chars = source.text.chars
    entity = source.entities.get(statement.speaker or "")
    line = _LINE.match(chars, chars.rfind("\n", 0, statement.span.start) + 1)
    if entity is None or entity.kind is not Kind.PERSON or not line or line["name"] != entity.name:
        return None
    inside = line.end() <= statement.span.start and "\n" not in chars[line.end() : statement.span.end]
    return Voice(entity.id, f"{entity.name} {line['title']}", person=True) if inside else None


def _named(source: Source, entity: Entity, statement: Statement, sentence: Span, lexicon: Lexicon) -> Voice | None:
    """The speaker by his own name, or by his family name and a title that he alone has."""
    if entity.kind not in (Kind.PERSON, Kind.ORG):
        return None
    person = entity.kind is Kind.PERSON
    for mention in entity.mentions:
        if sentence.covers(mention.span) and _own_name(source, entity, source.text.cut(mention.span)):
            shown = _subject(source, mention.span, statement, sentence, titled=person)
            if shown:
                return Voice(entity.id, entity.name if found("former", shown, lexicon) else shown, person)
    return _short(source, entity, statement, sentence) if person else None


def _own_name(source: Source, entity: Entity, words: str) -> bool:
    """Whether these words name this entity and no other of the article."""
    if words != entity.name and (words not in entity.aliases or len(words) < len("메타")):
        return False
    others = (other for other in source.entities.values() if other.id != entity.id)
    return not any(words in (name, *name.split()) for other in others for name in (other.name, *other.aliases))


def _short(source: Source, entity: Entity, statement: Statement, sentence: Span) -> Voice | None:
    """도 대표는: the family name and a title that the article gives to one bearer of it only."""
    opening = _FAMILY.match(source.reported, sentence.start, statement.span.start)
    if not opening or entity.name[:1] != opening["family"] or len(entity.name) != len("도재윤"):
        return None
    if _SUBJECT.search(source.reported[opening.end() : statement.span.start].replace("\0", "")):
        return None
    bearers = _bearers(source.reported, opening["family"], opening["title"])
    if set(bearers) != {entity.name}:
        return None
    return Voice(entity.id, bearers[entity.name], person=True)


def _bearers(chars: str, family: str, title: str) -> dict[str, str]:
    """Whoever has this family name and this title, with the words in full: 도재윤 → 도재윤 해오름반도체 대표."""
    between = r"(?:\s[가-힣A-Za-z0-9·&]+){0,3}?\s?"
    full = re.compile(rf"(?<![가-힣])(?P<name>{family}[가-힣]{{2}}){between}{title}(?![가-힣]{{2}})")
    found_: dict[str, str] = {}
    for match in full.finditer(chars):
        found_.setdefault(match["name"], match[0])
    return found_


def _unnamed(source: Source, statement: Statement, sentence: Span, lexicon: Lexicon) -> Voice | None:
    """A source that is no entity of the article: 해오름반도체 관계자, or a name that was not read as one."""
    label = statement.label
    if label is None or not _tells_apart(label, lexicon) or _of_another(source, label):
        return None
    at = source.text.chars.find(label, sentence.start, statement.span.start)
    if at < 0:
        return None
    shown = _subject(source, Span(at, at + len(label)), statement, sentence, titled=False)
    return Voice(label, label, person=" " in label) if shown == label else None


def _of_another(source: Source, label: str) -> bool:
    """Whether a person of the article goes by a name in these words, so that both may be one."""
    people = (e for e in source.entities.values() if e.kind is Kind.PERSON)
    return any(name in label for e in people for name in (e.name, *e.aliases) if len(name) > 1)


def _tells_apart(label: str, lexicon: Lexicon) -> bool:
    """Whether the words mean one source of the article and no other: not 회사, 한 관계자, 노조, 전문가들."""
    words = label.split()
    plain = {word for entry in lexicon.all(SourceWord) for word in entry.words}
    own = [word for word in words if word not in plain and not any(word.endswith(p) for p in plain if len(p) > 1)]
    named = bool(own) and len(own[0]) > len("누리") and own[0] == words[0]
    return named and not found("deictic", label, lexicon) and not label.endswith(("들", "측"))


def _subject(source: Source, name: Span, statement: Statement, sentence: Span, *, titled: bool) -> str | None:
    """The subject's words as far as its particle; None where the name is not the subject of the reporting verb."""
    reported = source.reported
    if not _stands_alone(source, name, sentence) or name.end > statement.span.start:
        return None
    tail = _TITLED.match(reported, name.end, statement.span.start)
    if not tail:
        return None
    title = _REMARK.sub("", tail["title"])
    if (not titled and title.strip()) or title.count(" ") > _TITLE_WORDS:
        return None
    between = reported[tail.end() : statement.span.start].replace("\0", "")
    joined = any(m.tag in _JOINS for m in source.tags(sentence, name.end, tail.start("particle")))
    if joined or _SUBJECT.search(between):
        return None
    return _REMARK.sub("", reported[name.start : tail.start("particle")])


def _stands_alone(source: Source, name: Span, sentence: Span) -> bool:
    """Whether the name is the reporter's word, a whole one, and nobody is joined to it."""
    reported = source.reported
    own = "\0" not in reported[name.start : name.end]
    whole = name.start == sentence.start or not re.match(r"[가-힣A-Za-z0-9·]", reported[name.start - 1])
    return own and whole and not _joined(source, sentence, name.start)


def _carried(source: Source, statement: Statement, sentence: Span, lexicon: Lexicon) -> Voice | None:
    """그는 …: whoever alone speaks in the sentence before, by his full name."""
    if not _GOES_ON.match(source.reported, sentence.start) or statement.speaker is None:
        return None
    opening = _GOES_ON.match(source.reported, sentence.start)
    between = source.reported[opening.end() if opening else sentence.start : statement.span.start]
    nth = source.sentences.index(sentence)
    if _SUBJECT.search(between.replace("\0", "")) or nth == 0:
        return None
    before = source.sentences[nth - 1]
    spoken = [s for s in source.records.statements if before.covers(s.span)]
    voices = {
        v.key: v for s in spoken if s.found is Found.WRITTEN and (v := _voice(source, s, before, lexicon)) is not None
    }
    named = {e.id for e in source.entities.values() for m in e.mentions if _says(source, e, m.span, before)}
    voice = voices.get(statement.speaker)
    same = len(voices) == 1 and all(s.speaker == statement.speaker for s in spoken)
    return voice if same and voice is not None and voice.person and named <= {voice.key} else None


def _says(source: Source, entity: Entity, mention: Span, sentence: Span) -> bool:
    """Whether a person is named there in the reporter's own words."""
    own = "\0" not in source.reported[mention.start : mention.end]
    return entity.kind is Kind.PERSON and sentence.covers(mention) and own


def _joined(source: Source, sentence: Span, name: int) -> bool:
    """Whether somebody stands beside the name: 누리전자와 한빛물산, 누리전자·한빛물산."""
    before = [m for m in source.tags(sentence, sentence.start, name) if m.tag not in ("SSO", "SSC")]
    if not before:
        return False
    last, ahead = before[-1], before[-2] if len(before) > 1 else None
    comma = last.tag == "SP" and not (ahead and ahead.tag in ("EC", "EF", "MAJ", "MAG", "JKB"))
    return comma or last.tag == "JC" or (last.form, last.tag) == ("및", "MAJ") or last.form in ("와", "과")
