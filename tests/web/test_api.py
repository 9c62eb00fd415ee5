"""The interface for programs: what it says of itself is what it does."""

from __future__ import annotations

import contextlib
import csv
import io
from typing import Any

import msgspec
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from tests.web.house import call, pages_of

from sagwan.web.openapi import described
from sagwan.web.questions import QUESTIONS


@pytest.mark.parametrize("question", [one.path for one in QUESTIONS])
def test_it_does_what_it_says(port: int, question: str):
    schema = schemathesis.openapi.from_url(f"http://127.0.0.1:{port}/api/v1/openapi.json")
    operation = schema[question]["GET"]
    for mode in (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE):

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(
            max_examples=5, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
        )
        def holds(case: schemathesis.Case[Any]) -> None:
            case.call_and_validate(timeout=20)

        with contextlib.suppress(Unsatisfiable):
            holds()


def test_every_question_is_described():
    paths = described()["paths"]
    assert isinstance(paths, dict)
    assert {one.path for one in QUESTIONS} <= set(paths)


def test_an_unchanged_answer_is_not_sent_again(port):
    first = call(port, "GET", "/api/v1/disputes")
    assert first.status == 200
    again = call(port, "GET", "/api/v1/disputes", if_none_match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")


def test_portions_together_are_the_whole(port):
    whole = msgspec.json.decode(call(port, "GET", "/api/v1/said?limit=200").body)
    found: list[dict[str, str]] = []
    cursor: str | None = ""
    while cursor is not None:
        part = msgspec.json.decode(call(port, "GET", f"/api/v1/said?limit=17{cursor}").body)
        assert part["total"] == whole["total"]
        found += part["items"]
        cursor = f"&cursor={part['next']}" if part["next"] else None
    assert found == whole["items"]
    assert len({one["id"] for one in found}) > 17


def test_a_problem_has_the_four_parts(port):
    answer = call(port, "GET", "/api/v1/who/없는이름")
    assert answer.status == 404
    assert answer.headers["content-type"] == "application/problem+json"
    said = msgspec.json.decode(answer.body)
    assert (said["code"], said["where"], said["status"]) == ("ledger.no_name", "없는이름", 404)
    for path in ("/api/v1/disputes?as_of=yesterday", "/api/v1/disputes?colour=red", "/api/v1/disputes?cursor=!"):
        assert call(port, "GET", path).status == 400
    assert call(port, "GET", "/api/v1/nothing").headers["content-type"] == "application/problem+json"
    assert call(port, "DELETE", "/api/v1/disputes").status == 405


def test_a_table_opens_in_a_spreadsheet(port):
    answer = call(port, "GET", "/api/v1/disputes?format=csv")
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"))))
    listed = msgspec.json.decode(call(port, "GET", "/api/v1/disputes?limit=200").body)["items"]
    assert len(rows) == sum(len(one["positions"]) for one in listed)
    assert rows[0]["evidence.id"] == listed[0]["positions"][0]["evidence"]["id"]


def test_the_network_is_told_by_names(port):
    answer = call(port, "GET", "/api/v1/network?format=csv")
    rows = list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"))))
    graph = msgspec.json.decode(call(port, "GET", "/api/v1/network").body)
    names = {actor["key"]: actor["name"] for actor in graph["actors"]}
    assert [row["left"] for row in rows] == [names[edge["left"]] for edge in graph["edges"]]


def test_no_answer_tells_where_files_lie(port, samples):
    for path in [*pages_of(port).values(), "/api/v1/articles", "/api/v1/account", "/api/v1/said"]:
        body = call(port, "GET", path).text
        assert str(samples.parent) not in body
        assert "site-packages" not in body
        assert "/samples/" not in body


def test_as_of_leaves_out_what_came_later(port):
    whole = msgspec.json.decode(call(port, "GET", "/api/v1/said?limit=200").body)["items"]
    days = sorted(one["place"]["published"] for one in whole if one["place"]["published"])
    middle = days[len(days) // 2]
    early = msgspec.json.decode(call(port, "GET", f"/api/v1/said?as_of={middle}&limit=200").body)["items"]
    assert 0 < len(early) < len(whole)
    assert all(one["place"]["published"] and one["place"]["published"] <= middle for one in early)
