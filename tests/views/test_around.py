"""The sentence around some words, and a record's fields as a reader sees them."""

from decimal import Decimal

import pytest

from sagwan.core.span import Span
from sagwan.core.values import Amount
from sagwan.views.around import sentence_around
from sagwan.views.facts import amount_of

CHARS = "누리전자 한빛물산 인수\n누리전자가 한빛물산을 샀다고 밝혔다.그는 “값은 옳다. 늦지 않았다”고 했다. 끝이다.\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("인수", "누리전자 한빛물산 인수"),
        ("샀다", "누리전자가 한빛물산을 샀다고 밝혔다."),
        ("늦지", "그는 “값은 옳다. 늦지 않았다”고 했다."),
        ("밝혔다.그는", "누리전자가 한빛물산을 샀다고 밝혔다.그는 “값은 옳다. 늦지 않았다”고 했다."),
        ("끝이다.", "끝이다."),
    ],
)
def test_it_is_the_sentence_the_words_stand_in(words, sentence):
    at = CHARS.index(words)
    found = sentence_around(CHARS, Span(at, at + len(words)))
    assert CHARS[found.start : found.end] == sentence


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (Amount(Decimal("1.2E12")), "1,200,000,000,000"),
        (Amount(Decimal("3.50"), approx=True), "≈3.50"),
        (Amount(low=Decimal(10), high_open=True, high=Decimal(20)), "≥10 <20"),
        (Amount(Decimal(10), low=Decimal(10), low_open=True), "10 (>10)"),
    ],
)
def test_an_amount_is_shown_exactly(amount, shown):
    assert amount_of(amount) == shown
