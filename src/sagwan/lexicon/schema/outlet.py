"""News outlets."""

from __future__ import annotations

from typing import Literal

from sagwan.lexicon.schema.entry import Entry

Kind = Literal["wire", "daily", "business", "broadcast", "online", "magazine", "local", "trade", "foreign"]


class Outlet(Entry, frozen=True, kw_only=True):
    """An outlet: the name it goes by, other names, its web domains, and what its pages carry.

    `sections` are section names of its own, `banners` lines that it prints on every page. `sample`: invented, for
    the packaged samples and for tests. Any of its names stands for it in a byline, a dateline or a copyright line.
    """

    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    banners: tuple[str, ...] = ()
    sample: bool = False
