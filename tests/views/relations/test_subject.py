"""Whether two quotations share a subject, told without analysing both where their letters rule it out."""

from itertools import permutations

from sagwan.views.subject import share, shared, subject

SAID = (
    "설계 도면은 우리가 먼저 그렸고 물길은 그대로 흐른다",
    "설계도면을 그린 것은 그쪽이 아니다. 물은 흘러도 도면은 남는다",
    "보이콧을 부추겼다는 말은 사실이 아니다",
    "그 광고는 보여 준 적이 없고 부추길 까닭도 없다",
    "납품 단가를 나눠 깎기로 했다는 보도",
    "단가를 나누기로 한 적이 없고 납품은 이미 멈췄다",
    "서둘러 AI 반도체 공장을 지어야 한다",
    "AI반도체를 서두르는 까닭을 모르겠다",
    "그 말은 못 들었다",
)


def test_what_letters_rule_out_is_what_an_analysis_would_not_find():
    for one, other in permutations(SAID, 2):
        for least in (1, 2, 4):
            found = shared(subject((one,), ("누리전자",)), subject((other,), ("누리전자",))) >= least
            assert share((one,), (other,), ("누리전자",), least) == found, (one, other, least)


def test_quotations_on_one_matter_share_its_words():
    assert share(SAID[:1], SAID[1:2], (), 2)
    assert share(SAID[6:7], SAID[7:8], (), 2)
    assert not share(SAID[:1], SAID[4:5], (), 1)
    assert not share(SAID[:1], SAID[1:2], ("설계도면", "흐르"), 2), "what stands in a name is no subject"
