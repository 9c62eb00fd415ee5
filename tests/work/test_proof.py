"""The lexicon's runner finds an entry that does not hold what its sentences promise."""

import unicodedata

import msgspec
import pytest

from sagwan.lexicon import load_default
from sagwan.lexicon.schema.cue import Channel, Cue, SourceWord, Tone
from sagwan.lexicon.schema.entry import Entry
from sagwan.lexicon.schema.frame import Frame, StatusCue
from sagwan.lexicon.schema.name import NoName
from sagwan.work.proof import prove_entry, prove_use, variants
from sagwan.work.provers import written

ACQUIRE = next(frame for frame in load_default().all(Frame) if frame.id == "deal.acquire")


def faults(entry: Entry, **changed: object) -> set[str]:
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


def entry(kind, id_):
    return next(one for one in load_default().all(kind) if one.id == id_)


@pytest.mark.parametrize(
    ("kind", "id_", "example"),
    [
        (StatusCue, "fact.cause", "누리전자가 한빛물산을 [denied:인수했다는] 사실을 부인했다."),
        (Cue, "cue.admit", "도경우 대표는 “[direct:계약을 어겼다]”고 [cue:인정했다]."),
        (SourceWord, "source.pronoun", "[label:두 사람]은 [indirect:계약을 어겼다고 했다]고 [cue:말했다]."),
        (Channel, "channel.network", "[speaker:도경우] 대표는 [channel:오솔길]에 “[direct:끝났다]”고 [cue:적었다]."),
        (Tone, "tone.1.apologise", "기쁜 [tone:소식]이다"),
    ],
)
def test_words_that_turn_what_is_read_are_proved(kind, id_, example):
    one = entry(kind, id_)
    assert faults(one) == set()
    assert faults(one, examples=(example,)) == {"lexicon.example"}


def test_an_entry_whose_examples_are_read_without_it_proves_nothing():
    admit = entry(Cue, "cue.admit")
    assert prove_use(admit, load_default()) == []
    spoken = tuple(example for example in admit.examples if "[direct:" in example)
    (fault,) = prove_use(msgspec.structs.replace(admit, examples=spoken), load_default())
    assert fault.code == "lexicon.idle"
    assert prove_use(msgspec.structs.replace(admit, examples=()), load_default()) == []


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
