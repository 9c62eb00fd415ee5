"""The door: sentences → dependency trees."""

from __future__ import annotations

from functools import cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from sagwan.korean.syntax.decode import best_heads
from sagwan.korean.syntax.features import KINDS
from sagwan.korean.syntax.network import Batch, best_labels, encode, score_arcs
from sagwan.korean.syntax.subjects import settle
from sagwan.korean.syntax.tree import Label, Tree
from sagwan.korean.syntax.weights import Floats, Weights, default_weights
from sagwan.korean.syntax.words import Known, WordTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sagwan.korean.kiwi import Morpheme
    from sagwan.korean.passage import Sentence
    from sagwan.korean.syntax.network import Ints

T = TypeVar("T")
# Longer sentences are lists and tables; they are parsed in stretches, each hung on the next.
LONGEST = 80
# Words that go through the network at once: about 50 MB.
_ROOM = 6000
_LABELS = {
    "NP_SBJ": Label.SUBJECT,
    "VP_SBJ": Label.SUBJECT,
    "VNP_SBJ": Label.SUBJECT,
    "NP_OBJ": Label.OBJECT,
    "VP_OBJ": Label.OBJECT,
    "NP_AJT": Label.ADJUNCT,
    "NP_CMP": Label.COMPLEMENT,
    "NP": Label.COMPOUND,
    "NP_MOD": Label.GENITIVE,
    "NP_CNJ": Label.COORDINATE,
    "VP_CNJ": Label.COORDINATE,
    "DP": Label.DETERMINER,
    "AP": Label.ADVERB,
    "VP": Label.CLAUSE,
    "VNP": Label.CLAUSE,
    "VP_AJT": Label.ADVERBIAL,
    "VP_CMP": Label.QUOTED,
    "VNP_CMP": Label.QUOTED,
    "VP_MOD": Label.ADNOMINAL,
    "VNP_MOD": Label.ADNOMINAL,
}
# What the treebank does not tell apart, the word's own ending does.
_SHARPER = {
    (Label.SUBJECT, KINDS.index("topic")): Label.TOPIC,
    (Label.CLAUSE, KINDS.index("final")): Label.SENTENCE,
}


class Parser:
    """A parser with its weights and the words it has met."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._words = WordTable(weights)
        self._labels = [[named_label(name, kind) for kind in range(len(KINDS))] for name in weights.labels]

    def parse(self, sentences: Sequence[Sentence]) -> list[Tree]:
        """One tree a sentence, in order; a sentence without words has an empty tree."""
        (trees,) = self.parse_groups([sentences])
        return trees

    def parse_groups(self, groups: Sequence[Sequence[Sentence]]) -> list[list[Tree]]:
        """See `parse_groups`."""
        known = self._words.look_up(word for group in groups for sentence in group for word in _words(sentence))
        units: list[list[list[Known]]] = []
        at = 0
        for group in groups:
            unit: list[list[Known]] = []
            for sentence in group:
                end = at + len(sentence.words)
                unit += [known[first : min(first + LONGEST, end)] for first in range(at, end, LONGEST)]
                at = end
            units += _rooms(unit, [len(stretch) for stretch in unit])
        rooms = _rooms(units, [sum(map(len, unit)) for unit in units])
        trees = (tree for room in rooms for tree in self._parse_together(room))
        return [[_whole(trees, len(sentence.words)) for sentence in group] for group in groups]

    def _parse_together(self, units: list[list[list[Known]]]) -> Iterator[Tree]:
        stretches = [stretch for unit in units for stretch in unit]
        batch = self._batch(stretches, [sum(map(len, unit)) for unit in units])
        ends = encode(self._weights, batch)
        heads: dict[int, list[int]] = {}
        scores: dict[int, Floats] = {}
        for alike in _alike(batch.order, batch.lengths):
            paid = score_arcs(self._weights, batch, ends, alike)
            scores.update(zip(alike.tolist(), paid, strict=True))
            heads.update(zip(alike.tolist(), best_heads(paid, batch.lengths[alike].tolist()), strict=True))
        starts = batch.starts.tolist()
        rows = [start + head if head >= 0 else -1 for i, start in enumerate(starts) for head in heads[i]]
        numbers = best_labels(self._weights, batch, ends, np.asarray(rows, np.intp)).tolist()
        for i, (start, words) in enumerate(zip(starts, stretches, strict=True)):
            labels = [self._labels[n][w.kind] for w, n in zip(words[:-1], numbers[start:], strict=False)]
            labels.append(Label.ROOT)
            settle(heads[i], labels, scores[i])
            of = tuple(heads[i]), tuple(labels), tuple(w.verbal for w in words), tuple(w.auxiliary for w in words)
            yield Tree(*of)

    def _batch(self, stretches: list[list[Known]], units: list[int]) -> Batch:
        lengths = np.asarray([len(s) for s in stretches], np.intp)
        numbers = np.fromiter(chain.from_iterable(chain.from_iterable(stretches)), np.intp)
        rows, kinds, verbal, _, opens, marks = numbers.reshape(-1, len(Known._fields)).T
        opened = np.cumsum(opens)
        starts = np.cumsum(lengths) - lengths
        depths = np.clip(opened - np.repeat(opened[starts] - opens[starts], lengths), 0, 2)
        quotes = np.zeros_like(kinds)
        for start, length in zip(starts, lengths, strict=True):
            if marks[start : start + length].any():
                quotes[start : start + length] = _quotations(marks[start : start + length].tolist())
        return Batch(lengths, units, self._words.vectors[rows], kinds, depths, verbal, quotes)


def named_label(name: str, kind: int) -> Label:
    """The label of a word of one of the `KINDS` that the treebank calls `name`."""
    label = _LABELS.get(name, Label.OTHER)
    return _SHARPER.get((label, kind), label)


def parse(sentences: Sequence[Sentence]) -> list[Tree]:
    """The dependency tree of each sentence over its words (`sentence.words`), in order.

    Fast when given many sentences at once: an article's at least.
    """
    return _parser().parse(sentences)


def parse_groups(groups: Sequence[Sequence[Sentence]]) -> list[list[Tree]]:
    """What `parse` gives for each group by itself, to the last digit of every score; cheaper for several groups."""
    return _parser().parse_groups(groups)


@cache
def _parser() -> Parser:
    return Parser(default_weights())


def _words(sentence: Sentence) -> Iterator[tuple[Morpheme, ...]]:
    bounds = pairwise((*sentence.words, len(sentence.morphemes)))
    return (sentence.morphemes[start:end] for start, end in bounds)


def _rooms(things: Sequence[T], sizes: Sequence[int]) -> Iterator[list[T]]:
    """The things in their order, as many at a time as together have no more than `_ROOM` words; one at least."""
    first = held = 0
    for i, size in enumerate(sizes):
        if i > first and held + size > _ROOM:
            yield list(things[first:i])
            first, held = i, 0
        held += size
    if things:
        yield list(things[first:])


def _alike(order: Ints, lengths: Ints) -> Iterator[Ints]:
    """Sentences of like length, the longest first: decoding pays for padding with the third power."""
    sizes = lengths[order].tolist()
    first = 0
    for i, length in enumerate(sizes):
        if length * 3 < sizes[first] * 2:
            yield order[first:i]
            first = i
    yield order[first:]


def _quotations(marks: list[int]) -> list[int]:
    """Numbers the words inside double quotation marks; `marks` counts the marks in each word."""
    numbers, number, open_ = [], 0, False
    last = max(i for i, m in enumerate(marks) if m)
    for i, count in enumerate(marks):
        if not open_ and count % 2 and i < last:
            number += 1
            open_ = True
            numbers.append(number)
        elif open_:
            numbers.append(number)
            open_ = count % 2 == 0
        else:
            numbers.append(0)
    return numbers


def _whole(trees: Iterator[Tree], words: int) -> Tree:
    """The tree of a sentence of so many words, which may have been parsed in stretches."""
    whole = next(trees) if words else Tree((), (), (), ())
    while len(whole) < words:
        whole = _joined(whole, next(trees))
    return whole


def _joined(first: Tree, then: Tree) -> Tree:
    """Two stretches of one sentence: the first one's root hangs on the other's."""
    by = len(first)
    heads = (*first.heads[:-1], by + len(then) - 1, *(h + by if h >= 0 else -1 for h in then.heads))
    labels = (*first.labels[:-1], Label.OTHER, *then.labels)
    return Tree(heads, labels, first.verbal + then.verbal, first.auxiliary + then.auxiliary)
