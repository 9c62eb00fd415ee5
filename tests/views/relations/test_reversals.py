"""A changed mind: marked by the text, or one speaker on both sides of one act."""

from sagwan.views.reversals import reversals_in


def reversals(stage):
    return reversals_in(stage.words, stage.deeds, stage.cast)


def test_what_the_text_marks(stage):
    stage.teasers = frozenset({"a"})
    old = stage.word("누리전자", "20년은 걸린다", "forecast", 10)
    new = stage.word("누리전자", "문턱에 왔다", "assert", 40, cue=80, reverses=old)
    more = stage.word("누리전자", "몇 해면 된다", "forecast", 60, cue=80, reverses=old)
    (found,) = reversals(stage)
    assert (found.speaker, found.basis, found.mark, found.ordered, found.teaser) == (
        *("누리전자", "marked", "말했다", True, True),
    )
    assert [cited.id for cited in found.before] == [old.id]
    assert [cited.id for cited in found.after] == [new.id, more.id]


def test_another_speaker_takes_nothing_back(stage):
    old = stage.word("누리전자", "20년은 걸린다", "forecast", 10)
    stage.word("한빛물산", "문턱에 왔다", "assert", 40, reverses=old)
    assert reversals(stage) == ()


def test_one_speaker_on_both_sides_of_one_act(stage):
    stage.published |= {"a": "2027-01-02", "b": "2027-03-04"}
    no = stage.deed("deal.acquire", "누리전자", "한빛물산", 10, status="denied", source="누리전자")
    yes = stage.deed("deal.acquire", "누리전자", "한빛물산", 10, "b", status="claimed", source="누리전자")
    (found,) = reversals(stage)
    assert (found.basis, found.ordered, found.teaser) == ("act", True, False)
    assert (found.before[0].id, found.after[0].id) == (no.id, yes.id)
    stage.published.clear()
    stage.deeds.clear()
    stage.deed("deal.acquire", "누리전자", "한빛물산", 10, status="denied", source="누리전자")
    stage.deed("deal.acquire", "누리전자", "한빛물산", 10, "b", status="claimed", source="누리전자")
    (unknown,) = reversals(stage)
    assert not unknown.ordered


def test_two_speakers_or_one_sentence_are_none(stage):
    stage.deed("deal.acquire", "누리전자", "한빛물산", 10, status="denied", source="누리전자")
    stage.deed("deal.acquire", "누리전자", "한빛물산", 30, status="claimed", source="누리전자")
    stage.deed("deal.acquire", "누리전자", "한빛물산", 10, "b", status="claimed", source="한빛물산")
    assert reversals(stage) == ()
