"""The solver: answers an item from the ledger alone and says of each option which records make it true or false.

It shares no code with the making of items. What it cannot decide it calls unsupported, and an item with an
unsupported option is unproved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.items.model import (
    Answers,
    Asks,
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
    Orders,
    Proof,
    Reported,
    Said,
    Told,
    Truth,
    Verdict,
)
from sagwan.items.prove.across import judge_changed, judge_one_deal, judge_reported
from sagwan.items.prove.because import judge_because
from sagwan.items.prove.deeds import judge_did, judge_narrated, judge_orders, judge_told
from sagwan.items.prove.places import judge_fills, judge_holds, judge_means
from sagwan.items.prove.retold import retells
from sagwan.items.prove.shelf import Shelf
from sagwan.items.prove.speech import judge_answers, judge_said
from sagwan.items.prove.sums import judge_comes
from sagwan.items.prove.surface import faults_of_words

if TYPE_CHECKING:
    import sqlite3

    from sagwan.items.model import Claim, Item
    from sagwan.korean.kiwi import Analyser
    from sagwan.lexicon import Lexicon


class Solver:
    """Answers items from one open ledger."""

    def __init__(self, db: sqlite3.Connection, analyser: Analyser, lexicon: Lexicon) -> None:
        self._shelf = Shelf(db, analyser, lexicon)
        self._lexicon = lexicon

    def prove(self, item: Item) -> Proof:
        """Solve the item and compare with its key; `faults` is empty where the key stands."""
        verdicts = tuple(self.judge(option.claim) for option in item.options)
        wanted = Truth.TRUE if item.asks is Asks.TRUE else Truth.FALSE
        keys = tuple(n for n, verdict in enumerate(verdicts) if verdict.truth is wanted)
        faults = [*_of_keys(item, keys, verdicts)]
        faults += faults_of_words(item, self._shelf, tuple(v.words for v in verdicts), self._lexicon)
        return Proof(keys, verdicts, tuple(faults))

    def retells(self, article: str, one: str, other: str) -> bool:
        """Whether the second sentence tells what the first tells, under the names of the article."""
        at = self._shelf[article]
        return retells(one, other, at.senses, at.analyser)

    def judge(self, claim: Claim) -> Verdict:  # noqa: PLR0911, PLR0912, C901  one line a kind of claim
        """What the ledger says of one claim."""
        match claim:
            case Said():
                return judge_said(claim, self._shelf)
            case Answers():
                return judge_answers(claim, self._shelf)
            case Reported():
                return judge_reported(claim, self._shelf)
            case Changed():
                return judge_changed(claim, self._shelf)
            case OneDeal():
                return judge_one_deal(claim, self._shelf)
            case Fills():
                return judge_fills(claim, self._shelf)
            case Means():
                return judge_means(claim, self._shelf)
            case Holds():
                return judge_holds(claim, self._shelf)
            case Comes():
                return judge_comes(claim, self._shelf)
            case Because():
                return judge_because(claim, self._shelf)
            case Did():
                return judge_did(claim, self._shelf)
            case Orders():
                return judge_orders(claim, self._shelf)
            case Told():
                return judge_told(claim, self._shelf)
            case Narrated():
                return judge_narrated(claim, self._shelf)
            case Both():
                return _all(tuple(self.judge(part) for part in claim.claims))


def _all(verdicts: tuple[Verdict, ...]) -> Verdict:
    """True if each is, false if one is."""
    records = tuple(dict.fromkeys(r for v in verdicts for r in v.records))
    words = tuple(dict.fromkeys(w for v in verdicts for w in v.words))
    truths = {v.truth for v in verdicts}
    truth = Truth.FALSE if Truth.FALSE in truths else Truth.UNSUPPORTED if Truth.UNSUPPORTED in truths else Truth.TRUE
    because = next((v.because for v in verdicts if v.truth is truth), "")
    return Verdict(truth, records, words, because)


def _of_keys(item: Item, keys: tuple[int, ...], verdicts: tuple[Verdict, ...]) -> list[str]:
    faults = []
    if not keys:
        faults.append("key.none: 답이 없습니다")
    elif len(keys) > 1:
        faults.append(f"key.double: 답이 여럿입니다: {', '.join(str(n + 1) for n in keys)}번")
    elif keys[0] != item.key:
        faults.append(f"key.other: 적힌 답은 {item.key + 1}번인데 장부로는 {keys[0] + 1}번입니다")
    for n, verdict in enumerate(verdicts, 1):
        if verdict.truth is Truth.UNSUPPORTED:
            faults.append(f"key.unsupported: {n}번을 가릴 기록이 없습니다: {verdict.because}")
    if item.form is Form.SHORT and len(item.options) != 1:
        faults.append("key.short: 단답 문항의 답은 하나입니다")
    return faults
