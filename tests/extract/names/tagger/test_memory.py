"""What a word is by itself does not depend on the words that were met with it, nor on what was read before."""

import numpy as np
import pytest

from sagwan.extract.names.tagger.memory import Memory
from sagwan.extract.names.tagger.weights import load_weights
from sagwan.extract.names.tagger.words import Words

NAMES = ("누리전자", "한빛물산", "가온", "솔", "하버연구소", "올드렌", "다솜마을공동체연합회", "김", "서울", "xAI")


@pytest.mark.parametrize("before", [1, 3, 7, 64, 65, 130])
def test_a_row_is_the_same_to_the_last_digit_in_any_company(before: int):
    company = [f"{name}{n}" for n in range(before // len(NAMES) + 1) for name in NAMES][:before]
    words, alone = Words(load_weights()), Words(load_weights())
    keys = [(name, "NNP") for name in NAMES]
    words._words.rows([(c, "NNP") for c in company])
    among = words._words.rows(keys)
    assert np.array_equal(among, np.concatenate([alone._words.rows([key]) for key in keys]))


def test_forgetting_does_no_harm():
    memory: Memory[int] = Memory(lambda keys: np.array([[float(k)] for k in keys], np.float32), 1, 4)
    for start in range(20):
        assert memory.rows([start, start + 1])[:, 0].tolist() == [start, start + 1]
