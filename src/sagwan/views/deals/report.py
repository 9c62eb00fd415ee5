"""One telling of a commitment: who pays whom, how much, at which stage, and where that is told."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from sagwan.views.deals.sums import digits, rounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.lexicon.schema.relation import Payment
    from sagwan.views.cited import Cited

_AHEAD = ("planned", "requested", "possible", "asked", "undone")  # stages of what has not happened
TWO = 2  # payer and payee, or payer and what is bought

Home = tuple[str, int]  # an article: its page and its number there


@dataclass(frozen=True, slots=True)
class Report:
    """One telling of a commitment. `value` in base units of `currency`, None where the words give a range only; with
    it `sum` is None where they give no sum at all.

    `stage`: `paid`, `agreed`, `owed` or `asked` for what is told as done; `claimed` for what somebody says was done;
    else the event's status (`planned`, `requested`, `possible`), and `undone` for what was refused, denied or not done.
    Who answers what was asked makes it `undone` or `agreed`.
    `differs` from the report before it: `rounding`, `revision`, `conflict`, or None. `parts` are sums that it tells as
    a part of its own (100억원을 시작으로): they are no commitments by themselves and are never added to the whole.
    """

    stage: str
    value: Decimal | None
    approx: bool
    currency: str | None
    at: str | None
    said_by: str | None
    sum: Cited | None
    event: Cited
    differs: str | None = None
    parts: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class End:
    """Who pays, who gets, or what is bought, several where the words name several. `known` are identities with their
    names; where no name says it, `words` are the article's, and `home` is the article.

    `keys`: what two reports of one commitment share, none where the article says nothing; words are the same within
    their article only. `names`: as an answer calls them. `heads`: what the words begin with, word for word, since a
    stake goes by the name of its company (한빛물산 지분 60%). All are looked at in every comparison, so they are made
    once.
    """

    known: tuple[tuple[str, str], ...] = ()
    words: str | None = None
    home: Home | None = None
    keys: frozenset[object] = field(init=False)
    names: tuple[str, ...] = field(init=False)
    heads: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        in_words = frozenset({(self.home, self.words)} if self.words and self.home else ())
        object.__setattr__(self, "keys", frozenset(key for key, _ in self.known) or in_words)
        names = tuple(name for _, name in self.known) or ((self.words,) if self.words else ())
        object.__setattr__(self, "names", names)
        object.__setattr__(self, "heads", frozenset(names) if self.known else frozenset(_beginnings(self.words)))

    def meets(self, other: End) -> bool:
        """Whether somebody is in both; where one says in words what the other names, the words begin with the name."""
        if self.known and other.known:
            return not self.keys.isdisjoint(other.keys)
        if self.known or other.known:
            return not self.heads.isdisjoint(other.heads)
        return self.words is not None and self.words == other.words and self.keys == other.keys

    def without(self, other: End) -> End:
        """All but those who are in the other end: nobody pays himself."""
        if self.keys.isdisjoint(other.keys):
            return self
        return replace(self, known=tuple(party for party in self.known if party not in other.known))

    def differs(self, other: End) -> bool:
        """Whether the two cannot be one. Words do not contradict a name, nor the words of another article."""
        if self.known and other.known:
            return self.keys.isdisjoint(other.keys)
        in_words = not self.known and not other.known and self.home is not None
        return in_words and self.home == other.home and self.words != other.words


def _beginnings(words: str | None) -> Iterator[str]:
    told = (words or "").split()
    yield from (" ".join(told[:n]) for n in range(1, len(told) + 1))


NOBODY = End()


@dataclass(frozen=True, slots=True)
class Entry:
    """A report and its payer, payee and matter, with what else its article knows: its sums, its outlet, its day.

    `answer`: it tells what became of what was asked. `headline`: it stands in the headline. `whole` is False of what
    makes no commitment by itself, having neither a sum nor two who are named, and may bear one out. `known`: how many
    of the three ends it gives.
    """

    report: Report
    payment: Payment
    ends: tuple[End, End, End]
    home: Home
    outlet: str | None
    published: str | None
    sums: frozenset[tuple[Decimal, str | None]]
    headline: bool
    whole: bool
    answer: bool = False
    known: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", sum(1 for end in self.ends if end.keys))

    def recalls(self, other: Entry) -> bool:
        """Whether its article gives the other's sum besides, to as many digits or to fewer."""
        told, own = other.report.value, self.report.value
        if told is None or self.home == other.home:
            return False
        besides = (value for value, currency in self.sums if currency == other.report.currency and value != own)
        return any(rounds(told, value) for value in besides)


def difference(one: Report, other: Report, *, knowing: bool = False) -> str | None:
    """`rounding`, `revision`, `conflict`, or None where they do not differ.

    A plan and its payment that differ are a revision, and so is a later sum told by those who know of the earlier
    one (`knowing`). In one stage a sum that is the other to fewer digits is rounding, one with a lone digit (1000억
    for 974억) only where it is told as about or leaves off small change. What is left contradicts. Sums in two
    currencies, or without one number, are not compared.
    """
    if one.value is None or other.value is None or one.currency != other.currency or one.value == other.value:
        return None
    # Somebody's word that it was done, and the reporter's, tell of one stage.
    same_stage = (one.stage in _AHEAD) == (other.stage in _AHEAD)
    if _rounds(one, other):
        return "rounding" if same_stage else "revision"
    return "conflict" if same_stage and not knowing else "revision"


def _rounds(one: Report, other: Report) -> bool:
    coarse, fine = sorted((one, other), key=lambda report: digits(report.value or Decimal(0)))
    return rounds(fine.value or Decimal(0), coarse.value or Decimal(0), approx=coarse.approx)
