"""Words that cannot both hold of the same, and sentences turned by them."""

import pytest

from sagwan.items.prove.meaning import Senses
from sagwan.items.vary import contrary, opposite
from sagwan.items.write.ending import clause
from sagwan.korean.kiwi import analyser
from sagwan.lexicon import load_default
from sagwan.lexicon.schema.item import Opposite

TURNED = [tuple(e.split("≠")) for one in load_default().all(Opposite) for e in one.examples]


@pytest.mark.parametrize(("words", "turned"), TURNED)
def test_every_pair_turns_a_sentence(words: str, turned: str):
    assert opposite(words, analyser(), load_default()) == turned
    senses = Senses(analyser(), load_default(), ())
    one, other = senses.of(words), senses.of(turned)
    assert one.likeness(other) == 1.0
    assert one.excludes(other)


def test_every_pair_has_an_example():
    for entry in load_default().all(Opposite):
        assert len(entry.examples) == len(entry.pairs)


def test_less_is_no_contrary_of_not_more():
    senses = Senses(analyser(), load_default(), ())
    assert not senses.of("손님이 늘지 않았다").excludes(senses.of("손님이 줄었다"))


@pytest.mark.parametrize("words", ["값은 오르고 손님은 줄었다", "값을 올렸지만 손님은 그대로였다"])
def test_a_denial_that_reaches_nobody_knows_how_far_is_not_written(words: str):
    said = clause(words, analyser())
    assert said is not None
    assert contrary(said, analyser()) is None
