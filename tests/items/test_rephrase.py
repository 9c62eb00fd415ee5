"""A model's words: kept where they tell the same, dropped where they do not. The endpoint is a server of this test."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from sagwan.core.errors import SagwanError
from sagwan.items.model import Form
from sagwan.items.prove.meaning import Senses
from sagwan.items.prove.retold import retells
from sagwan.korean.kiwi import analyser
from sagwan.lexicon import load_default
from sagwan.work import authoring
from sagwan.work.language_model import Endpoint

SAME = [
    ("누리전자는 3월에 공장 두 곳을 닫았다.", "3월에 누리전자가 공장 두 곳을 닫았다."),
    ("한빛물산이 2021년 판교에서 문을 열었다.", "판교에서 2021년 한빛물산이 문을 열었다."),
]
OTHER = [
    ("누리전자가 한빛물산을 인수했다.", "한빛물산이 누리전자를 인수했다."),
    ("누리전자가 공장을 닫았다.", "누리전자가 공장을 닫지 않았다."),
    ("누리전자가 공장 12곳을 닫았다.", "누리전자가 공장 13곳을 닫았다."),
    ("누리전자가 공장을 닫았다.", "누리전자가 공장을 몰래 닫았다."),
    ("손님이 늘었다고 한빛물산이 밝혔다.", "손님이 줄었다고 한빛물산이 밝혔다."),
    ("노조가 회사를 비판했다.", "회사가 노조를 비판했다."),
]


@contextmanager
def served(reply: Callable[[list[str]], str]) -> Iterator[tuple[Endpoint, list[dict[str, str]]]]:
    """An endpoint that answers with `reply` of the sentences asked about, and the headers that it got."""
    seen: list[dict[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            seen.append(dict(self.headers) | {"path": self.path, "model": asked["model"]})
            words = asked["messages"][0]["content"]
            said = {"choices": [{"message": {"content": reply(json.loads(words[words.index("[") :]))}}]}
            body = json.dumps(said).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield Endpoint(f"http://127.0.0.1:{server.server_port}/v1", "hansol", "key"), seen
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize(("one", "other"), SAME)
def test_another_order_tells_the_same(one: str, other: str):
    assert retells(one, other, Senses(analyser(), load_default(), ("누리전자", "한빛물산")), analyser())


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_word_place_or_number_does_not(one: str, other: str):
    assert not retells(one, other, Senses(analyser(), load_default(), ("누리전자", "한빛물산")), analyser())


def in_another_order(sentence: str) -> str:
    """The subject moved behind the first word after it."""
    first, second, *rest = sentence.split()
    return " ".join((second, first, *rest))


@pytest.fixture(scope="module")
def asked(made):
    return [one for one in made if one.item.form in (Form.MATCH, Form.MISMATCH)][:6]


def test_good_words_are_taken_and_bad_ones_dropped(ledger, asked):
    def reply(sentences: list[str]) -> str:
        told = [
            in_another_order(s) if n % 2 else s.replace("다.", "다는 소문이 돈다.") for n, s in enumerate(sentences)
        ]
        return f"```json\n{json.dumps(told, ensure_ascii=False)}\n```"

    with served(reply) as (endpoint, seen):
        again = authoring.rephrase(ledger, asked, endpoint)
    assert all(one["path"] == "/v1/chat/completions" and one["Authorization"] == "Bearer key" for one in seen)
    texts = [o.text for one in again for o in one.item.options]
    assert not any("소문" in text for text in texts)
    assert sum(text not in {o.text for one in asked for o in one.item.options} for text in texts) >= 2
    assert all(one.proof.sound and one.proof.keys == (one.item.key,) for one in again)


@pytest.mark.parametrize("reply", ["잘 모르겠습니다", "[]", '["하나다."]', "[1, 2]"])
def test_an_answer_that_says_nothing_changes_nothing(ledger, asked, reply: str):
    with served(lambda _: reply) as (endpoint, _):
        assert authoring.rephrase(ledger, asked[:1], endpoint) == tuple(asked[:1])


@pytest.mark.parametrize("address", ["http://127.0.0.1:9", "file:///etc/hosts"])
def test_an_endpoint_that_does_not_answer_is_named(ledger, asked, address: str):
    with pytest.raises(SagwanError, match=r"items\.endpoint"):
        authoring.rephrase(ledger, asked[:1], Endpoint(address, "hansol"))
