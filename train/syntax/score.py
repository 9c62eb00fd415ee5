"""How well trees are read, counted against a treebank."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sagwan.korean.syntax import Label, Tree, shared_subject
from sagwan.korean.syntax.parser import named_label

if TYPE_CHECKING:
    from train.syntax.treebank import Example

_SUBJECTS = (Label.SUBJECT, Label.TOPIC)


@dataclass(slots=True)
class Score:
    """Counts that add up over sentences and folds.

    `right[x]` of `all[x]` words hang on the right head, for each gold label x, and for all words under `words`
    (`labelled`: with the right label as well). `actors` and `arcs` count (found, gold, both).

    An actor is a pair (predicate, word): for each word that Kiwi reads as a predicate and not as an auxiliary,
    the subject that `shared_subject` gives it, own or shared by joined clauses, from the gold tree and from the
    parsed one alike. `arcs` are the pairs of subjects and their heads.
    """

    right: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)
    actors: Counter[str] = field(default_factory=Counter)
    arcs: Counter[str] = field(default_factory=Counter)

    def add(self, example: Example, kinds: list[int], tree: Tree) -> None:
        """Count one sentence."""
        gold = gold_tree(example, kinds, tree)
        for word in range(len(tree)):
            same = gold.heads[word] == tree.heads[word]
            for name in ("words", str(gold.labels[word])):
                self.all[name] += 1
                self.right[name] += same
            self.right["labelled"] += same and gold.labels[word] == tree.labels[word]
        _count(self.actors, _actors(gold), _actors(tree))
        _count(self.arcs, _subject_arcs(gold), _subject_arcs(tree))

    def share(self, name: str, of: str | None = None) -> float:
        """Per cent right."""
        return 100 * self.right[name] / max(1, self.all[of or name])


def gold_tree(example: Example, kinds: list[int], parsed: Tree) -> Tree:
    """The treebank's tree in the package's labels; what is a predicate is Kiwi's word in both trees."""
    labels = [named_label(label, kind) for label, kind in zip(example.labels, kinds, strict=True)]
    return Tree(example.heads, (*labels[:-1], Label.ROOT), parsed.verbal, parsed.auxiliary)


def f1(counts: Counter[str]) -> tuple[float, float, float]:
    """Precision, recall and F in per cent."""
    precision = 100 * counts["both"] / max(1, counts["found"])
    recall = 100 * counts["both"] / max(1, counts["gold"])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _actors(tree: Tree) -> set[tuple[int, int]]:
    predicates = [i for i in range(len(tree)) if tree.verbal[i] and not tree.auxiliary[i]]
    return {(i, found) for i in predicates if (found := shared_subject(tree, i)) is not None}


def _subject_arcs(tree: Tree) -> set[tuple[int, int]]:
    return {(i, tree.heads[i]) for i in range(len(tree)) if tree.labels[i] in _SUBJECTS}


def _count(counts: Counter[str], gold: set[tuple[int, int]], found: set[tuple[int, int]]) -> None:
    counts["gold"] += len(gold)
    counts["found"] += len(found)
    counts["both"] += len(gold & found)
