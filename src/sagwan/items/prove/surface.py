"""Whether an option's words say what its claim says: the bridge between what a reader sees and what is proved."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sagwan.items.model import (
    Answers,
    Because,
    Both,
    Changed,
    Comes,
    Did,
    Fills,
    Form,
    Holds,
    Means,
    Narrated,
    OneDeal,
    Reported,
    Said,
)
from sagwan.items.wording import found
from sagwan.korean.inflection import attach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.items.model import Claim, Item, Option
    from sagwan.items.prove.shelf import Shelf
    from sagwan.lexicon import Lexicon

_TOLD_IN_FULL = 0.7
# Words by which a stem asks for the best of its own options.
_NEAREST = re.compile("가장 (?=가까운|적절한|알맞은)")
# Forms whose options are one sentence each, so that polarity can be counted.
_ONE_SENTENCE = frozenset({Form.MATCH, Form.MISMATCH, Form.ERROR, Form.HEADLINE})


def faults_of_words(item: Item, shelf: Shelf, evidence: tuple[tuple[str, ...], ...], lexicon: Lexicon) -> Iterator[str]:
    """What is wrong between the words and the claims, as `code: what` lines."""
    texts = [option.text for option in item.options]
    for n, text in enumerate(texts):
        if text in texts[:n]:
            yield f"words.twice: {n + 1}번 선택지가 앞의 것과 같습니다"
    for n, (option, words) in enumerate(zip(item.options, evidence, strict=True), 1):
        for fault in _of_option(n - 1, option, item, shelf):
            yield f"{fault} ({n}번)"
        sweeping = found("absolute", option.text, lexicon)
        if sweeping and not any(sweeping in one for one in words):
            yield f"words.only: 기록에 없는 ‘{sweeping}’ ({n}번)"
    sweeping = found("absolute", _NEAREST.sub("", item.stem), lexicon)
    if sweeping:
        yield f"words.only: 발문에 기록에 없는 ‘{sweeping}’"


def _of_option(nth: int, option: Option, item: Item, shelf: Shelf) -> Iterator[str]:
    if item.form is Form.ERROR:
        seen = item.box[nth] if nth < len(item.box) else ""
    else:
        named = item.stem if item.form is Form.CHANGE else ""  # the stem names whose word it is
        seen = " ".join((option.text, *item.box, named))
    if not _shows(option.claim, seen, shelf):
        yield "words.shown: 선택지에 보이는 말이 주장과 다릅니다"
    for claim in _told(option.claim):
        at = shelf[claim.article]
        if isinstance(claim, Said) and not _named(claim.voice, claim.article, seen, shelf):
            yield f"words.voice: 말한 이 {attach(f'‘{at.name(claim.voice)}’', '이/가')} 드러나지 않습니다"
        wanted, got = at.senses.of(claim.content), at.senses.of(seen)
        shared = len(wanted.words & got.words) / len(wanted.words) if wanted.words else 1
        if shared < _TOLD_IN_FULL or not set(wanted.numbers) <= set(got.numbers) or not wanted.names <= got.names:
            yield "words.content: 선택지의 말이 주장과 다릅니다"
        elif item.form in _ONE_SENTENCE and (got.negative != wanted.negative or not wanted.sides <= got.sides):
            yield "words.polarity: 선택지와 주장의 긍정·부정이 다릅니다"


def _shows(claim: Claim, seen: str, shelf: Shelf) -> bool:  # noqa: PLR0911  one line a kind of claim
    """Whether what the claim is about is there to be read: the words, the number, the names."""
    match claim:
        case Fills() | Because():
            return claim.words in seen
        case OneDeal():
            return claim.one.words in seen and claim.other.words in seen
        case Comes():
            digits = f"{claim.value:f}".replace(".", "").strip("0")
            return digits in {re.sub(r"[,.]", "", n).strip("0") for n in re.findall(r"\d[\d,.]*", seen)}
        case Means():
            return _named(claim.entity, claim.article, seen, shelf)
        case Holds():
            both = [one for one in (claim.person, claim.org) if one is not None]
            return claim.title in seen and all(_named(one, claim.article, seen, shelf) for one in both)
        case Did():
            both = [one for one in (claim.actor, claim.target) if one is not None]
            return all(_named(one, claim.article, seen, shelf) for one in both)
        case _:
            return True


def _named(key: str, article: str, seen: str, shelf: Shelf) -> bool:
    entity = next((e for e in shelf[article].records.entities if e.id == key), None)
    return any(name in seen for name in ((entity.name, *entity.aliases) if entity else (key,)))


def _told(claim: Claim) -> Iterator[Said | Narrated]:
    match claim:
        case Said() | Narrated():
            yield claim
        case Reported():
            yield Said(claim.articles[0], claim.name, claim.content)
        case Answers():
            yield from (claim.claim, claim.denial)
        case Changed():
            yield from (claim.before, claim.after)
        case Both():
            for part in claim.claims:
                yield from _told(part)
        case _:
            return
