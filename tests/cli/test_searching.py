"""`search`, `threads`, `related` on a ledger of the sample pages."""

import json

import pytest


def test_a_statement_that_is_found_opens_on_its_words(ask):
    status, out, err = ask("search", "인수", "--speaker", "도재윤", "--in", "statements", "--json")
    assert (status, err) == (0, "")
    hits = json.loads(out)["hits"]
    assert hits
    for hit in hits:
        why = json.loads(ask("why", hit["id"], "--json")[1])
        for start, stop in hit["snippet"]["marks"]:
            assert why["start"] <= start < stop <= why["end"]


@pytest.mark.parametrize(
    "question", [["search", "인수"], ["search", "인수", "--trend"], ["threads"], ["related", "04_dasom_plan.txt"]]
)
def test_each_is_for_eyes_and_for_programs(ask, question):
    status, out, err = ask(*question)
    assert (status, err) == (0, "")
    assert out.strip()
    status, out, err = ask(*question, "--json")
    assert (status, err) == (0, "")
    assert json.loads(out)


def test_what_had_come_out_by_a_day(ask):
    days = json.loads(ask("search", "인수", "--trend", "--as-of", "2027-04-10", "--json")[1])
    assert days
    assert all(day["day"] <= "2027-04-10" for day in days)
    who = json.loads(ask("who", "도재윤", "--as-of", "2027-04-10", "--json")[1])
    assert all((said["place"]["published"] or "9999") <= "2027-04-10" for said in who["statements"])
    assert who["levels"]["events"] <= who["levels"]["reports"]


def test_a_wrong_place_is_wrong_usage(ask):
    status, _, err = ask("search", "인수", "--in", "elsewhere", "--json")
    assert status == 2
    assert json.loads(err)["error"]["code"] == "usage"
