"""Forms about who says what: 내용 일치·불일치, 누가 말했나, 제목, 잘못된 곳 찾기, 관점 비교, 단답."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from sagwan.items.model import Asks, Both, Form, Item, Narrated, Option, Said
from sagwan.items.propose.balance import even
from sagwan.items.propose.deeds import done
from sagwan.items.propose.material import CHOICES, DENIAL
from sagwan.items.sure import apart
from sagwan.items.wording import stem, stems
from sagwan.items.write.report import narrate, report, way_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sagwan.items.propose.material import Material, Matter, Telling
    from sagwan.items.sure import Voice
    from sagwan.lexicon.schema.item import Saying

MARKS = "㉠㉡㉢㉣㉤"
_FEWEST = 4
_DENIALS = 1
_LONGEST_HEADLINE = 45


def contents(of: Material) -> Iterator[Item]:
    """내용 일치 and 불일치: one telling is true (or false), the others are not, each about a matter of its own."""
    matters = [*of.told, *of.narrated, *done(of)]
    of.rng.shuffle(matters)
    for start in range(0, len(matters), 2):
        turn = _varied([*matters[start:], *matters[:start]])
        if len(turn) >= _FEWEST:
            turns = [[*turn[n:], *turn[:n]] for n in range(len(turn))]
            yield even(of, [_matching(of, one, nth=start) for one in turns])
            yield even(of, [_mismatching(of, turn, nth=start + n, form=Form.MISMATCH) for n in range(len(turn))])
            yield _mismatching(of, turn, nth=start + 1, form=Form.ERROR)


def _varied(matters: Sequence[Matter]) -> list[Matter]:
    """As many as an item has options: the first, and those most like it in kind and length, few of them false by a
    bare denial only.
    """
    poor = [m for m in matters if m.false[0].change == DENIAL][_DENIALS:]
    fit = [m for m in matters if m not in poor]
    if not fit:
        return []
    length, voiced = _length(fit[0]), fit[0].true.voice is not None
    return [fit[0], *sorted(fit[1:], key=lambda m: ((m.true.voice is None) is voiced, abs(_length(m) - length)))][
        :CHOICES
    ]


def _length(matter: Matter) -> int:
    """How much it says."""
    claim = matter.true.claim
    return len(matter.true.text or (claim.content if isinstance(claim, Said | Narrated) else ""))


def _matching(of: Material, matters: Sequence[Matter], nth: int) -> Item:
    told = [matters[0].true, *(_one_of(matter, of, n) for n, matter in enumerate(matters[1:]))]
    ways = stems(of.lexicon, Form.MATCH)
    return of.item(Form.MATCH, ways[nth // 2 % len(ways)].text, _options(of, told))


def _mismatching(of: Material, matters: Sequence[Matter], nth: int, form: Form) -> Item:
    at = nth % len(matters)
    told = [_one_of(matters[at], of, nth), *(m.true for m in (*matters[:at], *matters[at + 1 :]))]
    ways = stems(of.lexicon, form)
    placed = of.item(form, ways[nth % len(ways)].text, _options(of, told), asks=Asks.FALSE)
    return _marked(placed) if form is Form.ERROR else placed


def _marked(item: Item) -> Item:
    """The options as lines of the 〈보기〉, their marks to choose from."""
    lines = list(zip(MARKS, item.options, strict=False))
    box = tuple(f"{mark} {option.text}" for mark, option in lines)
    marked = tuple(Option(mark, option.claim, option.change) for mark, option in lines)
    stem_ = item.stem.replace("㉤", MARKS[len(marked) - 1])
    return Item(item.form, item.articles, stem_, box, marked, item.key, item.asks)


def _one_of(matter: Matter, of: Material, nth: int) -> Telling:
    """One of the first two kinds of change, by chance and turn; a bare denial only where there is nothing else."""
    richer = [telling for telling in matter.false if telling.change != DENIAL] or matter.false
    return richer[(of.rng.randrange(2) + nth) % min(2, len(richer))]


def _options(of: Material, told: Sequence[Telling]) -> list[Option]:
    spoken = [(one.voice, one.clause) for one in told if one.voice and one.clause]
    people = all(voice.person for voice, _ in spoken)
    way = way_for((said for _, said in spoken), of.lexicon, of.analyser, of.rng, people=people)
    return [Option(_written(one, way, of), one.claim, one.change) for one in told]


def _written(one: Telling, way: Saying, of: Material) -> str:
    if one.text is not None or one.clause is None:
        return one.text or ""
    if one.voice is None:
        return narrate(one.clause, of.analyser)
    return report(one.voice.shown, one.clause, way, of.analyser)


def speakers(of: Material) -> Iterator[Item]:
    """누가 말했나: the content in the 〈보기〉, people and organisations of the article to choose from."""
    for sure in of.sure:
        text = stem(of.lexicon, "stem.speaker_person" if sure.voice.person else "stem.speaker_org").text
        others = (v for v in of.people if v.person == sure.voice.person)
        voices = [sure.voice, *(v for v in others if apart(v, sure.voice))][:CHOICES]
        shown = of.shown(voices)
        options = [Option(words, of.said(v, sure.plain)) for v, words in zip(voices, shown, strict=True)]
        if len(set(shown)) == len(options) >= _FEWEST:
            yield of.item(Form.SPEAKER, text, options, (f"{sure.plain}.",))


def short(of: Material) -> Iterator[Item]:
    """단답: who said so."""
    text = stem(of.lexicon, "stem.short_speaker").text
    for sure in of.sure:
        entity = of.source.entities.get(sure.voice.key)
        accepts = tuple(dict.fromkeys((entity.name, *(a for a in entity.aliases if len(a) > 1)))) if entity else ()
        answer = Option(sure.voice.shown, of.true(sure).claim)
        made = of.item(Form.SHORT, text, [answer], (f"{sure.plain}.",))
        yield Item(*(made.form, made.articles, made.stem, made.box, made.options, 0, Asks.TRUE, accepts))


def headlines(of: Material) -> Iterator[Item]:
    """제목: a speaker and his words as a newspaper would print them."""
    text = stem(of.lexicon, "stem.headline").text
    brief = [matter for matter in of.told if _length(matter) <= _LONGEST_HEADLINE]
    for start in range(1, len(brief), 3):
        turn = _varied([*brief[start:], *brief[:start]])
        if len(turn) >= _FEWEST:
            turns = [[*turn[n:], *turn[:n]] for n in range(len(turn))]
            yield even(of, [of.item(Form.HEADLINE, text, _quoted(of, one)) for one in turns])


def _quoted(of: Material, matters: Sequence[Matter]) -> list[Option]:
    """The first as it was said, the others by one change."""
    told = [matters[0].true, *(_one_of(matter, of, n + 1) for n, matter in enumerate(matters[1:]))]
    return [
        Option(f"{t.voice.shown} “{t.clause.plain(of.analyser)}”", t.claim, t.change)
        for t in told
        if t.voice and t.clause
    ]


def positions(of: Material) -> Iterator[Item]:
    """관점 비교: two contents, and whose they are."""
    text = stem(of.lexicon, "stem.position").text
    for one, other in zip(of.sure, of.sure[1:], strict=False):
        if not apart(one.voice, other.voice) or one.voice.person != other.voice.person:
            continue
        fit = [v for v in of.voices if v.person == one.voice.person]
        third = [v for v in fit if apart(v, one.voice) and apart(v, other.voice)]
        pairs = _pairs(one.voice, other.voice, third[:1])
        options = [
            Option(
                f"㉠ {a.shown} – ㉡ {b.shown}",
                Both((of.said(a, one.plain), of.said(b, other.plain))),
            )
            for a, b in pairs
        ]
        yield of.item(Form.POSITION, text, options, (f"㉠ {one.plain}.", f"㉡ {other.plain}."))


def _pairs(one: Voice, other: Voice, third: Sequence[Voice]) -> list[tuple[Voice, Voice]]:
    """The right pair first, then the others; with three voices five pairs of two, with two voices four."""
    if third:
        return [(one, other), *(pair for pair in permutations((one, other, third[0]), 2) if pair != (one, other))][
            :CHOICES
        ]
    return [(one, other), (other, one), (one, one), (other, other)]
