"""Stories, copies and first tellers: what is known of the sample pages, and of copies made of them."""

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from itertools import combinations

import pytest

from sagwan.ledger.store import open_store
from sagwan.lexicon import load_default
from sagwan.views.index.open import open_index
from sagwan.views.search.shelve import bring_search
from sagwan.views.threads.group import is_copy, sources
from sagwan.views.threads.reports import reports
from sagwan.views.threads.sign import bring_signatures, unsigned
from sagwan.views.threads.signature import alike, bands, signature
from sagwan.views.threads.stories import related, threads
from sagwan.work.keep import rows_of
from sagwan.work.outcome import Read
from sagwan.work.reader import Reader
from sagwan.work.samples import sample_pages
from sagwan.work.settings import Settings

LEXICON = load_default()
# The takeover of a chip designer, and the sale of a smelter: every page by its number.
STORIES = ({"01", "02", "03", "06", "09"}, {"04", "05", "07", "08", "11"})
WORDS = (
    "공장 설비 물량 부지 특허 기술 인력 매출 이익 점유율 공급망 원자재 전력 용수 안전 환경 노동 임금 고용 "
    "지역 주민 예산 조례 감사 수사 재판 합병 분할 상장 배당 주가 금리 환율 수출 수입 관세 규제 허가 심사 "
    "입찰 계약 납품 품질 결함 회수 보상 배상 소송 판결 항소"
)


@pytest.fixture(scope="module")
def rows():
    reader = Reader.load(Settings().max_bytes)
    with sample_pages() as pages:
        return [rows_of(one, reader.run) for one in map(reader.read, pages) if isinstance(one, Read)]


def write(path, rows):
    with open_store(path) as store:
        for one in rows:
            store.keep(one)


@pytest.fixture(scope="module")
def ledger(rows, tmp_path_factory):
    path = tmp_path_factory.mktemp("threads") / "보기.ledger"
    write(path, rows)
    return path


def number(source: str) -> str:
    return source.rsplit("/", 1)[-1][:2]


def told(path):
    with open_index(path, LEXICON) as index:
        return threads(index.db, LEXICON)


def test_two_stories_are_two(ledger):
    found = [{number(one.place.source) for one in thread.tellings} for thread in told(ledger)]
    for story in STORIES:
        (mine,) = [one for one in found if one & story]
        assert story <= mine
        assert not mine & set().union(*(other for other in STORIES if other != story))


def test_a_copy_says_of_what(ledger):
    copies = {number(t.place.source): t.copy_of for thread in told(ledger) for t in thread.tellings if t.copy_of}
    assert set(copies) == {"05"}
    (plan,) = [t for thread in told(ledger) for t in thread.tellings if number(t.place.source) == "04"]
    assert copies["05"] == plan.place.address
    assert plan.wire


def test_who_tells_first_is_first_by_the_clock(ledger):
    facts = [fact for thread in told(ledger) for fact in thread.facts]
    assert facts
    for fact in facts:
        days = [one.place.published or "9999" for one in (fact.first, *fact.after)]
        assert days == sorted(days)
    assert any(number(f.first.place.source) == "04" and number(f.after[0].place.source) == "05" for f in facts)


def test_what_is_near_a_page(ledger):
    with open_index(ledger, LEXICON) as index:
        near = related(index.db, LEXICON, "04_dasom_plan.txt")
    assert number(near[0].place.source) == "05"
    assert near[0].alike > 0.5
    assert {number(one.place.source) for one in near} <= STORIES[1]
    assert all(one.shared for one in near)


def test_as_of_a_day_later_articles_are_not_there(ledger):
    with open_index(ledger, LEXICON) as index:
        found = threads(index.db, LEXICON, as_of="2027-04-30")
        mine = threads(index.db, LEXICON, "솔빛에너지")
    assert all((t.place.published or "9999") <= "2027-04-30" for thread in found for t in thread.tellings)
    assert {number(t.place.source) for thread in mine for t in thread.tellings} <= STORIES[1] | {"10"}


def test_any_order_in_any_steps_gives_the_same(rows, ledger, tmp_path):
    wanted = told(ledger)
    for seed in range(3):
        shuffled = random.Random(seed).sample(rows, len(rows))
        path = tmp_path / f"{seed}.ledger"
        write(path, shuffled[:5])
        told(path)
        write(path, shuffled[5:])
        assert told(path) == wanted


def text(seed: int, length: int = 240) -> list[str]:
    return random.Random(seed).choices(WORDS.split(), k=length)


def copied(seed: int) -> list[tuple[list[str], list[str]]]:
    """A text beside what desks make of an agency's: cut short, without its first lines, two stretches exchanged,
    every thirtieth word another.
    """
    rng, one = random.Random(seed), text(seed)
    other = [rng.choice(WORDS.split()) if n % 30 == 29 else word for n, word in enumerate(one)]
    return [(one, one[:170]), (one, one[60:]), (one, one[120:] + one[:120]), (one, other)]


def test_copies_are_known_and_others_are_not():
    """Of 200 pairs with a known answer all copies are found, and share a band; of 300 strangers none is."""
    pairs = [pair for seed in range(50) for pair in copied(seed)]
    signs = [(signature(one), signature(other)) for one, other in pairs]
    assert all(alike(one, other) >= 0.5 for one, other in signs)
    met = sum(bool(set(bands(one)) & set(bands(other))) for one, other in signs)
    assert met >= 0.97 * len(pairs)
    strangers = list(combinations([signature(text(seed)) for seed in range(25)], 2))
    assert len(strangers) == 300
    assert max(alike(one, other) for one, other in strangers) < 0.1


def test_whose_copy_a_report_is_found_as_by_holding_every_two_together(ledger):
    with open_index(ledger, LEXICON) as index:
        bring_signatures(index, lambda _done, _of: None)
        found = reports(index)
    again = [replace(one, number=one.number + 100) for one in found[::2]]
    story = (*found, *again, replace(found[0], minima=b""), replace(found[1], minima=b""))
    held = [next((one for one in story[:n] if is_copy(one, story[n])), None) for n in range(len(story))]
    assert list(sources(story)) == held
    assert sum(one is not None for one in held) >= len(again)


def test_what_was_signed_is_looked_for_where_terms_or_articles_changed(rows, tmp_path):
    path = tmp_path / "half.ledger"
    write(path, rows[:6])
    whole = told(path)
    with open_index(path, LEXICON) as index:
        assert unsigned(index.db) == 0
    with closing(sqlite3.connect(f"{path}.index", isolation_level=None)) as side:
        side.execute("UPDATE signed SET minima = zeroblob(256)")
        side.execute("UPDATE signed_version SET made_by = 'other terms'")
    assert told(path) == whole, "signatures over other terms are made anew"
    write(path, rows)
    with open_index(path, LEXICON) as index:
        assert unsigned(index.db) == 0, "articles that are not searched yet are not counted"
        bring_search(index, lambda _done, _of: None)
        assert unsigned(index.db) == len(rows) - 6
