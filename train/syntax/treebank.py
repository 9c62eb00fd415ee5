"""KLUE-DP sentences with Kiwi's morphemes, words matched with the treebank's."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sagwan.core.span import Span
from sagwan.korean.passage import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.korean.kiwi import Analyser


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence of the treebank: heads from 0, -1 for the root; labels as the treebank writes them."""

    id: str
    sentence: Sentence
    heads: tuple[int, ...]
    labels: tuple[str, ...]

    @property
    def news(self) -> bool:
        """Whether it comes from the news half of the treebank."""
        return self.id.endswith("_wikitree")


def read_treebank(path: Path, analyser: Analyser) -> list[Example]:
    """Every sentence of a KLUE-DP file. Words are white-space words, in Kiwi's reading as in the treebank's."""
    entries = list(_entries(path.read_text(encoding="utf-8")))
    sentences = _sentences([[row[1] for row in rows] for _, rows in entries], analyser)
    return [
        Example(id_, sentence, tuple(int(row[4]) - 1 for row in rows), tuple(row[5] for row in rows))
        for (id_, rows), sentence in zip(entries, sentences, strict=True)
    ]


def _sentences(texts: list[list[str]], analyser: Analyser) -> list[Sentence]:
    found = []
    for forms, morphemes in zip(texts, analyser.analyse((" ".join(forms), 0) for forms in texts), strict=True):
        words, at = [], 0
        for form in forms:
            words.append(next(i for i, m in enumerate(morphemes) if m.end > at))
            at += len(form) + 1
        found.append(Sentence(Span(0, at - 1), tuple(morphemes), tuple(words), 0))
    return found


def _entries(text: str) -> Iterator[tuple[str, list[list[str]]]]:
    id_, rows = "", []
    for line in (*text.splitlines(), ""):
        if line.startswith("## klue-dp"):
            id_ = line[3:].split("\t")[0]
        elif line and not line.startswith("##"):
            rows.append(line.split("\t"))
        elif rows:
            yield id_, rows
            rows = []
