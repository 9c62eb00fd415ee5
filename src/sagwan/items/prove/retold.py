"""Whether one sentence tells what another tells: the same words in the same places, in whatever order."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sagwan.extract.values import read_values_in
from sagwan.items.morphemes import morphemes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sagwan.items.prove.meaning import Senses
    from sagwan.korean.kiwi import Analyser, Morpheme

_NOUNS = ("N", "SL", "SN", "XSN", "XR")
_SUBJECTS = frozenset({"은", "는", "이", "가", "께서", "ᆫ"})


def retells(one: str, other: str, senses: Senses, analyser: Analyser) -> bool:
    """Whether no word, number, name or polarity differs, and each noun has the part that it had.

    Order, endings and the choice between 은 and 이 are free; a word that the other does not have is not, since
    no record bears it out.
    """
    here, there = senses.of(one), senses.of(other)
    same = here.words == there.words and here.agrees(there)
    return same and _values(one) == _values(other) and _parts(one, analyser) == _parts(other, analyser)


def _values(words: str) -> Counter[str]:
    read = read_values_in(words)
    found = [f"{m.amount} {m.currency}" for m in read.money]
    found += [f"{s.amount} {s.unit}" for s in read.shares] + [f"{c.amount} {c.unit}" for c in read.counts]
    return Counter((*found, *(f"{t.value} {t.known}" for t in read.times)))


def _parts(words: str, analyser: Analyser) -> Counter[tuple[str, str]]:
    """Each noun before a particle, with what the particle makes of it."""
    morphemes = morphemes_of(words, analyser)
    return Counter(_marked(morphemes))


def _marked(morphemes: Iterable[Morpheme]) -> Iterator[tuple[str, str]]:
    noun, end = "", 0
    for m in morphemes:
        if m.tag.startswith("J") and noun:
            subject = m.tag in ("JX", "JKS") and m.form in _SUBJECTS
            yield noun, "subject" if subject else m.tag if m.tag in ("JKO", "JKG") else m.form
        noun = (noun if m.start == end else "") + m.form if m.tag.startswith(_NOUNS) else ""
        end = m.end
