"""Who comes in, who may change something, and how much and how often."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest
from tests.web.house import FORM, call, desk_over, form, served

from sagwan.core.errors import SagwanError
from sagwan.web.gate import Access, Limits
from sagwan.web.keys import Keys, Role
from sagwan.web.render import build_mark
from sagwan.web.serving import access_for
from sagwan.work.settings import load_settings

RULING = msgspec.json.encode({"left": "서지안", "right": "도재윤", "same": False, "because": "직함과 회사가 다름"})


@pytest.fixture
def own(samples: Path, tmp_path: Path) -> Path:
    """A ledger that may be changed."""
    return Path(shutil.copy(samples, tmp_path / "own.ledger"))


def test_nothing_opens_beyond_this_machine_without_a_key(own: Path):
    settings = load_settings({"ledger": str(own)})
    for host in ("0.0.0.0", "192.0.2.7", "::"):
        with pytest.raises(SagwanError) as refused:
            access_for(settings, host, (), secure=False)
        assert refused.value.refusal.code == "serve.no_key"
    assert access_for(settings, "127.0.0.1", (), secure=False).keys is None
    Keys.of(own).add("데스크", Role.READER)
    assert access_for(settings, "0.0.0.0", (), secure=False).keys is not None


def test_a_key_is_kept_as_a_hash_and_can_be_taken_away(own: Path):
    keys = Keys.of(own)
    key = keys.add("데스크", Role.EDITOR)
    assert key.encode() not in keys.path.read_bytes()
    assert keys.path.stat().st_mode & 0o077 == 0
    holder = keys.holder(key)
    assert holder is not None
    assert (holder.name, holder.role) == ("데스크", Role.EDITOR)
    assert keys.holder(key + "x") is None
    with pytest.raises(SagwanError):
        keys.add("데스크", Role.READER)
    keys.remove("데스크")
    assert keys.holder(key) is None


def test_readers_read_and_editors_rule(own: Path):
    keys = Keys.of(own)
    reader, editor = keys.add("읽는이", Role.READER), keys.add("데스크", Role.EDITOR)
    with served(desk_over(own), Access("nobody", keys)) as port:
        assert call(port, "GET", "/").status == 401
        assert call(port, "GET", "/api/v1/disputes").status == 401
        assert call(port, "GET", "/api/v1/disputes", authorization="Bearer wrong").status == 401
        assert call(port, "GET", "/api/v1/disputes", authorization=f"Bearer {reader}").status == 200
        refused = call(port, "POST", "/api/v1/judgements", RULING, authorization=f"Bearer {reader}")
        assert refused.status == 403
        made = call(port, "POST", "/api/v1/judgements", RULING, authorization=f"Bearer {editor}")
        assert made.status == 201, made.text
        listed = msgspec.json.decode(call(port, "GET", "/api/v1/judgements", authorization=f"Bearer {editor}").body)
        assert [(one["by"], one["same"], one["holds"]) for one in listed["items"]] == [("데스크", False, True)]


def test_the_door_keeps_a_key_where_no_script_reads_it(own: Path):
    key = Keys.of(own).add("읽는이", Role.READER)
    with served(desk_over(own), Access("nobody", Keys.of(own), secure=True)) as port:
        assert call(port, "POST", "/enter", form(key="wrong"), content_type=FORM).status == 401
        entered = call(port, "POST", "/enter", form(key=key), content_type=FORM)
        assert entered.status == 303
        cookie = entered.headers["set-cookie"]
        assert all(flag in cookie for flag in ("HttpOnly", "SameSite=strict", "Secure"))
        page = call(port, "GET", "/", cookie=cookie.split(";")[0])
        assert page.status == 200
        assert "/leave" in page.text


def test_a_ruling_is_taken_back_by_another(own: Path):
    with served(desk_over(own)) as port:
        for same in ("no", "yes"):
            fields = form(left="서지안", right="도재윤", same=same, because="시험")
            assert call(port, "POST", "/judgements", fields, content_type=FORM).status == 303
        listed = msgspec.json.decode(call(port, "GET", "/api/v1/judgements").body)["items"]
        assert [(one["same"], one["holds"]) for one in listed] == [(True, True), (False, False)]
        missing = call(port, "POST", "/judgements", form(left="서지안", right="도재윤", same="no"), content_type=FORM)
        assert missing.status == 400


def test_a_name_is_given_and_taken_back(own: Path):
    with served(desk_over(own)) as port:
        for name in ("서 대표", ""):
            fields = form(word="서지안", name=name, because="시험")
            assert call(port, "POST", "/judgements/names", fields, content_type=FORM).status == 303
        listed = msgspec.json.decode(call(port, "GET", "/api/v1/namings").body)["items"]
        assert [(one["was"], one["name"], one["holds"]) for one in listed] == [
            ("서지안", None, True),
            ("서지안", "서 대표", False),
        ]
        assert "서 대표" in call(port, "GET", "/judgements").text
        missing = call(port, "POST", "/judgements/names", form(word="서지안", name="a"), content_type=FORM)
        assert missing.status == 400


@pytest.mark.parametrize(
    "headers",
    [
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
    ],
)
def test_another_site_changes_nothing(port: int, headers: dict[str, str]):
    fields = form(left="서지안", right="도재윤", same="no", because="x")
    answer = call(port, "POST", "/judgements", fields, content_type=FORM, **headers)
    assert answer.status == 403
    assert call(port, "POST", "/preferences", form(lang="en"), content_type=FORM, **headers).status == 403


def test_another_name_for_this_machine_is_refused(port: int):
    assert call(port, "GET", "/", host="evil.example").status == 421
    assert call(port, "GET", "/", host=f"localhost:{port}").status == 200


def test_one_is_led_to_no_other_site(port: int):
    for back in ("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"):
        answer = call(port, "POST", "/preferences", form(lang="en", back=back), content_type=FORM)
        assert answer.headers["location"] == "/"
    answer = call(port, "POST", "/preferences", form(lang="en", back="/disputes?name=a"), content_type=FORM)
    assert answer.headers["location"] == "/disputes?name=a"


def test_size_and_pace_are_limited(own: Path):
    limits = Limits(reads=(5, 0.001), writes=(2, 0.001), body=1000)
    key = Keys.of(own).add("읽는이", Role.READER)
    with served(desk_over(own), Access("nobody", Keys.of(own)), limits) as port:
        said = [call(port, "GET", "/api/v1/account", authorization=f"Bearer {key}").status for _ in range(7)]
        assert said == [200] * 5 + [429] * 2
    with served(desk_over(own), None, limits) as port:
        assert call(port, "POST", "/check", b"x" * 1001, content_type=FORM).status == 413
        assert [call(port, "POST", "/preferences", form(), content_type=FORM).status for _ in range(2)] == [303, 429]


def test_every_answer_carries_the_policy(port: int):
    for path in ("/", "/nope", "/api/v1/account", f"/static/{build_mark()}/sagwan.css"):
        headers = call(port, "GET", path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert "server" not in headers


@pytest.mark.parametrize(
    "path",
    ["/static/{}/../../app.py", "/assets/{}/..%2f..%2fapp.py", "/static/{}/%2e%2e/keys.py", "/assets/{}//etc/passwd"],
)
def test_no_file_outside_is_given(port: int, path: str):
    assert call(port, "GET", path.format(build_mark())).status in (400, 404)
