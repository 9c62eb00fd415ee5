"""Sentences in lanes: each is read by itself, and its scores are the same to the last digit in any company."""

from __future__ import annotations

import random

import numpy as np
import pytest

from sagwan.extract.names.tagger.network import LANES, emissions, side_by_side
from sagwan.extract.names.tagger.view import view
from sagwan.extract.names.tagger.vocabulary import Vocabulary
from sagwan.extract.names.tagger.weights import Floats, load_weights
from sagwan.korean.kiwi import Morpheme

WORDS = (
    ("누리전자", "NNP"),
    ("이", "JKS"),
    ("한빛", "NNP"),
    ("물산", "NNG"),
    ("12", "SN"),
    ("밝히", "VV"),
    ("었", "EP"),
)


def sentence(length: int) -> tuple[Morpheme, ...]:
    chosen = random.Random(length).choices(WORDS, k=length)
    return tuple(Morpheme(form, tag, 2 * n, 2 * n + 1 + n % 2) for n, (form, tag) in enumerate(chosen))


def scores(*lengths: int) -> list[Floats]:
    weights = load_weights()
    seen = view([sentence(length) for length in lengths])
    told = Vocabulary(weights).tell(seen)
    read = emissions(weights, told, seen.places, np.array(lengths))
    return np.split(read, np.cumsum(lengths)[:-1])


@pytest.mark.parametrize("lengths", [(5,), (1, 1), (3, 40, 2), tuple(range(1, 60)), (7,) * 50])
def test_each_morpheme_has_its_step_and_no_lane_reads_two_at_once(lengths: tuple[int, ...]):
    lanes = side_by_side(np.array(lengths))
    for side in (0, 1):
        assert len(set(lanes.slots[side].tolist())) == sum(lengths)
    assert lanes.slots.max() < len(lanes.begins) * LANES
    assert sum(map(len, lanes.begins)) == len(lengths)
    first = np.cumsum(lengths) - lengths
    assert (lanes.slots[0][first] == lanes.slots[1][first + lengths - 1]).all()


def test_scores_are_the_same_to_the_last_digit_in_any_company():
    lengths = [*range(1, 40), 3, 17, 90, 1]
    together = scores(*lengths)
    for length, read in zip(lengths, together, strict=True):
        (alone,) = scores(length)
        assert alone.tobytes() == read.tobytes()
