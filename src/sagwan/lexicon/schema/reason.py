"""What readers call the rules that records stand on."""

from __future__ import annotations

from sagwan.lexicon.schema.entry import Entry


class RuleName(Entry, frozen=True, kw_only=True):
    """The name of a rule: `id` is what a record's reason holds, `name` what is shown of it."""

    name: str
