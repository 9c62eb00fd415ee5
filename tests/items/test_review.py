"""150 items with a planted flaw are found, 150 sound ones pass."""

from collections import Counter

import pytest
from tests.items.flaws import FLAWS, Workshop, spoiled, truths_of

from sagwan.items.make import make_items
from sagwan.items.review.clues import words_of
from sagwan.items.review.grams import estimate, likeness, signature
from sagwan.items.review.review import review
from sagwan.items.source import load_source
from sagwan.korean.kiwi import analyser
from sagwan.lexicon import load_default

EACH = 10


@pytest.fixture(scope="module")
def many(db, batches):
    """Items by several seeds, so that each flaw finds ten to spoil."""
    more = [
        make_items(db, page, analyser(), load_default(), most=30, seed=seed).made
        for seed in range(1, 4)
        for page in list(batches)
    ]
    found = {one.item.id: one for batch in (*(b.made for b in batches.values()), *more) for one in batch}
    return list(found.values())


@pytest.fixture(scope="module")
def texts(db, many):
    return {a: load_source(db, a).body for a in {one.item.articles[0] for one in many}}


def test_planted_flaws_are_found(many, texts, solver):
    shop = Workshop(solver, texts, truths_of(many, solver))
    planted, missed = Counter[str](), Counter[str]()
    for name, sound, flawed in spoiled(many, shop, EACH):
        earlier = ((sound.id, words_of(sound)),) if name == "은행에 있는 문항" else ()
        text = texts[sound.articles[0]]
        found = review(flawed, solver.prove(flawed), text, analyser(), load_default(), earlier=earlier)
        planted[name] += 1
        if not {f.code for f in found.findings} & set(FLAWS[name][1]):
            missed[name] += 1
    assert planted == Counter(dict.fromkeys(FLAWS, EACH))
    assert sum(missed.values()) / sum(planted.values()) <= 0.05, missed


def test_sound_items_pass(many, texts, solver):
    """An accusation in the article is a matter for care and no false alarm."""
    alarms = Counter[str]()
    sound = many[:: max(1, len(many) // 150)][:150]
    for one in sound:
        found = review(one.item, solver.prove(one.item), texts[one.item.articles[0]], analyser(), load_default())
        alarms.update({f.code for f in found.findings if not f.code.startswith("sensitive")})
    assert len(sound) == 150
    assert sum(alarms.values()) <= 0.05 * len(sound), alarms


def test_minhash_comes_near_the_likeness():
    one = "누리전자는 한빛물산을 인수한다고 밝혔다. 값은 아직 정해지지 않았다."
    other = "누리전자는 한빛물산을 인수한다고 밝혔다. 값은 다음 달에 정한다."
    assert estimate(signature(one), signature(one)) == 1.0
    assert abs(estimate(signature(one), signature(other)) - likeness(one, other)) < 0.15
