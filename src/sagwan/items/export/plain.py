"""Markdown, CSV and GIFT."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from sagwan.items.export.printed import CIRCLED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.items.export.printed import Printed, Sheet

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|])")
_GIFT = re.compile(r"([~=#{}:\\])")


def markdown(paper: Sheet) -> bytes:
    """The paper, then the answers with their evidence."""
    return "\n".join(_markdown(paper)).encode()


def _markdown(paper: Sheet) -> Iterator[str]:
    yield f"# {_md(paper.title)}\n"
    for passage in paper.passages:
        yield from (f"> {_md(line)}\n>" for line in passage.splitlines() if line.strip())
        yield ""
    for item in paper.items:
        yield f"**{item.n}.** {_md(item.stem)}\n"
        if item.box:
            yield "\n".join(["> 〈보기〉", ">", *(f"> {_md(line)}  " for line in item.box), ""])
        yield "\n".join(f"{CIRCLED[n]} {_md(option)}  " for n, option in enumerate(item.options)) + "\n"
    yield "## 정답과 근거\n"
    for item in paper.items:
        yield f"**{item.n}.** {_md(item.answer)}\n"
        yield "\n".join(f"- {_md(line)}" for line in item.why) + "\n"


def _md(words: str) -> str:
    return _MARKDOWN.sub(r"\\\1", words)


def table(paper: Sheet) -> bytes:
    """CSV with a header, UTF-8 with the mark that spreadsheet programs look for; one row an item."""
    out = io.StringIO()
    rows = csv.writer(out)
    widest = max((len(item.options) for item in paper.items), default=0)
    rows.writerow(["번호", "id", "유형", "발문", "보기", *(f"선택지{n + 1}" for n in range(widest)), "정답", "근거"])
    for item in paper.items:
        options = [*item.options, *[""] * (widest - len(item.options))]
        cells = [item.id, item.form, item.stem, "\n".join(item.box), *options, item.answer, "\n".join(item.why)]
        rows.writerow([item.n, *map(_cell, cells)])
    return out.getvalue().encode("utf-8-sig")


def _cell(words: str) -> str:
    """A cell that no spreadsheet program takes for a formula."""
    return f"'{words}" if words[:1] in tuple("=+-@\t\r") else words


def gift(paper: Sheet) -> bytes:
    """Moodle's GIFT: the passages as descriptions, multiple choice with feedback, and short answers."""
    told = [_passage(n, passage) for n, passage in enumerate(paper.passages, 1)]
    return "\n".join((*told, *map(_gift, paper.items))).encode()


def _passage(n: int, passage: str) -> str:
    """윗글: a question without an answer, in one line, since a blank line ends it."""
    lines = (line.strip() for line in passage.splitlines() if line.strip())
    return f"::글 {n}:: [plain]" + r"\n".join(map(_gf, lines)) + "\n"


def _gift(item: Printed) -> str:
    asked = r"\n".join(_gf(line) for line in (item.stem, *item.box))
    head = f"// {item.id}\n::{item.n:03d}:: [plain]{asked} {{\n"
    if item.answers:
        return head + "".join(f"={_gf(answer)}\n" for answer in item.answers) + "}\n"
    lines = [
        f"{'=' if n == item.key else '~'}{_gf(option)}#{_gf(why)}"
        for n, (option, why) in enumerate(zip(item.options, item.why, strict=True))
    ]
    return head + "\n".join(lines) + "\n}\n"


def _gf(words: str) -> str:
    return _GIFT.sub(r"\\\1", words).replace("\n", r"\n")
