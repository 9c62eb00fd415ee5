"""Words that an editor minds are found where their entry says, and nowhere else."""

import pytest

from sagwan.items.wording import found
from sagwan.lexicon import load_default
from sagwan.lexicon.schema.item import Wording

ENTRIES = load_default().all(Wording)
SHOWN = [(entry.kind, sentence) for entry in ENTRIES for sentence in entry.examples]
SILENT = [(entry.kind, sentence) for entry in ENTRIES for sentence in entry.not_examples]


@pytest.mark.parametrize(("kind", "sentence"), SHOWN)
def test_an_example_has_such_words(kind: str, sentence: str):
    assert found(kind, sentence, load_default()) is not None


@pytest.mark.parametrize(("kind", "sentence"), SILENT)
def test_a_counter_example_has_none(kind: str, sentence: str):
    assert found(kind, sentence, load_default()) is None
