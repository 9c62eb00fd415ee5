"""Which word depends on which: a dependency tree over the words (어절) of one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """What a word is to its head (after KLUE-DP's labels, given behind each)."""

    SUBJECT = "subject"  # 이/가 and the like: NP_SBJ, VP_SBJ
    TOPIC = "topic"  # a subject marked with 은/는: NP_SBJ
    OBJECT = "object"  # NP_OBJ, VP_OBJ
    ADJUNCT = "adjunct"  # NP_AJT
    COMPLEMENT = "complement"  # 대표가 되다: NP_CMP
    COMPOUND = "compound"  # a noun before a noun: NP
    GENITIVE = "genitive"  # NP_MOD, AP_MOD
    COORDINATE = "coordinate"  # a noun joined to the next: NP_CNJ, VP_CNJ
    DETERMINER = "determiner"  # DP
    ADVERB = "adverb"  # AP
    CLAUSE = "clause"  # a connective clause before a predicate: VP, VNP
    SENTENCE = "sentence"  # a finished sentence inside another, as in a quotation of two: VP, VNP
    ADVERBIAL = "adverbial"  # …게, …도록, …기로: VP_AJT
    QUOTED = "quoted"  # …다고, …라고: VP_CMP
    ADNOMINAL = "adnominal"  # a clause before a noun: VP_MOD, VNP_MOD
    OTHER = "other"  # IP, X
    ROOT = "root"


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence. `heads[i]` is the word that word i depends on, -1 for the root, the last word.

    Korean is head-final: every head stands to the right of its word, and no two arcs cross. `verbal[i]` says that
    word i is or holds a predicate (동사, 형용사, 서술격 조사), `auxiliary[i]` that it only helps the predicate
    before it (…고 있다, …지 않았다).
    """

    heads: tuple[int, ...]
    labels: tuple[Label, ...]
    verbal: tuple[bool, ...]
    auxiliary: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.heads)

    def dependents(self, word: int) -> tuple[int, ...]:
        """The words that depend on `word`, in order."""
        first, _ = self.subtree(word)
        return tuple(i for i in range(first, word) if self.heads[i] == word)

    def subtree(self, word: int) -> tuple[int, int]:
        """The phrase that `word` closes, as the half-open range of its words: head-final phrases have no gap."""
        first, heads = word, self.heads
        while first > 0 and heads[first - 1] <= word:
            first -= 1
        return first, word + 1
