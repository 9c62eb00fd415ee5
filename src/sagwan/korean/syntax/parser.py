"""The door: sentences → dependency trees."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

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
        known = self._words.look_up(word for sentence in sentences for word in _words(sentence))
        stretches: list[list[Known]] = []
        owners: list[int] = []
        at = 0
        for number, sentence in enumerate(sentences):
            end = at + len(sentence.words)
            for first in range(at, end, LONGEST):
                stretches.append(known[first : min(first + LONGEST, end)])
                owners.append(number)
            at = end
        trees: list[Tree | None] = [None] * len(sentences)
        for number, part in zip(owners, self._trees(stretches), strict=True):
            before = trees[number]
            trees[number] = part if before is None else _joined(before, part)
        return [tree or Tree((), (), (), ()) for tree in trees]

    def _trees(self, stretches: list[list[Known]]) -> list[Tree]:
        order = sorted(range(len(stretches)), key=lambda i: (-len(stretches[i]), i))
        found: dict[int, Tree] = {}
        for group in _groups(order, [len(s) for s in stretches]):
            found.update(zip(group, self._parse_together([stretches[i] for i in group]), strict=True))
        return [found[i] for i in range(len(stretches))]

    def _parse_together(self, stretches: list[list[Known]]) -> Iterator[Tree]:
        batch = self._batch(stretches)
        ends = encode(self._weights, batch)
        starts = batch.starts.tolist()
        heads: list[list[int]] = []
        scores: list[Floats] = []
        for first, last in _alike(batch.lengths.tolist()):
            scores += list(score_arcs(self._weights, batch, ends, first, last))
            heads += best_heads(np.stack(scores[first:last]), batch.lengths[first:last].tolist())
        rows = [start + head if head >= 0 else -1 for start, row in zip(starts, heads, strict=True) for head in row]
        numbers = best_labels(self._weights, batch, ends, np.asarray(rows, np.intp)).tolist()
        for start, words, row, score in zip(starts, stretches, heads, scores, strict=True):
            labels = [self._labels[n][w.kind] for w, n in zip(words[:-1], numbers[start:], strict=False)]
            labels.append(Label.ROOT)
            settle(row, labels, score)
            yield Tree(tuple(row), tuple(labels), tuple(w.verbal for w in words), tuple(w.auxiliary for w in words))

    def _batch(self, stretches: list[list[Known]]) -> Batch:
        lengths = np.asarray([len(s) for s in stretches], np.intp)
        table = np.asarray([word for words in stretches for word in words], np.intp).T
        rows, kinds, verbal, _, opens, marks = table
        opened = np.cumsum(opens)
        starts = np.cumsum(lengths) - lengths
        depths = np.clip(opened - np.repeat(opened[starts] - opens[starts], lengths), 0, 2)
        quotes = np.zeros_like(kinds)
        for start, length in zip(starts, lengths, strict=True):
            if marks[start : start + length].any():
                quotes[start : start + length] = _quotations(marks[start : start + length].tolist())
        return Batch(lengths, self._words.vectors[rows], kinds, depths, verbal, quotes)


def named_label(name: str, kind: int) -> Label:
    """The label of a word of one of the `KINDS` that the treebank calls `name`."""
    label = _LABELS.get(name, Label.OTHER)
    return _SHARPER.get((label, kind), label)


def parse(sentences: Sequence[Sentence]) -> list[Tree]:
    """The dependency tree of each sentence over its words (`sentence.words`), in order.

    Fast when given many sentences at once: an article's at least.
    """
    return _parser().parse(sentences)


@cache
def _parser() -> Parser:
    return Parser(default_weights())


def _words(sentence: Sentence) -> Iterator[tuple[Morpheme, ...]]:
    bounds = pairwise((*sentence.words, len(sentence.morphemes)))
    return (sentence.morphemes[start:end] for start, end in bounds)


def _groups(order: list[int], lengths: list[int]) -> Iterator[list[int]]:
    """`order`, longest first, cut so that no group can have more words than `_ROOM`."""
    at = 0
    while at < len(order):
        end = at + max(1, _ROOM // lengths[order[at]])
        yield order[at:end]
        at = end


def _alike(lengths: list[int]) -> Iterator[tuple[int, int]]:
    """Ranges of sentences of like length: decoding pays for padding with the third power."""
    first = 0
    for i, length in enumerate(lengths):
        if length * 3 < lengths[first] * 2:
            yield first, i
            first = i
    yield first, len(lengths)


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


def _joined(first: Tree, then: Tree) -> Tree:
    """Two stretches of one sentence: the first one's root hangs on the other's."""
    by = len(first)
    heads = (*first.heads[:-1], by + len(then) - 1, *(h + by if h >= 0 else -1 for h in then.heads))
    labels = (*first.labels[:-1], Label.OTHER, *then.labels)
    return Tree(heads, labels, first.verbal + then.verbal, first.auxiliary + then.auxiliary)
