"""Reading → JSON, one object a page."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from sagwan.work import reading_form as form

if TYPE_CHECKING:
    from decimal import Decimal

    from sagwan.core.entity import Entity
    from sagwan.core.event import Event
    from sagwan.core.page import Article, Layout, Published, Weather
    from sagwan.core.reading import Reading, Records
    from sagwan.core.span import Span
    from sagwan.core.statement import Statement
    from sagwan.core.text import Text
    from sagwan.core.values import Amount, Count, Money, Share, When


def to_json(reading: Reading) -> bytes:
    """One line of UTF-8 JSON without its newline; exact decimals are written as JSON numbers, digit for digit."""
    return _encoder().encode(to_form(reading))


def from_json(line: bytes) -> form.ReadingForm:
    """Read such a line back. Raises `msgspec.ValidationError` where a field is missing, unknown or of another type."""
    return _decoder().decode(line)


@cache
def _encoder() -> msgspec.json.Encoder:
    return msgspec.json.Encoder(decimal_format="number")


@cache
def _decoder() -> msgspec.json.Decoder[form.ReadingForm]:
    return msgspec.json.Decoder(form.ReadingForm)


def to_form(reading: Reading) -> form.ReadingForm:
    """The reading in the form's own types."""
    layout = reading.layout
    return form.ReadingForm(_page(layout), tuple(_article(layout.text, records) for records in reading.articles))


def _page(layout: Layout) -> form.PageForm:
    return form.PageForm(
        id=layout.page_id,
        source=layout.source,
        text=layout.text.id,
        chars=len(layout.text),
        outlet=layout.outlet,
        section=layout.section,
        seen=layout.seen,
        related_count=layout.related_count,
        weather=_weather(layout.weather) if layout.weather else None,
        blocks=tuple(form.BlockForm(b.zone, b.span.start, b.span.end) for b in layout.blocks),
    )


def _weather(weather: Weather) -> form.WeatherForm:
    stations = tuple(form.StationForm(w.station, w.sky, _number(w.temp_c)) for w in weather.readings)
    return form.WeatherForm(weather.source, stations)


def _article(text: Text, records: Records) -> form.ArticleForm:
    article = records.article
    return form.ArticleForm(
        part=article.part,
        outlet=article.outlet,
        section=article.section,
        truncated=article.truncated,
        headline=_headline(text, article),
        bylines=tuple(form.BylineForm(b.name, b.span.start, b.span.end) for b in article.bylines),
        published=_published(article.published) if article.published else None,
        body=tuple(form.SpanForm(s.start, s.end) for s in article.body),
        entities=tuple(_entity(e) for e in records.entities),
        statements=tuple(_statement(text, s) for s in records.statements),
        amounts=tuple(_amount(m) for m in records.money),
        percents=tuple(_percent(s) for s in records.shares if s.unit == "%"),
        points=tuple(_percent(s) for s in records.shares if s.unit != "%"),
        counts=tuple(_count(c) for c in records.counts),
        times=tuple(_time(text, t) for t in records.times),
        events=tuple(_event(e) for e in records.events),
    )


def _published(published: Published) -> form.PublishedForm:
    return form.PublishedForm(published.value, published.basis, published.clock)


def _headline(text: Text, article: Article) -> form.HeadlineForm | None:
    span = article.headline
    return form.HeadlineForm(text.cut(span), span.start, span.end) if span else None


def _entity(entity: Entity) -> form.EntityForm:
    mentions = tuple(form.MentionForm(m.span.start, m.span.end, m.by, m.confidence, m.form) for m in entity.mentions)
    roles = tuple(form.RoleForm(r.title, r.org, r.span.start, r.span.end, r.sense) for r in entity.roles)
    return form.EntityForm(entity.id, entity.name, entity.kind, entity.aliases, mentions, roles)


def _statement(text: Text, said: Statement) -> form.StatementForm:
    return form.StatementForm(
        id=said.id,
        speaker=said.speaker,
        speaker_label=said.label,
        kind=said.speech,
        start=said.span.start,
        end=said.span.end,
        cue=said.cue,
        stance=said.stance,
        about=said.about,
        channel=said.channel or (text.cut(said.channel_span) if said.channel_span else None),
        responds_to=said.responds_to,
        reverses=said.reverses,
        repeats=said.repeats,
        found=said.found,
        candidates=said.candidates,
        behalf=said.behalf,
        addressee=said.addressee,
        time=said.time,
        cue_at=_span(said.cue_span),
        channel_at=_span(said.channel_span),
    )


def _amount(money: Money) -> form.AmountForm:
    value, low, high = _bounds(money.amount)
    return form.AmountForm(
        start=money.span.start,
        end=money.span.end,
        value=value,
        low=low,
        high=high,
        low_open=money.amount.low_open,
        high_open=money.amount.high_open,
        currency=money.currency,
        approx=money.amount.approx,
        same_as=money.same_as,
        implied=money.implied,
        per=money.per,
    )


def _percent(share: Share) -> form.PercentForm:
    value, low, high = _bounds(share.amount)
    return form.PercentForm(
        start=share.span.start,
        end=share.span.end,
        value=value,
        low=low,
        high=high,
        low_open=share.amount.low_open,
        high_open=share.amount.high_open,
        unit=share.unit,
        approx=share.amount.approx,
        base=_span(share.base),
        direction=share.direction,
    )


def _count(count: Count) -> form.CountForm:
    value, low, high = _bounds(count.amount)
    return form.CountForm(
        start=count.span.start,
        end=count.span.end,
        value=value,
        low=low,
        high=high,
        low_open=count.amount.low_open,
        high_open=count.amount.high_open,
        unit=count.unit,
        kind=count.kind,
        approx=count.amount.approx,
    )


def _time(text: Text, when: When) -> form.TimeForm:
    return form.TimeForm(
        start=when.span.start,
        end=when.span.end,
        text=text.cut(when.span),
        type=when.type,
        value=when.value,
        unknown=when.unknown,
        known=when.known,
        low=when.low,
        high=when.high,
        mods=when.mods,
        part_of=when.part_of,
    )


def _event(event: Event) -> form.EventForm:
    arguments = tuple(form.ArgumentForm(a.role, a.span.start, a.span.end, a.entity, a.found) for a in event.arguments)
    return form.EventForm(
        id=event.id,
        frame=event.frame,
        action=event.action,
        actor=event.actor,
        target=event.target,
        amount=event.amount,
        time=event.time,
        status=event.status,
        source=event.source,
        negated=event.negated,
        start=event.span.start,
        end=event.span.end,
        arguments=arguments,
        statement=event.statement,
        same_as=event.same_as,
    )


def _bounds(amount: Amount) -> tuple[int | Decimal | None, int | Decimal | None, int | Decimal | None]:
    return _number_or_none(amount.value), _number_or_none(amount.low), _number_or_none(amount.high)


def _number_or_none(number: Decimal | None) -> int | Decimal | None:
    return None if number is None else _number(number)


def _number(number: Decimal) -> int | Decimal:
    """Whole numbers as integers: 1E+14 and 100000000000000 are one value, written one way."""
    return int(number) if number == number.to_integral_value() else number.normalize()


def _span(span: Span | None) -> form.SpanForm | None:
    return form.SpanForm(span.start, span.end) if span else None
