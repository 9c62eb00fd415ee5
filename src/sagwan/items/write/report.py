"""A statement as a sentence of an option: who says what, in one of the ways the lexicon knows."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sagwan.extract.values import read_values_in
from sagwan.items.wording import sayings
from sagwan.korean.inflection import fill

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from sagwan.items.write.ending import Clause
    from sagwan.korean.kiwi import Analyser, Morpheme
    from sagwan.lexicon import Lexicon
    from sagwan.lexicon.schema.item import Saying

# A subject at the head that the sentence can be turned round to end in.
_OPENING = re.compile(r"(?P<name>[가-힣A-Za-z0-9]{3,})(?:은|는|이|가)\s(?=\S+\s\S)")
# A short sentence turned round says too little before its noun: 선을 그은 것은 누리전자이다.
_LONG_ENOUGH = 22
_TOPIC = re.compile(r"[가-힣A-Za-z0-9](?:은|는)\s")
_NOUNS = ("NNG", "NNP", "NNB", "XSN", "SL", "SN")
_STATES = ("VA", "VCP", "VCN", "XSA")


def way_for(clauses: Iterable[Clause], lexicon: Lexicon, analyser: Analyser, rng: Random) -> Saying:
    """One way to report that suits them all, so that no option stands out by it.

    Words that leave their subject out (계약을 맺었다) want the speaker as the subject of the sentence.
    """
    clauses = tuple(clauses)
    topics = any(_TOPIC.search(beneath(one, analyser).plain(analyser)) for one in clauses)
    alone = all(_has_subject(one, analyser) for one in clauses)
    fitting = [
        way
        for way in sayings(lexicon)
        if all(one.manner in way.moods for one in clauses)
        and not (topics and "{speaker}은/는" in way.text)
        and (alone or "{plain}" not in way.text)
    ]
    return rng.choice([way for way in fitting if not way.last] or fitting)


def _has_subject(said: Clause, analyser: Analyser) -> bool:
    """Whether it names whom it speaks of; else its subject is the speaker, who must then be the sentence's."""
    (morphemes,) = analyser.analyse([(said.plain(analyser), 0)])
    return any(m.tag == "JKS" or (m.tag == "JX" and m.form in ("은", "는")) for m in morphemes)


def narrate(said: Clause, analyser: Analyser) -> str:
    """What the reporter tells, turned round where it can be: 2021년 문을 연 것은 미르칩스이다."""
    plain = said.plain(analyser)
    opening = _OPENING.match(plain)
    turned = said.before_noun(analyser) if opening else None
    crowded = opening and (_TOPIC.search(plain[opening.end() :]) or "," in plain or len(plain) < _LONG_ENOUGH)
    if not opening or turned is None or crowded or ("않", "VX") in said.stem:
        return f"{plain}."
    return f"{turned[opening.end() :]} 것은 {opening['name']}이다."


def report(speaker: str, said: Clause, way: Saying, analyser: Analyser) -> str:
    """The sentence."""
    under = said if "{plain}" in way.text else beneath(said, analyser)
    words = {"speaker": speaker, "plain": under.plain(analyser)}
    words |= {"quoted": under.quoted(analyser), "modifying": under.modifying(analyser)}
    return fill(way.text, words)


def beneath(said: Clause, analyser: Analyser) -> Clause:
    """The clause as it stands under another topic, its own made a subject: 공장은 매물이 아니다 → 공장이 매물이 아니다.

    Only where the topic is surely the subject: no subject is written, and there is an object, or the predicate tells a
    state.
    """
    (morphemes,) = analyser.analyse([(said.plain(analyser), 0)])
    topics = [n for n, m in enumerate(morphemes) if n and m.tag == "JX" and m.form in ("은", "는")]
    if len(topics) != 1 or any(m.tag == "JKS" for m in morphemes[topics[0] :]) or not _surely(morphemes, topics[0]):
        return said
    at = morphemes[topics[0]].start
    particle = "이" if morphemes[topics[0]].form == "은" else "가"
    head = said.head[:at] + particle + said.head[at + 1 :]
    written = said.written[:at] + particle + said.written[at + 1 :] if said.written else None
    return replace(said, head=head, written=written) if at < len(said.head) else said


def _surely(morphemes: tuple[Morpheme, ...], topic: int) -> bool:
    before, last = morphemes[topic - 1], next(m for m in reversed(morphemes) if m.tag[0] in "VX")
    words = "".join(m.form for m in morphemes[:topic])
    acts = any(m.tag == "JKO" for m in morphemes[topic:])
    named = before.tag in _NOUNS and not read_values_in(words).times
    return named and (acts or last.tag.split("-")[0] in _STATES)
