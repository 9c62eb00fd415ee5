"""What every entry of the lexicon has."""

from __future__ import annotations

import msgspec


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing Sagwan knows, with the sentences that prove it.

    `examples` carry the marked words (`[actor:누리전자]가`) that must be read and nothing besides;
    `not_examples` must yield nothing; `gaps` should be read one day and must still fail today.
    """

    id: str
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
