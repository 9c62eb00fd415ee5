"""All that one text yields."""

from __future__ import annotations

from dataclasses import dataclass

from sagwan.core.entity import Entity
from sagwan.core.event import Event
from sagwan.core.page import Article, Layout
from sagwan.core.statement import Statement
from sagwan.core.values import Count, Money, Share, When


@dataclass(frozen=True, slots=True)
class Records:
    """What one article of the page says."""

    article: Article
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    money: tuple[Money, ...] = ()
    shares: tuple[Share, ...] = ()
    counts: tuple[Count, ...] = ()
    times: tuple[When, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A page and its articles' records: pure, comparable, and fit to cross a process boundary."""

    layout: Layout
    articles: tuple[Records, ...]
