"""Answers made by a known model give the model back."""

import numpy as np
import pytest

from sagwan.core.errors import SagwanError
from sagwan.items.analyse import analyse


def responses(readers: int = 400) -> tuple[str, dict[str, str], list[float]]:
    chance = np.random.default_rng(3)
    difficulties = [-1.5, -0.5, 0.0, 0.5, 1.5]
    skill = chance.normal(size=readers)
    rows = ["reader," + ",".join(f"q{n}" for n in range(5))]
    for r in range(readers):
        right = chance.random(5) < 1 / (1 + np.exp(-1.5 * (skill[r] - np.array(difficulties))))
        rows.append(f"r{r}," + ",".join("3" if hit else "1" for hit in right))
    return "\n".join(rows), {f"q{n}": "3" for n in range(5)}, difficulties


def test_harder_items_are_told_from_easier_ones():
    words, keys, difficulties = responses()
    found = analyse(words, keys)
    told = [one.difficulty_2pl for one in found.items]
    assert found.readers == 400
    assert told == sorted(t for t in told if t is not None)
    assert all(abs((t or 0) - d) < 0.4 for t, d in zip(told, difficulties, strict=True))
    assert [one.band for one in found.items] == sorted(one.band for one in found.items)
    assert found.alpha is not None
    assert 0.4 < found.alpha < 0.9


def test_a_key_that_fewer_choose_is_doubted():
    words, keys, _ = responses()
    found = analyse(words, keys | {"q0": "1"})
    assert any("답을 다시" in doubt for doubt in found.items[0].doubts)
    assert found.items[0].discrimination is not None
    assert found.items[0].discrimination < 0


def test_few_readers_get_no_model():
    words, keys, _ = responses(10)
    assert all(one.difficulty_2pl is None for one in analyse(words, keys).items)


@pytest.mark.parametrize("words", ["", "reader\n", "reader,q9\nr1,3", "reader,q0\nr1,3,4"])
def test_answers_that_fit_no_item_are_refused(words):
    with pytest.raises(SagwanError, match=r"items\.responses"):
        analyse(words, {"q0": "3"})
