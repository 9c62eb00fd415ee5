"""What a check found: where in the draft, what is wrong with it, and on what that rests."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sagwan.korean.inflection import Final, final_sound
from sagwan.lexicon.schema.check import Check

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sagwan.core.span import Span
    from sagwan.core.text import Text
    from sagwan.lexicon import Lexicon
    from sagwan.views.cited import Cited


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. `start` and `end` are code points of the draft's text, `words` what stands there.

    `evidence` are records of the ledger, `beside` other words of the draft that it is at odds with.
    """

    check: str
    label: str
    grade: str
    start: int
    end: int
    words: str
    says: str
    advice: str
    evidence: tuple[Cited, ...] = ()
    beside: tuple[str, ...] = ()


@cache
def checks(lexicon: Lexicon) -> Mapping[str, Check]:
    """By their ids."""
    return {one.id: one for one in lexicon.all(Check)}


def finding(
    check: Check,
    text: Text,
    span: Span,
    filled: Mapping[str, str],
    *,
    evidence: tuple[Cited, ...] = (),
    beside: tuple[str, ...] = (),
) -> Finding:
    """A finding with its words filled in."""
    says, advice = (told(sentence, filled) for sentence in (check.says, check.advice))
    return Finding(
        *(check.id, check.label, check.grade, span.start, span.end, text.cut(span)),
        *(says, advice, evidence, beside),
    )


_PARTICLE = re.compile(r"(은\(는\)|이\(가\)|을\(를\)|과\(와\)|\(으\)로|이라고)")
_FORMS = {"은(는)": ("은", "는"), "이(가)": ("이", "가"), "을(를)": ("을", "를"), "과(와)": ("과", "와")}


def told(sentence: str, filled: Mapping[str, str]) -> str:
    """The sentence with its fields, each particle in the form that the sound before it asks for."""
    out = ""
    for n, part in enumerate(_PARTICLE.split(sentence.format_map(filled))):
        out += _particle(part, out) if n % 2 else part
    return out


def _particle(written: str, before: str) -> str:
    plain = before.rstrip('’”")')
    sound = final_sound(plain)
    open_ = sound in (Final.VOWEL, None)
    if written == "(으)로":
        return "로" if open_ or sound is Final.LIQUID else "으로"
    if written == "이라고":
        return "라고" if open_ else "이라고"
    closed, vowel = _FORMS[written]
    return vowel if open_ else closed
