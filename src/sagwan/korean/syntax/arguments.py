"""Who acts and what is acted on: the arguments of a predicate, its own and those that it shares."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from sagwan.korean.syntax.tree import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.korean.syntax.tree import Tree

_SUBJECTS = frozenset((Label.SUBJECT, Label.TOPIC))
_QUOTATIONS = frozenset((Label.QUOTED, Label.ADVERBIAL))
_ARGUMENTS = _SUBJECTS | {Label.OBJECT, Label.ADJUNCT, Label.COMPLEMENT, Label.QUOTED}


class How(StrEnum):
    """How an argument came to its predicate; the surer first."""

    OWN = "own"  # depends on the predicate, or on an auxiliary of it
    SHARED = "shared"  # said once for joined clauses: 갑은 을을 인수하고 병을 팔았다
    HEAD = "head"  # the noun that a clause describes: 소송을 제기한 갑
    CONTROLLED = "controlled"  # left out below a predicate that has it: 갑은 인수하겠다고 밝혔다, 갑은 인수할 방침이다
    RAISED = "raised"  # the topic of what is said, and of who says it: 갑은 을을 인수하며 병은 팔 방침이라고 밝혔다


class Link(Struct, frozen=True):
    """A word that fills a place of a predicate."""

    word: int
    label: Label
    how: How


def arguments(tree: Tree, word: int) -> tuple[Link, ...]:
    """The arguments of the predicate `word` in text order: its own dependents, then what it lacks and can share.

    A missing subject is looked for in the joined clauses, then in the noun that the clause describes, then in
    the predicate above, then among the topics of the quotation below. A missing object is taken from the
    described noun where the subject is written (갑이 발부한 소환장). An auxiliary answers for the predicate that
    it helps.
    """
    own = [Link(i, tree.labels[i], How.OWN) for i in _own(tree, word)]
    if not any(link.label in _SUBJECTS for link in own):
        missing = _missing_subject(tree, word)
        own += [missing] if missing else []
    elif not any(link.label is Label.OBJECT for link in own):
        head = _described(tree, word)
        own += [Link(head, Label.OBJECT, How.HEAD)] if head is not None else []
    return tuple(sorted(own, key=lambda link: link.word))


def actor_of(tree: Tree, word: int) -> Link | None:
    """The subject of the predicate `word`, written or taken over; None where the sentence gives none."""
    own = _own_subject(tree, word)
    return _missing_subject(tree, word) if own is None else Link(own, tree.labels[own], How.OWN)


def main_verb(tree: Tree, word: int) -> int:
    """The predicate that an auxiliary helps; any other word itself."""
    while tree.auxiliary[word] and word > 0 and tree.heads[word - 1] == word and tree.verbal[word - 1]:
        word -= 1
    return word


def last_auxiliary(tree: Tree, word: int) -> int:
    """Where the predicate of `word` ends: its last auxiliary, or itself."""
    heads, auxiliary = tree.heads, tree.auxiliary
    while word + 1 < len(heads) and auxiliary[word + 1] and heads[word] == word + 1:
        word += 1
    return word


def _complex(tree: Tree, word: int) -> range:
    """A predicate with its auxiliaries: adjoining words that act as one."""
    return range(main_verb(tree, word), last_auxiliary(tree, word) + 1)


def _own(tree: Tree, word: int) -> Iterator[int]:
    whole = _complex(tree, word)
    heads, labels = tree.heads, tree.labels
    for i in range(tree.subtree(whole.stop - 1)[0], whole.start):
        if heads[i] in whole and labels[i] in _ARGUMENTS:
            yield i


def _own_subject(tree: Tree, word: int) -> int | None:
    return max((i for i in _own(tree, word) if tree.labels[i] in _SUBJECTS), default=None)


def _missing_subject(tree: Tree, word: int) -> Link | None:
    at: int | None = word
    while at is not None:
        found = _subject_around(tree, at)
        if found and at == word:
            return found
        if found and found.word < word:
            return Link(found.word, found.label, How.CONTROLLED)
        at = None if found else _controller(tree, _top_of_joined(tree, at))
    raised = _topic_below(tree, word)
    return None if raised is None else Link(raised, Label.TOPIC, How.RAISED)


def _subject_around(tree: Tree, word: int) -> Link | None:
    """By coordination, else the noun that `word`, or what it is joined to, describes."""
    shared = shared_subject(tree, word)
    if shared is not None:
        return Link(shared, tree.labels[shared], How.SHARED)
    head = _described(tree, _top_of_joined(tree, word))
    return None if head is None or tree.verbal[head] else Link(head, Label.SUBJECT, How.HEAD)


def _topic_below(tree: Tree, word: int) -> int | None:
    """The topic that opens the sentence inside a quotation hung on `word`: written once for both."""
    whole = _complex(tree, word)
    for i in range(tree.subtree(whole.stop - 1)[0], whole.start):
        if tree.heads[i] in whole and tree.labels[i] in _QUOTATIONS and tree.verbal[i]:
            found = _subject_below(tree, i)
            if found is not None and tree.labels[found] is Label.TOPIC and tree.subtree(found)[0] == 0:
                return found
    return None


def shared_subject(tree: Tree, word: int) -> int | None:
    """The subject that the predicate `word` has or shares with the clauses joined to it, by coordination alone.

    Looked for at the predicate itself, then in the clauses joined before it, the nearest first, then in the
    predicate that it is joined to, where that subject stands before `word`.
    """
    below = _subject_below(tree, word)
    if below is not None:
        return below
    at = last_auxiliary(tree, word)
    while tree.labels[at] is Label.CLAUSE and tree.heads[at] != -1 and tree.verbal[tree.heads[at]]:
        at = tree.heads[at]
        found = _subject_below(tree, at)
        if found is not None:
            return found if found < word else None
        at = last_auxiliary(tree, at)
    return None


def _subject_below(tree: Tree, word: int) -> int | None:
    waiting = [word]
    while waiting:
        at = waiting.pop()
        own = _own_subject(tree, at)
        if own is not None:
            return own
        whole = _complex(tree, at)
        before = range(tree.subtree(whole.stop - 1)[0], whole.start)
        waiting += [i for i in before if tree.heads[i] in whole and tree.labels[i] is Label.CLAUSE and tree.verbal[i]]
    return None


def _top_of_joined(tree: Tree, word: int) -> int:
    """The last of the clauses joined to `word`."""
    at = last_auxiliary(tree, word)
    while tree.labels[at] is Label.CLAUSE and tree.heads[at] != -1 and tree.verbal[tree.heads[at]]:
        at = last_auxiliary(tree, tree.heads[at])
    return at


def _described(tree: Tree, word: int) -> int | None:
    """The noun that the clause of `word` describes: the end of its chain of compounds (김 대표)."""
    at = last_auxiliary(tree, word)
    if tree.labels[at] is not Label.ADNOMINAL or tree.heads[at] == -1:
        return None
    return tree.heads[at]


def _controller(tree: Tree, word: int) -> int | None:
    """The predicate above a clause that is its quotation, its adverbial, its complement or its noun (…할 방침이다)."""
    at = tree.heads[last_auxiliary(tree, word)]
    while at != -1 and not tree.verbal[at]:
        at = tree.heads[at]
    return None if at == -1 else at
