"""The sample pages in a ledger, read once for all commands that ask it."""

from functools import partial

import pytest

from sagwan.cli.app import run
from sagwan.work.samples import sample_pages


@pytest.fixture(scope="session")
def ledger(tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("ledger") / "보기.ledger"
    with sample_pages() as pages:
        assert run(["read", *pages, "--ledger", str(path)]) == 0
    return str(path)


@pytest.fixture
def ask_of(capsys):
    """`ask_of(ledger, COMMAND, ...)`: exit status, answer, what was said beside it."""

    def asked(ledger: str, *args: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = run([*args, "--ledger", ledger])
        out, err = capsys.readouterr()
        return status, out, err

    return asked


@pytest.fixture
def ask(ask_of, ledger):
    """`ask(COMMAND, ...)` of the samples."""
    return partial(ask_of, ledger)
