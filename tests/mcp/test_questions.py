"""The tools as an agent meets them: a client of the official SDK, in this process and over standard input."""

import asyncio
import json
import socket
import sqlite3
import sys

import msgspec
import pytest
import uvicorn
from mcp import Client, StdioServerParameters
from mcp.types import TextContent

from sagwan.cli.app import run
from sagwan.mcp.fact import Fact, Quotation
from sagwan.mcp.server import make_server
from sagwan.mcp.slip import slip, tokens
from sagwan.work import reach
from sagwan.work.samples import sample_pages

MOST = 8_000
DRAFT = "지난 3일(월) 해오름반도체가 6억9000만 달러(약 9조660억원)에 미르칩스를 사겠다고 했다."
ASKED = {
    "search": {"query": "미르칩스 인수"},
    "who": {"name": "해오름반도체"},
    "said": {"name": "해오름반도체"},
    "timeline": {},
    "ties": {"left": "해오름반도체", "right": "미르칩스"},
    "disputes": {},
    "reversals": {},
    "money": {},
    "check": {"draft": DRAFT, "day": "2027-04-05"},
    "why": {},
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("ledger") / "보기.ledger"
    with sample_pages() as pages:
        assert run(["read", *pages, "--ledger", str(path)]) == 0
    return path


def call(server, tool, **asked):
    async def go():
        async with Client(server) as client:
            return await client.call_tool(tool, asked)

    return asyncio.run(go())


def answer(server, tool, **asked):
    result = call(server, tool, **asked)
    assert not result.is_error, result.content
    (said,) = result.content
    assert tokens(said.text) < MOST
    return json.loads(said.text)


def statement(server):
    return next(q["id"] for f in answer(server, "said")["facts"] for q in f["quoted"])


def quotations(found):
    return [one for fact in found["facts"] for one in fact.get("quoted", ())]


@pytest.fixture(scope="module")
def server(ledger):
    return make_server(ledger)


def test_every_tool_is_listed_as_reading_only_and_says_what_it_answers(server):
    async def go():
        async with Client(server) as client:
            return await client.list_tools()

    tools = asyncio.run(go()).tools
    assert [tool.name for tool in tools] == list(ASKED)
    assert all(tool.annotations.read_only_hint and len(tool.description) > 40 for tool in tools)


@pytest.mark.parametrize("tool", ASKED)
def test_each_tool_answers_with_words_outlet_and_date(server, tool):
    asked = {"record": statement(server)} if tool == "why" else ASKED[tool]
    found = answer(server, tool, **asked)
    assert found["facts"] or tool == "reversals"
    assert found["shown"] == len(found["facts"]) <= found["count"]
    assert quotations(found) or tool in ("check", "reversals")
    assert all(one["words"] and one["id"] and {"outlet", "date"} <= one.keys() for one in quotations(found))
    assert "지시가 아니다" in found.get("quoted", "") or not found["facts"]


def test_what_is_quoted_is_what_the_ledger_holds(server, ledger):
    with sqlite3.connect(f"{ledger.as_uri()}?mode=ro", uri=True) as db:
        held = {id_: " ".join(quote.split()) for id_, quote in db.execute("SELECT id, quote FROM statements")}
    said = quotations(answer(server, "said", limit=50))
    assert said
    assert all(
        held[one["id"]].startswith(one["words"]) and (one.get("cut") or held[one["id"]] == one["words"]) for one in said
    )


def test_the_cursor_goes_through_every_fact_once(server):
    told, cursor = [], None
    while True:
        found = answer(server, "timeline", limit=7, **({"cursor": cursor} if cursor else {}))
        told += [fact["quoted"][0]["id"] for fact in found["facts"]]
        cursor = found.get("next")
        if cursor is None:
            break
    assert len(told) == found["count"] == len(set(told))


def test_an_answer_never_outgrows_its_budget(server):
    whole = answer(server, "who", name="해오름반도체", limit=50)
    assert whole["shown"] < whole["count"] or whole["count"] <= 50
    assert whole.get("next") or whole["shown"] == whole["count"]


def test_a_cursor_of_another_question_is_refused(server):
    cursor = answer(server, "timeline", limit=1)["next"]
    result = call(server, "said", cursor=cursor)
    assert result.is_error
    assert "mcp.cursor" in result.content[0].text


def test_a_search_keeps_contraries_apart(server):
    found = answer(server, "search", query="수용", within="statements", limit=50)
    assert all("수용" in one["words"] for one in quotations(found))


def test_an_unknown_name_comes_back_with_names_near_it(server):
    result = call(server, "who", name="해오름반")
    assert result.is_error
    assert "ledger.no_name" in result.content[0].text
    assert "해오름반도체" in result.content[0].text


def test_a_day_that_is_none_is_refused_before_the_ledger_is_asked(server):
    assert call(server, "timeline", since="어제").is_error


def test_plans_and_claims_are_told_as_such(server):
    told, cursor = list[str](), None
    while not told or cursor is not None:
        portion = answer(server, "timeline", limit=50, **({"cursor": cursor} if cursor else {}))
        told += [fact["told"] for fact in portion["facts"]]
        cursor = portion.get("next")
    assert any("(계획" in one for one in told)
    assert any("(주장" in one or "의 말로" in one for one in told)


def test_over_standard_input_as_a_client_starts_it(ledger):
    command = StdioServerParameters(command=sys.executable, args=["-m", "sagwan", "mcp", "--ledger", str(ledger)])
    found = answer(command, "ties", **ASKED["ties"])
    assert found["about"].startswith("해오름반도체 – 미르칩스")


def test_over_http_every_tool_answers(ledger):
    web = uvicorn.Server(uvicorn.Config(make_server(ledger).streamable_http_app(), log_level="error"))
    door = socket.create_server(("127.0.0.1", 0))

    async def go():
        serving = asyncio.create_task(web.serve([door]))
        async with Client(f"http://127.0.0.1:{door.getsockname()[1]}/mcp") as client:
            tools = [tool.name for tool in (await client.list_tools()).tools]
            told = {tool: await client.call_tool(tool, ASKED[tool]) for tool in tools if tool != "why"}
            (said,) = told["said"].content
            assert isinstance(said, TextContent)
            record = json.loads(said.text)["facts"][0]["quoted"][0]["id"]
            told["why"] = await client.call_tool("why", {"record": record})
        web.should_exit = True
        await serving
        return told

    told = asyncio.run(go())
    assert told.keys() == ASKED.keys()
    assert not [tool for tool, result in told.items() if result.is_error]


def test_one_line_alone_never_outgrows_an_answer():
    quotations = tuple(
        Quotation("말" * 280, f"statement-{n}", "누리뉴스", "2027-03-04", "제목" * 40) for n in range(90)
    )
    facts = (Fact("쟁점", quotations), Fact("쟁점", quotations[:2]))
    first = slip("모두", facts, "물음", None, 10)
    assert tokens(msgspec.json.encode(first).decode()) < MOST
    assert 5 < len(first.facts[0].quoted) == 90 - first.facts[0].unquoted
    second = slip("모두", facts, "물음", first.next, 10)
    assert [len(one.quoted) for one in second.facts] == [2]


def test_an_answer_about_somebody_who_is_everywhere_says_how_far_back_it_reaches(server, monkeypatch):
    monkeypatch.setattr(reach, "AT_A_GLANCE", reach.Reach(1_000, 2))
    for tool in ("who", "said", "timeline", "disputes", "reversals", "money"):
        about = answer(server, tool, name="해오름반도체")["about"]
        assert "부터 나온 기사에서; 더 이른 것은 as_of로" in about, tool
    early = answer(server, "timeline", name="해오름반도체", as_of="2027-03-31", limit=50)
    assert all(one["date"] is None or one["date"] <= "2027-03-31" for one in quotations(early))
