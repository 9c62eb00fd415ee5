"""Options in other words, by whoever writes them; what does not pass the same proof is dropped."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec

from sagwan.items.make import Made
from sagwan.items.model import Form
from sagwan.items.review.clues import clues, overlaps

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sagwan.items.model import Item
    from sagwan.items.prove.solver import Solver
    from sagwan.lexicon import Lexicon

_SENTENCES = frozenset({Form.MATCH, Form.MISMATCH})
_ASKED = (
    "다음은 독해 문항의 선택지입니다. 각 문장을 뜻이 같은 자연스러운 한국어 문장으로 고쳐 쓰십시오. "
    "낱말, 이름, 수, 긍정과 부정, 누가 무엇을 했는지는 그대로 두고 어순과 어미만 고칩니다. "
    "고친 문장만 같은 차례의 JSON 문자열 배열로 답하십시오.\n"
)


def asked(sentences: Sequence[str]) -> str:
    """What a language model is asked."""
    return _ASKED + json.dumps(list(sentences), ensure_ascii=False)


def rephrased(
    made: Made, write: Callable[[Sequence[str]], Sequence[str]], solver: Solver, lexicon: Lexicon, text: str
) -> Made:
    """The item with every option that was written anew and still tells the same; the item itself where none does.

    `text` is what the item is about. The new item is proved as a whole: one key, no clue, no overlap.
    """
    if made.item.form not in _SENTENCES:
        return made
    item = made.item
    written = write([option.text for option in item.options])
    if len(written) != len(item.options):
        return made
    for n, words in enumerate(written):
        item = _with(item, n, words.strip(), solver)
    proof = solver.prove(item)
    faulty = proof.faults or any(clues(item, lexicon)) or any(overlaps(item, text))
    return Made(item, proof) if proof.sound and not faulty else made


def _with(item: Item, n: int, words: str, solver: Solver) -> Item:
    """The item with these words for an option, if they tell the same."""
    option = item.options[n]
    if words == option.text or not words.endswith("다.") or not solver.retells(item.articles[0], option.text, words):
        return item
    again = msgspec.structs.replace(option, text=words)
    return msgspec.structs.replace(item, options=(*item.options[:n], again, *item.options[n + 1 :]))
