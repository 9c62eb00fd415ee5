"""Which predicate each phrase belongs to, and whose act each predicate is.

Every head lies to the right, so one stack does it. An object goes to the next predicate; a topic passes over
relative clauses and reported speech to the predicate of the sentence and is shared by the clauses linked to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.extract.events.phrase import MANY, Phrase, Predicate
from sagwan.extract.events.scan import CLOSE, OPEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sagwan.extract.events.phrase import Item
    from sagwan.extract.events.scan import Mark

TOPICS = frozenset({"은", "도", "만", "역시"})
SUBJECTS = frozenset({"이", "께서", "마저", "조차", "이나", *TOPICS})
# Clauses linked by these keep their subject to themselves (주가가 떨어지자 누리전자는 …).
OWN_SUBJECT = frozenset({"자", "면", "는데", "니", "지만", "다면", "더니", "므로", "니까", "도록"})
_CLOSE_LINKS = frozenset({"어", "어서", "고"})
# 사과하라고, 사과하라는: orders and requests as they are reported.
_ASKING = frozenset({"라", "라고", "라는", "라며", "라면서"})
# What does not stand with an adjective, and what stands with it though not beside it.
_OF_DEEDS = frozenset({"을", "에서", "을 상대로", "을 통해", "에 의해", "으로부터"})
_OF_QUALITIES = frozenset({"이", "과", "보다", *TOPICS})
# 적극적으로, 공식적으로
_MANNER = "적"
_THERE_IS = (("있",), ("없",))
_WALL = "wall"
_STEPS = 4


class Clauses:
    """The attachment of one sentence: `predicates` in order, `loose` what no predicate took.

    In a `headline` the topic is whose act the verbs are that find no sentence to belong to.
    """

    def __init__(self, items: Iterable[Item | Mark], *, headline: bool = False) -> None:
        self._headline = headline
        self.predicates: list[Predicate] = []
        self.phrases: list[Phrase] = []
        self.loose: list[list[Phrase]] = []
        self._opened: set[Phrase] = set()
        self._stack: list[Phrase | Predicate | str] = []
        self._adnominal: list[Predicate] = []
        self._waiting: list[Phrase] = []
        self._complements: list[Predicate] = []
        self._inside: list[Predicate] = []
        self._subject_inside = False
        self._quotations = self._walls = 0
        for item in items:
            if isinstance(item, Phrase):
                self._phrase(item)
            elif isinstance(item, Predicate):
                self._predicate(item)
            else:
                self._mark(item[0])
        self._let_go()

    def ends_open(self, phrase: Phrase) -> bool:
        """Whether the phrase stands inside quotation marks that were still open."""
        return phrase in self._opened

    def _let_go(self) -> None:
        """What the stack still holds has no predicate: a headline, or a line that breaks off."""
        self.loose.append([x for x in self._stack if isinstance(x, Phrase)])
        topic = next((x for x in self.loose[-1] if x.mark in TOPICS), None)
        for x in self._stack:
            if isinstance(x, Predicate) and x.subject is None:
                x.subject = own_subject(x) or topic
        self._stack.clear()
        self._walls = 0

    def _mark(self, kind: str) -> None:
        if kind == OPEN:
            self._stack.append(_WALL)
            self._walls += 1
            self._quotations += 1
            self._subject_inside = False
        elif kind == CLOSE:
            if self._walls:
                self._walls -= 1
                while (top := self._stack.pop()) != _WALL:
                    if isinstance(top, Phrase):
                        self._opened.add(top)
                    elif isinstance(top, Predicate) and self.predicates[-1] is not top:
                        top.governor = top.governor or self.predicates[-1]
                self._complements.extend(self._inside)
            self._inside = []
        elif not self._walls:
            self._let_go()

    def _phrase(self, phrase: Phrase) -> None:
        before = self.phrases[-1] if self.phrases else None
        self.phrases.append(phrase)
        if before is not None and before.clause is not None and _counts(before, phrase):
            self._adnominal, before.clause = [before.clause], None
        phrase.quotation = self._quotation()
        self._subject_inside = self._subject_inside or phrase.mark in ("이", "은", "도")
        for p in self._adnominal:
            p.noun, phrase.clause = phrase, p
        self._adnominal = []
        # 김하늘과 그의 동생은: whose brother it is stands between the two.
        beyond = self._waiting if phrase.pronoun and phrase.mark == "의" else []
        if phrase.mark == "으로" and phrase.tail == _MANNER:
            self._stack.extend(self._waiting)  # 한빛물산과 적극적으로 협상했다
            self._waiting = []
        for before in self._waiting if not beyond else []:
            before.next = phrase
            phrase.modifiers = [*phrase.modifiers, before, *before.modifiers]
        self._waiting = []
        last = self._stack[-1] if self._stack else None
        beside = len(self.phrases) > 1 and last is self.phrases[-2]
        if beside and isinstance(last, Phrase) and _lists(last):
            phrase.fellows = [last]
        if phrase.mark in ("의", "과의") or phrase.joined:
            self._waiting = [*beyond, phrase]
        else:
            self._stack.append(phrase)

    def _predicate(self, p: Predicate) -> None:
        self.predicates.append(p)
        p.quotation = self._quotation()
        p.alone = p.quoted and not self._subject_inside
        below, self._complements = self._complements, []
        for q in below:
            q.governor = p
        p.tells = below
        self._stack.extend(self._waiting)
        self._waiting = []
        taken = self._take(p)
        _share(p, taken)
        if p.subject is None and p.form in ("final", "link"):
            p.subject = next((q.subject for q in below if q.subject is not None and _wills(q)), None)
        if p.form == "link" and not _reports(p):
            self._stack.append(p)
        elif p.form == "adnominal":
            self._adnominal.append(p)
        elif p.form in ("nominal", "link"):
            p.form = "quote" if p.form == "link" else p.form
            self._complements.append(p)
        elif self._walls:
            self._inside.append(p)

    def _take(self, p: Predicate) -> list[Phrase | Predicate]:
        """What `p` gathers from the left, nearest first."""
        taken: list[Phrase | Predicate] = []
        seen: set[str] = set()
        while self._stack:
            top = self._stack[-1]
            if isinstance(top, str):
                break
            if isinstance(top, Predicate):
                if not self._absorbs(p, top, seen, adjacent=not taken):
                    break
                top.governor = p
            elif self._keeps_out(p, top, seen):
                break
            else:
                seen.add(top.mark)
                top.owner = p
                p.args.append(top)
            taken.append(top)
            self._stack.pop()
        return taken[::-1]

    def _absorbs(self, p: Predicate, link: Predicate, seen: set[str], *, adjacent: bool) -> bool:
        """Whether a linked clause on the stack belongs to `p` rather than to a later predicate."""
        if p.form == "final" or (_says_how(link) and not link.args):
            return True
        if p.form == "link" and not _reports(p):
            return False
        if "이" in seen or seen & TOPICS or (p.describes and p.form == "adnominal" and not link.describes):
            return False  # its own subject begins the clause; 떠났고 이름난 배우를 만났다 joins two acts
        if _reports(p) or (link.ending not in OWN_SUBJECT and any(a.mark == "이" for a in link.args)):
            return True
        outer = any(isinstance(x, Phrase) and (x.mark in TOPICS or x.mark == "이") for x in self._open())
        return not outer or (adjacent and not p.describes and link.ending in _CLOSE_LINKS)

    def _keeps_out(self, p: Predicate, top: Phrase, seen: set[str]) -> bool:
        passes = (_is_quality(p) and _passes_by(p, top)) or (_says_how(p) and top.mark in _OF_DEEDS)
        if (p.form == "adnominal" and (top.topical or passes)) or (p.ending == "게" and passes):
            return True
        if p.form != "final" and (
            (top.mark in ("이", "을") and top.mark in seen and not _takes_two(p, top))
            or (top.comma and not top.mark)
            or (top.dependent and not top.mark and p.form == "adnominal" and bool(p.args))
        ):
            return True
        if top.mark not in TOPICS:
            return False
        if p.form in ("adnominal", "nominal"):
            return top.mark == "은" or "이" in seen
        if _reports(p):
            topics = sum(isinstance(x, Phrase) and x.mark in (*TOPICS, "이") for x in self._open())
            return topics < 2 or "이" in seen or bool(seen & TOPICS)  # noqa: PLR2004
        return p.form == "link"

    def _quotation(self) -> int:
        return self._quotations if self._walls else 0

    def _open(self) -> list[Phrase | Predicate | str]:
        """The stack above the last wall."""
        stack = self._stack
        if not self._walls:
            return stack
        last = max((i for i, x in enumerate(stack) if x == _WALL), default=-1)
        return stack[last + 1 :]


def _reports(p: Predicate) -> bool:
    """다고, 라고, 자고, 냐고, 다며, 라며: the clause is somebody's words."""
    e = p.ending
    return p.form in ("link", "quote") and (
        (len(e) > 1 and e.endswith("고") and e[-2] in "다라자냐") or e.endswith(("다며", "라며", "다면서", "라면서"))
    )


def asks_of_another(p: Predicate) -> bool:
    """하라고, 하라며, 해 달라는: what somebody is asked to do."""
    return p.ending in _ASKING and not p.describes and not p.eps


def _is_quality(p: Predicate) -> bool:
    """Whether it is an adjective that says what something is, and not what somebody makes of it (환하게 하는)."""
    return p.describes and not p.aux and p.stems != ("이",)


def _says_how(p: Predicate) -> bool:
    """Whether it can have no object for want of a deed: 한빛국을 크게 이겼다, 돈을 자회사인 한빛물산에 맡겼다."""
    return p.describes and not p.aux and (p.ending == "게" or (p.stems == ("이",) and p.ending == "ㄴ"))


def _passes_by(p: Predicate, phrase: Phrase) -> bool:
    """시장에서 큰 성과를, 게시판에 지난 4일 이 같은 글이: a quality has its subject and what is beside it."""
    return phrase.mark in _OF_DEEDS or (phrase.mark not in _OF_QUALITIES and bool(p.args))


def _takes_two(p: Predicate, subject: Phrase) -> bool:
    """시민단이 원고가 되는 소송: what becomes something or is not something stands with a nominative beside its own."""
    nominatives = [a for a in p.args if a.mark == "이"]
    return subject.mark == "이" and p.stems in (("되",), ("아니",)) and nominatives == p.args[:1] == p.args


def _counts(figure: Phrase, phrase: Phrase) -> bool:
    """Whether the first is but the figure of the second: 발표한 5대 | 과제."""
    if figure.last != phrase.first or figure.point or figure.comma or not figure.head[0].isdigit():
        return figure.joined and figure.mark == "·" and figure.head.isdigit() and phrase.lead[0].isdigit()
    return not figure.mark and figure.head[-1] != "%" and not phrase.lead[0].isdigit() and not phrase.dependent


def _lists(p: Phrase) -> bool:
    """Whether the phrase shares the place of the one behind it: 누리전자, … / 누리전자를 비롯해 …"""
    return (p.comma and not p.mark and p.clause is None) or p.mark == "을 비롯해"


def _wills(p: Predicate) -> bool:
    """Whether who acts is who says so: 누리전자가 인수하겠다고 약속했다."""
    return "겠" in p.eps and _reports(p) and not p.quoted


def own_subject(p: Predicate) -> Phrase | None:
    """The phrase with 이/가 or a topic that the predicate itself took, the nearest first."""
    nominative, topic = next((a for a in p.args if a.mark == "이"), None), own_topic(p)
    if nominative is None or topic is None or topic.mark != "은" or topic.first > nominative.first:
        return nominative or topic
    # 대표는 한빛국만이 능력이 있다고 말했다: of two nominatives before what is told neither is of who tells it.
    told = (q for q in p.tells if q.form == "quote" and q.quotation == p.quotation)
    return topic if any(q.first > nominative.first for q in told) else nominative


def own_topic(p: Predicate) -> Phrase | None:
    """The topic that the predicate itself took, the nearest first, 은/는 before 도: 누리전자는 한빛물산도 인수했다."""
    topics = [a for a in p.args if a.mark in TOPICS]
    if len(topics) < 2:  # noqa: PLR2004
        return topics[0] if topics else None
    if _tells_unquoted(p):
        # 전문가들은 어린이는 다칠 수 있다고 경고했다: the nearer topic is of what is told.
        topics = [a for a in topics if not a.point][-1:] or topics
    # 대표는 떠나는 것은 반대했다: what stands for a clause is the object.
    return min(topics, key=lambda a: (a.dependent, a.mark != "은", -a.first), default=None)


def _tells_unquoted(p: Predicate) -> bool:
    """Whether a clause that nothing encloses is its complement: …다고, …ㄹ 것으로."""
    told = any(q.form == "quote" and q.quotation == p.quotation for q in p.tells)
    return told or any(a.dependent and a.clause is not None and a.mark == "으로" for a in p.args)


def keeps_subject(p: Predicate) -> bool:
    """Whether the clause shares its nominative with none joined to it: 매출이 늘면, 필요가 있으나."""
    return p.ending in OWN_SUBJECT or (p.stems in _THERE_IS and any(a.mark == "이" for a in p.args))


def _share(p: Predicate, items: list[Phrase | Predicate]) -> None:
    """Give each clause of one level its subject: its own, the topic before it, or that of the clause linked to it."""
    topic: Phrase | None = None
    handed: Phrase | None = None
    waiting: list[Predicate] = []
    for x in items:
        if isinstance(x, Phrase):
            # 그는 지분도 샀으며 …한 적도 있다: what is added is not what it is told of.
            added = topic is not None and topic.mark == "은" and (x.dependent or x.mark == "도")
            topic = x if x.mark in TOPICS and not added else topic
            continue
        x.subject = own_subject(x) or topic or handed
        if x.subject is None:
            waiting.append(x)
        elif not keeps_subject(x):
            outer = topic is not None and topic.mark == "은" and x.subject.mark == "도"
            handed = topic if outer else x.subject
        p.links.append(x)
    nominative = next((a for a in p.args if a.mark == "이"), None)
    p.subject = nominative or topic or (handed if p.form != "adnominal" or waiting or p.links else None)
    for q in waiting:
        # 회의를 열고 누리전자는 …: only a topic reaches back over a clause.
        reaches = p.subject is not None and (p.subject.first < q.first or p.subject.mark == "은")
        if q.ending not in OWN_SUBJECT and reaches:
            q.subject = p.subject


def _leads_into(p: Predicate, clause: Predicate | None) -> bool:
    """Whether `p` shares the subject of the clause that describes a noun: 시를 쓰며 이름을 알린 시인이 떠났다."""
    if clause is None or p.form == "link":
        return clause is not None and p.ending not in OWN_SUBJECT
    at: Predicate | None = p
    for _ in range(_STEPS):
        if at is None or at is clause:
            break
        at = at.noun.owner if at.form == "adnominal" and at.noun is not None else at.governor
    return at is not None and at is clause


def joins(p: Predicate, clause: Predicate) -> bool:
    """Whether `p` is one of the clauses joined into `clause`: [시를 쓰며] 이름을 알린."""
    at: Predicate | None = p
    for _ in range(_STEPS):
        if at is None or at is clause or at.form != "link":
            break
        at = at.governor
    return at is clause


def _is_deed(p: Predicate) -> bool:
    """논의한 후, 집을 판 뒤; not 치료가 끝나는 대로."""
    return p.voice == "하" or any(a.mark == "을" for a in p.args)


def subject_of(p: Predicate, raising: frozenset[str], depth: int = _STEPS) -> Phrase | None:
    """Whose act it is, also where the grammar leaves it to the clause above: 인수할 계획이다, 인수하기로 했다.

    A clause takes over only what stands before it: 인수한 뒤 대표가 떠났다 does not say that he who left had bought.
    """
    if p.subject is not None or depth == 0 or asks_of_another(p):
        return p.subject
    above: Predicate | None = None
    if p.form == "adnominal":
        noun = p.noun
        # 인수한 2019년: no year buys; 금괴를 산 업주 등을: they do.
        several = noun is not None and noun.tail in MANY and noun.lead != noun.head
        if noun is not None and (noun.dependent or noun.point or (noun.head in raising and not several)):
            above = noun.owner
        elif any(a.mark == "을" for a in p.args) or p.links:
            return noun
    elif not p.quoted:
        above = p.governor
    found = subject_of(above, raising, depth - 1) if above is not None else None
    if found is not None:
        return found if found.first < p.first or _leads_into(p, found.clause) else None
    # 대표가 논의한 후 투자했다: the clause before has the same subject where nobody else is named.
    before = (q for q in (a.clause for a in p.args if a.dependent and a.mark in ("", "에")) if q and _is_deed(q))
    last = max((q.first for q in p.links if own_subject(q) is not None), default=-1)
    return next((q.subject for q in before if q.subject and q.subject.mark == "이" and q.first > last), None)
