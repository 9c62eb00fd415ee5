"""What a word is by itself does not depend on the words that were met with it, nor on what was read before."""

from collections.abc import Sequence

import numpy as np
import pytest

from sagwan.extract.names.tagger.memory import Memory
from sagwan.extract.names.tagger.view import View
from sagwan.extract.names.tagger.vocabulary import Vocabulary
from sagwan.extract.names.tagger.weights import load_weights

NAMES = ("누리전자", "한빛물산", "가온", "솔", "하버연구소", "올드렌", "다솜마을공동체연합회", "김", "서울", "xAI")


def told(vocabulary: Vocabulary, names: Sequence[str]) -> list[bytes]:
    """All that the vocabulary tells of these names, to the last digit."""
    view = View([(name, "NNP") for name in names], list(names), np.zeros(len(names), np.uint8), np.arange(1))
    it = vocabulary.tell(view)
    by_row = (it.shares[it.words], it.shapes[it.runs], it.names, it.word_clues, it.run_clues)
    return [b"".join(table[k].tobytes() for table in by_row) for k in range(len(names))]


@pytest.mark.parametrize("before", [1, 3, 7, 64, 65, 130])
def test_a_row_is_the_same_to_the_last_digit_in_any_company(before: int):
    company = [f"{name}{n}" for n in range(before // len(NAMES) + 1) for name in NAMES][:before]
    vocabulary, alone = Vocabulary(load_weights()), Vocabulary(load_weights())
    told(vocabulary, company)
    assert told(vocabulary, NAMES) == [row for name in NAMES for row in told(alone, [name])]
    assert told(Vocabulary(load_weights()), [*company, *NAMES])[before:] == told(vocabulary, NAMES)


def test_forgetting_does_no_harm():
    memory: Memory[int] = Memory(lambda keys: (np.array([[float(k)] for k in keys], np.float32),), 4)
    for start in range(20):
        at = memory.at([start, start + 1])
        assert memory.tables[0][at, 0].tolist() == [start, start + 1]
