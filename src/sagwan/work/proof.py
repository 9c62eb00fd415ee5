"""The lexicon's runner: every entry is well formed, and what its own sentences promise is what the reading gives."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.errors import Refusal, SagwanError
from sagwan.lexicon.marked import Marked, unmark
from sagwan.work.provers import PROVERS, TURNING, is_idle, words_of, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sagwan.lexicon import Lexicon
    from sagwan.lexicon.schema.entry import Entry
    from sagwan.work.provers import Told

_ID = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*")
_CHOICE = re.compile(r"\[([a-z_]+):([^\[\]]*\|[^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class Proof:
    """The outcome: how many entries and sentences were checked, and what failed.

    `unread` counts the sentences of kinds whose reading no prover here takes up; their form is checked all the same,
    and the tests of their room read them.
    """

    entries: int
    read: int
    unread: int
    faults: tuple[Refusal, ...]


def prove(lexicon: Lexicon, heard: Callable[[], None] = lambda: None) -> Proof:
    """Check every entry of the lexicon; `heard` is called after each."""
    faults: list[Refusal] = []
    entries = read = unread = 0
    for kind, table in lexicon.tables.items():
        for entry in table:
            sentences, wrong = prove_entry(entry, lexicon)
            faults += wrong or prove_use(entry, lexicon)
            entries += 1
            read += sentences if kind in PROVERS else 0
            unread += 0 if kind in PROVERS else sentences
            heard()
    return Proof(entries, read, unread, tuple(faults))


def prove_entry(entry: Entry, lexicon: Lexicon) -> tuple[int, list[Refusal]]:
    """How many sentences one entry promises something about, and what it does not hold."""
    where = f"{type(entry).__name__} {entry.id}"
    faults = [Refusal(code, what, where) for code, what in _form(entry)]
    promised = list(_promises(entry))
    if type(entry) in PROVERS:
        faults += _broken(entry, promised, lexicon)
    return len(promised), faults


def prove_use(entry: Entry, lexicon: Lexicon) -> list[Refusal]:
    """What is wrong with an entry whose every example is read without it as with it; words that only turn what would
    be read anyway must be seen to turn something.
    """
    sentences = [unmark(variant) for example in entry.examples for variant in variants(example)]
    if type(entry) not in TURNING or not sentences or not is_idle(entry, sentences, lexicon):
        return []
    what = "보기가 모두 이 항목 없이도 똑같이 읽힙니다"
    where = f"{type(entry).__name__} {entry.id}"
    return [Refusal("lexicon.idle", what, where, "이 항목이 있어야 읽히는 보기를 하나 적거나, 항목을 지우십시오")]


def variants(example: str) -> list[str]:
    """Each sentence that an example with alternatives stands for: [verb:인수했다|사들였다] is two."""
    found = _CHOICE.search(example)
    if not found:
        return [example]
    before, name, after = example[: found.start()], found[1], example[found.end() :]
    return [v for word in found[2].split("|") for v in variants(f"{before}[{name}:{word}]{after}")]


def _form(entry: Entry) -> Iterator[tuple[str, str]]:
    if not _ID.fullmatch(entry.id):
        yield "lexicon.id", f"id는 소문자와 점으로 씁니다: {entry.id}"
    for words in _strings(entry):
        if words != unicodedata.normalize("NFC", words):
            yield "lexicon.nfc", f"NFC가 아닙니다: {words}"
        if words != words.strip() or "  " in words:
            yield "lexicon.blank", f"남는 빈칸이 있습니다: {words!r}"
    for words, n in Counter(words_of(entry)).items():
        if n > 1:
            yield "lexicon.word_twice", f"같은 낱말이 두 번 쓰였습니다: {words}"
    for example in entry.examples:
        try:
            unmark(example)
        except SagwanError as wrong:
            yield wrong.refusal.code, f"{wrong.refusal.what}: {example}"


def _strings(entry: Entry) -> Iterator[str]:
    """Its sentences and listed words; other fields may hold patterns, in which a blank says something."""
    yield from (*entry.examples, *entry.not_examples, *entry.gaps, *words_of(entry))
    for field in ("proof", "label", "name"):
        value = getattr(entry, field, None)
        if isinstance(value, str):
            yield value


def _promises(entry: Entry) -> Iterator[tuple[str, Marked, list[Told] | None]]:
    """Kind of promise, sentence, and what must be read: None for nothing of this entry."""
    for example in entry.examples:
        for variant in variants(example):
            yield "example", unmark(variant), [_marks(variant)]
    proof = getattr(entry, "proof", None)
    for word in words_of(entry) if proof else ():
        sentence = written(str(proof), word)
        yield "proof", unmark(sentence), [_marks(sentence)]
    for sentence in entry.not_examples:
        yield "not_example", Marked(sentence, ()), None
    for sentence in entry.gaps:
        yield "gap", Marked(sentence, ()), None


def _marks(sentence: str) -> Told:
    marked = unmark(sentence)
    return frozenset((name, marked.text[span.start : span.end]) for name, span in marked.marks)


def _broken(entry: Entry, promised: list[tuple[str, Marked, list[Told] | None]], lexicon: Lexicon) -> Iterator[Refusal]:
    tell = PROVERS[type(entry)]
    for kind, sentence, want in promised:
        got = tell(entry, sentence, lexicon)
        if got == (want or []):
            continue
        where = f"{type(entry).__name__} {entry.id}"
        if kind == "gap":
            repair = "gaps에서 examples로 옮기십시오"
            yield Refusal("lexicon.gap_closed", f"이제 읽힙니다: {sentence.text}", where, repair)
        else:
            yield Refusal(
                f"lexicon.{kind}", f"{sentence.text} — 읽힌 것: {_shown(got)}; 읽힐 것: {_shown(want or [])}", where
            )


def _shown(told: list[Told]) -> str:
    return " / ".join(" ".join(f"[{name}:{words}]" for name, words in sorted(one)) for one in told) or "없음"
