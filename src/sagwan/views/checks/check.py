"""Every check on a draft, in the order of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.views.checks.against import at_odds
from sagwan.views.checks.own import own_faults

if TYPE_CHECKING:
    import sqlite3

    from sagwan.core.reading import Reading
    from sagwan.lexicon import Lexicon
    from sagwan.views.checks.finding import Finding


def check(draft: Reading, lexicon: Lexicon, db: sqlite3.Connection | None = None) -> tuple[Finding, ...]:
    """What a desk should look at before print: what the draft says against itself and, with a ledger open to read,
    what the ledger knows otherwise. The same place is named once by the same check, the draft's own fault first.
    """
    found = [*own_faults(draft, lexicon), *(at_odds(draft, db, lexicon) if db is not None else ())]
    once = {(one.check, one.start, one.end): one for one in reversed(found)}
    return tuple(sorted(once.values(), key=lambda one: (one.start, one.end, one.check)))
