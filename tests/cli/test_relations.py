"""`ties`, `disputes`, `reversals`, `deals` on a ledger of the sample pages: every line opens on what stands there."""

import json

import pytest

from sagwan.cli.app import run
from sagwan.work import reach
from sagwan.work.samples import sample_pages


def read(pages: list[str], path) -> str:
    assert run(["read", *pages, "--ledger", str(path)]) == 0
    return str(path)


QUESTIONS = (["ties", "해오름반도체", "미르칩스"], ["disputes"], ["reversals"], ["deals"])


def cited(answer):
    """Every piece of evidence in an answer, however deep."""
    if isinstance(answer, dict):
        if answer.keys() >= {"id", "quote", "place"}:
            yield answer
        for value in answer.values():
            yield from cited(value)
    elif isinstance(answer, list):
        for value in answer:
            yield from cited(value)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q[0])
def test_every_line_opens_on_its_words(ask, question):
    status, out, err = ask(*question, "--json")
    assert (status, err) == (0, "")
    for one in {e["id"]: e for e in cited(json.loads(out))}.values():
        why = json.loads(ask("why", one["id"], "--json")[1])
        assert (why["words"], why["start"]) == (one["quote"], one["start"])
        assert one["sentence"] is None or one["quote"].replace("\n", " ") in one["sentence"]
    status, out, _ = ask(*question)
    assert status == 0
    assert out.strip()


def test_the_story_of_a_suit(ask):
    found = json.loads(ask("ties", "해오름반도체", "미르칩스", "--json")[1])
    assert found["lean"] == "conflict"
    assert any(act["label"] == "제소" and act["actor"] == "미르칩스" for act in found["acts"])
    assert sum(total["acts"] for total in found["totals"]) == len(found["acts"])


def test_one_copy_of_an_agency_report_is_one_dispute(ask):
    found = json.loads(ask("disputes", "--json")[1])
    claims = [p["evidence"]["quote"] for d in found for p in d["positions"] if p["part"] == "claim"]
    assert len(claims) == len(set(claims))
    assert any(p["again"] for d in found for p in d["positions"])
    assert all({"claim", "denial"} <= {p["part"] for p in d["positions"]} for d in found)


def test_rates_stand_beside_each_other(ask):
    (rate,) = json.loads(ask("deals", "--json")[1])["rates"]
    assert rate["pair"] == "USD/KRW"
    assert 1399 < float(rate["low"]) <= float(rate["median"]) <= float(rate["high"]) <= 1400


def test_order_of_pages_is_in_no_answer(ask_of, tmp_path):
    with sample_pages() as pages:
        few = pages[:3]
        one, other = read(few, tmp_path / "a.ledger"), read(few[::-1], tmp_path / "b.ledger")
    for question in QUESTIONS:
        assert ask_of(one, *question, "--json") == ask_of(other, *question, "--json")


def test_a_name_that_nobody_has_and_two_names_of_one(ask):
    status, _, err = ask("ties", "없는이름", "미르칩스")
    assert (status, "ledger.no_name" in err) == (1, True)
    status, _, err = ask("ties", "미르칩스", "미르칩스")
    assert (status, "ledger.one_person" in err) == (1, True)


def test_as_of_a_day_leaves_out_what_came_later_or_has_no_day(ask):
    days = {e["place"]["published"] for e in cited(json.loads(ask("disputes", "--json")[1]))}
    assert None in days
    assert any(day > "2027-04-10" for day in days if day)
    found = json.loads(ask("disputes", "--as-of", "2027-04-10", "--json")[1])
    assert found
    assert all(one["place"]["published"] <= "2027-04-10" for one in cited(found))
    assert ask("deals", "--as-of", "어제")[0] == 2


def test_an_answer_about_all_says_how_far_back_it_reaches(ask, monkeypatch):
    views = (["disputes"], ["reversals"], ["deals"], ["graph"], ["timeline"], ["money"], ["threads"])
    whole = {view[0]: ask(*view, "--json") for view in views}
    monkeypatch.setattr(reach, "AT_LENGTH", reach.Reach(4, 3))
    for view in views:
        status, out, err = ask(*view, "--json")
        assert status == 0
        assert "부터 나온 기사로" in err
        assert "--all" in err
        assert len(out) < len(whole[view[0]][1]) or view == ["reversals"]
        assert ask(*view, "--json", "--all") == whole[view[0]], view


def test_an_answer_about_somebody_who_is_everywhere_says_how_far_back_it_reaches(ask, monkeypatch):
    name = "미르칩스"
    views = (["who", name], ["said", "이도현"], ["timeline", name], ["ties", name, "해오름반도체"], ["graph", name])
    monkeypatch.setattr(reach, "AT_LENGTH", reach.Reach(4, 2))
    for view in views:
        status, out, err = ask(*view)
        assert status == 0
        assert ("부터 나온 기사로" in err) == (view[0] != "said")
        assert ("그 이름이 나오는 기사로만" in out) == (view[0] == "graph")
        assert ask(*view, "--all")[2] == ""
