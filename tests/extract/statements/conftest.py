"""Reads a marked sentence with its own names given, so that a failure is one of attribution and not of names."""

import functools
import re

import pytest

from sagwan.core.entity import Entity, Kind, Mention
from sagwan.core.span import Span
from sagwan.core.statement import Statement
from sagwan.core.text import Text
from sagwan.extract.statements.read import read_statements
from sagwan.extract.values.read import Values
from sagwan.korean.kiwi import analyser
from sagwan.korean.passage import read_passage
from sagwan.lexicon import load_default
from sagwan.lexicon.marked import unmark

PEOPLE = ("한서린", "도경우", "민하늘", "서이든", "유다온", "방새록", "고은솔", "차무영")
ORGS = (
    "누리전자",
    "한빛물산",
    "새벽건설",
    "두루통신",
    "한빛일보",
    "가온당",
    "누리은행",
    "새벽통신",
    "가람연구원",
    "누리타임스",
    "누리연구원",
)
PLACES = ("가람시", "노을국")
KINDS = {**dict.fromkeys(PEOPLE, Kind.PERSON), **dict.fromkeys(ORGS, Kind.ORG), **dict.fromkeys(PLACES, Kind.PLACE)}


def names_in(chars: str) -> tuple[Entity, ...]:
    """The invented names of the samples, each with all its places; 한 대표 is 한서린 where he is named in full."""
    found = []
    for name, kind in KINDS.items():
        spans = [Span(m.start(), m.end()) for m in re.finditer(re.escape(name), chars)]
        if spans and kind is Kind.PERSON:
            short = rf"(?<![가-힣]){name[0]}(?= (?:대표|의원|교수|감독|위원장|회장|후보|변호사))"
            spans += [Span(m.start(), m.end()) for m in re.finditer(short, chars)]
        if spans:
            found.append(Entity(name, name, kind, tuple(Mention(s) for s in sorted(spans))))
    return tuple(found)


@functools.cache
def _read(chars, headline=None):
    """The statements of a body of one or more lines, and its text; a headline stands on a line of its own before."""
    whole = chars if headline is None else f"{headline}\n{chars}"
    text = Text.of(whole)
    first = len(headline) + 1 if headline is not None else 0
    body = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text.chars) if m.start() >= first]
    head = Span(0, len(headline)) if headline is not None else None
    passage = read_passage(text, head, body, analyser())
    return text, read_statements(passage, names_in(text.chars), Values(), load_default())


def _shown(text: Text, statement: Statement) -> tuple[str, str, str | None]:
    """(kind, words, speaker or label) of a statement."""
    return (statement.speech.value, text.cut(statement.span), statement.speaker or statement.label)


def _wanted(example):
    """What a marked example asks for: [(direct|indirect, words)], its speakers or labels, its cues and channels."""
    marked = unmark(example)
    cut: dict[str, list[str]] = {name: [] for name in ("direct", "indirect", "speaker", "label", "cue", "channel")}
    for name, span in marked.marks:
        cut[name].append(marked.text[span.start : span.end])
    return marked.text, cut


@pytest.fixture(scope="session")
def read():
    """`read(body, headline=None)`: the text and its statements."""
    return _read


@pytest.fixture(scope="session")
def wanted():
    """`wanted(example)`: the sentence without its marks, and what they ask for."""
    return _wanted


@pytest.fixture(scope="session")
def said():
    """`said(body, headline=None)`: (kind, words, speaker or label) of each statement, in text order."""

    def said_in(chars, headline=None):
        text, statements = _read(chars, headline)
        return [_shown(text, s) for s in statements]

    return said_in
