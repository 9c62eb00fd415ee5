"""The runner of names and titles: the proof of each entry is read for every word, and its examples, marks and all."""

import pytest

from sagwan.lexicon import load_default
from sagwan.lexicon.schema.name import Appointment, Belonging, Department, Ending, Group, Known, Municipality, Sort
from sagwan.lexicon.schema.title import Title
from sagwan.work.proof import prove_entry

LEXICON = load_default()
KINDS = (Title, Known, Ending, Sort, Municipality, Group, Appointment, Department, Belonging)


@pytest.mark.parametrize("entry", [entry for kind in KINDS for entry in LEXICON.all(kind)], ids=lambda entry: entry.id)
def test_an_entry_holds_what_it_promises(entry):
    _, faults = prove_entry(entry, LEXICON)
    assert faults == []
