"""The loader takes what it knows and refuses the rest, naming file, entry and key."""

from pathlib import Path

import pytest

from sagwan.core.errors import Refusal, SagwanError
from sagwan.core.span import Span
from sagwan.lexicon import load, load_default
from sagwan.lexicon.marked import unmark
from sagwan.lexicon.schema.outlet import Outlet

GOOD = '[[outlet]]\nid = "o.nuri"\nname = "누리일보"\nkind = "daily"\n'


def refusal(folder: Path) -> Refusal:
    with pytest.raises(SagwanError) as refused:
        load(folder)
    return refused.value.refusal


def write(folder: Path, family: str, name: str, text: str) -> Path:
    (folder / family).mkdir(exist_ok=True)
    (folder / family / name).write_text(text)
    return folder


def test_entries_come_ordered_by_id(tmp_path: Path):
    write(tmp_path, "outlets", "b.toml", GOOD)
    write(tmp_path, "outlets", "a.toml", GOOD.replace("o.nuri", "o.zeta"))
    assert [o.id for o in load(tmp_path).all(Outlet)] == ["o.nuri", "o.zeta"]


def test_digest_names_the_state_of_knowledge(tmp_path: Path):
    first = load(write(tmp_path, "outlets", "a.toml", GOOD))
    again = load(tmp_path)
    changed = load(write(tmp_path, "outlets", "a.toml", GOOD.replace("누리일보", "누리신문")))
    assert first == again
    assert first.digest != changed.digest


def test_misspelt_key_is_named(tmp_path: Path):
    told = refusal(write(tmp_path, "outlets", "a.toml", GOOD + 'domian = "x"\n'))
    assert told.code == "lexicon.key"
    assert "domian" in told.what
    assert told.where == "outlets/a.toml outlet o.nuri"
    assert told.repair


@pytest.mark.parametrize(
    ("family", "text", "code"),
    [
        ("outlets", "[[outlte]]\nid = 'x'\n", "lexicon.table"),
        ("outlets", "outlet = 3\n", "lexicon.table"),
        ("outlets", "[[outlet]\n", "lexicon.toml"),
        ("outlets", GOOD.replace('"daily"', "3"), "lexicon.key"),
        ("outlets", '[[outlet]]\nid = "o.x"\nkind = "daily"\n', "lexicon.key"),
        ("outlets", GOOD + GOOD, "lexicon.twin"),
        ("fables", GOOD, "lexicon.family"),
    ],
)
def test_what_is_not_known_is_refused(tmp_path: Path, family: str, text: str, code: str):
    assert refusal(write(tmp_path, family, "a.toml", text)).code == code


def test_the_shipped_knowledge_loads():
    assert len(load_default().tables) >= 4


def test_marks_come_out_with_their_places():
    marked = unmark("[actor:누리전자]가 [target:한빛물산]을 [verb:인수했다].")
    assert marked.text == "누리전자가 한빛물산을 인수했다."
    assert marked.marks == (("actor", Span(0, 4)), ("target", Span(6, 10)), ("verb", Span(12, 16)))


def test_a_mark_must_end():
    with pytest.raises(SagwanError):
        unmark("[actor:누리전자가 갔다.")
