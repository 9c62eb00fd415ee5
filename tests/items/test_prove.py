"""The solver against items that were tampered with."""

import msgspec
import pytest

from sagwan.items.model import Asks, Fills, Form, Item, Option, Said, Truth

replace = msgspec.structs.replace


def of_form(made, *forms) -> list[Item]:
    found = [one.item for one in made if one.item.form in forms]
    assert found
    return found


def codes(proof) -> set[str]:
    return {fault.partition(":")[0] for fault in proof.faults}


def with_option(item: Item, n: int, option: Option) -> Item:
    return replace(item, options=(*item.options[:n], option, *item.options[n + 1 :]))


def test_a_moved_key_is_refused(made, solver):
    for item in (one.item for one in made if len(one.item.options) > 1):
        proof = solver.prove(replace(item, key=(item.key + 1) % len(item.options)))
        assert not proof.sound
        assert "key.other" in codes(proof)


def test_an_option_that_is_true_elsewhere_is_a_second_key(made, solver):
    items = of_form(made, Form.MATCH)
    truths = {
        (item.articles, option.text): option
        for item in of_form(made, Form.MATCH, Form.MISMATCH)
        for option in item.options
        if solver.judge(option.claim).truth is Truth.TRUE
    }
    tried = 0
    for item in items:
        for (articles, text), option in truths.items():
            if articles == item.articles and text not in {o.text for o in item.options}:
                proof = solver.prove(with_option(item, (item.key + 1) % len(item.options), option))
                assert "key.double" in codes(proof)
                assert not proof.sound
                tried += 1
    assert tried >= 5


def test_the_same_sum_in_other_figures_is_a_second_key(made, solver):
    for item in of_form(made, Form.BLANK):
        words = item.options[item.key].text
        if not words.endswith("억원") or not words[:-2].isdigit():
            continue
        claim = item.options[item.key].claim
        assert isinstance(claim, Fills)
        other = f"{int(words[:-2])}00000000원"
        second = Option(other, replace(claim, words=other))
        assert "key.double" in codes(solver.prove(with_option(item, (item.key + 1) % 5, second)))


def test_what_nobody_said_is_unsupported(made, solver):
    item = of_form(made, Form.MATCH)[0]
    voice = next(o.claim for m in made for o in m.item.options if isinstance(o.claim, Said)).voice
    claim = Said(item.articles[0], voice, "남쪽 바다에 새 등대를 세우고 뱃길을 넓히겠다")
    assert solver.judge(claim).truth is Truth.UNSUPPORTED


@pytest.mark.parametrize("word", ["반드시", "유일하게", "가장", "최초로"])
def test_claims_beyond_the_record_are_refused(made, solver, word):
    item = of_form(made, Form.MATCH)[0]
    option = item.options[item.key]
    louder = Option(f"{word} {option.text}", option.claim)
    assert "words.only" in codes(solver.prove(with_option(item, item.key, louder)))
    assert "words.only" in codes(solver.prove(replace(item, stem=f"윗글에서 {word} 옳은 것은?")))


def test_words_must_say_what_the_claim_says(made, solver):
    item = next(
        i for i in of_form(made, Form.MATCH, Form.MISMATCH) if any(isinstance(o.claim, Said) for o in i.options)
    )
    n, option = next((n, o) for n, o in enumerate(item.options) if isinstance(o.claim, Said))
    silent = Option("그런 말이 오갔다.", option.claim)
    assert codes(solver.prove(with_option(item, n, silent))) & {"words.voice", "words.content"}


def test_a_false_speaker_is_named_with_his_record(made, solver):
    for item in of_form(made, Form.SPEAKER):
        for n, option in enumerate(item.options):
            verdict = solver.judge(option.claim)
            assert (verdict.truth is Truth.TRUE) == (n == item.key)
            assert all(record.startswith("statement-") for record in verdict.records)


def test_mismatch_asks_for_the_one_false_option(made, solver):
    for item in of_form(made, Form.MISMATCH):
        assert item.asks is Asks.FALSE
        truths = [solver.judge(option.claim).truth for option in item.options]
        assert truths.count(Truth.FALSE) == 1
        assert truths.count(Truth.TRUE) == len(truths) - 1
