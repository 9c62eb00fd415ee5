"""What an act or a statement means between the two: by word or by deed, who pays whom, whom a stance is aimed at."""

from __future__ import annotations

from typing import Literal

from sagwan.lexicon.schema.entry import Entry

Aim = Literal["answered", "addressee", "about"]


class ActClass(Entry, frozen=True, kw_only=True):
    """A class of the PLOVER event ontology (Halterman and others 2023) and what its acts are between two actors.

    `form`: a `word` (verbal) or a `deed` (material), PLOVER's quad classes less their sign, which is the frame's.
    `deeds`: frames of a class of words that are done all the same, before a court or an office (소송을 내다).
    `asks`: such an act asks the other for something. `answer`: it says yes or no to what was asked.
    """

    label: str
    plover: str
    form: Literal["word", "deed"]
    deeds: tuple[str, ...] = ()
    asks: bool = False
    answer: Literal["yes", "no"] | None = None


class Bearing(Entry, frozen=True, kw_only=True):
    """A stance that tells friend from foe: its sign, and towards whom.

    `toward`: the speaker whom it answers, the one whom it is said to, the one whom it is about. Who denies that he
    met somebody is not against him, hence no `about` there. `denies`: it disputes what it answers. `claims` is false
    of a stance that says nothing that could be denied.
    """

    label: str
    stance: str
    sign: int = 0
    toward: tuple[Aim, ...] = ()
    denies: bool = False
    claims: bool = True


class Payment(Entry, frozen=True, kw_only=True):
    """Acts in which money goes, or is to go, from one to the other: the frames, and which of their roles pays whom.

    `matter` is the role that names what the money is for, where the target is a thing and not a payee; `words` are
    roles whose words say it where no entity does (AI 인프라에 투자했다). `unsummed`: it is a commitment though no
    sum is told, if the two are named.
    `unsummed_of`: words of the matter by which it is one all the same (자금 지원을 요청했다).
    `sort`: payments of one sort may be one commitment told from two sides (투자했다, 투자를 유치했다).
    `done` says what it means that the act happened: a suit over a sum is no payment of it.
    """

    label: str
    frames: tuple[str, ...]
    payer: str | None = None
    payee: str | None = None
    matter: str | None = None
    words: tuple[str, ...] = ()
    unsummed: bool = False
    unsummed_of: tuple[str, ...] = ()
    sort: str | None = None
    done: Literal["paid", "agreed", "owed", "asked"]


class Settlement(Entry, frozen=True, kw_only=True):
    """Acts that end a dispute between the two whom their sentence names."""

    label: str
    frames: tuple[str, ...]


class Part(Entry, frozen=True, kw_only=True):
    """Words right behind a sum that make it a part of the larger one told after it (100억원을 시작으로)."""

    label: str
    behind: tuple[str, ...]


class Retreat(Entry, frozen=True, kw_only=True):
    """Verbs that take back what one set out to do; the act stands before them (인수 제안을 철회했다)."""

    label: str
    verbs: tuple[str, ...]


class Denial(Entry, frozen=True, kw_only=True):
    """Verbs that tell of a denial without its words; `meaning` are nouns for what was just said (주장을 부인했다),
    `charges` for what one is accused of (혐의를 부인했다).
    """

    label: str
    verbs: tuple[str, ...]
    meaning: tuple[str, ...]
    charges: tuple[str, ...]
