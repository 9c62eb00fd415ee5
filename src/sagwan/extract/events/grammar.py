"""Whose act each predicate is by the sentence's tree, where its own particles leave that open."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from sagwan.extract.events.clause import TOPICS
from sagwan.korean.syntax import How, actor_of

if TYPE_CHECKING:
    from sagwan.extract.events.clause import Clauses
    from sagwan.extract.events.phrase import Phrase, Predicate
    from sagwan.extract.events.triggers import Triggers
    from sagwan.korean.passage import Sentence
    from sagwan.korean.syntax import Tree

_SUBJECTS = frozenset({"이", "께서", "마저", "조차", "이나", *TOPICS})


def asks(clauses: Clauses, index: Triggers) -> bool:
    """Whether a tree could say more than particles do: a verb of some frame has no nominative beside it, though the
    sentence has subjects and other predicates.
    """
    if len(clauses.predicates) == 1 or not any(p.mark in _SUBJECTS for p in clauses.phrases):
        return False
    return any(not _has_nominative(p) and any(s in index.stems for s in p.stems) for p in clauses.predicates)


def settle(clauses: Clauses, sentence: Sentence, tree: Tree, index: Triggers) -> None:
    """Give each predicate without a nominative of its own the subject that the tree gives it.

    The subject is left as particles have it where the tree knows none, or one on the other side of a quotation mark.
    """
    places = _Places(clauses, sentence)
    for p in clauses.predicates:
        link = None if _has_nominative(p) else actor_of(tree, places.verb(tree, p))
        if link is None:
            continue
        found = places.phrase(link.word)
        if link.how is How.HEAD:
            if found is not None and not found.dependent and found.head not in index.raising:
                p.subject = None  # what the clause describes may act in it: the roles decide
        elif found is not None and found.mark in _SUBJECTS and found.quotation == p.quotation:
            p.subject = found


def _has_nominative(p: Predicate) -> bool:
    return any(a.mark == "이" for a in p.args)


class _Places:
    """Words of the tree as phrases and predicates."""

    def __init__(self, clauses: Clauses, sentence: Sentence) -> None:
        self._phrases = clauses.phrases
        self._begins = [p.span.start for p in clauses.phrases]
        self._starts = [sentence.morphemes[first].start for first in sentence.words]
        self._end = sentence.span.end

    def phrase(self, word: int) -> Phrase | None:
        """The phrase that ends in the word, or before it at a bracket: 누리전자(대표 김하늘)는."""
        end = self._starts[word + 1] if word + 1 < len(self._starts) else self._end
        last = bisect_left(self._begins, end) - 1
        return self._phrases[last] if last >= 0 else None

    def verb(self, tree: Tree, p: Predicate) -> int:
        """The word of the predicate that the tree takes for one."""
        first, last = (bisect_right(self._starts, at) - 1 for at in (p.span.start, p.span.end - 1))
        return next((i for i in range(first, last + 1) if tree.verbal[i]), last)
