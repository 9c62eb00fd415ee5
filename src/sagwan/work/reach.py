"""How far back an answer reaches: it is made from the latest articles, those that name whoever is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sagwan.views.index.open import index_of

if TYPE_CHECKING:
    import sqlite3

    from sagwan.lexicon import Lexicon


class Reach(NamedTuple):
    """From how many articles at most an answer is made: about nobody in particular, and about somebody."""

    of_all: int
    of_one: int


# What a page or an agent waits for, tenths of a second; what somebody at a terminal waits for, seconds. A ledger, or
# somebody in it, of no more articles is answered whole; earlier ones are asked for by `as_of`.
AT_A_GLANCE = Reach(300, 600)
AT_LENGTH = Reach(3_000, 5_000)


def reach(
    db: sqlite3.Connection,
    lexicon: Lexicon,
    as_of: str | None,
    *names: str | None,
    within: Reach | None = None,
) -> str | None:
    """The day since which articles count for an answer about somebody, about two, or (None) about nobody in particular;
    None where all do. `within`: at a glance, unless something else is asked for.
    """
    index, within = index_of(db, lexicon), within or AT_A_GLANCE
    asked = [index.articles_of(index.known(name), as_of) for name in names if name is not None]
    if not asked:
        return index.horizon(within.of_all, as_of)
    return index.horizon(within.of_one, as_of, frozenset.intersection(*asked))


def is_large(db: sqlite3.Connection, lexicon: Lexicon, within: Reach | None = None) -> bool:
    """Whether a ledger is too large for an answer from the whole of it."""
    return reach(db, lexicon, None, within=within) is not None
