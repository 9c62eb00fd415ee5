"""What somebody said, made fit to be reported: one clause, its last predicate taken apart and put together anew.

“약속한 값을 치렀습니다.” → 약속한 값을 치렀다 · 치렀다고 · 치른 것은 · 치르지 않았다고
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sagwan.items.morphemes import morphemes_of
from sagwan.korean.inflection import Final, attach, final_sound

if TYPE_CHECKING:
    from sagwan.korean.kiwi import Analyser, Morpheme

Piece = tuple[str, str]  # form and tag
_PLAIN = frozenset({"다", "ᆫ다", "는다"})
_POLITE = frozenset(
    {"습니다", "ᆸ니다", "어요", "아요", "에요", "예요", "죠", "지요", "네요", "습니다만", "군요", "거든요"}
)
_ORDER = frozenset({"라", "으라"})
_URGE = frozenset({"자"})
_VERBS = frozenset({"VV", "VV-R", "VV-I", "XSV", "VX", "VX-R", "VX-I"})
_NOUNS = frozenset({"NNG", "XSN"})
# Auxiliaries that inflect as adjectives: 싶다, 있다(진행), and 않다, 못하다 behind an adjective.
_ADJECTIVAL = frozenset({"싶", "있", "없"})
_PAST = frozenset({("었", "EP"), ("았", "EP")})
_CLOSERS = " .!…。,"


@dataclass(frozen=True, slots=True)
class Clause:
    """`head` is what stands before the last word; `stem` its morphemes without the ending.

    `mood`: `tell`, `order` or `urge`; `noun`: it ends in a noun and takes 이다.
    """

    head: str
    stem: tuple[Piece, ...]
    mood: str
    noun: bool = False
    present: bool = False  # a verb without a tense mark: 간다, not 간다's stem with 다
    written: str | None = None  # the whole, where it stands in the plain style already

    @property
    def manner(self) -> str:
        """The mood, a promise (하겠다) told apart."""
        return "promise" if self.mood == "tell" and ("겠", "EP") in self.stem else self.mood

    def plain(self, analyser: Analyser) -> str:
        """As a sentence of a book: 치렀다, 매물이 아니다, 일한다. An order stays one: 남겨 달라."""
        if self.written:
            return self.written
        if self.noun:
            word = analyser.join(self.stem)
            return f"{self.head}{word}{'이' if final_sound(word) is not Final.VOWEL else ''}다"
        return self.head + analyser.join((*self.stem, (self._form(), "EF")))

    def quoted(self, analyser: Analyser) -> str:
        """Before a verb of saying: 치렀다고, 아니라고, 일한다고, 남겨 달라고."""
        if self.written:
            copula = self.stem[-1][1] in ("VCP", "VCN")
            return f"{self.written[:-1]}라고" if copula else f"{self.written}고"
        if self.noun:
            word = analyser.join(self.stem)
            return f"{self.head}{word}{'이' if final_sound(word) is not Final.VOWEL else ''}라고"
        form = "라" if self.stem[-1][1] in ("VCP", "VCN") else self._form()
        return self.head + analyser.join((*self.stem, (f"{form}고", "EC")))

    def before_noun(self, analyser: Analyser) -> str | None:
        """Before the noun that it says something of: 문을 연, 크게 줄어든. None where it is not plainly past."""
        bare = self.stem[:-1]
        if self.noun or self.mood != "tell" or self.stem[-1] not in _PAST or not bare or bare[-1][1] not in _VERBS:
            return None
        return self.head + analyser.join((*bare, ("ᆫ", "ETM")))

    def _form(self) -> str:
        if self.mood == "order":
            return "라" if self.stem[-1][0] == "달" else "으라"
        if self.mood == "urge":
            return "자"
        return "ᆫ다" if self.present else "다"


def clause(content: str, analyser: Analyser) -> Clause | None:
    """The clause that `content` is; None where it is a question, several sentences, or ends in no known way."""
    words = content.strip(_CLOSERS)
    if not words or any(mark in words for mark in ".?!\n;"):
        return None
    morphemes = morphemes_of(words, analyser)
    if not morphemes or morphemes[-1].end != len(words):
        return None
    first = _word_start(words, morphemes)
    if morphemes[first].tag.startswith("XS"):
        return None  # 예상 했다: a page's slip
    head, last = words[: morphemes[first].start], morphemes[-1]
    if last.tag in _NOUNS or (last.form, last.tag) == ("것", "NNB"):
        return Clause(head, ((words[len(head) :], "NNG"),), "tell", noun=True)
    return _predicate(words, head, morphemes, morphemes[first:-1])


def _predicate(words: str, head: str, morphemes: tuple[Morpheme, ...], word: tuple[Morpheme, ...]) -> Clause | None:
    mood, stem = _mood(morphemes[-1]), tuple((m.form, m.tag) for m in word)
    if mood is None or not stem or any(tag.startswith(("EF", "S")) and tag not in ("SN", "SL") for _, tag in stem):
        return None
    plain = morphemes[-1].form not in _POLITE
    if not plain and ("못", "MAG") in stem:
        return None  # the joiner parts 못하다
    present = mood == "tell" and _present(stem, morphemes)
    return Clause(head, stem, mood, present=present, written=words if plain else None)


def _mood(last: Morpheme) -> str | None:
    if last.tag != "EF":
        return None
    if last.form in _PLAIN or last.form in _POLITE:
        return "tell"
    if last.form in _ORDER:
        return "order"
    return "urge" if last.form in _URGE else None


def _word_start(words: str, morphemes: tuple[Morpheme, ...]) -> int:
    at = words.rfind(" ") + 1
    return next(i for i, m in enumerate(morphemes) if m.start >= at)


def _present(stem: tuple[Piece, ...], morphemes: tuple[Morpheme, ...]) -> bool:
    """Whether the predicate is a verb in the present, which takes ᆫ다/는다."""
    if morphemes[-1].form in ("ᆫ다", "는다"):
        return True
    if morphemes[-1].form == "다":
        return False
    form, tag = stem[-1]
    if tag not in _VERBS or form in _ADJECTIVAL:
        return False
    if tag.startswith("VX") and form in ("않", "못하"):
        before = next((m for m in reversed(morphemes[: -len(stem) - 1]) if m.tag[0] in "VX"), None)
        return before is None or not before.tag.startswith(("VA", "XSA", "VCP"))
    return True


def denied(said: Clause, analyser: Analyser) -> Clause | None:
    """The contrary: 있다 ↔ 없다, 이다 ↔ 아니다, 한다 ↔ 하지 않는다. None where negation would not come out well."""
    if said.mood != "tell":
        return None
    if said.noun:
        return _no_such(said)
    tense = tuple(p for p in said.stem if p[1] == "EP")
    bare = tuple(p for p in said.stem if p[1] != "EP")
    form, tag = bare[-1]
    if tag == "VCN":
        return _such(said) if len(said.stem) == 1 else None
    if form in ("있", "없") and tag.startswith("VA"):
        return replace(said, stem=(*bare[:-1], ("없" if form == "있" else "있", "VA"), *tense), written=None)
    if form in ("않", "못하") and tag.startswith("VX"):
        return _affirmed(said, tense, analyser)
    return _negated(said, bare, tense)


def _negated(said: Clause, bare: tuple[Piece, ...], tense: tuple[Piece, ...]) -> Clause | None:
    """열었다 → 열지 않았다; 해야 한다 stays as it is."""
    form, tag = bare[-1]
    if tag not in _VERBS or (form in ("하", "되") and tag.startswith("VX")) or ("못", "MAG") in bare:
        return None
    stem = (*bare, ("지", "EC"), ("않", "VX"), *tense)
    return replace(said, stem=stem, present=said.present and not tense, written=None)


def _such(said: Clause) -> Clause | None:
    """매물이 아니다 → 매물이다."""
    before = said.head.rstrip()
    if before[-1:] not in ("이", "가"):
        return None
    at = before.rfind(" ") + 1
    return Clause(before[:at], ((before[at:-1], "NNG"),), "tell", noun=True) if before[at:-1] else None


def _no_such(said: Clause) -> Clause | None:
    """사실무근이다 → 사실무근이 아니다; 지출할 계획 stays as it is, and so does "A가 아니라 B"."""
    before = said.head.rstrip()
    if "아니라" in said.head or final_sound(before) is Final.LIQUID or said.stem[0][0] == "것":
        return None
    return Clause(f"{said.head}{attach(said.stem[0][0], '이/가')} ", (("아니", "VCN"),), "tell")


def _affirmed(said: Clause, tense: tuple[Piece, ...], analyser: Analyser) -> Clause | None:
    """맡기지 않는다 → 맡긴다."""
    before = said.head.rstrip()
    at = before.rfind(" ") + 1
    morphemes = morphemes_of(f"{before[at:]} 않다", analyser)
    own = [m for m in morphemes if m.tag != "JX" and m.start < len(before) - at]
    if len(own) < len(("맡기", "지")) or (own[-1].form, own[-1].tag) != ("지", "EC"):
        return None
    stem = tuple((m.form, m.tag) for m in own[:-1])
    form, tag = stem[-1]
    if not tag.startswith(("V", "XSV", "XSA", "EP")):
        return None
    verb = tag in _VERBS and form not in _ADJECTIVAL and not tense
    return Clause(before[:at], (*stem, *tense), "tell", present=verb)
