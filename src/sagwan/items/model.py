"""An item: stem, options, key, what each option claims, and the proof from ledger records."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Self

import msgspec

from sagwan.core.ids import content_id


class Form(StrEnum):
    """The forms of the CSAT and of newspaper lessons; `label` is what a teacher calls one."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """A form by its code, with its Korean name."""
        form = str.__new__(cls, value)
        form._value_, form.label = value, label
        return form

    MATCH = "match", "내용 일치"
    MISMATCH = "mismatch", "내용 불일치"
    SPEAKER = "speaker", "누가 말했나"
    ACTOR = "actor", "누가 누구에게 무엇을"
    ORDER = "order", "일어난 순서"
    STATUS = "status", "주장과 사실"
    DENIAL = "denial", "주장과 반박 짝짓기"
    POSITION = "position", "관점 비교"
    CHANGE = "change", "입장 변화"
    SUM = "sum", "금액과 비율"
    CAUSE = "cause", "까닭과 목적"
    PRONOUN = "pronoun", "가리키는 말"
    BLANK = "blank", "빈칸"
    HEADLINE = "headline", "제목"
    ERROR = "error", "잘못된 곳 찾기"
    SHORT = "short", "단답"


class Truth(StrEnum):
    """What the ledger says of a claim. `unsupported`: no record makes it true or false."""

    TRUE = "true"
    FALSE = "false"
    UNSUPPORTED = "unsupported"


class _Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One object of the stored form of an item."""


class Said(_Form, frozen=True, tag="said"):
    """Somebody says `content`. `voice` is an entity's id, or the words for an unnamed source."""

    article: str
    voice: str
    content: str


class Holds(_Form, frozen=True, tag="holds"):
    """A person (an entity's id) holds a title, at an organisation (an id) where one is named."""

    article: str
    person: str
    title: str
    org: str | None


class Fills(_Form, frozen=True, tag="fills"):
    """`words` stand at this range of the article's text, or mean the same value as what stands there."""

    article: str
    start: int
    stop: int
    words: str


class Means(_Form, frozen=True, tag="means"):
    """The pronoun at this range means the entity."""

    article: str
    start: int
    stop: int
    entity: str


class Comes(_Form, frozen=True, tag="comes"):
    """Reckoned from records: `rate` (one over other, the same sum in two currencies), `ratio` (of two sums
    in one), `change` (the sum before it moved by the share).

    `one` and `other` are addresses of values (`money:3`, `share:0`); `value` is the result, rounded to `digits`
    significant digits.
    """

    article: str
    way: str
    one: str
    other: str
    value: Decimal
    digits: int


class Did(_Form, frozen=True, tag="did"):
    """An act as the reporter tells it: frame, actor, target, and the status in which it stands."""

    article: str
    frame: str
    actor: str
    target: str | None
    status: str


class Orders(_Form, frozen=True, tag="orders"):
    """What is told in these ranges happened in this order of time."""

    article: str
    places: tuple[tuple[int, int], ...]


class Answers(_Form, frozen=True, tag="answers"):
    """The second says against what the first says."""

    claim: Said
    denial: Said


class Reported(_Form, frozen=True, tag="reported"):
    """In one of the articles, whoever goes by `name` says `content`."""

    articles: tuple[str, ...]
    name: str
    content: str


class Changed(_Form, frozen=True, tag="changed"):
    """One and the same speaker said `before` first, and then took it back with `after`."""

    before: Said
    after: Said


class OneDeal(_Form, frozen=True, tag="one_deal"):
    """Two articles tell one deal, each with the sum that stands at its place."""

    one: Fills
    other: Fills


class Told(_Form, frozen=True, tag="told"):
    """The content stands as somebody's words (`claim`), or the reporter tells it (`fact`) in the words of a range."""

    article: str
    content: str
    way: str
    start: int = 0
    stop: int = 0


class Narrated(_Form, frozen=True, tag="narrated"):
    """The reporter himself tells `content`; the range is the sentence that tells it, or tells otherwise."""

    article: str
    content: str
    start: int
    stop: int


class Because(_Form, frozen=True, tag="because"):
    """`words` are written at this range as the cause or the purpose of what its sentence tells."""

    article: str
    start: int
    stop: int
    words: str


class Both(_Form, frozen=True, tag="both"):
    """All of these."""

    claims: tuple[Claim, ...]


Claim = (
    Said
    | Reported
    | Holds
    | Fills
    | OneDeal
    | Means
    | Comes
    | Did
    | Orders
    | Answers
    | Changed
    | Told
    | Narrated
    | Because
    | Both
)


class Option(_Form, frozen=True):
    """What a reader may choose: its words, what they claim, and the one change that made it wrong, if any."""

    text: str
    claim: Claim
    change: str | None = None


class Asks(StrEnum):
    """Which option is the key: the one that is true, or the one that is false."""

    TRUE = "true"
    FALSE = "false"


class Verdict(_Form, frozen=True):
    """What the ledger says of one option, and the records that say it, with their words."""

    truth: Truth
    records: tuple[str, ...]
    words: tuple[str, ...]
    because: str


class Proof(_Form, frozen=True):
    """The solver's answer: the options that satisfy the stem (from 0), a verdict an option, and what is wrong.

    "True" means true in the ledger: what the article says, not what the world is like.
    """

    keys: tuple[int, ...]
    verdicts: tuple[Verdict, ...]
    faults: tuple[str, ...]
    ledger: str = "장부에 적힌 대로 참"

    @property
    def sound(self) -> bool:
        """Exactly one key and nothing wrong."""
        return len(self.keys) == 1 and not self.faults


class Item(_Form, frozen=True):
    """One item. `articles` are addresses (`PAGE:N`); `box` is the 〈보기〉, a line each; `key` counts from 0.

    A short answer has one option, its answer, and `accepts` the other ways to write it.
    """

    form: Form
    articles: tuple[str, ...]
    stem: str
    box: tuple[str, ...]
    options: tuple[Option, ...]
    key: int
    asks: Asks = Asks.TRUE
    accepts: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """A name that follows from all that a reader sees and from the key."""
        shown = (self.stem, *self.box, "|", *(option.text for option in self.options), "|")
        return content_id("item", self.form, *self.articles, *shown, self.key, *self.accepts)
