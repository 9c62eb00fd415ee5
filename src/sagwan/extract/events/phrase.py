"""The parts of a sentence that frames are laid over: noun phrases with particles, predicates with endings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from sagwan.core.span import Span

# A modifier with one of these stands beside the noun after it, not below it.
_JOINING = frozenset({"과", "·"})
# 김하늘을 비롯해 stands beside many (시민들이), not beside whoever comes next.
_INCLUDING = "을 비롯해"
MANY = ("들", "등")


# 인터뷰에서, 간담회를 통해: where something was said or done.
OCCASIONS = ("에서", "을 통해")
# The endings of a finite present: 연다, 먹는다, 엽니다, 먹습니다.
PRESENT = frozenset({"ㄴ다", "는다", "ㅂ니다", "습니다"})


class Phrase(Struct, eq=False):
    """A run of nouns up to its particle; `first` and `last` are morpheme indices (half-open) without the particle.

    `mark` is the particle's canonical form, with a postposition's verb where one follows ("에 대해"), empty for a
    bare noun. `head` and `lead` are its last and first written words, `tail` its last
    morpheme; `point`: it is a time. `owner` is the predicate it belongs to; a
    genitive or a coordinated noun has `next` instead, and is one of the `modifiers` there. `clause` is a relative
    clause on it; `pronoun`: it is one (그, 우리); `topical`: 은 stands behind its case (국회에는); `fellows` stand
    before it with a comma and no particle. `quotation` counts the quotations of the sentence; 0 is outside of all.
    """

    first: int
    last: int
    mark: str
    span: Span
    head: str
    lead: str
    tail: str
    dependent: bool = False
    point: bool = False
    joined: bool = False
    pronoun: bool = False
    comma: bool = False
    topical: bool = False
    owner: Predicate | None = None
    next: Phrase | None = None
    clause: Predicate | None = None
    quotation: int = 0
    modifiers: list[Phrase] = field(default_factory=list)
    fellows: list[Phrase] = field(default_factory=list)

    def coordinates(self) -> list[Phrase]:
        """The phrases that share its role: 소프트뱅크, 오라클과 / 박서연 의원과 이슬 의원은."""
        if not self.fellows and not self.modifiers:
            return []
        found: dict[Phrase, None] = {}
        waiting: list[Phrase] = [self]
        many = self.tail in MANY
        while waiting:
            at = waiting.pop(0)
            # 누리국과 한빛국의 무역이: the first stands beside the second, not beside their trade.
            fellows = (x for x in at.fellows if many or x.mark != _INCLUDING)
            beside = (*fellows, *(x for x in at.modifiers if x.mark in _JOINING and x.next is at))
            new = [x for x in beside if x not in found]
            found.update(dict.fromkeys(new))
            waiting += new
        return list(found)


class Predicate(Struct, eq=False):
    """A verb, an adjective, a copula or a noun that stands for a verb, with its ending.

    `stems` are its readings, longest first (압수수색하, 수색하); `voice` is the light verb behind a noun (하, 되,
    받, 당하, 시키), empty for a plain verb. `end` is the morpheme after its last ending; `form` is `final`, `link`,
    `adnominal`, `nominal` or `quote`. `describes`: it is an adjective or a copula. `tail` is a noun that turns a
    noun into a predicate (개최 예정이다). `mark`: the particle behind a nominal form (늘리기가).
    `quotation`: as for phrases; `alone`: no subject or topic stands before it in
    its quotation; `bare`: the sentence's tree knows no subject for it;
    `links` are the clauses joined into it, `tells` those that are its complement.
    """

    first: int
    root: int
    end: int
    stems: tuple[str, ...]
    voice: str
    span: Span
    form: str = "final"
    ending: str = ""
    negated: bool = False
    passive: bool = False
    describes: bool = False
    aux: tuple[str, ...] = ()
    tail: str = ""
    mark: str = ""
    quotation: int = 0
    alone: bool = False
    bare: bool = False
    eps: tuple[str, ...] = ()
    args: list[Phrase] = field(default_factory=list)
    links: list[Predicate] = field(default_factory=list)
    tells: list[Predicate] = field(default_factory=list)
    governor: Predicate | None = None
    noun: Phrase | None = None
    subject: Phrase | None = None

    @property
    def quoted(self) -> bool:
        """Whether it stands inside quotation marks."""
        return self.quotation > 0


Item = Phrase | Predicate
