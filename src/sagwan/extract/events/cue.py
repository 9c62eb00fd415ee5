"""What a word says of the act below it: the cue of a noun behind a clause, of a verb above it, of the two together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sagwan.extract.events.phrase import Phrase, Predicate
    from sagwan.extract.events.triggers import Triggers
    from sagwan.lexicon.schema.frame import StatusCue

# The copulas, and how the noun stands that they say something to be.
_SAID: dict[tuple[str, ...], str] = {("이",): "이다", ("아니",): "이"}


def cue_of_noun(noun: Phrase, p: Predicate, index: Triggers) -> StatusCue | None:
    """What a noun says of the clause before it; one that names the ending or the particle goes before."""
    cues, ending = index.noun_cues, p.ending
    past = cues.get(f"었{ending} {noun.lead}") if "었" in p.eps else None
    found = past or cues.get(f"{ending} {noun.head}{noun.mark}")
    for word in (noun.lead, noun.head):
        found = found or cues.get(f"{ending} {word}")
        for n in range(len(word)):
            if n and word[n - 1].isdigit():
                break  # 10일
            found = found or cues.get(word[n:]) or (cues.get(f"{ending} {word[n:]}") if n < len(word) - 1 else None)
    # 정부가 뽑은 의사: what was done is nobody's intention.
    done = ending == "ㄴ" and not p.describes and found is not None and found.effect == "planned"
    return None if done else found


def cue_of_verb(p: Predicate, noun: str, index: Triggers, *, only_pair: bool = False) -> StatusCue | None:
    """What the verb says of the act below it, with the `noun` between them where a cue names one.

    이번이 처음이 아니다 denies that it was the first, 사실이 아니다 the act; 소문은 사실무근이다 says what the noun is.
    """
    mark = _SAID.get(p.stems)
    if mark is not None:
        said = next((a.head for a in p.args if a.mark == mark and not a.dependent and a.clause is None), None)
        noun = noun if said is None else said
    for stem in p.stems:
        cue = index.verb_cues.get(f"{noun} {stem}") or (None if only_pair else index.verb_cues.get(stem))
        if cue is not None:
            return cue
    return None


def pair_cue(over: Predicate, noun: Phrase, ending: str, index: Triggers) -> StatusCue | None:
    """What a verb says with this noun below it; one that names the particle or the ending before it too goes before:
    수밖에 없다, ㄹ 것으로 알려졌다.
    """
    for name in (noun.head + noun.mark, f"{ending} {noun.head}", noun.head):
        cue = cue_of_verb(over, name, index, only_pair=True)
        if cue is not None:
            return cue
    return None


def cue_over(p: Predicate, noun: Phrase, index: Triggers) -> StatusCue | None:
    """What the verb says of an acting noun below it, by itself or with the noun that makes one word of it: 인수를
    검토했다, 인수를 마무리 지었다, 인수를 눈앞에 뒀다.
    """
    for stem in p.stems:
        words = (f"{a.head} {stem}" for a in p.args if a is not noun and a.mark != "은")
        grown = next((c for word in words if (c := index.verb_cues.get(word)) is not None and c.control), None)
        cue = index.verb_cues.get(f"{noun.head} {stem}") or grown or index.verb_cues.get(stem)
        if cue is not None:
            return cue
    return None
