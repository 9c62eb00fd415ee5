"""One list of settings: flags over environment over file over default."""

import pytest

from sagwan.core.errors import SagwanError
from sagwan.work.settings import Settings, load_settings, settings


def test_a_flag_wins_over_the_environment_over_the_file(tmp_path):
    file = tmp_path / "sagwan.toml"
    file.write_text('ledger = "파일"\nworkers = 2\nmax_bytes = 3\n', "utf-8")
    environ = {"SAGWAN_LEDGER": "환경", "SAGWAN_WORKERS": "4", "SAGWAN_DEBUG": "1"}
    loaded = load_settings({"ledger": "깃발", "workers": None}, environ, file)
    assert loaded == Settings(ledger="깃발", workers=4, max_bytes=3)
    assert load_settings({}, {}, tmp_path / "없음") == Settings()


@pytest.mark.parametrize(
    ("toml", "code", "said"),
    [
        ("worker = 2", "setting.unknown", "workers"),
        ("workers = 0", "setting.value", "workers"),
        ('workers = "둘"', "setting.value", "workers"),
        ("workers = ", "setting.file", "sagwan.toml"),
    ],
)
def test_what_is_wrong_is_named(tmp_path, toml, code, said):
    file = tmp_path / "sagwan.toml"
    file.write_text(toml, "utf-8")
    with pytest.raises(SagwanError) as refused:
        load_settings({}, {}, file)
    assert refused.value.refusal.code == code
    assert said in f"{refused.value.refusal.what} {refused.value.refusal.where} {refused.value.refusal.repair}"


def test_every_setting_says_what_it_is():
    assert [(s.name, s.flag, s.env) for s in settings()] == [
        ("ledger", "--ledger", "SAGWAN_LEDGER"),
        ("workers", "--workers", "SAGWAN_WORKERS"),
        ("max_bytes", "--max-bytes", "SAGWAN_MAX_BYTES"),
    ]
    assert all(s.sentence and s.default for s in settings())
