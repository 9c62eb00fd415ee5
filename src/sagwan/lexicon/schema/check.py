"""What a draft is checked for: the words that a desk reads, and how sure a check is."""

from __future__ import annotations

from typing import Literal

from sagwan.lexicon.schema.entry import Entry


class Check(Entry, frozen=True, kw_only=True):
    """One check. `says` is what it tells, with {fields} that the check fills in; `advice` what a desk may do.

    `grade`: `error`, both cannot be right; `doubt`, worth a look. `within`: the share by which two numbers may differ
    and still agree. `contrary`: frames of which the one rules the other out. In examples, drafts of a few lines,
    `[found:…]` marks what is underlined; a check that needs a ledger has none.
    """

    label: str
    says: str
    advice: str
    grade: Literal["error", "doubt"]
    within: float | None = None
    contrary: tuple[tuple[str, str], ...] = ()
