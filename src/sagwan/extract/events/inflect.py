"""What follows a stem: endings and the auxiliaries that grow on them (하 지 않 았 다, 알리 어 지 었 다)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.extract.events.stem import compound, ending

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.korean.kiwi import Morpheme

_FORMS = {"EF": "final", "EC": "link", "ETM": "adnominal", "ETN": "nominal"}
# 서점을 여나… / '혐의를 인정하나' 등
_CLOSES = frozenset({"SE", "SF", "SSC"})
# 하기는커녕, 했다기보다: what 기 and a particle have become together.
_RATHER = ("커녕", "보다")
# 하려고 하다가 is 하려다.
_MEANT = ("려고 하", "려 하")
# 인수한다 해도, 인수한다 하더라도: the clause is granted, and nobody says it.
_GRANTS = frozenset({"어도", "더라도"})
_NEGATIVE = frozenset({"않", "못하", "말"})


class Inflection:
    """The endings of one predicate, read from `at` on; `end` is the morpheme behind them.

    `stems` are what the auxiliaries have made of the stem (알리 → 알려지), `aux` those that leave it as it is,
    each with the ending before it ("고 싶"), `eps` the prefinal endings (었, 겠).
    """

    __slots__ = (
        "_copula",
        "_irregular",
        "_ms",
        "aux",
        "end",
        "ending",
        "eps",
        "form",
        "negated",
        "passive",
        "stems",
        "voice",
    )

    def __init__(self, ms: Sequence[Morpheme], at: int, stems: tuple[str, ...], voice: str) -> None:
        self._ms = ms
        self.stems, self.voice = stems, voice
        self._copula = stems == ("이",) or (at > 0 and ms[at - 1].tag == "VCP")
        self._irregular = at > 0 and ms[at - 1].tag.endswith("-I")
        self.negated = self.passive = False
        self.ending, self.form = "", "final"
        self.aux: list[str] = []
        self.eps: list[str] = []
        self.end = at
        while self._prefinal() or (self._ending() and self._auxiliary()):
            pass
        if self.aux[-1:] and self.aux[-1] in _MEANT and self.ending in ("다", "다가") and self.form == "link":
            self.aux.pop()
            self.ending = "려다"

    def _prefinal(self) -> bool:
        ms, j = self._ms, self.end
        if j >= len(ms) or ms[j].tag != "EP":
            return False
        self.eps.append(ms[j].form)
        self.end += 1
        return True

    def _ending(self) -> bool:
        ms, j = self._ms, self.end
        if j >= len(ms) or ms[j].tag not in _FORMS:
            return False
        self.ending, self.form = ending(ms[j].form), _FORMS[ms[j].tag]
        if self._copula and self.ending.startswith("라"):
            self.ending = "다" + self.ending[1:]  # 계획이라고 reports as 한다고 does
        self.end += 1
        behind = ms[self.end].form if self.end < len(ms) else ""
        if self.form == "nominal" and behind == "때문":
            self.ending, self.form, self.end = "기 때문", "link", min(self.end + 2, len(ms))
        elif self.ending == "나" and self._closes(self.end):
            self.ending = "ㄴ가"  # 나서나… asks as 나서는가 does
        elif self.ending == "기" and behind == "로" and self._closes(self.end + 1):
            self.ending, self.form, self.end = "기로", "final", self.end + 1  # a headline leaves out 했다
        elif self.form == "nominal" and self.ending.endswith("기"):
            self._rather()
        return True

    def _rather(self) -> None:
        """하기(는)커녕, 했다기보다(는): the act is set aside for the one after it."""
        for at, m in enumerate(self._ms[self.end : self.end + 2], self.end):
            grown = next((word for word in _RATHER if m.form.endswith(word)), None)
            if grown is not None:
                self.ending, self.form, self.end = "기" + grown, "link", at + 1
                self.end += self.end < len(self._ms) and self._ms[self.end].tag == "JX"
                return
            if m.tag != "JX":
                return

    def _closes(self, at: int) -> bool:
        return at == len(self._ms) or self._ms[at].tag in _CLOSES

    def _auxiliary(self) -> bool:
        """Take the verb behind the ending where it only bends this one; False where the predicate is complete."""
        ms, k = self._ms, self.end
        while k < len(ms) and ms[k].tag == "JX" and self.ending in ("지", "고", "기"):
            k += 1  # 하지는 않았다
        if k >= len(ms):
            return False
        word, tag = ms[k].form, ms[k].tag
        if self.ending == "지" and word == "못" and k + 1 < len(ms) and ms[k + 1].form == "하":
            self.negated, self.end = not self.negated, k + 2
            return True
        if tag.startswith("VX") or (self.ending == "게" and word == "되") or self._granted(k):
            self._bend(word)
        elif self.ending == "어" and tag.startswith("VV") and ms[k].start <= ms[k - 1].end:
            self.stems = self._compounds(word)  # 팔아넘기다
        else:
            return False
        self.end = k + 1
        return True

    def _granted(self, k: int) -> bool:
        """인수한다 해도."""
        ms = self._ms
        told = self.form == "link" and self.ending in ("다", "ㄴ다", "는다") and ms[k].form == "하"
        return told and k + 1 < len(ms) and ending(ms[k + 1].form) in _GRANTS

    def _compounds(self, verb: str) -> tuple[str, ...]:
        return tuple(compound(stem, verb, irregular=self._irregular) for stem in self.stems)

    def _bend(self, word: str) -> None:
        if self.ending == "어" and word == "지" and not self.aux:
            self.stems, self.passive = (*self._compounds(word), *self.stems), True  # 옮겨지다 is 옮기다 undergone
        elif word in _NEGATIVE and self.ending != "고":  # 내주고 말았다 tells what came of it
            self.negated = not self.negated
        else:
            self.aux.append(f"{self.ending} {word}")
            if self.ending == "어" and self.voice != "하":
                self.stems = (*self._compounds(word), *self.stems)  # 빌려주다
