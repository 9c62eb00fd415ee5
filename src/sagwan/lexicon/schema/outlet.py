"""News outlets."""

from __future__ import annotations

from sagwan.lexicon.schema.entry import Entry


class Outlet(Entry, frozen=True, kw_only=True):
    """An outlet: the name it goes by, other names, its web domains, and what its pages carry.

    `kind`: `wire`, `daily`, `business`, `broadcast`, `online`, `magazine`, `local`, `trade`, `foreign`.
    """

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    banners: tuple[str, ...] = ()
