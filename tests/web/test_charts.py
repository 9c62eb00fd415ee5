"""What pictures are drawn from: time's own distances, sizes that can be read, names that do not cover each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sagwan.ledger.query import Place
from sagwan.views.cited import Cited
from sagwan.views.search.find import Day
from sagwan.views.threads.stories import FirstTold
from sagwan.web.charts import by_month
from sagwan.web.dates import newspaper_day, told_time
from sagwan.web.render import build_mark, by_sentence, marked_each
from sagwan.web.words import words_in


def test_months_of_nothing_keep_their_place():
    days = [Day("2027-11-30", 2), Day("2028-02-01", 1), Day("2027-11-02", 1), Day(None, 9)]
    assert by_month(days) == (("2027-11", 3), ("2027-12", 0), ("2028-01", 0), ("2028-02", 1))
    assert by_month([Day(None, 1)]) == ()


def test_months_too_far_apart_to_be_shown_are_the_last_ones():
    shown = by_month([Day("1978-01-01", 1), Day("2027-06-01", 4)])
    assert (len(shown), shown[-1]) == (60, ("2027-06", 4))


@pytest.mark.parametrize(
    ("value", "korean", "english"),
    [
        ("2027", "2027년", "2027"),
        ("2027-02", "2027년 2월", "2/2027"),
        ("2027-Q3", "2027년 3분기", "2027 Q3"),
        ("2027-H2", "2027년 하반기", "second half of 2027"),
        ("2027-WI", "2027년 겨울", "winter 2027"),
        ("2027-W07", "2027년 7주째", "2027, week 7"),
        ("2027-05-20", "2027-05-20", "2027-05-20"),
        ("2027-05-20T09:30", "2027-05-20 09:30", "2027-05-20 09:30"),
        ("2027-05-20TDW", "2027-05-20 새벽", "2027-05-20 dawn"),
        ("2027-05/2027-06", "2027년 5월 – 2027년 6월", "5/2027 – 6/2027"),
        ("2027-05/..", "2027년 5월 – ", "5/2027 – "),
    ],
)
def test_a_time_is_told_as_exactly_as_it_is_known(value: str, korean: str, english: str):
    assert (told_time(value, words_in("ko")), told_time(value, words_in("en"))) == (korean, english)


def test_a_masthead_names_the_weekday():
    assert newspaper_day("2027-05-20") == "2027년 5월 20일 목요일"
    assert newspaper_day("2027-05-20", "en") == "Thursday, 20 May 2027"


# A ring, a star and a chain, with names of a realistic width, laid out by the page's own script.
_LAID_OUT = """async ([address, width, height]) => {
  const { box, laidOut, shared } = await import(address);
  const ids = [...Array(24).keys()].map(String);
  const ties = ids.flatMap((id, n) =>
    n < 8 ? [[id, String((n + 1) % 8)]] : n < 16 ? [["8", id]] : [[String(n - 1), id]]);
  const links = ties.filter(([one, other]) => one !== other).map(([source, target]) => ({source, target}));
  const nodes = ids.map((id, n) => ({ id, size: 12, words: 40 + 9 * (n % 5) }));
  const draw = () => laidOut(nodes, links, width, height);
  const [once, again] = [draw(), draw()];
  const boxes = nodes.map((node) => box({ ...node, ...once.get(node.id) }, once.get(node.id).side));
  let covered = 0;
  boxes.forEach((one, n) => boxes.slice(0, n).forEach((other) => { if (shared(one, other) > 4) covered += 1; }));
  const out = boxes.filter((one) => one.left < -1 || one.top < -1 || one.right > width + 1 || one.bottom > height + 1);
  return { covered, out: out.length, same: JSON.stringify([...once]) === JSON.stringify([...again]) };
}"""


@pytest.mark.parametrize(("width", "height"), [(1100, 680), (326, 460)])
def test_names_of_a_network_do_not_cover_each_other(browser, port, width: int, height: int):
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{port}/about")
    found = page.evaluate(_LAID_OUT, [f"/static/{build_mark()}/layout.js", width, height])
    page.close()
    assert found == {"covered": 0, "out": 0, "same": True}


def test_events_of_one_sentence_are_told_together():
    place = Place("a:0", None, None, None, "a.txt")
    sentence = "누리전자는 이사회를 열어 인수를 의결했다고 공시했다."
    quotes = ("의결했다고", "공시했다")
    lines = [Cited(quote, quote, sentence, teaser=False, start=n, place=place) for n, quote in enumerate(quotes)]
    elsewhere = (replace(lines[0], place=replace(place, address="b:0")),)
    ((together, again),) = by_sentence([FirstTold(one, elsewhere) for one in reversed(lines)])
    assert (together, len(again)) == (lines, 1)
    assert [words for words, told in marked_each(together) if told] == list(quotes)
    assert "".join(words for words, _ in marked_each(together)) == sentence
