"""KLUE-NER sentences: characters with BIO tags → a text and its named spans."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and the names in it, each with its KLUE type; `news` tells its two sources apart."""

    id: str
    text: str
    names: frozenset[tuple[Span, str]]
    news: bool


def read_corpus(file: Path) -> list[Example]:
    """The sentences of a KLUE-NER file in their order. Raises ValueError for a line that is no character and tag."""
    return [_example(block) for block in file.read_text(encoding="utf-8").split("\n\n") if "\t" in block]


def _example(block: str) -> Example:
    name, chars, tags = "", [], []
    for line in block.split("\n"):
        if line.startswith("## "):
            name = line[3:].split("\t")[0] if line.startswith("## klue") else name
        elif line:
            char, _, tag = line.partition("\t")
            if len(char) != 1 or not tag:
                raise ValueError(f"{name}: 글자와 표가 아닌 줄: {line!r}")
            chars.append(char)
            tags.append(tag)
    text = "".join(chars)
    if unicodedata.normalize("NFC", text) != text:
        raise ValueError(f"{name}: NFC가 아닌 글자가 있습니다")
    return Example(name, text, frozenset(_spans(tags)), name.endswith("-wikitree"))


def _spans(tags: list[str]) -> Iterator[tuple[Span, str]]:
    start = 0
    for i, tag in enumerate(tags):
        if tag.startswith("B-"):
            start = i
        ends = i + 1 == len(tags) or not tags[i + 1].startswith("I-")
        if tag != "O" and ends:
            yield Span(start, i + 1), tag[2:]
