"""Rules by the names that readers know them by."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sagwan.lexicon import load_default
from sagwan.lexicon.schema.frame import Frame
from sagwan.lexicon.schema.reason import RuleName

if TYPE_CHECKING:
    from collections.abc import Mapping

_FRAME = "틀 "


def rule_name(rule: str) -> str:
    """What a reader is told of a rule that a record's reason holds: 틀 deal.acquire is the frame ‘인수’.

    A rule that nothing here names is told as it is: most are named where they are written, in Korean.
    """
    names = _names()
    return f"{_FRAME}‘{names[rule]}’" if rule.startswith(_FRAME) and rule in names else names.get(rule, rule)


@cache
def _names() -> Mapping[str, str]:
    lexicon = load_default()
    frames = {f"{_FRAME}{frame.id}": frame.label for frame in lexicon.all(Frame)}
    return frames | {named.id: named.name for named in lexicon.all(RuleName)}
