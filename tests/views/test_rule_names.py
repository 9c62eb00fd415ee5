"""Every rule that a reader can be shown is named in Korean."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import sagwan.extract.names
import sagwan.items
from sagwan.lexicon import load_default
from sagwan.lexicon.schema.frame import Frame, StatusCue
from sagwan.lexicon.schema.reason import RuleName
from sagwan.views.rule_names import rule_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_KOREAN = re.compile(r"[가-힣]")
# Where a rule's id is given: as the fourth argument of `note`, under these names.
_GIVEN_AS = frozenset({"rule", "order", "_RULE", "PIECES", "FREED"})


def _ids(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        found: list[ast.expr] = []
        if isinstance(node, ast.Call):
            found += [k.value for k in node.keywords if k.arg in _GIVEN_AS]
            if isinstance(node.func, ast.Attribute) and node.func.attr == "note":
                found += node.args[3:]
        elif (
            isinstance(node, ast.Assign)
            and {t.attr if isinstance(t, ast.Attribute) else getattr(t, "id", "") for t in node.targets} & _GIVEN_AS
        ):
            found.append(node.value)
        for value in found:
            yield from (c.value for c in ast.walk(value) if isinstance(c, ast.Constant) and isinstance(c.value, str))


def _rules_of_names() -> list[str]:
    folder = Path(sagwan.extract.names.__file__).parent
    return sorted({rule for file in folder.glob("*.py") for rule in _ids(ast.parse(file.read_text())) if rule})


@pytest.mark.parametrize("rule", _rules_of_names())
def test_each_rule_of_names_is_named(rule):
    assert _KOREAN.search(rule_name(rule))


def test_each_word_on_how_an_act_stands_is_named():
    named = {entry.id for entry in load_default().all(RuleName)}
    assert {cue.id for cue in load_default().all(StatusCue)} <= named


def test_each_reason_to_throw_an_item_away_is_named():
    sources = "".join(file.read_text() for file in sorted(Path(sagwan.items.__file__).parent.rglob("*.py")))
    codes = set(re.findall(r'"((?:key|words|clue|overlap)\.[a-z]+)[":]', sources))
    assert len(codes) > 15
    assert codes <= {entry.id for entry in load_default().all(RuleName)}


def test_a_frame_is_told_by_its_label():
    frame = load_default().all(Frame)[0]
    assert rule_name(f"틀 {frame.id}") == f"틀 ‘{frame.label}’"


def test_two_rules_have_two_names():
    names = [entry.name for entry in load_default().all(RuleName)]
    assert len(names) == len(set(names))


def test_a_rule_named_in_korean_keeps_its_name():
    assert rule_name("괄호 안 나이") == "괄호 안 나이"
