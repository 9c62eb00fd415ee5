"""More sentences from those at hand: names put in the place of others of their kind (Dai and Adel 2020)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sagwan.extract.names.tagger.weights import KINDS
from sagwan.korean.kiwi import Morpheme
from train.names.dictionary import PERSON, PLACE
from train.names.sample import Sample, names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import numpy as np

    from train.names.embeddings import Embeddings

# Half of the persons, places and organisations are exchanged; half of these persons and places for a name of the
# dictionary, of which half are known to Kiwi.
_SHARE = 0.5
_LISTED = {"PS": (PERSON, 3000), "LC": (PLACE, 1500)}

Names = dict[str, list[tuple[Morpheme, ...]]]


def stand_ins(words: Mapping[str, int], known: Embeddings, draw: np.random.Generator) -> dict[str, tuple[Names, ...]]:
    """Names that the dictionary lists as nothing else, of two to five letters, drawn once for all."""
    found: dict[str, tuple[Names, ...]] = {}
    proper = {form for form, tag in known.keys if tag == "NNP"}
    for kind, (bit, size) in _LISTED.items():
        plain = [w for w, bits in words.items() if bits == 1 << bit and 2 <= len(w) <= 5]
        drawn = [plain[i] for i in draw.choice(len(plain), size, replace=False)]
        found[kind] = tuple({kind: [(_whole(w),) for w in ws]} for ws in (drawn, [w for w in plain if w in proper]))
    return found


def _whole(word: str) -> Morpheme:
    return Morpheme(word, "NNP", 0, len(word))


def gather(samples: Iterable[Sample]) -> Names:
    """The names of these samples by kind, each beginning at 0."""
    found: Names = defaultdict(list)
    for sample in samples:
        for first, last, kind in names_of(sample.labels):
            found[kind].append(_moved(sample.morphemes[first : last + 1], -sample.morphemes[first].start))
    return found


def exchange(
    sample: Sample, own: Names, listed: Mapping[str, tuple[Names, ...]], draw: np.random.Generator
) -> Sample | None:
    """The sample with some names exchanged, None where it has none."""
    names = {first: (last, kind) for first, last, kind in names_of(sample.labels)}
    if not names:
        return None
    morphemes: list[Morpheme] = []
    labels: list[int] = []
    shift = at = 0
    while at < len(sample.morphemes):
        last, kind = names.get(at, (at, ""))
        piece = sample.morphemes[at : last + 1]
        marks = list(sample.labels[at : last + 1])
        if kind in ("PS", "LC", "OG") and draw.random() < _SHARE:
            pools = [own, own, *listed.get(kind, (own, own))]
            pool = pools[draw.integers(4)][kind]
            put = _moved(pool[draw.integers(len(pool))], piece[0].start)
            marks = [1 + 2 * KINDS.index(kind)] + [2 + 2 * KINDS.index(kind)] * (len(put) - 1)
        else:
            put = piece
        morphemes += _moved(put, shift)
        labels += marks
        shift += _end(put) - _end(piece)
        at = last + 1
    return Sample(tuple(morphemes), tuple(labels))


def _end(morphemes: Sequence[Morpheme]) -> int:
    return max(m.end for m in morphemes)


def _moved(morphemes: Iterable[Morpheme], by: int) -> tuple[Morpheme, ...]:
    return tuple(Morpheme(m.form, m.tag, m.start + by, m.end + by) for m in morphemes)
