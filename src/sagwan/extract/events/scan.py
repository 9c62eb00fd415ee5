"""A sentence's morphemes → its phrases and predicates in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.span import Span
from sagwan.extract.events.inflect import Inflection
from sagwan.extract.events.phrase import Item, Phrase, Predicate
from sagwan.extract.events.quotation import sentence_until, title_until
from sagwan.korean.particle import canonical

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from sagwan.korean.kiwi import Morpheme

_NOMINAL = frozenset(
    ["NNG", "NNP", "NNB", "NR", "NP", "SN", "SL", "SH", "XPN", "XSN", "XR", "SO", "SW", "SB", "W_URL", "W_SERIAL", "MM"]
)
_VERBAL = frozenset({"VV", "VA", "VX", "VCP", "VCN", "XSV", "XSA"})
_LIGHT = frozenset({"하", "되", "받", "당하", "시키", "드리"})
# 지난 시즌, 오는 9월: these adnominals point to a time and have no subject.
_DETERMINERS = frozenset({"지나"})
_SUFFIXES = frozenset({"NNB", "XSN"})
OPEN, CLOSE = "open", "close"
Mark = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Borders:
    """What earlier passes and the lexicon say about where phrases begin and end.

    `cuts` are positions where a value begins or ends and a run of nouns with it; `named` those that names and times
    take up, whatever the analyser made of them, `inside` those of names alone; `points` are where times end; `posts`
    are postpositions; `prefixes` (불, 무 …) turn a noun into its opposite and stay with it; `raising` nouns (계획,
    후 …) stand for a whole clause; behind those of `since` a new phrase begins; `stems` call frames.
    """

    cuts: frozenset[int]
    named: frozenset[int]
    inside: frozenset[int]
    points: frozenset[int]
    posts: Mapping[str, str]
    prefixes: frozenset[str]
    raising: frozenset[str]
    since: frozenset[str]
    stems: Container[str]


class Scanner:
    """One pass over the morphemes of one sentence."""

    def __init__(self, chars: str, morphemes: Sequence[Morpheme], borders: Borders) -> None:
        self._chars = chars
        self._ms = morphemes
        self._cuts = borders.cuts
        self._named = borders.named
        self._inside = borders.inside
        self._points = borders.points
        self._posts = borders.posts
        self._prefixes = borders.prefixes
        self._raising = borders.raising
        self._since = borders.since
        self._stems = borders.stems
        self._run = -1
        self._titled = 0
        self._clause_end = -1
        self._quoted = False
        self.items: list[Item | Mark] = []

    def scan(self) -> list[Item | Mark]:
        """Phrases, predicates, and where quotation marks open and close."""
        ms, i, n = self._ms, 0, len(self._ms)
        while i < n:
            tag = ms[i].tag
            if tag in _NOMINAL or self._in_name(i) or i < self._titled:
                if self._run < 0:
                    self._run = i
                elif self._is_cut(i) or self._parts_run(i):
                    self._close(i, "")
                    self._run = i
                i += 1
            elif tag[0] == "J":
                i = self._particle(i)
            elif tag[0] in "VX" and tag.split("-")[0] in _VERBAL:
                i = self._predicate(i)
            else:
                i = self._other(i, tag)
        if self._run >= 0 and self._noun_predicate(n) is None:
            self._close(n, "")
        return self.items

    def _in_name(self, i: int) -> bool:
        """Whether the morpheme is part of a name or a time, whatever the analyser read; a particle, only of a name."""
        m = self._ms[i]
        return m.start in (self._inside if m.tag[0] == "J" else self._named)

    def _pair(self, i: int, tag: str) -> int:
        """Brackets and quotation marks."""
        form = self._ms[i].form
        if tag == "SSO" and self._run >= 0 and form in "([":
            return self._bracket(i)
        if tag == "SSC" and form in ")]":
            self._close(i, "")
        elif tag == "SSO" and form in "‘'":
            self._titled = title_until(self._ms, i)
            if not self._titled and not self._quoted and (end := sentence_until(self._ms, i)):
                self._clause_end = end
                self._wall(i, OPEN)
        elif form in '“”"' or i == self._clause_end:
            self._wall(i, OPEN if tag == "SSO" else CLOSE)
        return i + 1

    def _wall(self, i: int, kind: str) -> None:
        self._close(i, "")
        self._quoted = kind == OPEN
        self.items.append((kind, self._ms[i].start))

    def _parts_run(self, i: int) -> bool:
        """Whether a blank stands here behind which a new run begins."""
        return self._ms[i].start != self._ms[i - 1].end and (self._heads_clause(i) or self._ends_since(i))

    def _heads_clause(self, i: int) -> bool:
        """Whether the run so far is a lone noun that closes a relative clause: 논의한 후 | 한빛물산에 투자했다."""
        ms = self._ms
        before = self.items[-1] if self.items else None
        return (
            isinstance(before, Predicate)
            and before.form == "adnominal"
            and before.end == self._run
            and (ms[self._run].tag == "NNB" or self._word(self._run, i) in self._raising)
        )

    def _is_cut(self, i: int) -> bool:
        """Whether a value ends here, and no name goes on behind its age: A(53)씨."""
        m = self._ms[i]
        return m.start in self._cuts and not (m.tag == "NNB" and self._chars[m.start - 1] == ")")

    def _ends_since(self, i: int) -> bool:
        """Whether the run so far says since when: 지도부 회의 후 | 기자회견장을."""
        return self._ms[i - 1].start not in self._inside and self._word(self._run, i) in self._since

    def _other(self, i: int, tag: str) -> int:
        ms = self._ms
        if tag in ("SSO", "SSC"):
            return self._pair(i, tag)
        if tag in ("MAG", "MAJ") and (mark := self._posts.get(f" {ms[i].form}")) and self._run >= 0:
            self._close(i, mark, joined=mark == "과")
            return i + 1
        last = self.items[-1] if self.items and self._run < 0 else None
        if tag == "MAG" and isinstance(last, Phrase) and (mark := self._posts.get(f"{last.mark} {ms[i].form}")):
            last.mark = mark  # 한빛물산과 함께
            return i + 1
        if tag == "SP" and ms[i].form == "," and self._breaks_off(i):
            return i + 1
        if tag == "SP":
            joins = ms[i].form in "·/" and self._run >= 0
            self._close(i, "·" if joins else "", joined=joins, comma=not joins)
        elif tag != "SS":
            self._close(i, "")
            if tag in ("SE", "SF"):
                self.items.append(("break", ms[i].start))
        return i + 1

    def _breaks_off(self, i: int) -> bool:
        """20호 골을 기록, 선두를 지켰다: a noun that acts behind an object leaves out 하고."""
        ms, k, before = self._ms, i - 1, self.items[-1] if self.items else None
        if self._run < 0 or not isinstance(before, Phrase) or before.comma or not self._opens_anew(before.mark, i):
            return False
        stem = self._word(self._run, i) + "하"
        if stem not in self._stems:
            return False
        while k > self._run and ms[k - 1].end == ms[k].start:
            k -= 1
        if k > self._run:
            self._close(k, "")
        self._run = -1
        span = Span(ms[k].start, ms[i - 1].end)
        self.items.append(Predicate(k, k, i, (stem,), "하", span, form="link", ending="고"))
        return True

    def _opens_anew(self, mark: str, i: int) -> bool:
        """3명이 사망, 논란이 일었다: another's clause stands behind the comma; not 기획, 제작에 참여했다."""
        ms, k = self._ms, i + 1
        while k < len(ms) and ms[k].tag[0] != "J":
            k += 1
        listed = k < len(ms) and (ms[k].tag in ("JKO", "JC") or ms[k - 1].form + "하" in self._stems)
        return mark == "을" or (mark in ("이", "은", "으로") and not listed)

    def _bracket(self, i: int) -> int:
        """Pass over a bracket behind a name; the particle may follow it: 마이크로소프트(MS)와."""
        ms = self._ms
        for j in range(i + 1, min(i + 16, len(ms))):
            if ms[j].tag == "SSC":
                after = j + 1
                if after < len(ms) and ms[after].tag[0] == "J" and ms[after].start == ms[j].end:
                    return self._particle(after, until=i)
                return after  # 인공지능(AI) 합작회사 is one phrase
        return i + 1

    def _particle(self, i: int, until: int | None = None) -> int:
        """Particles behind a run: the case decides, 도 and 만 only where no case stands (에는 → 에, 까지도 → 까지)."""
        ms, j, mark, tag = self._ms, i, "", self._ms[i].tag
        while j < len(ms) and ms[j].tag[0] == "J":
            form = "과" if ms[j].tag == "JC" else canonical(ms[j].form)
            if not mark or ms[j].tag != "JX":
                mark = form if not mark or mark in ("까지", "부터", "만") else mark
            if mark == "과" and form == "의":
                mark, tag = "과의", "JKG"
            j += 1
        if self._run < 0:
            last = self.items[-1] if self.items else None
            if isinstance(last, Predicate) and last.form == "nominal" and last.end == i:
                last.mark = mark
            return j
        post, after = self._postposition(mark, j)
        self._close(until if until is not None else i, post, joined=tag == "JC")
        closed = self.items[-1] if self.items else None
        if isinstance(closed, Phrase) and tag != "JX" and ms[j - 1].tag == "JX":
            closed.topical = canonical(ms[j - 1].form) == "은"
        return after

    def _postposition(self, mark: str, j: int) -> tuple[str, int]:
        """에 대해, 을 위해, 을 통해 …: a particle and a verb that has become one, as the lexicon lists them."""
        ms = self._ms
        root = ms[j].form if j < len(ms) and ms[j].tag == "XR" else ""  # 비롯/XR 하/XSV 어/EC
        j += bool(root)
        if j + 1 < len(ms) and (ms[j].tag[0] == "V" or root):
            post = self._posts.get(f"{mark} {root}{ms[j].form}")
            if post and ms[j + 1].tag in ("EC", "ETM") and ms[j + 1].form not in ("고", "지", "기"):
                return post, j + 2
        return mark, j - bool(root)

    def _close(self, last: int, mark: str, *, joined: bool = False, comma: bool = False) -> None:
        first, self._run = self._run, -1
        if first < 0:
            if comma and self.items and isinstance(self.items[-1], Phrase):
                self.items[-1].comma = True
            return
        ms = self._ms
        if self._ends_value(first):
            if last - first == 1 and not mark:
                return  # 절반씩 가졌다
            first += last - first > 1
        start, end = ms[first].start, ms[last - 1].end
        if end <= start:
            return
        final = self._last_word(first, last)
        head = self._chars[ms[final].start : end]
        lead = head if final == first else self._first_word(first, last)
        named = final > first and ms[final - 1].start in self._named
        if named and (post := self._posts.get(f"을 {head} {mark}")):  # 누리전자 상대로
            last, mark, end = final, post, ms[final - 1].end
            head = self._word(first, last)
        before = self.items[-1] if self.items else None
        merged = self._posts.get(f"{before.mark} {head} {mark}") if isinstance(before, Phrase) else None
        if merged and isinstance(before, Phrase):
            before.mark = merged
            return
        if head == "등" and isinstance(before, Phrase) and before.dependent and before.last == first:
            before.mark, before.joined, before.comma = mark, joined, comma  # 돈을 받은 혐의 등으로
            return
        clause = isinstance(before, Predicate) and before.form == "adnominal" and before.end == first
        object_ = clause and isinstance(before, Predicate) and before.describes and mark == "을"  # 많은 기회를
        dependent = ms[first].tag == "NNB" or (clause and not object_ and head == lead and head in self._raising)
        point, pronoun = end in self._points, ms[last - 1].tag == "NP"
        span, tail = Span(start, end), ms[last - 1].form
        self.items.append(Phrase(first, last, mark, span, head, lead, tail, dependent, point, joined, pronoun, comma))

    def _ends_value(self, first: int) -> bool:
        """Whether a suffix of the value before it begins the run: 사흘간 209타를, 1940년생 여성이."""
        m, glued = self._ms[first], first > 0 and self._ms[first - 1].end == self._ms[first].start
        return glued and m.tag in _SUFFIXES and m.start in self._cuts

    def _last_word(self, first: int, last: int) -> int:
        """Where the last written word of a run begins."""
        ms, k = self._ms, last - 1
        while k > first and ms[k - 1].end == ms[k].start:
            k -= 1
        return k

    def _word(self, first: int, last: int) -> str:
        """The last written word of a run, its particle left out."""
        return self._chars[self._ms[self._last_word(first, last)].start : self._ms[last - 1].end]

    def _first_word(self, first: int, last: int) -> str:
        ms, k = self._ms, first + 1
        while k < last and ms[k].start == ms[k - 1].end:
            k += 1
        return self._chars[ms[first].start : ms[k - 1].end].rstrip("'’")

    # -- predicates

    def _predicate(self, i: int) -> int:
        ms = self._ms
        tag, form = ms[i].tag.split("-")[0], ms[i].form
        if tag == "VCP" and i + 1 < len(ms) and ms[i + 1].tag[0] not in "ES":
            self._close(
                i, "이"
            )  # 계획이 없다: what no ending follows is a particle that the analyser took for a copula
            return i + 1
        if form in _DETERMINERS and i + 1 < len(ms) and ms[i + 1].tag == "ETM":
            self._close(i, "")
            return i + 2
        if self._run >= 0 and ms[i].start == ms[i - 1].end and i > self._run:
            if tag == "VCP":
                return self._copula(i)
            if tag in ("XSV", "XSA") or form in _LIGHT:
                return self._noun_verb(i, form)
        if tag == "VCP":
            return self._copula(i)
        self._close(i, "")
        first = i
        if i >= 1 and ms[i - 1].tag == "MAG" and ms[i - 1].form in ("안", "못"):
            first = i - 1
        return self._inflect(first, i, i + 1, (form,), "")

    def _noun_verb(self, i: int, light: str) -> int:
        """인수했다, 압수수색당했다: every stem that ends where the light verb begins, longest first."""
        ms, k = self._ms, i - 1
        if ms[k].tag == "NNB":  # 듯하다, 뻔하다
            self._close(i, "")
            return self._inflect(i, i, i + 1, (light,), "")
        stems: list[str] = []
        while True:
            if ms[k].tag == "XPN" and ms[k].form in self._prefixes:
                stems.clear()
            stems.append(self._chars[ms[k].start : ms[i].start] + "하")
            if k == self._run or ms[k - 1].end != ms[k].start or ms[k - 1].start in self._cuts:
                break
            k -= 1
        root = k
        if root > self._run:
            self._close(root, "")
        self._run = -1
        stems.reverse()
        if ms[i].tag.startswith("XSA"):
            stems = []  # 고소한 냄새 is no 고소
        elif light != "하":
            stems = [*(s[:-1] + light for s in stems), *stems]
        return self._inflect(root, root, i + 1, tuple(stems), light)

    def _copula(self, i: int) -> int:
        """한빛이다: the noun stays a phrase and the copula is its predicate."""
        if self._run >= 0 and (at := self._noun_predicate(i)) is not None:
            return at
        if self._run >= 0:
            self._close(i, "이다")
        return self._inflect(i, i, i + 1, ("이",), "")

    def _noun_predicate(self, i: int) -> int | None:
        """검토 중이다, 개최 예정이다: a noun before 중 or a noun of planning is a verb."""
        ms, last = self._ms, i - 1
        if last <= self._run or not (ms[last].form == "중" or ms[last].form in self._raising):
            return None
        if ms[last - 1].tag not in ("NNG", "XR"):
            return None
        if ms[last].start == ms[last - 1].end and ms[last].tag != "NNB":
            return None  # 관리계획이다; not 조사중이다
        k = last - 1
        while k > self._run and ms[k - 1].end == ms[k].start and ms[k].start not in self._cuts:
            k -= 1
        stems = tuple(self._chars[ms[j].start : ms[last - 1].end] + "하" for j in range(k, last))
        tail = ms[last].form
        if k > self._run:
            self._close(k, "")
        self._run = -1
        at = self._inflect(k, k, i + 1, stems, "하") if i < len(ms) else i
        if i >= len(ms):
            span = Span(ms[k].start, ms[last].end)
            self.items.append(Predicate(k, k, i, stems, "하", span))
        made = self.items[-1]
        if isinstance(made, Predicate):
            made.tail = tail
        return at

    def _inflect(self, first: int, root: int, at: int, stems: tuple[str, ...], voice: str) -> int:
        ms, bent = self._ms, Inflection(self._ms, at, stems, voice)
        span = Span(ms[first].start, max(ms[bent.end - 1].end, ms[first].start + 1))
        self.items.append(
            Predicate(
                first=first,
                root=root,
                end=bent.end,
                stems=bent.stems,
                voice=voice,
                span=span,
                form=bent.form,
                ending=bent.ending,
                negated=bent.negated ^ (first < root),
                passive=bent.passive,
                describes=ms[root].tag.startswith(("VA", "VCP")) or not stems,
                aux=tuple(bent.aux),
                eps=tuple(bent.eps),
            )
        )
        return bent.end
