"""The lexicon's runner finds an entry that does not hold what its sentences promise."""

import unicodedata

import msgspec
import pytest

from sagwan.lexicon import load_default
from sagwan.lexicon.schema.frame import Frame
from sagwan.lexicon.schema.name import NoName
from sagwan.work.proof import prove_entry, variants
from sagwan.work.provers import written

ACQUIRE = next(frame for frame in load_default().all(Frame) if frame.id == "deal.acquire")


def faults(entry: Frame | NoName, **changed: object) -> set[str]:
    """The codes that the entry, so changed, is faulted with."""
    _, found = prove_entry(msgspec.structs.replace(entry, **changed), load_default())
    return {fault.code for fault in found}


def test_an_entry_that_holds_what_it_promises():
    assert faults(ACQUIRE) == set()


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"examples": ("[actor:누리전자]가 한빛물산을 [verb:인수했다].",)}, "lexicon.example"),
        ({"examples": ("누리전자는 [verb:떠났다].",)}, "lexicon.example"),
        ({"not_examples": ("누리전자가 한빛물산을 인수했다.",)}, "lexicon.not_example"),
        ({"gaps": ("누리전자가 한빛물산을 인수했다.",)}, "lexicon.gap_closed"),
        ({"not_examples": ("누리전자가  떠났다.",)}, "lexicon.blank"),
        ({"not_examples": (unicodedata.normalize("NFD", "누리전자"),)}, "lexicon.nfc"),
        ({"id": "Deal.Acquire"}, "lexicon.id"),
    ],
)
def test_each_broken_promise_has_its_code(changed, code):
    assert code in faults(ACQUIRE, **changed)


def test_a_word_listed_twice_is_named():
    entry = load_default().all(NoName)[0]
    assert "lexicon.word_twice" in faults(entry, words=("여당", "야당", "여당"))


def test_alternatives_stand_for_a_sentence_each():
    assert variants("[actor:가|나]가 [verb:샀다|팔았다].") == [
        "[actor:가]가 [verb:샀다].",
        "[actor:가]가 [verb:팔았다].",
        "[actor:나]가 [verb:샀다].",
        "[actor:나]가 [verb:팔았다].",
    ]


def test_a_proof_takes_the_particle_that_the_word_asks_for():
    assert written("[org:{name}]은(는) 8일 {word}으로(로) 갔다.", "서울") == "[org:서울]은 8일 서울로 갔다."
    assert written("[org:{name}]이(가) 갔다.", "누리전자") == "[org:누리전자]가 갔다."
