"""A sentence as the reporter wrote it: morphemes in a row, each quotation of speech as one token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from sagwan.core.span import Span
from sagwan.korean.kiwi import Morpheme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.extract.statements.quoted import Quoted

QUOTE = "Q"
PREDICATE = frozenset({"VV", "VV-I", "VV-R", "VA", "VA-I", "VA-R", "XSV", "XSA", "XSA-I", "VCN"})
ENDING = frozenset({"EC", "EF", "ETM", "ETN"})
# What ties a clause to what comes after it: …라고 말한 |뒤
AFTERWARDS = ("뒤", "후", "다음", "직후", "가운데", "자리")
NOUN = frozenset({"NNG", "NNP", "NNB", "NP", "NR", "SL", "SN", "SH", "XSN", "XPN", "XR", "W_SERIAL"})


class Ending(Struct, frozen=True):
    """How a predicate ends: the index of its last ending, the ending, and what stood before it."""

    at: int
    form: str
    tag: str
    past: bool
    negated: bool
    will: bool
    ought: bool = False


class Stream(Struct):
    """`tokens[i]` is a morpheme, or a whole quotation with the tag `Q` and its reading in `quoted[i]`; `morphemes` are
    those of the sentence, what stands in quotations with them.
    """

    chars: str
    tokens: list[Morpheme]
    quoted: dict[int, Quoted] = field(default_factory=dict)
    marked: tuple[Span, ...] = ()
    morphemes: Sequence[Morpheme] = ()

    def inside_marks(self, at: int) -> bool:
        """Whether character `at` lies in quotation marks that hold no speech: a title, a term."""
        return self.marks_at(at) is not None

    def marks_at(self, at: int) -> Span | None:
        """The quotation marks that character `at` lies in and that hold no speech, with what is in them."""
        return next((span for span in self.marked if at in span), None) if self.marked else None

    def begins_word(self, i: int) -> bool:
        """Whether a blank, or nothing, stands before token `i`."""
        if i == 0:
            return True
        at, before = self.tokens[i].start, self.tokens[i - 1].end
        return at > before or (at == before and self.chars[at - 1].isspace())  # fused morphemes overlap

    def word_start(self, i: int) -> int:
        """The index of the first token of the word (어절) that token `i` belongs to."""
        while i > 0 and not self.begins_word(i) and self.tokens[i - 1].tag != QUOTE:
            i -= 1
        return i

    def word_end(self, i: int) -> int:
        """The index behind the last token of the word that token `i` belongs to."""
        i += 1
        while i < len(self.tokens) and not self.begins_word(i):
            i += 1
        return i

    def after(self, at: int) -> int:
        """The index of the first token that begins at or behind character `at`."""
        low, high = 0, len(self.tokens)
        while low < high:
            mid = (low + high) // 2
            if self.tokens[mid].start < at:
                low = mid + 1
            else:
                high = mid
        return low

    def stem(self, i: int) -> str:
        """The predicate at token `i` from its word's beginning on, without blanks or endings (강조하, 털어놓)."""
        first = self.word_start(i)
        return "".join(m.form for m in self.tokens[first : i + 1])

    def ending(self, i: int) -> Ending:
        """The ending of the predicate at token `i`, through auxiliaries (고 있다, 기도 했다, ㄴ 바 있다)."""
        past = negated = will = ought = False
        if i > 0 and self.tokens[self.word_start(i) - 1].form in ("안", "못"):
            negated = self.tokens[self.word_start(i) - 1].tag == "MAG"
        last = i
        at = i + 1
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.tag == "EP":
                past |= token.form in ("었", "았", "었었", "았었")
                will |= token.form == "겠"
            elif token.tag in ENDING:
                last = at
                ought |= token.form in ("어야", "아야")
                if not self._carries_on(at):
                    break
            elif token.tag in ("VX", "VX-I", "VX-R", "VA", "VV", "VV-I", "XSV", "JX", "NNB", "VCP"):
                negated |= token.form in ("않", "못하", "말", "없")
            else:
                break
            at += 1
        ending = self.tokens[last]
        return Ending(last, ending.form, ending.tag if last > i else "", past, negated, will, ought)

    def _carries_on(self, at: int) -> bool:
        """Whether the ending at `at` only joins an auxiliary: 고 있다, 지 않다, 기도 하다, ㄴ 바 있다, 기 위해 not."""
        following = self.tokens[at + 1 : at + 3]
        if not following:
            return False
        next_ = following[0]
        if next_.tag in ("VX", "VX-I", "VX-R"):
            return True
        if next_.form == "바" and next_.tag == "NNB":
            return True
        return self.tokens[at].tag == "ETN" and next_.tag == "JX" and len(following) > 1 and following[1].form == "하"

    def span(self, first: int, last: int) -> Span:
        """From the first character of token `first` to the last one of token `last`."""
        return Span(self.tokens[first].start, max(m.end for m in self.tokens[max(first, last - 1) : last + 1]))


def stream_of(
    chars: str, morphemes: Sequence[Morpheme], quoted: Sequence[Quoted], marked: Sequence[Span] = ()
) -> Stream:
    """Lay the quotations over the morphemes; what closes a quotation (고, 라며) goes with it."""
    stream = Stream(chars, [], marked=tuple(marked), morphemes=morphemes)
    at = 0
    for words in quoted:
        span = words.quotation.span
        while at < len(morphemes) and morphemes[at].start < span.start:
            stream.tokens.append(morphemes[at])
            at += 1
        stream.quoted[len(stream.tokens)] = words
        stream.tokens.append(Morpheme("", QUOTE, span.start, words.closed))
        while at < len(morphemes) and morphemes[at].start < words.closed:
            at += 1
    stream.tokens.extend(morphemes[at:])
    return stream
