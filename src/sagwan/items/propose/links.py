"""Forms about what hangs together: 가리키는 말, 주장과 반박, 일어난 순서, 주장과 사실."""

from __future__ import annotations

import re
from itertools import permutations
from typing import TYPE_CHECKING

from sagwan.core.span import Span
from sagwan.core.statement import Found
from sagwan.items.model import Answers, Form, Item, Means, Narrated, Option, Orders, Said, Told, Truth
from sagwan.items.morphemes import morphemes_of
from sagwan.items.propose.material import CHOICES
from sagwan.items.vary import contrary
from sagwan.items.wording import found, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.items.propose.material import Material
    from sagwan.items.sure import Sure

_FEWEST = 4
_OPENING = re.compile(r"(?:(?:이어|또|그러면서|아울러)\s)?(?P<pronoun>그|그녀)는\s")
_REMARK = re.compile(r"\s?\([^()]*\)")


def pronouns(of: Material) -> Iterator[Item]:
    """가리키는 말: 그 at the head of a sentence, people of the article to choose from."""
    text = stem(of.lexicon, "stem.pronoun").text
    asked: set[int] = set()
    for sure in of.sure:
        opening = _OPENING.match(of.source.reported, sure.sentence.start)
        if sure.statement.found is not Found.CARRIED or not opening or sure.sentence.start in asked:
            continue
        asked.add(sure.sentence.start)
        at = Span(opening.start("pronoun"), opening.end("pronoun"))
        others = [v for v in of.people if v.person and v.key != sure.voice.key and v.key.startswith("entity-")]
        voices = (sure.voice, *others[: CHOICES - 1])
        options = [
            Option(words, Means(of.source.address, at.start, at.end, v.key))
            for v, words in zip(voices, of.shown(voices), strict=True)
        ]
        if len(options) >= _FEWEST:
            chars = of.source.text.chars
            box = f"{chars[sure.sentence.start : at.start]}㉠{chars[at.start : sure.sentence.end]}"
            yield of.item(Form.PRONOUN, text, options, (box,))


def denials(of: Material) -> Iterator[Item]:
    """주장과 반박: which answer goes with which claim."""
    text = stem(of.lexicon, "stem.denial").text
    by_id = {sure.statement.id: sure for sure in of.sure}
    answered = {
        sure.statement.id: by_id[sure.statement.responds_to]
        for sure in of.sure
        if sure.statement.responds_to in by_id and by_id[sure.statement.responds_to].voice.key != sure.voice.key
    }
    for id_, claim in answered.items():
        denial = by_id[id_]
        key = _pair(claim, of.said(claim.voice, claim.plain), denial, of.said(denial.voice, denial.plain))
        wrong = [o for o in _mismatched(of, claim, denial) if _apart(o) and of.judge(o.claim).truth is Truth.FALSE]
        of.rng.shuffle(wrong)
        fresh = {o.text: o for o in wrong if o.text != key.text}
        if len(fresh) >= _FEWEST - 1:
            yield of.item(Form.DENIAL, text, [key, *tuple(fresh.values())[: CHOICES - 1]])


def _mismatched(of: Material, claim: Sure, denial: Sure) -> Iterator[Option]:
    """One of the two exchanged for what another said, or for its contrary."""
    for other in of.sure:
        if other.voice.key != denial.voice.key:
            yield _pair(claim, of.said(claim.voice, claim.plain), denial, of.said(denial.voice, other.plain))
        if other.voice.key != claim.voice.key:
            yield _pair(claim, of.said(claim.voice, other.plain), denial, of.said(denial.voice, denial.plain))
    for one in (claim, denial):
        turned = None if found("polar", one.plain, of.lexicon) else contrary(one.clause, of.analyser)
        if turned is not None:
            words = of.said(one.voice, turned.plain(of.analyser))
            first = words if one is claim else of.said(claim.voice, claim.plain)
            yield _pair(claim, first, denial, words if one is denial else of.said(denial.voice, denial.plain))


def _apart(option: Option) -> bool:
    """Whether the two sides do not say the same."""
    answers = option.claim
    return isinstance(answers, Answers) and answers.claim.content != answers.denial.content


def _pair(one: Sure, claim: Said, two: Sure, denial: Said) -> Option:
    return Option(f"{one.voice.shown}: {claim.content}. – {two.voice.shown}: {denial.content}.", Answers(claim, denial))


def orders(of: Material) -> Iterator[Item]:
    """일어난 순서: three sentences of the reporter with their dates taken out."""
    text = stem(of.lexicon, "stem.order").text
    dated = _dated(of)
    if len(dated) < len("㉠㉡㉢"):
        return
    chosen = dated[: len("㉠㉡㉢")]
    of.rng.shuffle(chosen)
    marks = "㉠㉡㉢"
    right = tuple(sorted(range(3), key=lambda n: chosen[n][0]))
    wrong = [p for p in permutations(range(3)) if p != right]
    of.rng.shuffle(wrong)
    options = [
        Option(
            " → ".join(marks[n] for n in order),
            Orders(of.source.address, tuple((chosen[n][1].start, chosen[n][1].end) for n in order)),
        )
        for order in (right, *wrong[: CHOICES - 1])
    ]
    yield of.item(Form.ORDER, text, options, [f"{mark} {one[2]}" for mark, one in zip(marks, chosen, strict=True)])


def _dated(of: Material) -> list[tuple[str, Span, str]]:
    """Day, sentence, and the sentence without its date; one a day."""
    kept: dict[str, tuple[str, Span, str]] = {}
    for sentence in of.source.sentences:
        inside = [t for t in of.source.records.times if sentence.covers(t.span)]
        dates = [t for t in inside if t.type.value == "date" and t.part_of is None]
        if len(dates) != 1 or dates[0].value is None or dates[0].mods:
            continue
        date = dates[0]
        plain = _without(of.source.text.cut(sentence), date.span.start - sentence.start, date.span.end - sentence.start)
        sure = of.judge(Orders(of.source.address, ((sentence.start, sentence.end),))).truth is Truth.TRUE
        if sure and plain and _at_last(of, sentence, date.span) and _happened(of, sentence, plain):
            kept.setdefault(str(date.value), (str(date.value), sentence, plain))
    days = sorted(kept)
    return [kept[d] for d in days if not any(o != d and (o.startswith(d) or d.startswith(o)) for o in days)]


def _happened(of: Material, sentence: Span, plain: str) -> bool:
    """Whether the reporter tells it as done, and it says by itself what was done."""
    there = of.source.text.cut(sentence)
    spoken = any(sentence.overlaps(s.span) for s in of.source.records.statements) or set('“”"') & set(there)
    unsure = found("unsure", there, of.lexicon) or found("deictic", plain, of.lexicon)
    return not spoken and not unsure and _told_as_past(plain, of)


def _told_as_past(sentence: str, of: Material) -> bool:
    """보냈다, 문을 열었다; not 보낸다, 보낼 것이다."""
    last = [m for m in morphemes_of(sentence, of.analyser) if m.tag in ("EP", "EF")][-2:]
    return [m.tag for m in last] == ["EP", "EF"] and last[0].form in ("었", "았") and last[1].form == "다"


def _at_last(of: Material, sentence: Span, date: Span) -> bool:
    """Whether the date says when the last predicate happened, and is not a part of something before it."""
    read = of.source.parsed.get(sentence)
    if read is None:
        return False
    words, tree = read
    starts = [words.morphemes[n].start for n in words.words]
    at = next((n for n in reversed(range(len(starts))) if starts[n] < date.end), None)
    return (
        at is not None and tree.heads[at] >= 0 and all(tree.auxiliary[n] for n in range(tree.heads[at] + 1, len(tree)))
    )


def _without(sentence: str, start: int, end: int) -> str | None:
    """The sentence without its date and without remarks in brackets, where the date stands as an adverb of its own."""
    before = re.sub(r"지난\s$", "", sentence[:start])
    behind = re.match(r"(?:\([^()]*\))?(?:에|에는)?\s", sentence[end:])
    if not behind or (before and not before.endswith(" ")):
        return None
    rest = _REMARK.sub("", before + sentence[end + behind.end() :])
    return rest if len(rest) > len("누리전자는 문을 열었다.") and "(" not in rest else None


def _tells(of: Material, sure: Sure) -> bool:
    """Whether it tells something of a subject that it names, as a reporter would, and promises or demands nothing."""
    morphemes = morphemes_of(sure.plain, of.analyser)
    subject = any(m.tag == "JKS" or (m.tag == "JX" and m.form in ("은", "는")) for m in morphemes)
    return subject and sure.clause.manner == "tell" and not found("hedge", sure.plain, of.lexicon)


def statuses(of: Material) -> Iterator[Item]:
    """주장과 사실: what somebody says among what the reporter tells."""
    text = stem(of.lexicon, "stem.status").text
    facts = [(c, c.content) for matter in of.narrated if isinstance(c := matter.true.claim, Narrated)]
    whole = [sure for sure in of.sure if _tells(of, sure)]
    for nth, sure in enumerate(whole[:2]):
        chosen = sorted(facts, key=lambda f: abs(len(f[1]) - len(sure.plain)))[nth : nth + CHOICES - 1]
        if len(chosen) == CHOICES - 1:
            key = Option(f"{sure.plain}.", Told(of.source.address, sure.plain, "claim"))
            others = [
                Option(f"{content}.", Told(of.source.address, content, "claim", claim.start, claim.stop))
                for claim, content in chosen
            ]
            yield of.item(Form.STATUS, text, [key, *others])
