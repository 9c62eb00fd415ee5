"""Did somebody say so: claims about who says what, against all statements of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.core.statement import Stance
from sagwan.items.model import Answers, Said, Truth, Verdict
from sagwan.items.prove.meaning import NEAR, SAME
from sagwan.items.wording import bodies

if TYPE_CHECKING:
    from sagwan.core.statement import Statement
    from sagwan.items.prove.shelf import Shelf, Shelved

# Two statements of one speaker this alike may be the same thing said twice.
_DOUBT = 0.4
# Words that a claim and a denial of it share.
_SHARED = 2


def judge_said(claim: Said, shelf: Shelf) -> Verdict:
    """True where a statement of that speaker says so; false where the records show another speaker, number, name or
    polarity; unsupported where the text leaves a doubt about any statement on the matter.
    """
    at = shelf[claim.article]
    wanted = at.senses.of(claim.content)
    alike = [(s, words, key, wanted.likeness(at.senses.of(words))) for s, words, key in at.spoken]
    own = [(s, words) for s, words, key, like in alike if key == claim.voice and like >= SAME]
    for statement, words in own:
        if wanted.agrees(at.senses.of(words)):
            return _verdict(Truth.TRUE, [(statement, words)], "같은 말이 그의 말로 적혀 있습니다")
    on_it = [(s, words, key) for s, words, key, like in alike if like >= NEAR]
    if not on_it:
        return Verdict(Truth.UNSUPPORTED, (), (), "그런 말이 장부에 없습니다")
    if any(key is None for _, _, key in on_it):
        return _verdict(Truth.UNSUPPORTED, [(s, w) for s, w, _ in on_it], "말한 이가 확실하지 않은 같은 말이 있습니다")
    near = [(s, w) for s, w, key in on_it if key == claim.voice and wanted.agrees(at.senses.of(w))]
    if near:
        return _verdict(Truth.UNSUPPORTED, near, "그가 한 다른 말로도 읽힐 수 있습니다")
    if own:
        return _against(claim, at, own)
    return _by_others(claim, at, on_it, [(s, w) for s, w, key, like in alike if key == claim.voice and like >= _DOUBT])


def _against(claim: Said, at: Shelved, own: list[tuple[Statement, str]]) -> Verdict:
    """He spoke of it, and not so."""
    wanted = at.senses.of(claim.content)
    if not all(wanted.excludes(at.senses.of(words)) for _, words in own):
        return _verdict(Truth.UNSUPPORTED, own, "그가 한 말과 같은 뜻일 수 있습니다")
    apart = wanted.differs(at.senses.of(own[0][1]))
    return _verdict(Truth.FALSE, own, f"{at.name(claim.voice)}의 말과 다릅니다({apart})")


def _by_others(
    claim: Said, at: Shelved, on_it: list[tuple[Statement, str, str | None]], close: list[tuple[Statement, str]]
) -> Verdict:
    told = [(s, words) for s, words, _ in on_it]
    if close:
        return _verdict(Truth.UNSUPPORTED, close, "비슷한 말을 그도 했습니다")
    if any(at.witness.beside(s, _names(claim.voice, at)) for s, _, _ in on_it):
        return _verdict(Truth.UNSUPPORTED, told, "그 말을 옮긴 문장에 그도 나옵니다")
    speakers = {key for _, _, key in on_it if key is not None}
    if any(_one_house(claim.voice, speaker, at) for speaker in speakers):
        return _verdict(Truth.UNSUPPORTED, told, "말한 이와 한 기관입니다")
    if not any(at.senses.of(claim.content).likeness(at.senses.of(words)) >= SAME for _, words in told):
        return _verdict(Truth.UNSUPPORTED, told, "견줄 말이 없습니다")
    return _verdict(Truth.FALSE, told, f"{', '.join(sorted(map(at.name, speakers)))}의 말입니다")


def _names(key: str, at: Shelved) -> tuple[str, ...]:
    entity = next((e for e in at.records.entities if e.id == key), None)
    return (entity.name, *entity.aliases) if entity else (key,)


def _one_house(one: str, other: str, at: Shelved) -> bool:
    """Whether what one says may be the other's word too: their names share a word (누리전자, 누리전자 관계자), one
    speaks for the other, or belongs to it.
    """
    here, there = at.name(one), at.name(other)
    if here in there or there in here or set(here.split()) & set(there.split()):
        return True
    behalf = {(s.speaker or s.label, s.behalf) for s, _, _ in at.spoken}
    pairs = ((one, other), (other, one))
    return any(pair in behalf or _belongs(*pair, at) for pair in pairs)


def _belongs(member: str, house: str, at: Shelved) -> bool:
    """Whether he is of that house or may be: the article does not say of which he is (서하린 회장), or its name may
    shorten the other's; or a body without a name may be that house: 재판부, 대법원.
    """
    if at.is_person(house):
        return False
    if not at.is_person(member):
        return at.name(member) in bodies(at.lexicon)
    held = {role.org for e in at.records.entities if e.id == member for role in e.roles if role.org is not None}
    return house in held or not held or any(_shortens(at.name(house), at.name(org)) for org in held)


def _shortens(one: str, other: str) -> bool:
    """Whether one is written with letters of the other, in their order, from the beginning of a word on: 단배협,
    단비배터리협회; 사단법인 단비배터리협회.
    """
    short, long = sorted((one, other), key=len)
    words = long.split()
    return any(_letters(short, " ".join(words[n:])) for n in range(len(words)))


def _letters(short: str, long: str) -> bool:
    letters = iter(long)
    return short[:1] == long[:1] and all(letter in letters for letter in short)


def judge_answers(claim: Answers, shelf: Shelf) -> Verdict:
    """True where both are said and the second answers the first; false where one is not said so, or it answers
    another statement that the ledger names.
    """
    first, second = judge_said(claim.claim, shelf), judge_said(claim.denial, shelf)
    records, words = first.records + second.records, first.words + second.words
    if Truth.FALSE in (first.truth, second.truth):
        return Verdict(Truth.FALSE, records, words, "둘 가운데 하나가 그의 말이 아닙니다")
    if (first.truth, second.truth) != (Truth.TRUE, Truth.TRUE):
        return Verdict(Truth.UNSUPPORTED, records, words, "말한 이가 확실하지 않습니다")
    return _tied(claim, shelf, records, words)


def _tied(claim: Answers, shelf: Shelf, records: tuple[str, ...], words: tuple[str, ...]) -> Verdict:
    """Both are said: whether the second answers the first, and against it."""
    one, other = shelf[claim.claim.article], shelf[claim.denial.article]
    said = next(s for s, _, _ in one.spoken if s.id == records[0])
    reply = next(s for s, _, _ in other.spoken if s.id in records[1:])
    if not _denies(claim, one, other, reply):
        return Verdict(Truth.UNSUPPORTED, records, words, "맞선 말인지 장부에 없습니다")
    if one is not other:
        return _answers_across(claim, (one, other), records, words)
    answered = next((s for s, _, _ in one.spoken if s.id == reply.responds_to), None)
    if answered is None:
        return Verdict(Truth.UNSUPPORTED, records, words, "무엇에 답한 말인지 장부에 없습니다")
    if answered.id == said.id or answered.cue_span == said.cue_span:
        return Verdict(Truth.TRUE, records, words, "뒤의 말이 앞의 말에 답합니다")
    return Verdict(Truth.FALSE, (*records, answered.id), words, "뒤의 말은 다른 말에 답합니다")


def _denies(claim: Answers, one: Shelved, other: Shelved, reply: Statement) -> bool:
    """Whether the reply is of the other polarity on the same matter, or is told as a denial and the claim names its
    speaker, his house, or its matter: a record of an answer alone proves no denial.
    """
    here, there = one.senses.of(claim.claim.content), other.senses.of(claim.denial.content)
    shared = len(here.words & there.words) >= _SHARED
    named = any(house in claim.claim.content for house in other.houses(other.name(claim.denial.voice)))
    turned = here.negative != there.negative and shared
    return turned or (reply.stance is Stance.DENY and (shared or named))


def _answers_across(
    claim: Answers, at: tuple[Shelved, Shelved], records: tuple[str, ...], words: tuple[str, ...]
) -> Verdict:
    """True where a denial is of the claim's own matter: no record ties statements of two articles."""
    here, there = at[0].senses.of(claim.claim.content), at[1].senses.of(claim.denial.content)
    if here.likeness(there) >= NEAR:
        return Verdict(Truth.TRUE, records, words, "뒤의 말이 앞의 말을 부인합니다")
    return Verdict(Truth.UNSUPPORTED, records, words, "무엇에 답한 말인지 장부에 없습니다")


def _verdict(truth: Truth, told: list[tuple[Statement, str]], because: str) -> Verdict:
    return Verdict(truth, tuple(s.id for s, _ in told), tuple(words for _, words in told), because)
