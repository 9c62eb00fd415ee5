"""What gives a key away, and what repeats: in the options, the stem, the text and earlier items."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from sagwan.items.model import Asks, Form
from sagwan.items.review.finding import Finding
from sagwan.items.review.grams import estimate, grams, held, likeness, signature
from sagwan.items.review.guess import denies, texts
from sagwan.items.wording import found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sagwan.items.model import Item
    from sagwan.lexicon import Lexicon

_LONG, _SHORT = 1.8, 0.5
_TWINS, _CLASH, _NEAR, _HELD = 0.82, 0.6, 0.45, 0.85
_COPIED = 0.97
_SENTENCES = frozenset({Form.MATCH, Form.MISMATCH, Form.ERROR, Form.HEADLINE, Form.STATUS, Form.ACTOR})
_FEWEST = 4
_ECHO = 4


def clues(item: Item, lexicon: Lexicon) -> Iterator[Finding]:
    """What the options give away by their looks."""
    words = texts(item)
    if len(words) < _FEWEST:
        return
    yield from _by_length(item, words)
    for code, marks in (("absolute", _marked(words, "absolute", lexicon)), ("hedge", _marked(words, "hedge", lexicon))):
        if item.form in _SENTENCES and len(marks) == 1 and code == "hedge" and marks == [item.key] and _hints(item):
            yield Finding("clue.hedge", "답만 여지를 두는 말로 적혔습니다", item.key)
        if item.form in _SENTENCES and code == "absolute" and marks:
            yield Finding("clue.absolute", "기록보다 세게 단정하는 말이 있습니다", marks[0])
    if item.form in _SENTENCES:
        negative = [n for n, one in enumerate(words) if denies(one)]
        alone = negative == [item.key] or set(range(len(words))) - set(negative) == {item.key}
        if alone:
            yield Finding("clue.polarity", "답만 긍정·부정이 다릅니다", item.key)
    yield from _echo(item)


def _hints(item: Item) -> bool:
    return item.asks is Asks.TRUE


def _marked(words: Sequence[str], kind: str, lexicon: Lexicon) -> list[int]:
    return [n for n, one in enumerate(words) if found(kind, one, lexicon)]


def _by_length(item: Item, words: Sequence[str]) -> Iterator[Finding]:
    others = [len(one) for n, one in enumerate(words) if n != item.key]
    own = len(words[item.key])
    if item.form in _SENTENCES and own >= _LONG * max(others):
        yield Finding("clue.length", f"답이 다른 선택지보다 훨씬 깁니다 ({own}자, 다음은 {max(others)}자)", item.key)
    elif item.form in _SENTENCES and own <= _SHORT * min(others):
        yield Finding("clue.length", f"답이 다른 선택지보다 훨씬 짧습니다 ({own}자, 다음은 {min(others)}자)", item.key)
    elif item.form not in _SENTENCES and own > _LONG * 2 * median(others):
        yield Finding("clue.length", "답이 다른 선택지보다 훨씬 깁니다", item.key)


def _echo(item: Item) -> Iterator[Finding]:
    """The key's own words in the stem or the 〈보기〉, and no other option's."""
    if item.form is Form.ERROR:
        return
    asked = " ".join((item.stem, *item.box))
    repeated = [n for n, option in enumerate(item.options) if _echoes(option.text, asked)]
    if repeated == [item.key]:
        yield Finding("clue.echo", "답의 말이 발문이나 〈보기〉에 들어 있습니다", item.key)


def _echoes(option: str, asked: str) -> bool:
    parts = [part for part in option.replace("㉠", " ").replace("㉡", " ").split() if len(part) >= _ECHO]
    return bool(parts) and (option in asked or all(part in asked for part in parts))


def overlaps(item: Item, text: str) -> Iterator[Finding]:
    """Options that repeat each other, and a key alone that is copied from the text."""
    words = texts(item)
    for n, one in enumerate(words):
        for m, other in enumerate(words[:n]):
            same = "".join(one.split()) == "".join(other.split())
            if same or (item.form in _SENTENCES - {Form.ACTOR} and likeness(one, other) >= _TWINS):
                yield Finding("overlap.options", f"{m + 1}번과 {n + 1}번이 거의 같습니다", n)
    if item.form in _SENTENCES - {Form.HEADLINE, Form.STATUS}:
        copied = [n for n, one in enumerate(words) if _copied(one.strip("㉠㉡㉢㉣㉤ ."), text)]
        if copied == [item.key]:
            yield Finding("overlap.text", "답만 글을 그대로 옮겼습니다", item.key)


def _copied(sentence: str, text: str) -> bool:
    """Whether the text has the whole of it word for word."""
    own = grams(sentence, 5)
    return sentence in text or (len(own) > _ECHO and len(own & grams(text, 5)) / len(own) >= _COPIED)


def similar(item: Item, earlier: Sequence[tuple[str, str]]) -> Iterator[Finding]:
    """Clashes with items of the bank or of past papers, given as name and words."""
    words = words_of(item)
    own = signature(words)
    for name, other in earlier:
        if name == item.id:
            continue
        # A past paper prints stem and options too, so that its likeness is low where it holds all of this item.
        longer = len(other) > 2 * len(words)
        if longer or estimate(own, signature(other)) >= _NEAR:
            like = held(words, other) if longer else likeness(words, other)
            if like >= (_HELD if longer else _CLASH):
                yield Finding("similar.item", f"앞선 문항과 {like:.0%} 같습니다: {name}: {other[:60]}…")


def words_of(item: Item) -> str:
    """What an item is about, in one line: its 〈보기〉, or its options where it has none."""
    return " ".join(item.box or sorted(option.text for option in item.options))


def sensitive(item: Item, lexicon: Lexicon) -> Iterator[Finding]:
    """Words that ask for care with the people named."""
    for kind in ("minor", "victim", "accusation", "harm"):
        for n, words in enumerate((" ".join((item.stem, *item.box)), *(option.text for option in item.options))):
            if hit := found(kind, words, lexicon):
                yield Finding(f"sensitive.{kind}", f"‘{hit}’: 사람을 두고 쓰기 전에 살피십시오", n - 1 if n else None)
                break
