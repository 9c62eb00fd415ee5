"""The form of a reading as JSON. Offsets are code points of the text, half-open; ids hold within one page.

`None` is written as null: unknown, or not in the text.
"""

from __future__ import annotations

from decimal import Decimal

import msgspec


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One object of the form: no field beyond those written down here."""


class SpanForm(Form, frozen=True):
    """A range."""

    start: int
    end: int


class BlockForm(Form, frozen=True):
    """A zone and its range."""

    zone: str
    start: int
    end: int


class StationForm(Form, frozen=True):
    """The weather at one station, degrees Celsius."""

    station: str
    sky: str
    temp_c: int | Decimal


class WeatherForm(Form, frozen=True):
    """A weather strip and who supplied it."""

    source: str | None
    readings: tuple[StationForm, ...]


class PageForm(Form, frozen=True):
    """The page: `source` is where it came from, `chars` the length of its text, `text` the text's SHA-256."""

    id: str
    source: str
    text: str
    chars: int
    outlet: str | None
    section: str | None
    seen: str | None
    related_count: int | None
    weather: WeatherForm | None
    blocks: tuple[BlockForm, ...]


class HeadlineForm(Form, frozen=True):
    """The headline, with the words that stand there."""

    text: str
    start: int
    end: int


class BylineForm(Form, frozen=True):
    """Who wrote it."""

    name: str
    start: int
    end: int


class PublishedForm(Form, frozen=True):
    """When it came out; `basis`: stated or inferred."""

    value: str
    basis: str
    clock: str | None


class MentionForm(Form, frozen=True):
    """A name where it stands; `by`: rule, tagger or both; `form`: name, or title for a bare title."""

    start: int
    end: int
    by: str
    confidence: float | None
    form: str


class RoleForm(Form, frozen=True):
    """A title as written; `org` is an entity's id; `sense`: former, designate, acting …"""

    title: str
    org: str | None
    start: int
    end: int
    sense: str | None


class EntityForm(Form, frozen=True):
    """One person, organisation or thing."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    mentions: tuple[MentionForm, ...]
    roles: tuple[RoleForm, ...]


class StatementForm(Form, frozen=True):
    """Somebody says something. `found`: written, carried or inferred; `candidates` fit equally well."""

    id: str
    speaker: str | None
    speaker_label: str | None
    kind: str
    start: int
    end: int
    cue: str | None
    stance: str
    about: tuple[str, ...]
    channel: str | None
    responds_to: str | None
    reverses: str | None
    repeats: str | None
    found: str | None
    candidates: tuple[str, ...]
    behalf: str | None
    addressee: str | None
    time: int | None
    cue_at: SpanForm | None
    channel_at: SpanForm | None


class AmountForm(Form, frozen=True):
    """A sum of money in base units; bounds where the text gives a range, `*_open` where the bound itself is out."""

    start: int
    end: int
    value: int | Decimal | None
    low: int | Decimal | None
    high: int | Decimal | None
    low_open: bool
    high_open: bool
    currency: str | None
    approx: bool
    same_as: int | None
    implied: bool
    per: str | None


class PercentForm(Form, frozen=True):
    """A share or rate (`percents`: unit %) or a change in points (`points`: unit %p or bp)."""

    start: int
    end: int
    value: int | Decimal | None
    low: int | Decimal | None
    high: int | Decimal | None
    low_open: bool
    high_open: bool
    unit: str
    approx: bool
    base: SpanForm | None
    direction: str | None


class CountForm(Form, frozen=True):
    """A number of things; `kind`: count, measure, age, ordinal, multiple, degree or number."""

    start: int
    end: int
    value: int | Decimal | None
    low: int | Decimal | None
    high: int | Decimal | None
    low_open: bool
    high_open: bool
    unit: str
    kind: str
    approx: bool


class TimeForm(Form, frozen=True):
    """A time as written; `value` ISO 8601 or null, then `unknown` says what is missing and `known` keeps the rest."""

    start: int
    end: int
    text: str
    type: str
    value: str | None
    unknown: str | None
    known: str | None
    low: str | None
    high: str | None
    mods: tuple[str, ...]
    part_of: int | None


class ArgumentForm(Form, frozen=True):
    """One filled role of an event."""

    role: str
    start: int
    end: int
    entity: str | None
    found: str


class EventForm(Form, frozen=True):
    """Somebody does something; `amount` and `time` are indices into the article's amounts and times."""

    id: str
    frame: str
    action: str
    actor: str | None
    target: str | None
    amount: int | None
    time: int | None
    status: str
    source: str | None
    negated: bool
    start: int
    end: int
    arguments: tuple[ArgumentForm, ...]
    statement: str | None
    same_as: str | None


class ArticleForm(Form, frozen=True):
    """A main article, or a teaser of another page's (`related`)."""

    part: str
    outlet: str | None
    section: str | None
    truncated: bool
    headline: HeadlineForm | None
    bylines: tuple[BylineForm, ...]
    published: PublishedForm | None
    body: tuple[SpanForm, ...]
    entities: tuple[EntityForm, ...]
    statements: tuple[StatementForm, ...]
    amounts: tuple[AmountForm, ...]
    percents: tuple[PercentForm, ...]
    points: tuple[PercentForm, ...]
    counts: tuple[CountForm, ...]
    times: tuple[TimeForm, ...]
    events: tuple[EventForm, ...]


class ReadingForm(Form, frozen=True):
    """All that one page yields."""

    page: PageForm
    articles: tuple[ArticleForm, ...]
