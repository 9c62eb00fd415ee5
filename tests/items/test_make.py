"""From every sample of 900 characters: eight items in five forms, each key borne out by a solver of its own."""

from sagwan.items.make import make_items
from sagwan.items.model import Form
from sagwan.items.prove.solver import Solver
from sagwan.items.review.guess import guess
from sagwan.items.source import load_source
from sagwan.korean.kiwi import analyser
from sagwan.lexicon import load_default


def test_eight_items_in_five_forms(db, batches):
    for page, batch in batches.items():
        if len(load_source(db, page).body) >= 900:
            forms = {one.item.form for one in batch.made}
            assert len(batch.made) >= 8, batch
            assert len(forms) >= 5, (batch.address, forms)


def test_another_solver_finds_the_same_keys(db, made):
    again = Solver(db, analyser(), load_default())
    for one in made:
        proof = again.prove(one.item)
        assert proof.sound
        assert proof.keys == (one.item.key,)


def test_every_option_names_its_records(made):
    for one in made:
        assert len(one.proof.verdicts) == len(one.item.options)
        assert all(v.records and v.words for v in one.proof.verdicts)


def test_the_same_seed_gives_the_same_items(db, batches):
    page = next(iter(batches))
    again = make_items(db, page, analyser(), load_default(), most=30)
    assert again.made == batches[page].made
    assert make_items(db, page, analyser(), load_default(), seed=7).made != again.made


def test_keys_stand_in_every_place(made):
    places = [one.item.key for one in made if len(one.item.options) == 5]
    assert all(places.count(n) >= len(places) / 10 for n in range(5))


def test_no_text_no_key(made):
    asked = [one.item for one in made if one.item.form in (Form.MATCH, Form.MISMATCH)]
    hits = sum(guess(item, analyser(), load_default()) == item.key for item in asked)
    assert asked
    assert hits / len(asked) <= 0.4  # some twenty items: the measure over hundreds is in docs/measures.md
