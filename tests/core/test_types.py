"""The types of the core: frozen, slotted, exact, and fit to cross a process boundary."""

import dataclasses
import importlib
import pickle
import pkgutil
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sagwan.core
from sagwan.core.errors import SagwanError
from sagwan.core.ids import content_id
from sagwan.core.page import Block, Layout, Page, Zone
from sagwan.core.reading import Reading, Records
from sagwan.core.span import Span
from sagwan.core.text import Text
from sagwan.core.values import Amount, Money

MODULES = [importlib.import_module(f"sagwan.core.{m.name}") for m in pkgutil.iter_modules(sagwan.core.__path__)]
RECORDS = [
    kind
    for module in MODULES
    for kind in vars(module).values()
    if isinstance(kind, type) and dataclasses.is_dataclass(kind) and kind.__module__ == module.__name__
]


@pytest.mark.parametrize("kind", RECORDS, ids=lambda k: k.__name__)
def test_record_is_frozen_and_slotted(kind: type):
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(kind)


def test_reading_pickles():
    text = Text.of("누리전자가 한빛물산을 3조원에 인수했다.")
    layout = Layout("p", "a.txt", text, (Block(Zone.BODY, Span(0, len(text))),), ())
    money = Money(Span(13, 16), Amount(Decimal(3_000_000_000_000)), "KRW")
    reading = Reading(layout, ())
    assert pickle.loads(pickle.dumps(reading)) == reading
    assert pickle.loads(pickle.dumps(money)) == money
    assert dataclasses.fields(Records)[0].name == "article"


def test_error_keeps_its_parts_across_processes():
    error = SagwanError("page.empty", "빈 파일입니다", "a.txt", "내용이 있는 파일을 주십시오")
    assert pickle.loads(pickle.dumps(error)).refusal == error.refusal


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2)])
def test_span_refuses_what_is_no_range(start: int, end: int):
    with pytest.raises(ValueError, match="no range"):
        Span(start, end)


spans = st.builds(lambda a, n: Span(a, a + n), st.integers(0, 50), st.integers(1, 20))


@given(spans, spans)
def test_span_arithmetic(a: Span, b: Span):
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))
    assert a.overlaps(b) == bool(shared)
    assert a.covers(b) == (len(shared) == len(b))
    assert a.join(b).covers(a)
    assert a.join(b).covers(b)
    assert len(a.shift(7)) == len(a)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_text_is_named_by_its_characters(raw: str):
    text = Text.of(raw)
    assert Text.of(text.chars) == text
    assert "\r" not in text.chars
    for n in range(len(text.chars)):
        assert text.quote(Span(n, n + 1)).quote == text.chars[n]


def test_text_joins_decomposed_syllables():
    assert Text.of("한글").chars == "한글"


@pytest.mark.parametrize("raw", ["a\0b", "a\ud800b"])
def test_text_refuses_what_cannot_be_quoted(raw: str):
    with pytest.raises(SagwanError) as refused:
        Text.of(raw)
    assert refused.value.refusal.code == "text.unquotable"


def test_no_evidence_outside_the_text():
    with pytest.raises(SagwanError) as refused:
        Text.of("가나다").quote(Span(1, 4))
    assert refused.value.refusal.code == "text.outside"


def test_blocks_must_tile():
    text = Text.of("가나다라")
    for blocks in ([Span(0, 2), Span(3, 4)], [Span(0, 3), Span(2, 4)], [Span(0, 3)]):
        with pytest.raises(ValueError, match=r"block|text"):
            Layout("p", "a", text, tuple(Block(Zone.BODY, s) for s in blocks), ())


@given(
    st.lists(st.one_of(st.none(), st.text(max_size=4)), max_size=4),
    st.lists(st.one_of(st.none(), st.text(max_size=4)), max_size=4),
)
def test_ids_agree_only_where_the_parts_do(a: list[str | None], b: list[str | None]):
    assert (content_id("event", *a) == content_id("event", *b)) == (a == b)


def test_a_page_is_its_bytes():
    assert Page(b"abc", "a.txt").id == Page(b"abc", "b.txt").id != Page(b"abd", "a.txt").id
