"""Somebody said that he had no plan of an act, or would not do it, and later promises it; or the other way round."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from sagwan.core.statement import Stance
from sagwan.korean.kiwi import analyser
from sagwan.lexicon.schema.frame import Frame, StatusCue
from sagwan.views.reversals.reversal import reversal_of
from sagwan.views.subject import share

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sagwan.korean.kiwi import Morpheme
    from sagwan.ledger.acts import Word
    from sagwan.lexicon import Lexicon
    from sagwan.views.cast import Cast
    from sagwan.views.reversals.reversal import Reversal

_ENDING = 12  # letters at the end of a quotation that may rule all of it out
_NO = ("없", "않")
_TOPIC = ("은", "는")


class Intent(NamedTuple):
    """What the end of a quotation says of an act: the frames that its word calls, what it is done to, whether it is to
    be.
    """

    frames: frozenset[str]
    object: str
    wills: bool


def turns_of_intent(words: Iterable[Word], cast: Cast, lexicon: Lexicon) -> Iterator[Reversal]:
    """A promise and words that rule the same act upon the same thing out, of one speaker and two days."""
    by_voice: dict[str, list[Word]] = defaultdict(list)
    for word in words:
        if word.speaker is not None and word.told.place.published and (_promises(word) or may_rule_out(word)):
            by_voice[cast.person[word.speaker]].append(word)
    for _, said in sorted(by_voice.items()):
        if any(may_rule_out(word) for word in said):
            said.sort(key=lambda w: (w.told.place.published or "", w.id))
            yield from _pairs(said, cast, lexicon)


def _promises(word: Word) -> bool:
    return word.stance == Stance.PROMISE


def may_rule_out(word: Word) -> bool:
    """Whether a statement ends on a no; cheap, and asked before `intent`."""
    return any(no in word.quote[-_ENDING:] for no in _NO)


def _pairs(said: Sequence[Word], cast: Cast, lexicon: Lexicon) -> Iterator[Reversal]:
    used: set[str] = set()
    for one, other in combinations(said, 2):
        # Who never rules out has nothing to turn from.
        if may_rule_out(one) == may_rule_out(other) or not {one.id, other.id}.isdisjoint(used):
            continue
        if one.told.place.published != other.told.place.published and _turns(one, other, cast, lexicon):
            used |= {one.id, other.id}
            yield reversal_of(cast.name(one.speaker) or "", "will", one, other)


def _turns(one: Word, other: Word, cast: Cast, lexicon: Lexicon) -> bool:
    if not share((one.quote,), (other.quote,), (), 1):  # at least what the act is done to
        return False
    first, then = intent(one.quote, lexicon), intent(other.quote, lexicon)
    if first is None or then is None or first.wills == then.wills:
        return False
    places = [{cast.person[id_] for id_ in word.about} for word in (one, other)]
    elsewhere = all(places) and places[0].isdisjoint(places[1])
    return first.object == then.object and not first.frames.isdisjoint(then.frames) and not elsewhere


@lru_cache(maxsize=1024)  # asked of the few quotations of one speaker that share a word
def intent(quote: str, lexicon: Lexicon) -> Intent | None:
    """The act that the end of a quotation promises or rules out; None where it names none, or tells only what was."""
    (morphemes,) = analyser().analyse([(quote, 0)])
    at = _act(morphemes, lexicon)
    if at is None or (wills := _wills(morphemes[at + 1 :], lexicon)) is None:
        return None
    object_ = _object(morphemes[:at])
    return Intent(_frames(lexicon)[morphemes[at].form], object_, wills) if object_ else None


def _act(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> int | None:
    """Where the last act is named, plans of it left out: 인상 계획이 없다, 올릴 방침이다, 인상을 추진하겠다."""
    for at in range(len(morphemes) - 1, -1, -1):
        one = morphemes[at]
        if one.tag not in ("NNG", "VV") or one.form in _plans(lexicon) or one.form in ("하", "되"):
            continue
        return at if one.form in _frames(lexicon) else None
    return None


def _wills(behind: Sequence[Morpheme], lexicon: Lexicon) -> bool | None:
    """Whether what stands behind the act leaves it standing; None where a no says only that it was not."""
    if all(m.form not in _NO for m in behind):
        return True
    planned = any(m.form in _plans(lexicon) for m in behind)
    return False if planned or any(m.form == "겠" for m in behind) else None


def _object(before: Sequence[Morpheme]) -> str | None:
    """The noun with 을 or, where there is none, with 은, or the one that stands next."""
    nouns = [(m.form, mark) for m, mark in pairwise(before) if m.tag in ("NNG", "NNP")]
    marked = [form for form, mark in nouns if mark.tag == "JKO"]
    topics = [form for form, mark in nouns if mark.tag == "JX" and mark.form in _TOPIC]
    last = [m.form for m in before if m.tag in ("NNG", "NNP")]
    return next((found[-1] for found in (marked, topics, last) if found), None)


@cache
def _frames(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """By the noun or the stem of one word that calls them."""
    found: dict[str, set[str]] = defaultdict(set)
    for frame in lexicon.all(Frame):
        for word in (*frame.nouns, *frame.verbs):
            found[word.removesuffix("하")].add(frame.id)
    return {word: frozenset(frames) for word, frames in found.items()}


@cache
def _plans(lexicon: Lexicon) -> frozenset[str]:
    """What names a plan or tells of making one: 계획, 방침, 검토, 추진."""
    cues = [one for one in lexicon.all(StatusCue) if one.effect == "planned"]
    return frozenset(word.removesuffix("하") for one in cues for word in (*one.nouns, *one.verbs))
