"""Search: contraries are never taken for each other, every hit stands where it says, filters narrow, days add up."""

from dataclasses import replace

import pytest

from sagwan.core.errors import SagwanError
from sagwan.core.statement import Stance
from sagwan.korean.kiwi import analyser
from sagwan.ledger.connect import reading
from sagwan.ledger.store import open_store
from sagwan.lexicon import load_default
from sagwan.lexicon.schema.search import Contrary
from sagwan.views.index.open import open_index
from sagwan.views.search.find import Narrow, Within, facets, search, trend
from sagwan.views.search.query import parse
from sagwan.views.search.terms import read_terms, written
from sagwan.work.keep import keep_all, rows_of
from sagwan.work.outcome import Account, Read
from sagwan.work.reader import Reader
from sagwan.work.samples import sample_pages
from sagwan.work.settings import Settings

LEXICON = load_default()
CONTRARY = [tuple(e.split("≠")) for one in LEXICON.all(Contrary) for e in one.examples]
SAME = [tuple(e.split("=")) for one in LEXICON.all(Contrary) for e in one.not_examples]
SENTENCES = ("올해 {0}을 늘렸다.", "{0} 결정이 나왔다.", "“{0}”라고 했다.", "시는 {0}를 검토한다.", "{0}도 문제다.")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("search") / "보기.ledger"
    with sample_pages() as pages:
        keep_all(pages, Settings(ledger=str(path)), Account(), lambda: None)
    return path


def finds(query: str, words: str) -> bool:
    """Whether a query of one clause finds some words."""
    (morphemes,) = analyser().analyse([(words, 0)])
    terms = read_terms(morphemes, LEXICON)
    (clause,) = parse(query, analyser(), LEXICON)
    return any(clause.matches(terms.pieces, written(words, terms.wholes)))


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(("word", "other"), CONTRARY)
def test_a_word_and_its_contrary_are_two(word, other, sentence):
    assert finds(word, sentence.format(word))
    assert not finds(other, sentence.format(word))
    assert not finds(word, sentence.format(other))
    assert not finds(f"{other}*", sentence.format(word))


@pytest.mark.parametrize(("word", "within"), SAME)
def test_what_is_no_contrary_is_found_inside(word, within):
    assert finds(within, f"어제 {word}에 다녀왔다.")


def test_every_form_is_one_entry_with_its_example():
    for one in LEXICON.all(Contrary):
        for form in one.forms:
            assert any(example.startswith(form) for example in one.examples), one.id


def test_every_hit_stands_where_it_says(ledger):
    with open_index(ledger, LEXICON) as index:
        for query in ("인수", "해오름반도체", '"값을 논의"', "제안 -거부", "해솔*"):
            results = search(index.db, LEXICON, query, limit=50)
            assert results.hits
            assert len(results.hits) == results.total
            for hit in results.hits:
                (chars,) = index.db.execute(
                    "SELECT t.chars FROM texts t JOIN readings r ON r.text = t.id WHERE r.page = ?", (hit.page,)
                ).fetchone()
                shown = hit.snippet
                assert chars[shown.start : shown.start + len(shown.words)] == shown.words
                assert shown.marks
                for start, stop in shown.marks:
                    assert shown.start <= start < stop <= shown.start + len(shown.words)
                    assert any(word[:2] in chars[start:stop] for word in query.replace('"', "").split())
            assert [hit.score for hit in results.hits] == sorted((h.score for h in results.hits), reverse=True)


def test_a_snippet_repeats_no_headline_where_the_body_has_the_words(ledger):
    with open_index(ledger, LEXICON) as index:
        hits = search(index.db, LEXICON, "미르칩스", limit=50).hits
        assert len(hits) > 3
        assert not [h for h in hits if h.place.headline and h.place.headline[:12] in h.snippet.words]
        (only,) = search(index.db, LEXICON, '"인수 접는다"', limit=5).hits  # nowhere but in a headline
        assert only.snippet.marks


def test_an_unwanted_word_is_nowhere(ledger):
    with open_index(ledger, LEXICON) as index:
        every = {hit.place.address for hit in search(index.db, LEXICON, "제안", limit=50).hits}
        without = {hit.place.address for hit in search(index.db, LEXICON, "제안 -거부", limit=50).hits}
        assert without < every
        assert every - without == {h.place.address for h in search(index.db, LEXICON, "제안 거부", limit=50).hits}


def test_filters_narrow(ledger):
    with open_index(ledger, LEXICON) as index:

        def found(**narrow):
            return search(index.db, LEXICON, "인수", Narrow(**narrow), limit=50).hits

        assert {hit.place.outlet for hit in found(outlet="한빛일보")} == {"한빛일보"}
        assert all(
            "2027-04-01" <= (hit.place.published or "") <= "2027-05-31"
            for hit in found(since="2027-04-01", until="2027-05-31")
        )
        said = found(within=Within.STATEMENTS, speaker="도재윤")
        assert said
        assert {hit.speaker for hit in said} == {"도재윤"}
        assert all(hit.id and hit.id.startswith("statement-") for hit in said)
        assert {hit.stance for hit in found(within=Within.STATEMENTS, stance="deny")} <= {"deny"}
        assert len(found(actor="솔빛에너지")) < len(found())
        with pytest.raises(SagwanError) as refused:
            found(actor="없는사람이름")
        assert refused.value.refusal.code == "ledger.no_name"


def test_days_add_up(ledger):
    with open_index(ledger, LEXICON) as index:
        days = trend(index.db, LEXICON, "인수")
        assert sum(day.found for day in days) == search(index.db, LEXICON, "인수").total
        dated = [day.day for day in days if day.day is not None]
        assert dated == sorted(set(dated))


@pytest.mark.parametrize("within", list(Within))
@pytest.mark.parametrize("speaker", [None, "도재윤"])
def test_facets_are_what_narrowing_leaves(ledger, within, speaker):
    narrow = Narrow(within=within, speaker=speaker)
    with open_index(ledger, LEXICON) as index:
        found = facets(index.db, LEXICON, "인수", narrow)
        assert found.stances
        for outlet, n in found.outlets:
            assert search(index.db, LEXICON, "인수", replace(narrow, outlet=outlet)).total == n
        for stance in Stance:
            n = search(index.db, LEXICON, "인수", replace(narrow, stance=stance.value)).total
            assert dict(found.stances).get(stance.value, 0) == n


def test_nothing_asked_is_refused(ledger):
    with open_index(ledger, LEXICON) as index, pytest.raises(SagwanError) as refused:
        search(index.db, LEXICON, "-인수")
    assert refused.value.refusal.code == "search.empty"


def test_any_order_and_a_takedown_give_what_a_new_file_gives(tmp_path):
    reader = Reader.load(Settings().max_bytes)
    with sample_pages() as pages:
        rows = [rows_of(one, reader.run) for one in map(reader.read, pages) if isinstance(one, Read)]

    def hits(path):
        with open_index(path, LEXICON) as index:
            asked = ("인수", "해오름반도체 제안", "해솔*")
            wide = [search(index.db, LEXICON, q, limit=50) for q in asked]
            return wide, [search(index.db, LEXICON, q, Narrow(within=Within.STATEMENTS), limit=50) for q in asked]

    def keep(path, some):
        with open_store(path) as store:
            for one in some:
                store.keep(one)

    keep(tmp_path / "a", rows[1:])
    wanted = hits(tmp_path / "a")
    keep(tmp_path / "b", rows[:4])
    hits(tmp_path / "b")
    keep(tmp_path / "b", rows[:3:-1])
    assert hits(tmp_path / "b") != wanted
    with open_store(tmp_path / "b") as store:
        store.withdraw(rows[0].text_id, "2027-05-01", "본인의 청구")
    assert hits(tmp_path / "b") == wanted
    with reading(tmp_path / "b") as db:
        assert db.execute("SELECT count(*) FROM readings").fetchone() == (len(rows),)
