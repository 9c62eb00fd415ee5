"""The review of an item: its proof, then everything an editor looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.items.review.clues import clues, overlaps, sensitive, similar
from sagwan.items.review.finding import Finding, Review
from sagwan.items.review.guess import guess
from sagwan.items.review.level import band_of, load_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.items.model import Item, Proof
    from sagwan.korean.kiwi import Analyser
    from sagwan.lexicon import Lexicon


def review(
    item: Item,
    proof: Proof,
    text: str,
    analyser: Analyser,
    lexicon: Lexicon,
    *,
    earlier: Sequence[tuple[str, str]] = (),
) -> Review:
    """Everything found. `text` is what the item is about; `earlier` are items it must not repeat, name and words."""
    proved = [Finding(code, what) for fault in proof.faults for code, _, what in [fault.partition(": ")]]
    findings = (
        *proved,
        *clues(item, lexicon),
        *overlaps(item, text),
        *similar(item, earlier),
        *sensitive(item, lexicon),
    )
    band, reasons = band_of(item, text)
    return Review(item.id, findings, guess(item, analyser, lexicon), load_of(item), band, reasons)
