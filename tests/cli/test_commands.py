"""Every command on a ledger of the sample pages: its answer for a person, its answer as JSON, its exit status."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sagwan.cli.app import app, run
from sagwan.views.times import days
from sagwan.work.samples import sample_pages


@pytest.fixture
def ask_json(ask):
    def asked(*args: str):
        status, out, err = ask(*args, "--json")
        assert (status, err) == (0, "")
        return json.loads(out)

    return asked


@pytest.fixture
def quoted(ask_json) -> str:
    """The person with most statements among the samples."""
    names: dict[str, int] = {}
    for moment in ask_json("timeline"):
        for who in (moment["event"]["actor"], moment["event"]["target"]):
            if who:
                names[who] = names.get(who, 0) + len(ask_json("said", who))
    return max(names, key=lambda name: names[name])


def test_who_gathers_what_said_and_timeline_give(ask, ask_json, quoted):
    found = ask_json("who", quoted)
    assert found["statements"] == ask_json("said", quoted)
    assert found["moments"] == ask_json("timeline", quoted)
    assert sum(n for _, n in found["stances"]) == len(found["statements"]) > 0
    status, out, _ = ask("who", quoted)
    assert status == 0
    assert quoted in out


def test_who_without_a_name_tells_whom_one_can_ask_about(ask, ask_json, quoted):
    assert quoted in {one["name"] for one in ask_json("who") if one["articles"] > 0}
    status, out, _ = ask("who")
    assert status == 0
    assert quoted in out
    assert "sagwan who" in out


def test_said_is_narrowed_by_stance_about_and_day(ask_json, quoted):
    everything = ask_json("said", quoted)
    for stance in {one["stance"] for one in everything}:
        assert ask_json("said", quoted, "--stance", stance) == [o for o in everything if o["stance"] == stance]
    words = everything[0]["quote"][:4]
    assert everything[0] in ask_json("said", quoted, "--about", words)
    days = sorted(o["place"]["published"] for o in everything if o["place"]["published"])
    later = ask_json("said", quoted, "--since", days[-1])
    assert later
    assert {o["place"]["published"] for o in later} == {days[-1]}


def test_money_is_exact_and_largest_first(ask, ask_json):
    found = ask_json("money", "--currency", "KRW")
    worth = [int(one["value"] or one["low"] or one["high"]) for one in found]
    assert worth == sorted(worth, reverse=True)
    assert {one["currency"] for one in found} == {"KRW"}
    assert {one["negated"] for one in found} <= {False, True}
    status, out, _ = ask("money", "--currency", "KRW", "-n", "1")
    assert status == 0
    assert f"{worth[0]:,} KRW" in out
    assert found[0]["id"] in out


def test_a_timeline_is_in_order_and_its_words_stand_in_its_sentences(ask, ask_json):
    moments = ask_json("timeline")
    times = [first for m in moments if m["at"] for first, _ in [days(m["at"]) or ("", "")]]
    assert times == sorted(times)
    for moment in moments:
        start, end = moment["at_words"]
        assert moment["sentence"][start:end] == moment["event"]["quote"].replace("\n", " ")
    assert ask("timeline")[0] == 0


def test_why_shows_the_words_of_every_record(ask, ask_json, quoted):
    ids = [s["id"] for s in ask_json("said", quoted)[:5]] + [m["event"]["id"] for m in ask_json("timeline")[:5]]
    ids += [one["id"] for one in ask_json("money")[:5]]
    for id_ in ids:
        found = ask_json("why", id_)
        assert found["id"] == id_
        assert found["end"] - found["start"] == len(found["words"])
        assert found["steps"]
        status, out, _ = ask("why", id_)
        assert status == 0
        assert found["steps"][0]["rule"] in out


def test_show_gives_the_page_and_as_json_its_reading(ask, ask_json):
    page = ask_json("timeline")[0]["event"]["place"]
    status, out, _ = ask("show", Path(page["source"]).name)
    assert status == 0
    assert "본문" in out
    reading = ask_json("show", page["address"].split(":")[0])
    assert reading["page"]["source"] == page["source"]


def test_verify_finds_no_fault(ask, ask_json):
    status, out, _ = ask("verify")
    assert (status, "흠 없음" in out) == (0, True)
    verdict = ask_json("verify")
    assert verdict["faults"] == []
    assert verdict["digest"] in out


@pytest.mark.parametrize(
    ("args", "status", "code"),
    [
        (("who", "없는이름"), 1, "ledger.no_name"),
        (("said", "없는이름"), 1, "ledger.no_name"),
        (("why", "statement-0"), 1, "ledger.no_record"),
        (("show", "없음.txt"), 1, "ledger.no_page"),
        (("show", ""), 1, "ledger.no_page"),
        (("said", "누구", "--stance", "angry"), 2, "usage"),
        (("said", "누구", "--since", "어제"), 2, "usage"),
        (("timeline", "--no-such-flag"), 2, "usage"),
    ],
)
def test_an_error_has_one_shape(ask, args, status, code):
    got, out, err = ask(*args, "--json")
    assert (got, out) == (status, "")
    (line,) = err.splitlines()
    assert set(json.loads(line)) == {"error"}
    assert set(json.loads(line)["error"]) == {"code", "what", "where", "repair"}
    assert json.loads(line)["error"]["code"] == code
    got, out, err = ask(*args)
    assert (got, out) == (status, "")
    assert err.startswith(code)


def test_a_missing_ledger_is_an_error_with_its_repair(tmp_path, capsys):
    assert run(["who", "누구", "--ledger", str(tmp_path / "없음"), "--json"]) == 1
    error = json.loads(capsys.readouterr().err)["error"]
    assert (error["code"], error["where"]) == ("ledger.missing", str(tmp_path / "없음"))
    assert "sagwan read" in error["repair"]


def test_read_accounts_for_every_page(tmp_path, capsys):
    with sample_pages() as pages:
        args = ["read", pages[0], str(tmp_path / "없음.txt"), "--ledger", str(tmp_path / "l")]
        assert run(args) == 1
        out, err = capsys.readouterr()
        assert out.splitlines()[-1] == "지면 2 = 새로 적음 1 + 거절 1 (source.missing 1)"
        assert err.startswith("source.missing")
        assert run([*args, "--json"]) == 1
        answer = json.loads(capsys.readouterr().out)
    assert (answer["came"], answer["kept"], answer["known"], len(answer["refused"])) == (2, 0, 1, 1)


def test_extract_prints_a_line_a_page_and_refuses_on_standard_error(tmp_path, capfdbinary):
    with sample_pages() as pages:
        assert run(["extract", pages[0], str(tmp_path), pages[1], "--json"]) == 1
        out, err = capfdbinary.readouterr()
        assert [json.loads(line)["page"]["source"] for line in out.splitlines()] == pages[:2]
    assert json.loads(err)["error"]["code"] == "source.folder"


def test_every_command_has_an_example_and_both_languages(capsys):
    commands = [command.name for command in app.registered_commands]
    for command in commands:
        assert run([str(command), "--help"]) == 0
        shown = capsys.readouterr().out
        assert "예 · Example: sagwan" in " ".join(shown.split()), command
        assert any("가" <= c <= "힣" for c in shown), command


def test_help_answers_at_once():
    """What costs seconds to load is loaded by the commands that read, not by the command line itself."""
    heavy = {"kiwipiepy", "numpy", "starlette", "uvicorn", "babel"}
    probe = f"import sys; from sagwan.cli.app import app; print(*({heavy!r} & sys.modules.keys()))"
    run = subprocess.run([sys.executable, "-c", probe], check=True, capture_output=True, text=True)
    assert run.stdout.split() == []


def test_withdraw_shows_what_goes_and_does_nothing_unasked(ask, ask_json, ledger):
    before = Path(ledger).read_bytes()
    page = ask_json("search", "인수")["hits"][0]["page"]
    status, out, err = ask("withdraw", page, "--because", "발행인의 청구", "--json")
    going, refused = json.loads(out), json.loads(err)["error"]
    assert (status, going["page"], refused["code"]) == (1, page, "withdraw.unconfirmed")
    assert going["statements"] + going["events"] > 0
    status, out, _ = ask("withdraw", page, "--because", "발행인의 청구")
    assert (status, going["headline"] in out.replace("\n", " ")) == (1, True)
    assert Path(ledger).read_bytes() == before
