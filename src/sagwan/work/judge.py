"""Rule by hand on who is the same, and on the name that somebody goes under: append the ruling to the ledger."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sagwan.core.entity import Judgement, Naming
from sagwan.core.errors import SagwanError
from sagwan.ledger.connect import reading
from sagwan.ledger.store import open_store
from sagwan.views.index.open import index_of

if TYPE_CHECKING:
    from pathlib import Path

    from sagwan.lexicon import Lexicon
    from sagwan.views.index.open import Index


def judge(ledger: Path, words: tuple[str, str], *, same: bool, by: str, because: str, lexicon: Lexicon) -> Judgement:
    """Rule that the two are, or are not, the same; it holds over the rules and over earlier rulings on them.

    Each of `words` is the id of an entity or a name that one identity alone goes by. Raises `SagwanError`:
    `ledger.no_name`, `judge.which` for a name of several, `judge.one` where both words mean the same entity.
    """
    with reading(ledger) as db:
        index = index_of(db, lexicon)
        left, right = (_sighting(index, word) for word in words)
    if left == right:
        repair = "두 기록의 id를 적으십시오 (sagwan identities)"
        raise SagwanError("judge.one", "두 이름이 이미 같은 기록을 가리킵니다", " · ".join(words), repair)
    ruling = Judgement(left, right, same, by, because)
    with open_store(ledger) as store:
        store.judge(ruling, _now())
    return ruling


def rename(ledger: Path, word: str, name: str | None, *, by: str, because: str, lexicon: Lexicon) -> Naming:
    """Rule that whoever `word` means is shown under `name`, or under what most articles say where it is None.

    `word` is the id of an entity or a name that one identity alone goes by. The ruling goes with the identity, however
    its pages were read, and holds until the next one. Raises `SagwanError`: `ledger.no_name`, `judge.which`,
    `judge.no_words` for a name without a character.
    """
    if name is not None and not name.strip():
        raise SagwanError("judge.no_words", "이름이 비어 있습니다", word, "새 이름을 적거나 --undo 를 주십시오")
    with reading(ledger) as db:
        entity = _sighting(index_of(db, lexicon), word)
    ruling = Naming(entity, name.strip() if name else None, by, because, _now())
    with open_store(ledger) as store:
        store.name(ruling)
    return ruling


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _sighting(index: Index, word: str) -> str:
    if index.db.execute("SELECT 1 FROM side.sightings WHERE id = ?", (word,)).fetchone() is not None:
        return word
    bearers = index.ids(index.bearers(word))
    if len(bearers) > 1:
        what = f"{word}(이)라는 이름을 {len(bearers)}이 씁니다: {', '.join(sorted(bearers))}"
        raise SagwanError("judge.which", what, word, "이름 대신 id를 적으십시오")
    return min(bearers)
