"""A change is seen by the records it gains and loses, and by nothing else."""

import msgspec
import pytest

from sagwan.core.errors import SagwanError
from sagwan.work.diff import changes_between, compare
from sagwan.work.extract import extract_all
from sagwan.work.samples import sample_pages
from sagwan.work.settings import Settings


@pytest.fixture(scope="module")
def line() -> bytes:
    with sample_pages() as pages:
        (found,) = extract_all(pages[:1], Settings())
    assert isinstance(found, bytes)
    return found


def changed(line: bytes, change) -> bytes:
    page = msgspec.json.decode(line)
    change(page["articles"][0])
    return msgspec.json.encode(page)


def test_the_same_reading_has_no_change(line):
    found = changes_between(line, line)
    assert (found.gained, found.lost) == ((), ())
    assert found.kept["statements"] > 0


def test_a_record_that_goes_is_lost_and_one_that_comes_is_gained(line):
    shorter = changed(line, lambda article: article["statements"].pop(0))
    lost = changes_between(line, shorter)
    assert [one.kind for one in lost.lost] == ["statements"]
    assert lost.gained == ()
    back = changes_between(shorter, line)
    assert back.gained == lost.lost


def test_a_field_that_changes_is_a_loss_and_a_gain_at_one_place(line):
    found = changes_between(line, changed(line, lambda article: article["statements"][0].update(stance="apologise")))
    (gained,), (lost,) = found.gained, found.lost
    assert (gained.start, gained.end) == (lost.start, lost.end)
    assert '"stance":"apologise"' in gained.said


def test_an_id_that_changes_is_no_change(line):
    def rename(article) -> None:
        article["statements"][0]["id"] = "statement-other"

    found = changes_between(line, changed(line, rename))
    assert (found.gained, found.lost) == ((), ())


def test_a_commit_that_is_not_there_is_said(tmp_path):
    with pytest.raises(SagwanError, match=r"diff\.git"):
        compare("no-such-commit", tmp_path)
